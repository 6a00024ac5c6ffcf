#include "document/docx.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "document/docx_parts.h"
#include "document/lines.h"
#include "document/markup.h"
#include "document/zip.h"

namespace thidua::document {
namespace {

std::string twips(double points) { return std::to_string(std::lround(points * 20)); }
std::string twips_of_mm(double mm) { return twips(mm * kPointsPerMm); }

std::string_view justification(Alignment alignment) {
    switch (alignment) {
        case Alignment::kLeft: return "left";
        case Alignment::kCenter: return "center";
        case Alignment::kRight: return "right";
        case Alignment::kJustified: return "both";
    }
    return "left";
}

/// Writes word/document.xml.
class BodyWriter {
public:
    explicit BodyWriter(const Document& document) : document_(document) {}

    std::string write() {
        xml_ = kXmlHead;
        xml_ +=
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";
        for (std::size_t i = 0; i < document_.sections.size(); ++i) {
            section(document_.sections[i], i, i + 1 == document_.sections.size());
        }
        xml_ += "</w:body></w:document>";
        return std::move(xml_);
    }

private:
    void section(const Section& section, std::size_t index, bool last) {
        width_mm_ = section.page.text_width_mm();
        const Block* previous = nullptr;
        for (const Block& block : section.blocks) {
            if (std::holds_alternative<PageBreak>(block)) break_before_ = true;
            if (const auto* p = std::get_if<Paragraph>(&block)) paragraph(*p, width_mm_, previous);
            if (const auto* t = std::get_if<Table>(&block)) table(*t);
            previous = &block;
        }
        // Word wants a paragraph behind a last table; it is as thin as a rule, so that it never makes a page of its
        // own.
        xml_ += "<w:p><w:pPr><w:pStyle w:val=\"DuongKe\"/>";
        if (!last) xml_ += section_properties(section.page, index);
        xml_ += "</w:pPr></w:p>";
        if (last) xml_ += section_properties(section.page, index);
    }

    static std::string section_properties(const Page& page, std::size_t index) {
        std::string xml = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>";
        xml += "<w:headerReference w:type=\"first\" r:id=\"rId5\"/><w:type w:val=\"nextPage\"/><w:pgSz w:w=\"" +
               twips_of_mm(page.width_mm) + "\" w:h=\"" + twips_of_mm(page.height_mm) + "\"";
        if (page.width_mm > page.height_mm) xml += " w:orient=\"landscape\"";
        xml += "/><w:pgMar w:top=\"" + twips_of_mm(page.top_mm) + "\" w:right=\"" + twips_of_mm(page.right_mm) +
               "\" w:bottom=\"" + twips_of_mm(page.bottom_mm) + "\" w:left=\"" + twips_of_mm(page.left_mm) +
               "\" w:header=\"" + twips_of_mm(page.header_mm) + "\" w:footer=\"" + twips_of_mm(page.header_mm) +
               "\" w:gutter=\"0\"/>";
        if (index > 0) xml += "<w:pgNumType w:start=\"1\"/>";
        return xml + "<w:titlePg/></w:sectPr>";
    }

    void runs(const Paragraph& p) {
        for (const Run& run : p.runs) {
            xml_ += "<w:r>";
            if (run.bold || run.italic) {
                xml_ += "<w:rPr>";
                if (run.bold) xml_ += *run.bold ? "<w:b/><w:bCs/>" : "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>";
                if (run.italic) xml_ += *run.italic ? "<w:i/><w:iCs/>" : "<w:i w:val=\"0\"/><w:iCs w:val=\"0\"/>";
                xml_ += "</w:rPr>";
            }
            for (std::size_t at = 0; at <= run.text.size();) {
                const std::size_t end = std::min(run.text.find_first_of("\n\t", at), run.text.size());
                if (end > at) {
                    xml_ += "<w:t xml:space=\"preserve\">" + escaped(std::string_view(run.text).substr(at, end - at)) +
                            "</w:t>";
                }
                if (end < run.text.size()) xml_ += run.text[end] == '\n' ? "<w:br/>" : "<w:tab/>";
                at = end + 1;
            }
            xml_ += "</w:r>";
        }
    }

