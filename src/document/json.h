#pragma once
// A document as JSON: how an edited document is kept with its record (office::IssuedDocument::content). The form is
// versioned; what is read is checked, since files come from elsewhere.

#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"

namespace thidua::document {

/// Compact, the same document always gives the same text.
std::string to_json(const Document& document);

/// kBadInput: no such JSON, with values that no page can have, or beyond the limits (8 MB, 20,000 paragraphs);
/// kUnsupported: of a newer program.
base::Result<Document> document_from_json(std::string_view text);

}  // namespace thidua::document
