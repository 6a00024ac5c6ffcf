// Names about one person or the office itself: who it is, what it did, what it was given. For achievement reports.
#include <algorithm>
#include <map>
#include <utility>

#include "document/kind_scope.h"
#include "document/wording.h"
#include "office/title.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

std::string numeric(const std::optional<base::Date>& date) { return date ? base::to_numeric(*date) : std::string(); }

/// "88/QĐ-UBND ngày 12/01/2024 của UBND huyện": what the last column of the award tables holds.
std::string decision_words(const std::string& number, const std::optional<base::Date>& date,
                           const std::string& issuer) {
    std::string text = number;
    if (date) text += (text.empty() ? "ngày " : " ngày ") + base::to_numeric(*date);
    if (!issuer.empty()) text += (text.empty() ? "" : " ") + std::string("của ") + issuer;
    return text;
}

Scope award_item(const office::YearBook& book, const office::Award& award) {
    Scope item;
    const std::vector<Origin> from{{RecordKind::kAward, award.id.value}};
    item.set("năm", award.year > 0 ? std::to_string(award.year) : "", from);
    item.set("tên", subject_name(book, award.person), from);
    item.set("danh hiệu", title_name(award.title), from);
    item.set("quyết định", decision_words(award.decision_number, award.decision_date, award.issuer), from);
    return item;
}

Scope initiative_item(const office::YearBook& book, const office::Initiative& initiative) {
    Scope item;
    const std::vector<Origin> from{{RecordKind::kInitiative, initiative.id.value}};
    item.set("tên sáng kiến", without_end_mark(initiative.name), from);
    item.set("loại",
             initiative.kind == office::Initiative::Kind::kInitiative ? "sáng kiến" : "đề tài, đề án, công trình",
             from);
    const std::string number = initiative.decision_number.empty() ? "" : "số " + initiative.decision_number;
    item.set("văn bản công nhận", decision_words(number, initiative.decision_date, {}), from);
    item.set("tác giả", subject_name(book, initiative.person), from);
    item.set("công nhận", std::string(wording(initiative.recognised)), from);
    item.set("quyết định", decision_words(initiative.decision_number, initiative.decision_date, {}), from);
    return item;
}

Scope work_item(const office::Task& task, const std::vector<const office::Evidence*>& evidence) {
    Scope item;
    std::vector<Origin> from{{RecordKind::kTask, task.id.value}};
    std::string proof;
    for (const office::Evidence* e : evidence) {
        proof += (proof.empty() ? "" : "; ") + evidence_words(*e);
        from.push_back({RecordKind::kEvidence, e->id.value});
    }
    item.set("việc", without_end_mark(task.title), {from.front()});
    item.set("tình trạng", std::string(wording(task.state)), {from.front()});
    item.set("kết quả", proof, from);
    return item;
}

/// The years of work: recorded in Vietnamese administrative language as "hoàn thành …" with the proving document.
void add_history(Scope& scope, const office::YearBook& book, const office::Person* person) {
    ScopeList& years = scope.lists["xếp loại các năm"];
    const auto item = [](const office::YearRecord& r) {
        Scope made;
        const std::vector<Origin> from{{RecordKind::kYearRecord, r.id.value}};
        made.set("năm", std::to_string(r.year), from);
        made.set("xếp loại", std::string(wording(r.rating)), from);
        made.set("văn bản", r.rating_document, from);
        return made;
    };
    years.shape.push_back(item({}));
    std::map<int, const office::YearRecord*> sorted;
    for (const office::YearRecord& r : book.records) {
        if (person && r.person == person->id && r.rating != office::Rating::kUnknown) sorted[r.year] = &r;
    }
    for (const auto& [year, record] : sorted) years.items.push_back(item(*record));
}

void add_awards(Scope& scope, const office::YearBook& book, base::Id<office::Person> person) {
    ScopeList& titles = scope.lists["danh hiệu đã tặng"];
    ScopeList& forms = scope.lists["hình thức đã tặng"];
    titles.shape.push_back(award_item(book, {}));
    forms.shape.push_back(award_item(book, {}));
    std::vector<const office::Award*> sorted;
    for (const office::Award& a : book.awards) {
        if (a.person == person && !a.revoked) sorted.push_back(&a);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->year < b->year; });
    for (const office::Award* a : sorted) {
        const office::EmulationTitle* title = office::find_title(a->title);
        (title && title->commendation ? forms : titles).items.push_back(award_item(book, *a));
    }
}

