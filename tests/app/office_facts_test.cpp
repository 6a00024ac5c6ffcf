// Every record of the office reaches the law as the fact it is.
#include <gtest/gtest.h>

#include "app/verdicts.h"

namespace thidua::app {
namespace {

using law::YearAnswer;

class OfficeFacts : public ::testing::Test {
protected:
    OfficeFacts() {
        book_.office.name = "Phòng Tư pháp";
        book_.office.year = 2024;
        office::Person an;
        an.id.value = 7;
        an.full_name = "Trần Văn An";
        an.joined_on = base::Date{2024, 3, 1};
        office::Person binh;
        binh.id.value = 8;
        binh.full_name = "Lê Thị Bình";
        book_.people = {an, binh};
    }
    void answer(std::int64_t person, int year, const std::string& key, const std::string& value) {
        office::LawAnswer one;
        one.id.value = static_cast<std::int64_t>(book_.answers.size()) + 1;
        one.person.value = person;
        one.year = year;
        one.key = key;
        one.value = value;
        book_.answers.push_back(one);
    }
    void period(std::int64_t person, const std::string& key, const std::string& value, base::Date from,
                std::optional<base::Date> to) {
        answer(person, 0, key, value);
        book_.answers.back().begins_on = from;
        book_.answers.back().ends_on = to;
        book_.answers.back().note = "lý do";
    }
    law::Facts an() const { return facts_of(book_, book_.people[0]); }
    law::Facts office() const { return facts_of_office(book_); }

