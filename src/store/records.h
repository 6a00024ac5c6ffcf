#pragma once
// Office records as rows: columns and their order come from office/fields.h, never written twice.

#include <type_traits>

#include "office/codes.h"
#include "office/fields.h"
#include "store/sqlite.h"

namespace thidua::store {

// --- one value ----------------------------------------------------------------------------------------

std::string to_column(const office::SourceSpan& span);
bool from_column(std::string_view text, office::SourceSpan& span);

/// How a member stands in its column; `name` matters for source_text only, which is a blob.
template <class Member>
void bind_member(Statement& statement, std::string_view name, const Member& member) {
    if constexpr (std::is_same_v<Member, std::string>) {
        if (name == "source_text") {
            statement.bind_blob(member);
        } else {
            statement.bind(std::string_view(member));
        }
    } else if constexpr (std::is_same_v<Member, std::optional<base::Date>>) {
        if (member) {
            statement.bind(std::string_view(base::to_iso(*member)));
        } else {
            statement.bind_null();
        }
    } else if constexpr (std::is_enum_v<Member>) {
        statement.bind(office::code(member));
    } else if constexpr (std::is_integral_v<Member>) {
        statement.bind(static_cast<std::int64_t>(member));
    } else if constexpr (std::is_same_v<Member, office::SourceSpan>) {
        if (member == office::SourceSpan{}) {
            statement.bind_null();
        } else {
            statement.bind(std::string_view(to_column(member)));
        }
    } else if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
        std::string lines;  // checked to be one line each
        for (const std::string& line : member) lines += line + '\n';
        statement.bind(std::string_view(lines));
    } else if constexpr (std::is_same_v<Member, std::vector<office::SourceSpan>>) {
        std::string spans;
        for (const office::SourceSpan& span : member) spans += to_column(span) + ';';
        statement.bind(std::string_view(spans));
    } else if (member) {  // an Id; none is NULL
        statement.bind(member.value);
    } else {
        statement.bind_null();
    }
}

/// False when the column holds what no version of this program writes.
template <class Member>
bool read_member(const Statement& statement, int column, Member& member) {
    if constexpr (std::is_same_v<Member, std::string>) {
        member = statement.bytes(column);
    } else if constexpr (std::is_same_v<Member, std::optional<base::Date>>) {
        if (statement.is_null(column)) return true;
        member = base::parse_iso(statement.bytes(column));
        return member.has_value();
    } else if constexpr (std::is_enum_v<Member>) {
        const auto value = office::from_code<Member>(statement.bytes(column));
        if (!value) return false;
        member = *value;
    } else if constexpr (std::is_integral_v<Member>) {
        const std::int64_t value = statement.integer(column);
        member = static_cast<Member>(value);
        return static_cast<std::int64_t>(member) == value;
    } else if constexpr (std::is_same_v<Member, office::SourceSpan>) {
        return statement.is_null(column) || from_column(statement.bytes(column), member);
    } else if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
        const std::string lines = statement.bytes(column);
        for (std::size_t at = 0; at < lines.size();) {
            const std::size_t end = lines.find('\n', at);
            if (end == std::string::npos) return false;
            member.push_back(lines.substr(at, end - at));
            at = end + 1;
        }
    } else if constexpr (std::is_same_v<Member, std::vector<office::SourceSpan>>) {
        const std::string spans = statement.bytes(column);
        for (std::size_t at = 0; at < spans.size();) {
            const std::size_t end = spans.find(';', at);
            if (end == std::string::npos) return false;
            if (!from_column(std::string_view(spans).substr(at, end - at), member.emplace_back())) return false;
            at = end + 1;
        }
    } else {
        member.value = statement.integer(column);
    }
    return true;
}

// --- one record ---------------------------------------------------------------------------------------

template <class Record>
std::string column_list() {
    std::string list;
    Record record{};
    office::for_each_field(
        record, [&](std::string_view name, auto&) { list += (list.empty() ? "" : ", ") + std::string(name); });
    return list;
}

