#include "ui/palette.h"

#include <algorithm>

#include "ui/widgets/field.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

/// One palette per program: what was typed lives as long as it is open.
struct PaletteState {
    std::string query;
    int chosen = 0;
    bool was_open = false;
};

PaletteState& palette_state() {
    static PaletteState state;
    return state;
}

bool option(Ui& ui, const Command& command, bool chosen) {
    const Theme& t = ui.theme();
    app::SemanticNode node;
    node.role = app::Role::kOption;
    node.name = command.words(ui.language);
    node.selected = chosen;
    const float height = ui.coarse ? kTouchHeight : 36.0F;
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);  // the arrows move the choice, the caret stays in the field
    const Press press = press_box(ui, ImGui::GetID(command.id.c_str()), {available_width(), height}, true, std::move(node));
    ImGui::PopItemFlag();
    if (press.visible) {
        const ImRect& r = press.rect;
        if (chosen || press.hovered) {
            ImGui::GetWindowDrawList()->AddRectFilled(r.Min, r.Max, chosen ? t.selected : t.hover, 4);
        }
        const std::string keys = chord_text(command.shortcut);
        const float keys_width = keys.empty() ? 0 : text_size(ui, TextStyle::kSmall, keys).x;
        paint_icon(ui, {r.Min.x + kSpace3 + kIconSize / 2, r.GetCenter().y}, command.icon, chosen ? t.accent : t.quiet);
        const float left = r.Min.x + kSpace3 + kIconSize + kSpace3;
        paint_centred(ui, left, r.Max.x - left - keys_width - kSpace5, r.Min.y, r.Max.y, TextStyle::kBody, t.text,
                      command.words(ui.language));
        if (!keys.empty()) {
            paint_centred(ui, r.Max.x - keys_width - kSpace3, keys_width + 1, r.Min.y, r.Max.y, TextStyle::kSmall, t.quiet, keys);
        }
    }
    move_cursor({0, -ImGui::GetStyle().ItemSpacing.y});
    return press.pressed;
}

}  // namespace

void draw_palette(Ui& ui) {
    PaletteState& state = palette_state();
    constexpr const char* kId = "###palette";
    if (ui.palette_open && !state.was_open) {
        state = {};
        ImGui::OpenPopup(kId);
    }
    const bool just_opened = ui.palette_open && !state.was_open;
    state.was_open = ui.palette_open;
    if (!ImGui::IsPopupOpen(kId)) {
        ui.palette_open = state.was_open = false;
        return;
    }
    const float width = std::min(560.0F, ui.width - 2 * kSpace3);
    ImGui::SetNextWindowPos({std::floor((ui.width - width) / 2), ui.phone() ? kSpace3 : 72.0F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kSpace2, kSpace2});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kRadius + 4);
    const bool shown = ImGui::BeginPopupModal(kId, nullptr,
                                              ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove |
                                                  ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar(2);
    if (!shown) return;
    popup_shadow(ui);
    app::SemanticNode node;
    node.role = app::Role::kDialog;
    node.name = ui.say(Word::kPalette);
    node.rect = to_rect(ImGui::GetCurrentWindow()->Rect());
    ui.semantics.open(std::move(node));

    bool run = false;
    const FieldEvent typed = text_field(ui, ui.say(Word::kSearchHint), state.query,
                                        {.placeholder = ui.say(Word::kSearchHint), .hide_label = true, .icon = "search",
                                         .focus = just_opened});
    if (typed.changed) state.chosen = 0;
    run |= typed.entered;
    std::vector<const Command*> found = ui.commands.search(state.query, ui.language);
    constexpr std::size_t kMost = 9;
    if (found.size() > kMost) found.resize(kMost);
    const int count = static_cast<int>(found.size());
    if (count > 0) {
        if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) state.chosen = (state.chosen + 1) % count;
        if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) state.chosen = (state.chosen + count - 1) % count;
        state.chosen = std::clamp(state.chosen, 0, count - 1);
    }
    std::string act;
    for (int i = 0; i < count; ++i) {
        if (option(ui, *found[static_cast<std::size_t>(i)], i == state.chosen)) act = found[static_cast<std::size_t>(i)]->id;
    }
    if (count == 0) quiet(ui, ui.say(Word::kNothingFound, {state.query}));
    if (run && count > 0 && act.empty()) act = found[static_cast<std::size_t>(state.chosen)]->id;

    const ImGuiContext& g = *ImGui::GetCurrentContext();
    const bool outside = ImGui::IsMouseClicked(0) && !ImGui::GetCurrentWindow()->Rect().Contains(g.IO.MousePos);
    if (!act.empty() || outside || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.palette_open = false;
    if (!ui.palette_open) ImGui::CloseCurrentPopup();
    ui.semantics.close();
    ImGui::EndPopup();
    if (!act.empty()) ui.commands.run(act);
}

}  // namespace thidua::ui
