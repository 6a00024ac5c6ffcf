#pragma once
// Tiền thưởng: multiplier × base salary with its rounding shown; everybody's money with the total.

#include "ui/screens/council_case.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

class MoneyScreen {
public:
    void draw(Scene& scene, CouncilCase& about);

private:
    void draw_one(Scene& scene, const CouncilCase& about);
    void draw_everybody(Scene& scene, const CouncilCase& about);

    int subject_ = 0;  ///< law::Subject
    bool by_commune_ = false;
    int what_ = 0;  ///< app::MoneyFor
    TableState table_;
};

}  // namespace thidua::ui
