#include "ui/frame.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr float kBottomBar = 60;

void fill(const ImRect& rect, Color color) { ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, rect.Max, color); }

void open_region(Ui& ui, app::Role role, std::string_view name, const ImRect& rect) {
    app::SemanticNode node;
    node.role = role;
    node.name = name;
    node.rect = to_rect(rect);
    ui.semantics.open(std::move(node));
}

void badge(Ui& ui, ImVec2 at, int count) {
    if (count <= 0) return;
    const std::string words = count > 99 ? "99+" : std::to_string(count);
    const float width = std::max(16.0F, text_width(ui, TextStyle::kSmallStrong, words) + 8);
    const ImRect rect(at, at + ImVec2(width, 16));
    ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, rect.Max, ui.theme().accent, 8);
    paint_text(ui, {std::floor(rect.GetCenter().x - (width - 8) / 2), rect.Min.y - 1}, TextStyle::kSmallStrong,
               ui.theme().on_accent, words);
}

struct FrameDraw {
    Ui& ui;
    const FrameData& data;
    FrameEvent event;

    bool place(std::size_t i, const ImRect& rect, bool with_label) {
        const Theme& t = ui.theme();
        const FramePlace& p = data.places[i];
        app::SemanticNode node;
        node.role = app::Role::kLink;
        node.name = p.label;
        node.selected = p.current;
        ImGui::PushID(static_cast<int>(i));
        const Press press = press_item(ui, ImGui::GetID("place"), rect, true, std::move(node));
        ImGui::PopID();
        if (press.visible) {
            const float hover = ui.glide(press.id, press.hovered);
            const ImRect pill(rect.Min + ImVec2(6, 3), rect.Max - ImVec2(6, 3));
            ImDrawList* draw = ImGui::GetWindowDrawList();
            if (p.current && !with_label) {
                draw->AddRectFilled(pill.Min, pill.Max, t.selected, kRadius);
            } else if (hover > 0 && !with_label) {
                draw->AddRectFilled(pill.Min, pill.Max, with_alpha(t.hover, hover), kRadius);
            }
            const Color color = p.current ? t.accent : mix(t.quiet, t.text, hover);
            const Color shown = t.dark && p.current ? t.link : color;
            const ImVec2 centre = rect.GetCenter() - ImVec2(0, with_label ? 9.0F : 0.0F);
            paint_icon(ui, centre, p.icon, shown, true);
            badge(ui, centre + ImVec2(5, -14), p.badge);
            if (with_label) {
                const TextStyle style = p.current ? TextStyle::kSmallStrong : TextStyle::kSmall;
                const float words = std::min(text_width(ui, style, p.label), rect.GetWidth() - 4);
                paint_line(ui, {std::floor(rect.GetCenter().x - words / 2), rect.Max.y - 24}, rect.GetWidth() - 4, style,
                           p.current ? (t.dark ? t.link : t.accent) : t.quiet, p.label);
            } else {
                if (p.current) draw->AddRectFilled({rect.Min.x, pill.Min.y + 6}, {rect.Min.x + 3, pill.Max.y - 6}, shown, 2);
                tooltip_right(press, p.label);
            }
            if (press.focused) paint_focus_ring(ui, pill);
        }
        if (press.pressed) event.place = static_cast<int>(i);
        return press.pressed;
    }

    void tooltip_right(const Press& press, std::string_view words) {
        Press beside = press;
        const float width = text_width(ui, TextStyle::kSmall, words) + kSpace4;
        beside.rect = ImRect({press.rect.Max.x + 4, press.rect.GetCenter().y - 20},
                             {press.rect.Max.x + 4 + width, press.rect.GetCenter().y - 18});
        tooltip_for(ui, beside, words);
    }

    void rail(float bottom) {
        const ImRect rect({0, 0}, {kRailWidth, bottom});
        fill(rect, ui.theme().surface);
        paint_hairline(ui, {rect.Max.x - 1, 0}, {rect.Max.x - 1, bottom}, ui.theme().line);
        open_region(ui, app::Role::kNavigation, ui.say(Word::kMainNavigation), rect);
        constexpr float kStep = 46;
        float y = 6;
        float foot = bottom - 6;
        for (const FramePlace& p : data.places) {
            if (p.at_end) foot -= kStep;
        }
        for (std::size_t i = 0; i < data.places.size(); ++i) {
            float& at = data.places[i].at_end ? foot : y;
            place(i, ImRect({0, at}, {kRailWidth, at + kStep}), false);
            at += kStep;
        }
        ui.semantics.close();
    }

