#include "platform/program.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "text/letters.h"
#include "ui/ui.h"

namespace thidua::platform {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

struct FontEntry {
    const char* path;
    std::string ui::FontFiles::*member;
};
constexpr FontEntry kFonts[] = {
    {"fonts/ui-regular.ttf", &ui::FontFiles::regular},
    {"fonts/ui-semibold.ttf", &ui::FontFiles::semibold},
    {"fonts/icons.ttf", &ui::FontFiles::icons},
};
/// Only pages of documents are set in these: the first screen does not wait for them.
constexpr FontEntry kPageFonts[] = {
    {"fonts/serif-regular.ttf", &ui::FontFiles::serif},
    {"fonts/serif-bold.ttf", &ui::FontFiles::serif_bold},
    {"fonts/serif-italic.ttf", &ui::FontFiles::serif_italic},
};

}  // namespace

Program::Program(Platform& platform, OpenRoot open_root)
    : platform_(platform), open_root_(std::move(open_root)), wanted_at_(kNever) {}

Program::~Program() {
    if (!shell_) return;
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplSDL2_Shutdown();
}

void Program::start() { fetch_fonts(); }

void Program::fetch_fonts() {
    fonts_missing_ = static_cast<int>(std::size(kFonts));
    for (const FontEntry& font : kFonts) {
        platform_.fetch(font.path, {}, [this, member = font.member](base::Result<std::string> bytes) {
            font_arrived(member, std::move(bytes));
        });
    }
}

void Program::font_arrived(std::string ui::FontFiles::*member, base::Result<std::string> bytes) {
    if (failed_) return;
    if (!bytes) {
        failed_ = true;
        return platform_.fail(bytes.error());
    }
    fonts_.*member = std::move(*bytes);
    if (--fonts_missing_ > 0) return;
    open_root_(platform_, platform_.start_fragment(), [this](base::Result<std::unique_ptr<ui::Root>> root) {
        if (!root) return platform_.fail(root.error());
        make_shell(std::move(*root));
    });
}

void Program::make_shell(std::unique_ptr<ui::Root> root) {
    root_ = std::move(root);
    shell_ = std::make_unique<ui::Shell>(platform_, *root_, std::move(fonts_), glyphs_);
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplSDL2_InitForOpenGL(platform_.window(), SDL_GL_GetCurrentContext());
    ImGui_ImplOpenGL3_Init("#version 300 es");
    shell_->wake();
    platform_.started();
    request_frame(0);
    fetch_page_fonts();
}

void Program::fetch_page_fonts() {
    page_fonts_missing_ = static_cast<int>(std::size(kPageFonts));
    for (const FontEntry& font : kPageFonts) {
        platform_.fetch(font.path, {}, [this, member = font.member](base::Result<std::string> bytes) {
            if (!bytes) {
                const bool english = shell_->language() == "en";
                return shell_->ui().toast(english ? bytes.error().en : bytes.error().vi);
            }
            page_fonts_.*member = std::move(*bytes);
            if (--page_fonts_missing_ > 0) return;
            shell_->ui().set_page_faces(std::move(page_fonts_));
            wake();
        });
    }
}

void Program::handle(const SDL_Event& event) {
    if (!shell_) return;
    switch (event.type) {
        case SDL_FINGERDOWN:
        case SDL_FINGERMOTION:
        case SDL_FINGERUP: {
            const int phase = event.type == SDL_FINGERDOWN ? 0 : event.type == SDL_FINGERMOTION ? 1 : 2;
            const Surface surface = platform_.surface();  // SDL counts 0..1 across the window
            return touch(phase, event.tfinger.fingerId, event.tfinger.x * surface.width,
                         event.tfinger.y * surface.height);
        }
        case SDL_TEXTEDITING: composing_ = event.edit.text[0] != 0; break;
        case SDL_TEXTINPUT: {
            const std::string text = text::nfc(event.text.text);  // some input methods commit decomposed letters
            const bool composed = std::exchange(composing_, false);
            if (composed) shell_->composed(text);
            if (!composed && shell_->ui().typing() != ui::TypingMode::kOff && shell_->text_input_active()) {
                shell_->type(text);
            } else {
                ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
            }
            break;
        }
        case SDL_KEYDOWN: {
            const bool plain = (event.key.keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI | KMOD_SHIFT)) == 0;
            const bool taken = plain && event.key.keysym.sym == SDLK_BACKSPACE && !composing_ && shell_->type_backspace();
            if (!taken) ImGui_ImplSDL2_ProcessEvent(&event);
            break;
        }
        default: ImGui_ImplSDL2_ProcessEvent(&event); break;
    }
    request_frame(0);
}

