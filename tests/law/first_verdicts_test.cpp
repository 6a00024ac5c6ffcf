// The two titles every office judges each year, under the law of 2024. Expectations are from the law, not from the code.
#include <gtest/gtest.h>

#include "law/facts_json.h"
#include "law/verdict.h"

using namespace thidua;
using law::Answer;
using law::Outcome;
using law::Rating;
using law::YearAnswer;

namespace {

constexpr base::Date kDecember{2024, 12, 20};

/// A public servant of whom everything is known and nothing speaks against.
law::Facts servant(Rating rating) {
    law::Facts facts;
    facts.id = "p1";
    facts.name = "Nguyễn Thị Hồng Vân";
    facts.year = 2024;
    facts.joined_on = base::Date{2015, 1, 1};
    auto& year = facts.year_facts(2024);
    year.rating = rating;
    year.rating_document = "15/QĐ-PTP";
    year.set(YearAnswer::kMovements, Answer::kYes);
    year.set(YearAnswer::kDisciplined, Answer::kNo);
    year.set(YearAnswer::kUnderReview, Answer::kNo);
    year.set(YearAnswer::kInitiativesListed, Answer::kYes);
    return facts;
}

law::Verdict verdict_of(const law::Facts& facts, std::string_view title, base::Date on = kDecember) {
    auto verdict = law::evaluate(law::builtin_packs(), facts, title, on);
    EXPECT_TRUE(verdict.has_value()) << (verdict ? "" : verdict.error().en);
    if (!verdict) return {};
    EXPECT_EQ(verdict->outcome, law::judge(law::builtin_packs(), facts, title, on));
    return *verdict;
}

void add_initiative(law::Facts& facts, law::Initiative::Level level) {
    law::Initiative initiative;
    initiative.name = "Số hóa sổ hộ tịch";
    initiative.year = 2024;
    initiative.level = level;
    initiative.decision = "3/QĐ-UBND";
    facts.initiatives.push_back(initiative);
}

}  // namespace

TEST(Packs, BuiltinPacksAreReadWithoutMistake) {
    const auto packs = law::read_packs(law::builtin_pack_texts());
    ASSERT_TRUE(packs.has_value()) << packs.error().where << " " << packs.error().en;
    EXPECT_EQ(law::builtin_packs().packs.size(), 4U);
}

TEST(Verdict, AdvancedWorkerNeedsAGoodRatingAndMovements) {  // Luật Đ24.1
    EXPECT_EQ(verdict_of(servant(Rating::kExcellent), "LDTT").outcome, Outcome::kMet);
    EXPECT_EQ(verdict_of(servant(Rating::kGood), "LDTT").outcome, Outcome::kMet);
    EXPECT_EQ(verdict_of(servant(Rating::kCompleted), "LDTT").outcome, Outcome::kNotMet);
    auto idle = servant(Rating::kGood);
    idle.year_facts(2024).set(YearAnswer::kMovements, Answer::kNo);
    const auto verdict = verdict_of(idle, "LDTT");
    EXPECT_EQ(verdict.outcome, Outcome::kNotMet);
    EXPECT_NE(verdict.summary_vi.find("Điều 24 khoản 1 điểm b"), std::string::npos) << verdict.summary_vi;
}

TEST(Verdict, AnUnknownRatingIsNamedNotGuessed) {
    const auto verdict = verdict_of(servant(Rating::kUnknown), "LDTT");
    EXPECT_EQ(verdict.outcome, Outcome::kNotKnown);
    ASSERT_EQ(verdict.missing.size(), 1U);
    EXPECT_EQ(verdict.missing[0].fact, "rating");
    EXPECT_EQ(verdict.missing[0].year, 2024);
    EXPECT_EQ(verdict.missing[0].clause, "Luật 06/2022/QH15 Điều 24 khoản 1 điểm a");
}

TEST(Verdict, GrassrootsFighterNeedsNoInitiativeWhenTaskRatedExcellent) {  // Luật Đ23: OR, not AND
    const auto verdict = verdict_of(servant(Rating::kExcellent), "CSTDCS");
    EXPECT_EQ(verdict.outcome, Outcome::kMet) << verdict.summary_en;
    EXPECT_EQ(verdict.pack, "R1");
    EXPECT_EQ(verdict.confidence, law::Confidence::kSeen);
}

