#include "sheet/grid.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::sheet {

tl::unexpected<base::Error> too_many_rows() {
    return base::fail(
        base::ErrorKind::kBadInput,
        "Bảng có hơn 20.000 dòng, quá nhiều cho một cơ quan. Hãy chỉ giữ lại phần cần nhập rồi thử lại.",
        "The table has more than 20,000 rows, too many for one office. Keep only the part you need and try again.");
}

tl::unexpected<base::Error> too_much_text() {
    return base::fail(
        base::ErrorKind::kBadInput,
        "Bảng chứa quá nhiều chữ (hơn 16 MB). Hãy chỉ giữ lại các cột và dòng cần nhập rồi thử lại.",
        "The table holds too much text (over 16 MB). Keep only the columns and rows you need and try again.");
}

std::string tidy_cell(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200B) || c == 0x202F) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += ' ';
        gap = false;
        base::append_utf8(out, c);
    }
    return text::nfc(out);
}

void keep_row(Grid& grid, Row row) {
    while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
    if (!row.cells.empty()) grid.rows.push_back(std::move(row));
}

}  // namespace thidua::sheet
