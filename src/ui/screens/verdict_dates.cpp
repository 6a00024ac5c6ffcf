// The same facts on two days.

#include <algorithm>
#include <array>

#include "app/council.h"
#include "imgui.h"
#include "ui/screens/law_marks.h"
#include "ui/screens/verdict_panel.h"
#include "ui/screens/verdict_views.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

std::string_view aspect_words(const Scene& scene, std::string_view aspect) {
    if (aspect == "decides") return scene.say(Word::kDatesAspectDecides);
    if (aspect == "ballot") return scene.say(Word::kDatesAspectBallot);
    if (aspect == "money") return scene.say(Word::kDatesAspectMoney);
    return scene.say(Word::kDatesAspectOutcome);
}

}  // namespace

void TwoDatesScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kDatesTitle), scene.say(Word::kDatesPurpose));
    if (button(scene.ui, scene.say(Word::kVerdictBackToTable), {.kind = ButtonKind::kQuiet, .icon = "arrow_left"})) {
        scene.app.go({app::Place::kTitles, 0, ""});
        return;
    }
    gap(kSpace3);
    draw_choice(scene);
    renew(scene);
    gap(kSpace4);
    draw_moves(scene);
    gap(kSpace4);
    draw_rules(scene);
}

void TwoDatesScreen::draw_choice(Scene& scene) {
    if (!begun_) {
        begun_ = true;
        unit_ = static_cast<int>(app::unit_kind_of(scene.app.book().office));
        first_ = scene.app.law_date();
        // The switch of 01/7/2025 is what most offices ask about.
        second_ =
            first_ < base::Date{2025, 7, 1} ? base::Date{2025, 7, 1} : base::Date{first_.year + 1, first_.month, 1};
        first_text_ = base::to_numeric(first_);
        second_text_ = base::to_numeric(second_);
    }
    const auto date_field = [&](Word label, std::string& typed, base::Date& date, float width) {
        const auto parsed = typed_date(typed);
        const bool wrong = !parsed || !*parsed;
        const FieldEvent event = text_field(scene.ui, scene.say(label), typed,
                                            {.error = wrong ? scene.say(Word::kBadDate) : std::string_view(),
                                             .placeholder = scene.say(Word::kDatePlaceholder),
                                             .width = width});
        if (!event.committed || wrong) return;
        date = **parsed;
        stale_ = true;
    };
    std::vector<std::string> subjects{std::string(scene.say(Word::kDatesEverybody)), scene.app.book().office.name};
    for (const app::GridRow& row : scene.app.grid().rows) subjects.push_back(row.name);
    who_ = std::clamp(who_, 0, static_cast<int>(subjects.size()) - 1);
    const std::array<std::string_view, 4> units{scene.say(Word::kDatesDistrict), scene.say(Word::kDatesCommune),
                                                scene.say(Word::kDatesProvince), scene.say(Word::kDatesEnterprise)};
    FieldRow row(scene, 4);
    date_field(Word::kDatesFirst, first_text_, first_, row.width());
    row.next();
    date_field(Word::kDatesSecond, second_text_, second_, row.width());
    row.next();
    stale_ |= select(scene.ui, scene.say(Word::kDatesWho), subjects, who_, {.width = row.width()});
    row.next();
    stale_ |= select(scene.ui, scene.say(Word::kDatesUnit), units, unit_, {.width = row.width()});
}

