#include "ui/widgets/matrix.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

namespace thidua::ui {
namespace {

constexpr float kPadding = 12;
constexpr float kColumn = 144;
constexpr float kLeastFirst = 196;
constexpr float kMostFirst = 420;
constexpr float kCardHead = 48;
constexpr float kBar = 8;

struct Draw {
    Ui& ui;
    std::span<const MatrixColumn> columns;
    const std::function<MatrixHead(int)>& head;
    const std::function<MatrixCell(int, int)>& cell;
    MatrixState& state;
    int rows;
    MatrixEvent event = {};
    float left = 0, width = 0, first = 0, column = kColumn;

    float inner() const { return width - first; }
    float most_scroll() const { return std::max(0.0F, column * static_cast<float>(columns.size()) - inner()); }
    float x_of(std::size_t i) const { return left + first + column * static_cast<float>(i) - state.scroll; }

    void show(std::size_t i) {
        const float at = column * static_cast<float>(i);
        if (at < state.scroll) state.scroll = at;
        if (at + column > state.scroll + inner()) state.scroll = at + column - inner();
        state.scroll = std::clamp(state.scroll, 0.0F, most_scroll());
    }

    void clip_inner(float top, float bottom) { ImGui::PushClipRect({left + first, top}, {left + width, bottom}, true); }

    std::string cell_name(const MatrixHead& who, std::size_t i, const MatrixCell& what) const {
        std::string name = who.name + ", " + columns[i].title + ": " + std::string(what.text);
        if (!what.note.empty()) name += ", " + what.note;
        return name;
    }

    Press press_cell(int row, std::size_t i, const ImRect& rect, const MatrixHead& who, const MatrixCell& what) {
        app::SemanticNode node;
        node.role = app::Role::kButton;
        node.name = cell_name(who, i, what);
        node.selected = state.row == row && state.column == static_cast<int>(i);
        ImGui::PushID(static_cast<int>(i));
        const Press press = press_item(ui, ImGui::GetID("cell"), rect, true, std::move(node));
        ImGui::PopID();
        if (press.pressed) {
            state.row = event.row = row;
            state.column = event.column = static_cast<int>(i);
        }
        return press;
    }

    void press_head(int row, const ImRect& rect, const MatrixHead& who) {
        app::SemanticNode node;
        node.role = app::Role::kLink;
        node.name = who.name;
        node.description = who.below;
        const Press press = press_item(ui, ImGui::GetID("head"), rect, true, std::move(node));
        if (press.pressed) event.row = row;
        if (!press.visible) return;
        if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        const Theme& t = ui.theme();
        ImDrawList* draw = ImGui::GetWindowDrawList();
        if (press.hovered || press.held) draw->AddRectFilled(rect.Min, rect.Max, press.held ? t.pressed : t.hover);
        paint_head(rect, who);
        if (press.focused) paint_focus_ring(ui, ImRect(rect.Min + ImVec2(4, 4), rect.Max - ImVec2(4, 4)), 4);
    }

    void paint_head(const ImRect& rect, const MatrixHead& who) {
        const Theme& t = ui.theme();
        const float centre = rect.GetCenter().y;
        paint_avatar(ui, rect.Min.x + kPadding, centre - 11, who.name, 22);
        const float x = rect.Min.x + kPadding + 30;
        const float room = rect.Max.x - kPadding - x;
        const float words = std::min(room, text_width(ui, TextStyle::kBodyStrong, who.name) + 1);
        paint_centred(ui, x, words, rect.Min.y, rect.Max.y, TextStyle::kBodyStrong, t.text, who.name);
        if (room - words > 60 && !who.below.empty()) {
            paint_centred(ui, x + words + kSpace2, room - words - kSpace2, rect.Min.y, rect.Max.y, TextStyle::kSmall,
                          t.quiet, who.below);
        }
    }

    void paint_marks(float x, float centre, const MatrixCell& what) {
        if (what.flag) {
            paint_icon_scaled(ui, {x + 7, centre}, "flag", ui.theme().quiet, 14);
            x += 16;
        }
        if (what.award) paint_icon_scaled(ui, {x + 7, centre}, "award", ui.theme().gold, 15);
    }

