// The screens of verdicts over the demo office and over a large one: found by role and name, operated as a person
// would.

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "app/data_file.h"
#include "headless.h"
#include "ui/screens/office_root.h"

using namespace thidua;
using thidua::testing::Headless;
using thidua::testing::Role;
namespace fs = std::filesystem;

namespace {

class DataHost final : public thidua::testing::FakeHost {
public:
    void fetch(std::string_view path, std::function<void(float)> progress,
               std::function<void(base::Result<std::string>)> done) override {
        progress(1);
        done(app::read_data_file(path));
    }
};

class LawScreens : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(::testing::TempDir()) /
                  ("thidua-law-ui-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        auto application =
            std::make_unique<app::Application>(host_, app::machine_library(folder_.string()), base::Date{2024, 11, 22});
        application->start("");
        root_ = std::make_unique<ui::OfficeRoot>(std::move(application));
        screen_ = std::make_unique<Headless>(*root_);
    }
    void TearDown() override {
        screen_.reset();
        root_.reset();
        fs::remove_all(folder_);
    }
    app::Application& app() { return root_->app(); }
    Headless& screen() { return *screen_; }
    void shot(const std::string& name) {
        const fs::path folder = fs::path(THIDUA_BINARY_DIR) / "shots";
        fs::create_directories(folder);
        EXPECT_TRUE(screen_->save_png((folder / (name + ".png")).string()));
    }
    void go(app::Route route) {
        app().go(std::move(route));
        screen_->shell().wake();
        screen_->settle();
    }
    const office::Person& person(std::string_view name) {
        for (const office::Person& one : app().book().people) {
            if (one.full_name == name) return one;
        }
        ADD_FAILURE() << "nobody is called " << name;
        return app().book().people.front();
    }
    law::Outcome outcome(std::string_view name, std::string_view title) {
        const app::VerdictGrid& grid = app().grid();
        for (const app::GridRow& row : grid.rows) {
            if (row.name != name) continue;
            for (std::size_t i = 0; i < grid.columns.size(); ++i) {
                if (grid.columns[i].title == title) return row.cells[i].outcome;
            }
        }
        ADD_FAILURE() << name << " " << title;
        return law::Outcome::kNotKnown;
    }

    DataHost host_;
    fs::path folder_;
    std::unique_ptr<ui::OfficeRoot> root_;
    std::unique_ptr<Headless> screen_;
};

/// Name of the first button of a cell that begins with `start`.
std::string cell_button(Headless& screen, std::string_view start) {
    for (const app::SemanticNode& node : screen.all(Role::kButton)) {
        if (std::string_view(node.name).starts_with(start)) return node.name;
    }
    return {};
}

std::size_t rows_drawn(Headless& screen) {
    std::size_t cells = 0;
    for (const app::SemanticNode& node : screen.all(Role::kButton))
        cells += node.name.find(", LĐTT: ") != std::string::npos;
    return cells;
}

}  // namespace

TEST_F(LawScreens, TheTableShowsEverybodyByEveryTitleWithAWord) {
    go({app::Place::kTitles, 0, ""});
    shot("ban-1280");
    const app::VerdictGrid& grid = app().grid();
    ASSERT_EQ(grid.rows.size(), 6u);
    EXPECT_EQ(rows_drawn(screen()), 6u) << screen().outline();
    for (const app::GridRow& row : grid.rows) {
        const std::string name = cell_button(screen(), row.name + ", CSTĐCS: ");
        ASSERT_FALSE(name.empty()) << row.name << screen().outline();
        const bool has_word = name.find("Đạt") != std::string::npos || name.find("Chưa đạt") != std::string::npos ||
                              name.find("Thiếu dữ kiện") != std::string::npos ||
                              name.find("Cần xem xét") != std::string::npos;
        EXPECT_TRUE(has_word) << name;
    }
    // The law and the day stand above, and the counts of a column are in its header's description.
    EXPECT_TRUE(screen().has(Role::kTextbox, "Ngày xét"));
    EXPECT_TRUE(screen().sees("Danh hiệu")) << screen().outline();
    const app::SemanticNode* header = screen().find(Role::kColumnHeader, "LĐTT");
    ASSERT_NE(header, nullptr);
    EXPECT_NE(header->description.find("Đạt 3"), std::string::npos) << header->description;
    EXPECT_NE(header->description.find("Chưa đạt 1"), std::string::npos) << header->description;
}

