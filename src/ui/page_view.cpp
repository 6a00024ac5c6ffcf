#include "ui/page_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr float kPageGap = 16;   // CSS pixels between two sheets
constexpr float kPageMargin = 16;
constexpr float kReadableZoom = 0.9F, kLeastZoom = 0.5F;  // CSS pixels per point: 14 pt as 12.6 and 7 px
constexpr float kNarrowMargin = 18;                        // points

void begin_page_text(const ImDrawList*, const ImDrawCmd* command) {
    static_cast<GlyphRenderer*>(command->UserCallbackData)->begin();
}
void end_page_text(const ImDrawList*, const ImDrawCmd* command) {
    static_cast<GlyphRenderer*>(command->UserCallbackData)->end();
}

struct View {
    Ui& ui;
    const PageText& text;
    PageState& state;
    ImVec2 origin;   ///< top left of the first sheet on screen
    float zoom;
    float cut_left, cut_right;  ///< points of the side margins that are left out: narrow views spare them

    int page_of(float y) const { return std::min(state.layout.pages - 1, static_cast<int>(y / kPaperHeight)); }
    float screen_y(float y, int page) const { return origin.y + y * zoom + static_cast<float>(page) * kPageGap; }
    ImVec2 screen(float x, const PlacedLine& line, float y) const {
        return {origin.x + (x - cut_left) * zoom, screen_y(y, page_of(line.top))};
    }
    float line_top(const PlacedLine& line) const { return screen_y(line.top, page_of(line.top)); }

    void paper(const ImRect& clip) const {
        const Theme& t = ui.theme();
        ImDrawList* draw = ImGui::GetWindowDrawList();
        for (int page = 0; page < state.layout.pages; ++page) {
            const float y = screen_y(static_cast<float>(page) * kPaperHeight, page);
            const ImRect sheet({origin.x, y}, {origin.x + (kPaperWidth - cut_left - cut_right) * zoom, y + kPaperHeight * zoom});
            if (!sheet.Overlaps(clip)) continue;
            draw->AddRectFilled(sheet.Min, sheet.Max, t.paper, 2);
            draw->AddRect(sheet.Min, sheet.Max, t.line, 2);
        }
    }

    /// The mark's rectangle on a line; false when it does not touch it.
    bool mark_rect(const PageMark& mark, const PlacedLine& line, ImRect& out) const {
        if (mark.end <= line.begin || mark.begin >= line.end) return false;
        DistanceAtlas& atlas = ui.page_glyphs();
        const float x0 = position_x(atlas, text.text, line, mark.begin);
        const float x1 = position_x(atlas, text.text, line, mark.end);
        out = ImRect(screen(x0, line, line.top), screen(x1, line, line.top + line.height));
        return true;
    }

    void paint_mark(const ImRect& rect, float degree, bool hovered, bool selected) const {
        const Theme& t = light_theme();  // paper is light in both themes
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const ImRect ground(rect.Min - ImVec2(1, 0), rect.Max + ImVec2(1, 0));
        if (selected) {
            draw->AddRectFilled(ground.Min, ground.Max, mix(t.not_known.ground, t.gold, 0.35F), 3);
        } else if (hovered || degree > 0.5F) {
            draw->AddRectFilled(ground.Min, ground.Max, t.not_known.ground, 3);
        }
        if (degree <= 0 && !selected && !hovered) return;
        // The less sure, the stronger the line; dashes so that it is not taken for an underline of the text.
        const float thickness = degree > 0.66F ? 2.0F : degree > 0.33F ? 1.5F : 1.0F;
        const Color color = degree > 0.66F ? t.not_met.text : t.not_known.text;
        const float y = rect.Max.y - 1;
        for (float x = rect.Min.x; x < rect.Max.x; x += 6) {
            draw->AddLine({x, y}, {std::min(x + 4, rect.Max.x), y}, color, thickness);
        }
    }

    void letters(std::size_t first, std::size_t last) const {
        DistanceAtlas& atlas = ui.page_glyphs();
        struct Quad {
            ImVec2 a, b, uv_a, uv_b;
        };
        std::vector<Quad> quads;
        for (std::size_t i = first; i < last; ++i) {
            const PlacedLine& line = state.layout.lines[i];
            const float size = line.size * zoom;
            const ImVec2 start = screen(line.x, line, line.baseline);
            ImVec2 pen = start;
            std::size_t at = line.begin;
            while (at < line.end) {
                char32_t c = base::next_code_point(text.text, at);
                if (c == U'\t') c = U' ';
                const DistanceGlyph& g = atlas.glyph(line.face, c);
                if (g.x1 > g.x0) {
                    quads.push_back({{pen.x + g.x0 * size, pen.y + g.y0 * size}, {pen.x + g.x1 * size, pen.y + g.y1 * size},
                                     {g.u0, g.v0}, {g.u1, g.v1}});
                }
                pen.x += g.advance * size + (c == U' ' ? line.stretch * zoom : 0);
            }
        }
        if (quads.empty()) return;
        atlas.flush(ui.glyphs);
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddCallback(begin_page_text, &ui.glyphs);
        draw->PushTextureID(ui.glyphs.texture());
        constexpr std::size_t kBatch = 8000;  // 16-bit indices
        for (std::size_t from = 0; from < quads.size(); from += kBatch) {
            const std::size_t count = std::min(kBatch, quads.size() - from);
            draw->PrimReserve(static_cast<int>(count * 6), static_cast<int>(count * 4));
            for (std::size_t i = from; i < from + count; ++i) {
                draw->PrimRectUV(quads[i].a, quads[i].b, quads[i].uv_a, quads[i].uv_b, ui.theme().ink);
            }
        }
        draw->PopTextureID();
        draw->AddCallback(end_page_text, &ui.glyphs);
        draw->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
    }
};

