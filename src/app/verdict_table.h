#pragma once
// Verdicts with their reasons as a table, one person after the other: an evaluation keeps its whole trace, and that of
// thousands of people takes seconds, so the work can stop between any two of them.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "law/facts.h"
#include "law/pack.h"
#include "office/year_book.h"
#include "sheet/table.h"

namespace thidua::app {

/// Every member of the year for the titles that a person can register. Keeps what it needs of the book.
class VerdictTable {
public:
    VerdictTable(const office::YearBook& book, const base::Date& on, std::shared_ptr<const law::PackSet> packs);

    /// People.
    std::size_t done() const { return next_; }
    std::size_t all() const { return members_.size(); }
    /// One person; false when there is none left.
    bool step();
    sheet::Table take() { return std::move(table_); }

private:
    std::shared_ptr<const law::PackSet> packs_;
    base::Date on_;
    std::string law_;
    std::vector<law::Facts> members_;
    std::vector<std::vector<bool>> registered_;  ///< of each member, by title
    std::size_t next_ = 0;
    sheet::Table table_;
};

}  // namespace thidua::app
