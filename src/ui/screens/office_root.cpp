#include "ui/screens/office_root.h"

#include <algorithm>
#include <utility>

#include "imgui.h"
#include "ui/frame.h"
#include "ui/screens/home.h"
#include "ui/screens/search.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

/// A job gets about this much of a frame where frames do the work (the bar is 8 ms).
constexpr double kJobMilliseconds = 5;
/// How often progress is shown while jobs go on between frames.
constexpr double kProgressSeconds = 0.1;

using app::Place;
using app::Route;

struct PlaceCommand {
    Place place;
    const char* id;
    const char* vi;
    const char* en;
};
constexpr PlaceCommand kPlaceCommands[] = {
    {Place::kHome, "go:home", "Đến Tổng quan", "Go to Overview"},
    {Place::kPlans, "go:plans", "Đến Kế hoạch", "Go to Plans"},
    {Place::kTasks, "go:tasks", "Đến Nhiệm vụ", "Go to Tasks"},
    {Place::kPeople, "go:people", "Đến Con người", "Go to People"},
    {Place::kTitles, "go:titles", "Đến Danh hiệu", "Go to Titles"},
    {Place::kCouncil, "go:council", "Đến Hội đồng", "Go to Council"},
    {Place::kLaw, "go:law", "Đến Quy định pháp luật", "Go to The law"},
    {Place::kDocuments, "go:documents", "Đến Văn bản", "Go to Documents"},
    {Place::kHistory, "go:history", "Đến Nhật ký", "Go to Journal"},
    {Place::kFile, "go:file", "Đến Tệp và cài đặt", "Go to File and settings"},
    {Place::kHelp, "go:help", "Đến Trợ giúp", "Go to Help"},
};

/// The place of the rail that a route belongs to.
Place rail_place(Place place) {
    switch (place) {
        case Place::kPlan:
        case Place::kNewPlan:
        case Place::kReview:
        case Place::kShared: return Place::kPlans;
        case Place::kPerson: return Place::kPeople;
        default: return place;
    }
}

bool stands_at_end(Place place) { return place == Place::kHistory || place == Place::kFile || place == Place::kHelp; }

std::string_view place_name(const Scene& scene, Place place) {
    const app::PlaceEntry& entry = app::entry(place);
    return scene.in(entry.vi, entry.en);
}

Saving saving_state(const app::Application& app) {
    if (app.read_only()) return Saving::kReadOnly;
    switch (app.saving().state) {
        case store::StorageState::kSaving: return Saving::kSaving;
        case store::StorageState::kFailed: return Saving::kNotSaved;
        case store::StorageState::kSaved: break;
    }
    return Saving::kSaved;
}

std::vector<std::string> status_parts(const Scene& scene) {
    std::vector<std::string> parts;
    const app::HomeView& home = scene.app.home();
    const auto due = std::count_if(home.due.begin(), home.due.end(), [](const app::DueItem& item) {
        return item.kind == app::DueItem::Kind::kTask && !item.done && item.days_left <= 30;
    });
    parts.push_back(scene.say(Word::kTasksDueSoon, {std::to_string(due)}));
    const base::Date on = scene.app.law_date();
    const law::Pack* law = app::law_in_force(scene.app.packs(), scene.app.book(), on);
    const std::string_view name = law == nullptr ? std::string_view() : scene.in(law->name_vi, law->name_en);
    parts.push_back(std::string(name) + " · " + base::to_numeric(on));
    return parts;
}

}  // namespace

