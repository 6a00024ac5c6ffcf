#include "platform/touch.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thidua::platform {
namespace {

constexpr float kSlop = 8;             // CSS pixels: less is a shaky tap, not a drag
constexpr double kLongPress = 0.5;     // seconds, as Android and iOS have it
constexpr double kStale = 0.08;        // a finger that rests this long before lifting does not fling
constexpr float kGlideHalfLife = 0.2f; // seconds until the glide is half as fast
constexpr float kGlideStop = 20;       // CSS pixels a second: slower is standing still
constexpr float kGlideMax = 4000;
constexpr double kNever = std::numeric_limits<double>::infinity();

using Act = TouchGestures::Act;

Act at(float x, float y) { return {Act::Kind::kMove, 0, x, y}; }
Act press(int button) { return {Act::Kind::kDown, button, 0, 0}; }
Act release(int button) { return {Act::Kind::kUp, button, 0, 0}; }
Act wheel(float x, float y) { return {Act::Kind::kWheel, 0, x, y}; }

}  // namespace

TouchGestures::Acts TouchGestures::down(std::int64_t finger, float x, float y, double now) {
    if (state_ != State::kIdle && state_ != State::kGliding) return {};  // one finger at a time
    state_ = State::kPressed;
    finger_ = finger;
    drag_is_held_ = false;
    start_x_ = x_ = x;
    start_y_ = y_ = y;
    started_at_ = moved_at_ = now;
    speed_x_ = speed_y_ = 0;
    return {at(x, y)};  // the item under the finger shows that it is meant
}

TouchGestures::Acts TouchGestures::move(std::int64_t finger, float x, float y, double now) {
    if (finger != finger_ || state_ == State::kIdle || state_ == State::kGliding) return {};
    const float dx = x - x_;
    const float dy = y - y_;
    Acts acts;
    if (state_ == State::kPressed) {
        if (std::hypot(x - start_x_, y - start_y_) < kSlop) return {};
        if (drag_is_held_) {
            state_ = State::kDragging;
            acts.push_back(press(0));
        } else {
            state_ = State::kScrolling;
        }
    }
    if (state_ == State::kDragging) {
        acts.push_back(at(x, y));
    } else if (state_ == State::kScrolling) {
        acts.push_back(wheel(dx, dy));
        const float seconds = static_cast<float>(std::max(now - moved_at_, 0.001));
        speed_x_ = std::lerp(speed_x_, dx / seconds, 0.5f);
        speed_y_ = std::lerp(speed_y_, dy / seconds, 0.5f);
    }
    x_ = x;
    y_ = y;
    moved_at_ = now;
    return acts;
}

TouchGestures::Acts TouchGestures::up(std::int64_t finger, float x, float y, double now) {
    if (finger != finger_) return {};
    const State was = state_;
    state_ = State::kIdle;
    // Afterwards the pointer is nowhere: a finger that is gone does not hover.
    const Act away = at(-std::numeric_limits<float>::max(), -std::numeric_limits<float>::max());
    if (was == State::kPressed) return {at(x, y), press(0), release(0)};  // hover ends with the next touch
    if (was == State::kDragging) return {at(x, y), release(0), away};
    if (was == State::kScrolling && now - moved_at_ < kStale) {
        speed_x_ = std::clamp(speed_x_, -kGlideMax, kGlideMax);
        speed_y_ = std::clamp(speed_y_, -kGlideMax, kGlideMax);
        state_ = State::kGliding;
        moved_at_ = now;
        return {};
    }
    if (was == State::kScrolling) return {away};
    return {};
}

TouchGestures::Acts TouchGestures::cancel(std::int64_t finger) {
    if (finger != finger_) return {};
    const State was = state_;
    state_ = State::kIdle;
    if (was == State::kDragging) return {release(0)};
    return {};
}

TouchGestures::Acts TouchGestures::tick(double now) {
    if (state_ == State::kPressed && !drag_is_held_ && now - started_at_ >= kLongPress) {
        state_ = State::kLongPressed;
        return {press(1), release(1)};
    }
    if (state_ != State::kGliding) return {};
    const float seconds = static_cast<float>(std::clamp(now - moved_at_, 0.0, 0.1));
    moved_at_ = now;
    const float dx = speed_x_ * seconds;
    const float dy = speed_y_ * seconds;
    const float keep = std::exp2(-seconds / kGlideHalfLife);
    speed_x_ *= keep;
    speed_y_ *= keep;
    if (std::hypot(speed_x_, speed_y_) < kGlideStop) state_ = State::kIdle;
    if (dx == 0 && dy == 0) return {};
    return {wheel(dx, dy)};
}

double TouchGestures::wakes_at() const {
    if (state_ == State::kGliding) return moved_at_;
    if (state_ == State::kPressed && !drag_is_held_) return started_at_ + kLongPress;
    return kNever;
}

}  // namespace thidua::platform
