#include "ui/screens/plans.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/table_desk.h"
#include "imgui.h"
#include "ui/screens/table_desk.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

using office::PlanBundle;
using office::PlanItem;

constexpr std::array<std::string_view, 5> kParts{"", "can-cu", "nhiem-vu", "dip", "hoi"};

int part_index(const std::string& part) {
    const auto* found = std::find(kParts.begin(), kParts.end(), std::string_view(part));
    return found == kParts.end() ? 0 : static_cast<int>(found - kParts.begin());
}

std::string number_or(const Scene& scene, const office::Plan& plan) {
    return plan.number.empty() ? std::string(scene.say(Word::kPlanUnnumbered)) : plan.number;
}

int depth_of(const PlanBundle& bundle, const PlanItem& item) {
    int depth = 0;
    base::Id<PlanItem> parent = item.parent;
    while (parent && depth < 6) {
        const auto found = std::find_if(bundle.items.begin(), bundle.items.end(),
                                        [&](const PlanItem& i) { return i.id == parent; });
        if (found == bundle.items.end()) break;
        parent = found->parent;
        ++depth;
    }
    return depth;
}

void draw_content(Scene& scene, const PlanBundle& bundle) {
    for (const PlanItem& item : bundle.items) {
        const float indent = static_cast<float>(depth_of(bundle, item)) * kSpace4;
        if (indent > 0) ImGui::Indent(indent);
        const std::string label = item.label.empty() || item.label == "-" ? "" : item.label + ". ";
        switch (item.kind) {
            case PlanItem::Kind::kSection:
                gap(kSpace2);
                heading(scene.ui, label + item.text, 2);
                break;
            case PlanItem::Kind::kHeading: heading(scene.ui, label + item.text, 3); break;
            case PlanItem::Kind::kPreamble:
            case PlanItem::Kind::kParagraph:
            case PlanItem::Kind::kClosing: text(scene.ui, (item.label == "-" ? "– " : label) + item.text); break;
        }
        gap(kSpace2);
        if (indent > 0) ImGui::Unindent(indent);
    }
}

void draw_basis(Scene& scene, const PlanBundle& bundle) {
    if (bundle.basis.empty()) quiet(scene.ui, scene.say(Word::kBasisNone));
    for (const office::BasisDocument& basis : bundle.basis) {
        std::string title = basis.kind;
        if (!basis.number.empty()) title += " " + basis.number;
        if (basis.date) title += " · " + base::to_numeric(*basis.date);
        std::string below = basis.issuer;
        if (!basis.subject.empty()) below += (below.empty() ? "" : " · ") + basis.subject;
        std::string where;
        if (!basis.mentions.empty() && basis.mentions.front().first_line > 0) {
            where = scene.say(Word::kSourceLine, {std::to_string(basis.mentions.front().first_line)});
        }
        ImGui::PushID(static_cast<int>(basis.id.value));
        list_row(scene.ui, title, {.title = title, .subtitle = below, .icon = "description", .trailing = where});
        ImGui::PopID();
    }
}

void draw_plan_tasks(Scene& scene, const PlanBundle& bundle, bool shared) {
    if (bundle.tasks.empty()) quiet(scene.ui, scene.say(Word::kTasksNone));
    for (const office::Task& task : bundle.tasks) {
        std::string below = task.assignee;
        const auto add = [&](const std::string& part) {
            if (!part.empty()) below += (below.empty() ? "" : " · ") + part;
        };
        add(task.recurrence);
        add(date_text(task.due));
        if (!task.target.empty()) add(task.target + " " + task.target_unit);
        const bool done = task.state == office::Task::State::kDone;
        const std::string_view state = scene.say(done ? Word::kStateDone
                                                      : task.state == office::Task::State::kDoing ? Word::kStateDoing
                                                                                                   : Word::kStateOpen);
        ListRow row{.title = task.title, .subtitle = below, .icon = done ? "task_done" : "task", .trailing = state};
        row.chevron = !shared;
        ImGui::PushID(static_cast<int>(task.id.value));
        if (list_row(scene.ui, "task", row) && !shared) scene.app.go({app::Place::kTasks, task.id.value, ""});
        ImGui::PopID();
    }
}

