#pragma once
// The text of a Word document (.docx, ECMA-376): one line a paragraph, tables row by row. A ZIP that is something else
// is named in the error's sentence, where "…" stands for the file.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace thidua::intake {

/// What an entry may unpack to: real documents stay below; a "zip bomb" does not.
inline constexpr std::size_t kMostDocxXmlBytes = 32u * 1024 * 1024;

base::Result<std::string> read_docx_text(std::string_view bytes);

}  // namespace thidua::intake
