#pragma once
// The program between its platform and the shell: starts in steps (fonts, then the root, then the
// shell), turns SDL events into ImGui input, and draws a frame only when one is wanted.

#include <SDL.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "base/result.h"
#include "platform/glyphs.h"
#include "platform/open_root.h"
#include "platform/platform.h"
#include "platform/touch.h"
#include "ui/shell.h"

namespace thidua::platform {

using OpenRoot = std::function<void(app::Host& host, std::string_view fragment, RootDone done)>;

class Program {
public:
    /// The GL context of platform.window() must be current.
    Program(Platform& platform, OpenRoot open_root);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Fetches the fonts side by side, opens the root, makes the shell. Failure goes to Platform::fail.
    /// The faces of document pages follow when the shell is there; without them it says so and works on.
    void start();
    /// True once the shell is there.
    bool ready() const { return shell_ != nullptr; }
    /// Only when ready().
    ui::Shell& shell() { return *shell_; }

    void handle(const SDL_Event& event);
    /// A finger at (x, y) in CSS pixels. phase: 0 down, 1 move, 2 up, 3 taken away by the system.
    void touch(int phase, std::int64_t finger, float x, float y);
    /// Larger by `factor` around a point, CSS pixels; false when no page of paper is there.
    bool zoom(float x, float y, float factor);
    /// Draws if a frame is wanted (`force`: in any case). True when it drew.
    bool draw(bool force = false);
    /// One slice of the root's jobs (ui::Root::work).
    bool work(double milliseconds) { return shell_ && root_->work(milliseconds); }
    /// Seconds on Host::now()'s clock; +infinity: only input wakes it. Now or earlier: at once.
    double next_frame_at() const;
    /// Draw again within `seconds`; the earliest request wins (Host::request_frame).
    void request_frame(double seconds);
    /// Something changed outside (theme, size, an answer that came): draw until it has settled.
    void wake();
    /// Frames drawn since the start: the promise "idle draws nothing" is measured with it.
    int frames() const { return frames_; }

    /// The browser took the GL context away, or gave another one.
    void context_lost();
    void context_restored();

private:
    void fetch_fonts();
    void font_arrived(std::string ui::FontFiles::*member, base::Result<std::string> bytes);
    void fetch_page_fonts();
    void make_shell(std::unique_ptr<ui::Root> root);
    void apply(const TouchGestures::Acts& acts);
    bool pinch(int phase, std::int64_t finger, float x, float y);

    Platform& platform_;
    OpenRoot open_root_;
    ui::FontFiles fonts_;
    int fonts_missing_ = 0;
    ui::FontFiles page_fonts_;
    int page_fonts_missing_ = 0;
    bool failed_ = false;
    std::unique_ptr<ui::Root> root_;
    Glyphs glyphs_;
    std::unique_ptr<ui::Shell> shell_;
    TouchGestures touch_;
    struct Finger {
        std::int64_t id = 0;
        float x = 0, y = 0;
    };
    std::vector<Finger> fingers_;  ///< that are down
    bool pinching_ = false;        ///< two were, and not all have left
    double wanted_at_;
    int frames_ = 0;
    bool composing_ = false;  ///< an input method of the system holds letters back
    bool context_lost_ = false;
};

}  // namespace thidua::platform
