#include <GLES3/gl3.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <thread>
#include <utility>

#include "app/data_file.h"
#include "platform/desktop_host.h"
#include "platform/print_desktop.h"
#include "platform/run_program.h"
#include "ui/shell.h"

namespace thidua::platform {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPicked = std::size_t{256} << 20;

fs::path home() {
    const char* folder = std::getenv("HOME");
    return folder ? fs::path(folder) : fs::path(".");
}

/// The XDG base directory specification: an absolute path in the variable, else the default below home.
fs::path xdg(const char* variable, const char* otherwise) {
    const char* value = std::getenv(variable);
    return value && value[0] == '/' ? fs::path(value) : home() / otherwise;
}

fs::path settings_file() { return xdg("XDG_CONFIG_HOME", ".config") / "thidua" / "settings"; }

/// The person's folder of documents (xdg-user-dirs), else home.
fs::path documents() {
    std::ifstream in(xdg("XDG_CONFIG_HOME", ".config") / "user-dirs.dirs");
    for (std::string line; std::getline(in, line);) {
        const std::string key = "XDG_DOCUMENTS_DIR=\"";
        if (line.rfind(key, 0) != 0) continue;
        std::string value = line.substr(key.size(), line.rfind('"') - key.size());
        if (value.rfind("$HOME", 0) == 0) value = home().string() + value.substr(5);
        if (fs::is_directory(value)) return value;
    }
    return home();
}

/// `name`, or "name (2)", "name (3)" … beside a file of that name: nothing of the person's is overwritten.
fs::path free_path(const fs::path& folder, const std::string& name) {
    fs::path path = folder / name;
    for (int number = 2; fs::exists(path); ++number) {
        path = folder / (fs::path(name).stem().string() + " (" + std::to_string(number) + ")" + fs::path(name).extension().string());
    }
    return path;
}

/// Whole or not at all: written beside it, then renamed.
base::Status write_file(const fs::path& path, std::string_view bytes) {
    const fs::path part = path.string() + ".part";
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.flush();
        if (!out) {
            std::error_code ignored;
            fs::remove(part, ignored);
            return base::fail(base::ErrorKind::kStorage, "Không ghi được tệp " + path.string() + ". Hãy chọn thư mục khác.",
                              "The file " + path.string() + " could not be written. Choose another folder.", path.string());
        }
    }
    std::error_code code;
    fs::rename(part, path, code);
    if (!code) return {};
    return base::fail(base::ErrorKind::kStorage, "Không thay được tệp " + path.string() + ": " + code.message(),
                      "The file " + path.string() + " could not be replaced: " + code.message(), path.string());
}

/// ".txt,.docx" → "*.txt *.docx"
std::string patterns(std::string_view accept) {
    std::string out;
    while (!accept.empty()) {
        const std::size_t comma = accept.find(',');
        const std::string_view one = accept.substr(0, comma);
        if (!one.empty() && one[0] == '.') out += (out.empty() ? "*" : " *") + std::string(one);
        accept.remove_prefix(comma == std::string_view::npos ? accept.size() : comma + 1);
    }
    return out;
}

}  // namespace

Desktop::Desktop() {
    std::ifstream in(settings_file());
    for (std::string line; std::getline(in, line);) {
        const std::size_t equals = line.find('=');
        if (equals != std::string::npos) settings_[line.substr(0, equals)] = line.substr(equals + 1);
    }
}

Desktop::~Desktop() {
    if (context_) SDL_GL_DeleteContext(context_);
    if (window_) SDL_DestroyWindow(window_);
    SDL_Quit();
}

