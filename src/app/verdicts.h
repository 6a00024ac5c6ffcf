#pragma once
// The law engine asked about everybody: facts from the office's records, verdicts for each title.

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "law/pack.h"
#include "law/verdict.h"
#include "office/year_book.h"

namespace thidua::app {

/// What the records say of one person, as the law asks it. What is not recorded stays unknown.
law::Facts facts_of(const office::YearBook& book, const office::Person& person);
/// Everybody who belongs to the office in the book's year, in the order of the book; one pass over the records.
std::vector<law::Facts> facts_of_members(const office::YearBook& book);
/// A person; the office itself when there is none of that id.
law::Facts facts_of_subject(const office::YearBook& book, base::Id<office::Person> subject);
/// The office as a collective, with the facts of its members.
law::Facts facts_of_office(const office::YearBook& book);

/// The day whose law judges the book's year: today within that year, else 20 December, when councils meet.
base::Date judging_date(const office::YearBook& book, const base::Date& today);

/// The rules that judge the merit of the book's year on a day; nullptr when no pack covers it.
const law::Pack* law_in_force(const law::PackSet& packs, const office::YearBook& book, const base::Date& on);

/// One subject, one title.
base::Result<law::Verdict> verdict_of(const office::YearBook& book, const office::Person& person,
                                      std::string_view title, const base::Date& on,
                                      const law::PackSet& packs = law::builtin_packs());

}  // namespace thidua::app
