#include "ui/widgets/text.h"

#include <algorithm>

#include "ui/widgets/paint.h"

namespace thidua::ui {
namespace {

void put_text(Ui& ui, std::string_view text, TextStyle style, Color color, float wrap, app::SemanticNode node) {
    const ImVec2 size = text_size(ui, style, text, wrap);
    if (wrap <= 0) centre_on_line(size.y);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect rect(at, at + size);
    ImGui::ItemSize(size);
    node.name = text;
    node.rect = to_rect(rect);
    ui.semantics.add(std::move(node));
    if (!ImGui::ItemAdd(rect, 0)) return;
    paint_text(ui, at, style, color, text, wrap);
}

}  // namespace

void heading(Ui& ui, std::string_view text, int level) {
    const TextStyle style = level <= 1 ? (ui.phone() ? TextStyle::kTitle : TextStyle::kDisplay)
                            : level == 2 ? TextStyle::kTitle
                                         : TextStyle::kLeadStrong;
    app::SemanticNode node;
    node.role = app::Role::kHeading;
    node.level = level;
    put_text(ui, text, style, ui.theme().text, available_width(), std::move(node));
}

void text_colored(Ui& ui, std::string_view text, Color color, TextStyle style) {
    app::SemanticNode node;
    node.role = app::Role::kText;
    put_text(ui, text, style, color, available_width(), std::move(node));
}

void text(Ui& ui, std::string_view text, TextStyle style) { text_colored(ui, text, ui.theme().text, style); }
void quiet(Ui& ui, std::string_view text, TextStyle style) { text_colored(ui, text, ui.theme().quiet, style); }

void text_line(Ui& ui, std::string_view text, float width, TextStyle style) {
    if (width <= 0) width = available_width();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float used = std::min(width, text_size(ui, style, text).x);
    const ImRect rect(at, at + ImVec2(used, type_size(style).line));
    ImGui::ItemSize(rect.GetSize());
    app::SemanticNode node;
    node.role = app::Role::kText;
    node.name = text;
    node.rect = to_rect(rect);
    ui.semantics.add(std::move(node));
    if (ImGui::ItemAdd(rect, 0)) paint_line(ui, at, width, style, ui.theme().text, text);
}

void inline_text(Ui& ui, std::string_view text, TextStyle style, bool is_quiet) {
    app::SemanticNode node;
    node.role = app::Role::kText;
    put_text(ui, text, style, is_quiet ? ui.theme().quiet : ui.theme().text, 0, std::move(node));
}

bool link(Ui& ui, std::string_view label) {
    const std::string_view shown = label_text(label);
    const ImVec2 size = text_size(ui, TextStyle::kBody, shown);
    app::SemanticNode node;
    node.role = app::Role::kLink;
    node.name = shown;
    centre_on_line(size.y);
    const Press press = press_box(ui, label_id(label), size, true, std::move(node));
    if (press.visible) {
        paint_text(ui, press.rect.Min, TextStyle::kBody, ui.theme().link, shown);
        const float y = press.rect.Max.y - 3;
        const Color under = press.hovered ? ui.theme().link : with_alpha(ui.theme().link, 0.35F);
        paint_hairline(ui, {press.rect.Min.x, y}, {press.rect.Max.x, y}, under);
        if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (press.focused) paint_focus_ring(ui, press.rect, 3);
    }
    return press.pressed;
}

void icon(Ui& ui, std::string_view icon, std::string_view name, Color color, bool large) {
    const float size = large ? kLargeIconSize : kIconSize;
    const float line = std::max(size, type_size(TextStyle::kBody).line);
    centre_on_line(line);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect rect(at, at + ImVec2(size, line));
    ImGui::ItemSize(rect.GetSize());
    if (!name.empty()) {
        app::SemanticNode node;
        node.role = app::Role::kImage;
        node.name = name;
        node.rect = to_rect(rect);
        ui.semantics.add(std::move(node));
    }
    if (ImGui::ItemAdd(rect, 0)) {
        paint_icon(ui, rect.GetCenter(), icon, color != 0 ? color : ui.theme().quiet, large);
    }
}

void gap(float pixels) { ImGui::Dummy({0, std::max(0.0F, pixels - ImGui::GetStyle().ItemSpacing.y)}); }
void same_line(float space) { ImGui::SameLine(0, space); }

void hairline(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    paint_hairline(ui, at, {at.x + available_width(), at.y}, ui.theme().line);
    ImGui::Dummy({0, 1});
}

}  // namespace thidua::ui
