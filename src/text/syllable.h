#pragma once
// Which letter sequences can be a Vietnamese syllable: onset, rhyme, and the tones a final stop allows.

#include <string_view>

namespace thidua::text {

/// True for one syllable as Vietnamese spelling forms it (either tone style, any case, composed letters): "nghiệp",
/// "thuỷ". Loan spellings (Đắk, Krông) and abbreviations are not.
bool is_syllable(std::u32string_view letters);
bool is_syllable(std::string_view utf8);

}  // namespace thidua::text
