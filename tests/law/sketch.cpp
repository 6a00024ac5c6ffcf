#include "sketch.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "law/fact_words.h"

namespace thidua::law::testing {
namespace {

const std::map<std::string, YearAnswer> kAnswers{
    {"mov", YearAnswer::kMovements},          {"dis", YearAnswer::kDisciplined},
    {"review", YearAnswer::kUnderReview},     {"prod", YearAnswer::kProductive},
    {"exem", YearAnswer::kExemplary},         {"mr", YearAnswer::kMovementResult},
    {"mm", YearAnswer::kManyMerits},          {"pm", YearAnswer::kProvinceMovement},
    {"pmr", YearAnswer::kProvinceMerits},     {"con", YearAnswer::kContribution},
    {"ilist", YearAnswer::kInitiativesListed}, {"alist", YearAnswer::kAwardsListed},
    {"gm", YearAnswer::kGoodMovements},       {"unity", YearAnswer::kUnity},
    {"dem", YearAnswer::kDemocracy},          {"lead", YearAnswer::kLeadsBlock},
    {"clead", YearAnswer::kLeadsCentralBlock}, {"best", YearAnswer::kBestOfLeaders},
    {"tgt", YearAnswer::kTargetsExceeded},    {"int", YearAnswer::kIntegrity},
};

Answer answer_of(const std::string& word) {
    if (word == "yes") return Answer::kYes;
    if (word == "no") return Answer::kNo;
    EXPECT_EQ(word, "?");
    return Answer::kUnknown;
}

base::Date date_of(const std::string& word, int year) {  // "Y-1-05-31"
    EXPECT_EQ(word[0], 'Y') << word;
    const std::string day = word.substr(word.size() - 5);
    const std::string offset = word.substr(1, word.size() - 7);
    const auto date = base::parse_iso("2000-" + day);
    EXPECT_TRUE(date.has_value()) << word;
    return {year + std::stoi(offset), date->month, date->day};
}

void read_span(const std::string& text, int year, base::Date& from, std::optional<base::Date>& to) {
    const auto dots = text.find("..");
    from = date_of(text.substr(0, dots), year);
    if (dots != std::string::npos) to = date_of(text.substr(dots + 2), year);
}

/// "CSTDCS@-1" → code and year
std::pair<std::string, int> at_year(const std::string& text, int year) {
    const auto at = text.find('@');
    EXPECT_NE(at, std::string::npos) << text;
    return {text.substr(0, at), year + std::stoi(text.substr(at + 1))};
}

void add_award(Facts& facts, const std::string& text, int year, Award::Status status, Award::Ground ground) {
    const auto [code, when] = at_year(text, year);
    Award award;
    award.title = code;
    award.year = when;
    award.status = status;
    award.ground = ground;
    facts.awards.push_back(award);
}

void add_initiative(Facts& facts, const std::string& text, int year, Initiative::Kind kind) {
    const auto slash = text.find('/');
    const auto [level, when] = at_year(text.substr(0, slash), year);
    Initiative initiative;
    initiative.kind = kind;
    initiative.year = when;
    initiative.name = "SK " + std::to_string(facts.initiatives.size() + 1);
    initiative.decision = "1/QĐ-UBND";
    if (level != "?") {
        EXPECT_TRUE(from_word(level, initiative.level)) << level;
    }
    if (slash != std::string::npos) {
        const auto [code, used] = at_year(text.substr(slash + 1), year);
        initiative.uses.push_back({code, used});
    }
    facts.initiatives.push_back(initiative);
}

Facts clean(int year, Subject subject) {
    Facts facts;
    facts.subject = subject;
    facts.id = "x";
    facts.name = "X";
    facts.year = year;
    facts.joined_on = base::Date{year - 12, 1, 1};
    facts.history_from = year - 25;
    for (int at = year - 9; at <= year; ++at) {
        YearFacts& one = facts.year_facts(at);
        one.rating = Rating::kGood;
        one.rating_document = "1/QĐ";
        for (const auto question : {YearAnswer::kMovements, YearAnswer::kExemplary, YearAnswer::kGoodMovements, YearAnswer::kUnity,
                                    YearAnswer::kDemocracy, YearAnswer::kInitiativesListed}) {
            one.set(question, Answer::kYes);
        }
        for (const auto question :
             {YearAnswer::kDisciplined, YearAnswer::kUnderReview, YearAnswer::kProductive, YearAnswer::kMovementResult,
              YearAnswer::kManyMerits, YearAnswer::kProvinceMovement, YearAnswer::kProvinceMerits, YearAnswer::kContribution,
              YearAnswer::kLeadsBlock, YearAnswer::kLeadsCentralBlock, YearAnswer::kBestOfLeaders, YearAnswer::kTargetsExceeded,
              YearAnswer::kIntegrity}) {
            one.set(question, Answer::kNo);
        }
    }
    return facts;
}

/// Counts of members are gathered first, the members made at the end.
using Counts = std::map<std::string, int>;

void make_members(Facts& facts, const Counts& counts, int year) {
    const auto count = [&](const char* key) {
        const auto found = counts.find(key);
        return found == counts.end() ? 0 : found->second;
    };
    int good = count("ld");
    int fighters = count("cs");
    int failed = count("nc");
    int unknown = count("unk");
    int warned = count("warned");
    for (int i = count("n"); i > 0; --i) {
        Facts member = clean(year, Subject::kPerson);
        member.id = "m" + std::to_string(i);
        member.name = "Thành viên " + std::to_string(i);
        Rating rating = Rating::kCompleted;
        if (fighters > 0) {
            rating = Rating::kExcellent;
            --fighters;
            --good;
        } else if (good > 0) {
            rating = Rating::kGood;
            --good;
        } else if (failed > 0) {
            rating = Rating::kNotCompleted;
            --failed;
        } else if (unknown > 0) {
            rating = Rating::kUnknown;
            --unknown;
        } else if (warned > 0) {
            member.disciplines.push_back({DisciplineForm::kWarning, {year, 2, 1}, base::Date{year, 8, 1}});
            --warned;
        }
        member.year_facts(year).rating = rating;
        facts.members.push_back(member);
    }
    facts.members_listed = Answer::kYes;
}

bool read_year_token(Facts& facts, const std::string& key, const std::string& value, int year) {
    std::size_t digits = key.find_first_of("-0123456789");
    if (digits == std::string::npos || digits == 0) return false;
    const std::string name = key.substr(0, digits);
    const int when = year + std::stoi(key.substr(digits));
    if (name == "r") {
        Rating rating = Rating::kUnknown;
        if (value != "?") {
            EXPECT_TRUE(from_word(value, rating)) << value;
        }
        facts.year_facts(when).rating = rating;
        return true;
    }
    const auto found = kAnswers.find(name);
    if (found == kAnswers.end()) return false;
    facts.year_facts(when).set(found->second, answer_of(value));
    return true;
}

}  // namespace

Facts sketch(const std::string& tokens, int year, Subject subject) {
    Facts facts = clean(year, subject);
    Counts counts;
    std::string listed = "yes";
    std::istringstream words(tokens);
    for (std::string word; words >> word;) {
        const auto starts = [&](const char* prefix) { return word.rfind(prefix, 0) == 0; };
        const auto rest = [&](std::size_t from) { return word.substr(from); };
        const auto equals = word.find('=');
        if (starts("a:")) {
            add_award(facts, rest(2), year, Award::Status::kConferred, Award::Ground::kMerit);
        } else if (starts("ra:")) {
            add_award(facts, rest(3), year, Award::Status::kRevoked, Award::Ground::kMerit);
        } else if (starts("ta:")) {
            add_award(facts, rest(3), year, Award::Status::kConferred, Award::Ground::kThematic);
        } else if (starts("i:")) {
            add_initiative(facts, rest(2), year, Initiative::Kind::kInitiative);
        } else if (starts("re:")) {
            add_initiative(facts, rest(3), year, Initiative::Kind::kResearch);
        } else if (starts("reg:")) {
            const auto [code, when] = at_year(rest(4), year);
            facts.registrations.push_back({code, when});
        } else if (starts("disc:")) {
            const auto at = word.find('@');
            Discipline discipline;
            EXPECT_TRUE(from_word(word.substr(5, at - 5), discipline.form)) << word;
            read_span(rest(at + 1), year, discipline.from, discipline.to);
            facts.disciplines.push_back(discipline);
        } else if (starts("hold@")) {
            Hold hold;
            read_span(rest(5), year, hold.from, hold.released);
            facts.holds.push_back(hold);
        } else if (starts("leave:")) {
            const auto at = word.find('@');
            Leave leave;
            EXPECT_TRUE(from_word(word.substr(6, at - 6), leave.kind)) << word;
            read_span(rest(at + 1), year, leave.from, leave.to);
            facts.leaves.push_back(leave);
        } else if (starts("j:")) {
            facts.judgements.push_back({word.substr(2, equals - 2), year, answer_of(rest(equals + 1)), "Trưởng phòng"});
        } else if (starts("joined=")) {
            facts.joined_on = date_of(rest(7), year);
        } else if (starts("from=")) {
            facts.transferred_from = rest(5);
        } else if (starts("work=")) {
            EXPECT_TRUE(from_word(rest(5) == "?" ? "unknown" : rest(5), facts.work)) << word;
        } else if (word == "hist=?") {
            facts.history_from.reset();
        } else if (starts("listed=")) {
            listed = rest(7);
        } else if (equals != std::string::npos && read_year_token(facts, word.substr(0, equals), rest(equals + 1), year)) {
            continue;
        } else {
            const auto known = word.find_first_of("=");
            EXPECT_NE(known, std::string::npos) << "unknown token " << word;
            counts[word.substr(0, known)] = std::stoi(rest(known + 1));
        }
    }
    if (subject == Subject::kCollective) {
        make_members(facts, counts, year);
        facts.members_listed = answer_of(listed);
    } else {
        EXPECT_TRUE(counts.empty()) << tokens;
    }
    return facts;
}

namespace {

void failing(const TraceNode& node, std::string& out) {
    if (node.warning_only || node.outcome == Outcome::kMet) return;
    if (node.children.empty()) out += node.clause + "\n";
    for (const auto& child : node.children) failing(child, out);
}

}  // namespace

std::string named_clauses(const Verdict& verdict) {
    std::string out = verdict.clause + "\n" + verdict.summary_vi + "\n";
    for (const auto& missing : verdict.missing) out += missing.clause + "\n";
    for (const auto& question : verdict.questions) out += question.clause + "\n";
    if (verdict.outcome == Outcome::kNotMet) failing(verdict.trace, out);
    return out;
}

Outcome outcome_of(const std::string& word) {
    for (const auto outcome : {Outcome::kNotMet, Outcome::kNotKnown, Outcome::kForPerson, Outcome::kMet}) {
        if (spelling(outcome) == word) return outcome;
    }
    ADD_FAILURE() << "no outcome " << word;
    return Outcome::kNotKnown;
}

}  // namespace thidua::law::testing
