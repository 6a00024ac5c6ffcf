#include "ui/screens/law_page.h"

namespace thidua::ui {

void LawScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kLawTitle), scene.say(Word::kLawPurpose));
    book_.draw(scene);
}

}  // namespace thidua::ui