/// Source line at height `y` of the layout, with its part above.
float line_at(const PageLayout& layout, float y) {
    const auto after = std::find_if(layout.lines.begin(), layout.lines.end(),
                                    [&](const PlacedLine& line) { return line.top + line.height > y; });
    if (after == layout.lines.end()) return layout.lines.empty() ? 0 : static_cast<float>(layout.lines.back().source_line);
    const float part = std::clamp((y - after->top) / after->height, 0.0F, 0.99F);
    return static_cast<float>(after->source_line) + part;
}

float top_of_line(const PageLayout& layout, float source_line) {
    const int number = static_cast<int>(source_line);
    for (const PlacedLine& line : layout.lines) {
        if (line.source_line >= number) return line.top + (source_line - static_cast<float>(number)) * line.height;
    }
    return layout.height();
}

}  // namespace

PageEvent page_view(Ui& ui, std::string_view name, const PageText& text, PageState& state, float width, float height) {
    PageEvent event;
    if (width <= 0) width = available_width();
    if (height <= 0) height = std::max(200.0F, ImGui::GetContentRegionAvail().y);

    const std::uint32_t key = ImHashData(text.text.data(), text.text.size(), static_cast<ImU32>(text.styles.size() + 1));
    if (key != state.layout_key) {
        state.layout = lay_out(ui.page_glyphs(), text);
        state.layout_key = key;
    }
    const float paper_room = width - 2 * kPageMargin - 10;
    // Where a whole sheet would make the letters small, most of its side margins are left out.
    const bool narrow = state.zoom <= 0 && paper_room / kPaperWidth < kReadableZoom;
    const float cut_left = narrow ? kMarginLeft - kNarrowMargin : 0;
    const float cut_right = narrow ? kMarginRight - kNarrowMargin : 0;
    const float shown_width = kPaperWidth - cut_left - cut_right;
    const float zoom = state.zoom > 0 ? state.zoom : std::max(kLeastZoom, paper_room / shown_width);
    state.shown_zoom = zoom;
    const float paper_width = shown_width * zoom;

    const ImVec2 at = ImGui::GetCursorScreenPos();
    app::SemanticNode node;
    node.role = app::Role::kRegion;
    node.name = name;
    node.rect = {at.x, at.y, width, height};
    ui.semantics.open(std::move(node));
    ImGui::PushID(name.data(), name.data() + name.size());
    ImGui::BeginChild("page", {width, height}, ImGuiChildFlags_None, ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_HorizontalScrollbar);
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const ImVec2 top_left = window->DC.CursorPos;
    View view{ui, text, state, {top_left.x + std::max(kPageMargin, std::floor((width - 10 - paper_width) / 2)), top_left.y + kPageMargin}, zoom, cut_left, cut_right};

    const auto scroll_of = [&](float y) {
        const int page = view.page_of(y);
        return y * zoom + static_cast<float>(page) * kPageGap + kPageMargin;
    };
    if (state.wanted_line >= 0) {
        ImGui::SetScrollY(std::max(0.0F, scroll_of(top_of_line(state.layout, state.wanted_line)) - 8));
        state.wanted_line = -1;
        ui.frame_soon();
    }
    if (state.wanted_mark >= 0 && state.wanted_mark < static_cast<int>(text.marks.size())) {
        const PageMark& mark = text.marks[static_cast<std::size_t>(state.wanted_mark)];
        for (const PlacedLine& line : state.layout.lines) {
            if (mark.begin < line.end || mark.begin == line.begin) {
                const float y = scroll_of(line.top);
                if (y < ImGui::GetScrollY() + 20 || y > ImGui::GetScrollY() + height - 60) ImGui::SetScrollY(std::max(0.0F, y - height / 3));
                break;
            }
        }
        state.wanted_mark = -1;
        ui.frame_soon();
    }

    const ImRect clip = window->InnerClipRect;
    view.paper(clip);
    const auto& lines = state.layout.lines;
    const auto first = static_cast<std::size_t>(std::find_if(lines.begin(), lines.end(), [&](const PlacedLine& line) {
        return view.line_top(line) + line.height * zoom > clip.Min.y;
    }) - lines.begin());
    std::size_t last = first;
    while (last < lines.size() && view.line_top(lines[last]) < clip.Max.y) ++last;

    std::size_t mark = 0;
    for (std::size_t i = first; i < last; ++i) {
        const PlacedLine& line = lines[i];
        app::SemanticNode words;
        words.role = app::Role::kText;
        words.name = text.text.substr(line.begin, line.end - line.begin);
        const ImVec2 corner = view.screen(line.x, line, line.top);
        words.rect = {corner.x, corner.y, (kPaperWidth - line.x - kMarginRight) * zoom, line.height * zoom};
        if (!words.name.empty()) ui.semantics.add(std::move(words));
        while (mark < text.marks.size() && text.marks[mark].end <= line.begin) ++mark;
        for (std::size_t m = mark; m < text.marks.size() && text.marks[m].begin < line.end; ++m) {
            ImRect rect;
            if (!view.mark_rect(text.marks[m], line, rect)) continue;
            const int index = static_cast<int>(m);
            app::SemanticNode button;
            button.role = app::Role::kButton;
            button.name = text.text.substr(text.marks[m].begin, text.marks[m].end - text.marks[m].begin);
            button.selected = state.selected == index;
            button.description = text.marks[m].degree > 0 ? ui.say(Word::kDoubtfulWord) : std::string_view{};
            ImGui::PushID(index);
            const Press press = press_item(ui, ImGui::GetID("mark"), rect, true, std::move(button));
            ImGui::PopID();
            if (press.hovered) {
                event.hovered = index;
                ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            }
            if (press.pressed) {
                event.pressed = index;
                state.selected = index;
            }
            if (press.hovered || state.selected == index) event.mark = to_rect(rect);
            view.paint_mark(rect, text.marks[m].degree, press.hovered, state.selected == index);
            if (press.focused) paint_focus_ring(ui, rect, 3);
        }
    }
    view.letters(first, last);

    const float before = state.top_line;
    const float paper_y = std::max(0.0F, ImGui::GetScrollY() + 8 - kPageMargin);
    const float page_step = kPaperHeight * zoom + kPageGap;
    state.page = std::min(state.layout.pages - 1, static_cast<int>((ImGui::GetScrollY() + height / 2) / page_step));
    state.pages = state.layout.pages;
    const float on_page = std::min(kPaperHeight * zoom, std::fmod(paper_y, page_step));
    state.top_line = line_at(state.layout, std::floor(paper_y / page_step) * kPaperHeight + on_page / zoom);
    const bool steered = ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) || ImGui::IsWindowFocused();
    state.moved = steered && std::abs(before - state.top_line) > 0.01F;

    put_cursor(top_left);
    ImGui::Dummy({paper_width + kPageMargin, 2 * kPageMargin + state.layout.height() * zoom +
                                                 static_cast<float>(state.layout.pages - 1) * kPageGap});
    ImGui::EndChild();
    ImGui::PopID();
    ui.semantics.close();
    return event;
}

