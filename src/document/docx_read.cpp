#include "document/docx_read.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <map>
#include <utility>

#include <pugixml.hpp>

#include "document/metrics.h"
#include "document/zip.h"

namespace thidua::document {
namespace {

using pugi::xml_node;

constexpr std::size_t kMostParagraphs = 200000;
constexpr std::ptrdiff_t kMostTags = 4'000'000;  // and attributes; a thousand pages have about half of it
constexpr int kDeepest = 200;                    // nested tables, content controls
constexpr int kLongestChain = 20;                // styles based on styles; a circle ends there

tl::unexpected<base::Error> no_docx() {
    return base::fail(base::ErrorKind::kBadInput,
                      "Tệp không phải văn bản Word (.docx) hoặc đã bị hỏng. Hãy mở bằng Word và lưu lại.",
                      "The file is no Word document (.docx), or it is damaged. Open it in Word and save it again.");
}

double number(const xml_node& node, const char* attribute, double otherwise) {
    const pugi::xml_attribute value = node.attribute(attribute);
    return value ? value.as_double(otherwise) : otherwise;
}

double mm_of_twips(double twips) { return twips / 20 / kPointsPerMm; }

/// <w:b/> is on; <w:b w:val="0"/> is off.
std::optional<bool> toggle(const xml_node& properties, const char* name) {
    const xml_node node = properties.child(name);
    if (!node) return std::nullopt;
    const char* value = node.attribute("w:val").value();
    return std::strcmp(value, "0") != 0 && std::strcmp(value, "false") != 0 && std::strcmp(value, "off") != 0;
}

struct RunLook {
    std::string font;
    double size_pt = 10;
    bool bold = false;
    bool italic = false;
    bool capitals = false;
};

struct ParagraphLook {
    Alignment alignment = Alignment::kLeft;
    double first_line_mm = 0;
    double left_mm = 0;
    double before_pt = 0;
    double after_pt = 0;
    double line = 1;
};

class Reader {
public:
    explicit Reader(std::vector<ZipEntry> entries) : entries_(std::move(entries)) {}

    base::Result<ReadDocument> read() {
        pugi::xml_document body;
        if (!load("word/document.xml", body)) return no_docx();
        const xml_node root = body.child("w:document").child("w:body");
        if (!root) return no_docx();
        if (load("word/styles.xml", styles_)) {
            for (const xml_node& style : styles_.child("w:styles").children("w:style")) {
                by_id_[style.attribute("w:styleId").value()] = style;
                if (style.attribute("w:default").as_bool() &&
                    std::strcmp(style.attribute("w:type").value(), "paragraph") == 0) {
                    default_style_ = style.attribute("w:styleId").value();
                }
            }
        }
        if (load("word/theme/theme1.xml", theme_)) {
            const xml_node fonts = theme_.child("a:theme").child("a:themeElements").child("a:fontScheme");
            minor_font_ = fonts.child("a:minorFont").child("a:latin").attribute("typeface").value();
            major_font_ = fonts.child("a:majorFont").child("a:latin").attribute("typeface").value();
        }
        load("word/_rels/document.xml.rels", relations_);
        if (!blocks(root, Where{}, 0)) return no_docx();
        return std::move(made_);
    }

private:
    struct Where {
        int table = -1;
        int row = 0;
        int cell = 0;
        bool borders = false;
    };

    /// A tree takes up to 64 bytes for a tag of four and 40 for an attribute of six: 64 MB of XML would become a
    /// gigabyte.
    static bool small_enough(const std::string& xml) {
        return std::count_if(xml.begin(), xml.end(), [](char c) { return c == '<' || c == '='; }) <= kMostTags;
    }

    bool load(const std::string& name, pugi::xml_document& xml) const {
        for (const ZipEntry& entry : entries_) {
            // parse_ws_pcdata: a run may hold a single space; no doctype, so no entities but the five of XML.
            if (entry.name == name)
                return small_enough(entry.bytes) &&
                       static_cast<bool>(xml.load_buffer(entry.bytes.data(), entry.bytes.size(),
                                                         pugi::parse_default | pugi::parse_ws_pcdata));
        }
        return false;
    }

    bool blocks(const xml_node& parent, Where where, int depth) {
        if (depth > kDeepest) return false;
        for (const xml_node& node : parent.children()) {
            const std::string_view name = node.name();
            if (name == "w:p") {
                if (made_.paragraphs.size() >= kMostParagraphs) return false;
                paragraph(node, where);
            } else if (name == "w:tbl") {
                if (!table(node, where, depth)) return false;
            } else if (name == "w:sectPr") {
                page(node);
            } else if (name == "w:sdt") {
                if (!blocks(node.child("w:sdtContent"), where, depth + 1)) return false;
            } else if (name == "w:ins" || name == "w:customXml" || name == "w:smartTag") {
                if (!blocks(node, where, depth + 1)) return false;
            }
        }
        return true;
    }

