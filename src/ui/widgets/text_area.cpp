// The field of several lines and the selectable paragraph: one editor with wrapping at words, which
// ImGui 1.90's InputTextMultiline lacks (imgui #952, #8990). It grows with its text instead of scrolling.

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "ui/edit_buffer.h"
#include "ui/widgets/field.h"
#include "ui/widgets/field_frame.h"
#include "ui/widgets/paint.h"

namespace thidua::ui {
namespace {

struct Line {
    std::size_t begin, end;  ///< bytes; blanks at a wrap and the line break itself stand behind `end`
};

/// The one field that is being edited, or whose words are selected.
struct Editor {
    ImGuiID id = 0;
    std::string known_text;     ///< as the buffer saw it last
    std::unique_ptr<EditBuffer> buffer;
    float wanted_x = -1;        ///< column that up and down keep
    bool changed = false;       ///< since it became active
    double caret_reset = 0;
    std::size_t shown_caret = 0;  ///< when it moves, the window scrolls to it
};

Editor& editor() {
    static Editor one;
    return one;
}

std::vector<Line> break_lines(const Ui& ui, TextStyle style, std::string_view text, float width) {
    std::vector<Line> lines;
    const ImFont* font = ui.font(style);
    const float scale = type_size(style).line / font->FontSize;
    std::size_t at = 0;
    while (true) {
        const std::size_t hard = std::min(text.find('\n', at), text.size());
        while (true) {
            const char* from = text.data() + at;
            const char* to = text.data() + hard;
            const char* wrap = font->CalcWordWrapPositionA(scale, from, to, width);
            if (wrap <= from && from < to) {  // not even one letter fits
                wrap = from + 1;
                while (wrap < to && (static_cast<unsigned char>(*wrap) & 0xC0U) == 0x80U) ++wrap;
            }
            const auto end = static_cast<std::size_t>(wrap - text.data());
            if (end >= hard) {
                lines.push_back({at, hard});
                break;
            }
            lines.push_back({at, end});
            at = end;
            while (at < hard && text[at] == ' ') ++at;
        }
        if (hard >= text.size()) return lines;
        at = hard + 1;
    }
}

std::size_t line_of(const std::vector<Line>& lines, std::size_t position) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].begin <= position) found = i;
    }
    return found;
}

float x_of(const Ui& ui, TextStyle style, std::string_view text, const Line& line, std::size_t position) {
    const std::size_t to = std::clamp(position, line.begin, line.end);
    return text_width(ui, style, text.substr(line.begin, to - line.begin));
}

std::size_t position_at(const Ui& ui, TextStyle style, std::string_view text, const Line& line, float x) {
    std::size_t at = line.begin;
    float before = 0;
    while (at < line.end) {
        std::size_t next = at;
        base::next_code_point(text, next);
        const float after = text_width(ui, style, text.substr(line.begin, next - line.begin));
        if (x < (before + after) / 2) return at;
        before = after;
        at = next;
    }
    return line.end;
}

constexpr float kGutterGap = 10;

struct Area {
    Ui& ui;
    ImGuiID id;
    std::string& value;
    TextStyle style;
    bool read_only;
    ImRect box;       ///< what can be pressed
    ImVec2 origin;    ///< of the text
    std::vector<Line> lines;
    TextMarks marks = {};

    float line_height() const { return type_size(style).line; }
    EditBuffer& buffer() const { return *editor().buffer; }

    std::size_t position_under(ImVec2 point) const {
        const float row = std::floor((point.y - origin.y) / line_height());
        const auto index = static_cast<std::size_t>(std::clamp(row, 0.0F, static_cast<float>(lines.size() - 1)));
        return position_at(ui, style, value, lines[index], point.x - origin.x);
    }

    void activate() const {
        ImGuiWindow* window = ImGui::GetCurrentWindow();
        ImGui::SetActiveID(id, window);
        ImGui::SetFocusID(id, window);
        ImGui::FocusWindow(window);
        Editor& e = editor();
        // The same field with another text is another record: its undo must not bring the old one back.
        if (e.id != id || e.buffer == nullptr || e.known_text != value) {
            e = Editor{};
            e.id = id;
            e.buffer = std::make_unique<EditBuffer>(value);
            e.known_text = value;
        }
        e.changed = false;
        e.caret_reset = ui.now;
        buffer().attach(value);
    }

