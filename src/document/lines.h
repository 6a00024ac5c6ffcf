#pragma once
// Breaking a paragraph into lines, with the widths of a font: for page layout, and for rules as long as their text.

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "document/metrics.h"

namespace thidua::document {

/// A stretch of one run on one line. Lengths in points; x counts from where the line's text begins.
struct Piece {
    std::size_t run = 0;    ///< index in Paragraph::runs
    std::size_t begin = 0;  ///< bytes in Run::text, end exclusive
    std::size_t end = 0;
    double x = 0;
    double width = 0;  ///< as set: justified spaces included
    double space = 0;  ///< added to every U+0020 of the piece, by justification
    Face face = Face::kRegular;
};

struct Line {
    std::vector<Piece> pieces;    ///< trailing spaces of the line belong to no piece
    double width = 0;             ///< natural, without justification
    bool ends_paragraph = false;  ///< last line, or before '\n': not justified
};

/// Greedy, as Word and LibreOffice do it. Breaks after spaces and after '-' between letters, but not inside the number
/// of a document ("88/QĐ-UBND") that fits on a line; a word longer than the line is broken where the line ends. At
/// least one line, also for an empty paragraph. `size_pt` for all runs.
std::vector<Line> break_lines(const Paragraph& paragraph, double width_pt, double first_indent_pt,
                              const FontMetrics& metrics);

/// The inset (both sides, points) that makes the lines of a centred paragraph about equally long, without more lines.
double even_inset(const Paragraph& paragraph, double width_pt, const FontMetrics& metrics);

/// Width of the widest line when set into `width_pt`.
double widest_line(const Paragraph& paragraph, double width_pt, const FontMetrics& metrics);

}  // namespace thidua::document
