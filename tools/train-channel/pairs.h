#pragma once
// Words of a page beside what OCR printed for them.

#include <string>
#include <vector>

namespace train {

struct Pair {
    std::u32string word;   ///< letters only, as set
    std::u32string print;  ///< without the punctuation around it
    double weight = 1;
};

/// Aligns both texts word by word and keeps the pairs that clearly belong together.
std::vector<Pair> pair_words(const std::string& gold, const std::string& ocr, double weight);

}  // namespace train
