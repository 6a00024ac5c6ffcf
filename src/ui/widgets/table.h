#pragma once
// Tables: a header that sticks, hairlines, numbers on the right, sort marks, selection, an empty state;
// on a phone each row is a card. Only what is in view is drawn, so a hundred thousand rows are fine.
// The table scrolls with the region it stands in.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "ui/ui.h"
#include "ui/widgets/chip.h"

namespace thidua::ui {

struct Column {
    std::string_view title;
    float width = 0;          ///< CSS pixels; 0: shares what is left
    bool number = false;      ///< right-aligned
    bool sortable = false;
    /// Narrow tables drop the highest first; 0 always stays. Cards on a phone show columns up to 2.
    int importance = 0;
};

struct Cell {
    std::string text;
    std::optional<ChipKind> chip = {};  ///< the text stands in a chip
    std::string_view icon = {};
    std::string_view avatar = {};       ///< a person's name: initials before the text
    bool strong = false;
    bool quiet = false;
};

/// Kept by the screen between frames.
struct TableState {
    int sort_column = -1;
    bool ascending = true;
    int current = -1;                     ///< the row whose details are shown; -1: none
    bool multiple = false;                ///< rows have checkboxes
    std::unordered_set<int> selected;     ///< with `multiple`
};

struct TableOptions {
    std::string_view empty_icon = "inbox";
    std::string_view empty_title = {};    ///< "": a general sentence
    std::string_view empty_text = {};
    std::string_view empty_action = {};
};

struct TableEvent {
    int pressed_row = -1;       ///< its details are wanted; state.current is set already
    bool sort_changed = false;  ///< the screen sorts its rows by state.sort_column
    bool selection_changed = false;
    bool empty_action = false;
};

/// `cell(row, column)` is asked for the rows in view only. `name` is the accessible name and the id.
TableEvent table(Ui& ui, std::string_view name, std::span<const Column> columns, int rows,
                 const std::function<Cell(int row, int column)>& cell, TableState& state,
                 const TableOptions& options = {});

}  // namespace thidua::ui
