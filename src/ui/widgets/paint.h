#pragma once
// The strokes that all widgets are made of: text in its line box, icons, the pressable rectangle.

#include <cfloat>
#include <string>
#include <string_view>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/ui.h"

namespace thidua::ui {

/// Size of `text`, wrapped at `wrap` pixels when > 0.
ImVec2 text_size(const Ui& ui, TextStyle style, std::string_view text, float wrap = 0);
/// Width of one line.
float text_width(const Ui& ui, TextStyle style, std::string_view text);
/// Draws on the current window; wrapped at `wrap` when > 0.
void paint_text(const Ui& ui, ImVec2 at, TextStyle style, Color color, std::string_view text, float wrap = 0);
/// One line, cut with "…" when wider than `width`. Returns true when it was cut.
bool paint_line(const Ui& ui, ImVec2 at, float width, TextStyle style, Color color, std::string_view text);
/// One line of text vertically centred in [top, bottom].
bool paint_centred(const Ui& ui, float left, float width, float top, float bottom, TextStyle style, Color color,
                   std::string_view text);
/// An icon of kIconSize (or kLargeIconSize) around `centre`.
void paint_icon(const Ui& ui, ImVec2 centre, std::string_view icon, Color color, bool large = false);
/// The same at another size in CSS pixels (small marks in chips).
void paint_icon_scaled(const Ui& ui, ImVec2 centre, std::string_view icon, Color color, float size);
void paint_focus_ring(const Ui& ui, const ImRect& rect, float rounding = kRadius);
/// A line of exactly one device pixel.
void paint_hairline(const Ui& ui, ImVec2 from, ImVec2 to, Color color);
/// The visible part of an ImGui label: up to "##".
std::string_view label_text(std::string_view label);
ImGuiID label_id(std::string_view label);
float available_width();
/// Before an item of `height`: where it stands beside a taller one (same_line), the cursor moves so that
/// both are centred on the line.
void centre_on_line(float height);
/// Moves ImGui's cursor; unlike ImGui's own calls, also as the last thing of a group or window.
void put_cursor(ImVec2 screen);
void move_cursor(ImVec2 by);

/// What became of a pressable rectangle in this frame.
struct Press {
    bool pressed = false;
    bool hovered = false;
    bool held = false;
    bool focused = false;   ///< by keyboard: shows the ring
    bool visible = false;   ///< draw only when true
    ImGuiID id = 0;
    ImRect rect;
};

/// Registers a pressable item: layout, pointer, keyboard, semantic node and acts from outside.
/// `node.id` and `node.rect` are filled in here.
Press press_item(Ui& ui, ImGuiID id, const ImRect& rect, bool enabled, app::SemanticNode node);
/// The same at the cursor, which moves behind it.
Press press_box(Ui& ui, ImGuiID id, ImVec2 size, bool enabled, app::SemanticNode node);

/// The one shadow there is, around the current popup window.
void popup_shadow(const Ui& ui);

app::Rect to_rect(const ImRect& rect);
/// Shows `text` under the pointer when it rests on the item for half a second, or the item has focus.
void tooltip_for(Ui& ui, const Press& press, std::string_view text);

}  // namespace thidua::ui