    void bottom_bar() {
        const ImRect rect({0, ui.height - kBottomBar}, {ui.width, ui.height});
        fill(rect, ui.theme().surface);
        paint_hairline(ui, rect.Min, {rect.Max.x, rect.Min.y}, ui.theme().line);
        open_region(ui, app::Role::kNavigation, ui.say(Word::kMainNavigation), rect);
        const std::size_t count = data.places.size();
        const std::size_t direct = count > 5 ? 4 : count;
        const float width = ui.width / static_cast<float>(std::max<std::size_t>(1, count > 5 ? 5 : count));
        for (std::size_t i = 0; i < direct; ++i) {
            const float x = width * static_cast<float>(i);
            place(i, ImRect({x, rect.Min.y}, {x + width, rect.Max.y}), true);
        }
        if (count > direct) more(ImRect({width * 4, rect.Min.y}, rect.Max), direct);
        ui.semantics.close();
    }

    void more(const ImRect& rect, std::size_t from) {
        const Theme& t = ui.theme();
        app::SemanticNode node;
        node.role = app::Role::kButton;
        node.name = ui.say(Word::kMorePlaces);
        node.expandable = true;
        node.expanded = ImGui::IsPopupOpen("more");
        const Press press = press_item(ui, ImGui::GetID("more-places"), rect, true, std::move(node));
        bool inside = false;
        for (std::size_t i = from; i < data.places.size(); ++i) inside |= data.places[i].current;
        const Color color = inside ? (t.dark ? t.link : t.accent) : t.quiet;
        paint_icon(ui, rect.GetCenter() - ImVec2(0, 9), "menu", color, true);
        const std::string_view words = ui.say(Word::kMorePlaces);
        const float width = text_width(ui, TextStyle::kSmall, words);
        paint_text(ui, {std::floor(rect.GetCenter().x - width / 2), rect.Max.y - 24}, TextStyle::kSmall, color, words);
        if (press.focused) paint_focus_ring(ui, ImRect(rect.Min + ImVec2(6, 3), rect.Max - ImVec2(6, 3)));
        if (press.pressed) open_menu(ui, "more");
        if (begin_menu(ui, "more", words, rect)) {
            for (std::size_t i = from; i < data.places.size(); ++i) {
                if (menu_item(ui, data.places[i].label, data.places[i].icon)) event.place = static_cast<int>(i);
            }
            end_menu(ui);
        }
    }

