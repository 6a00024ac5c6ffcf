// The panel beside a document: whose it is, the chosen paragraph, what is blank, number and date, what the kind needs.

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "imgui.h"
#include "office/title.h"
#include "ui/screens/document_page.h"
#include "ui/screens/meeting_fields.h"
#include "ui/screens/wording_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

using document::Need;

constexpr std::size_t kMostBlanks = 30;

}  // namespace

void DocumentPage::draw_details(Scene& scene) {
    renew(scene);
    if (!paper_) return;
    draw_choice(scene);
    draw_paragraph(scene);
    draw_blanks(scene);
    draw_issue(scene);
    draw_needs(scene);
}

/// Of which plan, person, title: another one is another document.
void DocumentPage::draw_choice(Scene& scene) {
    const office::YearBook& book = scene.app.book();
    const document::KindInfo& kind = *document::find_kind(identity_.kind);
    document::Request wish = identity_;
    bool changed = false;
    if (kind.has(Need::kPlan) && book.plans.size() > 1) {
        std::vector<std::string> names;
        int chosen = -1;
        for (const office::PlanBundle& bundle : book.plans) {
            if (bundle.plan.id == wish.plan) chosen = static_cast<int>(names.size());
            names.push_back(bundle.plan.subject);
        }
        if (select(scene.ui, scene.say(Word::kForPlan), names, chosen)) {
            wish.plan = book.plans[static_cast<std::size_t>(chosen)].plan.id;
            changed = true;
        }
    }
    if (kind.has(Need::kPerson) && !book.people.empty()) {
        std::vector<std::string> names;
        int chosen = -1;
        for (const office::Person& person : book.people) {
            if (person.id == wish.person) chosen = static_cast<int>(names.size());
            names.push_back(person.full_name);
        }
        if (select(scene.ui, scene.say(Word::kForWhom), names, chosen)) {
            wish.person = book.people[static_cast<std::size_t>(chosen)].id;
            changed = true;
        }
    }
    if (kind.has(Need::kTitle)) {
        std::vector<std::string> names;
        std::vector<std::string> codes;
        int chosen = -1;
        for (const office::EmulationTitle& title : office::titles()) {
            if (title.collective == kind.has(Need::kPerson) && !title.commendation) continue;
            if (title.code == wish.title) chosen = static_cast<int>(names.size());
            names.emplace_back(scene.in(title.vi, title.en));
            codes.emplace_back(title.code);
        }
        if (select(scene.ui, scene.say(Word::kForTitle), names, chosen)) {
            wish.title = codes[static_cast<std::size_t>(chosen)];
            changed = true;
        }
    }
    if (!changed) return;
    document::Request fresh;
    fresh.kind = wish.kind;
    fresh.plan = wish.plan;
    fresh.person = wish.person;
    fresh.title = wish.title;
    identity_ = fresh;
    view_.chosen.reset();
    stale_ = true;
    scene.ui.frame_soon();
}

void DocumentPage::draw_paragraph(Scene& scene) {
    gap(kSpace2);
    heading(scene.ui, scene.say(Word::kChosenParagraph), 3);
    const document::Paragraph* paragraph =
        view_.chosen ? document::find_paragraph(paper_->document, *view_.chosen) : nullptr;
    if (paragraph == nullptr) {
        quiet(scene.ui, scene.say(Word::kChooseParagraph));
        return;
    }
    const document::Place place = *view_.chosen;
    const auto changed = std::find_if(paper_->changed.begin(), paper_->changed.end(),
                                      [&](const auto& one) { return one.place == place; });
    const bool by_hand = changed != paper_->changed.end();
    const bool enabled = !scene.app.read_only();
    const FieldEvent event = text_area(scene.ui, scene.say(Word::kParagraphText), typed_, 5,
                                       {.help = scene.say(Word::kParagraphHelp), .enabled = enabled});
    if (event.committed && typed_ != document::text_of(*paragraph)) {
        const std::string drafted = by_hand ? changed->drafted : document::text_of(*paragraph);
        std::erase_if(content_.edits, [&](const app::ParagraphEdit& edit) {
            return edit.place == place || (by_hand && edit.was == changed->drafted);
        });
        if (typed_ != drafted) content_.edits.push_back({place, drafted, typed_});
        return keep(scene, Scene::done(Word::kParagraphKept));
    }
    if (by_hand) {
        chip(scene.ui, scene.say(Word::kDiffersFromData), ChipKind::kForPerson);
        quiet(scene.ui, scene.say(Word::kDataSays, {changed->drafted}));
        if (enabled && button(scene.ui, scene.say(Word::kTakeFromData), {.icon = "restore"})) {
            std::erase_if(content_.edits, [&](const app::ParagraphEdit& edit) {
                return edit.place == place || edit.was == changed->drafted;
            });
            return keep(scene, Scene::done(Word::kParagraphRestored));
        }
    }
    gap(kSpace2);
    text(scene.ui, scene.say(Word::kTakenFrom), TextStyle::kBodyStrong);
    if (paragraph->origins.empty()) quiet(scene.ui, scene.say(Word::kTakenFromNowhere));
    int number = 0;
    for (const document::Origin& origin : paragraph->origins) {
        const app::OriginWords words = app::origin_words(scene.app.book(), origin);
        ImGui::PushID(number++);
        if (list_row(scene.ui, "origin",
                     {.title = scene.in(words.vi, words.en), .icon = "link", .chevron = words.route.has_value()}) &&
            words.route) {
            scene.app.go(*words.route);
        }
        ImGui::PopID();
    }
    if (link(scene.ui, std::string(scene.say(Word::kWordingEdit)))) scene.app.go(WordingPage::route_to(identity_.kind));
}

