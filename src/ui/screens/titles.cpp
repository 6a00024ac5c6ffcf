#include "ui/screens/titles.h"

#include <algorithm>
#include <array>
#include <utility>

#include "imgui.h"
#include "office/title.h"
#include "ui/screens/law_marks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr std::string_view kOfficePart = "don-vi.";

/// In the order of reading, not of rank.
constexpr std::array<law::Outcome, 4> kOutcomeOrder{law::Outcome::kMet, law::Outcome::kNotMet, law::Outcome::kNotKnown,
                                                    law::Outcome::kForPerson};

std::string short_name(std::string_view code) {
    const office::EmulationTitle* title = office::find_title(code);
    return std::string(title == nullptr ? code : title->short_vi);
}

std::string counts_in_words(const Scene& scene, const app::OutcomeCounts& counts) {
    std::string out;
    for (const law::Outcome outcome : kOutcomeOrder) {
        if (!out.empty()) out += ", ";
        out +=
            std::string(outcome_word(scene, outcome)) + " " + std::to_string(counts[static_cast<std::size_t>(outcome)]);
    }
    return out;
}

std::string doubt_in_words(const Scene& scene, const app::GridColumn& column) {
    if (!column.encoded) return std::string(scene.say(Word::kVerdictNotEncoded));
    if (column.confidence == law::Confidence::kSeen) return {};
    return scene.say(Word::kVerdictDoubtfulRules, {confidence_word(scene, column.confidence)});
}

std::string marks_in_words(const Scene& scene, const app::GridCell& cell) {
    std::string out;
    if (cell.registered) out = scene.say(Word::kVerdictRegisteredMark);
    if (!cell.held) return out;
    if (!out.empty()) out += ", ";
    return out + std::string(scene.say(Word::kVerdictHeldMark));
}

/// The title of the address; the first one where it names none.
std::string title_of(const app::Route& route) {
    std::string_view part = route.part;
    if (part.starts_with(kOfficePart)) part.remove_prefix(kOfficePart.size());
    return office::find_title(part) != nullptr ? std::string(part) : std::string(route.id != 0 ? "LDTT" : "TTLDTT");
}

}  // namespace

bool TitlesScreen::has_details(const Scene& scene) {
    const app::Route& route = scene.app.route();
    if (route.part.starts_with(kOfficePart)) return true;
    return route.id != 0 && (route.part.empty() || office::find_title(route.part) != nullptr);
}

void TitlesScreen::draw_law(Scene& scene) {
    const app::VerdictGrid& grid = scene.app.grid();
    if (date_shown_ != grid.on) {
        date_shown_ = grid.on;
        date_ = base::to_numeric(grid.on);
        date_wrong_ = false;
    }
    const std::string help = grid.pack.empty() ? std::string(scene.say(Word::kVerdictNoLaw))
                                               : scene.say(Word::kLawInForce, {scene.in(grid.law_vi, grid.law_en)});
    const FieldEvent event = text_field(scene.ui, scene.say(Word::kJudgedOn), date_,
                                        {.help = help,
                                         .error = date_wrong_ ? scene.say(Word::kBadDate) : std::string_view(),
                                         .placeholder = scene.say(Word::kDatePlaceholder),
                                         .width = scene.ui.phone() ? -1.0F : 320.0F});
    if (event.committed) {
        const auto date = typed_date(date_);
        date_wrong_ = !date || !*date;
        if (!date_wrong_) scene.app.set_law_date(**date);
    }
    if (grid.locked) {
        gap(kSpace2);
        banner(scene.ui, scene.say(Word::kVerdictLockedWhy, {scene.in(grid.reason_vi, grid.reason_en)}),
               ChipKind::kNotKnown);
    }
    gap(kSpace4);
}

/// The other ways of looking, as quiet links.
void TitlesScreen::draw_views(Scene& scene) {
    const std::size_t kept = scene.app.book().decisions.size();
    std::string kept_words(scene.say(Word::kVerdictKept));
    if (kept > 0) kept_words += " (" + std::to_string(kept) + ")";
    if (button(scene.ui, scene.say(Word::kVerdictCompareDates), {.icon = "compare"}))
        scene.app.go({app::Place::kTitles, 0, "so-ngay"});
    same_line();
    if (button(scene.ui, kept_words, {.icon = "fact_check"})) scene.app.go({app::Place::kTitles, 0, "da-luu"});
    gap(kSpace4);
}

