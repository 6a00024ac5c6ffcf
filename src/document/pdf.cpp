#include "document/pdf.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <zlib.h>

#include "base/utf8.h"
#include "document/layout.h"
#include "document/markup.h"

namespace thidua::document {
namespace {

/// At most three decimals, never an exponent, never a comma.
std::string number(double value) {
    const long thousandths = std::lround(value * 1000);
    const unsigned long size = static_cast<unsigned long>(thousandths < 0 ? -thousandths : thousandths);
    std::string text = (thousandths < 0 ? "-" : "") + std::to_string(size / 1000);
    const unsigned long rest = size % 1000;
    if (rest != 0) {
        std::array<char, 8> digits{};
        std::snprintf(digits.data(), digits.size(), ".%03lu", rest);
        text += digits.data();
        while (text.back() == '0') text.pop_back();
    }
    return text;
}

std::string hex16(std::uint32_t value) {
    std::array<char, 8> digits{};
    std::snprintf(digits.data(), digits.size(), "%04X", static_cast<unsigned>(value & 0xFFFF));
    return digits.data();
}

std::string utf16(std::string_view text) {
    std::string hex;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c < 0x10000) {
            hex += hex16(static_cast<std::uint32_t>(c));
        } else {
            const auto rest = static_cast<std::uint32_t>(c - 0x10000);
            hex += hex16(0xD800 + (rest >> 10)) + hex16(0xDC00 + (rest & 0x3FF));
        }
    }
    return hex;
}

/// A text string of the file: UTF-16 with its mark, in hexadecimal.
std::string text_string(std::string_view text) { return "<FEFF" + utf16(text) + ">"; }

std::string deflated(const std::string& bytes) {
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::string out(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                  static_cast<uLong>(bytes.size()), 9) != Z_OK) {
        return {};
    }
    out.resize(size);
    return out;
}

/// Numbered objects, written once all are known.
class Objects {
public:
    std::size_t reserve() {
        bodies_.emplace_back();
        return bodies_.size();
    }
    void set(std::size_t object, std::string body) { bodies_[object - 1] = std::move(body); }
    std::size_t add(std::string body) {
        const std::size_t object = reserve();
        set(object, std::move(body));
        return object;
    }
    std::size_t add_stream(const std::string& entries, const std::string& content) {
        const std::string packed = deflated(content);
        return add("<<" + entries + "/Filter/FlateDecode/Length " + std::to_string(packed.size()) + ">>\nstream\n" +
                   packed + "\nendstream");
    }
    std::size_t add_plain_stream(const std::string& entries, const std::string& content) {
        return add("<<" + entries + "/Length " + std::to_string(content.size()) + ">>\nstream\n" + content +
                   "\nendstream");
    }
    std::string file(std::size_t catalog, std::size_t info) const {
        std::string out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
        std::string table = "xref\n0 " + std::to_string(bodies_.size() + 1) + "\n0000000000 65535 f \n";
        for (std::size_t i = 0; i < bodies_.size(); ++i) {
            std::array<char, 32> line{};
            std::snprintf(line.data(), line.size(), "%010lu 00000 n \n", static_cast<unsigned long>(out.size()));
            table += line.data();
            out += std::to_string(i + 1) + " 0 obj\n" + bodies_[i] + "\nendobj\n";
        }
        const std::size_t start = out.size();
        out += table + "trailer\n<</Size " + std::to_string(bodies_.size() + 1) + "/Root " + std::to_string(catalog) +
               " 0 R/Info " + std::to_string(info) + " 0 R>>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
        return out;
    }

private:
    std::vector<std::string> bodies_;
};

std::string reference(std::size_t object) { return std::to_string(object) + " 0 R"; }

class PdfWriter {
public:
    PdfWriter(const Document& document, const FontSet& fonts, const PageProgress& progress)
        : document_(document), fonts_(fonts), progress_(progress) {}

