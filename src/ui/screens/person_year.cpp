// One year of one person: rating and answers, initiatives with their uses, awards with their decisions.

#include <algorithm>
#include <array>
#include <vector>

#include "app/answering.h"
#include "imgui.h"
#include "office/title.h"
#include "ui/screens/law_marks.h"
#include "ui/screens/people.h"
#include "ui/screens/person.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

using office::Answer;
using office::Person;
using office::Rating;

bool answer_field(Scene& scene, Word label, Answer& answer) {
    const std::array<std::string_view, 3> words{scene.say(Word::kUnknownShort), scene.say(Word::kNo),
                                                scene.say(Word::kYes)};
    int chosen = static_cast<int>(answer);
    quiet(scene.ui, scene.say(label), TextStyle::kSmall);
    if (!segmented(scene.ui, scene.say(label), words, chosen)) return false;
    answer = static_cast<Answer>(chosen);
    return true;
}

std::array<std::string_view, 4> level_words(const Scene& scene) {
    return {scene.say(Word::kLevelNone), scene.say(Word::kLevelGrassroots), scene.say(Word::kLevelProvince),
            scene.say(Word::kLevelNation)};
}

std::array<std::string_view, 5> ground_words(const Scene& scene) {
    return {scene.say(Word::kUnknownShort), scene.say(Word::kGroundMerit), scene.say(Word::kGroundSudden),
            scene.say(Word::kGroundThematic), scene.say(Word::kGroundOther)};
}

/// Codes of what a person can be given.
std::vector<std::string> person_titles() {
    std::vector<std::string> out;
    for (const office::EmulationTitle& title : office::titles()) {
        if (!title.collective) out.emplace_back(title.code);
    }
    return out;
}

std::vector<std::string> names_of(const Scene& scene, const std::vector<std::string>& codes) {
    std::vector<std::string> out;
    for (const std::string& code : codes) out.push_back(title_name(scene, code));
    return out;
}

void show_findings(Scene& scene, const app::PersonYears& years, std::string_view subject) {
    for (const law::LedgerFinding& finding : years.findings) {
        if (finding.subject != subject) continue;
        text_colored(scene.ui, scene.in(finding.vi, finding.en),
                     finding.error ? scene.ui.theme().not_met.text : scene.ui.theme().not_known.text);
        quiet(scene.ui, finding.clause, TextStyle::kSmall);
    }
}

const office::AwardBasis* basis_of(const office::YearBook& book, base::Id<office::Award> award) {
    for (const office::AwardBasis& basis : book.award_bases) {
        if (basis.award == award) return &basis;
    }
    return nullptr;
}

}  // namespace

void PersonYearEditor::take(Scene& scene, const Person& person, int year) {
    const bool other = person_ != person.id.value || year_ != year;
    if (!other && revision_ == scene.app.revision()) return;
    record_ = app::record_of(scene.app.book(), person.id, year);
    if (other) {
        initiative_ = {};
        initiative_date_.clear();
        award_ = {};
        award_title_ = -1;
        award_date_.clear();
        merit_.clear();
        ground_ = 0;
        uses_of_ = 0;
    }
    person_ = person.id.value;
    year_ = year;
    revision_ = scene.app.revision();
}

void PersonYearEditor::draw(Scene& scene, const Person& person, int year, const app::PersonYears& years) {
    take(scene, person, year);
    draw_record(scene, person);
    gap(kSpace4);
    draw_initiatives(scene, person, years);
    gap(kSpace4);
    draw_awards(scene, person, years);
}

