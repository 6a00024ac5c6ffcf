#pragma once
// app::Host and platform::Platform on the desktop: an SDL window, the user's own folders, the desktop's
// dialogs (zenity or kdialog).

#include <SDL.h>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "platform/platform.h"

namespace thidua::platform {

class Desktop final : public Platform {
public:
    Desktop();
    ~Desktop() override;

    /// Makes the window and its GL context; the error says what is missing.
    base::Status open_window();

    // app::Host
    void request_frame(double seconds) override;
    double now() const override;
    void copy_text(std::string_view text) override;
    void pick_file(std::string_view accept, std::function<void(app::IncomingFile)> done) override;
    void save_file(std::string_view suggested_name, std::string_view media_type, std::string_view bytes,
                   std::function<void(base::Status)> done) override;
    void print(std::string_view name, std::string_view bytes, std::function<void(base::Status)> done) override;
    std::string page_address() const override { return ""; }
    void set_fragment(std::string_view fragment, bool push) override;
    void open_address(std::string_view url) override;
    void fetch(std::string_view path, std::function<void(float)> progress,
               std::function<void(base::Result<std::string>)> done) override;
    std::string setting(std::string_view key) const override;
    void set_setting(std::string_view key, std::string_view value) override;
    bool prefers_dark() const override;
    bool prefers_reduced_motion() const override;
    bool coarse_pointer() const override { return false; }

    // Platform
    SDL_Window* window() override { return window_; }
    Surface surface() const override;
    void schedule(double) override {}  // the loop looks at Program::next_frame_at() after each event
    void present(ui::Shell& shell) override;
    void started() override {}
    void fail(const base::Error& error) override;
    std::string start_fragment() const override { return start_fragment_; }

    void set_start_fragment(std::string fragment) { start_fragment_ = std::move(fragment); }
    bool failed() const { return failed_; }

    /// Host::request_frame goes there (Program::request_frame).
    std::function<void(double)> on_frame_wanted;
    /// An answer of a dialog (an SDL event of answer_event()) goes to who asked.
    void answered(const SDL_Event& event);
    Uint32 answer_event() const { return answer_event_; }

private:
    SDL_Window* window_ = nullptr;
    SDL_GLContext context_ = nullptr;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    std::map<std::string, std::string, std::less<>> settings_;
    std::string start_fragment_;
    bool failed_ = false;
    Uint32 answer_event_ = 0;
    int next_request_ = 1;
    std::map<int, std::function<void(std::string path)>> asked_;
    void ask(const std::vector<std::string>& zenity, const std::vector<std::string>& kdialog,
             std::function<void(std::string path)> done);
};

}  // namespace thidua::platform
