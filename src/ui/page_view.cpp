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

constexpr float kPageGap = 16;  // CSS pixels between two sheets
constexpr float kPageMargin = 16;
constexpr float kReadableZoom = 0.9F, kLeastZoom = 0.5F;  // CSS pixels per point: 14 pt as 12.6 and 7 px
constexpr float kNarrowMargin = 18;                       // points
constexpr float kStripZoom = 1.15F;                       // 14 pt as 16 px, lines 30 px apart: a finger's breadth
constexpr float kStripLineHeight = 1.85F;

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
    ImVec2 origin;  ///< top left of the first sheet on screen
    float zoom;
    float cut_left, cut_right;  ///< points of the side margins that are left out: narrow views spare them

    const PageShape& shape() const { return state.layout.shape; }
    float paper_width() const { return (shape().width - cut_left - cut_right) * zoom; }
    float height() const {
        return 2 * kPageMargin + state.layout.height() * zoom + static_cast<float>(state.layout.pages - 1) * kPageGap;
    }
    int page_of(float y) const { return std::min(state.layout.pages - 1, static_cast<int>(y / shape().height)); }
    /// How far one scrolls until height `y` of the layout is at the top edge.
    float scroll_of(float y) const { return y * zoom + static_cast<float>(page_of(y)) * kPageGap + kPageMargin; }
    float screen_y(float y, int page) const { return origin.y + y * zoom + static_cast<float>(page) * kPageGap; }
    ImVec2 screen(float x, const PlacedLine& line, float y) const {
        return {origin.x + (x - cut_left) * zoom, screen_y(y, page_of(line.top))};
    }
    float line_top(const PlacedLine& line) const { return screen_y(line.top, page_of(line.top)); }

    void paper(const ImRect& clip) const {
        const Theme& t = ui.theme();
        ImDrawList* draw = ImGui::GetWindowDrawList();
        for (int page = 0; page < state.layout.pages; ++page) {
            const float y = screen_y(static_cast<float>(page) * shape().height, page);
            const ImRect sheet({origin.x, y}, {origin.x + paper_width(), y + shape().height * zoom});
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

    void paint_mark(const ImRect& rect, const PageMark& mark, bool hovered, bool selected) const {
        const Theme& t = light_theme();  // paper is light in both themes
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const ImRect ground(rect.Min - ImVec2(1, 0), rect.Max + ImVec2(1, 0));
        const Doubt doubt = doubt_of(mark.degree);
        if (selected) {
            draw->AddRectFilled(ground.Min, ground.Max, mix(t.not_known.ground, t.gold, 0.35F), 3);
            draw->AddRect(ground.Min, ground.Max, t.not_known.text, 3);
        } else if (hovered || doubt == Doubt::kStrong) {
            draw->AddRectFilled(ground.Min, ground.Max, t.not_known.ground, 3);
        }
        paint_doubt_line(t, rect.Min.x, rect.Max.x, rect.Max.y - 1, doubt);
        if (mark.settled) draw->AddLine({rect.Min.x, rect.Max.y - 1}, {rect.Max.x, rect.Max.y - 1}, t.met.text, 1);
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
                    quads.push_back({{pen.x + g.x0 * size, pen.y + g.y0 * size},
                                     {pen.x + g.x1 * size, pen.y + g.y1 * size},
                                     {g.u0, g.v0},
                                     {g.u1, g.v1}});
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
    if (after == layout.lines.end())
        return layout.lines.empty() ? 0 : static_cast<float>(layout.lines.back().source_line);
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

/// Where the narrow margins are: a sheet as wide as `room`, or the strip.
View view_of(Ui& ui, const PageText& text, PageState& state, ImVec2 origin, float room) {
    // Where a whole sheet would make the letters small, most of its side margins are left out.
    const PageShape& shape = state.layout.shape;
    const bool narrow = state.zoom <= 0 && !state.strip && room / shape.width < kReadableZoom;
    const float cut_left = narrow ? shape.left - kNarrowMargin : 0;
    const float cut_right = narrow ? shape.right - kNarrowMargin : 0;
    const float fitting = room / (shape.width - cut_left - cut_right);
    const float zoom = state.zoom > 0 ? state.zoom : state.strip ? kStripZoom : std::max(kLeastZoom, fitting);
    state.shown_zoom = zoom;
    return View{ui, text, state, origin, zoom, cut_left, cut_right};
}

/// What is in `clip`: paper, marks, letters; the words as nodes, the doubtful and chosen ones as buttons.
PageEvent draw_sheet(const View& view, const ImRect& clip) {
    PageEvent event;
    Ui& ui = view.ui;
    PageState& state = view.state;
    const PageText& text = view.text;
    view.paper(clip);
    const auto& lines = state.layout.lines;
    const auto first =
        static_cast<std::size_t>(std::find_if(lines.begin(), lines.end(),
                                              [&](const PlacedLine& line) {
                                                  return view.line_top(line) + line.height * view.zoom > clip.Min.y;
                                              }) -
                                 lines.begin());
    std::size_t last = first;
    while (last < lines.size() && view.line_top(lines[last]) < clip.Max.y) ++last;

    const bool pointer = ImGui::IsWindowHovered() && clip.Contains(ImGui::GetIO().MousePos);
    std::size_t mark = 0;
    for (std::size_t i = first; i < last; ++i) {
        const PlacedLine& line = lines[i];
        app::SemanticNode words;
        words.role = app::Role::kText;
        words.name = text.text.substr(line.begin, line.end - line.begin);
        const ImVec2 corner = view.screen(line.x, line, line.top);
        words.rect = {corner.x, corner.y, (view.shape().width - line.x - view.shape().right) * view.zoom,
                      line.height * view.zoom};
        if (!words.name.empty()) ui.semantics.add(std::move(words));
        while (mark < text.marks.size() && text.marks[mark].end <= line.begin) ++mark;
        for (std::size_t m = mark; m < text.marks.size() && text.marks[m].begin < line.end; ++m) {
            const PageMark& word = text.marks[m];
            ImRect rect;
            if (!view.mark_rect(word, line, rect)) continue;
            const int index = static_cast<int>(m);
            const bool selected = state.selected == index;
            bool hovered = false;
            bool pressed = false;
            // Every word can be pressed, but only what wants to be looked at is a button to a screen reader.
            if (word.degree > 0 || selected) {
                app::SemanticNode button;
                button.role = app::Role::kButton;
                button.name = text.text.substr(word.begin, word.end - word.begin);
                button.selected = selected;
                button.description = word.degree > 0 ? ui.say(Word::kDoubtfulWord) : std::string_view{};
                ImGui::PushID(index);
                const Press press = press_item(ui, ImGui::GetID("mark"), rect, true, std::move(button));
                ImGui::PopID();
                hovered = press.hovered;
                pressed = press.pressed;
                if (press.focused) paint_focus_ring(ui, rect, 3);
            } else {
                hovered = pointer && rect.Contains(ImGui::GetIO().MousePos);
                pressed = hovered && ImGui::IsMouseClicked(0);
            }
            if (hovered) {
                event.hovered = index;
                ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            }
            if (pressed) {
                event.pressed = index;
                state.selected = index;
            }
            if (hovered || selected) event.mark = to_rect(rect);
            view.paint_mark(rect, word, hovered, state.selected == index);
        }
    }
    view.letters(first, last);
    return event;
}

/// Scrolls to what the screen wants to see.
void follow_wishes(const View& view, float height) {
    PageState& state = view.state;
    if (state.held >= 0) {
        const float moved = view.scroll_of(top_of_line(state.layout, state.top_line)) - view.scroll_of(state.held);
        if (std::abs(moved) > 0.5F) ImGui::SetScrollY(ImGui::GetScrollY() + moved);
        state.held = -1;
    }
    if (state.wanted_line >= 0) {
        ImGui::SetScrollY(std::max(0.0F, view.scroll_of(top_of_line(state.layout, state.wanted_line)) - 8));
        state.wanted_line = -1;
        view.ui.frame_soon();
    }
    if (state.wanted_mark < 0 || state.wanted_mark >= static_cast<int>(view.text.marks.size())) return;
    const PageMark& mark = view.text.marks[static_cast<std::size_t>(state.wanted_mark)];
    for (const PlacedLine& line : state.layout.lines) {
        if (mark.begin >= line.end && mark.begin != line.begin) continue;
        const float y = view.scroll_of(line.top);
        const float room = std::min(60.0F, height / 3);
        if (y < ImGui::GetScrollY() + 20 || y > ImGui::GetScrollY() + height - room) {
            ImGui::SetScrollY(std::max(0.0F, y - height / 3));
        }
        break;
    }
    state.wanted_mark = -1;
    view.ui.frame_soon();
}

/// Tells the screen which page and line are shown.
void note_place(const View& view, float height) {
    PageState& state = view.state;
    const float before = state.top_line;
    const float paper_y = std::max(0.0F, ImGui::GetScrollY() + 8 - kPageMargin);
    const float page_step = view.shape().height * view.zoom + kPageGap;
    state.page = std::min(state.layout.pages - 1, static_cast<int>((ImGui::GetScrollY() + height / 2) / page_step));
    state.pages = state.layout.pages;
    const float on_page = std::min(view.shape().height * view.zoom, std::fmod(paper_y, page_step));
    state.top_line = line_at(state.layout, std::floor(paper_y / page_step) * view.shape().height + on_page / view.zoom);
    const bool steered = ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) || ImGui::IsWindowFocused();
    state.moved = steered && std::abs(before - state.top_line) > 0.01F;
}

/// The scrolled ground that sheets lie on; where its content begins.
ImVec2 begin_ground(std::string_view name, float width, float height) {
    ImGui::PushID(name.data(), name.data() + name.size());
    ImGui::BeginChild("page", {width, height}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_HorizontalScrollbar);
    return ImGui::GetCurrentWindow()->DC.CursorPos;
}

void end_ground(ImVec2 top_left, ImVec2 size) {
    put_cursor(top_left);
    ImGui::Dummy(size);
    ImGui::EndChild();
    ImGui::PopID();
}

void open_region(Ui& ui, std::string_view name, app::Rect rect) {
    app::SemanticNode node;
    node.role = app::Role::kRegion;
    node.name = name;
    node.rect = rect;
    ui.semantics.open(std::move(node));
}

std::uint32_t key_of(const PageText& text, std::uint32_t seed) {
    return ImHashData(text.text.data(), text.text.size(), seed + static_cast<std::uint32_t>(text.styles.size()));
}

constexpr float kScrollbar = 10;
/// How much text one frame breaks into lines: some 2 ms as WebAssembly (docs/performance.md).
constexpr std::size_t kBytesAtOnce = 16000;

/// While guessed lines above give way to broken ones, what is looked at stays where it is: follow_wishes() moves on by
/// as much as it was moved.
void hold_place(PageState& state, std::uint32_t key) {
    if (state.broken.guessed && key == state.layout_key && state.top_line > 1)
        state.held = top_of_line(state.layout, state.top_line);
}

}  // namespace

void paint_doubt_line(const Theme& t, float left, float right, float y, Doubt doubt) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    switch (doubt) {
        case Doubt::kNone: return;
        case Doubt::kSlight:
            for (float x = left; x < right; x += 4)
                draw->AddLine({x, y}, {std::min(x + 1.5F, right), y}, t.not_known.text, 1.5F);
            return;
        case Doubt::kClear:
            for (float x = left; x < right; x += 7)
                draw->AddLine({x, y}, {std::min(x + 5, right), y}, t.not_known.text, 1.5F);
            return;
        case Doubt::kStrong: break;
    }
    bool up = false;
    for (float x = left; x < right; x += 3) {
        const float next = std::min(x + 3, right);
        draw->AddLine({x, up ? y - 1.5F : y + 1}, {next, up ? y + 1 : y - 1.5F}, t.not_met.text, 1.5F);
        up = !up;
    }
}

