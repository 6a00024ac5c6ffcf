#include "ui/screens/wording_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/wordings.h"
#include "document/kinds.h"
#include "imgui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr int kLeastLines = 12;
/// Unchanged lines that are shown around a changed one.
constexpr std::size_t kAround = 1;

/// "loi-van-proposal" is "proposal".
std::string_view code_in(std::string_view part) {
    const std::string_view start = WordingPage::kPart;
    return part.size() > start.size() + 1 ? part.substr(start.size() + 1) : std::string_view();
}

}  // namespace

app::Route WordingPage::route_to(std::string_view code) {
    return {app::Place::kDocuments, 0, std::string(kPart) + (code.empty() ? "" : "-") + std::string(code)};
}

bool WordingPage::opened(const Scene& scene) { return scene.app.route().part == kPart || editing(scene); }

bool WordingPage::editing(const Scene& scene) {
    const std::string& part = scene.app.route().part;
    return part.starts_with(kPart) && document::find_kind(code_in(part)) != nullptr;
}

void WordingPage::draw_list(Scene& scene) {
    code_.clear();  // one that is opened from here begins anew
    screen_title(scene, scene.say(Word::kWordings), scene.say(Word::kWordingsPurpose));
    begin_card(scene.ui, "wordings", scene.say(Word::kWordings));
    for (const document::KindInfo& kind : document::kinds()) {
        const bool own = document::own_wording(scene.app.book(), kind.code) != nullptr;
        const bool draft = app::wording_draft(scene.app.book(), kind.code) != nullptr;
        std::string standing(scene.say(own ? Word::kWordingOwn : Word::kWordingStandard));
        if (draft) standing += " · " + std::string(scene.say(Word::kWordingDraft));
        if (list_row(scene.ui, kind.code,
                     {.title = scene.in(kind.vi, kind.en),
                      .icon = own || draft ? "edit" : "description",
                      .trailing = standing,
                      .chevron = true})) {
            scene.app.go(route_to(kind.code));
        }
    }
    end_card(scene.ui);
}

void WordingPage::renew(Scene& scene) {
    const std::string code(code_in(scene.app.route().part));
    if (code == code_ && revision_ == scene.app.revision()) return;
    const office::YearBook& book = scene.app.book();
    if (code != code_) {
        code_ = code;
        tab_ = kText;
        search_.clear();
        names_ = document::wording_names(code);
        view_ = {};
        paper_revision_ = -1;
    }
    const office::TextTemplate* draft = app::wording_draft(book, code);
    draft_ = draft != nullptr;
    standard_ = document::own_wording(book, code) == nullptr;
    text_ = draft_ ? draft->text : app::wording_in_force(book, code);
    revision_ = scene.app.revision();
    check(scene);
}

void WordingPage::check(Scene& scene) {
    good_ = document::check_wording(code_, text_, &fault_).has_value();
    differs_ = text_ != app::wording_in_force(scene.app.book(), code_);
}

void WordingPage::keep_draft(Scene& scene) {
    if (!differs_ && !draft_) return;
    if (text_.empty()) {  // an empty wording is none: what was there comes back
        revision_ = -1;
        return;
    }
    const std::string draft = differs_ ? text_ : std::string();
    scene.app.act([&](store::Store& store) { return app::keep_wording_draft(store, code_, draft); },
                  Scene::done(differs_ ? Word::kWordingDraftKept : Word::kWordingDraftGone));
}

void WordingPage::use(app::Application& app) {
    if (!can_use()) return;
    const std::string text = text_;
    app.act([&](store::Store& store) { return app::adopt_wording(store, code_, text); },
            Scene::done(Word::kWordingUsed, {document::find_kind(code_)->vi}));
}

void WordingPage::draw(Scene& scene, bool& details_open) {
    if (!editing(scene)) return draw_list(scene);
    renew(scene);
    const document::KindInfo& kind = *document::find_kind(code_);
    if (link(scene.ui, std::string(scene.say(Word::kWordings)))) return scene.app.go(route_to({}));
    heading(scene.ui, scene.in(kind.vi, kind.en), 1);
    draw_toolbar(scene, details_open);
    draw_fault(scene);
    gap(kSpace2);
    const std::array<std::string_view, 3> names{scene.say(Word::kWordingText), scene.say(Word::kWordingPages),
                                                scene.say(Word::kWordingChanges)};
    tabs(scene.ui, scene.say(Word::kWordings), names, tab_);
    gap(kSpace2);
    if (tab_ == kPages) draw_pages(scene);
    else if (tab_ == kChanges) draw_changes(scene);
    else draw_text(scene);
}

