#pragma once
// The theme, poured into ImGui's own style: for the few parts that ImGui draws (scrollbars, popups,
// the inside of text fields).

#include "ui/theme.h"

namespace thidua::ui {

void apply_style(const Theme& theme);

}  // namespace thidua::ui
