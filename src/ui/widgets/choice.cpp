#include "ui/widgets/choice.h"

#include <algorithm>

#include "ui/widgets/field_frame.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {

bool checkbox(Ui& ui, std::string_view label, bool& value, bool enabled) {
    const std::string_view shown = label_text(label);
    const float box = 18;
    const float wrap = std::max(40.0F, available_width() - box - kSpace2);
    const ImVec2 words = text_size(ui, TextStyle::kBody, shown, wrap);
    const float height = std::max(ui.coarse ? kTouchHeight : 24.0F, words.y + 4);
    app::SemanticNode node;
    node.role = app::Role::kCheckbox;
    node.name = shown;
    node.checkable = true;
    node.checked = value;
    const Press press = press_box(ui, label_id(label), {box + kSpace2 + words.x, height}, enabled, std::move(node));
    if (press.pressed) {
        value = !value;
        if (app::SemanticNode* n = ui.semantics.current(press.id)) n->checked = value;
    }
    if (press.visible) {
        const Theme& t = ui.theme();
        const float y = std::floor(press.rect.Min.y + (height - box) / 2);
        const ImRect square({press.rect.Min.x, y}, {press.rect.Min.x + box, y + box});
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const float on = ui.glide(press.id, value);
        const Color fill = enabled ? t.accent : t.disabled;
        draw->AddRectFilled(square.Min, square.Max, mix(t.surface, fill, on), 4);
        const Color edge = enabled ? (press.hovered ? t.text : t.control_line) : t.line;
        if (on < 1) draw->AddRect(square.Min, square.Max, mix(edge, fill, on), 4, 0, 1.25F);
        if (on > 0.3F) {
            const ImVec2 c = square.Min;
            const ImVec2 tick[] = {c + ImVec2(4.2F, 9.4F), c + ImVec2(7.6F, 12.8F), c + ImVec2(14.0F, 5.6F)};
            draw->AddPolyline(tick, 3, t.on_accent, 0, 2);
        }
        paint_text(ui, {square.Max.x + kSpace2, press.rect.Min.y + (height - words.y) / 2}, TextStyle::kBody,
                   enabled ? t.text : t.disabled, shown, wrap);
        if (press.focused) paint_focus_ring(ui, square, 4);
    }
    return press.pressed;
}

bool radio_group(Ui& ui, std::string_view label, std::span<const std::string_view> options, int& chosen) {
    const int before = chosen;
    ImGui::BeginGroup();
    app::SemanticNode group;
    group.role = app::Role::kRegion;
    group.name = label_text(label);
    ui.semantics.open(std::move(group));
    field_label(ui, label, {});
    ImGui::PushID(label.data(), label.data() + label.size());
    for (std::size_t i = 0; i < options.size(); ++i) {
        const std::string_view shown = label_text(options[i]);
        const float dot = 18;
        const ImVec2 words = text_size(ui, TextStyle::kBody, shown);
        const float height = ui.coarse ? kTouchHeight : 26.0F;
        const bool on = chosen == static_cast<int>(i);
        app::SemanticNode node;
        node.role = app::Role::kRadio;
        node.name = shown;
        node.checkable = true;
        node.checked = on;
        ImGui::PushID(static_cast<int>(i));
        const Press press =
            press_box(ui, label_id(options[i]), {dot + kSpace2 + words.x, height}, true, std::move(node));
        ImGui::PopID();
        if (press.pressed) chosen = static_cast<int>(i);
        if (press.visible) {
            const Theme& t = ui.theme();
            const ImVec2 centre(press.rect.Min.x + dot / 2, press.rect.GetCenter().y);
            ImDrawList* draw = ImGui::GetWindowDrawList();
            const float lit = ui.glide(press.id, on);
            draw->AddCircleFilled(centre, dot / 2 - 0.5F, t.surface);
            draw->AddCircle(centre, dot / 2 - 0.5F, mix(press.hovered ? t.text : t.control_line, t.accent, lit), 0, 1.5F);
            if (lit > 0) draw->AddCircleFilled(centre, 4.6F * lit, t.accent);
            paint_centred(ui, press.rect.Min.x + dot + kSpace2, words.x + 2, press.rect.Min.y, press.rect.Max.y,
                          TextStyle::kBody, t.text, shown);
            if (press.focused) paint_focus_ring(ui, press.rect, 4);
        }
        move_cursor({0, 2 - kSpace2});
    }
    ImGui::PopID();
    ui.semantics.close();
    ImGui::Dummy({0, 0});
    ImGui::EndGroup();
    return chosen != before;
}

