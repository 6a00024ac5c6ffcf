// Pages of paper on screen: zoom by wheel, fingers and buttons, selection over lines and pages, copying, drawing at
// every zoom; pictures kept to be looked at (build/…/shots).

#include <gtest/gtest.h>

#include <cmath>

#include "document/document.h"
#include "document/layout.h"
#include "document/metrics.h"
#include "headless.h"
#include "ui/document_view.h"

using namespace thidua;
using thidua::testing::Headless;
using thidua::testing::Role;

namespace {

using document::paragraph;
using document::StyleId;

const std::string kSentence =
    "Phòng Tư pháp huyện Sông Trà tổ chức phong trào thi đua “Tận tụy với dân, thượng tôn pháp luật”; mỗi công chức "
    "đăng ký ít nhất một việc làm mới, cải tiến được ghi nhận, đúng hạn và có minh chứng.";

document::Document two_pages() {
    document::Section section;
    for (int i = 0; i < 24; ++i)
        section.blocks.emplace_back(paragraph(StyleId::kBody, std::to_string(i + 1) + ". " + kSentence));
    document::Table table;
    table.column_mm = {20, 80};
    for (int row = 0; row < 2; ++row)
        table.rows.push_back({{document::cell(StyleId::kTableNumber, std::to_string(row + 1)),
                               document::cell(StyleId::kTableText, row == 0 ? "Đặng Thị Mỹ Hạnh" : "Lê Thị Ngọc Ánh")},
                              false,
                              true});
    section.blocks.emplace_back(std::move(table));
    document::Document made;
    made.sections.push_back(std::move(section));
    return made;
}

class Pages : public ::testing::Test {
protected:
    Pages()
        : layout_(document::lay_out(two_pages(), document::times_metrics())),
          screen_([this](ui::Ui& ui) { ui::document_view(ui, "Văn bản", layout_, state_); }) {
        screen_.settle();
    }
    /// Middle of the view.
    ImVec2 middle() const {
        const app::SemanticNode* view = screen_.find(Role::kRegion, "Văn bản");
        return {view->rect.x + view->rect.width / 2, view->rect.y + view->rect.height / 2};
    }
    app::Rect of(const std::string& start) const {
        for (const app::SemanticNode& node : screen_.all(Role::kButton)) {
            if (node.name.rfind(start, 0) == 0) return node.rect;
        }
        ADD_FAILURE() << start << " is not shown\n" << screen_.outline();
        return {};
    }
    static void move(ImVec2 to) { ImGui::GetIO().AddMousePosEvent(to.x, to.y); }
    void wheel(float notches) {
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        ImGui::GetIO().AddMouseWheelEvent(0, notches);
        screen_.step();
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
        screen_.settle();
    }
    void drag(ImVec2 from, ImVec2 to) {
        move(from);
        screen_.step(2);
        ImGui::GetIO().AddMouseButtonEvent(0, true);
        screen_.step();
        move({(from.x + to.x) / 2, (from.y + to.y) / 2});
        screen_.step();
        move(to);
        screen_.step();
        ImGui::GetIO().AddMouseButtonEvent(0, false);
        screen_.settle();
    }

    document::Layout layout_;
    ui::DocumentViewState state_;
    Headless screen_;
};

}  // namespace

TEST_F(Pages, CtrlAndTheWheelZoomAroundThePointer) {
    ASSERT_GE(layout_.pages.size(), 2U);
    const app::Rect before = of("4. ");
    const ImVec2 point{before.x + before.width / 2, before.y + 2};
    move(point);
    screen_.step();
    const float zoom = state_.shown_zoom;
    wheel(3);
    EXPECT_NEAR(state_.shown_zoom, zoom * std::pow(1.15F, 3.0F), 0.01F);
    const app::Rect after = of("4. ");
    EXPECT_NEAR(after.y + 2 * state_.shown_zoom / zoom, point.y, 2) << "what was under the pointer is there still";
    EXPECT_GT(after.width, before.width * 1.3F);
    wheel(-30);
    EXPECT_FLOAT_EQ(state_.shown_zoom, ui::kLeastZoom);
    wheel(60);
    EXPECT_FLOAT_EQ(state_.shown_zoom, ui::kMostZoom);
}

