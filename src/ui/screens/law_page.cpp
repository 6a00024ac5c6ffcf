#include "ui/screens/law_page.h"

#include <array>

#include "ui/widgets/choice.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

/// 0: clauses, 1: parameters, 2: local rules.
int tab_of(std::string_view part) {
    if (part == kLocalRulesPart) return 2;
    const bool one = part.size() > kParametersPart.size() && part.starts_with(kParametersPart) &&
                     part[kParametersPart.size()] == '.';
    return one || part == kParametersPart ? 1 : 0;
}

}  // namespace

bool LawScreen::has_details(const Scene& scene) {
    const int tab = tab_of(scene.app.route().part);
    return tab == 0 ? LawBookScreen::has_details(scene) : tab == 1 && LawParametersScreen::has_details(scene);
}

std::string LawScreen::part_behind(const app::Route& route) {
    if (route.place != app::Place::kLaw) return {};
    if (tab_of(route.part) == 1) return std::string(kParametersPart);
    const app::ClauseAddress address = app::clause_address(route.part);
    return address.pack.empty() ? route.part : address.pack + ".";
}

void LawScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kLawTitle), scene.say(Word::kLawPurpose));
    const std::array<std::string_view, 3> names{scene.say(Word::kLawClauses), scene.say(Word::kParameters),
                                                scene.say(Word::kLocalTab)};
    int tab = tab_of(scene.app.route().part);
    if (tabs(scene.ui, scene.say(Word::kLawTitle), names, tab)) {
        const std::string_view part = tab == 1 ? kParametersPart : tab == 2 ? kLocalRulesPart : std::string_view();
        scene.app.go({app::Place::kLaw, 0, std::string(part)});
    }
    gap(kSpace4);
    switch (tab) {
        case 1: return parameters_.draw(scene);
        case 2: return local_.draw(scene);
        default: return book_.draw(scene);
    }
}

void LawScreen::draw_details(Scene& scene) {
    if (tab_of(scene.app.route().part) == 1) return parameters_.draw_details(scene);
    book_.draw_details(scene);
}

}  // namespace thidua::ui
