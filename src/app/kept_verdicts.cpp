#include "app/kept_verdicts.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "app/home_view.h"
#include "app/verdicts.h"
#include "law/evaluation.h"
#include "law/fact_catalogue.h"
#include "law/facts_json.h"

namespace thidua::app {
namespace {

law::Outcome outcome_of(std::string_view word) {
    for (const law::Outcome outcome :
         {law::Outcome::kNotMet, law::Outcome::kNotKnown, law::Outcome::kForPerson, law::Outcome::kMet}) {
        if (law::spelling(outcome) == word) return outcome;
    }
    return law::Outcome::kNotKnown;
}

class Collected {
public:
    explicit Collected(std::size_t most) : most_(most) {}
    void add(std::string vi, std::string en) {
        if (out_.size() < most_) out_.push_back({KeptDifference::What::kFact, std::move(vi), std::move(en)});
    }
    std::vector<KeptDifference> take() { return std::move(out_); }

private:
    std::size_t most_;
    std::vector<KeptDifference> out_;
};

std::string value_or_unknown(const law::FactEntry& entry, const std::optional<int>& value, bool english) {
    if (!value) return english ? "not known" : "chưa rõ";
    return english ? law::value_en(entry.scale, *value) : law::value_vi(entry.scale, *value);
}

void compare_years(const law::Facts& before, const law::Facts& after, Collected& out) {
    std::set<int> years;
    for (const law::YearFacts& year : before.years) years.insert(year.year);
    for (const law::YearFacts& year : after.years) years.insert(year.year);
    for (const int year : years) {
        for (const law::FactEntry& entry : law::fact_catalogue()) {
            const bool plain =
                entry.key == law::FactKey::kRating || static_cast<std::size_t>(entry.key) < law::kYearAnswerCount;
            if (!plain) continue;
            const base::Date end{year, 12, 31};
            const auto first = law::read_fact(before, entry.key, year, end, {});
            const auto second = law::read_fact(after, entry.key, year, end, {});
            if (first == second) continue;
            const std::string when = std::to_string(year);
            out.add(std::string(entry.vi) + ", năm " + when + ": trước là “" + value_or_unknown(entry, first, false) +
                        "”, nay là “" + value_or_unknown(entry, second, false) + "”.",
                    std::string(entry.en) + ", " + when + ": was \"" + value_or_unknown(entry, first, true) +
                        "\", is now \"" + value_or_unknown(entry, second, true) + "\".");
        }
    }
}

/// What one list has and the other has not, told by `words`.
template <class Item, class Words>
void compare_lists(const std::vector<Item>& before, const std::vector<Item>& after, Words words, Collected& out) {
    for (const Item& item : before) {
        if (std::find(after.begin(), after.end(), item) == after.end()) words(item, false, out);
    }
    for (const Item& item : after) {
        if (std::find(before.begin(), before.end(), item) == before.end()) words(item, true, out);
    }
}

std::string mark_vi(bool now) { return now ? "Nay có: " : "Trước có, nay không còn (hoặc đã sửa): "; }
std::string mark_en(bool now) { return now ? "Now there: " : "No longer there, or changed: "; }

struct SpellWords {
    std::string_view vi;
    std::string_view en;
};

/// Lists of what has a first day (`from`).
template <class Spell>
void compare_spells(const std::vector<Spell>& before, const std::vector<Spell>& after, SpellWords words,
                    Collected& out) {
    compare_lists(
        before, after,
        [&](const Spell& one, bool now, Collected& to) {
            const std::string day = base::to_numeric(one.from);
            to.add(mark_vi(now) + std::string(words.vi) + " từ " + day + ".",
                   mark_en(now) + std::string(words.en) + " from " + day + ".");
        },
        out);
}

}  // namespace

std::vector<KeptDifference> fact_differences(const law::Facts& before, const law::Facts& after, std::size_t most) {
    Collected out(most);
    compare_years(before, after, out);
    compare_lists(
        before.awards, after.awards,
        [](const law::Award& award, bool now, Collected& to) {
            const std::string when = std::to_string(award.year);
            const bool revoked = award.status == law::Award::Status::kRevoked;
            to.add(mark_vi(now) + law::title_vi(award.title) + " năm " + when + (revoked ? " (đã hủy bỏ)" : "") + ".",
                   mark_en(now) + law::title_en(award.title) + ", " + when + (revoked ? " (revoked)" : "") + ".");
        },
        out);
    compare_lists(
        before.initiatives, after.initiatives,
        [](const law::Initiative& initiative, bool now, Collected& to) {
            to.add(mark_vi(now) + "sáng kiến “" + initiative.name + "”.",
                   mark_en(now) + "the initiative \"" + initiative.name + "\".");
        },
        out);
    compare_spells(before.disciplines, after.disciplines, {"kỷ luật", "a discipline"}, out);
    compare_spells(before.holds, after.holds, {"thời gian bị xem xét, thanh tra", "a time under review"}, out);
    compare_spells(before.leaves, after.leaves, {"thời gian vắng", "an absence"}, out);
    compare_lists(
        before.judgements, after.judgements,
        [](const law::Judgement& one, bool now, Collected& to) {
            const std::string when = std::to_string(one.year);
            to.add(mark_vi(now) + "một nhận định của người có trách nhiệm về năm " + when + ".",
                   mark_en(now) + "a person's judgement on " + when + ".");
        },
        out);
    if (before.members.size() != after.members.size()) {
        out.add("Số người trong tập thể: trước " + std::to_string(before.members.size()) + ", nay " +
                    std::to_string(after.members.size()) + ".",
                "Members: " + std::to_string(before.members.size()) + " then, " + std::to_string(after.members.size()) +
                    " now.");
    }
    for (const law::Facts& member : before.members) {
        const auto same = std::find_if(after.members.begin(), after.members.end(),
                                       [&](const law::Facts& m) { return m.id == member.id; });
        if (same == after.members.end()) continue;
        for (KeptDifference& one : fact_differences(member, *same, 3))
            out.add(member.name + ": " + one.vi, member.name + ": " + one.en);
    }
    if (before.history_from != after.history_from) {
        out.add("Khoảng năm đã ghi đủ danh hiệu, sáng kiến đã thay đổi.",
                "The years whose awards are fully listed have changed.");
    }
    if (before.joined_on != after.joined_on) out.add("Ngày về đơn vị đã thay đổi.", "The day of joining has changed.");
    return out.take();
}

base::Result<office::Decision> decision_of(const law::PackSet& packs, const office::YearBook& book,
                                           base::Id<office::Person> subject, std::string_view title,
                                           const base::Date& on) {
    const law::Facts facts = facts_of_subject(book, subject);
    const auto verdict = law::evaluate(packs, facts, title, on);
    if (!verdict) return tl::unexpected<base::Error>(verdict.error());
    office::Decision decision;
    decision.person = subject;
    decision.title = std::string(title);
    decision.year = verdict->year;
    decision.decided_on = on;
    decision.outcome = law::spelling(verdict->outcome);
    decision.pack = verdict->pack;
    decision.pack_version = verdict->pack_version;
    decision.facts = law::to_json(facts);
    decision.verdict = law::to_json(*verdict, -1);
    return decision;
}

std::vector<KeptVerdict> kept_verdicts(const law::PackSet& packs, const office::YearBook& book) {
    std::vector<KeptVerdict> out;
    for (const office::Decision& decision : book.decisions) {
        KeptVerdict kept;
        kept.decision = &decision;
        const office::Person* person = find_person(book, decision.person);
        if (person != nullptr) kept.name = person->full_name;
        if (!decision.person) kept.name = book.office.name;
        kept.then = kept.now = kept.same_facts = outcome_of(decision.outcome);
        const auto stored = law::facts_from_json(decision.facts, "decision");
        const base::Date on = decision.decided_on.value_or(base::Date{decision.year, 12, 20});
        if (!stored) {
            kept.differences.push_back({KeptDifference::What::kFact,
                                        "Dữ kiện đã lưu không đọc lại được: " + stored.error().vi,
                                        "The facts kept cannot be read: " + stored.error().en});
            out.push_back(std::move(kept));
            continue;
        }
        if (const auto again = law::evaluate(packs, *stored, decision.title, on)) {
            kept.same_facts = again->outcome;
            if (again->pack != decision.pack || again->pack_version != decision.pack_version) {
                kept.differences.push_back({KeptDifference::What::kRules,
                                            "Bộ quy định: trước là " + decision.pack + " bản " + decision.pack_version +
                                                ", nay là " + again->pack + " bản " + again->pack_version + ".",
                                            "Rules: " + decision.pack + " version " + decision.pack_version +
                                                " then, " + again->pack + " version " + again->pack_version + " now."});
            }
        }
        if (!decision.person || person != nullptr) {
            law::Facts facts = facts_of_subject(book, decision.person);
            facts.year = stored->year;
            kept.now = law::judge(packs, facts, decision.title, on);
            std::vector<KeptDifference> changed = fact_differences(*stored, facts);
            kept.differences.insert(kept.differences.end(), changed.begin(), changed.end());
        }
        if (kept.now != kept.then) {
            kept.differences.insert(kept.differences.begin(),
                                    {KeptDifference::What::kOutcome,
                                     "Kết luận: trước là “" + std::string(law::words_vi(kept.then)) + "”, nay là “" +
                                         std::string(law::words_vi(kept.now)) + "”.",
                                     "Verdict: \"" + std::string(law::words_en(kept.then)) + "\" then, \"" +
                                         std::string(law::words_en(kept.now)) + "\" now."});
        }
        out.push_back(std::move(kept));
    }
    std::reverse(out.begin(), out.end());
    return out;
}

}  // namespace thidua::app
