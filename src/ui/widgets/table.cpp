#include "ui/widgets/table.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/card.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr float kCellPadding = 12;
constexpr float kMinStretch = 140;
constexpr float kCheckWidth = 40;

struct Placed {
    int column;
    float x;      ///< from the left edge of the table
    float width;
};

/// Columns that fit, left to right.
std::vector<Placed> place(std::span<const Column> columns, float width, float left) {
    std::vector<bool> kept(columns.size(), true);
    const auto needed = [&] {
        float sum = left;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (kept[i]) sum += columns[i].width > 0 ? columns[i].width : kMinStretch;
        }
        return sum;
    };
    while (needed() > width) {
        int drop = -1;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!kept[i] || columns[i].importance == 0) continue;
            if (drop < 0 || columns[i].importance >= columns[static_cast<std::size_t>(drop)].importance) {
                drop = static_cast<int>(i);
            }
        }
        if (drop < 0) break;
        kept[static_cast<std::size_t>(drop)] = false;
    }
    float fixed = left;
    int stretches = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!kept[i]) continue;
        if (columns[i].width > 0) {
            fixed += columns[i].width;
        } else {
            ++stretches;
        }
    }
    const float share = stretches > 0 ? std::max(60.0F, std::floor((width - fixed) / static_cast<float>(stretches))) : 0;
    std::vector<Placed> out;
    float x = left;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!kept[i]) continue;
        const float w = columns[i].width > 0 ? columns[i].width : share;
        out.push_back({static_cast<int>(i), x, w});
        x += w;
    }
    return out;
}

void paint_cell(Ui& ui, const Cell& cell, const Column& column, float x, float width, float top, float bottom) {
    const Theme& t = ui.theme();
    const float centre = (top + bottom) / 2;
    float left = x + kCellPadding;
    float room = width - 2 * kCellPadding;
    if (cell.chip) {
        paint_chip(ui, left - 2, centre, cell.text, *cell.chip);
        return;
    }
    if (!cell.avatar.empty()) {
        paint_avatar(ui, left, centre - 11, cell.avatar, 22);
        left += 30;
        room -= 30;
    } else if (!cell.icon.empty()) {
        paint_icon(ui, {left + kIconSize / 2, centre}, cell.icon, t.quiet);
        left += kIconSize + 6;
        room -= kIconSize + 6;
    }
    const TextStyle style = cell.strong ? TextStyle::kBodyStrong : TextStyle::kBody;
    const Color color = cell.quiet ? t.quiet : t.text;
    if (column.number) left += std::max(0.0F, room - text_size(ui, style, cell.text).x);
    paint_centred(ui, left, room, top, bottom, style, color, cell.text);
}

std::string cell_name(const Cell& cell) { return cell.text; }

struct Draw {
    Ui& ui;
    std::span<const Column> columns;
    const std::function<Cell(int, int)>& cell;
    TableState& state;
    TableEvent event;
    int rows;

    bool check(float x, float centre, bool on, std::string_view name, ImGuiID id) {
        app::SemanticNode node;
        node.role = app::Role::kCheckbox;
        node.name = name;
        node.checkable = true;
        node.checked = on;
        const ImRect box({x, centre - 9}, {x + 18, centre + 9});
        const Press press = press_item(ui, id, box, true, std::move(node));
        if (press.visible) {
            const Theme& t = ui.theme();
            ImDrawList* draw = ImGui::GetWindowDrawList();
            draw->AddRectFilled(box.Min, box.Max, on ? t.accent : t.surface, 4);
            if (!on) draw->AddRect(box.Min, box.Max, t.control_line, 4, 0, 1.25F);
            if (on) {
                const ImVec2 c = box.Min;
                const ImVec2 tick[] = {c + ImVec2(4.2F, 9.4F), c + ImVec2(7.6F, 12.8F), c + ImVec2(14.0F, 5.6F)};
                draw->AddPolyline(tick, 3, t.on_accent, 0, 2);
            }
            if (press.focused) paint_focus_ring(ui, box, 4);
        }
        return press.pressed;
    }

