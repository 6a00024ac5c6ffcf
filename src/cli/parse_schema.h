#pragma once
// The JSON Schema (draft 2020-12) of what `thidua parse --json` and `thidua restore --json` print: docs/parse-schema.md
// in a form that programs read.

#include <string>

namespace thidua::cli {

std::string parse_schema();
std::string restore_schema();

}  // namespace thidua::cli