    void year_menu(float x, float height) {
        if (data.year.empty()) return;
        const float width = text_width(ui, TextStyle::kBodyStrong, data.year) + kIconSize + 22;
        const float control = std::min(ui.control_height(), height - 4);
        const ImRect rect({x, (height - control) / 2}, {x + width, (height + control) / 2});
        app::SemanticNode node;
        node.role = app::Role::kButton;
        node.name = data.year;
        node.expandable = data.years.size() > 1;
        node.expanded = ImGui::IsPopupOpen("years");
        const Press press = press_item(ui, ImGui::GetID("year"), rect, true, std::move(node));
        const Theme& t = ui.theme();
        if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, rect.Max, t.hover, kRadius);
        paint_centred(ui, x + 10, width, rect.Min.y, rect.Max.y, TextStyle::kBodyStrong, t.text, data.year);
        paint_icon(ui, {rect.Max.x - 6 - kIconSize / 2, rect.GetCenter().y}, "chevron_down", t.quiet);
        if (press.focused) paint_focus_ring(ui, rect);
        if (press.pressed && !data.years.empty()) open_menu(ui, "years");
        if (begin_menu(ui, "years", ui.say(Word::kYear), rect, 0, app::Role::kListbox)) {
            for (std::size_t i = 0; i < data.years.size(); ++i) {
                if (menu_option(ui, data.years[i], data.years[i] == data.year)) event.year = static_cast<int>(i);
            }
            end_menu(ui);
        }
    }

    void breadcrumb(float left, float right, float height) {
        const Theme& t = ui.theme();
        open_region(ui, app::Role::kNavigation, ui.say(Word::kBreadcrumb), ImRect({left, 0}, {right, height}));
        float x = left;
        for (std::size_t i = 0; i < data.path.size(); ++i) {
            const bool last = i + 1 == data.path.size();
            if (ui.phone() && !last) continue;
            const TextStyle style = last ? TextStyle::kBodyStrong : TextStyle::kBody;
            const float width = std::min(text_width(ui, style, data.path[i]), std::max(0.0F, right - x));
            if (width < 20) break;
            const ImRect rect({x, height / 2 - 12}, {x + width, height / 2 + 12});
            app::SemanticNode node;
            node.role = last ? app::Role::kText : app::Role::kLink;
            node.name = data.path[i];
            node.rect = to_rect(rect);
            if (last) {
                ui.semantics.add(std::move(node));
                paint_centred(ui, x, width + 1, rect.Min.y, rect.Max.y, style, t.text, data.path[i]);
            } else {
                ImGui::PushID(static_cast<int>(i));
                const Press press = press_item(ui, ImGui::GetID("crumb"), rect, true, std::move(node));
                ImGui::PopID();
                paint_centred(ui, x, width + 1, rect.Min.y, rect.Max.y, style, press.hovered ? t.text : t.quiet, data.path[i]);
                if (press.focused) paint_focus_ring(ui, rect, 4);
                if (press.pressed) event.crumb = static_cast<int>(i);
                paint_icon(ui, {x + width + 12, height / 2}, "chevron_right", t.quiet);
            }
            x += width + 24;
        }
        ui.semantics.close();
    }

    float saving(float right, float height) {
        const Theme& t = ui.theme();
        struct Look {
            Word word;
            std::string_view icon;
            Color color;
        };
        const Look looks[] = {{Word::kSaved, "saved", t.met.text}, {Word::kSaving, "saving", t.quiet},
                              {Word::kNotSaved, "unsaved", t.not_met.text}, {Word::kReadOnly, "lock", t.quiet}};
        const Look& look = looks[static_cast<int>(data.saving)];
        const std::string_view words = ui.say(look.word);
        const float width = (ui.phone() ? 0.0F : text_width(ui, TextStyle::kSmall, words) + 6) + kIconSize;
        const float x = right - width;
        paint_icon(ui, {x + kIconSize / 2, height / 2}, look.icon, look.color);
        if (!ui.phone()) paint_centred(ui, x + kIconSize + 6, width, 0, height, TextStyle::kSmall, t.quiet, words);
        app::SemanticNode node;
        node.role = app::Role::kStatus;
        node.name = words;
        node.description = data.saving_note;
        node.rect = {x, 0, width, height};
        ui.semantics.add(std::move(node));
        return x;
    }

    /// Looks like a field, opens the palette: what one types there is a command or a name.
    float search(float right, float height) {
        const Theme& t = ui.theme();
        const bool small = ui.width < 860;
        const float control = std::min(ui.control_height(), height - 4);
        const float width = small ? control : 230.0F;
        const ImRect rect({right - width, (height - control) / 2}, {right, (height + control) / 2});
        app::SemanticNode node;
        node.role = app::Role::kButton;
        node.name = ui.say(Word::kSearchHint);
        node.description = "Ctrl+K";
        const Press press = press_item(ui, ImGui::GetID("search"), rect, true, std::move(node));
        ImDrawList* draw = ImGui::GetWindowDrawList();
        if (small) {
            if (press.hovered) draw->AddRectFilled(rect.Min, rect.Max, t.hover, kRadius);
            paint_icon(ui, rect.GetCenter(), "search", t.quiet);
        } else {
            draw->AddRectFilled(rect.Min, rect.Max, press.hovered ? t.hover : t.ground, kRadius);
            draw->AddRect(rect.Min, rect.Max, t.line, kRadius);
            paint_icon(ui, {rect.Min.x + 10 + kIconSize / 2, rect.GetCenter().y}, "search", t.quiet);
            paint_centred(ui, rect.Min.x + 16 + kIconSize, width - 80, rect.Min.y, rect.Max.y, TextStyle::kBody, t.quiet,
                          ui.say(Word::kSearchHint));
            const float keys = text_width(ui, TextStyle::kSmall, "Ctrl+K");
            paint_centred(ui, rect.Max.x - keys - 10, keys + 1, rect.Min.y, rect.Max.y, TextStyle::kSmall, t.quiet, "Ctrl+K");
        }
        if (press.focused) paint_focus_ring(ui, rect);
        if (press.pressed) ui.palette_open = true;
        return rect.Min.x;
    }

    void top_bar(float left) {
        const float height = ui.phone() ? 52.0F : kTopBarHeight;
        const ImRect rect({left, 0}, {ui.width, height});
        fill(rect, ui.theme().surface);
        paint_hairline(ui, {left, height - 1}, {ui.width, height - 1}, ui.theme().line);
        const float margin = ui.phone() ? kSpace4 : kSpace5;
        float right = ui.width - margin;
        float x = left + margin;
        if (!ui.phone() && !data.year.empty()) {
            year_menu(x - 10, height);
            x += text_width(ui, TextStyle::kBodyStrong, data.year) + kIconSize + 22;
            paint_hairline(ui, {x, 14}, {x, height - 14}, ui.theme().line);
            x += kSpace4;
        }
        const float saving_x = saving(right, height);
        const float search_x = search(saving_x - kSpace4, height);
        right = search_x - kSpace4;
        breadcrumb(x, right, height);
    }

    /// What the keyboard writes; a press chooses. Returns where the next part of the bar begins.
    float typing_menu(float x, float top) {
        const Theme& t = ui.theme();
        const std::array<std::string_view, 4> names{ui.say(Word::kTypingOff), "Telex", "VNI", "VIQR"};
        const auto mode = static_cast<std::size_t>(ui.typing());
        const std::string words = ui.say(Word::kTypingState, {names[mode]});
        const float width = text_width(ui, TextStyle::kSmall, words) + kIconSize + 6;
        const ImRect rect({x - 6, top + 2}, {x + width + 6, ui.height - 2});
        app::SemanticNode node;
        node.role = app::Role::kButton;
        node.name = ui.say(Word::kTyping);
        node.value = names[mode];
        node.expandable = true;
        node.expanded = ImGui::IsPopupOpen("typing");
        const Press press = press_item(ui, ImGui::GetID("typing-mode"), rect, true, std::move(node));
        if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, rect.Max, t.hover, 4);
        const Color color = ui.typing() == TypingMode::kOff ? t.quiet : t.text;
        paint_icon(ui, {x + kIconSize / 2, (top + ui.height) / 2}, "keyboard", color);
        paint_centred(ui, x + kIconSize + 6, width, top, ui.height, TextStyle::kSmall, color, words);
        if (press.focused) paint_focus_ring(ui, rect, 4);
        if (press.pressed) open_menu(ui, "typing");
        if (begin_menu(ui, "typing", ui.say(Word::kTyping), rect, 0, app::Role::kListbox)) {
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (menu_option(ui, names[i], i == mode)) ui.set_typing(static_cast<TypingMode>(i));
            }
            end_menu(ui);
        }
        const float end = x + width + kSpace4;
        paint_hairline(ui, {end - kSpace2, top + 8}, {end - kSpace2, ui.height - 8}, t.line);
        return end;
    }

    void status_bar() {
        const Theme& t = ui.theme();
        const float top = ui.height - kStatusBarHeight;
        const ImRect rect({0, top}, {ui.width, ui.height});
        fill(rect, t.surface);
        paint_hairline(ui, rect.Min, {rect.Max.x, top}, t.line);
        float x = typing_menu(kSpace4, top);
        for (std::size_t i = 0; i < data.status.size(); ++i) {
            const float width = text_width(ui, TextStyle::kSmall, data.status[i]);
            if (x + width > ui.width - kSpace4) break;
            app::SemanticNode node;
            node.role = app::Role::kText;
            node.name = data.status[i];
            node.rect = {x, top, width, kStatusBarHeight};
            ui.semantics.add(std::move(node));
            paint_centred(ui, x, width + 1, top, ui.height, TextStyle::kSmall, t.quiet, data.status[i]);
            x += width + kSpace4;
            if (i + 1 < data.status.size()) paint_hairline(ui, {x - kSpace2, top + 8}, {x - kSpace2, ui.height - 8}, t.line);
        }
    }

    /// Page keys move the column before anything in it has the keyboard (afterwards ImGui does it).
    static void scroll_by_keys(const ImGuiWindow& window) {
        const ImGuiContext& g = *ImGui::GetCurrentContext();
        if (g.ActiveId != 0 || g.NavId != 0 || g.OpenPopupStack.Size > 0) return;
        const float page = window.InnerRect.GetHeight() * 0.9F;
        if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) ImGui::SetScrollY(window.Scroll.y + page);
        if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) ImGui::SetScrollY(std::max(0.0F, window.Scroll.y - page));
        if (ImGui::IsKeyPressed(ImGuiKey_Home)) ImGui::SetScrollY(0);
        if (ImGui::IsKeyPressed(ImGuiKey_End)) ImGui::SetScrollY(window.ScrollMax.y);
    }

    void column(const ImRect& rect, const std::function<void()>& draw) {
        open_region(ui, app::Role::kMain, data.path.empty() ? ui.say(Word::kContent) : std::string_view(data.path.back()), rect);
        ImGui::SetNextWindowPos(rect.Min);
        ImGui::BeginChild(ImGui::GetID(data.screen_key.empty() ? "content" : data.screen_key.c_str()), rect.GetSize(), ImGuiChildFlags_None,
                          ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_NoBackground);
        const float margin = ui.phone() ? kSpace4 : kSpace6;
        const float room = rect.GetWidth() - 2 * margin - (ui.phone() ? 0.0F : 10.0F);
        const float width = std::min(room, kContentWidth);
        const float indent = margin + std::floor(std::max(0.0F, (room - width) / 2));
        ImGuiWindow* window = ImGui::GetCurrentWindow();
        scroll_by_keys(*window);
        const ImVec2 at = window->DC.CursorPos;
        put_cursor(at + ImVec2(indent, ui.phone() ? kSpace4 : kSpace5));
        window->ContentRegionRect.Max.x = window->WorkRect.Max.x = at.x + indent + width;
        window->DC.Indent.x += indent;
        draw();
        window->DC.Indent.x -= indent;
        put_cursor({at.x, window->DC.CursorPos.y});
        ImGui::Dummy({0, ui.phone() ? kSpace4 : kSpace6});
        ImGui::EndChild();
        ui.semantics.close();
    }

    void details_head(float width) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float side = ui.control_height();
        app::SemanticNode node;
        node.role = app::Role::kHeading;
        node.level = 2;
        node.name = data.details_title;
        node.rect = {at.x, at.y, width - side, side};
        ui.semantics.add(std::move(node));
        paint_centred(ui, at.x, width - side - 4, at.y, at.y + side, TextStyle::kLeadStrong, ui.theme().text, data.details_title);
        put_cursor({at.x + width - side + 6, at.y});
        if (icon_button(ui, "close", ui.say(Word::kHideDetails))) event.close_details = true;
        put_cursor({at.x, at.y + side + kSpace3});
    }

    void details_panel(const ImRect& rect, const std::function<void()>& draw) {
        const Theme& t = ui.theme();
        fill(rect, t.surface);
        paint_hairline(ui, rect.Min, {rect.Min.x, rect.Max.y}, t.line);
        open_region(ui, app::Role::kRegion, ui.say(Word::kDetails), rect);
        ImGui::SetNextWindowPos(rect.Min + ImVec2(1, 0));
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kSpace4, kSpace3});
        ImGui::BeginChild("details", rect.GetSize() - ImVec2(1, 0), ImGuiChildFlags_AlwaysUseWindowPadding,
                          ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_NoBackground);
        ImGui::PopStyleVar();
        details_head(available_width());
        draw();
        ImGui::Dummy({0, kSpace4});
        ImGui::EndChild();
        ui.semantics.close();
    }

    /// Narrow screens: details rise over the content.
    void details_sheet(float bottom, const std::function<void()>& draw) {
        constexpr const char* kId = "###details-sheet";
        if (!ImGui::IsPopupOpen(kId)) ImGui::OpenPopup(kId);
        const bool phone = ui.phone();
        const float width = phone ? ui.width : kDetailWidth + 20;
        const float height = phone ? std::floor(ui.height * 0.72F) : bottom - kTopBarHeight;
        ImGui::SetNextWindowPos({ui.width - width, phone ? ui.height - height : kTopBarHeight});
        ImGui::SetNextWindowSize({width, height});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kSpace4, kSpace3});
        const bool shown = ImGui::BeginPopup(kId, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize);
        ImGui::PopStyleVar();
        if (!shown) {
            event.close_details = true;
            return;
        }
        popup_shadow(ui);
        open_region(ui, app::Role::kDialog, data.details_title, ImGui::GetCurrentWindow()->Rect());
        details_head(available_width());
        draw();
        ImGui::Dummy({0, kSpace4});
        if (event.close_details) ImGui::CloseCurrentPopup();
        ui.semantics.close();
        ImGui::EndPopup();
    }
};

}  // namespace

FrameEvent frame(Ui& ui, const FrameData& data, const std::function<void()>& content,
                 const std::function<void()>& details) {
    FrameDraw draw{ui, data, {}};
    const bool phone = ui.phone();
    const float left = phone ? 0 : kRailWidth;
    const float top = phone ? 52.0F : kTopBarHeight;
    const float bottom = ui.height - (phone ? kBottomBar : kStatusBarHeight);
    const bool with_details = !data.details_title.empty() && data.details_open && details;
    const float panel = with_details && ui.wide() ? kDetailWidth : 0;

    if (!phone) draw.rail(bottom);
    draw.top_bar(left);
    draw.column(ImRect({left, top}, {ui.width - panel, bottom}), content);
    if (panel > 0) draw.details_panel(ImRect({ui.width - panel, top}, {ui.width, bottom}), details);
    if (with_details && panel == 0) draw.details_sheet(bottom, details);
    if (phone) {
        draw.bottom_bar();
    } else {
        draw.status_bar();
    }
    put_cursor({0, 0});
    return draw.event;
}

}  // namespace thidua::ui
