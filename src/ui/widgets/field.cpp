#include "ui/widgets/field.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field_frame.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

struct InputContext {
    Ui* ui;
    std::string* value;
};

int input_callback(ImGuiInputTextCallbackData* data) {
    auto* context = static_cast<InputContext*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        context->value->resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = context->value->data();
    } else if (data->EventFlag == ImGuiInputTextFlags_CallbackAlways) {
        context->ui->text_input.apply(*data, false);
    }
    return 0;
}

/// Neither undo nor Escape must bring back what was edited before in the same field.
void begin_anew(ImGuiID id, const std::string& value) {
    ImGuiInputTextState* state = ImGui::GetInputTextState(id);
    if (state == nullptr) return;
    auto& undo = state->Stb.undostate;
    undo.undo_point = 0;
    undo.undo_char_point = 0;
    undo.redo_point = IMSTB_TEXTEDIT_UNDOSTATECOUNT;
    undo.redo_char_point = IMSTB_TEXTEDIT_UNDOCHARCOUNT;
    state->InitialTextA.resize(static_cast<int>(value.size()) + 1);
    value.copy(state->InitialTextA.Data, value.size());
    state->InitialTextA.back() = 0;
}

}  // namespace

float field_width(const FieldOptions& options) {
    const float room = available_width();
    return options.width < 0 ? room : std::min(options.width, room);
}

void field_label(Ui& ui, std::string_view label, const FieldOptions& options) {
    const std::string_view shown = label_text(label);
    if (options.hide_label || shown.empty()) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Theme& t = ui.theme();
    paint_text(ui, at, TextStyle::kSmallStrong, t.text, shown);
    if (options.required) {
        const float x = text_size(ui, TextStyle::kSmallStrong, shown).x + 4;
        paint_text(ui, {at.x + x, at.y}, TextStyle::kSmall, t.quiet, "(" + std::string(ui.say(Word::kRequired)) + ")");
    }
    ImGui::ItemSize({0, type_size(TextStyle::kSmallStrong).line});
    put_cursor({ImGui::GetCursorScreenPos().x, at.y + type_size(TextStyle::kSmallStrong).line + 2});
}

void field_box(Ui& ui, const ImRect& box, bool enabled, bool hovered, bool active, bool error, float glide) {
    const Theme& t = ui.theme();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(box.Min, box.Max, enabled ? t.surface : t.ground, kRadius);
    Color edge = mix(t.dark ? rgb(0x565C65) : rgb(0xB9B6AE), t.control_line, hovered ? 1.0F : 0.0F);
    if (!enabled) edge = t.line;
    if (error) edge = t.not_met.text;
    draw->AddRect(box.Min, box.Max, edge, kRadius);
    if (active) {
        draw->AddRect(box.Min - ImVec2(1, 1), box.Max + ImVec2(1, 1), with_alpha(error ? t.not_met.text : t.focus, glide),
                      kRadius + 1, 0, 2);
    }
}

void field_below(Ui& ui, const FieldOptions& options, float width) {
    const bool error = !options.error.empty();
    const std::string_view words = error ? options.error : options.help;
    if (words.empty()) return;
    const Theme& t = ui.theme();
    move_cursor({0, 4 - ImGui::GetStyle().ItemSpacing.y});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float indent = error ? 20.0F : 0.0F;
    const ImVec2 size = text_size(ui, TextStyle::kSmall, words, width - indent);
    if (error) paint_icon(ui, {at.x + 8, at.y + 9}, "error", t.not_met.text);
    paint_text(ui, at + ImVec2(indent, 0), TextStyle::kSmall, error ? t.not_met.text : t.quiet, words, width - indent);
    ImGui::ItemSize(size + ImVec2(indent, 0));
}

