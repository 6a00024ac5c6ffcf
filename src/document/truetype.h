#pragma once
// TrueType fonts (OpenType with glyf outlines): widths for the layout, and the part of a font that a PDF embeds.
// Every offset of the file is checked: a font is input like any other.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/metrics.h"

namespace thidua::document {

class TrueTypeFont {
public:
    /// Keeps a copy of `bytes`. kBadInput when it is no TrueType font with a Unicode character map.
    static base::Result<TrueTypeFont> load(std::string_view bytes);

    /// 0 (the "missing" glyph) for characters that the font does not have.
    std::uint16_t glyph(char32_t character) const;
    /// In em.
    double advance(std::uint16_t glyph) const;
    double ascent() const { return ascent_; }    ///< in em, positive
    double descent() const { return descent_; }  ///< in em, positive
    double line_gap() const { return line_gap_; }
    double italic_angle() const { return italic_angle_; }
    std::array<double, 4> box() const { return box_; }  ///< of all glyphs, in em: left, bottom, right, top
    const std::string& postscript_name() const { return name_; }

    /// The font with the outlines of `glyphs` (and of what they are composed of) only. Glyph numbers stay as they are.
    std::string subset(std::set<std::uint16_t> glyphs) const;

private:
    struct Table {
        std::size_t offset = 0;
        std::size_t length = 0;
    };
    std::uint32_t u8(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }
    std::uint32_t u16(std::size_t at) const { return u8(at) << 8 | u8(at + 1); }
    std::uint32_t u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }
    std::int32_t s16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    const Table* table(std::string_view tag) const;
    bool read_tables();
    void read_name();
    std::string_view outline(std::uint16_t glyph) const;

    std::string bytes_;
    std::map<std::string, Table, std::less<>> tables_;
    std::size_t cmap_ = 0;  ///< offset of the format 4 subtable
    std::size_t glyph_count_ = 0;
    std::size_t metric_count_ = 0;
    bool long_offsets_ = false;
    double units_ = 1;
    double ascent_ = 0;
    double descent_ = 0;
    double line_gap_ = 0;
    double italic_angle_ = 0;
    std::array<double, 4> box_{};
    std::string name_;
};

/// The four faces of the document's font.
struct FontSet final : FontMetrics {
    std::array<TrueTypeFont, 4> faces;  ///< in the order of enum Face

    /// `regular`, `bold`, `italic`, `bold_italic`: whole font files.
    static base::Result<FontSet> load(std::string_view regular, std::string_view bold, std::string_view italic,
                                      std::string_view bold_italic);

    const TrueTypeFont& face(Face face) const { return faces[static_cast<std::size_t>(face)]; }
    double advance(char32_t character, Face f) const override { return face(f).advance(face(f).glyph(character)); }
    double ascent() const override { return faces[0].ascent(); }
    double descent() const override { return faces[0].descent(); }
    double line_gap() const override { return faces[0].line_gap(); }
};

}  // namespace thidua::document
