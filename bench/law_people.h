#pragma once
// People for the benchmarks of the law engine: every third year another title, ratings that come and go, initiatives.

#include <string>
#include <vector>

#include "law/verdict.h"
#include "office/title.h"

namespace thidua::bench {

inline law::Facts person(int number, int years) {
    law::Facts facts;
    facts.id = std::to_string(number);
    facts.year = 2024;
    facts.joined_on = base::Date{2010, 1, 1};
    facts.history_from = 2024 - years + 1;
    for (int year = 2024 - years + 1; year <= 2024; ++year) {
        auto& one = facts.year_facts(year);
        one.rating = static_cast<law::Rating>(2 + (number + year) % 3);
        for (const auto question :
             {law::YearAnswer::kMovements, law::YearAnswer::kExemplary, law::YearAnswer::kInitiativesListed}) {
            one.set(question, law::Answer::kYes);
        }
        for (const auto question :
             {law::YearAnswer::kDisciplined, law::YearAnswer::kUnderReview, law::YearAnswer::kMovementResult,
              law::YearAnswer::kManyMerits, law::YearAnswer::kProvinceMovement, law::YearAnswer::kProvinceMerits,
              law::YearAnswer::kContribution}) {
            one.set(question, law::Answer::kNo);
        }
        law::Award award;
        award.title = (number + year) % 3 == 0 ? "LDTT" : "CSTDCS";
        award.year = year;
        if (year < 2024) facts.awards.push_back(award);
        if ((number + year) % 4 == 0) {
            law::Initiative initiative;
            initiative.year = year;
            initiative.level = static_cast<law::Initiative::Level>(2 + number % 3);
            facts.initiatives.push_back(initiative);
        }
    }
    return facts;
}

/// Every title and form that a person can receive, for everybody; how often the answer is met.
inline long judge_everybody(const std::vector<law::Facts>& people) {
    const law::PackSet& packs = law::builtin_packs();
    long met = 0;
    for (const law::Facts& facts : people) {
        for (const office::EmulationTitle& title : office::titles()) {
            if (title.collective) continue;
            met += law::judge(packs, facts, title.code, {2024, 12, 20}) == law::Outcome::kMet ? 1 : 0;
        }
    }
    return met;
}

}  // namespace thidua::bench
