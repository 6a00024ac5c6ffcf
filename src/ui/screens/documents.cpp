#include "ui/screens/documents.h"

#include <algorithm>
#include <array>

#include "app/table_desk.h"
#include "document/kinds.h"
#include "imgui.h"
#include "office/title.h"
#include "ui/screens/table_desk.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

struct Group {
    Word name;
    std::string_view icon;
    std::string_view kinds;  ///< codes, divided by blanks, with one at both ends
};

/// In the order of the year's work. A kind that stands nowhere here belongs to the proposals and decisions.
constexpr std::array<Group, 5> kGroups{{
    {Word::kGroupLaunch, "campaign", " plan registration roster "},
    {Word::kGroupReports, "description", " report-half report report-year achievement-person achievement-collective "},
    {Word::kGroupReview, "groups", " invitation ballot count minutes scores "},
    {Word::kGroupDecide, "award", " notice proposal decision letter "},
    {Word::kGroupStatistics, "chart", " table-0601 table-0602 table-0603 table-0604 table-0605 "},
}};
constexpr std::size_t kOtherGroup = 3;

std::size_t group_of(std::string_view code) {
    const std::string wanted = " " + std::string(code) + " ";
    for (std::size_t at = 0; at < kGroups.size(); ++at) {
        if (kGroups[at].kinds.find(wanted) != std::string_view::npos) return at;
    }
    return kOtherGroup;
}

/// "12/KH-PTP · 20/03/2024", or that it is being written.
std::string standing(const Scene& scene, const office::IssuedDocument& record) {
    std::string out = record.number.empty() ? std::string(scene.say(Word::kDocumentDraft)) : record.number;
    if (record.date) out += " · " + base::to_numeric(*record.date);
    return out;
}

