#pragma once
// What a PDF says about itself: the Info dictionary, and the XMP packet that says the same for PDF/A.

#include <string>
#include <string_view>

#include "document/pdf_file.h"

namespace thidua::document {

/// UTF-16BE in hexadecimal, without mark or brackets.
std::string utf16_hex(std::string_view text);
/// A text string of the file: UTF-16 with its mark.
std::string pdf_text_string(std::string_view text);
std::string pdf_info(const PdfMeta& meta);
std::string pdf_xmp(const PdfMeta& meta);

}  // namespace thidua::document
