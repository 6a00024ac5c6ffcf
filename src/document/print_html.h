#pragma once
// The pages as they are laid out, for the browser's printer: every line in its place, on paper without margins of the
// browser's own (so that it adds no address and no date), page numbers and annexes as the decree has them.

#include <string>

#include "document/document.h"
#include "document/layout.h"

namespace thidua::document {

/// `layout`: of that document. The faces come from the system, else from `fonts/` beside the page.
std::string write_print_html(const Document& document, const Layout& layout);

}  // namespace thidua::document
