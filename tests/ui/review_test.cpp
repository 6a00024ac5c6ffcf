// The review of a scan by keyboard alone, by pointer and on a phone: each key, each choice, taken back again.

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "office_fixture.h"

using namespace thidua;
using thidua::testing::Headless;
using thidua::testing::Role;
using Stage = app::IntakeFlow::Stage;

namespace {

/// The sample where it is; else a small scan of our own with doubtful words.
std::string scan() {
    std::ifstream in(std::string(THIDUA_SOURCE_DIR) + "/../shared/samples/plan-2024.ocr.txt", std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!text.empty()) return text;
    return "Ké hoach phat dong phong trao thi dua\n\nI. MUC DICH\n\nPhat huy vai tro cua tung ca nhan trong viéc t6 "
           "chue.\n"
           "Phong trao thi dua s6i ndi trong cong chic, ndi bd, cac t6 chic va ngudi lao ddng.\n";
}

class Review : public thidua::testing::OfficeTest {
protected:
    void begin() {
        app().receive({"quet.txt", scan()});
        screen_->shell().wake();
        for (int i = 0; i < 900 && flow().stage() != Stage::kReview && flow().stage() != Stage::kFailed; ++i)
            screen_->step();
        screen_->settle();
    }
    app::IntakeFlow& flow() { return app().intake(); }
    std::string field() const {
        const app::SemanticNode* node = screen_->find(Role::kTextbox, "Đọc là");
        return node != nullptr ? node->value : "(no field)";
    }
    /// As the page's text agent types into the field that has the keyboard.
    void type(std::string_view text) {
        ASSERT_TRUE(screen_->shell().text_input_active());
        screen_->shell().type(text);
        screen_->settle();
    }
    std::size_t first_doubt() { return *flow().next_doubt(std::nullopt); }
};

}  // namespace

TEST_F(Review, BeginsAtTheFirstDoubtWithTheKeyboardInTheField) {
    begin();
    ASSERT_EQ(flow().stage(), Stage::kReview) << screen_->outline();
    ASSERT_GT(flow().open_doubts(), 2u);
    EXPECT_EQ(field(), flow().token_text(first_doubt()));
    EXPECT_TRUE(screen_->shell().text_input_active());
    EXPECT_TRUE(screen_->sees(std::to_string(flow().open_doubts()) + " chữ còn ngờ"));
    shot("doi-chieu-1280");
    screen_->ui().set_dark(true);
    screen_->settle();
    shot("doi-chieu-1280-toi");
    EXPECT_LE(screen_->idle(2.0), 4) << "only the caret blinks";
}

TEST_F(Review, TabAndShiftTabWalkThroughTheDoubts) {
    begin();
    const std::size_t first = first_doubt();
    const std::size_t second = *flow().next_doubt(first);
    screen_->key(ImGuiKey_Tab);
    EXPECT_EQ(field(), flow().token_text(second));
    screen_->key(ImGuiMod_Shift | ImGuiKey_Tab);
    EXPECT_EQ(field(), flow().token_text(first));
    screen_->key(ImGuiMod_Shift | ImGuiKey_Tab);  // wraps
    EXPECT_EQ(field(), flow().token_text(*flow().next_doubt(first, true)));
    screen_->key(ImGuiKey_F8);
    EXPECT_EQ(field(), flow().token_text(first));
    EXPECT_TRUE(screen_->shell().text_input_active());
}

TEST_F(Review, EnterKeepsTheWordAndGoesOn) {
    begin();
    const std::size_t first = first_doubt();
    const std::size_t doubts = flow().open_doubts();
    const std::string kept = flow().token_text(first);
    screen_->key(ImGuiKey_Enter);
    EXPECT_FALSE(flow().is_open_doubt(first));
    EXPECT_EQ(flow().token_text(first), kept);
    EXPECT_LT(flow().open_doubts(), doubts);
    EXPECT_EQ(field(), flow().token_text(first_doubt()));
    EXPECT_TRUE(screen_->shell().text_input_active());
}

TEST_F(Review, AFigureChoosesAnotherReading) {
    begin();
    std::size_t token = first_doubt();
    while (flow().restoration().tokens[token].alternatives.size() < 2) {
        screen_->key(ImGuiKey_Tab);
        token = *flow().next_doubt(token);
    }
    const std::string wanted = flow().restoration().tokens[token].alternatives[1].text;
    type("2");
    EXPECT_EQ(flow().token_text(token), wanted);
    EXPECT_FALSE(flow().is_open_doubt(token));
    EXPECT_NE(flow().accepted_text().find(wanted), std::string::npos);
}

