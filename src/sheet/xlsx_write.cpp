#include "sheet/xlsx_write.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "document/markup.h"
#include "document/zip.h"

// ECMA-376 part 1 (SpreadsheetML). The children of `worksheet` stand in the order of its schema (§18.3.1.99): Excel
// calls any other order damaged.

namespace thidua::sheet {
namespace {

constexpr std::size_t kLongestCell = 32767;  // Excel's, in UTF-16 units; letters here, which are no more
constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006";

/// Places in `cellXfs` of kStyles.
enum class Style { kPlain, kHead, kText, kNumber, kDate };

constexpr std::string_view kStyles =
    R"(<fonts count="2"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font>)"
    R"(<font><b/><sz val="12"/><name val="Times New Roman"/><family val="1"/></font></fonts>)"
    R"(<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>)"
    R"(<fill><patternFill patternType="solid"><fgColor rgb="FFEFEAE0"/><bgColor indexed="64"/></patternFill></fill></fills>)"
    R"(<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>)"
    R"(<left style="thin"><color rgb="FFB8B2A4"/></left><right style="thin"><color rgb="FFB8B2A4"/></right>)"
    R"(<top style="thin"><color rgb="FFB8B2A4"/></top><bottom style="thin"><color rgb="FFB8B2A4"/></bottom><diagonal/></border></borders>)"
    R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">)"
    R"(<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>)"
    R"(<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">)"
    R"(<alignment horizontal="center" vertical="center" wrapText="1"/></xf>)"
    // 49 is "@": what a person types later stays a text as well.
    R"(<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">)"
    R"(<alignment vertical="top" wrapText="1"/></xf>)"
    R"(<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">)"
    R"(<alignment vertical="top" wrapText="1"/></xf>)"
    R"(<xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">)"
    R"(<alignment horizontal="center" vertical="top" wrapText="1"/></xf></cellXfs>)"
    R"(<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>)";

std::string first_letters(std::string_view text, std::size_t letters) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < letters; ++count) base::next_code_point(text, at);
    return std::string(text.substr(0, at));
}

/// 0 → "A", 26 → "AA".
std::string column_name(std::size_t column) {
    std::string name;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
    }
    return name;
}

/// Excel's day: 1 is 1 January 1900, and 29 February 1900 is counted though there was none.
long excel_day(const base::Date& date) {
    const long day = base::to_days(date) - base::to_days({1899, 12, 31});
    return day > 59 ? day + 1 : day;
}

std::string quoted(double value) {
    char text[32];
    const int length = std::snprintf(text, sizeof text, "%.16G", value);
    return std::string(text, static_cast<std::size_t>(length));
}

std::string cell(std::size_t column, std::size_t row, Style style) {
    return "<c r=\"" + column_name(column) + std::to_string(row) + "\" s=\"" + std::to_string(static_cast<int>(style)) +
           "\"";
}

std::string text_cell(std::size_t column, std::size_t row, Style style, std::string_view words) {
    return cell(column, row, style) + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" +
           document::escaped(first_letters(words, kLongestCell)) + "</t></is></c>";
}

std::string value_cell(std::size_t column, std::size_t row, const Value& value, Column::Type type) {
    if (const auto* words = std::get_if<std::string>(&value); words != nullptr && !words->empty()) {
        return text_cell(column, row, Style::kText, *words);
    }
    if (const auto* figure = std::get_if<double>(&value)) {
        return cell(column, row, Style::kNumber) + "><v>" + quoted(*figure) + "</v></c>";
    }
    if (const auto* day = std::get_if<base::Date>(&value); day != nullptr && day->year >= 1900) {
        return cell(column, row, Style::kDate) + "><v>" + std::to_string(excel_day(*day)) + "</v></c>";
    }
    const Style style = type == Column::Type::kDate     ? Style::kDate
                        : type == Column::Type::kNumber ? Style::kNumber
                                                        : Style::kText;
    return cell(column, row, style) + "/>";
}

/// "$A$1:$E$4", or without the signs.
std::string range(const Table& table, std::string_view sign) {
    const std::string mark(sign);
    const std::size_t last = table.columns.empty() ? 0 : table.columns.size() - 1;
    return mark + "A" + mark + "1:" + mark + column_name(last) + mark + std::to_string(table.rows.size() + 1);
}

