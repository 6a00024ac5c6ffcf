#include "store/journal_row.h"

#include <array>
#include <cstdio>

#include "base/date.h"
#include "base/sha256.h"

namespace thidua::store {
namespace {

constexpr std::array<std::string_view, 4> kKinds{"create", "act", "undo", "redo"};
std::string_view kind_word(JournalEntry::Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

void add_part(std::string& out, std::string_view part) {
    out += std::to_string(part.size());
    out += ':';
    out += part;
}

}  // namespace

/// Every part goes in with its length, so that no two rows make the same bytes.
std::string hash_of(const JournalRow& row) {
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

JournalRow read_row(const Statement& statement) {
    JournalRow row;
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

base::Result<JournalRow> load_row(sqlite3* db, std::int64_t seq) {
    Statement statement(db, "SELECT " + std::string(kJournalColumns) + " FROM journal WHERE seq = ?");
    statement.bind(seq);
    if (statement.row()) return read_row(statement);
    if (auto good = statement.status(); !good) return tl::unexpected(good.error());
    return tl::unexpected(damaged("journal " + std::to_string(seq)));
}

base::Status insert_row(sqlite3* db, const JournalRow& row) {
    Statement statement(db, "INSERT INTO journal (" + std::string(kJournalColumns) + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const JournalEntry& entry = row.entry;
    statement.bind(entry.seq).bind(kind_word(entry.kind)).bind(entry.target).bind(entry.act).bind(entry.words);
    statement.bind(entry.who).bind(entry.at).bind(row.previous).bind(entry.hash).bind_blob(row.changeset);
    return statement.run();
}

std::string iso_time(std::int64_t utc_milliseconds) {
    constexpr std::int64_t kDay = 86400000;
    std::int64_t days = utc_milliseconds / kDay;
    std::int64_t rest = utc_milliseconds % kDay;
    if (rest < 0) {
        rest += kDay;
        --days;
    }
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(rest / 3600000),
                  static_cast<int>(rest / 60000 % 60), static_cast<int>(rest / 1000 % 60), static_cast<int>(rest % 1000));
    return base::to_iso(base::from_days(static_cast<long>(days))) + buffer.data();
}

}  // namespace thidua::store