TEST_F(Review, WhatIsTypedCorrectsTheWord) {
    begin();
    const std::size_t first = first_doubt();
    type("Uỷ");
    EXPECT_EQ(field(), "Uỷ");
    type("3");  // in a correction a figure is a figure
    EXPECT_EQ(field(), "Uỷ3");
    screen_->key(ImGuiKey_Enter);
    EXPECT_EQ(flow().token_text(first), "Uỷ3");
    // Tab settles what was typed as well.
    const std::size_t second = first_doubt();
    type("ban");
    screen_->key(ImGuiKey_Tab);
    EXPECT_EQ(flow().token_text(second), "ban");
    // Escape forgets it and gives Tab back to the other controls.
    const std::size_t third = first_doubt();
    const std::string before = flow().token_text(third);
    type("xoá");
    screen_->key(ImGuiKey_Escape);
    EXPECT_EQ(flow().token_text(third), before);
    EXPECT_FALSE(screen_->shell().text_input_active());
}

TEST_F(Review, ChoicesAreTakenBack) {
    begin();
    const std::string before = flow().accepted_text();
    const std::size_t first = first_doubt();
    type("Khác");
    screen_->key(ImGuiKey_Enter);
    ASSERT_NE(flow().accepted_text(), before);
    screen_->key(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(flow().accepted_text(), before);
    EXPECT_TRUE(flow().is_open_doubt(first));
    EXPECT_EQ(field(), flow().token_text(first));
    screen_->key(ImGuiKey_Enter);
    ASSERT_FALSE(flow().is_open_doubt(first));
    screen_->click(Role::kButton, "Lấy lại lựa chọn");
    EXPECT_TRUE(flow().is_open_doubt(first));
}

TEST_F(Review, ArrowsGoToTheWordsBesideUntilTheCaretIsInTheWord) {
    begin();
    const std::size_t first = first_doubt();
    ASSERT_GT(first, 0u);
    screen_->key(ImGuiKey_LeftArrow);
    EXPECT_EQ(field(), flow().token_text(first - 1));
    screen_->key(ImGuiKey_RightArrow);
    EXPECT_EQ(field(), flow().token_text(first));
    screen_->key(ImGuiKey_End);
    type("s");
    screen_->key(ImGuiKey_LeftArrow);
    type("x");
    EXPECT_EQ(field(), flow().token_text(first) + "xs");
}

TEST_F(Review, WhatIsLeftDoubtfulIsSaid) {
    begin();
    ASSERT_GT(flow().open_doubts(), 0u);
    const std::string left = std::to_string(flow().open_doubts());
    screen_->key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    EXPECT_EQ(app().route().place, app::Place::kPlan) << screen_->outline();
    EXPECT_TRUE(screen_->sees(left + " chữ còn ngờ")) << screen_->outline();
}

TEST_F(Review, OnAPhoneOneTextAtATimeWithReadingsForAFinger) {
    screen_->host.coarse = true;
    screen_->resize(390, 844, 2);
    begin();
    ASSERT_EQ(flow().stage(), Stage::kReview);
    const std::size_t first = first_doubt();
    EXPECT_FALSE(screen_->shell().text_input_active()) << "the keyboard would hide the text";
    shot("doi-chieu-390");
    for (const app::SemanticNode& node : screen_->all(Role::kButton)) {
        const bool a_word = node.description == "từ chưa chắc chắn" || node.selected;
        if (!a_word) {
            EXPECT_GE(node.rect.height, 44) << node.name;
        }
        EXPECT_LE(node.rect.x + node.rect.width, 391) << node.name;
    }
    const auto& alternatives = flow().restoration().tokens[first].alternatives;
    ASSERT_FALSE(alternatives.empty());
    const std::string wanted = alternatives[0].text;
    screen_->click(Role::kButton, "1  " + wanted);
    EXPECT_EQ(flow().token_text(first), wanted);
    screen_->click(Role::kRadio, "Bản gốc");
    EXPECT_TRUE(screen_->has(Role::kRegion, "Bản gốc")) << screen_->outline();
    shot("doi-chieu-390-goc");
    screen_->ui().set_dark(true);
    screen_->settle();
    shot("doi-chieu-390-goc-toi");
}

TEST_F(Review, WithoutTheModelThePlanCanStillBeRead) {
    host_.offline = true;
    begin();
    ASSERT_EQ(flow().stage(), Stage::kFailed);
    EXPECT_TRUE(screen_->sees("Mất mạng.")) << screen_->outline();
    shot("doi-chieu-mat-mang");
    screen_->click(Role::kButton, "Thử lại");
    EXPECT_EQ(flow().stage(), Stage::kFailed);
    screen_->click(Role::kButton, "Đọc như hiện có");
    EXPECT_EQ(flow().stage(), Stage::kReview);
    screen_->click(Role::kButton, "Chấp nhận");
    EXPECT_EQ(app().route().place, app::Place::kPlan) << screen_->outline();
}
