#include "document/plan_document.h"

#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "document/frame.h"
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

Paragraph item_paragraph(const PlanItem& item) {
    const std::vector<Origin> origins{{RecordKind::kPlanItem, item.id.value}};
    switch (item.kind) {
        case PlanItem::Kind::kSection:
            return paragraph(StyleId::kSection, with_label(item.label, capitals(item.text)), origins);
        case PlanItem::Kind::kHeading: {
            Paragraph made = paragraph(is_point(item.label) ? StyleId::kPoint : StyleId::kHeading,
                                       with_label(item.label, item.text), origins);
            made.keep_with_next = true;
            return made;
        }
        case PlanItem::Kind::kPreamble:
            return paragraph(is_basis_line(item.text) ? StyleId::kBasis : StyleId::kBody, item.text, origins);
        case PlanItem::Kind::kParagraph:
        case PlanItem::Kind::kClosing:
            return paragraph(is_point(item.label) ? StyleId::kPoint : StyleId::kBody, with_label(item.label, item.text),
                             origins);
    }
    return paragraph(StyleId::kBody, item.text, origins);
}

std::string first_of(const std::string& own, const std::string& otherwise) { return own.empty() ? otherwise : own; }

}  // namespace

Document plan_document(const office::PlanBundle& bundle, const office::Office& office) {
    const office::Plan& plan = bundle.plan;
    const Origin of_plan{RecordKind::kPlan, plan.id.value};

    LetterHead head = letter_head_of(office, "KH");
    head.superior = first_of(plan.superior, office.superior);
    head.issuer = issuer_below(first_of(plan.issuer, office.name), head.superior);
    head.number = plan.number;
    head.place = first_of(plan.place, office.place);
    head.date = plan.issued_on;
    if (plan.year > 0) head.year = plan.year;
    head.origins.insert(head.origins.begin(), of_plan);

    Section section;
    std::vector<Block>& blocks = section.blocks;
    blocks.emplace_back(letter_head(section.page, head));
    for (Block& block : kind_and_subject(section.page, "Kế hoạch", plan.subject, {of_plan}))
        blocks.push_back(std::move(block));

    if (bundle.items.empty()) {
        Paragraph empty = paragraph(StyleId::kBody, {}, {of_plan});
        empty.runs.push_back({std::string(kBlank), {}, {}, true});
        blocks.emplace_back(std::move(empty));
    }
    for (const PlanItem& item : bundle.items) blocks.emplace_back(item_paragraph(item));
    close_text(blocks);

    Signature signature;
    signature.recipients = plan.recipients;
    if (signature.recipients.empty()) signature.recipients.push_back(filing_line(office));
    signature.title = first_of(plan.signer_title, office.head_title);
    signature.name = first_of(plan.signer_name, office.head_name);
    signature.origins = {of_plan};
    blocks.emplace_back(signature_block(section.page, signature));

    Document document;
    document.kind = "Kế hoạch";
    document.number = plan.number;
    document.title = plan.subject.empty() ? "Kế hoạch" : "Kế hoạch " + inside_sentence(plan.subject);
    document.issuer = first_of(plan.issuer, office.name);
    document.date = plan.issued_on;
    document.sections.push_back(std::move(section));
    return document;
}

}  // namespace thidua::document
