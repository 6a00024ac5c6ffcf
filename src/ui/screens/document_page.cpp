#include "ui/screens/document_page.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/outbox.h"
#include "imgui.h"
#include "ui/screens/meeting_fields.h"
#include "ui/screens/table_desk.h"
#include "ui/screens/wording_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {

bool DocumentPage::opened(const Scene& scene) { return document::find_kind(scene.app.route().part) != nullptr; }

void DocumentPage::renew(Scene& scene) {
    const office::YearBook& book = scene.app.book();
    const app::Route& route = scene.app.route();
    if (route_ != route) {
        route_ = route;
        identity_ = app::usual_request(book, route.part);
        for (const office::IssuedDocument& record : book.documents) {
            if (route.id != 0 && record.id.value == route.id) identity_ = app::content_of(record).request;
        }
        view_ = {};
        typed_.clear();
        stale_ = true;
    }
    if (!stale_ && revision_ == scene.app.revision()) return;
    content_ = app::content_of(book, identity_);
    identity_ = content_.request;
    take_form();
    auto paper = app::make_paper(book, content_, scene.app.today());
    trouble_.clear();
    paper_.reset();
    changed_.clear();
    if (paper) {
        paper_ = std::move(*paper);
        for (const app::Paper::Changed& change : paper_->changed) changed_.push_back(change.place);
    } else {
        trouble_ = scene.in(paper.error().vi, paper.error().en);
    }
    // Letters moved: what was selected is no longer there.
    view_.anchor.reset();
    view_.caret.reset();
    if (view_.chosen && paper_) {
        const document::Paragraph* paragraph = document::find_paragraph(paper_->document, *view_.chosen);
        if (paragraph != nullptr) typed_ = document::text_of(*paragraph);
        else view_.chosen.reset();
    }
    revision_ = scene.app.revision();
    stale_ = false;
}

void DocumentPage::take_form() {
    const document::Request& request = content_.request;
    form_.number = request.issue.number;
    form_.date = date_text(request.issue.issued_on);
    form_.addressees = joined(request.issue.addressees);
    form_.recipients = joined(request.issue.recipients);
    form_.signer_title = request.issue.signer_title;
    form_.signer_name = request.issue.signer_name;
    form_.letter_subject = request.letter_subject;
    form_.letter_text = joined(request.letter_paragraphs, "\n\n");
    form_.from = date_text(request.from);
    form_.to = date_text(request.to);
    form_.grounds = joined(request.grounds);
    form_.meeting_date = date_text(request.meeting.date);
    form_.meeting.clear();
    for (const MeetingField& field : kMeetingFields) form_.meeting.push_back(field.typed(request.meeting));
}

void DocumentPage::keep(Scene& scene, app::Notice done) {
    app::keep_paper(scene.app, content_, std::move(done));
    stale_ = true;
}

void DocumentPage::copy_selection(app::Application& app) {
    if (!paper_ || !has_selection()) return;
    app.host().copy_text(selected_text(paper_->layout, view_));
    app.say(Scene::done(Word::kCopied));
}

void DocumentPage::choose(const document::Place& place) {
    view_.chosen = place;
    view_.wanted = place;
    const document::Paragraph* paragraph = paper_ ? document::find_paragraph(paper_->document, place) : nullptr;
    typed_ = paragraph != nullptr ? document::text_of(*paragraph) : "";
    details_open = true;
}

void DocumentPage::place_details(const Ui& ui) {
    if (placed_details_) return;
    details_open = ui.wide();
    placed_details_ = true;
}

void DocumentPage::draw(Scene& scene) {
    renew(scene);
    const document::KindInfo& kind = *document::find_kind(scene.app.route().part);
    heading(scene.ui, scene.in(kind.vi, kind.en), 1);
    if (!trouble_.empty()) {
        if (banner(scene.ui, scene.say(Word::kWordingBroken, {trouble_}), ChipKind::kNotMet,
                   scene.say(Word::kWordingEdit)))
            scene.app.go(WordingPage::route_to(kind.code));
        return;
    }
    if (!paper_) return;
    draw_toolbar(scene);
    gap(kSpace2);
    const auto stale =
        std::count_if(paper_->changed.begin(), paper_->changed.end(), [](const auto& change) { return change.stale; });
    if (stale > 0) banner(scene.ui, scene.say(Word::kStaleChanges, {std::to_string(stale)}), ChipKind::kNotKnown);
    if (!paper_->lost.empty()) {
        const std::string first = paper_->lost.front().text;
        banner(scene.ui, scene.say(Word::kLostChanges, {std::to_string(paper_->lost.size()), first}),
               ChipKind::kNotKnown);
    }
    const DocumentViewEvent event = document_view(scene.ui, scene.in(kind.vi, kind.en), paper_->layout, view_, changed_,
                                                  0, std::max(240.0F, ImGui::GetContentRegionAvail().y - kSpace5));
    if (event.chosen && view_.chosen) {
        const document::Place place = *view_.chosen;
        choose(place);
        view_.wanted.reset();
    }
}

void DocumentPage::draw_toolbar(Scene& scene) {
    Ui& ui = scene.ui;
    if (begin_menu_button(ui, scene.say(Word::kExportDocument), "download")) {
        const std::array<std::pair<Word, app::PaperFormat>, 3> formats{{{Word::kToWord, app::PaperFormat::kDocx},
                                                                        {Word::kToPdf, app::PaperFormat::kPdf},
                                                                        {Word::kToHtml, app::PaperFormat::kHtml}}};
        for (const auto& [word, format] : formats) {
            if (menu_item(ui, scene.say(word), format == app::PaperFormat::kPdf ? "pdf" : "file")) {
                scene.app.outbox().document(content_, format);
            }
        }
        end_menu(ui);
    }
    same_line();
    if (icon_button(ui, "print", scene.say(Word::kPrint))) scene.app.outbox().print(content_);
    if (!details_open) {
        same_line();
        if (icon_button(ui, "side_panel", scene.say(Word::kShowDetails))) details_open = true;
    }
    same_line(kSpace4);
    if (icon_button(ui, "zoom_out", scene.say(Word::kZoomOut)))
        view_.zoom = std::max(kLeastZoom, view_.shown_zoom / 1.25F);
    same_line(0);
    // A point is 4/3 CSS pixels on paper of true size.
    const std::string percent = std::to_string(static_cast<int>(std::lround(view_.shown_zoom * 75))) + "%";
    if (button(ui, percent, {.kind = ButtonKind::kQuiet, .tooltip = scene.say(Word::kFitWidth)})) view_.zoom = 0;
    same_line(0);
    if (icon_button(ui, "zoom_in", scene.say(Word::kZoomIn)))
        view_.zoom = std::min(kMostZoom, view_.shown_zoom * 1.25F);
    if (view_.pages > 1) {
        if (!ui.phone()) same_line(kSpace4);
        if (icon_button(ui, "chevron_left", scene.say(Word::kPreviousPage), view_.page > 0))
            view_.wanted_page = view_.page - 1;
        same_line(0);
        inline_text(ui, scene.say(Word::kPageOf, {std::to_string(view_.page + 1), std::to_string(view_.pages)}));
        same_line(0);
        if (icon_button(ui, "chevron_right", scene.say(Word::kNextPage), view_.page + 1 < view_.pages))
            view_.wanted_page = view_.page + 1;
    }
    if (has_selection()) {
        same_line(kSpace4);
        if (icon_button(ui, "copy", scene.say(Word::kCopySelected))) copy_selection(scene.app);
    }
}

}  // namespace thidua::ui
