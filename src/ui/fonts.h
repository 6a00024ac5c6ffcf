#pragma once
// The fonts of the interface: Noto Sans in two weights, one ImFont per text style, and the icons.
// Document pages use the serif faces, drawn by distance field (ui/page_view.h).

#include <array>
#include <string>
#include <string_view>

#include "ui/theme.h"

struct ImFont;

namespace thidua::ui {

/// The bytes of the subset fonts that the build makes in build/<preset>/fonts.
/// An empty face falls back to the regular one; empty `icons` leaves icons out.
struct FontFiles {
    std::string regular;       ///< "ui-regular.ttf"
    std::string semibold;      ///< "ui-semibold.ttf"
    std::string icons;         ///< "icons.ttf"
    std::string serif;         ///< "serif-regular.ttf": document pages
    std::string serif_bold;    ///< "serif-bold.ttf"
    std::string serif_italic;  ///< "serif-italic.ttf"
};

/// The code points the interface is drawn with: Latin, Vietnamese, punctuation. Pairs, ending in 0, as
/// ImGui 1.90 wants its glyph ranges.
const unsigned short* glyph_ranges();

class Fonts {
public:
    explicit Fonts(FontFiles files) : files_(std::move(files)) {}

    /// Rebuilds ImGui's atlas for `scale` device pixels per CSS pixel; false when nothing changed.
    /// Each font's FontSize is its line box, with the glyphs centred in it: ImGui then sets text with
    /// our line height everywhere. io.FontGlobalScale becomes 1 / scale.
    bool build(float scale);

    ImFont* font(TextStyle style) const { return styles_[static_cast<std::size_t>(style)]; }
    ImFont* icons() const { return icons_; }
    ImFont* large_icons() const { return large_icons_; }
    float scale() const { return scale_; }
    const FontFiles& files() const { return files_; }

private:
    FontFiles files_;
    std::array<ImFont*, kTextStyles> styles_{};
    ImFont* icons_ = nullptr;
    ImFont* large_icons_ = nullptr;
    float scale_ = 0;
};

}  // namespace thidua::ui
