#include "ui/screens/documents.h"

#include <array>
#include <vector>

#include "document/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {

void DocumentsScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kDocumentsTitle), scene.say(Word::kDocumentsPurpose));
    const std::vector<office::PlanBundle>& plans = scene.app.book().plans;
    if (plans.empty()) {
        if (empty_state(scene.ui, "print", scene.say(Word::kDocumentsTitle), scene.say(Word::kDocumentsNone),
                        scene.say(Word::kNewPlan))) {
            scene.app.go({app::Place::kNewPlan, 0, ""});
        }
        return;
    }
    if (plan_ >= static_cast<int>(plans.size())) plan_ = 0;
    const std::array<std::string_view, 2> kinds{scene.say(Word::kPlanDocument), scene.say(Word::kReportDocument)};
    segmented(scene.ui, scene.say(Word::kKind), kinds, kind_);
    gap(kSpace2);
    if (plans.size() > 1) {
        std::vector<std::string> names;
        for (const office::PlanBundle& bundle : plans) names.push_back(bundle.plan.subject);
        select(scene.ui, scene.say(Word::kPlansTitle), names, plan_);
    }
    const base::Id<office::Plan> id = plans[static_cast<std::size_t>(plan_)].plan.id;
    const auto kind = kind_ == 0 ? app::DocumentKind::kPlan : app::DocumentKind::kReport;
    gap(kSpace2);
    if (primary_button(scene.ui, scene.say(Word::kExportDocx), "download")) scene.app.export_docx(kind, id);
    gap(kSpace4);
    if (revision_ != scene.app.revision() || shown_kind_ != kind_ || shown_plan_ != plan_) {
        preview_ = document::plain_text(scene.app.document(kind, id));
        revision_ = scene.app.revision();
        shown_kind_ = kind_;
        shown_plan_ = plan_;
    }
    begin_card(scene.ui, "preview", scene.say(Word::kPreview));
    heading(scene.ui, scene.say(Word::kPreview), 2);
    selectable_text(scene.ui, "preview-text", preview_);
    end_card(scene.ui);
}

}  // namespace thidua::ui
