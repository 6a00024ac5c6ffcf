#include "sheet/xlsx_write.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "base/utf8.h"

namespace thidua::sheet {
namespace {

constexpr std::size_t kLongestCell = 32767;  // Excel's, in UTF-16 units; letters here, which are no more

std::string first_letters(std::string_view text, std::size_t letters) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < letters; ++count) base::next_code_point(text, at);
    return std::string(text.substr(0, at));
}

tl::unexpected<base::Error> no_file() {
    return base::fail(base::ErrorKind::kStorage, "Không tạo được tệp bảng tính: hết chỗ trong thư mục tạm.",
                      "The workbook could not be made: the temporary folder has no room.");
}

/// libxlsxwriter writes to a file only; in the browser that is one in memory.
std::string temporary_path() {
    const char* folder = std::getenv("TMPDIR");
    std::string path =
        (folder != nullptr && folder[0] == '/' ? std::string(folder) : std::string("/tmp")) + "/thidua-XXXXXX";
    const int file = mkstemp(path.data());
    if (file < 0) return {};
    close(file);
    return path;
}

base::Result<std::string> read_whole(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return no_file();
    std::string bytes;
    char part[65536];
    for (std::size_t got = 0; (got = std::fread(part, 1, sizeof part, file)) > 0;) bytes.append(part, got);
    const bool good = std::ferror(file) == 0;
    std::fclose(file);
    if (!good || bytes.empty()) return no_file();
    return bytes;
}

}  // namespace

std::string sheet_name(std::string_view wish) {
    std::string out;
    for (const char c : wish) out += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    out = first_letters(out, 31);
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out.empty() ? "Bảng" : out;
}

struct XlsxWriter::State {
    std::vector<Table> tables;
    std::string path;
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_format* head = nullptr;
    lxw_format* text = nullptr;
    lxw_format* number = nullptr;
    lxw_format* date = nullptr;
    std::set<std::string> names;
    std::size_t table = 0;
    std::size_t row = 0;
    std::size_t done = 0;
    std::size_t all = 0;

    ~State() {
        if (book != nullptr) lxw_workbook_free(book);
        if (!path.empty()) std::remove(path.c_str());
    }

    void make_formats() {
        const auto make = [&] {
            lxw_format* format = workbook_add_format(book);
            format_set_font_name(format, "Times New Roman");
            format_set_font_size(format, 12);
            format_set_border(format, LXW_BORDER_THIN);
            format_set_border_color(format, 0xB8B2A4);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            format_set_text_wrap(format);
            return format;
        };
        head = make();
        format_set_bold(head);
        format_set_bg_color(head, 0xEFEAE0);
        format_set_align(head, LXW_ALIGN_CENTER);
        format_set_align(head, LXW_ALIGN_VERTICAL_CENTER);
        text = make();
        format_set_num_format_index(text, 49);  // "@": what a person types later stays a text as well
        number = make();
        date = make();
        format_set_num_format(date, "dd/mm/yyyy");
        format_set_align(date, LXW_ALIGN_CENTER);
    }

