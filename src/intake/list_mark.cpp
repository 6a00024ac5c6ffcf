#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "intake/paragraphs.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 1..39, the numbers that sections reach; 0 when it is no Roman number in proper form.
int roman_value(std::string_view letters) {
    if (letters.empty() || letters.size() > 6) return 0;
    constexpr std::array<std::string_view, 10> kUnits{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    int tens = 0;
    while (letters.starts_with('X') && tens < 3) {
        letters.remove_prefix(1);
        ++tens;
    }
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
        if (letters == kUnits[i]) return tens * 10 + static_cast<int>(i);
    }
    return 0;
}

/// Order of points: a b c d đ e g h i k l m n o p q r s t u v x y (NĐ 30/2020 Phụ lục I, II.5).
constexpr std::array<std::string_view, 23> kPoints{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                                   "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const std::size_t blank = blank_at(text, at);
        if (blank == 0) break;
        at += blank;
    }
    return at;
}

bool word_is(std::string_view text, std::size_t at, std::string_view folded, std::size_t& after) {
    std::size_t end = at;
    while (end < text.size() && blank_at(text, end) == 0) ++end;
    if (end - at > 12 || text::fold(text.substr(at, end - at)) != folded) return false;
    after = end;
    return true;
}

}  // namespace

int ListMark::rank() const {
    switch (style) {
        case Style::kPart: return 0;
        case Style::kChapter: return 1;
        case Style::kCapital: return 2;
        case Style::kRoman: return 3;
        case Style::kArticle: return 4;
        case Style::kNumber: return 10 + std::min(depth, 9);
        case Style::kLetter: return 20;
        case Style::kBracket: return 21;
        case Style::kDash: return 22;
        case Style::kPlus: return 23;
        case Style::kNone: break;
    }
    return 30;
}

