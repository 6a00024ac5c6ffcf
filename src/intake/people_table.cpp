#include "intake/people_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "intake/words.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

using base::ErrorKind;
using Column = PeopleTable::Column;

struct Cells {
    int line = 0;
    std::vector<std::string> cells;
    std::string raw;
    bool unclosed = false;  ///< a quote that never closed
};

std::string trimmed(std::string_view text) {
    std::size_t begin = 0;
    const auto blank = [&](std::size_t at) { return static_cast<unsigned char>(text[at]) <= 0x20; };
    while (begin < text.size() && blank(begin)) ++begin;
    std::size_t end = text.size();
    while (end > begin && blank(end - 1)) --end;
    // Blanks inside (also no-break ones and line ends of quoted cells) become one.
    std::string out;
    bool gap = false;
    for (std::size_t at = begin; at < end;) {
        const bool hard = at + 1 < end && static_cast<unsigned char>(text[at]) == 0xC2 &&
                          static_cast<unsigned char>(text[at + 1]) == 0xA0;
        if (blank(at) || hard) {
            gap = !out.empty();
            at += hard ? 2 : 1;
            continue;
        }
        if (gap) out += ' ';
        gap = false;
        out += text[at++];
    }
    return out;
}

/// Rows of cells (RFC 4180 quoting, any of \n, \r\n, \r as line end).
std::vector<Cells> split_rows(std::string_view text, char separator) {
    std::vector<Cells> rows;
    int line = 1;
    std::size_t at = 0;
    while (at < text.size()) {
        Cells row;
        row.line = line;
        const std::size_t row_begin = at;
        std::string cell;
        bool quoted = false;
        bool done = false;
        bool fresh = true;  // at the beginning of a cell
        while (at < text.size() && !done) {
            const char c = text[at];
            if (quoted) {
                if (c == '"' && at + 1 < text.size() && text[at + 1] == '"') {
                    cell += '"';
                    at += 2;
                    continue;
                }
                if (c == '"') quoted = false;
                else cell += c;
                if (c == '\n') ++line;
                ++at;
                continue;
            }
            if (c == '"' && fresh) {
                quoted = true;
                fresh = false;
                ++at;
            } else if (c == separator) {
                row.cells.push_back(trimmed(cell));
                cell.clear();
                fresh = true;
                ++at;
            } else if (c == '\n' || c == '\r') {
                at += c == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
                ++line;
                done = true;
            } else {
                if (c != ' ') fresh = false;
                cell += c;
                ++at;
            }
        }
        row.unclosed = quoted;
        row.cells.push_back(trimmed(cell));
        row.raw = trimmed(text.substr(row_begin, at - row_begin));
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The sign that parts most lines the same way; a tab wins, as Excel copies it. '\0': one cell a line.
char find_separator(std::string_view text) {
    char best = '\0';
    int best_score = 0;
    for (const char candidate : {'\t', ';', ','}) {
        int lines = 0;
        int with = 0;
        std::size_t begin = 0;
        while (begin < text.size() && lines < 50) {
            std::size_t end = text.find_first_of("\r\n", begin);
            if (end == std::string_view::npos) end = text.size();
            const std::string_view line = text.substr(begin, end - begin);
            if (!trimmed(line).empty()) {
                ++lines;
                if (line.find(candidate) != std::string_view::npos) ++with;
            }
            begin = end + 1;
        }
        const int score = lines > 0 ? with * 100 / lines : 0;
        if (score > best_score + (best == '\t' ? 60 : 0) && score >= 50) {
            best = candidate;
            best_score = score;
        }
    }
    return best;
}

std::string key_of(std::string_view text) {
    std::string key;
    for (const Word& word : split_words(text)) {
        if (word.kind == Word::Kind::kSign) continue;
        if (!key.empty()) key += ' ';
        key += word.folded;
    }
    return key;
}

struct Heading {
    std::string_view key;
    Column column;
};

/// Column headings as offices write them, folded, signs left out.
// clang-format off
constexpr auto kHeadings = std::to_array<Heading>({
    {"stt", Column::kOrder}, {"tt", Column::kOrder}, {"so tt", Column::kOrder}, {"so thu tu", Column::kOrder}, {"no", Column::kOrder},
    {"ho va ten", Column::kName}, {"ho ten", Column::kName}, {"ho va ten can bo", Column::kName}, {"ten can bo", Column::kName},
    {"ho va ten cong chuc", Column::kName}, {"cong chuc", Column::kName}, {"full name", Column::kName}, {"name", Column::kName},
    {"ho ten can bo cong chuc", Column::kName}, {"ho va ten khai sinh", Column::kName}, {"ho chu dem va ten khai sinh", Column::kName},
    {"ho dem", Column::kFamilyName}, {"ho", Column::kFamilyName}, {"ho va ten dem", Column::kFamilyName}, {"ho va dem", Column::kFamilyName},
    {"ho lot", Column::kFamilyName}, {"ho va chu dem", Column::kFamilyName},
    {"ten", Column::kGivenName},
    {"chuc vu", Column::kPosition}, {"chuc danh", Column::kPosition}, {"chuc vu chuc danh", Column::kPosition}, {"vi tri viec lam", Column::kPosition},
    {"chuc danh chuc vu", Column::kPosition}, {"position", Column::kPosition}, {"chuc vu don vi cong tac", Column::kPosition},
    {"chuc vu cong tac", Column::kPosition}, {"chuc vu chuyen mon", Column::kPosition},
    {"don vi", Column::kUnit}, {"bo phan", Column::kUnit}, {"phong ban", Column::kUnit}, {"don vi cong tac", Column::kUnit}, {"phong", Column::kUnit},
    {"noi cong tac", Column::kUnit}, {"co quan", Column::kUnit}, {"unit", Column::kUnit}, {"co quan don vi", Column::kUnit},
    {"gioi tinh", Column::kGender}, {"nam nu", Column::kGender}, {"phai", Column::kGender}, {"gender", Column::kGender}, {"gt", Column::kGender},
    {"ngay sinh", Column::kBorn}, {"nam sinh", Column::kBorn}, {"ngay thang nam sinh", Column::kBorn}, {"sinh ngay", Column::kBorn},
    {"ngay thang sinh", Column::kBorn}, {"birth date", Column::kBorn}, {"nssinh", Column::kBorn},
    {"ngay vao co quan", Column::kJoined}, {"ngay ve co quan", Column::kJoined}, {"ngay vao lam", Column::kJoined}, {"ngay tuyen dung", Column::kJoined},
    {"ngay nhan cong tac", Column::kJoined}, {"ngay cong tac", Column::kJoined},
    {"xep loai", Column::kRating}, {"ket qua xep loai", Column::kRating}, {"muc xep loai", Column::kRating}, {"danh gia xep loai", Column::kRating},
    {"xep loai chat luong", Column::kRating}, {"muc do hoan thanh nhiem vu", Column::kRating}, {"ket qua danh gia xep loai", Column::kRating},
    {"danh gia", Column::kRating}, {"xep loai cong chuc", Column::kRating}, {"ket qua danh gia", Column::kRating},
    {"muc xep loai chat luong", Column::kRating}, {"xep loai chat luong cong chuc", Column::kRating},
});
// clang-format on

Column heading_of(std::string_view cell) {
    std::string key = key_of(cell);
    // "Xếp loại năm 2023", "Xếp loại 2023"
    const std::size_t year = key.find_last_of(' ');
    if (year != std::string::npos && key.size() - year == 5 &&
        key.find_first_not_of("0123456789", year + 1) == std::string::npos) {
        key.resize(year);
        if (key.ends_with(" nam")) key.resize(key.size() - 4);
    }
    for (const Heading& heading : kHeadings) {
        if (key == heading.key) return heading.column;
    }
    return Column::kIgnored;
}

/// Two to six words of letters, each with a capital: what a person's name looks like.
bool looks_like_name(std::string_view cell) {
    const Words words = split_words(cell);
    if (words.size() < 2 || words.size() > 7) return false;
    return std::all_of(words.begin(), words.end(), [](const Word& word) {
        return word.kind == Word::Kind::kWord && word.capital &&
               word.folded.find_first_of("0123456789/") == std::string::npos;
    });
}

bool looks_like_position(std::string_view cell) {
    constexpr auto kWords = std::to_array<std::string_view>({"truong", "pho", "chuyen vien", "nhan vien", "can su",
                                                             "ke toan", "van thu", "giam doc", "chu tich", "cong chuc",
                                                             "vien chuc", "tu phap", "lai xe", "bao ve", "to truong"});
    const Words words = split_words(cell);
    return matches(words, 0, kWords);
}

std::optional<office::Gender> gender_of(std::string_view cell) {
    const std::string lower = text::lower(text::nfc(cell));
    if (lower == "nam" || lower == "male" || lower == "m" || lower == "ông") return office::Gender::kMale;
    if (lower == "nữ" || lower == "nu" || lower == "female" || lower == "f" || lower == "bà")
        return office::Gender::kFemale;
    return std::nullopt;
}

bool only_year(std::string_view cell) {
    return cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20")) &&
           cell.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<base::Date> date_of(std::string_view cell) {
    if (const auto iso = base::parse_iso(cell)) return iso;
    return base::parse_vietnamese(cell);
}

/// Without headings: what most cells of the column look like.
Column guess_column(const std::vector<Cells>& rows, std::size_t column) {
    std::map<Column, int> votes;
    int filled = 0;
    for (const Cells& row : rows) {
        if (column >= row.cells.size() || row.cells[column].empty()) continue;
        const std::string& cell = row.cells[column];
        ++filled;
        if (cell.find_first_not_of("0123456789.") == std::string::npos && cell.size() <= 4) ++votes[Column::kOrder];
        else if (gender_of(cell)) ++votes[Column::kGender];
        else if (rating_from_words(cell) != office::Rating::kUnknown) ++votes[Column::kRating];
        else if (date_of(cell)) ++votes[Column::kBorn];
        else if (looks_like_position(cell)) ++votes[Column::kPosition];
        else if (looks_like_name(cell)) ++votes[Column::kName];
    }
    for (const auto& [kind, count] : votes) {
        if (count * 3 >= filled * 2) return kind;
    }
    return Column::kIgnored;
}

/// "NGUYỄN VĂN AN" to "Nguyễn Văn An": lists often print names in capitals.
std::string proper_name(const std::string& name) {
    const Words words = split_words(name);
    const bool capitals = !words.empty() && std::all_of(words.begin(), words.end(), [](const Word& word) {
        return word.kind == Word::Kind::kSign || word.caps || (word.capital && word.lower.size() <= 3);
    }) && std::any_of(words.begin(), words.end(), [](const Word& word) { return word.caps; });
    if (!capitals) return name;
    std::string out;
    bool start = true;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = base::next_code_point(name, at);
        base::append_utf8(out, start ? text::upper(c) : text::lower(c));
        start = !text::is_letter(c);
    }
    return out;
}

class Reader {
public:
    explicit Reader(std::string_view pasted) : text_(text::nfc(pasted)) {}

    base::Result<PeopleTable> run() {
        if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);
        if (trimmed(text_).empty()) {
            return base::fail(
                ErrorKind::kBadInput,
                "Chưa có gì để nhập. Hãy sao chép danh sách trong Excel (cả dòng tiêu đề) rồi dán vào đây.",
                "There is nothing to import. Copy the list in Excel (with its heading row) and paste it here.");
        }
        rows_ = split_rows(text_, find_separator(text_));
        std::erase_if(rows_, [](const Cells& row) {
            return std::all_of(row.cells.begin(), row.cells.end(),
                               [](const std::string& cell) { return cell.empty(); });
        });
        if (rows_.size() > kMostPeople + 20) {
            return base::fail(ErrorKind::kBadInput,
                              "Danh sách có " + std::to_string(rows_.size()) +
                                  " dòng, quá nhiều cho một cơ quan (nhiều nhất 10.000). Hãy chia nhỏ danh sách.",
                              "The list has " + std::to_string(rows_.size()) +
                                  " rows, too many for one office (at most 10,000). Split it.");
        }
        find_columns();
        const bool name =
            std::find(table_.columns.begin(), table_.columns.end(), Column::kName) != table_.columns.end() ||
            std::find(table_.columns.begin(), table_.columns.end(), Column::kGivenName) != table_.columns.end();
        if (!name) {
            return base::fail(
                ErrorKind::kBadInput,
                "Không thấy cột họ và tên. Hãy thêm dòng tiêu đề có “Họ và tên” ở trên danh sách rồi dán lại.",
                "No column of names was found. Add a heading row with “Họ và tên” above the list and paste again.");
        }
        for (std::size_t i = first_row_; i < rows_.size(); ++i) read_row(rows_[i]);
        return std::move(table_);
    }

private:
    /// The heading row is among the first ten: titles of the list may stand above it.
    void find_columns() {
        for (std::size_t i = 0; i < rows_.size() && i < 10; ++i) {
            std::vector<Column> columns;
            int known = 0;
            bool name = false;
            for (const std::string& cell : rows_[i].cells) {
                const Column column = heading_of(cell);
                const bool taken =
                    column != Column::kIgnored && std::find(columns.begin(), columns.end(), column) != columns.end();
                columns.push_back(taken ? Column::kIgnored : column);
                if (columns.back() != Column::kIgnored) ++known;
                name = name || column == Column::kName || column == Column::kGivenName;
            }
            if (!name ||
                (known < 2 && rows_[i].cells.size() > 1 && known * 2 < static_cast<int>(rows_[i].cells.size())))
                continue;
            // "Họ và tên" over two columns: family names, then given names.
            for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
                if (columns[c] == Column::kName && columns[c + 1] == Column::kIgnored &&
                    rows_[i].cells[c + 1].empty() && split_names(c, i + 1)) {
                    columns[c] = Column::kFamilyName;
                    columns[c + 1] = Column::kGivenName;
                }
            }
            table_.columns = std::move(columns);
            table_.has_header = true;
            first_row_ = i + 1;
            return;
        }
        std::size_t width = 0;
        for (const Cells& row : rows_) width = std::max(width, row.cells.size());
        for (std::size_t c = 0; c < width; ++c) {
            Column column = guess_column(rows_, c);
            const bool taken = std::find(table_.columns.begin(), table_.columns.end(), column) != table_.columns.end();
            if (taken && column != Column::kIgnored)
                column = column == Column::kBorn ? Column::kJoined : Column::kIgnored;
            table_.columns.push_back(column);
        }
    }

    /// Do the cells below hold single given names in the second column?
    bool split_names(std::size_t column, std::size_t from) const {
        int single = 0;
        int rows = 0;
        for (std::size_t i = from; i < rows_.size() && rows < 20; ++i) {
            if (column + 1 >= rows_[i].cells.size()) continue;
            ++rows;
            if (split_words(rows_[i].cells[column + 1]).size() == 1) ++single;
        }
        return rows > 0 && single * 3 >= rows * 2;
    }

    std::string cell(const Cells& row, Column wanted) const {
        for (std::size_t i = 0; i < table_.columns.size() && i < row.cells.size(); ++i) {
            if (table_.columns[i] == wanted) return row.cells[i];
        }
        return {};
    }

    void refuse(const Cells& row, std::string vi, std::string en) {
        std::string shown = row.raw;
        constexpr std::size_t kMostShown = 200;
        if (base::code_point_count(shown) > kMostShown) {
            std::size_t at = 0;
            for (std::size_t n = 0; n < kMostShown; ++n) base::next_code_point(shown, at);
            shown.resize(at);
            shown += "…";
        }
        table_.refused.push_back({row.line, std::move(shown), std::move(vi), std::move(en)});
    }

    void read_row(const Cells& row) {
        if (row.unclosed) {
            refuse(row, "Dấu nháy kép mở mà không đóng: không biết ô kết thúc ở đâu.",
                   "A quotation mark opens and never closes: the cell's end is unknown.");
            return;
        }
        PersonRow person;
        person.line = row.line;
        std::string name = cell(row, Column::kName);
        if (name.empty()) {
            name = trimmed(cell(row, Column::kFamilyName) + " " + cell(row, Column::kGivenName));
        }
        if (name.empty()) {
            refuse(row, "Không có họ và tên.", "There is no name.");
            return;
        }
        const std::string key = key_of(name);
        constexpr auto kSummary = std::to_array<std::string_view>(
            {"tong", "tong cong", "tong so", "cong", "nguoi lap", "nguoi lap bieu", "ghi chu"});
        if (std::find(kSummary.begin(), kSummary.end(), key) != kSummary.end()) {
            refuse(row, "Dòng tổng cộng hoặc chân bảng, không phải người.", "A total or footer row, not a person.");
            return;
        }
        if (name.find_first_of("0123456789") != std::string::npos) {
            refuse(row, "Họ và tên “" + name + "” có chữ số.", "The name “" + name + "” has digits in it.");
            return;
        }
        if (base::code_point_count(name) > 80) {
            refuse(row, "Họ và tên dài quá 80 chữ cái.", "The name is longer than 80 letters.");
            return;
        }
        if (split_words(name).size() < 2) {
            refuse(row, "“" + name + "” chưa đủ họ và tên.", "“" + name + "” is not a full name.");
            return;
        }
        person.person.full_name = proper_name(name);
        person.person.position = cell(row, Column::kPosition);
        person.person.unit = cell(row, Column::kUnit);
        if (const std::string gender = cell(row, Column::kGender); !gender.empty()) {
            const auto known = gender_of(gender);
            if (!known) {
                // An "x" under "Nữ" is common; anything else is not guessed at.
                if (key_of(gender) == "x") person.person.gender = office::Gender::kFemale;
                else {
                    refuse(row, "Giới tính “" + gender + "” không phải Nam hay Nữ.",
                           "The gender “" + gender + "” is neither Nam nor Nữ.");
                    return;
                }
            } else {
                person.person.gender = *known;
            }
        }
        if (!read_date(row, Column::kBorn, "Ngày sinh", "birth date", person.person.born_on)) return;
        if (!read_date(row, Column::kJoined, "Ngày vào cơ quan", "date of joining", person.person.joined_on)) return;
        if (person.person.born_on && person.person.joined_on && *person.person.joined_on < *person.person.born_on) {
            refuse(row, "Ngày vào cơ quan trước ngày sinh.", "The date of joining is before the birth date.");
            return;
        }
        if (const std::string rating = cell(row, Column::kRating); !rating.empty()) {
            person.rating = rating_from_words(rating);
            if (person.rating == office::Rating::kUnknown) {
                refuse(row, "Xếp loại “" + rating + "” không phải một trong bốn mức (HTXSNV, HTTNV, HTNV, KHTNV).",
                       "The rating “" + rating + "” is none of the four levels (HTXSNV, HTTNV, HTNV, KHTNV).");
                return;
            }
        }
        person.duplicate = std::any_of(table_.rows.begin(), table_.rows.end(), [&](const PersonRow& known) {
            if (text::lower(known.person.full_name) != text::lower(person.person.full_name)) return false;
            const auto& a = known.person.born_on;
            const auto& b = person.person.born_on;
            return !a || !b || *a == *b;
        });
        table_.rows.push_back(std::move(person));
    }

    bool read_date(const Cells& row, Column column, const std::string& vi, const std::string& en,
                   std::optional<base::Date>& out) {
        const std::string text = cell(row, column);
        if (text.empty() || only_year(text)) return true;  // a year alone is no date; it is left out
        out = date_of(text);
        if (out && out->year >= 1900 && out->year <= 2100) return true;
        refuse(row, vi + " “" + text + "” không phải ngày (cần ngày/tháng/năm, ví dụ 05/9/1985).",
               "The " + en + " “" + text + "” is not a date (day/month/year is needed, e.g. 05/9/1985).");
        return false;
    }

    std::string text_;
    std::vector<Cells> rows_;
    std::size_t first_row_ = 0;
    PeopleTable table_;
};

}  // namespace

