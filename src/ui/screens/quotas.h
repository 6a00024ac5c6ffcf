#pragma once
// Chỉ tiêu: shares of a number with the rounding shown, and what one person more or less changes.

#include <string>

#include "ui/screens/council_case.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

class QuotasScreen {
public:
    void draw(Scene& scene, const CouncilCase& about);

private:
    void draw_places(Scene& scene, const law::Pack& pack);
    void draw_needed(Scene& scene, const law::Pack& pack);

    int parameter_ = 0;
    std::string percent_ = "20";
    std::string number_ = "7";
    std::string members_;
    int rounding_ = 0;
    TableState places_;
    TableState needed_;
};

}  // namespace thidua::ui
