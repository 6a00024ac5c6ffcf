// Packs are refused with file, line and reason when anything is wrong with them; what is doubtful in law.md stays
// doubtful.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "law/evaluation.h"
#include "law/overlay.h"
#include "law/pack.h"
#include "law/rule_book.h"
#include "sketch.h"

using namespace thidua;
using namespace thidua::law;
using namespace thidua::law::testing;

namespace {

const std::string kFile = "data/law/r1-2024.json";

int line_at(const std::string& text, std::size_t offset) {
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

struct Mutation {
    const char* what;
    const char* from;    ///< its first occurrence in R1 …
    const char* to;      ///< … becomes this
    const char* reason;  ///< part of the English sentence
    int within = 0;      ///< lines between the change and the line that is named (the object it stands in)
};

// Each kind of mistake that can be made in a pack.
const Mutation kMutations[] = {
    {"unknown predicate", "\"fact\": \"under_review\"", "\"fakt\": \"under_review\"", "no key called \"fakt\""},
    {"no predicate", "\"fact\": \"under_review\", \"is\": \"no\",", "", "no known predicate", 2},
    {"two predicates", "\"fact\": \"under_review\",", "\"fact\": \"under_review\", \"human\": \"x\",",
     "one predicate only"},
    {"unknown fact", "\"under_review\"", "\"under_reviews\"", "no fact called"},
    {"value off the scale", "\"at_least\": \"good\"", "\"at_least\": \"great\"", "not a value of \"rating\""},
    {"yes-no fact compared with a rating", "\"under_review\", \"is\": \"no\"", "\"under_review\", \"is\": \"good\"",
     "not a value of"},
    {"no comparison", "\"under_review\", \"is\": \"no\",", "\"under_review\",", "exactly one of is", 2},
    {"two comparisons", "\"rating\", \"at_least\": \"good\"", "\"rating\", \"at_least\": \"good\", \"is\": \"good\"",
     "exactly one of is", 2},
    {"missing clause", "\"clause\": \"Nghị định 98/2023/NĐ-CP Điều 4 khoản 4\",", "", "\"clause\": is missing", 3},
    {"empty clause", "\"clause\": \"Nghị định 98/2023/NĐ-CP Điều 4 khoản 4\"", "\"clause\": \"\"", "must not be empty"},
    {"clause of an unknown instrument", "\"clause\": \"Nghị định 98/2023/NĐ-CP Điều 4 khoản 4\"",
     "\"clause\": \"Nghị định 1/2000 Điều 4\"", "does not begin with an instrument"},
    {"clause without an article", "\"clause\": \"Nghị định 98/2023/NĐ-CP Điều 4 khoản 4\"",
     "\"clause\": \"Nghị định 98/2023/NĐ-CP\"", "does not begin with an instrument"},
    {"missing Vietnamese words", "\"vi\": \"Không trong thời hạn kỷ luật tại ngày xét\",", "", "\"vi\": is missing", 3},
    {"missing English words", "\"en\": \"No discipline in effect on the date\"", "\"xx\": \"\"",
     "no key called \"xx\""},
    {"unknown confidence", "\"confidence\": \"seen\"", "\"confidence\": \"sure\"", "there is no confidence \"sure\""},
    {"confidence of a wrong type", "\"confidence\": \"seen\"", "\"confidence\": 1", "must be a string"},
    {"unknown owner", "\"owner\": \"sector\"", "\"owner\": \"king\"", "must be national, province"},
    {"unknown bound", "\"bound\": \"free\"", "\"bound\": \"loose\"", "must be free, minimum"},
    {"parameter value of a wrong type", "\"value\": 6", "\"value\": \"6\"", "must be a number"},
    {"parameter value beyond reason", "\"value\": 6", "\"value\": 1e300", "must be 0 to 1,000,000,000"},
    {"negative parameter", "\"value\": 6", "\"value\": -6", "must be 0 to 1,000,000,000"},
    {"a count beyond reason", "\"level\": \"grassroots\", \"at_least\": 1",
     "\"level\": \"grassroots\", \"at_least\": 5000", "must be 0 to 1000"},
    {"negative count", "\"level\": \"grassroots\", \"at_least\": 1", "\"level\": \"grassroots\", \"at_least\": -1",
     "must be 0 to 1000"},
    {"money beyond reason", "\"times\": 4.5", "\"times\": 1e300", "must be 0 to 100"},
    {"parameter twice", "\"id\": \"cstdt.chain\"", "\"id\": \"ldtt.months\"", "Declared twice", 2},
    {"unknown parameter", "\"$ldtt.months\"", "\"$ldtt.weeks\"", "there is no parameter \"ldtt.weeks\""},
    {"limit of a wrong type", "\"$ldtt.months\"", "true", "must be a number or"},
    {"unknown title", "\"code\": \"LDTT\"", "\"code\": \"LDXX\"", "no title or form with the code \"LDXX\""},
    {"title twice", "\"code\": \"CSTDCS\", \"subject\": \"person\"", "\"code\": \"LDTT\", \"subject\": \"person\"",
     "Declared twice", 2},
    {"unknown kind of subject", "\"code\": \"LDTT\", \"subject\": \"person\"",
     "\"code\": \"LDTT\", \"subject\": \"robot\"", "must be person, collective"},
    {"unknown included title", "\"includes\": [\"LDTT\"]", "\"includes\": [\"LD\"]", "there is no code \"LD\""},
    {"includes not a list", "\"includes\": [\"LDTT\"]", "\"includes\": \"LDTT\"", "must be a list"},
    {"title standing on itself", "\"title\": \"LDTT\",", "\"title\": \"CSTDCS\",", "stands on itself", 2},
    {"unknown effect", "\"effect\": \"warn\"", "\"effect\": \"shout\"", "must be decide or warn"},
    {"unknown otherwise", "\"otherwise\": \"person\"", "\"otherwise\": \"maybe\"", "must be not-met or person"},
    {"a question without words", "\"ask\": {", "\"note\": {", "no key called \"note\"", 3},
    {"unknown level", "\"level\": \"grassroots\"", "\"level\": \"village\"", "must be grassroots, province or nation"},
    {"counting an unknown thing", "\"count\": \"initiatives\"", "\"count\": \"stars\"",
     "counts initiatives, awards or members"},
    {"unknown evidence", "\"evidence\": \"rating_document\"", "\"evidence\": \"rumour\"",
     "is rating_document or initiative_decision"},
    {"offset into the future", "\"ending\": -1", "\"ending\": 1", "must be 0 (the year of merit) or negative"},
    {"consecutive of an unknown thing", "\"consecutive\": \"title\"", "\"consecutive\": \"joy\"",
     "is for title or rating only"},
    {"consecutive without years", "\"title\": \"CSTDCS\", \"years\": \"$cstdt.chain\",", "\"title\": \"CSTDCS\",",
     "\"years\": is missing", 3},
    {"ratio of an unknown thing", "\"ratio\": \"members\"", "\"ratio\": \"chairs\"", "is for members only"},
    {"a share above all", "\"id\": \"ttldxs.completed\", \"value\": 100",
     "\"id\": \"ttldxs.completed\", \"value\": 101", "at most 100", 5000},
    {"wrong mode", "\"mode\": \"held\"", "\"mode\": \"kept\"", "must be met or held"},
    {"end before the beginning", "\"to\": \"2025-06-30\"", "\"to\": \"2023-06-30\"", "the end is before the beginning"},
    {"not a day", "\"from\": \"2024-01-01\"", "\"from\": \"2024-02-30\"", "must be a date"},
    {"unknown status", "\"status\": \"open\"", "\"status\": \"ajar\"", "must be open or locked"},
    {"locked without a reason", "\"status\": \"open\"", "\"status\": \"locked\"", "\"reason\": is missing", 2},
    {"overlapping validity", "\"to\": \"2025-06-30\"", "\"to\": \"2025-07-01\"", "overlaps the pack R1", -1},
    {"overlap with the past", "\"from\": \"2024-01-01\"", "\"from\": \"2023-12-31\"", "overlaps the pack R0"},
    {"id used twice", "\"pack\": \"R1\"", "\"pack\": \"R0\"", "already used"},
    {"share of votes above all", "\"percent\": 90", "\"percent\": 120", "must be 1 to 100"},
    {"two shares for one title", "[\"CSTDCS\", \"CTDT\", \"CTDCP\"]", "[\"CSTDT\", \"CTDT\"]",
     "has two shares of votes", 5000},
    {"unknown kind of unit", "\"unit\": \"commune\"", "\"unit\": \"castle\"", "there is no kind of unit"},
    {"a day that is none", "\"month\": 12, \"day\": 31", "\"month\": 13, \"day\": 31", "not a real day"},
    {"no working days", "\"working_days\": 5", "\"working_days\": 0", "must be 1 to 365"},
    {"money that is none", "\"times\": 4.5", "\"times\": -1", "must be 0 to 100"},
    {"a list that is none", "\"titles\": [\"CSTDTQ\", \"CSTDT\"]", "\"titles\": []", "is missing or empty"},
    {"a criterion that is none", "\"criteria\": {", "\"criteria\": 5, \"x\": {", "no key called \"x\""},
    {"unknown key of a pack", "\"version\": \"1\"", "\"version\": \"1\", \"colour\": \"red\"",
     "no key called \"colour\""},
    {"key twice", "\"version\": \"1\"", "\"version\": \"1\", \"version\": \"2\"", "occurs twice"},
    {"broken syntax", "\"version\": \"1\",", "\"version\": \"1\"", "broken JSON"},
    {"not closed", "\"titles\": [", "\"titles\": [[", "", 5000},
};

/// The packs with R1 changed; where the change begins.
std::vector<PackText> mutated(const Mutation& mutation, int& line) {
    auto texts = builtin_pack_texts();
    for (auto& text : texts) {
        if (text.file != kFile) continue;
        const auto at = text.text.find(mutation.from);
        EXPECT_NE(at, std::string::npos) << mutation.what << ": " << mutation.from;
        if (at == std::string::npos) return texts;
        text.text.replace(at, std::string(mutation.from).size(), mutation.to);
        line = line_at(text.text, at);
    }
    return texts;
}

template <class Visit>
void walk_criteria(const Criterion& criterion, Visit visit) {
    visit(criterion);
    for (const auto& part : criterion.parts) walk_criteria(part, visit);
}

bool says_doubt(const std::string& text) {
    for (const auto* words : {"chưa kiểm chứng", "chưa đối chiếu"}) {
        if (text.find(words) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST(PackMistakes, EachKindIsRefusedWithFileLineAndReason) {
    for (const auto& mutation : kMutations) {
        int line = 0;
        const auto packs = read_packs(mutated(mutation, line));
        ASSERT_FALSE(packs.has_value()) << mutation.what << " was accepted";
        const auto& error = packs.error();
        EXPECT_EQ(error.kind, base::ErrorKind::kBadInput) << mutation.what;
        EXPECT_NE(error.en.find(mutation.reason), std::string::npos)
            << mutation.what << ": " << error.where << " " << error.en;
        EXPECT_FALSE(error.vi.empty());
        const auto colon = error.where.rfind(':');
        ASSERT_NE(colon, std::string::npos) << mutation.what << ": " << error.where;
        if (mutation.within < 0) continue;  // named in the later pack that it overlaps
        EXPECT_EQ(error.where.substr(0, colon), kFile) << mutation.what << ": " << error.en;
        const int named = std::stoi(error.where.substr(colon + 1));
        EXPECT_LE(std::abs(named - line), mutation.within)
            << mutation.what << ": changed line " << line << ", named " << error.where;
    }
}

TEST(PackMistakes, TruncationAnywhereIsRefusedOrHarmless) {
    auto texts = builtin_pack_texts();
    const std::string whole = texts[1].text;
    for (std::size_t length = 0; length + 2 < whole.size(); length += 997) {
        texts[1].text = whole.substr(0, length);
        EXPECT_FALSE(read_packs(texts).has_value()) << length;
    }
}

TEST(PackMistakes, AnAncestorsInstrumentIsNotCarriedOver) {
    // R2 must restate the principles that R1 cites from the old decree.
    auto texts = builtin_pack_texts();
    auto& r2 = texts[2].text;
    const auto at = r2.find("Nghị định 152/2025/NĐ-CP Điều 4");
    ASSERT_NE(at, std::string::npos);
    r2.replace(at, std::string("Nghị định 152/2025/NĐ-CP Điều 4").size(), "Nghị định 98/2023/NĐ-CP Điều 4");
    EXPECT_FALSE(read_packs(texts).has_value());
}

TEST(Packs, EveryDayIsCoveredByExactlyOnePack) {
    for (long day = base::to_days({2003, 1, 1}); day < base::to_days({2030, 1, 1}); ++day) {
        int covering = 0;
        for (const auto& pack : builtin_packs().packs) covering += pack.covers(base::from_days(day)) ? 1 : 0;
        ASSERT_EQ(covering, 1) << base::to_iso(base::from_days(day));
    }
    EXPECT_EQ(pack_for(builtin_packs(), {2023, 12, 31})->id, "R0");
    EXPECT_EQ(pack_for(builtin_packs(), {2024, 1, 1})->id, "R1");
    EXPECT_EQ(pack_for(builtin_packs(), {2025, 6, 30})->id, "R1");
    EXPECT_EQ(pack_for(builtin_packs(), {2025, 7, 1})->id, "R2");
    EXPECT_EQ(pack_for(builtin_packs(), {2026, 9, 30})->id, "R2");
    EXPECT_EQ(pack_for(builtin_packs(), {2026, 10, 1})->id, "R3");
}

TEST(Packs, EveryTitleOfTheTableIsEncodedForItsSubjects) {
    for (const auto* id : {"R1", "R2"}) {
        const Pack* pack = builtin_packs().find(id);
        ASSERT_NE(pack, nullptr);
        for (const auto* code :
             {"LDTT", "CSTDCS", "CSTDT", "CSTDTQ", "GK", "BKT", "BKTTG", "KNC", "HCLD3", "HCLD2", "HCLD1"}) {
            EXPECT_NE(pack->find_title(code, Subject::kPerson), nullptr) << id << code;
        }
        for (const auto* code : {"TTLDTT", "TTLDXS", "CTDT", "CTDCP", "XTB", "TVH", "GK", "BKT", "BKTTG", "HCLD3"}) {
            EXPECT_NE(pack->find_title(code, Subject::kCollective), nullptr) << id << code;
        }
        for (const auto* code : {"GDVH", "GK", "BKT"})
            EXPECT_NE(pack->find_title(code, Subject::kHousehold), nullptr) << id << code;
    }
}

// What law.md marks RECALLED or not seen, and what it marks SEEN-2nd: the packs must not be surer than their source.
/// Every article that law.md states is on the coverage map: encoded, a parameter, a provision, or left to people.
TEST(Coverage, NoArticleOfLawMdIsForgotten) {
    const std::vector<std::string> law{"3",  "4",  "5",  "6",  "7",  "8",  "9",  "10", "13", "15", "16", "17",
                                       "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29",
                                       "30", "31", "32", "33", "42", "43", "44", "54", "59", "71", "72", "73",
                                       "74", "75", "77", "78", "79", "80", "84", "90", "93"};
    const std::vector<std::string> old_decree{"4 khoản 1", "4 khoản 2",  "4 khoản 3",  "4 khoản 4", "4 khoản 5",
                                              "4 khoản 6", "4 khoản 7",  "30 khoản 7", "32",        "34 khoản 1",
                                              "41",        "46 khoản 1", "47 khoản 4", "52",        "54",
                                              "58",        "104"};
    const std::vector<std::string> new_decree{"4 khoản 1", "4 khoản 2", "4 khoản 3", "4 khoản 4",
                                              "4 khoản 5", "4 khoản 6", "4 khoản 7", "5",
                                              "6",         "9",         "49",        "50"};
    const auto check = [](const Pack& pack, const std::string& instrument, const std::vector<std::string>& articles) {
        const auto lines = coverage(pack);
        for (const auto& article : articles) {
            const std::string clause = instrument + " Điều " + article;
            const bool there = std::any_of(lines.begin(), lines.end(), [&](const CoverageLine& line) {
                // "Điều 5" is not "Điều 54".
                return line.clause.starts_with(clause) &&
                       (line.clause.size() == clause.size() || line.clause[clause.size()] == ' ');
            });
            EXPECT_TRUE(there) << pack.id << " " << clause;
        }
    };
    const Pack& r1 = *builtin_packs().find("R1");
    const Pack& r2 = *builtin_packs().find("R2");
    check(r1, "Luật 06/2022/QH15", law);
    check(r2, "Luật 06/2022/QH15", law);
    check(r1, "Nghị định 98/2023/NĐ-CP", old_decree);
    check(r2, "Nghị định 152/2025/NĐ-CP", new_decree);
    check(r2, "Nghị định 129/2025/NĐ-CP", {"59"});
    for (const Pack* pack : {&r1, &r2}) {
        const auto lines = coverage(*pack);
        EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const CoverageLine& line) {
            return line.clause == "Công văn 5007/BNV-TĐKT mục III.5c" && line.how == CoverageLine::How::kEncoded;
        })) << pack->id;
    }
    // A decree that no longer holds is cited nowhere in the pack that replaced it.
    for (const auto& line : coverage(r2)) EXPECT_EQ(line.clause.find("98/2023"), std::string::npos) << line.clause;
}

TEST(Doubt, PacksAreNeverSurerThanLawMd) {
    const std::set<std::string> recalled_titles{"BKTTG", "HCLD1", "HCLD2", "HCLD3", "XTB", "TVH", "GDVH"};
    const std::set<std::string> second_titles{"TTLDTT", "CTDT", "BKT"};
    const std::set<std::string> recalled_parameters{"bkttg.years", "bkttg.initiatives", "hcld.years", "quota.ctdcp",
                                                    "quota.excellent"};
    const std::set<std::string> second_parameters{"ttldtt.ldtt",       "ldtt.months",    "bkt.years",
                                                  "bkt.initiatives",   "council.quorum", "council.rounds",
                                                  "quota.ttldxs.vksnd"};
    for (const auto& pack : builtin_packs().packs) {
        for (const auto& rule : pack.titles) {
            walk_criteria(rule.criteria, [&](const Criterion& node) {
                if (recalled_titles.count(rule.code) != 0) {
                    EXPECT_FALSE(may_decide(node.confidence)) << pack.id << " " << node.id;
                }
                if (second_titles.count(rule.code) != 0) {
                    EXPECT_NE(node.confidence, Confidence::kSeen) << pack.id << " " << node.id;
                }
                const std::string& source = node.source;
                if (source.find("trí nhớ") != std::string::npos || source.find("chưa thấy)") != std::string::npos ||
                    source.find("chưa kiểm chứng") != std::string::npos) {
                    EXPECT_NE(node.confidence, Confidence::kSeen) << pack.id << " " << node.id << " " << source;
                }
            });
        }
        for (const auto& parameter : pack.parameters) {
            if (recalled_parameters.count(parameter.id) != 0) {
                EXPECT_FALSE(may_decide(parameter.confidence)) << pack.id << " " << parameter.id;
            }
            if (second_parameters.count(parameter.id) != 0) {
                EXPECT_NE(parameter.confidence, Confidence::kSeen) << pack.id << " " << parameter.id;
            }
        }
        for (const auto& rule : pack.provisions.decisions) {
            const bool upper = rule.authority.clause.find("Điều 77") != std::string::npos ||
                               rule.authority.clause.find("Điều 78") != std::string::npos ||
                               rule.authority.clause.find("Điều 79") != std::string::npos;
            if (upper) {
                EXPECT_FALSE(may_decide(rule.authority.confidence)) << pack.id << " " << rule.authority.clause;
            }
        }
        // "chưa thấy" in a clause is never a plain "seen".
        for (const auto& line : coverage(pack)) {
            if (line.clause.find("chưa thấy") == std::string::npos &&
                line.clause.find("chưa kiểm chứng") == std::string::npos)
                continue;
            EXPECT_NE(line.confidence, Confidence::kSeen) << pack.id << " " << line.clause << " " << line.vi;
        }
        if (pack.id == "R3") {
            EXPECT_TRUE(pack.locked);
            for (const auto& instrument : pack.instruments) EXPECT_NE(instrument.confidence, Confidence::kSeen);
        }
        if (pack.id == "R2") {
            for (const auto& rule : pack.provisions.ballots) EXPECT_FALSE(may_decide(rule.authority.confidence));
        }
    }
}

TEST(Doubt, WhatIsNotSeenSaysSoInTheVerdict) {
    int doubtful = 0;
    for (const auto& occasion : {kUnderR1, kUnderR2}) {
        for (const auto subject : {Subject::kPerson, Subject::kCollective, Subject::kHousehold}) {
            for (const auto* tokens : {"", "pm0=yes", "r0=completed", "r0=?", "con0=yes lead0=yes tgt0=yes int0=yes"}) {
                const std::string members = subject == Subject::kCollective ? " n=10 ld=8 cs=1" : "";
                const Facts facts = sketch(tokens + members, occasion.year, subject);
                for (const auto& rule : builtin_packs().find(occasion.year == 2024 ? "R1" : "R2")->titles) {
                    if (rule.subject != subject) continue;
                    const auto verdict = evaluate(builtin_packs(), facts, rule.code, occasion.on);
                    ASSERT_TRUE(verdict.has_value());
                    if (!may_decide(rule.confidence)) {
                        EXPECT_NE(verdict->outcome, Outcome::kMet) << rule.code;
                    }
                    if (verdict->confidence == Confidence::kSeen) continue;
                    ++doubtful;
                    EXPECT_TRUE(says_doubt(verdict->summary_vi)) << rule.code << ": " << verdict->summary_vi;
                    EXPECT_NE(verdict->summary_en.find("not "), std::string::npos);
                }
            }
        }
    }
    EXPECT_GT(doubtful, 50);
}

TEST(Doubt, EveryDoubtfulLineOfTheRuleBookIsMarked) {
    for (const auto& pack : builtin_packs().packs) {
        const std::string html = rule_book_html(pack, Language::kVietnamese);
        std::size_t marks = 0;
        for (auto at = html.find("<mark>"); at != std::string::npos; at = html.find("<mark>", at + 1)) ++marks;
        std::size_t doubtful = 0;
        for (const auto& line : coverage(pack)) doubtful += line.confidence == Confidence::kSeen ? 0U : 1U;
        EXPECT_GE(marks, doubtful) << pack.id;
        for (const auto& line : coverage(pack))
            EXPECT_NE(html.find(line.clause), std::string::npos) << pack.id << " " << line.clause;
        EXPECT_EQ(html.find("<script"), std::string::npos);
        if (pack.locked) {
            EXPECT_NE(html.find("Đang khóa, chưa kiểm chứng"), std::string::npos);
        }
        EXPECT_FALSE(rule_book_html(pack, Language::kEnglish).empty());
    }
}

TEST(Transition, ADossierReceivedBeforeTheNewLawFollowsTheOldOne) {  // Luật 06/2026/QH16 Điều 4.4, seen second-hand
    Facts facts = sketch("r0=excellent", 2025);
    const base::Date on{2026, 11, 22};
    EXPECT_TRUE(evaluate(builtin_packs(), facts, "CSTDCS", on)->locked);
    facts.dossier_received = base::Date{2026, 9, 30};
    auto verdict = evaluate(builtin_packs(), facts, "CSTDCS", on);
    EXPECT_FALSE(verdict->locked);
    EXPECT_EQ(verdict->pack, "R2");
    EXPECT_EQ(verdict->outcome, Outcome::kMet);
    ASSERT_FALSE(verdict->warnings.empty());
    EXPECT_NE(verdict->warnings.back().vi.find("có lợi hơn"), std::string::npos);
    EXPECT_TRUE(says_doubt(verdict->warnings.back().vi));
    facts.dossier_received = base::Date{2026, 10, 1};
    EXPECT_TRUE(evaluate(builtin_packs(), facts, "CSTDCS", on)->locked);
}

TEST(Transition, LastYearsMeritIsJudgedByLastYearsLaw) {  // law.md §5.1: the achievement year for criteria
    const Facts facts = sketch("r0=excellent", 2024);
    EXPECT_EQ(evaluate(builtin_packs(), facts, "CSTDCS", {2025, 1, 15})->pack, "R1");
    EXPECT_EQ(evaluate(builtin_packs(), facts, "CSTDCS", {2025, 8, 15})->pack, "R1");
    const Facts older = sketch("r0=excellent", 2023);
    EXPECT_TRUE(evaluate(builtin_packs(), older, "CSTDCS", {2024, 1, 15})->locked);
}

namespace {

std::string overlay_text(const std::string& parameters, const std::string& criteria = "[]",
                         const std::string& owner = "province") {
    return R"({
  "overlay": "TN", "version": "1", "on": "R1", "owner": ")" +
           owner + R"(",
  "name": {"vi": "Quy chế của tỉnh", "en": "Rules of the province"},
  "instruments": [{"cite": "Quyết định 9/2024/QĐ-UBND", "vi": "Quy chế", "confidence": "unverified", "source": "người dùng nhập"}],
  "parameters": )" +
           parameters + R"(,
  "criteria": )" +
           criteria + "\n}\n";
}

std::string value_of(const char* id, const char* value) {
    return std::string("[\n    {\"id\": \"") + id + "\", \"value\": " + value +
           ", \"clause\": \"Quyết định 9/2024/QĐ-UBND Điều 5\", \"confidence\": \"seen\", \"source\": \"người dùng "
           "nhập\"}\n  ]";
}

}  // namespace

