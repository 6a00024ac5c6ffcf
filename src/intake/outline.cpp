#include "intake/outline.h"

#include <algorithm>

#include "intake/letterhead.h"
#include "intake/words.h"

namespace thidua::intake {
namespace {

using Kind = office::PlanItem::Kind;
using Style = ListMark::Style;

/// A paragraph that stands by itself in capitals and begins a part: "QUYẾT ĐỊNH:", "KẾ HOẠCH" of an annex, "PHỤ LỤC".
bool begins_part(const Paragraph& paragraph) {
    if (paragraph.mark.style != Style::kNone || !paragraph.caps) return false;
    const std::string& text = paragraph.passage.text();
    if (!kind_line(text).empty()) return true;
    if (text.size() > 400) return false;
    const Words words = split_words(text);
    return match(words, 0, "phu luc") > 0 || kind_line(text.substr(0, text.find(' ', text.find(' ') + 1))).size() > 0;
}

bool opens_preamble(const Paragraph& paragraph) {
    constexpr std::string_view kOpeners[] = {"can cu",      "thuc hien", "trien khai", "theo de nghi",
                                             "xet de nghi", "kinh gui",  "de ",        "nham"};
    const Words words = split_words(std::string_view(paragraph.passage.text()).substr(0, 100));
    return matches(words, 0, kOpeners);
}

bool is_closing(const Paragraph& paragraph) {
    if (paragraph.mark.style != Style::kNone) return false;
    const std::string& text = paragraph.passage.text();
    const std::string_view head = std::string_view(text).substr(0, 100);
    if (text.ends_with("./.")) return true;
    return (head.starts_with("T") || head.starts_with("t")) && match(split_words(head), 0, "tren day la") > 0;
}

}  // namespace

std::vector<OutlineItem> make_outline(std::span<const Paragraph> paragraphs) {
    std::vector<OutlineItem> items(paragraphs.size());
    const bool structured = std::any_of(paragraphs.begin(), paragraphs.end(), [](const Paragraph& paragraph) {
        return paragraph.mark.style != Style::kNone && paragraph.mark.style != Style::kDash &&
               paragraph.mark.style != Style::kPlus;
    });
    bool preamble = true;
    std::vector<int> open;  // indices, ranks rising
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const Paragraph& paragraph = paragraphs[i];
        const int index = static_cast<int>(i);
        OutlineItem& item = items[i];
        item.paragraph = &paragraph;
        const Style style = paragraph.mark.style;
        if (begins_part(paragraph)) {
            item.kind = Kind::kSection;
            open.clear();
            preamble = false;
            // An annex may bring its own preamble in small letters: those paragraphs hang below its title.
            open.push_back(index);
            continue;
        }
        if (preamble) {
            const bool ends = structured ? style != Style::kNone && style != Style::kDash && style != Style::kPlus
                                         : !opens_preamble(paragraph);
            if (!ends) {
                item.kind = is_closing(paragraph) ? Kind::kClosing : Kind::kPreamble;
                continue;
            }
            preamble = false;
        }
        if (is_closing(paragraph)) {
            item.kind = Kind::kClosing;
            open.clear();
            continue;
        }
        const auto rank_of = [&](int at) { return items[static_cast<std::size_t>(at)].paragraph->mark.rank(); };
        const auto is_part = [&](int at) {
            return items[static_cast<std::size_t>(at)].paragraph->mark.style == Style::kNone;
        };
        if (style == Style::kNone) {
            while (!open.empty() && !is_part(open.back()) && rank_of(open.back()) >= 22) open.pop_back();
        } else {
            const int rank = paragraph.mark.rank();
            while (!open.empty() && !is_part(open.back()) && rank_of(open.back()) >= rank) open.pop_back();
            // Chapters, sections and articles are not below the title of an annex: it is their neighbour.
            if (rank < 10 && !open.empty() && is_part(open.back())) open.pop_back();
        }
        item.parent = open.empty() ? -1 : open.back();
        if (item.parent >= 0) items[static_cast<std::size_t>(item.parent)].children.push_back(index);
        const bool section =
            style == Style::kRoman || style == Style::kCapital || style == Style::kChapter || style == Style::kPart;
        item.kind = section ? Kind::kSection : Kind::kParagraph;
        if (style != Style::kNone) open.push_back(index);
    }
    for (OutlineItem& item : items) {
        if (item.kind != Kind::kParagraph || item.paragraph->mark.style == Style::kNone) continue;
        const std::string& text = item.paragraph->passage.text();
        const bool stopped = ends_with_stop(text) && !text.ends_with(':');
        if (!item.children.empty()) {
            const Paragraph& first = *items[static_cast<std::size_t>(item.children.front())].paragraph;
            if (!stopped || first.mark.style != Style::kNone) item.kind = Kind::kHeading;
        } else if (!stopped && text.size() < 120 && text.find(',') == std::string::npos && text.ends_with(':')) {
            item.kind = Kind::kHeading;
        }
    }
    return items;
}

}  // namespace thidua::intake
