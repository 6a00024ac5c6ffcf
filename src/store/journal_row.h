#pragma once
// A row of the journal as it stands in the file, and the hash that chains it to the one before.

#include <string>

#include "store/sqlite.h"
#include "store/store.h"

namespace thidua::store {

/// One row, with what JournalEntry leaves out.
struct JournalRow {
    JournalEntry entry;
    std::string previous;   ///< the hash of the row before; "" for the first
    std::string changeset;  ///< of SQLite's session extension
};

/// SHA-256 over all of the row but its own hash.
std::string hash_of(const JournalRow& row);

/// The columns in the order in which read_row expects them.
inline constexpr const char* kJournalColumns = "seq, kind, target, act, words, who, at, previous, hash, changeset";
JournalRow read_row(const Statement& statement);
base::Result<JournalRow> load_row(sqlite3* db, std::int64_t seq);
base::Status insert_row(sqlite3* db, const JournalRow& row);

/// "2024-03-14T08:15:30.123Z"
std::string iso_time(std::int64_t utc_milliseconds);

}  // namespace thidua::store
