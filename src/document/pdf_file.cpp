#include "document/pdf_file.h"

#include <cmath>
#include <cstdio>
#include <set>

#include <zlib.h>

#include "base/sha256.h"
#include "base/utf8.h"
#include "document/markup.h"
#include "document/srgb.h"

namespace thidua::document {
namespace {

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

std::string reference(std::size_t object) { return std::to_string(object) + " 0 R"; }

/// "20241205" and "2024-12-05": the two forms in which a file says its day; empty when it has none.
std::string day_of(const PdfMeta& meta, bool dashes) {
    if (!meta.date || !base::is_valid(*meta.date)) return {};
    std::string day = base::to_iso(*meta.date);
    if (!dashes) {
        day.erase(7, 1);
        day.erase(4, 1);
    }
    return day;
}

std::string info_of(const PdfMeta& meta) {
    std::string text = "<</Title " + text_string(meta.title) + "/Author " + text_string(meta.author) + "/Subject " +
                       text_string(meta.subject) + "/Producer " + text_string("Thi Đua");
    const std::string day = day_of(meta, false);
    if (!day.empty()) text += "/CreationDate(D:" + day + "000000Z)";
    return text + ">>";
}

/// Says the same as the Info dictionary (ISO 19005-2, 6.6.2.3), and which part of PDF/A the file keeps to.
std::string xmp_of(const PdfMeta& meta) {
    const auto alternative = [](const char* name, const std::string& text) {
        return "<dc:" + std::string(name) + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
               "</rdf:li></rdf:Alt></dc:" + name + ">";
    };
    const std::string day = day_of(meta, true);
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta "
           "xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
           "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">" +
           alternative("title", meta.title) + "<dc:creator><rdf:Seq><rdf:li>" + escaped(meta.author) +
           "</rdf:li></rdf:Seq></dc:creator>" + alternative("description", meta.subject) +
           "<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language><pdf:Producer>Thi Đua</pdf:Producer>" +
           (day.empty() ? "" : "<xmp:CreateDate>" + day + "T00:00:00Z</xmp:CreateDate>") +
           "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
           "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

}  // namespace

std::string pdf_number(double value) {
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

PdfFile::PdfFile(const FontSet& fonts) : fonts_(fonts) {
    reserve();  // 1: the catalog
    pages_object_ = reserve();
}

std::size_t PdfFile::reserve() {
    bodies_.emplace_back();
    return bodies_.size();
}

std::size_t PdfFile::add(std::string body) {
    const std::size_t object = reserve();
    set(object, std::move(body));
    return object;
}

std::size_t PdfFile::add_stream(const std::string& entries, const std::string& content) {
    const std::string packed = deflated(content);
    return add("<<" + entries + "/Filter/FlateDecode/Length " + std::to_string(packed.size()) + ">>\nstream\n" +
               packed + "\nendstream");
}

std::size_t PdfFile::add_plain_stream(const std::string& entries, const std::string& content) {
    return add("<<" + entries + "/Length " + std::to_string(content.size()) + ">>\nstream\n" + content + "\nendstream");
}

std::string PdfFile::text_commands(const PlacedText& text, double page_height) {
    const auto face = static_cast<std::size_t>(text.face);
    std::string out = "/F" + std::to_string(face) + " " + pdf_number(text.size_pt) + " Tf 1 0 0 1 " +
                      pdf_number(text.x) + " " + pdf_number(page_height - text.baseline) + " Tm [<";
    for (std::size_t at = 0; at < text.text.size();) {
        const std::size_t begin = at;
        const char32_t c = base::next_code_point(text.text, at);
        const std::uint16_t glyph = fonts_.faces[face].glyph(c);
        used_[face].emplace(glyph, text.text.substr(begin, at - begin));
        out += hex16(glyph);
        // Numbers in a TJ array move back, in thousandths of the size: this widens the justified spaces.
        if (c == ' ' && text.space > 0) out += ">" + pdf_number(-text.space / text.size_pt * 1000) + "<";
    }
    return out + ">] TJ\n";
}

void PdfFile::add_page(double width, double height, const std::string& content) {
    contents_.push_back(add_stream("", content));
    sizes_.push_back({width, height});
}

void PdfFile::write_font(std::size_t face) {
    if (used_[face].empty() || font_objects_[face] != 0) return;
    const TrueTypeFont& font = fonts_.faces[face];
    const auto em = [](double value) { return pdf_number(std::round(value * 1000)); };
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
    const std::size_t file = add_stream("/Length1 " + std::to_string(program.size()), program);
    const bool bold = face == 1 || face == 3;
    const bool italic = face >= 2;
    std::string box;
    for (const double side : font.box()) box += em(side) + " ";
    const std::size_t descriptor = add(
        "<</Type/FontDescriptor/FontName/" + name + "/Flags " + (italic ? "70" : "6") + "/FontBBox[" + box +
        "]/ItalicAngle " + pdf_number(font.italic_angle()) + "/Ascent " + em(font.ascent()) + "/Descent " +
        em(-font.descent()) + "/CapHeight 662/StemV " + (bold ? "140" : "80") + "/FontFile2 " + reference(file) + ">>");
    const std::size_t descendant =
        add("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name +
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" + "/FontDescriptor " +
            reference(descriptor) + "/DW 500/W[" + widths + "]/CIDToGIDMap/Identity>>");
    const std::size_t to_unicode =
        add_stream("",
                   "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo "
                   "<</Registry (Adobe) /Ordering (UCS) "
                   "/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 "
                   "begincodespacerange\n<0000> <FFFF>\n"
                   "endcodespacerange\n" +
                       letters + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    font_objects_[face] = add("<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" +
                              reference(descendant) + "]/ToUnicode " + reference(to_unicode) + ">>");
}

/// Two levels: sections, and below them their headings. 0 when there are none.
std::size_t PdfFile::write_bookmarks(const std::vector<Bookmark>& bookmarks) {
    if (bookmarks.empty()) return 0;
    struct Node {
        const Bookmark* mark;
        std::size_t object;
        std::vector<std::size_t> children;  // indices
    };
    std::vector<Node> nodes;
    std::vector<std::size_t> top;
    const std::size_t root = reserve();
    for (const Bookmark& mark : bookmarks) {
        nodes.push_back({&mark, reserve(), {}});
        if (mark.level > 1 && !top.empty()) {
            nodes[top.back()].children.push_back(nodes.size() - 1);
        } else {
            top.push_back(nodes.size() - 1);
        }
    }
    const auto write_level = [&](const std::vector<std::size_t>& level, std::size_t parent) {
        for (std::size_t i = 0; i < level.size(); ++i) {
            const Node& node = nodes[level[i]];
            std::string body = "<</Title " + text_string(node.mark->title) + "/Parent " + reference(parent) + "/Dest[" +
                               reference(page_objects_[node.mark->page]) + "/XYZ 0 " +
                               pdf_number(sizes_[node.mark->page].height - node.mark->y) + " null]";
            if (i > 0) body += "/Prev " + reference(nodes[level[i - 1]].object);
            if (i + 1 < level.size()) body += "/Next " + reference(nodes[level[i + 1]].object);
            if (!node.children.empty()) {
                body += "/First " + reference(nodes[node.children.front()].object) + "/Last " +
                        reference(nodes[node.children.back()].object) + "/Count " +
                        std::to_string(node.children.size());
            }
            set(node.object, body + ">>");
        }
    };
    write_level(top, root);
    for (const std::size_t i : top) write_level(nodes[i].children, nodes[i].object);
    set(root, "<</Type/Outlines/First " + reference(nodes[top.front()].object) + "/Last " +
                  reference(nodes[top.back()].object) + "/Count " + std::to_string(nodes.size()) + ">>");
    return root;
}

std::string PdfFile::finish(const PdfMeta& meta, const std::vector<Bookmark>& bookmarks) {
    std::string resources = "<</Font<<";
    for (std::size_t i = 0; i < font_objects_.size(); ++i) {
        write_font(i);
        if (font_objects_[i] != 0) resources += "/F" + std::to_string(i) + " " + reference(font_objects_[i]);
    }
    resources += ">>>>";
    std::string kids;
    for (std::size_t i = 0; i < contents_.size(); ++i) {
        page_objects_.push_back(add("<</Type/Page/Parent " + reference(pages_object_) + "/MediaBox[0 0 " +
                                    pdf_number(sizes_[i].width) + " " + pdf_number(sizes_[i].height) + "]/Resources" +
                                    resources + "/Contents " + reference(contents_[i]) + ">>"));
        kids += reference(page_objects_.back()) + " ";
    }
    set(pages_object_, "<</Type/Pages/Count " + std::to_string(page_objects_.size()) + "/Kids[" + kids + "]>>");
    std::string root =
        "<</Type/Catalog/Pages " + reference(pages_object_) + "/Lang(vi-VN)/ViewerPreferences<</DisplayDocTitle true>>";
    const std::size_t outlines = write_bookmarks(bookmarks);
    if (outlines != 0) root += "/Outlines " + reference(outlines) + "/PageMode/UseOutlines";
    const std::size_t profile = add_stream("/N 3", srgb_profile());
    root +=
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
        "/DestOutputProfile " +
        reference(profile) + ">>]";
    root += "/Metadata " + reference(add_plain_stream("/Type/Metadata/Subtype/XML", xmp_of(meta))) + ">>";
    set(1, std::move(root));
    return joined(1, add(info_of(meta)));
}

std::string PdfFile::joined(std::size_t catalog, std::size_t info) const {
    std::string out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::string table = "xref\n0 " + std::to_string(bodies_.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
        std::array<char, 32> line{};
        std::snprintf(line.data(), line.size(), "%010lu 00000 n \n", static_cast<unsigned long>(out.size()));
        table += line.data();
        out += std::to_string(i + 1) + " 0 obj\n" + bodies_[i] + "\nendobj\n";
    }
    const std::size_t start = out.size();
    const std::string id = base::sha256_hex(out).substr(0, 32);
    out += table + "trailer\n<</Size " + std::to_string(bodies_.size() + 1) + "/Root " + reference(catalog) + "/Info " +
           reference(info) + "/ID[<" + id + "><" + id + ">]>>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    return out;
}

}  // namespace thidua::document
