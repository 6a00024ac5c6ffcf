#pragma once
// What the page (web.cpp) and the desktop program (desktop.cpp) do differently. Everything else, from the
// GL context to the frame, is one code for both: platform/program.h.

#include <string_view>

#include "app/host.h"
#include "base/result.h"

struct SDL_Window;

namespace thidua::ui {
class Shell;
}

namespace thidua::platform {

/// The drawing surface: CSS pixels (desktop: window units) and device pixels per one of them.
struct Surface {
    float width = 0;
    float height = 0;
    float scale = 1;

    bool operator==(const Surface&) const = default;
};

class Platform : public app::Host {
public:
    virtual SDL_Window* window() = 0;
    virtual Surface surface() const = 0;
    /// The loop shall look at Program::next_frame_at() again: something is due within `seconds`.
    virtual void schedule(double seconds) = 0;
    /// A frame is in the back buffer: show it, and mirror what belongs to it (semantics, caret, cursor).
    virtual void present(ui::Shell& shell) = 0;
    /// The interface is there; the loading screen may go.
    virtual void started() = 0;
    /// The program cannot go on: say so where a person sees it.
    virtual void fail(const base::Error& error) = 0;
    /// What stands after '#' when the program starts, without it; "" on the desktop.
    virtual std::string start_fragment() const = 0;
};

}  // namespace thidua::platform