void DocumentPage::draw_blanks(Scene& scene) {
    gap(kSpace4);
    const std::vector<document::Missing>& missing = paper_->missing;
    heading(scene.ui, scene.say(Word::kStillBlank, {std::to_string(missing.size())}), 3);
    if (missing.empty()) return quiet(scene.ui, scene.say(Word::kNothingBlank));
    quiet(scene.ui, scene.say(Word::kStillBlankHelp));
    for (std::size_t at = 0; at < std::min(missing.size(), kMostBlanks); ++at) {
        ImGui::PushID(static_cast<int>(at));
        if (list_row(scene.ui, "blank",
                     {.title = scene.in(missing[at].vi, missing[at].en), .icon = "edit", .choice = true})) {
            choose(missing[at].place);
        }
        ImGui::PopID();
    }
    if (missing.size() > kMostBlanks)
        quiet(scene.ui, scene.say(Word::kMoreRows, {std::to_string(missing.size() - kMostBlanks)}));
}

bool DocumentPage::line(Scene& scene, Word label, std::string& value) {
    return text_field(scene.ui, scene.say(label), value, {.enabled = !scene.app.read_only()}).committed;
}

bool DocumentPage::lines(Scene& scene, Word label, std::string& value, int height) {
    return text_area(scene.ui, scene.say(label), value, height, {.enabled = !scene.app.read_only()}).committed;
}

bool DocumentPage::day(Scene& scene, Word label, std::string& value, std::optional<base::Date>& out) {
    const auto date = typed_date(value);
    const bool left = text_field(scene.ui, scene.say(label), value,
                                 {.error = date ? std::string_view() : scene.say(Word::kBadDate),
                                  .placeholder = scene.say(Word::kDatePlaceholder),
                                  .enabled = !scene.app.read_only()})
                          .committed;
    // What was typed in this very frame counts.
    const auto typed = left ? typed_date(value) : std::nullopt;
    if (!typed) return false;
    out = *typed;
    return true;
}

void DocumentPage::draw_issue(Scene& scene) {
    gap(kSpace4);
    heading(scene.ui, scene.say(Word::kIssuing), 3);
    document::Request& request = content_.request;
    const document::KindInfo& kind = *document::find_kind(request.kind);
    bool save = false;
    const bool numbered = !kind.symbol.empty() || kind.has(Need::kLetter);
    if (numbered) save |= line(scene, Word::kIssueNumber, form_.number);
    save |= day(scene, Word::kIssueDate, form_.date, request.issue.issued_on);
    if (numbered) {
        save |= lines(scene, Word::kAddressees, form_.addressees, 2);
        save |= lines(scene, Word::kIssueRecipients, form_.recipients, 3);
    }
    save |= line(scene, Word::kSignerTitleField, form_.signer_title);
    save |= line(scene, Word::kSignerNameField, form_.signer_name);
    if (!save) return;
    request.issue.number = form_.number;
    request.issue.addressees = lines_of(form_.addressees);
    request.issue.recipients = lines_of(form_.recipients);
    request.issue.signer_title = form_.signer_title;
    request.issue.signer_name = form_.signer_name;
    keep(scene, Scene::done(Word::kDocumentSaved, {kind.vi}));
}

/// What every meeting has, or what belongs to its votes.
bool DocumentPage::draw_meeting(Scene& scene, bool votes) {
    bool save = false;
    for (std::size_t at = 0; at < std::size(kMeetingFields); ++at) {
        const MeetingField& field = kMeetingFields[at];
        if (field.votes != votes) continue;
        std::string& typed = form_.meeting[at];
        save |= field.height > 0 ? lines(scene, field.label, typed, field.height) : line(scene, field.label, typed);
        if (field.label == Word::kMeetingName)
            save |= day(scene, Word::kMeetingDate, form_.meeting_date, content_.request.meeting.date);
    }
    return save;
}

void DocumentPage::draw_needs(Scene& scene) {
    document::Request& request = content_.request;
    const document::KindInfo& kind = *document::find_kind(request.kind);
    bool save = false;
    if (kind.has(Need::kLetter)) {
        gap(kSpace4);
        save |= line(scene, Word::kLetterSubject, form_.letter_subject);
        save |= lines(scene, Word::kLetterText, form_.letter_text, 8);
    }
    if (kind.has(Need::kDays)) {
        gap(kSpace4);
        save |= day(scene, Word::kRemarksFrom, form_.from, request.from);
        save |= day(scene, Word::kRemarksTo, form_.to, request.to);
    }
    if (kind.has(Need::kGrounds)) {
        gap(kSpace4);
        save |= lines(scene, Word::kGrounds, form_.grounds, 4);
    }
    if (kind.has(Need::kMeeting)) {
        gap(kSpace4);
        heading(scene.ui, scene.say(Word::kMeeting), 3);
        save |= draw_meeting(scene, false);
    }
    if (kind.has(Need::kVotes)) {
        save |= draw_meeting(scene, true);
        quiet(scene.ui, scene.say(Word::kVotesFromCouncil));
        if (link(scene.ui, std::string(scene.say(Word::kVotesOpen)))) scene.app.go({app::Place::kCouncil, 0, ""});
    }
    if (!save) return;
    request.letter_subject = form_.letter_subject;
    request.letter_paragraphs = lines_of(form_.letter_text, "\n\n");
    request.grounds = lines_of(form_.grounds);
    for (std::size_t at = 0; at < std::size(kMeetingFields); ++at)
        kMeetingFields[at].take(request.meeting, form_.meeting[at]);
    keep(scene, Scene::done(Word::kDocumentSaved, {kind.vi}));
}

}  // namespace thidua::ui
