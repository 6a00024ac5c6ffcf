#include "ui/screens/home.h"

#include <algorithm>
#include <cstdlib>

#include "imgui.h"
#include "office/title.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/text.h"
#include "ui/widgets/year_band.h"

namespace thidua::ui {
namespace {

constexpr std::size_t kMostDue = 8;
constexpr std::size_t kMostPeople = 8;

std::string when_text(const Scene& scene, const app::DueItem& item) {
    if (item.done) return std::string(scene.say(Word::kDoneShort));
    const std::string days = std::to_string(std::labs(item.days_left));
    if (item.days_left == 0) return std::string(scene.say(Word::kDueToday));
    if (item.days_left > 0) return scene.say(Word::kDaysLeft, {days});
    const bool task = item.kind == app::DueItem::Kind::kTask;
    return task ? scene.say(Word::kDaysLate, {days}) : std::string(scene.say(Word::kPassed));
}

void draw_due(Scene& scene, const app::HomeView& view) {
    heading(scene.ui, scene.say(Word::kDue), 2);
    if (view.due.empty()) quiet(scene.ui, scene.say(Word::kDueNone));
    std::size_t shown = 0;
    for (const app::DueItem& item : view.due) {
        // An anniversary that has passed says nothing to do.
        const bool passed = item.kind == app::DueItem::Kind::kOccasion && item.days_left < 0;
        if (passed || shown++ >= kMostDue) continue;
        const std::string date = base::to_numeric(item.date);
        const std::string when = when_text(scene, item);
        const bool task = item.kind == app::DueItem::Kind::kTask;
        const char* icon = item.done ? "check_circle" : task ? (item.days_left < 0 ? "warning" : "schedule") : "flag";
        ListRow row{.title = item.text, .subtitle = date, .icon = icon, .trailing = when, .chevron = true};
        if (list_row(scene.ui, "due" + std::to_string(shown), row)) scene.app.go(item.route);
    }
}

void draw_missing(Scene& scene, const app::HomeView& view) {
    heading(scene.ui, scene.say(Word::kMissing), 2);
    if (view.missing.empty()) quiet(scene.ui, scene.say(Word::kMissingNone));
    for (std::size_t i = 0; i < view.missing.size(); ++i) {
        const app::MissingItem& item = view.missing[i];
        ListRow row{.title = scene.in(item.vi, item.en), .icon = "question", .chevron = true};
        if (list_row(scene.ui, "missing" + std::to_string(i), row)) scene.app.go(item.route);
    }
}

/// The highest title whose conditions are met, and how many are met, lack facts, or are not met.
void draw_in_reach(Scene& scene) {
    const app::VerdictGrid& grid = scene.app.grid();
    heading(scene.ui, scene.say(Word::kInReach), 2);
    if (grid.rows.empty()) quiet(scene.ui, scene.say(Word::kInReachNone));
    for (std::size_t at = 0; at < std::min(grid.rows.size(), kMostPeople); ++at) {
        const app::GridRow& row = grid.rows[at];
        int met = 0;
        int not_known = 0;
        int not_met = 0;
        std::string best;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (grid.columns[i].form) continue;
            const law::Outcome outcome = row.cells[i].outcome;
            met += outcome == law::Outcome::kMet;
            not_known += outcome == law::Outcome::kNotKnown || outcome == law::Outcome::kForPerson;
            not_met += outcome == law::Outcome::kNotMet;
            const office::EmulationTitle* title = office::find_title(grid.columns[i].title);
            if (outcome == law::Outcome::kMet && title != nullptr) best = scene.in(title->vi, title->en);
        }
        const std::string counts =
            scene.say(Word::kMetCount, {std::to_string(met), std::to_string(not_known), std::to_string(not_met)});
        ListRow line{.title = row.name, .subtitle = best.empty() ? counts : best, .avatar = row.name, .chevron = true};
        if (list_row(scene.ui, "reach" + std::to_string(row.person.value), line)) {
            scene.app.go({app::Place::kPerson, row.person.value, ""});
        }
    }
    if (grid.rows.size() <= kMostPeople) return;
    gap(kSpace2);
    if (link(scene.ui, scene.say(Word::kVerdictSeeAll, {std::to_string(grid.rows.size())})))
        scene.app.go({app::Place::kTitles, 0, ""});
}

void draw_year(Scene& scene, const app::HomeView& view) {
    std::vector<YearMark> marks;
    std::vector<const app::DueItem*> items;
    for (const app::DueItem& item : view.due) {
        if (item.date.year != scene.app.book().office.year) continue;
        const bool task = item.kind == app::DueItem::Kind::kTask;
        marks.push_back({task ? YearMark::Kind::kDeadline : YearMark::Kind::kAnniversary, item.date, item.date,
                         item.text, item.done, task && !item.done && item.days_left < 0});
        items.push_back(&item);
    }
    if (marks.empty()) return;
    begin_card(scene.ui, "band", scene.say(Word::kYear));
    const int pressed =
        year_band(scene.ui, scene.say(Word::kYear), scene.app.book().office.year, marks, scene.app.today());
    end_card(scene.ui);
    gap(kSpace4);
    if (pressed >= 0) scene.app.go(items[static_cast<std::size_t>(pressed)]->route);
}

void draw_figure(Scene& scene, Word label, int part, int whole, float width) {
    const std::string name(scene.say(label));
    begin_card(scene.ui, name, name, width);
    quiet(scene.ui, name, TextStyle::kSmall);
    heading(scene.ui, scene.say(Word::kOfNumber, {std::to_string(part), std::to_string(whole)}), 3);
    end_card(scene.ui);
}

void draw_figures(Scene& scene, const app::HomeView& view) {
    const float space = kSpace4;
    const float whole = ImGui::GetContentRegionAvail().x;
    const bool phone = scene.ui.phone();
    const float width = phone ? 0 : (whole - 2 * space) / 3;
    draw_figure(scene, Word::kTasksDone, view.tasks.done, view.tasks.total, width);
    if (!phone) same_line(space);
    draw_figure(scene, Word::kPeopleRated, view.rated, view.people, width);
    if (!phone) same_line(space);
    draw_figure(scene, Word::kPeopleRegistered, view.registered, view.people, width);
    gap(kSpace4);
}

}  // namespace

