#include "intake/open_questions.h"

#include <algorithm>
#include <string>

namespace thidua::intake {
namespace {

using office::SourceSpan;

/// "“a”; “b”; “c” và 4 … nữa"
std::string list_some(const std::vector<std::string>& names, std::string_view unit) {
    constexpr std::size_t kShown = 4;
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < kShown; ++i) {
        if (i > 0) out += "; ";
        out += "“" + names[i] + "”";
    }
    if (names.size() > kShown) out += " và " + std::to_string(names.size() - kShown) + " " + std::string(unit) + " nữa";
    return out;
}

std::string document_name(const office::BasisDocument& document) {
    std::string name = document.kind.empty() ? "văn bản" : document.kind;
    if (!document.number.empty()) return name + " " + document.number;
    return name + " " + document.subject;
}

class Asker {
public:
    Asker(PlanReading& reading, const ReadOptions& options) : reading_(reading), options_(options) {}

    void plan() {
        const office::Plan& plan = reading_.bundle.plan;
        const std::string what = reading_.document_kind.empty() ? "Văn bản" : reading_.document_kind;
        if (plan.number.empty()) ask("plan.number", what + " chưa có số, ký hiệu. Số văn bản là gì?");
        if (!plan.issued_on) ask("plan.issued_on", what + " chưa có ngày ban hành. Ban hành ngày nào?");
        if (plan.issuer.empty())
            ask("plan.issuer", "Không đọc được cơ quan ban hành. Cơ quan nào ban hành văn bản này?");
        if (plan.subject.empty()) ask("plan.subject", "Không đọc được trích yếu. Văn bản này về việc gì?");
        if (plan.year == 0) ask("plan.year", "Không rõ kế hoạch của năm nào. Năm nào?");
        if (plan.recipients.empty()) ask("plan.recipients", "Không thấy nơi nhận. Gửi những nơi nào?");
        if (plan.signer_title.empty()) ask("signer.title", "Không thấy chức vụ người ký. Ai ký, chức vụ gì?");
        if (plan.signer_name.empty()) {
            ask("signer.name", "Không đọc được họ tên người ký. Người ký tên là gì?");
        } else if (in_doubt("plan.signer_name")) {
            ask("signer.name",
                "Họ tên người ký đọc được là “" + plan.signer_name + "” nhưng chưa chắc. Viết đúng thế nào?",
                span_of("plan.signer_name"));
        }
        struct Doubt {
            std::string_view field;
            std::string_view name;
        };
        constexpr Doubt kDoubts[] = {
            {"plan.number", "Số, ký hiệu"}, {"plan.place", "Địa danh"}, {"plan.issuer", "Cơ quan ban hành"}};
        for (const Doubt& doubt : kDoubts) {
            if (in_doubt(doubt.field)) {
                ask(std::string(doubt.field), std::string(doubt.name) + " đọc được nhưng chưa chắc. Có đúng không?",
                    span_of(doubt.field));
            }
        }
    }

    void basis(std::span<const DateConflict> conflicts) {
        std::vector<std::string> numberless, dateless, issuerless, subjectless, doubtful;
        SourceSpan numberless_at, dateless_at, issuerless_at, subjectless_at, doubtful_at;
        const auto& documents = reading_.bundle.basis;
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const office::BasisDocument& document = documents[i];
            const SourceSpan at = document.mentions.empty() ? SourceSpan() : document.mentions.front();
            const std::string name = document_name(document);
            const auto note = [&](std::vector<std::string>& list, SourceSpan& first) {
                if (list.empty()) first = at;
                list.push_back(name);
            };
            if (document.number.empty()) note(numberless, numberless_at);
            else {
                if (!document.date) note(dateless, dateless_at);
                if (document.issuer.empty()) note(issuerless, issuerless_at);
                if (document.subject.empty() && document.kind != "Luật") note(subjectless, subjectless_at);
                const std::string field = "basis." + std::to_string(i);
                if (in_doubt(field + ".number") || in_doubt(field + ".date")) note(doubtful, doubtful_at);
            }
        }
        const auto group = [&](std::string field, const std::vector<std::string>& names, const std::string& before,
                               const std::string& after, SourceSpan at) {
            if (!names.empty())
                ask(std::move(field), std::to_string(names.size()) + before + list_some(names, "văn bản") + after, at);
        };
        group("basis.number", numberless, " văn bản được nhắc mà không có số: ", ". Số, ký hiệu là gì?", numberless_at);
        group("basis.date", dateless, " văn bản được nhắc mà không có ngày: ", ". Ban hành ngày nào?", dateless_at);
        group("basis.issuer", issuerless,
              " văn bản được nhắc mà không rõ cơ quan ban hành: ", ". Cơ quan nào ban hành?", issuerless_at);
        group("basis.subject", subjectless, " văn bản được nhắc mà không có trích yếu: ", ". Về việc gì?",
              subjectless_at);
        group("basis.doubt", doubtful, " văn bản có số hoặc ngày chưa đọc chắc: ", ". Có đúng không?", doubtful_at);
        for (const DateConflict& conflict : conflicts) {
            const office::BasisDocument& document = documents[conflict.document];
            if (!document.date) continue;
            ask("basis.date",
                document_name(document) + " được ghi hai ngày khác nhau: " + base::to_numeric(*document.date) + " và " +
                    base::to_numeric(conflict.other) + ". Ngày nào đúng?",
                conflict.span);
        }
    }