void draw_occasions(Scene& scene, const PlanBundle& bundle) {
    if (bundle.occasions.empty()) quiet(scene.ui, scene.say(Word::kOccasionsNone));
    for (const office::Occasion& occasion : bundle.occasions) {
        const std::string title = occasion.years > 0
                                      ? scene.say(Word::kYearsOf, {std::to_string(occasion.years), occasion.name})
                                      : occasion.name;
        ImGui::PushID(static_cast<int>(occasion.id.value));
        list_row(scene.ui, title, {.title = title, .icon = "flag", .trailing = date_text(occasion.date)});
        ImGui::PopID();
    }
}

}  // namespace

void draw_plans(Scene& scene) {
    screen_title(scene, scene.say(Word::kPlansTitle), scene.say(Word::kPlansPurpose));
    const std::vector<PlanBundle>& plans = scene.app.book().plans;
    if (plans.empty()) {
        if (empty_state(scene.ui, "description", scene.say(Word::kPlansTitle), scene.say(Word::kPlansNone),
                        scene.say(Word::kNewPlan))) {
            scene.app.go({app::Place::kNewPlan, 0, ""});
        }
        return;
    }
    if (primary_button(scene.ui, scene.say(Word::kNewPlan), "note_add")) scene.app.go({app::Place::kNewPlan, 0, ""});
    same_line();
    if (!scene.app.read_only()) {
        if (button(scene.ui, scene.say(Word::kImportFile), {.icon = "upload"})) scene.app.tables().pick();
        same_line();
    }
    export_menu(scene, app::OfficeTable::kPlans);
    gap(kSpace4);
    begin_card(scene.ui, "plans", scene.say(Word::kPlansTitle));
    for (const PlanBundle& bundle : plans) {
        const std::string below =
            number_or(scene, bundle.plan) + " · " +
            scene.say(Word::kPlanCounts, {std::to_string(bundle.basis.size()), std::to_string(bundle.tasks.size()),
                                          std::to_string(app::open_questions(bundle))});
        ImGui::PushID(static_cast<int>(bundle.plan.id.value));
        const ListRow row{.title = bundle.plan.subject, .subtitle = below, .icon = "description", .chevron = true};
        if (list_row(scene.ui, "plan", row)) scene.app.go({app::Place::kPlan, bundle.plan.id.value, ""});
        ImGui::PopID();
    }
    end_card(scene.ui);
}

void NewPlanScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kNewPlanTitle), scene.say(Word::kNewPlanPurpose));
    begin_card(scene.ui, "intake", scene.say(Word::kNewPlanTitle));
    if (button(scene.ui, scene.say(Word::kOpenFile), {.icon = "upload"})) scene.app.pick_plan();
    same_line(kSpace3);
    quiet(scene.ui, scene.say(Word::kDropScan));
    gap(kSpace4);
    text_area(scene.ui, scene.say(Word::kPasteText), pasted_, scene.ui.phone() ? 8 : 14,
              {.help = scene.say(Word::kPasteHelp), .placeholder = scene.say(Word::kPastePlaceholder)});
    gap(kSpace3);
    if (primary_button(scene.ui, scene.say(Word::kBeginRestoring), "restore", !pasted_.empty())) {
        scene.app.receive({"", pasted_});
        if (scene.app.route().place == app::Place::kReview) pasted_.clear();  // refused text stays to be mended
    }
    end_card(scene.ui);
}

