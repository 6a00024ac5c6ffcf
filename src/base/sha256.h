#pragma once
// SHA-256 (FIPS 180-4), for the journal's hash chain and the pinned data files.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace thidua::base {

using Sha256Digest = std::array<std::uint8_t, 32>;

Sha256Digest sha256(std::string_view bytes);
/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace thidua::base
