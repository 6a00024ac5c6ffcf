#include "intake/deadline.h"

#include <algorithm>
#include <array>

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

/// A day, month, quarter or year at `at`; its last day.
std::optional<Part> time_at(const Words& words, std::size_t at, int year) {
    if (at >= words.size()) return std::nullopt;
    if (const auto date = date_at(words, at)) return Part{date->date, date->words};
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
    if (day) {
        const auto number = integer_at(words, i);
        if (number && match(words, i + 1, "thang")) {  // "ngày 25 tháng 12" without year
            const auto month = integer_at(words, i + 2);
            const base::Date date{year, month.value_or(0), *number};
            if (year > 0 && base::is_valid(date)) return Part{date, i + 3 - at};
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

}  // namespace

std::optional<Deadline> find_deadline(const Words& words, std::size_t from, std::size_t to, int year) {
    // What leads to a deadline; the second group only with a month, quarter or year behind it.
    // clang-format off
    constexpr auto kBefore = std::to_array<std::string_view>({
        "=trước", "truoc ngay", "cham nhat", "cham nhat la", "cham nhat truoc", "cham nhat den", "hoan thanh truoc",
        "xong truoc", "den het", "truoc thoi diem", "den truoc", "=hạn",
    });
    // clang-format on
    constexpr auto kWithin = std::to_array<std::string_view>(
        {"hoan thanh trong", "thuc hien trong", "hoan thanh", "=trong", "gui ve truoc"});
    to = std::min(to, words.size());
    for (std::size_t i = from; i < to; ++i) {
        const auto [length, which] = match_any(words, i, kBefore);
        if (length > 0) {
            std::size_t at = i + length;
            if (words[at - 1].folded == "ngay") --at;
            if (const auto part = time_at(words, at, year)) return Deadline{part->date, {i, at + part->words}};
            continue;
        }
        const auto within = match_any(words, i, kWithin).first;
        if (within == 0) continue;
        const std::size_t at = i + within;
        if (at >= words.size()) continue;
        const bool month = words[at].folded == "thang" || words[at].lower == "quý";
        const bool whole_year = words[at].folded == "nam" && match(words, i, "hoan thanh");
        if (!month && !whole_year) continue;
        if (const auto part = time_at(words, at, year)) return Deadline{part->date, {i, at + part->words}};
    }
    return std::nullopt;
}

std::optional<Recurrence> find_recurrence(const std::string& text, const Words& words, std::size_t from,
                                          std::size_t to) {
    to = std::min(to, words.size());
    const auto unit = [&](std::size_t at) {
        return at < to && (words[at].folded == "nam" || words[at].lower == "quý" || words[at].folded == "thang" ||
                           words[at].folded == "tuan" || words[at].lower == "ngày");
    };
    const auto give = [&](std::size_t begin, std::size_t end) {
        return Recurrence{words_text(text, words, {begin, end}), {begin, end}};
    };
    std::optional<Recurrence> weak;
    for (std::size_t i = from; i < to; ++i) {
        if (match(words, i, "dinh ky")) {
            std::size_t end = i + 2;
            while (end < to && end < i + 8 &&
                   (words[end].folded == "hang" || words[end].folded == "hằng" || unit(end) ||
                    words[end].folded == "moi" || words[end].folded == "dau" || words[end].folded == "cuoi" ||
                    words[end].is(",") || words[end].kind == Word::Kind::kNumber)) {
                ++end;
            }
            while (end > i + 2 && words[end - 1].is(",")) --end;
            return give(i, end);
        }
        if (words[i].folded == "hang" && unit(i + 1)) {
            std::size_t end = i + 2;
            while (end + 1 < to && words[end].is(",") && unit(end + 1)) end += 2;
            // "dự toán hằng năm của sở" describes a thing.
            if (end < to && (match(words, end, "=của") || match(words, end, "=về") || match(words, end, "=theo")))
                continue;
            return give(i, end);
        }
        if (integer_at(words, i) && unit(i + 1) && (match(words, i + 2, "mot lan") || match(words, i + 2, "=/ lần")))
            return give(i, i + 4);
        if (words[i].folded == "moi" && words[i].lower == "mỗi" && unit(i + 1)) return give(i, i + 2);
        if (!weak && match(words, i, "thuong xuyen") && !match(words, i, "thuong xuyen ,")) {
            // "thi đua thường xuyên" names a form of movement, not a rhythm.
            const bool movement = i >= 2 && words[i - 1].folded == "dua" && words[i - 2].folded == "thi";
            // It is a rhythm where a clause begins or ends with it, not in "thường xuyên quan hệ với …".
            const bool opens = i == from || words[i - 1].is(".") || words[i - 1].is(";") || words[i - 1].is(":");
            const bool closes = i + 2 >= to || words[i + 2].is(".") || words[i + 2].is(";");
            if (!movement && (opens || closes)) weak = give(i, i + 2);
        }
    }
    return weak;
}

std::optional<Target> find_target(const std::string& text, const Words& words, std::size_t from, std::size_t to) {
    // clang-format off
    constexpr auto kUnits = std::to_array<std::string_view>({
        "mo hinh", "dien hinh", "lop", "cuoc", "hoi nghi", "buoi", "luot", "tin bai", "tin", "=bài", "van ban", "sang kien", "guong",
        "ho so", "=đợt", "vu viec", "tap the", "ca nhan", "nguoi", "san pham", "cong trinh", "chuyen de", "giai phap", "don vi",
        "xa", "phuong", "truong", "tram", "du an", "ho", "nha", "diem", "bao cao", "=kỳ",
    });
    // clang-format on
    constexpr auto kLeads =
        std::to_array<std::string_view>({"it nhat", "toi thieu", "=trên", "phan dau", "=đạt", "=từ", "khong duoi", "tu",
                                         "co", "moi nam", "to chuc", "xay dung"});
    to = std::min(to, words.size());
    for (std::size_t i = from; i < to; ++i) {
        const Word& word = words[i];
        if (word.folded.ends_with("%") && word.folded.size() > 1 && word.folded[0] >= '0' && word.folded[0] <= '9') {
            return Target{word.folded.substr(0, word.folded.size() - 1), "%", {i, i + 1}};
        }
        if (word.kind == Word::Kind::kNumber && i + 1 < to && words[i + 1].is("%"))
            return Target{word.folded, "%", {i, i + 2}};
        if (!integer_at(words, i) || word.folded.size() > 5) continue;
        const std::size_t unit = match_any(words, i + 1, kUnits).first;
        if (unit == 0) continue;
        bool led = false;
        for (std::size_t back = 1; back <= 3 && back <= i - from; ++back) {
            const std::size_t length = match_any(words, i - back, kLeads).first;
            if (length > 0 && length <= back) led = true;
        }
        if (led) return Target{word.folded, words_text(text, words, {i + 1, i + 1 + unit}), {i, i + 1 + unit}};
    }
    return std::nullopt;
}

}  // namespace thidua::intake
