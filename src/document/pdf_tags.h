#pragma once
// The logical structure of a PDF (ISO 32000-1 §14.7, 14.8): headings, paragraphs, tables and their order, for screen
// readers and for PDF/A-2a. Every piece of a page belongs to an element, or is marked as an artifact.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thidua::document {

class PdfFile;

class PdfTags {
public:
    using Element = std::uint32_t;
    static constexpr Element kDocument = 0;  ///< parent of all others

    PdfTags();

    /// Children are read in the order in which they are added. `attributes`: entries of the element, "/A<<…>>".
    Element add(Element parent, std::string_view type, std::string_view attributes = {});
    /// Marks that follow belong to a new page.
    void begin_page() { marked_.emplace_back(); }
    /// Opens a marked piece of the page at hand; kEnd closes it.
    std::string begin(Element element);
    static constexpr std::string_view kEnd = "EMC\n";
    /// Lines and grounds; what repeats the text of another page, or numbers it.
    static constexpr std::string_view kDrawing = "/Artifact<</Type/Layout>>BDC\n";
    static constexpr std::string_view kRepeated = "/Artifact<</Type/Pagination>>BDC\n";

    std::size_t size() const { return nodes_.size(); }
    /// Puts some hundred elements into the file, all pages being there; false when there is no more.
    bool write_some(PdfFile& file);
    /// The object of the tree's root, once all is written.
    std::size_t root() const { return root_; }

private:
    struct Node {
        Element parent = 0;
        std::string type;
        std::string attributes;
        std::vector<Element> children;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> marks;  ///< page, number on it
        std::size_t object = 0;
    };
    std::string body_of(const Node& node, const PdfFile& file) const;

    std::vector<Node> nodes_;
    std::vector<std::vector<Element>> marked_;  ///< by page, in the order of their numbers
    std::size_t written_ = 0;
    std::size_t root_ = 0;
};

}  // namespace thidua::document
