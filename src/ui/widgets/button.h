#pragma once
// Buttons. One primary button a screen at most; destructive acts are kDanger and undoable.

#include <string_view>

#include "ui/ui.h"

namespace thidua::ui {

enum class ButtonKind { kSecondary, kPrimary, kQuiet, kDanger };

struct ButtonOptions {
    ButtonKind kind = ButtonKind::kSecondary;
    std::string_view icon = {};      ///< name in cmake/icons.txt, before the words
    bool enabled = true;
    float width = 0;                 ///< 0: as wide as its words, -1: what is available
    std::string_view tooltip = {};
    std::string_view description = {};  ///< for screen readers, when the words need help
};

/// True in the frame in which it is pressed (by pointer, Enter, Space, screen reader or test).
bool button(Ui& ui, std::string_view label, const ButtonOptions& options = {});
inline bool primary_button(Ui& ui, std::string_view label, std::string_view icon = {}, bool enabled = true) {
    return button(ui, label, {.kind = ButtonKind::kPrimary, .icon = icon, .enabled = enabled});
}
/// A square button with only an icon; `name` is its accessible name and tooltip.
bool icon_button(Ui& ui, std::string_view icon, std::string_view name, bool enabled = true);
/// A button that runs a command: words, icon, predicate and shortcut from the table.
bool command_button(Ui& ui, std::string_view command_id, ButtonKind kind = ButtonKind::kSecondary);
/// How wide button() will be.
float button_width(const Ui& ui, std::string_view label, bool with_icon);

}  // namespace thidua::ui