    void own_keys() const {
        ImGuiContext& g = *ImGui::GetCurrentContext();
        g.ActiveIdUsingNavDirMask |= 0xF;
        for (const ImGuiKey key : {ImGuiKey_Home, ImGuiKey_End, ImGuiKey_Enter, ImGuiKey_KeypadEnter, ImGuiKey_Space}) {
            ImGui::SetKeyOwner(key, id);
        }
        g.WantTextInputNextFrame = 1;
    }

    void vertical(int rows, bool select) {
        EditBuffer& b = buffer();
        Editor& e = editor();
        const std::size_t row = line_of(lines, b.caret());
        if (e.wanted_x < 0) e.wanted_x = x_of(ui, style, value, lines[row], b.caret());
        const int target = static_cast<int>(row) + rows;
        if (target < 0) {
            b.move_to(0, select);
        } else if (target >= static_cast<int>(lines.size())) {
            b.move_to(value.size(), select);
        } else {
            b.move_to(position_at(ui, style, value, lines[static_cast<std::size_t>(target)], e.wanted_x), select);
        }
    }

    void move_keys() {
        const ImGuiIO& io = ImGui::GetIO();
        EditBuffer& b = buffer();
        const bool select = io.KeyShift;
        const bool word = io.KeyCtrl;
        const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
        const std::size_t before = b.caret();
        if (pressed(ImGuiKey_LeftArrow)) {
            b.move_to(!select && b.has_selection() && !word ? b.first() : word ? b.previous_word(b.caret()) : b.previous(b.caret()), select);
            editor().wanted_x = -1;
        }
        if (pressed(ImGuiKey_RightArrow)) {
            b.move_to(!select && b.has_selection() && !word ? b.last() : word ? b.next_word(b.caret()) : b.next(b.caret()), select);
            editor().wanted_x = -1;
        }
        if (pressed(ImGuiKey_UpArrow)) vertical(-1, select);
        if (pressed(ImGuiKey_DownArrow)) vertical(1, select);
        const Line& line = lines[line_of(lines, b.caret())];
        if (pressed(ImGuiKey_Home)) b.move_to(word ? 0 : line.begin, select);
        if (pressed(ImGuiKey_End)) b.move_to(word ? value.size() : line.end, select);
        if (b.caret() != before) editor().caret_reset = ui.now;
    }

