#pragma once
// Numbers in words, both ways: "một trăm hai mươi", "21: hai mươi mốt". For amounts in decisions and for reading them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace thidua::text {

/// 0 .. 999 tỷ tỷ: "một nghìn không trăm linh năm". Northern words: linh, nghìn.
std::string number_in_words(std::uint64_t number);

/// The inverse, tolerant: linh or lẻ, nghìn or ngàn, tư or bốn, mốt, lăm, mươi left out ("hai lăm"); case and blanks do
/// not matter. Empty when the words are no number.
std::optional<std::uint64_t> number_from_words(std::string_view words);

/// "ngày 14 tháng 3 năm 2024" spelled: "ngày mười bốn tháng ba năm hai nghìn không trăm hai mươi bốn".
std::string date_in_words(int day, int month, int year);

}  // namespace thidua::text