    void toggle(int row) {
        if (!state.selected.erase(row)) state.selected.insert(row);
        event.selection_changed = true;
    }

    void header(const std::vector<Placed>& placed, float left, float width, float y, float height) {
        const Theme& t = ui.theme();
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled({left, y}, {left + width, y + height}, t.surface, kRadius + 2, ImDrawFlags_RoundCornersTop);
        paint_hairline(ui, {left, y + height}, {left + width, y + height}, mix(t.line, t.quiet, 0.25F));
        for (const Placed& p : placed) {
            const Column& column = columns[static_cast<std::size_t>(p.column)];
            const bool sorted = state.sort_column == p.column;
            const float mark = column.sortable && sorted ? 16.0F : 0.0F;
            float x = left + p.x + kCellPadding;
            float room = p.width - 2 * kCellPadding - mark;
            const float words = text_size(ui, TextStyle::kSmallStrong, column.title).x;
            if (column.number) x += std::max(0.0F, room - words);
            room = std::min(room, words + 1);
            paint_centred(ui, x, room, y, y + height, TextStyle::kSmallStrong, sorted ? t.text : t.quiet, column.title);
            if (mark > 0) {
                paint_icon_scaled(ui, {x + room + 10, y + height / 2}, state.ascending ? "arrow_up" : "arrow_down",
                                  t.text, 14);
            }
        }
    }

    void header_items(const std::vector<Placed>& placed, float left, float y, float height) {
        app::SemanticNode row;
        row.role = app::Role::kRow;
        row.count = 1;
        row.rect = {left, y, 0, height};
        ui.semantics.open(std::move(row));
        if (state.multiple) {
            const bool all = rows > 0 && static_cast<int>(state.selected.size()) == rows;
            if (check(left + kCellPadding, y + height / 2, all, ui.say(Word::kSelectAll), ImGui::GetID("all"))) {
                state.selected.clear();
                for (int i = 0; i < rows && !all; ++i) state.selected.insert(i);
                event.selection_changed = true;
            }
        }
        for (const Placed& p : placed) {
            const Column& column = columns[static_cast<std::size_t>(p.column)];
            const ImRect rect({left + p.x, y}, {left + p.x + p.width, y + height});
            app::SemanticNode node;
            node.role = app::Role::kColumnHeader;
            node.name = column.title;
            node.rect = to_rect(rect);
            if (state.sort_column == p.column) {
                node.description = ui.say(state.ascending ? Word::kSortAscending : Word::kSortDescending);
            }
            if (!column.sortable) {
                ui.semantics.add(std::move(node));
                continue;
            }
            ImGui::PushID(p.column);
            const Press press = press_item(ui, ImGui::GetID("sort"), rect, true, std::move(node));
            ImGui::PopID();
            if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            if (press.pressed) {
                state.ascending = state.sort_column == p.column ? !state.ascending : true;
                state.sort_column = p.column;
                event.sort_changed = true;
            }
        }
        ui.semantics.close();
    }

