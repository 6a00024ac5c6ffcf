#pragma once
// The same facts on two dates: what changes, and by which clause.

#include <string>
#include <vector>

#include "base/date.h"
#include "law/case_file.h"
#include "law/facts.h"
#include "law/pack.h"

namespace thidua::law {

struct Difference {
    std::string title;   ///< code
    std::string aspect;  ///< "outcome", "pack", "clause", "decides", "ballot", "money"
    std::string before_vi;
    std::string after_vi;
    std::string before_en;
    std::string after_en;
    std::string clause_before;
    std::string clause_after;
};

/// For every title that the subject may receive, in the order of office::titles().
std::vector<Difference> differences(const PackSet& packs, const Facts& facts, UnitKind unit, base::Date before, base::Date after);

/// What a stored verdict says against the same question asked again with today's facts and packs: one sentence a change,
/// empty when nothing differs. (Snapshot: Verdict keeps the hashes of facts and pack.)
std::vector<std::string> what_differs_vi(const Verdict& stored, const Verdict& again);

}  // namespace thidua::law
