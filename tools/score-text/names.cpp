#include "names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "text/letters.h"

namespace score {
namespace {

using namespace thidua;

constexpr std::array<std::string_view, 13> kBeforeNames = {"tỉnh", "phố", "huyện", "quận", "xã",   "trấn", "phường",
                                                           "ông",  "bà",  "chí",   "ấp",   "thôn", "đảo"};
// Words that begin offices, ranks, documents and titles; whatever capitals follow belong to them.
constexpr std::array<std::string_view, 63> kNoNames = {
    "bộ",   "sở",   "ban",   "ủy",   "uỷ",     "phòng", "cục",    "vụ",   "tổng",   "chính", "thủ",   "quốc", "đảng",
    "mặt",  "chủ",  "phó",   "nhà",  "nhân",   "đoàn",  "công",   "liên", "luật",   "nghị",  "quyết", "kế",   "chương",
    "căn",  "điều", "khoản", "phần", "phụ",    "quy",   "thông",  "tờ",   "chỉ",    "báo",   "hiệp",  "tòa",  "toà",
    "viện", "kiểm", "cơ",    "khu",  "ngân",   "đài",   "trường", "bệnh", "thường", "giám",  "bí",    "ngày", "tháng",
    "đại",  "tỉnh", "huyện", "xã",   "phường", "cổng",  "học",    "tập",  "cụm",    "đội",   "chánh"};

struct Word {
    std::string lower;
    bool capital = false;  // the first letter and no other
    bool joined = false;   // only blanks of one line stand between it and the word before
};

template <typename List>
bool in(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

std::vector<bool> inside_names(const std::string& gold) {
    std::vector<Word> words;
    bool inside = false;
    bool joined = false;
    for (std::size_t at = 0; at < gold.size();) {
        const char32_t c = base::next_code_point(gold, at);
        if (!text::is_letter(c) && !text::is_digit(c)) {
            joined = (inside || joined) && c == ' ';
            inside = false;
            continue;
        }
        if (!inside) words.push_back({{}, text::is_upper(c), joined});
        if (inside && !text::is_lower(c)) words.back().capital = false;
        inside = true;
        base::append_utf8(words.back().lower, text::lower(c));
    }
    std::vector<bool> out(words.size(), false);
    for (std::size_t at = 0; at < words.size();) {
        std::size_t end = at;
        while (end < words.size() && words[end].capital && (end == at || words[end].joined)) ++end;
        if (end == at) {
            ++at;
            continue;
        }
        const bool announced =
            at > 0 && words[at].joined && !words[at - 1].capital && in(kBeforeNames, words[at - 1].lower);
        // "tỉnh Hội đồng", "Chủ tịch Hồ Chí Minh", "Hồ Chí Minh": what an office begins ends at its row's end.
        if (!in(kNoNames, words[at].lower) && (end - at >= 2 || announced)) {
            std::fill(out.begin() + static_cast<std::ptrdiff_t>(at), out.begin() + static_cast<std::ptrdiff_t>(end),
                      true);
        }
        at = end;
    }
    return out;
}

}  // namespace score
