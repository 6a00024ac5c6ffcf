#pragma once
// data/calendar/anniversaries.json, compiled in (see CMakeLists.txt).

#include <string_view>

namespace thidua::intake {

extern const std::string_view kCalendarJson;

}  // namespace thidua::intake
