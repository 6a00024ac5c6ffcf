#include "ui/document_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/utf8.h"
#include "imgui_internal.h"
#include "ui/distance_atlas.h"
#include "ui/widgets/paint.h"

namespace thidua::ui {
namespace {

using document::Layout;
using document::Place;
using document::PlacedPage;
using document::PlacedText;

constexpr float kPageGap = 16;         // CSS pixels between two sheets
constexpr float kReadableZoom = 0.9F;  // CSS pixels per point: 14 pt as 12.6 px
constexpr float kNarrowMargin = 18;    // points of a side margin that narrow views keep
constexpr float kDragFrom = 4;         // CSS pixels: less is a press
constexpr float kWheelStep = 1.15F;    // one notch
constexpr float kOblique = 0.21F;      // tan 12°: how far bold italics lean

void begin_page_text(const ImDrawList*, const ImDrawCmd* command) {
    static_cast<GlyphRenderer*>(command->UserCallbackData)->begin();
}
void end_page_text(const ImDrawList*, const ImDrawCmd* command) {
    static_cast<GlyphRenderer*>(command->UserCallbackData)->end();
}

ui::Face atlas_face(document::Face face) {
    switch (face) {
        case document::Face::kBold:
        case document::Face::kBoldItalic: return Face::kBold;
        case document::Face::kItalic: return Face::kItalic;
        case document::Face::kRegular: break;
    }
    return Face::kRegular;
}

/// Where byte `byte` of a placed text stands, points from its left edge.
double offset_of(const PlacedText& text, std::size_t byte) {
    double x = 0;
    for (std::size_t at = 0; at < std::min(byte, text.text.size());) {
        const char32_t c = base::next_code_point(text.text, at);
        x += document::times_metrics().advance(c, text.face) * text.size_pt + (c == U' ' ? text.space : 0);
    }
    return x;
}

struct View {
    Ui& ui;
    const Layout& layout;
    DocumentViewState& state;
    const std::vector<Place>& edited;
    float zoom = 1;
    float cut_left = 0, cut_right = 0;  // points
    float room = 0;                     // CSS pixels across
    ImVec2 origin;                      // top left of the column of pages on screen
    std::vector<float> tops;            // of each page below the origin

    float page_width(std::size_t page) const {
        return (static_cast<float>(layout.pages[page].width) - cut_left - cut_right) * zoom;
    }
    float page_height(std::size_t page) const { return static_cast<float>(layout.pages[page].height) * zoom; }
    ImVec2 corner(std::size_t page) const {
        return {origin.x + std::max(0.0F, std::floor((room - page_width(page)) / 2)), origin.y + tops[page]};
    }
    ImVec2 screen(std::size_t page, double x, double y) const {
        const ImVec2 at = corner(page);
        return {at.x + (static_cast<float>(x) - cut_left) * zoom, at.y + static_cast<float>(y) * zoom};
    }
    ImRect box_of(std::size_t page, const PlacedText& text, double from, double to) const {
        return {screen(page, text.x + from, text.baseline - 0.93 * text.size_pt),
                screen(page, text.x + to, text.baseline + 0.27 * text.size_pt)};
    }