    bool table(const xml_node& node, Where where, int depth) {
        const bool inner = where.table >= 0;
        if (!inner) {
            where.table = tables_++;
            where.row = -1;
        }
        xml_node borders = node.child("w:tblPr").child("w:tblBorders");
        if (!borders)
            borders = table_style_borders(node.child("w:tblPr").child("w:tblStyle").attribute("w:val").value());
        const char* inside = borders.child("w:insideV").attribute("w:val").value();
        where.borders = borders && *inside && std::strcmp(inside, "none") != 0 && std::strcmp(inside, "nil") != 0;
        for (const xml_node& row : node.children("w:tr")) {
            if (!inner) ++where.row;
            int cell = 0;
            for (const xml_node& column : row.children("w:tc")) {
                if (!inner) where.cell = cell++;
                if (!blocks(column, where, depth + 1)) return false;
            }
        }
        return true;
    }

    xml_node table_style_borders(std::string id) const {
        for (int i = 0; i < kLongestChain; ++i) {
            const auto found = by_id_.find(id);
            if (found == by_id_.end()) break;
            if (const xml_node borders = found->second.child("w:tblPr").child("w:tblBorders")) return borders;
            id = found->second.child("w:basedOn").attribute("w:val").value();
        }
        return {};
    }

    /// From the base of all styles to the style itself.
    std::vector<xml_node> chain(std::string id) const {
        std::vector<xml_node> list;
        for (int i = 0; i < kLongestChain; ++i) {
            const auto found = by_id_.find(id);
            if (found == by_id_.end()) break;
            list.insert(list.begin(), found->second);
            id = found->second.child("w:basedOn").attribute("w:val").value();
        }
        return list;
    }

    void apply(RunLook& look, const xml_node& properties) const {
        if (!properties) return;
        if (const xml_node fonts = properties.child("w:rFonts")) {
            const std::string_view theme = fonts.attribute("w:asciiTheme").value();
            if (!theme.empty()) look.font = theme.substr(0, 5) == "major" ? major_font_ : minor_font_;
            if (const pugi::xml_attribute ascii = fonts.attribute("w:ascii")) look.font = ascii.value();
        }
        look.size_pt = number(properties.child("w:sz"), "w:val", look.size_pt * 2) / 2;
        look.bold = toggle(properties, "w:b").value_or(look.bold);
        look.italic = toggle(properties, "w:i").value_or(look.italic);
        look.capitals = toggle(properties, "w:caps").value_or(look.capitals);
    }

    static void apply(ParagraphLook& look, const xml_node& properties) {
        if (!properties) return;
        const std::string_view alignment = properties.child("w:jc").attribute("w:val").value();
        if (alignment == "center") look.alignment = Alignment::kCenter;
        if (alignment == "right" || alignment == "end") look.alignment = Alignment::kRight;
        if (alignment == "both" || alignment == "distribute") look.alignment = Alignment::kJustified;
        if (alignment == "left" || alignment == "start") look.alignment = Alignment::kLeft;
        const xml_node indent = properties.child("w:ind");
        if (indent.attribute("w:firstLine")) look.first_line_mm = mm_of_twips(number(indent, "w:firstLine", 0));
        if (indent.attribute("w:hanging")) look.first_line_mm = -mm_of_twips(number(indent, "w:hanging", 0));
        if (indent.attribute("w:left")) look.left_mm = mm_of_twips(number(indent, "w:left", 0));
        if (indent.attribute("w:start")) look.left_mm = mm_of_twips(number(indent, "w:start", 0));
        const xml_node spacing = properties.child("w:spacing");
        look.before_pt = number(spacing, "w:before", look.before_pt * 20) / 20;
        look.after_pt = number(spacing, "w:after", look.after_pt * 20) / 20;
        if (spacing.attribute("w:line")) {
            const std::string_view rule = spacing.attribute("w:lineRule").value();
            look.line = rule == "exact" || rule == "atLeast" ? 0 : number(spacing, "w:line", 240) / 240;
        }
    }