    void paragraph(const Paragraph& p, double width_mm, const Block* previous = nullptr) {
        const Style& look = style(p.style);
        xml_ += "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(look.key) + "\"/>";
        if ((p.keep_with_next || p.rule > 0) && !look.keep_with_next) xml_ += "<w:keepNext/>";
        if (p.page_break_before || break_before_) xml_ += "<w:pageBreakBefore/>";
        break_before_ = false;
        const double before = space_before(p, previous);
        const bool gap_after_rule = p.rule > 0 && look.after_pt > 0;  // the rule comes before the gap
        if (before > look.before_pt || gap_after_rule) {
            xml_ += "<w:spacing";
            if (before > look.before_pt) xml_ += " w:before=\"" + twips(before) + "\"";
            if (gap_after_rule) xml_ += " w:after=\"0\"";
            xml_ += "/>";
        }
        if (p.inset_mm > 0) {
            xml_ += "<w:ind w:left=\"" + twips_of_mm(p.inset_mm) + "\" w:right=\"" + twips_of_mm(p.inset_mm) + "\"/>";
        }
        if (p.alignment && *p.alignment != look.alignment) {
            xml_ += "<w:jc w:val=\"" + std::string(justification(*p.alignment)) + "\"/>";
        }
        xml_ += "</w:pPr>";
        runs(p);
        xml_ += "</w:p>";
        if (p.rule > 0) rule(p, width_mm * kPointsPerMm);
    }

    /// The decree's drawn line, as the upper border of an empty paragraph: it moves with the text and needs no shape.
    void rule(const Paragraph& p, double width) {
        const Style& look = style(p.style);
        const double length =
            std::min(widest_line(p, width - 2 * p.inset_mm * kPointsPerMm, times_metrics()) * p.rule, width);
        const std::string side = twips((width - length) / 2);
        xml_ += "<w:p><w:pPr><w:pStyle w:val=\"DuongKe\"/>";
        if (look.keep_with_next || p.keep_with_next) xml_ += "<w:keepNext/>";
        xml_ +=
            "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/></w:pBdr><w:spacing "
            "w:before=\"" +
            twips(kRuleGap) + "\" w:after=\"" + twips(look.after_pt) + "\"/><w:ind w:left=\"" + side + "\" w:right=\"" +
            side + "\"/></w:pPr></w:p>";
    }

    void table(const Table& t) {
        if (break_before_) {
            xml_ += "<w:p><w:pPr><w:pStyle w:val=\"DuongKe\"/><w:pageBreakBefore/></w:pPr></w:p>";
            break_before_ = false;
        }
        double total = 0;
        for (const double mm : t.column_mm) total += mm;
        const std::string margin = t.borders ? twips_of_mm(kCellMarginMm) : "0";
        xml_ += "<w:tbl><w:tblPr><w:tblStyle w:val=\"" + std::string(t.borders ? "BangKe" : "BangTrong") +
                "\"/><w:tblW w:w=\"" + twips_of_mm(total) +
                "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>"
                "<w:tblCellMar><w:left w:w=\"" +
                margin + "\" w:type=\"dxa\"/><w:right w:w=\"" + margin +
                "\" w:type=\"dxa\"/></w:tblCellMar><w:tblLook w:val=\"0000\"/></w:tblPr><w:tblGrid>";
        for (const double mm : t.column_mm) xml_ += "<w:gridCol w:w=\"" + twips_of_mm(mm) + "\"/>";
        xml_ += "</w:tblGrid>";
        for (const TableRow& row : t.rows) table_row(t, row);
        xml_ += "</w:tbl>";
    }

    void table_row(const Table& t, const TableRow& row) {
        xml_ += "<w:tr>";
        if (!row.can_split || row.header) {
            xml_ += "<w:trPr>";
            if (!row.can_split || row.header) xml_ += "<w:cantSplit/>";
            if (row.header) xml_ += "<w:tblHeader/>";
            xml_ += "</w:trPr>";
        }
        std::size_t column = 0;
        for (const TableCell& cell : row.cells) {
            double width = 0;
            for (int i = 0; i < cell.column_span && column < t.column_mm.size(); ++i) width += t.column_mm[column++];
            xml_ += "<w:tc><w:tcPr><w:tcW w:w=\"" + twips_of_mm(width) + "\" w:type=\"dxa\"/>";
            if (cell.column_span > 1) xml_ += "<w:gridSpan w:val=\"" + std::to_string(cell.column_span) + "\"/>";
            if (row.header) xml_ += "<w:vAlign w:val=\"center\"/>";
            xml_ += "</w:tcPr>";
            const double inside = width - (t.borders ? 2 * kCellMarginMm : 0);
            for (const Paragraph& p : cell.paragraphs) paragraph(p, inside);
            if (cell.paragraphs.empty()) xml_ += "<w:p/>";
            xml_ += "</w:tc>";
        }
        xml_ += "</w:tr>";
    }

