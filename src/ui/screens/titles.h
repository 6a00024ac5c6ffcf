#pragma once
// Danh hiệu: who registered what, and the verdict on each title with its reasons.

#include <string>

#include "ui/screens/scene.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

class TitlesScreen {
public:
    void draw(Scene& scene);
    /// Why the chosen verdict is what it is.
    void draw_details(Scene& scene);
    static bool has_details(const Scene& scene) { return scene.app.route().id != 0; }

private:
    void draw_law(Scene& scene);
    void draw_reasons(Scene& scene, const app::VerdictRow& row, const app::VerdictCell& cell);

    TableState table_;
    std::string date_;
    base::Date date_shown_;
    bool date_wrong_ = false;
};

ChipKind chip_of(law::Outcome outcome);

}  // namespace thidua::ui