    base::Result<std::string> write() {
        const Layout layout = lay_out(document_, fonts_);
        const std::size_t catalog = objects_.reserve();
        const std::size_t pages = objects_.reserve();
        std::vector<std::size_t> contents;
        for (std::size_t i = 0; i < layout.pages.size(); ++i) {
            if (progress_ && !progress_(i, layout.pages.size())) {
                return base::fail(base::ErrorKind::kConflict, "Đã dừng ghi tệp PDF.", "Writing the PDF was stopped.");
            }
            contents.push_back(objects_.add_stream("", content_of(layout.pages[i])));
        }
        std::string resources = "<</Font<<";
        for (std::size_t i = 0; i < 4; ++i) {
            if (!used_[i].empty()) resources += "/F" + std::to_string(i) + " " + reference(write_font(i));
        }
        resources += ">>>>";

        std::vector<std::size_t> page_objects;
        std::string kids;
        for (std::size_t i = 0; i < layout.pages.size(); ++i) {
            const PlacedPage& page = layout.pages[i];
            page_objects.push_back(objects_.add("<</Type/Page/Parent " + reference(pages) + "/MediaBox[0 0 " +
                                                number(page.width) + " " + number(page.height) + "]/Resources" +
                                                resources + "/Contents " + reference(contents[i]) + ">>"));
            kids += reference(page_objects.back()) + " ";
        }
        objects_.set(pages, "<</Type/Pages/Count " + std::to_string(page_objects.size()) + "/Kids[" + kids + "]>>");

        std::string root =
            "<</Type/Catalog/Pages " + reference(pages) + "/Lang(vi-VN)/ViewerPreferences<</DisplayDocTitle true>>";
        const std::size_t outlines = write_bookmarks(layout, page_objects);
        if (outlines != 0) root += "/Outlines " + reference(outlines) + "/PageMode/UseOutlines";
        root += "/Metadata " + reference(objects_.add_plain_stream("/Type/Metadata/Subtype/XML", xmp())) + ">>";
        objects_.set(catalog, std::move(root));
        return objects_.file(catalog, objects_.add(info()));
    }

private:
    std::string content_of(const PlacedPage& page) {
        std::string out;
        for (const PlacedRule& rule : page.rules) {
            out += number(rule.thickness) + " w " + number(rule.x1) + " " + number(page.height - rule.y1) + " m " +
                   number(rule.x2) + " " + number(page.height - rule.y2) + " l S\n";
        }
        out += "BT\n";
        for (const PlacedText& text : page.texts) {
            const auto face = static_cast<std::size_t>(text.face);
            out += "/F" + std::to_string(face) + " " + number(text.size_pt) + " Tf 1 0 0 1 " + number(text.x) + " " +
                   number(page.height - text.baseline) + " Tm [<";
            for (std::size_t at = 0; at < text.text.size();) {
                const std::size_t begin = at;
                const char32_t c = base::next_code_point(text.text, at);
                const std::uint16_t glyph = fonts_.faces[face].glyph(c);
                used_[face].emplace(glyph, text.text.substr(begin, at - begin));
                out += hex16(glyph);
                // Numbers in a TJ array move back, in thousandths of the size: this widens the justified spaces.
                if (c == ' ' && text.space > 0) out += ">" + number(-text.space / text.size_pt * 1000) + "<";
            }
            out += ">] TJ\n";
        }
        return out + "ET\n";
    }

    std::size_t write_font(std::size_t face) {
        const TrueTypeFont& font = fonts_.faces[face];
        const auto em = [](double value) { return number(std::round(value * 1000)); };
        std::set<std::uint16_t> glyphs;
        std::string widths;
        std::string letters;
        for (const auto& [glyph, letter] : used_[face]) {
            glyphs.insert(glyph);
            widths += std::to_string(glyph) + "[" + em(font.advance(glyph)) + "]";
            letters += "1 beginbfchar\n<" + hex16(glyph) + "> <" + utf16(letter) + ">\nendbfchar\n";
        }
        // Readers tell subsets of one font apart by six letters before its name.
        const std::string name = std::string("THIDU") + static_cast<char>('A' + face) + "+" + font.postscript_name();
        const std::string program = font.subset(glyphs);
        const std::size_t file = objects_.add_stream("/Length1 " + std::to_string(program.size()), program);
        const bool bold = face == 1 || face == 3;
        const bool italic = face >= 2;
        std::string box;
        for (const double side : font.box()) box += em(side) + " ";
        const std::size_t descriptor =
            objects_.add("<</Type/FontDescriptor/FontName/" + name + "/Flags " + (italic ? "70" : "6") + "/FontBBox[" +
                         box + "]/ItalicAngle " + number(font.italic_angle()) + "/Ascent " + em(font.ascent()) +
                         "/Descent " + em(-font.descent()) + "/CapHeight 662/StemV " + (bold ? "140" : "80") +
                         "/FontFile2 " + reference(file) + ">>");
        const std::size_t descendant =
            objects_.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name +
                         "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" + "/FontDescriptor " +
                         reference(descriptor) + "/DW 500/W[" + widths + "]/CIDToGIDMap/Identity>>");
        const std::size_t to_unicode =
            objects_.add_stream("",
                                "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo "
                                "<</Registry (Adobe) /Ordering (UCS) "
                                "/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 "
                                "begincodespacerange\n<0000> <FFFF>\n"
                                "endcodespacerange\n" +
                                    letters + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return objects_.add("<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" +
                            reference(descendant) + "]/ToUnicode " + reference(to_unicode) + ">>");
    }

