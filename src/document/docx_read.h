#pragma once
// What a .docx says, whoever wrote it: its paragraphs with the look they end up with after styles and defaults, and its
// pages. For the layout checker and for taking in text; not for editing.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/style.h"

namespace thidua::document {

struct ReadParagraph {
    std::string text;     ///< '\n' and '\t' as in the file; deleted (tracked) text left out
    std::string font;     ///< of most of its letters; empty when the file does not say
    double size_pt = 10;  ///< of most of its letters (10 is Word's own default)
    bool bold = false;    ///< all letters are
    bool italic = false;
    Alignment alignment = Alignment::kLeft;
    double first_line_mm = 0;
    double left_mm = 0;
    double before_pt = 0;
    double after_pt = 0;
    double line = 1;  ///< multiple of single spacing; 0: a fixed height
    int table = -1;   ///< number of the outermost table it stands in, -1: none
    int row = 0;
    int cell = 0;
    bool borders = false;  ///< of that table
};

struct ReadPage {
    double width_mm = 210;
    double height_mm = 297;
    double top_mm = 0;
    double bottom_mm = 0;
    double left_mm = 0;
    double right_mm = 0;
    bool first_page_differs = false;  ///< titlePg
    bool header_has_number = false;   ///< a PAGE field in the header of later pages
    bool first_header_has_number = false;
};

struct ReadDocument {
    std::vector<ReadParagraph> paragraphs;
    std::vector<ReadPage> pages;  ///< one a section
};

/// kBadInput: no DOCX, damaged, or beyond the limits (64 MB unfolded, 200,000 paragraphs). Entities and external parts
/// are not followed.
base::Result<ReadDocument> read_docx(std::string_view bytes);

/// The text of its paragraphs, one a line: a DOCX as input for intake.
std::string text_of(const ReadDocument& document);

}  // namespace thidua::document