void PersonYearEditor::draw_record(Scene& scene, const Person& person) {
    const std::string title = scene.say(Word::kRatingOf, {std::to_string(year_)});
    begin_card(scene.ui, "year", title);
    if (scene.app.read_only()) {
        const auto said = [&](Answer answer) {
            return answer == Answer::kYes  ? scene.say(Word::kYes)
                   : answer == Answer::kNo ? scene.say(Word::kNo)
                                           : scene.say(Word::kUnknownShort);
        };
        property(scene.ui, title, rating_words(scene, record_.rating), 320);
        property(scene.ui, scene.say(Word::kMovementsQuestion), said(record_.movements), 320);
        property(scene.ui, scene.say(Word::kDisciplinedQuestion), said(record_.disciplined), 320);
        property(scene.ui, scene.say(Word::kUnderReviewQuestion), said(record_.under_review), 320);
        return end_card(scene.ui);
    }
    const std::array<std::string_view, 5> ratings{scene.say(Word::kUnknownShort), scene.say(Word::kRatingNotCompleted),
                                                  scene.say(Word::kRatingCompleted), scene.say(Word::kRatingGood),
                                                  scene.say(Word::kRatingExcellent)};
    bool save = false;
    {
        FieldRow row(scene, 2, 360);
        int rating = static_cast<int>(record_.rating);
        if (select(scene.ui, title, ratings, rating, {.width = row.width()})) {
            record_.rating = static_cast<Rating>(rating);
            save = true;
        }
        row.next();
        save |= text_field(scene.ui, scene.say(Word::kRatingDocument), record_.rating_document,
                           {.placeholder = "120/TB-UBND", .width = row.width()})
                    .committed;
    }
    save |= answer_field(scene, Word::kMovementsQuestion, record_.movements);
    save |= answer_field(scene, Word::kDisciplinedQuestion, record_.disciplined);
    save |= answer_field(scene, Word::kUnderReviewQuestion, record_.under_review);
    end_card(scene.ui);
    if (!save) return;
    scene.app.act([&](store::Store& store) { return without_id(store::set_year_record(store, record_)); },
                  Scene::done(Word::kRecordSaved, {std::to_string(year_), person.full_name}));
}

/// "That is all of the year": an answer that makes a missing award or initiative a known no.
void PersonYearEditor::draw_listed(Scene& scene, const Person& person, std::string_view key, Word word) {
    if (scene.app.read_only()) return;
    bool listed = app::kept_answer(scene.app.book(), person.id, year_, key) == "yes";
    if (!checkbox(scene.ui, scene.say(word, {std::to_string(year_)}), listed)) return;
    const app::Ask ask{app::Ask::Form::kListed, person.id, year_, std::string(key)};
    app::Application& app = scene.app;
    app.act(
        [&](store::Store& store) {
            return app::store_answer(store, app.book(), ask, listed ? "yes" : "unknown", app.today());
        },
        Scene::done(Word::kAskKept));
}

void PersonYearEditor::draw_initiatives(Scene& scene, const Person& person, const app::PersonYears& years) {
    const std::string title = scene.say(Word::kYearInitiatives, {std::to_string(year_)});
    begin_card(scene.ui, "initiatives", title);
    heading(scene.ui, title, 2);
    const auto levels = level_words(scene);
    bool any = false;
    for (const office::Initiative& initiative : scene.app.book().initiatives) {
        if (initiative.person != person.id || initiative.year != year_) continue;
        any = true;
        ImGui::PushID(static_cast<int>(initiative.id.value));
        text(scene.ui, initiative.name, TextStyle::kBodyStrong);
        std::string below(scene.say(initiative.kind == office::Initiative::Kind::kResearch ? Word::kResearchIs
                                                                                           : Word::kInitiativeIs));
        below += " · " + std::string(levels[static_cast<std::size_t>(initiative.recognised)]);
        if (!initiative.decision_number.empty()) below += " · " + initiative.decision_number;
        if (initiative.decision_date) below += " · " + date_text(initiative.decision_date);
        quiet(scene.ui, below, TextStyle::kSmall);
        draw_uses(scene, initiative);
        show_findings(scene, years, std::to_string(initiative.id.value));
        if (!scene.app.read_only()) {
            if (button(scene.ui, scene.say(Word::kEdit), {.kind = ButtonKind::kQuiet, .icon = "edit"})) {
                initiative_ = initiative;
                initiative_date_ = date_text(initiative.decision_date);
            }
            same_line();
            if (button(scene.ui, scene.say(Word::kDelete), {.kind = ButtonKind::kQuiet, .icon = "bin"})) {
                const base::Id<office::Initiative> id = initiative.id;
                scene.app.act([&](store::Store& store) { return store::remove_initiative(store, id); },
                              Scene::done(Word::kInitiativeRemoved));
            }
        }
        ImGui::PopID();
        hairline(scene.ui);
    }
    if (!any) quiet(scene.ui, scene.say(Word::kYearInitiativesNone));
    draw_listed(scene, person, "initiatives_listed", Word::kYearInitiativesListed);
    if (!scene.app.read_only()) draw_initiative_form(scene, person);
    end_card(scene.ui);
}

