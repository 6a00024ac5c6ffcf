#pragma once
// The command palette (Ctrl+K): type a few letters, with or without accents, Enter runs. Below the commands stands what the
// office has written down: people, plans, tasks, documents, awards (Ui::find); Enter goes there.

#include "ui/ui.h"

namespace thidua::ui {

/// Drawn by the shell over everything while ui.palette_open.
void draw_palette(Ui& ui);

}  // namespace thidua::ui
