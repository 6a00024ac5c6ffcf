#include "cli/files.h"

#include <ostream>

#include "app/data_file.h"
#include "intake/import_file.h"

namespace thidua::cli {
namespace {

std::string date_or_dash(const std::optional<base::Date>& date) { return date ? base::to_numeric(*date) : "–"; }

}  // namespace

base::Result<std::string> read_text(const std::string& path) {
    auto bytes = app::read_file(path, intake::kMostFileBytes);
    if (!bytes) return bytes;
    auto incoming = intake::read_incoming(path, *bytes);
    if (!incoming) return tl::unexpected<base::Error>(incoming.error());
    if (incoming->kind == intake::Imported::Kind::kOffice) {
        return base::fail(base::ErrorKind::kBadInput,
                          path + " là tệp năm .thidua, không phải văn bản. Hãy dùng: thidua show " + path,
                          path + " is a .thidua file, not a text. Use: thidua show " + path, path);
    }
    return std::move(incoming->text);
}

base::Result<text::Restoration> restore_text(const std::string& source) {
    const auto bytes = app::read_data_file(app::kLanguageModelFile);
    if (!bytes) return tl::unexpected<base::Error>(bytes.error());
    const auto model = text::LanguageModel::load(*bytes);
    if (!model) return tl::unexpected<base::Error>(model.error());
    return text::restore(*model, source);
}

void print_plan(const office::PlanBundle& bundle, Output& output) {
    const office::Plan& plan = bundle.plan;
    output.out << output.in("Kế hoạch: ", "Plan: ") << plan.subject << "\n"
               << output.in("  Số ", "  No. ") << (plan.number.empty() ? "–" : plan.number) << " · "
               << date_or_dash(plan.issued_on) << " · " << (plan.issuer.empty() ? "–" : plan.issuer) << "\n"
               << output.in("  Ký: ", "  Signed: ") << plan.signer_title << " " << plan.signer_name << "\n";
    output.out << output.in("  Nơi nhận: ", "  Recipients: ");
    for (std::size_t i = 0; i < plan.recipients.size(); ++i) output.out << (i > 0 ? "; " : "") << plan.recipients[i];
    output.out << "\n\n" << output.in("Văn bản căn cứ, viện dẫn\n", "Documents it stands on\n");
    for (const office::BasisDocument& basis : bundle.basis) {
        output.out << "  " << basis.kind << " " << (basis.number.empty() ? "–" : basis.number) << " · "
                   << date_or_dash(basis.date) << " · " << (basis.issuer.empty() ? "–" : basis.issuer) << " · "
                   << basis.subject << "\n";
    }
    output.out << "\n" << output.in("Nhiệm vụ\n", "Tasks\n");
    for (const office::Task& task : bundle.tasks) {
        const char* mark = task.state == office::Task::State::kDone ? "x" : " ";
        output.out << "  [" << mark << "] " << task.title;
        if (!task.assignee.empty()) output.out << " (" << task.assignee << ")";
        if (!task.recurrence.empty()) output.out << " · " << task.recurrence;
        if (task.due) output.out << " · " << base::to_numeric(*task.due);
        output.out << "\n";
    }
    if (!bundle.occasions.empty()) output.out << "\n" << output.in("Dịp kỷ niệm\n", "Anniversaries\n");
    for (const office::Occasion& occasion : bundle.occasions) {
        output.out << "  " << occasion.years << output.in(" năm ", " years ") << occasion.name << " · "
                   << date_or_dash(occasion.date) << "\n";
    }
    if (!bundle.questions.empty()) output.out << "\n" << output.in("Cần hỏi\n", "Questions\n");
    for (const office::Question& question : bundle.questions) {
        output.out << "  ? " << question.text << (question.answer.empty() ? "" : " → " + question.answer) << "\n";
    }
}

}  // namespace thidua::cli
