#pragma once
// Chấm điểm khối: criteria, units of the group and their points; feeds the score sheet (document kind "scores").

#include <string>
#include <vector>

#include "app/score_table.h"
#include "ui/screens/scene.h"

namespace thidua::ui {

class ScoresScreen {
public:
    void draw(Scene& scene);

private:
    struct Typed {
        std::string own, verified, evidence;
    };

    void renew(const Scene& scene);
    void take_typed();
    void keep(Scene& scene, app::Notice done);
    void draw_setup(Scene& scene);
    void draw_marks(Scene& scene);
    void draw_totals(Scene& scene);
    bool mark_field(Scene& scene, Word label, std::string_view name, std::string& text,
                    std::optional<app::Points>& points, float width);

    app::ScoreTable table_;
    std::string group_, units_, criteria_;
    std::vector<Typed> typed_;
    int unit_ = 0;
    int revision_ = -1;
};

}  // namespace thidua::ui
