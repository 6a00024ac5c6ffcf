#include "ui/screens/review.h"

#include <algorithm>
#include <utility>

#include "imgui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

using app::IntakeFlow;
using Stage = IntakeFlow::Stage;

/// 0 sure … 1 a guess, for the line under the word.
float degree_of(const IntakeFlow& flow, std::size_t index) {
    return flow.is_open_doubt(index) ? std::max(0.05F, 1 - flow.restoration().tokens[index].confidence) : 0;
}

/// The three lines under doubtful words, each under its own name.
void draw_legend(Scene& scene) {
    constexpr std::pair<Doubt, Word> kDegrees[] = {
        {Doubt::kSlight, Word::kDoubtSlight}, {Doubt::kClear, Word::kDoubtClear}, {Doubt::kStrong, Word::kDoubtStrong}};
    for (const auto& [doubt, word] : kDegrees) {
        same_line(kSpace4);
        inline_text(scene.ui, scene.say(word), TextStyle::kSmall, true);
        paint_doubt_line(scene.ui.theme(), ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().x,
                         ImGui::GetItemRectMax().y - 1, doubt);
    }
}

}  // namespace

void ReviewScreen::set_texts(const IntakeFlow& flow) {
    if (revision_ == flow.revision()) return;
    revision_ = flow.revision();
    source_ = {};
    restored_ = {};
    source_.text = flow.source();
    restored_.text = flow.accepted_text();
    const auto& tokens = flow.restoration().tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const float degree = degree_of(flow, i);
        restored_.marks.push_back({tokens[i].begin, tokens[i].end, degree, flow.is_settled(i)});
        source_.marks.push_back({tokens[i].source_begin, tokens[i].source_end, degree, flow.is_settled(i)});
    }
    // A lesson may have changed the very word that is looked at.
    if (token_ && !edited_ && typed_ != flow.token_text(*token_)) {
        typed_ = flow.token_text(*token_);
        replaced_ = true;
    }
}

/// Shows the word in both texts; what was typed for the word before is forgotten.
void ReviewScreen::show(const IntakeFlow& flow, std::optional<std::size_t> token) {
    token_ = token;
    const int mark = token ? static_cast<int>(*token) : -1;
    pages_.left.selected = pages_.right.selected = mark;
    // Side by side both scroll together: one wish is enough; alone on a narrow screen each has its own.
    pages_.right.wanted_mark = mark;
    pages_.left.wanted_mark = mark;
    typed_ = token ? flow.token_text(*token) : std::string();
    edited_ = false;
    replaced_ = true;
    take_keyboard_ = token.has_value();
}

void ReviewScreen::choose(IntakeFlow& flow, std::optional<std::size_t> token) {
    keep_typed(flow);
    show(flow, token);
}

void ReviewScreen::next_doubt(IntakeFlow& flow, bool backwards) {
    if (flow.stage() != Stage::kReview) return;
    keep_typed(flow);
    const auto next = flow.next_doubt(token_, backwards);
    show(flow, next ? next : token_);
}

void ReviewScreen::undo(IntakeFlow& flow) {
    if (const auto token = flow.undo()) show(flow, token);
}

void ReviewScreen::leave(Scene& scene) {
    scene.app.intake().cancel();
    scene.app.go({app::Place::kNewPlan, 0, ""});
}

void ReviewScreen::draw_waiting(Scene& scene, Word label, Word help) {
    IntakeFlow& flow = scene.app.intake();
    begin_card(scene.ui, "waiting", scene.say(label));
    progress(scene.ui, scene.say(label), flow.progress());
    gap(kSpace2);
    if (flow.stage() == Stage::kModel) {
        quiet(scene.ui, scene.say(flow.slow() ? Word::kModelSlow : help));
        gap(kSpace2);
    }
    gap(kSpace2);
    if (button(scene.ui, scene.say(Word::kCancel), {.icon = "close"})) {
        leave(scene);
    } else {
        same_line();
        if (button(scene.ui, scene.say(Word::kReadUnrestored), {.kind = ButtonKind::kQuiet})) flow.skip_restoring();
    }
    end_card(scene.ui);
}

void ReviewScreen::draw_failure(Scene& scene) {
    IntakeFlow& flow = scene.app.intake();
    banner(scene.ui, scene.say(Word::kModelFailed, {scene.in(flow.error().vi, flow.error().en)}), ChipKind::kNotMet);
    gap(kSpace3);
    if (primary_button(scene.ui, scene.say(Word::kTryAgain), "redo")) return flow.retry();
    same_line();
    if (button(scene.ui, scene.say(Word::kReadUnrestored))) return flow.skip_restoring();
    if (!scene.ui.phone()) same_line();
    if (button(scene.ui, scene.say(Word::kDiscard), {.kind = ButtonKind::kQuiet, .icon = "close"})) leave(scene);
}

