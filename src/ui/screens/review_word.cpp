// The panel below the texts: the word that is looked at, its readings, the field to correct it, and the keys.

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "imgui.h"
#include "ui/screens/review.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

using app::IntakeFlow;

constexpr std::size_t kMostReadings = 9;  // keys 1–9
constexpr float kFieldWidth = 300;

std::string percent(float part) { return std::to_string(static_cast<int>(std::lround(part * 100))); }

/// What stands for a word that is none: dirt on the page that the OCR took for letters.
std::string as_shown(const Scene& scene, const std::string& text) {
    return text.empty() ? std::string(scene.say(Word::kNotAWord)) : text;
}

/// "…" where bytes of the line were left out around the word.
std::string in_its_line(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::size_t kAround = 60;
    const auto starts_letter = [&](std::size_t at) {
        return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    };
    const std::size_t line = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;  // npos + 1 is 0
    const std::size_t line_end = std::min(text.find('\n', end), text.size());
    std::size_t from = begin > line + kAround ? begin - kAround : line;
    std::size_t to = std::min(line_end, end + kAround);
    while (from < begin && !starts_letter(from)) ++from;
    while (to < line_end && !starts_letter(to)) ++to;
    return (from > line ? "…" : "") + std::string(text.substr(from, begin - from)) + "[" +
           std::string(text.substr(begin, end - begin)) + "]" + std::string(text.substr(end, to - end)) +
           (to < line_end ? "…" : "");
}

/// ImGui moves its keyboard focus by Tab unless somebody owns the key.
void own_tab(ImGuiID id) { ImGui::SetKeyOwner(ImGuiKey_Tab, id); }

}  // namespace

void ReviewScreen::keep_typed(IntakeFlow& flow) {
    if (!token_ || !edited_ || flow.stage() != IntakeFlow::Stage::kReview) return;
    edited_ = false;
    if (!typed_.empty() && typed_ != flow.token_text(*token_)) flow.settle(*token_, typed_);
}

void ReviewScreen::settle(IntakeFlow& flow, std::size_t token, std::string text) {
    edited_ = false;
    flow.settle(token, std::move(text));
    const auto next = flow.next_doubt(token);
    show(flow, next ? next : std::optional(token));
}

void ReviewScreen::neighbour(IntakeFlow& flow, int step) {
    const auto count = static_cast<std::ptrdiff_t>(flow.restoration().tokens.size());
    const auto wanted = static_cast<std::ptrdiff_t>(*token_) + step;
    choose(flow, static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, count - 1)));
}

/// Keys that mean more than text while the field has the keyboard. (Without it, Tab walks through the controls as
/// everywhere; Escape in the field gives it free.)
void ReviewScreen::field_keys(Scene& scene) {
    if (!token_ || !has_keyboard_ || scene.ui.palette_open) return;
    IntakeFlow& flow = scene.app.intake();
    const ImGuiIO& io = ImGui::GetIO();
    // Without repeat: a frame may take longer than the delay, and one press must not count twice.
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); };
    if (pressed(ImGuiKey_Tab) && !io.KeyCtrl && !io.KeyAlt) return next_doubt(flow, io.KeyShift);
    if (edited_) return;
    if (io.KeyCtrl && !io.KeyShift && pressed(ImGuiKey_Z)) return undo(flow);
    if (io.KeyCtrl || io.KeyShift || io.KeyAlt) return;
    if (pressed(ImGuiKey_LeftArrow)) return neighbour(flow, -1);
    if (pressed(ImGuiKey_RightArrow)) return neighbour(flow, 1);
    // The caret goes into the word: from now on the arrows are the field's.
    if (pressed(ImGuiKey_Home) || pressed(ImGuiKey_End)) edited_ = true;
}

void ReviewScreen::draw_word(Scene& scene) {
    IntakeFlow& flow = scene.app.intake();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    begin_card(scene.ui, "word", scene.say(Word::kDetails));
    if (!token_) {
        has_keyboard_ = false;
        quiet(scene.ui, scene.say(flow.open_doubts() > 0 ? Word::kPickWord : Word::kNothingToPick));
    } else {
        const std::size_t index = *token_;
        draw_facts(scene, index);
        gap(kSpace2);
        if (scene.ui.phone()) {
            if (!draw_readings(scene, index)) draw_field(scene, index, -1);
        } else {
            const ImVec2 row = ImGui::GetCursorScreenPos();
            draw_field(scene, index, kFieldWidth);
            const ImVec2 below = ImGui::GetCursorScreenPos();
            // Side by side with the field, below its label.
            put_cursor({row.x + kFieldWidth + kSpace4, row.y + type_size(TextStyle::kSmallStrong).line + 2});
            ImGui::BeginGroup();
            if (token_ == index) draw_readings(scene, index);
            ImGui::EndGroup();
            put_cursor({row.x, std::max(below.y, ImGui::GetCursorScreenPos().y)});
            quiet(scene.ui, scene.say(Word::kReviewKeys), TextStyle::kSmall);
        }
    }
    end_card(scene.ui);
    const float height = ImGui::GetCursorScreenPos().y - at.y;
    if (std::abs(height - word_height_) > 0.5F) scene.ui.frame_soon();
    word_height_ = height;
}