    void line(int row, float y, float height) {
        const Theme& t = ui.theme();
        const MatrixHead who = head(row);
        ImGui::PushID(row);
        app::SemanticNode node;
        node.role = app::Role::kRow;
        node.name = who.name;
        node.count = row + 2;
        node.rect = {left, y, width, height};
        ui.semantics.open(std::move(node));
        ImDrawList* draw = ImGui::GetWindowDrawList();
        if (state.row == row) draw->AddRectFilled({left, y}, {left + width, y + height}, t.selected);
        press_head(row, ImRect({left, y}, {left + first, y + height}), who);
        clip_inner(y, y + height);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const MatrixCell what = cell(row, static_cast<int>(i));
            const ImRect rect({x_of(i), y}, {x_of(i) + column, y + height});
            const Press press = press_cell(row, i, rect, who, what);
            if (press.focused && (rect.Min.x < left + first - 1 || rect.Max.x > left + width + 1)) {
                show(i);
                ui.frame_soon();
            }
            if (!press.visible) continue;
            if (press.hovered || press.held) draw->AddRectFilled(rect.Min, rect.Max, press.held ? t.pressed : t.hover);
            const float chip_width = paint_chip(ui, rect.Min.x + 6, rect.GetCenter().y, what.text, what.kind);
            paint_marks(rect.Min.x + 6 + chip_width + 3, rect.GetCenter().y, what);
            const bool chosen = state.row == row && state.column == static_cast<int>(i);
            if (chosen) draw->AddRect(rect.Min + ImVec2(1, 2), rect.Max - ImVec2(1, 2), t.accent, kRadius, 0, 1.5F);
            if (press.focused) draw->AddRect(rect.Min + ImVec2(2, 2), rect.Max - ImVec2(2, 2), t.focus, kRadius, 0, 2);
        }
        ImGui::PopClipRect();
        ui.semantics.close();
        if (row + 1 < rows) paint_hairline(ui, {left, y + height}, {left + width, y + height}, t.line);
        ImGui::PopID();
    }

    void card(int row, float y, float height) {
        const Theme& t = ui.theme();
        const MatrixHead who = head(row);
        ImGui::PushID(row);
        const ImRect rect({left, y}, {left + width, y + height - kSpace2});
        app::SemanticNode node;
        node.role = app::Role::kRow;
        node.name = who.name;
        node.count = row + 2;
        node.rect = to_rect(rect);
        ui.semantics.open(std::move(node));
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled(rect.Min, rect.Max, t.surface, kRadius + 2);
        draw->AddRect(rect.Min, rect.Max, state.row == row ? t.accent : t.line, kRadius + 2);
        press_head(row, ImRect(rect.Min + ImVec2(1, 1), {rect.Max.x - 1, y + kCardHead}), who);
        const float step = ui.row_height() + 2;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const MatrixCell what = cell(row, static_cast<int>(i));
            const float top = y + kCardHead + step * static_cast<float>(i);
            const ImRect line({left + 1, top}, {left + width - 1, top + step});
            const Press press = press_cell(row, i, line, who, what);
            if (!press.visible) continue;
            paint_hairline(ui, {left + kPadding, top}, {left + width - kPadding, top}, t.line);
            if (press.held) draw->AddRectFilled(line.Min, line.Max, t.pressed);
            const float chip_width = paint_chip(ui, 0, 0, what.text, what.kind, false);
            const float chip_x = line.Max.x - kPadding - chip_width;
            paint_centred(ui, line.Min.x + kPadding, chip_x - line.Min.x - 56, line.Min.y, line.Max.y, TextStyle::kBody,
                          t.text, columns[i].title);
            paint_chip(ui, chip_x, line.GetCenter().y, what.text, what.kind);
            const int marks = (what.flag ? 1 : 0) + (what.award ? 1 : 0);
            paint_marks(chip_x - 16.0F * static_cast<float>(marks) - 4, line.GetCenter().y, what);
            if (press.focused) draw->AddRect(line.Min + ImVec2(2, 2), line.Max - ImVec2(2, 2), t.focus, kRadius, 0, 2);
        }
        ui.semantics.close();
        ImGui::PopID();
    }

    Press press_header(int which, const ImRect& rect, const std::string& name, const std::string& note) {
        app::SemanticNode node;
        node.role = app::Role::kColumnHeader;
        node.name = name;
        node.description = note;
        if (state.sort_column == which) {
            if (!node.description.empty()) node.description += ", ";
            node.description += ui.say(state.ascending ? Word::kSortAscending : Word::kSortDescending);
        }
        ImGui::PushID(which);
        const Press press = press_item(ui, ImGui::GetID("sort"), rect, true, std::move(node));
        ImGui::PopID();
        if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (press.pressed) {
            state.ascending = state.sort_column == which ? !state.ascending : true;
            state.sort_column = which;
            event.sort_changed = true;
        }
        return press;
    }

