#include "counts.h"

#include <algorithm>

namespace train {
namespace {

std::vector<Count> merge(std::vector<std::vector<Gram>>& grams) {
    std::vector<Count> out;
    std::vector<std::size_t> at(grams.size());
    for (auto& list : grams) std::sort(list.begin(), list.end());
    for (;;) {
        Gram least = ~Gram{0};
        for (std::size_t i = 0; i < grams.size(); ++i) {
            if (at[i] < grams[i].size()) least = std::min(least, grams[i][at[i]]);
        }
        if (least == ~Gram{0}) return out;
        Count count;
        count.gram = least;
        for (std::size_t i = 0; i < grams.size(); ++i) {
            for (; at[i] < grams[i].size() && grams[i][at[i]] == least; ++at[i]) ++count.by_corpus[i];
        }
        out.push_back(count);
    }
}

}  // namespace

Counts count_grams(const std::vector<std::vector<Word>>& streams) {
    Counts counts;
    std::vector<std::vector<Gram>> grams(streams.size());
    for (std::size_t s = 0; s < streams.size(); ++s) {
        for (std::size_t i = 1; i < streams[s].size(); ++i) grams[s].push_back(gram(streams[s][i - 1], streams[s][i]));
    }
    counts.bigrams = merge(grams);
    for (std::size_t s = 0; s < streams.size(); ++s) {
        grams[s].clear();
        for (std::size_t i = 2; i < streams[s].size(); ++i) {
            // Nothing before a sentence's end is remembered behind it.
            if (streams[s][i - 1] == kBoundary) continue;
            grams[s].push_back(gram(streams[s][i - 2], streams[s][i - 1], streams[s][i]));
        }
    }
    counts.trigrams = merge(grams);
    return counts;
}

}  // namespace train
