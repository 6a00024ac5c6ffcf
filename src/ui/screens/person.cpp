// One person: who they are, what the year says of them, initiatives, titles of earlier years.

#include <algorithm>
#include <array>

#include "imgui.h"
#include "office/title.h"
#include "ui/screens/people.h"
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
using office::YearRecord;

bool answer_field(Scene& scene, Word label, Answer& answer) {
    const std::array<std::string_view, 3> words{scene.say(Word::kUnknownShort), scene.say(Word::kNo),
                                                scene.say(Word::kYes)};
    int chosen = static_cast<int>(answer);
    quiet(scene.ui, scene.say(label), TextStyle::kSmall);
    if (!segmented(scene.ui, scene.say(label), words, chosen)) return false;
    answer = static_cast<Answer>(chosen);
    return true;
}

}  // namespace

void PersonScreen::draw(Scene& scene) {
    const office::YearBook& book = scene.app.book();
    const Person* person = app::find_person(book, {scene.app.route().id});
    if (person == nullptr) {
        screen_title(scene, scene.say(Word::kPeopleTitle), scene.say(Word::kNoSuchPerson));
        if (button(scene.ui, scene.say(Word::kBack), {.icon = "arrow_left"})) {
            scene.app.go({app::Place::kPeople, 0, ""});
        }
        return;
    }
    screen_title(scene, person->full_name, person->position);
    const bool two = scene.ui.width >= kWideWidth;
    const float left = two ? (ImGui::GetContentRegionAvail().x - kSpace4) * 0.5F : 0;
    ImGui::BeginGroup();
    draw_year(scene, *person);
    ImGui::EndGroup();
    (void)left;
    gap(kSpace4);
    draw_initiatives(scene, *person);
    gap(kSpace4);
    draw_history(scene, *person);
    gap(kSpace4);
    draw_person(scene, *person);
}

void PersonScreen::draw_year(Scene& scene, const Person& person) {
    const office::YearBook& book = scene.app.book();
    const int year = book.office.year;
    if (record_of_ != person.id.value || record_revision_ != scene.app.revision()) {
        const YearRecord* stored = app::find_record(book, person.id, year);
        record_ = stored != nullptr ? *stored : YearRecord{};
        record_.person = person.id;
        record_.year = year;
        record_of_ = person.id.value;
        record_revision_ = scene.app.revision();
    }
    const std::string title = scene.say(Word::kRatingOf, {std::to_string(year)});
    begin_card(scene.ui, "year", title);
    heading(scene.ui, scene.say(Word::kYearNumber, {std::to_string(year)}), 2);
    const bool read_only = scene.app.read_only();
    const std::array<std::string_view, 5> ratings{
        scene.say(Word::kUnknownShort), scene.say(Word::kRatingNotCompleted), scene.say(Word::kRatingCompleted),
        scene.say(Word::kRatingGood), scene.say(Word::kRatingExcellent)};
    bool save = false;
    int rating = static_cast<int>(record_.rating);
    if (select(scene.ui, title, ratings, rating, {.width = 360, .enabled = !read_only})) {
        record_.rating = static_cast<Rating>(rating);
        save = true;
    }
    save |= text_field(scene.ui, scene.say(Word::kRatingDocument), record_.rating_document,
                       {.placeholder = "120/TB-UBND", .width = 360, .enabled = !read_only})
                .committed;
    save |= answer_field(scene, Word::kMovementsQuestion, record_.movements);
    save |= answer_field(scene, Word::kDisciplinedQuestion, record_.disciplined);
    save |= answer_field(scene, Word::kUnderReviewQuestion, record_.under_review);
    end_card(scene.ui);
    if (!save || read_only) return;
    scene.app.act([&](store::Store& store) { return without_id(store::set_year_record(store, record_)); },
                  Scene::done(Word::kRecordSaved, {std::to_string(year), person.full_name}));
}

