// Names of the report on the movement: what was launched, what was done and shown, what is still open. Every count
// names the records that it was counted from.
#include <algorithm>
#include <utility>

#include "document/kind_scope.h"
#include "document/wording.h"

namespace thidua::document {
namespace {

using office::Task;
using Names = std::vector<std::pair<std::string, std::vector<Origin>>>;

/// More are easier to look up in the table than to read in a row.
constexpr std::size_t kMostByName = 3;

ScopeList named(const char* name, const Names& rows) {
    return list_of(rows, [&](const auto& row) {
        Scope made;
        made.set(name, row.first, row.second);
        return made;
    });
}

void add_launch(Scope& scope, const office::PlanBundle* bundle) {
    Names basis;
    Names occasions;
    std::string lead;
    std::vector<Origin> led;
    if (bundle) {
        for (const office::BasisDocument& b : bundle->basis) {
            const Origin from{RecordKind::kBasisDocument, b.id.value};
            basis.emplace_back(citation(b), std::vector<Origin>{from});
            if (!lead.empty() || b.role != office::BasisDocument::Role::kBasis) continue;
            lead = citation(b);
            led.push_back(from);
        }
        if (lead.empty()) lead = citation(bundle->plan);
        led.push_back({RecordKind::kPlan, bundle->plan.id.value});
        for (const office::Occasion& o : bundle->occasions) {
            occasions.emplace_back((o.years > 0 ? std::to_string(o.years) + " năm " : "") + o.name,
                                   std::vector<Origin>{{RecordKind::kOccasion, o.id.value}});
        }
    }
    scope.set("văn bản chỉ đạo", lead, led);
    scope.set("đã ban hành", bundle && bundle->plan.status == office::PlanStatus::kIssued ? "có" : "", led);
    scope.set("đơn vị chủ trì", bundle ? without_end_mark(bundle->plan.unit_in_charge) : "", led);
    scope.lists["văn bản viện dẫn"] = named("nội dung", basis);
    scope.lists["dịp kỷ niệm"] = named("tên", occasions);
}

/// A list of tasks with their row in the table, and whether they are too many to be named.
class TaskList {
public:
    explicit TaskList(const char* name) : name_(name) {}

    void add(const Task& task, std::size_t row) { rows_.emplace_back(&task, row); }
    bool empty() const { return rows_.empty(); }
    void put(Scope& scope) const {
        ScopeList& list = scope.lists[name_];
        list.shape.push_back(item({}, 0));
        for (const auto& [task, row] : rows_) list.items.push_back(item(*task, row));
        scope.set("nhiều " + std::string(name_), rows_.size() > kMostByName ? "có" : "");
    }

private:
    static Scope item(const Task& task, std::size_t row) {
        Scope made;
        const std::vector<Origin> from{{RecordKind::kTask, task.id.value}};
        made.set("nhiệm vụ", without_end_mark(task.title), from);
        made.set("thứ tự", std::to_string(row), from);
        return made;
    }

    const char* name_;
    std::vector<std::pair<const Task*, std::size_t>> rows_;
};

bool has_evidence(const office::PlanBundle& bundle, const Task& task) {
    return std::any_of(bundle.evidence.begin(), bundle.evidence.end(),
                       [&](const office::Evidence& e) { return e.task == task.id; });
}

/// True when something is overdue, unproved or open.
bool add_open_work(Scope& scope, const office::PlanBundle* bundle, const Request& request) {
    TaskList late("việc quá hạn");
    TaskList done_unproved("việc xong thiếu minh chứng");
    TaskList open_unproved("việc chưa xong thiếu minh chứng");
    TaskList open("việc chưa xong");
    std::vector<Origin> tasks;
    std::size_t duties = 0;
    std::size_t proved = 0;
    if (bundle) {
        const auto sorted = tasks_in_order(*bundle);
        for (std::size_t at = 0; at < sorted.size(); ++at) {
            const Task& task = *sorted[at];
            const bool done = task.state == Task::State::kDone;
            const bool shown = has_evidence(*bundle, task);
            tasks.push_back({RecordKind::kTask, task.id.value});
            if (task.kind == Task::Kind::kDuty) ++duties;
            if (shown) ++proved;
            if (is_late(task, request)) late.add(task, at + 1);
            if (!shown) (done ? done_unproved : open_unproved).add(task, at + 1);
            if (!done) open.add(task, at + 1);
        }
    }
    for (const TaskList* list : {&late, &done_unproved, &open_unproved, &open}) list->put(scope);
    scope.set("số việc giao", counted(tasks.size() - duties), tasks);
    scope.set("số yêu cầu thường xuyên", counted(duties), tasks);
    scope.set("số có minh chứng", proved > 0 ? counted(proved) : "", tasks);
    scope.set("tổng số minh chứng", bundle ? counted(bundle->evidence.size()) : "");
    return !late.empty() || !done_unproved.empty() || !open_unproved.empty();
}

}  // namespace

void add_report(Scope& scope, const office::YearBook& book, const Request& request) {
    const office::PlanBundle* bundle = chosen_plan(book, request.plan);
    add_launch(scope, bundle);
    bool lacking = add_open_work(scope, bundle, request);

    Names unrated;
    std::vector<Origin> registered;
    std::vector<Origin> rated;
    for (const office::Person& person : book.people) {
        if (!is_in_year(person, book.office.year)) continue;
        const Origin who{RecordKind::kPerson, person.id.value};
        const bool has_title = std::any_of(
            book.registrations.begin(), book.registrations.end(),
            [&](const office::Registration& r) { return r.person == person.id && r.year == book.office.year; });
        if (has_title) registered.push_back(who);
        const bool has_rating = std::any_of(book.records.begin(), book.records.end(), [&](const office::YearRecord& r) {
            return r.person == person.id && r.year == book.office.year && r.rating != office::Rating::kUnknown;
        });
        if (has_rating) rated.push_back(who);
        else unrated.emplace_back(person.full_name, std::vector<Origin>{who});
    }
    lacking = lacking || !unrated.empty();
    scope.set("số cá nhân đăng ký", counted(registered.size()), registered);
    scope.set("số cá nhân đã xếp loại", counted(rated.size()), rated);
    scope.lists["chưa xếp loại"] = named("họ tên", unrated);
    scope.set("có hạn chế", lacking ? "có" : "");
}

}  // namespace thidua::document