    void row_node(Press& press, int row, const ImRect& rect, const std::vector<Cell>& cells) {
        app::SemanticNode node;
        node.role = app::Role::kRow;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].text.empty()) continue;
            if (!node.name.empty()) node.name += ", ";
            node.name += cell_name(cells[i]);
        }
        node.count = row + 2;
        node.selected = state.current == row || state.selected.contains(row);
        press = press_item(ui, ImGui::GetID("row"), rect, true, std::move(node));
        if (press.pressed) {
            event.pressed_row = row;
            state.current = row;
        }
    }

    void line(int row, const std::vector<Placed>& placed, float left, float width, float y, float height) {
        const Theme& t = ui.theme();
        std::vector<Cell> cells;
        cells.reserve(placed.size());
        for (const Placed& p : placed) cells.push_back(cell(row, p.column));
        ImGui::PushID(row);
        const ImRect rect({left, y}, {left + width, y + height});
        if (state.multiple) {
            // Before the row, so that the pointer finds it first; the row's ground is painted below it.
            ImDrawList* draw = ImGui::GetWindowDrawList();
            if (state.selected.contains(row)) draw->AddRectFilled(rect.Min, rect.Max, t.selected);
            if (check(left + kCellPadding, y + height / 2, state.selected.contains(row),
                      cells.empty() ? std::string_view{} : std::string_view(cells[0].text), ImGui::GetID("check"))) {
                toggle(row);
            }
        }
        const float row_left = state.multiple ? left + kCheckWidth : left;
        Press press;
        row_node(press, row, ImRect({row_left, y}, rect.Max), cells);
        ui.semantics.enter(press.id);
        if (press.visible) {
            ImDrawList* draw = ImGui::GetWindowDrawList();
            const bool current = state.current == row;
            if (current || press.hovered || press.held) {
                draw->AddRectFilled(press.rect.Min, rect.Max, current ? t.selected : press.held ? t.pressed : t.hover);
            }
            if (current) draw->AddRectFilled(rect.Min, {rect.Min.x + 3, rect.Max.y}, t.accent);
            for (std::size_t i = 0; i < placed.size(); ++i) {
                const Placed& p = placed[i];
                paint_cell(ui, cells[i], columns[static_cast<std::size_t>(p.column)], left + p.x, p.width, y, y + height);
                app::SemanticNode node;
                node.role = app::Role::kCell;
                node.name = cell_name(cells[i]);
                node.rect = {left + p.x, y, p.width, height};
                ui.semantics.add(std::move(node));
            }
            if (row + 1 < rows) paint_hairline(ui, {left, y + height}, {left + width, y + height}, t.line);
            if (press.focused) paint_focus_ring(ui, ImRect(rect.Min + ImVec2(3, 3), rect.Max - ImVec2(3, 3)), 4);
        }
        ui.semantics.leave();
        ImGui::PopID();
    }

    void card(int row, const std::vector<int>& shown, float left, float width, float y, float height) {
        const Theme& t = ui.theme();
        std::vector<Cell> cells;
        for (const int column : shown) cells.push_back(cell(row, column));
        ImGui::PushID(row);
        const ImRect rect({left, y}, {left + width, y + height - kSpace2});
        Press press;
        row_node(press, row, rect, cells);
        if (press.visible) {
            ImDrawList* draw = ImGui::GetWindowDrawList();
            const bool current = state.current == row;
            draw->AddRectFilled(rect.Min, rect.Max, current ? t.selected : press.held ? t.pressed : t.surface, kRadius + 2);
            draw->AddRect(rect.Min, rect.Max, t.line, kRadius + 2);
            float x = left + kSpace3;
            const float right = rect.Max.x - kSpace3;
            float line_y = y + 10;
            if (!cells.empty()) {
                if (!cells[0].avatar.empty()) {
                    paint_avatar(ui, x, line_y - 1, cells[0].avatar, 22);
                    paint_line(ui, {x + 32, line_y}, right - x - 32, TextStyle::kBodyStrong, t.text, cells[0].text);
                } else {
                    paint_line(ui, {x, line_y}, right - x, TextStyle::kBodyStrong, t.text, cells[0].text);
                }
            }
            for (std::size_t i = 1; i < cells.size(); ++i) {
                line_y += 24;
                const Column& column = columns[static_cast<std::size_t>(shown[i])];
                paint_line(ui, {x, line_y + 1}, (right - x) * 0.4F, TextStyle::kSmall, t.quiet, column.title);
                if (cells[i].chip) {
                    const float chip_width = paint_chip(ui, 0, 0, cells[i].text, *cells[i].chip, false);
                    paint_chip(ui, right - chip_width, line_y + 10, cells[i].text, *cells[i].chip);
                } else {
                    const float room = (right - x) * 0.58F;
                    const float words = std::min(room, text_size(ui, TextStyle::kBody, cells[i].text).x);
                    paint_line(ui, {right - words, line_y}, room, TextStyle::kBody, t.text, cells[i].text);
                }
            }
            if (press.focused) paint_focus_ring(ui, rect, kRadius + 2);
        }
        ImGui::PopID();
    }
};

}  // namespace

