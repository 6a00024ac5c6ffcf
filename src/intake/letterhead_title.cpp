#include "intake/letterhead_title.h"

#include <algorithm>
#include <array>
#include <string>

#include "intake/citation.h"
#include "intake/document_number.h"
#include "intake/paragraphs.h"
#include "intake/words.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

std::string_view content(std::string_view source, const Line& line) {
    return source.substr(line.begin, line.end - line.begin);
}

/// Words that open a body: the title ends before them.
// clang-format off
constexpr auto kBodyOpeners = std::to_array<std::string_view>({
    "can cu", "thuc hien", "trien khai thuc hien", "trien khai", "trong thoi gian", "thoi gian qua", "trong nhung nam",
    "kinh gui", "de thuc hien", "de tiep tuc", "de trien khai", "=nhằm", "=để", "theo de nghi", "xet de nghi", "tren co so",
    "thi hanh", "tiep tuc thuc hien", "luat", "=qua", "nam",
});
// clang-format on

class TitleReader {
public:
    TitleReader(std::string_view source, std::span<const Line> lines, Letterhead& head)
        : source_(source), lines_(lines), head_(head) {}

    void under(std::size_t from) {
        std::size_t i = from;
        while (i < lines_.size() && lines_[i].blank()) ++i;
        const std::size_t first = i;
        if (i >= lines_.size()) {
            head_.lines = std::min(from, lines_.size());
            return;
        }
        const bool caps = lines_[i].caps;
        std::size_t last = i;
        std::size_t end = i;
        constexpr std::size_t kMostTitleLines = 12;
        for (; i < lines_.size() && i - first < kMostTitleLines; ++i) {
            if (lines_[i].blank()) {
                if (!caps) break;
                continue;  // capitals go on behind a blank line
            }
            const std::string_view line = content(source_, lines_[i]);
            const ListMark mark = list_mark(source_, lines_[i].begin, lines_[i].end);
            if (mark.style != ListMark::Style::kNone && mark.style != ListMark::Style::kDash) break;
            if (caps && !lines_[i].caps) break;
            if (!caps && (opens_body(i) || lines_[i].length > 200)) break;
            if (!caps && i > first && lines_[i].caps &&
                begins_authority(i)) {  // "ỦY BAN THƯỜNG VỤ QUỐC HỘI" under a title in small letters
                name_issuer(i);
                end = i + 1;
                break;
            }
            if (!caps && i > first && ends_with_stop(line)) break;
            last = i;
            end = i + 1;
        }
        if (end <= first) {
            head_.lines = first;
            return;
        }
        const std::size_t body = end;
        if (caps && end - first >= 2 && is_authority(first, last, body)) {
            name_issuer(last);
            do --last;
            while (last > first && lines_[last].blank());
        }
        Passage title;
        for (std::size_t t = first; t <= last; ++t) {
            if (!lines_[t].blank()) title.append(source_, lines_[t].begin, lines_[t].end, lines_[t].number);
        }
        head_.title = title.text();
        head_.title_caps = caps;
        head_.title_span = title.span();
        head_.lines = body;
        // "QUYẾT ĐỊNH PHÊ DUYỆT …": kind and title on one line.
        const Words words = split_words(head_.title);
        const KindMatch kind = kind_at(words, 0);
        const std::string by_number = kind_from_number(head_.number);
        // "QUY ĐỊNH CHI THU NHẬP …" of a resolution is its title: what the number says goes before.
        const bool agrees = by_number.empty() || by_number == kind.name;
        if (!head_.kind.empty()) return;
        if (caps && agrees && kind.words > 0 && kind.words < words.size()) head_.kind = kind.name;
        else head_.kind = by_number;
    }

