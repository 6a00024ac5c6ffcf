#include "ui/page_layout.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace thidua::ui {
namespace {

float advance(DistanceAtlas& atlas, Face face, char32_t c) {
    if (c == U'\t') c = U' ';
    return atlas.glyph(face, c).advance;
}

/// Breaks source line `number`, bytes [begin, end), into lines of the column; heights are not decided yet.
void break_line(DistanceAtlas& atlas, std::string_view text, std::size_t begin, std::size_t end, int number,
                const PageLineStyle& style, const PageShape& shape, std::vector<PlacedLine>& out) {
    const float column = shape.width - shape.left - shape.right;
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
        line.x = shape.left + indent;
        if (style.align == PageAlign::kCentre) line.x = shape.left + std::max(0.0F, (column - used) / 2);
        if (style.align == PageAlign::kRight) line.x = shape.left + std::max(0.0F, column - used);
        if (style.align == PageAlign::kJustify && wrapped && blanks_at_break > 0) {
            line.stretch = std::max(0.0F, room - used) / static_cast<float>(blanks_at_break);
        }
        out.push_back(line);
        at = line.end;
        while (wrapped && at < end && text[at] == ' ') ++at;
        first = false;
        if (!wrapped) break;
    } while (at < end);
}

/// Likewise by the number of letters alone, for lines whose turn has not come: a letter of Times is near 0.45 em wide.
void guess_line(std::string_view text, std::size_t begin, std::size_t end, int number, const PageLineStyle& style,
                const PageShape& shape, std::vector<PlacedLine>& out) {
    constexpr float kLetter = 0.45F;
    constexpr float kBytes = 1.35F;  // of a letter in Vietnamese text
    const float letters = (shape.width - shape.left - shape.right) / (kLetter * style.size);
    const std::size_t row = std::max<std::size_t>(8, static_cast<std::size_t>(letters * kBytes));
    std::size_t at = begin;
    do {
        std::size_t stop = end;
        if (end - at > row) {
            stop = text.rfind(' ', at + row);
            if (stop == std::string_view::npos || stop <= at) stop = std::min(text.find(' ', at + row), end);
        }
        PlacedLine line;
        line.begin = at;
        line.end = stop;
        line.source_line = number;
        line.size = style.size;
        line.face = style.face;
        line.x = shape.left;
        out.push_back(line);
        at = stop;
        while (at < end && text[at] == ' ') ++at;
    } while (at < end);
}

std::uint64_t key_of(const DistanceAtlas& atlas, std::string_view line, const PageLineStyle& style,
                     const PageShape& shape) {
    std::uint64_t key = 14695981039346656037U;  // FNV-1a
    const auto add = [&key](std::uint64_t value) { key = (key ^ value) * 1099511628211U; };
    const auto add_length = [&add](float points) { add(static_cast<std::uint64_t>(std::lround(points * 64))); };
    add(atlas.ready());
    add(static_cast<std::uint64_t>(style.align));
    add(static_cast<std::uint64_t>(style.face));
    for (const float points : {style.size, style.indent, shape.left, shape.right, shape.width}) add_length(points);
    for (const char c : line) add(static_cast<unsigned char>(c));
    return key == 0 ? 1 : key;
}

