#include "cli/acts.h"

#include <algorithm>
#include <ostream>

#include "app/application.h"
#include "cli/files.h"
#include "document/docx.h"
#include "document/kinds.h"
#include "intake/plan_reader.h"
#include "office/json.h"
#include "share/link.h"
#include "store/commands.h"
#include "store/store.h"

namespace thidua::cli {
namespace {

base::Result<office::YearBook> read_book(const Arguments& arguments) {
    auto store = store::Store::open(arguments.names[0], store::Access::kReadOnly);
    if (!store) return tl::unexpected<base::Error>(store.error());
    return store::snapshot(*store);
}

base::Result<office::PlanBundle> newest_plan(const office::YearBook& book) {
    if (!book.plans.empty()) return book.plans.front();
    return base::fail(base::ErrorKind::kNotFound, "Tệp này chưa có kế hoạch nào. Hãy dùng: thidua import",
                      "This file holds no plan yet. Use: thidua import");
}

}  // namespace

base::Status import_plan(const Arguments& arguments, Output& output) {
    const auto path = output_path(arguments);
    if (!path) return tl::unexpected(path.error());
    auto source = read_text(arguments.names[0], output);
    if (!source) return tl::unexpected(source.error());

    std::string accepted = *source;
    std::vector<intake::DoubtfulRange> doubtful;
    if (!arguments.has("raw")) {
        auto restored = restore_text(*source);
        if (!restored) return tl::unexpected(restored.error());
        for (const text::RestoredToken& token : restored->tokens) {
            if (token.doubtful) doubtful.push_back({token.begin, token.end});
        }
        accepted = std::move(restored->text);
    }
    intake::ReadOptions options;
    options.doubtful = doubtful;
    office::PlanBundle bundle = intake::read_plan(accepted, options);
    bundle.plan.source_text = std::move(*source);

    office::YearBook book;
    book.office = app::office_of(bundle.plan);
    if (const std::string name = arguments.value("office"); !name.empty()) book.office.name = name;
    if (book.office.year == 0) book.office.year = app::machine_today().year;

    auto store = store::Store::in_memory(book);
    if (!store) return tl::unexpected(store.error());
    if (auto plan = store::accept_plan(*store, bundle); !plan) return tl::unexpected(plan.error());
    if (auto saved = store->save_copy_as(*path, arguments.has("force")); !saved) return saved;

    const auto numbered =
        std::ranges::count_if(bundle.basis, [](const office::BasisDocument& basis) { return !basis.number.empty(); });
    output.out << *path << ": " << bundle.basis.size() << output.in(" văn bản (", " documents (") << numbered
               << output.in(" có số), ", " numbered), ") << bundle.tasks.size() << output.in(" nhiệm vụ, ", " tasks, ")
               << bundle.occasions.size() << output.in(" dịp kỷ niệm, ", " anniversaries, ") << bundle.questions.size()
               << output.in(" điều cần hỏi, ", " questions, ") << doubtful.size()
               << output.in(" chữ còn ngờ.\n", " doubtful words.\n");
    return {};
}

base::Status show(const Arguments& arguments, Output& output) {
    const auto book = read_book(arguments);
    if (!book) return tl::unexpected(book.error());
    if (arguments.has("json")) {
        output.out << office::to_json(*book) << "\n";
        return {};
    }
    output.out << book->office.name << " · " << output.in("năm ", "year ") << book->office.year << "\n\n";
    for (const office::PlanBundle& bundle : book->plans) print_plan(bundle, output);
    if (!book->people.empty()) output.out << "\n" << output.in("Công chức\n", "People\n");
    for (const office::Person& person : book->people) {
        output.out << "  " << person.full_name << (person.position.empty() ? "" : " · " + person.position) << "\n";
    }
    return {};
}

base::Status report(const Arguments& arguments, Output& output) {
    const auto path = output_path(arguments);
    if (!path) return tl::unexpected(path.error());
    const auto book = read_book(arguments);
    if (!book) return tl::unexpected(book.error());
    const auto plan = newest_plan(*book);
    if (!plan) return tl::unexpected(plan.error());
    document::Request request;
    request.kind = arguments.has("plan") ? "plan" : "report";
    request.plan = plan->plan.id;
    request.as_of = app::machine_today();
    const auto built = document::build_document(*book, request);
    if (!built) return tl::unexpected(built.error());
    const auto bytes = document::write_docx(built->document);
    if (!bytes) return tl::unexpected(bytes.error());
    if (auto written = write_file(*path, *bytes); !written) return written;
    output.out << *path << "\n";
    return {};
}

base::Status link(const Arguments& arguments, Output& output) {
    const auto book = read_book(arguments);
    if (!book) return tl::unexpected(book.error());
    const auto plan = newest_plan(*book);
    if (!plan) return tl::unexpected(plan.error());
    const auto fragment = share::encode_link(*plan, book->office);
    if (!fragment) return tl::unexpected(fragment.error());
    output.out << arguments.value("page") << "#" << *fragment << "\n";
    return {};
}

}  // namespace thidua::cli
