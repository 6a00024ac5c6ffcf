#include "intake/people_table.h"

#include <gtest/gtest.h>

namespace thidua::intake {
namespace {

using Column = PeopleTable::Column;
using office::Gender;
using office::Rating;

TEST(PeopleTable, ReadsWhatExcelCopies) {
    const auto table = read_people(
        "STT\tHọ và tên\tGiới tính\tNgày sinh\tChức vụ\tĐơn vị\tXếp loại năm 2023\n"
        "1\tNguyễn Thị Hồng Vân\tNữ\t05/9/1985\tTrưởng phòng\tPhòng Tư pháp\tHTXSNV\n"
        "2\tTrần Văn An\tNam\t1990-12-31\tChuyên viên\tPhòng Tư pháp\tHoàn thành tốt nhiệm vụ\n"
        "\t\t\t\t\t\t\n"
        "3\tLÊ MINH TUẤN\tNam\t1988\tChuyên viên\t\t\n");
    ASSERT_TRUE(table);
    EXPECT_TRUE(table->has_header);
    EXPECT_EQ(table->columns, (std::vector<Column>{Column::kOrder, Column::kName, Column::kGender, Column::kBorn,
                                                   Column::kPosition, Column::kUnit, Column::kRating}));
    ASSERT_EQ(table->rows.size(), 3u);
    EXPECT_TRUE(table->refused.empty());
    const auto& first = table->rows[0];
    EXPECT_EQ(first.line, 2);
    EXPECT_EQ(first.person.full_name, "Nguyễn Thị Hồng Vân");
    EXPECT_EQ(first.person.gender, Gender::kFemale);
    EXPECT_EQ(first.person.born_on, (base::Date{1985, 9, 5}));
    EXPECT_EQ(first.person.position, "Trưởng phòng");
    EXPECT_EQ(first.person.unit, "Phòng Tư pháp");
    EXPECT_EQ(first.rating, Rating::kExcellent);
    EXPECT_EQ(table->rows[1].person.born_on, (base::Date{1990, 12, 31}));
    EXPECT_EQ(table->rows[1].rating, Rating::kGood);
    EXPECT_EQ(table->rows[2].person.full_name, "Lê Minh Tuấn");
    EXPECT_FALSE(table->rows[2].person.born_on);  // a year alone is no date
    EXPECT_EQ(table->rows[2].line, 5);
}

TEST(PeopleTable, ReadsCsvWithQuotesAndATitleAboveTheHeadings) {
    for (const char separator : {';', ','}) {
        std::string text =
            "DANH SÁCH CÔNG CHỨC\nTT;Họ tên;Chức danh\n1;\"Phạm Thị \"\"Hoa\"\" Mai\";\"Phó Trưởng phòng; phụ "
            "trách\nhộ tịch\"\n2;Vũ Đức Thắng;Chuyên viên\n";
        if (separator == ',') {
            for (char& c : text) {
                if (c == ';') c = ',';
            }
        }
        const auto table = read_people(text);
        ASSERT_TRUE(table) << separator;
        ASSERT_EQ(table->rows.size(), 2u) << separator;
        EXPECT_EQ(table->rows[0].person.full_name, "Phạm Thị \"Hoa\" Mai");
        EXPECT_EQ(table->rows[0].person.position, std::string("Phó Trưởng phòng") + separator + " phụ trách hộ tịch");
        EXPECT_EQ(table->rows[1].person.full_name, "Vũ Đức Thắng");
        EXPECT_EQ(table->rows[1].line, 5);
    }
}

TEST(PeopleTable, KnowsColumnsWithoutHeadings) {
    const auto table = read_people(
        "1\tNguyễn Văn Bình\tTrưởng phòng\tNam\t01/02/1980\n2\tTrần Thị Cúc\tChuyên viên\tNữ\t03/04/1991\n");
    ASSERT_TRUE(table);
    EXPECT_FALSE(table->has_header);
    EXPECT_EQ(table->columns,
              (std::vector<Column>{Column::kOrder, Column::kName, Column::kPosition, Column::kGender, Column::kBorn}));
    ASSERT_EQ(table->rows.size(), 2u);
    EXPECT_EQ(table->rows[1].person.full_name, "Trần Thị Cúc");
    EXPECT_EQ(table->rows[1].person.born_on, (base::Date{1991, 4, 3}));
}

TEST(PeopleTable, NamesAloneOneALine) {
    const auto table = read_people("Nguyễn Văn Bình\nTrần Thị Cúc\n\nĐỗ Hùng\n");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 3u);
    EXPECT_EQ(table->rows[2].person.full_name, "Đỗ Hùng");
    EXPECT_EQ(table->rows[2].line, 4);
}

TEST(PeopleTable, FamilyAndGivenNamesInTwoColumns) {
    const auto table = read_people("STT\tHọ và tên\t\tChức vụ\n1\tNguyễn Thị\tHoa\tKế toán\n2\tLê Văn\tSơn\tVăn thư\n");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 2u);
    EXPECT_EQ(table->rows[0].person.full_name, "Nguyễn Thị Hoa");
    EXPECT_EQ(table->rows[1].person.position, "Văn thư");
    const auto other = read_people("Họ đệm;Tên\nTrần Quốc;Toản\n");
    ASSERT_TRUE(other);
    EXPECT_EQ(other->rows.at(0).person.full_name, "Trần Quốc Toản");
}

