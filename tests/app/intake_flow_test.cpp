// A scan on its way in when the network is bad, and choices taken back: what the flow promises its screen.

#include "app/intake_flow.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <functional>
#include <string>
#include <utility>

#include "app/data_file.h"
#include "fake_host.h"

namespace {

using namespace thidua;
using Stage = app::IntakeFlow::Stage;

constexpr const char* kScan =
    "Thyc hién K& hoach sé 53/KH-UBND ngay 14 thang 3 nam 2024 ctia Uy ban nhan dan thanh phd\n"
    "Phat huy vai tro cua tung ca nhan trong viéc thyc hién nhiém vu, cong chitc thi dua.\n";

/// Answers a fetch when the test says so.
class SlowHost final : public app::FakeHost {
public:
    int fetches = 0;
    std::function<void(float)> progress;
    std::function<void(base::Result<std::string>)> done;

    void fetch(std::string_view, std::function<void(float)> on_progress,
               std::function<void(base::Result<std::string>)> on_done) override {
        ++fetches;
        progress = std::move(on_progress);
        done = std::move(on_done);
    }
};

void run(app::IntakeFlow& flow) {
    while (flow.work(1000)) {
    }
}

TEST(IntakeFlow, TellsHowFarTheModelIsAndWhenItIsSlow) {
    SlowHost host;
    app::IntakeFlow flow;
    flow.start("quet.txt", kScan, host);
    run(flow);
    EXPECT_EQ(flow.stage(), Stage::kModel);
    host.clock = 5;
    host.progress(0.25F);
    flow.work(6);
    EXPECT_FLOAT_EQ(flow.progress(), 0.25F);
    host.clock = 12;
    EXPECT_FALSE(flow.slow());  // something came seven seconds ago
    host.clock = 14;
    EXPECT_TRUE(flow.slow());
    host.progress(0.5F);
    EXPECT_FALSE(flow.slow());
}

TEST(IntakeFlow, AFailedModelCanBeAskedForAgain) {
    SlowHost host;
    app::IntakeFlow flow;
    flow.start("quet.txt", kScan, host);
    run(flow);
    host.done(base::fail(base::ErrorKind::kNotFound, "Mất mạng.", "No network."));
    run(flow);
    EXPECT_EQ(flow.stage(), Stage::kFailed);
    EXPECT_EQ(flow.error().vi, "Mất mạng.");
    flow.retry();
    EXPECT_EQ(flow.stage(), Stage::kModel);
    EXPECT_EQ(host.fetches, 2);
    host.done(std::string("not a model"));
    run(flow);
    EXPECT_EQ(flow.stage(), Stage::kFailed);
    EXPECT_FALSE(flow.error().vi.empty());
    flow.retry();
    host.done(app::read_data_file(app::kLanguageModelFile));
    run(flow);
    EXPECT_EQ(flow.stage(), Stage::kReview);
    EXPECT_FALSE(flow.unrestored());
}

TEST(IntakeFlow, APlanCanBeReadWithoutTheModel) {
    SlowHost host;
    app::IntakeFlow flow;
    flow.start("ke-hoach.txt", "I. MUC DICH\n\nPhat huy vai tro cua tung ca nhan.\n", host);
    run(flow);
    flow.skip_restoring();
    EXPECT_EQ(flow.stage(), Stage::kReview);
    EXPECT_TRUE(flow.unrestored());
    EXPECT_EQ(flow.open_doubts(), 0u);
    const office::PlanBundle bundle = flow.read();
    ASSERT_FALSE(bundle.items.empty());
    EXPECT_EQ(bundle.plan.restored_text, flow.source());
    host.done(std::string("too late"));  // must not matter any more
    run(flow);
    EXPECT_EQ(flow.stage(), Stage::kReview);
}

// The structure is read while the review stands open, and anew after each correction.
TEST(IntakeFlow, WhatIsAcceptedIsReadFromTheCorrectedText) {
    SlowHost host;
    app::IntakeFlow flow;
    flow.start("ke-hoach.txt", "I. NHIỆM VỤ\n\n1. Sở Nội vụ báo cáo trước ngày 30/6/2025.\n", host);
    while (flow.work(0)) {
    }
    ASSERT_EQ(flow.stage(), Stage::kReview);
    ASSERT_EQ(flow.read().tasks.size(), 1u);
    EXPECT_EQ(flow.read().tasks[0].due, (base::Date{2025, 6, 30}));
    const auto& tokens = flow.restoration().tokens;
    const auto day =
        std::find_if(tokens.begin(), tokens.end(), [](const auto& token) { return token.text == "30/6/2025"; });
    ASSERT_NE(day, tokens.end());
    flow.settle(static_cast<std::size_t>(day - tokens.begin()), "15/7/2025");
    while (flow.work(0)) {
    }
    EXPECT_EQ(flow.read().tasks[0].due, (base::Date{2025, 7, 15}));
    EXPECT_EQ(flow.read().plan.source_text, flow.source());
}

TEST(IntakeFlow, TextThatNeedsNoModelFetchesNone) {
    SlowHost host;
    app::IntakeFlow flow;
    flow.start("ke-hoach.txt", "I. MỤC ĐÍCH\n\nPhát huy vai trò của từng cá nhân trong thi đua.\n", host);
    run(flow);
    EXPECT_EQ(flow.stage(), Stage::kReview);
    EXPECT_TRUE(flow.restoration().already_vietnamese);
    flow.settle(1, "mục");  // corrected by hand all the same
    run(flow);
    EXPECT_EQ(flow.token_text(1), "mục");
    EXPECT_EQ(flow.undo(), 1u);
    run(flow);
    EXPECT_EQ(flow.accepted_text(), flow.source());

    flow.start("plan.txt", "The plan of the office for the year that comes next.\n", host);
    run(flow);
    EXPECT_EQ(flow.stage(), Stage::kReview);
    EXPECT_EQ(flow.accepted_text(), flow.source());
    EXPECT_EQ(host.fetches, 0);

    flow.start("quet.txt", kScan, host);
    run(flow);
    EXPECT_EQ(flow.stage(), Stage::kModel);
    EXPECT_EQ(host.fetches, 1);
}

TEST(IntakeFlow, AChoiceIsTakenBackWithWhatFollowedFromIt) {
    SlowHost host;
    app::IntakeFlow flow;
    flow.start("quet.txt", kScan, host);
    run(flow);
    host.done(app::read_data_file(app::kLanguageModelFile));
    run(flow);
    ASSERT_EQ(flow.stage(), Stage::kReview);
    const std::string before = flow.accepted_text();
    const std::size_t doubts = flow.open_doubts();
    ASSERT_FALSE(flow.can_undo());
    flow.settle(0, "Thực");
    flow.settle(1, "hành");
    flow.settle(1, "hiện");
    run(flow);
    EXPECT_EQ(flow.token_text(1), "hiện");
    EXPECT_TRUE(flow.is_settled(1));
    EXPECT_EQ(flow.undo(), 1u);
    EXPECT_EQ(flow.token_text(1), "hành");
    EXPECT_EQ(flow.undo(), 1u);
    EXPECT_EQ(flow.undo(), 0u);
    EXPECT_FALSE(flow.can_undo());
    EXPECT_FALSE(flow.undo().has_value());
    run(flow);
    EXPECT_EQ(flow.accepted_text(), before);
    EXPECT_EQ(flow.open_doubts(), doubts);
}

TEST(IntakeFlow, ACorrectionTeachesTheRestAndSaysHowMuch) {
    SlowHost host;
    app::IntakeFlow flow;
    // The name is unknown to the model: what a person reads once holds wherever it is printed the same way.
    std::string source;
    for (int i = 0; i < 6; ++i)
        source += "Giao ong Hoing, cong chitc phu trach, thyc hién nhiém vu thi dua trong nam.\n";
    flow.start("quet.txt", source, host);
    run(flow);
    host.done(app::read_data_file(app::kLanguageModelFile));
    run(flow);
    ASSERT_EQ(flow.stage(), Stage::kReview);
    const std::string before = flow.accepted_text();
    const auto& tokens = flow.restoration().tokens;
    std::size_t name = 0;
    while (name < tokens.size() && flow.source().substr(tokens[name].source_begin, 5) != "Hoing") ++name;
    ASSERT_LT(name, tokens.size());
    const std::string taught = flow.token_text(name) == "Hoằng" ? "Hoẵng" : "Hoằng";
    flow.settle(name, taught);
    EXPECT_EQ(flow.token_text(name), taught) << "at once";
    run(flow);
    std::size_t read = 0;
    for (std::size_t at = 0; (at = flow.accepted_text().find(taught, at)) != std::string::npos; ++at) ++read;
    EXPECT_GT(read, 1u) << before << "\n" << flow.accepted_text();
    EXPECT_GE(flow.take_also_changed() + 1, read);  // and whatever the neighbours make of it
    EXPECT_EQ(flow.take_also_changed(), 0u);
    EXPECT_EQ(flow.undo(), name);
    run(flow);
    EXPECT_EQ(flow.accepted_text(), before);
    EXPECT_EQ(flow.take_also_changed(), 0u);
}

}  // namespace
