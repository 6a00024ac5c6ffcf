#include "ui/screens/review.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

using app::IntakeFlow;

constexpr std::size_t kMostAlternatives = 9;  // keys 1–9

/// 0 sure … 1 a guess, for the underline.
float degree_of(const IntakeFlow& flow, std::size_t index) {
    return flow.is_open_doubt(index) ? std::max(0.25F, 1 - flow.restoration().tokens[index].confidence) : 0;
}

std::string percent(float part) { return std::to_string(static_cast<int>(std::lround(part * 100))); }

}  // namespace

bool ReviewScreen::has_details(const Scene& scene) const {
    const IntakeFlow& flow = scene.app.intake();
    return flow.stage() == IntakeFlow::Stage::kReview && token_ && *token_ < flow.restoration().tokens.size();
}

void ReviewScreen::set_texts(const IntakeFlow& flow) {
    if (revision_ == flow.revision()) return;
    revision_ = flow.revision();
    source_ = {};
    restored_ = {};
    source_.text = flow.source();
    restored_.text = flow.accepted_text();
    std::ptrdiff_t moved = 0;  // corrections before a token shift it
    const auto& tokens = flow.restoration().tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t size = flow.token_text(i).size();
        const auto begin = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(tokens[i].begin) + moved);
        moved += static_cast<std::ptrdiff_t>(size) - static_cast<std::ptrdiff_t>(tokens[i].end - tokens[i].begin);
        const float degree = degree_of(flow, i);
        restored_.marks.push_back({begin, begin + size, degree});
        source_.marks.push_back({tokens[i].source_begin, tokens[i].source_end, degree});
    }
}

void ReviewScreen::choose(const IntakeFlow& flow, std::optional<std::size_t> token) {
    token_ = token;
    const int mark = token ? static_cast<int>(*token) : -1;
    pages_.left.selected = pages_.right.selected = mark;
    pages_.right.wanted_mark = mark;
    typed_ = token ? flow.token_text(*token) : std::string();
}

void ReviewScreen::settle(IntakeFlow& flow, std::size_t token, std::string text) {
    flow.settle(token, std::move(text));
    const auto next = flow.next_doubt(token);
    choose(flow, next ? next : std::optional(token));
}

void ReviewScreen::draw_waiting(Scene& scene, Word label) {
    const IntakeFlow& flow = scene.app.intake();
    begin_card(scene.ui, "waiting", scene.say(label));
    progress(scene.ui, scene.say(label), flow.progress());
    gap(kSpace3);
    if (button(scene.ui, scene.say(Word::kCancel), {.icon = "close"})) {
        scene.app.intake().cancel();
        scene.app.go({app::Place::kNewPlan, 0, ""});
    }
    end_card(scene.ui);
}

void ReviewScreen::draw(Scene& scene) {
    IntakeFlow& flow = scene.app.intake();
    screen_title(scene, scene.say(Word::kReviewTitle), scene.say(Word::kReviewPurpose));
    switch (flow.stage()) {
        case IntakeFlow::Stage::kEmpty:
            if (empty_state(scene.ui, "compare", scene.say(Word::kReviewTitle), scene.say(Word::kReviewEmpty),
                            scene.say(Word::kNewPlan))) {
                scene.app.go({app::Place::kNewPlan, 0, ""});
            }
            return;
        case IntakeFlow::Stage::kModel: return draw_waiting(scene, Word::kLoadingModel);
        case IntakeFlow::Stage::kRestoring: return draw_waiting(scene, Word::kRestoring);
        case IntakeFlow::Stage::kFailed:
            banner(scene.ui, scene.in(flow.error().vi, flow.error().en), ChipKind::kNotMet);
            return;
        case IntakeFlow::Stage::kReview: break;
    }
    if (token_ && *token_ >= flow.restoration().tokens.size()) token_.reset();
    keys(scene);
    draw_toolbar(scene);
    if (flow.stage() != IntakeFlow::Stage::kReview) return;  // accepted or put aside just now
    set_texts(flow);
    if (flow.restoration().already_vietnamese) {
        banner(scene.ui, scene.say(Word::kAlreadyVietnamese), ChipKind::kMet);
        gap(kSpace2);
    }
    const float height = std::max(320.0F, scene.ui.height - 300.0F);
    const PagePairEvent event = page_pair(scene.ui, scene.say(Word::kOriginal), source_, scene.say(Word::kRestored),
                                          restored_, pages_, height);
    const int pressed = std::max(event.left.pressed, event.right.pressed);
    if (pressed >= 0) {
        choose(flow, static_cast<std::size_t>(pressed));
        pages_.right.wanted_mark = -1;  // it is in view: it was pressed there
    }
}

