#include "platform/page_web.h"

#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <cstdlib>
#include <utility>

#include "platform/mirror_json.h"
#include "ui/shell.h"

// Each line hands over to a method of web/page.js. Numbers arrive as numbers, texts as pointers to UTF-8.
// clang-format off
EM_JS(void, page_request_frame, (double seconds), { Module.page.requestFrame(seconds); })
EM_JS(double, page_now, (void), { return performance.now() / 1000; })
EM_JS(void, page_copy_text, (const char* text), { Module.page.copyText(UTF8ToString(text)); })
EM_JS(void, page_pick_file, (int request, const char* accept), { Module.page.pickFile(request, UTF8ToString(accept)); })
EM_JS(void, page_save_file, (int request, const char* name, const char* type, const char* bytes, int size),
      { Module.page.saveFile(request, UTF8ToString(name), UTF8ToString(type), bytes, size); })
EM_JS(void, page_print, (int request, const char* html), { Module.page.print(request, UTF8ToString(html)); })
EM_JS(char*, page_address, (void), { return Module.page.text(Module.page.address()); })
EM_JS(char*, page_fragment, (void), { return Module.page.text(Module.page.fragment()); })
EM_JS(void, page_set_fragment, (const char* fragment, int push), { Module.page.setFragment(UTF8ToString(fragment), push); })
EM_JS(void, page_open_address, (const char* url), { Module.page.openAddress(UTF8ToString(url)); })
EM_JS(void, page_fetch, (int request, const char* path), { Module.page.fetchFile(request, UTF8ToString(path)); })
EM_JS(char*, page_setting, (const char* key), { return Module.page.text(Module.page.setting(UTF8ToString(key))); })
EM_JS(void, page_set_setting, (const char* key, const char* value),
      { Module.page.setSetting(UTF8ToString(key), UTF8ToString(value)); })
EM_JS(int, page_matches, (const char* query), { return matchMedia(UTF8ToString(query)).matches ? 1 : 0; })
EM_JS(void, page_mirror, (const char* json), { Module.page.mirror(UTF8ToString(json)); })
EM_JS(void, page_field, (unsigned id, const char* text, int anchor, int caret, int multiline, double x, double y, double height),
      { Module.page.field(id, UTF8ToString(text), anchor, caret, multiline, x, y, height); })
EM_JS(void, page_announce, (const char* text), { Module.page.announce(UTF8ToString(text)); })
EM_JS(void, page_cursor, (int cursor), { Module.page.cursor(cursor); })
EM_JS(void, page_theme, (int dark, const char* language), { Module.page.theme(dark, UTF8ToString(language)); })
EM_JS(void, page_started, (void), { Module.page.started(); })
EM_JS(void, page_fail, (const char* vi, const char* en), { Module.page.fail(UTF8ToString(vi), UTF8ToString(en)); })
// clang-format on

