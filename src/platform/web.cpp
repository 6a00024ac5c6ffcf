// The page's program: what web/*.js calls. The loop is the browser's: thidua_frame() is called when
// requestAnimationFrame or a timer says so, and never while nothing is wanted.

#include <SDL.h>
#include <emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <cstdlib>
#include <limits>
#include <memory>
#include <string>
#include <utility>

#include "platform/browser_keys.h"
#include "platform/open_root.h"
#include "platform/page_web.h"
#include "platform/program.h"
#include "text/letters.h"

namespace {

using namespace thidua;

// They live as long as the page: a browser ends a program by forgetting it.
platform::Page* page = nullptr;
platform::Program* program = nullptr;

bool ready() { return program && program->ready(); }

/// The bytes that the page put on our heap, which become ours.
std::string taken(char* bytes, int size) {
    std::string out(bytes, static_cast<std::size_t>(size));
    std::free(bytes);
    return out;
}

void set_modifiers(int modifiers) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, modifiers & 1);
    io.AddKeyEvent(ImGuiMod_Shift, modifiers & 2);
    io.AddKeyEvent(ImGuiMod_Alt, modifiers & 4);
}

bool has_keyboard(unsigned field) { return ready() && field != 0 && program->shell().active_field() == field; }

int chord_of(ImGuiKey key, int modifiers) {
    return key | (modifiers & 1 ? ImGuiMod_Ctrl : 0) | (modifiers & 2 ? ImGuiMod_Shift : 0) |
           (modifiers & 4 ? ImGuiMod_Alt : 0);
}

}  // namespace

extern "C" {

// --- the loop --------------------------------------------------------------------------------------

/// Draws if a frame is wanted (`force`: in any case). Seconds until the next one: 0 at once, -1 never.
EMSCRIPTEN_KEEPALIVE double thidua_frame(int force) {
    if (!ready()) return -1;
    program->draw(force != 0);
    const double wait = program->next_frame_at() - page->now();
    if (program->shell().wants_frame(page->now())) return 0;
    if (wait == std::numeric_limits<double>::infinity()) return -1;
    return wait > 0 ? wait : 0;
}

/// One slice of the jobs in hand, of about so many milliseconds. 1: there is more to do at once.
EMSCRIPTEN_KEEPALIVE int thidua_work(double milliseconds) { return ready() && program->work(milliseconds); }

/// Scrolls what item `node` stands in by CSS pixels, as the browser has just scrolled its elements.
EMSCRIPTEN_KEEPALIVE void thidua_scroll(unsigned node, double x, double y) {
    if (!ready()) return;
    program->shell().scroll(node, static_cast<float>(x), static_cast<float>(y));
    program->wake();
}

/// Input that the last frame did not take: ImGui spreads quick presses over frames.
EMSCRIPTEN_KEEPALIVE int thidua_input_waits() {
    return ready() && !ImGui::GetCurrentContext()->InputEventsQueue.empty();
}

EMSCRIPTEN_KEEPALIVE void thidua_resize(double width, double height, double scale) {
    page->resized(static_cast<float>(width), static_cast<float>(height), static_cast<float>(scale));
    if (program) program->wake();
}

/// Theme, motion or pointer of the system changed, or the tab came back.
EMSCRIPTEN_KEEPALIVE void thidua_wake() { program->wake(); }

EMSCRIPTEN_KEEPALIVE void thidua_context_lost() { program->context_lost(); }
EMSCRIPTEN_KEEPALIVE void thidua_context_restored() { program->context_restored(); }
EMSCRIPTEN_KEEPALIVE int thidua_frames() { return program ? program->frames() : 0; }

// --- pointer and keys -------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE void thidua_mouse_move(double x, double y) {
    SDL_Event event{};
    event.type = SDL_MOUSEMOTION;
    event.motion.x = static_cast<Sint32>(x);
    event.motion.y = static_cast<Sint32>(y);
    program->handle(event);
}

/// `button` as the DOM counts: 0 left, 1 middle, 2 right.
EMSCRIPTEN_KEEPALIVE void thidua_mouse_button(int button, int down) {
    SDL_Event event{};
    event.type = down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP;
    event.button.button = static_cast<Uint8>(button + 1);  // SDL: 1 left, 2 middle, 3 right
    program->handle(event);
}

/// Distances in CSS pixels as the DOM gives them: down and right are positive.
EMSCRIPTEN_KEEPALIVE void thidua_wheel(double x, double y) {
    if (!ready()) return;
    // 100 CSS pixels are one notch of a wheel in every browser (web.md: wheel events).
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_Mouse);
    ImGui::GetIO().AddMouseWheelEvent(static_cast<float>(-x / 100), static_cast<float>(-y / 100));
    program->request_frame(0);
}

/// Ctrl and the wheel, or two fingers on a pad: larger by `factor` around a point. 0: there is no page to zoom, it is the
/// browser's own zoom that is meant.
EMSCRIPTEN_KEEPALIVE int thidua_zoom(double x, double y, double factor) {
    return ready() && program->zoom(static_cast<float>(x), static_cast<float>(y), static_cast<float>(factor));
}