base::Status Desktop::open_window() {
    const auto no_window = [](const char* what) {
        return base::fail(base::ErrorKind::kUnsupported, std::string("Không mở được cửa sổ: ") + what + ". Cần một màn hình với OpenGL ES 3.",
                          std::string("No window could be opened: ") + what + ". A display with OpenGL ES 3 is needed.");
    };
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");      // fingers go to TouchGestures
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");  // an office program is no film
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");              // candidate windows belong to the input method
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return no_window(SDL_GetError());
    answer_event_ = SDL_RegisterEvents(1);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    window_ = SDL_CreateWindow("Thi Đua", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280, 800,
                               SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (!window_) return no_window(SDL_GetError());
    context_ = SDL_GL_CreateContext(window_);
    if (!context_) return no_window(SDL_GetError());
    SDL_SetWindowMinimumSize(window_, 360, 480);
    SDL_GL_SetSwapInterval(1);
    SDL_StartTextInput();
    return {};
}

void Desktop::request_frame(double seconds) {
    if (on_frame_wanted) on_frame_wanted(seconds);
}

double Desktop::now() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
}

void Desktop::copy_text(std::string_view text) { SDL_SetClipboardText(std::string(text).c_str()); }

// A dialog is another program; a thread waits for it so that the window keeps drawing, and answers by an event.
void Desktop::ask(const std::vector<std::string>& zenity, const std::vector<std::string>& kdialog,
                  std::function<void(std::string path)> done) {
    std::vector<std::string> command;
    for (const auto* candidate : {&zenity, &kdialog}) {
        const std::string program = find_program((*candidate)[0]);
        if (program.empty()) continue;
        command = *candidate;
        command[0] = program;
        break;
    }
    if (command.empty()) return done("");
    const int request = next_request_++;
    asked_[request] = std::move(done);
    std::thread([command = std::move(command), request, type = answer_event_] {
        SDL_Event event{};
        event.type = type;
        event.user.code = request;
        event.user.data1 = new std::string(run_and_read(command));
        if (SDL_PushEvent(&event) != 1) delete static_cast<std::string*>(event.user.data1);
    }).detach();
}

void Desktop::answered(const SDL_Event& event) {
    const std::unique_ptr<std::string> path(static_cast<std::string*>(event.user.data1));
    const auto found = asked_.find(event.user.code);
    if (found == asked_.end()) return;
    const auto done = std::move(found->second);
    asked_.erase(found);
    done(*path);
}

void Desktop::pick_file(std::string_view accept, std::function<void(app::IncomingFile)> done) {
    const std::string filter = patterns(accept);
    ask({"zenity", "--file-selection", "--title=Mở tệp", "--file-filter=" + (filter.empty() ? "*" : filter), "--file-filter=*"},
        {"kdialog", "--title", "Mở tệp", "--getopenfilename", documents().string(), filter.empty() ? "*" : filter},
        [done = std::move(done)](const std::string& path) {
            if (path.empty()) return;
            auto bytes = app::read_file(path, kMostPicked);
            if (bytes) done({fs::path(path).filename().string(), std::move(*bytes)});
        });
}

void Desktop::save_file(std::string_view suggested_name, std::string_view, std::string_view bytes,
                        std::function<void(base::Status)> done) {
    const std::string name(suggested_name);
    const bool dialog = !find_program("zenity").empty() || !find_program("kdialog").empty();
    if (!dialog) return done(write_file(free_path(documents(), name), bytes));
    const std::string suggested = (documents() / name).string();
    ask({"zenity", "--file-selection", "--save", "--confirm-overwrite", "--title=Lưu tệp", "--filename=" + suggested},
        {"kdialog", "--title", "Lưu tệp", "--getsavefilename", suggested},
        [done = std::move(done), content = std::string(bytes)](const std::string& path) {
            if (!path.empty()) done(write_file(path, content));
        });
}

