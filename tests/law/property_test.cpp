// Promises that hold for any facts: favourable facts never worsen, unknown facts never decide, the smallest change flips.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "law/fact_catalogue.h"
#include "law/facts_json.h"
#include "sketch.h"

using namespace thidua;
using namespace thidua::law;
using namespace thidua::law::testing;

namespace {

constexpr const char* kPersonTitles[] = {"LDTT", "CSTDCS", "CSTDT", "CSTDTQ", "GK", "BKT", "BKTTG", "KNC", "HCLD3"};
constexpr const char* kCollectiveTitles[] = {"TTLDTT", "TTLDXS", "CTDT", "CTDCP", "GK", "BKT", "TVH"};

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
    bool one_in(int n) { return below(n) == 0; }
    Answer answer() {
        const int roll = below(10);
        return roll < 5 ? Answer::kYes : roll < 8 ? Answer::kNo : Answer::kUnknown;
    }

    Facts person(int year) {
        Facts facts = sketch("", year);
        facts.id = "p" + std::to_string(below(1000000));
        if (one_in(4)) facts.history_from.reset();
        if (one_in(8)) facts.work = static_cast<Work>(below(4));
        for (int at = year - 3; at <= year; ++at) {
            auto& one = facts.year_facts(at);
            one.rating = static_cast<Rating>(one_in(8) ? 0 : 1 + below(4) % 4);
            if (one_in(2)) one.rating = Rating::kExcellent;
            if (one_in(4)) {
                for (std::size_t q = 0; q < kYearAnswerCount; ++q) {
                    if (one_in(3)) one.answers[q] = answer();
                }
            }
            for (const auto* code : {"LDTT", "CSTDCS", "CSTDCS", "CSTDT", "BKT"}) {
                if (one_in(3)) facts.awards.push_back({code, at, one_in(8) ? Award::Status::kRevoked : Award::Status::kConferred,
                                                       one_in(8) ? Award::Ground::kThematic : Award::Ground::kMerit, {}, {}, {}, {}});
            }
            if (one_in(2)) {
                Initiative initiative;
                initiative.year = at;
                initiative.kind = static_cast<Initiative::Kind>(below(2));
                initiative.level = static_cast<Initiative::Level>(below(5));
                if (one_in(4)) initiative.uses.push_back({one_in(2) ? "BKT" : "CSTDCS", at});
                facts.initiatives.push_back(initiative);
            }
        }
        if (one_in(6)) facts.disciplines.push_back({static_cast<DisciplineForm>(below(4)), {year - below(2), 1 + below(12), 1},
                                                    one_in(4) ? std::optional<base::Date>() : base::Date{year, 1 + below(12), 1}});
        if (one_in(8)) facts.holds.push_back({{year, 1 + below(12), 1}, std::nullopt, {}});
        for (const auto* key : {"CSTDT.outstanding", "CSTDTQ.outstanding", "BKT.two-initiatives", "KNC.criteria", "merit-after-discipline",
                                "CSTDT.earlier-work", "CTDT.thematic", "CTDCP.thematic", "CTDT.exemplary"}) {
            if (one_in(2)) facts.judgements.push_back({key, year, answer(), {}});
        }
        return facts;
    }

    Facts collective(int year) {
        Facts facts = person(year);
        facts.subject = Subject::kCollective;
        const int count = 1 + below(7);
        for (int i = 0; i < count; ++i) {
            facts.members.push_back(one_in(3) ? person(year) : sketch("r0=excellent", year));
            facts.members.back().id = "m" + std::to_string(i);
            facts.members.back().name = "M" + std::to_string(i);
        }
        facts.members_listed = one_in(8) ? Answer::kUnknown : Answer::kYes;
        return facts;
    }

private:
    std::mt19937 engine_;
};

