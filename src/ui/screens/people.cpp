#include "ui/screens/people.h"

#include <algorithm>
#include <array>

#include "app/table_desk.h"
#include "imgui.h"
#include "office/title.h"
#include "ui/screens/table_desk.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

using office::Person;
using office::Rating;

/// Titles that somebody registered for the year, as offices abbreviate them.
std::string registered_titles(const office::YearBook& book, base::Id<Person> person) {
    std::string out;
    for (const office::Registration& registration : book.registrations) {
        if (registration.person != person || registration.year != book.office.year) continue;
        const office::EmulationTitle* title = office::find_title(registration.title);
        if (title == nullptr) continue;
        if (!out.empty()) out += ", ";
        out += title->short_vi;
    }
    return out;
}

}  // namespace

std::string_view rating_words(const Scene& scene, Rating rating) {
    switch (rating) {
        case Rating::kExcellent: return scene.say(Word::kRatingExcellent);
        case Rating::kGood: return scene.say(Word::kRatingGood);
        case Rating::kCompleted: return scene.say(Word::kRatingCompleted);
        case Rating::kNotCompleted: return scene.say(Word::kRatingNotCompleted);
        case Rating::kUnknown: break;
    }
    return scene.say(Word::kUnknownShort);
}

void PeopleScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kPeopleTitle), scene.say(Word::kPeoplePurpose));
    const office::YearBook& book = scene.app.book();
    if (!scene.app.read_only()) {
        if (primary_button(scene.ui, scene.say(Word::kAddPerson), "person_add")) {
            person_ = {};
            gender_ = 0;
            adding_ = true;
        }
        same_line();
        if (button(scene.ui, scene.say(Word::kPasteList), {.icon = "paste"})) pasting_ = true;
        if (!scene.ui.phone()) same_line();
        if (button(scene.ui, scene.say(Word::kImportFile), {.icon = "upload"})) scene.app.tables().pick();
        same_line();
    }
    export_menu(scene, app::OfficeTable::kPeople);
    gap(kSpace4);
    const std::string rating_title = scene.say(Word::kRatingOf, {std::to_string(book.office.year)});
    const std::array<Column, 4> columns{{
        {.title = scene.say(Word::kFullName)},
        {.title = scene.say(Word::kPosition), .width = 220, .importance = 1},
        {.title = rating_title, .width = 240, .importance = 1},
        {.title = scene.say(Word::kRegistered), .width = 160, .importance = 2},
    }};
    const auto cell = [&](int row, int column) -> Cell {
        const Person& person = book.people[static_cast<std::size_t>(row)];
        if (column == 0) return {.text = person.full_name, .avatar = person.full_name, .strong = true};
        if (column == 1) return {.text = person.position};
        if (column == 3) return {.text = registered_titles(book, person.id)};
        const office::YearRecord* record = app::find_record(book, person.id, book.office.year);
        const Rating rating = record != nullptr ? record->rating : Rating::kUnknown;
        return {.text = std::string(rating_words(scene, rating)), .quiet = rating == Rating::kUnknown};
    };
    table_.current = -1;
    const TableEvent event =
        table(scene.ui, scene.say(Word::kPeopleTitle), columns, static_cast<int>(book.people.size()), cell, table_,
              {.empty_icon = "group", .empty_text = scene.say(Word::kPeopleNone)});
    if (event.pressed_row >= 0) {
        const Person& person = book.people[static_cast<std::size_t>(event.pressed_row)];
        scene.app.go({app::Place::kPerson, person.id.value, ""});
    }
    draw_new(scene);
    draw_paste(scene);
}

void PeopleScreen::draw_new(Scene& scene) {
    if (!begin_dialog(scene.ui, scene.say(Word::kAddPerson), adding_)) return;
    text_field(scene.ui, scene.say(Word::kFullName), person_.full_name, {.required = true});
    text_field(scene.ui, scene.say(Word::kPosition), person_.position);
    const std::array<std::string_view, 3> genders{scene.say(Word::kUnknownShort), scene.say(Word::kMale),
                                                  scene.say(Word::kFemale)};
    segmented(scene.ui, scene.say(Word::kGender), genders, gender_);
    if (dialog_buttons(scene.ui, scene.say(Word::kAdd), adding_, !person_.full_name.empty())) {
        person_.gender = static_cast<office::Gender>(gender_);
        if (scene.app.act([&](store::Store& store) { return without_id(store::add_person(store, person_)); },
                          Scene::done(Word::kPersonAdded, {person_.full_name}))) {
            adding_ = false;
        }
    }
    end_dialog(scene.ui);
}

void PeopleScreen::draw_paste(Scene& scene) {
    if (!begin_dialog(scene.ui, scene.say(Word::kPasteList), pasting_, 720)) return;
    text_area(scene.ui, scene.say(Word::kPasteListField), pasted_, 8, {.help = scene.say(Word::kPasteListHelp)});
    if (dialog_buttons(scene.ui, scene.say(Word::kImportTable), pasting_, !pasted_.empty())) {
        // What was read and what was refused is shown like that of a file, before anything is kept.
        scene.app.tables().take({"", pasted_});
        if (scene.app.tables().current() != nullptr) {
            pasted_.clear();
            pasting_ = false;
        }
    }
    end_dialog(scene.ui);
}

}  // namespace thidua::ui
