#include "ui/screens/verdict_panel.h"

#include <algorithm>
#include <array>

#include "app/kept_verdicts.h"
#include "imgui.h"
#include "law/fact_catalogue.h"
#include "office/codes.h"
#include "office/title.h"
#include "ui/screens/law_marks.h"
#include "ui/screens/people.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

using app::Ask;

std::string ask_id(const Ask& ask) {
    return std::to_string(ask.person.value) + " " + std::to_string(ask.year) + " " + ask.key;
}

void keep_answer(Scene& scene, const Ask& ask, const std::string& value) {
    app::Application& app = scene.app;
    app.act([&](store::Store& store) { return app::store_answer(store, app.book(), ask, value, app.today()); },
            Scene::done(Word::kAskKept));
}

/// A year of four digits; 0 when it is none.
int typed_year(const std::string& text) {
    const int year = typed_number(text, 2100);
    return text.size() == 4 && year >= 1950 ? year : 0;
}

}  // namespace

ChipKind chip_of(law::Outcome outcome) {
    switch (outcome) {
        case law::Outcome::kMet: return ChipKind::kMet;
        case law::Outcome::kNotMet: return ChipKind::kNotMet;
        case law::Outcome::kForPerson: return ChipKind::kForPerson;
        case law::Outcome::kNotKnown: break;
    }
    return ChipKind::kNotKnown;
}

std::string_view outcome_word(const Scene& scene, law::Outcome outcome) {
    return verdict_word(scene.ui, chip_of(outcome));
}

std::string title_with_doubt(const Scene& scene, bool person, std::string_view code) {
    std::string name = title_name(scene, code);
    const app::VerdictGrid& grid = scene.app.grid();
    if (grid.locked) return name + " (" + std::string(confidence_word(scene, law::Confidence::kUnverified)) + ")";
    for (const app::GridColumn& column : person ? grid.columns : grid.office_columns) {
        if (column.title != code || column.confidence == law::Confidence::kSeen) continue;
        name += " (" + std::string(confidence_word(scene, column.confidence)) + ")";
    }
    return name;
}

void VerdictPanel::take(Scene& scene, base::Id<office::Person> subject, std::string_view title) {
    app::Application& app = scene.app;
    const bool same_subject = subject_ == subject && revision_ == app.revision();
    if (same_subject && verdict_.title == title) return;
    if (subject_ != subject) typed_.clear();
    refusal_vi_.clear();
    auto verdict = app::verdict_for(app.packs(), app.book(), subject, title, app.law_date());
    if (verdict) {
        verdict_ = std::move(*verdict);
    } else {
        verdict_ = {};
        verdict_.title = std::string(title);
        refusal_vi_ = verdict.error().vi;
        refusal_en_ = verdict.error().en;
    }
    if (!same_subject) next_year_ = app::next_year_for(app.packs(), app.book(), subject, app.law_date());
    subject_ = subject;
    revision_ = app.revision();
}

void VerdictPanel::draw(Scene& scene, base::Id<office::Person> subject, std::string_view title) {
    take(scene, subject, title);
    if (!refusal_vi_.empty()) {
        banner(scene.ui, scene.in(refusal_vi_, refusal_en_), ChipKind::kNotMet);
        return;
    }
    const office::Person* person = app::find_person(scene.app.book(), subject);
    const std::string name = person == nullptr ? scene.app.book().office.name : person->full_name;
    verdict_chip(scene.ui, chip_of(verdict_.outcome));
    if (verdict_.locked || (verdict_.missing.empty() && verdict_.questions.empty())) {
        text(scene.ui, scene.in(verdict_.summary_vi, verdict_.summary_en), TextStyle::kBodyStrong);
    } else if (verdict_.outcome == law::Outcome::kNotKnown) {
        text(scene.ui, scene.say(Word::kVerdictLacks, {std::to_string(verdict_.missing.size())}),
             TextStyle::kBodyStrong);
    } else if (verdict_.outcome == law::Outcome::kForPerson) {
        text(scene.ui, scene.say(Word::kVerdictAsked, {std::to_string(verdict_.questions.size())}),
             TextStyle::kBodyStrong);
    } else {
        text(scene.ui, scene.in(verdict_.summary_vi, verdict_.summary_en), TextStyle::kBodyStrong);
    }
    clause_line(scene, verdict_.pack, verdict_.clause, verdict_.confidence);
    gap(kSpace3);
    draw_acts(scene, subject, name);
    if (verdict_.locked) return;
    draw_missing(scene, subject);
    draw_questions(scene, subject);
    draw_change(scene);
    if (!verdict_.warnings.empty()) {
        gap(kSpace3);
        heading(scene.ui, scene.say(Word::kWarnings), 3);
        for (const law::Warning& warning : verdict_.warnings)
            quiet(scene.ui, "• " + std::string(scene.in(warning.vi, warning.en)));
    }
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kExplanation), 3);
    gap(kSpace1);
    tree_.draw(scene, verdict_);
    draw_next_year(scene);
}

