#pragma once
// Glyphs as signed distance fields, made on demand from the serif faces with stb_truetype and kept in one
// atlas. One field serves every zoom: the shader finds the outline again.

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

#include "ui/fonts.h"
#include "ui/glyph_renderer.h"

namespace thidua::ui {

enum class Face : std::uint8_t { kRegular, kBold, kItalic };

/// A glyph's place in the atlas and around the pen, in em: multiply by the size wanted.
struct DistanceGlyph {
    float advance = 0;
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;  ///< box around the pen on the baseline, y down; all 0: nothing to draw
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
};

class DistanceAtlas {
public:
    explicit DistanceAtlas(const FontFiles& files);
    ~DistanceAtlas();

    /// False while the faces are on their way: letters have a place but no shape yet, and pages are laid out again after.
    bool ready() const;
    /// Always answers; a character that the face lacks gives its "missing" box.
    const DistanceGlyph& glyph(Face face, char32_t character);
    /// Extra space between two letters, in em (mostly ≤ 0).
    float kerning(Face face, char32_t left, char32_t right) const;
    /// Baseline below the top of the line and height of a line, in em.
    float ascent() const { return 0.891F; }

    /// Hands new rows to the GPU; called once per frame.
    void flush(GlyphRenderer& renderer);
    std::size_t size() const { return glyphs_.size(); }
    int width() const { return kSide; }
    int height() const { return kSide; }
    const std::vector<std::uint8_t>& pixels() const { return pixels_; }

private:
    static constexpr int kSide = 1024;      ///< ≈ 600 glyphs of 40 px
    static constexpr char32_t kCommon = 0x2100;  ///< Latin, Vietnamese, punctuation: found without hashing
    struct Faces;

    DistanceGlyph make(Face face, char32_t character);

    std::unique_ptr<Faces> faces_;
    std::vector<std::uint8_t> pixels_;
    std::deque<DistanceGlyph> glyphs_;                  ///< addresses stay
    std::array<std::vector<std::int32_t>, 3> index_;    ///< by face and character; -1: not made yet
    std::unordered_map<std::uint32_t, std::int32_t> rare_;  ///< characters beyond kCommon
    int pen_x_ = 1, pen_y_ = 1, shelf_ = 0;
    int dirty_from_ = kSide, dirty_to_ = 0;
    bool uploaded_ = false;
};

}  // namespace thidua::ui
