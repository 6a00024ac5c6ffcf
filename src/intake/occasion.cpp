#include "intake/occasion.h"

#include <algorithm>
#include <array>

namespace thidua::intake {
namespace {

/// "70 năm", "lần thứ 70 Ngày" at `at`: words taken and the number.
struct Years {
    std::size_t words = 0;
    int count = 0;
};

Years years_at(const Words& words, std::size_t at) {
    const auto count = integer_at(words, at);
    if (count && *count >= 1 && *count <= 4000 && match(words, at + 1, "nam")) {
        // "5 năm (2021 - 2025)", "35 năm 2024" are spans of time, not anniversaries.
        if (at + 2 < words.size() && (words[at + 2].is("(") || words[at + 2].kind == Word::Kind::kNumber)) return {};
        return {2, *count};
    }
    if (match(words, at, "lan thu")) {
        const auto ordinal = integer_at(words, at + 2);
        if (ordinal && *ordinal <= 999) return {3, *ordinal};
    }
    return {};
}

/// An event by name: begins with a capital or with "chiến thắng", "giải phóng", "thành lập" …
bool event_at(const Words& words, std::size_t at) {
    constexpr auto kEvents = std::to_array<std::string_view>({"chien thang", "giai phong", "thanh lap", "sinh nhat",
                                                              "sinh chu tich", "cach mang", "ngay", "tai lap",
                                                              "tach tinh", "truyen thong", "quoc khanh", "dai hoi"});
    if (at >= words.size() || words[at].kind != Word::Kind::kWord) return false;
    if (match(words, at, "cac") || match(words, at, "nhung")) return false;
    if (match(words, at, "ngay le lon") || match(words, at, "ngay le")) return false;
    return words[at].capital || matches(words, at, kEvents);
}

std::size_t event_end(const Words& words, std::size_t from) {
    std::size_t i = from;
    for (; i < words.size() && i - from < 24; ++i) {
        if (words[i].is("-")) continue;
        if (words[i].is(",")) {
            if (match(words, i + 1, "thong nhat dat nuoc") || match(words, i + 1, "liet si") ||
                match(words, i + 1, "liet sy"))
                continue;
            return i;
        }
        if (words[i].kind == Word::Kind::kSign) return i;
        if (words[i].folded == "va" && (years_at(words, i + 1).words > 0 || event_at(words, i + 1))) return i;
        if (i > from && (match(words, i, "=trên") || match(words, i, "=nhằm") || match(words, i, "=tại") ||
                         match(words, i, "=trong") || match(words, i, "gan voi") || match(words, i, "=để"))) {
            return i;
        }
    }
    return i;
}

}  // namespace

std::vector<OccasionMention> find_occasions(const std::string& text, const Words& words) {
    std::vector<OccasionMention> found;
    constexpr auto kLeads = std::to_array<std::string_view>({"ky niem", "chao mung", "huong toi"});
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto [length, which] = match_any(words, i, kLeads);
        if (length == 0) continue;
        if (match(words, i, "ky niem chuong")) continue;
        std::size_t at = i + length;
        if (which == 1 && match(words, at, "ky niem")) continue;  // "chào mừng kỷ niệm": the next word leads
        bool first = true;
        for (int guard = 0; guard < 40 && at < words.size(); ++guard) {
            OccasionMention mention;
            mention.whole.begin = at;
            const Years years = years_at(words, at);
            at += years.words;
            mention.years = years.count;
            // Without a number of years only a named event counts, and behind "chào mừng" only a congress or a named
            // day.
            if (years.words == 0) {
                if (!event_at(words, at)) break;
                if (which != 0 && !match(words, at, "dai hoi") && !match(words, at, "ngay")) break;
                if (!first && which != 0) break;
            }
            const std::size_t end = event_end(words, at);
            if (end == at) break;
            mention.name = words_text(text, words, {at, end});
            mention.whole.end = end;
            at = end;
            if (at + 2 < words.size() && words[at].is("(")) {
                std::size_t close = at + 1;
                while (close < words.size() && close - at < 10 && !words[close].is(")")) ++close;
                if (close < words.size() && words[close].is(")")) {
                    mention.day = words_text(text, words, {at + 1, close});
                    mention.whole.end = close + 1;
                    at = close + 1;
                }
            }
            if (!mention.name.empty()) found.push_back(std::move(mention));
            first = false;
            bool more = false;
            while (at < words.size() && (words[at].is(",") || words[at].is(";") || words[at].folded == "va")) {
                ++at;
                more = true;
            }
            if (!more) break;
            if (years_at(words, at).words == 0 && !(which == 0 && match(words, at, "ngay") && event_at(words, at)))
                break;
        }
        if (at > i) i = std::max(i, at - 1);
    }
    return found;
}

}  // namespace thidua::intake