std::string sheet_begin(const Table& table, bool first) {
    std::string xml(kHead);
    xml += "<worksheet xmlns=\"" + std::string(kMain) + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>";
    xml += "<dimension ref=\"" + range(table, "") + "\"/><sheetViews><sheetView" + (first ? " tabSelected=\"1\"" : "") +
           " workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
           "<selection pane=\"bottomLeft\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>";
    if (!table.columns.empty()) {
        xml += "<cols>";
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            const std::string number = std::to_string(at + 1);
            xml += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + quoted(table.columns[at].width) +
                   "\" customWidth=\"1\"/>";
        }
        xml += "</cols>";
    }
    xml += "<sheetData><row r=\"1\" ht=\"32\" customHeight=\"1\">";
    for (std::size_t at = 0; at < table.columns.size(); ++at)
        xml += text_cell(at, 1, Style::kHead, table.columns[at].title);
    return xml + "</row>";
}

std::string sheet_end(const Table& table) {
    std::string xml = "</sheetData>";
    if (!table.columns.empty()) xml += "<autoFilter ref=\"" + range(table, "") + "\"/>";
    xml +=
        "<pageMargins left=\"0.6\" right=\"0.6\" top=\"0.9\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>"
        "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/><headerFooter>";
    if (!table.title.empty()) {
        std::string title = first_letters(table.title, 200);
        for (std::size_t at = 0; (at = title.find('&', at)) != std::string::npos; at += 2) title.insert(at, 1, '&');
        xml += "<oddHeader>" + document::escaped("&C&\"Times New Roman,Bold\"&14" + title) + "</oddHeader>";
    }
    return xml + "<oddFooter>" + document::escaped("&C&\"Times New Roman,Regular\"&10&P/&N") +
           "</oddFooter></headerFooter></worksheet>";
}

std::string relation(std::size_t id, std::string_view type, std::string_view target) {
    return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" + std::string(type) + "\" Target=\"" +
           std::string(target) + "\"/>";
}

std::string relations(std::string_view inside) {
    return std::string(kHead) + "<Relationships xmlns=\"" + std::string(kPackage) + "/relationships\">" +
           std::string(inside) + "</Relationships>";
}

}  // namespace

std::string sheet_name(std::string_view wish) {
    std::string out;
    for (const char c : wish) out += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    out = first_letters(out, 31);
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out.empty() ? "Bảng" : out;
}

struct XlsxWriter::State {
    std::vector<Table> tables;
    std::vector<std::string> names;
    document::ZipWriter zip;
    std::string pending;  ///< XML of the sheet being written that is not in the container yet
    std::size_t table = 0;
    std::size_t row = 0;
    std::size_t done = 0;
    std::size_t all = 0;

    void name_sheets() {
        std::set<std::string> taken;
        for (const Table& one : tables) {
            std::string name = sheet_name(one.name);
            for (int number = 2; !taken.insert(name).second; ++number) {
                name = first_letters(sheet_name(one.name), 27) + " " + std::to_string(number);
            }
            names.push_back(std::move(name));
        }
    }

    void begin_sheet() {
        zip.open("xl/worksheets/sheet" + std::to_string(table + 1) + ".xml");
        pending = sheet_begin(tables[table], table == 0);
    }

    void end_sheet() {
        zip.write(pending + sheet_end(tables[table]));
        pending.clear();
    }

    /// Packed a little at a time: at the end it would take as long as all rows.
    void flush() {
        constexpr std::size_t kAtOnce = 16 * 1024;
        if (pending.size() < kAtOnce) return;
        zip.write(pending);
        pending.clear();
    }

    void write_row() {
        const Table& now = tables[table];
        const std::vector<Value>& cells = now.rows[row];
        const std::size_t number = row + 2;
        std::string xml = "<row r=\"" + std::to_string(number) + "\">";
        for (std::size_t at = 0; at < now.columns.size(); ++at) {
            xml += value_cell(at, number, at < cells.size() ? cells[at] : Value(), now.columns[at].type);
        }
        pending += xml + "</row>";
        flush();
    }

