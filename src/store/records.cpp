#include "store/records.h"

#include <charconv>

namespace thidua::store {

std::string to_column(const office::SourceSpan& span) {
    return std::to_string(span.first_line) + ' ' + std::to_string(span.last_line) + ' ' + std::to_string(span.begin) +
           ' ' + std::to_string(span.end);
}

bool from_column(std::string_view text, office::SourceSpan& span) {
    const char* at = text.data();
    const char* const end = at + text.size();
    int* const parts[] = {&span.first_line, &span.last_line, &span.begin, &span.end};
    for (int* const part : parts) {
        if (part != parts[0]) {
            if (at == end || *at != ' ') return false;
            ++at;
        }
        const auto [stop, error] = std::from_chars(at, end, *part);
        if (error != std::errc()) return false;
        at = stop;
    }
    return at == end;
}

base::Error no_such_record(std::string_view table, std::int64_t id) {
    return base::Error{base::ErrorKind::kNotFound, "Mục này không còn trong tệp: có thể đã bị xóa hoặc hoàn tác.",
                       "This record is no longer in the file: it may have been removed or undone.",
                       std::string(table) + " " + std::to_string(id)};
}

base::Status remove_rows(sqlite3* db, const std::string& table, const std::string& where, std::int64_t value) {
    Statement statement(db, "DELETE FROM " + table + " WHERE " + where);
    statement.bind(value);
    return statement.run();
}

base::Status update_rows(sqlite3* db, const std::string& table, const std::string& set, const std::string& where,
                         std::int64_t value) {
    Statement statement(db, "UPDATE " + table + " SET " + set + " WHERE " + where);
    statement.bind(value);
    return statement.run();
}

}  // namespace thidua::store
