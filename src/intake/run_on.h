#pragma once
// Text copied from a web page or a table often comes with whole pages on one line: "… QUYẾT ĐỊNH: Điều 1. … Điều 2. …",
// "Nơi nhận: - Như Điều 4; - Lưu: VT.". Here are the places where such a line would be broken in print.

#include <cstddef>
#include <string_view>
#include <vector>

namespace thidua::intake {

/// Bytes of `line` where a new paragraph begins, rising, none at 0; empty for lines of ordinary length. Linear.
std::vector<std::size_t> run_on_breaks(std::string_view line);

}  // namespace thidua::intake
