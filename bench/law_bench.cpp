// Judging every title for many people: `law_bench`. The target of issue 4: 50,000 people with ten years in under a
// second.
#include <benchmark/benchmark.h>

#include <vector>

#include "law_people.h"

namespace {

using namespace thidua;

/// Arguments: people, years of history.
void judge_everybody(benchmark::State& state) {
    std::vector<law::Facts> people;
    for (int i = 0; i < static_cast<int>(state.range(0)); ++i)
        people.push_back(bench::person(i, static_cast<int>(state.range(1))));
    for (auto _ : state) {
        long met = bench::judge_everybody(people);
        benchmark::DoNotOptimize(met);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetComplexityN(state.range(0) * state.range(1));
}
BENCHMARK(judge_everybody)
    ->Args({5000, 10})
    ->Args({50000, 5})
    ->Args({50000, 10})
    ->Args({50000, 20})
    ->Unit(benchmark::kMillisecond);

void explain_one(benchmark::State& state) {
    const law::Facts facts = bench::person(1, 10);
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
