#include "ui/widgets/button.h"

#include <algorithm>

#include "ui/widgets/paint.h"

namespace thidua::ui {
namespace {

struct Look {
    Color ground, text, line;
};

Look look_of(const Theme& t, ButtonKind kind, bool enabled, float hover, bool held) {
    const Color clear = t.surface & 0x00FFFFFFU;
    Look look{};
    switch (kind) {
        case ButtonKind::kPrimary:
            look = {mix(t.accent, t.accent_hover, held ? 1.0F : hover), t.on_accent, 0};
            break;
        case ButtonKind::kSecondary:
            look = {mix(t.surface, held ? t.pressed : t.hover, hover), t.text, t.dark ? rgb(0x464B53) : rgb(0xCBC7BD)};
            break;
        case ButtonKind::kQuiet:
            look = {mix(t.hover & 0x00FFFFFFU, held ? t.pressed : t.hover, hover), t.text, 0};
            break;
        case ButtonKind::kDanger:
            look = {mix(clear, t.not_met.ground, hover), t.not_met.text, mix(t.line, t.not_met.text, 0.45F)};
            break;
    }
    if (!enabled) {
        look.text = t.disabled;
        look.ground = kind == ButtonKind::kPrimary ? t.pressed : 0;
        look.line = kind == ButtonKind::kQuiet || kind == ButtonKind::kPrimary ? 0 : t.line;
    }
    return look;
}

}  // namespace

float button_width(const Ui& ui, std::string_view label, bool with_icon) {
    const float icon_part = with_icon ? kIconSize + 6 : 0;
    return text_size(ui, TextStyle::kBodyStrong, label_text(label)).x + icon_part + 2 * 14 - (with_icon ? 4.0F : 0.0F);
}

bool button(Ui& ui, std::string_view label, const ButtonOptions& options) {
    const std::string_view shown = label_text(label);
    const bool with_icon = !options.icon.empty();
    float width = options.width;
    if (width == 0) width = button_width(ui, label, with_icon);
    if (width < 0) width = available_width();
    app::SemanticNode node;
    node.role = app::Role::kButton;
    node.name = shown;
    node.description = options.description;
    const Press press =
        press_box(ui, label_id(label), {width, ui.control_height()}, options.enabled, std::move(node));
    if (press.visible) {
        const Theme& t = ui.theme();
        const float hover = ui.glide(press.id, press.hovered);
        const Look look = look_of(t, options.kind, options.enabled, hover, press.held);
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled(press.rect.Min, press.rect.Max, look.ground, kRadius);
        if (look.line != 0) draw->AddRect(press.rect.Min, press.rect.Max, look.line, kRadius);
        const float words = text_size(ui, TextStyle::kBodyStrong, shown).x;
        const float content = words + (with_icon ? kIconSize + 6 : 0);
        float x = press.rect.Min.x + std::max(8.0F, (press.rect.GetWidth() - content) / 2);
        x = std::floor(x);
        if (with_icon) {
            paint_icon(ui, {x + kIconSize / 2, press.rect.GetCenter().y}, options.icon, look.text);
            x += kIconSize + 6;
        }
        paint_centred(ui, x, press.rect.Max.x - x, press.rect.Min.y, press.rect.Max.y, TextStyle::kBodyStrong,
                      look.text, shown);
        if (press.focused) paint_focus_ring(ui, press.rect);
        tooltip_for(ui, press, options.tooltip);
    }
    return press.pressed;
}

bool icon_button(Ui& ui, std::string_view icon, std::string_view name, bool enabled) {
    const std::string_view shown = label_text(name);
    const float side = ui.control_height();
    app::SemanticNode node;
    node.role = app::Role::kButton;
    node.name = shown;
    const Press press = press_box(ui, label_id(name), {side, side}, enabled, std::move(node));
    if (press.visible) {
        const Theme& t = ui.theme();
        const float hover = ui.glide(press.id, press.hovered);
        const Look look = look_of(t, ButtonKind::kQuiet, enabled, hover, press.held);
        ImGui::GetWindowDrawList()->AddRectFilled(press.rect.Min, press.rect.Max, look.ground, kRadius);
        paint_icon(ui, press.rect.GetCenter(), icon, enabled ? mix(t.quiet, t.text, hover) : t.disabled);
        if (press.focused) paint_focus_ring(ui, press.rect);
        tooltip_for(ui, press, shown);
    }
    return press.pressed;
}

bool command_button(Ui& ui, std::string_view command_id, ButtonKind kind) {
    const Command* command = ui.commands.find(command_id);
    if (command == nullptr) return false;
    const std::string shortcut = chord_text(command->shortcut);
    const std::string label = std::string(command->words(ui.language)) + "##" + command->id;
    const bool pressed = button(ui, label, {.kind = kind, .icon = command->icon, .enabled = command->is_enabled(),
                                            .tooltip = shortcut});
    return pressed && ui.commands.run(command_id);
}

}  // namespace thidua::ui
