#pragma once
// Kế hoạch: the list of plans, a new one, one of them, and one that came by link.

#include <string>

#include "ui/screens/scene.h"

namespace thidua::ui {

void draw_plans(Scene& scene);

/// Where a plan comes in: drop, paste or open.
class NewPlanScreen {
public:
    void draw(Scene& scene);

private:
    std::string pasted_;
};

/// One plan: content, basis documents, tasks, anniversaries, questions; export and share.
class PlanScreen {
public:
    void draw(Scene& scene, const office::PlanBundle& bundle, bool shared);

private:
    void draw_actions(Scene& scene, const office::PlanBundle& bundle);
    void draw_details(Scene& scene, const office::PlanBundle& bundle);
    void draw_share(Scene& scene, const office::PlanBundle& bundle);
    void draw_questions(Scene& scene, const office::PlanBundle& bundle, bool read_only);
    void draw_edit(Scene& scene, const office::PlanBundle& bundle);

    bool sharing_ = false;
    std::string link_;
    bool editing_ = false;
    Draft<office::Plan> plan_;
    std::string issued_on_;
    Draft<office::Question> answers_[64];
};

/// A plan from a link: read-only, with the way back.
void draw_shared(Scene& scene, PlanScreen& screen);

}  // namespace thidua::ui
