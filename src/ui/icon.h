#pragma once
// Icons by name, from cmake/icons.txt.

#include <span>
#include <string_view>

namespace thidua::ui {

struct Icon {
    std::string_view name;   ///< "chevron_down"
    std::string_view glyph;  ///< its code point in the icon font, UTF-8
};

std::span<const Icon> icons();
/// UTF-8 of the icon's code point; that of "question" when `name` is not in the list (a test finds those).
std::string_view icon_glyph(std::string_view name);
bool is_icon(std::string_view name);

}  // namespace thidua::ui
