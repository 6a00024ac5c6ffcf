#include "store/changeset.h"

#include <memory>

#include "store/schema.h"

namespace thidua::store {
namespace {

using base::ErrorKind;
using base::Status;

/// What SQLite's session functions allocate.
struct Bytes {
    int count = 0;
    void* data = nullptr;
    Bytes() = default;
    ~Bytes() { sqlite3_free(data); }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;
    std::string take() const {
        return count > 0 ? std::string(static_cast<const char*>(data), static_cast<std::size_t>(count)) : std::string();
    }
};

struct DeleteSession {
    void operator()(sqlite3_session* session) const { sqlite3session_delete(session); }
};
struct DeleteGroup {
    void operator()(sqlite3_changegroup* group) const { sqlite3changegroup_delete(group); }
};

/// Any conflict means that the tables are not what the journal says they are.
int refuse_conflict(void*, int, sqlite3_changeset_iter*) { return SQLITE_CHANGESET_ABORT; }

}  // namespace

base::Result<std::string> recorded(sqlite3* db, const std::function<Status()>& change) {
    sqlite3_session* raw = nullptr;
    int rc = sqlite3session_create(db, "main", &raw);
    const std::unique_ptr<sqlite3_session, DeleteSession> session(raw);
    for (const std::string_view table : recorded_tables()) {
        if (rc == SQLITE_OK) rc = sqlite3session_attach(raw, std::string(table).c_str());
    }
    if (rc != SQLITE_OK) return tl::unexpected(sqlite_error(db, rc));
    if (auto good = change(); !good) return tl::unexpected(good.error());
    Bytes bytes;
    rc = sqlite3session_changeset(raw, &bytes.count, &bytes.data);
    if (rc != SQLITE_OK) return tl::unexpected(sqlite_error(db, rc));
    return bytes.take();
}

base::Result<std::string> inverted(const std::string& changeset) {
    Bytes bytes;
    const int rc = sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.data(), &bytes.count, &bytes.data);
    if (rc != SQLITE_OK) return tl::unexpected(damaged("changeset"));
    return bytes.take();
}

base::Result<std::string> joined(const std::string& first, const std::string& second) {
    sqlite3_changegroup* raw = nullptr;
    int rc = sqlite3changegroup_new(&raw);
    const std::unique_ptr<sqlite3_changegroup, DeleteGroup> group(raw);
    for (const std::string* part : {&first, &second}) {
        // The interface takes void*, but only reads.
        if (rc == SQLITE_OK) rc = sqlite3changegroup_add(raw, static_cast<int>(part->size()), const_cast<char*>(part->data()));
    }
    Bytes bytes;
    if (rc == SQLITE_OK) rc = sqlite3changegroup_output(raw, &bytes.count, &bytes.data);
    if (rc != SQLITE_OK) return tl::unexpected(damaged("changeset"));
    return bytes.take();
}

Status apply_changeset(sqlite3* db, const std::string& changeset) {
    const int rc = sqlite3changeset_apply(db, static_cast<int>(changeset.size()), const_cast<char*>(changeset.data()), nullptr,
                                          refuse_conflict, nullptr);
    if (rc == SQLITE_OK) return {};
    const int kind = rc & 0xff;
    if (kind == SQLITE_FULL || kind == SQLITE_IOERR || kind == SQLITE_NOMEM || kind == SQLITE_BUSY) {
        return sqlite_status(db, rc);
    }
    return base::fail(ErrorKind::kConflict, "Không hoàn tác được: dữ liệu không còn khớp với nhật ký.",
                      "This cannot be undone: the data no longer agrees with the journal.");
}

}  // namespace thidua::store