office::Rating rating_from_words(std::string_view text) {
    const std::string key = key_of(text);
    struct Wording {
        std::string_view key;
        office::Rating rating;
    };
    // NĐ 90/2020 Điều 8-15 (four levels) and the short forms offices use.
    // clang-format off
    constexpr auto kWordings = std::to_array<Wording>({
        {"htxsnv", office::Rating::kExcellent}, {"htxs", office::Rating::kExcellent}, {"hoan thanh xuat sac nhiem vu", office::Rating::kExcellent},
        {"hoan thanh xuat sac", office::Rating::kExcellent}, {"xuat sac", office::Rating::kExcellent}, {"htxsnvu", office::Rating::kExcellent},
        {"httnv", office::Rating::kGood}, {"htt", office::Rating::kGood}, {"hoan thanh tot nhiem vu", office::Rating::kGood},
        {"hoan thanh tot", office::Rating::kGood}, {"tot", office::Rating::kGood},
        {"htnv", office::Rating::kCompleted}, {"ht", office::Rating::kCompleted}, {"hoan thanh nhiem vu", office::Rating::kCompleted},
        {"hoan thanh", office::Rating::kCompleted},
        {"khtnv", office::Rating::kNotCompleted}, {"kht", office::Rating::kNotCompleted}, {"khong htnv", office::Rating::kNotCompleted},
        {"khong hoan thanh nhiem vu", office::Rating::kNotCompleted}, {"khong hoan thanh", office::Rating::kNotCompleted},
    });
    // clang-format on
    for (const Wording& wording : kWordings) {
        if (key == wording.key) return wording.rating;
    }
    return office::Rating::kUnknown;
}

base::Result<PeopleTable> read_people(std::string_view pasted) { return Reader(pasted).run(); }

}  // namespace thidua::intake
