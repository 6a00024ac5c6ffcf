#pragma once
// Telling how things stand: progress, banners, toasts, empty states.

#include <string_view>

#include "ui/ui.h"
#include "ui/widgets/chip.h"

namespace thidua::ui {

/// `part` 0..1. The label stays above, the percentage beside it.
void progress(Ui& ui, std::string_view label, float part);

/// A sentence across the width on a soft ground with a mark. `action` non-empty: a button; true when pressed.
bool banner(Ui& ui, std::string_view text, ChipKind kind = ChipKind::kForPerson, std::string_view action = {});

/// Nothing here yet: an icon, a sentence, and the one thing to do. True when its button was pressed.
bool empty_state(Ui& ui, std::string_view icon, std::string_view title, std::string_view explanation,
                 std::string_view action = {});

/// Drawn by the shell over everything.
void draw_toasts(Ui& ui);

}  // namespace thidua::ui
