#pragma once
// Numbers, dates and the codes of official documents ("21/NQ-HĐND", "184-KH/TU") as patterns (NĐ 30/2020, Phụ lục I,
// II.3 and Phụ lục III; party documents by their own rule). Internal.

#include <string>
#include <string_view>

namespace thidua::text {

/// Length of the document code that begins at `at`, 0 when there is none; `clean` becomes the code as it should be
/// written: no blanks, no doubled hyphens, Đ where abbreviations have it.
std::size_t match_code(std::u32string_view line, std::size_t at, std::string& clean);

/// Length of the number, date, amount or range of figures that begins at `at`, 0 when there is none.
std::size_t match_number(std::u32string_view line, std::size_t at);

/// "I1", "lll", "1V" at the head of a line, before "." or ")": the Roman numeral meant, or empty.
std::string roman_mark(std::u32string_view token);

/// Đ put where well-known abbreviations have it: "HDND" gives "HĐND".
std::u32string with_d_stroke(std::u32string_view abbreviation);

}  // namespace thidua::text
