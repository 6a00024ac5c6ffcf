#include "intake/words.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "intake/document_number.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_dash(char32_t c) { return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212'; }
/// Marks that NFD text carries behind its letter.
bool is_combining(char32_t c) { return c >= U'\u0300' && c <= U'\u036F'; }

/// Signs that stand inside a word or number when something of the right kind is on both sides.
bool joins(char32_t sign, char32_t before, char32_t after) {
    const bool both_digits = is_digit(before) && is_digit(after);
    const bool alnum_after = text::is_letter(after) || is_digit(after);
    if (sign == U'/' || is_dash(sign)) return alnum_after;
    if (sign == U'.' || sign == U',') {
        return both_digits || (sign == U'.' && text::is_upper(before) && text::is_upper(after));
    }
    if (sign == U':') return both_digits;
    return sign == U'\'' || sign == U'\u2019' || sign == U'&' ? alnum_after : false;
}

std::string sign_name(char32_t c, bool quote_open) {
    if (is_dash(c)) return "-";
    switch (c) {
        case U'"': return quote_open ? "”" : "“";
        case U'\u00AB': return "“";
        case U'\u00BB': return "”";
        case U'\u201E': return "“";
        default: break;
    }
    std::string out;
    base::append_utf8(out, c);
    return out;
}

void finish(Word& word, std::string_view text) {
    const std::string_view raw = text.substr(word.begin, word.end - word.begin);
    word.lower = text::lower(text::nfc(raw));
    if (word.folded.empty()) word.folded = text::fold(raw);
    bool digits = !raw.empty();
    int letters = 0;
    int capitals = 0;
    bool first = true;
    for (std::size_t at = 0; at < raw.size();) {
        const char32_t c = base::next_code_point(raw, at);
        const bool letter = text::is_letter(c);
        if (!is_digit(c)) digits = false;
        if (letter) {
            ++letters;
            if (text::is_upper(c)) ++capitals;
        }
        if (first) word.capital = letter && text::is_upper(c);
        first = false;
    }
    word.caps = letters >= 2 && capitals == letters;
    if (word.kind == Word::Kind::kWord && digits) word.kind = Word::Kind::kNumber;
}

}  // namespace

std::size_t speck_at(std::string_view text, std::size_t at, bool quoted) {
    std::size_t behind = at;
    const char32_t sign = base::next_code_point(text, behind);
    const bool tick = sign == U'\'' || sign == U'\u2019' || sign == U'`';
    if (!(tick || sign == U'?') || (tick && quoted)) return 0;
    if (behind >= text.size() || text[behind] != ' ') return tick && behind >= text.size() ? behind - at : 0;
    std::size_t next = behind + 1;
    if (next >= text.size()) return 0;
    const char32_t follows = base::next_code_point(text, next);
    return text::is_lower(follows) || is_digit(follows) ? behind - at : 0;
}

Words split_words(std::string_view text) {
    Words words;
    const auto numbers = find_document_numbers(text);
    std::size_t next_number = 0;
    bool blank = false;
    bool quote_open = false;
    bool single_open = false;
    for (std::size_t at = 0; at < text.size();) {
        while (next_number < numbers.size() && numbers[next_number].begin < at) ++next_number;
        if (next_number < numbers.size() && numbers[next_number].begin == at) {
            const NumberMatch& number = numbers[next_number++];
            Word word;
            word.kind = Word::Kind::kCode;
            word.begin = number.begin;
            word.end = number.end;
            word.folded = number.number;
            word.blank_code = number.blank;
            word.blank_before = blank;
            finish(word, text);
            words.push_back(std::move(word));
            at = number.end;
            blank = false;
            continue;
        }
        std::size_t after = at;
        char32_t c = base::next_code_point(text, after);
        if (c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00A0') {
            blank = true;
            at = after;
            continue;
        }
        if (c == U'\u2018' || (c == U'\'' && blank)) single_open = true;
        if (!blank && !words.empty() && words.back().end == at && words.back().kind == Word::Kind::kWord) {
            if (const std::size_t speck = speck_at(text, at, single_open)) {
                at += speck;
                continue;
            }
        }
        if (c == U'\u2019' || (c == U'\'' && !blank)) single_open = false;
        Word word;
        word.begin = at;
        word.blank_before = blank;
        blank = false;
        if (!text::is_letter(c) && !is_digit(c)) {
            word.kind = Word::Kind::kSign;
            word.folded = sign_name(c, quote_open);
            if (word.folded == "“") quote_open = true;
            if (word.folded == "”") quote_open = false;
            word.end = after;
            finish(word, text);
            words.push_back(std::move(word));
            at = after;
            continue;
        }
        char32_t before = c;
        std::size_t end = after;
        while (end < text.size()) {
            if (next_number < numbers.size() && numbers[next_number].begin == end) break;
            std::size_t look = end;
            c = base::next_code_point(text, look);
            if (!text::is_letter(c) && !is_digit(c) && !is_combining(c)) {
                if (look >= text.size()) break;
                std::size_t further = look;
                const char32_t next = base::next_code_point(text, further);
                if (!joins(c, before, next)) break;
            }
            before = c;
            end = look;
        }
        if (end < text.size() && text[end] == '%') ++end;  // "100%" is one word
        word.end = end;
        finish(word, text);
        words.push_back(std::move(word));
        at = end;
    }
    return words;
}

