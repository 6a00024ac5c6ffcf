#include "ui/screens/what_if.h"

#include <algorithm>
#include <array>

#include "imgui.h"
#include "office/title.h"
#include "ui/screens/law_marks.h"
#include "ui/screens/verdict_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr int kYearsBack = 8;

using law::FactKey;

/// What can be tried with yes and no, by kind of subject.
constexpr std::array<FactKey, 9> kPersonFacts{
    FactKey::kMovements,      FactKey::kDisciplined,      FactKey::kUnderReview,
    FactKey::kExemplary,      FactKey::kMovementResult,   FactKey::kManyMerits,
    FactKey::kProvinceMerits, FactKey::kProvinceMovement, FactKey::kContribution};
constexpr std::array<FactKey, 9> kOfficeFacts{FactKey::kGoodMovements,   FactKey::kUnity,       FactKey::kDemocracy,
                                              FactKey::kTargetsExceeded, FactKey::kLeadsBlock,  FactKey::kBestOfLeaders,
                                              FactKey::kIntegrity,       FactKey::kUnderReview, FactKey::kDisciplined};

/// One kind of change with its values, for the two selects.
struct Choice {
    std::string words;
    std::vector<std::string> values;
    std::vector<law::Change> changes;  ///< one a value
};

std::vector<std::string> held_words(const Scene& scene, bool person, int year, std::vector<law::Change>& changes) {
    std::vector<std::string> out;
    for (const bool held : {true, false}) {
        for (const office::EmulationTitle& title : office::titles()) {
            const bool local = title.code == "XTB" || title.code == "TVH" || title.code == "GDVH";
            if (local || (!title.commendation && title.collective == person)) continue;
            const std::string name = title_name(scene, title.code);
            out.push_back(held ? name : scene.say(Word::kTrialNotHeld, {name}));
            changes.push_back(app::award_change(title.code, year, held));
        }
    }
    return out;
}

std::vector<Choice> choices_for(const Scene& scene, bool person, int year, int index) {
    std::vector<Choice> out;
    Choice rating{std::string(scene.say(Word::kRating)), {}, {}};
    for (int value = 4; value >= 1; --value) {
        rating.changes.push_back(app::fact_change(FactKey::kRating, year, value));
        rating.values.push_back(scene.ui.language == Language::kEnglish
                                    ? law::value_en(law::FactEntry::Scale::kRating, value)
                                    : law::value_vi(law::FactEntry::Scale::kRating, value));
    }
    out.push_back(std::move(rating));
    if (person) {
        const std::array<Word, 3> levels{Word::kLevelGrassroots, Word::kLevelProvince, Word::kLevelNation};
        const std::array<law::Initiative::Level, 3> codes{
            law::Initiative::Level::kGrassroots, law::Initiative::Level::kProvince, law::Initiative::Level::kNation};
        for (const bool research : {false, true}) {
            Choice choice{std::string(scene.say(research ? Word::kTrialResearch : Word::kTrialInitiative)), {}, {}};
            for (std::size_t i = 0; i < levels.size(); ++i) {
                choice.values.emplace_back(scene.say(levels[i]));
                choice.changes.push_back(app::initiative_change(codes[i], research, year, index));
            }
            out.push_back(std::move(choice));
        }
    }
    Choice award{std::string(scene.say(Word::kTrialAward)), {}, {}};
    award.values = held_words(scene, person, year, award.changes);
    out.push_back(std::move(award));
    for (const FactKey key : person ? kPersonFacts : kOfficeFacts) {
        const law::FactEntry& entry = law::entry(key);
        Choice choice{std::string(scene.in(entry.vi, entry.en)),
                      {std::string(scene.say(Word::kYes)), std::string(scene.say(Word::kNo))},
                      {}};
        choice.changes = {app::fact_change(key, year, 1), app::fact_change(key, year, 0)};
        out.push_back(std::move(choice));
    }
    return out;
}

/// Two answers to one question: the newer replaces the older; awards and initiatives add up.
bool same_question(const law::Change& a, const law::Change& b) {
    if (a.fact != b.fact || a.year != b.year || a.subject != b.subject || a.fact == "initiative") return false;
    const auto bare = [](const std::string& value) { return value.starts_with("-") ? value.substr(1) : value; };
    const bool keyed = a.fact == "award" || a.fact == "judgement";
    return !keyed || bare(a.value) == bare(b.value);
}

}  // namespace

