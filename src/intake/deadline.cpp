#include "intake/deadline.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace thidua::intake {
namespace {

struct Part {
    base::Date date;
    std::size_t words = 0;
};

int quarter_of(const Word& word) {
    constexpr std::array<std::string_view, 4> kRoman{"i", "ii", "iii", "iv"};
    for (std::size_t q = 0; q < kRoman.size(); ++q) {
        if (word.folded == kRoman[q] || word.folded == std::to_string(q + 1)) return static_cast<int>(q) + 1;
    }
    return 0;
}

base::Date end_of_month(int year, int month) { return {year, month, base::days_in_month(year, month)}; }

int plausible_year(const Words& words, std::size_t at) {
    const int year = integer_at(words, at).value_or(0);
    return year >= 1990 && year <= 2199 ? year : 0;
}

/// "12/2025" → month and year, "25/12" → day and month; both zero when the word is neither.
std::pair<int, int> two_numbers(const Word& word) {
    const std::size_t slash = word.folded.find('/');
    if (slash == std::string::npos || slash == 0 || word.folded.find('/', slash + 1) != std::string::npos)
        return {0, 0};
    const auto number = [](std::string_view digits) {
        if (digits.empty() || digits.size() > 4) return 0;
        int value = 0;
        for (const char c : digits) {
            if (c < '0' || c > '9') return 0;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    return {number(std::string_view(word.folded).substr(0, slash)),
            number(std::string_view(word.folded).substr(slash + 1))};
}

/// "của năm tiếp theo", "năm sau" at `at`: words, or 0.
std::size_t following_year(const Words& words, std::size_t at) {
    const std::size_t of = match(words, at, "cua");
    for (const std::string_view next : {"nam tiep theo", "nam sau", "nam ke tiep"}) {
        if (const std::size_t length = match(words, at + of, next)) return of + length;
    }
    return 0;
}

/// "6 tháng đầu năm 2025" at `at`; its last day.
std::optional<Part> half_year_at(const Words& words, std::size_t at, int year) {
    if (integer_at(words, at) != 6 || !match(words, at + 1, "thang")) return std::nullopt;
    const bool first = match(words, at + 2, "dau nam") > 0;
    if (!first && !match(words, at + 2, "cuoi nam")) return std::nullopt;
    const int own = plausible_year(words, at + 4);
    if (own == 0 && year == 0) return std::nullopt;
    return Part{end_of_month(own > 0 ? own : year, first ? 6 : 12), own > 0 ? std::size_t{5} : std::size_t{4}};
}

/// A day, month, quarter or year at `at`; its last day.
std::optional<Part> time_at(const Words& words, std::size_t at, int year) {
    if (at >= words.size()) return std::nullopt;
    if (const auto date = date_at(words, at)) return Part{date->date, date->words};
    if (const auto half = half_year_at(words, at, year)) return half;
    if (words[at].folded == "cuoi" || words[at].lower == "hết") {
        const auto part = time_at(words, at + 1, year);
        return part ? std::optional(Part{part->date, part->words + 1}) : std::nullopt;
    }
    std::size_t i = at;
    const bool day = words[i].folded == "ngay";
    if (day) ++i;
    if (i >= words.size()) return std::nullopt;
    const auto [a, b] = two_numbers(words[i]);
    if (a >= 1 && a <= 31 && b >= 1 && b <= 12) {  // "25/12"
        std::size_t used = i + 1 - at;
        int its_year = year;
        if (match(words, i + 1, "nam") && plausible_year(words, i + 2)) {
            its_year = plausible_year(words, i + 2);
            used += 2;
        }
        const base::Date date{its_year, b, a};
        if (its_year > 0 && base::is_valid(date)) return Part{date, used};
        return std::nullopt;
    }
    if (!day && a >= 1 && a <= 12 && b >= 1990 && b <= 2199) return Part{end_of_month(b, a), 1};  // "12/2025"
    if (day) {
        const auto number = integer_at(words, i);
        if (number && match(words, i + 1, "thang")) {  // "ngày 25 tháng 12" without year
            const auto month = integer_at(words, i + 2);
            const std::size_t next = following_year(words, i + 3);
            const base::Date date{year + (next > 0 ? 1 : 0), month.value_or(0), *number};
            if (year > 0 && base::is_valid(date)) return Part{date, i + 3 + next - at};
        }
        return std::nullopt;
    }
    if (words[i].folded == "thang") {
        if (i + 1 >= words.size()) return std::nullopt;
        const auto [month, its_year] = two_numbers(words[i + 1]);
        if (month >= 1 && month <= 12 && its_year >= 1990) return Part{end_of_month(its_year, month), 2};
        const auto number = integer_at(words, i + 1);
        if (!number || *number < 1 || *number > 12) return std::nullopt;
        if (match(words, i + 2, "nam") && plausible_year(words, i + 3)) {
            return Part{end_of_month(plausible_year(words, i + 3), *number), 4};
        }
        if (year > 0) return Part{end_of_month(year, *number), 2};
        return std::nullopt;
    }
    if (words[i].lower == "quý") {
        if (i + 1 >= words.size()) return std::nullopt;
        std::string digits = words[i + 1].folded;
        const std::size_t slash = digits.find('/');
        Word quarter_word = words[i + 1];
        int its_year = 0;
        if (slash != std::string::npos) {  // "II/2024"
            quarter_word.folded = digits.substr(0, slash);
            for (const char c : digits.substr(slash + 1)) {
                if (c < '0' || c > '9' || its_year > 9999) return std::nullopt;
                its_year = its_year * 10 + (c - '0');
            }
        }
        const int quarter = quarter_of(quarter_word);
        if (quarter == 0) return std::nullopt;
        std::size_t used = 2;
        if (its_year == 0 && match(words, i + 2, "nam") && plausible_year(words, i + 3)) {
            its_year = plausible_year(words, i + 3);
            used = 4;
        }
        if (its_year == 0) its_year = year;
        if (its_year < 1990 || its_year > 2199) return std::nullopt;
        return Part{end_of_month(its_year, quarter * 3), used};
    }
    if (words[i].folded == "nam" && plausible_year(words, i + 1))
        return Part{{plausible_year(words, i + 1), 12, 31}, 2};
    return std::nullopt;
}

/// Does the time at `at` end a span that begins on a day of its own ("từ ngày 01/10 đến ngày 30/9", "2021 đến năm
/// 2025")?
bool ends_span(const Words& words, std::size_t from, std::size_t at, int year) {
    for (std::size_t back = 1; back <= 12 && at - from >= back; ++back) {
        const std::size_t i = at - back;
        if (words[i].is(";") || words[i].is(".")) return false;
        if (words[i].lower == "từ" && time_at(words, i + 1, year)) return true;
    }
    return at > from && words[at - 1].kind == Word::Kind::kNumber;
}

/// "đến năm 2030" says when only where it opens a clause or stands behind what is to be done; in the middle it belongs
/// to a name ("Chiến lược … đến năm 2010, định hướng đến năm 2020").
bool free_until(const Words& words, std::size_t from, std::size_t at) {
    if (at == from) return true;
    const Word& before = words[at - 1];
    if (before.is(".") || before.is(";") || before.is(":") || before.is("(") || before.is("-")) return true;
    for (const std::string_view lead :
         {"=đến", "phan dau", "muc tieu", "cu the", "tong quat", "chung", "thuc hien", "hoan thanh", "tu nay"}) {
        const std::size_t words_of_lead = lead.find(' ') == std::string_view::npos ? 1 : 2;
        if (at >= from + words_of_lead && match(words, at - words_of_lead, lead)) return true;
    }
    return false;
}

}  // namespace

std::optional<Deadline> find_deadline(const Words& words, std::size_t from, std::size_t to, int year) {
    // clang-format off
    constexpr auto kBefore = std::to_array<std::string_view>({
        "=trước", "truoc ngay", "cham nhat", "cham nhat la", "cham nhat truoc", "cham nhat den", "hoan thanh truoc", "muon nhat",
        "xong truoc", "den het", "truoc thoi diem", "den truoc", "den cuoi", "=hạn", "cham nhat vao", "muon nhat la", "truoc het",
    });
    // clang-format on
    constexpr auto kWithin =
        std::to_array<std::string_view>({"hoan thanh trong", "thuc hien trong", "hoan thanh", "=trong", "=vào"});
    to = std::min(to, words.size());
    bool finishing = false;  // "Hoàn thành … trong năm 2026"
    for (std::size_t i = from; i < to; ++i) {
        if (ends_sentence(words, i) || words[i].is(";")) finishing = false;
        if (match(words, i, "hoan thanh")) finishing = true;
        std::size_t length = match_any(words, i, kBefore).first;
        if (length == 0 && match(words, i, "=đến") && free_until(words, from, i)) length = 1;
        if (length > 0) {
            std::size_t at = i + length;
            if (words[at - 1].folded == "ngay" || words[at - 1].folded == "cuoi") --at;
            const auto part = time_at(words, at, year);
            if (part && !ends_span(words, from, i, year)) return Deadline{part->date, {i, at + part->words}};
            continue;
        }
        const std::size_t within = match_any(words, i, kWithin).first;
        if (within == 0) continue;
        const std::size_t at = i + within;
        if (at >= words.size()) continue;
        const bool month = words[at].folded == "thang" || words[at].lower == "quý" || half_year_at(words, at, year);
        const bool whole_year = words[at].folded == "nam" && finishing;
        if (!month && !whole_year) continue;
        if (const auto part = time_at(words, at, year)) return Deadline{part->date, {i, at + part->words}};
    }
    return std::nullopt;
}

std::optional<Deadline> find_end_of_time(const Words& words, std::size_t from, std::size_t to, int year) {
    std::optional<Deadline> last;
    to = std::min(to, words.size());
    for (std::size_t i = from; i < to && !words[i].is(";") && !ends_sentence(words, i);) {
        auto part = time_at(words, i, year);
        // "2025 - 2030"
        const int bare = last && (words[i - 1].is("-") || words[i - 1].lower == "đến") ? plausible_year(words, i) : 0;
        if (!part && bare > 0) part = Part{{bare, 12, 31}, 1};
        const std::size_t behind = part ? i + part->words : i;
        if (match(words, behind, "va cac nam tiep theo") || match(words, behind, "va nhung nam tiep theo"))
            return std::nullopt;  // it goes on
        if (part) last = Deadline{part->date, {last ? last->words.begin : i, i + part->words}};
        i += part ? part->words : 1;
    }
    return last;
}

}  // namespace thidua::intake
