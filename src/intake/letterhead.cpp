#include "intake/letterhead.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "intake/citation.h"
#include "intake/letterhead_title.h"
#include "intake/paragraphs.h"
#include "intake/words.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

// clang-format off
constexpr auto kHeadKinds = std::to_array<std::string_view>({
    "Kế hoạch", "Quyết định", "Chỉ thị", "Nghị quyết", "Thông báo", "Báo cáo", "Chương trình", "Hướng dẫn", "Tờ trình",
    "Đề án", "Phương án", "Quy chế", "Quy định", "Công điện", "Kết luận", "Biên bản", "Nghị định", "Thông tư", "Luật",
    "Kế hoạch liên tịch", "Chương trình hành động", "Kế hoạch hành động", "Giấy mời", "Quy chế phối hợp",
});
// clang-format on

constexpr std::string_view kNation = "cong hoa xa hoi chu nghia viet nam";
constexpr std::string_view kParty = "dang cong san viet nam";
constexpr std::string_view kMotto = "doc lap - tu do - hanh phuc";

std::string_view content(std::string_view source, const Line& line) {
    return source.substr(line.begin, line.end - line.begin);
}

/// Offices at the head of a line of the letterhead's left column; a line that begins otherwise goes on the one before.
bool begins_office(const Words& words) {
    // clang-format off
    constexpr auto kHeads = std::to_array<std::string_view>({
        "uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "so", "phong", "bo", "ban", "cuc", "chi cuc", "tong cuc", "vu",
        "vien", "truong", "trung tam", "van phong", "thu tuong", "chinh phu", "quoc hoi", "tinh uy", "thanh uy", "huyen uy",
        "dang uy", "dang bo", "chi bo", "hoi dong", "toa an", "vien kiem sat", "cong an", "kho bac", "bao hiem", "cong doan",
        "lien doan", "tong lien doan", "doan", "hoi", "mat tran", "uy ban mttq", "uy ban mat tran", "chu tich", "benh vien",
        "tap doan", "tong cong ty", "cong ty", "thanh tra",
    });
    // clang-format on
    return matches(words, 0, kHeads);
}

class Reader {
public:
    Reader(std::string_view source, std::span<const Line> lines) : source_(source), lines_(lines) {}

    Letterhead run() {
        const std::size_t kind = find_kind_line();
        const std::size_t scan_end = kind < lines_.size() ? kind : probable_end();
        read_head(scan_end);
        if (kind < lines_.size()) {
            head_.kind = kind_line(content(source_, lines_[kind]));
            head_.kind_span = line_span(kind, kind);
            head_.found = true;
            read_title_under(source_, lines_, kind + 1, head_);
        } else if (head_.found) {
            if (head_.title.empty()) read_title_under(source_, lines_, scan_end, head_);
        } else {
            read_bare_title(source_, lines_, head_);
        }
        return head_;
    }

private:
    static constexpr std::size_t kMostHeadLines = 40;

    office::SourceSpan line_span(std::size_t first, std::size_t last) const {
        return {lines_[first].number, lines_[last].number, static_cast<int>(lines_[first].begin),
                static_cast<int>(lines_[last].end)};
    }

    /// The first line that is a kind alone, before any list mark or long sentence.
    std::size_t find_kind_line() const {
        std::size_t seen = 0;
        for (std::size_t i = 0; i < lines_.size() && seen < kMostHeadLines; ++i) {
            if (lines_[i].blank()) continue;
            ++seen;
            if (!kind_line(content(source_, lines_[i])).empty()) return i;
            if (lines_[i].length > 130) break;
            const ListMark mark = list_mark(source_, lines_[i].begin, lines_[i].end);
            if (mark.style == ListMark::Style::kRoman || mark.style == ListMark::Style::kArticle) break;
        }
        return lines_.size();
    }

    /// Without a kind line (official letters): the head goes as far as the motto, number and date do.
    std::size_t probable_end() const {
        std::size_t end = 0;
        std::size_t seen = 0;
        for (std::size_t i = 0; i < lines_.size() && seen < 14; ++i) {
            if (lines_[i].blank()) continue;
            ++seen;
            const Words words = split_words(content(source_, lines_[i]));
            const bool number = words.size() >= 2 && words[0].folded == "so" &&
                                (words[1].is(":") || words[1].kind == Word::Kind::kCode);
            const bool motto = find_phrase(words, kMotto) < words.size() ||
                               find_phrase(words, kNation) < words.size() || find_phrase(words, kParty) < words.size();
            if (match(words, 0, "can cu")) break;  // "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"
            if (number || motto) end = i + 1;
            const std::size_t day = find_phrase(words, "ngay");
            if (end > 0 && day < words.size() && day <= 6 && date_at(words, day) && words.size() <= 14) end = i + 1;
        }
        return end;
    }

