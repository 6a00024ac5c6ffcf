// The group's scoring: points, totals, ranks, and the sheet that is filled from it.

#include "app/score_table.h"

#include <gtest/gtest.h>

#include "app/demo.h"
#include "app/papers.h"
#include "document/text.h"

using namespace thidua;
using namespace thidua::app;

namespace {

ScoreTable sample() {
    ScoreTable table;
    table.group = "Khối thi đua số 3";
    set_units(table, "Phòng A\n\nPhòng B\nPhòng A\n");
    set_criteria(table,
                 "I | Chuyên môn\n1 | Hồ sơ đúng hạn | 40\n2\tTuyên truyền\t20\nII; Thi đua\n1 | Báo cáo | 12,5\n");
    return table;
}

void mark(ScoreTable& table, std::size_t line, std::size_t unit, const char* own, const char* verified) {
    table.criteria[line].marks[unit].own = points_from(own);
    table.criteria[line].marks[unit].verified = points_from(verified);
}

ScoreTable marked() {
    ScoreTable table = sample();
    mark(table, 1, 0, "39,5", "38");
    mark(table, 2, 0, "18", "18");
    mark(table, 4, 0, "12,25", "12");
    mark(table, 1, 1, "40", "40");
    mark(table, 2, 1, "20", "20");
    mark(table, 4, 1, "10", "8");
    return table;
}

}  // namespace

TEST(Scores, PointsAreReadAndWrittenAsOfficesWriteThem) {
    EXPECT_EQ(points_from("57,5"), 5750);
    EXPECT_EQ(points_from(" 57.25 "), 5725);
    EXPECT_EQ(points_from("-2"), -200);
    EXPECT_EQ(points_from("10000"), 1000000);
    for (const char* wrong : {"", "-", ",", "1,2,3", "1,234", "abc", "10001", "99999999999999999999", "1 2"})
        EXPECT_FALSE(points_from(wrong)) << wrong;
    for (const Points points : {5750, 5725, 5700, -250, 5, 0}) EXPECT_EQ(points_from(to_words(points)), points);
    EXPECT_EQ(to_words(5750), "57,5");
}

TEST(Scores, CriteriaAreWrittenOnePerLineAndKeepTheirMarks) {
    ScoreTable table = marked();
    ASSERT_EQ(table.units, (std::vector<std::string>{"Phòng A", "Phòng B"}));
    ASSERT_EQ(table.criteria.size(), 5u);
    EXPECT_FALSE(table.criteria[0].most) << "a heading";
    EXPECT_EQ(table.criteria[2].name, "Tuyên truyền");
    EXPECT_EQ(table.criteria[4].most, 1250);
    // A new line above does not move the marks to another criterion, nor does a new unit.
    set_criteria(table, "0 | Mới | 5\n" + criteria_lines(table));
    set_units(table, "Phòng C\nPhòng A\nPhòng B");
    EXPECT_EQ(table.criteria[2].name, "Hồ sơ đúng hạn");
    EXPECT_EQ(table.criteria[2].marks[1].own, 3950);
    EXPECT_EQ(table.criteria[2].marks[0], ScoreMark{});
}

TEST(Scores, AreReadBackAsTheyWereKept) {
    ScoreTable table = marked();
    table.criteria[1].marks[0].evidence = "41/BC-PTP";
    EXPECT_EQ(score_table_from(to_text(table)), table);
    for (const char* broken : {"mark\t9\t9\t1\t1\t\n", "mark\t0\t0\t1", "line", "unit\nmark\tx\ty", "\t\t\t"})
        score_table_from(broken);  // nothing to hold on to, and no crash
    EXPECT_TRUE(score_table_from("mark\t0\t0\t1\t1\t").criteria.empty());
}

TEST(Scores, RanksNeedEveryUnitAndTiesShareThem) {
    ScoreTable table = marked();
    auto scores = totals(table);
    EXPECT_EQ(scores[0].own, 6975);
    EXPECT_EQ(scores[0].verified, 6800);
    EXPECT_EQ(scores[0].rank, 1);
    EXPECT_EQ(scores[1].rank, 1) << "38 + 18 + 12 and 40 + 20 + 8 are the same";
    mark(table, 4, 1, "10", "8,5");
    EXPECT_EQ(totals(table)[0].rank, 2);
    table.criteria[4].marks[1].verified.reset();
    EXPECT_EQ(totals(table)[0].rank, 0) << "nobody is ranked before all are verified";
    mark(table, 1, 0, "41", "38");
    EXPECT_EQ(above_full(table, 0), std::vector<std::string>{"Hồ sơ đúng hạn"});
}

TEST(Scores, FillTheSheetOfTheUnit) {
    office::YearBook book = demo_office();
    ScoreTable table = marked();
    table.units[1] = book.office.name;
    book.settings.push_back({{901}, score_key(book.office.year), to_text(table)});
    const auto paper = make_paper(book, {usual_request(book, "scores"), {}}, {2024, 12, 20});
    ASSERT_TRUE(paper);
    const std::string text = document::plain_text(paper->document);
    for (const char* part : {"Hồ sơ đúng hạn", "72,5", "68", "Tổng hợp các đơn vị trong khối", "Phòng A", "69,75"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_NE(text.find("Xếp hạng trong khối: 1/2"), std::string::npos) << text;
    // Without a table it is the blank sheet that it was.
    const auto blank = make_paper(demo_office(), {usual_request(book, "scores"), {}}, {2024, 12, 20});
    ASSERT_TRUE(blank);
    EXPECT_EQ(document::plain_text(blank->document).find("Tổng hợp các đơn vị"), std::string::npos);
}
