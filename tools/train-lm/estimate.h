#pragma once
// From counts to a small back-off trigram model.

#include <cstdint>
#include <vector>

#include "counts.h"

namespace train {

struct Settings {
    std::vector<double> weights;        ///< of each corpus' counts: texts like those to be read weigh more
    std::size_t most_bigrams = 300000;  ///< parents of kept trigrams come on top
    std::size_t most_trigrams = 800000;
};

struct Unigram {
    double probability = 0;
    double backoff = 1;
};

struct Bigram {
    Word first = 0;
    Word second = 0;
    double probability = 0;
    double backoff = 1;               ///< 1 without trigrams
    std::uint32_t first_trigram = 0;  ///< into Model::trigrams
    std::uint32_t trigrams = 0;
};

struct Trigram {
    Word third = 0;
    double probability = 0;
};

struct Model {
    std::vector<Unigram> unigrams;  ///< by word number
    std::vector<Bigram> bigrams;    ///< sorted
    std::vector<Trigram> trigrams;  ///< grouped by bigram, sorted inside
};

/// Modified Kneser-Ney discounts on each corpus, corpora pooled by weight; n-grams chosen by what they gain in
/// likelihood and in telling apart words that differ in marks only; what pruned n-grams counted falls to the order
/// below (Siivola, Hirsimäki, Virpioja 2007).
Model estimate(const Counts& counts, const std::vector<std::string>& words, const Settings& settings);

}  // namespace train
