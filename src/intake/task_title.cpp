#include "intake/task_title.h"

#include <string_view>

#include "base/utf8.h"
#include "intake/citation.h"
#include "text/letters.h"

namespace thidua::intake {

std::string short_title(const std::string& text, const Words& words, std::size_t from, std::size_t to) {
    constexpr std::size_t kMost = 110;
    constexpr std::size_t kLeast = 25;
    while (from < to && words[from].kind == Word::Kind::kSign && !words[from].is("“") && !words[from].is("(")) ++from;
    if (from >= to) return {};
    std::size_t end = to;
    for (std::size_t i = from; i < to; ++i) {
        if (words[i].is(";") || ends_sentence(words, i)) {
            end = i;
            break;
        }
    }
    const auto length = [&](std::size_t until) {
        return base::code_point_count(
            std::string_view(text).substr(words[from].begin, words[until - 1].end - words[from].begin));
    };
    bool cut = false;
    if (length(end) > kMost) {
        std::size_t best = 0;
        std::size_t last_word = from + 1;
        for (std::size_t i = from + 1; i < end; ++i) {
            const std::size_t now = length(i);
            if (now > kMost) break;
            last_word = i;
            if (words[i].is(",") && now >= kLeast) best = i;
        }
        cut = true;
        end = best > 0 && length(best) >= kMost / 2 ? best : last_word;
    }
    std::string title = words_text(text, words, {from, end});
    if (title.empty()) return title;
    std::size_t at = 0;
    std::string out;
    base::append_utf8(out, text::upper(base::next_code_point(title, at)));
    out += title.substr(at);
    if (cut) out += "…";
    int quotes = 0;  // a quotation that the cut left open is closed
    for (std::size_t i = from; i < end; ++i) quotes += words[i].is("“") ? 1 : words[i].is("”") ? -1 : 0;
    if (quotes > 0) out += "”";
    return out;
}

}  // namespace thidua::intake
