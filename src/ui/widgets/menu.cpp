#include "ui/widgets/menu.h"

#include <algorithm>

#include "ui/widgets/button.h"
#include "ui/widgets/paint.h"

namespace thidua::ui {
namespace {

bool row(Ui& ui, std::string_view label, std::string_view icon, std::string_view shortcut, bool enabled, bool danger,
         app::SemanticNode node, bool room_for_icon) {
    const std::string_view shown = label_text(label);
    const float height = ui.coarse ? kTouchHeight : 32.0F;
    const float left = room_for_icon ? kSpace3 + kIconSize + kSpace2 : kSpace3;
    const float words = text_size(ui, TextStyle::kBody, shown).x;
    const float keys = shortcut.empty() ? 0 : text_size(ui, TextStyle::kSmall, shortcut).x + kSpace5;
    const float width = std::max(available_width(), left + words + keys + kSpace3);
    const Press press = press_box(ui, label_id(label), {width, height}, enabled, std::move(node));
    if (press.visible) {
        const Theme& t = ui.theme();
        const ImRect& r = press.rect;
        if (press.hovered || press.focused) {
            ImGui::GetWindowDrawList()->AddRectFilled(r.Min, r.Max, press.held ? t.pressed : t.hover, 4);
        }
        const Color color = !enabled ? t.disabled : danger ? t.not_met.text : t.text;
        if (!icon.empty()) {
            paint_icon(ui, {r.Min.x + kSpace3 + kIconSize / 2 - 2, r.GetCenter().y}, icon,
                       enabled && !danger ? t.quiet : color);
        }
        paint_centred(ui, r.Min.x + left - 2, width, r.Min.y, r.Max.y, TextStyle::kBody, color, shown);
        if (!shortcut.empty()) {
            const float x = r.Max.x - kSpace3 - text_size(ui, TextStyle::kSmall, shortcut).x;
            paint_centred(ui, x, width, r.Min.y, r.Max.y, TextStyle::kSmall, t.quiet, shortcut);
        }
        if (press.focused) paint_focus_ring(ui, ImRect(r.Min + ImVec2(2, 2), r.Max - ImVec2(2, 2)), 3);
    }
    move_cursor({0, -ImGui::GetStyle().ItemSpacing.y});
    if (press.pressed) ImGui::CloseCurrentPopup();
    return press.pressed;
}

}  // namespace

void open_menu(Ui& ui, const char* id) {
    ImGui::OpenPopup(id);
    ui.frame_soon();
}

bool begin_menu(Ui& ui, const char* id, std::string_view name, const ImRect& anchor, float width, app::Role role) {
    if (!ImGui::IsPopupOpen(id)) return false;
    const bool sheet = ui.phone() && ui.coarse;
    constexpr float kMaxHeight = 360;
    if (sheet) {
        ImGui::SetNextWindowPos({0, ui.height}, ImGuiCond_Always, {0, 1});
        ImGui::SetNextWindowSizeConstraints({ui.width, 0}, {ui.width, ui.height * 0.7F});
    } else {
        const bool below = anchor.Max.y + 200 < ui.height || anchor.Min.y < ui.height / 2;
        const bool left = anchor.Min.x + std::max(width, 200.0F) < ui.width;
        const ImVec2 at(left ? anchor.Min.x : anchor.Max.x, below ? anchor.Max.y + 4 : anchor.Min.y - 4);
        ImGui::SetNextWindowPos(at, ImGuiCond_Always, {left ? 0.0F : 1.0F, below ? 0.0F : 1.0F});
        ImGui::SetNextWindowSizeConstraints({std::max(width, 160.0F), 0}, {std::max(width, 420.0F), kMaxHeight});
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kSpace1, kSpace1});
    const bool open = ImGui::BeginPopup(id, ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove);
    ImGui::PopStyleVar();
    if (!open) return false;
    popup_shadow(ui);
    app::SemanticNode node;
    node.role = role;
    node.name = name;
    node.rect = to_rect(ImGui::GetCurrentWindow()->Rect());
    ui.semantics.open(std::move(node));
    return true;
}

void end_menu(Ui& ui) {
    ImGui::Dummy({0, 0});
    ui.semantics.close();
    ImGui::EndPopup();
}

bool menu_item(Ui& ui, std::string_view label, std::string_view icon, std::string_view shortcut, bool enabled,
               bool danger) {
    app::SemanticNode node;
    node.role = app::Role::kMenuItem;
    node.name = label_text(label);
    return row(ui, label, icon, shortcut, enabled, danger, std::move(node), true);
}

bool menu_command(Ui& ui, std::string_view command_id) {
    const Command* command = ui.commands.find(command_id);
    if (command == nullptr) return false;
    const std::string label = std::string(command->words(ui.language)) + "##" + command->id;
    const bool pressed = menu_item(ui, label, command->icon, chord_text(command->shortcut), command->is_enabled());
    return pressed && ui.commands.run(command_id);
}

bool menu_option(Ui& ui, std::string_view label, bool chosen) {
    app::SemanticNode node;
    node.role = app::Role::kOption;
    node.name = label_text(label);
    node.selected = chosen;
    return row(ui, label, chosen ? "check" : "", {}, true, false, std::move(node), true);
}

void menu_separator(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos() + ImVec2(0, 4);
    paint_hairline(ui, at, {at.x + available_width(), at.y}, ui.theme().line);
    ImGui::Dummy({0, 9});
    move_cursor({0, -ImGui::GetStyle().ItemSpacing.y});
}

bool begin_menu_button(Ui& ui, std::string_view label, std::string_view icon) {
    const std::string_view name = label_text(label);
    const std::string id = "menu of " + std::string(label);  // no PushID: the open menu is another window
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = icon_button(ui, icon, label);
    const ImRect anchor(at, ImGui::GetItemRectMax());
    if (app::SemanticNode* node = ui.semantics.current(ImGui::GetItemID())) {
        node->expandable = true;
        node->expanded = ImGui::IsPopupOpen(id.c_str());
    }
    if (pressed) open_menu(ui, id.c_str());
    return begin_menu(ui, id.c_str(), name, anchor);
}

}  // namespace thidua::ui
