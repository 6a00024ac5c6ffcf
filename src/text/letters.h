#pragma once
// The Vietnamese letters: composition (NFC), case, marks and tones. Everything below works on UTF-8 and never fails:
// broken bytes become U+FFFD, characters that are not Vietnamese pass through.

#include <string>
#include <string_view>

namespace thidua::text {

/// Tone mark (dấu thanh), in the order in which dictionaries sort them (CLDR vi).
enum class Tone : unsigned char {
    kLevel,  ///< ngang: no mark
    kGrave,  ///< huyền
    kHook,   ///< hỏi
    kTilde,  ///< ngã
    kAcute,  ///< sắc
    kDot,    ///< nặng
};

/// What makes â, ă, ơ, ư, đ other letters than a, o, u, d.
enum class Shape : unsigned char { kPlain, kBreve, kCircumflex, kHorn, kStroke };

struct Letter {
    char32_t base = 0;  ///< 'a'..'z', lower case; or the character itself when it is no Vietnamese letter
    Shape shape = Shape::kPlain;
    Tone tone = Tone::kLevel;
    bool upper = false;

    bool operator==(const Letter&) const = default;
};

/// Takes a composed letter apart: U'Ậ' is {'a', circumflex, dot, upper}.
Letter decompose(char32_t character);
/// The inverse; a combination that does not exist (q with a tone) gives the base letter without what it cannot carry.
char32_t compose(const Letter& letter);

/// A letter of any Latin alphabet in the ranges Vietnamese text meets (ASCII, Latin-1, Extended-A, Ơ Ư, Additional).
bool is_letter(char32_t character);
bool is_digit(char32_t character);
/// One of the 12 Vietnamese vowels with any tone, any case.
bool is_vowel(char32_t character);
bool is_upper(char32_t character);
bool is_lower(char32_t character);

char32_t lower(char32_t character);
char32_t upper(char32_t character);
std::string lower(std::string_view text);
std::string upper(std::string_view text);

/// Unicode NFC for Latin letters with the eight marks that Vietnamese uses (grave, acute, circumflex, tilde, breve,
/// hook, horn, dot below), in any order and number; other combining marks are left where they stand.
std::string nfc(std::string_view text);

/// Lower case, marks off, đ to d: "Đường Lê Lợi" gives "duong le loi". The form that searches compare.
std::string fold(std::string_view text);
/// One character of the same.
char32_t fold(char32_t character);

/// Removes tone and vowel marks and keeps the case: what a phone without Vietnamese typing sends.
std::string strip_marks(std::string_view text);

/// Where the tone stands in open oa, oe, uy: "hòa, khỏe, thủy" (old) or "hoà, khoẻ, thuỷ" (new).
enum class ToneStyle { kOld, kNew };
/// Moves tones to the given style, syllable by syllable; nothing else changes.
std::string with_tone_style(std::string_view text, ToneStyle style);

}  // namespace thidua::text
