#pragma once
// The table of verdicts: everybody by every title, and the office by the collective ones. Outcomes only, so that
// thousands of rows are cheap; why an outcome is what it is, says app::verdict_of() for the one cell that is chosen.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "law/in_reach.h"
#include "law/pack.h"
#include "law/verdict.h"
#include "office/year_book.h"

namespace thidua::app {

/// Places for law::Outcome in counts, in its order.
inline constexpr std::size_t kOutcomes = 4;
using OutcomeCounts = std::array<int, kOutcomes>;

struct GridColumn {
    std::string title;    ///< code of office::EmulationTitle
    bool form = false;    ///< a commendation form
    bool encoded = true;  ///< false: the law of the date leaves the title to people altogether
    /// Weakest of the rules that the title's criteria are made of; what is not law::Confidence::kSeen is marked.
    law::Confidence confidence = law::Confidence::kSeen;
};

struct GridCell {
    law::Outcome outcome = law::Outcome::kNotKnown;
    bool registered = false;
    bool held = false;  ///< a decision of the year is on record and stands
};

struct GridRow {
    base::Id<office::Person> person;  ///< none: the office itself
    std::string name;
    std::string position;
    std::string unit;
    std::vector<GridCell> cells;  ///< in the order of the columns
};

struct VerdictGrid {
    base::Date on;
    int year = 0;      ///< of the merit
    std::string pack;  ///< id; empty: no pack covers the date
    std::string law_vi;
    std::string law_en;
    bool locked = false;
    std::string reason_vi;  ///< why it is locked
    std::string reason_en;
    std::vector<GridColumn> columns;         ///< what a person can be given, in rising order
    std::vector<GridRow> rows;               ///< members of the year, in the order of the book
    std::vector<GridColumn> office_columns;  ///< what the office can be given
    GridRow office;
    std::vector<std::string> units;  ///< of the rows, each once, sorted
    law::Facts facts;                ///< of the office with its members: what was judged
};

/// Members of the book's year judged by the law of `on`. `before`: an earlier grid of the same packs; whose facts are
/// still the same is not judged again, so that an act on one person among thousands costs one row.
VerdictGrid verdict_grid(const law::PackSet& packs, const office::YearBook& book, const base::Date& on,
                         const VerdictGrid* before = nullptr);

/// Why: one subject (none: the office), one title, with the whole trace.
base::Result<law::Verdict> verdict_for(const law::PackSet& packs, const office::YearBook& book,
                                       base::Id<office::Person> subject, std::string_view title, const base::Date& on);

/// What the subject could attain next year, if that year goes well.
std::vector<law::InReach> next_year_for(const law::PackSet& packs, const office::YearBook& book,
                                        base::Id<office::Person> subject, const base::Date& on);

struct GridFilter {
    std::string text;  ///< of name or position, without marks
    std::string unit;  ///< empty: all
    int column = -1;   ///< -1: any of `shown`
    int outcome = -1;  ///< law::Outcome as a number; -1: all
    bool registered_only = false;
    std::vector<int> shown;  ///< columns looked at when `column` is -1
    int sort_column = -1;    ///< -1: the order of the book, which is by name
    bool ascending = true;

    bool operator==(const GridFilter&) const = default;
};

/// Indices of the rows that pass, sorted as wished (by outcome: met first when ascending; equal ones keep the book's
/// order).
std::vector<int> filtered_rows(const VerdictGrid& grid, const GridFilter& filter);
/// Outcomes of one column over `rows`.
OutcomeCounts count_outcomes(const VerdictGrid& grid, int column, const std::vector<int>& rows);

}  // namespace thidua::app
