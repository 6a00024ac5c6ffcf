// Tables in: what Excel, LibreOffice, Word and old programs write, and what was made to hurt.
#include "sheet/read.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "document/document.h"
#include "document/docx.h"
#include "document/zip.h"
#include "sheet/xlsx_write.h"

namespace thidua::sheet {
namespace {

using document::ZipEntry;

std::vector<std::string> row(const Grid& grid, std::size_t at) {
    return at < grid.rows.size() ? grid.rows[at].cells : std::vector<std::string>{};
}
using Cells = std::vector<std::string>;

/// A workbook of one sheet, with these parts.
std::string workbook(const std::string& sheet, const std::string& strings = "", const std::string& styles = "") {
    std::vector<ZipEntry> entries{
        {"xl/workbook.xml",
         R"(<?xml version="1.0"?><workbook xmlns:r="x"><sheets><sheet name="Bảng 1" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>)"},
        {"xl/worksheets/sheet1.xml", sheet}};
    if (!strings.empty()) entries.push_back({"xl/sharedStrings.xml", strings});
    if (!styles.empty()) entries.push_back({"xl/styles.xml", styles});
    return *document::write_zip(entries);
}

std::string sheet(const std::string& rows) { return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"; }

TEST(ReadXlsx, CellsOfEveryType) {
    const auto grids = read_tables(
        "x.xlsx",
        workbook(
            sheet(
                R"(<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>45365</v></c><c r="C3"><v>12.5</v></c><c r="D3" t="str"><f>A1&amp;"x"</f><v>ghép</v></c>)"
                R"(<c r="F3" t="inlineStr"><is><r><t>nguy</t></r><r><t>ễn</t></r></is></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>)"
                R"(<row><c t="inlineStr"><is><t>001</t></is></c><c s="2"><v>45365.75</v></c><c s="3"><v>45365</v></c></row><row r="9"><c/></row>)"),
            R"(<sst><si><t xml:space="preserve"> Họ   và tên </t><rPh sb="0" eb="1"><t>KANA</t></rPh></si></sst>)",
            R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd&quot; ngày &quot;mm"/><numFmt numFmtId="165" formatCode="0.0&quot;d&quot;"/></numFmts>)"
            R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)"));
    ASSERT_TRUE(grids) << grids.error().en;
    ASSERT_EQ(grids->size(), 1u);
    EXPECT_EQ(grids->front().name, "Bảng 1");
    EXPECT_EQ(row(grids->front(), 0), (Cells{"Họ và tên", "14/03/2024", "12.5", "ghép", "", "nguyễn", "Có"}));
    EXPECT_EQ(grids->front().rows[0].number, 3);
    EXPECT_EQ(row(grids->front(), 1), (Cells{"001", "14/03/2024", "45365"}));
    EXPECT_EQ(grids->front().rows[1].number, 4);
    EXPECT_EQ(grids->front().rows.size(), 2u);
}

TEST(ReadXlsx, AClaimOfTenMillionRowsIsNotBelieved) {
    const auto claimed = read_tables(
        "x.xlsx",
        workbook(
            R"(<worksheet><dimension ref="A1:XFD10000000"/><sheetData><row r="10000000"><c r="XFD10000000" t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>)"));
    ASSERT_TRUE(claimed) << claimed.error().en;  // one row is one row
    EXPECT_EQ(claimed->front().rows.size(), 1u);
    EXPECT_LE(claimed->front().rows[0].cells.size(), kMostColumns);

    std::string rows;
    for (std::size_t i = 0; i <= kMostRows; ++i) rows += "<row><c><v>1</v></c></row>";
    const auto many = read_tables("x.xlsx", workbook(sheet(rows)));
    ASSERT_FALSE(many);
    EXPECT_NE(many.error().vi.find("20.000"), std::string::npos);
}

TEST(ReadXlsx, OneLongTextMeantAMillionTimesIsRefused) {
    const std::string strings = "<sst><si><t>" + std::string(100'000, 'x') + "</t></si></sst>";
    std::string rows;
    for (int i = 0; i < 5000; ++i) rows += "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>";
    const auto grids = read_tables("x.xlsx", workbook(sheet(rows), strings));
    ASSERT_FALSE(grids);
    EXPECT_NE(grids.error().vi.find("16 MB"), std::string::npos);
}

TEST(ReadXlsx, EntitiesAndDocumentTypesAreRefused) {
    const std::string laughs = R"(<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>)";
    EXPECT_FALSE(
        read_tables("x.xlsx", workbook(laughs + sheet("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>"))));
    EXPECT_FALSE(read_tables("x.xlsx", workbook(sheet("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>"))));
    EXPECT_FALSE(read_tables("x.xlsx", workbook("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + sheet("<row/>"))));
}

TEST(ReadXlsx, ABombIsRefusedBeforeItUnfolds) {
    const auto bomb = document::write_zip({{"xl/workbook.xml", std::string(60U << 20, ' ')}});
    ASSERT_TRUE(bomb);
    ASSERT_LT(bomb->size(), 200'000u);
    const auto grids = read_tables("x.xlsx", *bomb);
    ASSERT_FALSE(grids);
    EXPECT_EQ(grids.error().kind, base::ErrorKind::kBadInput);
}

TEST(ReadXlsx, DeepAndEndlessMarkupEnds) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    EXPECT_FALSE(read_tables("x.xlsx", workbook(deep)));
    std::string marks;
    for (int i = 0; i < 300'000; ++i) marks += "<?a?><!---->";
    EXPECT_FALSE(read_tables("x.xlsx", workbook(marks)));  // nothing in it
    EXPECT_FALSE(read_tables("x.xlsx", workbook("<worksheet><sheetData><row><c r=\"A1")));
}

TEST(ReadTables, EveryCutAndEveryFlipOfAWorkbookGivesRowsOrASentence) {
    Table table;
    table.name = "Con người";
    table.columns = {{"Họ và tên", 20, Column::Type::kText}, {"Ngày sinh", 12, Column::Type::kDate}};
    for (int i = 0; i < 20; ++i)
        table.rows.push_back({Value("Nguyễn Văn " + std::to_string(i)), Value(base::Date{1980, 1, 1 + i})});
    const auto bytes = write_xlsx({table});
    ASSERT_TRUE(bytes);
    std::mt19937 random(7);
    for (std::size_t length = 0; length < bytes->size(); length += 97) {
        const auto grids = read_tables("x.xlsx", std::string_view(*bytes).substr(0, length));
        EXPECT_TRUE(grids || !grids.error().vi.empty());
    }
    for (int i = 0; i < 300; ++i) {
        std::string broken = *bytes;
        for (int flips = 0; flips < 4; ++flips) broken[random() % broken.size()] = static_cast<char>(random());
        const auto grids = read_tables("x.xlsx", broken);
        EXPECT_TRUE(grids || !grids.error().en.empty());
    }
}

TEST(ReadTables, FilesOfOtherKindsSayWhatToDo) {
    const auto sentence = [](std::string_view bytes) {
        const auto grids = read_tables("tệp", bytes);
        return grids ? std::string() : grids.error().vi;
    };
    EXPECT_NE(sentence("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest").find(".xls"), std::string::npos);
    EXPECT_NE(sentence(*document::write_zip({{"content.xml", "<a/>"}})).find(".ods"), std::string::npos);
    EXPECT_NE(sentence(*document::write_zip({{"a.txt", "x"}})).find(".xlsx"), std::string::npos);
    EXPECT_NE(sentence(std::string_view("a\0b", 3)).find("nhị phân"), std::string::npos);
    EXPECT_NE(sentence("").find("Không có dòng nào"), std::string::npos);
    EXPECT_NE(sentence("PK\x03\x04 cut").find("hỏng"), std::string::npos);
}

TEST(ReadCsv, QuotesSeparatorsAndLineEnds) {
    for (const char separator : {';', ',', '\t'}) {
        std::string text =
            "\xEF\xBB\xBFTT;Họ tên;Chức danh\r\n1;\"Phạm Thị \"\"Hoa\"\"\";\"Phó Trưởng phòng; phụ trách\nhộ "
            "tịch\"\r2;Vũ Thắng\xC2\xA0;\n";
        for (char& c : text) c = c == ';' ? separator : c;
        const auto grids = read_tables("x.csv", text);
        ASSERT_TRUE(grids) << separator;
        const Grid& grid = grids->front();
        ASSERT_EQ(grid.rows.size(), 3u);
        EXPECT_EQ(row(grid, 1)[1], "Phạm Thị \"Hoa\"");
        EXPECT_EQ(row(grid, 1)[2], separator == '\t'
                                       ? "Phó Trưởng phòng phụ trách hộ tịch"
                                       : std::string("Phó Trưởng phòng") + separator + " phụ trách hộ tịch");
        EXPECT_EQ(row(grid, 2), (Cells{"2", "Vũ Thắng"}));
        EXPECT_EQ(grid.rows[2].number, 4);
    }
}

TEST(ReadCsv, AnOpenQuoteIsMarked) {
    const auto grids = read_tables("x.csv", "Họ và tên\tChức vụ\nTrần An\tVăn thư\nLê Bình\t\"Kế toán\n");
    ASSERT_TRUE(grids);
    EXPECT_FALSE(grids->front().rows[1].broken);
    EXPECT_TRUE(grids->front().rows[2].broken);
}

TEST(ReadCsv, OldEncodingsAndUtf16) {
    const auto tcvn = read_tables(
        "x.csv", "Hä vµ tªn,Chøc vô\nNguyÔn ThÞ Hång V©n,Tr\u00ADëng phßng\nTrÇn V\u00A8n B×nh,Chuyªn viªn\n");
    ASSERT_TRUE(tcvn);
    EXPECT_EQ(row(tcvn->front(), 0), (Cells{"Họ và tên", "Chức vụ"}));
    EXPECT_EQ(row(tcvn->front(), 1), (Cells{"Nguyễn Thị Hồng Vân", "Trưởng phòng"}));
    std::string wide = "\xFF\xFE";
    for (const char16_t c : std::u16string(u"Họ tên\tĐơn vị\nLê An\tPhòng Tư pháp\n")) {
        wide += static_cast<char>(c & 0xFF);
        wide += static_cast<char>(c >> 8);
    }
    const auto grids = read_tables("x.txt", wide);
    ASSERT_TRUE(grids);
    EXPECT_EQ(row(grids->front(), 1), (Cells{"Lê An", "Phòng Tư pháp"}));
}

TEST(ReadDocx, TablesRowByRow) {
    using document::cell;
    using document::StyleId;
    document::Document word;
    document::Table data;
    data.column_mm = {40, 60};
    for (const auto& [name, position] :
         {std::pair("Họ và tên", "Chức vụ"), std::pair("Nguyễn Văn An", "Kế toán"), std::pair("Lê Thị Bình", "")}) {
        document::TableRow filled;
        filled.cells = {cell(StyleId::kTableText, name), cell(StyleId::kTableText, position)};
        data.rows.push_back(filled);
    }
    document::Section section;
    section.blocks = {document::paragraph(StyleId::kBody, "Danh sách"), data};
    word.sections.push_back(section);
    const auto bytes = write_docx(word);
    ASSERT_TRUE(bytes);
    const auto grids = read_tables("x.docx", *bytes);
    ASSERT_TRUE(grids) << grids.error().en;
    ASSERT_EQ(grids->front().rows.size(), 3u);
    EXPECT_EQ(row(grids->front(), 1), (Cells{"Nguyễn Văn An", "Kế toán"}));
    EXPECT_EQ(row(grids->front(), 2), (Cells{"Lê Thị Bình"}));
}

}  // namespace
}  // namespace thidua::sheet
