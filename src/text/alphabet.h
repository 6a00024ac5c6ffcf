#pragma once
// Small numbers for letters: the lower-case letters words are spelt with, and the characters OCR may print.

#include <cstdint>

namespace thidua::text {

/// 0..kLetters-1: a..z, đ, then the marked vowels. 255 for anything else. Case is ignored.
using LetterCode = std::uint8_t;
inline constexpr int kLetters = 93;
inline constexpr LetterCode kNoLetter = 255;

LetterCode letter_code(char32_t character);
char32_t letter_of(LetterCode code);
/// Code of the same letter without marks.
LetterCode bare_letter(LetterCode code);

/// A printed character: below 128 itself, then marked letters in lower and upper case, then signs OCR is fond of.
using PrintCode = std::uint16_t;
inline constexpr PrintCode kPrints = 384;
inline constexpr PrintCode kOtherPrint = kPrints - 1;

PrintCode print_code(char32_t character);

}  // namespace thidua::text