TEST(Overlay, ARaisedMinimumAppliesAndALoweredOneIsAConflict) {
    const Facts facts = sketch("n=10 ld=7 cs=1 r0=excellent", 2024, Subject::kCollective);
    ASSERT_EQ(judge(builtin_packs(), facts, "TTLDXS", kUnderR1.on), Outcome::kMet);
    const auto stricter = apply_overlay(builtin_pack_texts(), overlay_text(value_of("ttldxs.ldtt", "80")), "tn.json");
    ASSERT_TRUE(stricter.has_value()) << stricter.error().where << " " << stricter.error().en;
    EXPECT_TRUE(stricter->conflicts.empty());
    EXPECT_EQ(judge(stricter->packs, facts, "TTLDXS", kUnderR1.on), Outcome::kNotMet);
    EXPECT_NE(stricter->packs.find("R1")->hash, builtin_packs().find("R1")->hash);
    EXPECT_EQ(stricter->packs.find("R2")->hash, builtin_packs().find("R2")->hash);

    const auto laxer = apply_overlay(builtin_pack_texts(), overlay_text(value_of("ttldxs.ldtt", "60")), "tn.json");
    ASSERT_TRUE(laxer.has_value());
    ASSERT_EQ(laxer->conflicts.size(), 1U);
    EXPECT_EQ(laxer->conflicts[0].parameter, "ttldxs.ldtt");
    EXPECT_EQ(laxer->conflicts[0].line, 6);
    EXPECT_NE(laxer->conflicts[0].vi.find("60 % thấp hơn mức tối thiểu 70 %"), std::string::npos)
        << laxer->conflicts[0].vi;
    const Facts weaker_facts = sketch("n=10 ld=6 cs=1 r0=excellent", 2024, Subject::kCollective);
    EXPECT_EQ(judge(laxer->packs, weaker_facts, "TTLDXS", kUnderR1.on), Outcome::kNotMet);  // the national 70 % stands
}

