#include "office/check.h"

#include <set>
#include <tuple>

#include "office/checker.h"

namespace thidua::office {
namespace {

struct BundleIds {
    Known items, basis, tasks, evidence, occasions, questions;
};

template <class Record>
Status belong_to(const std::vector<Record>& records, base::Id<Plan> plan) {
    for (const Record& record : records) {
        if (record.plan != plan) return dangling(kRecordName<Record>, "plan", record.plan.value);
    }
    return {};
}

Status check_bundle(const PlanBundle& bundle, BundleIds& ids) {
    if (auto good = check(bundle.plan); !good) return good;
    if (!bundle.plan.id) return dangling("plan", "id", 0);

    const base::Id<Plan> plan = bundle.plan.id;
    if (auto good = belong_to(bundle.items, plan); !good) return good;
    if (auto good = belong_to(bundle.basis, plan); !good) return good;
    if (auto good = belong_to(bundle.tasks, plan); !good) return good;
    if (auto good = belong_to(bundle.occasions, plan); !good) return good;
    if (auto good = belong_to(bundle.questions, plan); !good) return good;

    Known own_items;
    for (const PlanItem& item : bundle.items) {
        // Parents come first, so a circle cannot be.
        if (item.parent && !own_items.has(item.parent.value)) return dangling("plan_item", "parent", item.parent.value);
        if (auto good = own_items.add(item.id.value, "plan_item"); !good) return good;
    }
    Known own_tasks;
    for (const Task& task : bundle.tasks) {
        if (task.item && !own_items.has(task.item.value)) return dangling("task", "item", task.item.value);
        if (auto good = own_tasks.add(task.id.value, "task"); !good) return good;
    }
    for (const Evidence& evidence : bundle.evidence) {
        if (!own_tasks.has(evidence.task.value)) return dangling("evidence", "task", evidence.task.value);
    }

    if (auto good = check_all(bundle.items, ids.items); !good) return good;
    if (auto good = check_all(bundle.basis, ids.basis); !good) return good;
    if (auto good = check_all(bundle.tasks, ids.tasks); !good) return good;
    if (auto good = check_all(bundle.evidence, ids.evidence); !good) return good;
    if (auto good = check_all(bundle.occasions, ids.occasions); !good) return good;
    return check_all(bundle.questions, ids.questions);
}

}  // namespace

Status check(const Office& office) {
    Checker c = checker(office);
    c.name("name", {"Tên cơ quan", "The office's name"}, office.name);
    c.line("superior", {"Cơ quan chủ quản", "The superior body"}, office.superior);
    c.line("place", {"Địa danh", "The place"}, office.place);
    c.line("symbol", {"Ký hiệu", "The symbol"}, office.symbol);
    c.line("head_title", {"Chức vụ người đứng đầu", "The head's position"}, office.head_title);
    c.line("head_name", {"Họ tên người đứng đầu", "The head's name"}, office.head_name);
    c.year("year", {"Năm", "The year"}, office.year);
    return c.result();
}

Status check(const Plan& plan) {
    Checker c = checker(plan);
    // A draft may carry "/KH-PTP" before it gets its number.
    c.number("number", {"Số kế hoạch", "The plan's number"}, plan.number, plan.status == PlanStatus::kIssued);
    c.date("issued_on", {"Ngày ban hành", "The date of issue"}, plan.issued_on);
    c.line("place", {"Địa danh", "The place"}, plan.place);
    c.line("issuer", {"Cơ quan ban hành", "The issuing body"}, plan.issuer);
    c.line("superior", {"Cơ quan chủ quản", "The superior body"}, plan.superior);
    c.text("subject", {"Trích yếu", "The subject"}, plan.subject);
    if (plan.year != 0) c.year("year", {"Năm", "The year"}, plan.year);  // 0: the text does not say
    // "KT. CHỦ TỊCH" and "PHÓ CHỦ TỊCH" stand below each other (NĐ 30/2020 Phụ lục I, II.7.a).
    c.text("signer_title", {"Chức vụ người ký", "The signer's position"}, plan.signer_title, kLongestLine);
    c.line("signer_name", {"Họ tên người ký", "The signer's name"}, plan.signer_name);
    c.line("unit_in_charge", {"Đơn vị chủ trì", "The unit in charge"}, plan.unit_in_charge);
    for (const std::string& recipient : plan.recipients) c.name("recipients", {"Nơi nhận", "A recipient"}, recipient);
    // The source is kept byte for byte, so it need not be valid text.
    if (plan.source_text.size() > kLongestText) {
        c.fail("source_text", "Văn bản nguồn quá lớn: hãy chỉ đưa vào bản kế hoạch.",
               "The source text is too large: give only the plan.");
    }
    c.text("restored_text", {"Văn bản đã khôi phục", "The restored text"}, plan.restored_text);
    return c.result();
}

Status check(const PlanItem& item) {
    Checker c = checker(item);
    c.not_negative("position", {"Thứ tự", "The position"}, item.position);
    c.line("label", {"Số mục", "The label"}, item.label);
    c.text("text", {"Nội dung", "The text"}, item.text);
    c.span("source", item.source);
    if (item.label.empty()) c.required("text", {"Nội dung", "The text"}, item.text);
    return c.result();
}

Status check(const BasisDocument& document) {
    Checker c = checker(document);
    c.line("kind", {"Loại văn bản", "The kind of document"}, document.kind);
    c.number("number", {"Số, ký hiệu văn bản", "The document's number"}, document.number);
    c.date("date", {"Ngày văn bản", "The document's date"}, document.date);
    c.line("issuer", {"Cơ quan ban hành", "The issuing body"}, document.issuer);
    c.text("subject", {"Trích yếu", "The subject"}, document.subject);
    c.date("effective_from", {"Ngày có hiệu lực", "The date of effect"}, document.effective_from);
    c.line("period", {"Giai đoạn", "The period"}, document.period);
    for (const SourceSpan& mention : document.mentions) c.span("mentions", mention);
    if (document.number.empty() && document.subject.empty()) {
        c.required("kind", {"Văn bản", "A document"}, document.kind);
    }
    return c.result();
}

Status check(const Task& task) {
    Checker c = checker(task);
    c.not_negative("position", {"Thứ tự", "The position"}, task.position);
    c.name("title", {"Tên nhiệm vụ", "The task's title"}, task.title);
    c.text("detail", {"Nội dung nhiệm vụ", "The task's wording"}, task.detail);
    c.line("assignee", {"Người thực hiện", "The person in charge"}, task.assignee);
    c.date("due", {"Thời hạn", "The due date"}, task.due);
    c.line("recurrence", {"Chu kỳ", "The recurrence"}, task.recurrence);
    c.line("target", {"Chỉ tiêu", "The target"}, task.target);
    c.line("target_unit", {"Đơn vị tính", "The unit"}, task.target_unit);
    c.span("source", task.source);
    return c.result();
}

Status check(const Evidence& evidence) {
    Checker c = checker(evidence);
    c.id("task", {"Nhiệm vụ", "The task"}, evidence.task.value, true);
    c.date("date", {"Ngày", "The date"}, evidence.date);
    c.text("text", {"Nội dung minh chứng", "The evidence"}, evidence.text);
    c.number("document_number", {"Số văn bản minh chứng", "The document's number"}, evidence.document_number);
    c.line("link", {"Nơi lưu", "The link"}, evidence.link);
    if (evidence.document_number.empty() && evidence.link.empty()) {
        c.required("text", {"Minh chứng", "The evidence"}, evidence.text);
    }
    return c.result();
}

Status check(const Occasion& occasion) {
    Checker c = checker(occasion);
    c.name("name", {"Tên ngày lễ", "The occasion's name"}, occasion.name);
    c.not_negative("years", {"Số năm kỷ niệm", "The number of years"}, occasion.years);
    c.date("date", {"Ngày", "The date"}, occasion.date);
    c.span("source", occasion.source);
    return c.result();
}

Status check(const Question& question) {
    Checker c = checker(question);
    c.line("field", {"Mã câu hỏi", "The question's key"}, question.field);
    c.required("text", {"Câu hỏi", "The question"}, question.text);
    c.text("text", {"Câu hỏi", "The question"}, question.text);
    c.text("answer", {"Câu trả lời", "The answer"}, question.answer);
    c.span("source", question.source);
    return c.result();
}

Status check(const Person& person) {
    Checker c = checker(person);
    c.name("full_name", {"Họ và tên", "The full name"}, person.full_name);
    c.line("position", {"Chức vụ", "The position"}, person.position);
    c.line("unit", {"Đơn vị", "The unit"}, person.unit);
    c.date("born_on", {"Ngày sinh", "The date of birth"}, person.born_on, 1900);
    c.date("joined_on", {"Ngày về cơ quan", "The date of joining"}, person.joined_on);
    c.date("left_on", {"Ngày rời cơ quan", "The date of leaving"}, person.left_on);
    if (person.born_on && person.joined_on && *person.joined_on <= *person.born_on) {
        c.fail("joined_on", "Ngày về cơ quan phải sau ngày sinh.",
               "The date of joining must be after the date of birth.");
    }
    if (person.joined_on && person.left_on && *person.left_on < *person.joined_on) {
        c.fail("left_on", "Ngày rời cơ quan phải sau ngày về cơ quan.",
               "The date of leaving must be after the date of joining.");
    }
    return c.result();
}

Status check(const YearRecord& record) {
    Checker c = checker(record);
    c.id("person", kPersonLabel, record.person.value, true);
    c.year("year", {"Năm", "The year"}, record.year);
    c.line("rating_document", {"Số văn bản xếp loại", "The rating's document"}, record.rating_document);
    c.text("note", {"Ghi chú", "The note"}, record.note);
    return c.result();
}

Status check(const Registration& registration) {
    Checker c = checker(registration);
    c.id("person", kPersonLabel, registration.person.value, false);
    c.year("year", {"Năm", "The year"}, registration.year);
    c.title("title", registration.title, bool(registration.person), false);
    c.date("registered_on", {"Ngày đăng ký", "The date of registration"}, registration.registered_on);
    return c.result();
}

Status check(const Initiative& initiative) {
    Checker c = checker(initiative);
    c.id("person", kPersonLabel, initiative.person.value, true);
    c.year("year", {"Năm công nhận", "The year"}, initiative.year);
    c.name("name", {"Tên sáng kiến", "The initiative's name"}, initiative.name);
    c.number("decision_number", {"Số quyết định công nhận", "The decision's number"}, initiative.decision_number);
    c.date("decision_date", {"Ngày quyết định", "The decision's date"}, initiative.decision_date);
    return c.result();
}

Status check(const Award& award) {
    Checker c = checker(award);
    c.id("person", kPersonLabel, award.person.value, false);
    c.year("year", {"Năm tính thành tích", "The year"}, award.year);
    c.title("title", award.title, bool(award.person), true);
    c.number("decision_number", {"Số quyết định", "The decision's number"}, award.decision_number);
    c.date("decision_date", {"Ngày quyết định", "The decision's date"}, award.decision_date);
    c.line("issuer", {"Cấp quyết định", "The deciding body"}, award.issuer);
    return c.result();
}

Status check(const PlanBundle& bundle) {
    BundleIds ids;
    return check_bundle(bundle, ids);
}

Status check(const YearBook& book) {
    if (auto good = check(book.office); !good) return good;
    BundleIds ids;
    Known plans;
    for (const PlanBundle& bundle : book.plans) {
        if (auto good = check_bundle(bundle, ids); !good) return good;
        if (auto good = plans.add(bundle.plan.id.value, "plan"); !good) return good;
    }
    Known people, records, registrations, initiatives, awards;
    if (auto good = check_all(book.people, people); !good) return good;
    if (auto good = check_all(book.records, records); !good) return good;
    if (auto good = check_all(book.registrations, registrations); !good) return good;
    if (auto good = check_all(book.initiatives, initiatives); !good) return good;
    if (auto good = check_all(book.awards, awards); !good) return good;

    std::set<std::pair<std::int64_t, int>> years;
    for (const YearRecord& record : book.records) {
        if (!people.has(record.person.value)) return dangling("year_record", "person", record.person.value);
        if (years.emplace(record.person.value, record.year).second) continue;
        return base::fail(ErrorKind::kBadInput, "Một người có hai bản ghi cho cùng một năm.",
                          "A person has two records for the same year.", "year_record.year");
    }
    std::set<std::tuple<std::int64_t, int, std::string>> registered;
    for (const Registration& registration : book.registrations) {
        const std::int64_t person = registration.person.value;
        if (person && !people.has(person)) return dangling("registration", "person", person);
        if (registered.emplace(person, registration.year, registration.title).second) continue;
        return base::fail(ErrorKind::kBadInput, "Một danh hiệu được đăng ký hai lần trong cùng một năm.",
                          "A title is registered twice for the same year.", "registration.title");
    }
    for (const Initiative& initiative : book.initiatives) {
        if (!people.has(initiative.person.value)) return dangling("initiative", "person", initiative.person.value);
    }
    for (const Award& award : book.awards) {
        if (award.person && !people.has(award.person.value)) return dangling("award", "person", award.person.value);
    }
    return check_dossiers(book, {plans, people, initiatives, awards});
}

}  // namespace thidua::office