EMSCRIPTEN_KEEPALIVE void thidua_mouse_leave() {
    if (!ready()) return;
    constexpr float kNowhere = -std::numeric_limits<float>::max();
    ImGui::GetIO().AddMousePosEvent(kNowhere, kNowhere);
    program->request_frame(0);
}

/// phase: 0 down, 1 move, 2 up, 3 cancelled by the browser.
EMSCRIPTEN_KEEPALIVE void thidua_touch(int phase, int finger, double x, double y) {
    if (!ready()) return;
    program->touch(phase, finger, static_cast<float>(x), static_cast<float>(y));
}

/// modifiers: 1 Ctrl (Command on a Mac), 2 Shift, 4 Alt. Not for characters: those are text.
EMSCRIPTEN_KEEPALIVE void thidua_key(int down, char* key, char* code, int modifiers) {
    if (!ready()) return;
    set_modifiers(modifiers);
    const ImGuiKey name = platform::browser_key(key, code);
    if (name != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(name, down != 0);
    program->request_frame(0);
}

/// Whether the chord runs one of our commands; the browser keeps every other one.
EMSCRIPTEN_KEEPALIVE int thidua_takes(char* key, char* code, int modifiers) {
    if (!ready()) return 0;
    const ImGuiKey name = platform::browser_key(key, code);
    return name != ImGuiKey_None && program->shell().takes_shortcut(chord_of(name, modifiers));
}

EMSCRIPTEN_KEEPALIVE void thidua_focus(int has_focus) {
    if (!ready()) return;
    ImGuiIO& io = ImGui::GetIO();
    if (!has_focus) io.ClearInputKeys();  // their keyup goes to another window
    io.AddFocusEvent(has_focus != 0);
    program->request_frame(0);
}

// --- text -------------------------------------------------------------------------------------------

/// The text agent's edit of field `id`: `removed` code points that end at `end` give way to `text`. `kind`: 0 text, 1 single
/// keys, 2 composed by an input method. Returns 0 when that field has not got the keyboard.
EMSCRIPTEN_KEEPALIVE int thidua_edit(unsigned id, int end, int removed, char* text, int kind) {
    if (!has_keyboard(id)) return 0;
    if (kind == 2) program->shell().composed(text);
    program->shell().text_edit_at(end, removed, text, kind == 1);
    program->request_frame(0);
    return 1;
}

EMSCRIPTEN_KEEPALIVE int thidua_select(unsigned id, int anchor, int caret) {
    if (!has_keyboard(id)) return 0;
    program->shell().select_text(anchor, caret);
    program->wake();
    return 1;
}

EMSCRIPTEN_KEEPALIVE char* thidua_copy(int cut) {
    const std::string text = !ready() ? "" : cut ? program->shell().cut() : program->shell().copy();
    program->wake();
    char* out = static_cast<char*>(std::malloc(text.size() + 1));
    text.copy(out, text.size());
    out[text.size()] = 0;
    return out;
}

EMSCRIPTEN_KEEPALIVE void thidua_paste(char* text) {
    if (!ready()) return;
    program->shell().paste(text::nfc(text));
    program->wake();
}

// --- the mirror ---------------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE void thidua_activate(unsigned node) {
    if (!ready()) return;
    program->shell().activate(node);
    program->wake();
}

EMSCRIPTEN_KEEPALIVE void thidua_set_focus(unsigned node) {
    if (!ready()) return;
    program->shell().focus(node);
    program->wake();
}

EMSCRIPTEN_KEEPALIVE void thidua_set_value(unsigned node, char* value) {
    if (!ready()) return;
    program->shell().set_value(node, text::nfc(value));
    program->wake();
}

// --- the world outside ---------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE void thidua_navigate(char* fragment) {
    if (!ready()) return;
    program->shell().fragment_changed(fragment);
    program->wake();
}

EMSCRIPTEN_KEEPALIVE void thidua_dropped(char* name, char* bytes, int size) {
    std::string content = taken(bytes, size);
    if (!ready()) return;
    program->shell().drop_file({name, std::move(content)});
    program->wake();
}

EMSCRIPTEN_KEEPALIVE void thidua_picked(int request, char* name, char* bytes, int size) {
    page->picked(request, {name, taken(bytes, size)});
    thidua_wake();
}

/// `reason` is empty when the file was kept.
EMSCRIPTEN_KEEPALIVE void thidua_saved(int request, char* reason) {
    page->saved(request, reason);
    thidua_wake();
}

EMSCRIPTEN_KEEPALIVE void thidua_fetching(int request, double share) {
    page->fetching(request, static_cast<float>(share));
}

EMSCRIPTEN_KEEPALIVE void thidua_fetched(int request, char* bytes, int size, int found) {
    page->fetched(request, taken(bytes, size), found != 0);
    thidua_wake();
}

}  // extern "C"

int main() {
    page = new platform::Page;
    if (!page->open_window()) {
        page->fail({base::ErrorKind::kUnsupported,
                    "Trình duyệt này không có WebGL 2, hoặc WebGL đang bị tắt. Hãy dùng một trình duyệt mới.",
                    "This browser has no WebGL 2, or it is turned off. Please use a recent browser.",
                    SDL_GetError()});
        return 0;
    }
    program = new platform::Program(*page, platform::open_root);
    page->on_frame_wanted = [](double seconds) { program->request_frame(seconds); };
    program->start();
    return 0;
}
