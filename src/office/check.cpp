#include "office/check.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "base/utf8.h"
#include "office/fields.h"
#include "office/title.h"

namespace thidua::office {
namespace {

using base::Error;
using base::ErrorKind;
using base::Status;

constexpr std::int64_t kLargestId = (std::int64_t{1} << 53) - 1;
/// A number of a document in code points: the longest seen in real plans has 21 ("2820/QĐ-UBND-VP-NC…").
constexpr std::size_t kLongestNumber = 60;

struct Label {
    std::string_view vi;
    std::string_view en;
};

std::string sentence(std::string_view a, std::string_view b) { return std::string(a) + std::string(b); }

/// Gathers the first thing that is wrong with a record; what follows is then not looked at.
class Checker {
public:
    explicit Checker(std::string_view record) : record_(record) {}

    Status result() const {
        if (wrong_) return tl::unexpected<Error>(*wrong_);
        return {};
    }

    void fail(std::string_view field, std::string vi, std::string en) {
        if (wrong_) return;
        wrong_ = Error{ErrorKind::kBadInput, std::move(vi), std::move(en),
                       std::string(record_) + "." + std::string(field)};
    }

    /// Text of any number of lines.
    void text(std::string_view field, Label label, const std::string& value,
              std::size_t longest = kLongestText) {
        if (value.size() > longest) {
            fail(field, sentence(label.vi, " quá dài: hãy rút ngắn lại."),
                 sentence(label.en, " is too long: please shorten it."));
        }
        if (!base::is_valid_utf8(value) || value.find('\0') != std::string::npos) {
            fail(field, sentence(label.vi, " chứa ký tự hỏng: hãy gõ lại."),
                 sentence(label.en, " contains broken characters: please type it again."));
        }
    }

    void line(std::string_view field, Label label, const std::string& value) {
        text(field, label, value, kLongestLine);
        if (value.find_first_of("\r\n") != std::string::npos) {
            fail(field, sentence(label.vi, " phải viết trên một dòng."),
                 sentence(label.en, " must stay on one line."));
        }
    }

    void name(std::string_view field, Label label, const std::string& value) {
        required(field, label, value);
        line(field, label, value);
    }

    void required(std::string_view field, Label label, const std::string& value) {
        if (value.find_first_not_of(" \t\r\n") != std::string::npos) return;
        fail(field, sentence(label.vi, " không được để trống."), sentence(label.en, " must not be empty."));
    }

    /// "53/KH-UBND", "34-CT/TW", "06/2022/QH15"; may be empty. Only what cannot be a number is refused.
    void number(std::string_view field, Label label, const std::string& value, bool digit_needed = true) {
        line(field, label, value);
        if (value.empty()) return;
        const bool has_digit = value.find_first_of("0123456789") != std::string::npos;
        if (base::code_point_count(value) > kLongestNumber || (digit_needed && !has_digit)) {
            fail(field, sentence(label.vi, " không đúng dạng số, ký hiệu văn bản (ví dụ: 12/KH-PTP)."),
                 sentence(label.en, " does not look like a document number (example: 12/KH-PTP)."));
        }
    }

    void year(std::string_view field, Label label, int value) {
        if (value >= kFirstYear && value <= kLastYear) return;
        const std::string range = std::to_string(kFirstYear) + "–" + std::to_string(kLastYear);
        fail(field, sentence(label.vi, " phải trong khoảng " + range + "."),
             sentence(label.en, " must be within " + range + "."));
    }

    void date(std::string_view field, Label label, const std::optional<base::Date>& value, int first_year = kFirstYear) {
        if (!value) return;
        if (base::is_valid(*value) && value->year >= first_year && value->year <= kLastYear) return;
        fail(field, sentence(label.vi, " không phải là một ngày có thật: hãy ghi dd/mm/yyyy."),
             sentence(label.en, " is not a real date: write dd/mm/yyyy."));
    }

    void id(std::string_view field, Label label, std::int64_t value, bool needed) {
        if (value < 0 || value > kLargestId || (needed && value == 0)) {
            fail(field, sentence(label.vi, " chưa được chọn."), sentence(label.en, " has not been chosen."));
        }
    }