void ReviewScreen::draw_toolbar(Scene& scene) {
    IntakeFlow& flow = scene.app.intake();
    const std::size_t doubts = flow.open_doubts();
    if (primary_button(scene.ui, scene.say(Word::kAccept), "check")) {
        scene.app.accept_plan();
        token_.reset();
        return;
    }
    same_line();
    if (button(scene.ui, scene.say(Word::kPreviousDoubt), {.icon = "chevron_left", .enabled = doubts > 0})) {
        choose(flow, flow.next_doubt(token_, true));
    }
    same_line();
    if (button(scene.ui, scene.say(Word::kNextDoubt), {.icon = "chevron_right", .enabled = doubts > 0})) {
        choose(flow, flow.next_doubt(token_));
    }
    same_line();
    if (button(scene.ui, scene.say(Word::kDiscard), {.kind = ButtonKind::kQuiet, .icon = "close"})) {
        flow.cancel();
        token_.reset();
        scene.app.go({app::Place::kNewPlan, 0, ""});
        return;
    }
    if (!scene.ui.phone()) same_line();
    const std::string words =
        doubts > 0 ? scene.say(Word::kDoubts, {std::to_string(doubts)}) : std::string(scene.say(Word::kNoDoubts));
    chip(scene.ui, words, doubts > 0 ? ChipKind::kNotKnown : ChipKind::kMet);
    gap(kSpace3);
}

/// Tab to the next doubt, Shift+Tab back, 1–9 choose a reading, Enter keeps the word: while no field has the keyboard.
void ReviewScreen::keys(Scene& scene) {
    IntakeFlow& flow = scene.app.intake();
    if (ImGui::GetIO().WantTextInput || scene.ui.palette_open) return;
    if (ImGui::IsKeyPressed(ImGuiKey_Tab)) choose(flow, flow.next_doubt(token_, ImGui::GetIO().KeyShift));
    if (!token_) return;
    const auto& alternatives = flow.restoration().tokens[*token_].alternatives;
    for (std::size_t i = 0; i < std::min(alternatives.size(), kMostAlternatives); ++i) {
        if (ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_1 + static_cast<int>(i)))) {
            return settle(flow, *token_, alternatives[i].text);
        }
    }
}

void ReviewScreen::draw_details(Scene& scene) {
    IntakeFlow& flow = scene.app.intake();
    const std::size_t index = *token_;
    const text::RestoredToken token = flow.restoration().tokens[index];
    heading(scene.ui, flow.token_text(index), 2);
    const std::string scan = flow.source().substr(token.source_begin, token.source_end - token.source_begin);
    quiet(scene.ui, scene.say(Word::kOnScan, {scan}));
    quiet(scene.ui,
          scene.say(Word::kLineNumber, {std::to_string(token.line + 1)}) + " · " +
              scene.say(Word::kConfidence, {percent(token.confidence)}),
          TextStyle::kSmall);
    gap(kSpace3);
    if (flow.is_open_doubt(index) &&
        button(scene.ui, scene.say(Word::kKeepWord, {token.text}), {.icon = "check"})) {
        return settle(flow, index, token.text);
    }
    if (!token.alternatives.empty()) {
        gap(kSpace2);
        heading(scene.ui, scene.say(Word::kAlternatives), 3);
        for (std::size_t i = 0; i < std::min(token.alternatives.size(), kMostAlternatives); ++i) {
            const text::Alternative& other = token.alternatives[i];
            const std::string key = std::to_string(i + 1);
            ImGui::PushID(static_cast<int>(i));
            const bool chosen =
                list_row(scene.ui, "other", {.title = other.text, .trailing = percent(other.probability) + "% · " + key, .choice = true});
            ImGui::PopID();
            if (chosen) return settle(flow, index, other.text);
        }
    }
    gap(kSpace3);
    const FieldEvent event = text_field(scene.ui, scene.say(Word::kReadAs), typed_);
    if (event.committed && !typed_.empty() && typed_ != flow.token_text(index)) settle(flow, index, typed_);
}

}  // namespace thidua::ui
