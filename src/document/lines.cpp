#include "document/lines.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

/// One character of the paragraph, with its place and width.
struct Glyph {
    std::size_t run;
    std::size_t begin;
    std::size_t end;
    char32_t character;
    double width;
    Face face;
};

std::vector<Glyph> glyphs_of(const Paragraph& paragraph, const FontMetrics& metrics) {
    const Style& look = style(paragraph.style);
    std::vector<Glyph> glyphs;
    for (std::size_t i = 0; i < paragraph.runs.size(); ++i) {
        const Run& run = paragraph.runs[i];
        const Face face = face_of(run.bold.value_or(look.bold), run.italic.value_or(look.italic));
        for (std::size_t at = 0; at < run.text.size();) {
            const std::size_t begin = at;
            const char32_t c = base::next_code_point(run.text, at);
            const double em = c == '\n' ? 0 : c == '\t' ? metrics.advance(' ', face) * 4 : metrics.advance(c, face);
            glyphs.push_back({i, begin, at, c, em * look.size_pt, face});
        }
    }
    return glyphs;
}

/// "88/QĐ-UBND", "……/KH-PTP": the hyphen at `i` stands behind the slash of a document's number.
bool in_number(const std::vector<Glyph>& glyphs, std::size_t i) {
    while (i-- > 0 && glyphs[i].character != ' ' && glyphs[i].character != '\n') {
        if (glyphs[i].character != '/' || i == 0) continue;
        const char32_t before = glyphs[i - 1].character;
        return (before >= '0' && before <= '9') || before == 0x2026;
    }
    return false;
}

/// May a line end behind glyph i? Spaces are handled by the caller.
bool breaks_after(const std::vector<Glyph>& glyphs, std::size_t i) {
    const char32_t c = glyphs[i].character;
    if (i + 1 >= glyphs.size()) return false;
    const char32_t next = glyphs[i + 1].character;
    if (c == 0x2013 || c == 0x2014) return next != ' ';
    // No break between a hyphen and a digit ("2021-2025"), and none after a slash (LibreOffice; UAX 14 would allow it).
    return c == '-' && i > 0 && text::is_letter(glyphs[i - 1].character) && text::is_letter(next);
}

Line line_of(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t end) {
    while (end > begin && (glyphs[end - 1].character == ' ' || glyphs[end - 1].character == '\n')) --end;
    Line line;
    double x = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const Glyph& glyph = glyphs[i];
        if (line.pieces.empty() || line.pieces.back().run != glyph.run) {
            line.pieces.push_back({glyph.run, glyph.begin, glyph.end, x, 0, 0, glyph.face});
        }
        line.pieces.back().end = glyph.end;
        line.pieces.back().width += glyph.width;
        x += glyph.width;
    }
    line.width = x;
    return line;
}

}  // namespace

std::vector<Line> break_lines(const Paragraph& paragraph, double width_pt, double first_indent_pt,
                              const FontMetrics& metrics) {
    constexpr double kSlack = 0.01;  // sums of rounded widths must not push a fitting word out
    const std::vector<Glyph> glyphs = glyphs_of(paragraph, metrics);
    std::vector<Line> lines;
    std::size_t begin = 0;
    std::size_t last_break = 0;  // a line may end before this glyph; == begin: nowhere yet
    std::size_t poor_break = 0;  // the same, only for what is longer than the line
    double width = 0;
    const auto room = [&] { return width_pt - (lines.empty() ? first_indent_pt : 0) + kSlack; };
    const auto finish = [&](std::size_t end, bool ends_paragraph) {
        lines.push_back(line_of(glyphs, begin, end));
        lines.back().ends_paragraph = ends_paragraph;
        begin = end;
        last_break = end;
        width = 0;
    };
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const Glyph& glyph = glyphs[i];
        if (glyph.character == '\n') {
            finish(i + 1, true);
            continue;
        }
        width += glyph.width;
        if (glyph.character == ' ') {  // spaces may hang over the edge
            last_break = i + 1;
            continue;
        }
        if (width > room() && i > begin) {
            const std::size_t end = last_break > begin ? last_break : poor_break > begin ? poor_break : i;
            finish(end, false);
            for (std::size_t k = begin; k <= i; ++k) width += glyphs[k].width;
        }
        if (breaks_after(glyphs, i)) (in_number(glyphs, i) ? poor_break : last_break) = i + 1;
    }
    if (begin < glyphs.size() || lines.empty()) finish(glyphs.size(), true);
    lines.back().ends_paragraph = true;
    return lines;
}

double even_inset(const Paragraph& paragraph, double width_pt, const FontMetrics& metrics) {
    const std::size_t count = break_lines(paragraph, width_pt, 0, metrics).size();
    if (count < 2) return 0;
    double fits = width_pt;
    double too_narrow = width_pt / 2;
    while (fits - too_narrow > 1) {
        const double middle = (fits + too_narrow) / 2;
        (break_lines(paragraph, middle, 0, metrics).size() == count ? fits : too_narrow) = middle;
    }
    // Word and LibreOffice may set a letter a little wider than we think.
    constexpr double kRoom = 4;
    return std::max(0.0, (width_pt - fits - kRoom) / 2);
}

double widest_line(const Paragraph& paragraph, double width_pt, const FontMetrics& metrics) {
    double widest = 0;
    for (const Line& line : break_lines(paragraph, width_pt, 0, metrics)) widest = std::max(widest, line.width);
    return widest;
}

}  // namespace thidua::document
