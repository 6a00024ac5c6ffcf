#pragma once
// Quy định pháp luật: the place with its tabs: clauses, parameters, local rules.

#include "ui/screens/law_book.h"
#include "ui/screens/law_local.h"
#include "ui/screens/law_parameters.h"

namespace thidua::ui {

class LawScreen {
public:
    void draw(Scene& scene);
    void draw_details(Scene& scene);
    static bool has_details(const Scene& scene);

private:
    LawBookScreen book_;
    LawParametersScreen parameters_;
    LawLocalScreen local_;
};

}  // namespace thidua::ui
