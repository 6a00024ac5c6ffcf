#pragma once
// Menus that drop from a control, and the lists of selects.

#include <string_view>

#include "imgui_internal.h"
#include "ui/ui.h"

namespace thidua::ui {

/// Opens the menu `id` of the current ID scope; it closes by itself on choice, Escape or a press outside.
void open_menu(Ui& ui, const char* id);
/// True while it is open: then draw its items and call end_menu(). It stands below `anchor` (above where
/// there is no room), at least `width` wide. On a phone it is a sheet at the bottom edge.
/// Items are menu_item() under Role::kMenu, menu_option() under Role::kListbox.
bool begin_menu(Ui& ui, const char* id, std::string_view name, const ImRect& anchor, float width = 0,
                app::Role role = app::Role::kMenu);
void end_menu(Ui& ui);
bool menu_item(Ui& ui, std::string_view label, std::string_view icon = {}, std::string_view shortcut = {},
               bool enabled = true, bool danger = false);
/// An item that runs a command of the table.
bool menu_command(Ui& ui, std::string_view command_id);
/// An option of a list, with a tick when chosen.
bool menu_option(Ui& ui, std::string_view label, bool chosen);
void menu_separator(Ui& ui);
/// A button with a menu behind it: draws the button, returns true while the menu is open.
bool begin_menu_button(Ui& ui, std::string_view label, std::string_view icon);

}  // namespace thidua::ui