void OfficeRoot::register_commands(Commands& commands) {
    app::Application* app = app_.get();
    const auto editable = [app] { return app->ready() && !app->read_only(); };
    const auto reviewing = [app] {
        return app->route().place == Place::kReview && app->intake().stage() == app::IntakeFlow::Stage::kReview;
    };
    for (const PlaceCommand& command : kPlaceCommands) {
        const Route route{command.place, 0, ""};
        commands.add({.id = command.id, .vi = command.vi, .en = command.en,
                      .icon = std::string(app::entry(command.place).icon), .act = [app, route] { app->go(route); }});
    }
    commands.add({.id = "plan:new", .vi = "Kế hoạch mới", .en = "New plan", .icon = "note_add",
                  .shortcut = ImGuiMod_Alt | ImGuiKey_N,
                  .act = [app] { app->go({Place::kNewPlan, 0, ""}); },
                  .keywords = "bản quét scan ocr nhập import"});
    commands.add({.id = "file:open", .vi = "Mở tệp", .en = "Open a file", .icon = "folder",
                  .shortcut = ImGuiMod_Ctrl | ImGuiKey_O, .act = [app] { app->pick_file(); }});
    commands.add({.id = "file:save", .vi = "Lưu ra tệp", .en = "Save to a file", .icon = "save",
                  .shortcut = ImGuiMod_Ctrl | ImGuiKey_S, .act = [app] { app->save_file(); }});
    commands.add({.id = "document:copy", .vi = "Chép chữ đã chọn", .en = "Copy the selected text", .icon = "copy",
                  .shortcut = ImGuiMod_Ctrl | ImGuiKey_C,
                  .enabled = [app, this] { return app->route().place == Place::kDocuments && documents_.page().has_selection(); },
                  .act = [app, this] { documents_.page().copy_selection(*app); }});
    commands.add({.id = "go:wordings", .vi = "Đến Lời văn mẫu", .en = "Go to Wordings", .icon = "edit",
                  .act = [app] { app->go(WordingPage::route_to({})); }, .keywords = "mẫu văn bản template"});
    commands.add({.id = "wording:use", .vi = "Dùng lời văn đang soạn", .en = "Use the words being written", .icon = "check",
                  .shortcut = ImGuiMod_Ctrl | ImGuiKey_Enter,
                  .enabled = [app, editable, this] {
                      return editable() && app->route().part.starts_with(WordingPage::kPart) && documents_.wording().can_use();
                  },
                  .act = [app, this] { documents_.wording().use(*app); }});
    commands.add({.id = "edit:undo", .vi = "Hoàn tác", .en = "Undo", .icon = "undo",
                  .shortcut = ImGuiMod_Ctrl | ImGuiKey_Z,
                  .enabled = [app, reviewing] { return reviewing() ? app->intake().can_undo() : app->can_undo(); },
                  .act = [this, app, reviewing] { reviewing() ? review_.undo(app->intake()) : app->undo(); }});
    commands.add({.id = "review:next", .vi = "Chữ ngờ tiếp theo", .en = "Next doubt", .icon = "chevron_right",
                  .shortcut = ImGuiKey_F8, .enabled = reviewing,
                  .act = [this, app] { review_.next_doubt(app->intake(), false); }});
    commands.add({.id = "review:previous", .vi = "Chữ ngờ trước", .en = "Previous doubt", .icon = "chevron_left",
                  .shortcut = ImGuiMod_Shift | ImGuiKey_F8, .enabled = reviewing,
                  .act = [this, app] { review_.next_doubt(app->intake(), true); }});
    commands.add({.id = "review:accept", .vi = "Chấp nhận bản phục hồi", .en = "Accept the restored text", .icon = "check",
                  .shortcut = ImGuiMod_Ctrl | ImGuiKey_Enter, .enabled = reviewing,
                  .act = [app] { app->accept_plan(); }});
    commands.add({.id = "edit:redo", .vi = "Làm lại", .en = "Redo", .icon = "redo",
                  .shortcut = ImGuiMod_Ctrl | ImGuiKey_Y, .enabled = [app] { return app->can_redo(); },
                  .act = [app] { app->redo(); }});
    commands.add({.id = "office:demo", .vi = "Mở đơn vị mẫu", .en = "Open the demo office", .icon = "office",
                  .enabled = editable, .act = [app] { app->open_demo(); }});
}

bool OfficeRoot::work(double milliseconds) {
    const app::IntakeFlow& intake = app_->intake();
    const auto stage = intake.stage();
    const int revision = intake.revision();
    const bool worked = std::exchange(working_, app_->work(milliseconds));
    if (stage != intake.stage() || revision != intake.revision() || (worked && !working_)) {
        app_->host().request_frame(0);
    } else if (working_) {
        app_->host().request_frame(kProgressSeconds);
    }
    return working_;
}

void OfficeRoot::show_notices(Ui& ui) {
    while (!app_->notices().empty()) {
        const app::Notice notice = app_->notices().front();
        app_->forget_notice(0);
        const std::string& words = ui.language == Language::kEnglish ? notice.en : notice.vi;
        for (Toast& older : ui.toasts()) older.action.clear();  // undo takes back the newest act only
        if (notice.undoable && app_->can_undo()) {
            ui.toast(words, std::string(ui.say(Word::kUndo)), [this] { app_->undo(); });
        } else {
            ui.toast(words);
        }
    }
}

void OfficeRoot::draw(Ui& ui) {
    if (!ui.host.works_between_frames() && app_->work(kJobMilliseconds)) ui.frame_soon();
    const bool english = ui.language == Language::kEnglish;
    if (english != app_->english()) app_->set_english(english);
    attach_search(ui, *app_);
    Scene scene{ui, *app_};
    draw_frame(scene);
    tables_.draw(scene);
    show_notices(ui);
}

