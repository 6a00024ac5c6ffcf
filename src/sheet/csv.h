#pragma once
// Text with separators: what Excel copies (tabs) or saves (CSV with ; or ,), RFC 4180 quoting, any line end.

#include <string>
#include <string_view>

#include "base/result.h"
#include "sheet/grid.h"
#include "sheet/table.h"

namespace thidua::sheet {

/// UTF-8 text. Fails only beyond the limits of grid.h.
base::Result<Grid> read_csv(std::string_view text);

/// The sign that parts most lines the same way; a tab wins. '\0': one cell a line.
char find_separator(std::string_view text);

/// UTF-8 with a byte order mark (Excel takes it for an old encoding without one), commas, CRLF. A text that Excel would
/// run as a formula gets an apostrophe in front; read_csv takes it off again.
std::string write_csv(const Table& table);

}  // namespace thidua::sheet
