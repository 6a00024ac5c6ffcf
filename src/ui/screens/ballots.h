#pragma once
// Bỏ phiếu: how many must say yes, out of whom, and what the minutes have to say.

#include <string>
#include <vector>

#include "ui/screens/council_case.h"

namespace thidua::ui {

class BallotsScreen {
public:
    void draw(Scene& scene, CouncilCase& about);

private:
    void draw_numbers(Scene& scene, CouncilCase& about);
    void draw_need(Scene& scene, const CouncilCase& about);
    void draw_candidates(Scene& scene, CouncilCase& about);
    bool draw_candidate(Scene& scene, CouncilCase& about, std::size_t index);
    void draw_result(Scene& scene, const CouncilCase& about, const app::BallotCandidate& candidate);
    void draw_selection(Scene& scene, CouncilCase& about);
    void draw_minutes(Scene& scene, const CouncilCase& about);

    struct Typed {
        std::string yes, no, invalid, recused;
    };
    std::string of_;  ///< the sheet that the typed texts belong to
    app::BallotSheet typed_from_;
    std::string members_, present_, written_, round_, places_;
    std::vector<Typed> typed_;
    std::string new_name_;
};

}  // namespace thidua::ui
