#include "ui/frame.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "ui/headless.h"
#include "ui/page_view.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"
#include "ui/widgets/year_band.h"

namespace thidua::testing {
namespace {

ui::FrameData sample() {
    ui::FrameData data;
    data.places = {{"Tổng quan", "home", false},
                   {"Kế hoạch", "description", true},
                   {"Nhiệm vụ", "task", false, false, 3},
                   {"Con người", "group"},
                   {"Danh hiệu", "award"},
                   {"Văn bản", "print"},
                   {"Nhật ký", "history"},
                   {"Tệp và cài đặt", "settings", false, true}};
    data.year = "Năm 2024";
    data.years = {"Năm 2023", "Năm 2024"};
    data.path = {"Kế hoạch", "Kế hoạch số 12/KH-UBND", "II. Nội dung"};
    data.status = {"TELEX", "3 việc đến hạn", "luật: 06/2022/QH15 + NĐ 98/2023/NĐ-CP (20/12/2024)"};
    data.details_title = "Căn cứ";
    data.details_open = true;
    return data;
}

struct FrameScreen {
    ui::FrameData data = sample();
    ui::FrameEvent last;
    std::vector<ui::YearMark> marks = {
        {ui::YearMark::Kind::kAnniversary, {2024, 2, 3}, {}, "Ngày thành lập Đảng"},
        {ui::YearMark::Kind::kAnniversary, {2024, 4, 30}, {}, "Ngày Giải phóng miền Nam"},
        {ui::YearMark::Kind::kAnniversary, {2024, 5, 7}, {}, "70 năm Chiến thắng Điện Biên Phủ"},
        {ui::YearMark::Kind::kAnniversary, {2024, 9, 2}, {}, "Quốc khánh"},
        {ui::YearMark::Kind::kCampaign, {2024, 3, 15}, {2024, 6, 30}, "Đợt thi đua cải cách hành chính"},
        {ui::YearMark::Kind::kCampaign, {2024, 8, 1}, {2024, 11, 9}, "Đợt thi đua Ngày Pháp luật"},
        {ui::YearMark::Kind::kDeadline, {2024, 2, 28}, {}, "Đăng ký danh hiệu", true},
        {ui::YearMark::Kind::kDeadline, {2024, 6, 15}, {}, "Báo cáo 6 tháng", false, true},
        {ui::YearMark::Kind::kDeadline, {2024, 11, 30}, {}, "Hồ sơ khen thưởng"}};

