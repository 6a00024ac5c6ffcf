// The strip of a person's years.

#include <algorithm>
#include <cmath>
#include <utility>

#include "imgui.h"
#include "office/title.h"
#include "ui/screens/law_marks.h"
#include "ui/screens/person.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr float kLabel = 136;
constexpr float kPhoneLabel = 92;
constexpr float kLeastCell = 54;
constexpr float kHeader = 28;

/// What one crossing shows.
struct Mark {
    std::string words;      ///< drawn, when not empty
    std::string_view icon;  ///< drawn before the words
    Color color = 0;
    std::string said;     ///< for screen readers and below the strip
    bool joined = false;  ///< held like the year before: a line between them
};

struct Grid {
    Scene& scene;
    const app::PersonYears& years;
    int chosen;
    float left, top, label, cell, row;
    std::size_t first;  ///< index of the first year shown
    int pressed = 0;
    std::string described = {};

    float x_of(std::size_t i) const { return left + label + cell * static_cast<float>(i - first); }

    void head() {
        Ui& ui = scene.ui;
        const Theme& t = ui.theme();
        const float bottom = top + kHeader + row * static_cast<float>(years.titles.size() + 4);
        for (std::size_t i = first; i < years.years.size(); ++i) {
            const float x = x_of(i);
            const bool current = years.years[i].year == chosen;
            if (current)
                ImGui::GetWindowDrawList()->AddRectFilled({x + 1, top}, {x + cell - 1, bottom}, t.selected, kRadius);
            const std::string words = std::to_string(years.years[i].year);
            const float width = text_width(ui, TextStyle::kSmallStrong, words);
            paint_centred(ui, x + (cell - width) / 2, width + 1, top, top + kHeader, TextStyle::kSmallStrong,
                          current ? t.text : t.quiet, words);
        }
    }

    void line(int number, std::string_view name, const std::vector<Mark>& marks) {
        Ui& ui = scene.ui;
        const Theme& t = ui.theme();
        const float y = top + kHeader + row * static_cast<float>(number);
        paint_hairline(ui, {left, y}, {left + label + cell * static_cast<float>(years.years.size() - first), y},
                       t.line);
        app::SemanticNode node;
        node.role = app::Role::kRow;
        node.name = name;
        node.rect = {left, y, label, row};
        ui.semantics.open(std::move(node));
        paint_centred(ui, left, label - 6, y, y + row, TextStyle::kSmall, t.quiet, name);
        ImGui::PushID(number);
        for (std::size_t i = first; i < years.years.size(); ++i) {
            const Mark& mark = marks[i];
            const ImRect rect({x_of(i), y}, {x_of(i) + cell, y + row});
            app::SemanticNode crossing;
            crossing.role = app::Role::kButton;
            crossing.name = scene.say(Word::kYearNumber, {std::to_string(years.years[i].year)}) + ", " +
                            std::string(name) + ": " + mark.said;
            crossing.selected = years.years[i].year == chosen;
            const std::string said = crossing.name;
            ImGui::PushID(static_cast<int>(i));
            const Press press = press_item(ui, ImGui::GetID("year"), rect, true, std::move(crossing));
            ImGui::PopID();
            if (press.pressed) pressed = years.years[i].year;
            if (press.hovered || press.focused) described = said;
            if (!press.visible) continue;
            if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, rect.Max, t.hover, 4);
            paint(rect, mark, i > first);
            if (press.focused) paint_focus_ring(ui, ImRect(rect.Min + ImVec2(3, 3), rect.Max - ImVec2(3, 3)), 4);
        }
        ImGui::PopID();
        ui.semantics.close();
    }

    void paint(const ImRect& rect, const Mark& mark, bool has_left) {
        Ui& ui = scene.ui;
        const float centre = rect.GetCenter().y;
        const float words = mark.words.empty() ? 0 : text_width(ui, TextStyle::kSmallStrong, mark.words);
        const float icon = mark.icon.empty() ? 0 : 16;
        const float gap_between = words > 0 && icon > 0 ? 3.0F : 0.0F;
        const float whole = std::min(words + icon + gap_between, rect.GetWidth() - 4);
        float x = rect.GetCenter().x - whole / 2;
        if (mark.joined && has_left) {
            const float from = rect.GetCenter().x - rect.GetWidth() + 11;
            ImGui::GetWindowDrawList()->AddLine({from, centre}, {rect.GetCenter().x - 11, centre}, ui.theme().gold, 2);
        }
        if (icon > 0) paint_icon_scaled(ui, {x + 8, centre}, mark.icon, mark.color, 16);
        if (words > 0) {
            paint_centred(ui, x + icon + gap_between, whole - icon - gap_between + 1, rect.Min.y, rect.Max.y,
                          TextStyle::kSmallStrong, mark.color, mark.words);
        }
    }
};

