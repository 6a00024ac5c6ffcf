#pragma once
// Verdicts that were kept when they were acted on: with their facts and the version of the rules; asked again, they say
// what differs today.

#include <string>
#include <string_view>
#include <vector>

#include "law/verdict.h"
#include "office/year_book.h"

namespace thidua::app {

/// The verdict as a decision to keep. Errors: as law::evaluate.
base::Result<office::Decision> decision_of(const law::PackSet& packs, const office::YearBook& book,
                                           base::Id<office::Person> subject, std::string_view title,
                                           const base::Date& on);

/// One thing that is otherwise than when the verdict was kept.
struct KeptDifference {
    enum class What { kOutcome, kRules, kFact };
    What what = What::kFact;
    std::string vi;
    std::string en;
};

struct KeptVerdict {
    const office::Decision* decision = nullptr;
    std::string name;  ///< of the subject; "" when the person is no longer in the book
    law::Outcome then = law::Outcome::kNotKnown;
    law::Outcome now = law::Outcome::kNotKnown;         ///< today's facts, today's rules, the same day of judging
    law::Outcome same_facts = law::Outcome::kNotKnown;  ///< the kept facts under today's rules
    std::vector<KeptDifference> differences;            ///< empty: everything is as it was
};
/// In the order they were kept, the newest first.
std::vector<KeptVerdict> kept_verdicts(const law::PackSet& packs, const office::YearBook& book);

/// What the facts of one subject say otherwise, a sentence each, at most `most`.
std::vector<KeptDifference> fact_differences(const law::Facts& before, const law::Facts& after, std::size_t most = 12);

}  // namespace thidua::app