    office::YearBook book_;
};

TEST_F(OfficeFacts, WhatNobodySaidIsUnknown) {
    const law::Facts facts = an();
    EXPECT_EQ(facts.id, "7");
    EXPECT_EQ(facts.year, 2024);
    EXPECT_EQ(facts.joined_on, (base::Date{2024, 3, 1}));
    EXPECT_TRUE(facts.years.empty() && facts.awards.empty() && facts.judgements.empty());
    EXPECT_FALSE(facts.history_from);
    EXPECT_EQ(office().members_listed, law::Answer::kUnknown);
}

TEST_F(OfficeFacts, DeclaredListsAndHistory) {
    answer(7, 2024, "initiatives_listed", "yes");
    answer(7, 2023, "awards_listed", "no");
    answer(7, 0, "history_from", "2015");
    answer(7, 0, "work", "worker");
    answer(7, 0, "transferred_from", "Phòng Nội vụ");
    answer(7, 2024, "dossier_received", "2026-09-15");
    const law::Facts facts = an();
    EXPECT_EQ(facts.find_year(2024)->get(YearAnswer::kInitiativesListed), law::Answer::kYes);
    EXPECT_EQ(facts.find_year(2023)->get(YearAnswer::kAwardsListed), law::Answer::kNo);
    EXPECT_EQ(facts.history_from, 2015);
    EXPECT_EQ(facts.work, law::Work::kWorker);
    EXPECT_EQ(facts.transferred_from, "Phòng Nội vụ");
    EXPECT_EQ(facts.dossier_received, (base::Date{2026, 9, 15}));
    EXPECT_TRUE(facts_of(book_, book_.people[1]).years.empty());
}

TEST_F(OfficeFacts, NonsenseIsNoFact) {
    answer(7, 0, "history_from", "hồi đó");
    answer(7, 0, "work", "pháp sư");
    answer(7, 2024, "dossier_received", "2026-02-31");
    answer(7, 2024, "exemplary", "maybe");
    const law::Facts facts = an();
    EXPECT_FALSE(facts.history_from);
    EXPECT_EQ(facts.work, law::Work::kPublic);
    EXPECT_FALSE(facts.dossier_received);
    EXPECT_EQ(facts.find_year(2024), nullptr);
}

TEST_F(OfficeFacts, AnAnswerCompletesTheYearsRecord) {
    office::YearRecord record;
    record.person.value = 7;
    record.year = 2024;
    record.rating = office::Rating::kGood;
    record.movements = office::Answer::kYes;
    book_.records = {record};
    answer(7, 2024, "exemplary", "yes");
    answer(7, 2024, "disciplined", "unknown");  // says nothing: the record stays
    const law::Facts facts = an();
    ASSERT_EQ(facts.years.size(), 1u);
    EXPECT_EQ(facts.years[0].rating, law::Rating::kGood);
    EXPECT_EQ(facts.years[0].get(YearAnswer::kMovements), law::Answer::kYes);
    EXPECT_EQ(facts.years[0].get(YearAnswer::kExemplary), law::Answer::kYes);
}

TEST_F(OfficeFacts, PeriodsHaveTheirDays) {
    period(7, "discipline", "warning", {2023, 6, 1}, base::Date{2024, 6, 1});
    period(7, "hold", "inspection", {2024, 11, 1}, std::nullopt);
    period(7, "leave", "maternity", {2024, 2, 1}, base::Date{2024, 8, 1});
    const law::Facts facts = an();
    ASSERT_EQ(facts.disciplines.size(), 1u);
    EXPECT_EQ(facts.disciplines[0].form, law::DisciplineForm::kWarning);
    EXPECT_EQ(facts.disciplines[0].to, (base::Date{2024, 6, 1}));
    ASSERT_EQ(facts.holds.size(), 1u);
    EXPECT_FALSE(facts.holds[0].released);
    EXPECT_EQ(facts.holds[0].reason, "lý do");
    ASSERT_EQ(facts.leaves.size(), 1u);
    EXPECT_EQ(facts.leaves[0].kind, law::Leave::Kind::kMaternity);
}

TEST_F(OfficeFacts, InitiativesKnowTheirUsesAndAwardsTheirGround) {
    office::Initiative initiative;
    initiative.id.value = 4;
    initiative.person.value = 7;
    initiative.year = 2024;
    initiative.name = "Số hóa";
    initiative.recognised = office::Initiative::Level::kProvince;
    book_.initiatives = {initiative};
    office::InitiativeUse use;
    use.id.value = 1;
    use.initiative.value = 4;
    use.title = "BKT";
    use.year = 2024;
    book_.initiative_uses = {use};
    office::Award award;
    award.id.value = 5;
    award.person.value = 7;
    award.year = 2023;
    award.title = "GK";
    book_.awards = {award};
    office::AwardBasis basis;
    basis.id.value = 1;
    basis.award.value = 5;
    basis.ground = office::AwardBasis::Ground::kSudden;
    basis.merit = "Cứu người";
    book_.award_bases = {basis};
    const law::Facts facts = an();
    ASSERT_EQ(facts.initiatives.size(), 1u);
    EXPECT_EQ(facts.initiatives[0].level, law::Initiative::Level::kProvince);
    ASSERT_EQ(facts.initiatives[0].uses.size(), 1u);
    EXPECT_EQ(facts.initiatives[0].uses[0].title, "BKT");
    ASSERT_EQ(facts.awards.size(), 1u);
    EXPECT_EQ(facts.awards[0].ground, law::Award::Ground::kSudden);
    EXPECT_EQ(facts.awards[0].merit, "Cứu người");
}

TEST_F(OfficeFacts, JudgementsAnswerTheLawsQuestions) {
    answer(7, 2024, "CSTDT.outstanding", "yes");
    answer(7, 2024, "verify:TTLDTT.1", "no");
    const law::Facts facts = an();
    EXPECT_EQ(law::Facts(facts).judgements.size(), 2u);
    EXPECT_EQ(facts.judgements[0].question, "CSTDT.outstanding");
    EXPECT_EQ(facts.judgements[0].answer, law::Answer::kYes);
    EXPECT_EQ(facts.judgements[1].answer, law::Answer::kNo);
}

TEST_F(OfficeFacts, TheOfficeHasItsOwnAnswers) {
    answer(0, 2024, "rating", "excellent");
    book_.answers.back().document = "77/QĐ-UBND";
    answer(0, 2024, "unity", "yes");
    answer(0, 2024, "members_listed", "yes");
    answer(0, 2023, "members_listed", "no");  // another year's
    const law::Facts facts = office();
    EXPECT_EQ(facts.subject, law::Subject::kCollective);
    EXPECT_EQ(facts.find_year(2024)->rating, law::Rating::kExcellent);
    EXPECT_EQ(facts.find_year(2024)->rating_document, "77/QĐ-UBND");
    EXPECT_EQ(facts.find_year(2024)->get(YearAnswer::kUnity), law::Answer::kYes);
    EXPECT_EQ(facts.members_listed, law::Answer::kYes);
    ASSERT_EQ(facts.members.size(), 2u);
    EXPECT_EQ(facts.members[0].id, "7");
    EXPECT_EQ(facts_of_subject(book_, {}).subject, law::Subject::kCollective);
    EXPECT_EQ(facts_of_subject(book_, base::Id<office::Person>{8}).name, "Lê Thị Bình");
}

/// The whole way: a question is asked, answered in the book, and the verdict follows.
TEST_F(OfficeFacts, AnswersMoveTheVerdict) {
    office::YearRecord record;
    record.person.value = 7;
    record.year = 2024;
    record.rating = office::Rating::kGood;
    record.movements = office::Answer::kYes;
    record.disciplined = office::Answer::kNo;
    record.under_review = office::Answer::kNo;
    book_.records = {record};
    const base::Date on{2024, 12, 20};
    const auto outcome = [&](std::string_view title) { return verdict_of(book_, book_.people[0], title, on)->outcome; };
    EXPECT_EQ(outcome("LDTT"), law::Outcome::kMet);
    EXPECT_EQ(outcome("CSTDCS"), law::Outcome::kNotKnown);  // an initiative may be missing from the list
    answer(7, 2024, "initiatives_listed", "yes");
    EXPECT_EQ(outcome("CSTDCS"), law::Outcome::kNotMet);
    period(7, "hold", "complaint", {2024, 12, 1}, std::nullopt);
    EXPECT_EQ(outcome("LDTT"), law::Outcome::kNotMet);
    book_.answers.back().ends_on = base::Date{2024, 12, 10};
    EXPECT_EQ(outcome("LDTT"), law::Outcome::kMet);
}

}  // namespace
}  // namespace thidua::app
