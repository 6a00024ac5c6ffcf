#include "text/model.h"

#include <algorithm>

#include "text/model_file.h"

namespace thidua::text {

float LanguageModel::Tables::cost_of_bigram(std::uint32_t bigram, WordId first, WordId second) const {
    return bigram != kNoBigram ? static_cast<float>(cost2[bigram]) * kCostStep : backoff1[first] + cost1[second];
}

float LanguageModel::Tables::cost_of_trigram(std::uint32_t bigram, WordId third, float shorter) const {
    if (bigram == kNoBigram) return shorter;
    const auto begin = word3.begin() + start3[bigram];
    const auto end = word3.begin() + start3[bigram + 1];
    if (begin == end) return shorter;
    const auto at = std::lower_bound(begin, end, third);
    if (at != end && *at == third)
        return static_cast<float>(cost3[static_cast<std::size_t>(at - word3.begin())]) * kCostStep;
    return static_cast<float>(kBackoffBias - int{backoff2[bigram]}) * kCostStep + shorter;
}

float LanguageModel::Tables::name_likelihood(WordId first, WordId second) const {
    const auto begin = name_word.begin() + name_start[first];
    const auto end = name_word.begin() + name_start[first + 1u];
    const auto at = std::lower_bound(begin, end, second);
    return at != end && *at == second ? name_share[static_cast<std::size_t>(at - name_word.begin())] : 0.0F;
}

WordId LanguageModel::Tables::find_word(std::u32string_view lower_case) const {
    std::uint32_t node = 0;
    for (const char32_t c : lower_case) {
        const LetterCode letter = letter_code(c);
        node = letter == kNoLetter ? 0 : child(node, letter);
        if (node == 0) return 0;
    }
    return trie[node].word;
}

}  // namespace thidua::text