TEST_F(Pages, TwoFingersZoomWhatIsBetweenThem) {
    const ImVec2 at = middle();
    const float zoom = state_.shown_zoom;
    ASSERT_GT(screen_.ui().zoom_area.width, 100) << "the platform asks whether fingers are over a page";
    screen_.ui().spread = 1.5F;
    screen_.ui().spread_x = at.x;
    screen_.ui().spread_y = at.y;
    screen_.step();
    screen_.settle();
    EXPECT_NEAR(state_.shown_zoom, zoom * 1.5F, 0.01F);
    EXPECT_FLOAT_EQ(screen_.ui().spread, 1) << "used once";
    screen_.ui().spread = 2;
    screen_.ui().spread_x = screen_.ui().spread_y = -50;
    screen_.step();
    EXPECT_NEAR(state_.shown_zoom, zoom * 1.5F, 0.01F) << "beside the page nothing is zoomed";
}

TEST_F(Pages, AWheelWithoutCtrlScrolls) {
    move(middle());
    screen_.step();
    const float zoom = state_.shown_zoom;
    const float y = of("2. ").y;
    ImGui::GetIO().AddMouseWheelEvent(0, -1);
    screen_.settle();
    EXPECT_FLOAT_EQ(state_.shown_zoom, zoom);
    EXPECT_LT(of("2. ").y, y - 20);
}

TEST_F(Pages, TheSelectionRunsOverLinesAndParagraphsInReadingOrder) {
    const app::Rect first = of("2. ");
    const app::Rect third = of("3. ");
    drag({first.x + 2, first.y + 6}, {third.x + third.width - 2, third.y + third.height - 6});
    const std::string text = ui::selected_text(layout_, state_);
    EXPECT_EQ(text.substr(text.find("Phòng")), kSentence + "\n3. " + kSentence) << "no break inside a paragraph";
    EXPECT_FALSE(state_.chosen) << "a drag presses nothing";
    screen_.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/trang-chon.png");
    // Backwards it is the same text.
    drag({third.x + third.width - 2, third.y + third.height - 6}, {first.x + 2, first.y + 6});
    EXPECT_EQ(ui::selected_text(layout_, state_), text);
}

TEST_F(Pages, ASelectionOverAPageBorderLeavesTheNumberOut) {
    state_.anchor = ui::TextSpot{0, 0, 0};
    const auto& last = layout_.pages.back().texts;
    std::size_t end = last.size() - 1;
    while (last[end].place.block == document::Place::kNowhere) --end;
    state_.caret = ui::TextSpot{layout_.pages.size() - 1, end, last[end].text.size()};
    const std::string text = ui::selected_text(layout_, state_);
    std::string expected;
    for (int i = 0; i < 24; ++i) expected += std::to_string(i + 1) + ". " + kSentence + "\n";
    EXPECT_EQ(text, expected + "1\tĐặng Thị Mỹ Hạnh\n2\tLê Thị Ngọc Ánh");
}

TEST_F(Pages, AreDrawnAtEveryZoom) {
    for (const int percent : {50, 100, 200, 400}) {
        state_.zoom = static_cast<float>(percent) * 4 / 300;
        screen_.settle();
        EXPECT_EQ(std::lround(state_.shown_zoom * 75), percent);
        EXPECT_TRUE(
            screen_.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/trang-" + std::to_string(percent) + ".png"));
    }
    screen_.resize(390, 844, 2);
    state_.zoom = 0;
    screen_.settle();
    EXPECT_TRUE(screen_.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/390-trang.png"));
    for (const app::SemanticNode& node : screen_.all(Role::kButton))
        EXPECT_LE(node.rect.x + node.rect.width, 390) << "fits the width: " << node.name;
}
