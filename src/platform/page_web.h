#pragma once
// app::Host and platform::Platform in the browser. What needs the DOM is done by web/page.js, the object
// `Module.page`; this class carries strings and callbacks across.

#include <functional>
#include <map>
#include <string>

#include "platform/platform.h"

namespace thidua::platform {

class Page final : public Platform {
public:
    /// Host::request_frame goes there (Program::request_frame).
    std::function<void(double)> on_frame_wanted;

    /// Makes the SDL window on #canvas and its WebGL 2 context; false when there is none.
    bool open_window();

    // app::Host
    void request_frame(double seconds) override;
    double now() const override;
    void copy_text(std::string_view text) override;
    void pick_file(std::string_view accept, std::function<void(app::IncomingFile)> done) override;
    void save_file(std::string_view suggested_name, std::string_view media_type, std::string_view bytes,
                   std::function<void(base::Status)> done) override;
    PrintForm print_form() const override { return PrintForm::kHtml; }
    void print(std::string_view name, std::string_view bytes, std::function<void(base::Status)> done) override;
    std::string page_address() const override;
    void set_fragment(std::string_view fragment, bool push) override;
    void open_address(std::string_view url) override;
    void fetch(std::string_view path, std::function<void(float)> progress,
               std::function<void(base::Result<std::string>)> done) override;
    bool works_between_frames() const override { return true; }
    std::string setting(std::string_view key) const override;
    void set_setting(std::string_view key, std::string_view value) override;
    bool prefers_dark() const override;
    bool prefers_reduced_motion() const override;
    bool coarse_pointer() const override;

    // Platform
    SDL_Window* window() override { return window_; }
    Surface surface() const override { return surface_; }
    void schedule(double seconds) override;
    void present(ui::Shell& shell) override;
    void started() override;
    void fail(const base::Error& error) override;
    std::string start_fragment() const override;

    // Answers of the page; the functions that web.cpp exports call these.
    void resized(float width, float height, float scale);
    void picked(int request, app::IncomingFile file);
    void saved(int request, std::string reason);
    void fetching(int request, float share);
    void fetched(int request, std::string bytes, bool found);

private:
    struct Fetch {
        std::string path;
        std::function<void(float)> progress;
        std::function<void(base::Result<std::string>)> done;
    };
    template <class Map>
    static auto take(Map& map, int request);

    SDL_Window* window_ = nullptr;
    void* context_ = nullptr;
    Surface surface_;
    int next_request_ = 1;
    std::map<int, Fetch> fetches_;
    std::map<int, std::function<void(app::IncomingFile)>> picks_;
    std::map<int, std::function<void(base::Status)>> saves_;
    std::uint64_t mirrored_revision_ = 0;
    int cursor_ = -2;
    std::string announced_;
};

}  // namespace thidua::platform