    TextSpot spot_at(ImVec2 at) const;
    void sheet(std::size_t page) const;
    bool paragraphs(std::size_t page) const;
    void selection(std::size_t page) const;
    void letters(std::size_t first, std::size_t last) const;
};

TextSpot View::spot_at(ImVec2 at) const {
    std::size_t page = 0;
    while (page + 1 < layout.pages.size() && at.y > origin.y + tops[page + 1]) ++page;
    TextSpot best{page, 0, 0};
    double nearest = 1e12;
    const auto& texts = layout.pages[page].texts;
    const ImVec2 edge = corner(page);
    const double x = (at.x - edge.x) / zoom + cut_left;
    const double y = (at.y - edge.y) / zoom;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const PlacedText& text = texts[i];
        const double middle = text.baseline - 0.33 * text.size_pt;
        const double down = std::max(0.0, std::abs(y - middle) - 0.6 * text.size_pt);
        const double across = x < text.x ? text.x - x : std::max(0.0, x - text.x - text.width);
        // The line counts more than the place on it.
        const double distance = down * 50 + across;
        if (distance >= nearest) continue;
        nearest = distance;
        best.text = i;
        best.byte = 0;
        double pen = text.x;
        for (std::size_t b = 0; b < text.text.size();) {
            std::size_t next = b;
            const char32_t c = base::next_code_point(text.text, next);
            const double advance =
                document::times_metrics().advance(c, text.face) * text.size_pt + (c == U' ' ? text.space : 0);
            if (x < pen + advance / 2) break;
            pen += advance;
            b = next;
            best.byte = b;
        }
    }
    return best;
}

void View::sheet(std::size_t page) const {
    const Theme& t = ui.theme();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 at = corner(page);
    const ImVec2 end{at.x + page_width(page), at.y + page_height(page)};
    draw->AddRectFilled(at, end, t.paper, 2);
    draw->AddRect(at, end, t.line, 2);
}

/// Grounds, marks and pressable paragraphs; true when one was pressed.
bool View::paragraphs(std::size_t page) const {
    const Theme& t = light_theme();  // paper is light in both themes
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImRect clip = ImGui::GetCurrentWindow()->InnerClipRect;
    bool pressed = false;
    const auto& parts = layout.pages[page].paragraphs;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const document::PlacedParagraph& part = parts[i];
        const ImRect rect(screen(page, part.x, part.y), screen(page, part.x + part.width, part.y + part.height));
        if (!rect.Overlaps(clip) || part.place.block == Place::kNowhere) continue;
        std::string words;
        for (const PlacedText& text : layout.pages[page].texts) {
            if (text.place == part.place) words += (words.empty() || words.back() == ' ' ? "" : " ") + text.text;
        }
        if (words.empty()) continue;
        const bool chosen = state.chosen && *state.chosen == part.place;
        app::SemanticNode node;
        node.role = app::Role::kButton;
        node.name = words;
        node.selected = chosen;
        ImGui::PushID(static_cast<int>(page * 4096 + i));
        const Press press = press_item(ui, ImGui::GetID("paragraph"), rect, true, std::move(node));
        ImGui::PopID();
        const ImRect ground(rect.Min - ImVec2(4, 1), rect.Max + ImVec2(4, 1));
        if (chosen) {
            draw->AddRectFilled(ground.Min, ground.Max, t.selected, 3);
            draw->AddRectFilled({ground.Min.x - 3, ground.Min.y}, {ground.Min.x, ground.Max.y}, t.accent, 1);
        } else if (press.hovered && !state.dragging) {
            draw->AddRect(ground.Min, ground.Max, t.control_line, 3);
        }
        if (press.hovered) ImGui::SetMouseCursor(state.dragging ? ImGuiMouseCursor_TextInput : ImGuiMouseCursor_Hand);
        if (press.focused) paint_focus_ring(ui, ground, 3);
        if (std::find(edited.begin(), edited.end(), part.place) != edited.end()) {
            draw->AddRectFilled({ground.Min.x - 7, ground.Min.y}, {ground.Min.x - 4, ground.Max.y}, t.for_person.text,
                                1);
        }
        if (press.pressed && !state.dragging) {
            state.chosen = part.place;
            pressed = true;
        }
    }
    for (const PlacedText& text : layout.pages[page].texts) {
        if (!text.blank) continue;
        const ImRect rect = box_of(page, text, 0, text.width);
        if (rect.Overlaps(clip)) draw->AddRectFilled(rect.Min, rect.Max, t.not_known.ground, 2);
    }
    return pressed;
}

void View::selection(std::size_t page) const {
    if (!state.anchor || !state.caret || *state.anchor == *state.caret) return;
    const TextSpot from = std::min(*state.anchor, *state.caret);
    const TextSpot to = std::max(*state.anchor, *state.caret);
    if (page < from.page || page > to.page) return;
    const auto& texts = layout.pages[page].texts;
    const Color color = with_alpha(light_theme().for_person.text, 0.25F);
    for (std::size_t i = page == from.page ? from.text : 0; i < texts.size(); ++i) {
        if (page == to.page && i > to.text) break;
        const double begin = page == from.page && i == from.text ? offset_of(texts[i], from.byte) : 0;
        const double end = page == to.page && i == to.text ? offset_of(texts[i], to.byte) : texts[i].width;
        if (end <= begin) continue;
        const ImRect rect = box_of(page, texts[i], begin, end);
        ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, rect.Max, color);
    }
}

