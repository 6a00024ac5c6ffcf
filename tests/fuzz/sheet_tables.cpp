// A table from anywhere: XLSX, CSV, DOCX. Input that is no ZIP is also put into one as the sheet, the strings and the
// styles of a workbook: the container's checksums would keep the fuzzer out of what lies behind them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "document/zip.h"
#include "sheet/read.h"

namespace {

void read(std::string_view bytes) {
    namespace sheet = thidua::sheet;
    const auto grids = sheet::read_tables("x", bytes);
    if (!grids) {
        if (grids.error().vi.empty() || grids.error().en.empty()) std::abort();
        return;
    }
    if (grids->empty()) std::abort();
    for (const auto& grid : *grids) {
        if (grid.rows.empty() || grid.rows.size() > sheet::kMostRows) std::abort();
        for (const auto& row : grid.rows) {
            if (row.cells.empty() || row.cells.size() > sheet::kMostColumns || row.cells.back().empty()) std::abort();
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    read(bytes);
    if (bytes.substr(0, 2) == "PK") return 0;
    const std::string workbook = R"(<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>)";
    const std::string relations =
        R"(<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>)";
    const auto zip = thidua::document::write_zip({{"xl/workbook.xml", workbook},
                                                  {"xl/_rels/workbook.xml.rels", relations},
                                                  {"xl/worksheets/sheet1.xml", bytes},
                                                  {"xl/sharedStrings.xml", bytes},
                                                  {"xl/styles.xml", bytes}});
    if (!zip) std::abort();
    read(*zip);
    return 0;
}
