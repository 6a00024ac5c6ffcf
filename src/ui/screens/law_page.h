#pragma once
// Luật: the place with its tabs: clauses, parameters, local rules.

#include "ui/screens/law_book.h"

namespace thidua::ui {

class LawScreen {
public:
    void draw(Scene& scene);
    void draw_details(Scene& scene) { book_.draw_details(scene); }
    static bool has_details(const Scene& scene) { return LawBookScreen::has_details(scene); }

private:
    LawBookScreen book_;
};

}  // namespace thidua::ui
