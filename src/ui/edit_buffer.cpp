#include "ui/edit_buffer.h"

#include <algorithm>

namespace thidua::ui {
namespace {

constexpr std::size_t kMostSteps = 100;
constexpr double kMergeSeconds = 1.0;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }
bool blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

}  // namespace

void EditBuffer::attach(std::string& text) {
    text_ = &text;
    const auto inside = [&](std::size_t at) {
        at = std::min(at, text.size());
        while (at > 0 && at < text.size() && continues(text[at])) --at;
        return at;
    };
    caret_ = inside(caret_);
    anchor_ = inside(anchor_);
}

void EditBuffer::move_to(std::size_t position, bool select) {
    caret_ = std::min(position, text_->size());
    if (!select) anchor_ = caret_;
    last_edit_ = -10;
}

void EditBuffer::select_word_at(std::size_t position) {
    const std::string& t = *text_;
    std::size_t from = std::min(position, t.size());
    while (from > 0 && !blank(t[from - 1])) --from;
    std::size_t to = std::min(position, t.size());
    while (to < t.size() && !blank(t[to])) ++to;
    anchor_ = from;
    caret_ = to;
}

std::size_t EditBuffer::next(std::size_t from) const {
    if (from >= text_->size()) return text_->size();
    ++from;
    while (from < text_->size() && continues((*text_)[from])) ++from;
    return from;
}

std::size_t EditBuffer::previous(std::size_t from) const {
    if (from == 0) return 0;
    --from;
    while (from > 0 && continues((*text_)[from])) --from;
    return from;
}

std::size_t EditBuffer::next_word(std::size_t from) const {
    while (from < text_->size() && !blank((*text_)[from])) ++from;
    while (from < text_->size() && blank((*text_)[from])) ++from;
    return from;
}

std::size_t EditBuffer::previous_word(std::size_t from) const {
    while (from > 0 && blank((*text_)[from - 1])) --from;
    while (from > 0 && !blank((*text_)[from - 1])) --from;
    return from;
}

void EditBuffer::remember(double now) {
    redo_.clear();
    const bool merge = !undo_.empty() && now - last_edit_ < kMergeSeconds;
    last_edit_ = now;
    if (merge) return;
    undo_.push_back({*text_, caret_, anchor_});
    if (undo_.size() > kMostSteps) undo_.erase(undo_.begin());
}

void EditBuffer::insert(std::string_view text, double now) {
    if (text.empty() && !has_selection()) return;
    if (has_selection()) last_edit_ = -10;
    remember(now);
    const std::size_t from = first();
    text_->replace(from, last() - from, text);
    caret_ = anchor_ = from + text.size();
    if (text.find('\n') != std::string_view::npos) last_edit_ = -10;
}

void EditBuffer::erase_to(std::size_t to, double now) {
    if (!has_selection()) {
        if (to == caret_) return;
        anchor_ = std::min(to, text_->size());
        const std::size_t keep = caret_;
        remember(now);
        if (!undo_.empty() && undo_.back().anchor != undo_.back().caret && undo_.back().text == *text_) {
            undo_.back().caret = undo_.back().anchor = keep;
        }
    } else {
        last_edit_ = -10;
        remember(now);
    }
    const std::size_t from = first();
    text_->erase(from, last() - from);
    caret_ = anchor_ = from;
}

void EditBuffer::replace_all(std::string_view text, double now) {
    last_edit_ = -10;
    remember(now);
    *text_ = text;
    caret_ = anchor_ = text.size();
}

bool EditBuffer::undo() {
    if (undo_.empty()) return false;
    redo_.push_back({*text_, caret_, anchor_});
    *text_ = std::move(undo_.back().text);
    caret_ = undo_.back().caret;
    anchor_ = undo_.back().anchor;
    undo_.pop_back();
    last_edit_ = -10;
    return true;
}

bool EditBuffer::redo() {
    if (redo_.empty()) return false;
    undo_.push_back({*text_, caret_, anchor_});
    *text_ = std::move(redo_.back().text);
    caret_ = redo_.back().caret;
    anchor_ = redo_.back().anchor;
    redo_.pop_back();
    last_edit_ = -10;
    return true;
}

}  // namespace thidua::ui