void VerdictPanel::draw_acts(Scene& scene, base::Id<office::Person> subject, const std::string& name) {
    app::Application& app = scene.app;
    const office::EmulationTitle* title = office::find_title(verdict_.title);
    const int year = app.book().office.year;
    if (!app.read_only() && title != nullptr && !title->commendation) {
        const bool on = !app::is_registered(app.book(), subject, year, verdict_.title);
        if (button(scene.ui, scene.say(on ? Word::kRegister : Word::kUnregister), {.icon = on ? "flag" : "close"})) {
            app.act(
                [&](store::Store& store) {
                    return store::set_registration(store, subject, year, verdict_.title, on, app.today());
                },
                Scene::done(Word::kRegistrationSaved, {name}));
        }
        same_line();
    }
    if (!verdict_.locked && button(scene.ui, scene.say(Word::kVerdictTry), {.icon = "compare"})) {
        trial_ = std::vector<law::Change>();
    }
    if (app.read_only()) return;
    if (button(scene.ui, scene.say(Word::kVerdictKeep), {.kind = ButtonKind::kQuiet, .icon = "save"})) {
        const auto decision = app::decision_of(app.packs(), app.book(), subject, verdict_.title, app.law_date());
        if (!decision) return app.say(decision.error());
        app.act([&](store::Store& store) { return without_id(store::add_decision(store, *decision)); },
                Scene::done(Word::kVerdictKeptNow, {title_name(scene, verdict_.title), name}));
    }
}

void VerdictPanel::draw_missing(Scene& scene, base::Id<office::Person> subject) {
    if (verdict_.missing.empty()) return;
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kMissingFacts), 3);
    int years_open = 0;
    std::unordered_set<std::string> asked;
    for (std::size_t i = 0; i < verdict_.missing.size(); ++i) {
        const law::MissingFact& missing = verdict_.missing[i];
        const Ask ask = app::ask_of(missing, subject);
        // Two clauses may ask for what one answer gives ("disciplined now", "disciplined in the year").
        if (!asked.insert(ask_id(ask)).second) continue;
        ImGui::PushID(static_cast<int>(i));
        gap(kSpace2);
        std::string words(scene.in(missing.vi, missing.en));
        const office::Person* whose = app::find_person(scene.app.book(), ask.person);
        if (whose != nullptr && ask.person != subject) words = whose->full_name + ": " + words;
        text(scene.ui, words);
        if (!missing.clause.empty()) quiet(scene.ui, scene.say(Word::kAskWhy, {missing.clause}), TextStyle::kSmall);
        if (!scene.app.read_only()) draw_answer(scene, ask);
        years_open += ask.form == Ask::Form::kListed && ask.year < verdict_.year;
        ImGui::PopID();
    }
    if (years_open > 1 && !scene.app.read_only()) draw_all_since(scene, subject);
}

void VerdictPanel::draw_answer(Scene& scene, const Ask& ask) {
    Ui& ui = scene.ui;
    const auto page = [&](std::string part) { scene.app.go({app::Place::kPerson, ask.person.value, std::move(part)}); };
    const std::string year = std::to_string(ask.year);
    switch (ask.form) {
        case Ask::Form::kYesNo:
            if (button(ui, scene.say(Word::kYes))) keep_answer(scene, ask, "yes");
            same_line();
            if (button(ui, scene.say(Word::kNo))) keep_answer(scene, ask, "no");
            return;
        case Ask::Form::kRating: {
            std::vector<std::string> ratings;
            for (int i = 1; i <= 4; ++i) ratings.emplace_back(rating_words(scene, static_cast<office::Rating>(i)));
            int chosen = -1;
            if (select(ui, scene.say(Word::kRatingOf, {year}), ratings, chosen)) {
                keep_answer(scene, ask, std::string(office::code(static_cast<office::Rating>(chosen + 1))));
            }
            return;
        }
        case Ask::Form::kWork: {
            const std::array<std::string_view, 3> works{
                scene.say(Word::kAskWorkPublic), scene.say(Word::kAskWorkWorker), scene.say(Word::kAskWorkArmed)};
            int chosen = -1;
            if (select(ui, scene.say(Word::kAskYesNo), works, chosen)) {
                keep_answer(scene, ask, law::spell_value(law::FactEntry::Scale::kWork, chosen + 1));
            }
            return;
        }
        case Ask::Form::kDiscipline:
            if (button(ui, scene.say(Word::kAskNoDiscipline))) keep_answer(scene, ask, "no");
            if (!ask.person) return;
            same_line();
            if (button(ui, scene.say(Word::kAskDiscipline), {.kind = ButtonKind::kQuiet})) page("ky-luat");
            return;
        case Ask::Form::kJoined:
        case Ask::Form::kDocument: {
            const bool date = ask.form == Ask::Form::kJoined;
            std::string& typed = typed_[ask_id(ask)];
            const auto parsed = typed_date(typed);
            const bool wrong = date && !parsed;
            const FieldEvent event =
                text_field(ui, scene.say(date ? Word::kJoined : Word::kRatingDocument), typed,
                           {.error = wrong ? scene.say(Word::kBadDate) : std::string_view(),
                            .placeholder = date ? scene.say(Word::kDatePlaceholder) : "120/TB-UBND"});
            if (!event.committed || wrong || typed.empty()) return;
            if (!date) return keep_answer(scene, ask, typed);
            if (*parsed) keep_answer(scene, ask, base::to_iso(**parsed));
            return;
        }
        case Ask::Form::kListed:
            if (button(ui, scene.say(Word::kAskAllListed, {year}), {.icon = "done_all"}))
                keep_answer(scene, ask, "yes");
            if (!ask.person) return;
            same_line();
            if (button(ui, scene.say(ask.key == "awards_listed" ? Word::kAskAddAward : Word::kAskAddInitiative),
                       {.kind = ButtonKind::kQuiet})) {
                page("nam-" + year);
            }
            return;
        case Ask::Form::kMembers:
            if (button(ui, scene.say(Word::kAskMembers), {.icon = "done_all"})) keep_answer(scene, ask, "yes");
            return;
        case Ask::Form::kElsewhere: break;
    }
    if (ask.person && button(ui, scene.say(Word::kAskFill), {.icon = "edit"})) page("nam-" + year);
}