    /// Reads lines [0, end): what is not national title, motto, number or date is the column of bodies.
    void read_head(std::size_t end) {
        Passage passage;
        std::vector<std::size_t> line_begins;  // byte of the passage where a line begins
        std::vector<std::size_t> line_of;
        for (std::size_t i = 0; i < end; ++i) {
            if (lines_[i].blank()) continue;
            line_begins.push_back(passage.empty() ? 0 : passage.text().size() + 1);
            line_of.push_back(i);
            passage.append(source_, lines_[i].begin, lines_[i].end, lines_[i].number);
        }
        if (passage.empty()) return;
        const Words words = split_words(passage.text());
        std::vector<bool> used(words.size(), false);
        const auto take = [&](std::size_t from, std::size_t count) {
            for (std::size_t i = from; i < from + count && i < words.size(); ++i) used[i] = true;
        };
        for (const std::string_view phrase : {kNation, kParty, kMotto}) {
            const std::size_t at = find_phrase(words, phrase);
            if (at >= words.size()) continue;
            head_.found = true;
            take(at, match(words, at, phrase));
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].kind != Word::Kind::kCode) continue;
            const bool named = i > 0 && (words[i - 1].folded == "so" || words[i - 1].is(":"));
            if (!named) continue;
            std::size_t from = i;
            while (from > 0 && (words[from - 1].is(":") || words[from - 1].folded == "so")) --from;
            head_.found = true;
            head_.number_open = words[i].blank_code;
            if (!words[i].blank_code) head_.number = words[i].folded;
            head_.number_span = passage.span(words[i].begin, words[i].end);
            take(from, i - from + 1);
            break;
        }
        std::size_t place_begin = words.size();
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].folded != "ngay" || i == 0 || used[i]) continue;
            const auto date = date_at(words, i);
            const bool open_date =
                !date && (match(words, i, "ngay thang nam") || find_phrase(words, "thang", i) <= i + 3);
            if (!date && !open_date) continue;
            if (date) {
                head_.date = date->date;
                head_.date_span = passage.span(words[i].begin, words[i + date->words - 1].end);
                take(i, date->words);
            } else {
                for (std::size_t j = i; j < words.size() && j < i + 6; ++j) {
                    if (words[j].folded == "ngay" || words[j].folded == "thang" || words[j].folded == "nam" ||
                        words[j].kind == Word::Kind::kNumber || words[j].kind == Word::Kind::kSign) {
                        take(j, 1);
                    }
                }
            }
            // The place: words in small letters with capitals, back to what is used or is a heading.
            std::size_t from = i;
            if (from > 0 && words[from - 1].is(",")) --from;
            const std::size_t comma = from;
            const auto opens_line = [&](std::size_t word) {
                return std::find(line_begins.begin(), line_begins.end(), words[word].begin) != line_begins.end();
            };
            while (from > 0 && !used[from - 1] && words[from - 1].kind == Word::Kind::kWord && !words[from - 1].caps &&
                   comma - from < 6 && !(from < comma && opens_line(from))) {
                --from;
            }
            if (from < comma) {
                head_.place = words_text(passage.text(), words, {from, comma});
                head_.place_span = passage.span(words[from].begin, words[comma - 1].end);
                place_begin = from;
            }
            take(place_begin < words.size() ? place_begin : comma,
                 i - (place_begin < words.size() ? place_begin : comma));
            break;
        }
        if (!head_.found) return;
        head_.lines = end;
        read_bodies(passage, words, used, line_begins);
    }

    /// The bodies in the left column, line by line: the last one issues, the one before is above it.
    void read_bodies(const Passage& passage, const Words& words, const std::vector<bool>& used,
                     const std::vector<std::size_t>& line_begins) {
        struct Body {
            std::string name;
            std::size_t begin;
            std::size_t end;
        };
        std::vector<Body> bodies;
        std::size_t next_line = 0;
        Words run;
        const auto flush = [&]() {
            if (run.empty()) return;
            if (match(run, 0, "v/v") > 0 && head_.title.empty()) {  // "Số: 5347/CT-CS V/v tiền sử dụng đất."
                head_.title = words_text(passage.text(), run, {0, run.size()});
                head_.title_span = passage.span(run.front().begin, run.back().end);
                run.clear();
                return;
            }
            // "BỘ TÀI CHÍNH CỤC HẢI QUAN": two bodies on one line.
            if (const std::size_t second = second_body(run); second > 0) {
                const Words below(run.begin() + static_cast<std::ptrdiff_t>(second), run.end());
                bodies.push_back(
                    {words_text(passage.text(), run, {0, second}), run.front().begin, run[second - 1].end});
                bodies.push_back(
                    {words_text(passage.text(), below, {0, below.size()}), below.front().begin, below.back().end});
                run.clear();
                return;
            }
            std::size_t letters = 0;
            for (const Word& word : run) letters += word.kind == Word::Kind::kWord ? 1 : 0;
            const bool secret =
                match(run, 0, "mat") > 0 || match(run, 0, "toi mat") > 0 || match(run, 0, "hoa toc") > 0;
            if (letters > 0 && !secret && letters <= 16) {
                const std::string name = words_text(passage.text(), run, {0, run.size()});
                const bool starts = begins_office(run) || bodies.empty();
                // Only capitals or known heads make a body; "V/v …" and the like do not.
                if (!name.empty() && (run.front().caps || begins_office(run))) {
                    if (starts) bodies.push_back({name, run.front().begin, run.back().end});
                    else {
                        bodies.back().name += ' ' + name;
                        bodies.back().end = run.back().end;
                    }
                }
            }
            run.clear();
        };
        for (std::size_t i = 0; i < words.size(); ++i) {
            while (next_line < line_begins.size() && words[i].begin >= line_begins[next_line]) {
                flush();
                ++next_line;
            }
            if (used[i]) {
                flush();
                continue;
            }
            if (run.empty() && words[i].kind == Word::Kind::kSign) continue;
            run.push_back(words[i]);
        }
        flush();
        if (bodies.empty()) return;
        head_.issuer = bodies.back().name;
        head_.issuer_span = passage.span(bodies.back().begin, bodies.back().end);
        if (bodies.size() >= 2) {
            head_.superior = bodies[bodies.size() - 2].name;
            head_.superior_span = passage.span(bodies[bodies.size() - 2].begin, bodies[bodies.size() - 2].end);
        }
    }

    /// Where the body below begins in a line that names the one above first; 0 when the line names one.
    static std::size_t second_body(const Words& run) {
        constexpr auto kAbove = std::to_array<std::string_view>(
            {"bo", "uy ban nhan dan", "ubnd", "so", "tong cuc", "cuc", "hoi dong nhan dan"});
        constexpr auto kBelow =
            std::to_array<std::string_view>({"so", "tong cuc", "cuc", "chi cuc", "phong", "ban quan ly"});
        // "BỘ QUỐC PHÒNG", "HẢI PHÒNG", "TỔNG CỤC", "TRỤ SỞ", "CƠ SỞ"
        constexpr auto kInside =
            std::to_array<std::string_view>({"quoc", "hai", "van", "tong", "chi", "tru", "co", "du"});
        if (!run.front().caps || !matches(run, 0, kAbove)) return 0;
        for (std::size_t i = 2; i + 1 < run.size(); ++i) {
            if (!run[i].caps || !run[i + 1].caps || !matches(run, i, kBelow)) continue;
            if (matches(run, i - 1, kInside) || run[i - 1].kind != Word::Kind::kWord) continue;
            return i;
        }
        return 0;
    }

    std::string_view source_;
    std::span<const Line> lines_;
    Letterhead head_;
};

}  // namespace

std::string kind_line(std::string_view content) {
    if (content.size() > 60) return {};
    while (content.ends_with(':') || content.ends_with(' ')) content.remove_suffix(1);
    const std::string folded = text::fold(content);
    for (const std::string_view kind : kHeadKinds) {
        if (text::fold(kind) != folded) continue;
        std::size_t at = 0;
        base::next_code_point(content, at);
        // Capitals throughout, or the kind alone on its line as web pages write it ("Kế hoạch").
        return std::string(kind);
    }
    return {};
}

Letterhead read_letterhead(std::string_view source, std::span<const Line> lines) { return Reader(source, lines).run(); }

}  // namespace thidua::intake