/// A person's own tasks: those whose assignee names them. The office's: all of the year's own plans.
void add_work(Scope& scope, const office::YearBook& book, const office::Person* person) {
    ScopeList& works = scope.lists["việc đã làm"];
    works.shape.push_back(work_item({}, {}));
    const std::string name = person ? text::fold(person->full_name) : std::string();
    for (const office::PlanBundle& bundle : book.plans) {
        if (bundle.plan.origin != office::PlanOrigin::kOwn) continue;
        if (bundle.plan.year != 0 && bundle.plan.year != book.office.year) continue;
        for (const office::Task& task : bundle.tasks) {
            if (person && (name.empty() || text::fold(task.assignee).find(name) == std::string::npos)) continue;
            std::vector<const office::Evidence*> evidence;
            for (const office::Evidence& e : bundle.evidence) {
                if (e.task == task.id) evidence.push_back(&e);
            }
            std::stable_sort(evidence.begin(), evidence.end(),
                             [](const auto* x, const auto* y) { return x->date < y->date; });
            // An achievement is what was done and can be shown, not what was planned.
            if (task.state != office::Task::State::kDone && evidence.empty()) continue;
            works.items.push_back(work_item(task, evidence));
        }
    }
}

}  // namespace

void add_subject(Scope& scope, const office::YearBook& book, const Request& request) {
    const office::Person* person = find_person(book, request.person);
    const std::vector<Origin> who{person ? Origin{RecordKind::kPerson, person->id.value}
                                         : Origin{RecordKind::kOffice, 0}};
    const bool known = person || !request.person;
    scope.set("danh hiệu đề nghị", request.title.empty() ? "" : title_name(request.title));
    scope.set("họ tên", person ? person->full_name : "", who);
    scope.set("tên đối tượng", known ? subject_name(book, request.person) : "", who);
    scope.set("ngày sinh", person ? numeric(person->born_on) : "", who);
    scope.set("giới tính",
              person && person->gender == office::Gender::kMale     ? "Nam"
              : person && person->gender == office::Gender::kFemale ? "Nữ"
                                                                    : "",
              who);
    scope.set("chức vụ", person ? person->position : "", who);
    scope.set("đơn vị", person && !person->unit.empty() ? person->unit : book.office.name, who);
    scope.set("ngày vào cơ quan", person ? numeric(person->joined_on) : "", who);
    std::string rating;
    std::string document;
    std::string discipline;
    std::vector<Origin> rated;
    for (const office::YearRecord& r : book.records) {
        if (!person || r.person != person->id || r.year != book.office.year) continue;
        if (r.rating != office::Rating::kUnknown) rating = wording(r.rating);
        document = r.rating_document;
        discipline = r.disciplined == office::Answer::kNo    ? "không bị kỷ luật"
                     : r.disciplined == office::Answer::kYes ? "có bị kỷ luật"
                                                             : "";
        rated.push_back({RecordKind::kYearRecord, r.id.value});
    }
    scope.set("xếp loại", rating, rated);
    scope.set("văn bản xếp loại", document, rated);
    scope.set("kỷ luật", discipline, rated);

    ScopeList& initiatives = scope.lists["sáng kiến"];
    initiatives.shape.push_back(initiative_item(book, {}));
    for (const office::Initiative& i : book.initiatives) {
        const bool own = person ? i.person == person->id : known;
        if (own && i.year == book.office.year) initiatives.items.push_back(initiative_item(book, i));
    }
    ScopeList& given = scope.lists["khen thưởng trong năm"];
    given.shape.push_back(award_item(book, {}));
    for (const office::Award& a : book.awards) {
        if (a.year == book.office.year && !a.revoked) given.items.push_back(award_item(book, a));
    }
    if (known) {
        add_awards(scope, book, request.person);
        add_work(scope, book, person);
    } else {
        add_awards(scope, office::YearBook{}, {});
        add_work(scope, office::YearBook{}, nullptr);
    }
    add_history(scope, book, person);
}

}  // namespace thidua::document