    const Document& document_;
    std::string xml_;
    double width_mm_ = 0;
    bool break_before_ = false;
};

/// Every style of the decree's table as a Word style, so that an office can change one and all its paragraphs follow.
std::string styles_xml() {
    std::string xml = std::string(kXmlHead) + std::string(kStylesStart);
    for (const Style& s : styles()) {
        xml += "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" + std::string(s.key) +
               "\"><w:name w:val=\"" + escaped(s.name) + "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>";
        if (s.keep_with_next) xml += "<w:keepNext/>";
        xml += "<w:spacing w:before=\"" + twips(s.before_pt) + "\" w:after=\"" + twips(s.after_pt) + "\" w:line=\"" +
               std::to_string(std::lround(s.line * 240)) + "\" w:lineRule=\"auto\"/>";
        if (s.left_mm > 0 || s.first_line_mm > 0) {
            xml += "<w:ind w:left=\"" + twips_of_mm(s.left_mm) + "\" w:firstLine=\"" + twips_of_mm(s.first_line_mm) +
                   "\"/>";
        }
        xml += "<w:jc w:val=\"" + std::string(justification(s.alignment)) + "\"/>";
        if (s.outline > 0) xml += "<w:outlineLvl w:val=\"" + std::to_string(s.outline - 1) + "\"/>";
        xml += "</w:pPr><w:rPr>";
        if (s.bold) xml += "<w:b/><w:bCs/>";
        if (s.italic) xml += "<w:i/><w:iCs/>";
        const std::string half_points = std::to_string(std::lround(s.size_pt * 2));
        xml += "<w:sz w:val=\"" + half_points + "\"/><w:szCs w:val=\"" + half_points + "\"/></w:rPr></w:style>";
    }
    xml +=
        "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"DuongKe\"><w:name w:val=\"Đường kẻ\"/>"
        "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" +
        twips(kRuleHeight) +
        "\" w:lineRule=\"exact\"/></w:pPr><w:rPr><w:sz w:val=\"4\"/><w:szCs w:val=\"4\"/></w:rPr></w:style>";
    return xml + "</w:styles>";
}

std::string core_xml(const Document& document) {
    std::string xml = std::string(kXmlHead) + std::string(kCoreStart);
    xml +=
        "<dc:title>" + escaped(document.title) + "</dc:title><dc:subject>" + escaped(document.kind) + "</dc:subject>";
    xml += "<dc:creator>" + escaped(document.issuer) + "</dc:creator><dc:language>vi-VN</dc:language>";
    if (document.date && base::is_valid(*document.date)) {
        xml += "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + base::to_iso(*document.date) +
               "T00:00:00Z</dcterms:created>";
    }
    return xml + "</cp:coreProperties>";
}

}  // namespace

base::Result<std::string> write_docx(const Document& document) {
    std::vector<ZipEntry> parts;
    parts.push_back({"[Content_Types].xml", std::string(kXmlHead) + std::string(kContentTypes)});
    parts.push_back({"_rels/.rels", std::string(kXmlHead) + std::string(kPackageRelations)});
    parts.push_back({"word/document.xml", BodyWriter(document).write()});
    parts.push_back({"word/_rels/document.xml.rels", std::string(kXmlHead) + std::string(kDocumentRelations)});
    parts.push_back({"word/styles.xml", styles_xml()});
    parts.push_back({"word/settings.xml", std::string(kXmlHead) + std::string(kSettings)});
    parts.push_back({"word/fontTable.xml", std::string(kXmlHead) + std::string(kFontTable)});
    parts.push_back({"word/header1.xml", std::string(kXmlHead) + std::string(kPageNumberHeader)});
    parts.push_back({"word/header2.xml", std::string(kXmlHead) + std::string(kEmptyHeader)});
    parts.push_back({"docProps/core.xml", core_xml(document)});
    parts.push_back({"docProps/app.xml", std::string(kXmlHead) + std::string(kAppProperties)});
    return write_zip(parts);
}

}  // namespace thidua::document
