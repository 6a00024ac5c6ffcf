#pragma once
// Writes the file that text::LanguageModel::load reads (layout in src/text/model_file.h).

#include <string>
#include <vector>

#include "estimate.h"
#include "lists.h"

namespace train {

std::string pack(const Model& model, const std::vector<std::string>& words, const std::string& channel,
                 const Lists& lists);

}  // namespace train
