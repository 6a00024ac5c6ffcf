#include "ui/key_typing.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "text/letters.h"
#include "text/typing.h"

namespace thidua::ui {
namespace {

constexpr std::size_t kLongestWord = 24;  // letters; the longest syllable has 7

bool starts_letter(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// The change from `from` to `to` at the end of a text.
KeyTyping::Replacement difference(std::string_view from, std::string_view to) {
    std::size_t same = 0;
    while (same < from.size() && same < to.size() && from[same] == to[same]) ++same;
    while (!starts_letter(from, same) || !starts_letter(to, same)) --same;
    return {static_cast<int>(base::code_point_count(from.substr(same))), std::string(to.substr(same))};
}

/// The letters at the end of `text`.
std::string_view last_word(std::string_view text) {
    std::size_t at = text.size();
    for (std::size_t letters = 0; at > 0 && letters <= kLongestWord; ++letters) {
        std::size_t start = at - 1;
        while (start > 0 && !starts_letter(text, start)) --start;
        std::size_t next = start;
        if (!text::is_letter(base::next_code_point(text, next))) break;
        at = start;
    }
    return text.substr(at);
}

std::string typed(std::string_view keys, TypingMode mode) {
    text::TypingStyle style;
    style.method = mode == TypingMode::kVni    ? text::TypingMethod::kVni
                   : mode == TypingMode::kViqr ? text::TypingMethod::kViqr
                                               : text::TypingMethod::kTelex;
    return text::typed(keys, style);
}

bool has_vietnamese_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c >= 0x80 && text::is_letter(c)) return true;
    }
    return false;
}

}  // namespace

void KeyTyping::set_mode(TypingMode mode) {
    mode_ = mode;
    end_word();
}

void KeyTyping::end_word() {
    keys_.clear();
    shown_.clear();
    marked_ = false;
}

bool KeyTyping::take_yielded() { return std::exchange(yielded_, false); }

void KeyTyping::composed(std::string_view text) {
    if (mode_ == TypingMode::kOff || !has_vietnamese_letter(text)) return;
    set_mode(TypingMode::kOff);
    yielded_ = true;
}

/// Makes `keys_` the keys of the word before the caret; false when it is none that keys could have made.
bool KeyTyping::follow(std::string_view before) {
    const std::string_view word = last_word(before);
    if (!shown_.empty() && before.size() >= shown_.size() && before.substr(before.size() - shown_.size()) == shown_ &&
        word.size() <= shown_.size()) {
        return true;
    }
    end_word();
    if (word.empty()) return true;
    // A word that was there already is taken as typed: marks may still be put on it.
    if (typed(word, mode_) != word) return false;
    keys_ = shown_ = word;
    return true;
}

std::string KeyTyping::one(std::string_view before, std::string_view character, std::size_t& erase_bytes) {
    erase_bytes = 0;
    if (mode_ == TypingMode::kOff) return std::string(character);
    if (character.size() != 1) {
        composed(character);
        end_word();
        return std::string(character);
    }
    if (!follow(before) || shown_.size() > kLongestWord * 3) {
        end_word();
        return std::string(character);
    }
    std::string next = typed(keys_ + std::string(character), mode_);
    const bool added = next == shown_ + std::string(character);
    if (added && !text::is_letter(static_cast<unsigned char>(character[0]))) {
        end_word();
        return std::string(character);
    }
    erase_bytes = shown_.size();
    keys_ += character;
    shown_ = std::move(next);
    marked_ = !added;
    return shown_;
}

KeyTyping::Replacement KeyTyping::press(std::string_view before, std::string_view characters) {
    std::string text(before);
    for (std::size_t at = 0; at < characters.size();) {
        const std::size_t start = at;
        base::next_code_point(characters, at);
        std::size_t erase = 0;
        const std::string insert = one(text, characters.substr(start, at - start), erase);
        text.resize(text.size() - std::min(erase, text.size()));
        text += insert;
    }
    return difference(before, text);
}

std::optional<KeyTyping::Replacement> KeyTyping::take_back(std::string_view before) {
    const bool mine = mode_ != TypingMode::kOff && marked_ && !keys_.empty() && before.size() >= shown_.size() &&
                      before.substr(before.size() - shown_.size()) == shown_;
    if (!mine) {
        end_word();
        return std::nullopt;
    }
    keys_.pop_back();  // a marking key is a letter, figure or sign of ASCII
    const std::string next = typed(keys_, mode_);
    const Replacement change = difference(shown_, next);
    shown_ = next;
    marked_ = false;
    return change;
}

}  // namespace thidua::ui