std::vector<document::Request> all_of(const office::YearBook& book, std::string_view code) {
    document::Request usual = app::usual_request(book, code);
    if (!document::find_kind(code)->has(document::Need::kPerson)) return {usual};
    std::vector<document::Request> all;
    for (const office::Person& person : book.people) {
        document::Request one = usual;
        one.person = person.id;
        for (const office::Registration& registration : book.registrations) {
            if (registration.person == person.id && registration.year == book.office.year)
                one.title = registration.title;
        }
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace

bool DocumentsScreen::has_details(const Scene& scene) {
    return DocumentPage::opened(scene) || CertificatePage::opened(scene) || WordingPage::editing(scene);
}

void DocumentsScreen::draw_details(Scene& scene) {
    if (CertificatePage::opened(scene)) return certificate_.draw_details(scene);
    if (WordingPage::editing(scene)) return wording_.draw_details(scene, page_.details_open);
    page_.draw_details(scene);
}

void DocumentsScreen::draw(Scene& scene) {
    page_.place_details(scene.ui);
    if (DocumentPage::opened(scene)) return page_.draw(scene);
    if (CertificatePage::opened(scene)) return certificate_.draw(scene, page_.details_open);
    if (WordingPage::opened(scene)) return wording_.draw(scene, page_.details_open);
    screen_title(scene, scene.say(Word::kDocumentsTitle), scene.say(Word::kDocumentsPurpose));
    if (button(scene.ui, scene.say(Word::kManyDocuments), {.icon = "done_all"})) {
        many_ = true;
        wanted_.assign(document::kinds().size(), false);
    }
    if (!scene.ui.phone()) same_line();
    if (button(scene.ui, scene.say(Word::kMakeDossier), {.icon = "award"}))
        dossier_.show(scene, "", scene.app.law_date());
    if (!scene.ui.phone()) same_line();
    if (button(scene.ui, scene.say(Word::kWordings), {.icon = "edit"})) scene.app.go(WordingPage::route_to({}));
    gap(kSpace4);
    draw_kinds(scene);
    draw_kept(scene);
    draw_tables(scene);
    draw_many(scene);
    dossier_.draw(scene);
}

void DocumentsScreen::draw_kinds(Scene& scene) {
    const office::YearBook& book = scene.app.book();
    for (std::size_t group = 0; group < kGroups.size(); ++group) {
        const std::string_view name = scene.say(kGroups[group].name);
        begin_card(scene.ui, name, name);
        heading(scene.ui, name, 2);
        for (const document::KindInfo& kind : document::kinds()) {
            if (group_of(kind.code) != group) continue;
            std::string kept;
            for (const office::IssuedDocument& record : book.documents) {
                if (record.kind == kind.code) kept = standing(scene, record);
            }
            if (list_row(scene.ui, kind.code,
                         {.title = scene.in(kind.vi, kind.en),
                          .icon = kGroups[group].icon,
                          .trailing = kept,
                          .chevron = true})) {
                scene.app.go({app::Place::kDocuments, 0, std::string(kind.code)});
            }
        }
        if (group == kOtherGroup &&
            list_row(scene.ui, "certificates",
                     {.title = scene.say(Word::kCertificates), .icon = "award", .chevron = true})) {
            scene.app.go({app::Place::kDocuments, 0, std::string(CertificatePage::kPart)});
        }
        end_card(scene.ui);
        gap(kSpace4);
    }
}

void DocumentsScreen::draw_kept(Scene& scene) {
    const office::YearBook& book = scene.app.book();
    const std::string name = scene.say(Word::kDocumentsKept, {std::to_string(book.documents.size())});
    begin_card(scene.ui, "kept", name);
    heading(scene.ui, name, 2);
    if (book.documents.empty()) quiet(scene.ui, scene.say(Word::kDocumentsKeptNone));
    for (auto record = book.documents.rbegin(); record != book.documents.rend(); ++record) {
        const document::KindInfo* kind = document::find_kind(record->kind);
        std::string title(kind != nullptr ? scene.in(kind->vi, kind->en) : std::string_view(record->kind));
        if (const office::Person* person = app::find_person(book, record->person)) title += ": " + person->full_name;
        ImGui::PushID(static_cast<int>(record->id.value));
        if (list_row(scene.ui, "kept-row",
                     {.title = title,
                      .subtitle = record->subject,
                      .icon = "file",
                      .trailing = standing(scene, *record),
                      .chevron = true})) {
            scene.app.go({app::Place::kDocuments, record->id.value, record->kind});
        }
        ImGui::PopID();
    }
    end_card(scene.ui);
    gap(kSpace4);
}

void DocumentsScreen::draw_tables(Scene& scene) {
    begin_card(scene.ui, "tables", scene.say(Word::kDataTables));
    heading(scene.ui, scene.say(Word::kDataTables), 2);
    quiet(scene.ui, scene.say(Word::kDataTablesHelp));
    gap(kSpace2);
    if (!scene.app.read_only() && button(scene.ui, scene.say(Word::kImportTable), {.icon = "upload"}))
        scene.app.tables().pick();
    gap(kSpace2);
    for (const app::OfficeTableInfo& table : app::office_tables()) {
        ImGui::PushID(table.code.data());
        export_menu(scene, table.table);
        ImGui::PopID();
        same_line();
        inline_text(scene.ui, scene.in(table.vi, table.en));
    }
    end_card(scene.ui);
}

void DocumentsScreen::draw_many(Scene& scene) {
    if (!begin_dialog(scene.ui, scene.say(Word::kManyDocuments), many_, 560)) return;
    const office::YearBook& book = scene.app.book();
    quiet(scene.ui, scene.say(Word::kManyDocumentsHelp));
    gap(kSpace2);
    std::size_t count = 0;
    for (std::size_t at = 0; at < wanted_.size(); ++at) {
        const document::KindInfo& kind = document::kinds()[at];
        const std::string name(scene.in(kind.vi, kind.en));
        const bool each = kind.has(document::Need::kPerson);
        bool wanted = wanted_[at];
        checkbox(scene.ui, each ? scene.say(Word::kForEverybody, {name}) : name, wanted, !each || !book.people.empty());
        wanted_[at] = wanted;
        if (wanted) count += each ? book.people.size() : 1;
    }
    gap(kSpace2);
    const std::array<std::string_view, 4> formats{scene.say(Word::kToWord), scene.say(Word::kToPdf),
                                                  scene.say(Word::kToHtml), scene.say(Word::kPrintAtOnce)};
    constexpr int kPrinted = 3;
    segmented(scene.ui, scene.say(Word::kFileFormat), formats, format_);
    const Word act = format_ == kPrinted ? Word::kPrintDocuments : Word::kMakeDocuments;
    if (dialog_buttons(scene.ui, scene.say(act, {std::to_string(count)}), many_, count > 0)) {
        std::vector<app::PaperContent> contents;
        for (std::size_t at = 0; at < wanted_.size(); ++at) {
            if (!wanted_[at]) continue;
            for (const document::Request& request : all_of(book, document::kinds()[at].code)) {
                contents.push_back(app::content_of(book, request));
            }
        }
        if (format_ == kPrinted) scene.app.outbox().print(std::move(contents));
        else scene.app.outbox().documents(std::move(contents), static_cast<app::PaperFormat>(format_));
        many_ = false;
        ImGui::CloseCurrentPopup();
    }
    end_dialog(scene.ui);
}

}  // namespace thidua::ui
