#include "ui/screens/tasks.h"

#include <algorithm>
#include <array>

#include "app/table_desk.h"
#include "imgui.h"
#include "ui/screens/table_desk.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

using office::Task;

Cell state_cell(const Scene& scene, const Task& task) {
    if (app::is_overdue(task, scene.app.today())) return {.text = std::string(scene.say(Word::kOverdue)), .chip = ChipKind::kNotMet};
    switch (task.state) {
        case Task::State::kDone: return {.text = std::string(scene.say(Word::kStateDone)), .chip = ChipKind::kMet};
        case Task::State::kDoing: return {.text = std::string(scene.say(Word::kStateDoing)), .chip = ChipKind::kForPerson};
        case Task::State::kOpen: break;
    }
    return {.text = std::string(scene.say(Word::kStateOpen)), .chip = ChipKind::kNeutral};
}

std::size_t evidence_count(const office::PlanBundle& bundle, base::Id<Task> task) {
    return static_cast<std::size_t>(
        std::count_if(bundle.evidence.begin(), bundle.evidence.end(), [&](const office::Evidence& e) { return e.task == task; }));
}

std::string due_text(const Task& task) { return task.due ? date_text(task.due) : task.recurrence; }

}  // namespace

bool TasksScreen::has_details(const Scene& scene) { return scene.app.route().id != 0; }

void TasksScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kTasksTitle), scene.say(Word::kTasksPurpose));
    const office::YearBook& book = scene.app.book();
    if (!scene.app.read_only() && !book.plans.empty()) {
        if (button(scene.ui, scene.say(Word::kAddTask), {.icon = "add"})) adding_ = true;
        same_line();
    }
    if (!scene.app.read_only()) {
        if (button(scene.ui, scene.say(Word::kImportFile), {.icon = "upload"})) scene.app.tables().pick();
        if (book.plans.empty()) gap(kSpace4);
        else same_line();
    }
    if (!book.plans.empty()) {
        export_menu(scene, app::OfficeTable::kTasks);
        gap(kSpace4);
    }
    rows_.clear();
    for (const office::PlanBundle& bundle : book.plans) {
        if (bundle.plan.year != 0 && bundle.plan.year != book.office.year) continue;
        for (const Task& task : bundle.tasks) rows_.push_back({&bundle, &task});
    }
    const std::array<Column, 5> columns{{
        {.title = scene.say(Word::kTask)},
        {.title = scene.say(Word::kAssignee), .width = 170, .importance = 3},
        {.title = scene.say(Word::kDueDate), .width = 130, .importance = 1},
        {.title = scene.say(Word::kEvidence), .width = 90, .number = true, .importance = 2},
        {.title = scene.say(Word::kState), .width = 120, .importance = 1},
    }};
    const auto cell = [&](int row, int column) -> Cell {
        const Row& entry = rows_[static_cast<std::size_t>(row)];
        switch (column) {
            case 0: return {.text = entry.task->title};
            case 1: return {.text = entry.task->assignee, .quiet = true};
            case 2: return {.text = due_text(*entry.task)};
            case 3: return {.text = std::to_string(evidence_count(*entry.bundle, entry.task->id))};
            default: return state_cell(scene, *entry.task);
        }
    };
    table_.current = -1;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i].task->id.value == scene.app.route().id) table_.current = static_cast<int>(i);
    }
    const TableEvent event = table(scene.ui, scene.say(Word::kTasksTitle), columns, static_cast<int>(rows_.size()), cell,
                                   table_, {.empty_icon = "task", .empty_text = scene.say(Word::kTasksNone)});
    if (event.pressed_row >= 0) {
        const Task& task = *rows_[static_cast<std::size_t>(event.pressed_row)].task;
        scene.app.go({app::Place::kTasks, task.id.value, ""});
    }
    draw_new(scene);
}

void TasksScreen::draw_new(Scene& scene) {
    if (!begin_dialog(scene.ui, scene.say(Word::kAddTask), adding_)) return;
    text_field(scene.ui, scene.say(Word::kTaskTitle), new_title_, {.required = true});
    if (dialog_buttons(scene.ui, scene.say(Word::kAdd), adding_, !new_title_.empty())) {
        Task task;
        task.plan = scene.app.book().plans.front().plan.id;
        task.title = new_title_;
        base::Id<Task> made;
        if (scene.app.act([&](store::Store& store) { return without_id(store::add_task(store, task), &made); },
                          Scene::done(Word::kTaskAdded))) {
            new_title_.clear();
            adding_ = false;
            scene.app.go({app::Place::kTasks, made.value, ""});
        }
    }
    end_dialog(scene.ui);
}

void TasksScreen::draw_details(Scene& scene) {
    const std::int64_t id = scene.app.route().id;
    for (const office::PlanBundle& bundle : scene.app.book().plans) {
        const auto task = std::find_if(bundle.tasks.begin(), bundle.tasks.end(),
                                       [&](const Task& t) { return t.id.value == id; });
        if (task == bundle.tasks.end()) continue;
        draw_form(scene, *task);
        gap(kSpace4);
        draw_evidence(scene, bundle, *task);
        return;
    }
    quiet(scene.ui, scene.say(Word::kSelectTask));
}