void PersonYearEditor::draw_uses(Scene& scene, const office::Initiative& initiative) {
    std::vector<office::InitiativeUse> uses;
    for (const office::InitiativeUse& use : scene.app.book().initiative_uses) {
        if (use.initiative == initiative.id) uses.push_back(use);
    }
    std::string words;
    for (const office::InitiativeUse& use : uses) {
        if (!words.empty()) words += ", ";
        words += title_name(scene, use.title) + " " + std::to_string(use.year);
    }
    quiet(scene.ui,
          std::string(scene.say(Word::kInitiativeUsedFor)) + ": " +
              (words.empty() ? std::string(scene.say(Word::kInitiativeNotUsed)) : words),
          TextStyle::kSmall);
    if (scene.app.read_only()) return;
    app::Application& app = scene.app;
    const base::Id<office::Initiative> id = initiative.id;
    if (uses_of_ != id.value) {
        if (button(scene.ui, scene.say(Word::kInitiativeUseAdd), {.kind = ButtonKind::kQuiet, .icon = "pin"})) {
            uses_of_ = id.value;
            use_title_ = -1;
        }
        same_line();
        return;
    }
    quiet(scene.ui, scene.say(Word::kInitiativeOnce), TextStyle::kSmall);
    for (const office::InitiativeUse& use : uses) {
        const std::string label =
            scene.say(Word::kInitiativeUseRemove, {title_name(scene, use.title), std::to_string(use.year)});
        if (button(scene.ui, label, {.kind = ButtonKind::kQuiet, .icon = "close"})) {
            app.act(
                [&](store::Store& store) { return store::set_initiative_use(store, id, use.title, use.year, false); });
        }
    }
    const std::vector<std::string> codes = person_titles();
    if (!select(scene.ui, scene.say(Word::kInitiativeUsedFor), names_of(scene, codes), use_title_, {.width = 360}))
        return;
    const std::string code = codes[static_cast<std::size_t>(use_title_)];
    app.act([&](store::Store& store) { return store::set_initiative_use(store, id, code, year_, true); },
            Scene::done(Word::kInitiativeUseAdded));
    uses_of_ = 0;
}

