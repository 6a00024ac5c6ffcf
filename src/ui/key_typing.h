#pragma once
// Vietnamese letters from the keys of an ordinary keyboard, in whatever field has it: text/typing.h between the
// keyboard and the field. Whoever writes Vietnamese by an input method of the system is left alone: the first letter
// that only such a method writes turns this one off, so that nothing is ever marked twice.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace thidua::ui {

enum class TypingMode { kOff, kTelex, kVni, kViqr };

class KeyTyping {
public:
    struct Replacement {
        int erase = 0;  ///< code points before the caret
        std::string insert;
    };

    TypingMode mode() const { return mode_; }
    void set_mode(TypingMode mode);

    /// What characters pressed one after the other come to; `before` is the field's text up to the caret.
    Replacement press(std::string_view before, std::string_view characters);
    /// Backspace right behind a key that only marked letters takes the mark back. Nullopt: an ordinary Backspace.
    std::optional<Replacement> take_back(std::string_view before);
    /// Text that an input method of the system composed: when it is Vietnamese, this one steps back.
    void composed(std::string_view text);
    /// True once after the mode turned itself off.
    bool take_yielded();

private:
    std::string one(std::string_view before, std::string_view character, std::size_t& erase_bytes);
    bool follow(std::string_view before);
    void end_word();

    TypingMode mode_ = TypingMode::kOff;
    std::string keys_;     ///< of the word under way
    std::string shown_;    ///< what they came to
    bool marked_ = false;  ///< the last key changed letters instead of adding one
    bool yielded_ = false;
};

}  // namespace thidua::ui