PageEvent page_view(Ui& ui, std::string_view name, const PageText& text, PageState& state, float width, float height) {
    if (width <= 0) width = available_width();
    if (height <= 0) height = std::max(200.0F, ImGui::GetContentRegionAvail().y);
    const float room = width - (state.strip ? 0 : 2 * kPageMargin) - kScrollbar;

    PageShape shape;
    if (state.strip) {
        constexpr float kEndless = 1e9F;
        shape = {.width = room / kStripZoom,
                 .height = kEndless,
                 .top = 8,
                 .bottom = 24,
                 .left = 12,
                 .right = 12,
                 .line_height = kStripLineHeight};
    }
    state.broken.most_bytes = kBytesAtOnce;
    const std::uint32_t key = key_of(text, (static_cast<std::uint32_t>(shape.width) << 1) + (ui.page_glyphs().ready() ? 1U : 0U) + 1);
    if (key != state.layout_key || state.broken.guessed) {
        hold_place(state, key);
        state.layout = lay_out(ui.page_glyphs(), text, shape, state.broken);
        state.layout_key = key;
        if (state.broken.guessed) ui.frame_soon();
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    open_region(ui, name, {at.x, at.y, width, height});
    const ImVec2 top_left = begin_ground(name, width, height);
    View view = view_of(ui, text, state, top_left, room);
    const float margin =
        state.strip ? 0 : std::max(kPageMargin, std::floor((width - kScrollbar - view.paper_width()) / 2));
    view.origin += ImVec2(margin, kPageMargin);
    follow_wishes(view, height);
    const PageEvent event = draw_sheet(view, ImGui::GetCurrentWindow()->InnerClipRect);
    note_place(view, height);
    end_ground(top_left, {view.paper_width() + (state.strip ? 0 : kPageMargin), view.height()});
    ui.semantics.close();
    return event;
}

PagePairEvent page_pair(Ui& ui, std::string_view left_name, const PageText& left, std::string_view right_name,
                        const PageText& right, PagePair& state, float height) {
    PagePairEvent event;
    if (ui.width < kWideWidth - 200) {
        const ImVec2 above = ImGui::GetCursorScreenPos();
        const std::array<std::string_view, 2> names{left_name, right_name};
        segmented(ui, ui.say(Word::kWhichPage), names, state.shown);
        const int shown = state.shown;
        PageState& page = shown == 0 ? state.left : state.right;
        PageEvent& into = shown == 0 ? event.left : event.right;
        page.strip = ui.phone();
        if (height > 0) height = std::max(120.0F, height - (ImGui::GetCursorScreenPos().y - above.y));
        into = page_view(ui, shown == 0 ? left_name : right_name, shown == 0 ? left : right, page, 0, height);
        (shown == 0 ? state.right : state.left).wanted_line = page.top_line;
        return event;
    }
    const float whole = available_width();
    const float half = std::floor((whole - kScrollbar) / 2);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float label = type_size(TextStyle::kBodyStrong).line + kSpace1;
    put_cursor(at + ImVec2(kPageMargin, 0));
    inline_text(ui, left_name, TextStyle::kBodyStrong);
    put_cursor(at + ImVec2(half + kPageMargin / 2, 0));
    inline_text(ui, right_name, TextStyle::kBodyStrong);
    put_cursor({at.x, at.y + label});
    const float room = height > 0 ? height - label : std::max(200.0F, ImGui::GetContentRegionAvail().y);

    const std::uint32_t key = key_of(left, key_of(right, ui.page_glyphs().ready() ? 2 : 1));
    state.left.broken.most_bytes = state.right.broken.most_bytes = kBytesAtOnce / 2;
    const bool guessed = state.left.broken.guessed || state.right.broken.guessed;
    if (key != state.left.layout_key || key != state.right.layout_key || guessed) {
        hold_place(state.left, key);
        lay_out_pair(ui.page_glyphs(), left, right, state.left.layout, state.right.layout, state.left.broken,
                     state.right.broken);
        state.left.layout_key = state.right.layout_key = key;
        if (state.left.broken.guessed || state.right.broken.guessed) ui.frame_soon();
    }
    // One ground for both: what is scrolled is scrolled together.
    const ImVec2 top_left = begin_ground(right_name, whole, room);
    const ImRect clip = ImGui::GetCurrentWindow()->InnerClipRect;
    const float paper_room = half - kPageMargin - kPageMargin / 2;
    const View first = view_of(ui, left, state.left, top_left + ImVec2(kPageMargin, kPageMargin), paper_room);
    const View second =
        view_of(ui, right, state.right, top_left + ImVec2(half + kPageMargin / 2, kPageMargin), paper_room);
    follow_wishes(first, room);
    follow_wishes(second, room);
    open_region(ui, left_name, {at.x, at.y, half, room});
    event.left = draw_sheet(first, clip);
    ui.semantics.close();
    open_region(ui, right_name, {at.x + half, at.y, half, room});
    ImGui::PushID("right");
    event.right = draw_sheet(second, clip);
    ImGui::PopID();
    ui.semantics.close();
    note_place(first, room);
    note_place(second, room);
    end_ground(top_left, {whole - kScrollbar, second.height()});
    return event;
}

}  // namespace thidua::ui
