#include "ui/screens/history.h"

#include <array>

#include "base/date.h"
#include "ui/screens/table_desk.h"
#include "ui/widgets/button.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr int kMostEntries = 500;

}  // namespace

void HistoryScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kHistoryTitle), scene.say(Word::kHistoryPurpose));
    if (revision_ != scene.app.revision()) {
        entries_ = scene.app.journal(kMostEntries);
        revision_ = scene.app.revision();
    }
    const bool can_undo = scene.app.can_undo();
    const bool can_redo = scene.app.can_redo();
    if (can_undo || can_redo) {
        if (button(scene.ui, scene.say(Word::kUndoOf, {can_undo ? scene.app.undo_words() : "–"}),
                   {.icon = "undo", .enabled = can_undo})) {
            scene.app.undo();
        }
        if (!scene.ui.phone()) same_line();
        if (button(scene.ui, scene.say(Word::kRedoOf, {can_redo ? scene.app.redo_words() : "–"}),
                   {.icon = "redo", .enabled = can_redo})) {
            scene.app.redo();
        }
        gap(kSpace4);
    }
    if (!entries_.empty()) {
        export_menu(scene, app::OfficeTable::kHistory);
        gap(kSpace4);
    }
    const std::array<Column, 2> columns{{
        {.title = scene.say(Word::kWhat)},
        {.title = scene.say(Word::kWhen), .width = 190, .importance = 1},
    }};
    const auto cell = [&](int row, int column) -> Cell {
        const store::JournalEntry& entry = entries_[static_cast<std::size_t>(row)];
        if (column == 1) return {.text = base::moment_in_vietnam(entry.at), .quiet = true};
        const bool undo = entry.kind == store::JournalEntry::Kind::kUndo;
        const bool redo = entry.kind == store::JournalEntry::Kind::kRedo;
        return {.text = entry.words, .icon = undo ? "undo" : redo ? "redo" : "check"};
    };
    table_.current = -1;
    table(scene.ui, scene.say(Word::kHistoryTitle), columns, static_cast<int>(entries_.size()), cell, table_,
          {.empty_icon = "history", .empty_text = scene.say(Word::kHistoryNone)});
    if (!entries_.empty() && scene.app.warnings().empty()) {
        gap(kSpace2);
        quiet(scene.ui, scene.say(Word::kChainHolds), TextStyle::kSmall);
    }
}

}  // namespace thidua::ui