bool segmented(Ui& ui, std::string_view label, std::span<const std::string_view> options, int& chosen) {
    const int before = chosen;
    const Theme& t = ui.theme();
    app::SemanticNode group;
    group.role = app::Role::kRegion;
    group.name = label_text(label);
    ui.semantics.open(std::move(group));
    ImGui::BeginGroup();
    ImGui::PushID(label.data(), label.data() + label.size());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.control_height();
    float total = 0;
    for (const std::string_view option : options) {
        total += text_size(ui, TextStyle::kBodyStrong, label_text(option)).x + 2 * kSpace3;
    }
    const ImRect frame(at, at + ImVec2(total, height));
    ImGui::GetWindowDrawList()->AddRectFilled(frame.Min, frame.Max, t.dark ? t.ground : t.pressed, kRadius);
    if (t.dark) ImGui::GetWindowDrawList()->AddRect(frame.Min, frame.Max, t.line, kRadius);
    float x = at.x;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const std::string_view shown = label_text(options[i]);
        const float width = text_size(ui, TextStyle::kBodyStrong, shown).x + 2 * kSpace3;
        const bool on = chosen == static_cast<int>(i);
        app::SemanticNode node;
        node.role = app::Role::kRadio;
        node.name = shown;
        node.checkable = true;
        node.checked = on;
        put_cursor({x, at.y});
        const Press press = press_box(ui, label_id(options[i]), {width, height}, true, std::move(node));
        if (press.pressed) chosen = static_cast<int>(i);
        if (press.visible) {
            const ImRect pill(press.rect.Min + ImVec2(2, 2), press.rect.Max - ImVec2(2, 2));
            if (on) {
                ImGui::GetWindowDrawList()->AddRectFilled(pill.Min, pill.Max, t.dark ? t.pressed : t.surface, kRadius - 2);
                ImGui::GetWindowDrawList()->AddRect(pill.Min, pill.Max, t.line, kRadius - 2);
            }
            const TextStyle style = on ? TextStyle::kBodyStrong : TextStyle::kBody;
            const float words = text_size(ui, style, shown).x;
            paint_centred(ui, std::floor(x + (width - words) / 2), words + 1, at.y, at.y + height, style, t.text, shown);
            if (press.focused) paint_focus_ring(ui, pill, kRadius - 2);
        }
        x += width;
    }
    ImGui::PopID();
    ImGui::EndGroup();
    ui.semantics.close();
    return chosen != before;
}

