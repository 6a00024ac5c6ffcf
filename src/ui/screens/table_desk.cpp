#include "ui/screens/table_desk.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/table_desk.h"
#include "imgui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr std::size_t kMostShown = 12;
/// Shorter work needs no word about it.
constexpr double kPatience = 0.3;

std::vector<app::Field> choices(app::ImportKind kind) {
    std::vector<app::Field> fields{app::Field::kIgnored};
    for (const app::Field field : app::fields_of(kind)) fields.push_back(field);
    for (const app::Field field : {app::Field::kFamilyName, app::Field::kGivenName}) {
        if (app::takes(kind, field)) fields.push_back(field);
    }
    return fields;
}

}  // namespace

void export_menu(Scene& scene, app::OfficeTable table) {
    const app::OfficeTableInfo& info = app::info(table);
    const std::string label = scene.say(Word::kExportTable, {scene.in(info.vi, info.en)});
    if (!begin_menu_button(scene.ui, label, "download")) return;
    if (menu_item(scene.ui, scene.say(Word::kToExcel), "table"))
        scene.app.outbox().table(table, app::TableFormat::kXlsx);
    if (menu_item(scene.ui, scene.say(Word::kToCsv), "file")) scene.app.outbox().table(table, app::TableFormat::kCsv);
    end_menu(scene.ui);
}

void TableDialogs::draw(Scene& scene) {
    draw_import(scene);
    draw_progress(scene);
}

void TableDialogs::draw_import(Scene& scene) {
    app::TableDesk& desk = scene.app.tables();
    const bool lies_here = desk.current() != nullptr;
    if (lies_here && !importing_) importing_ = true;
    bool open = importing_ && lies_here;
    if (!begin_dialog(scene.ui, scene.say(Word::kImportTable), open, 760)) {
        if (importing_ && lies_here && !open) desk.discard();
        importing_ = desk.current() != nullptr;
        return;
    }
    app::TableImport& import = *desk.current();
    if (!import.name().empty()) {
        quiet(scene.ui, import.name());
        gap(kSpace2);
    }
    if (import.grids().size() > 1) {
        std::vector<std::string> names;
        for (const sheet::Grid& grid : import.grids()) names.push_back(grid.name);
        int chosen = static_cast<int>(import.grid());
        if (select(scene.ui, scene.say(Word::kImportSheet), names, chosen)) {
            import.choose_grid(static_cast<std::size_t>(chosen), scene.app.book());
        }
    }
    std::vector<std::string> kinds;
    for (const app::ImportKindInfo& kind : app::import_kinds()) kinds.emplace_back(scene.in(kind.vi, kind.en));
    int kind = static_cast<int>(import.kind());
    if (select(scene.ui, scene.say(Word::kImportKindField), kinds, kind)) {
        import.choose_kind(static_cast<app::ImportKind>(kind), scene.app.book());
    }
    gap(kSpace3);
    if (import.trouble() != nullptr) {
        banner(scene.ui, scene.in(import.trouble()->vi, import.trouble()->en), ChipKind::kNotMet);
        gap(kSpace3);
    } else if (import.reading()) {
        const std::size_t all = import.all_rows();
        progress(scene.ui, scene.say(Word::kImportReading, {std::to_string(import.read_rows()), std::to_string(all)}),
                 static_cast<float>(import.read_rows()) / static_cast<float>(std::max<std::size_t>(1, all)));
        gap(kSpace3);
    } else {
        draw_rows(scene);
    }
    draw_columns(scene);
    const std::size_t changes = import.changes();
    if (dialog_buttons(scene.ui, scene.say(Word::kImportAccept, {std::to_string(changes)}), open,
                       changes > 0 && !scene.app.read_only())) {
        desk.accept();
    }
    end_dialog(scene.ui);
    if (!open) desk.discard();
    importing_ = desk.current() != nullptr;
}