void TitlesScreen::draw(Scene& scene) {
    const std::string view = scene.app.route().part;
    if (view == "thu" || view == "thu-don-vi") return what_if_.draw(scene, {view == "thu" ? scene.app.route().id : 0});
    if (view == "so-ngay") return two_dates_.draw(scene);
    if (view == "da-luu") return kept_.draw(scene);
    screen_title(scene, scene.say(Word::kTitlesTitle), scene.say(Word::kTitlesPurpose));
    draw_law(scene);
    draw_views(scene);
    const app::VerdictGrid& grid = scene.app.grid();
    const app::Route& route = scene.app.route();
    if (route.part.starts_with(kOfficePart)) which_ = 2;
    const std::array<std::string_view, 3> whom{scene.say(Word::kVerdictPeople), scene.say(Word::kVerdictForms),
                                               scene.say(Word::kVerdictOffice)};
    if (tabs(scene.ui, scene.say(Word::kVerdictWhich), whom, which_)) {
        title_ = 0;
        matrix_ = {};
        if (has_details(scene)) scene.app.go({app::Place::kTitles, 0, ""});
    }
    gap(kSpace3);
    if (which_ == 2) return draw_office(scene, grid);
    draw_people(scene, grid);
}

void TitlesScreen::draw_filter(Scene& scene, const app::VerdictGrid& grid) {
    std::vector<std::string> units{std::string(scene.say(Word::kVerdictAllUnits))};
    units.insert(units.end(), grid.units.begin(), grid.units.end());
    std::vector<std::string> titles{
        std::string(scene.say(which_ == 1 ? Word::kVerdictAllForms : Word::kVerdictAllTitles))};
    std::vector<int> columns;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        if (grid.columns[i].form != (which_ == 1)) continue;
        columns.push_back(static_cast<int>(i));
        titles.push_back(title_name(scene, grid.columns[i].title));
    }
    std::vector<std::string> outcomes{std::string(scene.say(Word::kVerdictAllStates))};
    for (const law::Outcome outcome : kOutcomeOrder) outcomes.emplace_back(outcome_word(scene, outcome));
    const bool with_units = units.size() > 2;
    const bool phone = scene.ui.phone();
    if (phone) {
        select(scene.ui, scene.say(Word::kVerdictTitle), titles, title_);
        gap(kSpace2);
        if (button(scene.ui, scene.say(Word::kVerdictFilter), {.icon = filter_open_ ? "chevron_up" : "filter"}))
            filter_open_ = !filter_open_;
    }
    if (!phone || filter_open_) {
        FieldRow row(scene, with_units ? 4 : 3);
        text_field(scene.ui, scene.say(Word::kVerdictSearch), filter_.text, {.width = row.width(), .icon = "search"});
        if (!phone) {
            row.next();
            select(scene.ui, scene.say(Word::kVerdictTitle), titles, title_, {.width = row.width()});
        }
        row.next();
        select(scene.ui, scene.say(Word::kVerdictState), outcomes, outcome_, {.width = row.width()});
        if (with_units) {
            row.next();
            select(scene.ui, scene.say(Word::kUnit), units, unit_, {.width = row.width()});
        }
    }
    if (!phone || filter_open_) {
        gap(kSpace2);
        checkbox(scene.ui, scene.say(Word::kVerdictRegisteredOnly), filter_.registered_only);
    }
    unit_ = std::clamp(unit_, 0, static_cast<int>(units.size()) - 1);
    title_ = std::clamp(title_, 0, static_cast<int>(titles.size()) - 1);
    filter_.unit = unit_ > 0 ? units[static_cast<std::size_t>(unit_)] : std::string();
    filter_.shown = columns;
    if (title_ > 0) filter_.shown = {columns[static_cast<std::size_t>(title_ - 1)]};
    filter_.outcome = outcome_ > 0 ? static_cast<int>(kOutcomeOrder[static_cast<std::size_t>(outcome_ - 1)]) : -1;
    const int sorted = matrix_.sort_column;
    filter_.sort_column = sorted >= 0 && sorted < static_cast<int>(filter_.shown.size())
                              ? filter_.shown[static_cast<std::size_t>(sorted)]
                              : -1;
    filter_.ascending = matrix_.ascending;
}

