#include "app/table_import.h"

#include <algorithm>
#include <map>

#include "app/table_rows.h"
#include "app/table_values.h"
#include "sheet/read.h"

namespace thidua::app {
namespace {

constexpr std::size_t kHeadingRows = 10;  // titles of the list may stand above it

bool holds(const std::vector<Field>& columns, Field field) {
    return std::find(columns.begin(), columns.end(), field) != columns.end();
}

bool has_name(const std::vector<Field>& columns) {
    return holds(columns, Field::kName) || holds(columns, Field::kGivenName);
}

/// What each row is about.
bool has_subject(const std::vector<Field>& columns) {
    return has_name(columns) || holds(columns, Field::kTask) || holds(columns, Field::kSubject);
}

/// Which list these columns make.
ImportKind kind_of(const std::vector<Field>& columns) {
    if (holds(columns, Field::kInitiative)) return ImportKind::kInitiatives;
    if (holds(columns, Field::kAward)) return ImportKind::kAwards;
    // A list of people may say what each of them does.
    if (holds(columns, Field::kTask) && (!has_name(columns) || holds(columns, Field::kDue))) return ImportKind::kTasks;
    if (holds(columns, Field::kSubject) && !holds(columns, Field::kPlan)) return ImportKind::kPlans;
    for (const Field field : {Field::kMovements, Field::kDisciplined, Field::kUnderReview}) {
        if (holds(columns, field)) return ImportKind::kYears;
    }
    const bool person =
        holds(columns, Field::kPosition) || holds(columns, Field::kGender) || holds(columns, Field::kJoined);
    return holds(columns, Field::kYear) && holds(columns, Field::kRating) && !person ? ImportKind::kYears
                                                                                     : ImportKind::kPeople;
}

/// Columns that the list does not take are left out; each field stands in one column.
void fit(ImportKind kind, std::vector<Field>& columns) {
    std::vector<Field> fitted;
    for (const Field field : columns) {
        const Field meant = fitting(kind, field);
        // A column of its own goes before one that only may mean the same.
        const bool taken = meant != field && (holds(columns, meant) || holds(fitted, meant));
        fitted.push_back(taken ? Field::kIgnored : meant);
    }
    columns = std::move(fitted);
}

base::Error unknown_column(Field field) {
    return {base::ErrorKind::kBadInput,
            "Chưa biết cột nào là “" + std::string(info(field).vi) + "”. Hãy chọn cột ở dưới.",
            "No column is known as “" + std::string(info(field).en) + "”. Choose it below.",
            {}};
}

}  // namespace

TableImport::TableImport() = default;
TableImport::TableImport(TableImport&&) noexcept = default;
TableImport& TableImport::operator=(TableImport&&) noexcept = default;
TableImport::~TableImport() = default;

base::Result<TableImport> TableImport::begin(std::string name, std::string_view bytes, const office::YearBook& book,
                                             std::string_view remembered, Pace pace) {
    auto grids = sheet::read_tables(name, bytes);
    if (!grids) return tl::unexpected(grids.error());
    TableImport import;
    import.name_ = std::move(name);
    import.pace_ = pace;
    import.grids_ = std::move(*grids);
    while (!remembered.empty()) {
        const std::size_t bar = std::min(remembered.find('|'), remembered.size());
        const std::string_view entry = remembered.substr(0, bar);
        const std::size_t equals = entry.find('=');
        if (equals != std::string_view::npos)
            import.memory_.emplace_back(entry.substr(0, equals), entry.substr(equals + 1));
        remembered.remove_prefix(std::min(bar + 1, remembered.size()));
    }
    // The first sheet with a column that says what its rows are about.
    std::size_t chosen = 0;
    for (std::size_t at = 0; at < import.grids_.size() && chosen == 0; ++at) {
        import.grid_ = at;
        import.guess();
        if (has_subject(import.columns_)) chosen = at + 1;
    }
    import.choose_grid(chosen == 0 ? 0 : chosen - 1, book);
    return import;
}

Field TableImport::known_heading(std::string_view heading) const {
    const std::string key = heading_key(heading);
    for (const auto& [known, code] : memory_) {
        if (known == key && !key.empty()) return field_of_code(code).value_or(Field::kIgnored);
    }
    return field_of_heading(heading);
}

void TableImport::choose_grid(std::size_t grid, const office::YearBook& book) {
    grid_ = std::min(grid, grids_.size() - 1);
    guess();
    read(book);
}

void TableImport::choose_kind(ImportKind kind, const office::YearBook& book) {
    kind_ = kind;
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        // What the other list left out may fit now.
        if (columns_[at] == Field::kIgnored && at < headings_.size()) {
            const Field field = known_heading(headings_[at]);
            if (!holds(columns_, field)) columns_[at] = field;
        }
    }
    fit(kind_, columns_);
    read(book);
}

