#pragma once
// Tables as somebody else wrote them: rows of cells as text, whatever the file was.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace thidua::sheet {

struct Row {
    int number = 0;                  ///< as the person counts: line of a text, row of a sheet, from 1
    std::vector<std::string> cells;  ///< NFC, blanks tidied; dates as dd/mm/yyyy
    bool broken = false;             ///< a quotation mark opened and never closed: where cells end is unknown

    bool operator==(const Row&) const = default;
};

/// One table. Only rows that hold something are kept, so the numbers may have gaps.
struct Grid {
    std::string name;  ///< of the sheet, or "Bảng 2"; empty for a text
    std::vector<Row> rows;

    bool operator==(const Grid&) const = default;
};

// What is read at most: one office's lists, with room. Beyond it nothing is read and a sentence says so.
inline constexpr std::size_t kMostFileBytes = std::size_t{50} << 20;
inline constexpr std::size_t kMostRows = 20'000;          ///< with something in them, of one table
inline constexpr std::size_t kMostColumns = 256;          ///< further ones are left out
inline constexpr std::size_t kMostTextBytes = 16U << 20;  ///< of all cells together

/// Cells keep count of what they take; false once the limit is passed.
class TextBudget {
public:
    bool spend(std::size_t bytes) {
        left_ = bytes > left_ ? 0 : left_ - bytes;
        return left_ > 0;
    }

private:
    std::size_t left_ = kMostTextBytes;
};

tl::unexpected<base::Error> too_many_rows();
tl::unexpected<base::Error> too_much_text();

/// NFC, no control characters, every run of blanks (no-break ones and line ends too) one blank, none at the ends.
std::string tidy_cell(std::string_view text);
/// Appends unless the row holds nothing.
void keep_row(Grid& grid, Row row);

}  // namespace thidua::sheet
