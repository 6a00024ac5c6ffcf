#include "ui/widgets/card.h"

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.h"
#include "text/letters.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

/// The ground is painted in end_card(), when the height is known, on a channel below what is drawn meanwhile.
struct OpenCard {
    ImVec2 at;
    float width = 0;
    bool region = false;
    std::uint32_t node = 0;
    float content_right = 0, work_right = 0;
    ImDrawListSplitter layers;
};

std::vector<std::unique_ptr<OpenCard>>& open_cards() {
    static std::vector<std::unique_ptr<OpenCard>> cards;
    return cards;
}

float card_padding(const Ui& ui) { return ui.phone() ? kSpace3 : kSpace4; }

std::vector<std::string_view> name_words(std::string_view name) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while ((at = name.find_first_not_of(' ', at)) != std::string_view::npos) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        words.push_back(name.substr(at, end - at));
        at = end;
    }
    return words;
}

}  // namespace

void begin_card(Ui& ui, std::string_view id, std::string_view name, float width) {
    ImGui::PushID(id.data(), id.data() + id.size());
    auto card = std::make_unique<OpenCard>();
    card->at = ImGui::GetCursorScreenPos();
    card->width = width > 0 ? width : available_width();
    card->region = !name.empty();
    if (card->region) {
        app::SemanticNode node;
        node.role = app::Role::kRegion;
        node.name = name;
        card->node = ui.semantics.open(std::move(node));
    }
    card->layers.Split(ImGui::GetWindowDrawList(), 2);
    card->layers.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
    const float padding = card_padding(ui);
    put_cursor(card->at + ImVec2(padding, padding));
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    card->content_right = window->ContentRegionRect.Max.x;
    card->work_right = window->WorkRect.Max.x;
    window->ContentRegionRect.Max.x = window->WorkRect.Max.x = card->at.x + card->width - padding;
    ImGui::BeginGroup();
    open_cards().push_back(std::move(card));
}

void end_card(Ui& ui) {
    if (open_cards().empty()) return;
    const std::unique_ptr<OpenCard> card = std::move(open_cards().back());
    open_cards().pop_back();
    ImGui::EndGroup();
    const float padding = card_padding(ui);
    const float bottom = std::max(ImGui::GetItemRectMax().y, card->at.y + padding) + padding;
    const ImRect rect(card->at, {card->at.x + card->width, bottom});
    ImDrawList* draw = ImGui::GetWindowDrawList();
    card->layers.SetCurrentChannel(draw, 0);
    draw->AddRectFilled(rect.Min, rect.Max, ui.theme().surface, kRadius + 2);
    draw->AddRect(rect.Min, rect.Max, ui.theme().line, kRadius + 2);
    card->layers.Merge(draw);
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    window->ContentRegionRect.Max.x = card->content_right;
    window->WorkRect.Max.x = card->work_right;
    put_cursor(card->at);
    ImGui::ItemSize(rect.GetSize());
    ImGui::ItemAdd(rect, 0);
    if (card->region) {
        if (app::SemanticNode* node = ui.semantics.current(card->node)) node->rect = to_rect(rect);
        ui.semantics.close();
    }
    ImGui::PopID();
}