TEST(Overlay, MaximaFixedAndFreeParameters) {
    EXPECT_EQ(apply_overlay(builtin_pack_texts(), overlay_text(value_of("quota.ctdcp", "30")), "o")->conflicts.size(),
              1U);
    EXPECT_EQ(apply_overlay(builtin_pack_texts(), overlay_text(value_of("quota.ctdcp", "10")), "o")->conflicts.size(),
              0U);
    EXPECT_EQ(apply_overlay(builtin_pack_texts(), overlay_text(value_of("cstdt.chain", "2")), "o")->conflicts.size(),
              1U);
    EXPECT_EQ(apply_overlay(builtin_pack_texts(), overlay_text(value_of("ldtt.months", "9")), "o")->conflicts.size(),
              0U);
}

TEST(Overlay, ALocalCriterionCanOnlyAskMore) {
    const std::string more = R"([{"title": "LDTT", "subject": "person", "add": {"fact": "registered", "is": "yes",
      "clause": "Quyết định 9/2024/QĐ-UBND Điều 7", "vi": "Đã đăng ký danh hiệu từ đầu năm", "en": "Registered at the start of the year",
      "confidence": "seen", "source": "người dùng nhập"}}])";
    const auto overlaid = apply_overlay(builtin_pack_texts(), overlay_text("[]", more), "tn.json");
    ASSERT_TRUE(overlaid.has_value()) << overlaid.error().where << " " << overlaid.error().en;
    EXPECT_EQ(judge(overlaid->packs, sketch("reg:LDTT@0", 2024), "LDTT", kUnderR1.on), Outcome::kMet);
    EXPECT_EQ(judge(overlaid->packs, sketch("reg:CSTDCS@0", 2024), "LDTT", kUnderR1.on), Outcome::kNotMet);
    EXPECT_EQ(judge(overlaid->packs, sketch("", 2024), "LDTT", kUnderR1.on), Outcome::kNotKnown);
    EXPECT_EQ(judge(overlaid->packs, sketch("reg:LDTT@0 r0=completed", 2024), "LDTT", kUnderR1.on), Outcome::kNotMet);
}

TEST(Overlay, MistakesNameFileAndLine) {
    struct Row {
        std::string text;
        const char* where;
    };
    const Row rows[] = {
        {overlay_text(value_of("no.such", "1")), "tn.json:6"},
        {overlay_text("[]", "[]", "national"), "tn.json:2"},
        {overlay_text("[]", R"([{"title": "CTDT", "subject": "person", "add": {"human": "x"}}])"), "tn.json:6"},
        {"{", "tn.json:1"},
        {"[]", "tn.json:1"},
    };
    for (const auto& row : rows) {
        const auto overlaid = apply_overlay(builtin_pack_texts(), row.text, "tn.json");
        ASSERT_FALSE(overlaid.has_value()) << row.text;
        EXPECT_EQ(overlaid.error().where, row.where) << overlaid.error().en;
    }
}