/// The lines of a text, one source line after the other.
class Source {
public:
    Source(DistanceAtlas& atlas, const PageText& source, const PageShape& shape, BrokenLines& known)
        : atlas_(atlas), source_(source), shape_(shape), known_(known) {
        known_.broken = 0;
        known_.guessed = false;
    }
    ~Source() { known_.entries.resize(static_cast<std::size_t>(number_)); }
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    bool done() const { return at_ > source_.text.size(); }
    const PageLineStyle& style() const { return style_; }
    /// The next source line, broken; none when there is no more.
    const std::vector<PlacedLine>& next() {
        if (done()) return none_;
        const std::size_t end = std::min(source_.text.find('\n', at_), source_.text.size());
        const auto index = static_cast<std::size_t>(number_);
        style_ = index < source_.styles.size() ? source_.styles[index] : PageLineStyle{};
        if (known_.entries.size() <= index) known_.entries.emplace_back();
        BrokenLines::Entry& entry = known_.entries[index];
        const std::uint64_t key = key_of(atlas_, std::string_view(source_.text).substr(at_, end - at_), style_, shape_);
        if (entry.key != key || entry.lines.empty()) {
            // The first one always: a line longer than the allowance has to be broken some time.
            const bool now = known_.broken == 0 || spent_ + (end - at_) <= known_.most_bytes;
            entry = {now ? key : 0, {}};
            if (now) {
                break_line(atlas_, source_.text, at_, end, number_, style_, shape_, entry.lines);
                spent_ += end - at_;
                ++known_.broken;
            } else {
                guess_line(source_.text, at_, end, number_, style_, shape_, entry.lines);
                spent_ = known_.most_bytes;  // what follows waits, too: text is broken from its head on
                known_.guessed = true;
            }
        } else {
            const std::size_t before = entry.lines.front().begin;
            for (PlacedLine& line : entry.lines) {
                line.begin += at_ - before;  // modulo: moving back comes out right, too
                line.end += at_ - before;
            }
        }
        at_ = end + 1;
        ++number_;
        return entry.lines;
    }

private:
    DistanceAtlas& atlas_;
    const PageText& source_;
    PageShape shape_;
    BrokenLines& known_;
    PageLineStyle style_;
    const std::vector<PlacedLine> none_;
    std::size_t at_ = 0;
    std::size_t spent_ = 0;  ///< bytes broken in this layout
    int number_ = 0;
};

/// Flows rows down the pages.
struct Flow {
    PageShape shape;
    float y = shape.top;
    int page = 0;

    /// Where a row of that height begins, counted from the top of the first page.
    float place(float height, float space_before) {
        y += space_before;
        if (y + height > shape.height - shape.bottom && y > shape.top) {
            ++page;
            y = shape.top;
        }
        const float top = static_cast<float>(page) * shape.height + y;
        y += height;
        return top;
    }
};

void put(PlacedLine line, float top, float height, PageLayout& out) {
    line.top = top;
    line.height = height;
    line.baseline = top + (height - line.size * 1.107F) / 2 + line.size * 0.891F;  // Times metrics
    out.lines.push_back(line);
}

}  // namespace

PageLayout lay_out(DistanceAtlas& atlas, const PageText& source, const PageShape& shape) {
    BrokenLines nothing;
    return lay_out(atlas, source, shape, nothing);
}

PageLayout lay_out(DistanceAtlas& atlas, const PageText& source, const PageShape& shape, BrokenLines& known) {
    PageLayout out;
    out.shape = shape;
    Flow flow{shape};
    for (Source lines(atlas, source, shape, known); !lines.done();) {
        bool first = true;
        for (const PlacedLine& line : lines.next()) {
            const float height = line.size * shape.line_height;
            put(line, flow.place(height, first ? lines.style().space_before : 0), height, out);
            first = false;
        }
    }
    out.pages = flow.page + 1;
    // A strip is as long as its text.
    if (shape.height > kPaperHeight) out.shape.height = flow.y + shape.bottom;
    return out;
}

void lay_out_pair(DistanceAtlas& atlas, const PageText& left, const PageText& right, PageLayout& left_out,
                  PageLayout& right_out, BrokenLines& left_known, BrokenLines& right_known) {
    const PageShape shape;
    left_out = right_out = {};
    Flow flow{shape};
    Source left_lines(atlas, left, shape, left_known);
    Source right_lines(atlas, right, shape, right_known);
    while (!left_lines.done() || !right_lines.done()) {
        const std::vector<PlacedLine>& a = left_lines.next();
        const std::vector<PlacedLine>& b = right_lines.next();
        float before = std::max(left_lines.style().space_before, right_lines.style().space_before);
        for (std::size_t row = 0; row < std::max(a.size(), b.size()); ++row) {
            const float size = std::max(row < a.size() ? a[row].size : 0, row < b.size() ? b[row].size : 0);
            const float height = size * shape.line_height;
            const float top = flow.place(height, before);
            before = 0;
            if (row < a.size()) put(a[row], top, height, left_out);
            if (row < b.size()) put(b[row], top, height, right_out);
        }
    }
    left_out.pages = right_out.pages = flow.page + 1;
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
