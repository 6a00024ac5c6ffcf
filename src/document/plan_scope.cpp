// Names of the plan itself: its subject and its items, each with the style that the decree gives its kind.
#include "base/utf8.h"
#include "document/kind_scope.h"
#include "document/wording.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

using office::PlanItem;

bool is_basis_line(const std::string& text) { return text::fold(text).substr(0, 6) == "can cu"; }

/// "a", "đ": a point of the decree (điểm), against "I" and "1".
bool is_point(const std::string& label) {
    std::size_t at = 0;
    return !label.empty() && text::is_lower(base::next_code_point(label, at));
}

/// "I." and "1." before titles and numbered text, "a)" before points, dashes and labels with a mark as they are.
std::string with_label(const std::string& label, const std::string& text) {
    if (label.empty()) return text;
    const bool marked = std::string_view("-+.):").find(label.back()) != std::string_view::npos || label == "–";
    return label + (marked ? "" : is_point(label) ? ")" : ".") + " " + text;
}

/// The word that data/templates/plan.txt chooses a style by.
const char* style_word(const PlanItem& item) {
    switch (item.kind) {
        case PlanItem::Kind::kSection: return "đề mục";
        case PlanItem::Kind::kHeading: return is_point(item.label) ? "điểm có ý" : "khoản";
        case PlanItem::Kind::kPreamble: return is_basis_line(item.text) ? "căn cứ" : "đoạn";
        case PlanItem::Kind::kParagraph:
        case PlanItem::Kind::kClosing: break;
    }
    return is_point(item.label) ? "điểm" : "đoạn";
}

Scope item_scope(const PlanItem& item) {
    Scope made;
    const std::vector<Origin> from{{RecordKind::kPlanItem, item.id.value}};
    // The preamble has no label, whatever a reader took for one.
    const bool labelled = item.kind != PlanItem::Kind::kPreamble;
    made.set("kiểu", style_word(item), from);
    made.set("văn bản", labelled ? with_label(item.label, item.text) : item.text, from);
    made.set("nhãn", item.label, from);
    made.set("nội dung", item.text, from);
    return made;
}

}  // namespace

void add_plan(Scope& scope, const office::YearBook& book, const Request& request) {
    const office::PlanBundle* bundle = chosen_plan(book, request.plan);
    scope.set("tên kế hoạch", bundle ? bundle->plan.subject : "",
              bundle ? std::vector<Origin>{{RecordKind::kPlan, bundle->plan.id.value}} : std::vector<Origin>{});
    ScopeList& items = scope.lists["nội dung kế hoạch"];
    items.shape.push_back(item_scope({}));
    if (!bundle) return;
    for (const PlanItem& item : bundle->items) items.items.push_back(item_scope(item));
}

}  // namespace thidua::document
