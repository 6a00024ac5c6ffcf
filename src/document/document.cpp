#include "document/document.h"

#include <algorithm>
#include <utility>

namespace thidua::document {

std::string_view record_word(RecordKind kind) {
    switch (kind) {
        case RecordKind::kOffice: return "office";
        case RecordKind::kPlan: return "plan";
        case RecordKind::kPlanItem: return "item";
        case RecordKind::kBasisDocument: return "basis";
        case RecordKind::kTask: return "task";
        case RecordKind::kEvidence: return "evidence";
        case RecordKind::kOccasion: return "occasion";
        case RecordKind::kQuestion: return "question";
        case RecordKind::kPerson: return "person";
        case RecordKind::kYearRecord: return "record";
        case RecordKind::kRegistration: return "registration";
        case RecordKind::kInitiative: return "initiative";
        case RecordKind::kAward: return "award";
    }
    return "";
}

std::optional<RecordKind> find_record(std::string_view word) {
    for (int i = 0; i <= static_cast<int>(RecordKind::kAward); ++i) {
        if (record_word(static_cast<RecordKind>(i)) == word) return static_cast<RecordKind>(i);
    }
    return std::nullopt;
}

std::string text_of(const Paragraph& paragraph) {
    std::string text;
    for (const Run& run : paragraph.runs) text += run.text;
    return text;
}

double space_before(const Paragraph& paragraph, const Block* previous) {
    const double own = style(paragraph.style).before_pt;
    const auto* table = previous ? std::get_if<Table>(previous) : nullptr;
    return table && table->borders ? std::max(own, kGapAfterTable) : own;
}

Paragraph paragraph(StyleId style, std::string text, std::vector<Origin> origins) {
    Paragraph made;
    made.style = style;
    if (!text.empty()) made.runs.push_back({std::move(text), {}, {}, false});
    made.origins = std::move(origins);
    return made;
}

TableCell cell(StyleId style, std::string text, std::vector<Origin> origins) {
    TableCell made;
    made.paragraphs.push_back(paragraph(style, std::move(text), std::move(origins)));
    return made;
}

}  // namespace thidua::document
