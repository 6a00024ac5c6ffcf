#pragma once
// Edits that come from outside ImGui (the web page's hidden text area, the clipboard, tests) on their
// way into the field that has the keyboard. Applied inside one frame, through InputText's callback or
// by the text area, so that they join the field's own undo.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/semantics.h"
#include "ui/key_typing.h"

struct ImGuiInputTextCallbackData;

namespace thidua::ui {

struct TextEdit {
    int delete_code_points = 0;  ///< before the caret; a selection is removed instead
    std::string insert;          ///< UTF-8
    bool all = false;            ///< replaces the whole text
    /// Code points from the start; ≥ 0: this is selected first.
    int anchor = -1;
    int caret = -1;
    bool select_only = false;    ///< nothing is removed or inserted
    bool keyed = false;          ///< single keys of a keyboard: the typing mode makes letters of them
};

/// What the active field holds. Positions count code points; equal ones: nothing is selected.
struct FieldText {
    std::string text;
    int anchor = 0;
    int caret = 0;
};

class TextInput {
public:
    KeyTyping typing;

    void push(TextEdit edit) { edits_.push_back(std::move(edit)); }
    bool pending() const { return !edits_.empty(); }
    void begin_frame();
    /// Edits that no field took are dropped: there was nothing to type into.
    void end_frame();

    // --- the field that has the keyboard ---------------------------------------------------------

    /// Called by the active field once a frame; `selection` is the selected text.
    void set_active(std::uint32_t id, bool multiline, bool read_only, std::string_view selection);
    void set_caret(app::Rect caret) { caret_ = caret; }
    std::vector<TextEdit> take_edits();

    std::uint32_t active() const { return active_; }
    bool writable() const { return active_ != 0 && !read_only_; }
    bool multiline() const { return multiline_; }
    const std::string& selection() const { return selection_; }
    const FieldText& text() const { return text_; }
    /// Called by the active field once a frame; positions in bytes.
    void set_text(std::string_view text, std::size_t anchor, std::size_t caret);
    app::Rect caret() const { return caret_; }

    /// What `edit` removes and inserts where `before` stands before the caret (nothing is selected).
    TextEdit resolved(TextEdit edit, std::string_view before);
    /// To be called from a CallbackAlways: applies what waits and notes the selection.
    void apply(ImGuiInputTextCallbackData& data, bool multiline);

private:
    std::vector<TextEdit> edits_;
    std::uint32_t active_ = 0;
    bool seen_ = false;
    bool multiline_ = false;
    bool read_only_ = false;
    std::string selection_;
    FieldText text_;
    app::Rect caret_;
};

/// Bytes before code point `count` of `text`; its size when there are fewer.
std::size_t bytes_before(std::string_view text, int count);
/// `text` made fit for one line: line breaks and tabs become single spaces.
std::string one_line(std::string_view text);

}  // namespace thidua::ui