    void title_at(float x, float room, float top, std::string_view words, bool sorted, bool doubtful) {
        const Theme& t = ui.theme();
        const float wide = std::min(room - (sorted ? 16.0F : 0.0F) - (doubtful ? 18.0F : 0.0F),
                                    text_width(ui, TextStyle::kSmallStrong, words) + 1);
        paint_centred(ui, x, wide, top, top + 30, TextStyle::kSmallStrong, sorted ? t.text : t.quiet, words);
        float at = x + wide + 10;
        if (doubtful) {
            paint_icon_scaled(ui, {at, top + 15}, "question", t.not_known.text, 14);
            at += 17;
        }
        if (sorted) paint_icon_scaled(ui, {at, top + 15}, state.ascending ? "arrow_up" : "arrow_down", t.text, 14);
    }

    void paint_counts(float x, float right, float centre, const std::vector<std::pair<ChipKind, int>>& counts) {
        for (const auto& [kind, count] : counts) {
            const std::string_view mark = kind == ChipKind::kMet        ? "check"
                                          : kind == ChipKind::kNotMet   ? "close"
                                          : kind == ChipKind::kNotKnown ? "question"
                                                                        : "person";
            const std::string words = std::to_string(count);
            const float needed = 16 + text_width(ui, TextStyle::kSmall, words) + 7;
            if (x + needed > right) return;
            const Color color = count == 0 ? ui.theme().quiet : chip_tone(ui.theme(), kind).text;
            paint_icon_scaled(ui, {x + 6, centre}, mark, color, 12);
            paint_centred(ui, x + 14, needed, centre - 10, centre + 10, TextStyle::kSmall, color, words);
            x += needed;
        }
    }

    void header(std::string_view title, float y, float height) {
        const Theme& t = ui.theme();
        app::SemanticNode row;
        row.role = app::Role::kRow;
        row.count = 1;
        row.rect = {left, y, width, height};
        ui.semantics.open(std::move(row));
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled({left, y}, {left + width, y + height}, t.surface, kRadius + 2, ImDrawFlags_RoundCornersTop);
        const ImRect corner({left, y}, {left + first, y + height});
        const Press named = press_header(-1, corner, std::string(title), {});
        title_at(left + kPadding, first - 2 * kPadding, y + 2, title, state.sort_column == -1, false);
        if (named.focused) draw->AddRect(corner.Min + ImVec2(2, 2), corner.Max - ImVec2(2, 2), t.focus, kRadius, 0, 2);
        clip_inner(y, y + height);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const ImRect rect({x_of(i), y}, {x_of(i) + column, y + height});
            const Press press =
                press_header(static_cast<int>(i), rect, columns[i].title, columns[i].name + ". " + columns[i].note);
            if (press.focused && (rect.Min.x < left + first - 1 || rect.Max.x > left + width + 1)) show(i);
            if (!press.visible) continue;
            if (press.hovered) draw->AddRectFilled(rect.Min, rect.Max, t.hover);
            title_at(rect.Min.x + 8, column - 12, y + 2, columns[i].title, state.sort_column == static_cast<int>(i),
                     columns[i].doubtful);
            paint_counts(rect.Min.x + 8, rect.Max.x, y + height - 13, columns[i].counts);
            if (press.focused) draw->AddRect(rect.Min + ImVec2(2, 2), rect.Max - ImVec2(2, 2), t.focus, kRadius, 0, 2);
            tooltip_for(ui, press, columns[i].name + "\n" + columns[i].note);
        }
        ImGui::PopClipRect();
        ui.semantics.close();
        paint_hairline(ui, {left, y + height}, {left + width, y + height}, mix(t.line, t.quiet, 0.25F));
    }

    /// The columns that do not fit are reached with the bar, Shift and the wheel, or the keyboard.
    void scroll_bar(float y) {
        const float most = most_scroll();
        if (most <= 0) return;
        const Theme& t = ui.theme();
        const ImRect track({left + first, y}, {left + width, y + kBar});
        const float thumb = std::max(40.0F, inner() * inner() / (inner() + most));
        const float x = track.Min.x + (inner() - thumb) * state.scroll / most;
        const ImGuiID id = ImGui::GetID("columns");
        if (ImGui::ItemAdd(track, id, nullptr, ImGuiItemFlags_NoNav)) {
            bool hovered = false;
            bool held = false;
            ImGui::ButtonBehavior(track, id, &hovered, &held);
            if (held) {
                const float at = ImGui::GetIO().MousePos.x - track.Min.x - thumb / 2;
                state.scroll = std::clamp(at / std::max(1.0F, inner() - thumb) * most, 0.0F, most);
                ui.frame_soon();
            }
            ImDrawList* draw = ImGui::GetWindowDrawList();
            draw->AddRectFilled({x, y + 1}, {x + thumb, y + kBar - 1}, hovered || held ? t.quiet : t.control_line, 4);
        }
    }

    void wheel(const ImRect& area) {
        const ImGuiIO& io = ImGui::GetIO();
        if (most_scroll() <= 0 || !ImGui::IsMouseHoveringRect(area.Min, area.Max)) return;
        const float turned = io.MouseWheelH != 0 ? io.MouseWheelH : (io.KeyShift ? io.MouseWheel : 0.0F);
        if (turned == 0) return;
        state.scroll = std::clamp(state.scroll - turned * 60, 0.0F, most_scroll());
        ui.frame_soon();
    }
};

}  // namespace