void PlanScreen::draw_actions(Scene& scene, const PlanBundle& bundle) {
    const base::Id<office::Plan> id = bundle.plan.id;
    if (primary_button(scene.ui, scene.say(Word::kExportPlan), "download")) {
        scene.app.export_docx(app::DocumentKind::kPlan, id);
    }
    same_line();
    if (button(scene.ui, scene.say(Word::kExportReport), {.icon = "download"})) {
        scene.app.export_docx(app::DocumentKind::kReport, id);
    }
    if (!scene.ui.phone()) same_line();
    if (button(scene.ui, scene.say(Word::kShare), {.icon = "share"})) {
        const auto made = scene.app.link(id);
        if (made) {
            link_ = *made;
            sharing_ = true;
        } else {
            scene.app.say(made.error());
        }
    }
    if (scene.app.read_only()) return;
    same_line();
    if (button(scene.ui, scene.say(Word::kEditPlan), {.kind = ButtonKind::kQuiet, .icon = "edit"})) {
        plan_.forget();
        editing_ = true;
    }
    same_line();
    if (button(scene.ui, scene.say(Word::kRemovePlan), {.kind = ButtonKind::kQuiet, .icon = "bin"})) {
        if (scene.app.act([id](store::Store& store) { return store::remove_plan(store, id); },
                          Scene::done(Word::kPlanRemoved))) {
            scene.app.go({app::Place::kPlans, 0, ""});
        }
    }
}

void PlanScreen::draw_details(Scene& scene, const PlanBundle& bundle) {
    const office::Plan& plan = bundle.plan;
    const std::string unsaid(scene.say(Word::kNotSaid));
    const auto show = [&](Word label, const std::string& value) {
        property(scene.ui, scene.say(label), value.empty() ? unsaid : value, 140);
    };
    show(Word::kNumber, plan.number);
    show(Word::kDate, date_text(plan.issued_on));
    show(Word::kIssuer, plan.issuer);
    if (!plan.unit_in_charge.empty()) show(Word::kUnitInCharge, plan.unit_in_charge);
    show(Word::kSigner, plan.signer_title + (plan.signer_name.empty() ? "" : " " + plan.signer_name));
    std::string recipients;
    for (const std::string& recipient : plan.recipients) recipients += (recipients.empty() ? "" : "; ") + recipient;
    show(Word::kRecipients, recipients);
}

void PlanScreen::draw_share(Scene& scene, const PlanBundle& bundle) {
    if (!begin_dialog(scene.ui, scene.say(Word::kShareTitle), sharing_)) return;
    text(scene.ui, scene.say(Word::kShareHelp));
    gap(kSpace3);
    std::string shown = link_;
    text_field(scene.ui, scene.say(Word::kShareTitle), shown,
               {.help = scene.say(Word::kLinkLength, {std::to_string(link_.size())})});
    gap(kSpace3);
    if (primary_button(scene.ui, scene.say(Word::kCopyLink), "copy")) {
        scene.app.copy_link(bundle.plan.id);
        sharing_ = false;
    }
    end_dialog(scene.ui);
}

void PlanScreen::draw_edit(Scene& scene, const PlanBundle& bundle) {
    if (!begin_dialog(scene.ui, scene.say(Word::kEditPlan), editing_, 560)) return;
    office::Plan& plan = plan_.of(bundle.plan, scene.app.revision());
    if (plan_.renewed) issued_on_ = date_text(plan.issued_on);
    const auto date = typed_date(issued_on_);
    text_area(scene.ui, scene.say(Word::kSubject), plan.subject, 2);
    text_field(scene.ui, scene.say(Word::kNumber), plan.number, {.placeholder = "12/KH-PTP"});
    text_field(scene.ui, scene.say(Word::kDate), issued_on_,
               {.error = date ? std::string_view() : scene.say(Word::kBadDate),
                .placeholder = scene.say(Word::kDatePlaceholder)});
    text_field(scene.ui, scene.say(Word::kIssuer), plan.issuer);
    text_field(scene.ui, scene.say(Word::kOfficeSuperior), plan.superior);
    text_field(scene.ui, scene.say(Word::kOfficePlace), plan.place);
    text_field(scene.ui, scene.say(Word::kHeadTitle), plan.signer_title);
    text_field(scene.ui, scene.say(Word::kSigner), plan.signer_name);
    if (dialog_buttons(scene.ui, scene.say(Word::kSave), editing_, date.has_value())) {
        plan.issued_on = *date;
        if (scene.app.act([&](store::Store& store) { return store::edit_plan(store, plan); },
                          Scene::done(Word::kPlanSaved))) {
            editing_ = false;
        }
    }
    end_dialog(scene.ui);
}

