#include "ui/shell.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "imgui.h"
#include "imgui_internal.h"
#include "text/letters.h"
#include "ui/commands.h"
#include "ui/palette.h"
#include "ui/style.h"
#include "ui/ui.h"
#include "ui/widgets/feedback.h"

namespace thidua::ui {
namespace {

constexpr int kSettlingFrames = 3;  // ImGui needs up to three frames until sizes and hovers are right


}  // namespace

struct Shell::State {
    State(app::Host& host, Root& root_in, FontFiles fonts, GlyphRenderer& glyphs)
        : context(ImGui::CreateContext()), root(root_in), ui(host, std::move(fonts), glyphs) {}

    ImGuiContext* context;
    Root& root;
    Ui ui;
    int active_frames = kSettlingFrames;
    double last_time = -1;
    float width = 1280, height = 800, scale = 1;
    std::vector<std::function<void()>> later;  ///< acts that wait for the next frame

    bool input_waits() const { return !context->InputEventsQueue.empty(); }
    bool keys_wait() const {
        const auto& queue = context->InputEventsQueue;
        return std::any_of(queue.begin(), queue.end(),
                           [](const ImGuiInputEvent& event) { return event.Type == ImGuiInputEventType_Key; });
    }
    void use() const { ImGui::SetCurrentContext(context); }

    void build_frame(double now);
    /// Runs what waits in ImGui's queue through frames that nobody sees: what comes from outside ImGui
    /// must meet the state that the keys before it made.
    void settle_input();
    void run_shortcuts();
    double caret_timer() const;
};

Shell::Shell(app::Host& host, Root& root, FontFiles fonts, GlyphRenderer& glyphs)
    : state_(std::make_unique<State>(host, root, std::move(fonts), glyphs)) {
    State& s = *state_;
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.ConfigInputTextCursorBlink = !host.prefers_reduced_motion();
    io.MouseDragThreshold = 8;
    s.context->ConfigNavWindowingKeyNext = s.context->ConfigNavWindowingKeyPrev = ImGuiKey_None;
    s.ui.semantics.attach(s.context);
    s.ui.fonts.build(1.0F);
    apply_style(s.ui.theme());

    Commands& commands = s.ui.commands;
    Ui* ui = &s.ui;
    commands.add({.id = "palette:open", .vi = std::string(word_text(Word::kPalette, Language::kVietnamese)),
                  .en = std::string(word_text(Word::kPalette, Language::kEnglish)), .icon = "search",
                  .shortcut = ImGuiMod_Ctrl | ImGuiKey_K, .enabled = {},
                  .act = [ui] { ui->palette_open = true; ui->frame_soon(); }, .keywords = {}, .in_palette = false});
    commands.add({.id = "language:switch", .vi = std::string(word_text(Word::kSwitchLanguage, Language::kVietnamese)),
                  .en = std::string(word_text(Word::kSwitchLanguage, Language::kEnglish)), .icon = "language",
                  .shortcut = 0, .enabled = {},
                  .act = [ui] {
                      ui->set_language(ui->language == Language::kVietnamese ? Language::kEnglish
                                                                             : Language::kVietnamese);
                  },
                  .keywords = "ngôn ngữ language English tiếng Việt", .in_palette = true});
    commands.add({.id = "theme:switch", .vi = std::string(word_text(Word::kSwitchTheme, Language::kVietnamese)),
                  .en = std::string(word_text(Word::kSwitchTheme, Language::kEnglish)), .icon = "dark",
                  .shortcut = 0, .enabled = {}, .act = [ui] { ui->set_dark(!ui->dark()); },
                  .keywords = "màu tối sáng dark light theme", .in_palette = true});
    commands.add({.id = "typing:switch", .vi = std::string(word_text(Word::kSwitchTyping, Language::kVietnamese)),
                  .en = std::string(word_text(Word::kSwitchTyping, Language::kEnglish)), .icon = "keyboard",
                  .shortcut = ImGuiMod_Alt | ImGuiKey_Z, .enabled = {}, .act = [ui] { ui->switch_typing(); },
                  .keywords = "telex vni viqr bộ gõ dấu keyboard", .in_palette = true});
    root.register_commands(commands);
}

Shell::~Shell() {
    state_->use();
    state_->ui.semantics.detach();
    ImGuiContext* context = state_->context;
    state_.reset();
    ImGui::DestroyContext(context);
}

bool Shell::prepare(float scale) {
    state_->use();
    const bool changed = state_->ui.fonts.build(scale);
    if (changed) state_->active_frames = kSettlingFrames;
    return changed;
}

void Shell::State::run_shortcuts() {
    const ImGuiIO& io = ImGui::GetIO();
    // While a field has the keyboard only chords with Ctrl or Alt, or function keys, are commands.
    for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key) {
        if (key >= ImGuiKey_GamepadStart && key < ImGuiKey_NamedKey_END) break;
        if (!ImGui::IsKeyPressed(static_cast<ImGuiKey>(key), false)) continue;
        const bool function_key = key >= ImGuiKey_F1 && key <= ImGuiKey_F12;
        if (ui.text_input.active() != 0 && (io.KeyMods & (ImGuiMod_Ctrl | ImGuiMod_Alt)) == 0 && !function_key) continue;
        if (ui.text_input.active() != 0 && belongs_to_field(io.KeyMods | key)) continue;
        const Command* command = ui.commands.by_shortcut(io.KeyMods | key);
        if (command != nullptr) {
            ui.commands.run(command->id);
            active_frames = kSettlingFrames;
            return;
        }
    }
}