void WhatIfScreen::begin(base::Id<office::Person> subject, std::vector<law::Change> changes) {
    subject_ = subject;
    changes_ = std::move(changes);
    stale_ = true;
    year_ = what_ = 0;
    value_ = -1;
}

void WhatIfScreen::renew(Scene& scene) {
    if (!stale_ && revision_ == scene.app.revision()) return;
    lines_ = app::try_changes(scene.app.packs(), scene.app.book(), subject_, changes_, scene.app.law_date());
    revision_ = scene.app.revision();
    stale_ = false;
}

void WhatIfScreen::draw(Scene& scene, base::Id<office::Person> subject) {
    const office::Person* person = app::find_person(scene.app.book(), subject);
    if (subject && person == nullptr) {
        screen_title(scene, scene.say(Word::kPeopleTitle), scene.say(Word::kNoSuchPerson));
        if (button(scene.ui, scene.say(Word::kVerdictBackToTable), {.icon = "arrow_left"}))
            scene.app.go({app::Place::kTitles, 0, ""});
        return;
    }
    if (subject_ != subject) begin(subject, {});
    const std::string name = person == nullptr ? scene.app.book().office.name : person->full_name;
    screen_title(scene, scene.say(Word::kTrialTitle, {name}), scene.say(Word::kTrialPurpose));
    if (button(scene.ui, scene.say(Word::kVerdictBackToTable), {.kind = ButtonKind::kQuiet, .icon = "arrow_left"})) {
        begin(subject, {});
        scene.app.go({app::Place::kTitles, 0, ""});
        return;
    }
    gap(kSpace3);
    const bool two = scene.ui.width >= kWideWidth;
    const float whole = ImGui::GetContentRegionAvail().x;
    const float left = two ? 380.0F : 0.0F;
    begin_card(scene.ui, "changes", scene.say(Word::kTrialChanges), left);
    draw_changes(scene);
    draw_form(scene);
    end_card(scene.ui);
    if (two) same_line(kSpace4);
    else gap(kSpace4);
    renew(scene);
    begin_card(scene.ui, "compare", scene.say(Word::kTrialCompare), two ? whole - left - kSpace4 : 0.0F);
    draw_comparison(scene);
    end_card(scene.ui);
}

void WhatIfScreen::draw_changes(Scene& scene) {
    heading(scene.ui, scene.say(Word::kTrialChanges), 2);
    if (changes_.empty()) quiet(scene.ui, scene.say(Word::kTrialNone));
    int removed = -1;
    bool any_here = false;
    for (std::size_t i = 0; i < changes_.size(); ++i) {
        const law::Change& change = changes_[i];
        const bool here = app::take_over_of(change) == app::TakeOver::kHere;
        any_here |= here;
        ImGui::PushID(static_cast<int>(i));
        text(scene.ui, scene.in(change.vi, change.en), TextStyle::kBodyStrong);
        if (!here && !scene.app.read_only()) quiet(scene.ui, scene.say(Word::kTrialNeedsDocument), TextStyle::kSmall);
        const std::string label = std::string(scene.say(Word::kTrialRemove)) + "##" + std::to_string(i);
        if (button(scene.ui, label, {.kind = ButtonKind::kQuiet, .icon = "close"})) removed = static_cast<int>(i);
        hairline(scene.ui);
        ImGui::PopID();
    }
    if (removed >= 0) {
        changes_.erase(changes_.begin() + removed);
        stale_ = true;
    }
    if (changes_.empty()) return;
    gap(kSpace2);
    if (button(scene.ui, scene.say(Word::kTrialClear), {.icon = "refresh"})) {
        changes_.clear();
        stale_ = true;
        return;
    }
    if (scene.app.read_only() || !any_here) return;
    same_line();
    if (!button(scene.ui, scene.say(Word::kTrialTakeOver), {.kind = ButtonKind::kPrimary, .icon = "save"})) return;
    const office::Person* person = app::find_person(scene.app.book(), subject_);
    const std::string name = person == nullptr ? scene.app.book().office.name : person->full_name;
    app::Application& app = scene.app;
    const bool kept =
        app.act([&](store::Store& store) { return app::take_over(store, app.book(), subject_, changes_, app.today()); },
                Scene::done(Word::kTrialTaken, {name}));
    if (!kept) return;
    std::erase_if(changes_,
                  [](const law::Change& change) { return app::take_over_of(change) == app::TakeOver::kHere; });
    stale_ = true;
}

