#pragma once
// The tables of a `.thidua` file and the steps by which older files become newer ones.

#include <sqlite3.h>

#include <span>
#include <string_view>

#include "base/result.h"

namespace thidua::store {

/// One step: brings a file from version `to` - 1 to `to`. Never changed once released.
struct Migration {
    int to;
    std::string_view sql;
};
std::span<const Migration> migrations();

/// Tables whose changes the journal records: all but the journal itself.
std::span<const std::string_view> recorded_tables();

/// Runs the steps after `from` up to `to`; inside the caller's transaction. Sets user_version.
base::Status migrate(sqlite3* db, int from, int to);

/// Compares tables, indexes and all else in the file with what the steps up to `version` make. A file of a
/// stranger may carry triggers and views that would run with ours; such a file is refused as damaged.
base::Status check_schema(sqlite3* db, int version);

}  // namespace thidua::store
