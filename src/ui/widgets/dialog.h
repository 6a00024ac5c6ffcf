#pragma once
// Dialogs and sheets: one question over the page. On a phone they rise from the bottom edge.

#include <string_view>

#include "ui/ui.h"

namespace thidua::ui {

/// True while `open`: draw the content, then end_dialog(). Escape, the close button and a press outside
/// set `open` to false.
bool begin_dialog(Ui& ui, std::string_view title, bool& open, float width = 480);
void end_dialog(Ui& ui);
/// The row of buttons at the foot: primary on the right. True when `primary` was pressed; `open` becomes
/// false on cancel.
bool dialog_buttons(Ui& ui, std::string_view primary, bool& open, bool enabled = true, bool danger = false);

}  // namespace thidua::ui