Mark rating_mark(const Scene& scene, const app::PersonYear& year) {
    const Theme& t = scene.ui.theme();
    Mark mark;
    switch (year.rating) {
        case office::Rating::kExcellent:
            mark.words = scene.say(Word::kYearsExcellent);
            mark.color = t.met.text;
            break;
        case office::Rating::kGood:
            mark.words = scene.say(Word::kYearsGood);
            mark.color = t.text;
            break;
        case office::Rating::kCompleted:
            mark.words = scene.say(Word::kYearsCompleted);
            mark.color = t.quiet;
            break;
        case office::Rating::kNotCompleted:
            mark.words = scene.say(Word::kYearsNotCompleted);
            mark.color = t.not_met.text;
            break;
        case office::Rating::kUnknown:
            mark.words = "?";
            mark.color = t.not_known.text;
            break;
    }
    mark.said = year.rating == office::Rating::kUnknown ? std::string(scene.say(Word::kYearsUnknown)) : mark.words;
    if (!year.rating_document.empty()) mark.said += "; " + year.rating_document;
    return mark;
}

std::vector<Mark> title_marks(const Scene& scene, const app::TitleRow& row) {
    const Theme& t = scene.ui.theme();
    std::vector<Mark> out;
    for (std::size_t i = 0; i < row.years.size(); ++i) {
        Mark mark;
        switch (row.years[i].state) {
            case law::YearState::kHeld:
                mark.icon = "award";
                mark.color = t.gold;
                mark.said = scene.say(Word::kYearsHeld);
                mark.joined = i > 0 && row.years[i - 1].state == law::YearState::kHeld;
                break;
            case law::YearState::kNotHeld:
                mark.words = "–";
                mark.color = t.quiet;
                mark.said = scene.say(Word::kYearsNotHeld);
                break;
            case law::YearState::kRevoked:
                mark.icon = "block";
                mark.color = t.not_met.text;
                mark.said = scene.say(Word::kYearsRevoked);
                break;
            case law::YearState::kUnknown:
                mark.words = "?";
                mark.color = t.not_known.text;
                mark.said = scene.say(Word::kYearsUnknown);
                break;
        }
        mark.said += "; " + std::string(scene.in(row.source_vi[i], row.source_en[i]));
        out.push_back(std::move(mark));
    }
    return out;
}

/// The notes of some kinds in each year: how many, and what they say.
std::vector<Mark> note_marks(const Scene& scene, const app::PersonYears& years,
                             std::initializer_list<app::YearNote::Kind> kinds, std::string_view icon, Color color) {
    std::vector<Mark> out;
    for (const app::PersonYear& year : years.years) {
        Mark mark;
        int count = 0;
        for (const app::YearNote& note : year.notes) {
            if (std::find(kinds.begin(), kinds.end(), note.kind) == kinds.end()) continue;
            ++count;
            if (!mark.said.empty()) mark.said += "; ";
            mark.said += scene.in(note.vi, note.en);
        }
        if (count == 0) {
            mark.words = "·";
            mark.color = scene.ui.theme().quiet;
            mark.said = scene.say(Word::kYearsNothing);
        } else {
            mark.icon = icon;
            mark.color = color;
            if (count > 1) mark.words = std::to_string(count);
        }
        out.push_back(std::move(mark));
    }
    return out;
}

