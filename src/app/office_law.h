#pragma once
// The law as it binds this office: the national packs with the office's local rules (Quy chế) on them, what of those
// rules could not be applied, and every parameter in force with its owner and source.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "law/overlay.h"
#include "law/pack.h"
#include "office/year_book.h"

namespace thidua::app {

/// What became of one overlay of the book.
struct OverlayState {
    base::Id<office::RuleOverlay> id;
    std::string name;
    bool active = false;
    std::optional<base::Error> refused;           ///< why nothing of it is applied
    std::vector<law::OverlayConflict> conflicts;  ///< values that would go below a national minimum: not applied

    bool applied() const { return active && !refused; }
};

struct OfficeLaw {
    std::shared_ptr<const law::PackSet> packs;
    std::vector<OverlayState> overlays;  ///< in the order of the book
};

/// Costs a reading of all packs for each active overlay; nothing when there is none. Keep it with what it was made
/// from.
OfficeLaw law_of(const std::vector<office::RuleOverlay>& overlays);

/// One parameter of the pack in force on a day.
struct ParameterRow {
    law::Parameter now;  ///< with the overlays; its owner, clause, source and confidence are the overlay's
    const law::Parameter* national = nullptr;     ///< as the pack has it
    bool changed = false;                         ///< an overlay set it
    std::string overlay;                          ///< that overlay's name
    std::vector<law::OverlayConflict> conflicts;  ///< values that overlays wanted and did not get
};
/// Empty when no pack covers the day.
std::vector<ParameterRow> parameters_in_force(const OfficeLaw& law, const base::Date& on);

/// A new value for a parameter, as a person writes it down.
struct ParameterEdit {
    std::string pack;       ///< "R1"
    std::string parameter;  ///< id
    double value = 0;
    law::Owner owner = law::Owner::kUnit;  ///< province, sector or unit: who set it
    std::string document;                  ///< "Quyết định 07/2022/QĐ-UBND": number of the text that says so
    std::string article;                   ///< "Điều 5 khoản 2"; may be empty
    std::string source;                    ///< where it was read, in words
    bool compared = false;  ///< the person has read it in the official text; otherwise the value stays marked
};
/// The overlay to add (its id is 0) or to edit so that the value holds: that of the same pack and owner, or a new one.
/// Errors (kBadInput): no number or no document, an unknown parameter, a value against the national bound (with the
/// reason), an overlay text that cannot be read.
base::Result<office::RuleOverlay> with_parameter(const std::vector<office::RuleOverlay>& overlays,
                                                 const ParameterEdit& edit);
/// The overlay without that parameter: the national value holds again. The text stays, even when nothing is left in it.
/// kNotFound when no overlay sets it.
base::Result<office::RuleOverlay> without_parameter(const std::vector<office::RuleOverlay>& overlays,
                                                    std::string_view pack, std::string_view parameter);
/// Whether the packs accept the overlay's text: the error, or the conflicts (not applied, to be shown).
base::Result<std::vector<law::OverlayConflict>> check_overlay(const office::RuleOverlay& overlay);

}  // namespace thidua::app
