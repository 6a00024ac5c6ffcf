#pragma once
// A matrix of verdicts: subjects downward, titles across, a chip in every crossing. The header and the first column
// stay while the rest scrolls; on a phone each subject is a card. Only what is in view is drawn.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/ui.h"
#include "ui/widgets/chip.h"

namespace thidua::ui {

struct MatrixColumn {
    std::string title;                             ///< short: "CSTĐCS"
    std::string name;                              ///< whole, for the tooltip and for screen readers
    std::string note;                              ///< counts and doubts in words, for both
    std::vector<std::pair<ChipKind, int>> counts;  ///< shown below the title
    bool doubtful = false;                         ///< carries a mark of doubt
};

struct MatrixHead {
    std::string name;
    std::string below;  ///< quiet, after the name; on a phone below it
};

struct MatrixCell {
    ChipKind kind = ChipKind::kNeutral;
    std::string_view text;
    bool flag = false;   ///< registered
    bool award = false;  ///< held
    std::string note;    ///< what the marks say, for screen readers
};

/// Kept by the screen between frames.
struct MatrixState {
    float scroll = 0;  ///< of the columns, CSS pixels
    int row = -1;      ///< of the chosen cell
    int column = -1;
    int sort_column = -1;  ///< -1: the first column
    bool ascending = true;
};

struct MatrixEvent {
    int row = -1;     ///< pressed; state.row and state.column are set already
    int column = -1;  ///< -1: the head of the row
    bool sort_changed = false;
};

/// `name` is the accessible name and the id; `first` the title of the first column.
MatrixEvent matrix(Ui& ui, std::string_view name, std::string_view first, std::span<const MatrixColumn> columns,
                   int rows, const std::function<MatrixHead(int row)>& head,
                   const std::function<MatrixCell(int row, int column)>& cell, MatrixState& state);

}  // namespace thidua::ui
