#include "app/home_view.h"

#include <algorithm>

#include "app/year_index.h"

namespace thidua::app {
namespace {

using office::PlanBundle;
using office::Rating;
using office::Task;
using office::YearBook;

void count_tasks(const PlanBundle& bundle, const base::Date& today, TaskCounts& counts) {
    for (const Task& task : bundle.tasks) {
        ++counts.total;
        if (task.state == Task::State::kDone) ++counts.done;
        if (task.state == Task::State::kDoing) ++counts.doing;
        if (task.state != Task::State::kOpen && !has_evidence(bundle, task.id)) {
            ++counts.without_evidence;
        }
        if (is_overdue(task, today)) ++counts.overdue;
    }
}

void collect_due(const PlanBundle& bundle, const base::Date& today, std::vector<DueItem>& due) {
    const std::int64_t plan = bundle.plan.id.value;
    for (const Task& task : bundle.tasks) {
        if (!task.due) continue;
        due.push_back({DueItem::Kind::kTask,
                       *task.due,
                       task.title,
                       base::to_days(*task.due) - base::to_days(today),
                       task.state == Task::State::kDone,
                       {Place::kTasks, task.id.value, ""}});
    }
    for (const office::Occasion& occasion : bundle.occasions) {
        if (!occasion.date) continue;
        std::string text = occasion.name;
        if (occasion.years > 0) text = std::to_string(occasion.years) + " năm " + text;
        due.push_back({DueItem::Kind::kOccasion,
                       *occasion.date,
                       text,
                       base::to_days(*occasion.date) - base::to_days(today),
                       false,
                       {Place::kPlan, plan, "dip"}});
    }
}

void collect_missing(const PlanBundle& bundle, std::vector<MissingItem>& missing) {
    const std::int64_t plan = bundle.plan.id.value;
    const std::size_t open = open_questions(bundle);
    if (open > 0) {
        missing.push_back({std::to_string(open) + " điều kế hoạch chưa nói rõ, cần trả lời",
                           std::to_string(open) + " questions the plan leaves open",
                           {Place::kPlan, plan, "hoi"}});
    }
    const auto without_owner =
        std::count_if(bundle.tasks.begin(), bundle.tasks.end(), [](const Task& task) { return task.assignee.empty(); });
    if (without_owner > 0) {
        missing.push_back({std::to_string(without_owner) + " nhiệm vụ chưa có người phụ trách",
                           std::to_string(without_owner) + " tasks without an owner",
                           {Place::kTasks, 0, ""}});
    }
    TaskCounts counts;
    count_tasks(bundle, base::Date{1, 1, 1}, counts);
    if (counts.without_evidence > 0) {
        missing.push_back({std::to_string(counts.without_evidence) + " nhiệm vụ đã làm nhưng chưa có minh chứng",
                           std::to_string(counts.without_evidence) + " tasks worked on without evidence",
                           {Place::kTasks, 0, ""}});
    }
}

void collect_people(const YearBook& book, HomeView& view) {
    const int year = book.office.year;
    const YearIndex index(book);
    for (const office::Person& person : book.people) {
        if (!is_member_in(person, year)) continue;
        ++view.people;
        const office::YearRecord* record = index.record(person.id, year);
        if (record != nullptr && record->rating != Rating::kUnknown) ++view.rated;
        if (index.registered(person.id, year)) ++view.registered;
    }
    if (view.people == 0) {
        view.missing.push_back(
            {"Chưa có ai trong danh sách công chức", "Nobody is listed yet", {Place::kPeople, 0, ""}});
        return;
    }
    if (const int left = view.people - view.rated; left > 0) {
        view.missing.push_back({std::to_string(left) + " người chưa có mức xếp loại năm " + std::to_string(year),
                                std::to_string(left) + " people without a rating for " + std::to_string(year),
                                {Place::kPeople, 0, ""}});
    }
    if (const int left = view.people - view.registered; left > 0) {
        view.missing.push_back({std::to_string(left) + " người chưa đăng ký danh hiệu",
                                std::to_string(left) + " people have not registered a title",
                                {Place::kTitles, 0, ""}});
    }
}

}  // namespace

bool is_member_in(const office::Person& person, int year) {
    if (person.joined_on && person.joined_on->year > year) return false;
    return !person.left_on || person.left_on->year >= year;
}

bool is_overdue(const Task& task, const base::Date& today) {
    return task.due && *task.due < today && task.state != Task::State::kDone;
}

std::size_t open_questions(const PlanBundle& bundle) {
    return static_cast<std::size_t>(std::count_if(bundle.questions.begin(), bundle.questions.end(),
                                                  [](const office::Question& q) { return q.answer.empty(); }));
}

const office::YearRecord* find_record(const YearBook& book, base::Id<office::Person> person, int year) {
    const auto found = std::find_if(book.records.begin(), book.records.end(), [&](const office::YearRecord& record) {
        return record.person == person && record.year == year;
    });
    return found == book.records.end() ? nullptr : &*found;
}

const office::Person* find_person(const YearBook& book, base::Id<office::Person> person) {
    const auto found =
        std::find_if(book.people.begin(), book.people.end(), [&](const office::Person& p) { return p.id == person; });
    return found == book.people.end() ? nullptr : &*found;
}

const PlanBundle* find_plan(const YearBook& book, base::Id<office::Plan> plan) {
    const auto found = std::find_if(book.plans.begin(), book.plans.end(),
                                    [&](const PlanBundle& bundle) { return bundle.plan.id == plan; });
    return found == book.plans.end() ? nullptr : &*found;
}

bool is_registered(const YearBook& book, base::Id<office::Person> person, int year, std::string_view title) {
    return std::any_of(book.registrations.begin(), book.registrations.end(), [&](const office::Registration& r) {
        return r.person == person && r.year == year && r.title == title;
    });
}

bool has_evidence(const PlanBundle& bundle, base::Id<Task> task) {
    return std::any_of(bundle.evidence.begin(), bundle.evidence.end(),
                       [&](const office::Evidence& e) { return e.task == task; });
}

HomeView home_view(const YearBook& book, const base::Date& today) {
    HomeView view;
    for (const PlanBundle& bundle : book.plans) {
        if (bundle.plan.year != book.office.year) continue;
        count_tasks(bundle, today, view.tasks);
        collect_due(bundle, today, view.due);
        collect_missing(bundle, view.missing);
    }
    std::stable_sort(view.due.begin(), view.due.end(),
                     [](const DueItem& a, const DueItem& b) { return a.done != b.done ? b.done : a.date < b.date; });
    if (view.tasks.total == 0) {
        view.missing.push_back({"Chưa có kế hoạch nào cho năm " + std::to_string(book.office.year),
                                "No plan for " + std::to_string(book.office.year) + " yet",
                                {Place::kNewPlan, 0, ""}});
    }
    collect_people(book, view);
    return view;
}

}  // namespace thidua::app
