#pragma once
// SQLite as this module uses it: statements that keep their first error, transactions that roll back by
// themselves, and SQLite's result codes told in sentences.

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace thidua::store {

struct CloseDatabase {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

/// The sentence for SQLite's result code `rc`; `where` is usually the path.
base::Error sqlite_error(sqlite3* db, int rc, std::string where = {});
base::Status sqlite_status(sqlite3* db, int rc, std::string where = {});
/// The file's content contradicts itself; `detail` (English) goes into Error::where.
base::Error damaged(std::string detail);

/// Runs one or more statements without parameters or rows.
base::Status execute(sqlite3* db, const std::string& sql);
/// First column of the first row; fails when there is no row.
base::Result<std::int64_t> query_integer(sqlite3* db, const std::string& sql);
base::Result<std::string> query_text(sqlite3* db, const std::string& sql);

class Statement {
public:
    Statement(sqlite3* db, std::string_view sql);
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    // Each binds the next parameter.
    Statement& bind(std::int64_t value);
    Statement& bind(std::string_view text);
    Statement& bind_blob(std::string_view bytes);
    Statement& bind_null();

    /// Steps to the next row; false at the end and on an error (then status() tells).
    bool row();
    /// Steps to the end.
    base::Status run();
    base::Status status() const;
    /// Ready to be bound and run again.
    void reset();

    bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
    /// Text or blob, all its bytes.
    std::string bytes(int column) const;

private:
    void keep(int rc);

    sqlite3* db_;
    sqlite3_stmt* statement_ = nullptr;
    int next_ = 1;
    int rc_ = SQLITE_OK;
};

/// BEGIN IMMEDIATE; rolled back unless committed.
class Transaction {
public:
    explicit Transaction(sqlite3* db) : db_(db) {}
    ~Transaction() { roll_back(); }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    base::Status begin();
    base::Status commit();
    void roll_back();

private:
    sqlite3* db_;
    bool open_ = false;
};

}  // namespace thidua::store