    void draw(ui::Ui& ui) {
        const ui::FrameEvent event = ui::frame(
            ui, data,
            [&] {
                ui::heading(ui, "Kế hoạch phát động phong trào thi đua");
                ui::quiet(ui, "Nội dung của Kế hoạch, để phân công và theo dõi.");
                ui::begin_card(ui, "year", "Năm 2024");
                ui::year_band(ui, "Dòng thời gian", 2024, marks, base::Date{2024, 7, 20});
                ui::end_card(ui);
                for (int i = 0; i < 30; ++i) {
                    ui::list_row(
                        ui, "row" + std::to_string(i),
                        {.title = "Nhiệm vụ số " + std::to_string(i + 1), .subtitle = "Phòng Tư pháp", .icon = "task"});
                }
            },
            [&] {
                ui::property(ui, "Số", "06/2022/QH15", 90);
                ui::property(ui, "Cơ quan", "Quốc hội", 90);
            });
        if (event.place >= 0 || event.crumb >= 0 || event.close_details || event.year >= 0) last = event;
        if (event.close_details) data.details_open = false;
    }
};

TEST(Frame, RailLeadsToPlaces) {
    FrameScreen screen;
    Headless app([&](ui::Ui& ui) { screen.draw(ui); });
    ASSERT_TRUE(app.has(Role::kNavigation, "Điều hướng chính")) << app.outline();
    EXPECT_TRUE(app.find(Role::kLink, "Kế hoạch")->selected);
    app.click(Role::kLink, "Con người");
    EXPECT_EQ(screen.last.place, 3);
    app.click(Role::kLink, "Tệp và cài đặt");
    EXPECT_EQ(screen.last.place, 7);
}

TEST(Frame, YearMenuOffersTheYears) {
    FrameScreen screen;
    Headless app([&](ui::Ui& ui) { screen.draw(ui); });
    app.click(Role::kButton, "Năm 2024");
    app.click(Role::kOption, "Năm 2023");
    EXPECT_EQ(screen.last.year, 0);
}

TEST(Frame, ShowsSavingStateAndStatus) {
    FrameScreen screen;
    Headless app([&](ui::Ui& ui) { screen.draw(ui); });
    EXPECT_TRUE(app.has(Role::kStatus, "Đã lưu"));
    EXPECT_TRUE(app.has(Role::kText, "TELEX"));
    screen.data.saving = ui::Saving::kNotSaved;
    app.step(2);
    EXPECT_TRUE(app.has(Role::kStatus, "Chưa lưu"));
}

TEST(Frame, DetailsCloseAndComeAsSheetOnNarrowScreens) {
    FrameScreen screen;
    Headless app([&](ui::Ui& ui) { screen.draw(ui); });
    EXPECT_TRUE(app.has(Role::kRegion, "Chi tiết"));
    app.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/frame.png");
    app.click(Role::kButton, "Ẩn chi tiết");
    EXPECT_FALSE(app.has(Role::kRegion, "Chi tiết"));
    screen.data.details_open = true;
    app.resize(390, 844, 2);
    EXPECT_TRUE(app.has(Role::kDialog, "Căn cứ")) << app.outline();
    EXPECT_FALSE(app.has(Role::kNavigation)) << "what is behind a sheet is out of reach\n" << app.outline();
    app.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/frame-phone-sheet.png");
    app.click(Role::kButton, "Ẩn chi tiết");
    EXPECT_TRUE(app.has(Role::kNavigation, "Điều hướng chính"));
    app.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/frame-phone.png");
}

TEST(Frame, PhoneShowsFourPlacesAndTheRestInAMenu) {
    FrameScreen screen;
    screen.data.details_open = false;
    Headless app([&](ui::Ui& ui) { screen.draw(ui); }, 390, 844, 2);
    EXPECT_TRUE(app.has(Role::kLink, "Con người"));
    EXPECT_FALSE(app.has(Role::kLink, "Nhật ký"));
    app.click(Role::kButton, "Thêm");
    app.click(Role::kMenuItem, "Nhật ký");
    EXPECT_EQ(screen.last.place, 6);
}

TEST(Frame, DarkLooksRight) {
    FrameScreen screen;
    Headless app([&](ui::Ui& ui) { screen.draw(ui); });
    app.ui().set_dark(true);
    app.settle();
    EXPECT_EQ(app.host.settings["theme"], "dark");
    app.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/frame-dark.png");
}

TEST(Frame, TheLookFollowsTheDeviceUntilOneIsChosenAndAgainWhenAskedTo) {
    FrameScreen screen;
    Headless app([&](ui::Ui& ui) { screen.draw(ui); });
    EXPECT_TRUE(app.ui().follows_system());
    app.ui().set_dark(true);
    app.host.dark = false;
    app.settle();
    EXPECT_TRUE(app.ui().dark());
    EXPECT_FALSE(app.ui().follows_system());
    app.ui().follow_system();
    EXPECT_FALSE(app.ui().dark());
    EXPECT_EQ(app.host.settings["theme"], "");
    app.host.dark = true;
    app.shell().wake();
    app.settle();
    EXPECT_TRUE(app.ui().dark());
}

ui::PageText page_sample(bool noisy) {
    ui::PageText page;
    const std::string heading = noisy ? "UY BAN NHÂN DAN\nHUYỆN EA SÚP\n" : "ỦY BAN NHÂN DÂN\nHUYỆN EA SÚP\n";
    page.text = heading + "KẾ HOẠCH\nPhát động phong trào thi đua năm 2024\n";
    const std::string line =
        noisy ? "Căn cứ Luât Thi dua, khen thuỏng ngày 15 tháng 6 năm 2022; Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 "
                "của Chính phủ quy dịnh chi tiết thi hành một số diều của Luật.\n"
              : "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 "
                "của Chính phủ quy định chi tiết thi hành một số điều của Luật.\n";
    page.styles = {{ui::PageAlign::kCentre, ui::Face::kRegular, 13},
                   {ui::PageAlign::kCentre, ui::Face::kBold, 13},
                   {ui::PageAlign::kCentre, ui::Face::kBold, 14, 0, 18},
                   {ui::PageAlign::kCentre, ui::Face::kBold, 14}};
    for (int i = 0; i < 60; ++i) {
        const std::size_t start = page.text.size();
        page.text += line;
        page.styles.push_back({ui::PageAlign::kJustify, ui::Face::kRegular, 14, 28, 6});
        const std::size_t word = page.text.find(noisy ? "thuỏng" : "thưởng", start);
        page.marks.push_back(
            {word, word + std::string(noisy ? "thuỏng" : "thưởng").size(), 0.2F + 0.3F * static_cast<float>(i % 3)});
    }
    return page;
}

TEST(PageView, MarkedWordsCanBePressed) {
    const ui::PageText page = page_sample(false);
    ui::PageState state;
    ui::PageEvent last;
    Headless app([&](ui::Ui& ui) {
        const ui::PageEvent event = ui::page_view(ui, "Bản phục hồi", page, state, 800, 780);
        if (event.pressed >= 0) last = event;
    });
    ASSERT_TRUE(app.has(Role::kButton, "thưởng")) << app.outline();
    app.click(Role::kButton, "thưởng");
    EXPECT_EQ(last.pressed, 0);
    EXPECT_EQ(state.selected, 0);
    EXPECT_GT(last.mark.width, 20);
}

TEST(PageView, WordsStandWhereTheLayoutSays) {
    const ui::PageText page = page_sample(false);
    ui::PageState state;
    Headless app([&](ui::Ui& ui) { ui::page_view(ui, "Trang", page, state, 800, 780); });
    ASSERT_GT(state.layout.pages, 2);
    for (const ui::PlacedLine& line : state.layout.lines) {
        EXPECT_LE(ui::position_x(app.ui().page_glyphs(), page.text, line, line.end),
                  ui::kPaperWidth - ui::kMarginRight + 0.5F);
        const float y = line.top - ui::kPaperHeight * std::floor(line.top / ui::kPaperHeight);
        EXPECT_GE(y, ui::kMarginTop - 0.1F);
        EXPECT_LE(y + line.height, ui::kPaperHeight - ui::kMarginBottom + 0.1F);
    }
}

TEST(PageView, OneFieldServesEveryZoom) {
    const ui::PageText page = page_sample(false);
    ui::PageState state;
    Headless app([&](ui::Ui& ui) { ui::page_view(ui, "Trang", page, state, 800, 780); });
    const std::size_t glyphs = app.ui().page_glyphs().size();
    const int uploads = app.glyphs.uploads;
    EXPECT_GT(glyphs, 40U);
    EXPECT_GE(uploads, 1);
    app.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/page.png");
    EXPECT_GT(app.glyphs.binds, 0) << "drawn through the distance-field program";
    state.zoom = 4;
    app.shell().wake();
    app.settle();
    app.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/page-zoom.png");
    EXPECT_EQ(app.glyphs.uploads, uploads) << "no new glyphs for another zoom";
}

TEST(PageView, NarrowViewsSpareTheMargins) {
    const ui::PageText page = page_sample(false);
    ui::PageState narrow;
    ui::PageState wide;
    Headless app([&](ui::Ui& ui) {
        ui::page_view(ui, "Hẹp", page, narrow, 380, 300);
        ui::page_view(ui, "Rộng", page, wide, 760, 300);
    });
    EXPECT_GT(narrow.shown_zoom, 338 / ui::kPaperWidth * 1.1F);
    EXPECT_NEAR(wide.shown_zoom, 718 / ui::kPaperWidth, 0.01F);
    for (const app::SemanticNode& node : app.all(Role::kText)) EXPECT_GE(node.rect.x, 16) << node.name;
}

TEST(PageView, TwoPagesScrollTogether) {
    const ui::PageText left = page_sample(true);
    const ui::PageText right = page_sample(false);
    ui::PagePair pair;
    Headless app([&](ui::Ui& ui) { ui::page_pair(ui, "Bản gốc", left, "Bản phục hồi", right, pair, 780); });
    app.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/page-pair.png");
    EXPECT_FLOAT_EQ(pair.left.top_line, pair.right.top_line);
    ImGui::GetIO().AddMousePosEvent(900, 400);
    app.settle();
    app.scroll(10);
    EXPECT_GT(pair.right.top_line, 3);
    EXPECT_NEAR(pair.left.top_line, pair.right.top_line, 0.3F);
    ImGui::GetIO().AddMousePosEvent(300, 400);
    app.settle();
    app.scroll(15);
    EXPECT_NEAR(pair.left.top_line, pair.right.top_line, 0.3F);
    EXPECT_GT(pair.left.top_line, 8);
}

TEST(PageView, ACorrectionBreaksOnlyItsOwnLineAnew) {
    ui::PageText page = page_sample(false);
    Headless app([](ui::Ui&) {});
    ui::DistanceAtlas& atlas = app.ui().page_glyphs();
    const auto lines = static_cast<std::size_t>(std::count(page.text.begin(), page.text.end(), '\n')) + 1;
    const auto expect_same = [](const ui::PageLayout& a, const ui::PageLayout& b) {
        ASSERT_EQ(a.lines.size(), b.lines.size());
        EXPECT_EQ(a.pages, b.pages);
        for (std::size_t i = 0; i < a.lines.size(); ++i) {
            EXPECT_EQ(a.lines[i].begin, b.lines[i].begin);
            EXPECT_EQ(a.lines[i].end, b.lines[i].end);
            EXPECT_EQ(a.lines[i].source_line, b.lines[i].source_line);
            EXPECT_FLOAT_EQ(a.lines[i].top, b.lines[i].top);
            EXPECT_FLOAT_EQ(a.lines[i].stretch, b.lines[i].stretch);
        }
    };
    ui::BrokenLines known;
    ui::lay_out(atlas, page, {}, known);
    EXPECT_EQ(known.broken, lines);
    // A longer word, a shorter one, another style, one line less.
    page.text.replace(page.text.find("thưởng", 900), std::string("thưởng").size(),
                      "thưởng thật dài cho đủ một dòng mới");
    expect_same(ui::lay_out(atlas, page, {}, known), ui::lay_out(atlas, page));
    EXPECT_EQ(known.broken, 1U);
    page.text.replace(page.text.find("Luật"), std::string("Luật").size(), "L");
    expect_same(ui::lay_out(atlas, page, {}, known), ui::lay_out(atlas, page));
    EXPECT_EQ(known.broken, 1U);
    page.styles[5].size = 12;
    expect_same(ui::lay_out(atlas, page, {}, known), ui::lay_out(atlas, page));
    EXPECT_EQ(known.broken, 1U);
    page.text.pop_back();
    expect_same(ui::lay_out(atlas, page, {}, known), ui::lay_out(atlas, page));
    const ui::PageShape narrow{.width = 400};
    expect_same(ui::lay_out(atlas, page, narrow, known), ui::lay_out(atlas, page, narrow));
    EXPECT_EQ(known.broken, lines - 1);
}

TEST(PageView, ALongTextIsBrokenInSeveralLayoutsFromItsHeadOn) {
    Headless app([](ui::Ui&) {});
    ui::DistanceAtlas& atlas = app.ui().page_glyphs();
    ui::PageText page;
    for (int i = 0; i < 200; ++i) {
        for (int words = 0; words < 3 + i % 9 * 6; ++words) page.text += "khen thưởng ";
        page.text += '\n';
    }
    page.text += std::string(3000, 'x');  // longer than what one layout may break, and without a blank
    const ui::PageLayout whole = ui::lay_out(atlas, page);
    ui::BrokenLines known;
    known.most_bytes = 2000;
    int layouts = 0;
    std::size_t broken = 0;
    ui::PageLayout layout;
    do {
        layout = ui::lay_out(atlas, page, {}, known);
        broken += known.broken;
        ++layouts;
        // What is broken already stands where it will stand.
        ASSERT_GE(layout.lines.size(), 10U);
        for (std::size_t i = 0; i < 10; ++i) {
            EXPECT_EQ(layout.lines[i].end, whole.lines[i].end);
            EXPECT_FLOAT_EQ(layout.lines[i].top, whole.lines[i].top);
        }
        // What is guessed covers the text all the same, and nearly as high.
        EXPECT_EQ(layout.lines.back().end, page.text.size());
        EXPECT_NEAR(static_cast<float>(layout.lines.size()) / static_cast<float>(whole.lines.size()), 1, 0.25F);
        ASSERT_LT(layouts, 100);
    } while (known.guessed);
    EXPECT_GT(layouts, 20);
    EXPECT_EQ(broken, 201U);
    ASSERT_EQ(layout.lines.size(), whole.lines.size());
    for (std::size_t i = 0; i < whole.lines.size(); ++i) {
        EXPECT_EQ(layout.lines[i].begin, whole.lines[i].begin);
        EXPECT_FLOAT_EQ(layout.lines[i].top, whole.lines[i].top);
    }
}

TEST(PageView, LineNStandsBesideLineNHoweverOftenEitherWraps) {
    ui::PageText left;
    ui::PageText right;
    for (int i = 0; i < 60; ++i) {
        for (int words = 0; words < 1 + i % 7 * 8; ++words) left.text += "thi dua ";
        for (int words = 0; words < 1 + i % 5 * 11; ++words) right.text += "thi đua ";
        left.text += '\n';
        right.text += '\n';
    }
    ui::PagePair pair;
    Headless app([&](ui::Ui& ui) { ui::page_pair(ui, "Bản gốc", left, "Bản phục hồi", right, pair, 700); });
    const auto tops = [](const ui::PageLayout& layout) {
        std::map<int, float> out;
        for (const ui::PlacedLine& line : layout.lines) out.try_emplace(line.source_line, line.top);
        return out;
    };
    EXPECT_EQ(tops(pair.left.layout), tops(pair.right.layout));
    EXPECT_EQ(pair.left.layout.pages, pair.right.layout.pages);
    EXPECT_GT(pair.left.layout.pages, 1);
    // Every word can be pressed, also one that is not doubtful.
    left.marks.push_back({0, 3, 0});
    right.marks.push_back({0, 3, 0});
    app.settle();
    const std::vector<app::SemanticNode> lines = app.all(Role::kText);
    const auto line = std::find_if(lines.begin(), lines.end(),
                                   [](const app::SemanticNode& node) { return node.name.starts_with("thi đua"); });
    ASSERT_NE(line, lines.end()) << app.outline();
    app.click_at(line->rect.x + 5, line->rect.y + line->rect.height / 2);
    EXPECT_EQ(pair.right.selected, 0);
}

}  // namespace
}  // namespace thidua::testing
