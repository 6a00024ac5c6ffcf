#pragma once
// The smallest set of facts that would flip an outcome.

#include <vector>

#include "law/change.h"
#include "law/evaluation.h"

namespace thidua::law {

/// Sets of changes that may bring `criterion` to `wanted` (kMet or kNotMet), smallest first, at most a handful.
/// One empty set: it is so already. None: no fact of the catalogue can do it.
/// They are proposals: facts shared by several parts can make a set fail, so they are re-evaluated before use.
std::vector<std::vector<Change>> ways_to(const Criterion& criterion, const Frame& frame, Outcome wanted);

}  // namespace thidua::law
