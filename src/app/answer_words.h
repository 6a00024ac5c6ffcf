#pragma once
// What a kept answer (office::LawAnswer) was asked and said, in Vietnamese words, for tables.

#include <string>
#include <string_view>

namespace thidua::app {

/// The fact's name, the question of the law, or what the period is; the key itself when no pack knows it.
std::string asked_words(std::string_view key);
/// "Có", "Không", "Hoàn thành tốt nhiệm vụ"; the value itself where it is free text.
std::string answered_words(std::string_view key, std::string_view value);

}  // namespace thidua::app
