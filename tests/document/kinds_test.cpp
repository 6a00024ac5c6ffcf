#include <gtest/gtest.h>

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
    office::YearBook book = test::sample_year();
    Meeting meeting = test::sample_meeting();
    EXPECT_NE(plain_text(minutes_document(book, meeting)).find("87,5%"), std::string::npos);
    meeting.members = 9;
    EXPECT_NE(plain_text(minutes_document(book, meeting)).find("77,8%"), std::string::npos) << "7 of 9";
    meeting.members = 0;
    EXPECT_NE(plain_text(minutes_document(book, meeting)).find("không tính được"), std::string::npos);
}

TEST(Kinds, ADecisionIsNamedAfterWhatItGives) {
    const office::YearBook book = test::sample_year();
    EXPECT_EQ(decision_document(book, {{{1}, "LDTT", ""}}, {}).title,
              "Quyết định về việc tặng danh hiệu thi đua năm 2024");
    EXPECT_EQ(decision_document(book, {{{1}, "GK", ""}}, {}).title,
              "Quyết định về việc tặng hình thức khen thưởng năm 2024");
    EXPECT_EQ(decision_document(book, {{{1}, "GK", ""}, {{2}, "LDTT", ""}}, {}).title,
              "Quyết định về việc tặng danh hiệu thi đua, hình thức khen thưởng năm 2024");
}

TEST(Kinds, NothingIsMadeUpWhereTheYearIsEmpty) {
    const office::YearBook empty;
    for (const Document& document :
         {registration_document(empty), roster_document(empty), proposal_document(empty, {}),
          notice_document(empty, {}, {}, {}), decision_document(empty, {}, {}), minutes_document(empty, {}),
          invitation_document({}, {}), letter_document({}, "", {})}) {
        EXPECT_FALSE(document.sections.empty());
        EXPECT_NE(plain_text(document).find("……"), std::string::npos)
            << document.title << " shows what is to be filled in";
    }
}

TEST(Kinds, WhoIsNotInTheFileIsNotNamedAsAPerson) {
    const office::YearBook book = test::sample_year();
    const std::string text = plain_text(proposal_document(book, {{{99}, "LDTT", ""}}));
    EXPECT_EQ(text.find("Tập thể"), std::string::npos) << "an unknown person is not the office";
}
