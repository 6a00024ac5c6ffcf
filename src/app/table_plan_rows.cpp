// Rows of plans and of their tasks.

#include <algorithm>

#include "app/table_rows.h"
#include "app/table_values.h"
#include "office/check.h"
#include "text/letters.h"

namespace thidua::app {
namespace {

/// One blank between words: a cell has no lines of its own.
std::string flat(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

/// What the cell says; where it says the same in one line, the lines stay.
bool merge(std::string& where, const std::string& cell) {
    return !cell.empty() && flat(where) != flat(cell) && put(where, flat(cell));
}

std::optional<office::Task::State> state_of_cell(std::string_view cell) {
    const std::string key = cell_key(cell);
    using State = office::Task::State;
    for (const std::string_view open : {"chua lam", "chua thuc hien", "chua", "chua trien khai", "open"})
        if (key == open) return State::kOpen;
    for (const std::string_view doing : {"dang lam", "dang thuc hien", "dang trien khai", "doing"})
        if (key == doing) return State::kDoing;
    for (const std::string_view done : {"da xong", "xong", "hoan thanh", "da hoan thanh", "da thuc hien", "done"})
        if (key == done) return State::kDone;
    return std::nullopt;
}

/// "Thường xuyên", "Hằng quý": written where a date is expected.
bool recurs(std::string_view cell) {
    const std::string key = cell_key(cell);
    for (const std::string_view word : {"thuong xuyen", "dinh ky", "hang ", "ca nam", "lien tuc", "moi "})
        if (key.starts_with(word)) return true;
    return false;
}

bool footer(std::string_view cell) {
    const std::string key = cell_key(cell);
    for (const std::string_view word : {"tong", "tong cong", "tong so", "cong", "nguoi lap", "nguoi lap bieu"})
        if (key == word) return true;
    return false;
}

}  // namespace

RowReader::Refusal RowReader::find_plan(base::Id<office::Plan>& id, bool& made) {
    const std::string& words = cell(Field::kPlan);
    if (words.empty()) {
        // Without a column of plans there is one they can belong to, or none.
        std::size_t fitting = 0;
        for (const office::PlanBundle& bundle : book_.plans) {
            if (bundle.plan.year != 0 && bundle.plan.year != book_.office.year) continue;
            id = bundle.plan.id;
            ++fitting;
        }
        if (fitting == 1) return std::nullopt;
        return Reason{fitting == 0 ? "Chưa có kế hoạch nào. Hãy thêm cột Kế hoạch để biết nhiệm vụ thuộc kế hoạch nào."
                                   : "Có nhiều kế hoạch. Hãy thêm cột Kế hoạch để biết nhiệm vụ thuộc kế hoạch nào.",
                      fitting == 0 ? "There is no plan yet. Add a column “Kế hoạch” that names it."
                                   : "There are several plans. Add a column “Kế hoạch” that names the one."};
    }
    if (const auto known = plans_.find(cell_key(words)); known != plans_.end()) {
        id = known->second;
        return std::nullopt;
    }
    office::Plan plan;
    plan.subject = flat(words);
    plan.year = book_.office.year;
    plan.issuer = book_.office.name;
    plan.id.value = 1;  // only so that the rest can be checked
    if (const auto good = office::check(plan); !good) return Reason{good.error().vi, good.error().en};
    plan.id.value = next_new_--;
    id = plan.id;
    plans_.emplace(cell_key(words), id);
    batch.plans.push_back(std::move(plan));
    made = true;
    return std::nullopt;
}

RowReader::Refusal RowReader::read_task() {
    name_ = flat(cell(Field::kTask));
    if (name_.empty()) return Reason{"Không ghi nhiệm vụ.", "The task has no title."};
    if (footer(name_)) return Reason{"Dòng tổng cộng hoặc chân bảng, không phải nhiệm vụ.", "A total or footer row."};
    office::Task task;
    std::string recurrence = cell(Field::kRecurrence);
    if (recurs(cell(Field::kDue))) {
        if (recurrence.empty()) recurrence = cell(Field::kDue);
    } else if (auto refusal = read_date(Field::kDue, task.due, false)) {
        return refusal;
    }
    std::optional<office::Task::State> state;
    if (const std::string& text = cell(Field::kState); !text.empty()) {
        state = state_of_cell(text);
        if (!state) {
            return Reason{"Tình trạng " + quoted(text) + " không phải Chưa làm, Đang làm hay Đã xong.",
                          "The state " + quoted(text) + " is none of open, doing and done."};
        }
    }
    // All is checked before a plan is made for it.
    const auto fill = [&](office::Task& into) {
        bool changed = merge(into.detail, cell(Field::kTaskDetail));
        changed |= merge(into.assignee, cell(Field::kAssignee));
        changed |= merge(into.recurrence, recurrence);
        changed |= merge(into.target, cell(Field::kTarget));
        changed |= merge(into.target_unit, cell(Field::kTargetUnit));
        if (task.due) changed |= put(into.due, task.due);
        if (state) changed |= put(into.state, *state);
        return changed;
    };
    office::Task checked = task;
    checked.id.value = checked.plan.value = 1;
    checked.title = name_;
    fill(checked);
    if (const auto good = office::check(checked); !good) return Reason{good.error().vi, good.error().en};
    bool new_plan = false;
    if (auto refusal = find_plan(task.plan, new_plan)) return refusal;
    const std::string identity = std::to_string(task.plan.value) + "|" + cell_key(name_);
    if (const auto [at, fresh] = seen_.emplace(identity, number_); !fresh) {
        return Reason{"Trùng với dòng " + std::to_string(at->second) + ".",
                      "The same as row " + std::to_string(at->second) + "."};
    }
    const auto known = tasks_.find(std::pair(task.plan.value, cell_key(name_)));
    if (known != tasks_.end()) {
        office::Task merged = *known->second;
        const bool changed = fill(merged);
        if (changed) batch.tasks.push_back(std::move(merged));
        keep(cell(Field::kAssignee), changed ? Effect::kChanged : Effect::kSame);
        return std::nullopt;
    }
    task.title = name_;
    fill(task);
    task.kind = task.recurrence.empty() ? office::Task::Kind::kTask : office::Task::Kind::kDuty;
    task.position = ++last_position_[task.plan.value];
    std::string detail = task.assignee;
    if (task.due) detail += (detail.empty() ? "" : " · ") + base::to_numeric(*task.due);
    if (new_plan) detail += (detail.empty() ? "" : " · ") + ("kế hoạch mới " + quoted(cell(Field::kPlan)));
    batch.tasks.push_back(std::move(task));
    keep(std::move(detail), Effect::kNew);
    return std::nullopt;
}

RowReader::Refusal RowReader::read_plan() {
    name_ = flat(cell(Field::kSubject));
    if (name_.empty()) return Reason{"Không ghi trích yếu của kế hoạch.", "The plan has no subject."};
    const std::string& number = cell(Field::kPlanNumber);
    std::optional<base::Date> issued;
    if (auto refusal = read_date(Field::kIssuedOn, issued, false)) return refusal;
    int year = 0;
    if (auto refusal = read_year(year)) return refusal;
    std::optional<office::PlanOrigin> origin;
    if (const std::string key = cell_key(cell(Field::kOrigin)); !key.empty()) {
        if (key == "cua don vi" || key == "don vi" || key == "own") origin = office::PlanOrigin::kOwn;
        if (key == "cua cap tren" || key == "cap tren" || key == "superior") origin = office::PlanOrigin::kSuperior;
        if (!origin) {
            return Reason{"Nguồn " + quoted(cell(Field::kOrigin)) + " không phải Của đơn vị hay Của cấp trên.",
                          "The source " + quoted(cell(Field::kOrigin)) + " is neither the office nor its superior."};
        }
    }
    // The number names a plan; one without a number is named by its subject.
    auto known = plans_.end();
    if (!number.empty()) known = plans_.find(cell_key(number));
    if (known == plans_.end()) known = plans_.find(cell_key(name_));
    const office::PlanBundle* stored = nullptr;
    for (const office::PlanBundle& bundle : book_.plans) {
        if (known != plans_.end() && bundle.plan.id == known->second) stored = &bundle;
    }
    // Two plans may have one subject and numbers of their own.
    if (stored != nullptr && !number.empty() && !stored->plan.number.empty() &&
        cell_key(stored->plan.number) != cell_key(number))
        stored = nullptr;
    office::Plan plan;
    if (stored != nullptr) plan = stored->plan;
    bool changed = merge(plan.subject, name_);
    changed |= merge(plan.number, number);
    changed |= merge(plan.issuer, cell(Field::kPlanIssuer));
    changed |= merge(plan.signer_name, cell(Field::kSigner));
    changed |= merge(plan.unit_in_charge, cell(Field::kUnitInCharge));
    if (issued) changed |= put(plan.issued_on, issued);
    if (stored == nullptr || !cell(Field::kYear).empty()) changed |= put(plan.year, year);
    if (origin) changed |= put(plan.origin, *origin);
    if (stored == nullptr) {
        if (issued && !plan.number.empty()) plan.status = office::PlanStatus::kIssued;
        plan.id.value = 1;  // only so that the rest can be checked
    }
    if (const auto good = office::check(plan); !good) return Reason{good.error().vi, good.error().en};
    const std::string identity = cell_key(number) + "|" + cell_key(name_);
    if (const auto [at, fresh] = seen_.emplace(identity, number_); !fresh) {
        return Reason{"Trùng với dòng " + std::to_string(at->second) + ".",
                      "The same as row " + std::to_string(at->second) + "."};
    }
    if (stored == nullptr) plan.id.value = next_new_--;
    if (stored == nullptr || changed) batch.plans.push_back(std::move(plan));
    keep(number, stored == nullptr ? Effect::kNew : changed ? Effect::kChanged : Effect::kSame);
    return std::nullopt;
}

}  // namespace thidua::app
