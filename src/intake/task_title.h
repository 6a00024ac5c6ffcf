#pragma once
// One short sentence for a task, of its wording.

#include <cstddef>
#include <string>

#include "intake/words.h"

namespace thidua::intake {

/// Of words [from, to): the first sentence, cut with "…" at a comma or a word when it is longer than 110 characters.
std::string short_title(const std::string& text, const Words& words, std::size_t from, std::size_t to);

}  // namespace thidua::intake
