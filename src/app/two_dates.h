#pragma once
// The same facts on two days: whose outcomes change, and what else the law says otherwise, by which clause.

#include <string>
#include <vector>

#include "law/difference.h"
#include "law/verdict.h"
#include "office/year_book.h"

namespace thidua::app {

struct OutcomeMove {
    base::Id<office::Person> person;  ///< none: the office
    std::string name;
    std::string title;
    law::Outcome before = law::Outcome::kNotKnown;
    law::Outcome after = law::Outcome::kNotKnown;
};

/// Outcomes of everybody and of the office that differ between the two days, in the order of the book, the office
/// first.
std::vector<OutcomeMove> moves_between(const law::PackSet& packs, const office::YearBook& book,
                                       const base::Date& before, const base::Date& after);

/// One subject's differences with their clauses (law::differences). The office when `subject` is none.
std::vector<law::Difference> differences_between(const law::PackSet& packs, const office::YearBook& book,
                                                 base::Id<office::Person> subject, law::UnitKind unit,
                                                 const base::Date& before, const base::Date& after);

}  // namespace thidua::app