    /// True when the text changed.
    bool edit_keys() {
        ImGuiIO& io = ImGui::GetIO();
        EditBuffer& b = buffer();
        const std::string before = value;
        const double now = ui.now;
        const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
        const bool ctrl = io.KeyCtrl && !io.KeyAlt;
        if (ctrl && pressed(ImGuiKey_A)) b.select_all();
        if (ctrl && pressed(ImGuiKey_C) && b.has_selection()) ImGui::SetClipboardText(std::string(b.selection()).c_str());
        if (!read_only) {
            if (ctrl && pressed(ImGuiKey_X) && b.has_selection()) {
                ImGui::SetClipboardText(std::string(b.selection()).c_str());
                b.erase_to(b.caret(), now);
            }
            if (ctrl && pressed(ImGuiKey_V)) {
                if (const char* text = ImGui::GetClipboardText()) b.insert(text, now);
            }
            if (ctrl && !io.KeyShift && pressed(ImGuiKey_Z)) b.undo();
            if (ctrl && (pressed(ImGuiKey_Y) || (io.KeyShift && pressed(ImGuiKey_Z)))) b.redo();
            if (pressed(ImGuiKey_Backspace)) b.erase_to(ctrl ? b.previous_word(b.caret()) : b.previous(b.caret()), now);
            if (pressed(ImGuiKey_Delete)) b.erase_to(ctrl ? b.next_word(b.caret()) : b.next(b.caret()), now);
            if (!ctrl && (pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter))) b.insert("\n", now);
            if (!ctrl) {
                for (const ImWchar c : io.InputQueueCharacters) {
                    if (c < 0x20) continue;
                    std::string one;
                    base::append_utf8(one, c);
                    b.insert(one, now);
                }
            }
            for (TextEdit& edit : ui.text_input.take_edits()) {
                if (edit.caret >= 0) {
                    b.move_to(bytes_before(value, edit.anchor), false);
                    b.move_to(bytes_before(value, edit.caret), true);
                }
                if (edit.select_only) continue;
                if (edit.all) {
                    b.replace_all(edit.insert, now);
                    continue;
                }
                if (edit.keyed) {
                    if (b.has_selection()) {
                        b.erase_to(b.caret(), now);
                        edit.delete_code_points = 0;
                        if (edit.insert.empty()) continue;
                    }
                    edit = ui.text_input.resolved(std::move(edit), std::string_view(value).substr(0, b.caret()));
                }
                if (!b.has_selection() && edit.delete_code_points > 0) {
                    std::size_t to = b.caret();
                    for (int i = 0; i < edit.delete_code_points; ++i) to = b.previous(to);
                    b.erase_to(to, now);
                }
                b.insert(edit.insert, now);
            }
        }
        io.InputQueueCharacters.resize(0);
        const bool changed = value != before;
        if (changed) {
            editor().changed = true;
            editor().known_text = value;
            editor().caret_reset = now;
            editor().wanted_x = -1;
        }
        return changed;
    }

    /// Puts the wished text where the caret is or was last.
    void insert_wished() {
        EditBuffer& b = buffer();
        std::string text(marks.insert);
        if (marks.own_lines) {
            const std::size_t end = std::min(value.find('\n', b.caret()), value.size());
            b.move_to(end, false);
            const bool empty_line = end == 0 || value[end - 1] == '\n';
            if (!empty_line) text.insert(0, "\n");
        }
        if (!b.has_selection()) b.move_to(b.caret(), false);  // a step of its own for undo
        b.insert(text, ui.now);
        editor().changed = true;
        editor().known_text = value;
        editor().wanted_x = -1;
    }

    void pointer(bool hovered) {
        ImGuiContext& g = *ImGui::GetCurrentContext();
        if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
        if (hovered && ImGui::IsMouseClicked(0)) {
            activate();
            ImGui::SetKeyOwner(ImGuiKey_MouseLeft, id);
            const std::size_t at = position_under(g.IO.MousePos);
            if (g.IO.MouseClickedCount[0] >= 2) {
                buffer().select_word_at(at);
            } else {
                buffer().move_to(at, g.IO.KeyShift);
            }
            editor().wanted_x = -1;
        } else if (ImGui::GetActiveID() == id) {
            // As ImGui's own fields: being active keeps no other control from the pointer, or the first press
            // beside the field would only leave it.
            g.ActiveIdAllowOverlap = !g.IO.MouseDown[0];
            if (g.IO.MouseClicked[0]) {  // elsewhere; the pointer may have come there in this very frame
                ImGui::ClearActiveID();
            } else if (g.IO.MouseDown[0] && g.IO.MouseClickedCount[0] < 2 && (g.IO.MouseDelta.x != 0 || g.IO.MouseDelta.y != 0)) {
                buffer().move_to(position_under(g.IO.MousePos), true);
            }
        }
    }

    /// Where a line of the text begins, not of the wrapping.
    bool begins_line(std::size_t row) const { return row == 0 || value[lines[row].begin - 1] == '\n'; }

    bool is_wrong(std::size_t row) const {
        if (marks.end == 0) return false;
        const std::size_t next = row + 1 < lines.size() ? lines[row + 1].begin : value.size() + 1;
        return marks.begin < next && std::max(marks.end, marks.begin + 1) > lines[row].begin;
    }

    void paint_marks() const {
        const Theme& t = ui.theme();
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const ImRect clip(draw->GetClipRectMin(), draw->GetClipRectMax());
        int number = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool begins = begins_line(i);
            if (begins) ++number;
            const float y = origin.y + line_height() * static_cast<float>(i);
            if (y > clip.Max.y || y + line_height() < clip.Min.y) continue;
            const bool wrong = is_wrong(i);
            if (wrong) {
                const float from = x_of(ui, style, value, lines[i], marks.begin);
                const float to = std::max(from + 6, x_of(ui, style, value, lines[i], marks.end));
                draw->AddRectFilled({origin.x + from, y}, {origin.x + to, y + line_height()}, t.not_met.ground, 3);
                draw->AddRectFilled({origin.x + from, y + line_height() - 2}, {origin.x + to, y + line_height()},
                                    t.not_met.text);
            }
            if (!marks.numbered || !begins) continue;
            const std::string digits = std::to_string(number);
            const float x = origin.x - kGutterGap - text_width(ui, TextStyle::kSmall, digits);
            paint_text(ui, {x, y + (line_height() - type_size(TextStyle::kSmall).line) / 2},
                       wrong ? TextStyle::kSmallStrong : TextStyle::kSmall, wrong ? t.not_met.text : t.quiet, digits);
        }
    }

    void paint(bool active) const {
        paint_marks();
        const Theme& t = ui.theme();
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const bool mine = editor().id == id && editor().buffer != nullptr;
        const ImRect clip(draw->GetClipRectMin(), draw->GetClipRectMax());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const float y = origin.y + line_height() * static_cast<float>(i);
            if (y > clip.Max.y || y + line_height() < clip.Min.y) continue;
            const Line& line = lines[i];
            if (active && mine && buffer().has_selection()) {
                const std::size_t from = std::max(buffer().first(), line.begin);
                const std::size_t next = i + 1 < lines.size() ? lines[i + 1].begin : value.size() + 1;
                const std::size_t to = std::min(buffer().last(), next);
                if (from < to) {
                    const float x0 = x_of(ui, style, value, line, from);
                    float x1 = x_of(ui, style, value, line, to);
                    if (to > line.end) x1 += 4;  // shows that the break is selected too
                    draw->AddRectFilled({origin.x + x0, y}, {origin.x + x1, y + line_height()}, t.text_selection);
                }
            }
            paint_text(ui, {origin.x, y}, style, t.text, std::string_view(value).substr(line.begin, line.end - line.begin));
        }
        if (!active || read_only || !mine) return;
        const std::size_t row = line_of(lines, buffer().caret());
        const ImVec2 caret(std::floor(origin.x + x_of(ui, style, value, lines[row], buffer().caret())),
                           origin.y + line_height() * static_cast<float>(row));
        ui.text_input.set_caret({caret.x, caret.y, 1, line_height()});
        if (std::exchange(editor().shown_caret, buffer().caret()) != buffer().caret()) {
            const ImVec2 around(0, line_height());  // what stands above and below it too
            ImGui::ScrollToRect(ImGui::GetCurrentWindow(),
                                ImRect(caret - around, caret + ImVec2(1, line_height()) + around),
                                ImGuiScrollFlags_KeepVisibleEdgeY);
        }
        ImGuiContext& g = *ImGui::GetCurrentContext();
        g.PlatformImeData.WantVisible = true;
        g.PlatformImeData.InputPos = caret;
        g.PlatformImeData.InputLineHeight = line_height();
        // 0.6 s on, 0.6 s off, starting anew with every key.
        const double phase = std::fmod(ui.now - editor().caret_reset, 1.2);
        const bool blink = g.IO.ConfigInputTextCursorBlink;
        if (!blink || phase < 0.6) {
            draw->AddRectFilled(caret + ImVec2(0, 1), caret + ImVec2(1.5F, line_height() - 1), t.text);
        }
        if (blink) ui.frame_at(ui.now + (phase < 0.6 ? 0.6 - phase : 1.2 - phase) + 0.005);
    }
};

