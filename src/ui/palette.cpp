#include "ui/palette.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/find.h"
#include "ui/widgets/field.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr float kCaption = 26;
constexpr float kFinding = 48;

/// One palette per program: what was typed lives as long as it is open.
struct PaletteState {
    std::string query;
    std::vector<app::Finding> found;
    int chosen = 0;
    bool was_open = false;
};

PaletteState& palette_state() {
    static PaletteState state;
    return state;
}

Word caption_of(app::FindKind kind) {
    switch (kind) {
        case app::FindKind::kPerson: return Word::kFoundPeople;
        case app::FindKind::kPlan: return Word::kFoundPlans;
        case app::FindKind::kTask: return Word::kFoundTasks;
        case app::FindKind::kBasis: return Word::kFoundBasis;
        case app::FindKind::kInitiative: return Word::kFoundInitiatives;
        case app::FindKind::kAward: return Word::kFoundAwards;
        case app::FindKind::kTitle: return Word::kFoundTitles;
        case app::FindKind::kItem: break;
    }
    return Word::kFoundItems;
}

std::string_view icon_of(app::FindKind kind) {
    switch (kind) {
        case app::FindKind::kPerson: return "person";
        case app::FindKind::kPlan: return "description";
        case app::FindKind::kTask: return "task";
        case app::FindKind::kBasis: return "link";
        case app::FindKind::kInitiative: return "star";
        case app::FindKind::kAward: return "trophy";
        case app::FindKind::kTitle: return "award";
        case app::FindKind::kItem: break;
    }
    return "article";
}

struct RowBox {
    Press press;
    float left = 0;
};

/// The pressable row with its ground and icon.
RowBox row_box(Ui& ui, ImGuiID id, float height, std::string_view name, std::string_view description,
               std::string_view icon, bool chosen) {
    const Theme& t = ui.theme();
    app::SemanticNode node;
    node.role = app::Role::kOption;
    node.name = name;
    node.description = description;
    node.selected = chosen;
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);  // the arrows move the choice, the caret stays in the field
    const Press press = press_box(ui, id, {available_width(), height}, true, std::move(node));
    ImGui::PopItemFlag();
    const ImRect& r = press.rect;
    if (press.visible) {
        if (chosen || press.hovered) {
            ImGui::GetWindowDrawList()->AddRectFilled(r.Min, r.Max, chosen ? t.selected : t.hover, 4);
        }
        paint_icon(ui, {r.Min.x + kSpace3 + kIconSize / 2, r.GetCenter().y}, icon, chosen ? t.accent : t.quiet);
    }
    move_cursor({0, -ImGui::GetStyle().ItemSpacing.y});
    return {press, r.Min.x + kSpace3 + kIconSize + kSpace3};
}

bool command_row(Ui& ui, const Command& command, bool chosen) {
    const Theme& t = ui.theme();
    const float height = ui.coarse ? kTouchHeight : 36.0F;
    const auto [press, left] =
        row_box(ui, ImGui::GetID(command.id.c_str()), height, command.words(ui.language), {}, command.icon, chosen);
    if (press.visible) {
        const ImRect& r = press.rect;
        const std::string keys = ui.coarse ? std::string() : chord_text(command.shortcut);
        const float keys_width = keys.empty() ? 0 : text_size(ui, TextStyle::kSmall, keys).x;
        paint_centred(ui, left, r.Max.x - left - keys_width - kSpace5, r.Min.y, r.Max.y, TextStyle::kBody, t.text,
                      command.words(ui.language));
        if (!keys.empty()) {
            paint_centred(ui, r.Max.x - keys_width - kSpace3, keys_width + 1, r.Min.y, r.Max.y, TextStyle::kSmall,
                          t.quiet, keys);
        }
    }
    return press.pressed;
}

/// One line with the letters that were looked for on a ground of their own.
void paint_marked(Ui& ui, float left, float width, float top, float bottom, TextStyle style, Color color,
                  std::string_view text, const app::Highlights& highlights) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (const auto& [from, to] : highlights) {
        const float begin = left + text_width(ui, style, text.substr(0, from));
        const float end = std::min(begin + text_width(ui, style, text.substr(from, to - from)), left + width);
        if (begin >= left + width) continue;
        draw->AddRectFilled({begin - 1, top + 2}, {end + 1, bottom - 2}, ui.theme().text_selection, 3);
    }
    paint_centred(ui, left, width, top, bottom, style, color, text);
}

