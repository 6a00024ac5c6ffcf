#pragma once
// The pages of a laid out document as content of a PDF, every paragraph marked with its place in the structure.

#include <map>
#include <string>

#include "document/document.h"
#include "document/layout.h"
#include "document/pdf_file.h"

namespace thidua::document {

class PdfContent {
public:
    /// Both must outlive it.
    PdfContent(const Document& document, PdfFile& file) : document_(document), file_(file) {}

    /// Pages in their order.
    void add(const PlacedPage& page);

private:
    PdfTags::Element element_of(const Place& place);
    PdfTags::Element section_of(std::size_t section);
    void add_row(const Place& row);
    bool ends_between_words(const PlacedText& text) const;

    const Document& document_;
    PdfFile& file_;
    std::map<Place, PdfTags::Element> elements_;  ///< of paragraphs
    std::map<Place, std::pair<PdfTags::Element, PdfTags::Element>>
        tables_;  ///< by block: the parents of heads and rows
    std::map<std::size_t, PdfTags::Element> sections_;
    std::map<Place, std::size_t> begun_on_;  ///< page on which a paragraph of a table's head was first shown
    std::size_t page_ = 0;
};

}  // namespace thidua::document