void TwoDatesScreen::renew(Scene& scene) {
    if (!stale_ && revision_ == scene.app.revision()) return;
    stale_ = false;
    revision_ = scene.app.revision();
    const app::VerdictGrid& grid = scene.app.grid();
    const office::YearBook& book = scene.app.book();
    moves_ = app::moves_between(scene.app.packs(), book, first_, second_);
    base::Id<office::Person> subject;
    if (who_ > 1) subject = grid.rows[static_cast<std::size_t>(who_ - 2)].person;
    if (who_ > 0) std::erase_if(moves_, [&](const app::OutcomeMove& move) { return move.person != subject; });
    if (who_ == 0 && !grid.rows.empty()) subject = grid.rows.front().person;
    rules_ =
        app::differences_between(scene.app.packs(), book, subject, static_cast<law::UnitKind>(unit_), first_, second_);
    if (who_ > 0) return;
    // For everybody the rules stand for themselves, whatever the one subject they were asked with has attained.
    std::erase_if(rules_, [](const law::Difference& one) { return one.aspect == "outcome"; });
    for (law::Difference& one :
         app::differences_between(scene.app.packs(), book, {}, static_cast<law::UnitKind>(unit_), first_, second_)) {
        const bool known = std::any_of(rules_.begin(), rules_.end(), [&](const law::Difference& r) {
            return r.title == one.title && r.aspect == one.aspect;
        });
        if (one.aspect != "outcome" && !known) rules_.push_back(std::move(one));
    }
}

void TwoDatesScreen::draw_moves(Scene& scene) {
    heading(scene.ui, scene.say(Word::kDatesMoves), 2);
    quiet(scene.ui, scene.say(Word::kDatesYear, {std::to_string(scene.app.grid().year)}), TextStyle::kSmall);
    gap(kSpace2);
    if (moves_.empty()) return quiet(scene.ui, scene.say(Word::kDatesNoMoves));
    const std::string before = scene.say(Word::kDatesBefore, {base::to_numeric(first_)});
    const std::string after = scene.say(Word::kDatesBefore, {base::to_numeric(second_)});
    const std::array<Column, 4> columns{{
        {.title = scene.say(Word::kKeptWho)},
        {.title = scene.say(Word::kVerdictTitle), .width = 260, .importance = 1},
        {.title = before, .width = 150, .importance = 1},
        {.title = after, .width = 150, .importance = 1},
    }};
    const auto cell = [&](int row, int column) -> Cell {
        const app::OutcomeMove& move = moves_[static_cast<std::size_t>(row)];
        if (column == 0) return {.text = move.name, .avatar = move.name, .strong = true};
        if (column == 1) return {.text = title_with_doubt(scene, static_cast<bool>(move.person), move.title)};
        const law::Outcome outcome = column == 2 ? move.before : move.after;
        return {.text = std::string(outcome_word(scene, outcome)), .chip = chip_of(outcome)};
    };
    moves_table_.current = -1;
    const TableEvent event =
        table(scene.ui, scene.say(Word::kDatesMoves), columns, static_cast<int>(moves_.size()), cell, moves_table_, {});
    if (event.pressed_row < 0) return;
    const app::OutcomeMove& move = moves_[static_cast<std::size_t>(event.pressed_row)];
    scene.app.go({app::Place::kTitles, move.person.value, move.person ? move.title : "don-vi." + move.title});
}

void TwoDatesScreen::draw_rules(Scene& scene) {
    heading(scene.ui, scene.say(Word::kDatesRules), 2);
    if (rules_.empty()) return quiet(scene.ui, scene.say(Word::kDatesNoRules));
    const std::string before = scene.say(Word::kDatesBefore, {base::to_numeric(first_)});
    const std::string after = scene.say(Word::kDatesBefore, {base::to_numeric(second_)});
    std::string_view title;
    for (std::size_t i = 0; i < rules_.size(); ++i) {
        const law::Difference& one = rules_[i];
        if (one.title != title) {
            if (i > 0) end_card(scene.ui);
            gap(kSpace3);
            title = one.title;
            const std::string name = title_name(scene, one.title);
            begin_card(scene.ui, one.title, name);
            heading(scene.ui, name, 3);
        }
        gap(kSpace2);
        text(scene.ui, aspect_words(scene, one.aspect), TextStyle::kBodyStrong);
        const auto side = [&](const std::string& when, std::string_view words, const std::string& clause) {
            std::string line = when + ": " + std::string(words);
            if (!clause.empty()) line += " (" + clause + ")";
            text(scene.ui, line);
        };
        side(before, scene.in(one.before_vi, one.before_en), one.clause_before);
        side(after, scene.in(one.after_vi, one.after_en), one.clause_after);
    }
    end_card(scene.ui);
}

}  // namespace thidua::ui
