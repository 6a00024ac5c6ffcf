#pragma once
// Pages: where every line of a document stands on paper. One layout for the screen, the PDF and the layout checker; it
// follows what Word and LibreOffice do with our DOCX (tests compare it with LibreOffice's PDF).
// Lengths in points (1/72 inch) from the upper left corner of the paper, y downward.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/metrics.h"

namespace thidua::document {

/// Which paragraph of the document: block of a section, and inside a table the row, cell and paragraph.
struct Place {
    static constexpr std::size_t kNowhere = SIZE_MAX;  ///< for what no paragraph holds: the page number
    std::size_t section = 0;
    std::size_t block = kNowhere;
    std::size_t row = 0;
    std::size_t cell = 0;
    std::size_t paragraph = 0;

    auto operator<=>(const Place&) const = default;
};

/// Text in one look on one line.
struct PlacedText {
    double x = 0;
    double baseline = 0;
    double width = 0;
    double size_pt = 0;
    double space = 0;  ///< added to every U+0020 (justification)
    Face face = Face::kRegular;
    bool blank = false;  ///< still to be filled in by a person
    std::string text;
    Place place;
    std::size_t run = 0;    ///< in the paragraph
    std::size_t begin = 0;  ///< byte in the run's text
};

struct PlacedRule {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double thickness = 0.5;
};

/// The part of a paragraph on one page: to point at it, to show where it came from.
struct PlacedParagraph {
    Place place;
    double x = 0, y = 0, width = 0, height = 0;
};

struct PlacedPage {
    double width = 0;
    double height = 0;
    std::size_t section = 0;
    int number = 1;  ///< inside its section; shown from 2 on
    std::vector<PlacedText> texts;
    std::vector<PlacedRule> rules;
    std::vector<PlacedParagraph> paragraphs;
};

/// A heading for the navigation pane and the PDF's bookmarks.
struct Bookmark {
    int level = 1;
    std::string title;
    std::size_t page = 0;  ///< index in Layout::pages
    double y = 0;
};

struct Layout {
    std::vector<PlacedPage> pages;
    std::vector<Bookmark> bookmarks;
};

/// Never fails: what is taller than a page is divided. At least one page.
Layout lay_out(const Document& document, const FontMetrics& metrics);

/// The same in pieces, for documents of hundreds of pages.
class LayoutJob {
public:
    /// Both must outlive the job.
    LayoutJob(const Document& document, const FontMetrics& metrics);
    ~LayoutJob();
    LayoutJob(const LayoutJob&) = delete;
    LayoutJob& operator=(const LayoutJob&) = delete;

    /// One paragraph, or one row of a table; false when all is laid out.
    bool advance();
    /// 0..1: the share of the document's blocks and rows.
    double progress() const;
    /// Once advance() gave false.
    Layout take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The paragraph at a place; nullptr when there is none.
const Paragraph* find_paragraph(const Document& document, const Place& place);

}  // namespace thidua::document
