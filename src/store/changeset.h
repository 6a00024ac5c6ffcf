#pragma once
// Changesets of SQLite's session extension: what an act did to the recorded tables, as bytes that can be
// applied, turned round and joined.

#include <functional>
#include <string>

#include "store/sqlite.h"

namespace thidua::store {

/// Runs `change` and returns the changeset of what it did; empty when it changed nothing.
base::Result<std::string> recorded(sqlite3* db, const std::function<base::Status()>& change);
/// What takes it back.
base::Result<std::string> inverted(const std::string& changeset);
/// Both in one, the first one first.
base::Result<std::string> joined(const std::string& first, const std::string& second);
/// All of it or nothing: fails (kConflict) when a row is not as the changeset says.
base::Status apply_changeset(sqlite3* db, const std::string& changeset);

}  // namespace thidua::store