bool tabs(Ui& ui, std::string_view label, std::span<const std::string_view> options, int& chosen) {
    const int before = chosen;
    const Theme& t = ui.theme();
    app::SemanticNode group;
    group.role = app::Role::kRegion;
    group.name = label_text(label);
    ui.semantics.open(std::move(group));
    ImGui::BeginGroup();
    ImGui::PushID(label.data(), label.data() + label.size());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.control_height() + 4;
    const float right = at.x + available_width();
    paint_hairline(ui, {at.x, at.y + height - 1}, {right, at.y + height - 1}, t.line);
    float x = at.x;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const std::string_view shown = label_text(options[i]);
        const bool on = chosen == static_cast<int>(i);
        const float width = text_size(ui, TextStyle::kBodyStrong, shown).x;
        app::SemanticNode node;
        node.role = app::Role::kTab;
        node.name = shown;
        node.selected = on;
        put_cursor({x, at.y});
        const Press press = press_box(ui, label_id(options[i]), {width, height}, true, std::move(node));
        if (press.pressed) chosen = static_cast<int>(i);
        if (press.visible) {
            const TextStyle style = on ? TextStyle::kBodyStrong : TextStyle::kBody;
            const float hover = ui.glide(press.id, press.hovered || on);
            const float words = text_size(ui, style, shown).x;
            paint_centred(ui, std::floor(x + (width - words) / 2), words + 1, at.y, at.y + height - 2, style,
                          mix(t.quiet, t.text, hover), shown);
            if (on) {
                ImGui::GetWindowDrawList()->AddRectFilled({x, at.y + height - 2}, {x + width, at.y + height}, t.accent);
            }
            if (press.focused) paint_focus_ring(ui, ImRect(press.rect.Min + ImVec2(-4, 4), press.rect.Max + ImVec2(4, -6)), 4);
        }
        x += width + kSpace5;
    }
    ImGui::PopID();
    ImGui::EndGroup();
    ui.semantics.close();
    return chosen != before;
}

bool select(Ui& ui, std::string_view label, std::span<const std::string_view> options, int& chosen,
            const FieldOptions& field) {
    const int before = chosen;
    ImGui::BeginGroup();
    const float width = field_width(field);
    field_label(ui, label, field);
    const ImGuiID id = label_id(label);
    const bool chosen_any = chosen >= 0 && chosen < static_cast<int>(options.size());
    std::string_view shown = field.placeholder.empty() ? ui.say(Word::kChoose) : field.placeholder;
    if (chosen_any) shown = label_text(options[static_cast<std::size_t>(chosen)]);

    if (auto wanted = ui.semantics.take_value(id)) {
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (label_text(options[i]) == *wanted) chosen = static_cast<int>(i);
        }
    }
    ImGui::PushID(static_cast<int>(id));
    app::SemanticNode node;
    node.role = app::Role::kCombobox;
    node.name = label_text(label);
    node.value = chosen_any ? shown : std::string_view{};
    node.description = field.error.empty() ? field.help : field.error;
    node.expandable = true;
    node.expanded = ImGui::IsPopupOpen("options");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect box(at, at + ImVec2(width, ui.control_height()));
    const Press press = press_box(ui, id, box.GetSize(), field.enabled, std::move(node));
    if (press.pressed) open_menu(ui, "options");
    if (press.visible) {
        const Theme& t = ui.theme();
        field_box(ui, box, field.enabled, press.hovered, false, !field.error.empty(), 0);
        const Color color = !field.enabled ? t.disabled : chosen_any ? t.text : t.quiet;
        paint_centred(ui, box.Min.x + 10, width - 20 - kIconSize, box.Min.y, box.Max.y, TextStyle::kBody, color, shown);
        paint_icon(ui, {box.Max.x - 8 - kIconSize / 2, box.GetCenter().y}, "chevron_down", t.quiet);
        if (press.focused) paint_focus_ring(ui, box);
    }
    if (begin_menu(ui, "options", label_text(label), box, width, app::Role::kListbox)) {
        for (std::size_t i = 0; i < options.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            if (menu_option(ui, label_text(options[i]), chosen == static_cast<int>(i))) chosen = static_cast<int>(i);
            ImGui::PopID();
        }
        end_menu(ui);
    }
    ImGui::PopID();
    field_below(ui, field, width);
    ImGui::EndGroup();
    return chosen != before;
}

bool select(Ui& ui, std::string_view label, const std::vector<std::string>& options, int& chosen,
            const FieldOptions& field) {
    const std::vector<std::string_view> views(options.begin(), options.end());
    return select(ui, label, std::span<const std::string_view>(views), chosen, field);
}

}  // namespace thidua::ui
