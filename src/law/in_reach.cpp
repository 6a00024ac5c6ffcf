#include "law/in_reach.h"

#include "law/verdict.h"
#include "office/title.h"

namespace thidua::law {
namespace {

void assume_good_year(Facts& facts, int year) {
    YearFacts& next = facts.year_facts(year);
    next.rating = Rating::kExcellent;
    for (const auto question : {YearAnswer::kMovements, YearAnswer::kProductive, YearAnswer::kExemplary, YearAnswer::kGoodMovements,
                                YearAnswer::kUnity, YearAnswer::kDemocracy}) {
        next.set(question, Answer::kYes);
    }
    for (const auto question : {YearAnswer::kDisciplined, YearAnswer::kUnderReview}) next.set(question, Answer::kNo);
    for (auto& member : facts.members) assume_good_year(member, year);
}

}  // namespace

std::vector<InReach> in_reach_next_year(const PackSet& packs, const Facts& facts, base::Date on, std::size_t most) {
    const int year = merit_year(facts, on) + 1;
    Facts next = facts;
    next.year = year;
    next.holds.clear();
    assume_good_year(next, year);
    std::vector<InReach> out;
    for (const auto& title : office::titles()) {
        const auto verdict = evaluate(packs, next, title.code, {year, 12, 31});
        if (!verdict) continue;  // not for this kind of subject
        InReach one{std::string(title.code), verdict->outcome, verdict->locked, {}};
        if (verdict->outcome != Outcome::kMet && !verdict->locked) {
            if (verdict->smallest_change.empty() || verdict->smallest_change.size() > most) continue;
            one.still_needed = verdict->smallest_change;
        }
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace thidua::law
