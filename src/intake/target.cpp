#include "intake/target.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace thidua::intake {
namespace {

// clang-format off
constexpr auto kUnits = std::to_array<std::string_view>({
    "mo hinh", "dien hinh", "lop", "cuoc", "hoi nghi", "buoi", "luot nguoi", "luot", "tin bai", "tin", "=bài", "van ban", "sang kien",
    "guong", "ho so", "=đợt", "vu viec", "tap the", "ca nhan", "nguoi", "san pham", "cong trinh", "chuyen de", "giai phap", "don vi",
    "xa", "phuong", "truong", "tram", "du an", "ho", "nha", "diem", "bao cao", "=kỳ", "bo du lieu", "tap du lieu", "can bo ky thuat",
    "co so du lieu", "=km", "=ha", "=m2", "=tấn", "ty dong", "trieu dong", "=giờ", "hoc vien", "lao dong", "doanh nghiep", "=thôn",
    "hop tac xa", "nhiem vu", "de tai", "de an", "chi tieu", "kwh", "kw",
});
// What says that the number is to be reached. A word behind a weak one must be a known unit.
constexpr auto kWeakLeads = std::to_array<std::string_view>({
    "=trên", "=đạt", "=từ", "tu", "co", "moi nam", "to chuc", "xay dung", "thanh lap", "=thêm", "phat trien",
});
constexpr auto kStrongLeads = std::to_array<std::string_view>({
    "it nhat", "it nhat la", "toi thieu", "toi thieu la", "phan dau", "phan dau dat", "khong duoi", "khong it hon", "=khoảng",
});
/// No unit of a target begins with these.
constexpr auto kNoUnits = std::to_array<std::string_view>({
    "nam", "thang", "=ngày", "=quý", "tuan", "=và", "=đến", "tro len", "=của", "=tổng", "=phần", "=lần",
});
// clang-format on

/// "100", "1.700", "2,1" and, with a unit written close to it, "1.700km": the number's bytes, or 0.
std::size_t number_length(const std::string& word) {
    std::size_t length = 0;
    while (length < word.size() &&
           ((word[length] >= '0' && word[length] <= '9') || word[length] == '.' || word[length] == ',')) {
        ++length;
    }
    return length > 0 && word[0] >= '0' && word[0] <= '9' ? length : 0;
}

/// "8,3-8,5%" is one word.
bool is_share(const std::string& word) {
    if (!word.ends_with('%') || number_length(word) == 0) return false;
    return std::all_of(word.begin(), word.end() - 1,
                       [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-'; });
}

class Finder {
public:
    Finder(const std::string& text, const Words& words, std::size_t from, std::size_t to)
        : text_(text), words_(words), from_(from), to_(std::min(to, words.size())) {}

    std::optional<Target> run() const {
        for (std::size_t i = from_; i < to_; ++i) {
            if (auto target = at(i)) return target;
        }
        return std::nullopt;
    }

private:
    bool number(std::size_t i) const {
        return i < to_ && words_[i].kind != Word::Kind::kSign && words_[i].kind != Word::Kind::kCode &&
               number_length(words_[i].folded) == words_[i].folded.size() && !words_[i].folded.empty();
    }

    std::optional<Target> at(std::size_t i) const {
        if (is_share(words_[i].folded))
            return Target{words_[i].folded.substr(0, words_[i].folded.size() - 1), "%", {i, i + 1}};
        std::size_t last = i;  // of the number, or of the second one of a range
        if (number(i) && i + 2 < to_ && words_[i + 1].is("-")) {
            if (is_share(words_[i + 2].folded)) {
                const std::string amount = words_text(text_, words_, {i, i + 3});
                return Target{amount.substr(0, amount.find('%')), "%", {i, i + 3}};
            }
            if (number(i + 2)) last = i + 2;
        }
        if (number(i) && last + 1 < to_ && words_[last + 1].is("%"))
            return Target{words_text(text_, words_, {i, last + 1}), "%", {i, last + 2}};
        return counted(i, last);
    }

    /// "ít nhất 05 kịch bản", "khoảng 1.700km".
    std::optional<Target> counted(std::size_t i, std::size_t last) const {
        const std::string& word = words_[i].folded;
        const std::size_t digits = number_length(word);
        if (digits == 0 || words_[i].kind == Word::Kind::kCode) return std::nullopt;
        std::size_t lead = 0;
        bool strong = false;
        for (std::size_t back = 1; back <= 4 && back <= i - from_ && !strong; ++back) {
            const std::size_t length = match_any(words_, i - back, kStrongLeads).first;
            strong = length == back;
            if (back <= 3 && match_any(words_, i - back, kWeakLeads).first > 0) lead = back;
        }
        if (!strong && lead == 0) return std::nullopt;
        if (digits < word.size()) {  // the unit close to its number
            const std::string unit = word.substr(digits);
            if (unit != "km" && unit != "ha" && unit != "m2") return std::nullopt;
            return Target{word.substr(0, digits), unit, {i, i + 1}};
        }
        std::size_t unit = last + 1;
        // "01 (một) đợt"
        if (unit + 2 < to_ && words_[unit].is("(") && words_[unit + 2].is(")")) unit += 3;
        std::size_t length = match_any(words_, unit, kUnits).first;
        if (length == 0 && strong) length = named_unit(unit);
        if (length == 0 || unit + length > to_) return std::nullopt;
        return Target{words_text(text_, words_, {i, last + 1}),
                      words_text(text_, words_, {unit, unit + length}),
                      {i, unit + length}};
    }

    /// Two words in small letters at most: what is counted, when it is none of the known units.
    std::size_t named_unit(std::size_t at) const {
        if (matches(words_, at, kNoUnits)) return 0;
        std::size_t length = 0;
        while (length < 2 && at + length < to_ && words_[at + length].kind == Word::Kind::kWord &&
               !words_[at + length].capital) {
            ++length;
        }
        return length;
    }

    const std::string& text_;
    const Words& words_;
    std::size_t from_;
    std::size_t to_;
};

}  // namespace

std::optional<Target> find_target(const std::string& text, const Words& words, std::size_t from, std::size_t to) {
    return Finder(text, words, from, to).run();
}

}  // namespace thidua::intake
