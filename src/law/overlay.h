#pragma once
// A province's Quy chế or a unit's own rules on top of a national pack: other values of parameters, further criteria of titles.
// What would lower a national minimum is not applied: it is a conflict that is shown.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "law/pack.h"

namespace thidua::law {

struct OverlayConflict {
    std::string parameter;
    std::string clause;  ///< national
    int line = 0;        ///< of the overlay
    std::string vi;
    std::string en;
};

struct Overlaid {
    PackSet packs;  ///< the set with the overlay on its pack, without the conflicting values
    std::vector<OverlayConflict> conflicts;
};

/// Overlay file: {"overlay", "version", "on": "R1", "owner", "name", "instruments", "parameters": [{"id", "value", "clause",
/// "confidence", "source"}], "criteria": [{"title", "subject", "add": {criterion}}]}. The criteria of a title can only be added to.
/// Errors (kBadInput) name file:line: unknown pack, title or parameter, a value of a fixed parameter's wrong type, an owner
/// who may not set it. `texts` are those the set was read from.
base::Result<Overlaid> apply_overlay(const std::vector<PackText>& texts, std::string_view overlay, std::string_view file);

}  // namespace thidua::law