    void span(std::string_view field, const SourceSpan& value) {
        const bool good = value.first_line >= 0 && value.last_line >= value.first_line && value.begin >= 0 &&
                          value.end >= value.begin;
        if (!good) {
            fail(field, "Vị trí trong văn bản nguồn không hợp lệ.", "The place in the source text is not valid.");
        }
    }

    void not_negative(std::string_view field, Label label, int value) {
        if (value >= 0) return;
        fail(field, sentence(label.vi, " không được là số âm."), sentence(label.en, " must not be negative."));
    }

    void title(std::string_view field, const std::string& value, bool of_person, bool form_allowed) {
        const EmulationTitle* found = find_title(value);
        if (!found) {
            fail(field, "Không có danh hiệu hay hình thức khen thưởng nào mang mã “" + value + "”.",
                 "No title or commendation has the code “" + value + "”.");
            return;
        }
        if (found->commendation && !form_allowed) {
            fail(field, "“" + std::string(found->vi) + "” là hình thức khen thưởng, không phải danh hiệu để đăng ký.",
                 "“" + std::string(found->en) + "” is a commendation, not a title to register for.");
        }
        if (found->commendation || found->collective != of_person) return;
        fail(field,
             "“" + std::string(found->vi) + (of_person ? "” chỉ dành cho tập thể." : "” chỉ dành cho cá nhân."),
             "“" + std::string(found->en) + (of_person ? "” is for collectives only." : "” is for persons only."));
    }

private:
    std::string_view record_;
    std::optional<Error> wrong_;
};

template <class Record>
Checker checker(const Record&) {
    return Checker(kRecordName<Record>);
}

constexpr Label kPersonLabel{"Người", "The person"};

/// Ids are unique among all records of one kind.
class Known {
public:
    Status add(std::int64_t id, std::string_view record) {
        if (id == 0) {
            return base::fail(ErrorKind::kBadInput, "Một bản ghi không có mã số.", "A record has no id.", std::string(record) + ".id");
        }
        if (ids_.insert(id).second) return {};
        return base::fail(ErrorKind::kBadInput, "Mã số " + std::to_string(id) + " xuất hiện hai lần.",
                          "The id " + std::to_string(id) + " appears twice.", std::string(record) + ".id");
    }
    bool has(std::int64_t id) const { return ids_.count(id) != 0; }

private:
    std::set<std::int64_t> ids_;
};

Status dangling(std::string_view record, std::string_view field, std::int64_t id) {
    return base::fail(ErrorKind::kBadInput, "Bản ghi tham chiếu tới mã số " + std::to_string(id) + " không tồn tại.",
                      "A record refers to the id " + std::to_string(id) + ", which does not exist.",
                      std::string(record) + "." + std::string(field));
}

/// Each record on its own, and its id.
template <class Record>
Status check_all(const std::vector<Record>& records, Known& known) {
    for (const Record& record : records) {
        if (auto good = check(record); !good) return good;
        if (auto good = known.add(record.id.value, kRecordName<Record>); !good) return good;
    }
    return {};
}

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
    c.line("signer_title", {"Chức vụ người ký", "The signer's position"}, plan.signer_title);
    c.line("signer_name", {"Họ tên người ký", "The signer's name"}, plan.signer_name);
    c.line("unit_in_charge", {"Đơn vị chủ trì", "The unit in charge"}, plan.unit_in_charge);
    for (const std::string& recipient : plan.recipients) c.name("recipients", {"Nơi nhận", "A recipient"}, recipient);
    // The source is kept byte for byte, so it need not be valid text.
    if (plan.source_text.size() > kLongestText) {
        c.fail("source_text", "Văn bản nguồn quá lớn: hãy chỉ đưa vào bản kế hoạch.", "The source text is too large: give only the plan.");
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
        c.fail("joined_on", "Ngày về cơ quan phải sau ngày sinh.", "The date of joining must be after the date of birth.");
    }
    if (person.joined_on && person.left_on && *person.left_on < *person.joined_on) {
        c.fail("left_on", "Ngày rời cơ quan phải sau ngày về cơ quan.", "The date of leaving must be after the date of joining.");
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
    return {};
}

}  // namespace thidua::office
