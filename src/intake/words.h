#pragma once
// A passage as words, for grammars that must stand a few wrong letters: each word knows its folded form (no marks,
// small letters), so that "Chí thị" is still "chi thi".

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"

namespace thidua::intake {

struct Word {
    enum class Kind { kWord, kNumber, kSign, kCode };
    Kind kind = Kind::kWord;
    std::size_t begin = 0;  ///< bytes in the passage
    std::size_t end = 0;
    std::string folded;  ///< kSign: the sign, quotes as “ and ”, dashes as -; kCode: the tidied document number
    std::string lower;
    bool capital = false;  ///< begins with a capital
    bool caps = false;     ///< all its letters are capitals, two at least
    bool blank_before = false;
    bool blank_code = false;  ///< kCode whose number was left open

    bool is(std::string_view sign) const { return kind == Kind::kSign && folded == sign; }
};

using Words = std::vector<Word>;
/// Length in bytes of what a scanner leaves of a horn or a speck behind a word ("sự’ cố", "thứ? tư") at `at`; 0 when
/// the sign is meant. `quoted`: a single quote is open.
std::size_t speck_at(std::string_view text, std::size_t at, bool quoted);
Words split_words(std::string_view text);

/// Does `phrase` stand at word `at`? Its words are parted by one blank and compare folded; a leading "=" asks for the
/// exact small letters ("=về" is neither "vệ" nor "ve"). Returns the number of words matched, or 0.
std::size_t match(const Words& words, std::size_t at, std::string_view phrase);
/// The longest of `phrases` that stands at `at`: its number of words and which; {0, 0} when none does.
template <class Phrases>
std::pair<std::size_t, std::size_t> match_any(const Words& words, std::size_t at, const Phrases& phrases) {
    std::pair<std::size_t, std::size_t> best{0, 0};
    std::size_t index = 0;
    for (const auto& phrase : phrases) {
        const std::size_t length = match(words, at, phrase);
        if (length > best.first) best = {length, index};
        ++index;
    }
    return best;
}
template <class Phrases>
bool matches(const Words& words, std::size_t at, const Phrases& phrases) {
    return match_any(words, at, phrases).first > 0;
}
/// First place at or behind `from` where `phrase` stands; words.size() when nowhere.
std::size_t find_phrase(const Words& words, std::string_view phrase, std::size_t from = 0);

struct DateMatch {
    base::Date date;
    std::size_t words = 0;  ///< how many words it takes
};
/// "ngày 14 tháng 3 năm 2024", "ngày 12/3/2021", "12-3-2021" at word `at` ("ngày" may be absent).
std::optional<DateMatch> date_at(const Words& words, std::size_t at);
/// The whole number that word `at` is ("70", "05"); nullopt when it is not one of at most six digits.
std::optional<int> integer_at(const Words& words, std::size_t at);
/// Is a "." at `at` the end of a sentence (and not "TP." or "1.234")?
bool ends_sentence(const Words& words, std::size_t at);

}  // namespace thidua::intake