struct Quad {
    ImVec2 a, b;
    float lean_top, lean_bottom;
    ImVec2 uv_a, uv_b;
};

void add_letters(DistanceAtlas& atlas, std::vector<Quad>& quads, const PlacedText& text, ImVec2 start, float zoom) {
    const float size = static_cast<float>(text.size_pt) * zoom;
    const float lean = text.face == document::Face::kBoldItalic ? kOblique : 0;
    double pen = 0;
    for (std::size_t at = 0; at < text.text.size();) {
        char32_t c = base::next_code_point(text.text, at);
        if (c == U'\t') c = U' ';
        const DistanceGlyph& g = atlas.glyph(atlas_face(text.face), c);
        const float x = start.x + static_cast<float>(pen) * zoom;
        if (g.x1 > g.x0) {
            quads.push_back({{x + g.x0 * size, start.y + g.y0 * size},
                             {x + g.x1 * size, start.y + g.y1 * size},
                             -g.y0 * size * lean,
                             -g.y1 * size * lean,
                             {g.u0, g.v0},
                             {g.u1, g.v1}});
        }
        pen += document::times_metrics().advance(c, text.face) * text.size_pt + (c == U' ' ? text.space : 0);
    }
}

void draw_letters(Ui& ui, const std::vector<Quad>& quads, Color color) {
    if (quads.empty()) return;
    ui.page_glyphs().flush(ui.glyphs);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddCallback(begin_page_text, &ui.glyphs);
    draw->PushTextureID(ui.glyphs.texture());
    constexpr std::size_t kBatch = 8000;  // 16-bit indices
    for (std::size_t from = 0; from < quads.size(); from += kBatch) {
        const std::size_t count = std::min(kBatch, quads.size() - from);
        draw->PrimReserve(static_cast<int>(count * 6), static_cast<int>(count * 4));
        for (std::size_t i = from; i < from + count; ++i) {
            const Quad& q = quads[i];
            draw->PrimQuadUV({q.a.x + q.lean_top, q.a.y}, {q.b.x + q.lean_top, q.a.y}, {q.b.x + q.lean_bottom, q.b.y},
                             {q.a.x + q.lean_bottom, q.b.y}, q.uv_a, {q.uv_b.x, q.uv_a.y}, q.uv_b, {q.uv_a.x, q.uv_b.y},
                             color);
        }
    }
    draw->PopTextureID();
    draw->AddCallback(end_page_text, &ui.glyphs);
    draw->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void View::letters(std::size_t first, std::size_t last) const {
    std::vector<Quad> quads;
    const ImRect clip = ImGui::GetCurrentWindow()->InnerClipRect;
    for (std::size_t page = first; page < last; ++page) {
        for (const PlacedText& text : layout.pages[page].texts) {
            const ImVec2 start = screen(page, text.x, text.baseline);
            const float size = static_cast<float>(text.size_pt) * zoom;
            if (start.y + size < clip.Min.y || start.y - size > clip.Max.y) continue;
            add_letters(ui.page_glyphs(), quads, text, start, zoom);
        }
    }
    draw_letters(ui, quads, ui.theme().ink);
}

/// Height of the place on its page, and the page; nothing when it is not on paper.
std::optional<std::pair<std::size_t, double>> find(const Layout& layout, const Place& place) {
    for (std::size_t page = 0; page < layout.pages.size(); ++page) {
        for (const document::PlacedParagraph& part : layout.pages[page].paragraphs) {
            if (part.place == place) return std::pair(page, part.y);
        }
    }
    return std::nullopt;
}

void select_by_pointer(View& view, DocumentViewState& state) {
    if (view.ui.coarse) return;  // a finger scrolls
    const ImGuiIO& io = ImGui::GetIO();
    const bool inside = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    if (inside && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        state.anchor = state.caret = view.spot_at(io.MousePos);
        state.dragging = false;
    }
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        // In the frame of its release a drag is still one: it presses no paragraph.
        if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) state.dragging = false;
        return;
    }
    if (state.anchor && ImGui::IsMouseDragging(ImGuiMouseButton_Left, kDragFrom)) {
        state.dragging = true;
        state.caret = view.spot_at(io.MousePos);
    }
}