void TableImport::choose_column(std::size_t column, Field field, const office::YearBook& book) {
    if (column >= columns_.size()) return;
    for (Field& other : columns_) {
        if (other == field) other = Field::kIgnored;
    }
    columns_[column] = field;
    if (const std::string key = column < headings_.size() ? heading_key(headings_[column]) : std::string();
        !key.empty()) {
        std::erase_if(memory_, [&](const auto& entry) { return entry.first == key; });
        if (field_of_heading(headings_[column]) != field) memory_.emplace_back(key, info(field).code);
    }
    read(book);
}

void TableImport::guess() {
    const auto& rows = grids_[grid_].rows;
    columns_.clear();
    headings_.clear();
    first_row_ = 0;
    std::size_t width = 0;
    for (const sheet::Row& row : rows) width = std::max(width, row.cells.size());
    for (std::size_t at = 0; at < std::min(rows.size(), kHeadingRows); ++at) {
        std::vector<Field> columns;
        std::size_t known = 0;
        for (const std::string& cell : rows[at].cells) {
            Field field = known_heading(cell);
            if (field != Field::kIgnored && holds(columns, field)) field = Field::kIgnored;
            columns.push_back(field);
            if (field != Field::kIgnored) ++known;
        }
        const std::size_t filled = rows[at].cells.size();
        // "Nội dung" alone is what is to be done; beside "Nhiệm vụ" it is its wording.
        const auto wording = std::find(columns.begin(), columns.end(), Field::kTaskDetail);
        const bool work = holds(columns, Field::kDue) || holds(columns, Field::kAssignee);
        if (wording != columns.end() && work && !has_subject(columns)) *wording = Field::kTask;
        if (!has_subject(columns) || (known < 2 && filled > 1 && known * 2 < filled)) continue;
        // "Họ và tên" over two columns: family names, then given names.
        for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
            const bool nameless = rows[at].cells[c + 1].empty();
            if (columns[c] != Field::kName || columns[c + 1] != Field::kIgnored || !nameless) continue;
            std::size_t single = 0;
            std::size_t seen = 0;
            for (std::size_t r = at + 1; r < rows.size() && seen < 20; ++r) {
                if (c + 1 >= rows[r].cells.size()) continue;
                ++seen;
                const std::string& given = rows[r].cells[c + 1];
                if (!given.empty() && given.find(' ') == std::string::npos) ++single;
            }
            if (seen == 0 || single * 3 < seen * 2) continue;
            columns[c] = Field::kFamilyName;
            columns[c + 1] = Field::kGivenName;
        }
        headings_ = rows[at].cells;
        columns_ = std::move(columns);
        first_row_ = at + 1;
        break;
    }
    columns_.resize(width, Field::kIgnored);
    if (first_row_ == 0) guess_without_heading();
    kind_ = kind_of(columns_);
    fit(kind_, columns_);
}

