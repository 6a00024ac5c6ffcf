#include "sheet/xlsx_read.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/date.h"
#include "sheet/xml_scan.h"

namespace thidua::sheet {
namespace {

using document::ZipEntry;
using Event = XmlScan::Event;

constexpr int kLastRow = 1'048'576;  // of any sheet (Excel 2007 and later)

tl::unexpected<base::Error> damaged() {
    return base::fail(
        base::ErrorKind::kBadInput,
        "Bảng tính (.xlsx) bị hỏng hoặc không đúng chuẩn. Hãy mở bằng Excel hoặc LibreOffice, lưu lại rồi thử lại.",
        "The workbook (.xlsx) is damaged or not by the standard. Open it in Excel or LibreOffice, save it again and "
        "retry.");
}

std::string_view find(const std::vector<ZipEntry>& entries, std::string_view name) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const ZipEntry& e) { return e.name == name; });
    return found == entries.end() ? std::string_view() : std::string_view(found->bytes);
}

/// A number in the digits of XML Schema; nothing for anything else, or outside [least, most].
std::optional<long> whole(std::string_view text, long least, long most) {
    if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    const long value = std::strtol(std::string(text).c_str(), nullptr, 10);
    return value < least || value > most ? std::nullopt : std::optional<long>(value);
}

// --- styles: which number formats are dates --------------------------------------------------------------------------

/// ECMA-376 18.8.30: 14–22 and 45–47 are dates and times, 27–36 and 50–58 dates of East Asian locales.
bool built_in_date(long format) {
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
           (format >= 50 && format <= 58);
}

/// Outside quotes, brackets and escapes a day or a year stands.
bool is_date_format(std::string_view format) {
    bool quoted = false;
    bool bracket = false;
    for (std::size_t at = 0; at < format.size(); ++at) {
        const char c = format[at];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\\' || c == '_' || c == '*') {
            ++at;
            continue;
        }
        if (c == '[') bracket = true;
        if (c == ']') bracket = false;
        if (!bracket && (c == 'd' || c == 'y' || c == 'D' || c == 'Y')) return true;
    }
    return false;
}

struct Workbook {
    std::vector<std::string> strings;
    std::vector<bool> date_style;  ///< by cellXfs index
    bool from_1904 = false;
};

bool read_styles(std::string_view xml, Workbook& book) {
    std::set<long> dates;
    bool cells = false;
    XmlScan scan(xml);
    for (;;) {
        const Event event = scan.next();
        if (event == Event::kBad) return false;
        if (event == Event::kEnd) return true;
        if (event == Event::kText) continue;
        if (scan.name() == "cellXfs") cells = event == Event::kOpen;
        if (event != Event::kOpen) continue;
        if (scan.name() == "numFmt") {
            const auto id = whole(scan.attribute("numFmtId"), 0, 100000);
            if (id && is_date_format(scan.attribute("formatCode"))) dates.insert(*id);
        }
        if (cells && scan.name() == "xf") {
            const long id = whole(scan.attribute("numFmtId"), 0, 100000).value_or(0);
            book.date_style.push_back(built_in_date(id) || dates.count(id) > 0);
        }
    }
}

bool read_strings(std::string_view xml, Workbook& book) {
    XmlScan scan(xml);
    std::string text;
    bool item = false;
    bool shown = false;  // inside <t>
    int phonetic = 0;    // inside <rPh>: how a word is read, not what it is
    for (;;) {
        const Event event = scan.next();
        if (event == Event::kBad) return false;
        if (event == Event::kEnd) return true;
        if (event == Event::kText) {
            if (item && shown && phonetic == 0) text += scan.text();
            continue;
        }
        const bool open = event == Event::kOpen;
        if (scan.name() == "t") shown = open;
        if (scan.name() == "rPh") phonetic += open ? 1 : -1;
        if (scan.name() != "si") continue;
        item = open;
        if (open) text.clear();
        else book.strings.push_back(tidy_cell(text));
    }
}

// --- cells -----------------------------------------------------------------------------------------------------------

/// "AB12" → column 27, row 12; nothing when it is no such place.
struct CellPlace {
    std::size_t column = 0;
    int row = 0;
};
std::optional<CellPlace> place_of(std::string_view reference) {
    std::size_t column = 0;
    std::size_t at = 0;
    for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
        if (at == 3) return std::nullopt;
        column = column * 26 + static_cast<std::size_t>(reference[at] - 'A' + 1);
    }
    const auto row = whole(reference.substr(at), 1, kLastRow);
    if (column == 0 || !row) return std::nullopt;
    return CellPlace{column - 1, static_cast<int>(*row)};
}

std::string number_text(const std::string& raw, bool date, bool from_1904) {
    char* end = nullptr;
    const double value = std::strtod(raw.c_str(), &end);
    if (end != raw.c_str() + raw.size() || raw.empty() || !std::isfinite(value)) return tidy_cell(raw);
    // Day 60 of Excel's calendar is 29 February 1900, which never was: earlier days are one off, and no birthday.
    const double first = from_1904 ? 0 : 61;
    if (date && value >= first && value < 2'958'466) {
        const base::Date zero = from_1904 ? base::Date{1904, 1, 1} : base::Date{1899, 12, 30};
        return base::to_numeric(base::add_days(zero, static_cast<long>(std::floor(value))));
    }
    char digits[40];
    std::snprintf(digits, sizeof digits, "%.15g", value);
    return digits;
}

class SheetReader {
public:
    SheetReader(const Workbook& book, TextBudget& budget) : book_(book), budget_(budget) {}

