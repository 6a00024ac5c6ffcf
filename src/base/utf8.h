#pragma once
// UTF-8 (RFC 3629) in and out. Broken bytes decode to U+FFFD one byte at a time, never beyond the end.

#include <cstddef>
#include <string>
#include <string_view>

namespace thidua::base {

inline constexpr char32_t kReplacement = U'\uFFFD';

/// Decodes the code point at byte `at` (< text.size()) and moves `at` behind it.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);
bool is_valid_utf8(std::string_view text);
/// Number of code points (broken bytes count one each).
std::size_t code_point_count(std::string_view text);

}  // namespace thidua::base