void VerdictPanel::draw_all_since(Scene& scene, base::Id<office::Person> subject) {
    gap(kSpace3);
    std::string& typed = typed_["since"];
    const int year = typed_year(typed);
    const bool wrong = !typed.empty() && year == 0;
    const std::string help = scene.say(Word::kAskAllSinceHelp, {std::to_string(verdict_.year - 1)});
    const FieldEvent event = text_field(scene.ui, scene.say(Word::kAskAllSince), typed,
                                        {.help = help,
                                         .error = wrong ? scene.say(Word::kAskBadYear) : std::string_view(),
                                         .placeholder = std::to_string(verdict_.year - 10)});
    if (!event.committed || year == 0) return;
    keep_answer(scene, {Ask::Form::kElsewhere, subject, 0, "history_from"}, typed);
}

void VerdictPanel::draw_questions(Scene& scene, base::Id<office::Person> subject) {
    if (verdict_.questions.empty()) return;
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kHumanQuestions), 3);
    app::Application& app = scene.app;
    for (std::size_t i = 0; i < verdict_.questions.size(); ++i) {
        const law::HumanQuestion& question = verdict_.questions[i];
        ImGui::PushID(static_cast<int>(i) + 1000);
        gap(kSpace2);
        text(scene.ui, scene.in(question.vi, question.en));
        if (!question.clause.empty()) quiet(scene.ui, scene.say(Word::kAskWhy, {question.clause}), TextStyle::kSmall);
        const auto keep = [&](bool yes) {
            app.act(
                [&](store::Store& store) { return app::store_judgement(store, subject, question, yes, app.today()); },
                Scene::done(Word::kAskKept));
        };
        if (!app.read_only()) {
            if (button(scene.ui, scene.say(Word::kYes))) keep(true);
            same_line();
            if (button(scene.ui, scene.say(Word::kNo))) keep(false);
        }
        ImGui::PopID();
    }
}

void VerdictPanel::draw_change(Scene& scene) {
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kSmallestChange), 3);
    if (verdict_.smallest_change.empty()) quiet(scene.ui, scene.say(Word::kVerdictNoChange));
    for (const law::Change& change : verdict_.smallest_change)
        text(scene.ui, "• " + std::string(scene.in(change.vi, change.en)));
    if (!verdict_.smallest_change.empty() &&
        button(scene.ui, scene.say(Word::kVerdictTryThis), {.kind = ButtonKind::kQuiet, .icon = "compare"})) {
        trial_ = verdict_.smallest_change;
    }
}

void VerdictPanel::draw_next_year(Scene& scene) {
    const std::string year = std::to_string(verdict_.year + 1);
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kVerdictNextYear, {year}), 3);
    const bool locked =
        std::any_of(next_year_.begin(), next_year_.end(), [](const law::InReach& one) { return one.locked; });
    if (locked) return quiet(scene.ui, scene.say(Word::kVerdictNextYearLocked, {year}));
    if (next_year_.empty()) return quiet(scene.ui, scene.say(Word::kVerdictNextYearNone));
    quiet(scene.ui, scene.say(Word::kVerdictNextYearHelp, {year}), TextStyle::kSmall);
    for (const law::InReach& one : next_year_) {
        std::string needed;
        for (const law::Change& change : one.still_needed) {
            if (!needed.empty()) needed += "; ";
            needed += scene.in(change.vi, change.en);
        }
        text(scene.ui, "• " + title_with_doubt(scene, static_cast<bool>(subject_), one.title));
        quiet(scene.ui,
              needed.empty() ? std::string(scene.say(Word::kVerdictOnlyGoodYear))
                             : scene.say(Word::kVerdictStillNeeded, {needed}),
              TextStyle::kSmall);
    }
}

}  // namespace thidua::ui
