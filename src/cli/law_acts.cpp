// `thidua check`, `thidua verdict` and `thidua law`: the law engine on a file of the year, and by itself for others'
// cases.

#include <algorithm>
#include <ostream>

#include "app/application.h"
#include "app/data_file.h"
#include "app/home_view.h"
#include "app/law_clauses.h"
#include "app/office_law.h"
#include "app/two_dates.h"
#include "cli/acts.h"
#include "cli/files.h"
#include "cli/year_file.h"
#include "law/facts_json.h"
#include "law/rule_book.h"
#include "office/title.h"
#include "store/store.h"
#include "text/letters.h"

namespace thidua::cli {
namespace {

constexpr std::size_t kMostFactsBytes = std::size_t{16} << 20;

base::Result<office::YearBook> book_of(const std::string& path) {
    auto store = store::Store::open(path, store::Access::kReadOnly);
    if (!store) return tl::unexpected<base::Error>(store.error());
    return store::snapshot(*store);
}

/// The one title that was asked for, or every title that the subject can receive; forms only when they are wanted.
std::vector<std::string> titles_asked(const std::string& title, const law::Facts& facts, bool forms) {
    if (!title.empty()) return {title};
    std::vector<std::string> codes;
    for (const office::EmulationTitle& one : office::titles()) {
        const bool fits = one.commendation ? forms : one.collective == (facts.subject == law::Subject::kCollective);
        if (fits) codes.emplace_back(one.code);
    }
    return codes;
}

/// A form for households, say: only an error when it was asked for by name.
base::Result<std::vector<law::Verdict>> judge_all(const law::PackSet& packs, const law::Facts& facts,
                                                  const std::string& title, bool forms, base::Date on) {
    std::vector<law::Verdict> verdicts;
    for (const std::string& code : titles_asked(title, facts, forms)) {
        auto judged = law::evaluate(packs, facts, code, on);
        if (judged) {
            verdicts.push_back(std::move(*judged));
        } else if (!title.empty()) {
            return tl::unexpected<base::Error>(judged.error());
        }
    }
    return verdicts;
}

std::string title_words(std::string_view code, const Output& output) {
    const office::EmulationTitle* title = office::find_title(code);
    return std::string(title == nullptr ? code : output.in(title->vi, title->en));
}

void print(const law::Verdict& verdict, Output& output) {
    output.out << "  " << title_words(verdict.title, output) << ": "
               << output.in(law::words_vi(verdict.outcome), law::words_en(verdict.outcome)) << ". "
               << output.in(verdict.summary_vi, verdict.summary_en) << "\n";
    for (const law::MissingFact& missing : verdict.missing) {
        output.out << "    ? " << output.in(missing.vi, missing.en) << "\n";
    }
}

std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string json_list(const std::vector<law::Verdict>& verdicts) {
    std::string out;
    for (const law::Verdict& verdict : verdicts) out += (out.empty() ? "" : ",\n") + law::to_json(verdict);
    return "[\n" + out + "\n]";
}

/// A value that somebody's local rules wanted and did not get must not pass in silence.
void print_conflicts(const app::OfficeLaw& law, Output& output) {
    for (const app::OverlayState& overlay : law.overlays) {
        if (overlay.refused) {
            output.err << overlay.name << ": " << output.in(overlay.refused->vi, overlay.refused->en) << "\n";
        }
        for (const law::OverlayConflict& conflict : overlay.conflicts) {
            output.err << overlay.name << ": " << output.in(conflict.vi, conflict.en) << "\n";
        }
    }
}

std::string who(const Output& output, const std::string& name, bool office) {
    return office ? name + std::string(output.in(" (tập thể)", " (collective)")) : name;
}

base::Status compare(const Arguments& arguments, Output& output) {
    if (arguments.names.size() != 3) {
        return base::fail(base::ErrorKind::kBadInput,
                          "Cần hai ngày và một tệp: thidua law --compare 2024-12-20 2025-12-20 nam.thidua",
                          "Two days and a file are needed: thidua law --compare 2024-12-20 2025-12-20 year.thidua");
    }
    const auto before = base::parse_iso(arguments.names[0]);
    const auto after = base::parse_iso(arguments.names[1]);
    if (!before || !after) {
        return base::fail(base::ErrorKind::kBadInput, "Ngày phải có thật và viết dạng 2024-12-20.",
                          "A day must be real and written as 2024-12-20.");
    }
    auto book = book_of(arguments.names[2]);
    if (!book) return tl::unexpected(book.error());
    const app::OfficeLaw law = app::law_of(book->overlays);
    print_conflicts(law, output);
    output.out << base::to_numeric(*before) << " → " << base::to_numeric(*after) << "\n";
    const auto moves = app::moves_between(*law.packs, *book, *before, *after);
    for (const app::OutcomeMove& move : moves) {
        output.out << who(output, move.name, !move.person) << " · " << title_words(move.title, output) << ": "
                   << output.in(law::words_vi(move.before), law::words_en(move.before)) << " → "
                   << output.in(law::words_vi(move.after), law::words_en(move.after)) << "\n";
    }
    if (moves.empty()) output.out << output.in("Không kết luận nào thay đổi.\n", "No outcome changes.\n");
    // The rules themselves: once for people, once for the office.
    const std::string unit_word = arguments.value("unit");
    const auto unit = law::parse_unit(unit_word.empty() ? "district_division" : unit_word);
    if (!unit) {
        return base::fail(base::ErrorKind::kBadInput,
                          "Loại đơn vị là một trong: district_division, commune, province_department, enterprise.",
                          "The kind of unit is one of: district_division, commune, province_department, enterprise.");
    }
    for (const bool office : {false, true}) {
        if (!office && book->people.empty()) continue;
        const base::Id<office::Person> subject = office ? base::Id<office::Person>{} : book->people.front().id;
        for (const law::Difference& one :
             app::differences_between(*law.packs, *book, subject, *unit, *before, *after)) {
            if (one.aspect == "outcome" && one.before_vi != one.after_vi) continue;  // said above, for everybody
            output.out << "  " << title_words(one.title, output) << " · " << one.aspect << ": "
                       << output.in(one.before_vi, one.before_en) << " [" << one.clause_before << "] → "
                       << output.in(one.after_vi, one.after_en) << " [" << one.clause_after << "]\n";
        }
    }
    return {};
}

base::Result<std::string> printed_book(const law::Pack& pack, std::string_view path, bool english) {
    const auto ends = [&](std::string_view end) { return path.size() > end.size() && path.ends_with(end); };
    if (ends(".docx") || ends(".pdf")) return write_as(app::rule_book_document(pack, english), std::string(path));
    if (path.empty() || ends(".html") || ends(".htm")) {
        return law::rule_book_html(pack, english ? law::Language::kEnglish : law::Language::kVietnamese);
    }
    return base::fail(base::ErrorKind::kUnsupported, "Sổ quy định chỉ in ra .docx, .pdf hoặc .html.",
                      "The rule book is printed as .docx, .pdf or .html.");
}

}  // namespace

base::Status check(const Arguments& arguments, Output& output) {
    auto book = book_of(arguments.names[0]);
    if (!book) return tl::unexpected(book.error());
    const auto on = date_option(arguments, app::judging_date(*book, app::machine_today()));
    if (!on) return tl::unexpected(on.error());
    const app::OfficeLaw law = app::law_of(book->overlays);
    print_conflicts(law, output);

    std::vector<law::Facts> subjects = app::facts_of_members(*book);
    if (const std::string name = arguments.value("person"); !name.empty()) {
        std::erase_if(subjects, [&](const law::Facts& facts) { return text::fold(facts.name) != text::fold(name); });
        if (subjects.empty()) {
            return base::fail(base::ErrorKind::kNotFound, "Không có ai tên " + name + " trong tệp này.",
                              "Nobody called " + name + " is in this file.");
        }
    } else {
        subjects.push_back(app::facts_of_office(*book));
    }
    const bool json = arguments.has("json");
    law::Facts year_only;
    year_only.year = book->office.year;
    const law::Pack* pack = law::criteria_pack(*law.packs, year_only, *on);
    if (json) {
        output.out << "{\"format\": 1, \"date\": \"" << base::to_iso(*on) << "\", \"pack\": \""
                   << (pack != nullptr ? pack->id : "") << "\", \"subjects\": [";
    } else {
        output.out << (pack != nullptr ? output.in(pack->name_vi, pack->name_en) : std::string_view()) << " · "
                   << base::to_numeric(*on) << "\n\n";
        if (book->people.empty()) output.out << output.in("Chưa có ai trong danh sách.\n", "Nobody is listed yet.\n");
    }
    bool first = true;
    for (const law::Facts& facts : subjects) {
        const auto verdicts =
            judge_all(*law.packs, facts, arguments.value("title"), json || arguments.has("forms"), *on);
        // Somebody's title asked of everybody does not fit the office, nor the reverse.
        if (!verdicts) continue;
        const bool office = facts.subject == law::Subject::kCollective;
        if (json) {
            output.out << (first ? "\n" : ",\n") << "{\"name\": " << json_text(facts.name) << ", \"subject\": \""
                       << (office ? "collective" : "person") << "\", \"verdicts\": " << json_list(*verdicts) << "}";
        } else {
            output.out << who(output, facts.name, office) << "\n";
            for (const law::Verdict& verdict : *verdicts) print(verdict, output);
        }
        first = false;
    }
    if (json) output.out << "\n]}\n";
    return {};
}

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
    const auto verdicts = judge_all(law::builtin_packs(), *facts, arguments.value("title"), true, *on);
    if (!verdicts) return tl::unexpected(verdicts.error());
    if (arguments.has("json")) {
        output.out << json_list(*verdicts) << "\n";
        return {};
    }
    for (const law::Verdict& verdict : *verdicts) print(verdict, output);
    return {};
}

base::Status law_book(const Arguments& arguments, Output& output) {
    if (arguments.has("compare")) return compare(arguments, output);
    const std::string wish = arguments.value("book");
    const law::Pack* pack = law::builtin_packs().find(wish);
    if (pack == nullptr) {
        return base::fail(base::ErrorKind::kNotFound, "Không có bộ quy định \"" + wish + "\". Có: R0, R1, R2, R3.",
                          "There is no rule pack \"" + wish + "\". There are: R0, R1, R2, R3.");
    }
    const auto book = printed_book(*pack, arguments.value("output"), output.english);
    if (!book) return tl::unexpected(book.error());
    if (!arguments.has("output")) {
        output.out << *book;
        return {};
    }
    const auto path = output_path(arguments);
    if (!path) return tl::unexpected(path.error());
    if (auto written = write_file(*path, *book); !written) return written;
    output.out << *path << "\n";
    return {};
}

}  // namespace thidua::cli
