#pragma once
// Nhiệm vụ: what the plans ask for, its state, and the evidence that says so.

#include <vector>

#include "ui/screens/scene.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

class TasksScreen {
public:
    void draw(Scene& scene);
    /// The task that the route names, for the panel at the side.
    void draw_details(Scene& scene);
    static bool has_details(const Scene& scene);

private:
    struct Row {
        const office::PlanBundle* bundle;
        const office::Task* task;
    };
    void draw_new(Scene& scene);
    void draw_form(Scene& scene, const office::Task& task);
    void draw_evidence(Scene& scene, const office::PlanBundle& bundle, const office::Task& task);

    std::vector<Row> rows_;
    TableState table_;
    bool adding_ = false;
    std::string new_title_;
    Draft<office::Task> task_;
    std::string due_;
    office::Evidence evidence_;
    std::string evidence_date_;
    base::Id<office::Task> evidence_of_;
};

}  // namespace thidua::ui
