// Judging every title for many people: `law_bench`. The target of issue 4: 50,000 people with ten years in under a second.
#include <benchmark/benchmark.h>

#include <vector>

#include "law/verdict.h"
#include "office/title.h"

namespace {

using namespace thidua;

law::Facts person(int number, int years) {
    law::Facts facts;
    facts.id = std::to_string(number);
    facts.year = 2024;
    facts.joined_on = base::Date{2010, 1, 1};
    facts.history_from = 2024 - years + 1;
    for (int year = 2024 - years + 1; year <= 2024; ++year) {
        auto& one = facts.year_facts(year);
        one.rating = static_cast<law::Rating>(2 + (number + year) % 3);
        for (const auto question : {law::YearAnswer::kMovements, law::YearAnswer::kExemplary, law::YearAnswer::kInitiativesListed}) {
            one.set(question, law::Answer::kYes);
        }
        for (const auto question : {law::YearAnswer::kDisciplined, law::YearAnswer::kUnderReview, law::YearAnswer::kMovementResult,
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

/// Arguments: people, years of history.
void judge_everybody(benchmark::State& state) {
    std::vector<law::Facts> people;
    for (int i = 0; i < static_cast<int>(state.range(0)); ++i) people.push_back(person(i, static_cast<int>(state.range(1))));
    const auto& packs = law::builtin_packs();
    long met = 0;
    for (auto _ : state) {
        for (const auto& facts : people) {
            for (const auto& title : office::titles()) {
                if (title.collective) continue;
                met += law::judge(packs, facts, title.code, {2024, 12, 20}) == law::Outcome::kMet ? 1 : 0;
            }
        }
        benchmark::DoNotOptimize(met);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetComplexityN(state.range(0) * state.range(1));
}
BENCHMARK(judge_everybody)->Args({5000, 10})->Args({50000, 5})->Args({50000, 10})->Args({50000, 20})->Unit(benchmark::kMillisecond);

void explain_one(benchmark::State& state) {
    const law::Facts facts = person(1, 10);
    for (auto _ : state) {
        auto verdict = law::evaluate(law::builtin_packs(), facts, "CSTDT", {2024, 12, 20});
        benchmark::DoNotOptimize(verdict);
    }
}
BENCHMARK(explain_one)->Unit(benchmark::kMicrosecond);

void read_the_packs(benchmark::State& state) {
    for (auto _ : state) {
        auto packs = law::read_packs(law::builtin_pack_texts());
        benchmark::DoNotOptimize(packs);
    }
}
BENCHMARK(read_the_packs)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