void PersonYearEditor::draw_initiative_form(Scene& scene, const Person& person) {
    gap(kSpace3);
    const bool editing = static_cast<bool>(initiative_.id);
    if (editing) heading(scene.ui, scene.say(Word::kEdit), 3);
    text_field(scene.ui, scene.say(Word::kInitiativeName), initiative_.name);
    const auto date = typed_date(initiative_date_);
    {
        FieldRow row(scene, 4);
        const std::array<std::string_view, 2> kinds{scene.say(Word::kInitiativeIs), scene.say(Word::kResearchIs)};
        int kind = static_cast<int>(initiative_.kind);
        if (select(scene.ui, scene.say(Word::kInitiativeKind), kinds, kind, {.width = row.width()})) {
            initiative_.kind = static_cast<office::Initiative::Kind>(kind);
        }
        row.next();
        const auto levels = level_words(scene);
        int level = static_cast<int>(initiative_.recognised);
        if (select(scene.ui, scene.say(Word::kLevel), levels, level, {.width = row.width()})) {
            initiative_.recognised = static_cast<office::Initiative::Level>(level);
        }
        row.next();
        text_field(scene.ui, scene.say(Word::kDecision), initiative_.decision_number,
                   {.placeholder = "15/QĐ-UBND", .width = row.width()});
        row.next();
        text_field(scene.ui, scene.say(Word::kInitiativeDate), initiative_date_,
                   {.error = date ? std::string_view() : scene.say(Word::kBadDate),
                    .placeholder = scene.say(Word::kDatePlaceholder),
                    .width = row.width()});
    }
    gap(kSpace2);
    const bool good = !initiative_.name.empty() && date.has_value();
    const bool pressed = button(scene.ui, scene.say(editing ? Word::kSaveChange : Word::kAddInitiative),
                                {.icon = editing ? "save" : "add", .enabled = good});
    if (editing) {
        same_line();
        if (button(scene.ui, scene.say(Word::kCancel), {.kind = ButtonKind::kQuiet})) initiative_ = {};
    }
    if (!pressed || !good) return;
    initiative_.person = person.id;
    initiative_.year = year_;
    initiative_.decision_date = *date;
    const office::Initiative kept = initiative_;
    const bool done = scene.app.act(
        [&](store::Store& store) {
            return editing ? store::edit_initiative(store, kept) : without_id(store::add_initiative(store, kept));
        },
        Scene::done(editing ? Word::kInitiativeEdited : Word::kInitiativeAdded));
    if (!done) return;
    initiative_ = {};
    initiative_date_.clear();
}

void PersonYearEditor::draw_awards(Scene& scene, const Person& person, const app::PersonYears& years) {
    const std::string title = scene.say(Word::kYearAwards, {std::to_string(year_)});
    begin_card(scene.ui, "awards", title);
    heading(scene.ui, title, 2);
    bool any = false;
    for (const office::Award& award : scene.app.book().awards) {
        if (award.person != person.id || award.year != year_) continue;
        any = true;
        ImGui::PushID(static_cast<int>(award.id.value));
        text(scene.ui, title_name(scene, award.title), TextStyle::kBodyStrong);
        std::string below = award.decision_number;
        const auto add = [&below](std::string_view words) {
            if (words.empty()) return;
            if (!below.empty()) below += " · ";
            below += words;
        };
        add(date_text(award.decision_date));
        add(award.issuer);
        if (const office::AwardBasis* basis = basis_of(scene.app.book(), award.id)) {
            if (basis->ground != office::AwardBasis::Ground::kUnknown)
                add(ground_words(scene)[static_cast<std::size_t>(basis->ground)]);
            add(basis->merit);
            if (!basis->merit.empty()) show_findings(scene, years, basis->merit);
        }
        if (award.revoked) add(scene.say(Word::kAwardRevoked));
        if (!below.empty()) quiet(scene.ui, below, TextStyle::kSmall);
        for (const law::LedgerFinding& finding : years.findings) {
            if (finding.year != award.year || finding.subject != award.title) continue;
            text_colored(scene.ui, scene.in(finding.vi, finding.en),
                         finding.error ? scene.ui.theme().not_met.text : scene.ui.theme().not_known.text);
            quiet(scene.ui, finding.clause, TextStyle::kSmall);
        }
        if (!scene.app.read_only()) {
            if (button(scene.ui, scene.say(Word::kEdit), {.kind = ButtonKind::kQuiet, .icon = "edit"}))
                edit_award(scene, award);
            same_line();
            if (button(scene.ui, scene.say(Word::kDelete), {.kind = ButtonKind::kQuiet, .icon = "bin"})) {
                const base::Id<office::Award> id = award.id;
                scene.app.act([&](store::Store& store) { return store::remove_award(store, id); },
                              Scene::done(Word::kAwardRemoved));
            }
        }
        ImGui::PopID();
        hairline(scene.ui);
    }
    if (!any) quiet(scene.ui, scene.say(Word::kYearAwardsNone));
    draw_listed(scene, person, "awards_listed", Word::kYearAllListed);
    if (!scene.app.read_only()) draw_award_form(scene, person);
    end_card(scene.ui);
}

