#pragma once
// A laid out document (document/layout.h) on screen: paper of real proportions, letters by distance field where the PDF
// puts them, paragraphs that can be chosen, text that can be selected and copied, zoom.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/layout.h"
#include "imgui.h"
#include "ui/ui.h"

namespace thidua::ui {

/// A place between two letters: text `text` of page `page`, before its byte `byte`.
struct TextSpot {
    std::size_t page = 0;
    std::size_t text = 0;
    std::size_t byte = 0;

    auto operator<=>(const TextSpot&) const = default;
};

/// Kept by the screen between frames.
struct DocumentViewState {
    float zoom = 0;                         ///< CSS pixels per point; 0: the paper fills the width
    std::optional<document::Place> chosen;  ///< the paragraph whose details are shown
    std::optional<document::Place> wanted;  ///< scroll there
    int wanted_page = -1;                   ///< ≥ 0: scroll so that this page is at the top
    std::optional<TextSpot> anchor, caret;  ///< of the selected text; both or none

    // Filled by document_view().
    int page = 0;  ///< the one that is mostly in view
    int pages = 1;
    float shown_zoom = 1;
    bool dragging = false;
    std::optional<std::pair<float, float>>
        scroll_to;  ///< of the next frame: keeps what is under the pointer in its place
};

struct DocumentViewEvent {
    bool chosen = false;  ///< a paragraph was pressed: state.chosen is set already
};

inline constexpr float kLeastZoom = 0.5F, kMostZoom = 16.0F / 3;  ///< to 400 %: a point is 4/3 CSS pixels

/// Draws into `width` × `height` (0: what is available), with scrolling of its own. `edited` paragraphs get a mark in
/// the margin.
DocumentViewEvent document_view(Ui& ui, std::string_view name, const document::Layout& layout, DocumentViewState& state,
                                const std::vector<document::Place>& edited = {}, float width = 0, float height = 0);

/// Placed text alone, in points from `origin`: for pages that are drawn otherwise (certificates).
void paint_placed(Ui& ui, const std::vector<document::PlacedText>& texts, ImVec2 origin, float zoom, Color color);

/// What is selected, as text: lines of one paragraph joined, paragraphs on lines of their own.
std::string selected_text(const document::Layout& layout, const DocumentViewState& state);

}  // namespace thidua::ui
