#pragma once
// Lines to paragraphs: list marks (I., 1., 1.1., a), -, +, Điều 1.), paragraphs without a mark, and paragraphs that go
// on behind a blank line or a page break.

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intake/passage.h"

namespace thidua::intake {

/// The mark in front of a paragraph. `rank`: the smaller, the higher in the tree.
struct ListMark {
    enum class Style { kNone, kPart, kChapter, kCapital, kRoman, kArticle, kNumber, kLetter, kBracket, kDash, kPlus };
    Style style = Style::kNone;
    std::string label;           ///< "I", "1", "1.1", "a", "(1)", "-", "Điều 1"
    int depth = 0;               ///< of kNumber: 1 for "1.", 2 for "1.1."
    int ordinal = 0;             ///< 1 for "I", "1", "a"; the last part of "3.2"; 0 where there is no order
    std::size_t text_begin = 0;  ///< byte of the source where the words behind the mark begin

    int rank() const;
};

/// The mark at the beginning of the line [begin, end) of `source`; kNone when it has none.
ListMark list_mark(std::string_view source, std::size_t begin, std::size_t end);

struct Paragraph {
    ListMark mark;
    Passage passage;  ///< without the mark
    int first_line = 0;
    int last_line = 0;
    std::size_t begin = 0;  ///< bytes of the source, mark included
    std::size_t end = 0;
    bool caps = false;
    bool after_blank = false;  ///< a blank line stands before it
};

/// Reads one line after the other. `lines` are consecutive lines of `source` (header and tail already cut off); both
/// must outlive it.
class ParagraphReader {
public:
    ParagraphReader(std::string_view source, std::span<const Line> lines);
    ~ParagraphReader();
    /// The next line; false when there is no more.
    bool next();
    std::vector<Paragraph> take();

private:
    class Splitter;
    std::unique_ptr<Splitter> splitter_;
};

/// Does the content of this line end a sentence or an item (. ; : ! ? ./. or a closing quote behind one)?
bool ends_with_stop(std::string_view content);
/// Begins with a small letter (so it continues what stands before).
bool begins_small(std::string_view content);

}  // namespace thidua::intake