    void tasks() {
        std::vector<std::string> dueless, ownerless;
        SourceSpan dueless_at, ownerless_at;
        bool any_target = false;
        for (const office::Task& task : reading_.bundle.tasks) {
            if (!task.target.empty()) any_target = true;
            if (task.assignee.empty()) {
                if (ownerless.empty()) ownerless_at = task.source;
                ownerless.push_back(task.title);
            }
            if (!task.due && task.recurrence.empty() && task.kind == office::Task::Kind::kTask) {
                if (dueless.empty()) dueless_at = task.source;
                dueless.push_back(task.title);
            }
        }
        if (!ownerless.empty()) {
            ask("task.assignee",
                std::to_string(ownerless.size()) + " việc chưa rõ ai làm: " + list_some(ownerless, "việc") +
                    ". Giao cho ai?",
                ownerless_at);
        }
        if (!dueless.empty()) {
            ask("task.due",
                std::to_string(dueless.size()) + " việc chưa có thời hạn: " + list_some(dueless, "việc") +
                    ". Xong trước ngày nào?",
                dueless_at);
        }
        if (!reading_.bundle.tasks.empty() && !any_target) {
            ask("task.target", "Không việc nào có chỉ tiêu bằng số. Có chỉ tiêu nào cần theo dõi không?",
                reading_.bundle.tasks.front().source);
        }
    }

    void occasions(std::span<const Anniversary> calendar) {
        const int year = reading_.bundle.plan.year;
        std::vector<std::string> unknown;
        SourceSpan unknown_at;
        for (const office::Occasion& occasion : reading_.bundle.occasions) {
            const Anniversary* known = find_anniversary(calendar, occasion.name);
            if (!known) {
                if (!occasion.date) {
                    if (unknown.empty()) unknown_at = occasion.source;
                    unknown.push_back(occasion.name);
                }
                continue;
            }
            if (occasion.years > 0 && year > 0 && known->first.year + occasion.years != year) {
                ask("occasion.years",
                    "“" + std::to_string(occasion.years) + " năm " + occasion.name + "” không khớp: từ " +
                        base::to_numeric(known->first) + " đến năm " + std::to_string(year) + " là " +
                        std::to_string(year - known->first.year) + " năm. Số nào đúng?",
                    occasion.source);
            }
        }
        if (!unknown.empty()) {
            ask("occasion.date", "Không rõ ngày của: " + list_some(unknown, "dịp") + ". Ngày nào?", unknown_at);
        }
    }

private:
    void ask(std::string field, std::string text, SourceSpan span = {}) {
        office::Question question;
        question.field = std::move(field);
        question.text = std::move(text);
        question.source = span;
        reading_.bundle.questions.push_back(std::move(question));
    }

    SourceSpan span_of(std::string_view field) const {
        const auto found = std::find_if(reading_.fields.begin(), reading_.fields.end(),
                                        [&](const FieldSpan& span) { return span.field == field; });
        return found == reading_.fields.end() ? SourceSpan() : found->span;
    }

    bool in_doubt(std::string_view field) const {
        if (options_.doubtful.empty()) return false;
        const SourceSpan span = span_of(field);
        if (span.end <= span.begin) return false;
        return std::any_of(options_.doubtful.begin(), options_.doubtful.end(), [&](const DoubtfulRange& range) {
            return range.begin < static_cast<std::size_t>(span.end) && range.end > static_cast<std::size_t>(span.begin);
        });
    }

    PlanReading& reading_;
    const ReadOptions& options_;
};

}  // namespace

void ask_open_questions(PlanReading& reading, std::span<const DateConflict> conflicts, const ReadOptions& options) {
    Asker asker(reading, options);
    asker.plan();
    asker.basis(conflicts);
    asker.tasks();
    asker.occasions(options.calendar ? *options.calendar : built_in_calendar());
}

}  // namespace thidua::intake