void Desktop::print(std::string_view name, std::string_view bytes, std::function<void(base::Status)> done) {
    if (nothing_prints()) return save_file(name, "application/pdf", bytes, std::move(done));
    std::error_code code;
    std::string folder = (fs::temp_directory_path(code) / "thidua-print-XXXXXX").string();
    if (!mkdtemp(folder.data())) {  // readable by this person only
        return done(base::fail(base::ErrorKind::kStorage, "Không tạo được thư mục tạm để in.",
                               "No temporary folder could be made for printing."));
    }
    const fs::path file = fs::path(folder) / fs::path(name).filename();
    if (auto written = write_file(file, bytes); !written) return done(written);
    done(print_pdf(file.string()));
}

void Desktop::set_fragment(std::string_view, bool) {}  // a window has no address

void Desktop::open_address(std::string_view url) {
    // Only what a link may be: "file:" or a program's own scheme has no business here.
    if (url.rfind("https://", 0) != 0 && url.rfind("http://", 0) != 0 && url.rfind("mailto:", 0) != 0) return;
    const std::string opener = find_program("xdg-open");
    if (!opener.empty()) run_detached({opener, std::string(url)});
}

void Desktop::fetch(std::string_view path, std::function<void(float)> progress,
                    std::function<void(base::Result<std::string>)> done) {
    // Beside the program (an unpacked archive), beside its bin folder (the build), or where packages put it.
    std::error_code code;
    const fs::path bin = fs::read_symlink("/proc/self/exe", code).parent_path();
    for (const fs::path& folder : {bin, bin.parent_path(), bin.parent_path() / "share" / "thidua"}) {
        const fs::path file = folder / path;
        if (!fs::is_regular_file(file, code)) continue;
        if (progress) progress(1);
        return done(app::read_file(file.string(), kMostPicked));
    }
    auto bytes = app::read_data_file(path);
    if (progress) progress(1);
    done(std::move(bytes));
}

std::string Desktop::setting(std::string_view key) const {
    const auto found = settings_.find(key);
    return found == settings_.end() ? "" : found->second;
}

void Desktop::set_setting(std::string_view key, std::string_view value) {
    std::string line(value);
    for (char& c : line) {
        if (c == '\n' || c == '\r') c = ' ';
    }
    settings_[std::string(key)] = line;
    std::string content;
    for (const auto& [name, kept] : settings_) content += name + "=" + kept + "\n";
    std::error_code code;
    fs::create_directories(settings_file().parent_path(), code);
    if (const auto kept = write_file(settings_file(), content); !kept) std::fprintf(stderr, "%s\n", kept.error().en.c_str());
}

bool Desktop::prefers_dark() const {
    const char* theme = std::getenv("GTK_THEME");  // the portal's colour-scheme needs D-Bus: not for one bit
    return theme && std::string_view(theme).find("dark") != std::string_view::npos;
}

bool Desktop::prefers_reduced_motion() const { return false; }

Surface Desktop::surface() const {
    int width = 0, height = 0, pixels = 0, pixel_rows = 0;
    SDL_GetWindowSize(window_, &width, &height);
    SDL_GL_GetDrawableSize(window_, &pixels, &pixel_rows);
    if (SDL_GetWindowFlags(window_) & SDL_WINDOW_MINIMIZED) return {};
    const float scale = width > 0 ? static_cast<float>(pixels) / static_cast<float>(width) : 1;
    return {static_cast<float>(width), static_cast<float>(height), scale};
}

void Desktop::present(ui::Shell& shell) {
    SDL_GL_SwapWindow(window_);
    if (!shell.text_input_active()) return;
    const app::Rect caret = shell.caret();  // where an input method opens its window
    const SDL_Rect rect{static_cast<int>(caret.x), static_cast<int>(caret.y), 1, static_cast<int>(caret.height)};
    SDL_SetTextInputRect(&rect);
}

void Desktop::fail(const base::Error& error) {
    failed_ = true;
    std::fprintf(stderr, "%s\n%s\n", error.vi.c_str(), error.en.c_str());
    SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, "Thi Đua", (error.vi + "\n\n" + error.en).c_str(), window_);
}

}  // namespace thidua::platform