std::size_t match(const Words& words, std::size_t at, std::string_view phrase) {
    std::size_t count = 0;
    while (!phrase.empty()) {
        const std::size_t blank = phrase.find(' ');
        std::string_view part = phrase.substr(0, blank);
        phrase = blank == std::string_view::npos ? std::string_view() : phrase.substr(blank + 1);
        if (at + count >= words.size()) return 0;
        const Word& word = words[at + count];
        if (part.starts_with('=')) {
            if (word.lower != part.substr(1)) return 0;
        } else if (word.folded != part) {
            return 0;
        }
        ++count;
    }
    return count;
}

std::size_t find_phrase(const Words& words, std::string_view phrase, std::size_t from) {
    for (std::size_t i = from; i < words.size(); ++i) {
        if (match(words, i, phrase)) return i;
    }
    return words.size();
}

std::optional<int> integer_at(const Words& words, std::size_t at) {
    if (at >= words.size() || words[at].kind != Word::Kind::kNumber) return std::nullopt;
    const std::string& digits = words[at].folded;
    if (digits.empty() || digits.size() > 6) return std::nullopt;
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

std::optional<DateMatch> date_at(const Words& words, std::size_t at) {
    std::size_t i = at;
    while (i < words.size() && i < at + 2 && words[i].folded == "ngay") ++i;  // printed twice now and then
    if (i >= words.size()) return std::nullopt;
    if (const auto day = integer_at(words, i)) {
        std::size_t j = i + 1;
        if (j < words.size() && words[j].is(",")) return std::nullopt;
        if (!match(words, j, "thang")) return std::nullopt;
        const auto month = integer_at(words, j + 1);
        if (!month) return std::nullopt;
        j += 2;
        if (j < words.size() && words[j].is(",")) ++j;  // "tháng 8, năm 2023"
        // "tháng 9 tháng 2022", "tháng 6 ngăm 2010": slips of real documents, clear all the same.
        const bool named = j < words.size() && (words[j].folded == "thang" || words[j].folded.starts_with('n'));
        if (!named) return std::nullopt;
        const auto year = integer_at(words, j + 1);
        const base::Date date{year.value_or(0), *month, *day};
        if (!year || *year < 1900 || *year > 2199 || !base::is_valid(date)) return std::nullopt;
        return DateMatch{date, j + 2 - at};
    }
    std::string numeric = words[i].folded;
    for (char& c : numeric) {
        if (c == '.') c = '/';
    }
    const auto date = base::parse_vietnamese(numeric);
    if (!date || date->year < 1900 || date->year > 2199) return std::nullopt;
    return DateMatch{*date, i + 1 - at};
}

bool ends_sentence(const Words& words, std::size_t at) {
    if (at >= words.size() || !words[at].is(".")) return false;
    if (at + 1 >= words.size()) return true;
    if (at == 0) return false;
    const Word& before = words[at - 1];
    const Word& after = words[at + 1];
    constexpr std::array<std::string_view, 9> kShort{"tp", "tx", "tt", "ths", "ts", "gs", "pgs", "kt", "tm"};
    if (std::find(kShort.begin(), kShort.end(), before.folded) != kShort.end()) return false;
    if (!after.blank_before && after.kind == Word::Kind::kWord && before.caps) return false;
    if (after.is(".") || after.is("”") || after.is("/") || after.is(";") || after.is(",")) return false;
    return after.capital || after.kind != Word::Kind::kWord || after.caps;
}

}  // namespace thidua::intake