/// Everything but the frame around it.
FieldEvent run(Area& area, bool enabled, bool focus, float wrap) {
    Ui& ui = area.ui;
    FieldEvent event;
    ImGuiContext& g = *ImGui::GetCurrentContext();
    const ImGuiID id = area.id;
    ui.semantics.mute(true);
    const bool visible = ImGui::ItemAdd(area.box, id, nullptr, enabled ? static_cast<int>(ImGuiItemFlags_Inputable)
                                                                       : static_cast<int>(ImGuiItemFlags_Disabled));
    ui.semantics.mute(false);
    const bool was_active = ImGui::GetActiveID() == id;
    if (enabled) {
        const bool hovered = visible && ImGui::ItemHoverable(area.box, id, g.LastItemData.InFlags);
        if (!was_active && (focus || g.NavActivateId == id)) {
            area.activate();
            area.buffer().move_to(area.value.size(), false);
        }
        area.pointer(hovered);
    }
    if (enabled && (!area.marks.insert.empty() || area.marks.go_to_mark)) {
        const bool known = editor().id == id && editor().buffer != nullptr && editor().known_text == area.value;
        area.activate();
        if (!known) area.buffer().move_to(area.value.size(), false);
        if (area.marks.go_to_mark) area.buffer().move_to(area.marks.begin, false);
        else area.insert_wished();
        area.lines = break_lines(ui, area.style, area.value, wrap);
        editor().shown_caret = static_cast<std::size_t>(-1);
        event.changed = !area.marks.go_to_mark;
    }
    bool active = ImGui::GetActiveID() == id;
    if (active) {
        area.buffer().attach(area.value);
        area.own_keys();
        const bool typed = area.edit_keys();
        event.changed |= typed;
        if (typed) area.lines = break_lines(ui, area.style, area.value, wrap);
        area.move_keys();
        if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
            ImGui::ClearActiveID();
            active = false;
        } else {
            const EditBuffer& b = area.buffer();
            ui.text_input.set_active(id, true, area.read_only, b.selection());
            ui.text_input.set_text(area.value, b.caret() == b.first() ? b.last() : b.first(), b.caret());
        }
    }
    event.active = active;
    Editor& e = editor();
    if (!active && e.id == id && e.changed) {
        event.committed = true;
        e.changed = false;
    }
    if (visible) area.paint(active);
    return event;
}

}  // namespace