void WordingPage::draw_toolbar(Scene& scene, bool& details_open) {
    Ui& ui = scene.ui;
    chip(ui, scene.say(standard_ ? Word::kWordingStandard : Word::kWordingOwn),
         standard_ ? ChipKind::kNeutral : ChipKind::kForPerson);
    if (differs_) {
        same_line();
        chip(ui, scene.say(Word::kWordingNotUsed), ChipKind::kNotKnown);
    }
    gap(kSpace2);
    const bool may = !scene.app.read_only();
    if (primary_button(ui, scene.say(Word::kWordingUse), "check", may && can_use())) use(scene.app);
    if (may && differs_) {
        if (!ui.phone()) same_line();
        if (button(ui, scene.say(Word::kWordingDrop), {.kind = ButtonKind::kQuiet, .icon = "close"})) {
            text_ = app::wording_in_force(scene.app.book(), code_);
            check(scene);
            if (draft_) keep_draft(scene);
        }
    }
    if (may && !standard_) {
        if (!ui.phone()) same_line();
        if (button(ui, scene.say(Word::kWordingBack), {.kind = ButtonKind::kQuiet, .icon = "restore"})) {
            const std::string standard(document::builtin_template(code_));
            scene.app.act([&](store::Store& store) { return app::adopt_wording(store, code_, standard); },
                          Scene::done(Word::kWordingIsStandard, {document::find_kind(code_)->vi}));
        }
    }
    if (!details_open) {
        if (!ui.phone()) same_line();
        if (button(ui, scene.say(Word::kWordingNames), {.icon = "side_panel"})) details_open = true;
    }
}

void WordingPage::draw_fault(Scene& scene) {
    if (good_) return;
    gap(kSpace2);
    const std::string where = scene.say(
        Word::kWordingFault,
        {std::to_string(fault_.line), std::to_string(fault_.column), std::string(scene.in(fault_.vi, fault_.en))});
    if (banner(scene.ui, where, ChipKind::kNotMet, scene.say(Word::kWordingGoThere))) {
        go_to_fault_ = true;
        tab_ = kText;
    }
}

void WordingPage::draw_text(Scene& scene) {
    TextMarks marks{.numbered = true, .insert = insert_, .own_lines = own_lines_, .go_to_mark = go_to_fault_};
    if (!good_) {
        marks.begin = fault_.at.begin;
        marks.end = std::max(fault_.at.end, fault_.at.begin + 1);
    }
    const FieldEvent event = text_area(
        scene.ui, scene.say(Word::kWordingText), text_, kLeastLines,
        {.help = scene.say(Word::kWordingHelp), .enabled = !scene.app.read_only(), .hide_label = true, .marks = marks});
    insert_.clear();
    go_to_fault_ = false;
    if (event.changed) {
        check(scene);
        scene.ui.frame_soon();
    }
    if (event.committed) keep_draft(scene);
}

void WordingPage::draw_pages(Scene& scene) {
    if (!good_) return quiet(scene.ui, scene.say(Word::kWordingNoPages));
    if (paper_revision_ != scene.app.revision() || paper_text_ != text_) {
        const office::YearBook& book = scene.app.book();
        // What was changed by hand in one document is not the template's.
        app::PaperContent content{app::content_of(book, app::usual_request(book, code_)).request, {}};
        auto paper = app::make_paper(book, std::move(content), scene.app.today(), true, &text_);
        paper_.reset();
        paper_trouble_.clear();
        if (paper) paper_ = std::move(*paper);
        else paper_trouble_ = scene.in(paper.error().vi, paper.error().en);
        paper_text_ = text_;
        paper_revision_ = scene.app.revision();
    }
    if (!paper_) return banner(scene.ui, paper_trouble_, ChipKind::kNotMet), void();
    const document::KindInfo& kind = *document::find_kind(code_);
    document_view(scene.ui, scene.in(kind.vi, kind.en), paper_->layout, view_, {}, 0,
                  std::max(240.0F, ImGui::GetContentRegionAvail().y - kSpace5));
}

void WordingPage::draw_changes(Scene& scene) {
    using Kind = app::LineChange::Kind;
    const std::vector<app::LineChange> lines = app::line_changes(document::builtin_template(code_), text_);
    const auto count =
        std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.kind != Kind::kSame; });
    if (count == 0) return quiet(scene.ui, scene.say(Word::kWordingSame));
    quiet(scene.ui, scene.say(Word::kWordingDiffers));
    gap(kSpace2);
    const Theme& theme = scene.ui.theme();
    const auto near = [&](std::size_t at) {
        for (std::size_t i = at < kAround ? 0 : at - kAround; i <= at + kAround && i < lines.size(); ++i) {
            if (lines[i].kind != Kind::kSame) return true;
        }
        return false;
    };
    bool skipped = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (!near(at)) {
            if (!std::exchange(skipped, true)) quiet(scene.ui, "…", TextStyle::kSmall);
            continue;
        }
        skipped = false;
        const app::LineChange& line = lines[at];
        if (line.kind == Kind::kSame) {
            quiet(scene.ui, "  " + line.text);
            continue;
        }
        const bool lost = line.kind == Kind::kLost;
        const Tone& tone = lost ? theme.not_met : theme.met;
        const std::string shown = (lost ? "− " : "+ ") + line.text;
        const float width = available_width();
        const ImVec2 from = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddRectFilled(
            from, from + ImVec2(width, text_size(scene.ui, TextStyle::kBody, shown, width).y), tone.ground, 3);
        text_colored(scene.ui, shown, tone.text);
    }
}

}  // namespace thidua::ui
