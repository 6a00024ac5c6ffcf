#pragma once
// Base64 with the alphabet for addresses (RFC 4648 §5), without padding.

#include <optional>
#include <string>
#include <string_view>

namespace thidua::share {

std::string to_base64url(std::string_view bytes);
/// Only characters of the alphabet; says nothing about the length.
bool is_base64url(std::string_view text);
/// Nothing when a character is not of the alphabet, the length cannot be, or unused bits are set: one text for one
/// value.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace thidua::share
