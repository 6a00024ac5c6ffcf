#pragma once
// PDF 1.7 of a document: embedded subset fonts, text that can be searched and copied, bookmarks, metadata.
//
// Written here and not by libharu: 2.3.0 reads fonts from files only (the browser has none), and its map from glyphs to
// letters is one that readers need not understand (cidrange instead of bfchar, ISO 32000-1 §9.10.3), so that copying
// Vietnamese would depend on the reader.

#include <functional>
#include <string>

#include "base/result.h"
#include "document/document.h"
#include "document/truetype.h"

namespace thidua::document {

/// Called between pages with the pages done and all pages; false stops the writing.
using PageProgress = std::function<bool(std::size_t done, std::size_t all)>;

/// The bytes of the file. The same document and fonts always give the same bytes. kConflict when `progress` stopped it.
base::Result<std::string> write_pdf(const Document& document, const FontSet& fonts, const PageProgress& progress = {});

}  // namespace thidua::document
