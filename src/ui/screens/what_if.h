#pragma once
// Thử thay đổi: facts of one subject as they might be, and every verdict before and after. Nothing is kept unless
// wished.

#include <string>
#include <vector>

#include "app/trial.h"
#include "ui/screens/scene.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

class WhatIfScreen {
public:
    /// Starts anew with these changes.
    void begin(base::Id<office::Person> subject, std::vector<law::Change> changes);
    void draw(Scene& scene, base::Id<office::Person> subject);

private:
    void draw_changes(Scene& scene);
    void draw_form(Scene& scene);
    void draw_comparison(Scene& scene);
    void renew(Scene& scene);

    base::Id<office::Person> subject_;
    std::vector<law::Change> changes_;
    std::vector<app::TrialLine> lines_;
    int revision_ = -1;
    bool stale_ = true;
    int year_ = 0;  ///< years back from the merit year
    int what_ = 0;
    int value_ = -1;
    TableState table_;
};

}  // namespace thidua::ui