void TableDialogs::draw_columns(Scene& scene) {
    app::TableImport& import = *scene.app.tables().current();
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kImportColumns), 3);
    quiet(scene.ui, scene.say(Word::kImportColumnsHelp));
    gap(kSpace1);
    const std::vector<app::Field> fields = choices(import.kind());
    std::vector<std::string> names;
    for (const app::Field field : fields) names.emplace_back(scene.in(app::info(field).vi, app::info(field).en));
    for (std::size_t at = 0; at < import.columns().size(); ++at) {
        const std::string example = import.example(at);
        if (example.empty() && import.columns()[at] == app::Field::kIgnored) continue;
        const auto found = std::find(fields.begin(), fields.end(), import.columns()[at]);
        int chosen = found == fields.end() ? 0 : static_cast<int>(found - fields.begin());
        const std::string label = import.heading(at) + "##column" + std::to_string(at);
        if (select(scene.ui, label, names, chosen, {.help = example})) {
            import.choose_column(at, fields[static_cast<std::size_t>(chosen)], scene.app.book());
        }
        gap(kSpace1);
    }
}

void TableDialogs::draw_rows(Scene& scene) {
    using Effect = app::ImportedRow::Effect;
    const app::TableImport& import = *scene.app.tables().current();
    const auto count = [&](Effect effect) {
        return std::to_string(std::count_if(import.rows().begin(), import.rows().end(),
                                            [&](const app::ImportedRow& row) { return row.effect == effect; }));
    };
    text(scene.ui,
         scene.say(Word::kImportSummary, {count(Effect::kNew), count(Effect::kChanged), count(Effect::kSame),
                                          std::to_string(import.refused().size())}),
         TextStyle::kBodyStrong);
    if (!import.refused().empty()) {
        gap(kSpace2);
        heading(scene.ui, scene.say(Word::kImportRefused), 3);
        for (std::size_t at = 0; at < std::min(import.refused().size(), kMostShown); ++at) {
            const app::RefusedTableRow& row = import.refused()[at];
            text_colored(scene.ui, scene.say(Word::kImportRow, {std::to_string(row.number), scene.in(row.vi, row.en)}),
                         scene.ui.theme().not_met.text);
            text_line(scene.ui, row.text);
        }
        if (import.refused().size() > kMostShown) {
            quiet(scene.ui, scene.say(Word::kMoreRows, {std::to_string(import.refused().size() - kMostShown)}));
        }
    }
    if (import.rows().empty()) return;
    gap(kSpace2);
    heading(scene.ui, scene.say(Word::kImportRows), 3);
    for (std::size_t at = 0; at < std::min(import.rows().size(), kMostShown); ++at) {
        const app::ImportedRow& row = import.rows()[at];
        const Word effect = row.effect == Effect::kNew       ? Word::kImportNew
                            : row.effect == Effect::kChanged ? Word::kImportChanged
                                                             : Word::kImportSame;
        std::string line = row.subject;
        if (!row.detail.empty()) line += " · " + row.detail;
        text_line(scene.ui, line + " (" + std::string(scene.say(effect)) + ")");
    }
    if (import.rows().size() > kMostShown) {
        quiet(scene.ui, scene.say(Word::kMoreRows, {std::to_string(import.rows().size() - kMostShown)}));
    }
}

void TableDialogs::draw_progress(Scene& scene) {
    const app::Outbox::Progress* now = scene.app.outbox().progress();
    if (now == nullptr) {
        began_ = -1;
        working_ = false;
    } else if (began_ < 0) {
        began_ = scene.ui.now;
    } else if (scene.ui.now - began_ > kPatience) {
        working_ = true;
    }
    bool open = working_;
    if (!begin_dialog(scene.ui, scene.say(Word::kWorking), open, 420)) {
        if (working_ && !open) scene.app.outbox().cancel();
        return;
    }
    if (now != nullptr) {
        const float part = now->all == 0 ? 0 : static_cast<float>(now->done) / static_cast<float>(now->all);
        progress(scene.ui, scene.in(now->vi, now->en), part);
        quiet(scene.ui, scene.say(Word::kDoneOf, {std::to_string(now->done), std::to_string(now->all)}));
    }
    gap(kSpace3);
    if (button(scene.ui, scene.say(Word::kStop), {.icon = "close"})) open = false;
    if (!open) ImGui::CloseCurrentPopup();
    end_dialog(scene.ui);
    if (!open) {
        scene.app.outbox().cancel();
        working_ = false;
    }
}

}  // namespace thidua::ui
