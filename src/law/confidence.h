#pragma once
// How far a rule, a figure or a clause has been checked against the text of the law.

#include <optional>
#include <string_view>

namespace thidua::law {

/// In falling order of certainty, so that the weakest of several is the greatest.
enum class Confidence {
    kSeen,        ///< the wording was read in a text that reproduces the law
    kSeenSecond,  ///< read in a text that reports it, or in another body's text that repeats it
    kRecalled,    ///< from memory, not checked
    kUnverified,  ///< a reading or a default of this project; nothing was found
};

/// "seen", "seen-2nd", "recalled", "unverified": as packs spell it.
std::string_view spelling(Confidence confidence);
std::optional<Confidence> parse_confidence(std::string_view spelling);

/// Words for a person; empty for kSeen, otherwise never empty: what is doubtful says so on every screen.
std::string_view doubt_vi(Confidence confidence);
std::string_view doubt_en(Confidence confidence);

/// True when a rule may decide on its own; below that a person must compare with the official text first.
constexpr bool may_decide(Confidence confidence) { return confidence <= Confidence::kSeenSecond; }

constexpr Confidence weaker(Confidence a, Confidence b) { return a < b ? b : a; }

}  // namespace thidua::law
