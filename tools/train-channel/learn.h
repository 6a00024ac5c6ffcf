#pragma once
// P(0 to 3 printed characters | letter), by Viterbi EM over pairs of words.

#include <map>
#include <string>
#include <vector>

#include "pairs.h"

namespace train {

/// Counts by letter (as set) and print.
using Table = std::map<char32_t, std::map<std::u32string, double>>;

Table learn(const std::vector<Pair>& pairs, int rounds);

}  // namespace train
