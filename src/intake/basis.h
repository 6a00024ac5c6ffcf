#pragma once
// All citations of a document gathered into records: one document, one record, every place that cites it.

#include <span>
#include <vector>

#include "intake/citation.h"
#include "intake/outline.h"
#include "intake/plan_reader.h"

namespace thidua::intake {

/// Two dates for one number: asked about, not decided.
struct DateConflict {
    std::size_t document = 0;  ///< index in `documents`
    base::Date other;
    office::SourceSpan span;
};

struct BasisReading {
    std::vector<office::BasisDocument> documents;  ///< in order of first mention; ids and plan unset
    std::vector<FieldSpan> fields;                 ///< "basis.0.number" …
    std::vector<DateConflict> conflicts;
};

/// `title` is read last: its capitals say nothing new of a document that the body cites, and are spelled as `body`
/// spells them. Citations of `own_number` are left out.
BasisReading read_basis(std::span<const OutlineItem> outline, const Passage& title, const std::string& own_number,
                        std::string_view body);

}  // namespace thidua::intake
