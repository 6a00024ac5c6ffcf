#pragma once
// A paragraph of the source joined into one line, which remembers for each byte where it stood; and the lines it is
// made of.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "office/plan.h"

namespace thidua::intake {

/// One line of the source. `begin`, `end`: bytes of its content, blanks at both ends left out.
struct Line {
    int number = 0;  ///< from 1
    std::size_t begin = 0;
    std::size_t end = 0;
    int length = 0;       ///< characters
    bool caps = false;    ///< most of its letters (two at least) are capitals
    bool run_on = false;  ///< begins inside a line of the source, where a paragraph begins (run_on.h)
    bool blank() const { return begin == end; }
};

/// Reads one line of the text (up to '\n') after the other.
class LineReader {
public:
    explicit LineReader(std::string_view text) : text_(text) {}
    /// Appends the next line, or the lines that a program had joined into it; false when there is no more.
    bool next(std::vector<Line>& lines);
    /// Bytes read.
    std::size_t at() const { return begin_; }

private:
    std::string_view text_;
    std::size_t begin_ = 0;
    int number_ = 1;
};

std::vector<Line> split_lines(std::string_view text);

/// Blank, tab, no-break space, form feed and the like at `at`: their length in bytes, or 0.
std::size_t blank_at(std::string_view text, std::size_t at);

class Passage {
public:
    /// Adds bytes [begin, end) of `source` behind what is there, after one blank; runs of blanks become one.
    void append(std::string_view source, std::size_t begin, std::size_t end, int line);

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    /// Bytes [begin, end) of text() as they stood in the source.
    office::SourceSpan span(std::size_t begin, std::size_t end) const;
    office::SourceSpan span() const { return span(0, text_.size()); }

private:
    struct Piece {
        std::size_t at;      ///< byte in text_
        std::size_t source;  ///< the same byte in the source
        int line;
    };
    const Piece& piece_of(std::size_t at) const;

    std::string text_;
    std::vector<Piece> pieces_;
};

}  // namespace thidua::intake