TableEvent table(Ui& ui, std::string_view name, std::span<const Column> columns, int rows,
                 const std::function<Cell(int, int)>& cell, TableState& state, const TableOptions& options) {
    const Theme& t = ui.theme();
    ImGui::PushID(name.data(), name.data() + name.size());
    Draw draw{ui, columns, cell, state, {}, rows};
    const float width = available_width();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool cards = ui.phone();
    const ImGuiWindow* window = ImGui::GetCurrentWindow();

    app::SemanticNode node;
    node.role = app::Role::kTable;
    node.name = label_text(name);
    node.description = ui.say(Word::kRowCount, {std::to_string(rows)});
    node.count = rows + 1;
    ui.semantics.open(std::move(node));

    std::vector<int> shown;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].importance <= 2) shown.push_back(static_cast<int>(i));
    }
    if (shown.size() > 4) shown.resize(4);
    const float header = cards ? 0 : 34.0F;
    const float height = cards ? 20 + 20 + 24.0F * static_cast<float>(shown.size() - (shown.empty() ? 0U : 1U)) + kSpace2
                               : ui.row_height();
    const std::vector<Placed> placed = cards ? std::vector<Placed>{} : place(columns, width, state.multiple ? kCheckWidth : 0);
    const float body = height * static_cast<float>(rows);

    if (rows == 0) {
        if (!cards) {
            ImGui::GetWindowDrawList()->AddRectFilled(at, at + ImVec2(width, header), t.surface, kRadius + 2,
                                                      ImDrawFlags_RoundCornersTop);
            draw.header_items(placed, at.x, at.y, header);
            draw.header(placed, at.x, width, at.y, header);
            put_cursor({at.x, at.y + header});
        }
        draw.event.empty_action =
            empty_state(ui, options.empty_icon, options.empty_title.empty() ? ui.say(Word::kNoRows) : options.empty_title,
                        options.empty_text, options.empty_action);
        ui.semantics.close();
        ImGui::PopID();
        return draw.event;
    }

    if (!cards) {
        ImDrawList* list = ImGui::GetWindowDrawList();
        list->AddRectFilled(at, at + ImVec2(width, header + body), t.surface, kRadius + 2);
    }
    // The header stays at the top edge of what is visible, as long as rows are below it.
    const float sticky = std::clamp(window->InnerClipRect.Min.y, at.y, std::max(at.y, at.y + body - height));
    if (!cards) draw.header_items(placed, at.x, sticky, header);
    const float top = at.y + header;
    const int first = std::max(0, static_cast<int>((window->ClipRect.Min.y - top) / height) - 1);
    const int last = std::min(rows, static_cast<int>(std::ceil((window->ClipRect.Max.y - top) / height)) + 1);
    for (int row = first; row < last; ++row) {
        const float y = top + height * static_cast<float>(row);
        if (cards) {
            draw.card(row, shown, at.x, width, y, height);
        } else {
            draw.line(row, placed, at.x, width, y, height);
        }
    }
    if (!cards) {
        draw.header(placed, at.x, width, sticky, header);
        ImGui::GetWindowDrawList()->AddRect(at, at + ImVec2(width, header + body), t.line, kRadius + 2);
    }
    ui.semantics.close();
    put_cursor(at);
    ImGui::ItemSize({width, header + body});
    ImGui::ItemAdd(ImRect(at, at + ImVec2(width, header + body)), 0);
    ImGui::PopID();
    return draw.event;
}

}  // namespace thidua::ui