void WhatIfScreen::draw_form(Scene& scene) {
    gap(kSpace3);
    const int merit = scene.app.grid().year;
    std::vector<std::string> years;
    for (int back = 0; back < kYearsBack; ++back) years.push_back(std::to_string(merit - back));
    select(scene.ui, scene.say(Word::kTrialYear), years, year_);
    const auto added = static_cast<int>(std::count_if(
        changes_.begin(), changes_.end(), [](const law::Change& change) { return change.fact == "initiative"; }));
    const std::vector<Choice> choices = choices_for(scene, static_cast<bool>(subject_), merit - year_, added);
    std::vector<std::string> names;
    for (const Choice& choice : choices) names.push_back(choice.words);
    what_ = std::clamp(what_, 0, static_cast<int>(choices.size()) - 1);
    if (select(scene.ui, scene.say(Word::kTrialWhat), names, what_)) value_ = -1;
    const Choice& choice = choices[static_cast<std::size_t>(what_)];
    select(scene.ui, scene.say(Word::kTrialValue), choice.values, value_);
    gap(kSpace2);
    if (!button(scene.ui, scene.say(Word::kTrialAdd), {.icon = "add", .enabled = value_ >= 0})) return;
    const law::Change& change = choice.changes[static_cast<std::size_t>(value_)];
    std::erase_if(changes_, [&](const law::Change& older) { return same_question(older, change); });
    changes_.push_back(change);
    value_ = -1;
    stale_ = true;
}

void WhatIfScreen::draw_comparison(Scene& scene) {
    heading(scene.ui, scene.say(Word::kTrialCompare), 2);
    gap(kSpace2);
    const std::array<Column, 4> columns{{
        {.title = scene.say(Word::kVerdictTitle)},
        {.title = scene.say(Word::kTrialBefore), .width = 146, .importance = 1},
        {.title = scene.say(Word::kTrialAfter), .width = 146, .importance = 1},
        {.title = scene.say(Word::kKeptDiffers), .width = 100, .importance = 2},
    }};
    const auto cell = [&](int row, int column) -> Cell {
        const app::TrialLine& line = lines_[static_cast<std::size_t>(row)];
        if (column == 0)
            return {.text = title_with_doubt(scene, static_cast<bool>(subject_), line.title), .strong = line.changed()};
        if (column == 3) {
            if (!line.changed()) return {.text = std::string(scene.say(Word::kTrialSame)), .quiet = true};
            return {.text = std::string(scene.say(Word::kTrialChanged)), .icon = "compare", .strong = true};
        }
        const law::Outcome outcome = column == 1 ? line.before : line.after;
        return {.text = std::string(outcome_word(scene, outcome)), .chip = chip_of(outcome)};
    };
    table_.current = -1;
    const TableEvent event =
        table(scene.ui, scene.say(Word::kTrialCompare), columns, static_cast<int>(lines_.size()), cell, table_, {});
    if (event.pressed_row >= 0) {
        const std::string& title = lines_[static_cast<std::size_t>(event.pressed_row)].title;
        scene.app.go({app::Place::kTitles, subject_.value, subject_ ? title : "don-vi." + title});
        return;
    }
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kTrialWhy), 3);
    bool any = false;
    for (const app::TrialLine& line : lines_) {
        if (!line.changed()) continue;
        any = true;
        text(scene.ui, scene.in(line.why_vi, line.why_en));
        clause_line(scene, scene.app.grid().pack, line.clause, line.confidence);
        gap(kSpace2);
    }
    if (!any) quiet(scene.ui, scene.say(Word::kTrialNoChange));
}

}  // namespace thidua::ui
