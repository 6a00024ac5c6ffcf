#pragma once
// Quy định pháp luật: the place with its tabs: clauses, parameters, local rules.

#include <string>

#include "ui/screens/law_book.h"
#include "ui/screens/law_local.h"
#include "ui/screens/law_parameters.h"

namespace thidua::ui {

class LawScreen {
public:
    void draw(Scene& scene);
    void draw_details(Scene& scene);
    static bool has_details(const Scene& scene);
    /// The part that stays when the details are closed: the tab, or the pack. Empty for routes of other places.
    static std::string part_behind(const app::Route& route);

private:
    LawBookScreen book_;
    LawParametersScreen parameters_;
    LawLocalScreen local_;
};

}  // namespace thidua::ui
