#pragma once
// Tables in and out, wherever one is: the dialog of a list on its way in, the progress of what goes out, and the menu
// that a table's screen puts beside its title.

#include "app/office_tables.h"
#include "app/outbox.h"
#include "ui/screens/scene.h"

namespace thidua::ui {

class TableDialogs {
public:
    /// Draws what is open; nothing most of the time.
    void draw(Scene& scene);

private:
    void draw_import(Scene& scene);
    void draw_columns(Scene& scene);
    void draw_rows(Scene& scene);
    void draw_progress(Scene& scene);

    bool importing_ = false;
    bool working_ = false;
    double began_ = -1;
};

/// A menu "Xuất bảng …": Excel or CSV.
void export_menu(Scene& scene, app::OfficeTable table);

}  // namespace thidua::ui
