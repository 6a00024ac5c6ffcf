// app::find over a book written for these tests: without marks, with slips, ranked, highlighted, each leading to its
// place.

#include "app/find.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/demo.h"

using namespace thidua;
using namespace thidua::app;

namespace {

office::YearBook small_book() {
    office::YearBook book;
    book.office.name = "Phòng Tư pháp quận Hoa Sữa";
    office::PlanBundle bundle;
    bundle.plan.id = {7};
    bundle.plan.number = "05/KH-PTP";
    bundle.plan.subject = "Phát động phong trào thi đua yêu nước năm 2025";
    bundle.plan.issuer = "Phòng Tư pháp quận Hoa Sữa";
    office::PlanItem item;
    item.id = {1};
    item.label = "a";
    item.text =
        "Mỗi công chức rà soát thủ tục, cắt giảm thời gian giải quyết hồ sơ, không để quá hạn; bộ phận một cửa niêm "
        "yết công khai "
        "và hướng dẫn người dân nộp hồ sơ trực tuyến trên Cổng dịch vụ công quốc gia.";
    bundle.items.push_back(item);
    office::BasisDocument basis;
    basis.kind = "Nghị định";
    basis.number = "98/2023/NĐ-CP";
    basis.issuer = "Chính phủ";
    basis.subject = "quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng";
    basis.date = base::Date{2023, 12, 31};
    bundle.basis.push_back(basis);
    office::Task task;
    task.id = {41};
    task.title = "Đăng ký các danh hiệu thi đua năm 2025";
    task.assignee = "Nguyễn Thị Hồng Vân";
    task.due = base::Date{2025, 3, 15};
    bundle.tasks.push_back(task);
    book.plans.push_back(bundle);
    const auto person = [&](std::int64_t id, std::string name, std::string position) {
        office::Person one;
        one.id = {id};
        one.full_name = std::move(name);
        one.position = std::move(position);
        book.people.push_back(one);
    };
    person(3, "Nguyễn Thị Hồng Vân", "Phó Trưởng phòng");
    person(4, "Trần Văn Hòa", "Công chức hộ tịch");
    person(5, "Lê Thị Hoa", "Công chức hộ tịch");
    office::Initiative initiative;
    initiative.person = {4};
    initiative.year = 2024;
    initiative.name = "Số hóa sổ hộ tịch theo lô";
    book.initiatives.push_back(initiative);
    office::Award award;
    award.person = {3};
    award.year = 2024;
    award.title = "LDTT";
    book.awards.push_back(award);
    return book;
}

std::vector<std::string> texts(const std::vector<Finding>& findings, FindKind kind) {
    std::vector<std::string> out;
    for (const Finding& finding : findings) {
        if (finding.kind == kind) out.push_back(finding.text);
    }
    return out;
}

const Finding* first(const std::vector<Finding>& findings, FindKind kind) {
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.kind == kind; });
    return found == findings.end() ? nullptr : &*found;
}

std::string marked(const std::string& text, const Highlights& highlights) {
    std::string out;
    for (const auto& [from, to] : highlights) out += "[" + text.substr(from, to - from) + "]";
    return out;
}

}  // namespace

TEST(Find, EveryKindLeadsToItsPlace) {
    const office::YearBook book = small_book();
    struct Case {
        const char* query;
        FindKind kind;
        Route route;
    };
    const Case cases[] = {
        {"phat dong phong trao", FindKind::kPlan, {Place::kPlan, 7, ""}},
        {"05/KH-PTP", FindKind::kPlan, {Place::kPlan, 7, ""}},
        {"cong dich vu cong", FindKind::kItem, {Place::kPlan, 7, ""}},
        {"98/2023", FindKind::kBasis, {Place::kPlan, 7, "can-cu"}},
        {"dang ky danh hieu", FindKind::kTask, {Place::kTasks, 41, ""}},
        {"hong van", FindKind::kPerson, {Place::kPerson, 3, ""}},
        {"so hoa so ho tich", FindKind::kInitiative, {Place::kPerson, 4, ""}},
        {"lao dong tien tien", FindKind::kAward, {Place::kPerson, 3, ""}},
        {"chien si thi dua co so", FindKind::kTitle, {Place::kTitles, 0, ""}},
    };
    for (const Case& one : cases) {
        const auto findings = find(book, one.query);
        const Finding* finding = first(findings, one.kind);
        ASSERT_NE(finding, nullptr) << one.query;
        EXPECT_EQ(finding->route, one.route) << one.query;
        EXPECT_FALSE(finding->highlights.empty()) << one.query;
    }
}

