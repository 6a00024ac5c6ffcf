// `thidua template`: the wording of a kind of document, the office's own or the program's.

#include <ostream>
#include <string>

#include "app/data_file.h"
#include "app/wordings.h"
#include "cli/acts.h"
#include "cli/files.h"
#include "cli/year_file.h"
#include "document/kinds.h"
#include "document/wording_names.h"
#include "store/store.h"

namespace thidua::cli {
namespace {

/// More than a template may have (document/template.h), so that the sentence about its length is the template's own.
constexpr std::size_t kMostWordingBytes = std::size_t{1} << 20;

/// Every kind, and whether the office has words of its own for it.
base::Status list_wordings(const Arguments& arguments, Output& output) {
    office::YearBook book;
    if (!arguments.names.empty()) {
        auto opened = open_book(arguments.names.back());
        if (!opened) return tl::unexpected<base::Error>(opened.error());
        book = std::move(*opened);
    }
    for (const document::KindInfo& kind : document::kinds()) {
        std::string code(kind.code);
        code.resize(std::max<std::size_t>(code.size() + 2, 26), ' ');
        output.out << code << output.in(kind.vi, kind.en);
        if (document::own_wording(book, kind.code) != nullptr)
            output.out << output.in(" · lời văn riêng", " · own words");
        if (app::wording_draft(book, kind.code) != nullptr) output.out << output.in(" · có bản nháp", " · a draft");
        output.out << "\n";
    }
    return {};
}

void print_names(const std::string& code, Output& output) {
    for (const document::WordingForm& form : document::wording_forms()) {
        output.out << form.text << "\n    " << output.in(form.vi, form.en) << "\n";
    }
    output.out << "\n";
    for (const document::WordingName& name : document::wording_names(code)) {
        const bool inside = !name.list.empty();
        output.out << (inside         ? "    {"
                       : name.is_list ? "@mỗi "
                                      : "{")
                   << name.name << (name.is_list ? "" : "}") << "  " << output.in(name.vi, name.en) << "\n";
    }
}

/// The text of `path`; a broken one is told as "path:line:column: sentence", as editors and compilers do.
base::Result<std::string> checked_wording(const std::string& code, const std::string& path, Output& output) {
    const auto bytes = app::read_file(path, kMostWordingBytes);
    if (!bytes) return tl::unexpected<base::Error>(bytes.error());
    std::string text = app::tidy_wording(*bytes);
    document::TemplateFault fault;
    const auto good = document::check_wording(code, text, &fault);
    if (good) return text;
    output.err << path << ":" << fault.line << ":" << fault.column << ": " << output.in(fault.vi, fault.en) << "\n";
    return base::fail(base::ErrorKind::kBadInput, "mẫu chưa dùng được; không có gì thay đổi.",
                      "the template cannot be used; nothing was changed.",
                      path + ":" + std::to_string(fault.line) + ":" + std::to_string(fault.column));
}

base::Status change_wording(const std::string& code, const Arguments& arguments, Output& output) {
    std::string text(document::builtin_template(code));
    if (arguments.has("set")) {
        auto own = checked_wording(code, arguments.value("set"), output);
        if (!own) return tl::unexpected<base::Error>(own.error());
        text = std::move(*own);
    }
    auto store = store::Store::open(arguments.names[1]);
    if (!store) return tl::unexpected<base::Error>(store.error());
    if (auto kept = app::adopt_wording(*store, code, text); !kept) return kept;
    const auto book = store::snapshot(*store);
    if (!book) return tl::unexpected<base::Error>(book.error());
    const document::KindInfo& kind = *document::find_kind(code);
    const bool own = document::own_wording(*book, code) != nullptr;
    output.out << output.in(kind.vi, kind.en) << ": "
               << (own ? output.in("dùng lời văn riêng.\n", "the office's own words are used.\n")
                       : output.in("dùng lời văn chuẩn.\n", "the standard words are used.\n"));
    return {};
}

}  // namespace

base::Status edit_template(const Arguments& arguments, Output& output) {
    const bool changes = arguments.has("set") || arguments.has("standard");
    if (arguments.has("list") || arguments.names.empty()) return list_wordings(arguments, output);
    const std::string& code = arguments.names[0];
    if (document::find_kind(code) == nullptr) {
        return base::fail(base::ErrorKind::kNotFound,
                          "Không có loại văn bản “" + code + "”. Các loại: thidua template --list",
                          "There is no kind of document “" + code + "”. Kinds: thidua template --list");
    }
    if (arguments.has("names")) {
        print_names(code, output);
        return {};
    }
    if (arguments.has("check")) {
        const auto good = checked_wording(code, arguments.value("check"), output);
        if (!good) return tl::unexpected<base::Error>(good.error());
        output.out << arguments.value("check") << output.in(": dùng được.\n", ": can be used.\n");
        return {};
    }
    if (changes && (arguments.names.size() < 2 || (arguments.has("set") && arguments.has("standard")))) {
        return base::fail(
            base::ErrorKind::kBadInput,
            "cần tệp năm và một trong hai: thidua template LOẠI year.thidua --set TỆP, hoặc --standard",
            "a file and one of both are needed: thidua template KIND year.thidua --set FILE, or --standard");
    }
    if (changes) return change_wording(code, arguments, output);
    std::string text(document::builtin_template(code));
    if (arguments.names.size() > 1) {
        const auto book = open_book(arguments.names[1]);
        if (!book) return tl::unexpected<base::Error>(book.error());
        text = app::wording_in_force(*book, code);
    }
    if (!arguments.has("output")) {
        output.out << text;
        return {};
    }
    const auto path = output_path(arguments);
    if (!path) return tl::unexpected<base::Error>(path.error());
    if (auto written = write_file(*path, text); !written) return written;
    output.out << *path << "\n";
    return {};
}

}  // namespace thidua::cli
