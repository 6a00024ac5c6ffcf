#include "store/journal.h"

#include <chrono>

#include "store/changeset.h"
#include "store/commands.h"
#include "store/journal_row.h"

namespace thidua::store {
namespace {

using base::ErrorKind;
using base::Status;

std::int64_t machine_clock() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

std::int64_t now(const Store::Inner& inner) { return inner.clock ? inner.clock() : machine_clock(); }

/// A row that follows the last one; its changeset and hash come later.
JournalRow next_row(const Store::Inner& inner, JournalEntry::Kind kind, std::int64_t target, std::string_view act, const std::string& words) {
    JournalRow row;
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

Status read_only_error(const Store::Inner& inner) {
    return base::fail(ErrorKind::kStorage, "Tệp đang mở ở chế độ chỉ đọc: hãy lưu thành một bản sao để sửa.",
                      "The file is open for reading only: save a copy to change it.", inner.path);
}

void committed(Store::Inner& inner, const JournalRow& row) {
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
    JournalRow row = next_row(inner, kind, target->entry.seq, target->entry.act, target->entry.words);
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

    JournalRow row = next_row(inner, JournalEntry::Kind::kAct, 0, act.code, act.words);
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
    JournalRow row = next_row(inner, JournalEntry::Kind::kCreate, 0, "file.create", "Tạo tệp");
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
    Statement statement(inner.db.get(), "SELECT " + std::string(kJournalColumns) + " FROM journal ORDER BY seq");
    while (statement.row()) {
        const JournalRow row = read_row(statement);
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
    Statement statement(inner.db.get(), "SELECT " + std::string(kJournalColumns) + " FROM journal ORDER BY seq DESC LIMIT ?");
    statement.bind(std::int64_t{limit > 0 ? limit : -1});
    std::vector<JournalEntry> entries;
    while (statement.row()) entries.push_back(read_row(statement).entry);
    if (auto good = statement.status(); !good) return tl::unexpected(good.error());
    return entries;
}

}  // namespace thidua::store
