#pragma once
// The rhythm of a duty: "định kỳ", "hằng quý", "06 tháng/lần", "hai năm một lần".

#include <cstddef>
#include <optional>
#include <string>

#include "intake/citation.h"
#include "intake/words.h"

namespace thidua::intake {

struct Recurrence {
    std::string text;  ///< as written
    WordRange words;
};
/// The first in words [from, to); "thường xuyên" only when there is no other. "ngân sách hằng năm" describes a thing
/// and is none.
std::optional<Recurrence> find_recurrence(const std::string& text, const Words& words, std::size_t from,
                                          std::size_t to);

}  // namespace thidua::intake
