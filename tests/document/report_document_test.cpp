#include <gtest/gtest.h>

#include "document/text.h"
#include "golden.h"
#include "sample_year.h"
#include "written.h"

using namespace thidua;
using namespace thidua::document;

namespace {

std::string report_text(const office::YearBook& book, std::optional<base::Date> as_of = base::Date{2024, 12, 10}) {
    test::ReportOptions options;
    options.as_of = as_of;
    return plain_text(test::report_document(book, options));
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST(ReportDocument, SaysWhatTheYearSays) { test::expect_golden("report.txt", report_text(test::sample_year())); }

TEST(ReportDocument, CountsFollowTheRecords) {
    office::YearBook book = test::sample_year();
    EXPECT_TRUE(contains(report_text(book), "đã hoàn thành 02, đang thực hiện 01, chưa thực hiện 02 nội dung"));
    book.plans[0].tasks[3].state = office::Task::State::kDone;
    EXPECT_TRUE(contains(report_text(book), "đã hoàn thành 03, đang thực hiện 01, chưa thực hiện 01 nội dung"));
    book.plans[0].evidence.push_back(test::evidence(4, 4, base::Date{2024, 12, 4}, "Đã gửi báo cáo", "45/BC-PTP"));
    EXPECT_TRUE(contains(report_text(book), "03 nội dung có minh chứng với tổng số 04 minh chứng"));
    EXPECT_TRUE(contains(report_text(book), "Đã gửi báo cáo (văn bản số 45/BC-PTP ngày 04/12/2024)"));
}

TEST(ReportDocument, ManyTasksAreNamedByTheirRow) {
    office::YearBook book = test::sample_year();
    for (int i = 6; i < 12; ++i)
        book.plans[0].tasks.push_back(
            test::task(i, "Việc số " + std::to_string(i), office::Task::State::kOpen, "", {}));
    book.plans[0].evidence.clear();
    const std::string text = report_text(book);
    EXPECT_TRUE(contains(text, "chưa nội dung nào có minh chứng."));
    EXPECT_TRUE(contains(
        text, "09 nội dung chưa hoàn thành và chưa có minh chứng, thứ tự tại Bảng 1: 2, 4, 5, 6, 7, 8, 9, 10, 11."))
        << text;
}

TEST(ReportDocument, OverdueNeedsADayToStandOn) {
    const office::YearBook book = test::sample_year();
    EXPECT_FALSE(contains(report_text(book, std::nullopt), "quá hạn"));
    EXPECT_FALSE(contains(report_text(book, base::Date{2024, 10, 31}), "quá hạn")) << "the last day is still in time";
    EXPECT_TRUE(contains(report_text(book, base::Date{2024, 11, 1}), "01 nội dung quá hạn"));
}

TEST(ReportDocument, AnEmptyYearIsSaidToBeEmpty) {
    office::YearBook book;
    book.office.year = 2024;
    const std::string text = report_text(book);
    EXPECT_TRUE(contains(text, "Chưa có kế hoạch thi đua nào được ghi nhận năm 2024."));
    EXPECT_TRUE(contains(text, "Chưa có nhiệm vụ nào được ghi nhận."));
    EXPECT_TRUE(contains(text, "Chưa có danh sách cá nhân được ghi nhận."));
    EXPECT_TRUE(contains(text, "Kính gửi: ……"));
}

TEST(ReportDocument, AskedForAPlanThatIsNotThereItReportsOnNone) {
    test::ReportOptions options;
    options.plan.value = 99;
    const std::string text = plain_text(test::report_document(test::sample_year(), options));
    EXPECT_TRUE(contains(text, "Chưa có kế hoạch thi đua nào"));
}

TEST(ReportDocument, RevokedAwardsAndOtherYearsStayOut) {
    office::YearBook book = test::sample_year();
    office::Award award;
    award.id.value = 1;
    award.person.value = 2;
    award.year = 2024;
    award.title = "GK";
    award.decision_number = "201/QĐ-UBND";
    book.awards.push_back(award);
    EXPECT_TRUE(contains(report_text(book), "Đặng Thị Mỹ Hạnh: Giấy khen, Quyết định số 201/QĐ-UBND"));
    book.awards[0].revoked = true;
    EXPECT_FALSE(contains(report_text(book), "201/QĐ-UBND"));
    book.awards[0].revoked = false;
    book.awards[0].year = 2023;
    EXPECT_FALSE(contains(report_text(book), "201/QĐ-UBND"));
}

TEST(ReportDocument, PeopleWhoLeftBeforeTheYearAreNotCounted) {
    office::YearBook book = test::sample_year();
    book.people[3].left_on = base::Date{2023, 12, 31};
    EXPECT_TRUE(contains(report_text(book), "đơn vị có 03 cá nhân"));
    EXPECT_FALSE(contains(report_text(book), "Nguyễn Hữu Phước"));
}

TEST(ReportDocument, EvidenceSentencesNameTaskAndEvidence) {
    const Document document = test::report_document(test::sample_year());
    bool found = false;
    for (const Block& block : document.sections[0].blocks) {
        const auto* p = std::get_if<Paragraph>(&block);
        if (!p || !contains(text_of(*p), "120 người dự")) continue;
        found = true;
        const std::vector<Origin> expected{
            {RecordKind::kTask, 2}, {RecordKind::kEvidence, 3}, {RecordKind::kEvidence, 2}};
        EXPECT_EQ(p->origins, expected) << "in the order of their dates";
    }
    EXPECT_TRUE(found);
}
