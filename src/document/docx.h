#pragma once
// DOCX (ECMA-376 transitional WordprocessingML) of a document: true styles, tables, section and core properties.

#include <string>

#include "base/result.h"
#include "document/document.h"

namespace thidua::document {

/// The bytes of the .docx file. The same document always gives the same bytes (dates inside are the document's own).
/// Fails only with kInternal (zlib out of memory).
base::Result<std::string> write_docx(const Document& document);

}  // namespace thidua::document
