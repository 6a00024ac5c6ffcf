#include "app/home_view.h"

#include <gtest/gtest.h>

using namespace thidua;
using app::DueItem;
using app::HomeView;
using app::home_view;

namespace {

constexpr base::Date kToday{2024, 6, 1};

office::YearBook small_office() {
    office::YearBook book;
    book.office.year = 2024;
    office::PlanBundle bundle;
    bundle.plan.id = {1};
    bundle.plan.year = 2024;
    office::Task late;
    late.id = {10};
    late.title = "Báo cáo sơ kết";
    late.due = base::Date{2024, 5, 20};
    office::Task done;
    done.id = {11};
    done.title = "Đăng ký danh hiệu";
    done.due = base::Date{2024, 3, 30};
    done.state = office::Task::State::kDone;
    done.assignee = "Công chức phụ trách";
    bundle.tasks = {late, done};
    bundle.evidence = {{{100}, {11}, base::Date{2024, 3, 28}, "Bảng đăng ký", "", ""}};
    office::Occasion army;
    army.id = {20};
    army.name = "Ngày thành lập Quân đội nhân dân Việt Nam";
    army.years = 80;
    army.date = base::Date{2024, 12, 22};
    bundle.occasions = {army};
    book.plans = {bundle};
    return book;
}

bool mentions(const HomeView& view, std::string_view words) {
    for (const app::MissingItem& item : view.missing) {
        if (item.vi.find(words) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST(HomeView, OverdueStandsFirstAndDoneLast) {
    const HomeView view = home_view(small_office(), kToday);
    ASSERT_EQ(view.due.size(), 3u);
    EXPECT_EQ(view.due[0].text, "Báo cáo sơ kết");
    EXPECT_EQ(view.due[0].days_left, -12);
    EXPECT_EQ(view.due[1].kind, DueItem::Kind::kOccasion);
    EXPECT_EQ(view.due[1].text, "80 năm Ngày thành lập Quân đội nhân dân Việt Nam");
    EXPECT_TRUE(view.due[2].done);
    EXPECT_EQ(view.tasks.overdue, 1);
}

TEST(HomeView, WorkWithoutEvidenceIsMissing) {
    office::YearBook book = small_office();
    EXPECT_EQ(home_view(book, kToday).tasks.without_evidence, 0);
    book.plans[0].evidence.clear();
    const HomeView view = home_view(book, kToday);
    EXPECT_EQ(view.tasks.without_evidence, 1);
    EXPECT_TRUE(mentions(view, "chưa có minh chứng"));
}

TEST(HomeView, AsksForPeopleThenForRatings) {
    office::YearBook book = small_office();
    EXPECT_TRUE(mentions(home_view(book, kToday), "Chưa có ai"));
    office::Person person;
    person.id = {30};
    person.full_name = "Lê Thị Mai";
    office::Person gone = person;
    gone.id = {31};
    gone.left_on = base::Date{2022, 8, 1};
    book.people = {person, gone};
    HomeView view = home_view(book, kToday);
    EXPECT_EQ(view.people, 1);  // who left in 2022 is no member in 2024
    EXPECT_TRUE(mentions(view, "1 người chưa có mức xếp loại năm 2024"));
    book.records = {{{40}, {30}, 2024, office::Rating::kGood, "", {}, {}, {}, ""}};
    EXPECT_FALSE(mentions(home_view(book, kToday), "xếp loại"));
}

TEST(HomeView, AnEmptyYearAsksForAPlan) {
    office::YearBook book;
    book.office.year = 2024;
    EXPECT_TRUE(mentions(home_view(book, kToday), "Chưa có kế hoạch"));
}