TEST(Find, MarksAndPlaceDecideTheOrder) {
    const auto found = find(small_book(), "hoa");
    EXPECT_EQ(found.front().kind, FindKind::kPerson);
    EXPECT_EQ(texts(found, FindKind::kPerson), (std::vector<std::string>{"Lê Thị Hoa", "Trần Văn Hòa"}));
    EXPECT_EQ(texts(find(small_book(), "hòa"), FindKind::kPerson).front(), "Trần Văn Hòa");
    EXPECT_EQ(texts(find(small_book(), "nguyne van"), FindKind::kPerson).front(), "Nguyễn Thị Hồng Vân") << "a slip";
    // A name counts for more than what is said of somebody: the task is Vân's, but "van" is her name.
    EXPECT_EQ(find(small_book(), "hồng vân").front().kind, FindKind::kPerson);
}

TEST(Find, HighlightsAreBytesOfWhatIsShown) {
    const auto found = find(small_book(), "truc tuyen");
    const Finding* item = first(found, FindKind::kItem);
    ASSERT_NE(item, nullptr);
    EXPECT_LT(item->text.size(), 170u) << "a part of the paragraph";
    EXPECT_TRUE(item->text.starts_with("… ")) << item->text;
    EXPECT_EQ(marked(item->text, item->highlights), "[trực][tuyến]");
    const auto people = find(small_book(), "ho tich");
    const Finding* person = first(people, FindKind::kPerson);
    ASSERT_NE(person, nullptr);
    EXPECT_EQ(marked(person->detail, person->detail_highlights), "[hộ][tịch]");
    EXPECT_TRUE(person->highlights.empty());
}

TEST(Find, NothingForNothing) {
    EXPECT_TRUE(find(small_book(), "").empty());
    EXPECT_TRUE(find(small_book(), " · ").empty());
    EXPECT_TRUE(find(small_book(), "xyzzy").empty());
    EXPECT_TRUE(find({}, "a", 0).empty());
}

TEST(Find, OfAKindAtMostAsManyAsAskedAndKindsStandTogether) {
    office::YearBook book = small_book();
    for (int i = 0; i < 40; ++i) {
        office::Person person;
        person.id = {100 + i};
        person.full_name = "Phạm Thị Hoa " + std::to_string(i);
        book.people.push_back(person);
    }
    const auto found = find(book, "hoa", 5);
    EXPECT_EQ(texts(found, FindKind::kPerson).size(), 5u);
    std::vector<FindKind> kinds;
    for (const Finding& finding : found) {
        if (kinds.empty() || kinds.back() != finding.kind) kinds.push_back(finding.kind);
    }
    auto unique = kinds;
    std::sort(unique.begin(), unique.end());
    EXPECT_EQ(std::unique(unique.begin(), unique.end()), unique.end()) << "each kind once";
}

TEST(Find, TheDemoOfficeIsFoundThrough) {
    const office::YearBook book = demo_office();
    ASSERT_FALSE(book.people.empty());
    const FindIndex index(book);
    for (const office::Person& person : book.people) {
        const auto found = index.find(person.full_name, 3);
        ASSERT_FALSE(found.empty());
        EXPECT_EQ(found.front().text, person.full_name);
    }
}
