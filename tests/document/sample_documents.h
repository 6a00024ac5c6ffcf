#pragma once
// One document of every kind, from the sample year: what goes through every writer in the tests.

#include <string>
#include <utility>
#include <vector>

#include "document/award_documents.h"
#include "document/meeting_documents.h"
#include "document/plan_document.h"
#include "document/report_document.h"
#include "sample_year.h"

namespace thidua::document::test {

inline std::vector<Proposal> sample_proposals() {
    return {{{2}, "CSTDCS", ""},
            {{1}, "LDTT", ""},
            {{4}, "LDTT", "Hoàn thành khối lượng hồ sơ hộ tịch cao nhất năm."},
            {{}, "TTLDTT", ""}};
}

inline Meeting sample_meeting() {
    Meeting meeting;
    meeting.name = "Họp bình xét thi đua, khen thưởng năm 2024";
    meeting.date = base::Date{2024, 12, 3};
    meeting.begins = "14 giờ 00";
    meeting.ends = "16 giờ 15 cùng ngày";
    meeting.place = "Phòng họp số 2, trụ sở UBND huyện Sông Trà";
    meeting.present = {"Bà Đặng Thị Mỹ Hạnh, Trưởng phòng", "Ông Trần Quốc Khánh, Phó Trưởng phòng",
                       "Bà Lê Thị Ngọc Ánh, Chuyên viên"};
    meeting.absent = {"Ông Nguyễn Hữu Phước, Chuyên viên (nghỉ ốm)"};
    meeting.chair = "Đặng Thị Mỹ Hạnh";
    meeting.secretary = "Lê Thị Ngọc Ánh";
    meeting.agenda = {"Nghe báo cáo kết quả thực hiện phong trào thi đua năm 2024", "Bỏ phiếu kín đề nghị danh hiệu"};
    meeting.remarks = {"Các thành viên thống nhất với báo cáo"};
    meeting.members = 8;
    meeting.votes = {{{{2}, "CSTDCS", ""}, 7, 0, 1}, {{{1}, "LDTT", ""}, 8, 0, 0}};
    return meeting;
}

inline std::vector<std::pair<std::string, Document>> sample_documents() {
    const office::YearBook book = sample_year();
    ReportOptions options;
    options.as_of = base::Date{2024, 12, 10};
    Issue issue;
    issue.number = "9/TTr-PTP";
    issue.issued_on = base::Date{2024, 12, 5};
    Issue letter;
    letter.addressees = {"Phòng Nội vụ huyện Sông Trà", "Phòng Tài chính - Kế hoạch huyện Sông Trà"};
    return {
        {"plan", plan_document(book.plans[0], book.office)},
        {"report", report_document(book, options)},
        {"registration", registration_document(book)},
        {"roster", roster_document(book)},
        {"proposal", proposal_document(book, sample_proposals(), issue)},
        {"notice", notice_document(book, sample_proposals(), base::Date{2024, 12, 4}, std::nullopt)},
        {"decision", decision_document(book, sample_proposals(),
                                       {"Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
                                        "Theo đề nghị của Hội đồng Thi đua - Khen thưởng của đơn vị."})},
        {"invitation", invitation_document(book.office, sample_meeting(), letter)},
        {"minutes", minutes_document(book, sample_meeting())},
        {"letter",
         letter_document(book.office, "Cung cấp số liệu khen thưởng năm 2024",
                         {"Để tổng hợp số liệu năm 2024, đề nghị cơ quan cung cấp danh sách khen thưởng đã nhận.",
                          "Rất mong nhận được sự phối hợp của cơ quan"},
                         letter)},
    };
}

}  // namespace thidua::document::test
