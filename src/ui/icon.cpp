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
    return std::ranges::find(kIcons, name, &Icon::name) != std::end(kIcons);
}

std::string_view icon_glyph(std::string_view name) {
    const Icon* found = std::ranges::find(kIcons, name, &Icon::name);
    return found != std::end(kIcons) ? found->glyph : icon_glyph("question");
}

}  // namespace thidua::ui