    /// Two levels: sections, and below them their headings. 0 when there are none.
    std::size_t write_bookmarks(const Layout& layout, const std::vector<std::size_t>& pages) {
        if (layout.bookmarks.empty()) return 0;
        struct Node {
            const Bookmark* mark;
            std::size_t object;
            std::vector<std::size_t> children;  // indices
        };
        std::vector<Node> nodes;
        std::vector<std::size_t> top;
        const std::size_t root = objects_.reserve();
        for (const Bookmark& mark : layout.bookmarks) {
            nodes.push_back({&mark, objects_.reserve(), {}});
            if (mark.level > 1 && !top.empty()) {
                nodes[top.back()].children.push_back(nodes.size() - 1);
            } else {
                top.push_back(nodes.size() - 1);
            }
        }
        const auto write_level = [&](const std::vector<std::size_t>& level, std::size_t parent) {
            for (std::size_t i = 0; i < level.size(); ++i) {
                const Node& node = nodes[level[i]];
                const PlacedPage& page = layout.pages[node.mark->page];
                std::string body = "<</Title " + text_string(node.mark->title) + "/Parent " + reference(parent) +
                                   "/Dest[" + reference(pages[node.mark->page]) + "/XYZ 0 " +
                                   number(page.height - node.mark->y) + " null]";
                if (i > 0) body += "/Prev " + reference(nodes[level[i - 1]].object);
                if (i + 1 < level.size()) body += "/Next " + reference(nodes[level[i + 1]].object);
                if (!node.children.empty()) {
                    body += "/First " + reference(nodes[node.children.front()].object) + "/Last " +
                            reference(nodes[node.children.back()].object) + "/Count " +
                            std::to_string(node.children.size());
                }
                objects_.set(node.object, body + ">>");
            }
        };
        write_level(top, root);
        for (const std::size_t i : top) write_level(nodes[i].children, nodes[i].object);
        objects_.set(root, "<</Type/Outlines/First " + reference(nodes[top.front()].object) + "/Last " +
                               reference(nodes[top.back()].object) + "/Count " + std::to_string(nodes.size()) + ">>");
        return root;
    }

    std::string info() const {
        std::string text = "<</Title " + text_string(document_.title) + "/Author " + text_string(document_.issuer) +
                           "/Subject " + text_string(document_.kind) + "/Producer " + text_string("Thi Đua");
        if (document_.date && base::is_valid(*document_.date)) {
            std::string day = base::to_iso(*document_.date);
            day.erase(7, 1);
            day.erase(4, 1);
            text += "/CreationDate(D:" + day + "000000Z)";
        }
        return text + ">>";
    }

    std::string xmp() const {
        return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta "
               "xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
               "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
               "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
               escaped(document_.title) + "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>" +
               escaped(document_.issuer) +
               "</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>"
               "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
    }

    const Document& document_;
    const FontSet& fonts_;
    const PageProgress& progress_;
    Objects objects_;
    std::array<std::map<std::uint16_t, std::string>, 4> used_;  ///< glyph to the letter it stands for
};

}  // namespace

base::Result<std::string> write_pdf(const Document& document, const FontSet& fonts, const PageProgress& progress) {
    return PdfWriter(document, fonts, progress).write();
}

}  // namespace thidua::document
