#include "ui/widgets/year_band.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/widgets/paint.h"

namespace thidua::ui {
namespace {

constexpr float kMonthHeight = 24;
constexpr float kMarkRow = 24;
constexpr float kBarRow = 20;
constexpr float kNameWidth = 180;

struct Scale {
    float left, width;
    int year;

    float x(const base::Date& date) const {
        const long first = base::to_days({year, 1, 1});
        const long days = base::to_days({year + 1, 1, 1}) - first;
        const auto at = static_cast<float>(base::to_days(date) - first) / static_cast<float>(days);
        return left + std::clamp(at, 0.0F, 1.0F) * width;
    }
};

/// The first row whose last word ends left of `x`.
int free_row(std::vector<float>& ends, float x, float end) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (ends[i] + 6 < x) {
            ends[i] = end;
            return static_cast<int>(i);
        }
    }
    ends.push_back(end);
    return static_cast<int>(ends.size()) - 1;
}

struct Spot {
    std::size_t index;
    float x, end;
    int row;
    bool before = false;  ///< the name stands left of the mark: no room on the right
};

}  // namespace

int year_band(Ui& ui, std::string_view name, int year, std::span<const YearMark> marks, std::optional<base::Date> today) {
    const Theme& t = ui.theme();
    int pressed_mark = -1;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Scale scale{at.x, available_width(), year};

    std::vector<std::size_t> order(marks.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return marks[a].from < marks[b].from; });

    // Names where there is room, else the mark alone: its name is in the tooltip and the tree.
    const bool named = scale.width > 700;
    std::vector<Spot> above;
    std::vector<Spot> below;
    std::vector<Spot> bars;
    std::vector<float> above_ends;
    std::vector<float> below_ends;
    std::vector<float> bar_ends;
    for (const std::size_t i : order) {
        const YearMark& mark = marks[i];
        const float x = scale.x(mark.from);
        const float words = named ? std::min(kNameWidth, text_width(ui, TextStyle::kSmall, mark.name) + 1) + 20 : 14.0F;
        const bool before = named && x + words > at.x + scale.width;
        const float from = before ? x - words : x;
        const float to = before ? x + 10 : x + words;
        if (mark.kind == YearMark::Kind::kCampaign) {
            const float end = std::max(scale.x(mark.to), x + 8);
            bars.push_back({i, x, end, free_row(bar_ends, x, std::max(end, x + (named ? words : 0)))});
        } else if (mark.kind == YearMark::Kind::kAnniversary) {
            above.push_back({i, x, to, free_row(above_ends, from - 5, to), before});
        } else {
            below.push_back({i, x, to, free_row(below_ends, from - 5, to), before});
        }
    }
    const float top_height = static_cast<float>(above_ends.size()) * kMarkRow;
    const float bars_height = static_cast<float>(bar_ends.size()) * kBarRow;
    const float below_height = static_cast<float>(below_ends.size()) * kMarkRow;
    const float band_y = at.y + top_height + 2;
    const float height = top_height + kMonthHeight + 4 + bars_height + below_height + 6;
    const ImRect rect(at, at + ImVec2(scale.width, height));

    app::SemanticNode region;
    region.role = app::Role::kRegion;
    region.name = name;
    region.rect = to_rect(rect);
    ui.semantics.open(std::move(region));
    ImGui::PushID(name.data(), name.data() + name.size());
    ImDrawList* draw = ImGui::GetWindowDrawList();

    draw->AddRectFilled({at.x, band_y}, {rect.Max.x, band_y + kMonthHeight}, t.pressed, 4);
    for (int month = 1; month <= 12; ++month) {
        const float x = scale.x({year, month, 1});
        const float next = month < 12 ? scale.x({year, month + 1, 1}) : rect.Max.x;
        const bool current = today && today->year == year && today->month == month;
        if (current) draw->AddRectFilled({x, band_y}, {next, band_y + kMonthHeight}, t.selected, 4);
        if (month > 1) paint_hairline(ui, {x, band_y + 5}, {x, band_y + kMonthHeight - 5}, mix(t.line, t.quiet, 0.3F));
        const std::string number = std::to_string(month);
        const std::string words = next - x > 66 ? ui.say(Word::kMonth, {number}) : ui.say(Word::kMonthShort, {number});
        const TextStyle style = current ? TextStyle::kSmallStrong : TextStyle::kSmall;
        const float width = text_width(ui, style, words);
        paint_centred(ui, std::floor((x + next - width) / 2), width + 1, band_y, band_y + kMonthHeight, style,
                      current ? t.text : t.quiet, words);
    }

    const auto spot = [&](const Spot& s, const ImRect& area, std::string_view icon, Color color) {
        const YearMark& mark = marks[s.index];
        app::SemanticNode node;
        node.role = app::Role::kButton;
        node.name = mark.name;
        node.description = base::to_numeric(mark.from);
        ImGui::PushID(static_cast<int>(s.index));
        const Press press = press_item(ui, ImGui::GetID("mark"), area, true, std::move(node));
        ImGui::PopID();
        if (press.pressed) pressed_mark = static_cast<int>(s.index);
        if (press.visible) {
            if (press.hovered) draw->AddRectFilled(area.Min, area.Max, t.hover, 4);
            paint_icon_scaled(ui, {s.x, area.GetCenter().y}, icon, color, 14);
            if (named) {
                const float room = std::min(kNameWidth, text_width(ui, TextStyle::kSmall, mark.name) + 1);
                paint_centred(ui, s.before ? s.x - 10 - room : s.x + 10, room, area.Min.y, area.Max.y, TextStyle::kSmall,
                              t.text, mark.name);
            }
            if (press.focused) paint_focus_ring(ui, area, 4);
            tooltip_for(ui, press, mark.name + " · " + base::to_numeric(mark.from));
        }
    };
    const auto mark_area = [&](const Spot& s, float y) {
        const float name_width = std::min(kNameWidth, text_width(ui, TextStyle::kSmall, marks[s.index].name) + 1);
        return ImRect({s.before ? s.x - name_width - 14 : s.x - 9, y}, {std::min(s.end, rect.Max.x), y + kMarkRow - 2});
    };
    for (const Spot& s : above) {
        const float y = at.y + top_height - static_cast<float>(s.row + 1) * kMarkRow;
        spot(s, mark_area(s, y), "flag", t.gold);
    }
    const float bars_y = band_y + kMonthHeight + 4;
    for (const Spot& s : bars) {
        const float y = bars_y + static_cast<float>(s.row) * kBarRow;
        const YearMark& mark = marks[s.index];
        const ImRect area({s.x, y}, {s.end, y + kBarRow - 3});
        app::SemanticNode node;
        node.role = app::Role::kButton;
        node.name = mark.name;
        node.description = base::to_numeric(mark.from) + " – " + base::to_numeric(mark.to);
        ImGui::PushID(static_cast<int>(s.index));
        const Press press = press_item(ui, ImGui::GetID("bar"), area, true, std::move(node));
        ImGui::PopID();
        if (press.pressed) pressed_mark = static_cast<int>(s.index);
        if (!press.visible) continue;
        draw->AddRectFilled(area.Min, area.Max, press.hovered ? mix(t.for_person.ground, t.for_person.text, 0.15F) : t.for_person.ground, 4);
        draw->AddRectFilled(area.Min, {area.Min.x + 3, area.Max.y}, t.for_person.text, 2);
        paint_centred(ui, area.Min.x + 8, area.GetWidth() - 12, area.Min.y, area.Max.y, TextStyle::kSmall, t.for_person.text, mark.name);
        if (press.focused) paint_focus_ring(ui, area, 4);
        tooltip_for(ui, press, mark.name);
    }
    for (const Spot& s : below) {
        const YearMark& mark = marks[s.index];
        const float y = bars_y + bars_height + static_cast<float>(s.row) * kMarkRow;
        const std::string_view icon = mark.done ? "check_circle" : mark.late ? "warning" : "schedule";
        const Color color = mark.done ? t.met.text : mark.late ? t.not_met.text : t.quiet;
        spot(s, mark_area(s, y), icon, color);
    }
    if (today && today->year == year) {
        const float x = std::floor(scale.x(*today));
        draw->AddRectFilled({x, band_y - 3}, {x + 2, band_y + kMonthHeight + 3}, t.accent, 1);
        app::SemanticNode node;
        node.role = app::Role::kText;
        node.name = std::string(ui.say(Word::kToday)) + ": " + base::to_numeric(*today);
        node.rect = {x, band_y, 2, kMonthHeight};
        ui.semantics.add(std::move(node));
    }
    ImGui::PopID();
    ui.semantics.close();
    put_cursor(at);
    ImGui::ItemSize(rect.GetSize());
    ImGui::ItemAdd(rect, 0);
    return pressed_mark;
}

}  // namespace thidua::ui