void Shell::State::build_frame(double now) {
    use();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DisplayFramebufferScale = {scale, scale};
    io.DeltaTime = last_time < 0 ? 1.0F / 60.0F : std::clamp(static_cast<float>(now - last_time), 0.0001F, 2.0F);
    last_time = now;
    io.ConfigInputTextCursorBlink = !ui.host.prefers_reduced_motion();
    apply_style(ui.theme());
    // There is no menu bar that Alt could lead to; ImGui would take the keyboard from the field for it after Alt+Z.
    context->NavWindowingToggleLayer = false;
    ImGui::NewFrame();
    ui.begin_frame(width, height, scale, now);
    for (auto& act : std::exchange(later, {})) act();
    run_shortcuts();

    const ImGuiViewport* viewport = ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport->Pos);
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.theme().ground);
    ImGui::Begin("##root", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    root.draw(ui);
    ImGui::End();
    draw_palette(ui);
    if (ui.text_input.typing.take_yielded()) {
        ui.set_typing(TypingMode::kOff);
        ui.toast(std::string(ui.say(Word::kTypingYields)));
    }
    draw_toasts(ui);

    if (ui.text_input.active() != 0 && context->PlatformImeData.WantVisible) {
        const ImVec2 at = context->PlatformImeData.InputPos;
        ui.text_input.set_caret({at.x, at.y, 1, context->PlatformImeData.InputLineHeight});
    }
    if (context->DimBgRatio > 0 && context->DimBgRatio < 1) ui.frame_soon();
    ui.end_frame();
}

void Shell::State::settle_input() {
    use();
    for (int i = 0; i < 16 && input_waits(); ++i) {
        build_frame(last_time < 0 ? 0 : last_time);
        ImGui::EndFrame();
        active_frames = kSettlingFrames;
    }
}

void Shell::frame(float width, float height, float scale, double now) {
    State& s = *state_;
    s.use();
    s.width = std::max(width, 1.0F);
    s.height = std::max(height, 1.0F);
    s.scale = scale;
    const bool input = s.input_waits() || s.ui.text_input.pending() || s.ui.semantics.has_requests() || !s.later.empty();
    if ((s.ui.text_input.pending() && s.input_waits()) || (s.ui.semantics.focus_wished() && s.keys_wait())) {
        // The edits came first: they must not see the keys that were pressed after them. And ImGui gives a key to
        // what has the focus when the frame begins, which a wish changes only while the frame is built.
        ImVector<ImGuiInputEvent> keys;
        keys.swap(s.context->InputEventsQueue);
        s.build_frame(now);
        ImGui::EndFrame();
        keys.swap(s.context->InputEventsQueue);
    }
    s.build_frame(now);
    ImGui::Render();
    if (input || s.input_waits() || s.ui.semantics.has_requests()) {
        s.active_frames = kSettlingFrames;
    } else if (s.active_frames > 0) {
        --s.active_frames;
    }
}

double Shell::State::caret_timer() const {
    // Text areas have a caret and a timer of their own (widgets/text_area.cpp).
    const bool field = context->ActiveId != 0 && context->ActiveId == context->InputTextState.ID;
    if (!field || !context->IO.ConfigInputTextCursorBlink) {
        return std::numeric_limits<double>::infinity();
    }
    // ImGui shows the caret for 0.8 s of every 1.2 s, starting 0.3 s before zero after a key.
    const float phase = context->InputTextState.CursorAnim;
    const float in_turn = phase <= 0 ? phase : std::fmod(phase, 1.2F);
    const float rest = in_turn <= 0.8F ? 0.8F - in_turn : 1.2F - in_turn;
    return last_time + static_cast<double>(rest) + 0.01;
}