    void paragraph(const xml_node& node, const Where& where) {
        const xml_node properties = node.child("w:pPr");
        const xml_node defaults = styles_.child("w:styles").child("w:docDefaults");
        ParagraphLook look;
        RunLook base;
        apply(look, defaults.child("w:pPrDefault").child("w:pPr"));
        apply(base, defaults.child("w:rPrDefault").child("w:rPr"));
        const char* named = properties.child("w:pStyle").attribute("w:val").value();
        for (const xml_node& style : chain(*named ? named : default_style_)) {
            apply(look, style.child("w:pPr"));
            apply(base, style.child("w:rPr"));
        }
        apply(look, properties);

        ReadParagraph made;
        std::map<std::string, std::size_t> fonts;
        std::map<double, std::size_t> sizes;
        bool all_bold = true;
        bool all_italic = true;
        std::size_t letters = 0;
        collect_runs(node, 0, [&](const xml_node& run) {
            RunLook own = base;
            for (const xml_node& style : chain(run.child("w:rPr").child("w:rStyle").attribute("w:val").value()))
                apply(own, style.child("w:rPr"));
            apply(own, run.child("w:rPr"));
            const std::size_t before = made.text.size();
            for (const xml_node& part : run.children()) {
                const std::string_view name = part.name();
                if (name == "w:t") made.text += part.text().get();
                if (name == "w:tab") made.text += '\t';
                if (name == "w:br" || name == "w:cr") made.text += '\n';
                if (name == "w:noBreakHyphen") made.text += '-';
            }
            const std::size_t added = made.text.size() - before;
            if (made.text.find_first_not_of(" \t\n", before) == std::string::npos) return;
            letters += added;
            fonts[own.font] += added;
            sizes[own.size_pt] += added;
            all_bold = all_bold && own.bold;
            all_italic = all_italic && own.italic;
        });
        const auto most = [](const auto& counts, auto otherwise) {
            const auto found = std::max_element(counts.begin(), counts.end(),
                                                [](const auto& a, const auto& b) { return a.second < b.second; });
            return found == counts.end() ? otherwise : found->first;
        };
        made.font = most(fonts, base.font);
        made.size_pt = most(sizes, base.size_pt);
        made.bold = letters > 0 && all_bold;
        made.italic = letters > 0 && all_italic;
        made.alignment = look.alignment;
        made.first_line_mm = look.first_line_mm;
        made.left_mm = look.left_mm;
        made.before_pt = look.before_pt;
        made.after_pt = look.after_pt;
        made.line = look.line;
        made.table = where.table;
        made.row = where.row;
        made.cell = where.cell;
        made.borders = where.borders;
        made_.paragraphs.push_back(std::move(made));
        if (const xml_node section = properties.child("w:sectPr")) page(section);
    }

    /// Runs stand in the paragraph, in links, insertions and controls; deletions are passed over.
    template <class Visit>
    void collect_runs(const xml_node& parent, int depth, const Visit& visit) const {
        if (depth > kDeepest) return;
        for (const xml_node& node : parent.children()) {
            const std::string_view name = node.name();
            if (name == "w:r") {
                visit(node);
            } else if (name == "w:hyperlink" || name == "w:ins" || name == "w:sdt" || name == "w:sdtContent" ||
                       name == "w:smartTag" || name == "w:fldSimple" || name == "w:customXml") {
                collect_runs(node, depth + 1, visit);
            }
        }
    }

    bool header_has_number(const xml_node& section, std::string_view type) const {
        for (const xml_node& reference : section.children("w:headerReference")) {
            if (type != reference.attribute("w:type").value()) continue;
            for (const xml_node& relation : relations_.child("Relationships").children()) {
                if (std::strcmp(relation.attribute("Id").value(), reference.attribute("r:id").value()) != 0) continue;
                for (const ZipEntry& entry : entries_) {
                    // The field's instruction is text of the part: "PAGE", not NUMPAGES or PAGEREF.
                    if (entry.name != std::string("word/") + relation.attribute("Target").value()) continue;
                    for (std::size_t at = entry.bytes.find("PAGE"); at != std::string::npos;
                         at = entry.bytes.find("PAGE", at + 4)) {
                        const char left = at > 0 ? entry.bytes[at - 1] : ' ';
                        const char right = at + 4 < entry.bytes.size() ? entry.bytes[at + 4] : ' ';
                        const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
                        if (!is_letter(left) && !is_letter(right)) return true;
                    }
                }
            }
        }
        return false;
    }

    void page(const xml_node& section) {
        ReadPage made;
        const xml_node size = section.child("w:pgSz");
        const xml_node margins = section.child("w:pgMar");
        made.width_mm = mm_of_twips(number(size, "w:w", 11906));
        made.height_mm = mm_of_twips(number(size, "w:h", 16838));
        made.top_mm = mm_of_twips(number(margins, "w:top", 0));
        made.bottom_mm = mm_of_twips(number(margins, "w:bottom", 0));
        made.left_mm = mm_of_twips(number(margins, "w:left", 0));
        made.right_mm = mm_of_twips(number(margins, "w:right", 0));
        made.first_page_differs = toggle(section, "w:titlePg").value_or(false);
        made.header_has_number = header_has_number(section, "default");
        made.first_header_has_number = header_has_number(section, "first");
        made_.pages.push_back(made);
    }

    std::vector<ZipEntry> entries_;
    pugi::xml_document styles_;
    pugi::xml_document theme_;
    pugi::xml_document relations_;
    std::map<std::string, xml_node> by_id_;
    std::string default_style_;
    std::string minor_font_;
    std::string major_font_;
    int tables_ = 0;
    ReadDocument made_;
};

}  // namespace

base::Result<ReadDocument> read_docx(std::string_view bytes) {
    auto entries = read_zip(bytes);
    if (!entries) return tl::unexpected(entries.error());
    return Reader(std::move(*entries)).read();
}

std::string text_of(const ReadDocument& document) {
    std::string text;
    for (const ReadParagraph& p : document.paragraphs) text += p.text + '\n';
    return text;
}

}  // namespace thidua::document