    void bare() {
        std::size_t first = 0;
        while (first < lines_.size() && lines_[first].blank()) ++first;
        std::size_t end = first;
        while (end < lines_.size() && !lines_[end].blank() && end - first < 8) {
            if (end > first && opens_body(end)) break;
            ++end;
        }
        if (end == first || end >= lines_.size()) return;
        if (end - first >= 8) return;
        const std::string_view last = content(source_, lines_[end - 1]);
        const ListMark mark = list_mark(source_, lines_[first].begin, lines_[first].end);
        if (mark.style != ListMark::Style::kNone || ends_with_stop(last) || last.ends_with(",")) return;
        if (lines_[first].length > 200 || begins_small(content(source_, lines_[first]))) return;
        const Words words = split_words(content(source_, lines_[first]));
        const bool whole_is_sentence = match(words, 0, "can cu") > 0 || match(words, 0, "kinh gui") > 0;
        if (whole_is_sentence) return;
        Passage title;
        for (std::size_t i = first; i < end; ++i)
            title.append(source_, lines_[i].begin, lines_[i].end, lines_[i].number);
        head_.title = title.text();
        head_.title_caps = lines_[first].caps;
        head_.title_span = title.span();
        head_.lines = end;
        // "Kế hoạch phát động …": the kind may begin the title.
        const Words all = split_words(head_.title);
        const KindMatch kind = kind_at(all, 0);
        if (kind.words > 0 && kind.words < all.size() && !numbered_citation_at(all, 0)) head_.kind = kind.name;
    }

private:
    bool opens_body(std::size_t i) const {
        const ListMark mark = list_mark(source_, lines_[i].begin, lines_[i].end);
        if (mark.style != ListMark::Style::kNone) return true;
        if (lines_[i].caps) return false;
        return matches(split_words(content(source_, lines_[i]).substr(0, 120)), 0, kBodyOpeners);
    }

    /// The authority's own line under the title ("ỦY BAN NHÂN DÂN …", "BỘ TRƯỞNG BỘ …") is not part of it.
    bool is_authority(std::size_t first, std::size_t last, std::size_t body) const {
        const std::string line = text::fold(content(source_, lines_[last]));
        const std::string issuer = text::fold(head_.issuer);
        if (!issuer.empty() && line.ends_with(issuer) && line.size() <= issuer.size() + 40) return true;
        // Only where "Căn cứ …" follows, and not as the rest of a line that ends in "CỦA".
        while (body < lines_.size() && lines_[body].blank()) ++body;
        if (body >= lines_.size() || !match(split_words(content(source_, lines_[body]).substr(0, 40)), 0, "can cu")) {
            return false;
        }
        if (!begins_authority(last)) return false;
        std::size_t before = last - 1;
        while (before > first && lines_[before].blank()) --before;
        const Words above = split_words(content(source_, lines_[before]));
        constexpr auto kLinks = std::to_array<std::string_view>({"cua", "tai", "do", "thuoc", "va", "boi", "cho"});
        return !above.empty() && !above.back().is(",") && !matches(above, above.size() - 1, kLinks);
    }

    bool begins_authority(std::size_t line) const {
        constexpr auto kOfficers = std::to_array<std::string_view>(
            {"chu tich", "bo truong", "giam doc", "tong giam doc", "thu tuong", "cuc truong", "chanh an", "vien truong",
             "thong doc", "hieu truong", "truong phong", "truong ban", "uy ban", "hoi dong", "chinh phu", "quoc hoi"});
        const Words words = split_words(content(source_, lines_[line]));
        return matches(words, 0, kOfficers) && words.size() <= 22;
    }

    /// "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ" where the letterhead names nobody: the committee issues.
    void name_issuer(std::size_t line) {
        if (!head_.issuer.empty()) return;
        const std::string_view text = content(source_, lines_[line]);
        const Words words = split_words(text);
        constexpr auto kChairs =
            std::to_array<std::string_view>({"chu tich", "bo truong", "giam doc", "tong giam doc"});
        std::size_t from = match_any(words, 0, kChairs).first;
        if (from >= words.size()) from = 0;
        head_.issuer = words_text(std::string(text), words, {from, words.size()});
        head_.issuer_span = {lines_[line].number, lines_[line].number,
                             static_cast<int>(lines_[line].begin + words[from].begin),
                             static_cast<int>(lines_[line].end)};
    }

    std::string_view source_;
    std::span<const Line> lines_;
    Letterhead& head_;
};

}  // namespace

void read_title_under(std::string_view source, std::span<const Line> lines, std::size_t from, Letterhead& head) {
    TitleReader(source, lines, head).under(from);
}

void read_bare_title(std::string_view source, std::span<const Line> lines, Letterhead& head) {
    TitleReader(source, lines, head).bare();
}

}  // namespace thidua::intake