MatrixEvent matrix(Ui& ui, std::string_view name, std::string_view first, std::span<const MatrixColumn> columns,
                   int rows, const std::function<MatrixHead(int)>& head,
                   const std::function<MatrixCell(int, int)>& cell, MatrixState& state) {
    ImGui::PushID(name.data(), name.data() + name.size());
    Draw draw{ui, columns, head, cell, state, rows};
    draw.width = available_width();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw.left = at.x;
    const bool cards = ui.phone();
    const auto count = static_cast<float>(columns.size());
    draw.first = std::clamp(draw.width - kColumn * count, kLeastFirst, kMostFirst);
    draw.column = std::max(kColumn, std::floor((draw.width - draw.first) / std::max(1.0F, count)));
    state.scroll = std::clamp(state.scroll, 0.0F, draw.most_scroll());

    app::SemanticNode node;
    node.role = app::Role::kTable;
    node.name = label_text(name);
    node.description = ui.say(Word::kRowCount, {std::to_string(rows)});
    node.count = rows + 1;
    ui.semantics.open(std::move(node));

    const bool counted =
        std::any_of(columns.begin(), columns.end(), [](const MatrixColumn& c) { return !c.counts.empty(); });
    const float header = cards ? 0 : counted ? 54.0F : 34.0F;
    const float height = cards ? kCardHead + (ui.row_height() + 2) * count + kSpace2 : ui.row_height();
    const float body = height * static_cast<float>(rows);
    const float foot = !cards && draw.most_scroll() > 0 ? kBar + 2 : 0;
    const ImRect whole(at, at + ImVec2(draw.width, header + body + foot));
    const Theme& t = ui.theme();
    if (!cards) {
        ImGui::GetWindowDrawList()->AddRectFilled(whole.Min, whole.Max, t.surface, kRadius + 2);
        draw.wheel(whole);
    }
    const ImGuiWindow* window = ImGui::GetCurrentWindow();
    // The header stays at the top edge of what is visible, as long as rows are below it; the bar at the bottom edge.
    const float sticky = std::clamp(window->InnerClipRect.Min.y, at.y, std::max(at.y, at.y + body - height));
    if (!cards) {
        // Before the rows, which are clipped below it.
        draw.header(first, sticky, header);
    }
    const float top = at.y + header;
    const int from = std::max(0, static_cast<int>((window->ClipRect.Min.y - top) / height) - 1);
    const int to = std::min(rows, static_cast<int>(std::ceil((window->ClipRect.Max.y - top) / height)) + 1);
    ImGui::PushClipRect({at.x, cards ? window->ClipRect.Min.y : sticky + header},
                        {at.x + draw.width, window->ClipRect.Max.y}, true);
    for (int row = from; row < to; ++row) {
        const float y = top + height * static_cast<float>(row);
        if (cards) {
            draw.card(row, y, height);
        } else {
            draw.line(row, y, height);
        }
    }
    ImGui::PopClipRect();
    if (!cards) {
        draw.scroll_bar(std::min(whole.Max.y, window->InnerClipRect.Max.y) - foot);
        ImGui::GetWindowDrawList()->AddRect(whole.Min, whole.Max, t.line, kRadius + 2);
    }
    ui.semantics.close();
    put_cursor(at);
    ImGui::ItemSize(whole.GetSize());
    ImGui::ItemAdd(whole, 0);
    ImGui::PopID();
    return draw.event;
}

}  // namespace thidua::ui
