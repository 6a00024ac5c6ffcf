#pragma once
// N-gram counts of all corpora together, as sorted arrays.

#include <array>
#include <cstdint>
#include <vector>

#include "corpus.h"

namespace train {

inline constexpr std::size_t kMostCorpora = 2;

/// Words of an n-gram in one number, first word highest: sorting groups by history.
using Gram = std::uint64_t;
inline constexpr int kWordBits = 20;
inline constexpr Gram kWordMask = (Gram{1} << kWordBits) - 1;

inline Gram gram(Word u, Word v) { return (Gram{u} << kWordBits) | v; }
inline Gram gram(Word u, Word v, Word w) { return (gram(u, v) << kWordBits) | w; }
inline Word last_word(Gram g) { return static_cast<Word>(g & kWordMask); }
inline Gram history(Gram g) { return g >> kWordBits; }
/// The bigram (v, w) of the trigram (u, v, w).
inline Gram tail(Gram trigram) { return trigram & ((Gram{1} << (2 * kWordBits)) - 1); }

struct Count {
    Gram gram = 0;
    std::array<std::uint32_t, kMostCorpora> by_corpus{};
};

struct Counts {
    std::vector<Count> bigrams;
    std::vector<Count> trigrams;
};

Counts count_grams(const std::vector<std::vector<Word>>& streams);

}  // namespace train
