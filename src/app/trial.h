#pragma once
// "What if": a subject's facts with changes that are tried and not kept, and every verdict before and after.

#include <string>
#include <string_view>
#include <vector>

#include "law/change.h"
#include "law/fact_catalogue.h"
#include "law/verdict.h"
#include "office/year_book.h"
#include "store/store.h"

namespace thidua::app {

struct TrialLine {
    std::string title;
    bool form = false;
    law::Outcome before = law::Outcome::kNotKnown;
    law::Outcome after = law::Outcome::kNotKnown;
    std::string why_vi;  ///< the sentence of the verdict after, where it changed
    std::string why_en;
    std::string clause;
    law::Confidence confidence = law::Confidence::kSeen;

    bool changed() const { return before != after; }
};

/// Every title and form of the subject's kind, as the facts are and as they would be with the changes.
std::vector<TrialLine> try_changes(const law::PackSet& packs, const office::YearBook& book,
                                   base::Id<office::Person> subject, const std::vector<law::Change>& changes,
                                   const base::Date& on);

// Changes as a person picks them, with their words.
law::Change fact_change(law::FactKey fact, int year, int value);
law::Change initiative_change(law::Initiative::Level level, bool research, int year, int index);
law::Change award_change(std::string_view title, int year, bool held);

/// Where a tried change would be kept. What needs a name, a decision or days is written down on the person's page, not
/// here.
enum class TakeOver { kHere, kNeedsDocument };
TakeOver take_over_of(const law::Change& change);

/// Writes the changes that can be kept as they are (ratings, answers, judgements) into the records.
base::Status take_over(store::Store& store, const office::YearBook& book, base::Id<office::Person> subject,
                       const std::vector<law::Change>& changes, base::Date today);

}  // namespace thidua::app