TEST_F(LawScreens, AFilterKeepsOnlyWhoFits) {
    go({app::Place::kTitles, 0, ""});
    screen().type("Tìm tên, chức vụ (không cần dấu)", "ngo minh khoi");
    EXPECT_EQ(rows_drawn(screen()), 1u) << screen().outline();
    EXPECT_TRUE(screen().sees("1 trong 6 người"));
    screen().type("Tìm tên, chức vụ (không cần dấu)", "khong co ai nhu the");
    EXPECT_TRUE(screen().sees("Không có ai khớp với bộ lọc."));
    shot("ban-khong-ai");
    screen().click(Role::kButton, "Bỏ lọc");
    EXPECT_EQ(rows_drawn(screen()), 6u);
}

TEST_F(LawScreens, AColumnIsSortedByItsHeader) {
    go({app::Place::kTitles, 0, ""});
    screen().click(Role::kColumnHeader, "LĐTT");
    std::vector<std::string> words;
    for (const app::SemanticNode& node : screen().all(Role::kButton)) {
        const std::size_t at = node.name.find(", LĐTT: ");
        if (at != std::string::npos) words.push_back(node.name.substr(at + std::string(", LĐTT: ").size(), 4));
    }
    ASSERT_EQ(words.size(), 6u);
    EXPECT_EQ(words.front(), std::string("Đạt").substr(0, 4)) << screen().outline();
    EXPECT_NE(words.back(), words.front());
    screen().click(Role::kColumnHeader, "LĐTT");
    EXPECT_EQ(cell_button(screen(), "Ngô Minh Khôi, LĐTT: ").empty(), false);
}

TEST_F(LawScreens, ACellLeadsToItsReasonsAndAnAnswerTurnsIt) {
    go({app::Place::kTitles, 0, ""});
    ASSERT_EQ(outcome("Lý Thị Ngọc Ánh", "LDTT"), law::Outcome::kNotKnown);
    screen().click(Role::kButton, cell_button(screen(), "Lý Thị Ngọc Ánh, LĐTT: "));
    EXPECT_EQ(app().route().part, "LDTT");
    shot("vi-sao-1280");
    EXPECT_TRUE(screen().sees("Còn thiếu dữ kiện")) << screen().outline();
    EXPECT_TRUE(screen().sees("Điều 24")) << screen().outline();
    screen().click(Role::kButton, "Có");
    EXPECT_EQ(outcome("Lý Thị Ngọc Ánh", "LDTT"), law::Outcome::kMet) << screen().outline();
    shot("vi-sao-da-tra-loi");
    screen().click(Role::kButton, "Hoàn tác");
    EXPECT_EQ(outcome("Lý Thị Ngọc Ánh", "LDTT"), law::Outcome::kNotKnown);
}

TEST_F(LawScreens, ALockedLawIsSaidClearly) {
    // The year decides the law: an office of 2027 stands under the pack that is not verified.
    office::Office office = app().book().office;
    office.year = 2027;
    ASSERT_TRUE(app().act([&](store::Store& store) { return store::set_office(store, office); }));
    go({app::Place::kTitles, 0, ""});
    screen().type("Ngày xét", "20/12/2027");
    screen().key(ImGuiKey_Enter);
    ASSERT_TRUE(app().grid().locked) << app().grid().law_vi;
    shot("ban-khoa");
    EXPECT_TRUE(screen().sees("đang khóa")) << screen().outline();
    for (const app::SemanticNode& node : screen().all(Role::kButton)) {
        EXPECT_EQ(node.name.find(": Đạt"), std::string::npos) << node.name;
    }
}

TEST_F(LawScreens, TheOfficeHasItsOwnTitles) {
    go({app::Place::kTitles, 0, ""});
    screen().click(Role::kTab, "Tập thể");
    shot("ban-tap-the");
    EXPECT_TRUE(screen().sees("Tập thể lao động tiên tiến")) << screen().outline();
    go({app::Place::kTitles, 0, "don-vi.TTLDXS"});
    shot("vi-sao-tap-the");
    EXPECT_TRUE(screen().sees("Điều 27")) << screen().outline();
}

TEST_F(LawScreens, OnAPhoneEverybodyIsACard) {
    screen().resize(390, 844, 2);
    go({app::Place::kTitles, 0, ""});
    shot("ban-390");
    EXPECT_FALSE(cell_button(screen(), "Lý Thị Ngọc Ánh, CSTĐTQ: ").empty()) << screen().outline();
    screen().click(Role::kButton, cell_button(screen(), "Lý Thị Ngọc Ánh, LĐTT: "));
    shot("vi-sao-390");
    EXPECT_TRUE(screen().sees("Còn thiếu dữ kiện")) << screen().outline();
}

TEST_F(LawScreens, InTheDarkToo) {
    screen().ui().set_dark(true);
    go({app::Place::kTitles, person("Lý Thị Ngọc Ánh").id.value, "CSTDCS"});
    shot("vi-sao-toi");
    EXPECT_TRUE(screen().ui().dark());
}
