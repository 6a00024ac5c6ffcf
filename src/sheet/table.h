#pragma once
// A table of ours on its way out: typed columns, so that "001" stays a text and a date stays a date.

#include <string>
#include <variant>
#include <vector>

#include "base/date.h"

namespace thidua::sheet {

struct Column {
    enum class Type { kText, kNumber, kDate };
    std::string title;
    double width = 16;  ///< in characters of the default font, as spreadsheets count
    Type type = Type::kText;
};

/// Nothing, text, number or date.
using Value = std::variant<std::monostate, std::string, double, base::Date>;

struct Table {
    std::string name;   ///< of the sheet; cut to what Excel allows
    std::string title;  ///< printed above every page
    std::vector<Column> columns;
    std::vector<std::vector<Value>> rows;  ///< cells in the order of the columns; missing ones are empty
};

/// As a CSV cell: numbers with a point, dates as dd/mm/yyyy.
std::string to_text(const Value& value);

}  // namespace thidua::sheet