bool finding_row(Ui& ui, const app::Finding& finding, int number, bool chosen) {
    const Theme& t = ui.theme();
    const auto [press, left] = row_box(ui, ImGui::GetID(("found" + std::to_string(number)).c_str()), kFinding,
                                       finding.text, finding.detail, icon_of(finding.kind), chosen);
    if (press.visible) {
        const ImRect& r = press.rect;
        const float width = r.Max.x - left - kSpace3;
        if (finding.detail.empty()) {
            paint_marked(ui, left, width, r.Min.y + 12, r.Max.y - 12, TextStyle::kBody, t.text, finding.text,
                         finding.highlights);
        } else {
            paint_marked(ui, left, width, r.Min.y + 3, r.Min.y + 26, TextStyle::kBody, t.text, finding.text,
                         finding.highlights);
            paint_marked(ui, left, width, r.Min.y + 25, r.Max.y - 3, TextStyle::kSmall, t.quiet, finding.detail,
                         finding.detail_highlights);
        }
    }
    return press.pressed;
}

void caption(Ui& ui, std::string_view words) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    paint_centred(ui, at.x + kSpace3, available_width() - kSpace3, at.y + 4, at.y + kCaption, TextStyle::kSmall,
                  ui.theme().quiet, words);
    app::SemanticNode node;
    node.role = app::Role::kHeading;
    node.level = 3;
    node.name = words;
    node.rect = to_rect({at, {at.x + available_width(), at.y + kCaption}});
    ui.semantics.add(std::move(node));
    move_cursor({0, kCaption});
}

/// How many findings fit under `used` pixels of a window that may be `room` high.
std::size_t that_fit(const std::vector<app::Finding>& found, float used, float room) {
    std::size_t count = 0;
    for (; count < found.size(); ++count) {
        used += kFinding;
        if (count == 0 || found[count].kind != found[count - 1].kind) used += kCaption;
        if (used > room) break;
    }
    return count;
}

struct Choice {
    std::string command;
    const app::Finding* finding = nullptr;
    bool made() const { return !command.empty() || finding != nullptr; }
};

/// Commands, then findings by kind; the arrows and Enter go through both.
Choice draw_results(Ui& ui, PaletteState& state, bool entered, float room) {
    std::vector<const Command*> commands = ui.commands.search(state.query, ui.language);
    const std::size_t most = state.found.empty() ? 9 : 4;
    if (commands.size() > most) commands.resize(most);
    const float row = ui.coarse ? kTouchHeight : 36.0F;
    const std::size_t findings = that_fit(state.found, row * static_cast<float>(commands.size()), room);
    const int count = static_cast<int>(commands.size() + findings);
    Choice choice;
    if (count == 0) {
        quiet(ui, ui.say(Word::kNothingFound, {state.query}));
        return choice;
    }
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) state.chosen = (state.chosen + 1) % count;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) state.chosen = (state.chosen + count - 1) % count;
    state.chosen = std::clamp(state.chosen, 0, count - 1);
    int number = 0;
    for (const Command* command : commands) {
        const bool pressed = command_row(ui, *command, number == state.chosen);
        if (pressed || (entered && number == state.chosen)) choice.command = command->id;
        ++number;
    }
    for (std::size_t i = 0; i < findings; ++i) {
        const app::Finding& finding = state.found[i];
        if (i == 0 || state.found[i - 1].kind != finding.kind) caption(ui, ui.say(caption_of(finding.kind)));
        const bool pressed = finding_row(ui, finding, number, number == state.chosen);
        if (pressed || (entered && number == state.chosen)) choice.finding = &finding;
        ++number;
    }
    return choice;
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
    const float top = ui.phone() ? kSpace3 : 72.0F;
    ImGui::SetNextWindowPos({std::floor((ui.width - width) / 2), top});
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

    const std::string_view hint = ui.say(ui.find ? Word::kFindHint : Word::kSearchHint);
    const FieldEvent typed =
        text_field(ui, ui.say(Word::kSearchHint), state.query,
                   {.placeholder = hint, .hide_label = true, .icon = "search", .focus = just_opened});
    if (typed.changed) {
        state.chosen = 0;
        state.found = ui.find ? ui.find(state.query) : std::vector<app::Finding>();
    }
    const float room = ui.height - top - ui.control_height() - 5 * kSpace3;
    const Choice choice = draw_results(ui, state, typed.entered, room);

    const ImGuiContext& g = *ImGui::GetCurrentContext();
    const bool outside = ImGui::IsMouseClicked(0) && !ImGui::GetCurrentWindow()->Rect().Contains(g.IO.MousePos);
    if (choice.made() || outside || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.palette_open = false;
    if (!ui.palette_open) ImGui::CloseCurrentPopup();
    ui.semantics.close();
    ImGui::EndPopup();
    if (!choice.command.empty()) ui.commands.run(choice.command);
    else if (choice.finding != nullptr && ui.follow) ui.follow(choice.finding->route);
}

}  // namespace thidua::ui