void Program::touch(int phase, std::int64_t finger, float x, float y) {
    const double now = platform_.now();
    if (pinch(phase, finger, x, y)) return;
    switch (phase) {
        case 0: return apply(touch_.down(finger, x, y, now));
        case 1: return apply(touch_.move(finger, x, y, now));
        case 2: return apply(touch_.up(finger, x, y, now));
        default: return apply(touch_.cancel(finger));
    }
}

bool Program::zoom(float x, float y, float factor) {
    ui::Ui& ui = shell_->ui();
    const app::Rect& area = ui.zoom_area;
    if (x < area.x || y < area.y || x >= area.x + area.width || y >= area.y + area.height) return false;
    ui.spread *= factor;
    ui.spread_x = x;
    ui.spread_y = y;
    request_frame(0);
    return true;
}

/// Two fingers: what they do is no longer a tap or a drag. True while there are, or one of them is left.
bool Program::pinch(int phase, std::int64_t finger, float x, float y) {
    const auto known = std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& f) { return f.id == finger; });
    if (phase == 0) {
        fingers_.push_back({finger, x, y});
        if (fingers_.size() == 2) {
            apply(touch_.cancel(fingers_.front().id));
            pinching_ = true;
        }
        return pinching_;
    }
    if (known == fingers_.end()) return false;
    const bool was = pinching_;
    if (phase == 1) {
        if (fingers_.size() == 2) {
            const auto apart = [&] {
                return std::hypot(fingers_[0].x - fingers_[1].x, fingers_[0].y - fingers_[1].y);
            };
            const float before = apart();
            known->x = x;
            known->y = y;
            zoom((fingers_[0].x + fingers_[1].x) / 2, (fingers_[0].y + fingers_[1].y) / 2,
                 apart() / std::max(before, 1.0f));
        }
    } else {
        fingers_.erase(known);
        if (fingers_.empty()) pinching_ = false;
    }
    return was;
}

void Program::apply(const TouchGestures::Acts& acts) {
    ImGuiIO& io = ImGui::GetIO();
    // ImGui scrolls five lines for a wheel step of 1; what is under a finger must move as far as the finger.
    const float step = std::max(1.0f, 5 * ImGui::GetFontSize());
    for (const TouchGestures::Act& act : acts) {
        io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
        switch (act.kind) {
            case TouchGestures::Act::Kind::kMove: io.AddMousePosEvent(act.x, act.y); break;
            case TouchGestures::Act::Kind::kDown: io.AddMouseButtonEvent(act.button, true); break;
            case TouchGestures::Act::Kind::kUp: io.AddMouseButtonEvent(act.button, false); break;
            case TouchGestures::Act::Kind::kWheel:
                io.AddMouseWheelEvent(act.x / step, act.y / step);
                break;
        }
    }
    request_frame(0);
}

double Program::next_frame_at() const {
    if (!shell_ || context_lost_) return kNever;
    return std::min({wanted_at_, shell_->next_frame_at(), touch_.wakes_at()});
}

void Program::request_frame(double seconds) {
    wanted_at_ = std::min(wanted_at_, platform_.now() + seconds);
    platform_.schedule(seconds);
}

bool Program::draw(bool force) {
    if (!shell_ || context_lost_) return false;
    const double now = platform_.now();
    if (touch_.wakes_at() <= now) apply(touch_.tick(now));
    if (!force && wanted_at_ > now && !shell_->wants_frame(now)) return false;
    wanted_at_ = kNever;

    const Surface surface = platform_.surface();
    if (surface.width < 1 || surface.height < 1) return false;  // minimised, or not laid out yet
    if (shell_->prepare(surface.scale)) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    shell_->frame(surface.width, surface.height, surface.scale, now);
    const ImVec4 ground = shell_->dark() ? ImVec4(0.082f, 0.090f, 0.102f, 1) : ImVec4(0.969f, 0.965f, 0.953f, 1);
    glClearColor(ground.x, ground.y, ground.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    ++frames_;
    platform_.present(*shell_);
    return true;
}

void Program::context_lost() { context_lost_ = true; }

void Program::context_restored() {
    context_lost_ = false;
    if (!shell_) return;
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    ImGui_ImplOpenGL3_CreateDeviceObjects();
    glyphs_.context_restored();
    wake();
}

void Program::wake() {
    if (!shell_) return;
    shell_->wake();
    request_frame(0);
}

}  // namespace thidua::platform