    std::string workbook() const {
        std::string xml = std::string(kHead) + "<workbook xmlns=\"" + std::string(kMain) + "\" xmlns:r=\"" +
                          std::string(kRelations) + "\"><bookViews><workbookView/></bookViews><sheets>";
        std::string defined;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string id = std::to_string(i + 1);
            xml +=
                "<sheet name=\"" + document::escaped(names[i]) + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"/>";
            const std::string sheet = "'" + document::escaped(names[i]) + "'!";
            const std::string local = "\" localSheetId=\"" + std::to_string(i) + "\"";
            if (!tables[i].columns.empty()) {
                defined += "<definedName name=\"_xlnm._FilterDatabase" + local + " hidden=\"1\">" + sheet +
                           range(tables[i], "$") + "</definedName>";
            }
            defined += "<definedName name=\"_xlnm.Print_Titles" + local + ">" + sheet + "$1:$1</definedName>";
        }
        return xml + "</sheets><definedNames>" + defined + "</definedNames></workbook>";
    }

    std::string content_types() const {
        constexpr std::string_view kSheetMl = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        const auto part = [&](std::string_view name, std::string_view type) {
            return "<Override PartName=\"/" + std::string(name) + "\" ContentType=\"" + std::string(type) + "+xml\"/>";
        };
        std::string xml =
            std::string(kHead) + "<Types xmlns=\"" + std::string(kPackage) +
            "/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
            "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>";
        xml += part("xl/workbook.xml", std::string(kSheetMl) + "sheet.main") +
               part("xl/styles.xml", std::string(kSheetMl) + "styles") +
               part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties");
        for (std::size_t i = 0; i < names.size(); ++i) {
            xml += part("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml", std::string(kSheetMl) + "worksheet");
        }
        return xml + "</Types>";
    }

    /// All parts but the sheets.
    void begin_book() {
        const std::string office(kRelations);
        std::string of_book;
        for (std::size_t i = 0; i < names.size(); ++i) {
            of_book += relation(i + 1, office + "/worksheet", "worksheets/sheet" + std::to_string(i + 1) + ".xml");
        }
        of_book += relation(names.size() + 1, office + "/styles", "styles.xml");
        const std::vector<document::ZipEntry> parts{
            {"[Content_Types].xml", content_types()},
            {"_rels/.rels", relations(relation(1, office + "/officeDocument", "xl/workbook.xml") +
                                      relation(2, std::string(kPackage) + "/relationships/metadata/core-properties",
                                               "docProps/core.xml"))},
            {"docProps/core.xml",
             std::string(kHead) + "<cp:coreProperties xmlns:cp=\"" + std::string(kPackage) +
                 "/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
                 document::escaped(tables.front().title) +
                 "</dc:title><dc:creator>Thi Đua</dc:creator></cp:coreProperties>"},
            {"xl/workbook.xml", workbook()},
            {"xl/_rels/workbook.xml.rels", relations(of_book)},
            {"xl/styles.xml",
             std::string(kHead) + "<styleSheet xmlns=\"" + std::string(kMain) +
                 "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>" +
                 std::string(kStyles)}};
        for (const document::ZipEntry& part : parts) {
            zip.open(part.name);
            zip.write(part.bytes);
        }
    }
};

XlsxWriter::XlsxWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
XlsxWriter::XlsxWriter(XlsxWriter&&) noexcept = default;
XlsxWriter& XlsxWriter::operator=(XlsxWriter&&) noexcept = default;
XlsxWriter::~XlsxWriter() = default;

base::Result<XlsxWriter> XlsxWriter::begin(std::vector<Table> tables) {
    auto state = std::make_unique<State>();
    state->tables = std::move(tables);
    if (state->tables.empty()) state->tables.emplace_back();
    for (const Table& table : state->tables) state->all += table.rows.size();
    state->name_sheets();
    state->begin_book();
    state->begin_sheet();
    return XlsxWriter(std::move(state));
}

bool XlsxWriter::step(std::size_t rows) {
    State& s = *state_;
    while (rows > 0 && s.table < s.tables.size()) {
        if (s.row == s.tables[s.table].rows.size()) {
            s.end_sheet();
            s.row = 0;
            if (++s.table < s.tables.size()) s.begin_sheet();
            continue;
        }
        s.write_row();
        ++s.row;
        ++s.done;
        --rows;
    }
    return s.table < s.tables.size();
}

std::size_t XlsxWriter::done() const { return state_->done; }
std::size_t XlsxWriter::all() const { return state_->all; }

base::Result<std::string> XlsxWriter::finish() {
    while (step(1000)) {
    }
    return state_->zip.finish();
}

base::Result<std::string> write_xlsx(std::vector<Table> tables,
                                     const std::function<bool(std::size_t done, std::size_t all)>& progress) {
    auto writer = XlsxWriter::begin(std::move(tables));
    if (!writer) return tl::unexpected(writer.error());
    while (writer->step(200)) {
        if (progress && !progress(writer->done(), writer->all())) {
            return base::fail(base::ErrorKind::kConflict, "Đã dừng, chưa ghi tệp nào.",
                              "Stopped: no file was written.");
        }
    }
    return writer->finish();
}

}  // namespace thidua::sheet
