// Each act, what it does and what it refuses.
#include "store/commands.h"

#include "office_fixture.h"

namespace thidua::store {
namespace {

using base::ErrorKind;

class Commands : public ::testing::Test {
protected:
    Commands() : store_(must(Store::in_memory(some_office()))) { plan_ = must(accept_plan(store_, some_plan())); }
    office::YearBook book() const { return must(snapshot(store_)); }
    office::PlanBundle bundle() const { return book().plans.front(); }
    base::Id<office::Person> somebody() { return must(add_person(store_, person_called("Nguyễn Văn An"))); }
    /// Undoing takes back exactly the last act.
    void expect_undo_gives(const office::YearBook& before) {
        must(store_.undo());
        EXPECT_EQ(book(), before);
    }

    Store store_;
    base::Id<office::Plan> plan_;
};

TEST_F(Commands, SetOffice) {
    const auto before = book();
    auto office = some_office();
    office.head_name = "Đặng Quốc Thịnh";
    office.symbol = "PTP";
    must(set_office(store_, office));
    EXPECT_EQ(book().office, office);
    office.year = 1;
    EXPECT_EQ(set_office(store_, office).error().where, "office.year");
    expect_undo_gives(before);
}

// --- plans -------------------------------------------------------------------------------------------------------

TEST_F(Commands, AnAcceptedPlanKeepsItsReferencesUnderNewIds) {
    const auto kept = bundle();
    EXPECT_EQ(kept.plan.id, plan_);
    EXPECT_NE(kept.items[1].id, some_plan().items[1].id);
    EXPECT_EQ(kept.items[1].parent, kept.items[0].id);
    EXPECT_EQ(kept.tasks[0].item, kept.items[1].id);
    EXPECT_EQ(kept.evidence[0].task, kept.tasks[0].id);
    EXPECT_EQ(kept.plan.source_text, some_plan().plan.source_text);
    EXPECT_EQ(kept.basis[0].mentions, some_plan().basis[0].mentions);
    EXPECT_EQ(kept.items[0].source, some_plan().items[0].source);
    for (const auto& item : kept.items) {
        EXPECT_GT(item.id.value, 0);
        EXPECT_LT(item.id.value, std::int64_t{1} << 53);
    }
}

TEST_F(Commands, TheSamePlanMayBeAcceptedTwice) {
    const auto again = must(accept_plan(store_, some_plan()));
    EXPECT_NE(again, plan_);
    EXPECT_EQ(book().plans.size(), 2u);
}

TEST_F(Commands, IdsCanBeSeededAndNeverMeet) {
    Store one = must(Store::in_memory(some_office()));
    Store two = must(Store::in_memory(some_office()));
    one.seed_ids(5);
    two.seed_ids(5);
    EXPECT_EQ(must(add_person(one, person_called("An"))), must(add_person(two, person_called("An"))));
    two.seed_ids(5);  // the same numbers come again, but are taken
    must(add_person(two, person_called("Bình")));
    EXPECT_EQ(must(snapshot(two)).people.size(), 2u);
}

TEST_F(Commands, ABrokenBundleIsRefusedWhole) {
    const auto before = book();
    auto broken = some_plan();
    broken.evidence[0].task.value = 77;
    EXPECT_EQ(accept_plan(store_, broken).error().where, "evidence.task");
    EXPECT_EQ(book(), before);
}

TEST_F(Commands, EditPlan) {
    const auto before = book();
    auto plan = bundle().plan;
    plan.number = "07/KH-PTP";
    plan.status = office::PlanStatus::kIssued;
    plan.issued_on.reset();
    plan.recipients = {"Lưu: VT, PTP"};
    must(edit_plan(store_, plan));
    EXPECT_EQ(bundle().plan, plan);
    expect_undo_gives(before);
    plan.id.value = 1;
    EXPECT_EQ(edit_plan(store_, plan).error().kind, ErrorKind::kNotFound);
}

TEST_F(Commands, RemovePlanTakesAllThatIsItsOwn) {
    const auto before = book();
    must(remove_plan(store_, plan_));
    EXPECT_TRUE(book().plans.empty());
    EXPECT_EQ(remove_plan(store_, plan_).error().kind, ErrorKind::kNotFound);
    expect_undo_gives(before);
}

TEST_F(Commands, SetPlanItemText) {
    const auto before = book();
    const auto item = bundle().items[1].id;
    must(set_plan_item_text(store_, item, "Tạo khí thế thi đua sôi nổi."));
    EXPECT_EQ(bundle().items[1].text, "Tạo khí thế thi đua sôi nổi.");
    EXPECT_EQ(set_plan_item_text(store_, item, "").error().where, "plan_item.text");
    expect_undo_gives(before);
}

TEST_F(Commands, AnAnswerGoesIntoThePlanAndBack) {
    const auto before = book();
    must(answer_question(store_, bundle().questions[0].id, "07/KH-PTP"));
    EXPECT_EQ(bundle().questions[0].answer, "07/KH-PTP");
    EXPECT_EQ(bundle().plan.number, "07/KH-PTP");
    expect_undo_gives(before);
}

TEST_F(Commands, AnAnswerThatIsNoDateIsRefused) {
    auto plan = some_plan();
    plan.questions[0].field = "plan.issued_on";
    must(accept_plan(store_, plan));
    const auto question = bundle().questions[0].id;
    EXPECT_EQ(answer_question(store_, question, "tháng ba").error().where, "question.answer");
    EXPECT_EQ(bundle().questions[0].answer, "");
    must(answer_question(store_, question, "22/03/2024"));
    EXPECT_EQ(bundle().plan.issued_on, (base::Date{2024, 3, 22}));
}

TEST_F(Commands, AnAnswerToAnythingElseIsKeptAsText) {
    auto plan = some_plan();
    plan.questions[0].field = "task.due";
    must(accept_plan(store_, plan));
    must(answer_question(store_, bundle().questions[0].id, "cuối quý III"));
    EXPECT_EQ(bundle().questions[0].answer, "cuối quý III");
}

// --- what belongs to a plan ------------------------------------------------------------------------------------------

TEST_F(Commands, BasisDocuments) {
    const auto before = book();
    office::BasisDocument document;
    document.plan = plan_;
    document.role = office::BasisDocument::Role::kBasis;
    document.kind = "Luật";
    document.number = "06/2022/QH15";
    document.date = base::Date{2022, 6, 15};
    document.id = must(add_basis(store_, document));
    EXPECT_EQ(bundle().basis.back(), document);
    document.subject = "Thi đua, khen thưởng";
    must(edit_basis(store_, document));
    EXPECT_EQ(bundle().basis.back(), document);
    must(remove_basis(store_, document.id));
    EXPECT_EQ(book(), before);
    document.number = "không";
    EXPECT_EQ(add_basis(store_, document).error().where, "basis_document.number");
    document.plan.value = 99;
    EXPECT_EQ(add_basis(store_, document).error().kind, ErrorKind::kNotFound);
}

TEST_F(Commands, Tasks) {
    const auto before = book();
    office::Task task;
    task.plan = plan_;
    task.item = bundle().items[1].id;
    task.position = 5;
    task.title = "Sơ kết 6 tháng";
    task.due = base::Date{2024, 7, 10};
    task.id = must(add_task(store_, task));
    must(set_task_state(store_, task.id, office::Task::State::kDone));
    EXPECT_EQ(store_.undo_words(), "Đánh dấu hoàn thành: Sơ kết 6 tháng");
    task.state = office::Task::State::kDone;
    EXPECT_EQ(bundle().tasks.back(), task);
    must(set_task_state(store_, task.id, office::Task::State::kDone));  // again: nothing
    task.assignee = "Công chức phụ trách";
    must(edit_task(store_, task));
    task.title.clear();
    EXPECT_EQ(edit_task(store_, task).error().where, "task.title");
    must(remove_task(store_, task.id));
    EXPECT_EQ(book(), before);
    EXPECT_EQ(set_task_state(store_, task.id, office::Task::State::kOpen).error().kind, ErrorKind::kNotFound);
}

TEST_F(Commands, ATaskTakesItsEvidenceAlong) {
    const auto before = book();
    must(remove_task(store_, bundle().tasks[0].id));
    EXPECT_TRUE(bundle().evidence.empty());
    expect_undo_gives(before);
}

TEST_F(Commands, ATaskCannotMoveToAParagraphThatIsNotThere) {
    auto task = bundle().tasks[0];
    task.item.value = 12345;
    EXPECT_EQ(edit_task(store_, task).error().kind, ErrorKind::kConflict);
    EXPECT_NE(bundle().tasks[0].item.value, 12345);
}

TEST_F(Commands, EvidenceOfATask) {
    const auto before = book();
    office::Evidence evidence;
    evidence.task = bundle().tasks[0].id;
    evidence.document_number = "32/BC-PTP";
    evidence.date = base::Date{2024, 7, 9};
    evidence.id = must(add_evidence(store_, evidence));
    EXPECT_EQ(bundle().evidence.back(), evidence);
    evidence.link = "Z:/thi-dua/2024/so-ket.docx";
    must(edit_evidence(store_, evidence));
    EXPECT_EQ(bundle().evidence.back(), evidence);
    must(remove_evidence(store_, evidence.id));
    EXPECT_EQ(book(), before);
    evidence.task.value = 99;
    EXPECT_EQ(add_evidence(store_, evidence).error().kind, ErrorKind::kNotFound);
}

TEST_F(Commands, Occasions) {
    const auto before = book();
    office::Occasion occasion;
    occasion.plan = plan_;
    occasion.name = "Ngày hội Quốc phòng toàn dân";
    occasion.years = 35;
    occasion.id = must(add_occasion(store_, occasion));
    occasion.date = base::Date{2024, 12, 22};
    must(edit_occasion(store_, occasion));
    EXPECT_EQ(bundle().occasions.back(), occasion);
    must(remove_occasion(store_, occasion.id));
    EXPECT_EQ(book(), before);
}

// --- people ------------------------------------------------------------------------------------------------------

TEST_F(Commands, APastedListIsOneAct) {
    const auto before = book();
    const auto ids = must(add_people(store_, {person_called("Lê Thị Bình"), person_called("Trần Văn An")}));
    ASSERT_EQ(ids.size(), 2u);
    EXPECT_EQ(book().people[1].id, ids[0]);
    EXPECT_EQ(store_.undo_words(), "Thêm danh sách 2 người");
    expect_undo_gives(before);
    must(add_people(store_, {}));
    EXPECT_EQ(book(), before);
}

TEST_F(Commands, APersonTakesTheirYearsAlong) {
    const auto person = somebody();
    office::YearRecord record;
    record.person = person;
    record.year = 2024;
    must(set_year_record(store_, record));
    must(set_registration(store_, person, 2024, "LDTT", true));
    office::Initiative initiative;
    initiative.person = person;
    initiative.year = 2024;
    initiative.name = "Sổ theo dõi";
    must(add_initiative(store_, initiative));
    office::Award award;
    award.person = person;
    award.year = 2023;
    award.title = "LDTT";
    must(add_award(store_, award));
    const auto before = book();
    must(remove_person(store_, person));
    const auto after = book();
    EXPECT_TRUE(after.people.empty() && after.records.empty() && after.registrations.empty() && after.initiatives.empty() && after.awards.empty());
    expect_undo_gives(before);
}

TEST_F(Commands, OneRecordAPersonAndYear) {
    office::YearRecord record;
    record.person = somebody();
    record.year = 2024;
    record.rating = office::Rating::kGood;
    const auto first = must(set_year_record(store_, record));
    record.rating = office::Rating::kExcellent;
    record.id.value = 4711;  // ignored
    EXPECT_EQ(must(set_year_record(store_, record)), first);
    ASSERT_EQ(book().records.size(), 1u);
    EXPECT_EQ(book().records[0].rating, office::Rating::kExcellent);
    record.year = 2023;
    EXPECT_NE(must(set_year_record(store_, record)), first);
    EXPECT_EQ(book().records[0].year, 2023);
    record.person.value = 1;
    EXPECT_EQ(set_year_record(store_, record).error().kind, ErrorKind::kNotFound);
}

TEST_F(Commands, RegisteringTwiceIsOnce) {
    const auto person = somebody();
    must(set_registration(store_, person, 2024, "CSTDCS", true, base::Date{2024, 3, 25}));
    must(set_registration(store_, person, 2024, "CSTDCS", true));
    ASSERT_EQ(book().registrations.size(), 1u);
    EXPECT_EQ(book().registrations[0].registered_on, (base::Date{2024, 3, 25}));
    must(set_registration(store_, person, 2024, "CSTDCS", true, base::Date{2024, 3, 26}));
    EXPECT_EQ(book().registrations[0].registered_on, (base::Date{2024, 3, 26}));
    must(set_registration(store_, person, 2024, "CSTDCS", false));
    EXPECT_TRUE(book().registrations.empty());
    must(set_registration(store_, person, 2024, "CSTDCS", false));
    EXPECT_EQ(store_.undo_words(), "Bỏ đăng ký: Chiến sĩ thi đua cơ sở, Nguyễn Văn An");
}

TEST_F(Commands, TheOfficeRegistersForItself) {
    must(set_registration(store_, {}, 2024, "TTLDTT", true));
    must(set_registration(store_, {}, 2024, "TTLDTT", true));
    ASSERT_EQ(book().registrations.size(), 1u);
    EXPECT_FALSE(book().registrations[0].person);
    EXPECT_EQ(set_registration(store_, {}, 2024, "LDTT", true).error().where, "registration.title");
    EXPECT_EQ(set_registration(store_, somebody(), 2024, "TTLDTT", true).error().where, "registration.title");
}

TEST_F(Commands, Initiatives) {
    office::Initiative initiative;
    initiative.person = somebody();
    initiative.year = 2024;
    initiative.name = "Bộ câu hỏi tình huống";
    const auto before = book();
    initiative.id = must(add_initiative(store_, initiative));
    initiative.recognised = office::Initiative::Level::kGrassroots;
    initiative.decision_number = "2047/QĐ-UBND";
    must(edit_initiative(store_, initiative));
    EXPECT_EQ(book().initiatives[0], initiative);
    must(remove_initiative(store_, initiative.id));
    EXPECT_EQ(book(), before);
    initiative.person.value = 1;
    EXPECT_EQ(edit_initiative(store_, initiative).error().kind, ErrorKind::kNotFound);
}

TEST_F(Commands, Awards) {
    office::Award award;
    award.person = somebody();
    award.year = 2023;
    award.title = "CSTDCS";
    award.issuer = "Chủ tịch UBND huyện";
    const auto before = book();
    award.id = must(add_award(store_, award));
    EXPECT_EQ(store_.undo_words(), "Thêm khen thưởng: Chiến sĩ thi đua cơ sở, Nguyễn Văn An");
    award.revoked = true;
    must(edit_award(store_, award));
    EXPECT_EQ(book().awards[0], award);
    must(remove_award(store_, award.id));
    EXPECT_EQ(book(), before);
    award.title = "XYZ";
    EXPECT_EQ(add_award(store_, award).error().where, "award.title");
}

TEST_F(Commands, LongNamesAreCutInTheJournalNotInTheFile) {
    const std::string name(200, 'x');
    const auto id = must(add_person(store_, person_called(name)));
    EXPECT_EQ(store_.undo_words(), "Thêm người: " + std::string(60, 'x') + "…");
    EXPECT_EQ(book().people[0].full_name, name);
    EXPECT_EQ(book().people[0].id, id);
}

}  // namespace
}  // namespace thidua::store
