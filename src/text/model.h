#pragma once
// The language model unfolded: back-off trigrams in flat arrays, and the vocabulary as a trie of letters. Internal to
// text/; others hold a LanguageModel (restore.h).

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "text/alphabet.h"
#include "text/channel.h"
#include "text/formulas.h"
#include "text/restore.h"

namespace thidua::text {

struct TrieNode {
    std::uint64_t low = 0;       ///< letters 0..63 that lead on
    std::uint64_t high = 0;      ///< letters 64..92
    std::uint32_t first = 0;     ///< first child; children stand together in order of letters
    float best = 0;              ///< cheapest unigram below
    WordId word = 0;             ///< 0: no word ends here
    std::uint8_t low_count = 0;  ///< bits in `low`
};

/// Bits set. Plain arithmetic: without -mpopcnt std::popcount is a call on x86-64.
constexpr std::uint32_t count_bits(std::uint64_t bits) {
    bits -= (bits >> 1) & 0x5555555555555555U;
    bits = (bits & 0x3333333333333333U) + ((bits >> 2) & 0x3333333333333333U);
    return static_cast<std::uint32_t>((((bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU) * 0x0101010101010101U) >> 56);
}

struct LanguageModel::Tables {
    static constexpr std::uint32_t kNoBigram = std::numeric_limits<std::uint32_t>::max();

    struct BigramSlot {
        std::uint32_t key, bigram;
    };

    std::vector<std::string> words;
    std::vector<float> cost1;     ///< -ln p
    std::vector<bool> syllable;   ///< well-formed Vietnamese
    std::vector<float> backoff1;  ///< added to the cost, may be negative
    std::vector<std::uint32_t> start2;
    std::vector<WordId> word2;
    std::vector<std::uint8_t> cost2;
    std::vector<std::uint8_t> backoff2;
    std::vector<std::uint32_t> start3;
    std::vector<WordId> word3;
    std::vector<std::uint8_t> cost3;
    std::vector<BigramSlot> slots;  ///< open hash of the bigrams by both words; kNoBigram: free
    std::uint32_t slot_mask = 0;
    std::vector<TrieNode> trie;  ///< [0] is the root
    Channel channel{std::string_view()};
    std::vector<std::uint32_t> name_start;  ///< names of places and persons: by first word into name_word
    std::vector<WordId> name_word;
    std::vector<float> name_share;  ///< likelihood behind the first word
    Formulas formulas;

    std::uint32_t find_bigram(WordId first, WordId second) const {
        const std::uint32_t key = std::uint32_t{first} << 16 | second;
        for (std::uint32_t at = slot_of(key);; at = (at + 1) & slot_mask) {
            if (slots[at].key == key || slots[at].bigram == kNoBigram) return slots[at].bigram;
        }
    }
    std::uint32_t slot_of(std::uint32_t key) const {
        key *= 0x9E3779B1U;
        return (key ^ (key >> 15)) & slot_mask;
    }
    /// Cost of `second` after `first`; `bigram` as found by find_bigram.
    float cost_of_bigram(std::uint32_t bigram, WordId first, WordId second) const;
    /// Cost of `third` after the bigram (kNoBigram: unknown pair) when the shorter history costs `shorter`.
    float cost_of_trigram(std::uint32_t bigram, WordId third, float shorter) const;
    /// Likelihood of `second` behind `first` in a name of a place or a person (kBoundaryWord: as its beginning,
    /// kUnknownWord: anywhere behind that) or behind a word that announces one ("tỉnh", "ông"); 0: never seen.
    float name_likelihood(WordId first, WordId second) const;
    bool may_go_on(WordId first) const { return name_start[first] != name_start[first + 1u]; }
    /// 0 when there is no such word. `lower_case` in old tone style.
    WordId find_word(std::u32string_view lower_case) const;
    /// The child of a node, or 0.
    std::uint32_t child(std::uint32_t node, LetterCode letter) const {
        const TrieNode& here = trie[node];
        if (letter < 64) {
            const std::uint64_t bit = std::uint64_t{1} << letter;
            return here.low & bit ? here.first + count_bits(here.low & (bit - 1)) : 0;
        }
        const std::uint64_t bit = std::uint64_t{1} << (letter - 64);
        return here.high & bit ? here.first + here.low_count + count_bits(here.high & (bit - 1)) : 0;
    }
};

}  // namespace thidua::text
