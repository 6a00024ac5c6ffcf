#pragma once
// A document as one self-contained HTML page: for printing from the browser and for screen readers.

#include <string>

#include "document/document.h"

namespace thidua::document {

/// UTF-8, no scripts, nothing loaded from elsewhere. Paragraphs carry data-origin="task:12 evidence:3".
std::string write_html(const Document& document);

}  // namespace thidua::document