void TableImport::guess_without_heading() {
    const auto& rows = grids_[grid_].rows;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        std::map<Field, std::size_t> votes;
        std::size_t filled = 0;
        for (std::size_t at = 0; at < std::min<std::size_t>(rows.size(), 200); ++at) {
            if (column >= rows[at].cells.size() || rows[at].cells[column].empty()) continue;
            const std::string& cell = rows[at].cells[column];
            ++filled;
            if (cell.size() <= 4 && cell.find_first_not_of("0123456789.") == std::string::npos) ++votes[Field::kOrder];
            else if (cell != "x" && gender_of_cell(cell)) ++votes[Field::kGender];
            else if (rating_of_cell(cell)) ++votes[Field::kRating];
            else if (date_of_cell(cell)) ++votes[Field::kBorn];
            else if (looks_like_position(cell)) ++votes[Field::kPosition];
            else if (looks_like_name(cell)) ++votes[Field::kName];
        }
        for (const auto& [field, count] : votes) {
            if (count * 3 < filled * 2) continue;
            columns_[column] = !holds(columns_, field)                                     ? field
                               : field == Field::kBorn && !holds(columns_, Field::kJoined) ? Field::kJoined
                                                                                           : Field::kIgnored;
            break;
        }
    }
}

std::string TableImport::heading(std::size_t column) const {
    if (column < headings_.size() && !headings_[column].empty()) return headings_[column];
    return "Cột " + std::to_string(column + 1);
}

std::string TableImport::example(std::size_t column) const {
    std::string out;
    int shown = 0;
    const auto& rows = grids_[grid_].rows;
    for (std::size_t at = first_row_; at < rows.size() && shown < 3; ++at) {
        if (column >= rows[at].cells.size() || rows[at].cells[column].empty()) continue;
        if (!out.empty()) out += " · ";
        out += rows[at].cells[column];
        ++shown;
    }
    return out;
}

void TableImport::read(const office::YearBook& book) {
    rows_.clear();
    refused_.clear();
    batch_ = {};
    trouble_.reset();
    reader_.reset();
    next_row_ = first_row_;
    if (about_people(kind_) && !has_name(columns_)) {
        trouble_ = base::Error{
            base::ErrorKind::kBadInput,
            "Chưa biết cột nào là họ và tên. Hãy chọn cột ở dưới, hoặc thêm dòng tiêu đề có “Họ và tên” vào bảng.",
            "No column of names is known. Choose it below, or add a heading row with “Họ và tên” to the table.",
            {}};
        return;
    }
    const Field needed = kind_ == ImportKind::kAwards        ? Field::kAward
                         : kind_ == ImportKind::kInitiatives ? Field::kInitiative
                         : kind_ == ImportKind::kTasks       ? Field::kTask
                         : kind_ == ImportKind::kPlans       ? Field::kSubject
                                                             : Field::kIgnored;
    if (needed != Field::kIgnored && !holds(columns_, needed)) {
        trouble_ = unknown_column(needed);
        return;
    }
    int rating_year = book.office.year;
    for (std::size_t at = 0; at < columns_.size() && at < headings_.size(); ++at) {
        if (columns_[at] == Field::kRating) rating_year = heading_year(headings_[at]).value_or(rating_year);
    }
    reader_ = std::make_unique<RowReader>(book, kind_, rating_year);
    if (pace_ == Pace::kAtOnce) step(grids_[grid_].rows.size());
}

bool TableImport::step(std::size_t rows) {
    if (reader_ == nullptr) return false;
    const auto& all = grids_[grid_].rows;
    for (; rows > 0 && next_row_ < all.size(); --rows) reader_->read(all[next_row_++], columns_);
    if (next_row_ < all.size()) return true;
    rows_ = std::move(reader_->rows);
    refused_ = std::move(reader_->refused);
    batch_ = std::move(reader_->batch);
    reader_.reset();
    return false;
}

std::size_t TableImport::changes() const {
    return static_cast<std::size_t>(std::count_if(
        rows_.begin(), rows_.end(), [](const ImportedRow& row) { return row.effect != ImportedRow::Effect::kSame; }));
}

std::string TableImport::act_words() const {
    return "Nhập " + (name_.empty() ? std::string("bảng dán vào") : name_) + ": " + std::to_string(changes()) + " dòng";
}

std::string TableImport::remembered() const {
    std::string out;
    for (const auto& [key, code] : memory_) out += (out.empty() ? "" : "|") + key + "=" + code;
    return out;
}

}  // namespace thidua::app
