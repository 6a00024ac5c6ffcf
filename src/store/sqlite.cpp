#include "store/sqlite.h"

namespace thidua::store {

using base::Error;
using base::ErrorKind;
using base::Status;

Error damaged(std::string detail) {
    return Error{ErrorKind::kBadInput, "Tệp đã bị hỏng: hãy mở bản sao lưu gần nhất.",
                 "The file is damaged: please open your latest backup.", std::move(detail)};
}

Error sqlite_error(sqlite3* db, int rc, std::string where) {
    const char* const detail = db ? sqlite3_errmsg(db) : sqlite3_errstr(rc);
    switch (rc & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Error{ErrorKind::kConflict, "Tệp đang được mở ở một cửa sổ hoặc chương trình khác: hãy đóng bên đó rồi mở lại.",
                         "The file is open in another window or program: close it there and try again.", std::move(where)};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return Error{ErrorKind::kStorage, "Tệp này chỉ cho đọc: hãy lưu thành một bản sao để sửa.",
                         "This file is read-only: save a copy to change it.", std::move(where)};
        case SQLITE_FULL:
            return Error{ErrorKind::kStorage, "Hết dung lượng lưu trữ: hãy giải phóng chỗ trống rồi làm lại; thay đổi vừa rồi chưa được ghi.",
                         "There is no space left: free some and try again; the last change was not written.", std::move(where)};
        case SQLITE_IOERR:
            return Error{ErrorKind::kStorage, "Không đọc hoặc ghi được nơi lưu tệp: hãy kiểm tra ổ đĩa; thay đổi vừa rồi chưa được ghi.",
                         "The place where the file is kept cannot be read or written: check the drive; the last change was not written.",
                         std::move(where)};
        case SQLITE_CANTOPEN:
            return Error{ErrorKind::kStorage, "Không mở được tệp: hãy kiểm tra thư mục và quyền truy cập.",
                         "The file cannot be opened: check the folder and your permissions.", std::move(where)};
        case SQLITE_NOTADB:
            return Error{ErrorKind::kBadInput, "Đây không phải là tệp Thi Đua (.thidua).", "This is not a Thi Đua file (.thidua).",
                         std::move(where)};
        case SQLITE_CORRUPT:
            return damaged(detail);
        case SQLITE_NOMEM:
        case SQLITE_TOOBIG:
            return Error{ErrorKind::kStorage, "Không đủ bộ nhớ cho tệp này: hãy đóng bớt cửa sổ rồi làm lại.",
                         "There is not enough memory for this file: close other windows and try again.", std::move(where)};
        case SQLITE_CONSTRAINT:
            return Error{ErrorKind::kConflict, "Thay đổi này mâu thuẫn với dữ liệu đang có nên chưa được ghi.",
                         "This change contradicts what is stored and was not written.", detail};
        default:
            return Error{ErrorKind::kInternal, "Lỗi nội bộ của phần lưu trữ: hãy báo cho người phát triển.",
                         "An internal error of the store: please report it.", std::string(detail)};
    }
}

Status sqlite_status(sqlite3* db, int rc, std::string where) {
    if (rc == SQLITE_OK || rc == SQLITE_DONE || rc == SQLITE_ROW) return {};
    return tl::unexpected(sqlite_error(db, rc, std::move(where)));
}

Status execute(sqlite3* db, const std::string& sql) {
    return sqlite_status(db, sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr));
}

base::Result<std::int64_t> query_integer(sqlite3* db, const std::string& sql) {
    Statement statement(db, sql);
    if (statement.row()) return statement.integer(0);
    if (auto good = statement.status(); !good) return tl::unexpected(good.error());
    return tl::unexpected(damaged("no row: " + sql));
}

base::Result<std::string> query_text(sqlite3* db, const std::string& sql) {
    Statement statement(db, sql);
    if (statement.row()) return statement.bytes(0);
    if (auto good = statement.status(); !good) return tl::unexpected(good.error());
    return tl::unexpected(damaged("no row: " + sql));
}

Statement::Statement(sqlite3* db, std::string_view sql) : db_(db) {
    keep(sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
}

void Statement::keep(int rc) {
    if (rc_ == SQLITE_OK && rc != SQLITE_ROW && rc != SQLITE_DONE) rc_ = rc;
}

Statement& Statement::bind(std::int64_t value) {
    if (rc_ == SQLITE_OK) keep(sqlite3_bind_int64(statement_, next_++, value));
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    // An empty view may carry a null pointer, which SQLite would store as NULL.
    const char* const data = text.empty() ? "" : text.data();
    if (rc_ == SQLITE_OK) keep(sqlite3_bind_text64(statement_, next_++, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_blob(std::string_view bytes) {
    const char* const data = bytes.empty() ? "" : bytes.data();
    if (rc_ == SQLITE_OK) keep(sqlite3_bind_blob64(statement_, next_++, data, bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bind_null() {
    if (rc_ == SQLITE_OK) keep(sqlite3_bind_null(statement_, next_++));
    return *this;
}

bool Statement::row() {
    if (rc_ != SQLITE_OK) return false;
    const int rc = sqlite3_step(statement_);
    keep(rc);
    return rc == SQLITE_ROW;
}

Status Statement::run() {
    while (row()) {
    }
    return status();
}

Status Statement::status() const { return sqlite_status(db_, rc_); }

void Statement::reset() {
    sqlite3_reset(statement_);
    next_ = 1;
}

std::string Statement::bytes(int column) const {
    const void* const data = sqlite3_column_blob(statement_, column);
    const int count = sqlite3_column_bytes(statement_, column);
    if (!data || count <= 0) return {};
    return std::string(static_cast<const char*>(data), static_cast<std::size_t>(count));
}

Status Transaction::begin() {
    auto good = execute(db_, "BEGIN IMMEDIATE");
    open_ = good.has_value();
    return good;
}

Status Transaction::commit() {
    auto good = execute(db_, "COMMIT");
    if (good) open_ = false;
    return good;
}

void Transaction::roll_back() {
    // SQLite may have rolled back already (disk full, I/O error).
    if (open_ && sqlite3_get_autocommit(db_) == 0) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
    open_ = false;
}

}  // namespace thidua::store
