#include "sheet/csv.h"

#include <algorithm>

namespace thidua::sheet {
namespace {

bool blank_line(std::string_view line) {
    return std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
}

bool starts_formula(std::string_view text) {
    return !text.empty() && (text[0] == '=' || text[0] == '+' || text[0] == '-' || text[0] == '@');
}

/// One row from `at` on, which moves behind it; `line` counts line ends.
Row read_row(std::string_view text, char separator, std::size_t& at, int& line) {
    Row row;
    row.number = line;
    std::string cell;
    bool quoted = false;
    bool fresh = true;  // at the beginning of a cell
    const auto take = [&] {
        std::string tidy = tidy_cell(cell);
        if (tidy.size() > 1 && tidy[0] == '\'' && starts_formula(std::string_view(tidy).substr(1))) tidy.erase(0, 1);
        if (row.cells.size() < kMostColumns) row.cells.push_back(std::move(tidy));
        cell.clear();
        fresh = true;
    };
    while (at < text.size()) {
        const char c = text[at];
        if (quoted) {
            if (c == '"' && at + 1 < text.size() && text[at + 1] == '"') {
                cell += '"';
                at += 2;
                continue;
            }
            if (c == '"') {
                quoted = false;
            } else {
                cell += c;
            }
            if (c == '\n') ++line;
            ++at;
        } else if (c == '"' && fresh) {
            quoted = true;
            fresh = false;
            ++at;
        } else if (c == separator && separator != '\0') {
            take();
            ++at;
        } else if (c == '\n' || c == '\r') {
            at += c == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
            ++line;
            break;
        } else {
            if (c != ' ') fresh = false;
            cell += c;
            ++at;
        }
    }
    row.broken = quoted;
    take();
    return row;
}

void append_cell(std::string& out, const Value& value) {
    std::string text = to_text(value);
    if (std::holds_alternative<std::string>(value) && starts_formula(text)) text.insert(0, 1, '\'');
    if (text.find_first_of(",;\t\"\r\n") == std::string::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

char find_separator(std::string_view text) {
    char best = '\0';
    int best_score = 0;
    for (const char candidate : {'\t', ';', ','}) {
        int lines = 0;
        int with = 0;
        for (std::size_t begin = 0; begin < text.size() && lines < 50;) {
            const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
            const std::string_view line = text.substr(begin, end - begin);
            if (!blank_line(line)) {
                ++lines;
                if (line.find(candidate) != std::string_view::npos) ++with;
            }
            begin = end + 1;
        }
        const int score = lines > 0 ? with * 100 / lines : 0;
        // Tabs are nobody's punctuation: another sign must do much better.
        if (score > best_score + (best == '\t' ? 60 : 0) && score >= 50) {
            best = candidate;
            best_score = score;
        }
    }
    return best;
}

base::Result<Grid> read_csv(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.size() > kMostTextBytes) return too_much_text();
    const char separator = find_separator(text);
    Grid grid;
    int line = 1;
    for (std::size_t at = 0; at < text.size();) {
        keep_row(grid, read_row(text, separator, at, line));
        if (grid.rows.size() > kMostRows) return too_many_rows();
    }
    return grid;
}

std::string write_csv(const Table& table) {
    std::string out = "\xEF\xBB\xBF";
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        if (at > 0) out += ',';
        append_cell(out, Value(table.columns[at].title));
    }
    out += "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            if (at > 0) out += ',';
            if (at < row.size()) append_cell(out, row[at]);
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace thidua::sheet
