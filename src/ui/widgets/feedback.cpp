#include "ui/widgets/feedback.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {

void progress(Ui& ui, std::string_view label, float part) {
    part = std::clamp(part, 0.0F, 1.0F);
    const Theme& t = ui.theme();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = available_width();
    const std::string percent = std::to_string(static_cast<int>(part * 100 + 0.5F)) + " %";
    const float words = type_size(TextStyle::kSmall).line;
    const ImRect rect(at, at + ImVec2(width, words + 4 + 6));
    ImGui::ItemSize(rect.GetSize());
    app::SemanticNode node;
    node.role = app::Role::kProgressbar;
    node.name = label_text(label);
    node.value = percent;
    node.rect = to_rect(rect);
    ui.semantics.add(std::move(node));
    if (!ImGui::ItemAdd(rect, 0)) return;
    const float percent_width = text_size(ui, TextStyle::kSmall, percent).x;
    paint_line(ui, at, width - percent_width - kSpace3, TextStyle::kSmall, t.text, label_text(label));
    paint_text(ui, {rect.Max.x - percent_width, at.y}, TextStyle::kSmall, t.quiet, percent);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 bar(at.x, rect.Max.y - 6);
    draw->AddRectFilled(bar, rect.Max, t.pressed, 3);
    if (part > 0) draw->AddRectFilled(bar, {bar.x + std::max(6.0F, width * part), rect.Max.y}, t.accent, 3);
}

bool banner(Ui& ui, std::string_view text, ChipKind kind, std::string_view action) {
    const Theme& t = ui.theme();
    const Tone& tone = chip_tone(t, kind);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = available_width();
    const float left = kSpace3 + kIconSize + kSpace2;
    const bool below = ui.phone() && !action.empty();
    const float action_width = action.empty() ? 0 : button_width(ui, action, false) + kSpace3;
    const float wrap = width - left - kSpace3 - (below ? 0 : action_width);
    const ImVec2 words = text_size(ui, TextStyle::kBody, text, wrap);
    const float row = std::max(words.y, below || action.empty() ? 0.0F : ui.control_height());
    const float height = row + 2 * 10 + (below ? ui.control_height() + kSpace2 : 0);
    const ImRect rect(at, at + ImVec2(width, height));
    app::SemanticNode node;
    node.role = kind == ChipKind::kNotMet ? app::Role::kAlert : app::Role::kStatus;
    node.name = text;
    node.rect = to_rect(rect);
    ui.semantics.add(std::move(node));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(rect.Min, rect.Max, tone.ground, kRadius);
    draw->AddRectFilled(rect.Min, {rect.Min.x + 3, rect.Max.y}, tone.text, 2);
    constexpr std::string_view kIcons[] = {"info", "check_circle", "error", "warning", "info", "award"};
    paint_icon(ui, {at.x + kSpace3 + kIconSize / 2, at.y + 10 + row / 2}, kIcons[static_cast<int>(kind)], tone.text);
    paint_text(ui, {at.x + left, at.y + 10 + (row - words.y) / 2}, TextStyle::kBody, t.text, text, wrap);
    bool pressed = false;
    if (!action.empty()) {
        const ImVec2 place = below ? ImVec2(at.x + left, at.y + 10 + row + kSpace2)
                                   : ImVec2(rect.Max.x - action_width, at.y + 10 + (row - ui.control_height()) / 2);
        put_cursor(place);
        ImGui::PushID(text.data(), text.data() + text.size());
        pressed = button(ui, action);
        ImGui::PopID();
    }
    put_cursor(at);
    ImGui::ItemSize(rect.GetSize());
    ImGui::ItemAdd(rect, 0);
    return pressed;
}

