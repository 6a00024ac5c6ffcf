#pragma once
// The year's file as the commands take it: its values, the people that --for names, documents written as the ending of
// the output says.

#include <string>

#include "base/result.h"
#include "document/document.h"
#include "document/truetype.h"
#include "office/year_book.h"

namespace thidua::cli {

base::Result<office::YearBook> open_book(const std::string& path);
/// A person by id or by name; the name must be one person's.
base::Result<base::Id<office::Person>> person_of(const office::YearBook& book, const std::string& wish);
/// The four faces that PDFs embed: THIDUA_FONTS_DIR, beside the program's folder (the build), or where packages put
/// them.
base::Result<document::FontSet> load_fonts();
/// .docx, .html or .pdf.
base::Result<std::string> write_as(const document::Document& document, const std::string& path);

}  // namespace thidua::cli
