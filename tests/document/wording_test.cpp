#include "document/wording.h"

#include <gtest/gtest.h>

using namespace thidua;
using namespace thidua::document;

TEST(Wording, TheIssuerDoesNotRepeatThePlaceOfItsSuperior) {
    EXPECT_EQ(issuer_below("Phòng Tư pháp thành phố Tây Ninh", "UBND thành phố Tây Ninh"), "Phòng Tư pháp");
    EXPECT_EQ(issuer_below("Phòng Tư pháp huyện Sông Trà", "UBND HUYỆN SÔNG TRÀ"), "Phòng Tư pháp");
    EXPECT_EQ(issuer_below("Sở Tư pháp", "UBND tỉnh Tây Ninh"), "Sở Tư pháp");
    EXPECT_EQ(issuer_below("Phòng Tư pháp huyện Sông Trà", "UBND tỉnh An Phú"), "Phòng Tư pháp huyện Sông Trà");
    EXPECT_EQ(issuer_below("", ""), "");
}

TEST(Wording, NumbersBelowTenGetAZero) {
    EXPECT_EQ(padded_number("5/KH-PTP"), "05/KH-PTP");
    EXPECT_EQ(padded_number("05/KH-PTP"), "05/KH-PTP");
    EXPECT_EQ(padded_number(" 15/KH-PTP "), "15/KH-PTP");
    EXPECT_EQ(padded_number(""), "");
    EXPECT_EQ(counted(0), "00");
    EXPECT_EQ(counted(7), "07");
    EXPECT_EQ(counted(12), "12");
}

TEST(Wording, AFirstLetterBecomesSmallUnlessItIsAName) {
    EXPECT_EQ(inside_sentence("Đẩy mạnh phong trào"), "đẩy mạnh phong trào");
    EXPECT_EQ(inside_sentence("UBND huyện"), "UBND huyện");
    EXPECT_EQ(inside_sentence("Tây Ninh đổi mới"), "Tây Ninh đổi mới");
    EXPECT_EQ(inside_sentence("“Học tập”"), "“Học tập”");
    EXPECT_EQ(sentence_start("đăng ký"), "Đăng ký");
}

TEST(Wording, CitesAsTheDecreeCites) {
    office::BasisDocument plan;
    plan.kind = "Kế hoạch";
    plan.number = "53/KH-UBND";
    plan.date = base::Date{2024, 3, 14};
    plan.issuer = "UBND thành phố Tây Ninh";
    plan.subject = "về phát động phong trào thi đua;";
    EXPECT_EQ(citation(plan),
              "Kế hoạch số 53/KH-UBND ngày 14/3/2024 của UBND thành phố Tây Ninh về phát động phong trào thi đua");

    office::BasisDocument law;
    law.kind = "Luật";
    law.number = "06/2022/QH15";
    law.issuer = "Quốc hội";
    law.subject = "Thi đua, khen thưởng ngày 15 tháng 6 năm 2022";
    EXPECT_EQ(citation(law), "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022") << "without number and issuer";

    office::BasisDocument rules;
    rules.kind = "Quy chế";
    rules.subject = "công tác thi đua, khen thưởng";
    EXPECT_EQ(citation(rules), "Quy chế về công tác thi đua, khen thưởng");
    EXPECT_EQ(citation(office::BasisDocument{}), "Văn bản");
}

TEST(Wording, APlanWithoutNumberSaysSo) {
    office::Plan plan;
    plan.subject = "Phát động thi đua";
    EXPECT_EQ(citation(plan), "Kế hoạch (chưa ghi số, ngày ban hành) về phát động thi đua");
    plan.issued_on = base::Date{2024, 3, 18};
    EXPECT_EQ(citation(plan), "Kế hoạch ngày 18/3/2024 (chưa ghi số) về phát động thi đua");
    plan.number = "7/KH-PTP";
    EXPECT_EQ(citation(plan), "Kế hoạch số 07/KH-PTP ngày 18/3/2024 về phát động thi đua");
}

TEST(Wording, EndMarksGo) {
    EXPECT_EQ(without_end_mark("như sau:"), "như sau");
    EXPECT_EQ(without_end_mark("hết./."), "hết");
    EXPECT_EQ(without_end_mark("Lưu: VT, PTP. "), "Lưu: VT, PTP");
    EXPECT_EQ(without_end_mark("./."), "");
    EXPECT_EQ(sentence_end("hết"), "hết.");
    EXPECT_EQ(sentence_end("hết;"), "hết.");
    EXPECT_EQ(sentence_end("tập thể…"), "tập thể…");
}

TEST(Wording, TheKindOfATextIsSaidOnce) {
    office::BasisDocument law;
    law.kind = "Luật";
    law.number = "06/2022/QH15";
    law.subject = "Luật Thi đua, khen thưởng";
    EXPECT_EQ(citation(law), "Luật Thi đua, khen thưởng");
    law.subject = "Thi đua, khen thưởng";
    EXPECT_EQ(citation(law), "Luật Thi đua, khen thưởng");
    law.subject = "Luật";
    EXPECT_EQ(citation(law), "Luật");
    office::BasisDocument rules;
    rules.kind = "Quy chế";
    rules.subject = "Quy chế về công tác thi đua, khen thưởng";
    EXPECT_EQ(citation(rules), "Quy chế về công tác thi đua, khen thưởng");
    rules.kind = "Quyết định";
    rules.number = "07/2022/QĐ-UBND";
    rules.subject = "Quyết định ban hành Quy chế";
    EXPECT_EQ(citation(rules), "Quyết định số 07/2022/QĐ-UBND về ban hành Quy chế");
}