FieldEvent text_field(Ui& ui, std::string_view label, std::string& value, const FieldOptions& options) {
    FieldEvent event;
    ImGui::BeginGroup();
    const float width = field_width(options);
    field_label(ui, label, options);

    const float height = ui.control_height();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect box(at, at + ImVec2(width, height));
    const std::string id_text = "##" + std::string(label);
    const ImGuiID id = ImGui::GetID(id_text.c_str());
    const float icon_room = options.icon.empty() ? 0.0F : kIconSize + 6;

    const bool focus = ui.semantics.take_focus(id) || options.focus;
    bool set_from_outside = false;
    if (auto wanted = ui.semantics.take_value(id); wanted && options.enabled) {
        if (ImGui::GetActiveID() == id) {
            ui.text_input.push({0, *wanted, true});
        } else {
            const std::string line = one_line(*wanted);
            event.changed = line != value;
            value = line;
            set_from_outside = true;
        }
    }
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    const bool was_active = ImGui::GetActiveID() == id;
    field_box(ui, box, options.enabled, g.HoveredId == id, was_active, !options.error.empty(), ui.glide(id, was_active));
    if (!options.icon.empty()) {
        paint_icon(ui, {at.x + 10 + kIconSize / 2, box.GetCenter().y}, options.icon, ui.theme().quiet);
    }

    app::SemanticNode node;
    node.id = id;
    node.role = app::Role::kTextbox;
    node.name = label_text(label);
    node.rect = to_rect(box);
    node.disabled = !options.enabled;
    node.description = options.error.empty() ? options.help : options.error;
    ui.semantics.add(std::move(node));

    put_cursor(at + ImVec2(icon_room, 0));
    ImGui::SetNextItemWidth(width - icon_room);
    ImGui::PushFont(ui.font(TextStyle::kBody));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {10, (height - type_size(TextStyle::kBody).line) / 2});
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, ui.theme().quiet);
    if (!options.enabled) {
        ImGui::BeginDisabled();
        ImGui::PushStyleColor(ImGuiCol_Text, ui.theme().disabled);
    }
    if (focus) ImGui::SetKeyboardFocusHere();
    const bool replace = options.replace && was_active;
    if (replace) {
        ui.text_input.push({0, value, true});
        ui.text_input.push({.delete_code_points = 0, .insert = {}, .anchor = 0,
                            .caret = static_cast<int>(base::code_point_count(value)), .select_only = true});
    }
    bool& stays = ImGui::GetIO().ConfigInputTextEnterKeepActive;
    const bool stayed = std::exchange(stays, options.keep);
    InputContext context{&ui, &value};
    const std::string hint(options.placeholder);
    const bool entered = ImGui::InputTextWithHint(
        id_text.c_str(), hint.c_str(), value.data(), value.capacity() + 1,
        ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_EnterReturnsTrue,
        input_callback, &context);
    stays = stayed;
    if (replace) begin_anew(id, value);
    const bool edited = ImGui::IsItemEdited();
    const bool left = ImGui::IsItemDeactivatedAfterEdit();
    if (!options.enabled) {
        ImGui::PopStyleColor();
        ImGui::EndDisabled();
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    ImGui::PopFont();

    event.active = ImGui::GetActiveID() == id;
    event.entered = entered;
    event.changed |= edited;
    event.committed = left || set_from_outside;
    if (event.active) {
        const std::string selection = ui.text_input.selection();
        ui.text_input.set_active(id, false, false, selection);
    } else if (g.NavId == id && !g.NavDisableHighlight) {
        paint_focus_ring(ui, box);
    }
    if (app::SemanticNode* described = ui.semantics.current(id)) {
        described->value = value;
        described->focused = event.active;
    }
    put_cursor({at.x, at.y + height + ImGui::GetStyle().ItemSpacing.y});
    field_below(ui, options, width);
    ImGui::EndGroup();
    return event;
}

FieldEvent search_field(Ui& ui, std::string_view label, std::string& value, float width) {
    const FieldOptions options{.placeholder = label, .width = width, .hide_label = true, .icon = "search"};
    const float used = field_width(options);
    const bool clearable = !value.empty();
    FieldOptions narrowed = options;
    narrowed.width = clearable ? used - ui.control_height() - 4 : used;
    FieldEvent event = text_field(ui, label, value, narrowed);
    if (clearable) {
        same_line(4);
        ImGui::PushID(static_cast<int>(label_id(label)));
        if (icon_button(ui, "close", ui.say(Word::kClearSearch))) {
            value.clear();
            event.changed = true;
        }
        ImGui::PopID();
    }
    return event;
}

}  // namespace thidua::ui
