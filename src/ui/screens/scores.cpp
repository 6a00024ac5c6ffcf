#include "ui/screens/scores.h"

#include <algorithm>
#include <utility>

#include "app/council.h"
#include "imgui.h"
#include "ui/screens/law_marks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

std::string said(const std::optional<app::Points>& points) { return points ? app::to_words(*points) : std::string(); }

}  // namespace

void ScoresScreen::renew(const Scene& scene) {
    if (revision_ == scene.app.revision()) return;
    revision_ = scene.app.revision();
    table_ = app::kept_scores(scene.app.book());
    group_ = table_.group;
    criteria_ = app::criteria_lines(table_);
    units_.clear();
    for (const std::string& unit : table_.units) units_ += unit + "\n";
    unit_ = std::clamp(unit_, 0, std::max(0, static_cast<int>(table_.units.size()) - 1));
    take_typed();
}

void ScoresScreen::take_typed() {
    typed_.clear();
    for (const app::ScoreCriterion& criterion : table_.criteria) {
        Typed typed;
        if (static_cast<std::size_t>(unit_) < criterion.marks.size()) {
            const app::ScoreMark& mark = criterion.marks[static_cast<std::size_t>(unit_)];
            typed = {said(mark.own), said(mark.verified), mark.evidence};
        }
        typed_.push_back(std::move(typed));
    }
}

/// Points as they are typed say nothing, but can be undone.
void ScoresScreen::keep(Scene& scene, app::Notice done) {
    app::keep_setting(scene.app, app::score_key(scene.app.book().office.year), app::to_text(table_), std::move(done));
}

void ScoresScreen::draw(Scene& scene) {
    renew(scene);
    draw_setup(scene);
    gap(kSpace4);
    if (table_.criteria.empty() || table_.units.empty()) return;
    draw_marks(scene);
    gap(kSpace4);
    draw_totals(scene);
}

void ScoresScreen::draw_setup(Scene& scene) {
    const bool enabled = !scene.app.read_only();
    begin_card(scene.ui, "setup", scene.say(Word::kScoreSetup));
    heading(scene.ui, scene.say(Word::kScoreSetup), 2);
    quiet(scene.ui, scene.say(Word::kScoreSetupHelp));
    bool save = false;
    if (text_field(scene.ui, scene.say(Word::kScoreGroup), group_, {.enabled = enabled}).committed) {
        table_.group = group_;
        save = true;
    }
    if (text_area(scene.ui, scene.say(Word::kScoreUnits), units_, 4, {.enabled = enabled}).committed) {
        app::set_units(table_, units_);
        save = true;
    }
    if (text_area(scene.ui, scene.say(Word::kScoreCriteria), criteria_, 8,
                  {.help = scene.say(Word::kScoreCriteriaHelp), .enabled = enabled})
            .committed) {
        app::set_criteria(table_, criteria_);
        save = true;
    }
    end_card(scene.ui);
    if (!save) return;
    keep(scene, Scene::done(Word::kScoresKept));
    // What is drawn below in this very frame has the new criteria and units.
    unit_ = std::clamp(unit_, 0, std::max(0, static_cast<int>(table_.units.size()) - 1));
    take_typed();
}

bool ScoresScreen::mark_field(Scene& scene, Word label, std::string_view name, std::string& text,
                              std::optional<app::Points>& points, float width) {
    const bool wrong = !text.empty() && !app::points_from(text);
    const FieldEvent event = text_field(scene.ui, scene.say(label, {name}), text,
                                        {.error = wrong ? scene.say(Word::kScoreBadPoints) : std::string_view(),
                                         .width = width,
                                         .enabled = !scene.app.read_only(),
                                         .hide_label = true});
    if (!event.committed) return false;
    const auto typed = app::points_from(text);
    if (!typed && !text.empty()) return false;
    points = typed;
    return true;
}

void ScoresScreen::draw_marks(Scene& scene) {
    begin_card(scene.ui, "marks", scene.say(Word::kScoreMarks));
    heading(scene.ui, scene.say(Word::kScoreMarks), 2);
    if (select(scene.ui, scene.say(Word::kScoreUnit), table_.units, unit_,
               {.width = scene.ui.phone() ? -1.0F : 420.0F})) {
        take_typed();
    }
    gap(kSpace3);
    bool save = false;
    const auto unit = static_cast<std::size_t>(unit_);
    for (std::size_t at = 0; at < table_.criteria.size(); ++at) {
        app::ScoreCriterion& criterion = table_.criteria[at];
        std::string name = criterion.label.empty() ? criterion.name : criterion.label + ". " + criterion.name;
        if (!criterion.most) {
            gap(kSpace2);
            text(scene.ui, name, TextStyle::kBodyStrong);
            continue;
        }
        ImGui::PushID(static_cast<int>(at));
        text(scene.ui, name + " (" + scene.say(Word::kScoreMost, {app::to_words(*criterion.most)}) + ")");
        app::ScoreMark& mark = criterion.marks[unit];
        Typed& typed = typed_[at];
        FieldRow row(scene, 3, 200, true);
        quiet(scene.ui, scene.say(Word::kScoreOwn), TextStyle::kSmall);
        save |= mark_field(scene, Word::kScoreOwnFor, criterion.name, typed.own, mark.own, row.width());
        row.next();
        quiet(scene.ui, scene.say(Word::kScoreVerified), TextStyle::kSmall);
        save |= mark_field(scene, Word::kScoreVerifiedFor, criterion.name, typed.verified, mark.verified, row.width());
        row.next();
        quiet(scene.ui, scene.say(Word::kScoreEvidence), TextStyle::kSmall);
        if (text_field(scene.ui, scene.say(Word::kScoreEvidenceFor, {criterion.name}), typed.evidence,
                       {.width = row.width(), .enabled = !scene.app.read_only(), .hide_label = true})
                .committed) {
            mark.evidence = typed.evidence;
            save = true;
        }
        ImGui::PopID();
    }
    const std::vector<std::string> above = app::above_full(table_, unit);
    if (!above.empty()) banner(scene.ui, scene.say(Word::kScoreAbove, {above.front()}), ChipKind::kNotMet);
    end_card(scene.ui);
    if (save) keep(scene, {});
}

void ScoresScreen::draw_totals(Scene& scene) {
    begin_card(scene.ui, "totals", scene.say(Word::kScoreTotals));
    heading(scene.ui, scene.say(Word::kScoreTotals), 2);
    const std::vector<app::UnitScore> scores = app::totals(table_);
    for (std::size_t at = 0; at < scores.size(); ++at) {
        const app::UnitScore& score = scores[at];
        std::string line = scene.say(Word::kScoreTotalLine, {app::to_words(score.own), app::to_words(score.verified)});
        if (!score.own_complete) line += " · " + std::string(scene.say(Word::kScoreOwnOpen));
        if (!score.verified_complete) line += " · " + std::string(scene.say(Word::kScoreVerifiedOpen));
        if (score.rank > 0) line += " · " + scene.say(Word::kScoreRank, {std::to_string(score.rank)});
        property(scene.ui, table_.units[at], line, scene.ui.phone() ? 140.0F : 320.0F);
    }
    gap(kSpace2);
    if (button(scene.ui, scene.say(Word::kScoreSheet), {.icon = "description"}))
        scene.app.go({app::Place::kDocuments, 0, "scores"});
    end_card(scene.ui);
}

}  // namespace thidua::ui
