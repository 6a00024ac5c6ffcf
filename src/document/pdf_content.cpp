#include "document/pdf_content.h"

#include <variant>

namespace thidua::document {
namespace {

using Element = PdfTags::Element;

/// The name of the kind is the title; the headings stand below it.
std::string_view type_of(StyleId id) {
    if (id == StyleId::kKind) return "H1";
    const int outline = style(id).outline;
    return outline == 1 ? "H2" : outline == 2 ? "H3" : "P";
}

}  // namespace

Element PdfContent::section_of(std::size_t section) {
    const auto known = sections_.find(section);
    if (known != sections_.end()) return known->second;
    return sections_[section] = file_.tags().add(PdfTags::kDocument, "Sect");
}

/// All cells of a row, empty ones as well: rows of one table have one width.
void PdfContent::add_row(const Place& place) {
    PdfTags& tags = file_.tags();
    const auto* table = std::get_if<Table>(&document_.sections[place.section].blocks[place.block]);
    const TableRow& row = table->rows[place.row];
    const bool data = table->role == Table::Role::kData;
    auto& parents = tables_[{place.section, place.block, 0, 0, 0}];
    if (parents.first == 0) {
        parents.first = tags.add(section_of(place.section), data ? "Table" : "Div");
        parents.second = parents.first;
        if (data && table->rows.front().header) {
            const Element whole = parents.first;
            parents.first = tags.add(whole, "THead");
            parents.second = tags.add(whole, "TBody");
        }
    }
    const Element line = data ? tags.add(row.header ? parents.first : parents.second, "TR") : parents.first;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const TableCell& cell = row.cells[c];
        Element parent = line;
        if (data) {
            std::string span;
            if (cell.column_span > 1) span = "/ColSpan " + std::to_string(cell.column_span);
            if (row.header) span += "/Scope/Column";
            if (!span.empty()) span = "/A<</O/Table" + span + ">>";
            parent = tags.add(line, row.header ? "TH" : "TD", span);
        }
        for (std::size_t p = 0; p < cell.paragraphs.size(); ++p) {
            const Place at{place.section, place.block, place.row, c, p};
            elements_[at] = data && cell.paragraphs.size() == 1 ? parent : tags.add(parent, "P");
        }
    }
}

Element PdfContent::element_of(const Place& place) {
    const auto known = elements_.find(place);
    if (known != elements_.end()) return known->second;
    const Block& block = document_.sections[place.section].blocks[place.block];
    if (const auto* p = std::get_if<Paragraph>(&block))
        return elements_[place] = file_.tags().add(section_of(place.section), type_of(p->style));
    add_row(place);
    return elements_[place];
}

/// A line that is not the last of its paragraph ends at a space, unless it ends behind a hyphen.
bool PdfContent::ends_between_words(const PlacedText& text) const {
    const Paragraph* paragraph = find_paragraph(document_, text.place);
    if (!paragraph || text.run >= paragraph->runs.size()) return false;
    const std::string& whole = paragraph->runs[text.run].text;
    const std::size_t end = text.begin + text.text.size();
    return end < whole.size() && (whole[end] == ' ' || whole[end] == '\n');
}

void PdfContent::add(const PlacedPage& page) {
    PdfTags& tags = file_.tags();
    tags.begin_page();
    std::string out;
    if (!page.rules.empty()) out += PdfTags::kDrawing;
    for (const PlacedRule& rule : page.rules) {
        out += pdf_number(rule.thickness) + " w " + pdf_number(rule.x1) + " " + pdf_number(page.height - rule.y1) +
               " m " + pdf_number(rule.x2) + " " + pdf_number(page.height - rule.y2) + " l S\n";
    }
    if (!page.rules.empty()) out += PdfTags::kEnd;
    out += "BT\n";
    const PlacedText* before = nullptr;
    for (const PlacedText& text : page.texts) {
        if (before == nullptr || before->place != text.place) {
            if (before != nullptr) out += PdfTags::kEnd;
            bool repeated = text.place.block == Place::kNowhere;  // the page number
            if (!repeated &&
                std::holds_alternative<Table>(document_.sections[text.place.section].blocks[text.place.block])) {
                const bool begins = text.run == 0 && text.begin == 0;
                repeated = begun_on_.emplace(text.place, page_).first->second != page_ && begins;
            }
            out += repeated ? std::string(PdfTags::kRepeated) : tags.begin(element_of(text.place));
        }
        out += file_.text_commands(text, page.height, ends_between_words(text));
        before = &text;
    }
    if (before != nullptr) out += PdfTags::kEnd;
    file_.add_page(page.width, page.height, out + "ET\n");
    ++page_;
}

}  // namespace thidua::document
