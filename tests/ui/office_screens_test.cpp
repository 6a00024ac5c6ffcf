// Every screen of the program over the demo office, without a window: found by role and name, operated as a person
// would, pictures kept to be looked at (build/…/shots).

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "office_fixture.h"

using namespace thidua;
using thidua::testing::Headless;
using thidua::testing::Role;

using OfficeScreens = thidua::testing::OfficeTest;

TEST_F(OfficeScreens, EveryPlaceIsReachedFromTheRailAndShowsItsTitle) {
    screen_->settle();
    for (const app::PlaceEntry& place : app::places()) {
        if (place.icon.empty()) continue;
        screen_->click(Role::kLink, place.vi);
        EXPECT_EQ(app().route().place, place.place) << place.vi;
        bool titled = false;
        for (const app::SemanticNode& node : screen_->all(Role::kHeading)) titled |= node.level == 1;
        EXPECT_TRUE(titled) << place.vi << "\n" << screen_->outline();
        shot("1280-" + std::string(place.path.empty() ? "tong-quan" : place.path));
    }
}

TEST_F(OfficeScreens, TheScreensAlsoFitAPhoneAndTheDark) {
    screen_->resize(390, 844, 2);
    for (const app::PlaceEntry& place : app::places()) {
        if (place.icon.empty()) continue;
        go({place.place, 0, ""});
        shot("390-" + std::string(place.path.empty() ? "tong-quan" : place.path));
    }
    screen_->resize(1280, 800);
    screen_->ui().set_dark(true);
    go({app::Place::kHome, 0, ""});
    shot("dark-tong-quan");
}

TEST_F(OfficeScreens, APersonIsAddedAndTakenBack) {
    screen_->click(Role::kLink, "Con người");
    screen_->click(Role::kButton, "Thêm người");
    screen_->type("Họ và tên", "Nguyễn Thị Hồng Vân");
    shot("them-nguoi");
    screen_->click(Role::kButton, "Thêm");
    EXPECT_EQ(app().book().people.size(), 7u) << screen_->outline();
    EXPECT_TRUE(screen_->sees("Nguyễn Thị Hồng Vân"));
    screen_->click(Role::kButton, "Hoàn tác");
    EXPECT_EQ(app().book().people.size(), 6u);
}

TEST_F(OfficeScreens, APastedListIsLookedAtAndKept) {
    screen_->click(Role::kLink, "Con người");
    screen_->click(Role::kButton, "Dán danh sách");
    screen_->set_value(Role::kTextbox, "Danh sách từ Excel",
                       "Họ và tên\tChức vụ\nTrần Thị Bích Ngọc\tPhó Trưởng phòng\nĐức\tChuyên viên\n");
    shot("dan-danh-sach");
    screen_->click(Role::kButton, "Nhập bảng");
    screen_->settle();
    shot("nhap-bang");
    EXPECT_TRUE(screen_->has(Role::kButton, "Nhận 1 dòng")) << screen_->outline();
    EXPECT_TRUE(screen_->sees("Đức")) << screen_->outline();  // refused, and why
    screen_->click(Role::kButton, "Nhận 1 dòng");
    EXPECT_EQ(app().book().people.size(), 7u);
}

TEST_F(OfficeScreens, TasksComeInAsATable) {
    const std::size_t before = app().book().plans.front().tasks.size();
    go({app::Place::kTasks, 0, ""});
    shot("nhiem-vu-nhap");
    EXPECT_TRUE(screen_->has(Role::kButton, "Nhập từ tệp")) << screen_->outline();
    app().receive({"phan-cong.csv",
                   "Nội dung;Đơn vị chủ trì;Thời hạn;Chỉ tiêu\nSố hóa sổ hộ tịch;Bộ phận hộ tịch;30/6/2024;100\n"
                   "Trực thứ Bảy;Một cửa;Hằng tuần;\nTuyên truyền;Cả phòng;cuối quý;\n"});
    screen_->settle();
    shot("nhap-nhiem-vu");
    screen_->resize(390, 844);
    screen_->settle();
    shot("390-nhap-nhiem-vu");
    screen_->resize(1280, 800);
    screen_->settle();
    screen_->click(Role::kButton, "Nhận 2 dòng");
    EXPECT_EQ(app().book().plans.front().tasks.size(), before + 2);
    screen_->click(Role::kButton, "Hoàn tác");
    EXPECT_EQ(app().book().plans.front().tasks.size(), before);
}

TEST_F(OfficeScreens, AVerdictIsExplained) {
    const app::VerdictGrid& grid = app().grid();
    ASSERT_FALSE(grid.rows.empty());
    go({app::Place::kTitles, grid.rows[0].person.value, "CSTDCS"});
    shot("1280-danh-hieu-vi-sao");
    EXPECT_TRUE(screen_->sees("Điều 23")) << screen_->outline();
}

TEST_F(OfficeScreens, APastedPlanIsReviewedAndAccepted) {
    go({app::Place::kNewPlan, 0, ""});
    shot("1280-ke-hoach-moi");
    std::ifstream in(std::string(THIDUA_SOURCE_DIR) + "/../shared/samples/plan-2024.ocr.txt", std::ios::binary);
    std::string scan{std::istreambuf_iterator<char>(in), {}};
    if (scan.empty()) scan = "Ké hoach phat dong phong trao thi dua\n\nI. MUC DICH\n\nPhat huy vai tro cua tung ca nhan.\n";
    screen_->set_value(Role::kTextbox, "Văn bản của kế hoạch", scan);
    screen_->click(Role::kButton, "Khôi phục");
    for (int i = 0; i < 400 && app().intake().stage() != app::IntakeFlow::Stage::kReview; ++i) screen_->step();
    ASSERT_EQ(app().intake().stage(), app::IntakeFlow::Stage::kReview) << screen_->outline();
    screen_->settle();
    if (app().intake().open_doubts() > 0) screen_->click(Role::kButton, "Chữ ngờ tiếp theo");
    shot("1280-doi-chieu");
    screen_->click(Role::kButton, "Chấp nhận");
    EXPECT_EQ(app().route().place, app::Place::kPlan) << screen_->outline();
    EXPECT_FALSE(app().is_demo());
    shot("1280-ke-hoach-mot");
    for (const char* part : {"can-cu", "nhiem-vu", "dip", "hoi"}) {
        go({app::Place::kPlan, app().route().id, part});
        shot(std::string("1280-ke-hoach-") + part);
    }
}

TEST_F(OfficeScreens, IdleDrawsNothing) {
    screen_->settle();
    EXPECT_EQ(screen_->idle(3.0), 0);
}

TEST_F(OfficeScreens, TheFirstPressBesideATextAreaCounts) {
    go({app::Place::kNewPlan, 0, ""});
    screen_->type("Văn bản của kế hoạch", "Kế hoạch");
    screen_->click(Role::kLink, "Con người");
    EXPECT_EQ(app().route().place, app::Place::kPeople);
}