namespace thidua::platform {
namespace {

std::string owned(char* text) {
    std::string out = text ? text : "";
    std::free(text);
    return out;
}

std::string z(std::string_view text) { return std::string(text); }  // the page wants a NUL at the end

}  // namespace

template <class Map>
auto Page::take(Map& map, int request) {
    const auto found = map.find(request);
    if (found == map.end()) return typename Map::mapped_type{};
    auto value = std::move(found->second);
    map.erase(found);
    return value;
}

bool Page::open_window() {
    // The keyboard is ours (web/keyboard.js): on the canvas, which never has the focus, SDL's listeners
    // cannot swallow Ctrl+C, F5 and the like.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    window_ = SDL_CreateWindow("Thi Đua", 0, 0, 320, 200, SDL_WINDOW_OPENGL);
    if (!window_) return false;
    context_ = SDL_GL_CreateContext(window_);
    // Pointers, wheel, focus and size come from web/*.js as well: the elements of the ARIA mirror lie over
    // the canvas and get the events first. So none of SDL's own listeners is needed; one of them, on
    // beforeunload, would even keep the page out of the browser's back/forward cache.
    emscripten_html5_remove_all_event_listeners();
    return context_ != nullptr;
}

void Page::request_frame(double seconds) {
    if (on_frame_wanted) on_frame_wanted(seconds);
}
void Page::schedule(double seconds) { page_request_frame(seconds); }
double Page::now() const { return page_now(); }
void Page::copy_text(std::string_view text) { page_copy_text(z(text).c_str()); }

void Page::pick_file(std::string_view accept, std::function<void(app::IncomingFile)> done) {
    const int request = next_request_++;
    picks_[request] = std::move(done);
    page_pick_file(request, z(accept).c_str());
}

void Page::save_file(std::string_view suggested_name, std::string_view media_type, std::string_view bytes,
                     std::function<void(base::Status)> done) {
    const int request = next_request_++;
    saves_[request] = std::move(done);
    page_save_file(request, z(suggested_name).c_str(), z(media_type).c_str(), bytes.data(),
                   static_cast<int>(bytes.size()));
}

void Page::print(std::string_view, std::string_view bytes, std::function<void(base::Status)> done) {
    const int request = next_request_++;
    saves_[request] = std::move(done);
    page_print(request, z(bytes).c_str());
}

std::string Page::page_address() const { return owned(::page_address()); }
void Page::set_fragment(std::string_view fragment, bool push) { page_set_fragment(z(fragment).c_str(), push); }
void Page::open_address(std::string_view url) { page_open_address(z(url).c_str()); }

void Page::fetch(std::string_view path, std::function<void(float)> progress,
                 std::function<void(base::Result<std::string>)> done) {
    const int request = next_request_++;
    fetches_[request] = {z(path), std::move(progress), std::move(done)};
    page_fetch(request, z(path).c_str());
}

std::string Page::setting(std::string_view key) const { return owned(page_setting(z(key).c_str())); }
void Page::set_setting(std::string_view key, std::string_view value) {
    page_set_setting(z(key).c_str(), z(value).c_str());
}

bool Page::prefers_dark() const { return page_matches("(prefers-color-scheme: dark)"); }
bool Page::prefers_reduced_motion() const { return page_matches("(prefers-reduced-motion: reduce)"); }
bool Page::coarse_pointer() const { return page_matches("(pointer: coarse)"); }

void Page::present(ui::Shell& shell) {
    // WebGL shows the buffer by itself when the browser's turn ends.
    if (mirrored_revision_ != shell.semantics_revision()) {
        mirrored_revision_ = shell.semantics_revision();
        page_mirror(mirror_json(shell.semantics()).c_str());
    }
    if (shell.announcement() != announced_) {
        announced_ = shell.announcement();
        page_announce(announced_.c_str());
    }
    const ui::FieldText& field = shell.active_text();
    const app::Rect caret = shell.caret();
    page_field(shell.text_input_active() ? shell.active_field() : 0, field.text.c_str(), field.anchor, field.caret, shell.text_input_multiline(),
               static_cast<double>(caret.x), static_cast<double>(caret.y),
               static_cast<double>(caret.height));
    if (const int cursor = ImGui::GetMouseCursor(); cursor != cursor_) {
        cursor_ = cursor;
        page_cursor(cursor);
    }
    page_theme(shell.dark(), z(shell.language()).c_str());
}

void Page::started() { page_started(); }
void Page::fail(const base::Error& error) { page_fail(error.vi.c_str(), error.en.c_str()); }
std::string Page::start_fragment() const { return owned(page_fragment()); }

void Page::resized(float width, float height, float scale) {
    surface_ = {width, height, scale};
    // SDL sets the canvas to this size; the page sets the exact device pixels right after.
    SDL_SetWindowSize(window_, static_cast<int>(width), static_cast<int>(height));
}

void Page::picked(int request, app::IncomingFile file) {
    if (auto done = take(picks_, request)) done(std::move(file));
}

void Page::saved(int request, std::string reason) {
    auto done = take(saves_, request);
    if (!done) return;
    if (reason.empty()) return done({});
    done(base::fail(base::ErrorKind::kStorage, "Trình duyệt không lưu được tệp. Hãy thử lại.",
                    "The browser could not save the file. Please try again.", std::move(reason)));
}

void Page::fetching(int request, float share) {
    const auto found = fetches_.find(request);
    if (found != fetches_.end() && found->second.progress) found->second.progress(share);
}

void Page::fetched(int request, std::string bytes, bool found) {
    Fetch fetch = take(fetches_, request);
    if (!fetch.done) return;
    if (found) return fetch.done(std::move(bytes));
    fetch.done(base::fail(base::ErrorKind::kNotFound,
                          "Không tải được một phần của chương trình. Hãy kiểm tra kết nối mạng rồi tải lại trang.",
                          "A part of the program could not be loaded. Check the network and reload the page.",
                          fetch.path));
}

}  // namespace thidua::platform
