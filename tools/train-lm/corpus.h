#pragma once
// Texts as a stream of word numbers: lower case, old tone style, every number one class, sentence ends as a word.

#include <cstdint>
#include <string>
#include <vector>

namespace train {

using Word = std::uint32_t;

// The first words of every vocabulary.
inline constexpr Word kUnknown = 0;
inline constexpr Word kBoundary = 1;
inline constexpr Word kNumber = 2;
inline constexpr Word kSpecialWords = 3;

struct Corpora {
    std::vector<std::string> words;          ///< by number; most frequent first behind the special ones
    std::vector<std::vector<Word>> streams;  ///< one a file
};

struct VocabularyRule {
    std::uint64_t least_syllable = 2;  ///< occurrences that admit a well-formed syllable
    std::uint64_t least_other = 20;    ///< and anything else (abbreviations, loan words)
};

/// Reads plain text or .xz files (through `xz -dc`), one paragraph a line. Weight i multiplies the counts of file i
/// where words are ranked. Exits with a message when a file cannot be read.
Corpora read_corpora(const std::vector<std::string>& paths, const std::vector<double>& weights,
                     const VocabularyRule& rule);

}  // namespace train
