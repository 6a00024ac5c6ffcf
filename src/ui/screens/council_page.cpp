#include "ui/screens/council_page.h"

#include <array>

#include "ui/widgets/choice.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr std::array<std::string_view, 5> kParts{"", "ho-so", "tien-thuong", "chi-tieu", "cham-diem"};

}  // namespace

void CouncilScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kCouncilTitle), scene.say(Word::kCouncilPurpose));
    const std::array<std::string_view, 5> names{scene.say(Word::kBallotTab), scene.say(Word::kDossierTab),
                                                scene.say(Word::kMoneyTab), scene.say(Word::kQuotaTab),
                                                scene.say(Word::kScoreTab)};
    int tab = 0;
    for (std::size_t i = 0; i < kParts.size(); ++i) {
        if (scene.app.route().part == kParts[i]) tab = static_cast<int>(i);
    }
    if (tabs(scene.ui, scene.say(Word::kCouncilTitle), names, tab)) {
        scene.app.go({app::Place::kCouncil, 0, std::string(kParts[static_cast<std::size_t>(tab)])});
    }
    gap(kSpace4);
    about_.follow(scene);
    switch (tab) {
        case 1: return dossier_.draw(scene, about_);
        case 2: return money_.draw(scene, about_);
        case 3: return quotas_.draw(scene, about_);
        case 4: return scores_.draw(scene);
        default: return ballots_.draw(scene, about_);
    }
}

}  // namespace thidua::ui
