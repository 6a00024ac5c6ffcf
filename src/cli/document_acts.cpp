// Documents and tables: `thidua document`, `layout-check`, `export`, `import-people`.

#include <filesystem>
#include <ostream>

#include "app/application.h"
#include "app/data_file.h"
#include "app/office_law.h"
#include "app/office_tables.h"
#include "app/papers.h"
#include "app/table_import.h"
#include "app/verdict_table.h"
#include "app/verdicts.h"
#include "cli/acts.h"
#include "cli/files.h"
#include "cli/year_file.h"
#include "document/docx_read.h"
#include "document/kinds.h"
#include "document/layout_check.h"
#include "office/title.h"
#include "sheet/csv.h"
#include "sheet/xlsx_write.h"
#include "store/store.h"

namespace thidua::cli {
namespace {

namespace fs = std::filesystem;

void list_kinds(Output& output) {
    for (const document::KindInfo& kind : document::kinds()) {
        std::string code(kind.code);
        code.resize(std::max<std::size_t>(code.size() + 2, 26), ' ');
        output.out << code << output.in(kind.vi, kind.en) << "\n";
    }
}

/// What was numbered or changed by hand: of a kind, of all.
base::Status list_kept(const Arguments& arguments, Output& output) {
    const bool one_kind = arguments.names.size() > 1;
    const auto book = open_book(arguments.names.back());
    if (!book) return tl::unexpected<base::Error>(book.error());
    std::size_t count = 0;
    for (const office::IssuedDocument& record : book->documents) {
        if (one_kind && record.kind != arguments.names[0]) continue;
        ++count;
        output.out << record.kind << " · "
                   << (record.number.empty() ? std::string(output.in("chưa ghi số", "not numbered")) : record.number);
        if (record.date) output.out << " · " << base::to_numeric(*record.date);
        output.out << " · " << record.subject << "\n";
    }
    if (count == 0) output.out << output.in("Chưa lập văn bản nào.\n", "Nothing was made yet.\n");
    return {};
}

}  // namespace

base::Status write_document(const Arguments& arguments, Output& output) {
    if (arguments.has("kinds") || (arguments.has("list") && arguments.names.empty())) {
        list_kinds(output);
        return {};
    }
    if (arguments.has("list")) return list_kept(arguments, output);
    if (arguments.names.size() < 2) {
        return base::fail(
            base::ErrorKind::kBadInput,
            "thiếu loại văn bản hoặc tệp năm: thidua document LOẠI year.thidua -o TỆP (các loại: --kinds)",
            "a kind and a file are needed: thidua document KIND year.thidua -o FILE (kinds: --kinds)");
    }
    if (document::find_kind(arguments.names[0]) == nullptr) {
        return base::fail(base::ErrorKind::kNotFound,
                          "Không có loại văn bản “" + arguments.names[0] + "”. Các loại: thidua document --kinds",
                          "There is no kind of document “" + arguments.names[0] + "”. Kinds: thidua document --kinds");
    }
    const auto path = output_path(arguments);
    if (!path) return tl::unexpected(path.error());
    const auto book = open_book(arguments.names[1]);
    if (!book) return tl::unexpected(book.error());
    document::Request request = app::usual_request(*book, arguments.names[0]);
    if (const std::string wish = arguments.value("for"); !wish.empty()) {
        const auto person = person_of(*book, wish);
        if (!person) return tl::unexpected(person.error());
        request.person = *person;
    }
    if (const std::string title = arguments.value("title"); !title.empty()) {
        if (office::find_title(title) == nullptr) {
            return base::fail(base::ErrorKind::kNotFound, "Không có danh hiệu hay hình thức mang mã " + title + ".",
                              "There is no title or form with the code " + title + ".");
        }
        request.title = title;
    }
    const auto today = date_option(arguments, app::machine_today());
    if (!today) return tl::unexpected(today.error());
    const auto paper = app::make_paper(*book, app::content_of(*book, request), *today);
    if (!paper) return tl::unexpected(paper.error());
    const auto bytes = write_as(paper->document, *path);
    if (!bytes) return tl::unexpected(bytes.error());
    if (auto written = write_file(*path, *bytes); !written) return written;
    output.out << *path << ": " << paper->layout.pages.size() << output.in(" trang, ", " pages, ")
               << paper->missing.size() << output.in(" chỗ còn để trống\n", " blanks\n");
    for (const document::Missing& missing : paper->missing)
        output.out << "  ? " << output.in(missing.vi, missing.en) << "\n";
    return {};
}

base::Status layout_check(const Arguments& arguments, Output& output) {
    const auto bytes = app::read_file(arguments.names[0], std::size_t{50} << 20);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto read = document::read_docx(*bytes);
    if (!read) return tl::unexpected<base::Error>(read.error());
    std::size_t breaches = 0;
    for (const document::Finding& finding : document::check_layout(*read)) {
        const bool advice = finding.severity == document::Severity::kAdvice;
        if (!advice) ++breaches;
        output.out << (advice ? "? " : "! ") << output.in(finding.vi, finding.en);
        if (!finding.excerpt.empty()) output.out << " · " << finding.excerpt;
        output.out << " (" << finding.rule << ")\n";
    }
    if (breaches == 0) {
        output.out << output.in("Đúng thể thức.\n", "The layout is as the decree wants it.\n");
        return {};
    }
    return base::fail(base::ErrorKind::kBadInput, std::to_string(breaches) + " chỗ chưa đúng thể thức.",
                      std::to_string(breaches) + " places break the decree's layout.");
}

base::Status export_table(const Arguments& arguments, Output& output) {
    if (arguments.has("tables")) {
        for (const app::OfficeTableInfo& table : app::office_tables()) {
            std::string code(table.code);
            code.resize(std::max<std::size_t>(code.size() + 2, 18), ' ');
            output.out << code << output.in(table.vi, table.en) << "\n";
        }
        return {};
    }
    if (arguments.names.size() < 2) {
        return base::fail(base::ErrorKind::kBadInput,
                          "thiếu tên bảng hoặc tệp năm: thidua export BẢNG year.thidua -o TỆP (các bảng: --tables)",
                          "a table and a file are needed: thidua export TABLE year.thidua -o FILE (tables: --tables)");
    }
    const app::OfficeTableInfo* table = app::find_office_table(arguments.names[0]);
    if (table == nullptr) {
        return base::fail(base::ErrorKind::kNotFound,
                          "Không có bảng “" + arguments.names[0] + "”. Các bảng: thidua export --tables",
                          "There is no table “" + arguments.names[0] + "”. Tables: thidua export --tables");
    }
    const auto path = output_path(arguments);
    if (!path) return tl::unexpected(path.error());
    const auto store = store::Store::open(arguments.names[1], store::Access::kReadOnly);
    if (!store) return tl::unexpected<base::Error>(store.error());
    const auto book = store::snapshot(*store);
    if (!book) return tl::unexpected<base::Error>(book.error());
    const auto journal = store->journal();
    if (!journal) return tl::unexpected<base::Error>(journal.error());
    sheet::Table rows = app::office_table(table->table, *book, {&*journal});
    if (table->table == app::OfficeTable::kVerdicts) {
        app::VerdictTable verdicts(*book, app::judging_date(*book, app::machine_today()),
                                   app::law_of(book->overlays).packs);
        while (verdicts.step()) {
        }
        rows = verdicts.take();
    }
    const std::size_t count = rows.rows.size();
    base::Result<std::string> bytes;
    if (path->ends_with(".csv")) bytes = sheet::write_csv(rows);
    else if (path->ends_with(".xlsx")) bytes = sheet::write_xlsx({std::move(rows)});
    else
        return base::fail(base::ErrorKind::kUnsupported, "Tệp kết quả phải là .xlsx hoặc .csv.",
                          "The output must be .xlsx or .csv.");
    if (!bytes) return tl::unexpected(bytes.error());
    if (auto written = write_file(*path, *bytes); !written) return written;
    output.out << *path << ": " << count << output.in(" dòng\n", " rows\n");
    return {};
}

base::Status import_people(const Arguments& arguments, Output& output) {
    const auto bytes = app::read_file(arguments.names[0], sheet::kMostFileBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    auto store = store::Store::open(arguments.names[1]);
    if (!store) return tl::unexpected<base::Error>(store.error());
    const auto book = store::snapshot(*store);
    if (!book) return tl::unexpected<base::Error>(book.error());
    auto import = app::TableImport::begin(fs::path(arguments.names[0]).filename().string(), *bytes, *book);
    if (!import) return tl::unexpected<base::Error>(import.error());
    if (const std::string wish = arguments.value("as"); !wish.empty()) {
        bool known = false;
        for (const app::ImportKindInfo& kind : app::import_kinds()) {
            if (kind.code != wish) continue;
            import->choose_kind(kind.kind, *book);
            known = true;
        }
        if (!known) {
            return base::fail(base::ErrorKind::kBadInput,
                              "--as phải là people, years, awards, initiatives, tasks hoặc plans.",
                              "--as must be people, years, awards, initiatives, tasks or plans.");
        }
    }
    if (import->trouble() != nullptr) return tl::unexpected<base::Error>(*import->trouble());
    for (const app::RefusedTableRow& row : import->refused()) {
        output.out << output.in("Dòng ", "Row ") << row.number << ": " << output.in(row.vi, row.en) << "\n";
    }
    const app::ImportKindInfo& kind = app::info(import->kind());
    output.out << output.in(kind.vi, kind.en) << ": " << import->changes() << output.in(" dòng nhận, ", " rows taken, ")
               << import->rows().size() - import->changes() << output.in(" không đổi, ", " the same, ")
               << import->refused().size() << output.in(" bị từ chối\n", " refused\n");
    if (import->rows().empty() && !import->refused().empty()) {
        return base::fail(base::ErrorKind::kBadInput, "Không dòng nào dùng được; tệp năm giữ nguyên.",
                          "No row can be used; the file stays as it was.");
    }
    if (arguments.has("dry-run") || import->batch().empty()) return {};
    return store::import_batch(*store, import->act_words(), import->batch());
}

}  // namespace thidua::cli