void TitlesScreen::renew(Scene& scene, const app::VerdictGrid& grid) {
    const bool english = scene.ui.language == Language::kEnglish;
    if (rows_revision_ == scene.app.revision() && rows_filter_ == filter_ && rows_english_ == english) return;
    rows_revision_ = scene.app.revision();
    rows_filter_ = filter_;
    rows_english_ = english;
    rows_ = app::filtered_rows(grid, filter_);
    columns_.clear();
    for (const int shown : filter_.shown) {
        const app::GridColumn& column = grid.columns[static_cast<std::size_t>(shown)];
        const app::OutcomeCounts counts = app::count_outcomes(grid, shown, rows_);
        MatrixColumn out;
        out.title = short_name(column.title);
        out.name = title_name(scene, column.title);
        out.note = counts_in_words(scene, counts);
        for (const law::Outcome outcome : kOutcomeOrder) {
            out.counts.emplace_back(chip_of(outcome), counts[static_cast<std::size_t>(outcome)]);
        }
        const std::string doubt = grid.locked ? std::string() : doubt_in_words(scene, column);
        out.doubtful = !doubt.empty();
        if (out.doubtful) out.note += "; " + doubt;
        columns_.push_back(std::move(out));
    }
}

void TitlesScreen::draw_people(Scene& scene, const app::VerdictGrid& grid) {
    if (grid.rows.empty()) {
        if (empty_state(scene.ui, "award", scene.say(Word::kNoRows), scene.say(Word::kPeopleNone),
                        scene.app.read_only() ? std::string_view() : scene.say(Word::kAddPerson))) {
            scene.app.go({app::Place::kPeople, 0, ""});
        }
        return;
    }
    draw_filter(scene, grid);
    renew(scene, grid);
    quiet(scene.ui, scene.say(Word::kVerdictShown, {std::to_string(rows_.size()), std::to_string(grid.rows.size())}),
          TextStyle::kSmall);
    gap(kSpace2);
    if (rows_.empty()) {
        if (empty_state(scene.ui, "filter", scene.say(Word::kVerdictNobody), {},
                        scene.say(Word::kVerdictClearFilter))) {
            filter_.text.clear();
            filter_.registered_only = false;
            unit_ = outcome_ = 0;
        }
        return;
    }
    const app::Route route = scene.app.route();
    matrix_.row = matrix_.column = -1;
    const std::string chosen = title_of(route);
    for (std::size_t i = 0; i < rows_.size() && has_details(scene) && route.id != 0; ++i) {
        if (grid.rows[static_cast<std::size_t>(rows_[i])].person.value == route.id) matrix_.row = static_cast<int>(i);
    }
    for (std::size_t i = 0; i < filter_.shown.size(); ++i) {
        if (grid.columns[static_cast<std::size_t>(filter_.shown[i])].title == chosen)
            matrix_.column = static_cast<int>(i);
    }
    const auto row_of = [&](int row) -> const app::GridRow& {
        return grid.rows[static_cast<std::size_t>(rows_[static_cast<std::size_t>(row)])];
    };
    const auto head = [&](int row) -> MatrixHead { return {row_of(row).name, row_of(row).position}; };
    const auto cell = [&](int row, int column) -> MatrixCell {
        const app::GridCell& one =
            row_of(row).cells[static_cast<std::size_t>(filter_.shown[static_cast<std::size_t>(column)])];
        return {chip_of(one.outcome), outcome_word(scene, one.outcome), one.registered, one.held,
                marks_in_words(scene, one)};
    };
    const MatrixEvent event = matrix(scene.ui, scene.say(Word::kVerdictTable), scene.say(Word::kFullName), columns_,
                                     static_cast<int>(rows_.size()), head, cell, matrix_);
    gap(kSpace2);
    quiet(scene.ui, scene.say(Word::kVerdictLegend), TextStyle::kSmall);
    if (!scene.app.read_only()) draw_for_all(scene, grid);
    if (event.row < 0) return;
    const base::Id<office::Person> person = row_of(event.row).person;
    if (event.column < 0) return scene.app.go({app::Place::kPerson, person.value, ""});
    const int column = filter_.shown[static_cast<std::size_t>(event.column)];
    scene.app.go({app::Place::kTitles, person.value, grid.columns[static_cast<std::size_t>(column)].title});
}

