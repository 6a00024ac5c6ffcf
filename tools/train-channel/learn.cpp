#include "learn.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "text/letters.h"

namespace train {
namespace {

using namespace thidua;

constexpr std::size_t kLongestPrint = 3;
constexpr double kImpossible = 1e9;

// Before anything was seen: the letter without its marks, alone or with a companion, is likely.
double first_guess(char32_t letter, const std::u32string& print) {
    const char32_t bare = text::fold(letter);
    const bool there = std::any_of(print.begin(), print.end(), [&](char32_t c) { return text::fold(c) == bare; });
    switch (print.size()) {
        case 0: return 6;
        case 1: return there ? 0.1 : 4;
        case 2: return there ? 4 : 6;
        default: return there ? 6 : 9;
    }
}

class Costs {
public:
    explicit Costs(const Table& table) : table_(table) {
        for (const auto& [letter, prints] : table) {
            double total = 0;
            for (const auto& [print, count] : prints) total += count;
            totals_[letter] = total;
        }
    }
    double operator()(char32_t letter, const std::u32string& print) const {
        const double guess = first_guess(letter, print);
        const auto prints = table_.find(letter);
        if (prints == table_.end()) return guess;
        const auto seen = prints->second.find(print);
        // The guess counts as half a letter seen, and costs more from now on: what was seen explains most.
        const double count = (seen == prints->second.end() ? 0 : seen->second) + 0.5 * std::exp(-guess - 2);
        return -std::log(count / (totals_.at(letter) + 0.5));
    }

private:
    const Table& table_;
    std::map<char32_t, double> totals_;
};

// The cheapest way for a word to be printed like this; counts what each letter became.
void count_alignment(const Pair& pair, const Costs& costs, Table& counts) {
    const std::size_t n = pair.word.size();
    const std::size_t m = pair.print.size();
    if (m > kLongestPrint * n) return;
    std::vector<double> best((n + 1) * (m + 1), kImpossible);
    std::vector<std::size_t> taken(best.size(), 0);
    best[0] = 0;
    for (std::size_t i = 1; i <= n; ++i) {
        for (std::size_t j = 0; j <= m; ++j) {
            const std::size_t cell = i * (m + 1) + j;
            for (std::size_t take = 0; take <= kLongestPrint && take <= j; ++take) {
                const double before = best[(i - 1) * (m + 1) + j - take];
                if (before >= kImpossible) continue;
                const double cost = before + costs(pair.word[i - 1], pair.print.substr(j - take, take));
                if (cost >= best[cell]) continue;
                best[cell] = cost;
                taken[cell] = take;
            }
        }
    }
    const double whole = best[n * (m + 1) + m];
    if (whole > 5.0 * static_cast<double>(n) + 6) return;  // another word
    for (std::size_t i = n, j = m; i > 0; --i) {
        const std::size_t take = taken[i * (m + 1) + j];
        j -= take;
        counts[pair.word[i - 1]][pair.print.substr(j, take)] += pair.weight;
    }
}

}  // namespace

Table learn(const std::vector<Pair>& pairs, int rounds) {
    Table table;
    for (int round = 0; round < rounds; ++round) {
        Table counts;
        const Costs costs(table);
        for (const Pair& pair : pairs) count_alignment(pair, costs, counts);
        table = std::move(counts);
    }
    return table;
}

}  // namespace train
