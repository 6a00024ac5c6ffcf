// `thidua verdict` and `thidua law`: the law engine by itself, for others' cases.

#include <ostream>

#include "app/application.h"
#include "app/data_file.h"
#include "cli/acts.h"
#include "cli/files.h"
#include "law/facts_json.h"
#include "law/rule_book.h"
#include "office/title.h"

namespace thidua::cli {
namespace {

constexpr std::size_t kMostFactsBytes = std::size_t{16} << 20;

/// The one title that was asked for, or every title that the subject can receive.
std::vector<std::string> titles_asked(const Arguments& arguments, const law::Facts& facts) {
    if (const std::string title = arguments.value("title"); !title.empty()) return {title};
    std::vector<std::string> codes;
    for (const office::EmulationTitle& title : office::titles()) {
        if (title.collective == (facts.subject == law::Subject::kCollective)) codes.emplace_back(title.code);
    }
    return codes;
}

}  // namespace

base::Status verdict(const Arguments& arguments, Output& output) {
    if (arguments.has("schema")) {
        output.out << law::verdict_schema() << "\n";
        return {};
    }
    const std::string path = arguments.value("facts");
    if (path.empty()) {
        return base::fail(base::ErrorKind::kBadInput, "thiếu dữ kiện: --facts TỆP (lược đồ: --schema)",
                          "no facts: --facts FILE (schema: --schema)");
    }
    const auto on = date_option(arguments, app::machine_today());
    if (!on) return tl::unexpected(on.error());
    const auto text = app::read_file(path, kMostFactsBytes);
    if (!text) return tl::unexpected(text.error());
    const auto facts = law::facts_from_json(*text, path);
    if (!facts) return tl::unexpected(facts.error());
    std::string json;
    for (const std::string& title : titles_asked(arguments, *facts)) {
        const auto judged = law::evaluate(law::builtin_packs(), *facts, title, *on);
        if (!judged) {
            // A form for households, say: only an error when it was asked for by name.
            if (arguments.has("title")) return tl::unexpected(judged.error());
            continue;
        }
        if (arguments.has("json")) {
            json += (json.empty() ? "" : ",\n") + law::to_json(*judged);
            continue;
        }
        output.out << title << ": " << output.in(law::words_vi(judged->outcome), law::words_en(judged->outcome)) << ". "
                   << output.in(judged->summary_vi, judged->summary_en) << "\n";
    }
    if (arguments.has("json")) output.out << "[\n" << json << "\n]\n";
    return {};
}

base::Status law_book(const Arguments& arguments, Output& output) {
    const std::string wish = arguments.value("book");
    const law::Pack* pack = law::builtin_packs().find(wish);
    if (pack == nullptr) {
        return base::fail(base::ErrorKind::kNotFound, "Không có bộ quy định \"" + wish + "\". Có: R0, R1, R2, R3.",
                          "There is no rule pack \"" + wish + "\". There are: R0, R1, R2, R3.");
    }
    const std::string book =
        law::rule_book_html(*pack, output.english ? law::Language::kEnglish : law::Language::kVietnamese);
    if (!arguments.has("output")) {
        output.out << book;
        return {};
    }
    const auto path = output_path(arguments);
    if (!path) return tl::unexpected(path.error());
    if (auto written = write_file(*path, book); !written) return written;
    output.out << *path << "\n";
    return {};
}

}  // namespace thidua::cli
