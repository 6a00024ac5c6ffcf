#pragma once
// A fact that, if it were so, would change a verdict: the "what if" and the smallest change are made of these.

#include <string>
#include <vector>

#include "law/facts.h"

namespace thidua::law {

struct Change {
    enum class Kind {
        kSupply,   ///< nobody has said it yet: find it out
        kAchieve,  ///< it is otherwise today: it would have to be attained (or it would have to fail)
        kJudge,    ///< a person has to answer
    };
    Kind kind = Kind::kSupply;
    std::string fact;     ///< key of the catalogue, or "award", "initiative", "judgement"
    int year = 0;
    std::string value;    ///< "yes", "excellent"; award: its code, "-" before it for not held; initiative: level,
                          ///< "research:" before it for research; judgement: key, "-" before it for the answer no
    int index = 0;        ///< tells equal changes apart: the second new initiative of a year is 1
    std::string subject;  ///< id of the member it concerns; empty: the subject itself
    std::string vi;       ///< in words: "Xếp loại năm 2024: hoàn thành xuất sắc nhiệm vụ"
    std::string en;

    bool operator==(const Change&) const = default;
};

/// The facts as they would be. A change that cannot be applied (unknown key, no such member) leaves them as they are.
Facts apply_changes(Facts facts, const std::vector<Change>& changes);

}  // namespace thidua::law
