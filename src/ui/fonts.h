#pragma once
// The fonts of the interface: Noto Sans in two weights with the icons merged in, one ImFont per use.
// Document pages use the serif faces, drawn by distance field (ui/page_view.h).

#include <array>
#include <string>
#include <string_view>

struct ImFont;

namespace thidua::ui {

/// The bytes of the subset fonts that the build makes in build/<preset>/fonts.
/// An empty `icons` leaves icons out; an empty face falls back to the regular one.
struct FontFiles {
    std::string regular;       ///< "ui-regular.ttf"
    std::string semibold;      ///< "ui-semibold.ttf"
    std::string icons;         ///< "icons.ttf"
    std::string serif;         ///< "serif-regular.ttf": document pages
    std::string serif_bold;    ///< "serif-bold.ttf"
    std::string serif_italic;  ///< "serif-italic.ttf"
};

}  // namespace thidua::ui
