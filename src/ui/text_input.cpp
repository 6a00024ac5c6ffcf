#include "ui/text_input.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "imgui.h"

namespace thidua::ui {
namespace {

/// Start of the code point that is `count` code points before byte `at`.
int back(const char* text, int at, int count) {
    while (count-- > 0 && at > 0) {
        do {
            --at;
        } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    }
    return at;
}

}  // namespace

void TextInput::begin_frame() { seen_ = false; }

void TextInput::end_frame() {
    if (!seen_) {
        active_ = 0;
        selection_.clear();
        text_ = {};
        read_only_ = false;
        multiline_ = false;
    }
    edits_.clear();
}

void TextInput::set_active(std::uint32_t id, bool multiline, bool read_only, std::string_view selection) {
    active_ = id;
    seen_ = true;
    multiline_ = multiline;
    read_only_ = read_only;
    selection_ = selection;
}

std::vector<TextEdit> TextInput::take_edits() { return std::exchange(edits_, {}); }

TextEdit TextInput::resolved(TextEdit edit, std::string_view before) {
    if (!edit.keyed) return edit;
    if (edit.insert.empty()) {
        const auto taken = edit.delete_code_points == 1 ? typing.take_back(before) : std::nullopt;
        if (taken) {
            edit.delete_code_points = taken->erase;
            edit.insert = taken->insert;
        }
        return edit;
    }
    std::size_t end = before.size();
    for (int i = 0; i < edit.delete_code_points; ++i) end = static_cast<std::size_t>(back(before.data(), static_cast<int>(end), 1));
    KeyTyping::Replacement change = typing.press(before.substr(0, end), edit.insert);
    edit.delete_code_points += change.erase;
    edit.insert = std::move(change.insert);
    return edit;
}

void TextInput::apply(ImGuiInputTextCallbackData& data, bool multiline) {
    for (TextEdit& edit : take_edits()) {
        if (edit.caret >= 0) {
            const std::string_view text(data.Buf, static_cast<std::size_t>(data.BufTextLen));
            data.SelectionStart = static_cast<int>(bytes_before(text, edit.anchor));
            data.CursorPos = data.SelectionEnd = static_cast<int>(bytes_before(text, edit.caret));
        }
        if (edit.select_only) continue;
        const int first = std::min(data.SelectionStart, data.SelectionEnd);
        const int last = std::max(data.SelectionStart, data.SelectionEnd);
        if (edit.all) {
            data.DeleteChars(0, data.BufTextLen);
        } else if (first != last) {
            data.DeleteChars(first, last - first);
            data.CursorPos = first;
            edit.delete_code_points = 0;
            if (edit.insert.empty()) edit.keyed = false;
        }
        edit = resolved(std::move(edit), {data.Buf, static_cast<std::size_t>(data.CursorPos)});
        if (!edit.all && edit.delete_code_points > 0) {
            const int from = back(data.Buf, data.CursorPos, edit.delete_code_points);
            data.DeleteChars(from, data.CursorPos - from);
        }
        data.SelectionStart = data.SelectionEnd = data.CursorPos;
        const std::string text = multiline ? edit.insert : one_line(edit.insert);
        if (!text.empty()) data.InsertChars(data.CursorPos, text.data(), text.data() + text.size());
        data.SelectionStart = data.SelectionEnd = data.CursorPos;
    }
    const int first = std::min(data.SelectionStart, data.SelectionEnd);
    const int last = std::max(data.SelectionStart, data.SelectionEnd);
    selection_.assign(data.Buf + first, static_cast<std::size_t>(last - first));
    set_text({data.Buf, static_cast<std::size_t>(data.BufTextLen)},
             static_cast<std::size_t>(first == last ? data.CursorPos : data.SelectionStart),
             static_cast<std::size_t>(first == last ? data.CursorPos : data.SelectionEnd));
}

void TextInput::set_text(std::string_view text, std::size_t anchor, std::size_t caret) {
    text_.text = text;
    text_.anchor = static_cast<int>(base::code_point_count(text.substr(0, anchor)));
    text_.caret = anchor == caret ? text_.anchor : static_cast<int>(base::code_point_count(text.substr(0, caret)));
}

std::size_t bytes_before(std::string_view text, int count) {
    std::size_t at = 0;
    while (count-- > 0 && at < text.size()) base::next_code_point(text, at);
    return at;
}

std::string one_line(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (const char c : text) {
        if (c == '\r' || c == '\n' || c == '\t') {
            gap = true;
            continue;
        }
        if (gap && !out.empty() && out.back() != ' ' && c != ' ') out += ' ';
        gap = false;
        out += c;
    }
    return out;
}

}  // namespace thidua::ui
