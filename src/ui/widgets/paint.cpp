#include "ui/widgets/paint.h"

#include <algorithm>

#include "ui/icon.h"

namespace thidua::ui {

namespace {

/// ImGui puts text on whole CSS pixels; at 1.25× or 1.5× those lie between device pixels and blur.
/// The letters are moved to the device pixel nearest to where they were wanted.
void add_text(const Ui& ui, ImFont* font, float size, ImVec2 at, Color color, std::string_view text, float wrap) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const int first = draw->VtxBuffer.Size;
    draw->AddText(font, size, at, color, text.data(), text.data() + text.size(), wrap);
    const ImVec2 move(std::round(at.x * ui.scale) / ui.scale - std::trunc(at.x),
                      std::round(at.y * ui.scale) / ui.scale - std::trunc(at.y));
    if (move.x == 0 && move.y == 0) return;
    for (int i = first; i < draw->VtxBuffer.Size; ++i) draw->VtxBuffer[i].pos += move;
}

}  // namespace

ImVec2 text_size(const Ui& ui, TextStyle style, std::string_view text, float wrap) {
    const float line = type_size(style).line;
    ImVec2 size = ui.font(style)->CalcTextSizeA(line, FLT_MAX, wrap, text.data(), text.data() + text.size());
    size.y = std::max(size.y, line);
    return size;
}

float text_width(const Ui& ui, TextStyle style, std::string_view text) {
    return ui.font(style)->CalcTextSizeA(type_size(style).line, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

void paint_text(const Ui& ui, ImVec2 at, TextStyle style, Color color, std::string_view text, float wrap) {
    if (text.empty()) return;
    add_text(ui, ui.font(style), type_size(style).line, at, color, text, wrap);
}

bool paint_line(const Ui& ui, ImVec2 at, float width, TextStyle style, Color color, std::string_view text) {
    text = text.substr(0, text.find('\n'));
    if (text_size(ui, style, text).x <= width + 0.5F) {
        paint_text(ui, at, style, color, text);
        return false;
    }
    constexpr std::string_view kEllipsis = "…";
    const float room = width - text_size(ui, style, kEllipsis).x;
    const float line = type_size(style).line;
    const char* end = text.data();
    ui.font(style)->CalcTextSizeA(line, std::max(room, 0.0F), 0, text.data(), text.data() + text.size(), &end);
    std::string cut(text.data(), end);
    while (!cut.empty() && cut.back() == ' ') cut.pop_back();
    cut += kEllipsis;
    paint_text(ui, at, style, color, cut);
    return true;
}

bool paint_centred(const Ui& ui, float left, float width, float top, float bottom, TextStyle style, Color color,
                   std::string_view text) {
    const float y = top + (bottom - top - type_size(style).line) / 2;
    return paint_line(ui, {left, y}, width, style, color, text);
}

void paint_icon(const Ui& ui, ImVec2 centre, std::string_view icon, Color color, bool large) {
    paint_icon_scaled(ui, centre, icon, color, large ? kLargeIconSize : kIconSize);
}

void paint_icon_scaled(const Ui& ui, ImVec2 centre, std::string_view icon, Color color, float size) {
    ImFont* font = size > kIconSize ? ui.fonts.large_icons() : ui.fonts.icons();
    if (font == nullptr || icon.empty()) return;
    const std::string_view glyph = icon_glyph(icon);
    add_text(ui, font, size, {centre.x - size / 2, centre.y - size / 2}, color, glyph, 0);
}

void paint_focus_ring(const Ui& ui, const ImRect& rect, float rounding) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    // Outside the item, so that it never hides text; not cut off by the item's own clipping.
    draw->AddRect(rect.Min - ImVec2(2, 2), rect.Max + ImVec2(2, 2), ui.theme().focus, rounding + 2, 0, 2);
}

void paint_hairline(const Ui& ui, ImVec2 from, ImVec2 to, Color color) {
    const float thickness = 1.0F / std::max(1.0F, ui.scale);
    const auto snap = [&](float at) { return std::round(at * ui.scale) / ui.scale; };
    const bool level = from.y == to.y;
    from = {snap(from.x), snap(from.y)};
    to = {snap(to.x), snap(to.y)};
    if (level) {
        ImGui::GetWindowDrawList()->AddRectFilled(from, {to.x, from.y + thickness}, color);
    } else {
        ImGui::GetWindowDrawList()->AddRectFilled(from, {from.x + thickness, to.y}, color);
    }
}

std::string_view label_text(std::string_view label) { return label.substr(0, label.find("##")); }

ImGuiID label_id(std::string_view label) {
    return ImGui::GetCurrentWindow()->GetID(label.data(), label.data() + label.size());
}

float available_width() { return ImGui::GetContentRegionAvail().x; }

void popup_shadow(const Ui& ui) {
    const ImRect r = ImGui::GetCurrentWindow()->Rect();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->PushClipRectFullScreen();
    constexpr int kSteps = 8;
    for (int i = kSteps; i > 0; --i) {
        const auto spread = static_cast<float>(i) * 1.5F;
        const float strength = static_cast<float>(ui.theme().shadow >> 24) / 255.0F / kSteps;
        draw->AddRect(r.Min - ImVec2(spread, spread - 3), r.Max + ImVec2(spread, spread + 3),
                      with_alpha(ui.theme().shadow, strength * 1.2F), kRadius + 2 + spread, 0, 3);
    }
    draw->PopClipRect();
}

void centre_on_line(float height) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    if (!window->DC.IsSameLine || window->DC.CurrLineSize.y <= height) return;
    window->DC.CursorPos.y += std::floor((window->DC.CurrLineSize.y - height) / 2);
}