/// Rows at the end of one list. Statement and end are made once: max(listed) goes through the whole list, and thousands
/// of rows that each ask for it would take seconds.
template <class Record>
class Inserter {
public:
    explicit Inserter(sqlite3* db) : statement_(db, sql()) {
        Statement end(db, "SELECT coalesce(max(listed), 0) FROM " + std::string(office::kRecordName<Record>));
        if (end.row()) listed_ = end.integer(0);
        else begun_ = end.status();
    }

    /// The record already has its lasting id.
    base::Status add(const Record& record) {
        if (!begun_) return begun_;
        statement_.reset();
        statement_.bind(++listed_);
        office::for_each_field(
            record, [&](std::string_view name, const auto& member) { bind_member(statement_, name, member); });
        return statement_.run();
    }

private:
    static std::string sql() {
        std::string marks = "?";
        Record record{};
        office::for_each_field(record, [&](std::string_view, auto&) { marks += ", ?"; });
        return "INSERT INTO " + std::string(office::kRecordName<Record>) + " (listed, " + column_list<Record>() +
               ") VALUES (" + marks + ")";
    }

    Statement statement_;
    std::int64_t listed_ = 0;
    base::Status begun_;
};

template <class Record>
base::Status insert_records(sqlite3* db, const std::vector<Record>& records) {
    if (records.empty()) return {};
    Inserter<Record> rows(db);
    for (const Record& record : records) {
        if (auto good = rows.add(record); !good) return good;
    }
    return {};
}

/// One row at the end of its list; the record already has its lasting id.
template <class Record>
base::Status insert_record(sqlite3* db, const Record& record) {
    return Inserter<Record>(db).add(record);
}

template <class Record>
base::Status update_record(sqlite3* db, const Record& record) {
    std::string sets;
    office::for_each_field(record, [&](std::string_view name, const auto&) {
        sets += (sets.empty() ? "" : ", ") + std::string(name) + " = ?";
    });
    Statement statement(db, "UPDATE " + std::string(office::kRecordName<Record>) + " SET " + sets + " WHERE id = ?");
    office::for_each_field(record,
                           [&](std::string_view name, const auto& member) { bind_member(statement, name, member); });
    statement.bind(record.id.value);
    return statement.run();
}

/// `rest` is what follows FROM: "WHERE …", "ORDER BY …"; its parameters are `values`.
template <class Record>
base::Result<std::vector<Record>> select_records(sqlite3* db, const std::string& rest,
                                                 std::initializer_list<std::int64_t> values = {}) {
    const std::string table(office::kRecordName<Record>);
    Statement statement(db, "SELECT " + column_list<Record>() + " FROM " + table + " " + rest);
    for (const std::int64_t value : values) statement.bind(value);
    std::vector<Record> records;
    while (statement.row()) {
        Record record{};
        int column = 0;
        bool good = true;
        office::for_each_field(record, [&](std::string_view, auto& member) {
            good = good && read_member(statement, column, member);
            ++column;
        });
        if (!good) return tl::unexpected(damaged(table));
        records.push_back(std::move(record));
    }
    if (auto good = statement.status(); !good) return tl::unexpected(good.error());
    return records;
}

base::Error no_such_record(std::string_view table, std::int64_t id);

template <class Record>
base::Result<Record> find_record(sqlite3* db, base::Id<Record> id) {
    auto found = select_records<Record>(db, "WHERE id = ?", {id.value});
    if (!found) return tl::unexpected(found.error());
    if (found->empty()) return tl::unexpected(no_such_record(office::kRecordName<Record>, id.value));
    return std::move(found->front());
}

/// The one row that has no id of its own.
base::Result<office::Office> read_office(sqlite3* db);

/// Removes the rows of `table` that `where` names by its one parameter.
base::Status remove_rows(sqlite3* db, const std::string& table, const std::string& where, std::int64_t value);
/// Changes them instead: `set` is what follows SET.
base::Status update_rows(sqlite3* db, const std::string& table, const std::string& set, const std::string& where,
                         std::int64_t value);

}  // namespace thidua::store