void PlanScreen::draw_questions(Scene& scene, const PlanBundle& bundle, bool read_only) {
    if (bundle.questions.empty()) quiet(scene.ui, scene.say(Word::kQuestionsNone));
    for (std::size_t i = 0; i < bundle.questions.size(); ++i) {
        const office::Question& question = bundle.questions[i];
        ImGui::PushID(static_cast<int>(question.id.value));
        begin_card(scene.ui, "question", question.text);
        text(scene.ui, question.text, TextStyle::kBodyStrong);
        if (question.source.first_line > 0) {
            quiet(scene.ui, scene.say(Word::kSourceLine, {std::to_string(question.source.first_line)}),
                  TextStyle::kSmall);
        }
        if (read_only || i >= std::size(answers_)) {
            if (!question.answer.empty()) text(scene.ui, question.answer);
        } else {
            office::Question& draft = answers_[i].of(question, scene.app.revision());
            const FieldEvent event = text_field(scene.ui, scene.say(Word::kAnswer), draft.answer);
            if (event.committed && draft.answer != question.answer) {
                scene.app.act(
                    [&](store::Store& store) { return store::answer_question(store, question.id, draft.answer); },
                    Scene::done(Word::kAnswered));
            }
        }
        end_card(scene.ui);
        ImGui::PopID();
        gap(kSpace3);
    }
}

void PlanScreen::draw(Scene& scene, const PlanBundle& bundle, bool shared) {
    screen_title(scene, bundle.plan.subject.empty() ? scene.say(Word::kPlansTitle) : bundle.plan.subject,
                 number_or(scene, bundle.plan) + (bundle.plan.issuer.empty() ? "" : " · " + bundle.plan.issuer));
    if (!shared) draw_actions(scene, bundle);
    gap(kSpace4);
    begin_card(scene.ui, "details", scene.say(Word::kDetails));
    draw_details(scene, bundle);
    end_card(scene.ui);
    gap(kSpace4);

    const auto count = [](std::size_t n) { return std::to_string(n); };
    const std::array<std::string, 5> names{
        std::string(scene.say(Word::kTabContent)), scene.say(Word::kTabBasis, {count(bundle.basis.size())}),
        scene.say(Word::kTabTasks, {count(bundle.tasks.size())}),
        scene.say(Word::kTabOccasions, {count(bundle.occasions.size())}),
        scene.say(Word::kTabQuestions, {count(app::open_questions(bundle))})};
    const std::vector<std::string_view> labels(names.begin(), names.end());
    int chosen = part_index(scene.app.route().part);
    if (tabs(scene.ui, scene.say(Word::kPlansTitle), labels, chosen)) {
        app::Route route = scene.app.route();
        route.part = kParts[static_cast<std::size_t>(chosen)];
        scene.app.go(route);
    }
    gap(kSpace4);
    switch (chosen) {
        case 0: draw_content(scene, bundle); break;
        case 1: draw_basis(scene, bundle); break;
        case 2: draw_plan_tasks(scene, bundle, shared); break;
        case 3: draw_occasions(scene, bundle); break;
        default: draw_questions(scene, bundle, shared || scene.app.read_only()); break;
    }
    if (!shared) {
        draw_share(scene, bundle);
        draw_edit(scene, bundle);
    }
}

void draw_shared(Scene& scene, PlanScreen& screen) {
    const share::SharedPlan* shared = scene.app.shared();
    if (shared == nullptr) return;
    heading(scene.ui, scene.say(Word::kSharedTitle), 2);
    quiet(scene.ui, scene.say(Word::kSharedHelp));
    gap(kSpace3);
    if (primary_button(scene.ui, scene.say(Word::kKeepShared), "save")) scene.app.keep_shared();
    same_line();
    const bool leave = button(scene.ui, scene.say(Word::kLeaveShared), {.icon = "arrow_left"});
    gap(kSpace5);
    screen.draw(scene, shared->bundle, true);
    if (leave) scene.app.leave_shared();
}

}  // namespace thidua::ui
