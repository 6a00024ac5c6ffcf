#pragma once
// Grounds to put things on: cards, list rows, side by side columns.

#include <string_view>

#include "ui/ui.h"

namespace thidua::ui {

/// A surface with padding around what is drawn until end_card(). `name` makes it a region of the tree.
/// width 0: what is available.
void begin_card(Ui& ui, std::string_view id, std::string_view name = {}, float width = 0);
void end_card(Ui& ui);

struct ListRow {
    std::string_view title;
    std::string_view subtitle = {};
    std::string_view icon = {};       ///< on the left
    std::string_view avatar = {};     ///< a person's name: initials on the left instead of an icon
    std::string_view trailing = {};   ///< quiet words on the right
    bool selected = false;
    bool chevron = false;             ///< leads somewhere: a link to screen readers
    bool choice = false;              ///< pressing it does something here: a button to them
};
/// A row of a list that can be pressed; hairline below.
bool list_row(Ui& ui, std::string_view id, const ListRow& row);

/// Initials in a circle, with a quiet colour from the name; decorative.
void avatar(Ui& ui, std::string_view name, float size = 32);
void paint_avatar(Ui& ui, float x, float y, std::string_view name, float size);
/// "Nguyễn Thị Hồng Ánh" → "HA": the last two words, as Vietnamese call people.
std::string initials(std::string_view name);

/// Label in quiet text, value beside it: a line of a record.
void property(Ui& ui, std::string_view label, std::string_view value, float label_width = 120);

}  // namespace thidua::ui
