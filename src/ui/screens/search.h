#pragma once
// What the palette finds in the open file: an index of all its texts, made anew when the file changed and somebody
// types.

#include "app/application.h"
#include "ui/ui.h"

namespace thidua::ui {

/// Gives `ui` its find and follow; cheap to call each frame. `app` must outlive the drawing.
void attach_search(Ui& ui, app::Application& app);

}  // namespace thidua::ui
