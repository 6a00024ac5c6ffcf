#include "ui/widgets/chip.h"

#include "ui/widgets/paint.h"

namespace thidua::ui {
namespace {

constexpr float kChipHeight = 22;

std::string_view mark_of(ChipKind kind) {
    switch (kind) {
        case ChipKind::kMet: return "check";
        case ChipKind::kNotMet: return "close";
        case ChipKind::kNotKnown: return "question";
        case ChipKind::kForPerson: return "person";
        case ChipKind::kHonour: return "award";
        case ChipKind::kNeutral: return {};
    }
    return {};
}

}  // namespace

const Tone& chip_tone(const Theme& theme, ChipKind kind) {
    switch (kind) {
        case ChipKind::kMet: return theme.met;
        case ChipKind::kNotMet: return theme.not_met;
        case ChipKind::kNotKnown: return theme.not_known;
        case ChipKind::kForPerson: return theme.for_person;
        case ChipKind::kHonour: return theme.honour;
        case ChipKind::kNeutral: return theme.neutral;
    }
    return theme.neutral;
}

std::string_view verdict_word(const Ui& ui, ChipKind verdict) {
    switch (verdict) {
        case ChipKind::kMet: return ui.say(Word::kMet);
        case ChipKind::kNotMet: return ui.say(Word::kNotMet);
        case ChipKind::kNotKnown: return ui.say(Word::kNotKnown);
        case ChipKind::kForPerson: return ui.say(Word::kForPerson);
        default: return {};
    }
}

float paint_chip(Ui& ui, float x, float centre_y, std::string_view text, ChipKind kind, bool draw) {
    const std::string_view mark = mark_of(kind);
    const float mark_width = mark.empty() ? 0.0F : 18.0F;
    const float words = text_size(ui, TextStyle::kSmallStrong, text).x;
    const float width = std::ceil(words + mark_width + (mark.empty() ? 16.0F : 14.0F));
    if (!draw) return width;
    const Tone& tone = chip_tone(ui.theme(), kind);
    const float top = std::floor(centre_y - kChipHeight / 2);
    const ImRect rect({x, top}, {x + width, top + kChipHeight});
    ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, rect.Max, tone.ground, kChipHeight / 2);
    float at = x + 8;
    if (!mark.empty()) {
        paint_icon_scaled(ui, {x + 14, rect.GetCenter().y}, mark, tone.text, 14);
        at = x + 6 + mark_width;
    }
    paint_centred(ui, at, words + 1, rect.Min.y, rect.Max.y, TextStyle::kSmallStrong, tone.text, text);
    return width;
}

void chip(Ui& ui, std::string_view text, ChipKind kind) {
    const float width = paint_chip(ui, 0, 0, text, kind, false);
    centre_on_line(kChipHeight);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect rect(at, at + ImVec2(width, kChipHeight));
    ImGui::ItemSize(rect.GetSize());
    app::SemanticNode node;
    node.role = app::Role::kText;
    node.name = text;
    node.rect = to_rect(rect);
    ui.semantics.add(std::move(node));
    if (ImGui::ItemAdd(rect, 0)) paint_chip(ui, at.x, rect.GetCenter().y, text, kind);
}

void verdict_chip(Ui& ui, ChipKind verdict) { chip(ui, verdict_word(ui, verdict), verdict); }

}  // namespace thidua::ui
