#include "ui/screens/person.h"

#include <algorithm>
#include <array>

#include "imgui.h"
#include "ui/screens/law_marks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr std::string_view kYearPart = "nam-";

}  // namespace

int PersonScreen::chosen_year(Scene& scene) {
    const std::string& part = scene.app.route().part;
    int year = 0;
    if (part.starts_with(kYearPart)) year = typed_number(std::string_view(part).substr(kYearPart.size()), 2100);
    return year >= 1950 ? year : years_.to;
}

void PersonScreen::draw(Scene& scene) {
    const office::YearBook& book = scene.app.book();
    const office::Person* person = app::find_person(book, {scene.app.route().id});
    if (person == nullptr) {
        screen_title(scene, scene.say(Word::kPeopleTitle), scene.say(Word::kNoSuchPerson));
        if (button(scene.ui, scene.say(Word::kBack), {.icon = "arrow_left"}))
            scene.app.go({app::Place::kPeople, 0, ""});
        return;
    }
    if (years_of_ != person->id.value || years_revision_ != scene.app.revision()) {
        years_ = app::person_years(scene.app.packs(), book, person->id, scene.app.law_date());
        years_of_ = person->id.value;
        years_revision_ = scene.app.revision();
    }
    screen_title(scene, person->full_name, person->position);
    if (button(scene.ui, scene.say(Word::kPersonVerdicts), {.icon = "fact_check"})) {
        return scene.app.go({app::Place::kTitles, person->id.value, ""});
    }
    same_line();
    if (button(scene.ui, scene.say(Word::kVerdictTry), {.icon = "compare"})) {
        return scene.app.go({app::Place::kTitles, person->id.value, "thu"});
    }
    gap(kSpace4);
    const int year = chosen_year(scene);
    begin_card(scene.ui, "years", scene.say(Word::kYearsTitle));
    const int pressed = strip_.draw(scene, years_, year);
    draw_findings(scene);
    end_card(scene.ui);
    gap(kSpace4);
    draw_year_choice(scene, year);
    editor_.draw(scene, *person, year, years_);
    gap(kSpace4);
    periods_.draw(scene, *person);
    gap(kSpace4);
    draw_person(scene, *person);
    if (pressed != 0)
        scene.app.go({app::Place::kPerson, person->id.value, std::string(kYearPart) + std::to_string(pressed)});
}

void PersonScreen::draw_year_choice(Scene& scene, int year) {
    const std::int64_t id = scene.app.route().id;
    const auto show = [&](int other) {
        scene.app.go({app::Place::kPerson, id, std::string(kYearPart) + std::to_string(other)});
    };
    if (icon_button(scene.ui, "chevron_left", scene.say(Word::kYearPrevious))) show(year - 1);
    same_line();
    heading(scene.ui, scene.say(Word::kYearNumber, {std::to_string(year)}), 2);
    same_line();
    if (icon_button(scene.ui, "chevron_right", scene.say(Word::kYearNext), year < years_.to)) show(year + 1);
    gap(kSpace2);
}

void PersonScreen::draw_findings(Scene& scene) {
    if (years_.findings.empty()) return;
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kYearsFindings), 3);
    for (const law::LedgerFinding& finding : years_.findings) {
        gap(kSpace1);
        chip(scene.ui, scene.say(finding.error ? Word::kNotMet : Word::kWarnings),
             finding.error ? ChipKind::kNotMet : ChipKind::kNotKnown);
        text(scene.ui, scene.in(finding.vi, finding.en));
        quiet(scene.ui, finding.clause, TextStyle::kSmall);
    }
}

void PersonScreen::draw_person(Scene& scene, const office::Person& person) {
    begin_card(scene.ui, "person", scene.say(Word::kDetails));
    heading(scene.ui, scene.say(Word::kDetails), 2);
    office::Person& draft = person_.of(person, scene.app.revision());
    if (person_.renewed) {
        born_on_ = date_text(draft.born_on);
        joined_on_ = date_text(draft.joined_on);
    }
    const auto born = typed_date(born_on_);
    const auto joined = typed_date(joined_on_);
    const bool enabled = !scene.app.read_only();
    bool save = false;
    save |= text_field(scene.ui, scene.say(Word::kFullName), draft.full_name, {.required = true, .enabled = enabled})
                .committed;
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