void PersonScreen::draw_initiatives(Scene& scene, const Person& person) {
    const office::YearBook& book = scene.app.book();
    begin_card(scene.ui, "initiatives", scene.say(Word::kInitiatives));
    heading(scene.ui, scene.say(Word::kInitiatives), 2);
    const std::array<std::string_view, 4> levels{scene.say(Word::kLevelNone), scene.say(Word::kLevelGrassroots),
                                                 scene.say(Word::kLevelProvince), scene.say(Word::kLevelNation)};
    bool any = false;
    for (const office::Initiative& initiative : book.initiatives) {
        if (initiative.person != person.id) continue;
        any = true;
        ImGui::PushID(static_cast<int>(initiative.id.value));
        text(scene.ui, initiative.name, TextStyle::kBodyStrong);
        std::string below = std::to_string(initiative.year) + " · " +
                            std::string(levels[static_cast<std::size_t>(initiative.recognised)]);
        if (!initiative.decision_number.empty()) below += " · " + initiative.decision_number;
        quiet(scene.ui, below, TextStyle::kSmall);
        if (!scene.app.read_only() &&
            button(scene.ui, scene.say(Word::kDelete), {.kind = ButtonKind::kQuiet, .icon = "bin"})) {
            scene.app.act([&](store::Store& store) { return store::remove_initiative(store, initiative.id); },
                          Scene::done(Word::kInitiativeRemoved));
        }
        ImGui::PopID();
    }
    if (!any) quiet(scene.ui, scene.say(Word::kInitiativesNone));
    if (!scene.app.read_only()) {
        gap(kSpace2);
        text_field(scene.ui, scene.say(Word::kInitiativeName), initiative_.name);
        int level = static_cast<int>(initiative_.recognised);
        if (select(scene.ui, scene.say(Word::kLevel), levels, level, {.width = 240})) {
            initiative_.recognised = static_cast<office::Initiative::Level>(level);
        }
        text_field(scene.ui, scene.say(Word::kDecision), initiative_.decision_number, {.width = 240});
        gap(kSpace2);
        if (button(scene.ui, scene.say(Word::kAddInitiative), {.icon = "add", .enabled = !initiative_.name.empty()})) {
            initiative_.person = person.id;
            initiative_.year = book.office.year;
            if (scene.app.act([&](store::Store& store) { return without_id(store::add_initiative(store, initiative_)); },
                              Scene::done(Word::kInitiativeAdded))) {
                initiative_ = {};
            }
        }
    }
    end_card(scene.ui);
}

void PersonScreen::draw_history(Scene& scene, const Person& person) {
    const office::YearBook& book = scene.app.book();
    begin_card(scene.ui, "awards", scene.say(Word::kAwards));
    heading(scene.ui, scene.say(Word::kAwards), 2);
    bool any = false;
    for (const office::Award& award : book.awards) {
        if (award.person != person.id) continue;
        any = true;
        const office::EmulationTitle* title = office::find_title(award.title);
        std::string line = title != nullptr ? std::string(scene.in(title->vi, title->en)) : award.title;
        std::string below = award.decision_number;
        if (award.decision_date) below += " · " + base::to_numeric(*award.decision_date);
        if (!award.issuer.empty()) below += " · " + award.issuer;
        ImGui::PushID(static_cast<int>(award.id.value));
        list_row(scene.ui, line,
                 {.title = line, .subtitle = below, .icon = "award", .trailing = std::to_string(award.year)});
        ImGui::PopID();
    }
    if (!any) quiet(scene.ui, scene.say(Word::kAwardsNone));
    end_card(scene.ui);
}

void PersonScreen::draw_person(Scene& scene, const Person& person) {
    begin_card(scene.ui, "person", scene.say(Word::kDetails));
    heading(scene.ui, scene.say(Word::kDetails), 2);
    Person& draft = person_.of(person, scene.app.revision());
    if (person_.renewed) {
        born_on_ = date_text(draft.born_on);
        joined_on_ = date_text(draft.joined_on);
    }
    const auto born = typed_date(born_on_);
    const auto joined = typed_date(joined_on_);
    const bool enabled = !scene.app.read_only();
    bool save = false;
    save |= text_field(scene.ui, scene.say(Word::kFullName), draft.full_name, {.required = true, .enabled = enabled}).committed;
    save |= text_field(scene.ui, scene.say(Word::kPosition), draft.position, {.enabled = enabled}).committed;
    save |= text_field(scene.ui, scene.say(Word::kUnit), draft.unit, {.enabled = enabled}).committed;
    const auto date_field = [&](Word label, std::string& value, bool valid) {
        return text_field(scene.ui, scene.say(label), value,
                          {.error = valid ? std::string_view() : scene.say(Word::kBadDate),
                           .placeholder = scene.say(Word::kDatePlaceholder),
                           .enabled = enabled})
            .committed;
    };
    save |= date_field(Word::kBorn, born_on_, born.has_value());
    save |= date_field(Word::kJoined, joined_on_, joined.has_value());
    if (enabled) {
        gap(kSpace3);
        if (button(scene.ui, scene.say(Word::kDeletePerson), {.kind = ButtonKind::kQuiet, .icon = "bin"})) {
            if (scene.app.act([&](store::Store& store) { return store::remove_person(store, person.id); },
                              Scene::done(Word::kPersonRemoved, {person.full_name}))) {
                scene.app.go({app::Place::kPeople, 0, ""});
            }
        }
    }
    end_card(scene.ui);
    if (!save || !born || !joined) return;
    draft.born_on = *born;
    draft.joined_on = *joined;
    scene.app.act([&](store::Store& store) { return store::edit_person(store, draft); },
                  Scene::done(Word::kPersonSaved, {draft.full_name}));
}

}  // namespace thidua::ui
