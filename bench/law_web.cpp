// Every title for 50,000 people with ten years of history, as the browser runs it: `law_web` by node, or the same code
// natively. Prints milliseconds for n people, twice as many people, and twice as many years, so that growth can be read
// off.

#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "law_people.h"

namespace {

using namespace thidua;

/// Milliseconds of the processor for one pass over everybody; the least of three. (In WebAssembly clock() is the
/// wall's.)
double judge_all(const std::vector<law::Facts>& people, long& met) {
    double least = 1e12;
    for (int round = 0; round < 3; ++round) {
        const std::clock_t begin = std::clock();
        met = bench::judge_everybody(people);
        const double spent = 1000.0 * static_cast<double>(std::clock() - begin) / static_cast<double>(CLOCKS_PER_SEC);
        if (spent < least) least = spent;
    }
    return least;
}

}  // namespace

int main() {
    struct Size {
        int people;
        int years;
    };
    for (const auto [count, years] : {Size{25000, 10}, Size{50000, 10}, Size{50000, 20}}) {
        std::vector<law::Facts> people;
        people.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) people.push_back(bench::person(i, years));
        long met = 0;
        const double spent = judge_all(people, met);
        std::printf("%d people, %d years: %.0f ms (%ld met)\n", count, years, spent, met);
    }
    return 0;
}
