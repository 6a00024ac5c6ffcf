#include "ui/page_layout.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace thidua::ui {
namespace {

constexpr float kLineHeight = 1.3F;

float advance(DistanceAtlas& atlas, Face face, char32_t c) {
    if (c == U'\t') c = U' ';
    return atlas.glyph(face, c).advance;
}

/// Flows lines down the pages.
struct Flow {
    PageLayout& out;
    float y = kMarginTop;
    int page = 0;

    void place(PlacedLine line, float space_before) {
        const float height = line.size * kLineHeight;
        y += space_before;
        if (y + height > kPaperHeight - kMarginBottom) {
            ++page;
            y = kMarginTop;
        }
        line.top = static_cast<float>(page) * kPaperHeight + y;
        line.height = height;
        line.baseline = line.top + (height - line.size * 1.107F) / 2 + line.size * 0.891F;  // Times metrics
        out.lines.push_back(line);
        y += height;
    }
};

void lay_out_line(DistanceAtlas& atlas, std::string_view text, std::size_t begin, std::size_t end, int number,
                  const PageLineStyle& style, Flow& flow) {
    const float column = kPaperWidth - kMarginLeft - kMarginRight;
    std::size_t at = begin;
    bool first = true;
    do {
        const float indent = first ? style.indent : 0;
        const float room = column - indent;
        float width = 0;
        float width_at_blank = 0;
        std::size_t blank = at;
        std::size_t i = at;
        bool wrapped = false;
        int blanks = 0;
        int blanks_at_break = 0;
        while (i < end) {
            const std::size_t start = i;
            const char32_t c = base::next_code_point(text, i);
            const float step = advance(atlas, style.face, c) * style.size;
            if (c == U' ' && start > at) {
                blank = start;
                width_at_blank = width;
                blanks_at_break = blanks++;
            }
            if (width + step > room && c != U' ' && start > at) {
                wrapped = true;
                if (blank == at) {  // one word wider than the paper
                    blank = start;
                    width_at_blank = width;
                }
                break;
            }
            width += step;
        }
        PlacedLine line;
        line.begin = at;
        line.end = wrapped ? blank : end;
        line.source_line = number;
        line.size = style.size;
        line.face = style.face;
        const float used = wrapped ? width_at_blank : width;
        line.x = kMarginLeft + indent;
        if (style.align == PageAlign::kCentre) line.x = kMarginLeft + std::max(0.0F, (column - used) / 2);
        if (style.align == PageAlign::kRight) line.x = kMarginLeft + std::max(0.0F, column - used);
        if (style.align == PageAlign::kJustify && wrapped && blanks_at_break > 0) {
            line.stretch = std::max(0.0F, room - used) / static_cast<float>(blanks_at_break);
        }
        flow.place(line, first ? style.space_before : 0);
        at = line.end;
        while (wrapped && at < end && text[at] == ' ') ++at;
        first = false;
        if (!wrapped) break;
    } while (at < end);
}

}  // namespace

PageLayout lay_out(DistanceAtlas& atlas, const PageText& source) {
    PageLayout out;
    Flow flow{out};
    const std::string_view text = source.text;
    std::size_t at = 0;
    for (int number = 0; at <= text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const auto index = static_cast<std::size_t>(number);
        const PageLineStyle style = index < source.styles.size() ? source.styles[index] : PageLineStyle{};
        lay_out_line(atlas, text, at, end, number, style, flow);
        at = end + 1;
    }
    out.pages = flow.page + 1;
    return out;
}

float position_x(DistanceAtlas& atlas, std::string_view text, const PlacedLine& line, std::size_t position) {
    float x = line.x;
    std::size_t at = line.begin;
    const std::size_t to = std::clamp(position, line.begin, line.end);
    while (at < to) {
        const char32_t c = base::next_code_point(text, at);
        x += advance(atlas, line.face, c) * line.size + (c == U' ' ? line.stretch : 0);
    }
    return x;
}

}  // namespace thidua::ui
