#include "sheet/table.h"

#include <array>
#include <cstdio>

namespace thidua::sheet {

std::string to_text(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* date = std::get_if<base::Date>(&value)) return base::to_numeric(*date);
    if (const auto* number = std::get_if<double>(&value)) {
        std::array<char, 32> digits{};
        std::snprintf(digits.data(), digits.size(), "%.15g", *number);
        return digits.data();
    }
    return {};
}

}  // namespace thidua::sheet
