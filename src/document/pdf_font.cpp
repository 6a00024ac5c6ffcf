// The faces of a PDF: the part of each that is used, its widths, and which letter every glyph stands for.
#include <cmath>
#include <cstdint>
#include <set>

#include "document/pdf_file.h"
#include "document/pdf_meta.h"

namespace thidua::document {
namespace {

std::string hex16(std::uint32_t value) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[value >> shift & 0xF];
    return out;
}

std::string reference(std::size_t object) { return std::to_string(object) + " 0 R"; }

}  // namespace

/// A piece of a face's program, then its objects; false when all four are there.
bool PdfFile::write_font_some() {
    if (packing_) {
        if (packing_->advance()) return true;
        write_font(face_, program_size_, packing_->take());
        packing_.reset();
        return ++face_ < used_.size();
    }
    while (face_ < used_.size() && used_[face_].empty()) ++face_;
    if (face_ == used_.size()) return false;
    std::set<std::uint16_t> glyphs;
    for (const auto& [glyph, letter] : used_[face_]) glyphs.insert(glyph);
    std::string program = fonts_.faces[face_].subset(glyphs);
    program_size_ = program.size();
    packing_ = std::make_unique<DeflateJob>(std::move(program));
    return true;
}

void PdfFile::write_font(std::size_t face, std::size_t length, const std::string& packed) {
    const TrueTypeFont& font = fonts_.faces[face];
    const auto em = [](double value) { return pdf_number(std::round(value * 1000)); };
    std::string widths;
    std::string letters;
    for (const auto& [glyph, letter] : used_[face]) {
        widths += std::to_string(glyph) + "[" + em(font.advance(glyph)) + "]";
        letters += "1 beginbfchar\n<" + hex16(glyph) + "> <" + utf16_hex(letter) + ">\nendbfchar\n";
    }
    // Readers tell subsets of one font apart by six letters before its name.
    const std::string name = std::string("THIDU") + static_cast<char>('A' + face) + "+" + font.postscript_name();
    const std::size_t file = add_stream("/Filter/FlateDecode/Length1 " + std::to_string(length), packed, false);
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

}  // namespace thidua::document
