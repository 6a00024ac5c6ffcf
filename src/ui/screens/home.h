#pragma once
// Tổng quan: what is due, what is missing, who is in reach of what.

#include "ui/screens/scene.h"

namespace thidua::ui {

void draw_home(Scene& scene);

}  // namespace thidua::ui
