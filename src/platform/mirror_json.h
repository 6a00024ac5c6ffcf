#pragma once
// The semantic tree as JSON, for web/mirror.js.

#include <string>

#include "app/semantics.h"

namespace thidua::platform {

/// An array of objects {id, parent, role, name, …}; keys with their default value are left out.
std::string mirror_json(const app::SemanticTree& tree);

/// `text` between double quotes, escaped. Broken UTF-8 is replaced, so that JSON.parse never throws.
std::string json_string(std::string_view text);

}  // namespace thidua::platform