void TasksScreen::draw_form(Scene& scene, const Task& task) {
    heading(scene.ui, task.title, 2);
    gap(kSpace2);
    const bool read_only = scene.app.read_only();
    const std::array<std::string_view, 3> states{scene.say(Word::kStateOpen), scene.say(Word::kStateDoing),
                                                 scene.say(Word::kStateDone)};
    int state = static_cast<int>(task.state);
    if (segmented(scene.ui, scene.say(Word::kState), states, state) && !read_only) {
        const auto to = static_cast<Task::State>(state);
        scene.app.act([&](store::Store& store) { return store::set_task_state(store, task.id, to); },
                      Scene::done(to == Task::State::kDone ? Word::kTaskDone : Word::kTaskReopened));
    }
    gap(kSpace3);
    Task& draft = task_.of(task, scene.app.revision());
    if (task_.renewed) due_ = date_text(draft.due);
    const auto due = typed_date(due_);
    bool save = false;
    save |= text_field(scene.ui, scene.say(Word::kAssignee), draft.assignee, {.enabled = !read_only}).committed;
    save |= text_field(scene.ui, scene.say(Word::kDueDate), due_,
                       {.error = due ? std::string_view() : scene.say(Word::kBadDate),
                        .placeholder = scene.say(Word::kDatePlaceholder),
                        .enabled = !read_only})
                .committed;
    if (!task.recurrence.empty()) property(scene.ui, scene.say(Word::kRecurrence), task.recurrence, 100);
    if (!task.target.empty()) property(scene.ui, scene.say(Word::kTarget), task.target + " " + task.target_unit, 100);
    if (!task.detail.empty() && task.detail != task.title) {
        gap(kSpace2);
        quiet(scene.ui, scene.say(Word::kDetail), TextStyle::kSmall);
        text(scene.ui, task.detail);
    }
    if (read_only) return;
    if (save && due) {
        draft.due = *due;
        scene.app.act([&](store::Store& store) { return store::edit_task(store, draft); },
                      Scene::done(Word::kTaskSaved));
    }
    gap(kSpace3);
    if (button(scene.ui, scene.say(Word::kDeleteTask), {.kind = ButtonKind::kQuiet, .icon = "bin"})) {
        if (scene.app.act([&](store::Store& store) { return store::remove_task(store, task.id); },
                          Scene::done(Word::kTaskRemoved))) {
            scene.app.go({app::Place::kTasks, 0, ""});
        }
    }
}

void TasksScreen::draw_evidence(Scene& scene, const office::PlanBundle& bundle, const Task& task) {
    heading(scene.ui, scene.say(Word::kEvidence), 3);
    if (evidence_count(bundle, task.id) == 0) quiet(scene.ui, scene.say(Word::kEvidenceNone));
    for (const office::Evidence& evidence : bundle.evidence) {
        if (evidence.task != task.id) continue;
        ImGui::PushID(static_cast<int>(evidence.id.value));
        text(scene.ui, evidence.text);
        std::string below = date_text(evidence.date);
        if (!evidence.document_number.empty()) below += (below.empty() ? "" : " · ") + evidence.document_number;
        if (!below.empty()) quiet(scene.ui, below, TextStyle::kSmall);
        if (!scene.app.read_only() &&
            button(scene.ui, scene.say(Word::kDelete), {.kind = ButtonKind::kQuiet, .icon = "bin"})) {
            scene.app.act([&](store::Store& store) { return store::remove_evidence(store, evidence.id); },
                          Scene::done(Word::kEvidenceRemoved));
        }
        hairline(scene.ui);
        gap(kSpace2);
        ImGui::PopID();
    }
    if (scene.app.read_only()) return;
    if (evidence_of_ != task.id) {
        evidence_ = {};
        evidence_date_.clear();
        evidence_of_ = task.id;
    }
    const auto date = typed_date(evidence_date_);
    text_area(scene.ui, scene.say(Word::kEvidenceText), evidence_.text, 3,
              {.placeholder = scene.say(Word::kEvidencePlaceholder)});
    text_field(scene.ui, scene.say(Word::kEvidenceNumber), evidence_.document_number, {.placeholder = "15/BC-PTP"});
    text_field(scene.ui, scene.say(Word::kEvidenceDate), evidence_date_,
               {.error = date ? std::string_view() : scene.say(Word::kBadDate),
                .placeholder = scene.say(Word::kDatePlaceholder)});
    gap(kSpace2);
    if (button(scene.ui, scene.say(Word::kAddEvidence), {.icon = "add", .enabled = !evidence_.text.empty() && date})) {
        evidence_.task = task.id;
        evidence_.date = *date;
        if (scene.app.act([&](store::Store& store) { return without_id(store::add_evidence(store, evidence_)); },
                          Scene::done(Word::kEvidenceAdded))) {
            evidence_ = {};
            evidence_date_.clear();
        }
    }
}

}  // namespace thidua::ui
