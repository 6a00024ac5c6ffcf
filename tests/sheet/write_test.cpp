// Tables out: read back by our own reader, and opened by LibreOffice where it is installed.
#include "sheet/xlsx_write.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "document/zip.h"
#include "sheet/csv.h"
#include "sheet/read.h"

namespace thidua::sheet {
namespace {

namespace fs = std::filesystem;

Table sample() {
    Table table;
    table.name = "Khen thưởng: 2024/2025";
    table.title = "DANH SÁCH KHEN THƯỞNG & THI ĐUA";
    table.columns = {{"STT", 6, Column::Type::kNumber},
                     {"Họ và tên", 28},
                     {"Mã", 8},
                     {"Ngày", 12, Column::Type::kDate},
                     {"Ghi chú", 30}};
    table.rows = {
        {Value(1.0), Value("Nguyễn Thị Hồng Vân"), Value("001"), Value(base::Date{1985, 9, 5}), Value("=1+1")},
        {Value(2.0), Value("Đặng \"Hoa\"; Mai, An"), Value("1e5"), Value(), Value("dòng một\ndòng hai")},
        {Value(2.5), Value("Ưng Ỷ Ễ ẵ"), Value("-"), Value(base::Date{2024, 2, 29}), Value("<b>&amp;</b>")}};
    return table;
}

std::string part(const std::string& xlsx, std::string_view name) {
    const auto entries = document::read_zip(xlsx);
    if (!entries) return "";
    for (const auto& entry : *entries) {
        if (entry.name == name) return entry.bytes;
    }
    return "";
}

TEST(WriteXlsx, ComesBackAsItWentOut) {
    const auto bytes = write_xlsx({sample(), sample()});
    ASSERT_TRUE(bytes);
    const auto grids = read_tables("x.xlsx", *bytes);
    ASSERT_TRUE(grids) << grids.error().en;
    ASSERT_EQ(grids->size(), 2u);
    EXPECT_EQ((*grids)[0].name, "Khen thưởng 2024 2025");
    EXPECT_NE((*grids)[0].name, (*grids)[1].name);
    const auto& rows = grids->front().rows;
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0].cells, (std::vector<std::string>{"STT", "Họ và tên", "Mã", "Ngày", "Ghi chú"}));
    EXPECT_EQ(rows[1].cells, (std::vector<std::string>{"1", "Nguyễn Thị Hồng Vân", "001", "05/09/1985", "=1+1"}));
    EXPECT_EQ(rows[2].cells, (std::vector<std::string>{"2", "Đặng \"Hoa\"; Mai, An", "1e5", "", "dòng một dòng hai"}));
    EXPECT_EQ(rows[3].cells, (std::vector<std::string>{"2.5", "Ưng Ỷ Ễ ẵ", "-", "29/02/2024", "<b>&amp;</b>"}));
}

TEST(WriteXlsx, TypesWidthsAndAHeaderThatStays) {
    const auto bytes = write_xlsx({sample()});
    ASSERT_TRUE(bytes);
    const std::string xml = part(*bytes, "xl/worksheets/sheet1.xml");
    EXPECT_NE(xml.find("<pane ySplit=\"1\""), std::string::npos);
    EXPECT_NE(xml.find("<autoFilter ref=\"A1:E4\"/>"), std::string::npos);
    EXPECT_NE(xml.find("&amp;&amp; THI ĐUA"), std::string::npos);
    EXPECT_NE(xml.find("paperSize=\"9\""), std::string::npos);
    EXPECT_NE(xml.find("orientation=\"landscape\""), std::string::npos);
    EXPECT_NE(xml.find("<v>31295</v>"), std::string::npos);  // 5 September 1985 as a day, not as text
    EXPECT_NE(part(*bytes, "xl/styles.xml").find("dd/mm/yyyy"), std::string::npos);
    EXPECT_NE(part(*bytes, "xl/workbook.xml").find("_xlnm.Print_Titles"), std::string::npos);
}

TEST(WriteXlsx, StopsWhenItIsTold) {
    Table table = sample();
    for (int i = 0; i < 1000; ++i) table.rows.push_back(table.rows[0]);
    std::size_t calls = 0;
    const auto stopped = write_xlsx({table}, [&](std::size_t done, std::size_t all) {
        EXPECT_LE(done, all);
        return ++calls < 3;
    });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, base::ErrorKind::kConflict);
    EXPECT_EQ(calls, 3u);
    auto left = XlsxWriter::begin({table});  // let go half way: nothing is left behind
    ASSERT_TRUE(left);
    EXPECT_TRUE(left->step(10));
    EXPECT_EQ(left->done(), 10u);
}

TEST(WriteXlsx, NamesThatExcelTakes) {
    EXPECT_EQ(sheet_name("Kế hoạch [1]: a*b?"), "Kế hoạch  1   a b");
    EXPECT_EQ(sheet_name(""), "Bảng");
    EXPECT_EQ(sheet_name(std::string(100, 'a')), std::string(31, 'a'));
}

TEST(WriteCsv, ComesBackAndRunsNoFormula) {
    const std::string csv = write_csv(sample());
    EXPECT_EQ(csv.find("\n=1+1"), std::string::npos);
    EXPECT_NE(csv.find(",'=1+1"), std::string::npos);
    const auto grids = read_tables("x.csv", csv);
    ASSERT_TRUE(grids);
    const auto& rows = grids->front().rows;
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[1].cells, (std::vector<std::string>{"1", "Nguyễn Thị Hồng Vân", "001", "05/09/1985", "=1+1"}));
    EXPECT_EQ(rows[3].cells[2], "-");
}

TEST(WriteXlsx, LibreOfficeOpensItAsItIs) {
    // Debian splits LibreOffice: the library of Calc stands beside the program when it is there.
    if (std::system("test -e \"$(dirname \"$(readlink -f \"$(command -v soffice)\")\")/libsclo.so\"") != 0) {
        GTEST_SKIP() << "LibreOffice Calc is not installed";
    }
    const fs::path folder = fs::path(::testing::TempDir()) / "thidua-sheet-libreoffice";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream(folder / "a.xlsx", std::ios::binary) << *write_xlsx({sample()});
    // 44 , 34 " 76 UTF-8; the last token: cells as they are shown.
    const std::string command =
        "cd '" + folder.string() + "' && soffice '-env:UserInstallation=file://" + folder.string() +
        "/profile' --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true' a.xlsx >log 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0);
    std::ifstream in(folder / "a.csv");
    const std::string csv{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(csv.find("1,Nguyễn Thị Hồng Vân,001,05/09/1985,=1+1"), std::string::npos) << csv;
    EXPECT_NE(csv.find("Ưng Ỷ Ễ ẵ,-,29/02/2024,<b>&amp;</b>"), std::string::npos) << csv;
    fs::remove_all(folder);
}

}  // namespace
}  // namespace thidua::sheet
