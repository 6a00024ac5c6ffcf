#include <gtest/gtest.h>

#include <algorithm>
#include <variant>

#include "document/text.h"
#include "golden.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;

TEST(Kinds, ReadAsReviewed) {
    for (const auto& [name, document] : test::sample_documents())
        test::expect_golden(name + ".txt", plain_text(document));
}

TEST(Kinds, MinutesCountSharesOnAllMembers) {
    const office::YearBook book = test::sample_year();
    Request request = test::sample_request("minutes");
    const auto text = [&] { return plain_text(test::built(book, request).document); };
    EXPECT_NE(text().find("87,5%"), std::string::npos);
    request.meeting.members = 9;
    EXPECT_NE(text().find("77,8%"), std::string::npos) << "7 of 9";
    request.meeting.members = 0;
    EXPECT_NE(text().find("không tính được"), std::string::npos);
}

TEST(Kinds, ADecisionIsNamedAfterWhatItGives) {
    const office::YearBook book = test::sample_year();
    Request request = test::sample_request("decision");
    const auto title = [&](std::vector<Proposal> proposals) {
        request.proposals = std::move(proposals);
        return test::built(book, request).document.title;
    };
    EXPECT_EQ(title({{{1}, "LDTT", ""}}), "Quyết định về việc tặng danh hiệu thi đua năm 2024");
    EXPECT_EQ(title({{{1}, "GK", ""}}), "Quyết định về việc tặng hình thức khen thưởng năm 2024");
    EXPECT_EQ(title({{{1}, "GK", ""}, {{2}, "LDTT", ""}}),
              "Quyết định về việc tặng danh hiệu thi đua, hình thức khen thưởng năm 2024");
}

TEST(Kinds, NothingIsMadeUpWhereTheYearIsEmpty) {
    for (const KindInfo& kind : kinds()) {
        Request request;
        request.kind = std::string(kind.code);
        const Built made = test::built({}, request);
        EXPECT_FALSE(made.document.sections.empty()) << kind.code;
        const std::string text = plain_text(made.document);
        EXPECT_EQ(text.find("2024"), std::string::npos) << kind.code;
        if (kind.code == "ballot") continue;  // nobody signs it: without proposals it is an empty form
        EXPECT_NE(text.find("……"), std::string::npos) << kind.code << " shows what is to be filled in";
        EXPECT_FALSE(made.missing.empty()) << kind.code;
    }
}

TEST(Kinds, WhatIsMissingIsNamed) {
    office::YearBook book = test::sample_year();
    const Built made = test::built(book, test::sample_request("achievement-person"));
    const auto names = [&](const char* vi) {
        return std::any_of(made.missing.begin(), made.missing.end(), [&](const Missing& m) { return m.vi == vi; });
    };
    EXPECT_TRUE(names("Ngày sinh"));
    EXPECT_TRUE(names("Quê quán"));
    EXPECT_TRUE(names("Kỷ luật")) << "no record says that there was none";
    book.people[1].born_on = base::Date{1980, 5, 4};
    const Built known = test::built(book, test::sample_request("achievement-person"));
    EXPECT_EQ(known.missing.size() + 1, made.missing.size());
    EXPECT_NE(plain_text(known.document).find("Sinh ngày, tháng, năm: 04/05/1980"), std::string::npos);
}

TEST(Kinds, EveryBlankInTheListSaysWhatIsMissing) {
    for (const office::YearBook& book : {office::YearBook{}, test::sample_year()}) {
        for (const KindInfo& kind : kinds()) {
            Request request;
            request.kind = std::string(kind.code);
            for (const Missing& missing : test::built(book, request).missing) {
                for (const std::string& words : {missing.vi, missing.en}) {
                    const bool says = std::any_of(words.begin(), words.end(), [](char c) {
                        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                    });
                    EXPECT_TRUE(says) << kind.code << ": “" << words << "”";
                }
            }
        }
    }
}

TEST(Kinds, ABlankWithoutANameIsCalledByItsPlace) {
    const std::string own =
        "@loại Bảng\n@trích yếu {tên cuộc họp}\n@không số\n@không ngày\n@không ký\n@không kết\n"
        "Các mục chấm điểm\n{…}\n@bảng 20 80 60\n@đầu TT | <2>Điểm\n@dòng 1 | {…} | A\n@dòng 2 | B | {…}\n@hết\n";
    Request request;
    request.kind = "scores";
    const auto made = build_document({}, request, &own);
    ASSERT_TRUE(made) << made.error().vi;
    std::vector<std::string> names;
    for (const Missing& missing : made->missing) names.push_back(missing.vi);
    EXPECT_EQ(names, (std::vector<std::string>{"Tên cơ quan", "Trích yếu", "Dưới “Các mục chấm điểm”",
                                               "Cột “Điểm”, dòng 1", "Cột “Điểm”, dòng 2"}));
}

TEST(Kinds, ATitleStandsOnOneLineInEveryTable) {
    for (const char* code :
         {"proposal", "decision", "notice", "registration", "report", "minutes", "count", "ballot"}) {
        Request request = test::sample_request(code);
        const Built made = test::built(test::sample_year(), request);
        const Layout layout = lay_out(made.document, times_metrics());
        bool whole = false;
        for (const PlacedPage& page : layout.pages) {
            for (const PlacedText& text : page.texts) whole = whole || text.text == "Chiến sĩ thi đua cơ sở";
        }
        EXPECT_TRUE(whole) << code;
    }
}