void PersonYearEditor::edit_award(Scene& scene, const office::Award& award) {
    award_ = award;
    award_date_ = date_text(award.decision_date);
    const std::vector<std::string> codes = person_titles();
    const auto found = std::find(codes.begin(), codes.end(), award.title);
    award_title_ = found == codes.end() ? -1 : static_cast<int>(found - codes.begin());
    const office::AwardBasis* basis = basis_of(scene.app.book(), award.id);
    ground_ = basis == nullptr ? 0 : static_cast<int>(basis->ground);
    merit_ = basis == nullptr ? std::string() : basis->merit;
}

void PersonYearEditor::draw_award_form(Scene& scene, const Person& person) {
    gap(kSpace3);
    const bool editing = static_cast<bool>(award_.id);
    if (editing) heading(scene.ui, scene.say(Word::kEdit), 3);
    const std::vector<std::string> codes = person_titles();
    const auto date = typed_date(award_date_);
    {
        FieldRow row(scene, 4);
        select(scene.ui, scene.say(Word::kAwardTitle), names_of(scene, codes), award_title_, {.width = row.width()});
        row.next();
        text_field(scene.ui, scene.say(Word::kAwardDecision), award_.decision_number,
                   {.placeholder = "102/QĐ-UBND", .width = row.width()});
        row.next();
        text_field(scene.ui, scene.say(Word::kAwardDate), award_date_,
                   {.error = date ? std::string_view() : scene.say(Word::kBadDate),
                    .placeholder = scene.say(Word::kDatePlaceholder),
                    .width = row.width()});
        row.next();
        text_field(scene.ui, scene.say(Word::kAwardIssuer), award_.issuer,
                   {.placeholder = "Chủ tịch UBND huyện", .width = row.width()});
    }
    gap(kSpace2);
    {
        FieldRow row(scene, 2, 420);
        const auto grounds = ground_words(scene);
        select(scene.ui, scene.say(Word::kAwardGround), grounds, ground_, {.width = row.width()});
        row.next();
        text_field(scene.ui, scene.say(Word::kAwardMerit), merit_, {.width = row.width()});
    }
    gap(kSpace2);
    checkbox(scene.ui, scene.say(Word::kAwardRevoked), award_.revoked);
    gap(kSpace2);
    const bool good = award_title_ >= 0 && date.has_value();
    const bool pressed = button(scene.ui, scene.say(editing ? Word::kSaveChange : Word::kAwardAdd),
                                {.icon = editing ? "save" : "add", .enabled = good});
    if (editing) {
        same_line();
        if (button(scene.ui, std::string(scene.say(Word::kCancel)) + "##award", {.kind = ButtonKind::kQuiet}))
            award_ = {};
    }
    if (!pressed || !good) return;
    award_.person = person.id;
    award_.year = year_;
    award_.title = codes[static_cast<std::size_t>(award_title_)];
    award_.decision_date = *date;
    const office::Award kept = award_;
    const office::AwardBasis::Ground ground = static_cast<office::AwardBasis::Ground>(ground_);
    const bool with_basis = ground != office::AwardBasis::Ground::kUnknown || !merit_.empty() ||
                            basis_of(scene.app.book(), kept.id) != nullptr;
    const bool done = scene.app.act(
        [&](store::Store& store) -> base::Status {
            base::Id<office::Award> id = kept.id;
            const base::Status status =
                editing ? store::edit_award(store, kept) : without_id(store::add_award(store, kept), &id);
            if (!status || !with_basis) return status;
            office::AwardBasis basis;
            basis.award = id;
            basis.ground = ground;
            basis.merit = merit_;
            return store::set_award_basis(store, basis);
        },
        Scene::done(editing ? Word::kAwardEdited : Word::kAwardAdded));
    if (!done) return;
    award_ = {};
    award_title_ = -1;
    award_date_.clear();
    merit_.clear();
    ground_ = 0;
}

}  // namespace thidua::ui
