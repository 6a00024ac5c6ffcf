// Local rules on the national packs: what holds, what is refused, and how a person changes one value.
#include "app/office_law.h"

#include <gtest/gtest.h>

#include "app/verdicts.h"

namespace thidua::app {
namespace {

constexpr base::Date kOn{2024, 12, 20};

ParameterEdit edit_of(const std::string& parameter, double value) {
    ParameterEdit edit;
    edit.pack = "R1";
    edit.parameter = parameter;
    edit.value = value;
    edit.owner = law::Owner::kProvince;
    edit.document = "Quyết định 07/2022/QĐ-UBND";
    edit.article = "Điều 5";
    return edit;
}

const ParameterRow* find(const std::vector<ParameterRow>& rows, std::string_view id) {
    for (const ParameterRow& row : rows) {
        if (row.now.id == id) return &row;
    }
    return nullptr;
}

double value_of(const OfficeLaw& law, std::string_view parameter) {
    return law.packs->find("R1")->find_parameter(parameter)->value;
}

TEST(OfficeLaw, WithoutLocalRulesItIsTheNationalPacks) {
    const OfficeLaw law = law_of({});
    EXPECT_EQ(law.packs.get(), &law::builtin_packs());
    const auto rows = parameters_in_force(law, kOn);
    ASSERT_NE(find(rows, "ttldxs.ldtt"), nullptr);
    EXPECT_FALSE(find(rows, "ttldxs.ldtt")->changed);
    EXPECT_EQ(find(rows, "ttldxs.ldtt")->now.value, 70);
    EXPECT_TRUE(parameters_in_force(law, {1900, 1, 1}).empty());
}

TEST(OfficeLaw, AValueIsChangedWithItsSource) {
    auto overlay = with_parameter({}, edit_of("ttldxs.ldtt", 80));
    ASSERT_TRUE(overlay) << overlay.error().en;
    EXPECT_FALSE(overlay->id);
    overlay->id.value = 1;
    const OfficeLaw law = law_of({*overlay});
    ASSERT_EQ(law.overlays.size(), 1u);
    EXPECT_TRUE(law.overlays[0].applied());
    const auto rows = parameters_in_force(law, kOn);
    const ParameterRow* row = find(rows, "ttldxs.ldtt");
    ASSERT_NE(row, nullptr);
    EXPECT_TRUE(row->changed);
    EXPECT_EQ(row->now.value, 80);
    EXPECT_EQ(row->national->value, 70);
    EXPECT_EQ(row->now.owner, law::Owner::kProvince);
    EXPECT_EQ(row->now.clause, "Quyết định 07/2022/QĐ-UBND Điều 5");
    EXPECT_EQ(row->overlay, overlay->name);
    // Nobody said that the official text was read: the value and what stands on it stay marked.
    EXPECT_EQ(row->now.confidence, law::Confidence::kSeenSecond);

    // The second value goes into the same overlay, and the same value again replaces it.
    auto more = with_parameter({*overlay}, edit_of("ttldxs.cstdcs", 2));
    ASSERT_TRUE(more) << more.error().en;
    EXPECT_EQ(more->id.value, 1);
    EXPECT_EQ(value_of(law_of({*more}), "ttldxs.ldtt"), 80);
    EXPECT_EQ(value_of(law_of({*more}), "ttldxs.cstdcs"), 2);
    auto again = with_parameter({*more}, edit_of("ttldxs.ldtt", 75));
    ASSERT_TRUE(again);
    EXPECT_EQ(value_of(law_of({*again}), "ttldxs.ldtt"), 75);
    const auto without = without_parameter({*again}, "R1", "ttldxs.ldtt");
    ASSERT_TRUE(without);
    EXPECT_EQ(value_of(law_of({*without}), "ttldxs.ldtt"), 70);
    EXPECT_EQ(value_of(law_of({*without}), "ttldxs.cstdcs"), 2);
    EXPECT_EQ(without_parameter({*without}, "R1", "ttldxs.ldtt").error().kind, base::ErrorKind::kNotFound);
}

TEST(OfficeLaw, AVerdictFollowsTheLocalRule) {
    office::YearBook book;
    book.office.name = "Phòng Tư pháp";
    book.office.year = 2024;
    for (int i = 1; i <= 10; ++i) {
        office::Person person;
        person.id.value = i;
        person.full_name = "Người " + std::to_string(i);
        book.people.push_back(person);
        office::YearRecord record;
        record.person.value = i;
        record.year = 2024;
        record.rating = i == 1   ? office::Rating::kExcellent
                        : i <= 7 ? office::Rating::kGood
                                 : office::Rating::kCompleted;
        record.movements = office::Answer::kYes;
        record.disciplined = office::Answer::kNo;
        record.under_review = office::Answer::kNo;
        book.records.push_back(record);
    }
    const auto say = [&](const std::string& key, const std::string& value) {
        office::LawAnswer answer;
        answer.year = 2024;
        answer.key = key;
        answer.value = value;
        book.answers.push_back(answer);
    };
    for (const char* key : {"good_movements", "unity", "members_listed"}) say(key, "yes");
    for (const char* key : {"disciplined", "under_review"}) say(key, "no");
    say("rating", "excellent");
    const auto outcome = [&] { return law::judge(*law_of(book.overlays).packs, facts_of_office(book), "TTLDXS", kOn); };
    EXPECT_EQ(outcome(), law::Outcome::kMet);  // 7 of 10: exactly 70 %
    book.overlays.push_back(*with_parameter({}, edit_of("ttldxs.ldtt", 80)));
    EXPECT_EQ(outcome(), law::Outcome::kNotMet);
    book.overlays.back().active = false;
    EXPECT_EQ(outcome(), law::Outcome::kMet);
}

TEST(OfficeLaw, NobodyLowersANationalMinimum) {
    const auto lower = with_parameter({}, edit_of("ttldxs.ldtt", 60));
    ASSERT_FALSE(lower);
    EXPECT_EQ(lower.error().where, "value");
    EXPECT_NE(lower.error().vi.find("tối thiểu"), std::string::npos) << lower.error().vi;

    // A text that comes from elsewhere and does so is applied without that value, and the conflict is shown.
    auto overlay = *with_parameter({}, edit_of("ttldxs.ldtt", 80));
    overlay.text.replace(overlay.text.find("80"), 2, "60");
    const OfficeLaw law = law_of({overlay});
    EXPECT_EQ(value_of(law, "ttldxs.ldtt"), 70);
    ASSERT_EQ(law.overlays[0].conflicts.size(), 1u);
    const auto rows = parameters_in_force(law, kOn);
    ASSERT_EQ(find(rows, "ttldxs.ldtt")->conflicts.size(), 1u);
    EXPECT_FALSE(find(rows, "ttldxs.ldtt")->changed);
}

TEST(OfficeLaw, TheUnitIsBoundByItsProvince) {
    const auto province = *with_parameter({}, edit_of("ttldxs.ldtt", 80));
    auto edit = edit_of("ttldxs.ldtt", 75);
    edit.owner = law::Owner::kUnit;
    edit.document = "Quyết định 3/QĐ-PTP";
    const auto unit = *with_parameter({}, edit);  // by itself it would hold: 75 is above 70
    EXPECT_EQ(value_of(law_of({unit}), "ttldxs.ldtt"), 75);
    const OfficeLaw law = law_of({province, unit});
    EXPECT_EQ(value_of(law, "ttldxs.ldtt"), 80);
    EXPECT_TRUE(law.overlays[0].conflicts.empty());
    EXPECT_EQ(law.overlays[1].conflicts.size(), 1u);
}

TEST(OfficeLaw, ABrokenOverlayHindersNoOther) {
    const auto good = *with_parameter({}, edit_of("ttldxs.ldtt", 80));
    office::RuleOverlay broken = good;
    broken.name = "Bản hỏng";
    broken.text = "{\"overlay\": ";
    const OfficeLaw law = law_of({broken, good});
    ASSERT_TRUE(law.overlays[0].refused);
    EXPECT_NE(law.overlays[0].refused->vi, "");
    EXPECT_EQ(value_of(law, "ttldxs.ldtt"), 80);
    EXPECT_FALSE(check_overlay(broken));
}

TEST(OfficeLaw, AnEditNeedsItsDocument) {
    auto edit = edit_of("ttldxs.ldtt", 80);
    edit.document = "Quy chế tỉnh";
    EXPECT_EQ(with_parameter({}, edit).error().where, "document");
    edit = edit_of("ttldxs.ldtt", 80);
    edit.owner = law::Owner::kNational;
    EXPECT_EQ(with_parameter({}, edit).error().where, "owner");
    EXPECT_FALSE(with_parameter({}, edit_of("nothing", 80)));
    EXPECT_FALSE(with_parameter({}, edit_of("cstdt.chain", 2)));  // fixed by the Law
}

TEST(OfficeLaw, AddedCriteriaStayWhenAValueIsEdited) {
    office::RuleOverlay overlay = *with_parameter({}, edit_of("ttldxs.ldtt", 80));
    const std::string criteria =
        R"("criteria": [{"title": "LDTT", "subject": "person", "add": {"fact": "months_worked", "at_least": 6,
           "clause": "Quyết định 07/2022/QĐ-UBND Điều 6", "confidence": "seen", "source": "x", "vi": "Từ 6 tháng", "en": "Six months"}}])";
    overlay.text.replace(overlay.text.find("\"criteria\": []"), 14, criteria);
    ASSERT_TRUE(check_overlay(overlay)) << check_overlay(overlay).error().en;
    const auto edited = with_parameter({overlay}, edit_of("ttldxs.ldtt", 90));
    ASSERT_TRUE(edited) << edited.error().en;
    const OfficeLaw law = law_of({*edited});
    EXPECT_EQ(law.packs->find("R1")->find_title("LDTT", law::Subject::kPerson)->criteria.parts.size(), 2u);
    EXPECT_EQ(value_of(law, "ttldxs.ldtt"), 90);
}

}  // namespace
}  // namespace thidua::app
