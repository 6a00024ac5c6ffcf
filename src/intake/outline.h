#pragma once
// Paragraphs to the tree of a plan: preamble, sections, headings, paragraphs, closing.

#include <span>
#include <string_view>
#include <vector>

#include "intake/paragraphs.h"
#include "office/plan.h"

namespace thidua::intake {

struct OutlineItem {
    const Paragraph* paragraph = nullptr;
    int parent = -1;  ///< index in the outline
    std::vector<int> children;
    office::PlanItem::Kind kind = office::PlanItem::Kind::kParagraph;
};

/// One item a paragraph, in the same order. `paragraphs` must outlive the result.
std::vector<OutlineItem> make_outline(std::span<const Paragraph> paragraphs);

}  // namespace thidua::intake
