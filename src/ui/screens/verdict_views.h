#pragma once
// Two more ways of looking at verdicts: the same facts on two days, and verdicts that were kept.

#include <string>
#include <vector>

#include "app/kept_verdicts.h"
#include "app/two_dates.h"
#include "ui/screens/scene.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

class TwoDatesScreen {
public:
    void draw(Scene& scene);

private:
    void draw_choice(Scene& scene);
    void draw_moves(Scene& scene);
    void draw_rules(Scene& scene);
    void renew(Scene& scene);

    std::string first_text_;
    std::string second_text_;
    base::Date first_;
    base::Date second_;
    bool begun_ = false;
    int who_ = 0;   ///< 0: everybody, then the office, then people
    int unit_ = 0;  ///< law::UnitKind
    std::vector<app::OutcomeMove> moves_;
    std::vector<law::Difference> rules_;
    int revision_ = -1;
    bool stale_ = true;
    TableState moves_table_;
};

class KeptVerdictsScreen {
public:
    void draw(Scene& scene);

private:
    void draw_one(Scene& scene, const app::KeptVerdict& kept);

    std::vector<app::KeptVerdict> kept_;
    int revision_ = -1;
    TableState table_;
    std::int64_t chosen_ = 0;
    std::string note_;
    std::int64_t note_of_ = 0;
};

}  // namespace thidua::ui
