#pragma once
// The text field that has the keyboard, as ImGui holds it: its text and selection, for the browser's text agent.

#include <cstdint>
#include <string>

namespace thidua::platform {

/// Positions count code points of `text`.
struct TextField {
    std::uint32_t id = 0;  ///< the field's node; 0: no field has the keyboard
    std::string text;      ///< UTF-8
    int anchor = 0;        ///< where the selection began
    int caret = 0;         ///< equal to anchor: nothing is selected

    bool operator==(const TextField&) const = default;
};

/// The active field of the current ImGui context, as it was after the last frame.
TextField active_text_field();

/// Selects [anchor, caret) in the active field; false when `id` is not that field.
bool select_in_field(std::uint32_t id, int anchor, int caret);

}  // namespace thidua::platform
