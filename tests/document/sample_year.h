#pragma once
// A small believable year for document tests: a fictional division of six people, written for these tests.

#include "office/year_book.h"

namespace thidua::document::test {

inline office::PlanItem item(int number, office::PlanItem::Kind kind, std::string label, std::string text) {
    office::PlanItem made;
    made.id.value = number;
    made.plan.value = 1;
    made.position = number - 1;
    made.kind = kind;
    made.label = std::move(label);
    made.text = std::move(text);
    return made;
}

inline office::BasisDocument basis(int number, std::string kind, std::string symbol, std::optional<base::Date> date,
                                   std::string issuer, std::string subject) {
    office::BasisDocument made;
    made.id.value = number;
    made.plan.value = 1;
    made.role = number == 1 ? office::BasisDocument::Role::kBasis : office::BasisDocument::Role::kCited;
    made.kind = std::move(kind);
    made.number = std::move(symbol);
    made.date = date;
    made.issuer = std::move(issuer);
    made.subject = std::move(subject);
    return made;
}

inline office::Task task(int number, std::string title, office::Task::State state, std::string assignee,
                         std::optional<base::Date> due) {
    office::Task made;
    made.id.value = number;
    made.plan.value = 1;
    made.position = number - 1;
    made.state = state;
    made.title = std::move(title);
    made.assignee = std::move(assignee);
    made.due = due;
    return made;
}

inline office::Evidence evidence(int number, int of_task, std::optional<base::Date> date, std::string text,
                                 std::string symbol) {
    office::Evidence made;
    made.id.value = number;
    made.task.value = of_task;
    made.date = date;
    made.text = std::move(text);
    made.document_number = std::move(symbol);
    return made;
}

inline office::Person person(int number, std::string name, std::string position) {
    office::Person made;
    made.id.value = number;
    made.full_name = std::move(name);
    made.position = std::move(position);
    return made;
}

inline office::YearBook sample_year() {
    using Kind = office::PlanItem::Kind;
    using State = office::Task::State;
    office::YearBook book;
    book.office = {"Phòng Tư pháp huyện Sông Trà",
                   "UBND huyện Sông Trà",
                   "Sông Trà",
                   "PTP",
                   "Trưởng phòng",
                   "Đặng Thị Mỹ Hạnh",
                   2024};

    office::PlanBundle bundle;
    bundle.plan.id.value = 1;
    bundle.plan.status = office::PlanStatus::kIssued;
    bundle.plan.number = "5/KH-PTP";
    bundle.plan.issued_on = base::Date{2024, 2, 6};
    bundle.plan.subject = "Tổ chức phong trào thi đua “Tận tụy với dân, thượng tôn pháp luật” năm 2024";
    bundle.plan.year = 2024;
    bundle.plan.recipients = {"UBND huyện (Phòng Nội vụ)", "Lãnh đạo và công chức Phòng", "Lưu: VT, PTP"};
    bundle.plan.signer_title = "TRƯỞNG PHÒNG";
    bundle.plan.signer_name = "Đặng Thị Mỹ Hạnh";
    bundle.items = {
        item(1, Kind::kPreamble, "", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
        item(2, Kind::kPreamble, "",
             "Thực hiện Kế hoạch số 31/KH-UBND ngày 22/01/2024 của UBND huyện Sông Trà về phong trào thi đua yêu nước "
             "năm 2024, "
             "Phòng Tư pháp huyện xây dựng Kế hoạch tổ chức phong trào thi đua năm 2024 như sau:"),
        item(3, Kind::kSection, "I", "Mục đích, yêu cầu"),
        item(4, Kind::kHeading, "1", "Mục đích"),
        item(5, Kind::kParagraph, "",
             "Khơi dậy tinh thần trách nhiệm của công chức, hoàn thành đúng hạn các nhiệm vụ của ngành Tư pháp trên "
             "địa bàn "
             "huyện; rút ngắn thời gian giải quyết thủ tục hành chính cho người dân & doanh nghiệp (tỷ lệ trễ hạn < "
             "1%)."),
        item(6, Kind::kHeading, "2", "Yêu cầu"),
        item(7, Kind::kParagraph, "a", "Mỗi nội dung thi đua có người phụ trách, thời hạn và minh chứng;"),
        item(8, Kind::kParagraph, "b", "Bình xét công khai, đúng người, đúng việc, đúng thành tích."),
        item(9, Kind::kSection, "II", "Nội dung thi đua"),
        item(10, Kind::kParagraph, "1",
             "Giải quyết 100% hồ sơ hộ tịch, chứng thực trước hoặc đúng hạn, bảo đảm không để người dân đi lại quá một "
             "lần bổ sung."),
        item(11, Kind::kParagraph, "2",
             "Tổ chức 04 đợt tuyên truyền, phổ biến pháp luật tại các xã, thị trấn; chú trọng người dân vùng xa, đồng "
             "bào dân tộc thiểu số."),
        item(12, Kind::kParagraph, "3",
             "Đăng ký danh hiệu thi đua trước ngày 15/3/2024; mỗi công chức có ít nhất một việc làm mới, cải tiến được "
             "ghi nhận."),
        item(13, Kind::kSection, "III", "Tổ chức thực hiện"),
        item(14, Kind::kParagraph, "1",
             "Công chức phụ trách thi đua theo dõi, tổng hợp, báo cáo kết quả về UBND huyện (qua Phòng Nội vụ) trước "
             "ngày 10/6 và ngày 05/12/2024."),
        item(15, Kind::kParagraph, "2", "Từng công chức cập nhật kết quả và minh chứng hằng tháng."),
        item(16, Kind::kClosing, "",
             "Trên đây là Kế hoạch tổ chức phong trào thi đua năm 2024 của Phòng Tư pháp huyện Sông Trà."),
    };
    bundle.basis = {
        basis(1, "Kế hoạch", "31/KH-UBND", base::Date{2024, 1, 22}, "UBND huyện Sông Trà",
              "phong trào thi đua yêu nước năm 2024"),
        basis(2, "Luật", "06/2022/QH15", base::Date{2022, 6, 15}, "Quốc hội",
              "Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
        basis(3, "Chỉ thị", "34-CT/TW", base::Date{2014, 4, 7}, "Bộ Chính trị",
              "Tiếp tục đổi mới công tác thi đua, khen thưởng"),
    };
    bundle.tasks = {
        task(1, "Giải quyết 100% hồ sơ hộ tịch, chứng thực đúng hạn", State::kDone, "Trần Quốc Khánh",
             base::Date{2024, 11, 30}),
        task(2, "Tổ chức 04 đợt tuyên truyền, phổ biến pháp luật", State::kDoing, "Lê Thị Ngọc Ánh",
             base::Date{2024, 10, 31}),
        task(3, "Đăng ký danh hiệu thi đua năm 2024", State::kDone, "Toàn thể công chức", base::Date{2024, 3, 15}),
        task(4, "Báo cáo kết quả về UBND huyện (qua Phòng Nội vụ)", State::kOpen, "Công chức phụ trách",
             base::Date{2024, 12, 5}),
        task(5, "Cập nhật kết quả và minh chứng hằng tháng", State::kOpen, "Từng công chức", std::nullopt),
    };
    bundle.tasks[4].kind = office::Task::Kind::kDuty;
    bundle.tasks[4].recurrence = "hằng tháng";
    bundle.evidence = {
        evidence(1, 1, base::Date{2024, 11, 20}, "1.284 hồ sơ, trước hạn 97,2%, không có hồ sơ trễ hạn", "41/BC-PTP"),
        evidence(2, 2, base::Date{2024, 5, 16}, "Đợt 2 tại xã Trà Linh, 86 người dự", ""),
        evidence(3, 2, base::Date{2024, 3, 28}, "Đợt 1 tại thị trấn Sông Trà, 120 người dự", "12/BC-PTP"),
    };
    bundle.occasions.push_back({{1}, {1}, "chiến thắng Điện Biên Phủ", 70, base::Date{2024, 5, 7}, {}});
    book.plans.push_back(std::move(bundle));

    book.people = {person(1, "Lê Thị Ngọc Ánh", "Chuyên viên"), person(2, "Đặng Thị Mỹ Hạnh", "Trưởng phòng"),
                   person(3, "Trần Quốc Khánh", "Phó Trưởng phòng"), person(4, "Nguyễn Hữu Phước", "Chuyên viên")};
    const auto rated = [&](int number, int who, office::Rating rating, std::string document) {
        office::YearRecord record;
        record.id.value = number;
        record.person.value = who;
        record.year = 2024;
        record.rating = rating;
        record.rating_document = std::move(document);
        book.records.push_back(std::move(record));
    };
    rated(1, 1, office::Rating::kGood, "88/QĐ-UBND");
    rated(2, 2, office::Rating::kExcellent, "88/QĐ-UBND");
    rated(3, 3, office::Rating::kGood, "");
    book.registrations = {{{1}, {1}, 2024, "LDTT", base::Date{2024, 3, 10}},
                          {{2}, {2}, 2024, "CSTDCS", base::Date{2024, 3, 10}},
                          {{3}, {}, 2024, "TTLDTT", base::Date{2024, 3, 12}}};
    office::Initiative initiative;
    initiative.id.value = 1;
    initiative.person.value = 2;
    initiative.year = 2024;
    initiative.name = "Phiếu hẹn điện tử cho hồ sơ hộ tịch";
    initiative.recognised = office::Initiative::Level::kGrassroots;
    initiative.decision_number = "102/QĐ-UBND";
    initiative.decision_date = base::Date{2024, 10, 14};
    book.initiatives.push_back(std::move(initiative));
    return book;
}

}  // namespace thidua::document::test
