// JSON of the office values: there and back, strict, with the place of what is wrong.
#include "office/json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "office/check.h"
#include "office/codes.h"

namespace thidua::office {
namespace {

std::string file(const std::string& path) {
    std::ifstream in(std::string(THIDUA_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

PlanBundle full_bundle() {
    PlanBundle bundle;
    bundle.plan.id.value = 9;
    bundle.plan.origin = PlanOrigin::kSuperior;
    bundle.plan.status = PlanStatus::kIssued;
    bundle.plan.number = "12/KH-PTP";
    bundle.plan.issued_on = base::Date{2024, 2, 29};
    bundle.plan.subject = "Dòng một\nDòng \"hai\" \\ đuôi";
    bundle.plan.year = 2024;
    bundle.plan.recipients = {"Như trên", "Lưu: VT"};
    PlanItem item;
    item.id.value = (std::int64_t{1} << 53) - 1;
    item.plan = bundle.plan.id;
    item.kind = PlanItem::Kind::kClosing;
    item.text = "Trên đây là Kế hoạch./.";
    item.source = {1, 2, 30, 40};
    bundle.items = {item};
    BasisDocument basis;
    basis.id.value = 1;
    basis.plan = bundle.plan.id;
    basis.role = BasisDocument::Role::kBasis;
    basis.number = "06/2022/QH15";
    basis.mentions = {{1, 1, 2, 3}, {4, 4, 5, 6}};
    bundle.basis = {basis};
    Task task;
    task.id.value = 2;
    task.plan = bundle.plan.id;
    task.item = item.id;
    task.kind = Task::Kind::kDuty;
    task.state = Task::State::kDoing;
    task.title = "Báo cáo";
    bundle.tasks = {task};
    Evidence evidence;
    evidence.id.value = 3;
    evidence.task = task.id;
    evidence.link = "https://example.gov.vn/bc";
    bundle.evidence = {evidence};
    Occasion occasion;
    occasion.id.value = 4;
    occasion.plan = bundle.plan.id;
    occasion.name = "Quốc khánh";
    bundle.occasions = {occasion};
    Question question;
    question.id.value = 5;
    question.plan = bundle.plan.id;
    question.text = "Số?";
    bundle.questions = {question};
    return bundle;
}

TEST(Json, ABundleComesBackTheSame) {
    for (const JsonLayout layout : {JsonLayout::kReadable, JsonLayout::kCompact}) {
        const std::string text = to_json(full_bundle(), layout);
        const auto back = plan_bundle_from_json(text);
        ASSERT_TRUE(back) << back.error().en << " " << back.error().where;
        EXPECT_EQ(*back, full_bundle());
        EXPECT_EQ(to_json(*back, layout), text);
    }
}

TEST(Json, ABookComesBackTheSame) {
    YearBook book;
    book.office.name = "Phòng Tư pháp";
    book.office.year = 2024;
    book.plans = {full_bundle()};
    Person person;
    person.id.value = 1;
    person.full_name = "Lê Thị Bình";
    person.gender = Gender::kFemale;
    book.people = {person};
    YearRecord record;
    record.id.value = 1;
    record.person.value = 1;
    record.year = 2024;
    record.rating = Rating::kExcellent;
    record.under_review = Answer::kNo;
    book.records = {record};
    Award award;
    award.id.value = 1;
    award.year = 2023;
    award.title = "TTLDTT";
    award.revoked = true;
    book.awards = {award};
    LawAnswer answer;
    answer.id.value = 1;
    answer.year = 2024;
    answer.key = "unity";
    answer.value = "yes";
    LawAnswer leave;
    leave.id.value = 2;
    leave.person.value = 1;
    leave.key = kLeaveKey;
    leave.value = "maternity";
    leave.begins_on = base::Date{2024, 3, 1};
    book.answers = {answer, leave};
    AwardBasis basis;
    basis.id.value = 1;
    basis.award.value = 1;
    basis.ground = AwardBasis::Ground::kSudden;
    book.award_bases = {basis};
    RuleOverlay overlay;
    overlay.id.value = 1;
    overlay.name = "Quy chế";
    overlay.active = false;
    overlay.text = "{}";
    book.overlays = {overlay};
    IssuedDocument document;
    document.id.value = 1;
    document.kind = "report";
    document.plan = book.plans[0].plan.id;
    document.content = "Báo cáo";
    book.documents = {document};
    Setting setting;
    setting.id.value = 1;
    setting.name = "a";
    setting.value = "b";
    book.settings = {setting};
    const auto back = year_book_from_json(to_json(book));
    ASSERT_TRUE(back) << back.error().en << " " << back.error().where;
    EXPECT_EQ(*back, book);
}

TEST(Json, CompactHasNoSpaceToSpare) {
    const std::string text = to_json(full_bundle(), JsonLayout::kCompact);
    EXPECT_EQ(text.find('\n'), std::string::npos);
    EXPECT_EQ(text.find("\": "), std::string::npos);
}

struct Wrong {
    const char* json;
    const char* where;
};

class Refused : public ::testing::TestWithParam<Wrong> {};

TEST_P(Refused, WithThePlace) {
    const auto book = year_book_from_json(GetParam().json);
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().where, GetParam().where);
    EXPECT_FALSE(book.error().vi.empty());
    EXPECT_FALSE(book.error().en.empty());
}

#define OFFICE R"("office": {"name": "A", "year": 2024})"
INSTANTIATE_TEST_SUITE_P(
    Json, Refused,
    ::testing::Values(
        Wrong{"", "line 1"}, Wrong{"{\n\n  \"format\": 1,\n  oops }", "line 4"}, Wrong{"[]", ""}, Wrong{"{}", "format"},
        Wrong{R"({"format": 2})", "format"}, Wrong{R"({"format": "1"})", "format"}, Wrong{R"({"format": 1})", "office"},
        Wrong{R"({"format": 1, "office": []})", "office"},
        Wrong{R"({"format": 1, "office": {"name": 7}})", "office.name"},
        Wrong{R"({"format": 1, "office": {"name": "", "year": 2024}})", "office.name"},
        Wrong{R"({"format": 1, "office": {"name": "A", "year": 20244}})", "office.year"},
        Wrong{R"({"format": 1, "office": {"name": "A", "year": 2024.5}})", "office.year"},
        Wrong{R"({"format": 1, "office": {"name": "A", "year": 99999999999999999999}})", "office.year"},
        Wrong{R"({"format": 1, "office": {"name": "A", "year": 2024, "colour": "red"}})", "office.colour"},
        Wrong{R"({"format": 1, "extra": 1, )" OFFICE "}", "extra"},
        Wrong{R"({"format": 1, "people": {}, )" OFFICE "}", "people"},
        Wrong{R"({"format": 1, "people": [{"id": 1, "full_name": "A", "born_on": "1990-02-30"}], )" OFFICE "}",
              "people[0].born_on"},
        Wrong{R"({"format": 1, "people": [{"id": 1, "full_name": "A", "gender": "m"}], )" OFFICE "}",
              "people[0].gender"},
        Wrong{R"({"format": 1, "people": [{"id": 9007199254740992, "full_name": "A"}], )" OFFICE "}", "people[0].id"},
        Wrong{R"({"format": 1, "people": [{"id": -1, "full_name": "A"}], )" OFFICE "}", "people[0].id"},
        Wrong{R"({"format": 1, "people": [{"id": 1, "full_name": "A"}, {"id": 1, "full_name": "B"}], )" OFFICE "}",
              "person.id"},
        Wrong{R"({"format": 1, "records": [{"id": 1, "person": 5, "year": 2024}], )" OFFICE "}", "year_record.person"},
        Wrong{R"({"format": 1, "awards": [{"id": 1, "year": 2024, "title": "XYZ"}], )" OFFICE "}", "award.title"},
        Wrong{R"({"format": 1, "plans": [{"id": 1, "tasks": [{"id": 1, "title": "A", "source": [1, 2]}]}], )" OFFICE
              "}",
              "plans[0].tasks[0].source"},
        Wrong{R"({"format": 1, "plans": [{"id": 1, "tasks": [{"id": 1, "title": "A", "item": 8}]}], )" OFFICE "}",
              "task.item"},
        Wrong{R"({"format": 1, "plans": [{"id": 1, "recipients": ["a", 2]}], )" OFFICE "}", "plans[0].recipients[1]"}));
#undef OFFICE

TEST(Json, DeepNestingIsAnErrorNotACrash) {
    const std::string deep = R"({"format": 1, "office": )" + std::string(200000, '[');
    EXPECT_FALSE(year_book_from_json(deep));
    EXPECT_FALSE(year_book_from_json(deep + std::string(200000, ']') + "}"));
}

TEST(Codes, AreThereForEveryValue) {
    EXPECT_EQ(codes(Rating{}).size(), static_cast<std::size_t>(Rating::kExcellent) + 1);
    EXPECT_EQ(codes(Answer{}).size(), static_cast<std::size_t>(Answer::kYes) + 1);
    EXPECT_EQ(codes(PlanItem::Kind{}).size(), static_cast<std::size_t>(PlanItem::Kind::kClosing) + 1);
    EXPECT_EQ(codes(Task::State{}).size(), static_cast<std::size_t>(Task::State::kDone) + 1);
    EXPECT_EQ(codes(Initiative::Level{}).size(), static_cast<std::size_t>(Initiative::Level::kNation) + 1);
    EXPECT_EQ(codes(AwardBasis::Ground{}).size(), static_cast<std::size_t>(AwardBasis::Ground::kOther) + 1);
    EXPECT_EQ(code(Rating::kGood), "good");
    EXPECT_EQ(from_code<Rating>("excellent"), Rating::kExcellent);
    EXPECT_FALSE(from_code<Rating>("Excellent"));
}

// --- the demo office ---------------------------------------------------------------------------------------

TEST(DemoOffice, IsValidSmallAndPrintedAsWePrint) {
    const std::string text = file("data/demo/office.json");
    EXPECT_LE(text.size(), 40u * 1024);
    const auto book = year_book_from_json(text);
    ASSERT_TRUE(book) << book.error().en << " " << book.error().where;
    EXPECT_EQ(to_json(*book), text);
}

TEST(DemoOffice, ShowsAllThatTheProgramIsAbout) {
    const auto book = year_book_from_json(file("data/demo/office.json"));
    ASSERT_TRUE(book);
    EXPECT_EQ(book->people.size(), 6u);
    ASSERT_EQ(book->plans.size(), 1u);
    const PlanBundle& plan = book->plans[0];
    int sections = 0;
    for (const PlanItem& item : plan.items) sections += item.kind == PlanItem::Kind::kSection;
    EXPECT_EQ(sections, 4);
    bool states[3] = {false, false, false};
    for (const Task& task : plan.tasks) states[static_cast<int>(task.state)] = true;
    EXPECT_TRUE(states[0] && states[1] && states[2]);
    // What is done is done because evidence says so.
    for (const Task& task : plan.tasks) {
        if (task.state != Task::State::kDone) continue;
        bool proved = false;
        for (const Evidence& evidence : plan.evidence) proved = proved || evidence.task == task.id;
        EXPECT_TRUE(proved) << task.title;
    }
    int open = 0;
    for (const Question& question : plan.questions) open += question.answer.empty();
    EXPECT_EQ(open, 2);
    // Some ratings of the year are in, one is missing, one is not enough: verdicts differ.
    bool ratings[5] = {false, false, false, false, false};
    for (const YearRecord& record : book->records) {
        if (record.year == book->office.year) ratings[static_cast<int>(record.rating)] = true;
    }
    EXPECT_TRUE(ratings[static_cast<int>(Rating::kUnknown)]);
    EXPECT_TRUE(ratings[static_cast<int>(Rating::kCompleted)]);
    EXPECT_TRUE(ratings[static_cast<int>(Rating::kGood)]);
    EXPECT_TRUE(ratings[static_cast<int>(Rating::kExcellent)]);
}

TEST(DemoOffice, CitesRealLawsCorrectly) {
    const auto book = year_book_from_json(file("data/demo/office.json"));
    ASSERT_TRUE(book);
    const auto dated = [&](std::string_view number) -> std::optional<base::Date> {
        for (const BasisDocument& document : book->plans[0].basis) {
            if (document.number == number) return document.date;
        }
        return std::nullopt;
    };
    EXPECT_EQ(dated("06/2022/QH15"), (base::Date{2022, 6, 15}));
    EXPECT_EQ(dated("98/2023/NĐ-CP"), (base::Date{2023, 12, 31}));
    EXPECT_EQ(dated("01/2024/TT-BNV"), (base::Date{2024, 2, 24}));
    EXPECT_EQ(dated("34-CT/TW"), (base::Date{2014, 4, 7}));
}

}  // namespace
}  // namespace thidua::office
