// Ledgers, the difference of dates, JSON.
#include <gtest/gtest.h>

#include "law/difference.h"
#include "law/facts_json.h"
#include "law/in_reach.h"
#include "law/ledger.h"
#include "sketch.h"

using namespace thidua;
using namespace thidua::law;
using namespace thidua::law::testing;

namespace {

const Pack& r1() { return *builtin_packs().find("R1"); }

std::vector<LedgerFinding::Kind> kinds(const Facts& facts) {
    std::vector<LedgerFinding::Kind> out;
    for (const auto& finding : check_ledgers(r1(), facts)) {
        out.push_back(finding.kind);
        EXPECT_FALSE(finding.vi.empty());
        EXPECT_FALSE(finding.clause.empty());
    }
    return out;
}

using Kind = LedgerFinding::Kind;
using Kinds = std::vector<Kind>;

}  // namespace

TEST(Ledger, AnInitiativeIsUsedOnOneSideOnly) {  // CV 5007/BNV-TĐKT III.5c
    Facts facts = sketch("i:grassroots@0/CSTDCS@0", 2024);
    EXPECT_EQ(kinds(facts), Kinds{});
    facts.initiatives[0].uses.push_back({"BKT", 2024});
    EXPECT_EQ(kinds(facts), Kinds{Kind::kInitiativeBothSides});
    EXPECT_TRUE(check_ledgers(r1(), facts)[0].error);
    facts.initiatives[0].uses[1] = {"CSTDT", 2024};
    EXPECT_EQ(kinds(facts), Kinds{Kind::kInitiativeUsedAgain});
    EXPECT_FALSE(check_ledgers(r1(), facts)[0].error);
}

TEST(Ledger, OneMeritOneForm) {  // Luật Điều 5.2
    Facts facts = sketch("a:GK@0 a:BKT@0", 2024);
    facts.awards[0].merit = facts.awards[1].merit = "cứu người";
    EXPECT_EQ(kinds(facts), Kinds{Kind::kOneMeritTwoForms});
    facts.awards[1].merit = "sáng kiến";
    EXPECT_EQ(kinds(facts), Kinds{});
    facts.awards[1].merit = "cứu người";
    facts.awards[0].status = Award::Status::kRevoked;
    EXPECT_EQ(kinds(facts), Kinds{});
}

TEST(Ledger, AwardsThatStoodOnARevokedOneAreFound) {  // Luật Điều 93
    EXPECT_EQ(kinds(sketch("a:CSTDCS@-3 a:CSTDCS@-2 a:CSTDCS@-1 a:CSTDT@-1", 2024)), Kinds{});
    EXPECT_EQ(kinds(sketch("a:CSTDCS@-3 ra:CSTDCS@-2 a:CSTDCS@-1 a:CSTDT@-1", 2024)), Kinds{Kind::kStandsOnRevoked});
    EXPECT_EQ(kinds(sketch("a:CSTDCS@-3 a:CSTDCS@-1 a:CSTDT@-1", 2024)), Kinds{Kind::kBrokenChain});
    // The chain of the years before still carries it.
    EXPECT_EQ(kinds(sketch("a:CSTDCS@-4 a:CSTDCS@-3 a:CSTDCS@-2 ra:CSTDCS@-1 a:CSTDT@-1", 2024)), Kinds{});
}

TEST(Ledger, ChainsBreakAtAGapAndNotAtATransfer) {
    const auto row = [](const char* facts) { return years_in_a_row(r1(), sketch(facts, 2024), "CSTDCS", 2023); };
    EXPECT_EQ(row("a:CSTDCS@-1 a:CSTDCS@-2 a:CSTDCS@-3"), 3);
    EXPECT_EQ(row("a:CSTDCS@-1 a:CSTDCS@-3"), 1);
    EXPECT_EQ(row("a:CSTDCS@-2 a:CSTDCS@-3"), 0);
    EXPECT_EQ(row("a:CSTDCS@-1 ra:CSTDCS@-2 a:CSTDCS@-3"), 1);
    EXPECT_EQ(row("a:CSTDCS@-1 a:CSTDT@-2 a:CSTDCS@-3"), 3);
    EXPECT_EQ(row("a:CSTDCS@-1 a:CSTDCS@-2 a:CSTDCS@-3 joined=Y0-03-01 from=Sở"), 3);
}