void put_cursor(ImVec2 screen) { ImGui::GetCurrentWindow()->DC.CursorPos = screen; }
void move_cursor(ImVec2 by) { ImGui::GetCurrentWindow()->DC.CursorPos += by; }

app::Rect to_rect(const ImRect& rect) { return {rect.Min.x, rect.Min.y, rect.GetWidth(), rect.GetHeight()}; }

Press press_item(Ui& ui, ImGuiID id, const ImRect& rect, bool enabled, app::SemanticNode node) {
    Press press;
    press.id = id;
    press.rect = rect;
    node.id = id;
    node.rect = to_rect(rect);
    node.disabled = !enabled;
    ui.semantics.add(std::move(node));
    if (!enabled) ImGui::PushItemFlag(ImGuiItemFlags_Disabled, true);
    press.visible = ImGui::ItemAdd(rect, id, nullptr, enabled ? 0 : static_cast<int>(ImGuiItemFlags_NoNav));
    if (enabled) {
        // Also when scrolled out of view: a screen reader need not see it.
        press.pressed = ui.semantics.take_activation(id);
        if (press.visible) {
            press.pressed |= ImGui::ButtonBehavior(rect, id, &press.hovered, &press.held);
        }
        const ImGuiContext& g = *ImGui::GetCurrentContext();
        press.focused = g.NavId == id && !g.NavDisableHighlight;
        if (press.pressed) ui.frame_soon();
    }
    if (!enabled) ImGui::PopItemFlag();
    return press;
}

Press press_box(Ui& ui, ImGuiID id, ImVec2 size, bool enabled, app::SemanticNode node) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect rect(at, at + size);
    ImGui::ItemSize(size);
    return press_item(ui, id, rect, enabled, std::move(node));
}

void tooltip_for(Ui& ui, const Press& press, std::string_view text) {
    if (text.empty() || ui.coarse) return;
    ImGuiContext& g = *ImGui::GetCurrentContext();
    if (!press.hovered || press.held) return;
    constexpr float kDelay = 0.5F;
    if (g.HoveredIdTimer < kDelay) {
        ui.frame_at(ui.now + static_cast<double>(kDelay - g.HoveredIdTimer) + 0.01);
        return;
    }
    const float wrap = 320;
    const ImVec2 size = text_size(ui, TextStyle::kSmall, text, wrap) + ImVec2(kSpace4, kSpace2 + 2);
    ImVec2 at(press.rect.GetCenter().x - size.x / 2, press.rect.Max.y + 6);
    if (at.y + size.y > ui.height) at.y = press.rect.Min.y - 6 - size.y;
    at.x = std::clamp(at.x, 4.0F, std::max(4.0F, ui.width - size.x - 4));
    ImDrawList* draw = ImGui::GetForegroundDrawList();
    const Theme& t = ui.theme();
    const Color ground = t.dark ? rgb(0xE8E6E1) : rgb(0x1F2328);
    const Color ink = t.dark ? rgb(0x15171A) : rgb(0xF7F6F3);
    draw->AddRectFilled(at, at + size, ground, 4);
    draw->AddText(ui.font(TextStyle::kSmall), type_size(TextStyle::kSmall).line, at + ImVec2(kSpace2, 5), ink,
                  text.data(), text.data() + text.size(), wrap);
}

}  // namespace thidua::ui
