// Verdicts that were kept, and what differs when they are asked again.

#include <array>

#include "imgui.h"
#include "ui/screens/law_marks.h"
#include "ui/screens/verdict_panel.h"
#include "ui/screens/verdict_views.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

std::string who(const Scene& scene, const app::KeptVerdict& kept) {
    return kept.name.empty() ? std::string(scene.say(Word::kKeptGone)) : kept.name;
}

}  // namespace

void KeptVerdictsScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kKeptTitle), scene.say(Word::kKeptPurpose));
    if (button(scene.ui, scene.say(Word::kVerdictBackToTable), {.kind = ButtonKind::kQuiet, .icon = "arrow_left"})) {
        scene.app.go({app::Place::kTitles, 0, ""});
        return;
    }
    gap(kSpace3);
    if (revision_ != scene.app.revision()) {
        kept_ = app::kept_verdicts(scene.app.packs(), scene.app.book());
        revision_ = scene.app.revision();
    }
    const std::array<Column, 6> columns{{
        {.title = scene.say(Word::kKeptWho)},
        {.title = scene.say(Word::kVerdictTitle), .width = 240, .importance = 1},
        {.title = scene.say(Word::kKeptThen), .width = 140, .importance = 1},
        {.title = scene.say(Word::kKeptNow), .width = 140, .importance = 1},
        {.title = scene.say(Word::kKeptDate), .width = 110, .importance = 3},
        {.title = scene.say(Word::kKeptDiffers), .width = 130, .importance = 3},
    }};
    const auto cell = [&](int row, int column) -> Cell {
        const app::KeptVerdict& kept = kept_[static_cast<std::size_t>(row)];
        switch (column) {
            case 0: return {.text = who(scene, kept), .avatar = kept.name, .strong = true};
            case 1:
                return {.text =
                            title_with_doubt(scene, static_cast<bool>(kept.decision->person), kept.decision->title)};
            case 2: return {.text = std::string(outcome_word(scene, kept.then)), .chip = chip_of(kept.then)};
            case 3: return {.text = std::string(outcome_word(scene, kept.now)), .chip = chip_of(kept.now)};
            case 4: return {.text = date_text(kept.decision->decided_on)};
            default: break;
        }
        if (kept.differences.empty()) return {.text = std::string(scene.say(Word::kTrialSame)), .quiet = true};
        return {.text = scene.say(Word::kKeptCount, {std::to_string(kept.differences.size())}),
                .icon = "compare",
                .strong = true};
    };
    table_.current = -1;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        if (kept_[i].decision->id.value == chosen_) table_.current = static_cast<int>(i);
    }
    const TableEvent event = table(scene.ui, scene.say(Word::kKeptTitle), columns, static_cast<int>(kept_.size()), cell,
                                   table_, {.empty_icon = "fact_check", .empty_text = scene.say(Word::kKeptNone)});
    if (event.pressed_row >= 0) chosen_ = kept_[static_cast<std::size_t>(event.pressed_row)].decision->id.value;
    for (const app::KeptVerdict& kept : kept_) {
        if (kept.decision->id.value != chosen_) continue;
        gap(kSpace4);
        begin_card(scene.ui, "kept", scene.say(Word::kKeptDiffers));
        draw_one(scene, kept);
        end_card(scene.ui);
        return;
    }
}

void KeptVerdictsScreen::draw_one(Scene& scene, const app::KeptVerdict& kept) {
    const office::Decision& decision = *kept.decision;
    heading(scene.ui, who(scene, kept) + " – " + title_name(scene, decision.title), 2);
    quiet(scene.ui,
          scene.say(Word::kKeptRules, {decision.pack, decision.pack_version}) + " · " + date_text(decision.decided_on));
    gap(kSpace2);
    if (kept.differences.empty()) text(scene.ui, scene.say(Word::kKeptSame));
    for (const app::KeptDifference& one : kept.differences) {
        text(scene.ui, "• " + std::string(scene.in(one.vi, one.en)),
             one.what == app::KeptDifference::What::kFact ? TextStyle::kBody : TextStyle::kBodyStrong);
    }
    gap(kSpace2);
    quiet(scene.ui, std::string(scene.say(Word::kKeptSameFacts)) + ":", TextStyle::kSmall);
    same_line();
    verdict_chip(scene.ui, chip_of(kept.same_facts));
    if (note_of_ != decision.id.value) {
        note_of_ = decision.id.value;
        note_ = decision.note;
    }
    const bool own = !scene.app.read_only();
    if (text_field(scene.ui, scene.say(Word::kKeptNote), note_, {.enabled = own}).committed && own) {
        office::Decision changed = decision;
        changed.note = note_;
        scene.app.act([&](store::Store& store) { return store::edit_decision(store, changed); },
                      Scene::done(Word::kKeptNoteSaved));
        return;
    }
    gap(kSpace3);
    if (!kept.name.empty() && button(scene.ui, scene.say(Word::kKeptOpen), {.icon = "fact_check"})) {
        scene.app.go({app::Place::kTitles, decision.person.value,
                      decision.person ? decision.title : "don-vi." + decision.title});
        return;
    }
    if (!own) return;
    same_line();
    if (button(scene.ui, scene.say(Word::kKeptRemove), {.kind = ButtonKind::kQuiet, .icon = "bin"})) {
        const base::Id<office::Decision> id = decision.id;
        scene.app.act([&](store::Store& store) { return store::remove_decision(store, id); },
                      Scene::done(Word::kKeptRemoved));
    }
}

}  // namespace thidua::ui
