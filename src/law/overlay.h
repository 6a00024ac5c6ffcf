#pragma once
// A province's Quy chế or a unit's own rules on top of a national pack: other values of parameters, further criteria of
// titles. What would lower a national minimum is not applied: it is a conflict that is shown.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "law/pack.h"

namespace thidua::law {

struct OverlayConflict {
    std::string pack;  ///< id
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

/// One overlay among several.
struct OverlayText {
    std::string name;  ///< to show in errors
    std::string text;
};
struct OverlayResult {
    std::optional<base::Error> refused;  ///< why nothing of it is applied
    std::vector<OverlayConflict> conflicts;
};
struct OverlaidAll {
    PackSet packs;
    std::vector<OverlayResult> results;  ///< in the order of the overlays
};
/// Several overlays, in order of rank: what an earlier one raised binds the later ones. One that is refused changes
/// nothing and does not hinder the others.
OverlaidAll apply_overlays(const std::vector<PackText>& texts, const std::vector<OverlayText>& overlays);

/// Overlay file: {"overlay", "version", "on": "R1", "owner", "name", "instruments", "parameters": [{"id", "value",
/// "clause", "confidence", "source"}], "criteria": [{"title", "subject", "add": {criterion}}]}. The criteria of a title
/// can only be added to. Errors (kBadInput) name file:line: unknown pack, title or parameter, a value of a fixed
/// parameter's wrong type, an owner who may not set it. `texts` are those the set was read from.
base::Result<Overlaid> apply_overlay(const std::vector<PackText>& texts, std::string_view overlay,
                                     std::string_view file);

}  // namespace thidua::law