/// What an office knows of all its people at once: that its lists of awards and initiatives are complete.
void TitlesScreen::draw_for_all(Scene& scene, const app::VerdictGrid& grid) {
    gap(kSpace4);
    const std::string count = std::to_string(rows_.size());
    const std::string year = std::to_string(grid.year);
    begin_card(scene.ui, "for-all", scene.say(Word::kForAllTitle, {count}));
    heading(scene.ui, scene.say(Word::kForAllTitle, {count}), 3);
    quiet(scene.ui, scene.say(Word::kForAllHelp), TextStyle::kSmall);
    const int since = typed_number(since_, 2100);
    const bool wrong = !since_.empty() && (since_.size() != 4 || since < 1950);
    const FieldEvent event = text_field(scene.ui, scene.say(Word::kAskAllSince), since_,
                                        {.help = scene.say(Word::kAskAllSinceHelp, {std::to_string(grid.year - 1)}),
                                         .error = wrong ? scene.say(Word::kAskBadYear) : std::string_view(),
                                         .placeholder = std::to_string(grid.year - 10),
                                         .width = scene.ui.phone() ? -1.0F : 360.0F});
    gap(kSpace2);
    const bool this_year = button(scene.ui, scene.say(Word::kAskAllListed, {year}), {.icon = "done_all"});
    end_card(scene.ui);
    const bool years = event.committed && !wrong && !since_.empty();
    if (!this_year && !years) return;
    std::vector<base::Id<office::Person>> people;
    for (const int row : rows_) people.push_back(grid.rows[static_cast<std::size_t>(row)].person);
    const auto answer = [&](int of, const std::vector<std::string>& keys, const std::string& value) {
        scene.app.act(
            [&](store::Store& store) {
                return app::store_answer_for_all(store, people, of, keys, value, scene.app.today());
            },
            Scene::done(Word::kForAllKept, {count}));
    };
    if (this_year) {
        answer(grid.year, {"awards_listed", "initiatives_listed"}, "yes");
    } else {
        answer(0, {"history_from"}, since_);
        since_.clear();
    }
}

void TitlesScreen::draw_office(Scene& scene, const app::VerdictGrid& grid) {
    const std::array<Column, 3> columns{{
        {.title = scene.say(Word::kVerdictTitle)},
        {.title = scene.say(Word::kVerdictState), .width = 150, .importance = 1},
        {.title = scene.say(Word::kVerdictNotes), .width = 230, .importance = 2},
    }};
    const std::string chosen = title_of(scene.app.route());
    office_table_.current = -1;
    for (std::size_t i = 0; i < grid.office_columns.size() && has_details(scene); ++i) {
        if (grid.office_columns[i].title == chosen) office_table_.current = static_cast<int>(i);
    }
    heading(scene.ui, grid.office.name, 2);
    gap(kSpace2);
    const auto cell = [&](int row, int column) -> Cell {
        const auto at = static_cast<std::size_t>(row);
        const app::GridCell& one = grid.office.cells[at];
        if (column == 0) return {.text = title_name(scene, grid.office_columns[at].title), .strong = true};
        if (column == 1) return {.text = std::string(outcome_word(scene, one.outcome)), .chip = chip_of(one.outcome)};
        std::string note = marks_in_words(scene, one);
        const std::string doubt = grid.locked ? std::string() : doubt_in_words(scene, grid.office_columns[at]);
        if (!note.empty() && !doubt.empty()) note += "; ";
        return {.text = note + doubt, .quiet = true};
    };
    const TableEvent event =
        table(scene.ui, scene.say(Word::kVerdictOffice), columns, static_cast<int>(grid.office.cells.size()), cell,
              office_table_, {.empty_icon = "award"});
    if (event.pressed_row < 0) return;
    scene.app.go({app::Place::kTitles, 0,
                  std::string(kOfficePart) + grid.office_columns[static_cast<std::size_t>(event.pressed_row)].title});
}

void TitlesScreen::draw_details(Scene& scene) {
    const app::Route route = scene.app.route();
    const bool office = route.part.starts_with(kOfficePart);
    const base::Id<office::Person> subject{office ? 0 : route.id};
    const office::Person* person = app::find_person(scene.app.book(), subject);
    if (!office && person == nullptr) return quiet(scene.ui, scene.say(Word::kNoSuchPerson));
    heading(scene.ui, office ? scene.app.book().office.name : person->full_name, 2);
    const app::VerdictGrid& grid = scene.app.grid();
    const std::vector<app::GridColumn>& columns = office ? grid.office_columns : grid.columns;
    const std::string title = title_of(route);
    std::vector<std::string> names;
    int chosen = -1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        names.push_back(title_name(scene, columns[i].title));
        if (columns[i].title == title) chosen = static_cast<int>(i);
    }
    if (select(scene.ui, scene.say(Word::kVerdictTitle), names, chosen)) {
        scene.app.go(
            {app::Place::kTitles, route.id,
             (office ? std::string(kOfficePart) : std::string()) + columns[static_cast<std::size_t>(chosen)].title});
    }
    gap(kSpace3);
    panel_.draw(scene, subject, title);
    if (auto changes = panel_.take_trial()) {
        what_if_.begin(subject, std::move(*changes));
        scene.app.go({app::Place::kTitles, subject.value, office ? "thu-don-vi" : "thu"});
    }
}

}  // namespace thidua::ui