    base::Result<Grid> run(std::string_view xml) {
        XmlScan scan(xml);
        for (;;) {
            const Event event = scan.next();
            if (event == Event::kBad) return damaged();
            if (event == Event::kEnd) break;
            if (event == Event::kText) {
                if (value_ && raw_.size() + scan.text().size() <= kLongestCell) raw_ += scan.text();
                continue;
            }
            const bool open = event == Event::kOpen;
            const std::string_view name = scan.name();
            if (name == "row") {
                if (open) begin_row(scan);
                else keep_row(grid_, std::move(row_));
                if (grid_.rows.size() > kMostRows) return too_many_rows();
            } else if (name == "c") {
                if (open) begin_cell(scan);
                else if (!end_cell()) return too_much_text();
            } else if (name == "v" || name == "t") {
                value_ = open && in_cell_ && phonetic_ == 0;
            } else if (name == "rPh") {
                phonetic_ += open ? 1 : -1;
            } else if (name == "sheetData" && !open) {
                break;  // what follows is looks, and may be long
            }
        }
        return std::move(grid_);
    }

private:
    static constexpr std::size_t kLongestCell = 32767 * 4;  // Excel's longest text, in UTF-8

    void begin_row(const XmlScan& scan) {
        row_ = Row{};
        const auto number = whole(scan.attribute("r"), 1, kLastRow);
        row_.number = number ? static_cast<int>(*number) : last_row_ + 1;
        last_row_ = row_.number;
        column_ = 0;
    }

    void begin_cell(const XmlScan& scan) {
        in_cell_ = true;
        raw_.clear();
        type_ = scan.attribute("t");
        const auto style = whole(scan.attribute("s"), 0, 100000);
        date_ = style && static_cast<std::size_t>(*style) < book_.date_style.size() &&
                book_.date_style[static_cast<std::size_t>(*style)];
        if (const auto place = place_of(scan.attribute("r"))) column_ = place->column;
    }

    bool end_cell() {
        in_cell_ = false;
        value_ = false;
        const std::size_t column = column_++;
        if (raw_.empty() || column >= kMostColumns) return true;
        std::string text;
        if (type_ == "s") {
            const auto index = whole(raw_, 0, 999'999'999);
            if (index && static_cast<std::size_t>(*index) < book_.strings.size())
                text = book_.strings[static_cast<std::size_t>(*index)];
        } else if (type_ == "b") {
            text = raw_ == "1" ? "Có" : "Không";
        } else if (type_ == "e") {
            text.clear();  // #REF! and its like say nothing
        } else if (type_ == "inlineStr" || type_ == "str") {
            text = tidy_cell(raw_);
        } else if (type_ == "d") {
            const auto date = base::parse_iso(std::string_view(raw_).substr(0, 10));
            text = date ? base::to_numeric(*date) : tidy_cell(raw_);
        } else {
            text = number_text(raw_, date_, book_.from_1904);
        }
        if (text.empty()) return true;
        if (!budget_.spend(text.size())) return false;
        if (row_.cells.size() <= column) row_.cells.resize(column + 1);
        row_.cells[column] = std::move(text);
        return true;
    }

    const Workbook& book_;
    TextBudget& budget_;
    Grid grid_;
    Row row_;
    int last_row_ = 0;
    std::size_t column_ = 0;
    bool in_cell_ = false;
    bool value_ = false;
    bool date_ = false;
    int phonetic_ = 0;
    std::string type_;
    std::string raw_;
};

struct SheetEntry {
    std::string name;
    std::string relation;
};

bool read_workbook(std::string_view xml, Workbook& book, std::vector<SheetEntry>& sheets) {
    XmlScan scan(xml);
    for (;;) {
        const Event event = scan.next();
        if (event == Event::kBad) return false;
        if (event == Event::kEnd) return true;
        if (event != Event::kOpen) continue;
        if (scan.name() == "workbookPr") {
            const std::string flag = scan.attribute("date1904");
            book.from_1904 = flag == "1" || flag == "true";
        }
        if (scan.name() == "sheet" && scan.attribute("state").empty())
            sheets.push_back({tidy_cell(scan.attribute("name")), scan.attribute("id")});
    }
}

bool read_relations(std::string_view xml, std::map<std::string, std::string>& targets) {
    XmlScan scan(xml);
    for (;;) {
        const Event event = scan.next();
        if (event == Event::kBad) return false;
        if (event == Event::kEnd) return true;
        if (event != Event::kOpen || scan.name() != "Relationship") continue;
        std::string target = scan.attribute("Target");
        target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
        targets[scan.attribute("Id")] = std::move(target);
    }
}

}  // namespace

base::Result<std::vector<Grid>> read_xlsx(const std::vector<ZipEntry>& entries) {
    Workbook book;
    std::vector<SheetEntry> sheets;
    std::map<std::string, std::string> targets;
    const std::string_view workbook = find(entries, "xl/workbook.xml");
    if (workbook.empty() || !read_workbook(workbook, book, sheets)) return damaged();
    if (!read_relations(find(entries, "xl/_rels/workbook.xml.rels"), targets)) return damaged();
    if (!read_styles(find(entries, "xl/styles.xml"), book)) return damaged();
    if (!read_strings(find(entries, "xl/sharedStrings.xml"), book)) return damaged();
    std::vector<Grid> grids;
    TextBudget budget;
    constexpr std::size_t kMostSheets = 100;
    if (sheets.size() > kMostSheets) sheets.resize(kMostSheets);
    for (const SheetEntry& sheet : sheets) {
        const std::string_view xml = find(entries, targets[sheet.relation]);
        if (xml.empty()) continue;  // a chart
        auto grid = SheetReader(book, budget).run(xml);
        if (!grid) return tl::unexpected(grid.error());
        if (grid->rows.empty()) continue;
        grid->name = sheet.name;
        grids.push_back(std::move(*grid));
    }
    return grids;
}

}  // namespace thidua::sheet
