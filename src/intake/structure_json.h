#pragma once
// What was read from a text, as JSON with a span for every field: `thidua parse FILE --json`. The schema is
// docs/parse-schema.md.

#include <string>

#include "intake/plan_reader.h"

namespace thidua::intake {

inline constexpr int kStructureFormat = 1;

/// Indented by two blanks, keys in the order of the schema, empty fields left out; bytes that are no UTF-8 become
/// U+FFFD.
std::string to_structure_json(const PlanReading& reading);

}  // namespace thidua::intake
