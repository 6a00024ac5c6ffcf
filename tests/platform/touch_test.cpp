#include "platform/touch.h"

#include <gtest/gtest.h>

#include <cmath>

using thidua::platform::TouchGestures;
using Act = TouchGestures::Act;
using Kind = Act::Kind;

namespace {

bool has(const TouchGestures::Acts& acts, Kind kind, int button = 0) {
    for (const Act& act : acts) {
        if (act.kind == kind && act.button == button) return true;
    }
    return false;
}

}  // namespace

TEST(Touch, TapIsAClickWhereTheFingerLifts) {
    TouchGestures touch;
    EXPECT_FALSE(has(touch.down(1, 100, 200, 0), Kind::kDown)) << "nothing is pressed before it is known to be a tap";
    const auto acts = touch.up(1, 102, 201, 0.1);
    ASSERT_EQ(acts.size(), 3U);
    EXPECT_EQ(acts[0], (Act{Kind::kMove, 0, 102, 201}));
    EXPECT_EQ(acts[1].kind, Kind::kDown);
    EXPECT_EQ(acts[2].kind, Kind::kUp);
    EXPECT_TRUE(std::isinf(touch.wakes_at()));
}

TEST(Touch, DragScrollsByTheFingersPathAndClicksNothing) {
    TouchGestures touch;
    touch.down(1, 100, 200, 0);
    float scrolled = 0;
    for (int step = 1; step <= 10; ++step) {
        for (const Act& act : touch.move(1, 100, 200 - 10.0F * static_cast<float>(step), 0.016 * step)) {
            ASSERT_EQ(act.kind, Kind::kWheel);
            scrolled += act.y;
        }
    }
    EXPECT_FLOAT_EQ(scrolled, -100) << "finger up by 100: the page goes on by 100, as a wheel turned down";
    const auto acts = touch.up(1, 100, 100, 0.4);
    EXPECT_FALSE(has(acts, Kind::kDown));
    EXPECT_TRUE(std::isinf(touch.wakes_at())) << "the finger had rested before it was lifted";
}

TEST(Touch, FlingGlidesOnAndComesToRest) {
    TouchGestures touch;
    touch.down(1, 0, 500, 0);
    for (int step = 1; step <= 6; ++step) touch.move(1, 0, 500 - 20.0F * static_cast<float>(step), 0.016 * step);
    touch.up(1, 0, 380, 0.1);
    ASSERT_FALSE(std::isinf(touch.wakes_at()));
    double now = 0.1;
    float before = 1e9F;
    int frames = 0;
    for (; !std::isinf(touch.wakes_at()) && frames < 1000; ++frames) {
        now += 0.016;
        for (const Act& act : touch.tick(now)) {
            EXPECT_LT(act.y, 0);
            EXPECT_LE(std::abs(act.y), before) << "it slows down";
            before = std::abs(act.y);
        }
    }
    EXPECT_GT(frames, 20);
    EXPECT_LT(now, 3) << "within three seconds it stands still, and no frame is asked for any more";
}

TEST(Touch, NextTouchStopsTheGlide) {
    TouchGestures touch;
    touch.down(1, 0, 500, 0);
    for (int step = 1; step <= 6; ++step) touch.move(1, 0, 500 - 20.0F * static_cast<float>(step), 0.016 * step);
    touch.up(1, 0, 380, 0.1);
    touch.down(2, 0, 300, 0.2);
    EXPECT_TRUE(touch.tick(0.21).empty());
}

TEST(Touch, LongPressOpensTheContextMenuAndIsNoTap) {
    TouchGestures touch;
    touch.down(1, 50, 50, 0);
    EXPECT_DOUBLE_EQ(touch.wakes_at(), 0.5);
    EXPECT_TRUE(touch.tick(0.4).empty());
    EXPECT_TRUE(has(touch.tick(0.5), Kind::kDown, 1));
    EXPECT_TRUE(touch.up(1, 50, 50, 0.9).empty());
}

TEST(Touch, SecondFingerIsIgnored) {
    TouchGestures touch;
    touch.down(1, 50, 50, 0);
    EXPECT_TRUE(touch.down(2, 90, 90, 0.01).empty());
    EXPECT_TRUE(touch.up(2, 90, 90, 0.02).empty());
    EXPECT_EQ(touch.up(1, 50, 50, 0.1).size(), 3U);
}

TEST(Touch, CancelledTouchPressesNothing) {
    TouchGestures touch;
    touch.down(1, 50, 50, 0);
    EXPECT_TRUE(touch.cancel(1).empty());
    EXPECT_TRUE(touch.up(1, 50, 50, 0.1).empty());
}