TEST(Kinds, TheNoteAndSignatureOfAStatutoryTableTakeARowAlong) {
    for (const char* code : {"table-0601", "table-0602", "table-0603", "table-0604", "table-0605"}) {
        const Document document = test::sample_document(code);
        const Layout layout = lay_out(document, times_metrics());
        bool row = false;
        for (const PlacedText& text : layout.pages.back().texts) {
            if (text.place.block >= document.sections[0].blocks.size()) continue;
            const auto* table = std::get_if<Table>(&document.sections[0].blocks[text.place.block]);
            row = row || (table && table->role == Table::Role::kData && !table->rows[text.place.row].header);
        }
        EXPECT_TRUE(row) << code << ": the last page holds a row of the table";
    }
}

TEST(Kinds, EveryParagraphSaysWhichRecordsItCameFrom) {
    const Document document = test::sample_document("achievement-person");
    bool rating = false;
    bool initiative = false;
    for (const Block& block : document.sections.front().blocks) {
        const auto* p = std::get_if<Paragraph>(&block);
        if (!p) continue;
        EXPECT_FALSE(p->origins.empty()) << text_of(*p);
        for (const Origin& origin : p->origins) {
            rating |= origin.kind == RecordKind::kYearRecord && text_of(*p).find("xuất sắc") != std::string::npos;
            initiative |= origin.kind == RecordKind::kInitiative && text_of(*p).find("Phiếu hẹn") != std::string::npos;
        }
    }
    EXPECT_TRUE(rating);
    EXPECT_TRUE(initiative);
}

TEST(Kinds, WithoutProposalsTheRegistrationsOfTheYearStand) {
    Request request;
    request.kind = "proposal";
    const std::string text = plain_text(test::built(test::sample_year(), request).document);
    EXPECT_NE(text.find("02 trường hợp cá nhân và 01 trường hợp tập thể"), std::string::npos) << text;
}

TEST(Kinds, WhoIsNotInTheFileIsNotNamedAsAPerson) {
    Request request = test::sample_request("proposal");
    request.proposals = {{{99}, "LDTT", ""}};
    const std::string text = plain_text(test::built(test::sample_year(), request).document);
    EXPECT_EQ(text.find("Tập thể"), std::string::npos) << "an unknown person is not the office";
    request = test::sample_request("achievement-person");
    request.person = {99};
    const std::string report = plain_text(test::built(test::sample_year(), request).document);
    EXPECT_EQ(report.find("Phiếu hẹn"), std::string::npos) << "nor do they get what others did";
}

TEST(Kinds, AKindThatDoesNotExistIsRefused) {
    Request request;
    request.kind = "poem";
    const auto made = build_document({}, request);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, base::ErrorKind::kNotFound);
}

TEST(Kinds, TheOfficesOwnWordingIsUsed) {
    office::YearBook book = test::sample_year();
    book.templates.push_back({{1}, "invitation", "", "@loại Giấy mời\n@ký hiệu GM\nKính mời dự {tên cuộc họp}"});
    const std::string text = plain_text(test::built(book, test::sample_request("invitation")).document);
    EXPECT_NE(text.find("Kính mời dự Họp bình xét thi đua, khen thưởng năm 2024./."), std::string::npos) << text;
    book.templates[0].text = "@loại Giấy mời\nKính mời {tên họp}";
    const auto broken = build_document(book, test::sample_request("invitation"));
    ASSERT_FALSE(broken);
    EXPECT_NE(broken.error().where.find(":2:10"), std::string::npos) << broken.error().where;
}

TEST(Kinds, PlanAndReportFollowTheOfficesOwnWording) {
    office::YearBook book = test::sample_year();
    office::TextTemplate own;
    own.id = {1};
    own.kind = "plan";
    own.text =
        "@loại Kế hoạch\n@ký hiệu KH\n@trích yếu {tên kế hoạch}\nLời riêng của cơ quan.\n"
        "@mỗi nội dung kế hoạch\n{nhãn?} {nội dung}\n@hết\n";
    book.templates.push_back(own);
    own.id = {3};
    own.name = std::string(office::kTemplateDraft);
    own.text = "@loại Kế hoạch\nBản nháp {chưa xong";
    book.templates.insert(book.templates.begin(), own);  // a draft is not in force, broken or not
    own.name.clear();
    own.id = {2};
    own.kind = "report";
    own.text = "@loại Báo cáo\n@trích yếu Ngắn gọn\nCó {số nhiệm vụ} việc, {số việc chưa xong} chưa xong.\n";
    book.templates.push_back(own);
    Request request;
    request.kind = "plan";
    const auto plan = build_document(book, request);
    ASSERT_TRUE(plan) << plan.error().en;
    EXPECT_NE(plain_text(plan->document).find("Lời riêng của cơ quan."), std::string::npos);
    EXPECT_NE(plain_text(plan->document).find(book.plans[0].items.back().text.substr(0, 12)), std::string::npos);
    request.kind = "report";
    const auto report = build_document(book, request);
    ASSERT_TRUE(report) << report.error().en;
    EXPECT_NE(plain_text(report->document).find("Có 05 việc, 03 chưa xong"), std::string::npos);
    // A broken one says where.
    book.templates[2].text = "@loại Báo cáo\n@trích yếu x\n\n{số nhiệm vu}\n";
    const auto broken = build_document(book, request);
    ASSERT_FALSE(broken);
    EXPECT_TRUE(broken.error().where.ends_with(":4:1")) << broken.error().where;
}