/// How much this frame's pinch, or Ctrl and the wheel, want the page larger; 1: not at all.
float wished_spread(Ui& ui, const ImRect& area) {
    ui.zoom_area = {area.Min.x, area.Min.y, area.GetWidth(), area.GetHeight()};
    const ImGuiIO& io = ImGui::GetIO();
    if (ui.spread != 1 && area.Contains({ui.spread_x, ui.spread_y})) return ui.spread;
    if (!io.KeyCtrl || io.MouseWheel == 0 || !ImGui::IsWindowHovered()) return 1;
    ui.spread_x = io.MousePos.x;
    ui.spread_y = io.MousePos.y;
    return std::pow(kWheelStep, io.MouseWheel);
}

/// The next frame is larger by `spread`; what is under the pointer stays there.
void zoom_around(const View& view, DocumentViewState& state, float spread, ImVec2 point, ImVec2 corner) {
    const float zoom = std::clamp(view.zoom * spread, kLeastZoom, kMostZoom);
    std::size_t page = 0;
    while (page + 1 < view.tops.size() && point.y > view.origin.y + view.tops[page + 1]) ++page;
    const ImVec2 inside = (point - view.corner(page)) / view.zoom;
    float top = 4;
    for (std::size_t i = 0; i < page; ++i) top += static_cast<float>(view.layout.pages[i].height) * zoom + kPageGap;
    state.zoom = zoom;
    // A zoom that was chosen shows the whole sheet: the side margins that a narrow view left out are back.
    const float x = (inside.x + view.cut_left) * zoom + 8;
    state.scroll_to = std::pair(std::max(0.0F, x - (point.x - corner.x)),
                                std::max(0.0F, top + inside.y * zoom - (point.y - corner.y)));
    view.ui.frame_soon();
}

}  // namespace

DocumentViewEvent document_view(Ui& ui, std::string_view name, const Layout& layout, DocumentViewState& state,
                                const std::vector<Place>& edited, float width, float height) {
    DocumentViewEvent event;
    if (width <= 0) width = available_width();
    if (height <= 0) height = std::max(200.0F, ImGui::GetContentRegionAvail().y);
    double widest = 1;
    for (const PlacedPage& page : layout.pages) widest = std::max(widest, page.width);
    const float room = width - 36;  // beside the scroll bar
    View view{ui, layout, state, edited, 1, 0, 0, room, {}, {}};
    const float whole = room / static_cast<float>(widest);
    // Where a whole sheet would make the letters small, most of its side margins are left out.
    if (state.zoom <= 0 && whole < kReadableZoom) {
        view.cut_left = static_cast<float>(30 * document::kPointsPerMm) - kNarrowMargin;
        view.cut_right = static_cast<float>(15 * document::kPointsPerMm) - kNarrowMargin;
    }
    const float fitting = room / (static_cast<float>(widest) - view.cut_left - view.cut_right);
    view.zoom = state.zoom > 0 ? std::clamp(state.zoom, kLeastZoom, kMostZoom) : std::clamp(fitting, 0.4F, 1.6F);
    state.shown_zoom = view.zoom;
    float y = 4;
    for (std::size_t page = 0; page < layout.pages.size(); ++page) {
        view.tops.push_back(y);
        y += view.page_height(page) + kPageGap;
    }

    const ImVec2 at = ImGui::GetCursorScreenPos();
    app::SemanticNode node;
    node.role = app::Role::kRegion;
    node.name = name;
    node.rect = {at.x, at.y, width, height};
    ui.semantics.open(std::move(node));
    ImGui::PushID(name.data(), name.data() + name.size());
    const ImVec2 content{static_cast<float>(widest - view.cut_left - view.cut_right) * view.zoom + 8, y};
    // Known before it is drawn: scrolling to a place of the page as it is now must not stop at the end of the old one.
    ImGui::SetNextWindowContentSize(content);
    if (state.scroll_to) ImGui::SetNextWindowScroll({state.scroll_to->first, state.scroll_to->second});
    state.scroll_to.reset();
    ImGui::BeginChild("document", {width, height}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_HorizontalScrollbar);
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const ImVec2 top_left = window->DC.CursorPos;
    view.origin = {top_left.x + 8, top_left.y};

    if (state.wanted) {
        if (const auto place = find(layout, *state.wanted)) {
            const float wish = view.tops[place->first] + static_cast<float>(place->second) * view.zoom;
            if (wish < ImGui::GetScrollY() + 20 || wish > ImGui::GetScrollY() + height - 80) {
                ImGui::SetScrollY(std::max(0.0F, wish - height / 3));
            }
        }
        state.wanted.reset();
        ui.frame_soon();
    }
    if (state.wanted_page >= 0 && state.wanted_page < static_cast<int>(view.tops.size())) {
        ImGui::SetScrollY(view.tops[static_cast<std::size_t>(state.wanted_page)] - 4);
        state.wanted_page = -1;
        ui.frame_soon();
    }
    const ImRect clip = window->InnerClipRect;
    std::size_t first = 0;
    while (first + 1 < layout.pages.size() && view.origin.y + view.tops[first + 1] < clip.Min.y) ++first;
    std::size_t last = first;
    while (last < layout.pages.size() && view.origin.y + view.tops[last] < clip.Max.y) ++last;

    select_by_pointer(view, state);
    for (std::size_t page = first; page < last; ++page) {
        view.sheet(page);
        event.chosen |= view.paragraphs(page);
        view.selection(page);
        for (const document::PlacedRule& rule : layout.pages[page].rules) {
            ImGui::GetWindowDrawList()->AddLine(
                view.screen(page, rule.x1, rule.y1), view.screen(page, rule.x2, rule.y2), ui.theme().ink,
                std::max(1.0F / ui.scale, static_cast<float>(rule.thickness) * view.zoom));
        }
    }
    view.letters(first, last);

    state.pages = static_cast<int>(layout.pages.size());
    const float middle = ImGui::GetScrollY() + height / 3;
    state.page = 0;
    while (state.page + 1 < state.pages && view.tops[static_cast<std::size_t>(state.page) + 1] < middle) ++state.page;
    put_cursor(top_left);
    ImGui::Dummy(content);
    const float spread = wished_spread(ui, ImRect(at, at + ImVec2(width, height)));
    if (spread != 1) zoom_around(view, state, spread, {ui.spread_x, ui.spread_y}, at);
    ImGui::EndChild();
    ImGui::PopID();
    ui.semantics.close();
    return event;
}

