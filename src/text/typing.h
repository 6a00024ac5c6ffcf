#pragma once
// Typing Vietnamese with an ordinary keyboard: Telex, VNI, VIQR. A pure state machine: the text of a word is a function
// of the keys pressed for it, so that backspace, replay and tests need no history.

#include <string>
#include <string_view>

#include "text/letters.h"

namespace thidua::text {

enum class TypingMethod { kTelex, kVni, kViqr };

struct TypingStyle {
    TypingMethod method = TypingMethod::kTelex;
    ToneStyle tone_style = ToneStyle::kOld;
    bool spelling_guard = true;  ///< "windows" stays "windows"
};

/// What `keys` (ASCII or already typed letters) come out as. Marks may be typed anywhere behind their letter; pressing a
/// mark's key again undoes it and types the key. Blanks and punctuation end words.
std::string typed(std::string_view keys, const TypingStyle& style);

/// The word under the caret while it is being typed.
class Typing {
  public:
    explicit Typing(const TypingStyle& style) : style_(style) {}

    /// The word as it now reads.
    std::string press(char key) {
        keys_.push_back(key);
        return word();
    }
    /// Takes back the last key; false when there is none.
    bool take_back() {
        if (keys_.empty()) return false;
        keys_.pop_back();
        return true;
    }
    std::string word() const { return typed(keys_, style_); }
    const std::string& keys() const { return keys_; }
    void end_word() { keys_.clear(); }

  private:
    TypingStyle style_;
    std::string keys_;
};

}  // namespace thidua::text
