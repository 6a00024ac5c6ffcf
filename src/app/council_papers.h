#pragma once
// What the council's kept ballots say in a document: the votes of the minutes, and whom a decision, a proposal or a
// notice names.

#include <string>

#include "document/kinds.h"
#include "law/pack.h"
#include "office/year_book.h"

namespace thidua::app {

/// Fills what the request leaves open, from the ballots kept in the book (council.h); what a person chose stays.
///   kinds with votes        the votes, members and attendance of the meeting's day; no day: the newest meeting
///   decision, proposal, notice   those registered, but of a title that was voted on only those who passed, within its
///                           quota. `request.title`: of this title alone
/// Without a kept ballot with votes in it nothing is changed, but for `request.title`.
void fill_from_council(const office::YearBook& book, document::Request& request);

/// Whether the year's ballot on the title was counted for that subject and did not pass.
bool council_refused(const law::PackSet& packs, const office::YearBook& book, base::Id<office::Person> person,
                     const std::string& title);

}  // namespace thidua::app
