#pragma once
// The insides of reading packs that overlays share.

#include "law/checked_object.h"
#include "law/pack.h"

namespace thidua::law {

/// Parameters are counts, shares, amounts: 0 to this.
inline constexpr double kMostValue = 1e9;

std::optional<Owner> parse_owner(std::string_view word);
std::string_view spelling(Owner owner);
std::string_view words_vi(Owner owner);
Instrument read_instrument(const Located& value, Mistake& mistake);

/// Another value for a parameter when criteria take it.
struct ParameterValue {
    std::string pack;
    std::string id;
    double value = 0;
    std::string clause;
    Confidence confidence = Confidence::kUnverified;
    std::string source;
    Owner owner = Owner::kUnit;
    std::string overlay;  ///< name of the overlay that brings it
};
/// Instruments that an overlay brings, so that its clauses may be cited.
struct MoreInstruments {
    std::string pack;
    std::vector<Instrument> instruments;
};

base::Result<PackSet> read_packs_with(const std::vector<PackText>& texts, const std::vector<ParameterValue>& values,
                                      const std::vector<MoreInstruments>& more);

}  // namespace thidua::law
