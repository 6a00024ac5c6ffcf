// Acts on plans and what belongs to them.

#include <map>

#include "store/acts.h"

namespace thidua::store {
namespace {

using base::Id;
using base::Result;
using base::Status;
using office::BasisDocument;
using office::Evidence;
using office::Occasion;
using office::Plan;
using office::PlanBundle;
using office::PlanItem;
using office::Question;
using office::Task;

std::string name_of(const Plan& plan) { return plan.subject.empty() ? plan.number : plan.subject; }
std::string name_of(const Task& task) { return task.title; }
std::string name_of(const Occasion& occasion) { return occasion.name; }
std::string name_of(const BasisDocument& document) {
    std::string name = document.kind;
    if (!document.number.empty()) name += (name.empty() ? "" : " ") + document.number;
    return name.empty() ? document.subject : name;
}
std::string name_of(const Evidence& evidence) {
    return evidence.text.empty() ? evidence.document_number : evidence.text;
}

/// Old ids of one kind to lasting ones.
template <class Record>
class Renamed {
public:
    Status add(Store::Inner& inner, std::vector<Record>& records) {
        for (Record& record : records) {
            const auto id = new_id(inner, office::kRecordName<Record>);
            if (!id) return tl::unexpected(id.error());
            ids_[record.id.value] = *id;
            record.id.value = *id;
        }
        return {};
    }
    void follow(Id<Record>& reference) const {
        const auto found = ids_.find(reference.value);
        reference.value = found == ids_.end() ? 0 : found->second;
    }

private:
    std::map<std::int64_t, std::int64_t> ids_;
};

Status give_lasting_ids(Store::Inner& inner, PlanBundle& bundle) {
    const auto plan = new_id(inner, "plan");
    if (!plan) return tl::unexpected(plan.error());
    bundle.plan.id.value = *plan;

    Renamed<PlanItem> items;
    Renamed<Task> tasks;
    Renamed<BasisDocument> basis;
    Renamed<Evidence> evidence;
    Renamed<Occasion> occasions;
    Renamed<Question> questions;
    Status good = items.add(inner, bundle.items);
    if (good) good = tasks.add(inner, bundle.tasks);
    if (good) good = basis.add(inner, bundle.basis);
    if (good) good = evidence.add(inner, bundle.evidence);
    if (good) good = occasions.add(inner, bundle.occasions);
    if (good) good = questions.add(inner, bundle.questions);
    if (!good) return good;

    for (PlanItem& item : bundle.items) {
        item.plan = bundle.plan.id;
        items.follow(item.parent);
    }
    for (Task& task : bundle.tasks) {
        task.plan = bundle.plan.id;
        items.follow(task.item);
    }
    for (Evidence& proof : bundle.evidence) tasks.follow(proof.task);
    for (BasisDocument& document : bundle.basis) document.plan = bundle.plan.id;
    for (Occasion& occasion : bundle.occasions) occasion.plan = bundle.plan.id;
    for (Question& question : bundle.questions) question.plan = bundle.plan.id;
    return {};
}

Status insert_bundle(sqlite3* db, const PlanBundle& bundle) {
    Status good = insert_record(db, bundle.plan);
    if (good) good = insert_records(db, bundle.items);
    if (good) good = insert_records(db, bundle.basis);
    if (good) good = insert_records(db, bundle.tasks);
    if (good) good = insert_records(db, bundle.evidence);
    if (good) good = insert_records(db, bundle.occasions);
    if (good) good = insert_records(db, bundle.questions);
    return good;
}

/// The plan's own text field that a question is about; nullptr when it is about something else.
std::string* answered_field(Plan& plan, std::string_view field) {
    if (field == "plan.number") return &plan.number;
    if (field == "plan.place") return &plan.place;
    if (field == "plan.issuer") return &plan.issuer;
    if (field == "plan.superior") return &plan.superior;
    if (field == "plan.subject") return &plan.subject;
    if (field == "plan.unit_in_charge") return &plan.unit_in_charge;
    if (field == "plan.signer_title" || field == "signer.title") return &plan.signer_title;
    if (field == "plan.signer_name" || field == "signer.name") return &plan.signer_name;
    return nullptr;
}

/// Carries the answer into the plan where that is possible. An answer that the field cannot take is an error.
Status answer_into(Plan& plan, std::string_view field, const std::string& answer) {
    if (answer.empty()) return {};
    if (std::string* const text = answered_field(plan, field)) {
        *text = answer;
        return office::check(plan);
    }
    if (field != "plan.issued_on") return {};
    auto date = base::parse_vietnamese(answer);
    if (!date) date = base::parse_iso(answer);
    if (!date) {
        return base::fail(base::ErrorKind::kBadInput, "Câu trả lời phải là một ngày: hãy ghi dd/mm/yyyy.",
                          "The answer must be a date: write dd/mm/yyyy.", "question.answer");
    }
    plan.issued_on = date;
    return office::check(plan);
}

}  // namespace

// --- plans --------------------------------------------------------------------------------------------------

Result<Id<Plan>> accept_plan(Store& store, const PlanBundle& given) {
    Store::Inner& inner = store.inner();
    if (auto good = office::check(given); !good) return tl::unexpected(good.error());
    PlanBundle bundle = given;
    if (auto good = give_lasting_ids(inner, bundle); !good) return tl::unexpected(good.error());
    auto good = perform(inner, {"plan.accept", act_words("Chấp nhận kế hoạch", name_of(bundle.plan)), {}},
                        [&] { return insert_bundle(inner.db.get(), bundle); });
    if (!good) return tl::unexpected(good.error());
    return bundle.plan.id;
}

Status edit_plan(Store& store, const Plan& plan) {
    return edit_record(store, "plan.edit", act_words("Sửa kế hoạch", name_of(plan)), plan);
}

Status remove_plan(Store& store, Id<Plan> plan) {
    return remove_record(
        store, "plan.remove", "Xóa kế hoạch", plan, [](const Plan& p) { return name_of(p); },
        [&](sqlite3* db) {
            // A document that was edited stays: it was issued.
            Status good = update_rows(db, "issued_document", "plan = NULL", "plan = ?", plan.value);
            if (good) good = remove_rows(db, "evidence", "task IN (SELECT id FROM task WHERE plan = ?)", plan.value);
            for (const char* table : {"task", "plan_item", "basis_document", "occasion", "question"}) {
                if (good) good = remove_rows(db, table, "plan = ?", plan.value);
            }
            return good;
        });
}

Status set_plan_item_text(Store& store, Id<PlanItem> item, const std::string& text) {
    auto record = find_record(store.inner().db.get(), item);
    if (!record) return tl::unexpected(record.error());
    record->text = text;
    return edit_record(store, "plan.item", act_words("Sửa nội dung kế hoạch", text), *record);
}

Status answer_question(Store& store, Id<Question> id, const std::string& answer) {
    Store::Inner& inner = store.inner();
    sqlite3* const db = inner.db.get();
    auto question = find_record(db, id);
    if (!question) return tl::unexpected(question.error());
    question->answer = answer;
    if (auto good = office::check(*question); !good) return good;
    auto plan = find_record(db, question->plan);
    if (!plan) return tl::unexpected(plan.error());
    if (auto good = answer_into(*plan, question->field, answer); !good) return good;
    return perform(inner, {"question.answer", act_words("Trả lời câu hỏi", answer), {}}, [&]() -> Status {
        if (auto good = update_record(db, *question); !good) return good;
        return update_record(db, *plan);
    });
}

// --- basis documents -----------------------------------------------------------------------------------------

Result<Id<BasisDocument>> add_basis(Store& store, const BasisDocument& document) {
    if (auto good = must_exist(store, document.plan); !good) return tl::unexpected(good.error());
    return add_record(store, "basis.add", act_words("Thêm văn bản căn cứ", name_of(document)), document);
}
Status edit_basis(Store& store, const BasisDocument& document) {
    return edit_record(store, "basis.edit", act_words("Sửa văn bản căn cứ", name_of(document)), document);
}
Status remove_basis(Store& store, Id<BasisDocument> document) {
    return remove_record(store, "basis.remove", "Xóa văn bản căn cứ", document,
                         [](const BasisDocument& d) { return name_of(d); });
}

// --- tasks -----------------------------------------------------------------------------------------------------

Result<Id<Task>> add_task(Store& store, const Task& task) {
    if (auto good = must_exist(store, task.plan); !good) return tl::unexpected(good.error());
    return add_record(store, "task.add", act_words("Thêm nhiệm vụ", name_of(task)), task);
}
Status edit_task(Store& store, const Task& task) {
    return edit_record(store, "task.edit", act_words("Sửa nhiệm vụ", name_of(task)), task);
}
Status remove_task(Store& store, Id<Task> task) {
    return remove_record(
        store, "task.remove", "Xóa nhiệm vụ", task, [](const Task& t) { return name_of(t); },
        [&](sqlite3* db) { return remove_rows(db, "evidence", "task = ?", task.value); });
}
Status set_task_state(Store& store, Id<Task> id, Task::State state) {
    auto task = find_record(store.inner().db.get(), id);
    if (!task) return tl::unexpected(task.error());
    task->state = state;
    const char* const words = state == Task::State::kDone    ? "Đánh dấu hoàn thành"
                              : state == Task::State::kDoing ? "Đánh dấu đang thực hiện"
                                                             : "Đánh dấu chưa thực hiện";
    return edit_record(store, "task.state", act_words(words, name_of(*task)), *task);
}

// --- evidence --------------------------------------------------------------------------------------------------

Result<Id<Evidence>> add_evidence(Store& store, const Evidence& evidence) {
    if (auto good = must_exist(store, evidence.task); !good) return tl::unexpected(good.error());
    return add_record(store, "evidence.add", act_words("Thêm minh chứng", name_of(evidence)), evidence);
}
Status edit_evidence(Store& store, const Evidence& evidence) {
    return edit_record(store, "evidence.edit", act_words("Sửa minh chứng", name_of(evidence)), evidence);
}
Status remove_evidence(Store& store, Id<Evidence> evidence) {
    return remove_record(store, "evidence.remove", "Xóa minh chứng", evidence,
                         [](const Evidence& e) { return name_of(e); });
}

// --- occasions -------------------------------------------------------------------------------------------------

Result<Id<Occasion>> add_occasion(Store& store, const Occasion& occasion) {
    if (auto good = must_exist(store, occasion.plan); !good) return tl::unexpected(good.error());
    return add_record(store, "occasion.add", act_words("Thêm ngày lễ, kỷ niệm", name_of(occasion)), occasion);
}
Status edit_occasion(Store& store, const Occasion& occasion) {
    return edit_record(store, "occasion.edit", act_words("Sửa ngày lễ, kỷ niệm", name_of(occasion)), occasion);
}
Status remove_occasion(Store& store, Id<Occasion> occasion) {
    return remove_record(store, "occasion.remove", "Xóa ngày lễ, kỷ niệm", occasion,
                         [](const Occasion& o) { return name_of(o); });
}

}  // namespace thidua::store