TEST(Ledger, TheStripShowsEveryYear) {
    const auto strip = history_strip(r1(), sketch("a:CSTDCS@-1 ra:CSTDCS@-2 alist0=?", 2024), "CSTDCS", 2021, 2024);
    ASSERT_EQ(strip.size(), 4U);
    EXPECT_EQ(strip[0].state, YearState::kNotHeld);
    EXPECT_EQ(strip[1].state, YearState::kRevoked);
    EXPECT_EQ(strip[2].state, YearState::kHeld);
    EXPECT_EQ(strip[3].state, YearState::kUnknown);
}

TEST(Difference, FromTheDistrictToTheCommuneLevel) {
    Facts facts = sketch("r0=excellent", 2024);
    facts.year = 0;
    facts.year_facts(2025) = facts.year_facts(2024);
    facts.year_facts(2025).year = 2025;
    bool pack_clause = false;
    bool decides = false;
    bool ballot = false;
    bool money = false;
    for (const auto& one : differences(builtin_packs(), facts, UnitKind::kCommune, {2024, 6, 20}, {2025, 12, 20})) {
        if (one.title != "CSTDCS") continue;
        if (one.aspect == "outcome") {
            pack_clause = one.clause_before.find("98/2023") != std::string::npos && one.clause_after.find("152/2025") != std::string::npos;
        }
        if (one.aspect == "decides") decides = one.before_vi.find("huyện") != std::string::npos && one.after_vi.find("xã") != std::string::npos;
        if (one.aspect == "ballot") ballot = one.before_vi == "80%" && one.after_vi.find("chưa kiểm chứng") != std::string::npos;
        if (one.aspect == "money") money = one.before_vi.find("1.800.000") != std::string::npos && one.after_vi.find("2.340.000") != std::string::npos;
    }
    EXPECT_TRUE(pack_clause);
    EXPECT_TRUE(decides);
    EXPECT_TRUE(ballot);
    EXPECT_TRUE(money);
    EXPECT_TRUE(differences(builtin_packs(), facts, UnitKind::kCommune, {2024, 12, 20}, {2024, 12, 20}).empty());
}

TEST(Difference, AStoredVerdictSaysWhatChangedSince) {
    const auto before = evaluate(builtin_packs(), sketch("r0=good", 2024), "CSTDCS", kUnderR1.on);
    const auto same = evaluate(builtin_packs(), sketch("r0=good", 2024), "CSTDCS", kUnderR1.on);
    EXPECT_TRUE(what_differs_vi(*before, *same).empty());
    const auto after = evaluate(builtin_packs(), sketch("r0=excellent", 2024), "CSTDCS", kUnderR1.on);
    const auto lines = what_differs_vi(*before, *after);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NE(lines[0].find("Dữ kiện"), std::string::npos);
    EXPECT_NE(lines[1].find("Đủ tiêu chuẩn"), std::string::npos);
}

TEST(InReach, TwoYearsAsFighterBringTheProvincialTitleWithinReach) {  // Luật Điều 22
    Facts facts = sketch("a:CSTDCS@-1 a:CSTDCS@0 alist0=yes", 2023);
    facts.year_facts(2024).set(YearAnswer::kInitiativesListed, Answer::kYes);
    bool fighter = false;
    bool provincial = false;
    bool national = false;
    for (const auto& one : in_reach_next_year(builtin_packs(), facts, {2024, 1, 20})) {
        if (one.title == "CSTDCS") fighter = one.outcome == Outcome::kMet && one.still_needed.empty();
        if (one.title == "CSTDT") {
            provincial = true;
            EXPECT_EQ(one.still_needed.size(), 2U);  // a provincial work, and to be judged outstanding
        }
        if (one.title == "CSTDTQ") national = true;
    }
    EXPECT_TRUE(fighter);
    EXPECT_TRUE(provincial);
    EXPECT_FALSE(national);
    for (const auto& one : in_reach_next_year(builtin_packs(), sketch("", 2025), {2025, 12, 20})) EXPECT_TRUE(one.locked) << one.title;
}

