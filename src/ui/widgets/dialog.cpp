#include "ui/widgets/dialog.h"

#include <algorithm>

#include "ui/widgets/button.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {

bool begin_dialog(Ui& ui, std::string_view title, bool& open, float width) {
    const std::string id = std::string(label_text(title)) + "###dialog" + std::string(title);
    if (open && !ImGui::IsPopupOpen(id.c_str())) {
        ImGui::OpenPopup(id.c_str());
        ui.frame_soon();
    }
    if (!ImGui::IsPopupOpen(id.c_str())) return false;
    const bool sheet = ui.phone();
    const float used = sheet ? ui.width : std::min(width, ui.width - 2 * kSpace5);
    const float highest = ui.height * (sheet ? 0.92F : 0.86F);
    const float glide = ui.glide(ImHashStr(id.c_str()), open);
    if (sheet) {
        ImGui::SetNextWindowPos({0, ui.height + (1 - glide) * 40}, ImGuiCond_Always, {0, 1});
    } else {
        ImGui::SetNextWindowPos({std::floor(ui.width / 2), std::floor(ui.height * 0.46F)}, ImGuiCond_Always, {0.5F, 0.5F});
    }
    ImGui::SetNextWindowSizeConstraints({used, 0}, {used, highest});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kSpace5, kSpace4});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kRadius + 4);
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.theme().raised);
    const bool shown = ImGui::BeginPopupModal(
        id.c_str(), nullptr,
        ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize |
            ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    if (!shown) {
        open = false;
        return false;
    }
    if (!open) {  // closed by the screen since the last frame
        ImGui::CloseCurrentPopup();
        ImGui::EndPopup();
        return false;
    }
    popup_shadow(ui);
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false) && ImGui::GetActiveID() == 0) open = false;
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (ImGui::IsMouseClicked(0) && !ImGui::IsWindowAppearing() &&
        !ImGui::GetCurrentWindow()->Rect().Contains(g.IO.MousePos) &&
        g.OpenPopupStack.Size == g.BeginPopupStack.Size) {
        open = false;
    }
    app::SemanticNode node;
    node.role = app::Role::kDialog;
    node.name = label_text(title);
    node.rect = to_rect(ImGui::GetCurrentWindow()->Rect());
    ui.semantics.open(std::move(node));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float side = ui.control_height();
    const float words = available_width() - side - kSpace2;
    const ImVec2 size = text_size(ui, TextStyle::kTitle, label_text(title), words);
    app::SemanticNode head;
    head.role = app::Role::kHeading;
    head.level = 2;
    head.name = label_text(title);
    head.rect = {at.x, at.y, size.x, size.y};
    ui.semantics.add(std::move(head));
    paint_text(ui, at + ImVec2(0, 3), TextStyle::kTitle, ui.theme().text, label_text(title), words);
    put_cursor({at.x + available_width() - side + 6, at.y});
    if (icon_button(ui, "close", ui.say(Word::kClose))) open = false;
    put_cursor({at.x, at.y + std::max(side, size.y) + kSpace2});
    if (!open) ImGui::CloseCurrentPopup();
    return true;
}

void end_dialog(Ui& ui) {
    ui.semantics.close();
    ImGui::EndPopup();
}

bool dialog_buttons(Ui& ui, std::string_view primary, bool& open, bool enabled, bool danger) {
    gap(kSpace4);
    const std::string_view cancel = ui.say(Word::kCancel);
    const float width = button_width(ui, primary, false) + button_width(ui, cancel, false) + kSpace2;
    bool pressed = false;
    if (ui.phone()) {
        pressed = button(ui, primary, {.kind = danger ? ButtonKind::kDanger : ButtonKind::kPrimary, .enabled = enabled, .width = -1});
        if (button(ui, cancel, {.width = -1})) open = false;
    } else {
        move_cursor({std::max(0.0F, available_width() - width), 0});
        if (button(ui, cancel)) open = false;
        same_line();
        pressed = button(ui, primary, {.kind = danger ? ButtonKind::kDanger : ButtonKind::kPrimary, .enabled = enabled});
    }
    if (!open) ImGui::CloseCurrentPopup();
    return pressed;
}

}  // namespace thidua::ui