TEST(Verdict, GrassrootsFighterWithAGoodRatingNeedsAnInitiative) {
    auto facts = servant(Rating::kGood);
    const auto without = verdict_of(facts, "CSTDCS");
    EXPECT_EQ(without.outcome, Outcome::kNotMet);
    ASSERT_EQ(without.smallest_change.size(), 1U) << without.summary_en;
    EXPECT_EQ(law::judge(law::builtin_packs(), law::apply_changes(facts, without.smallest_change), "CSTDCS", kDecember), Outcome::kMet);
    add_initiative(facts, law::Initiative::Level::kGrassroots);
    EXPECT_EQ(verdict_of(facts, "CSTDCS").outcome, Outcome::kMet);
}

TEST(Verdict, UnlistedInitiativesAreUnknownNotAbsent) {
    auto facts = servant(Rating::kGood);
    facts.year_facts(2024).set(YearAnswer::kInitiativesListed, Answer::kUnknown);
    const auto verdict = verdict_of(facts, "CSTDCS");
    EXPECT_EQ(verdict.outcome, Outcome::kNotKnown);
    ASSERT_FALSE(verdict.missing.empty());
    EXPECT_EQ(verdict.missing[0].fact, "initiative");
}

TEST(Verdict, AnInitiativeNotYetRecognisedDoesNotCount) {
    auto facts = servant(Rating::kGood);
    add_initiative(facts, law::Initiative::Level::kNone);
    EXPECT_EQ(verdict_of(facts, "CSTDCS").outcome, Outcome::kNotMet);
}

TEST(Verdict, NoCommendationWhileUnderReview) {  // NĐ 98/2023 Đ4.4
    auto facts = servant(Rating::kExcellent);
    facts.holds.push_back({{2024, 11, 1}, std::nullopt, "thanh tra"});
    EXPECT_EQ(verdict_of(facts, "LDTT").outcome, Outcome::kNotMet);
    facts.holds[0].released = base::Date{2024, 12, 1};  // concluded without violation
    EXPECT_EQ(verdict_of(facts, "LDTT").outcome, Outcome::kMet);
}

TEST(Verdict, DisciplineThatEndedWithinTheYearIsForAPerson) {  // merit counts from its end
    auto facts = servant(Rating::kGood);
    facts.disciplines.push_back({law::DisciplineForm::kReprimand, {2023, 6, 1}, base::Date{2024, 5, 31}});
    const auto verdict = verdict_of(facts, "LDTT");
    EXPECT_EQ(verdict.outcome, Outcome::kForPerson);
    ASSERT_EQ(verdict.questions.size(), 1U);
    EXPECT_EQ(verdict.questions[0].key, "merit-after-discipline");
    facts.judgements.push_back({"merit-after-discipline", 2024, Answer::kYes, "Trưởng phòng"});
    EXPECT_EQ(verdict_of(facts, "LDTT").outcome, Outcome::kMet);
}

TEST(Verdict, DatesWithoutVerifiedLawAreLockedAndSaySo) {
    auto facts = servant(Rating::kExcellent);
    facts.year = 0;
    for (const base::Date day : {base::Date{2023, 12, 31}, base::Date{2026, 10, 1}, base::Date{2027, 1, 15}}) {
        const auto verdict = verdict_of(facts, "LDTT", day);
        EXPECT_TRUE(verdict.locked);
        EXPECT_EQ(verdict.outcome, Outcome::kForPerson);
        EXPECT_NE(verdict.summary_vi.find("chưa kiểm chứng"), std::string::npos) << verdict.summary_vi;
    }
    EXPECT_FALSE(verdict_of(facts, "LDTT", {2024, 1, 1}).locked);
    EXPECT_FALSE(verdict_of(facts, "LDTT", {2026, 9, 30}).locked);
}

TEST(Verdict, UnknownTitleIsAnError) {
    const auto verdict = law::evaluate(law::builtin_packs(), servant(Rating::kGood), "XYZ", kDecember);
    ASSERT_FALSE(verdict.has_value());
    EXPECT_EQ(verdict.error().kind, base::ErrorKind::kNotFound);
}