    void begin_sheet() {
        const Table& now = tables[table];
        std::string name = sheet_name(now.name);
        for (int number_of = 2; !names.insert(name).second; ++number_of) {
            name = first_letters(sheet_name(now.name), 27) + " " + std::to_string(number_of);
        }
        sheet = workbook_add_worksheet(book, name.c_str());
        const auto columns = static_cast<lxw_col_t>(now.columns.size());
        for (lxw_col_t at = 0; at < columns; ++at) {
            worksheet_set_column(sheet, at, at, now.columns[at].width, nullptr);
            worksheet_write_string(sheet, 0, at, now.columns[at].title.c_str(), head);
        }
        worksheet_set_row(sheet, 0, 32, nullptr);
        worksheet_freeze_panes(sheet, 1, 0);
        if (columns > 0)
            worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(now.rows.size()),
                                 static_cast<lxw_col_t>(columns - 1));
        worksheet_repeat_rows(sheet, 0, 0);
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9);  // A4
        worksheet_fit_to_pages(sheet, 1, 0);
        worksheet_set_margins(sheet, 0.6, 0.6, 0.9, 0.7);
        if (!now.title.empty()) {
            std::string title = first_letters(now.title, 200);
            for (std::size_t at = 0; (at = title.find('&', at)) != std::string::npos; at += 2) title.insert(at, 1, '&');
            worksheet_set_header(sheet, ("&C&\"Times New Roman,Bold\"&14" + title).c_str());
        }
        worksheet_set_footer(sheet, "&C&\"Times New Roman,Regular\"&10&P/&N");
    }

    void write_row() {
        const Table& now = tables[table];
        const std::vector<Value>& cells = now.rows[row];
        const auto at_row = static_cast<lxw_row_t>(row + 1);
        for (std::size_t at = 0; at < now.columns.size(); ++at) {
            const auto column = static_cast<lxw_col_t>(at);
            const Value value = at < cells.size() ? cells[at] : Value();
            if (const auto* words = std::get_if<std::string>(&value); words != nullptr && !words->empty()) {
                worksheet_write_string(sheet, at_row, column, first_letters(*words, kLongestCell).c_str(), text);
            } else if (const auto* figure = std::get_if<double>(&value)) {
                worksheet_write_number(sheet, at_row, column, *figure, number);
            } else if (const auto* day = std::get_if<base::Date>(&value); day != nullptr && day->year >= 1900) {
                lxw_datetime when{day->year, day->month, day->day, 0, 0, 0};
                worksheet_write_datetime(sheet, at_row, column, &when, date);
            } else {
                const Column::Type type = now.columns[at].type;
                worksheet_write_blank(sheet, at_row, column,
                                      type == Column::Type::kDate     ? date
                                      : type == Column::Type::kNumber ? number
                                                                      : text);
            }
        }
    }
};

XlsxWriter::XlsxWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
XlsxWriter::XlsxWriter(XlsxWriter&&) noexcept = default;
XlsxWriter& XlsxWriter::operator=(XlsxWriter&&) noexcept = default;
XlsxWriter::~XlsxWriter() = default;

base::Result<XlsxWriter> XlsxWriter::begin(std::vector<Table> tables) {
    auto state = std::make_unique<State>();
    state->tables = std::move(tables);
    if (state->tables.empty()) state->tables.emplace_back();
    for (const Table& table : state->tables) state->all += table.rows.size();
    state->path = temporary_path();
    if (state->path.empty()) return no_file();
    state->book = workbook_new(state->path.c_str());
    if (state->book == nullptr) return no_file();
    lxw_doc_properties properties{};
    std::string title = state->tables.front().title;
    properties.title = title.data();
    static char program[] = "Thi Đua";
    properties.comments = program;
    workbook_set_properties(state->book, &properties);
    state->make_formats();
    state->begin_sheet();
    return XlsxWriter(std::move(state));
}

bool XlsxWriter::step(std::size_t rows) {
    State& s = *state_;
    while (rows > 0 && s.table < s.tables.size()) {
        if (s.row == s.tables[s.table].rows.size()) {
            s.row = 0;
            if (++s.table < s.tables.size()) s.begin_sheet();
            continue;
        }
        s.write_row();
        ++s.row;
        ++s.done;
        --rows;
    }
    return s.table < s.tables.size();
}

std::size_t XlsxWriter::done() const { return state_->done; }
std::size_t XlsxWriter::all() const { return state_->all; }

base::Result<std::string> XlsxWriter::finish() {
    while (step(1000)) {
    }
    if (state_->book == nullptr) return no_file();
    const lxw_error error = workbook_close(state_->book);  // frees the book, whatever comes of it
    state_->book = nullptr;
    if (error != LXW_NO_ERROR) return no_file();
    return read_whole(state_->path);
}

base::Result<std::string> write_xlsx(std::vector<Table> tables,
                                     const std::function<bool(std::size_t done, std::size_t all)>& progress) {
    auto writer = XlsxWriter::begin(std::move(tables));
    if (!writer) return tl::unexpected(writer.error());
    while (writer->step(200)) {
        if (progress && !progress(writer->done(), writer->all())) {
            return base::fail(base::ErrorKind::kConflict, "Đã dừng, chưa ghi tệp nào.",
                              "Stopped: no file was written.");
        }
    }
    return writer->finish();
}

}  // namespace thidua::sheet
