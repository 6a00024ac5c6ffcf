#pragma once
// The plain text of a document: one line a paragraph (and one a line break), cells of a row from left to right.

#include <string>

#include "document/document.h"

namespace thidua::document {

std::string plain_text(const Document& document);

}  // namespace thidua::document