ListMark list_mark(std::string_view source, std::size_t begin, std::size_t end) {
    const std::string_view text = source.substr(0, std::min(end, source.size()));
    ListMark mark;
    std::size_t at = begin;
    if (at >= text.size()) return mark;
    const auto done = [&](ListMark::Style style, std::string label, int ordinal, std::size_t behind) {
        mark.style = style;
        mark.label = std::move(label);
        mark.ordinal = ordinal;
        mark.text_begin = skip_blanks(text, behind);
        return mark;
    };

    std::size_t after = at;
    const char32_t first = base::next_code_point(text, after);
    if (first == U'-' || (first >= U'\u2010' && first <= U'\u2015') || first == U'\u2022' || first == U'*' ||
        first == U'\u25CF' || first == U'\u25AA' || first == U'\uF02D' || first == U'\uF0B7') {
        if (after >= text.size()) return mark;
        return done(ListMark::Style::kDash, "-", 0, after);
    }
    if (first == U'+') return after >= text.size() ? mark : done(ListMark::Style::kPlus, "+", 0, after);

    // "Điều 1.", "Chương II", "Phần thứ nhất", "Mục 2", "Phụ lục I"
    std::size_t behind = at;
    if (word_is(text, at, "dieu", behind)) {
        std::size_t digits = skip_blanks(text, behind);
        const std::size_t digits_begin = digits;
        while (digits < text.size() && is_digit(text[digits]) && digits - digits_begin < 3) ++digits;
        if (digits > digits_begin && digits < text.size() && (text[digits] == '.' || text[digits] == ':')) {
            const std::string number(text.substr(digits_begin, digits - digits_begin));
            int value = 0;
            for (const char c : number) value = value * 10 + (c - '0');
            return done(ListMark::Style::kArticle, "Điều " + number, value, digits + 1);
        }
        return mark;
    }
    if (word_is(text, at, "chuong", behind) || word_is(text, at, "phan", behind)) {
        const bool chapter = text::fold(text.substr(at, behind - at)) == "chuong";
        std::size_t number_begin = skip_blanks(text, behind);
        std::size_t number_end = number_begin;
        while (number_end < text.size() && blank_at(text, number_end) == 0 && text[number_end] != '.' &&
               text[number_end] != ':') {
            ++number_end;
        }
        const int value = roman_value(text.substr(number_begin, number_end - number_begin));
        if (value == 0) return mark;
        const std::size_t text_at = number_end < text.size() && (text[number_end] == '.' || text[number_end] == ':')
                                        ? number_end + 1
                                        : number_end;
        return done(chapter ? ListMark::Style::kChapter : ListMark::Style::kPart,
                    std::string(text.substr(at, number_end - at)), value, text_at);
    }

    if (text[at] == '(') {  // "(1) …", "(a) …"
        std::size_t close = at + 1;
        while (close < text.size() && close - at <= 3 && text[close] != ')') ++close;
        if (close >= text.size() || text[close] != ')' || close == at + 1) return mark;
        const std::string inner(text.substr(at + 1, close - at - 1));
        const bool number = std::all_of(inner.begin(), inner.end(), is_digit);
        const bool point = std::find(kPoints.begin(), kPoints.end(), inner) != kPoints.end();
        if (!number && !point) return mark;
        int value = 0;
        if (number) {
            for (const char c : inner) value = value * 10 + (c - '0');
        }
        return done(ListMark::Style::kBracket, "(" + inner + ")", value, close + 1);
    }

    if (is_digit(text[at])) {  // "1.", "1)", "1/", "1.2.", "1.2"
        std::size_t i = at;
        std::string label;
        int depth = 0;
        int value = 0;
        while (i < text.size() && is_digit(text[i])) {
            std::size_t digits = i;
            value = 0;
            while (digits < text.size() && is_digit(text[digits]) && digits - i < 3)
                value = value * 10 + (text[digits++] - '0');
            if (digits - i > 2 || value == 0) return mark;  // "2024.", "100"
            if (!label.empty()) label += '.';
            label += text.substr(i, digits - i);
            ++depth;
            i = digits;
            if (i < text.size() && text[i] == '.') {
                ++i;
                continue;
            }
            break;
        }
        const char last = text[i - 1];
        if (last != '.') {
            if (i < text.size() && (text[i] == ')' || text[i] == '/')) {
                if (depth > 1) return mark;
                ++i;
            } else if (depth < 2) {
                return mark;
            }
        }
        if (i >= text.size()) return mark;
        if (last != '.' || depth > 1 || text[i - 1] != '.') {
            if (blank_at(text, i) == 0) return mark;  // "12/3/2024", "1.234.567"
        } else if (blank_at(text, i) == 0) {          // "1.Mục đích" is seen in scans; "1.Mục" but not "1.a"
            std::size_t look = i;
            if (!text::is_upper(base::next_code_point(text, look))) return mark;
        }
        mark.depth = depth;
        return done(ListMark::Style::kNumber, std::move(label), value, i);
    }

    // "I.", "IV/", "A.", "a)", "đ)", "a."
    std::size_t letters_end = at;
    while (letters_end < text.size() && letters_end - at < 6 &&
           (text[letters_end] == 'I' || text[letters_end] == 'V' || text[letters_end] == 'X')) {
        ++letters_end;
    }
    const int roman = roman_value(text.substr(at, letters_end - at));
    if (roman > 0 && letters_end < text.size()) {
        const char sign = text[letters_end];
        if (sign == '.' || sign == '/' || sign == ')' || sign == '-' || sign == ':') {
            const std::size_t words = skip_blanks(text, letters_end + 1);
            std::size_t look = words;
            const bool glued = sign == '/' && words == letters_end + 1;  // "V/v", "I/O"
            if (words < text.size() && !is_digit(text[words]) && !glued) {
                const char32_t next = base::next_code_point(text, look);
                if (text::is_upper(next) || next == U'“' || next == U'"') {
                    return done(ListMark::Style::kRoman, std::string(text.substr(at, letters_end - at)), roman,
                                letters_end + 1);
                }
            }
        }
    }
    if (after < text.size() && (text[after] == ')' || text[after] == '.' || text[after] == '/') &&
        text::is_letter(first)) {
        const std::string letter = text::lower(text.substr(at, after - at));
        const auto point = std::find(kPoints.begin(), kPoints.end(), letter);
        const std::size_t words = skip_blanks(text, after + 1);
        if (point == kPoints.end() || words >= text.size()) return mark;
        const int ordinal = static_cast<int>(point - kPoints.begin()) + 1;
        const bool capital = text::is_upper(first);
        if (capital && text[after] == '.' && words > after + 1 && ordinal <= 8) {
            return done(ListMark::Style::kCapital, std::string(text.substr(at, after - at)), ordinal, after + 1);
        }
        if (!capital && (text[after] == ')' || (text[after] == '.' && words > after + 1))) {
            return done(ListMark::Style::kLetter, letter, ordinal, after + 1);
        }
    }
    return mark;
}

}  // namespace thidua::intake
