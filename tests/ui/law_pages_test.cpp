// The screens of the law over the demo office: what stands there is what the packs and the vectors of law.md say, and
// nothing that was not read in the law's own text looks certain.

#include <gtest/gtest.h>

#include <filesystem>

#include "app/data_file.h"
#include "app/law_clauses.h"
#include "headless.h"
#include "ui/screens/office_root.h"

using namespace thidua;
using thidua::testing::Headless;
using thidua::testing::Role;
namespace fs = std::filesystem;

namespace {

class LawPages : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(::testing::TempDir()) /
                  ("thidua-law-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        auto application =
            std::make_unique<app::Application>(host_, app::machine_library(folder_.string()), base::Date{2024, 11, 22});
        application->start("");
        root_ = std::make_unique<ui::OfficeRoot>(std::move(application));
        screen_ = std::make_unique<Headless>(*root_);
        screen_->settle();
    }
    void TearDown() override {
        screen_.reset();
        root_.reset();
        fs::remove_all(folder_);
    }
    app::Application& app() { return root_->app(); }
    void go(app::Route route) {
        app().go(std::move(route));
        screen_->shell().wake();
        screen_->settle();
    }
    /// One picture of each shape that a screen has to fit.
    void shots(const std::string& name) {
        const fs::path folder = fs::path(THIDUA_BINARY_DIR) / "shots";
        fs::create_directories(folder);
        const auto save = [&](const std::string& shape) {
            screen_->settle();
            EXPECT_TRUE(screen_->save_png((folder / (shape + "-" + name + ".png")).string()));
        };
        save("1280");
        screen_->ui().set_dark(true);
        save("dark");
        screen_->ui().set_dark(false);
        screen_->resize(390, 844, 2);
        save("390");
        screen_->resize(1280, 800);
        screen_->settle();
    }
    bool sees(std::string_view words) const { return screen_->sees(words); }

    thidua::testing::FakeHost host_;
    fs::path folder_;
    std::unique_ptr<ui::OfficeRoot> root_;
    std::unique_ptr<Headless> screen_;
};

}  // namespace

TEST_F(LawPages, TheBookIsOnTheRailAndShowsThePackOfTheDay) {
    screen_->click(Role::kLink, "Quy định");
    EXPECT_EQ(app().route().place, app::Place::kLaw);
    EXPECT_TRUE(sees("R1 · Luật 06/2022/QH15 và Nghị định 98/2023/NĐ-CP")) << screen_->outline();
    shots("luat");
}

TEST_F(LawPages, AClauseIsFoundWithoutAccentsAndOpened) {
    go({app::Place::kLaw, 0, ""});
    screen_->type("Tìm điều khoản (không cần dấu)", "70% lao dong tien tien xuat sac");
    shots("luat-tim");
    EXPECT_TRUE(sees("Luật 06/2022/QH15 Điều 27 điểm c")) << screen_->outline();
    EXPECT_FALSE(sees("Luật 06/2022/QH15 Điều 15"));
    go(app::clause_route("R1", "Luật 06/2022/QH15 Điều 23"));
    EXPECT_TRUE(sees("Nguồn: hồ sơ nghiên cứu luật §1.5")) << screen_->outline();
    shots("luat-dieu");
}

TEST_F(LawPages, LinksToClausesRoundTrip) {
    const app::Route route = app::clause_route("R1", "Nghị định 98/2023/NĐ-CP Điều 30 khoản 7");
    EXPECT_EQ(app::to_fragment(route), "/luat/R1.nghi-dinh-98-2023-nd-cp-dieu-30-khoan-7");
    EXPECT_EQ(app::parse_fragment(app::to_fragment(route)), route);
    // Every clause of every pack leads to itself; a whole Điều leads to its khoản, an unknown điểm to what is above it.
    for (const law::Pack& pack : law::builtin_packs().packs) {
        const app::ClauseList list = app::clause_list(pack);
        for (std::size_t i = 0; i < list.lines.size(); ++i) {
            const auto found =
                app::lines_of(list, app::clause_address(app::clause_route(pack.id, list.lines[i].clause).part).key);
            EXPECT_NE(std::find(found.begin(), found.end(), i), found.end()) << list.lines[i].clause;
        }
    }
    const app::ClauseList r1 = app::clause_list(*law::builtin_packs().find("R1"));
    EXPECT_FALSE(app::lines_of(r1, app::clause_key("Nghị định 98/2023/NĐ-CP Điều 34")).empty());
    EXPECT_FALSE(app::lines_of(r1, app::clause_key("Luật 06/2022/QH15 Điều 5 khoản 9")).empty());
    EXPECT_TRUE(app::lines_of(r1, app::clause_key("Luật 99/2099/QH99")).empty());
}

TEST_F(LawPages, TheLockedLawSaysWhyAndHowOldDossiersAreJudged) {
    go({app::Place::kLaw, 0, "R3."});
    EXPECT_TRUE(sees("Bộ R3 đang khóa")) << screen_->outline();
    EXPECT_TRUE(sees("nhận trước 01/10/2026")) << screen_->outline();
    EXPECT_FALSE(sees("0 đã đọc nguyên văn"));
    EXPECT_TRUE(sees("theo bài dẫn"));
    shots("luat-khoa");
}

TEST_F(LawPages, TheRuleBookIsExported) {
    go({app::Place::kLaw, 0, "R2."});
    screen_->click(Role::kButton, "Xuất HTML");
    EXPECT_EQ(host_.saved_name, "so-quy-dinh-R2.html");
    EXPECT_NE(host_.saved_bytes.find("Nghị định 152/2025/NĐ-CP"), std::string::npos);
    screen_->click(Role::kButton, "Xuất sổ quy định (DOCX)");
    EXPECT_EQ(host_.saved_name, "so-quy-dinh-R2.docx");
    EXPECT_EQ(host_.saved_bytes.substr(0, 2), "PK");
}

TEST_F(LawPages, WhatWasNotReadInTheTextNeverLooksCertain) {
    for (const law::Pack& pack : law::builtin_packs().packs) {
        const app::ClauseList list = app::clause_list(pack);
        int lines = 0;
        for (const int count : list.by_confidence) lines += count;
        EXPECT_EQ(lines, static_cast<int>(list.lines.size()));
        for (std::size_t i = 0; i < list.lines.size(); i += 7) {
            const law::CoverageLine& line = list.lines[i];
            if (line.confidence == law::Confidence::kSeen) continue;
            go(app::clause_route(pack.id, line.clause));
            const char* word = line.confidence == law::Confidence::kSeenSecond ? "theo bài dẫn"
                               : line.confidence == law::Confidence::kRecalled ? "theo trí nhớ"
                                                                               : "chưa kiểm chứng";
            EXPECT_TRUE(screen_->has(Role::kText, word)) << line.clause;
        }
    }
}
