#pragma once
// The group's scoring (khối thi đua): criteria × units × points, kept with the file as the setting score_key(). It
// fills the score sheet of a unit; totals and ranks are reckoned here and nowhere typed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/kinds.h"
#include "office/year_book.h"

namespace thidua::app {

/// Points in hundredths: what is printed as "57,5" is 5750.
using Points = std::int64_t;
inline constexpr Points kMostPoints = 1'000'000;  ///< 10,000.00

/// "57,5", "57.5", "-2"; nothing when it is no number of that range. At most two decimals.
std::optional<Points> points_from(std::string_view text);
std::string to_words(Points points);

struct ScoreMark {
    std::optional<Points> own;       ///< điểm tự chấm
    std::optional<Points> verified;  ///< điểm thẩm định
    std::string evidence;            ///< number of the document that proves it

    bool operator==(const ScoreMark&) const = default;
};

struct ScoreCriterion {
    std::string label;  ///< "I", "1"; may be empty
    std::string name;
    std::optional<Points> most;    ///< điểm chuẩn; none: a heading over the criteria below it
    std::vector<ScoreMark> marks;  ///< one a unit

    bool operator==(const ScoreCriterion&) const = default;
};

struct ScoreTable {
    std::string group;  ///< "Khối thi đua số 3 huyện Sông Trà"
    std::vector<std::string> units;
    std::vector<ScoreCriterion> criteria;

    bool operator==(const ScoreTable&) const = default;
};

struct UnitScore {
    Points own = 0;
    Points verified = 0;
    bool own_complete = false;  ///< every criterion has its mark
    bool verified_complete = false;
    int rank = 0;  ///< by verified points, 1 is the best, ties share it; 0: not all units are verified
};

/// "scores.2024"
std::string score_key(int year);
std::string to_text(const ScoreTable& table);
/// What cannot be read is left out.
ScoreTable score_table_from(std::string_view text);
/// The table kept in the book for its year; an empty one with the office as its only unit when there is none.
ScoreTable kept_scores(const office::YearBook& book);

/// Criteria as a person writes or pastes them, one a line: "1 | Giải quyết hồ sơ đúng hạn | 40" (tabs and ";" divide
/// too); without points it is a heading. Marks of a criterion of the same name stay.
void set_criteria(ScoreTable& table, std::string_view lines);
std::string criteria_lines(const ScoreTable& table);
/// One a line. Marks of a unit of the same name stay.
void set_units(ScoreTable& table, std::string_view lines);

std::vector<UnitScore> totals(const ScoreTable& table);
/// Marks above the full points, in order: "Giải quyết hồ sơ đúng hạn".
std::vector<std::string> above_full(const ScoreTable& table, std::size_t unit);

/// Fills the score sheet of kinds that need one: of `request.scores.unit`, else of the office, else of the first unit.
void fill_from_scores(const office::YearBook& book, document::Request& request);

}  // namespace thidua::app