void ReviewScreen::draw(Scene& scene) {
    IntakeFlow& flow = scene.app.intake();
    // The text needs the room that the words above it would take on a phone.
    const bool reading = flow.stage() == Stage::kReview;
    if (!reading || !scene.ui.phone())
        screen_title(scene, scene.say(Word::kReviewTitle), scene.say(Word::kReviewPurpose));
    if (!reading) {
        token_.reset();
        begun_ = has_keyboard_ = false;
    }
    switch (flow.stage()) {
        case Stage::kEmpty:
            if (empty_state(scene.ui, "compare", scene.say(Word::kReviewTitle), scene.say(Word::kReviewEmpty),
                            scene.say(Word::kNewPlan))) {
                scene.app.go({app::Place::kNewPlan, 0, ""});
            }
            return;
        case Stage::kModel: return draw_waiting(scene, Word::kLoadingModel, Word::kLoadingModelHelp);
        case Stage::kRestoring: return draw_waiting(scene, Word::kRestoring, Word::kRestoring);
        case Stage::kFailed: return draw_failure(scene);
        case Stage::kReview: break;
    }
    if (token_ && *token_ >= flow.restoration().tokens.size()) token_.reset();
    if (!std::exchange(begun_, true)) {
        pages_ = {};
        revision_ = -1;
        show(flow, flow.next_doubt(std::nullopt));
    }
    field_keys(scene);
    draw_toolbar(scene);
    if (flow.stage() != Stage::kReview) return;  // accepted or put aside just now
    set_texts(flow);
    const bool untouched = flow.restoration().already_vietnamese;
    if (flow.unrestored() || untouched) {
        banner(scene.ui, scene.say(untouched ? Word::kAlreadyVietnamese : Word::kUnrestored),
               untouched ? ChipKind::kMet : ChipKind::kNotKnown);
        gap(kSpace2);
    }
    const float below =
        word_height_ + kSpace2 + (scene.ui.phone() ? kSpace4 : kSpace6) + 3 * ImGui::GetStyle().ItemSpacing.y;
    const float height = std::max(scene.ui.phone() ? 160.0F : 240.0F, ImGui::GetContentRegionAvail().y - below);
    const PagePairEvent event =
        page_pair(scene.ui, scene.say(Word::kOriginal), source_, scene.say(Word::kRestored), restored_, pages_, height);
    const int pressed = std::max(event.left.pressed, event.right.pressed);
    if (pressed >= 0) {
        choose(flow, static_cast<std::size_t>(pressed));
        pages_.left.wanted_mark = pages_.right.wanted_mark = -1;  // it is in view: it was pressed there
    }
    gap(kSpace2);
    draw_word(scene);
    if (const std::size_t others = flow.take_also_changed(); others > 0) {
        for (Toast& older : scene.ui.toasts()) older.action.clear();  // undo takes back the newest choice only
        scene.ui.toast(scene.say(Word::kAlsoChanged, {std::to_string(others)}), std::string(scene.say(Word::kUndo)),
                       [this, &flow] { undo(flow); });
    }
}

void ReviewScreen::draw_toolbar(Scene& scene) {
    IntakeFlow& flow = scene.app.intake();
    const bool phone = scene.ui.phone();
    const std::size_t doubts = flow.open_doubts();
    if (primary_button(scene.ui, scene.say(Word::kAccept), "check")) {
        keep_typed(flow);
        scene.app.accept_plan();
        token_.reset();
        return;
    }
    const auto act = [&](Word word, std::string_view icon, bool enabled) {
        same_line();
        return phone ? icon_button(scene.ui, icon, scene.say(word), enabled)
                     : button(scene.ui, scene.say(word), {.icon = icon, .enabled = enabled});
    };
    if (act(Word::kPreviousDoubt, "chevron_left", doubts > 0)) next_doubt(flow, true);
    if (act(Word::kNextDoubt, "chevron_right", doubts > 0)) next_doubt(flow, false);
    same_line();
    if (icon_button(scene.ui, "undo", scene.say(Word::kUndoChoice), flow.can_undo())) undo(flow);
    same_line();
    const bool discard =
        phone ? icon_button(scene.ui, "close", scene.say(Word::kDiscard))
              : button(scene.ui, scene.say(Word::kDiscard), {.kind = ButtonKind::kQuiet, .icon = "close"});
    if (discard) {
        token_.reset();
        return leave(scene);
    }
    if (!phone) same_line();
    const std::string words =
        doubts > 0 ? scene.say(Word::kDoubts, {std::to_string(doubts)}) : std::string(scene.say(Word::kNoDoubts));
    chip(scene.ui, words, doubts > 0 ? ChipKind::kNotKnown : ChipKind::kMet);
    if (doubts > 0 && scene.ui.wide()) draw_legend(scene);
    gap(phone ? kSpace2 : kSpace3);
}

}  // namespace thidua::ui
