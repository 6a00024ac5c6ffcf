// The whole path without a screen: a scan becomes a running year, is shared, undone, reopened.

#include "app/application.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/demo.h"
#include "fake_host.h"

using namespace thidua;
using namespace thidua::app;
namespace fs = std::filesystem;

namespace {

std::string shared_sample(const std::string& name) {
    std::ifstream in(std::string(THIDUA_SOURCE_DIR) + "/../shared/samples/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class ApplicationTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) /
                  ("thidua-app-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        restart();
    }
    void TearDown() override {
        app_.reset();
        fs::remove_all(folder_);
    }
    /// As when the page is closed and opened again.
    void restart(std::string_view fragment = "") {
        app_.reset();
        app_ = std::make_unique<Application>(host_, machine_library(folder_.string()), base::Date{2024, 6, 1});
        app_->start(fragment);
    }
    void work_off() {
        while (app_->work(50)) {
        }
    }
    std::string last_notice() const { return app_->notices().empty() ? "" : app_->notices().back().vi; }

    FakeHost host_;
    fs::path folder_;
    std::unique_ptr<Application> app_;
};

constexpr std::string_view kShortPlan =
    "Phát động phong trào thi đua năm 2024\n\n"
    "Thực hiện Kế hoạch số 53/KH-UBND ngày 14/3/2024 của UBND huyện về phát động phong trào thi đua,\n"
    "Phòng Tư pháp xây dựng kế hoạch như sau:\n\n"
    "I. MỤC ĐÍCH, YÊU CẦU\n\nPhát huy vai trò của từng cá nhân trong thực hiện nhiệm vụ.\n\n"
    "II. TỔ CHỨC THỰC HIỆN\n\n"
    "1. Giao Công chức phụ trách tham mưu báo cáo định kỳ hằng quý.\n\n"
    "Nơi nhận:\n- UBND huyện;\n- Lưu: VT.\n";

}  // namespace

TEST_F(ApplicationTest, OpensWithTheDemoOffice) {
    ASSERT_TRUE(app_->ready());
    EXPECT_FALSE(app_->trouble());
    EXPECT_TRUE(app_->is_demo());
    EXPECT_EQ(app_->book().people.size(), 6u);
    EXPECT_FALSE(app_->grid().rows.empty());
}

TEST_F(ApplicationTest, ATextBecomesAPlanInAFileOfOnesOwn) {
    app_->receive({"ke-hoach.txt", std::string(kShortPlan)});
    work_off();
    ASSERT_EQ(app_->intake().stage(), IntakeFlow::Stage::kReview) << last_notice();
    app_->accept_plan();
    EXPECT_FALSE(app_->is_demo());
    ASSERT_EQ(app_->book().plans.size(), 1u) << last_notice();
    EXPECT_EQ(app_->route().place, Place::kPlan);
    EXPECT_EQ(app_->book().plans[0].basis.at(0).number, "53/KH-UBND");

    const office::YearBook before = app_->book();
    restart();
    EXPECT_EQ(app_->book(), before);  // closed and opened: nothing is lost
    app_->open_demo();
    EXPECT_EQ(app_->book().people.size(), 6u);  // the demo is still what it was
    EXPECT_EQ(app_->book().plans.size(), demo_office().plans.size());
}

// A signature of several lines: who heads the office is one line of it.
TEST_F(ApplicationTest, APlanThatADeputySignedBeginsAFileOfItsOwn) {
    app_->receive({"ke-hoach.txt", std::string(kShortPlan) + "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG\n\nĐỗ Thị Mai Lan\n"});
    work_off();
    ASSERT_EQ(app_->intake().stage(), IntakeFlow::Stage::kReview) << last_notice();
    app_->accept_plan();
    ASSERT_EQ(app_->book().plans.size(), 1u) << last_notice();
    EXPECT_EQ(app_->book().plans.at(0).plan.signer_title, "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG");
    EXPECT_EQ(app_->book().office.head_title, "TRƯỞNG PHÒNG");
    EXPECT_EQ(app_->book().office.head_name, "");
    office::Plan chair;
    chair.signer_title = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH";
    chair.signer_name = "Trần Văn An";
    EXPECT_EQ(office_of(chair).head_title, "CHỦ TỊCH");
    EXPECT_EQ(office_of(chair).head_name, "Trần Văn An");
}

TEST_F(ApplicationTest, TheSampleScanBecomesARunningYear) {
    const std::string scan = shared_sample("plan-2024.ocr.txt");
    if (scan.empty()) GTEST_SKIP() << "../shared is not here";
    app_->receive({"plan-2024.ocr.txt", scan});
    work_off();
    ASSERT_EQ(app_->intake().stage(), IntakeFlow::Stage::kReview) << last_notice();
    app_->accept_plan();
    ASSERT_EQ(app_->book().plans.size(), 1u) << last_notice();
    const office::PlanBundle& plan = app_->book().plans[0];
    EXPECT_GE(plan.basis.size(), 12u);
    EXPECT_GE(plan.tasks.size(), 12u);
    EXPECT_EQ(plan.plan.source_text, scan);
    EXPECT_EQ(plan.plan.signer_title, "TRƯỞNG PHÒNG");
}

TEST_F(ApplicationTest, EveryActCanBeTakenBackAndDoneAgain) {
    const office::YearBook before = app_->book();
    office::Person person;
    person.full_name = "Nguyễn Thị Hồng Vân";
    ASSERT_TRUE(app_->act(
        [&](store::Store& store) -> base::Status {
            auto made = store::add_person(store, person);
            if (!made) return tl::unexpected(made.error());
            return {};
        },
        {false, false, "Đã thêm.", "Added."}));
    const office::YearBook after = app_->book();
    EXPECT_NE(after, before);
    EXPECT_TRUE(app_->notices().back().undoable);
    app_->undo();
    EXPECT_EQ(app_->book(), before);
    app_->redo();
    EXPECT_EQ(app_->book(), after);
}

TEST_F(ApplicationTest, ALinkOpensReadOnlyAndTouchesNothing) {
    const base::Id<office::Plan> plan = app_->book().plans.at(0).plan.id;
    const auto link = app_->link(plan);
    ASSERT_TRUE(link);
    EXPECT_EQ(link->rfind("https://thidua.test/#k=", 0), 0u);

    app_.reset();
    fs::remove_all(folder_);  // another profile: nothing is here yet
    host_.settings.clear();
    restart(link->substr(link->find('#')));
    ASSERT_NE(app_->shared(), nullptr);
    EXPECT_TRUE(app_->read_only());
    EXPECT_EQ(app_->shared()->bundle.plan.subject, app_->book().plans.at(0).plan.subject);
    EXPECT_FALSE(app_->act([](store::Store&) -> base::Status { return {}; }));
    EXPECT_FALSE(fs::exists(folder_));
    EXPECT_TRUE(host_.settings.empty());
}

TEST_F(ApplicationTest, ABrokenLinkIsSaidAndLeadsToTheOwnFile) {
    restart("#k=1.AAAAnonsense");
    EXPECT_EQ(app_->shared(), nullptr);
    ASSERT_FALSE(app_->notices().empty());
    EXPECT_TRUE(app_->notices().front().bad);
    EXPECT_TRUE(app_->ready());
}

TEST_F(ApplicationTest, BadInputIsRefusedInWordsAndLosesNothing) {
    const office::YearBook before = app_->book();
    const std::string docx("PK\x03\x04 not really a document");
    for (const IncomingFile& file :
         {IncomingFile{"a.txt", ""}, IncomingFile{"b.txt", docx}, IncomingFile{"c.txt", std::string(100'000, '\0')},
          IncomingFile{"d.thidua", std::string("SQLite format 3\0", 16) + std::string(500, 'x')}}) {
        const std::size_t told = app_->notices().size();
        app_->receive(file);
        EXPECT_TRUE(app_->notices().size() > told || told == 4) << file.name;
        EXPECT_TRUE(app_->notices().back().bad) << file.name;
        EXPECT_FALSE(app_->notices().back().vi.empty());
        EXPECT_FALSE(app_->notices().back().en.empty());
        EXPECT_EQ(app_->book(), before);
        EXPECT_EQ(app_->intake().stage(), IntakeFlow::Stage::kEmpty);
    }
}

TEST_F(ApplicationTest, TheFileGoesOutAndComesBackTheSame) {
    app_->save_file();
    ASSERT_EQ(host_.saved.size(), 1u) << last_notice();
    const office::YearBook before = app_->book();
    app_->receive({host_.saved.begin()->first, host_.saved.begin()->second});
    EXPECT_EQ(app_->book(), before);
    EXPECT_FALSE(app_->is_demo());  // a copy under another name
}

TEST_F(ApplicationTest, DocumentsAreExported) {
    const base::Id<office::Plan> plan = app_->book().plans.at(0).plan.id;
    app_->export_docx(DocumentKind::kPlan, plan);
    app_->export_docx(DocumentKind::kReport, plan);
    ASSERT_EQ(host_.saved.size(), 2u) << last_notice();
    for (const auto& [name, bytes] : host_.saved) EXPECT_EQ(bytes.rfind("PK\x03\x04", 0), 0u) << name;
}
