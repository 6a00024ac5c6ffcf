// The council's kept ballot in minutes, decisions and dossiers.

#include <gtest/gtest.h>

#include "app/council.h"
#include "app/council_papers.h"
#include "app/demo.h"
#include "app/dossier_maker.h"
#include "document/docx.h"
#include "document/docx_read.h"
#include "document/text.h"
#include "document/zip.h"

using namespace thidua;
using namespace thidua::app;

namespace {

constexpr base::Date kDay{2024, 12, 6};

/// The demo office after its council voted on CSTĐCS: the first registered passed, the second did not.
office::YearBook voted_book() {
    office::YearBook book = demo_office();
    BallotSheet sheet = new_ballot_sheet(book, "CSTDCS");
    EXPECT_GE(sheet.candidates.size(), 2u);
    sheet.held_on = kDay;
    sheet.members = 9;
    sheet.present = 8;
    sheet.written = 1;
    sheet.candidates[0].yes = 9;
    sheet.candidates[0].no = 0;
    sheet.candidates[0].invalid = 0;
    sheet.candidates[1].yes = 5;
    sheet.candidates.resize(2);
    book.settings.push_back({{900}, ballot_key(book.office.year, "CSTDCS"), to_text(sheet)});
    return book;
}

std::string text_of_kind(const office::YearBook& book, const char* kind) {
    const auto paper = make_paper(book, {usual_request(book, kind), {}}, kDay);
    EXPECT_TRUE(paper);
    return paper ? document::plain_text(paper->document) : std::string();
}

std::string name_of(const office::YearBook& book, const BallotCandidate& candidate) {
    return candidate_name(book, candidate);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST(Council, ABallotIsReadBackAsItWasKept) {
    BallotSheet sheet;
    sheet.candidates.push_back({{7}, "", 6, 1, 0, 2});
    sheet.candidates.push_back({{}, "Người ngoài", -1, -1, -1, 0});
    EXPECT_EQ(ballot_sheet_from(to_text(sheet)), sheet);
    const BallotSheet old = ballot_sheet_from("members\t9\ncandidate\t7\t6\t2\t\n");
    ASSERT_EQ(old.candidates.size(), 1u);
    EXPECT_EQ(old.candidates[0].no, -1) << "files of earlier programs do not say it";
    EXPECT_EQ(old.candidates[0].recused, 2);
}

TEST(Council, MinutesAndCountAreFilledFromTheKeptBallot) {
    const office::YearBook book = voted_book();
    const BallotSheet sheet = *kept_ballot(book, "CSTDCS");
    for (const char* kind : {"minutes", "count"}) {
        const std::string text = text_of_kind(book, kind);
        EXPECT_TRUE(holds(text, name_of(book, sheet.candidates[0]))) << text;
        EXPECT_TRUE(holds(text, "100,0%")) << text;
        EXPECT_TRUE(holds(text, "55,6%")) << text;
        EXPECT_TRUE(holds(text, "06 tháng 12 năm 2024") || holds(text, "06/12/2024")) << text;
    }
    EXPECT_TRUE(holds(text_of_kind(book, "count"), "Số thành viên có mặt: 08; vắng mặt: 01"))
        << text_of_kind(book, "count");
    EXPECT_TRUE(holds(text_of_kind(book, "count"), "ý kiến bằng văn bản: 01"));
    EXPECT_TRUE(holds(text_of_kind(demo_office(), "count"), "Số thành viên có mặt: ……")) << "nothing kept: blanks";
}

TEST(Council, WhatAPersonChoseStands) {
    const office::YearBook book = voted_book();
    document::Request request = usual_request(book, "minutes");
    request.meeting.members = 11;
    request.meeting.date = base::Date{2024, 11, 1};  // another meeting: its votes are not on file
    fill_from_council(book, request);
    EXPECT_EQ(request.meeting.members, 11);
    EXPECT_TRUE(request.meeting.votes.empty());
}

TEST(Council, ADecisionNamesOnlyThoseWhoPassed) {
    const office::YearBook book = voted_book();
    document::Request request = usual_request(book, "decision");
    fill_from_council(book, request);
    const BallotSheet sheet = *kept_ballot(book, "CSTDCS");
    std::size_t titles = 0;
    for (const document::Proposal& one : request.proposals) {
        if (one.title != "CSTDCS") continue;
        ++titles;
        EXPECT_EQ(one.person, sheet.candidates[0].person);
    }
    EXPECT_EQ(titles, 1u);
    EXPECT_GT(request.proposals.size(), 1u) << "titles without a ballot stay as registered";
    request = {};
    request.kind = "decision";
    request.title = "CSTDCS";
    office::YearBook nobody = book;
    BallotSheet lost = sheet;
    lost.candidates[0].yes = 1;
    nobody.settings.back().value = to_text(lost);
    fill_from_council(nobody, request);
    EXPECT_TRUE(request.proposals.empty());
    const auto built = document::build_document(nobody, request);
    ASSERT_TRUE(built);
    EXPECT_FALSE(holds(document::plain_text(built->document), name_of(book, sheet.candidates[0])))
        << "nobody is not everybody registered";
}

TEST(Dossiers, HoldMinutesOnceTheBallotIsThere) {
    const office::YearBook book = voted_book();
    const BallotSheet sheet = *kept_ballot(book, "CSTDCS");
    for (const bool passed : {true, false}) {
        const BallotCandidate& candidate = sheet.candidates[passed ? 0 : 1];
        auto maker =
            DossierMaker::begin(law::builtin_packs(), book, {{candidate.person, "CSTDCS"}}, kDay, kDay, ".docx");
        ASSERT_TRUE(maker) << maker.error().en;
        const auto lacks = maker->lacking(0);
        while (maker->done() < maker->all()) {
            const auto paper = maker->next();
            ASSERT_TRUE(paper);
            maker->made(*document::write_docx(paper->document));
        }
        const auto zip = maker->finish();
        ASSERT_TRUE(zip);
        const auto entries = document::read_zip(*zip);
        ASSERT_TRUE(entries);
        std::string names;
        for (const document::ZipEntry& entry : *entries) names += entry.name + "\n";
        EXPECT_EQ(holds(names, "bien_ban_hop_binh_xet_2024.docx"), passed) << names;
        EXPECT_EQ(holds(names, "bien_ban_kiem_phieu_2024.docx"), passed) << names;
        EXPECT_EQ(holds(names, "to_trinh_de_nghi_2024.docx"), passed) << "who did not pass is not proposed\n" << names;
        const std::string index = document::text_of(*document::read_docx(entries->front().bytes));
        EXPECT_EQ(document::missing_parts(maker->dossiers().front()).size(), lacks.size());
        for (const std::string& name : document::missing_parts(maker->dossiers().front()))
            EXPECT_TRUE(holds(index, name)) << index;
    }
}

TEST(Dossiers, NobodyAndNoChecklistAreSentences) {
    const office::YearBook book = demo_office();
    const auto none = DossierMaker::begin(law::builtin_packs(), book, {}, kDay, kDay, ".docx");
    ASSERT_FALSE(none);
    EXPECT_FALSE(none.error().vi.empty());
    EXPECT_FALSE(DossierMaker::begin(law::builtin_packs(), book, {{{}, "KNC"}}, kDay, kDay, ".docx"));
    // Among several it is a line that says so.
    const auto two =
        DossierMaker::begin(law::builtin_packs(), book, {{{}, "KNC"}, {{}, "TTLDTT"}}, kDay, kDay, ".docx");
    ASSERT_TRUE(two);
    EXPECT_EQ(two->lacking(0).size(), 1u);
}
