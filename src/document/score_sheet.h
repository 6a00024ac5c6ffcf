#pragma once
// A group's scoring (khối thi đua): items with their full marks, and what each unit gave itself and was given.

#include <string>
#include <vector>

namespace thidua::document {

struct ScoreItem {
    std::string label;  ///< "I", "1", "a"; empty for none
    std::string name;
    std::string most;      ///< điểm chuẩn, as printed: "20", "2,5"
    std::string own;       ///< điểm tự chấm; empty: a blank
    std::string verified;  ///< điểm thẩm định; empty: a blank
    std::string evidence;  ///< number of the document that proves it
    bool heading = false;  ///< a group of items: printed bold
};

/// One unit among the others of its group.
struct ScoredUnit {
    std::string name;
    std::string own;  ///< as printed; empty: not complete
    std::string verified;
    std::string rank;
};

struct ScoreSheet {
    std::string group;  ///< "Khối thi đua chuyên môn nghiệp vụ 1"
    std::string unit;   ///< whose sheet it is; empty: the office
    std::vector<ScoreItem> items;
    std::string own_total;
    std::string verified_total;
    std::string most_total;
    std::string rank;
    std::vector<ScoredUnit> units;  ///< all of the group, this one too; none: only this one is known
};

}  // namespace thidua::document
