#pragma once
// Danh hiệu: the table of verdicts with its filter, and behind it the reasons, trials, two dates and kept verdicts.
// Parts of the address: a title's code (with the person's id), "don-vi.CODE" for the office, or one of the views:
// "thu" (with the person's id), "thu-don-vi", "so-ngay", "da-luu".

#include <string>
#include <vector>

#include "ui/screens/scene.h"
#include "ui/screens/verdict_panel.h"
#include "ui/screens/verdict_views.h"
#include "ui/screens/what_if.h"
#include "ui/widgets/matrix.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

class TitlesScreen {
public:
    void draw(Scene& scene);
    /// Why the chosen verdict is what it is.
    void draw_details(Scene& scene);
    static bool has_details(const Scene& scene);

private:
    void draw_law(Scene& scene);
    void draw_views(Scene& scene);
    void draw_filter(Scene& scene, const app::VerdictGrid& grid);
    void draw_people(Scene& scene, const app::VerdictGrid& grid);
    void draw_for_all(Scene& scene, const app::VerdictGrid& grid);
    void draw_office(Scene& scene, const app::VerdictGrid& grid);
    void renew(Scene& scene, const app::VerdictGrid& grid);

    int which_ = 0;  ///< titles of people, commendations of people, the office
    int unit_ = 0;   ///< index into the select, 0: all
    int title_ = 0;
    int outcome_ = 0;
    app::GridFilter filter_;
    std::vector<int> rows_;  ///< of the grid, as filtered and sorted
    std::vector<MatrixColumn> columns_;
    int rows_revision_ = -1;
    app::GridFilter rows_filter_;
    bool rows_english_ = false;
    MatrixState matrix_;
    TableState office_table_;
    VerdictPanel panel_;
    WhatIfScreen what_if_;
    TwoDatesScreen two_dates_;
    KeptVerdictsScreen kept_;
    bool filter_open_ = false;  ///< on a phone
    std::string since_;         ///< "everything is listed since" for everybody shown

    std::string date_;
    base::Date date_shown_;
    bool date_wrong_ = false;
};

}  // namespace thidua::ui
