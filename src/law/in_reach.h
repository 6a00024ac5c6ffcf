#pragma once
// What a subject could attain next year, if that year goes well.

#include <string>
#include <vector>

#include "law/change.h"
#include "law/outcome.h"
#include "law/pack.h"

namespace thidua::law {

struct InReach {
    std::string title;
    Outcome outcome = Outcome::kNotKnown;  ///< next year, when rated excellent and nothing speaks against: kMet or kForPerson,
                                           ///< or open with few facts to go
    bool locked = false;                   ///< next year's law is not verified
    std::vector<Change> still_needed;      ///< beyond the good year: an initiative, a judgement; at most `most`
};

/// Titles and forms of the subject's kind that are met next year, or at most `most` changes away, in the order of
/// office::titles(). The good year assumed: excellent rating, in the movements, exemplary, no discipline, nothing under review,
/// and of this year what `facts` say.
std::vector<InReach> in_reach_next_year(const PackSet& packs, const Facts& facts, base::Date on, std::size_t most = 2);

}  // namespace thidua::law