/// What speaks for a subject: its own facts, or a member's.
std::vector<Change> favourable(const Facts& facts, int year, Random& random) {
    std::vector<Change> out;
    const auto add = [&](const char* fact, int at, const char* value) { out.push_back({Change::Kind::kAchieve, fact, at, value, 0, {}, {}, {}}); };
    for (int at = year - 1; at <= year; ++at) {
        const auto* found = facts.find_year(at);
        const auto rating = found == nullptr ? Rating::kUnknown : found->rating;
        if (rating != Rating::kExcellent) add("rating", at, "excellent");
        if (rating != Rating::kUnknown && rating < Rating::kGood) add("rating", at, "good");  // unknown might have been excellent
    }
    for (const auto* fact : {"movements", "productive", "exemplary", "good_movements", "unity", "democracy", "targets_exceeded", "leads_block",
                             "leads_central_block", "best_of_leaders", "integrity", "movement_result", "many_merits", "province_movement",
                             "province_merits", "contribution"}) {
        add(fact, year, "yes");
    }
    add("under_review", year, "no");
    add("discipline_now", year, "no");
    for (const auto* level : {"grassroots", "province", "nation", "research:province"}) add("initiative", year - random.below(2), level);
    for (const auto* code : {"LDTT", "CSTDCS", "CSTDT", "TTLDXS", "BKT"}) add("award", year - random.below(3), code);
    for (const auto* key : {"CSTDT.outstanding", "BKT.two-initiatives", "KNC.criteria", "merit-after-discipline", "CTDT.exemplary"}) {
        add("judgement", year, key);
    }
    if (!facts.members.empty()) {
        const auto& member = facts.members[static_cast<std::size_t>(random.below(static_cast<int>(facts.members.size())))];
        const auto before = out.size();
        for (std::size_t i = 0; i < before; ++i) {
            if (out[i].fact == "rating" && out[i].value == "excellent") continue;  // computed from the collective's own rating
            out.push_back(out[i]);
            out.back().subject = member.id;
        }
        const auto* found = member.find_year(year);
        if (found != nullptr) out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), [&](const Change& c) {
            return c.fact == "rating" && (c.year != year || found->rating == Rating::kUnknown || found->rating >= Rating::kGood);
        }), out.end());
    }
    return out;
}

template <class Check>
void for_many(int count, Check check) {
    Random random(20241220);
    for (int i = 0; i < count; ++i) {
        const bool r1 = random.one_in(2);
        const Occasion occasion = r1 ? kUnderR1 : kUnderR2;
        const bool person = !random.one_in(3);
        const Facts facts = person ? random.person(occasion.year) : random.collective(occasion.year);
        const auto titles = person ? std::vector<const char*>(std::begin(kPersonTitles), std::end(kPersonTitles))
                                   : std::vector<const char*>(std::begin(kCollectiveTitles), std::end(kCollectiveTitles));
        for (const auto* title : titles) check(facts, title, occasion, random);
    }
}

}  // namespace

TEST(Properties, AFavourableFactNeverWorsensAVerdict) {
    int improved = 0;
    for_many(150, [&](const Facts& facts, const char* title, const Occasion& occasion, Random& random) {
        const Outcome before = judge(builtin_packs(), facts, title, occasion.on);
        for (const auto& change : favourable(facts, occasion.year, random)) {
            const Outcome after = judge(builtin_packs(), apply_changes(facts, {change}), title, occasion.on);
            ASSERT_GE(after, before) << title << " " << change.fact << " " << change.year << "=" << change.value << " " << change.subject << "\n"
                                     << to_json(facts, 1);
            improved += after > before ? 1 : 0;
        }
    });
    EXPECT_GT(improved, 500);
}

TEST(Properties, NoQuestionIsAskedTwice) {
    std::size_t asked = 0;
    for_many(100, [&](const Facts& facts, const char* title, const Occasion& occasion, Random&) {
        const auto verdict = evaluate(builtin_packs(), facts, title, occasion.on);
        ASSERT_TRUE(verdict) << title;
        std::set<std::string> said;
        for (const MissingFact& missing : verdict->missing)
            EXPECT_TRUE(said.insert(missing.subject + "|" + missing.vi).second) << title << ": " << missing.vi;
        asked += said.size();
    });
    EXPECT_GT(asked, 100U);
}

TEST(Properties, UnknownFactsNeverYieldMet) {
    const Facts nothing;
    for (const auto* title : kPersonTitles) {
        for (const auto& occasion : {kUnderR1, kUnderR2}) EXPECT_NE(judge(builtin_packs(), nothing, title, occasion.on), Outcome::kMet) << title;
    }
    // Forgetting a fact never turns an outcome into met. (Whether the awards of the merit year are fully listed is no such
    // fact: as long as they are not, titles of that year are computed from their criteria.)
    int forgotten = 0;
    for_many(150, [&](const Facts& facts, const char* title, const Occasion& occasion, Random& random) {
        const Outcome before = judge(builtin_packs(), facts, title, occasion.on);
        if (before == Outcome::kMet) return;
        for (int tries = 0; tries < 6; ++tries) {
            Facts less = facts;
            Facts& subject = less.members.empty() || random.one_in(2)
                                 ? less
                                 : less.members[static_cast<std::size_t>(random.below(static_cast<int>(less.members.size())))];
            auto& year = subject.year_facts(occasion.year - random.below(3));
            const auto question = static_cast<YearAnswer>(random.below(static_cast<int>(kYearAnswerCount)));
            if (random.one_in(4)) {
                year.rating = Rating::kUnknown;
            } else if (random.one_in(6)) {
                subject.history_from.reset();
            } else if (question != YearAnswer::kAwardsListed) {
                year.set(question, Answer::kUnknown);
            }
            ++forgotten;
            ASSERT_NE(judge(builtin_packs(), less, title, occasion.on), Outcome::kMet) << title << "\n" << to_json(facts, 1);
        }
    });
    EXPECT_GT(forgotten, 2000);
}

