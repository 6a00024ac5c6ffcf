#include "text/collate.h"

#include <cctype>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

// CLDR root order of what is neither digit nor letter; white space first.
constexpr std::u32string_view kPunctuation = U"\t\n\v\f\r _-–—,;:!?.'‘’\"“”«»()[]{}@*/\\&#%`^+<=>|~$";
// Places are spread so that later characters can be put between without new keys for files that keep them.
constexpr unsigned char kSeparator = 0x01;
constexpr unsigned char kCommon = 0x05;
constexpr unsigned char kFirstPunctuation = 0x10;
constexpr unsigned char kFirstDigit = 0x60;
constexpr unsigned char kFirstLetter = 0x70;
constexpr unsigned char kOther = 0xF0;

// The 33 letters that count at the first level: 26 Latin ones and ă â đ ê ô ơ ư behind their bases.
unsigned char letter_weight(const Letter& letter) {
    constexpr std::u32string_view kOrder = U"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    const char32_t bare = compose({letter.base, letter.shape, Tone::kLevel, false});
    const std::size_t at = kOrder.find(bare);
    return at == std::u32string_view::npos ? 0 : static_cast<unsigned char>(kFirstLetter + 2 * at);
}

void push(std::string& out, unsigned char weight) { out.push_back(static_cast<char>(weight)); }

}  // namespace

std::string sort_key(std::string_view text) {
    std::string first;
    std::string second;
    std::string third;
    const std::string composed = nfc(text);
    for (std::size_t at = 0; at < composed.size();) {
        const char32_t c = base::next_code_point(composed, at);
        if (c < 0x20 && !(c >= '\t' && c <= '\r')) continue; // control characters do not count
        const Letter letter = decompose(c);
        const unsigned char weight = letter_weight(letter);
        push(second, kCommon);
        push(third, letter.upper ? kCommon + 1 : kCommon);
        if (weight != 0) {
            push(first, weight);
            if (letter.tone != Tone::kLevel) {
                push(second, static_cast<unsigned char>(kCommon + static_cast<unsigned char>(letter.tone)));
                push(third, kCommon);
            }
        } else if (is_digit(c)) {
            push(first, static_cast<unsigned char>(kFirstDigit + (c - '0')));
        } else if (const std::size_t place = kPunctuation.find(c); place != std::u32string_view::npos) {
            push(first, static_cast<unsigned char>(kFirstPunctuation + place));
        } else { // other scripts behind z, by code point
            push(first, kOther);
            push(first, static_cast<unsigned char>(0x02 + ((letter.base >> 14) & 0x7F)));
            push(first, static_cast<unsigned char>(0x02 + ((letter.base >> 7) & 0x7F)));
            push(first, static_cast<unsigned char>(0x02 + (letter.base & 0x7F)));
        }
    }
    push(first, kSeparator);
    push(second, kSeparator);
    return first + second + third;
}

int compare(std::string_view a, std::string_view b) {
    const int order = sort_key(a).compare(sort_key(b));
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

PersonName split_name(std::string_view full_name) {
    std::string words[3]; // family, middle, given
    std::string_view rest = full_name;
    const auto next_word = [&]() -> std::string_view {
        std::size_t begin = 0;
        while (begin < rest.size() && std::isspace(static_cast<unsigned char>(rest[begin]))) ++begin;
        std::size_t end = begin;
        while (end < rest.size() && !std::isspace(static_cast<unsigned char>(rest[end]))) ++end;
        const std::string_view word = rest.substr(begin, end - begin);
        rest.remove_prefix(end);
        return word;
    };
    bool first = true;
    for (std::string_view word = next_word(); !word.empty(); word = next_word()) {
        if (!words[2].empty()) {
            std::string& place = first ? words[0] : words[1];
            if (!place.empty()) place += ' ';
            place += words[2];
            first = false;
        }
        words[2] = word;
    }
    return {words[0], words[1], words[2]};
}

std::string name_sort_key(std::string_view full_name) {
    const PersonName name = split_name(full_name);
    // Equal given names: then by family name, then by what stands between, as class and staff lists do.
    return sort_key(name.given) + sort_key(name.family) + sort_key(name.middle);
}

int compare_names(std::string_view a, std::string_view b) {
    const int order = name_sort_key(a).compare(name_sort_key(b));
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

}  // namespace thidua::text
