#pragma once
// XLSX (ECMA-376 SpreadsheetML) in: the cells of every sheet as text. Formulas count by the result that was saved,
// pictures and looks are not read. What the file claims about its size is never believed.

#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/zip.h"
#include "sheet/grid.h"

namespace thidua::sheet {

/// `entries` of the container. Sheets in their order, hidden and empty ones left out. kBadInput: no workbook, damaged,
/// an entity or document type inside (no office program writes one), beyond the limits of grid.h.
base::Result<std::vector<Grid>> read_xlsx(const std::vector<document::ZipEntry>& entries);

}  // namespace thidua::sheet