TEST(Sentences, AFailedAlternativeIsNamedOnceWithWhatIsOnFile) {
    const auto verdict = evaluate(builtin_packs(), sketch("a:CSTDCS@-2 r0=excellent i:province@0 j:CSTDT.outstanding=yes", 2024), "CSTDT", kUnderR1.on);
    EXPECT_NE(verdict->summary_vi.find("2022 đủ, 2023 không, 2024 đủ"), std::string::npos) << verdict->summary_vi;
    EXPECT_EQ(verdict->summary_vi.find("…"), std::string::npos) << verdict->summary_vi;
    const auto fighter = evaluate(builtin_packs(), sketch("r0=good", 2024), "CSTDCS", kUnderR1.on);
    EXPECT_NE(fighter->summary_vi.find("Một trong: hoàn thành xuất sắc nhiệm vụ"), std::string::npos) << fighter->summary_vi;
    EXPECT_NE(fighter->summary_vi.find("hoàn thành tốt nhiệm vụ"), std::string::npos) << fighter->summary_vi;
    const auto worker = evaluate(builtin_packs(), sketch("r0=completed", 2024), "LDTT", kUnderR1.on);
    EXPECT_NE(worker->summary_vi.find("Hoàn thành tốt nhiệm vụ trở lên (Luật 06/2022/QH15 Điều 24 khoản 1 điểm a)"), std::string::npos)
        << worker->summary_vi;
    EXPECT_EQ(worker->summary_vi.find("công nhân"), std::string::npos) << worker->summary_vi;
}

TEST(FactsJson, MistakesNameFileAndLine) {
    struct Row {
        const char* text;
        int line;
        const char* reason;
    };
    const Row rows[] = {
        {"{\n\"subject\": \"robot\"\n}", 2, "no value \"robot\""},
        {"{\n\"colour\": 1}", 2, "no key called"},
        {"{\n\"years\": [\n{\"year\": 2024, \"ratting\": \"good\"}]}", 3, "no fact of a year called"},
        {"{\n\"years\": [\n{\"rating\": \"good\"}]}", 3, "\"year\": is missing"},
        {"{\n\"years\": [{\"year\": 2024},\n{\"year\": 2024}]}", 2, "given twice"},
        {"{\"years\": [{\"year\": 2024,\n\"movements\": true}]}", 2, "must be a string"},
        {"{\"years\": [{\"year\": 2024,\n\"movements\": \"often\"}]}", 2, "must be yes, no or unknown"},
        {"{\"years\": [{\"year\":\n 20.5}]}", 2, "whole number"},
        {"{\"disciplines\": [{\n\"to\": \"2024-01-01\"}]}", 1, "date is missing"},
        {"{\"awards\": [\n{\"year\": 2024}]}", 2, "\"title\": is missing"},
        {"", 1, "cannot be read"},
        {"null", 1, "must be an object"},
        {"{\"a\":1", 1, "cannot be read"},
        {"\xff\xfe", 1, "cannot be read"},
    };
    for (const auto& row : rows) {
        const auto facts = facts_from_json(row.text, "f.json");
        ASSERT_FALSE(facts.has_value()) << row.text;
        EXPECT_EQ(facts.error().where, "f.json:" + std::to_string(row.line)) << row.text << " " << facts.error().en;
        EXPECT_NE(facts.error().en.find(row.reason), std::string::npos) << row.text << " " << facts.error().en;
    }
    EXPECT_FALSE(facts_from_json(std::string(100000, '['), "f.json").has_value());
}

TEST(FactsJson, TheSchemaKnowsEveryFactAndTitle) {
    const std::string schema = verdict_schema();
    for (std::size_t i = 0; i < kYearAnswerCount; ++i) {
        EXPECT_NE(schema.find("\"" + std::string(fact_catalogue()[i].name) + "\""), std::string::npos);
    }
    for (const auto* word : {"CSTDCS", "smallest_change", "not-known", "2020-12"}) EXPECT_NE(schema.find(word), std::string::npos);
}

TEST(FactsJson, TheCatalogueIsInTheOrderOfItsKeys) {
    std::size_t at = 0;
    for (const auto& fact : fact_catalogue()) {
        EXPECT_EQ(static_cast<std::size_t>(fact.key), at++) << fact.name;
        EXPECT_EQ(find_fact(fact.name), &fact);
    }
}