/// "CSTĐCS: 2 năm liên tục đến 2023 · CSTĐ tỉnh cần 3 năm liên tục" and why it is not longer.
void run_words(Scene& scene, const app::TitleRow& row) {
    const office::EmulationTitle* title = office::find_title(row.title);
    const std::string name(title == nullptr ? std::string_view(row.title) : title->short_vi);
    if (row.until == 0) return;
    std::string words = scene.say(Word::kYearsRun, {name, std::to_string(row.in_a_row), std::to_string(row.until)});
    if (row.needed > 0) {
        const office::EmulationTitle* higher = office::find_title(row.needed_for);
        words += " · " + scene.say(Word::kYearsRunNeeded,
                                   {higher == nullptr ? std::string_view(row.needed_for) : higher->short_vi,
                                    std::to_string(row.needed)});
    }
    text(scene.ui, words);
    if (!row.broken_vi.empty())
        quiet(scene.ui, scene.say(Word::kYearsBroken, {scene.in(row.broken_vi, row.broken_en)}), TextStyle::kSmall);
    if (row.needed > 0) clause_line(scene, scene.app.grid().pack, row.clause, row.confidence);
    gap(kSpace1);
}

}  // namespace

int YearsStrip::draw(Scene& scene, const app::PersonYears& years, int chosen) {
    Ui& ui = scene.ui;
    heading(ui, scene.say(Word::kYearsTitle), 2);
    gap(kSpace2);
    if (years.titles.empty()) {
        quiet(ui, scene.say(Word::kVerdictNoLaw));
        return 0;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float label = ui.phone() ? kPhoneLabel : kLabel;
    const float room = available_width() - label;
    const auto fit = std::clamp(static_cast<std::size_t>(room / kLeastCell), std::size_t{3}, years.years.size());
    Grid grid{scene,
              years,
              chosen,
              at.x,
              at.y,
              label,
              std::floor(room / static_cast<float>(fit)),
              ui.row_height() + 2,
              years.years.size() - fit};

    app::SemanticNode node;
    node.role = app::Role::kTable;
    node.name = scene.say(Word::kYearsTitle);
    ui.semantics.open(std::move(node));
    grid.head();
    const Theme& t = ui.theme();
    std::vector<Mark> ratings;
    for (const app::PersonYear& year : years.years) ratings.push_back(rating_mark(scene, year));
    int number = 0;
    grid.line(number++, scene.say(Word::kYearsRating), ratings);
    for (const app::TitleRow& row : years.titles) {
        const office::EmulationTitle* title = office::find_title(row.title);
        grid.line(number++, title == nullptr ? std::string_view(row.title) : title->short_vi, title_marks(scene, row));
    }
    using Kind = app::YearNote::Kind;
    grid.line(number++, scene.say(Word::kYearsForms), note_marks(scene, years, {Kind::kForm}, "star", t.gold));
    grid.line(number++, scene.say(Word::kYearsInitiatives),
              note_marks(scene, years, {Kind::kInitiative}, "article", t.for_person.text));
    grid.line(number++, scene.say(Word::kYearsAgainst),
              note_marks(scene, years, {Kind::kDiscipline, Kind::kHold, Kind::kLeave}, "warning", t.not_met.text));
    ui.semantics.close();
    put_cursor(at);
    ImGui::ItemSize({label + room, kHeader + grid.row * static_cast<float>(number)});
    ImGui::ItemAdd(ImRect(at, at + ImVec2(label + room, kHeader + grid.row * static_cast<float>(number))), 0);
    // Two lines always, so that nothing below jumps while the pointer moves.
    if (!grid.described.empty()) described_ = grid.described;
    const std::string_view words = described_.empty() ? scene.say(Word::kYearsHelp) : std::string_view(described_);
    gap(kSpace1);
    paint_text(ui, ImGui::GetCursorScreenPos(), TextStyle::kSmall, t.quiet, words, label + room);
    ImGui::ItemSize({label + room, 2 * type_size(TextStyle::kSmall).line});
    gap(kSpace2);
    for (const app::TitleRow& row : years.titles) run_words(scene, row);
    return grid.pressed;
}

}  // namespace thidua::ui
