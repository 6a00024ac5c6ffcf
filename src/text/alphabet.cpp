#include "text/alphabet.h"

#include <array>
#include <string_view>

#include "text/letters.h"

namespace thidua::text {
namespace {

constexpr std::u32string_view kAlphabet =
    U"abcdefghijklmnopqrstuvwxyzđàảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
static_assert(kAlphabet.size() == kLetters);

constexpr std::u32string_view kSigns = U"¢€£¥§®©°«»‘’“”„…–—•·×÷ø¡¿¬|ß";

struct Codes {
    std::array<LetterCode, 0x2000> letters;
    std::array<PrintCode, 0x2100> prints;
    std::array<LetterCode, kLetters> bare;

    Codes() {
        letters.fill(kNoLetter);
        prints.fill(kOtherPrint);
        for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
            letters[kAlphabet[i]] = static_cast<LetterCode>(i);
            letters[upper(kAlphabet[i])] = static_cast<LetterCode>(i);
        }
        for (std::size_t i = 0; i < kAlphabet.size(); ++i) bare[i] = letters[fold(kAlphabet[i])];
        for (std::size_t c = 0; c < 128; ++c) prints[c] = static_cast<PrintCode>(c);
        PrintCode next = 128;
        for (std::size_t i = 26; i < kAlphabet.size(); ++i) {
            prints[kAlphabet[i]] = next++;
            prints[upper(kAlphabet[i])] = next++;
        }
        for (const char32_t sign : kSigns) {
            if (sign >= 128) prints[sign] = next++;
        }
    }
};

const Codes& codes() {
    static const Codes built;
    return built;
}

}  // namespace

LetterCode letter_code(char32_t c) { return c < 0x2000 ? codes().letters[c] : kNoLetter; }
char32_t letter_of(LetterCode code) { return kAlphabet[code]; }
LetterCode bare_letter(LetterCode code) { return codes().bare[code]; }
PrintCode print_code(char32_t c) { return c < 0x2100 ? codes().prints[c] : kOtherPrint; }

}  // namespace thidua::text