bool list_row(Ui& ui, std::string_view id, const ListRow& row) {
    const Theme& t = ui.theme();
    const bool two = !row.subtitle.empty();
    const float height = two ? 52.0F : std::max(40.0F, ui.control_height());
    app::SemanticNode node;
    node.role = row.chevron ? app::Role::kLink : row.choice ? app::Role::kButton : app::Role::kListItem;
    node.name = row.title;
    node.description = row.subtitle;
    node.value = row.trailing;
    node.selected = row.selected;
    const Press press = press_box(ui, label_id(id), {available_width(), height}, true, std::move(node));
    if (press.visible) {
        const ImRect& r = press.rect;
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const float hover = ui.glide(press.id, press.hovered);
        const Color clear = t.hover & 0x00FFFFFFU;
        draw->AddRectFilled(r.Min, r.Max, row.selected ? t.selected : mix(clear, press.held ? t.pressed : t.hover, hover), 4);
        if (row.selected) draw->AddRectFilled(r.Min, {r.Min.x + 3, r.Max.y}, t.accent, 2);
        float left = r.Min.x + kSpace3;
        if (!row.avatar.empty()) {
            paint_avatar(ui, left, r.GetCenter().y - 16, row.avatar, 32);
            left += 32 + kSpace3;
        } else if (!row.icon.empty()) {
            paint_icon(ui, {left + kIconSize / 2, r.GetCenter().y}, row.icon, row.selected ? t.accent : t.quiet);
            left += kIconSize + kSpace3;
        }
        float right = r.Max.x - kSpace3;
        if (row.chevron) {
            paint_icon(ui, {right - kIconSize / 2 + 4, r.GetCenter().y}, "chevron_right", t.quiet);
            right -= kIconSize;
        }
        if (!row.trailing.empty()) {
            const float width = text_size(ui, TextStyle::kSmall, row.trailing).x;
            paint_centred(ui, right - width, width + 1, r.Min.y, r.Max.y, TextStyle::kSmall, t.quiet, row.trailing);
            right -= width + kSpace3;
        }
        const float width = std::max(20.0F, right - left);
        if (two) {
            paint_line(ui, {left, r.Min.y + 7}, width, TextStyle::kBodyStrong, t.text, row.title);
            paint_line(ui, {left, r.Min.y + 27}, width, TextStyle::kSmall, t.quiet, row.subtitle);
        } else {
            paint_centred(ui, left, width, r.Min.y, r.Max.y, TextStyle::kBody, t.text, row.title);
        }
        paint_hairline(ui, {left, r.Max.y}, {r.Max.x, r.Max.y}, t.line);
        if (press.focused) paint_focus_ring(ui, ImRect(r.Min + ImVec2(2, 2), r.Max - ImVec2(2, 2)), 4);
    }
    move_cursor({0, 1 - ImGui::GetStyle().ItemSpacing.y});
    return press.pressed;
}

std::string initials(std::string_view name) {
    const auto words = name_words(name);
    std::string out;
    const std::size_t from = words.size() > 2 ? words.size() - 2 : 0;
    for (std::size_t i = from; i < words.size(); ++i) {
        std::size_t at = 0;
        base::append_utf8(out, text::upper(base::next_code_point(words[i], at)));
    }
    return out;
}

void paint_avatar(Ui& ui, float x, float y, std::string_view name, float size) {
    const Theme& t = ui.theme();
    const Tone* tones[] = {&t.neutral, &t.for_person, &t.met, &t.honour};
    const Tone& tone = *tones[ImHashStr(name.data(), name.size()) % std::size(tones)];
    const ImVec2 centre(x + size / 2, y + size / 2);
    ImGui::GetWindowDrawList()->AddCircleFilled(centre, size / 2, tone.ground);
    const std::string letters = initials(name);
    const TextStyle style = size > 40 ? TextStyle::kTitle : TextStyle::kSmallStrong;
    const ImVec2 words = text_size(ui, style, letters);
    paint_text(ui, {std::floor(centre.x - words.x / 2 + 0.5F), std::floor(centre.y - words.y / 2)}, style, tone.text, letters);
}

void avatar(Ui& ui, std::string_view name, float size) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect rect(at, at + ImVec2(size, size));
    ImGui::ItemSize(rect.GetSize());
    if (ImGui::ItemAdd(rect, 0)) paint_avatar(ui, at.x, at.y, name, size);
}

void property(Ui& ui, std::string_view label, std::string_view value, float label_width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = available_width();
    const bool stacked = width < label_width * 2;
    const float value_x = stacked ? 0 : label_width + kSpace3;
    const ImVec2 size = text_size(ui, TextStyle::kBody, value, width - value_x);
    const float value_y = stacked ? type_size(TextStyle::kSmall).line : 0;
    const ImRect rect(at, at + ImVec2(width, value_y + size.y));
    ImGui::ItemSize(rect.GetSize());
    app::SemanticNode node;
    node.role = app::Role::kText;
    node.name = std::string(label) + ": " + std::string(value);
    node.rect = to_rect(rect);
    ui.semantics.add(std::move(node));
    if (!ImGui::ItemAdd(rect, 0)) return;
    if (stacked) {
        paint_text(ui, at, TextStyle::kSmall, ui.theme().quiet, label);
    } else {
        paint_line(ui, at, label_width, TextStyle::kBody, ui.theme().quiet, label);
    }
    paint_text(ui, at + ImVec2(value_x, value_y), TextStyle::kBody, ui.theme().text, value, width - value_x);
}

}  // namespace thidua::ui
