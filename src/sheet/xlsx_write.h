#pragma once
// XLSX out (ECMA-376, SpreadsheetML): types, widths, a header row that stays, filters, print set-up.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheet/table.h"

namespace thidua::sheet {

inline constexpr std::string_view kXlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Writes in slices, so that a screen stays alive and a person can stop it (by letting go of the writer).
class XlsxWriter {
public:
    /// One sheet a table; at least one.
    static base::Result<XlsxWriter> begin(std::vector<Table> tables);
    XlsxWriter(XlsxWriter&&) noexcept;
    XlsxWriter& operator=(XlsxWriter&&) noexcept;
    ~XlsxWriter();

    /// Writes at most `rows` further rows; false once all are written.
    bool step(std::size_t rows);
    std::size_t done() const;
    std::size_t all() const;
    /// The bytes of the file. Errors: those of document::write_zip.
    base::Result<std::string> finish();

private:
    struct State;
    explicit XlsxWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// All in one go. `progress(done, all)` is called between slices; false stops (kConflict).
base::Result<std::string> write_xlsx(std::vector<Table> tables,
                                     const std::function<bool(std::size_t done, std::size_t all)>& progress = {});

/// What Excel takes for a sheet's name: at most 31 letters, none of []:*?/\, not empty.
std::string sheet_name(std::string_view wish);

}  // namespace thidua::sheet
