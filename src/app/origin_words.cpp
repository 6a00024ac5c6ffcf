// Which record a paragraph was written from, in words, and where it is shown.

#include <algorithm>

#include "app/home_view.h"
#include "app/papers.h"
#include "document/wording.h"

namespace thidua::app {
namespace {

const office::PlanBundle* plan_with(const office::YearBook& book, const auto& holds) {
    for (const office::PlanBundle& bundle : book.plans) {
        if (holds(bundle)) return &bundle;
    }
    return nullptr;
}

template <class Record>
const Record* by_id(const std::vector<Record>& records, std::int64_t id) {
    const auto found = std::find_if(records.begin(), records.end(), [&](const Record& r) { return r.id.value == id; });
    return found == records.end() ? nullptr : &*found;
}

}  // namespace

OriginWords origin_words(const office::YearBook& book, const document::Origin& origin) {
    using document::RecordKind;
    const std::int64_t id = origin.id;
    const auto in_plan = [&](std::string vi, std::string en, const office::PlanBundle* bundle, const char* part) {
        OriginWords words{std::move(vi), std::move(en), std::nullopt};
        if (bundle != nullptr) words.route = Route{Place::kPlan, bundle->plan.id.value, part};
        return words;
    };
    const auto of_person = [&](const std::string& vi, const std::string& en, base::Id<office::Person> who,
                               const std::string& more) {
        const office::Person* person = app::find_person(book, who);
        const std::string name =
            (person != nullptr ? person->full_name : std::string("tập thể")) + (more.empty() ? "" : " · " + more);
        OriginWords words{vi + ": " + name, en + ": " + name, std::nullopt};
        if (person != nullptr) words.route = Route{Place::kPerson, who.value, ""};
        return words;
    };
    switch (origin.kind) {
        case RecordKind::kOffice:
            return {"Thông tin đơn vị: " + book.office.name, "The office: " + book.office.name,
                    Route{Place::kFile, 0, ""}};
        case RecordKind::kPlan: {
            const auto* bundle = plan_with(book, [&](const auto& b) { return b.plan.id.value == id; });
            const std::string subject = bundle != nullptr ? bundle->plan.subject : "";
            return in_plan("Kế hoạch: " + subject, "Plan: " + subject, bundle, "");
        }
        case RecordKind::kPlanItem: {
            const auto* bundle = plan_with(book, [&](const auto& b) { return by_id(b.items, id) != nullptr; });
            return in_plan("Nội dung kế hoạch", "Text of the plan", bundle, "");
        }
        case RecordKind::kBasisDocument: {
            const auto* bundle = plan_with(book, [&](const auto& b) { return by_id(b.basis, id) != nullptr; });
            const auto* basis = bundle != nullptr ? by_id(bundle->basis, id) : nullptr;
            const std::string name = basis != nullptr ? basis->kind + " " + basis->number : "";
            return in_plan("Văn bản căn cứ: " + name, "Document cited: " + name, bundle, "can-cu");
        }
        case RecordKind::kOccasion: {
            const auto* bundle = plan_with(book, [&](const auto& b) { return by_id(b.occasions, id) != nullptr; });
            return in_plan("Dịp kỷ niệm", "Anniversary", bundle, "dip");
        }
        case RecordKind::kQuestion: {
            const auto* bundle = plan_with(book, [&](const auto& b) { return by_id(b.questions, id) != nullptr; });
            return in_plan("Điều cần hỏi", "Question", bundle, "hoi");
        }
        case RecordKind::kTask:
        case RecordKind::kEvidence: {
            for (const office::PlanBundle& bundle : book.plans) {
                const office::Task* task = origin.kind == RecordKind::kTask ? by_id(bundle.tasks, id) : nullptr;
                const office::Evidence* evidence =
                    origin.kind == RecordKind::kEvidence ? by_id(bundle.evidence, id) : nullptr;
                if (evidence != nullptr) task = by_id(bundle.tasks, evidence->task.value);
                if (task == nullptr) continue;
                const Route route{Place::kTasks, task->id.value, ""};
                if (evidence != nullptr) return {"Minh chứng: " + evidence->text, "Evidence: " + evidence->text, route};
                return {"Nhiệm vụ: " + task->title, "Task: " + task->title, route};
            }
            break;
        }
        case RecordKind::kPerson: return of_person("Cá nhân", "Person", {id}, "");
        case RecordKind::kYearRecord:
            if (const auto* record = by_id(book.records, id)) {
                return of_person("Kết quả năm", "Result of the year", record->person, std::to_string(record->year));
            }
            break;
        case RecordKind::kRegistration:
            if (const auto* one = by_id(book.registrations, id)) {
                auto words = of_person("Đăng ký", "Registration", one->person, document::title_name(one->title));
                words.route = Route{Place::kTitles, one->person.value, one->title};
                return words;
            }
            break;
        case RecordKind::kInitiative:
            if (const auto* one = by_id(book.initiatives, id))
                return of_person("Sáng kiến", "Initiative", one->person, one->name);
            break;
        case RecordKind::kAward:
            if (const auto* one = by_id(book.awards, id)) {
                return of_person("Khen thưởng", "Award", one->person,
                                 document::title_name(one->title) + " " + std::to_string(one->year));
            }
            break;
    }
    return {"Bản ghi đã bị xóa", "A record that was deleted", std::nullopt};
}

}  // namespace thidua::app
