#pragma once
// All citations of a document gathered into records: one document, one record, every place that cites it.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "intake/citation.h"
#include "intake/letterhead.h"
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

/// Reads one item after the other. `title` is read last: its capitals say nothing new of a document that the body
/// cites, and are spelled as `body` (which must outlive the reader) spells them. Citations of `own_number` are left
/// out.
class BasisReader {
public:
    BasisReader(const std::string& own_number, const Passage& title, const BodyWords& body);
    ~BasisReader();
    void read(const OutlineItem& item, const Words& words);
    BasisReading finish();

private:
    class Gatherer;
    std::unique_ptr<Gatherer> gatherer_;
    Passage title_;
    const BodyWords& body_;
    CitationContext context_;
};

}  // namespace thidua::intake
