#pragma once
// Names of places and persons and the formulas of tools/make-lists, by word numbers.

#include <string>
#include <vector>

#include "corpus.h"

namespace train {

struct NamePair {
    Word first = 0;  ///< kBoundary: a name begins; kUnknown: it goes on; or a word that announces one ("tỉnh", "ông")
    Word second = 0;
    double share = 0;  ///< of what stands behind `first`
};

struct Lists {
    std::vector<NamePair> names;              ///< sorted
    std::vector<std::vector<Word>> formulas;  ///< kNumber: a figure
};

/// Reads places.tsv, names.tsv and formulas.tsv of the folder. Words that the vocabulary does not have are left out.
/// Exits with a message when a file cannot be read.
Lists read_lists(const std::string& folder, const std::vector<std::string>& words);

}  // namespace train