/// The word, how sure it is, and the line it comes from.
void ReviewScreen::draw_facts(Scene& scene, std::size_t index) {
    const IntakeFlow& flow = scene.app.intake();
    const text::RestoredToken& token = flow.restoration().tokens[index];
    const Doubt doubt = flow.is_open_doubt(index) ? doubt_of(std::max(0.05F, 1 - token.confidence)) : Doubt::kNone;
    constexpr std::array<Word, 4> kDoubtWords{Word::kWordSure, Word::kDoubtSlight, Word::kDoubtClear,
                                              Word::kDoubtStrong};
    const Word state = flow.is_settled(index) ? Word::kWordSettled : kDoubtWords[static_cast<std::size_t>(doubt)];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string shown = as_shown(scene, flow.token_text(index));
    inline_text(scene.ui, shown, TextStyle::kLeadStrong);
    const float right = at.x + text_width(scene.ui, TextStyle::kLeadStrong, shown);
    paint_doubt_line(scene.ui.theme(), at.x, right, at.y + type_size(TextStyle::kLeadStrong).line, doubt);
    same_line(kSpace3);
    std::string facts = std::string(scene.say(state)) + " · ";
    if (!flow.is_settled(index)) facts += scene.say(Word::kConfidence, {percent(token.confidence)}) + " · ";
    facts += scene.say(Word::kLineNumber, {std::to_string(token.line + 1)});
    inline_text(scene.ui, facts, TextStyle::kSmall, true);
    const std::string line = in_its_line(flow.source(), token.source_begin, token.source_end);
    text_line(scene.ui, scene.say(Word::kOnScan, {line}), 0, TextStyle::kSmall);
}

/// Keep it, or another reading: one press or one key each. True when the word was settled.
bool ReviewScreen::draw_readings(Scene& scene, std::size_t index) {
    IntakeFlow& flow = scene.app.intake();
    const text::RestoredToken& token = flow.restoration().tokens[index];
    const float right = ImGui::GetCursorScreenPos().x + available_width();
    bool first = true;
    const auto place = [&](const std::string& label, bool icon) {
        const float width = button_width(scene.ui, label, icon);
        if (!std::exchange(first, false) && ImGui::GetItemRectMax().x + kSpace2 + width <= right) same_line();
    };
    const std::string keep = scene.say(Word::kKeepWord, {as_shown(scene, flow.token_text(index))});
    place(keep, true);
    if (button(scene.ui, keep, {.icon = "check", .tooltip = "Enter"})) {
        settle(flow, index, flow.token_text(index));
        return true;
    }
    for (std::size_t i = 0; i < std::min(token.alternatives.size(), kMostReadings); ++i) {
        const text::Alternative& other = token.alternatives[i];
        const std::string label = std::to_string(i + 1) + "  " + as_shown(scene, other.text);
        place(label, false);
        if (button(scene.ui, label, {.tooltip = percent(other.probability) + "%"})) {
            settle(flow, index, other.text);
            return true;
        }
    }
    return false;
}

void ReviewScreen::draw_field(Scene& scene, std::size_t index, float width) {
    IntakeFlow& flow = scene.app.intake();
    // On a phone the keyboard would rise over the text: there it comes when the field is tapped.
    const bool take = std::exchange(take_keyboard_, false) && !scene.ui.coarse && !scene.ui.palette_open;
    const bool replace = std::exchange(replaced_, false);
    const FieldEvent event =
        text_field(scene.ui, scene.say(Word::kReadAs), typed_,
                   {.width = width, .focus = take && !has_keyboard_, .keep = true, .replace = replace});
    const bool left = has_keyboard_ && !event.active;
    has_keyboard_ = event.active;
    if (event.active) own_tab(ImGui::GetActiveID());
    if (event.active && ImGui::IsMouseClicked(0)) edited_ = true;  // the caret was put into the word
    if (event.changed && !replace && typed_ != flow.token_text(index)) {
        const auto& readings = flow.restoration().tokens[index].alternatives;
        const bool digit = typed_.size() == 1 && typed_[0] >= '1' && typed_[0] <= '9';
        const std::size_t wanted = digit ? static_cast<std::size_t>(typed_[0] - '1') : kMostReadings;
        if (!std::exchange(edited_, true) && wanted < readings.size())
            return settle(flow, index, readings[wanted].text);
    }
    if (event.entered) return settle(flow, index, typed_.empty() ? flow.token_text(index) : std::string(typed_));
    if (left && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        edited_ = false;
        typed_ = flow.token_text(index);
    } else if (left || event.committed) {
        keep_typed(flow);
    }
}

}  // namespace thidua::ui
