#include "ui/icon.h"

#include <algorithm>

namespace thidua::ui {
namespace {

constexpr Icon kIcons[] = {
#include "icons_table.inc"  // made from cmake/icons.txt
};

}  // namespace

std::span<const Icon> icons() { return kIcons; }

bool is_icon(std::string_view name) {
    return std::any_of(std::begin(kIcons), std::end(kIcons), [&](const Icon& icon) { return icon.name == name; });
}

std::string_view icon_glyph(std::string_view name) {
    std::string_view question;
    for (const Icon& icon : kIcons) {
        if (icon.name == name) return icon.glyph;
        if (icon.name == "question") question = icon.glyph;
    }
    return question;
}

}  // namespace thidua::ui
