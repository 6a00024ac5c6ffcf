#include "store/journal.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>

#include "base/date.h"
#include "base/sha256.h"
#include "store/commands.h"
#include "store/schema.h"

namespace thidua::store {
namespace {

using base::ErrorKind;
using base::Status;

constexpr std::array<std::string_view, 4> kKinds{"create", "act", "undo", "redo"};
constexpr std::string_view kColumns = "seq, kind, target, act, words, who, at, previous, hash, changeset";

std::string_view kind_word(JournalEntry::Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

/// One row, with what JournalEntry leaves out.
struct Row {
    JournalEntry entry;
    std::string previous;
    std::string changeset;
};

void add_part(std::string& out, std::string_view part) {
    out += std::to_string(part.size());
    out += ':';
    out += part;
}

/// Every part goes in with its length, so that no two rows make the same bytes.
std::string hash_of(const Row& row) {
    std::string bytes = "thidua-journal-1\n";
    add_part(bytes, std::to_string(row.entry.seq));
    add_part(bytes, kind_word(row.entry.kind));
    add_part(bytes, std::to_string(row.entry.target));
    add_part(bytes, row.entry.act);
    add_part(bytes, row.entry.words);
    add_part(bytes, row.entry.who);
    add_part(bytes, row.entry.at);
    add_part(bytes, row.changeset);
    add_part(bytes, row.previous);
    return base::sha256_hex(bytes);
}

Row read_row(const Statement& statement) {
    Row row;
    row.entry.seq = statement.integer(0);
    const std::string kind = statement.bytes(1);
    for (std::size_t at = 0; at < kKinds.size(); ++at) {
        if (kKinds[at] == kind) row.entry.kind = static_cast<JournalEntry::Kind>(at);
    }
    row.entry.target = statement.integer(2);
    row.entry.act = statement.bytes(3);
    row.entry.words = statement.bytes(4);
    row.entry.who = statement.bytes(5);
    row.entry.at = statement.bytes(6);
    row.previous = statement.bytes(7);
    row.entry.hash = statement.bytes(8);
    row.changeset = statement.bytes(9);
    row.entry.changes = row.changeset.size();
    return row;
}

base::Result<Row> load_row(sqlite3* db, std::int64_t seq) {
    Statement statement(db, "SELECT " + std::string(kColumns) + " FROM journal WHERE seq = ?");
    statement.bind(seq);
    if (statement.row()) return read_row(statement);
    if (auto good = statement.status(); !good) return tl::unexpected(good.error());
    return tl::unexpected(damaged("journal " + std::to_string(seq)));
}

Status insert_row(sqlite3* db, const Row& row) {
    Statement statement(db, "INSERT INTO journal (" + std::string(kColumns) + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const JournalEntry& entry = row.entry;
    statement.bind(entry.seq).bind(kind_word(entry.kind)).bind(entry.target).bind(entry.act).bind(entry.words);
    statement.bind(entry.who).bind(entry.at).bind(row.previous).bind(entry.hash).bind_blob(row.changeset);
    return statement.run();
}

std::string iso_time(std::int64_t milliseconds) {
    constexpr std::int64_t kDay = 86400000;
    std::int64_t days = milliseconds / kDay;
    std::int64_t rest = milliseconds % kDay;
    if (rest < 0) {
        rest += kDay;
        --days;
    }
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(rest / 3600000),
                  static_cast<int>(rest / 60000 % 60), static_cast<int>(rest / 1000 % 60), static_cast<int>(rest % 1000));
    return base::to_iso(base::from_days(static_cast<long>(days))) + buffer.data();
}

std::int64_t machine_clock() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

std::int64_t now(const Store::Inner& inner) { return inner.clock ? inner.clock() : machine_clock(); }

/// A row that follows the last one; its changeset and hash come later.
Row next_row(const Store::Inner& inner, JournalEntry::Kind kind, std::int64_t target, std::string_view act, const std::string& words) {
    Row row;
    row.entry.seq = inner.last_seq + 1;
    row.entry.kind = kind;
    row.entry.target = target;
    row.entry.act = act;
    row.entry.words = words;
    row.entry.who = inner.who;
    row.entry.at = iso_time(now(inner));
    row.previous = inner.last_hash;
    return row;
}

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

/// Runs `change` and returns the changeset of what it did.
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

/// Any conflict means that the tables are not what the journal says they are.
int refuse_conflict(void*, int, sqlite3_changeset_iter*) { return SQLITE_CHANGESET_ABORT; }

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

Status read_only_error(const Store::Inner& inner) {
    return base::fail(ErrorKind::kStorage, "Tệp đang mở ở chế độ chỉ đọc: hãy lưu thành một bản sao để sửa.",
                      "The file is open for reading only: save a copy to change it.", inner.path);
}

void committed(Store::Inner& inner, const Row& row) {
    inner.last_seq = row.entry.seq;
    inner.last_hash = row.entry.hash;
    ++inner.revision;
}

/// Puts the act at hand into the last entry, when it is the same edit going on. True when it did.
base::Result<bool> merge_into_last(Store::Inner& inner, const Act& act, const std::string& changeset, Transaction& transaction) {
    const std::int64_t time = now(inner);
    const bool same = !act.merge_key.empty() && act.merge_key == inner.merge_key && time <= inner.merge_until &&
                      inner.undone.empty() && !inner.done.empty() && inner.done.back().seq == inner.last_seq;
    if (!same) return false;
    auto last = load_row(inner.db.get(), inner.last_seq);
    if (!last) return tl::unexpected(last.error());
    if (last->entry.who != inner.who) return false;
    const auto both = joined(last->changeset, changeset);
    if (!both) return tl::unexpected(both.error());

    Statement remove(inner.db.get(), "DELETE FROM journal WHERE seq = ?");
    remove.bind(last->entry.seq);
    if (auto good = remove.run(); !good) return tl::unexpected(good.error());
    if (both->empty()) {  // typed and taken back: the entry is gone with what it did
        if (auto good = transaction.commit(); !good) return tl::unexpected(good.error());
        inner.done.pop_back();
        inner.last_seq = last->entry.seq - 1;
        inner.last_hash = last->previous;
        inner.merge_key.clear();
        ++inner.revision;
        return true;
    }
    last->changeset = *both;
    last->entry.words = act.words;
    last->entry.at = iso_time(time);
    last->entry.hash = hash_of(*last);
    if (auto good = insert_row(inner.db.get(), *last); !good) return tl::unexpected(good.error());
    if (auto good = transaction.commit(); !good) return tl::unexpected(good.error());
    committed(inner, *last);
    inner.done.back().words = act.words;
    inner.merge_until = time + kMergeMilliseconds;
    return true;
}

/// Undo and redo differ only in direction.
Status step(Store::Inner& inner, JournalEntry::Kind kind) {
    const bool undoing = kind == JournalEntry::Kind::kUndo;
    auto& from = undoing ? inner.done : inner.undone;
    auto& to = undoing ? inner.undone : inner.done;
    if (inner.read_only) return read_only_error(inner);
    if (from.empty()) {
        return undoing ? base::fail(ErrorKind::kNotFound, "Không còn gì để hoàn tác.", "There is nothing left to undo.")
                       : base::fail(ErrorKind::kNotFound, "Không còn gì để làm lại.", "There is nothing left to redo.");
    }
    sqlite3* const db = inner.db.get();
    const auto target = load_row(db, from.back().seq);
    if (!target) return tl::unexpected(target.error());
    if (hash_of(*target) != target->entry.hash) {
        return base::fail(ErrorKind::kBadInput, "Không hoàn tác được: mục này của nhật ký đã bị thay đổi.",
                          "This cannot be undone: its entry in the journal was changed.", "journal " + std::to_string(target->entry.seq));
    }
    Row row = next_row(inner, kind, target->entry.seq, target->entry.act, target->entry.words);
    row.changeset = target->changeset;
    if (undoing) {
        auto inverse = inverted(target->changeset);
        if (!inverse) return tl::unexpected(inverse.error());
        row.changeset = std::move(*inverse);
    }
    row.entry.hash = hash_of(row);

    Transaction transaction(db);
    if (auto good = transaction.begin(); !good) return good;
    if (auto good = apply_changeset(db, row.changeset); !good) return good;
    if (auto good = insert_row(db, row); !good) return good;
    if (auto good = transaction.commit(); !good) return good;
    committed(inner, row);
    to.push_back(from.back());
    from.pop_back();
    inner.merge_key.clear();
    return {};
}

}  // namespace

Status perform(Store::Inner& inner, const Act& act, const std::function<Status()>& change) {
    if (inner.read_only) return read_only_error(inner);
    sqlite3* const db = inner.db.get();
    Transaction transaction(db);
    if (auto good = transaction.begin(); !good) return good;
    const auto changeset = recorded(db, change);
    if (!changeset) return tl::unexpected(changeset.error());
    if (changeset->empty()) return {};

    const auto merged = merge_into_last(inner, act, *changeset, transaction);
    if (!merged) return tl::unexpected(merged.error());
    if (*merged) return {};

    Row row = next_row(inner, JournalEntry::Kind::kAct, 0, act.code, act.words);
    row.changeset = *changeset;
    row.entry.hash = hash_of(row);
    if (auto good = insert_row(db, row); !good) return good;
    if (auto good = transaction.commit(); !good) return good;
    committed(inner, row);
    inner.done.push_back({row.entry.seq, act.words});
    inner.undone.clear();
    inner.merge_key = act.merge_key;
    inner.merge_until = now(inner) + kMergeMilliseconds;
    return {};
}

Status perform_first(Store::Inner& inner, const std::function<Status()>& change) {
    const auto changeset = recorded(inner.db.get(), change);
    if (!changeset) return tl::unexpected(changeset.error());
    Row row = next_row(inner, JournalEntry::Kind::kCreate, 0, "file.create", "Tạo tệp");
    row.changeset = *changeset;
    row.entry.hash = hash_of(row);
    return insert_row(inner.db.get(), row);
}

Status undo_last(Store::Inner& inner) { return step(inner, JournalEntry::Kind::kUndo); }
Status redo_last(Store::Inner& inner) { return step(inner, JournalEntry::Kind::kRedo); }

Status load_journal(Store::Inner& inner) {
    inner.last_seq = 0;
    inner.last_hash.clear();
    inner.done.clear();
    inner.undone.clear();
    std::int64_t broken = 0;
    bool followed = true;  // undo and redo entries fit the acts before them
    Statement statement(inner.db.get(), "SELECT " + std::string(kColumns) + " FROM journal ORDER BY seq");
    while (statement.row()) {
        const Row row = read_row(statement);
        const JournalEntry& entry = row.entry;
        const bool first_fits = (entry.kind == JournalEntry::Kind::kCreate) == (entry.seq == 1);
        const bool links = entry.seq == inner.last_seq + 1 && row.previous == inner.last_hash && first_fits;
        if (broken == 0 && (!links || hash_of(row) != entry.hash)) broken = entry.seq;
        inner.last_seq = entry.seq;
        inner.last_hash = entry.hash;
        switch (entry.kind) {
            case JournalEntry::Kind::kCreate:
                break;
            case JournalEntry::Kind::kAct:
                inner.done.push_back({entry.seq, entry.words});
                inner.undone.clear();
                break;
            case JournalEntry::Kind::kUndo:
            case JournalEntry::Kind::kRedo: {
                const bool undoing = entry.kind == JournalEntry::Kind::kUndo;
                auto& from = undoing ? inner.done : inner.undone;
                auto& to = undoing ? inner.undone : inner.done;
                if (from.empty() || from.back().seq != entry.target) {
                    followed = false;
                    if (broken == 0) broken = entry.seq;
                    break;
                }
                to.push_back(from.back());
                from.pop_back();
                break;
            }
        }
    }
    if (auto good = statement.status(); !good) return good;
    if (inner.last_seq == 0) return tl::unexpected(damaged("journal"));
    if (!followed) {  // what could be undone is no longer known
        inner.done.clear();
        inner.undone.clear();
    }
    if (broken != 0) {
        const std::string place = std::to_string(broken);
        inner.warnings.push_back(base::Error{
            ErrorKind::kBadInput,
            "Nhật ký của tệp đã bị thay đổi từ mục số " + place + ": hãy đối chiếu với bản sao lưu trước khi dùng số liệu.",
            "The file's journal was changed from entry " + place + " on: compare with a backup before relying on it.",
            "journal " + place});
    }
    return {};
}

base::Result<std::vector<JournalEntry>> read_journal(const Store::Inner& inner, int limit) {
    Statement statement(inner.db.get(), "SELECT " + std::string(kColumns) + " FROM journal ORDER BY seq DESC LIMIT ?");
    statement.bind(std::int64_t{limit > 0 ? limit : -1});
    std::vector<JournalEntry> entries;
    while (statement.row()) entries.push_back(read_row(statement).entry);
    if (auto good = statement.status(); !good) return tl::unexpected(good.error());
    return entries;
}

}  // namespace thidua::store
