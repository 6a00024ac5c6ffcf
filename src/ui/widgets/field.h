#pragma once
// Fields to type into: label above, help or error below.

#include <cstddef>
#include <string>
#include <string_view>

#include "ui/ui.h"

namespace thidua::ui {

/// More that a field of several lines can do, for text that has a form (text_area).
struct TextMarks {
    bool numbered = false;         ///< numbers of the lines on the left
    std::size_t begin = 0;         ///< what is wrong, in bytes; its line's number is marked too
    std::size_t end = 0;           ///< 0: nothing is
    std::string_view insert = {};  ///< goes in where the caret is or was last, and the keyboard comes along
    bool own_lines = false;        ///< … on lines of its own
    bool go_to_mark = false;       ///< the caret goes to `begin`, and the keyboard comes along
};

struct FieldOptions {
    std::string_view help = {};
    std::string_view error = {};        ///< replaces the help; the edge turns red
    std::string_view placeholder = {};
    float width = -1;                   ///< -1: what is available
    bool required = false;
    bool enabled = true;
    bool hide_label = false;            ///< the label stays the accessible name
    std::string_view icon = {};         ///< inside, on the left
    bool focus = false;                 ///< takes the keyboard in this frame
    bool keep = false;                  ///< Enter leaves the keyboard here, with all selected (one-line fields)
    /// `value` is another one than the field showed: one that has the keyboard takes it, all selected, and its undo
    /// begins anew (one-line fields).
    bool replace = false;
    TextMarks marks = {};
};

struct FieldEvent {
    bool changed = false;     ///< the text differs from the frame before
    bool committed = false;   ///< left after a change, or Enter: the moment to save
    bool entered = false;     ///< Enter was pressed (one-line fields)
    bool active = false;      ///< has the keyboard
    explicit operator bool() const { return changed; }
};

FieldEvent text_field(Ui& ui, std::string_view label, std::string& value, const FieldOptions& options = {});
/// A field with a magnifier and a button that clears it.
FieldEvent search_field(Ui& ui, std::string_view label, std::string& value, float width = -1);
/// Several lines, wrapped at words; `lines` is the height in lines of text.
FieldEvent text_area(Ui& ui, std::string_view label, std::string& value, int lines = 4,
                     const FieldOptions& options = {});
/// Read-only text that can be selected and copied, wrapped, as high as it needs.
void selectable_text(Ui& ui, std::string_view id, std::string_view text, TextStyle style = TextStyle::kBody);

}  // namespace thidua::ui