void OfficeRoot::draw_frame(Scene& scene) {
    FrameData data;
    std::vector<Place> shown;
    const Route route = app_->route();
    const bool shared = app_->shared() != nullptr;
    if (!shared) {
        for (const app::PlaceEntry& place : app::places()) {
            if (place.icon.empty()) continue;
            shown.push_back(place.place);
            FramePlace entry;
            entry.label = scene.in(place.vi, place.en);
            entry.icon = place.icon;
            entry.current = place.place == rail_place(route.place);
            entry.at_end = stands_at_end(place.place);
            data.places.push_back(std::move(entry));
        }
    }
    data.saving = saving_state(*app_);
    data.screen_key = app::to_fragment({route.place, route.place == Place::kPlan || route.place == Place::kPerson ? route.id : 0, ""});
    if (app_->ready()) {
        const office::YearBook& book = app_->book();
        data.year = scene.say(Word::kYearNumber, {std::to_string(book.office.year)});
        data.saving_note = shared ? std::string(scene.say(Word::kSharedTitle)) : app_->file_name() + ".thidua";
        data.status = status_parts(scene);
    }
    const Place outer = rail_place(route.place);
    data.path.emplace_back(place_name(scene, outer));
    if (outer != route.place) {
        std::string name(place_name(scene, route.place));
        if (app_->ready()) {
            const office::PlanBundle* plan = app::find_plan(app_->book(), {route.id});
            const office::Person* person = app::find_person(app_->book(), {route.id});
            if (route.place == Place::kPlan && plan != nullptr) name = plan->plan.subject;
            if (route.place == Place::kPerson && person != nullptr) name = person->full_name;
        }
        data.path.push_back(std::move(name));
    }
    const bool details = app_->ready() && has_details(scene);
    if (details) {
        data.details_title = scene.say(Word::kDetails);
        data.details_open = route.place != Place::kDocuments || documents_.page().details_open;
    }
    const FrameEvent event = frame(
        scene.ui, data, [&] { draw_place(scene); },
        details ? std::function<void()>([&] { draw_details(scene); }) : std::function<void()>());
    if (event.place >= 0) app_->go({shown[static_cast<std::size_t>(event.place)], 0, ""});
    if (event.crumb == 0 && outer != route.place && !shared) app_->go({outer, 0, ""});
    if (event.close_details && route.place == Place::kDocuments) {
        documents_.page().details_open = false;
    } else if (event.close_details) {
        app_->go({route.place, 0, LawScreen::part_behind(route)});
    }
}

void OfficeRoot::draw_place(Scene& scene) {
    if (!app_->ready()) {
        quiet(scene.ui, scene.say(Word::kOpening));
        return;
    }
    const Route route = app_->route();
    switch (route.place) {
        case Place::kHome: return draw_home(scene);
        case Place::kPlans: return draw_plans(scene);
        case Place::kNewPlan: return new_plan_.draw(scene);
        case Place::kReview: return review_.draw(scene);
        case Place::kTasks: return tasks_.draw(scene);
        case Place::kPeople: return people_.draw(scene);
        case Place::kPerson: return person_.draw(scene);
        case Place::kTitles: return titles_.draw(scene);
        case Place::kCouncil: return council_.draw(scene);
        case Place::kLaw: return law_.draw(scene);
        case Place::kDocuments: return documents_.draw(scene);
        case Place::kHistory: return history_.draw(scene);
        case Place::kFile: return file_.draw(scene);
        case Place::kHelp: return draw_help(scene);
        case Place::kShared: return draw_shared(scene, plan_);
        case Place::kPlan: break;
    }
    const office::PlanBundle* plan = app::find_plan(app_->book(), {route.id});
    if (plan != nullptr) return plan_.draw(scene, *plan, false);
    if (empty_state(scene.ui, "description", scene.say(Word::kPlansTitle), scene.say(Word::kNoSuchPlan),
                    scene.say(Word::kBack))) {
        app_->go({Place::kPlans, 0, ""});
    }
}

bool OfficeRoot::has_details(const Scene& scene) const {
    switch (app_->route().place) {
        case Place::kTasks: return TasksScreen::has_details(scene);
        case Place::kTitles: return TitlesScreen::has_details(scene);
        case Place::kDocuments: return DocumentsScreen::has_details(scene);
        case Place::kLaw: return LawScreen::has_details(scene);
        default: return false;
    }
}

void OfficeRoot::draw_details(Scene& scene) {
    switch (app_->route().place) {
        case Place::kTasks: return tasks_.draw_details(scene);
        case Place::kTitles: return titles_.draw_details(scene);
        case Place::kDocuments: return documents_.draw_details(scene);
        case Place::kLaw: return law_.draw_details(scene);
        default: return;
    }
}

}  // namespace thidua::ui
