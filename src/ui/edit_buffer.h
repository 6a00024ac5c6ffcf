#pragma once
// Editing a UTF-8 text: caret, selection, undo merged by time. No drawing; the text belongs to the caller.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::ui {

class EditBuffer {
public:
    explicit EditBuffer(std::string& text) : text_(&text) {}
    /// The caller's text may have moved or changed: positions are put back inside it.
    void attach(std::string& text);

    std::size_t caret() const { return caret_; }
    std::size_t first() const { return caret_ < anchor_ ? caret_ : anchor_; }
    std::size_t last() const { return caret_ < anchor_ ? anchor_ : caret_; }
    bool has_selection() const { return caret_ != anchor_; }
    std::string_view selection() const { return std::string_view(*text_).substr(first(), last() - first()); }

    void move_to(std::size_t position, bool select);
    void select_all() { anchor_ = 0; caret_ = text_->size(); }
    void select_word_at(std::size_t position);
    std::size_t next(std::size_t from) const;           ///< one code point on
    std::size_t previous(std::size_t from) const;
    std::size_t next_word(std::size_t from) const;      ///< start of the following word
    std::size_t previous_word(std::size_t from) const;

    /// Replaces the selection, or inserts. `now` in seconds: edits within one second are undone together,
    /// except that a break in the line starts anew.
    void insert(std::string_view text, double now);
    /// Removes the selection, or from the caret to `to`.
    void erase_to(std::size_t to, double now);
    void replace_all(std::string_view text, double now);
    bool undo();
    bool redo();

private:
    struct Snapshot {
        std::string text;
        std::size_t caret, anchor;
    };
    void remember(double now);

    std::string* text_;
    std::size_t caret_ = 0, anchor_ = 0;
    std::vector<Snapshot> undo_, redo_;
    double last_edit_ = -10;
};

}  // namespace thidua::ui
