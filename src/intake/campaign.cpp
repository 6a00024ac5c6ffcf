#include "intake/campaign.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace thidua::intake {
namespace {

struct Trigger {
    std::string_view phrase;  ///< folded
    std::string_view kind;
};

constexpr auto kTriggers = std::to_array<Trigger>({{"phong trao", "phong trào"},
                                                   {"cuoc van dong", "cuộc vận động"},
                                                   {"dot thi dua", "đợt thi đua"},
                                                   {"chuyen de", "chuyên đề"},
                                                   {"chu de", "chủ đề"},
                                                   {"phuong cham", "phương châm"},
                                                   {"khau hieu", "khẩu hiệu"}});

/// Words between the trigger and the quote at most: "chủ đề công tác năm 2025 là: “…”".
constexpr std::size_t kReach = 9;
constexpr std::size_t kLongestName = 40;

/// The words inside the quotes that open at `open`; empty when they do not close soon.
WordRange quoted(const Words& words, std::size_t open) {
    for (std::size_t i = open + 1; i < words.size() && i - open <= kLongestName; ++i) {
        if (words[i].is("“")) return {};
        if (words[i].is("”")) return {open + 1, i};
    }
    return {};
}

/// "lập thành tích chào mừng Đại hội lần thứ XIV của Đảng" up to the next sign.
WordRange achievements(const Words& words, std::size_t at) {
    if (!match(words, at, "lap thanh tich")) return {};
    std::size_t end = at;
    while (end < words.size() && end - at < kLongestName && words[end].kind != Word::Kind::kSign &&
           !match(words, end, "=với") && !match(words, end, "=theo") && !match(words, end, "=phải")) {
        ++end;
    }
    return end - at >= 5 ? WordRange{at, end} : WordRange{};
}

/// A name without quotes: "cuộc vận động Toàn dân đoàn kết …" begins with a capital, "phương châm 4 tại chỗ" with a
/// number.
WordRange unquoted(const Words& words, std::size_t at) {
    constexpr auto kBehind =
        std::to_array<std::string_view>({"=trên", "=do", "=năm", "giai doan", "gan voi", "=theo", "=với", "=tại", "=và",
                                         "=của", "=được", "=trong", "=nhằm", "=phải", "=để", "=có"});
    const bool number = integer_at(words, at).has_value();
    if (at >= words.size() || (!number && (!words[at].capital || words[at].caps))) return {};
    std::size_t end = at + 1;
    while (end < words.size() && end - at < 16 && words[end].kind == Word::Kind::kWord &&
           (number || !matches(words, end, kBehind)))
        ++end;
    return end - at >= 3 && (!number || end - at <= 6) ? WordRange{at, end} : WordRange{};
}

/// "Phương châm: Phòng cháy là chính, chữa cháy phải kịp thời.": all that the line says.
WordRange after_colon(const Words& words, std::size_t at) {
    if (at >= words.size() || !words[at].is(":")) return {};
    std::size_t end = at + 1;
    while (end < words.size() && end - at < kLongestName && !words[end].is(";") && !ends_sentence(words, end)) ++end;
    return end - at >= 4 && end - at < kLongestName ? WordRange{at + 1, end} : WordRange{};
}

}  // namespace

std::vector<CampaignMention> find_campaigns(const std::string& text, const Words& words) {
    std::vector<CampaignMention> found;
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const Trigger& trigger : kTriggers) {
            const std::size_t length = match(words, i, trigger.phrase);
            if (length == 0) continue;
            CampaignMention mention;
            mention.kind = trigger.kind;
            std::size_t at = i + length;
            mention.name_words = achievements(words, at);
            for (; mention.name_words.empty() && at < words.size() && at - i < length + kReach; ++at) {
                if (words[at].is("“")) mention.name_words = quoted(words, at);
                const bool stop = words[at].is(".") || words[at].is(";") || words[at].is(",") || words[at].is("“");
                if (stop || matches(words, at, std::to_array<std::string_view>({"phong trao", "cuoc van dong"}))) break;
            }
            if (mention.name_words.empty() && trigger.phrase != "chuyen de")
                mention.name_words = unquoted(words, i + length);
            const bool line = i == 0 && (trigger.phrase == "phuong cham" || trigger.phrase == "khau hieu" ||
                                         trigger.phrase == "chu de");
            if (mention.name_words.empty() && line) mention.name_words = after_colon(words, i + length);
            if (mention.name_words.empty()) break;
            mention.name = words_text(text, words, mention.name_words);
            const bool closed = mention.name_words.end < words.size() && words[mention.name_words.end].is("”");
            mention.whole = {i, mention.name_words.end + (closed ? 1 : 0)};
            if (!mention.name.empty()) found.push_back(std::move(mention));
            i = found.empty() ? i : mention.whole.end - 1;
            break;
        }
    }
    return found;
}

}  // namespace thidua::intake
