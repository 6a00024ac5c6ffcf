#include "sheet/read.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "document/docx_read.h"
#include "document/zip.h"
#include "sheet/csv.h"
#include "sheet/xlsx_read.h"
#include "text/encodings.h"

namespace thidua::sheet {
namespace {

using base::ErrorKind;

/// XML of 5,000 people with 20 columns is some 10 MB.
constexpr document::ZipLimits kLimits{.most_entries = 2000, .most_bytes = 48U << 20};

bool has(const std::vector<document::ZipEntry>& entries, std::string_view name) {
    return std::any_of(entries.begin(), entries.end(), [&](const document::ZipEntry& e) { return e.name == name; });
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
    std::string out;
    char32_t high = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        const char32_t unit = big_endian ? static_cast<char32_t>(a << 8 | b) : static_cast<char32_t>(b << 8 | a);
        if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
        } else if (unit >= 0xDC00 && unit < 0xE000) {
            base::append_utf8(out,
                              high != 0 ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) : base::kReplacement);
            high = 0;
        } else {
            base::append_utf8(out, unit);
        }
    }
    return out;
}

base::Result<std::vector<Grid>> read_docx_tables(std::string_view bytes) {
    auto read = document::read_docx(bytes);
    if (!read) return tl::unexpected(read.error());
    std::vector<Grid> grids;
    Grid loose;  // what stands in no table: a list of names, perhaps
    TextBudget budget;
    int line = 0;
    int table = -1;
    Row row;
    std::vector<std::string> cells;
    const auto end_row = [&] {
        for (std::string& cell : cells) row.cells.push_back(tidy_cell(cell));
        cells.clear();
        if (!grids.empty()) keep_row(grids.back(), std::move(row));
        row = Row{};
    };
    int row_at = -1;
    for (const document::ReadParagraph& paragraph : read->paragraphs) {
        if (!budget.spend(paragraph.text.size())) return too_much_text();
        if (paragraph.table != table || (paragraph.table >= 0 && paragraph.row != row_at)) {
            end_row();
            if (paragraph.table != table && paragraph.table >= 0)
                grids.push_back({"Bảng " + std::to_string(grids.size() + 1), {}});
            table = paragraph.table;
            row_at = paragraph.row;
            row.number = paragraph.row + 1;
        }
        if (table < 0) {
            keep_row(loose, {++line, {tidy_cell(paragraph.text)}, false});
            continue;
        }
        const auto cell = static_cast<std::size_t>(std::max(paragraph.cell, 0));
        if (cell >= kMostColumns) continue;
        if (cells.size() <= cell) cells.resize(cell + 1);
        cells[cell] += (cells[cell].empty() ? "" : " ") + paragraph.text;
        if (grids.back().rows.size() > kMostRows) return too_many_rows();
    }
    end_row();
    // The blocks of a letter head are tables too: what has no two filled rows is none to read.
    std::erase_if(grids, [](const Grid& grid) { return grid.rows.size() < 2; });
    if (grids.empty() && loose.rows.size() > kMostRows) return too_many_rows();
    if (grids.empty()) grids.push_back(std::move(loose));
    std::stable_sort(grids.begin(), grids.end(),
                     [](const Grid& a, const Grid& b) { return a.rows.size() > b.rows.size(); });
    return grids;
}

base::Result<std::vector<Grid>> read_container(std::string_view bytes) {
    const auto entries = document::read_zip(bytes, kLimits);
    if (!entries) return tl::unexpected(entries.error());
    if (has(*entries, "xl/workbook.xml")) return read_xlsx(*entries);
    if (has(*entries, "word/document.xml")) return read_docx_tables(bytes);
    if (has(*entries, "content.xml") || has(*entries, "xl/workbook.bin")) {
        return base::fail(
            ErrorKind::kUnsupported,
            "Bảng tính này ở định dạng chưa đọc được (.ods, .xlsb). Hãy lưu thành .xlsx hoặc .csv rồi mở lại.",
            "This workbook is of a kind that cannot be read yet (.ods, .xlsb). Save it as .xlsx or .csv and open "
            "that.");
    }
    return base::fail(ErrorKind::kBadInput,
                      "Tệp nén này không chứa bảng tính hay văn bản Word. Hãy chọn tệp .xlsx, .csv hoặc .docx.",
                      "This container holds no workbook and no Word document. Choose an .xlsx, .csv or .docx file.");
}

base::Result<std::vector<Grid>> read_text(std::string_view bytes) {
    std::string text;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        text = from_utf16(bytes.substr(2), bytes.starts_with("\xFE\xFF"));
    } else if (bytes.find('\0') != std::string_view::npos) {
        return base::fail(
            ErrorKind::kBadInput,
            "Tệp không phải bảng hay chữ (có dữ liệu nhị phân). Hãy chọn tệp .xlsx, .csv, .docx hoặc .txt.",
            "The file is neither a table nor text (it holds binary data). Choose an .xlsx, .csv, .docx or .txt file.");
    } else {
        const text::LegacyEncoding encoding = text::detect_legacy(bytes.substr(0, 64 * 1024));
        if (encoding != text::LegacyEncoding::kNone) {
            text = text::from_legacy(bytes, encoding);
        } else if (base::is_valid_utf8(bytes)) {
            text = bytes;
        } else {
            return base::fail(ErrorKind::kBadInput,
                              "Không nhận ra bảng mã chữ của tệp. Hãy mở bằng Excel, chọn Lưu thành “CSV UTF-8” hoặc "
                              ".xlsx rồi mở lại.",
                              "The encoding of the file's text is not known. Open it in Excel, save it as “CSV UTF-8” "
                              "or .xlsx and open that.");
        }
    }
    auto grid = read_csv(text);
    if (!grid) return tl::unexpected(grid.error());
    return std::vector<Grid>{std::move(*grid)};
}

}  // namespace

base::Result<std::vector<Grid>> read_tables(std::string_view name, std::string_view bytes) {
    const auto named = [&](base::Error error) {
        error.where = std::string(name);
        return tl::unexpected<base::Error>(std::move(error));
    };
    if (bytes.size() > kMostFileBytes) {
        return named({ErrorKind::kBadInput,
                      "Tệp quá lớn (hơn 50 MB) nên không được mở. Hãy chỉ giữ lại bảng cần nhập.",
                      "The file is too large (over 50 MB) and was not opened. Keep only the table you need.",
                      {}});
    }
    // Compound files: Excel before 2007, and workbooks with a password.
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        return named({ErrorKind::kUnsupported,
                      "Đây là tệp Excel đời cũ (.xls) hoặc tệp có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu thành "
                      ".xlsx rồi mở lại.",
                      "This is a workbook of old Excel (.xls) or one with a password. Open it in Excel, take the "
                      "password off, save it as .xlsx and open that.",
                      {}});
    }
    auto grids = bytes.starts_with("PK") ? read_container(bytes) : read_text(bytes);
    if (!grids) return named(grids.error());
    std::erase_if(*grids, [](const Grid& grid) { return grid.rows.empty(); });
    if (grids->empty()) {
        return named({ErrorKind::kBadInput,
                      "Không có dòng nào để đọc. Hãy chọn tệp khác, hoặc sao chép bảng trong Excel rồi dán vào đây.",
                      "There is no row to read. Choose another file, or copy the table in Excel and paste it here.",
                      {}});
    }
    return grids;
}

}  // namespace thidua::sheet