bool empty_state(Ui& ui, std::string_view icon, std::string_view title, std::string_view explanation,
                 std::string_view action) {
    const Theme& t = ui.theme();
    const float width = available_width();
    const float column = std::min(width, 420.0F);
    const float left = ImGui::GetCursorScreenPos().x;
    const auto centred = [&](std::string_view words, TextStyle style, Color color, app::Role role) {
        const ImVec2 size = text_size(ui, style, words, column);
        const ImVec2 at(std::floor(left + (width - size.x) / 2), ImGui::GetCursorScreenPos().y);
        app::SemanticNode node;
        node.role = role;
        node.name = words;
        node.level = 3;
        node.rect = {at.x, at.y, size.x, size.y};
        ui.semantics.add(std::move(node));
        paint_text(ui, at, style, color, words, column);
        ImGui::ItemSize(size);
    };
    gap(kSpace6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 centre(left + width / 2, at.y + 28);
    ImGui::GetWindowDrawList()->AddCircleFilled(centre, 28, t.pressed);
    paint_icon(ui, centre, icon, t.quiet, true);
    ImGui::ItemSize({0, 60});
    centred(title, TextStyle::kLeadStrong, t.text, app::Role::kHeading);
    if (!explanation.empty()) centred(explanation, TextStyle::kBody, t.quiet, app::Role::kText);
    bool pressed = false;
    if (!action.empty()) {
        gap(kSpace3);
        const float button_w = button_width(ui, action, false);
        put_cursor({std::floor(left + (width - button_w) / 2), ImGui::GetCursorScreenPos().y});
        pressed = button(ui, action, {.kind = ButtonKind::kPrimary});
    }
    gap(kSpace6);
    return pressed;
}

void draw_toasts(Ui& ui) {
    auto& toasts = ui.toasts();
    std::erase_if(toasts, [&](const Toast& toast) { return toast.until <= ui.now; });
    float bottom = ui.height - (ui.phone() ? 72.0F : kStatusBarHeight + kSpace4);
    std::function<void()> act;
    for (std::size_t i = toasts.size(); i-- > 0;) {
        Toast& toast = toasts[i];
        const float room = std::min(420.0F, ui.width - 2 * kSpace4);
        const float action_width = toast.action.empty() ? 0 : button_width(ui, toast.action, false) + kSpace2;
        const float wrap = room - kSpace4 * 2 - action_width;
        const ImVec2 words = text_size(ui, TextStyle::kBody, toast.text, wrap);
        const float height = std::max(words.y, toast.action.empty() ? 0.0F : ui.control_height()) + 16;
        const float width = words.x + 2 * kSpace4 + action_width;
        const float glide = ui.glide(ImHashData(&toast.number, sizeof toast.number), true);
        ImGui::SetNextWindowPos({std::floor((ui.width - width) / 2), std::floor(bottom - height * glide)});
        ImGui::SetNextWindowSize({width, height});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
        ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.theme().raised);
        const std::string id = "##toast" + std::to_string(toast.number);
        ImGui::Begin(id.c_str(), nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                         ImGuiWindowFlags_NoFocusOnAppearing);
        ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
        popup_shadow(ui);
        const ImVec2 at = ImGui::GetWindowPos();
        app::SemanticNode node;
        node.role = app::Role::kStatus;
        node.name = toast.text;
        node.rect = {at.x, at.y, width, height};
        ui.semantics.open(std::move(node));
        paint_text(ui, {at.x + kSpace4, at.y + (height - words.y) / 2}, TextStyle::kBody, ui.theme().text, toast.text, wrap);
        if (!toast.action.empty()) {
            put_cursor({at.x + width - action_width - kSpace1, at.y + (height - ui.control_height()) / 2});
            if (button(ui, toast.action, {.kind = ButtonKind::kQuiet})) {
                act = toast.act;
                toast.until = 0;
            }
        }
        ui.semantics.close();
        ImGui::End();
        ImGui::PopStyleColor();
        ImGui::PopStyleVar();
        // The pointer resting on a message keeps it.
        if (toast.until > 0 && ImGui::GetCurrentContext()->HoveredWindow != nullptr &&
            ImGui::GetCurrentContext()->HoveredWindow->ID == ImHashStr(id.c_str())) {
            toast.until = std::max(toast.until, ui.now + 2.0);
        }
        ui.frame_at(toast.until);
        bottom -= height + kSpace2;
    }
    if (act) act();
}

}  // namespace thidua::ui
