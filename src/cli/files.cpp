#include "cli/files.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>

#include "app/data_file.h"
#include "intake/import_file.h"

namespace thidua::cli {
namespace {

namespace fs = std::filesystem;

base::Error cannot_write(const std::string& path) {
    return {base::ErrorKind::kStorage, "Không ghi được tệp " + path + ". Hãy kiểm tra thư mục và dung lượng đĩa.",
            path + " cannot be written. Check the folder and the disk's space.", path};
}

std::string date_or_dash(const std::optional<base::Date>& date) { return date ? base::to_numeric(*date) : "–"; }

}  // namespace

base::Result<std::string> output_path(const Arguments& arguments) {
    const std::string path = arguments.value("output");
    if (path.empty()) {
        return base::fail(base::ErrorKind::kBadInput, "thiếu tệp kết quả: -o TỆP", "no output file: -o FILE");
    }
    if (fs::exists(path) && !arguments.has("force")) {
        return base::fail(base::ErrorKind::kConflict, path + " đã có. Dùng --force để ghi đè, hoặc chọn tên khác.",
                          path + " exists. Use --force to replace it, or choose another name.", path);
    }
    return path;
}

base::Status write_file(const std::string& path, std::string_view bytes) {
    const std::string draft = path + ".part";
    {
        std::ofstream out(draft, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.flush();
        if (!out) {
            std::remove(draft.c_str());
            return tl::unexpected(cannot_write(path));
        }
    }
    std::error_code code;
    fs::rename(draft, path, code);
    if (!code) return {};
    std::remove(draft.c_str());
    return tl::unexpected(cannot_write(path));
}

base::Result<base::Date> date_option(const Arguments& arguments, base::Date otherwise) {
    const std::string wish = arguments.value("date");
    if (wish.empty()) return otherwise;
    const auto date = base::parse_iso(wish);
    if (date) return *date;
    return base::fail(base::ErrorKind::kBadInput, "\"" + wish + "\" không phải ngày dạng 2024-12-20.",
                      "\"" + wish + "\" is no date like 2024-12-20.");
}

base::Result<std::string> read_text(const std::string& path, Output& output) {
    auto bytes = app::read_file(path, intake::kMostFileBytes);
    if (!bytes) return bytes;
    auto incoming = intake::read_incoming(path, *bytes);
    if (!incoming) return tl::unexpected<base::Error>(incoming.error());
    if (incoming->kind == intake::Imported::Kind::kOffice) {
        return base::fail(base::ErrorKind::kBadInput,
                          path + " là tệp năm .thidua, không phải văn bản. Hãy dùng: thidua show " + path,
                          path + " is a .thidua file, not a text. Use: thidua show " + path, path);
    }
    for (const auto& remark : incoming->remarks) output.err << path << ": " << output.in(remark.vi, remark.en) << "\n";
    return std::move(incoming->text);
}

base::Result<text::Restoration> restore_text(const std::string& source) {
    const auto bytes = app::read_data_file(app::kLanguageModelFile);
    if (!bytes) return tl::unexpected<base::Error>(bytes.error());
    const auto model = text::LanguageModel::load(*bytes);
    if (!model) return tl::unexpected<base::Error>(model.error());
    return text::restore(*model, source);
}

/// "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH Trần Văn Tân"
std::string signer(const office::Plan& plan) {
    std::string line;
    for (const char c : plan.signer_title) line += c == '\n' ? std::string(", ") : std::string(1, c);
    if (!line.empty() && !plan.signer_name.empty()) line += " ";
    line += plan.signer_name;
    return line.empty() ? "–" : line;
}

void print_plan(const office::PlanBundle& bundle, Output& output) {
    const office::Plan& plan = bundle.plan;
    output.out << output.in("Kế hoạch: ", "Plan: ") << plan.subject << "\n"
               << output.in("  Số ", "  No. ") << (plan.number.empty() ? "–" : plan.number) << " · "
               << date_or_dash(plan.issued_on) << " · " << (plan.issuer.empty() ? "–" : plan.issuer) << "\n"
               << output.in("  Ký: ", "  Signed: ") << signer(plan) << "\n";
    output.out << output.in("  Nơi nhận: ", "  Recipients: ") << (plan.recipients.empty() ? "–" : "");
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
        if (!task.target.empty()) output.out << " · " << task.target << " " << task.target_unit;
        if (task.due) output.out << " · " << base::to_numeric(*task.due);
        output.out << "\n";
    }
    if (!bundle.occasions.empty()) output.out << "\n" << output.in("Dịp kỷ niệm\n", "Anniversaries\n");
    for (const office::Occasion& occasion : bundle.occasions) {
        output.out << "  ";
        if (occasion.years > 0) output.out << occasion.years << output.in(" năm ", " years ");
        output.out << occasion.name << " · " << date_or_dash(occasion.date) << "\n";
    }
    if (!bundle.questions.empty()) output.out << "\n" << output.in("Cần hỏi\n", "Questions\n");
    for (const office::Question& question : bundle.questions) {
        output.out << "  ? " << question.text << (question.answer.empty() ? "" : " → " + question.answer) << "\n";
    }
}

}  // namespace thidua::cli