bool Shell::wants_frame(double now) const {
    const State& s = *state_;
    return s.active_frames > 0 || s.input_waits() || s.ui.text_input.pending() || s.ui.semantics.has_requests() ||
           !s.later.empty() || now >= next_frame_at();
}

double Shell::next_frame_at() const { return std::min(state_->ui.next_frame(), state_->caret_timer()); }

void Shell::wake() { state_->active_frames = kSettlingFrames; }

const app::SemanticTree& Shell::semantics() const { return state_->ui.semantics.tree(); }
std::uint64_t Shell::semantics_revision() const { return state_->ui.semantics.revision(); }
std::string_view Shell::announcement() const { return state_->ui.announcement(); }

void Shell::activate(std::uint32_t node) { state_->ui.semantics.request_activation(node); }
void Shell::set_value(std::uint32_t node, std::string_view value) {
    state_->ui.semantics.request_value(node, text::nfc(value));
}
void Shell::focus(std::uint32_t node) { state_->ui.semantics.request_focus(node); }

void Shell::scroll(std::uint32_t node, float x, float y) { state_->ui.semantics.request_scroll(node, x, y); }

void Shell::text_edit(int delete_code_points, std::string_view insert) {
    state_->settle_input();
    state_->ui.text_input.push({delete_code_points, text::nfc(insert), false});
}

void Shell::text_edit_at(int caret, int delete_code_points, std::string_view insert, bool keyed) {
    state_->settle_input();
    state_->ui.text_input.push({.delete_code_points = delete_code_points, .insert = text::nfc(insert), .anchor = caret,
                                .caret = caret, .keyed = keyed});
}

void Shell::type(std::string_view characters) {
    state_->settle_input();
    state_->ui.text_input.push({.delete_code_points = 0, .insert = text::nfc(characters), .keyed = true});
}

bool Shell::type_backspace() {
    if (state_->ui.typing() == TypingMode::kOff || !text_input_active()) return false;
    state_->settle_input();
    state_->ui.text_input.push({.delete_code_points = 1, .insert = {}, .keyed = true});
    return true;
}

void Shell::composed(std::string_view text) { state_->ui.text_input.typing.composed(text); }

void Shell::select_text(int anchor, int caret) {
    state_->settle_input();
    state_->ui.text_input.push({.delete_code_points = 0, .insert = {}, .anchor = anchor, .caret = caret, .select_only = true});
}

const FieldText& Shell::active_text() const { return state_->ui.text_input.text(); }

std::string Shell::copy() {
    state_->settle_input();
    return state_->ui.text_input.selection();
}

std::string Shell::cut() {
    std::string selected = copy();
    if (!selected.empty() && state_->ui.text_input.writable()) state_->ui.text_input.push({0, {}, false});
    return selected;
}

void Shell::paste(std::string_view text) {
    state_->settle_input();
    if (state_->ui.text_input.writable()) {
        state_->ui.text_input.push({0, text::nfc(text), false});
    } else if (state_->ui.text_input.active() == 0 && !text.empty()) {
        drop_file({"", std::string(text)});  // a paste outside of fields is text handed in
    }
}

bool Shell::text_input_active() const { return state_->ui.text_input.writable(); }
std::uint32_t Shell::active_field() const { return state_->ui.text_input.active(); }
app::Rect Shell::caret() const { return state_->ui.text_input.caret(); }
bool Shell::text_input_multiline() const { return state_->ui.text_input.multiline(); }

void Shell::drop_file(app::IncomingFile file) {
    state_->later.push_back([this, file = std::move(file)] { state_->root.drop_file(file); });
}

void Shell::fragment_changed(std::string_view fragment) {
    state_->later.push_back([this, text = std::string(fragment)] { state_->root.fragment_changed(text); });
}

bool Shell::takes_shortcut(int key_chord) const {
    if (state_->ui.text_input.active() != 0 && belongs_to_field(key_chord)) return false;
    return state_->ui.commands.by_shortcut(key_chord) != nullptr;
}

std::string_view Shell::language() const {
    return state_->ui.language == Language::kVietnamese ? "vi" : "en";
}

bool Shell::dark() const { return state_->ui.dark(); }
Ui& Shell::ui() { return state_->ui; }

}  // namespace thidua::ui
