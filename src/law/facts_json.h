#pragma once
// Facts and verdicts as JSON (docs/verdict-schema.md), so that anybody can try their own cases.

#include <string>
#include <string_view>

#include "base/result.h"
#include "law/facts.h"
#include "law/verdict.h"

namespace thidua::law {

/// Canonical: keys in a fixed order, nothing that is unknown or empty. Indented when `indent` >= 0.
std::string to_json(const Facts& facts, int indent = -1);
/// Errors name file:line and the reason; an unknown key is an error, a fact left out is unknown.
base::Result<Facts> facts_from_json(std::string_view text, std::string_view file);

std::string to_json(const Verdict& verdict, int indent = 2);

/// JSON Schema (2020-12) of the facts file and of the verdict, as one document.
std::string verdict_schema();

}  // namespace thidua::law
