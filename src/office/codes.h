#pragma once
// The words by which enumerations stand in files and JSON: ASCII, stable for ever. One table each.

#include <optional>
#include <span>
#include <string_view>

#include "office/dossier.h"
#include "office/people.h"
#include "office/plan.h"

namespace thidua::office {

/// All words of an enumeration, in the order of its values.
std::span<const std::string_view> codes(PlanStatus);
std::span<const std::string_view> codes(PlanOrigin);
std::span<const std::string_view> codes(PlanItem::Kind);
std::span<const std::string_view> codes(BasisDocument::Role);
std::span<const std::string_view> codes(Task::Kind);
std::span<const std::string_view> codes(Task::State);
std::span<const std::string_view> codes(Gender);
std::span<const std::string_view> codes(Rating);
std::span<const std::string_view> codes(Answer);
std::span<const std::string_view> codes(Initiative::Kind);
std::span<const std::string_view> codes(Initiative::Level);
std::span<const std::string_view> codes(AwardBasis::Ground);

template <class Enum>
std::string_view code(Enum value) {
    return codes(value)[static_cast<std::size_t>(value)];
}

/// nullopt when there is no such word.
template <class Enum>
std::optional<Enum> from_code(std::string_view word) {
    const auto words = codes(Enum{});
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == word) return static_cast<Enum>(at);
    }
    return std::nullopt;
}

}  // namespace thidua::office
