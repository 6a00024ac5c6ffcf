#pragma once
// The demo office: a fictional district justice division of six people and its year (data/demo).

#include "office/year_book.h"

namespace thidua::app {

/// Always the same; an empty book only if the data that was compiled in is broken (a test keeps it whole).
const office::YearBook& demo_office();

}  // namespace thidua::app
