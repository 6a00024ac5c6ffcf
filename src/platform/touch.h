#pragma once
// A finger is not a mouse: a drag scrolls what is under it and glides on, a tap clicks, a long press
// opens the context menu. Pure; fed with CSS pixels and seconds, answers in the mouse's terms.

#include <cstdint>
#include <vector>

namespace thidua::platform {

class TouchGestures {
public:
    struct Act {
        enum class Kind { kMove, kDown, kUp, kWheel };
        Kind kind;
        int button = 0;    ///< 0 left, 1 right
        float x = 0;       ///< kMove: position; kWheel: distance scrolled, CSS pixels, right positive
        float y = 0;       ///< kWheel: down the page negative, as a wheel reports it
        bool operator==(const Act&) const = default;
    };
    using Acts = std::vector<Act>;

    Acts down(std::int64_t finger, float x, float y, double now);
    Acts move(std::int64_t finger, float x, float y, double now);
    Acts up(std::int64_t finger, float x, float y, double now);
    /// The system took the finger away (a notification shade, a second finger for the browser).
    Acts cancel(std::int64_t finger);
    /// Long press and glide happen by time: call once a frame and when wakes_at() has come.
    Acts tick(double now);
    /// When tick() has something to do next; +infinity: never.
    double wakes_at() const;

    /// Where a drag is caught as a drag (slider, text selection) instead of as scrolling: the caller
    /// says so for the finger that is down, before it moves.
    void hold_drag() { drag_is_held_ = true; }

private:
    enum class State { kIdle, kPressed, kScrolling, kDragging, kLongPressed, kGliding };

    State state_ = State::kIdle;
    std::int64_t finger_ = 0;
    bool drag_is_held_ = false;
    float start_x_ = 0, start_y_ = 0;
    float x_ = 0, y_ = 0;
    double started_at_ = 0, moved_at_ = 0;
    float speed_x_ = 0, speed_y_ = 0;  ///< CSS pixels a second, smoothed
};

}  // namespace thidua::platform