FieldEvent text_area(Ui& ui, std::string_view label, std::string& value, int lines, const FieldOptions& options) {
    ImGui::BeginGroup();
    const float width = field_width(options);
    field_label(ui, label, options);
    const ImGuiID id = label_id(label);
    const bool focus = ui.semantics.take_focus(id) || ui.semantics.take_activation(id) || options.focus;
    FieldEvent outside;
    if (auto wanted = ui.semantics.take_value(id); wanted && options.enabled) {
        if (ImGui::GetActiveID() == id) {
            ui.text_input.push({0, *wanted, true});
        } else {
            outside.changed = outside.committed = value != *wanted;
            value = *wanted;
        }
    }
    constexpr float kPadX = 10;
    constexpr float kPadY = 6;
    // Room for three digits: a text of more lines has none that a person reads.
    const float gutter = options.marks.numbered ? text_width(ui, TextStyle::kSmallStrong, "888") + kGutterGap : 0;
    const float wrap = width - 2 * kPadX - gutter;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    Area area{ui, id, value, TextStyle::kBody, false, {}, at + ImVec2(kPadX + gutter, kPadY),
              break_lines(ui, TextStyle::kBody, value, wrap), options.marks};
    const auto rows = static_cast<float>(std::max<std::size_t>(static_cast<std::size_t>(lines), area.lines.size()));
    area.box = ImRect(at, at + ImVec2(width, rows * area.line_height() + 2 * kPadY));
    ImGui::ItemSize(area.box.GetSize());

    app::SemanticNode node;
    node.id = id;
    node.role = app::Role::kTextbox;
    node.name = label_text(label);
    node.multiline = true;
    node.rect = to_rect(area.box);
    node.disabled = !options.enabled;
    node.description = options.error.empty() ? options.help : options.error;
    ui.semantics.add(std::move(node));

    const bool was_active = ImGui::GetActiveID() == id;
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    field_box(ui, area.box, options.enabled, g.HoveredId == id, was_active, !options.error.empty(), ui.glide(id, was_active));
    if (value.empty() && !options.placeholder.empty()) {
        paint_text(ui, area.origin, TextStyle::kBody, ui.theme().quiet, options.placeholder, wrap);
    }
    FieldEvent event = run(area, options.enabled, focus, wrap);
    event.changed |= outside.changed;
    event.committed |= outside.committed;
    if (!event.active && g.NavId == id && !g.NavDisableHighlight) paint_focus_ring(ui, area.box);
    if (app::SemanticNode* described = ui.semantics.current(id)) {
        described->value = value;
        described->focused = event.active;
    }
    field_below(ui, options, width);
    ImGui::EndGroup();
    return event;
}

void selectable_text(Ui& ui, std::string_view id_text, std::string_view text, TextStyle style) {
    const ImGuiID id = label_id(id_text);
    const float wrap = available_width();
    std::string value(text);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    Area area{ui, id, value, style, true, {}, at, break_lines(ui, style, value, wrap), {}};
    area.box = ImRect(at, at + ImVec2(wrap, static_cast<float>(area.lines.size()) * area.line_height()));
    ImGui::ItemSize(area.box.GetSize());
    app::SemanticNode node;
    node.id = id;
    node.role = app::Role::kText;
    node.name = text;
    node.rect = to_rect(area.box);
    ui.semantics.add(std::move(node));
    run(area, true, false, wrap);
    // The buffer must not look at this frame's copy any longer.
    if (editor().id == id && editor().buffer != nullptr) {
        editor().known_text = value;
        editor().buffer->attach(editor().known_text);
    }
}

}  // namespace thidua::ui
