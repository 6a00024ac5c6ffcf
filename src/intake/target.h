#pragma once
// How much is to be reached: "ít nhất 80% …", "xây dựng 02 mô hình", "khoảng 1.700 km".

#include <cstddef>
#include <optional>
#include <string>

#include "intake/citation.h"
#include "intake/words.h"

namespace thidua::intake {

struct Target {
    std::string amount;  ///< "100", "2,1", "8,3 - 8,5": as written
    std::string unit;    ///< "%", "mô hình"
    WordRange words;
};
/// The first in words [from, to).
std::optional<Target> find_target(const std::string& text, const Words& words, std::size_t from, std::size_t to);

}  // namespace thidua::intake
