#pragma once
// The program's root: the frame around the place one is at, and the commands that exist everywhere.

#include "app/application.h"
#include "ui/screens/council_page.h"
#include "ui/screens/documents.h"
#include "ui/screens/file.h"
#include "ui/screens/history.h"
#include "ui/screens/law_page.h"
#include "ui/screens/people.h"
#include "ui/screens/plans.h"
#include "ui/screens/review.h"
#include "ui/screens/table_desk.h"
#include "ui/screens/tasks.h"
#include "ui/screens/titles.h"
#include "ui/shell.h"

namespace thidua::ui {

class OfficeRoot final : public Root {
public:
    explicit OfficeRoot(std::unique_ptr<app::Application> app) : app_(std::move(app)) {}

    void draw(Ui& ui) override;
    bool work(double milliseconds) override;
    void drop_file(app::IncomingFile file) override { app_->receive(std::move(file)); }
    void fragment_changed(std::string_view fragment) override { app_->fragment_changed(fragment); }
    void register_commands(Commands& commands) override;

    app::Application& app() { return *app_; }

private:
    void show_notices(Ui& ui);
    void draw_frame(Scene& scene);
    void draw_place(Scene& scene);
    bool has_details(const Scene& scene) const;
    void draw_details(Scene& scene);

    std::unique_ptr<app::Application> app_;
    NewPlanScreen new_plan_;
    ReviewScreen review_;
    PlanScreen plan_;
    TasksScreen tasks_;
    PeopleScreen people_;
    PersonScreen person_;
    TitlesScreen titles_;
    DocumentsScreen documents_;
    CouncilScreen council_;
    LawScreen law_;
    TableDialogs tables_;
    HistoryScreen history_;
    FileScreen file_;
    bool working_ = false;  ///< the last slice left something to do
};

}  // namespace thidua::ui