void paint_placed(Ui& ui, const std::vector<PlacedText>& texts, ImVec2 origin, float zoom, Color color) {
    std::vector<Quad> quads;
    for (const PlacedText& text : texts) {
        const ImVec2 start{origin.x + static_cast<float>(text.x) * zoom,
                           origin.y + static_cast<float>(text.baseline) * zoom};
        add_letters(ui.page_glyphs(), quads, text, start, zoom);
    }
    draw_letters(ui, quads, color);
}

std::string selected_text(const Layout& layout, const DocumentViewState& state) {
    if (!state.anchor || !state.caret) return {};
    const TextSpot from = std::min(*state.anchor, *state.caret);
    const TextSpot to = std::max(*state.anchor, *state.caret);
    std::string out;
    const PlacedText* before = nullptr;
    for (std::size_t page = from.page; page <= to.page && page < layout.pages.size(); ++page) {
        const auto& texts = layout.pages[page].texts;
        for (std::size_t i = page == from.page ? from.text : 0; i < texts.size(); ++i) {
            if (page == to.page && i > to.text) break;
            const PlacedText& text = texts[i];
            if (text.place.block == Place::kNowhere) continue;  // the page number
            const std::size_t begin = page == from.page && i == from.text ? std::min(from.byte, text.text.size()) : 0;
            const std::size_t end =
                page == to.page && i == to.text ? std::min(to.byte, text.text.size()) : text.text.size();
            if (end <= begin) continue;
            if (before != nullptr && !out.empty()) {
                const bool same_row = before->place.section == text.place.section &&
                                      before->place.block == text.place.block && before->place.row == text.place.row;
                if (before->place == text.place) {
                    const bool same_line = before->baseline == text.baseline && page == to.page;
                    const bool joined = same_line && before->x + before->width >= text.x - 0.01;
                    if (!joined && out.back() != ' ' && out.back() != '-' && text.text[begin] != ' ') out += ' ';
                } else {
                    out += same_row && before->place.cell != text.place.cell ? '\t' : '\n';
                }
            }
            out += text.text.substr(begin, end - begin);
            before = &text;
        }
    }
    return out;
}

}  // namespace thidua::ui
