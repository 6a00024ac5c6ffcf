#pragma once
// Document pages: paper of real proportions, text by distance field (crisp at every zoom), words that can
// be pointed at. Two texts side by side stand line by line on one scrolled ground.

#include <string_view>

#include "imgui.h"
#include "ui/page_layout.h"
#include "ui/ui.h"

namespace thidua::ui {

/// Kept by the screen between frames.
struct PageState {
    float zoom = 0;            ///< CSS pixels per point; 0: the paper fills the width
    bool strip = false;        ///< no paper but one long column with letters of reading size: phones
    int selected = -1;         ///< index of the selected mark; drawn strong
    float wanted_line = -1;    ///< ≥ 0: scroll so that this source line is at the top
    int wanted_mark = -1;      ///< ≥ 0: scroll so that this mark is in view

    // Filled by page_view().
    float top_line = 0;        ///< source line at the top edge, with the part of it above
    float shown_zoom = 1;
    int page = 0, pages = 1;
    bool moved = false;        ///< scrolled by the person in this frame

    float held = -1;           ///< ≥ 0: where the line at the top edge was before the layout became truer
    std::uint32_t layout_key = 0;
    PageLayout layout;
    BrokenLines broken;
};

struct PageEvent {
    int hovered = -1;          ///< index of the mark under the pointer
    int pressed = -1;          ///< index of the mark that was pressed; state.selected is set already
    app::Rect mark;            ///< where the hovered, pressed or selected mark is: for a menu beside it
};

/// Draws pages into `size` (0: what is available), with its own scrolling. `name` is the accessible name.
PageEvent page_view(Ui& ui, std::string_view name, const PageText& text, PageState& state, float width = 0,
                    float height = 0);

/// The line under a doubtful word, on paper or in a legend: dots, dashes, a wave.
void paint_doubt_line(const Theme& theme, float left, float right, float y, Doubt doubt);

struct PagePair {
    PageState left, right;
    int shown = 1;             ///< on a phone: 0 left, 1 right
};
struct PagePairEvent {
    PageEvent left, right;
};
/// Two texts of the same lines, side by side, line n beside line n; on a narrow screen one at a time.
PagePairEvent page_pair(Ui& ui, std::string_view left_name, const PageText& left, std::string_view right_name,
                        const PageText& right, PagePair& state, float height = 0);

}  // namespace thidua::ui
