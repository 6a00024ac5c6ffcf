#pragma once
// One document of every kind, from the sample year: what goes through every writer in the tests.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/kinds.h"
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
    meeting.tellers = {"Ông Trần Quốc Khánh, Trưởng ban", "Bà Lê Thị Ngọc Ánh, thành viên"};
    meeting.teller_chair = "Trần Quốc Khánh";
    meeting.ballots_given = 8;
    meeting.ballots_returned = 8;
    return meeting;
}

inline ScoreSheet sample_scores() {
    ScoreSheet sheet;
    sheet.group = "Khối thi đua số 3 huyện Sông Trà";
    sheet.items = {{"I", "Thực hiện nhiệm vụ chuyên môn", "60", "57,5", "", "", true},
                   {"1", "Giải quyết hồ sơ đúng hạn", "40", "39,5", "", "41/BC-PTP", false},
                   {"2", "Tuyên truyền, phổ biến pháp luật", "20", "18", "", "12/BC-PTP", false},
                   {"II", "Công tác thi đua, khen thưởng", "40", "36", "", "", true},
                   {"1", "Đăng ký danh hiệu đúng hạn", "10", "10", "", "", false},
                   {"2", "Báo cáo sơ kết, tổng kết", "30", "26", "", "", false}};
    sheet.most_total = "100";
    sheet.own_total = "93,5";
    return sheet;
}

/// Everything that a person could choose, so that no kind is left without.
inline Request sample_request(std::string_view code) {
    Request request;
    request.kind = std::string(code);
    request.as_of = base::Date{2024, 12, 10};
    request.proposals = sample_proposals();
    request.meeting = sample_meeting();
    if (code == "achievement-person") {
        request.person = {2};
        request.title = "CSTDCS";
    }
    if (code == "achievement-collective") request.title = "TTLDTT";
    if (code == "proposal") {
        request.issue.number = "9/TTr-PTP";
        request.issue.issued_on = base::Date{2024, 12, 5};
    }
    if (code == "letter" || code == "invitation")
        request.issue.addressees = {"Phòng Nội vụ huyện Sông Trà", "Phòng Tài chính - Kế hoạch huyện Sông Trà"};
    request.from = base::Date{2024, 12, 4};
    request.grounds = {"Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
                       "Theo đề nghị của Hội đồng Thi đua - Khen thưởng của đơn vị."};
    request.letter_subject = "Cung cấp số liệu khen thưởng năm 2024";
    request.letter_paragraphs = {
        "Để tổng hợp số liệu năm 2024, đề nghị cơ quan cung cấp danh sách khen thưởng đã nhận.",
        "Rất mong nhận được sự phối hợp của cơ quan"};
    request.scores = sample_scores();
    request.movements = {
        {"Tận tụy với dân",
         Movement::Level::kUnit,
         "Toàn cơ quan",
         Movement::Length::kOne,
         "Thường xuyên",
         {{RecordKind::kPlan, 1}}},
        {"70 ngày cao điểm", Movement::Level::kUnit, "Toàn cơ quan", Movement::Length::kBelowOne, "Theo đợt", {}},
        {"Chuyển đổi số", Movement::Level::kProvince, "Toàn tỉnh", Movement::Length::kThreeToFive, "Chuyên đề", {}}};
    request.figures = {{"Số đơn vị có bộ phận thi đua, khen thưởng", "đơn vị", "1", ""},
                       {"Số người làm kiêm nhiệm", "người", "", "đang rà soát"}};
    return request;
}

inline Built built(const office::YearBook& book, const Request& request) {
    auto made = build_document(book, request);
    EXPECT_TRUE(made) << made.error().en;
    return made ? std::move(*made) : Built{};
}

inline std::vector<std::pair<std::string, Document>> sample_documents() {
    const office::YearBook book = sample_year();
    std::vector<std::pair<std::string, Document>> documents;
    for (const KindInfo& kind : kinds())
        documents.emplace_back(kind.code, built(book, sample_request(kind.code)).document);
    return documents;
}

inline Document sample_document(std::string_view code) { return built(sample_year(), sample_request(code)).document; }

/// A decision whose annex of people goes on for pages.
inline Document long_annex() {
    Document document = sample_document("decision");
    document.sections.resize(2);  // without the annex of collectives
    for (Block& block : document.sections.back().blocks) {
        auto* table = std::get_if<Table>(&block);
        if (!table) continue;
        const TableRow row = table->rows.back();
        table->rows.insert(table->rows.end(), 60, row);
    }
    return document;
}

}  // namespace thidua::document::test
