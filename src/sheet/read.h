#pragma once
// The door for tables: XLSX, CSV, the tables of a DOCX, plain text. What the file is, its bytes tell.

#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheet/grid.h"

namespace thidua::sheet {

/// At least one table with at least one row, or a sentence on why not and what to do. `name` only words the sentence.
base::Result<std::vector<Grid>> read_tables(std::string_view name, std::string_view bytes);

}  // namespace thidua::sheet