TEST(Properties, TheSmallestChangeFlipsAndNoPartOfItDoes) {
    int flipped = 0;
    int open_without = 0;
    for_many(120, [&](const Facts& facts, const char* title, const Occasion& occasion, Random&) {
        const auto verdict = evaluate(builtin_packs(), facts, title, occasion.on);
        ASSERT_TRUE(verdict.has_value());
        ASSERT_EQ(verdict->outcome, judge(builtin_packs(), facts, title, occasion.on));
        const Outcome wanted = verdict->outcome == Outcome::kMet ? Outcome::kNotMet : Outcome::kMet;
        const auto& changes = verdict->smallest_change;
        if (changes.empty()) {
            ++open_without;
            return;
        }
        ++flipped;
        ASSERT_EQ(judge(builtin_packs(), apply_changes(facts, changes), title, occasion.on), wanted) << title << "\n" << to_json(*verdict);
        for (std::size_t i = 0; i < changes.size() && changes.size() > 1; ++i) {
            auto fewer = changes;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            ASSERT_NE(judge(builtin_packs(), apply_changes(facts, fewer), title, occasion.on), wanted) << title << " without " << changes[i].vi;
        }
        for (const auto& change : changes) EXPECT_FALSE(change.vi.empty());
    });
    EXPECT_GT(flipped, 10 * open_without) << flipped << " " << open_without;
}

TEST(Properties, FactsSurviveJson) {
    Random random(7);
    for (int i = 0; i < 60; ++i) {
        const Facts facts = random.one_in(3) ? random.collective(2024) : random.person(2024);
        const std::string text = to_json(facts);
        const auto again = facts_from_json(text, "f.json");
        ASSERT_TRUE(again.has_value()) << again.error().where << " " << again.error().en << "\n" << text;
        ASSERT_EQ(to_json(*again), text);
        ASSERT_EQ(*again, facts);
    }
}

TEST(SmallestChange, HasTheExpectedSize) {
    struct Row {
        const char* title;
        const char* facts;
        std::size_t size;
        Subject subject;
    };
    const Row rows[] = {
        {"LDTT", "r0=completed", 1, Subject::kPerson},                      // one rating
        {"LDTT", "r0=completed mov0=no", 2, Subject::kPerson},
        {"LDTT", "r0=?", 1, Subject::kPerson},
        {"CSTDCS", "r0=good", 1, Subject::kPerson},                         // the rating, or one initiative
        {"CSTDCS", "r0=completed", 1, Subject::kPerson},                    // excellent serves both conditions
        {"CSTDCS", "r0=completed mov0=no", 2, Subject::kPerson},
        {"CSTDT", "a:CSTDCS@-2 r0=excellent i:province@0 j:CSTDT.outstanding=yes", 1, Subject::kPerson},  // the gap year
        {"CSTDT", "a:CSTDCS@-2 a:CSTDCS@-1 r0=excellent", 2, Subject::kPerson},                           // a work and a judgement
        {"GK", "", 1, Subject::kPerson},
        {"BKT", "", 1, Subject::kPerson},
        {"TTLDTT", "n=10 ld=6", 1, Subject::kCollective},                   // one more member
        {"TTLDTT", "n=10 ld=4", 3, Subject::kCollective},
        {"TTLDXS", "n=10 ld=7 cs=0 r0=excellent", 1, Subject::kCollective}, // one fighter
        {"TTLDXS", "n=10 ld=6 cs=0 r0=excellent", 2, Subject::kCollective},
        {"LDTT", "", 1, Subject::kPerson},                                  // from met to not met
    };
    for (const auto& row : rows) {
        const auto verdict = evaluate(builtin_packs(), sketch(row.facts, 2024, row.subject), row.title, kUnderR1.on);
        ASSERT_TRUE(verdict.has_value());
        EXPECT_EQ(verdict->smallest_change.size(), row.size) << row.title << " [" << row.facts << "] " << to_json(*verdict);
    }
}