TEST(PeopleTable, EveryRefusedRowSaysWhyAndNothingIsHalfRead) {
    const auto table = read_people(
        "Họ và tên\tGiới tính\tNgày sinh\tXếp loại\n"
        "Nguyễn Văn An\tNam\t31/02/1990\tHTTNV\n"
        "Bình\tNam\t01/01/1990\tHTTNV\n"
        "\tNữ\t01/01/1990\tHTTNV\n"
        "Lê Thị Cam\tkhác gì đó\t01/01/1990\t\n"
        "Phạm Văn Dũng\tNam\t\tLoại giỏi\n"
        "Trần 2 Văn\tNam\t\t\n"
        "Tổng cộng\t5\t\t\n"
        "Vũ Thị Em\tNữ\t02/03/1995\tHTNV\n");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 1u);
    EXPECT_EQ(table->rows[0].person.full_name, "Vũ Thị Em");
    EXPECT_EQ(table->rows[0].rating, Rating::kCompleted);
    ASSERT_EQ(table->refused.size(), 7u);
    int line = 2;
    for (const auto& refused : table->refused) {
        EXPECT_EQ(refused.line, line++);
        EXPECT_FALSE(refused.vi.empty());
        EXPECT_FALSE(refused.en.empty());
        EXPECT_FALSE(refused.text.empty());
    }
    EXPECT_NE(table->refused[0].vi.find("31/02/1990"), std::string::npos);
}

TEST(PeopleTable, DuplicatesAreFlaggedNotDropped) {
    const auto table = read_people(
        "Họ và tên\tNgày sinh\nNguyễn Văn An\t01/01/1980\nNguyễn Văn An\t02/02/1990\nNGUYỄN VĂN AN\t01/01/1980\n");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 3u);
    EXPECT_FALSE(table->rows[0].duplicate);
    EXPECT_FALSE(table->rows[1].duplicate);  // another birth date: another person
    EXPECT_TRUE(table->rows[2].duplicate);
}

TEST(PeopleTable, WhatIsNoListIsRefusedWhole) {
    EXPECT_FALSE(read_people(""));
    EXPECT_FALSE(read_people("  \n\t\n"));
    const auto numbers = read_people("1\t2\t3\n4\t5\t6\n");
    ASSERT_FALSE(numbers);
    EXPECT_NE(numbers.error().vi.find("Họ và tên"), std::string::npos);
    std::string many = "Họ và tên\n";
    for (std::size_t i = 0; i < kMostPeople + 100; ++i) many += "Nguyễn Văn An\n";
    EXPECT_FALSE(read_people(many));
}

TEST(PeopleTable, AnOpenQuoteRefusesItsRow) {
    const auto table = read_people("Họ và tên\tChức vụ\nTrần An\tVăn thư\nLê Bình\t\"Kế toán\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows.size(), 1u);
    ASSERT_EQ(table->refused.size(), 1u);
    EXPECT_EQ(table->refused[0].line, 3);
}

TEST(PeopleTable, RatingsAsOfficesWriteThem) {
    EXPECT_EQ(rating_from_words("Hoàn thành xuất sắc nhiệm vụ"), Rating::kExcellent);
    EXPECT_EQ(rating_from_words("httnv"), Rating::kGood);
    EXPECT_EQ(rating_from_words(" HTNV. "), Rating::kCompleted);
    EXPECT_EQ(rating_from_words("Không hoàn thành nhiệm vụ"), Rating::kNotCompleted);
    EXPECT_EQ(rating_from_words("Khá"), Rating::kUnknown);
}

}  // namespace
}  // namespace thidua::intake