void draw_home(Scene& scene) {
    const office::YearBook& book = scene.app.book();
    const app::HomeView& view = scene.app.home();
    screen_title(scene, scene.say(Word::kHomeTitle, {std::to_string(book.office.year)}),
                 scene.say(Word::kHomePurpose, {book.office.name}));
    if (scene.app.is_demo()) {
        if (banner(scene.ui, scene.say(Word::kDemoBanner), ChipKind::kForPerson, scene.say(Word::kNewPlan))) {
            scene.app.go({app::Place::kNewPlan, 0, ""});
        }
        gap(kSpace4);
    }
    draw_figures(scene, view);
    if (!scene.ui.phone()) draw_year(scene, view);
    const float whole = ImGui::GetContentRegionAvail().x;
    const bool two = scene.ui.width >= kWideWidth;
    const float left = two ? (whole - kSpace4) * 0.5F : 0;
    begin_card(scene.ui, "due", scene.say(Word::kDue), left);
    draw_due(scene, view);
    end_card(scene.ui);
    if (two) same_line(kSpace4);
    else gap(kSpace4);
    ImGui::BeginGroup();
    begin_card(scene.ui, "missing", scene.say(Word::kMissing), left);
    draw_missing(scene, view);
    end_card(scene.ui);
    gap(kSpace4);
    begin_card(scene.ui, "reach", scene.say(Word::kInReach), left);
    draw_in_reach(scene);
    end_card(scene.ui);
    ImGui::EndGroup();
}

}  // namespace thidua::ui