PagePairEvent page_pair(Ui& ui, std::string_view left_name, const PageText& left, std::string_view right_name,
                        const PageText& right, PagePair& state, float height) {
    PagePairEvent event;
    if (ui.width < kWideWidth - 200) {
        const std::array<std::string_view, 2> names{left_name, right_name};
        segmented(ui, ui.say(Word::kWhichPage), names, state.shown);
        const int shown = state.shown;
        PageState& page = shown == 0 ? state.left : state.right;
        PageEvent& into = shown == 0 ? event.left : event.right;
        into = page_view(ui, shown == 0 ? left_name : right_name, shown == 0 ? left : right, page, 0, height);
        (shown == 0 ? state.right : state.left).wanted_line = page.top_line;
        return event;
    }
    const float width = std::floor((available_width() - kSpace4) / 2);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float label = type_size(TextStyle::kBodyStrong).line + kSpace1;
    inline_text(ui, left_name, TextStyle::kBodyStrong);
    put_cursor({at.x + width + kSpace4, at.y});
    inline_text(ui, right_name, TextStyle::kBodyStrong);
    put_cursor({at.x, at.y + label});
    const float room = height > 0 ? height - label : 0;
    event.left = page_view(ui, left_name, left, state.left, width, room);
    put_cursor({at.x + width + kSpace4, at.y + label});
    event.right = page_view(ui, right_name, right, state.right, width, room);
    if (state.left.moved) {
        state.right.wanted_line = state.left.top_line;
        ui.frame_soon();
    } else if (state.right.moved) {
        state.left.wanted_line = state.right.top_line;
        ui.frame_soon();
    }
    return event;
}

}  // namespace thidua::ui
