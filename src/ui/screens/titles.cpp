#include "ui/screens/titles.h"

#include <algorithm>
#include <vector>

#include "imgui.h"
#include "office/title.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

using app::VerdictCell;
using app::VerdictMatrix;
using app::VerdictRow;

std::string_view title_words(const Scene& scene, std::string_view code) {
    const office::EmulationTitle* title = office::find_title(code);
    return title == nullptr ? code : scene.in(title->vi, title->en);
}

bool is_certain(law::Confidence confidence) { return confidence == law::Confidence::kSeen; }

/// One criterion and what the facts say; children below, indented.
void draw_node(Scene& scene, const law::TraceNode& node, int depth) {
    const float indent = static_cast<float>(depth) * kSpace3;
    if (indent > 0) ImGui::Indent(indent);
    const ChipKind kind = chip_of(node.outcome);
    chip(scene.ui, verdict_word(scene.ui, kind), kind);
    text(scene.ui, scene.in(node.vi, node.en));
    if (!node.found_vi.empty()) quiet(scene.ui, scene.in(node.found_vi, node.found_en), TextStyle::kSmall);
    std::string clause = node.clause;
    if (!is_certain(node.confidence)) clause += " (" + std::string(scene.say(Word::kUnverified)) + ")";
    if (!clause.empty()) quiet(scene.ui, clause, TextStyle::kSmall);
    gap(kSpace2);
    if (indent > 0) ImGui::Unindent(indent);
    for (const law::TraceNode& child : node.children) draw_node(scene, child, depth + 1);
}

template <class List>
void draw_list(Scene& scene, Word title, const List& list) {
    if (list.empty()) return;
    gap(kSpace2);
    heading(scene.ui, scene.say(title), 3);
    for (const auto& item : list) text(scene.ui, "• " + std::string(scene.in(item.vi, item.en)));
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

void TitlesScreen::draw_law(Scene& scene) {
    const VerdictMatrix& matrix = scene.app.verdicts();
    if (date_shown_ != matrix.on) {
        date_shown_ = matrix.on;
        date_ = base::to_numeric(matrix.on);
        date_wrong_ = false;
    }
    const FieldEvent event = text_field(scene.ui, scene.say(Word::kJudgedOn), date_,
                                        {.help = scene.say(Word::kLawInForce, {scene.in(matrix.law_vi, matrix.law_en)}),
                                         .error = date_wrong_ ? scene.say(Word::kBadDate) : std::string_view(),
                                         .placeholder = scene.say(Word::kDatePlaceholder),
                                         .width = scene.ui.phone() ? -1.0F : 320.0F});
    if (event.committed) {
        const auto date = typed_date(date_);
        date_wrong_ = !date || !*date;
        if (!date_wrong_) scene.app.set_law_date(**date);
    }
    if (matrix.locked) banner(scene.ui, scene.say(Word::kLawLocked), ChipKind::kNotKnown);
    gap(kSpace4);
}

void TitlesScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kTitlesTitle), scene.say(Word::kTitlesPurpose));
    draw_law(scene);
    const VerdictMatrix& matrix = scene.app.verdicts();
    std::vector<Column> columns{{.title = scene.say(Word::kFullName)}};
    for (const std::string& code : matrix.titles) {
        const office::EmulationTitle* title = office::find_title(code);
        columns.push_back({.title = title != nullptr ? title->short_vi : std::string_view(code),
                           .width = 140,
                           .importance = static_cast<int>(columns.size()) < 3 ? 1 : 3});
    }
    const auto cell = [&](int row, int column) -> Cell {
        const VerdictRow& entry = matrix.rows[static_cast<std::size_t>(row)];
        if (column == 0) return {.text = entry.name, .avatar = entry.name, .strong = true};
        const VerdictCell& verdict = entry.cells[static_cast<std::size_t>(column - 1)];
        const ChipKind kind = chip_of(verdict.verdict.outcome);
        Cell out{.text = std::string(verdict_word(scene.ui, kind)), .chip = kind};
        if (verdict.registered) out.icon = "flag";
        return out;
    };
    table_.current = -1;
    for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
        if (matrix.rows[i].person.value == scene.app.route().id) table_.current = static_cast<int>(i);
    }
    const TableEvent event =
        table(scene.ui, scene.say(Word::kTitlesTitle), columns, static_cast<int>(matrix.rows.size()), cell, table_,
              {.empty_icon = "award", .empty_text = scene.say(Word::kPeopleNone)});
    if (event.pressed_row < 0) return;
    const VerdictRow& row = matrix.rows[static_cast<std::size_t>(event.pressed_row)];
    scene.app.go({app::Place::kTitles, row.person.value, scene.app.route().part});
}

void TitlesScreen::draw_details(Scene& scene) {
    const VerdictMatrix& matrix = scene.app.verdicts();
    const app::Route route = scene.app.route();
    const auto row = std::find_if(matrix.rows.begin(), matrix.rows.end(), [&](const VerdictRow& r) { return r.person.value == route.id; });
    if (row == matrix.rows.end()) {
        quiet(scene.ui, scene.say(Word::kSelectVerdict));
        return;
    }
    heading(scene.ui, row->name, 2);
    std::vector<std::string> names;
    int chosen = 0;
    for (std::size_t i = 0; i < row->cells.size(); ++i) {
        names.emplace_back(title_words(scene, row->cells[i].title));
        if (row->cells[i].title == route.part) chosen = static_cast<int>(i);
    }
    if (row->cells.empty()) return;
    if (select(scene.ui, scene.say(Word::kTitlesTitle), names, chosen)) {
        scene.app.go({app::Place::kTitles, route.id, row->cells[static_cast<std::size_t>(chosen)].title});
    }
    gap(kSpace3);
    draw_reasons(scene, *row, row->cells[static_cast<std::size_t>(chosen)]);
}

void TitlesScreen::draw_reasons(Scene& scene, const VerdictRow& row, const VerdictCell& cell) {
    const law::Verdict& verdict = cell.verdict;
    verdict_chip(scene.ui, chip_of(verdict.outcome));
    if (verdict.missing.empty()) text(scene.ui, scene.in(verdict.summary_vi, verdict.summary_en), TextStyle::kBodyStrong);
    std::string clause = verdict.clause;
    if (!is_certain(verdict.confidence)) clause += " (" + std::string(scene.say(Word::kUnverified)) + ")";
    quiet(scene.ui, clause, TextStyle::kSmall);
    gap(kSpace3);
    const bool on = !cell.registered;
    if (!scene.app.read_only() &&
        button(scene.ui, scene.say(on ? Word::kRegister : Word::kUnregister), {.icon = on ? "flag" : "close"})) {
        const int year = scene.app.book().office.year;
        scene.app.act(
            [&](store::Store& store) {
                return store::set_registration(store, row.person, year, cell.title, on, scene.app.today());
            },
            Scene::done(Word::kRegistrationSaved, {row.name}));
    }
    if (!scene.app.read_only()) {
        same_line();
        if (button(scene.ui, scene.say(Word::kFillIn), {.kind = ButtonKind::kQuiet, .icon = "edit"})) {
            scene.app.go({app::Place::kPerson, row.person.value, ""});
        }
    }
    draw_list(scene, Word::kMissingFacts, verdict.missing);
    draw_list(scene, Word::kHumanQuestions, verdict.questions);
    draw_list(scene, Word::kSmallestChange, verdict.smallest_change);
    draw_list(scene, Word::kWarnings, verdict.warnings);
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kExplanation), 3);
    draw_node(scene, verdict.trace, 0);
}

}  // namespace thidua::ui
