// Answers, ledgers, local rules, decisions, edited documents, templates and settings: what each act does and refuses.
#include "office_fixture.h"

namespace thidua::store {
namespace {

using base::ErrorKind;

class Dossiers : public ::testing::Test {
protected:
    Dossiers() : store_(must(Store::in_memory(some_office()))) {
        plan_ = must(accept_plan(store_, some_plan()));
        person_ = must(add_person(store_, person_called("Nguyễn Văn An")));
    }
    office::YearBook book() const { return must(snapshot(store_)); }
    void expect_undo_gives(const office::YearBook& before) {
        must(store_.undo());
        EXPECT_EQ(book(), before);
    }
    office::LawAnswer answer(const std::string& key, const std::string& value) const {
        office::LawAnswer answer;
        answer.person = person_;
        answer.year = 2024;
        answer.key = key;
        answer.value = value;
        return answer;
    }
    office::LawAnswer discipline(base::Date from, std::optional<base::Date> to) const {
        office::LawAnswer period = answer("discipline", "reprimand");
        period.year = 0;
        period.begins_on = from;
        period.ends_on = to;
        return period;
    }
    std::int64_t acts() { return must(store_.journal(1))[0].seq; }

    Store store_;
    base::Id<office::Plan> plan_;
    base::Id<office::Person> person_;
};

TEST_F(Dossiers, OneAnswerAPersonYearAndQuestion) {
    const auto before = book();
    const auto first = must(set_law_answer(store_, answer("exemplary", "yes")));
    EXPECT_EQ(must(set_law_answer(store_, answer("exemplary", "no"))), first);
    ASSERT_EQ(book().answers.size(), 1u);
    EXPECT_EQ(book().answers[0].value, "no");
    EXPECT_EQ(store_.undo_words(), "Trả lời cho năm 2024: Nguyễn Văn An");
    auto office_answer = answer("exemplary", "yes");
    office_answer.person = {};
    EXPECT_NE(must(set_law_answer(store_, office_answer)), first);
    auto other_year = answer("exemplary", "yes");
    other_year.year = 2023;
    must(set_law_answer(store_, other_year));
    EXPECT_EQ(book().answers.size(), 3u);
    must(store_.undo());
    must(store_.undo());
    must(store_.undo());
    expect_undo_gives(before);
}

TEST_F(Dossiers, TheSameAnswerOnAnotherDayIsNoAct) {
    auto first = answer("exemplary", "yes");
    first.answered_on = base::Date{2024, 12, 1};
    must(set_law_answer(store_, first));
    const auto count = acts();
    first.answered_on = base::Date{2024, 12, 2};
    must(set_law_answer(store_, first));
    EXPECT_EQ(acts(), count);
    EXPECT_EQ(book().answers[0].answered_on, (base::Date{2024, 12, 1}));
}

TEST_F(Dossiers, PeriodsStandBesideEachOther) {
    must(set_law_answer(store_, discipline({2022, 3, 1}, base::Date{2022, 9, 1})));
    const auto second = must(set_law_answer(store_, discipline({2024, 3, 1}, std::nullopt)));
    ASSERT_EQ(book().answers.size(), 2u);
    EXPECT_EQ(store_.undo_words(), "Ghi kỷ luật: Nguyễn Văn An");
    auto ended = discipline({2024, 3, 1}, base::Date{2024, 9, 1});
    ended.id = second;
    must(edit_law_answer(store_, ended));
    EXPECT_EQ(book().answers[1].ends_on, (base::Date{2024, 9, 1}));
    must(remove_law_answer(store_, second));
    EXPECT_EQ(book().answers.size(), 1u);
}

TEST_F(Dossiers, WhatIsNoPeriodIsRefused) {
    EXPECT_EQ(set_law_answer(store_, discipline({2024, 3, 1}, base::Date{2024, 2, 1})).error().where,
              "law_answer.ends_on");
    auto without_day = discipline({2024, 3, 1}, std::nullopt);
    without_day.begins_on.reset();
    EXPECT_EQ(set_law_answer(store_, without_day).error().where, "law_answer.begins_on");
    auto with_day = answer("exemplary", "yes");
    with_day.begins_on = base::Date{2024, 1, 1};
    EXPECT_EQ(set_law_answer(store_, with_day).error().where, "law_answer.begins_on");
    EXPECT_EQ(set_law_answer(store_, answer("", "yes")).error().where, "law_answer.key");
    EXPECT_EQ(set_law_answer(store_, answer("exemplary", "")).error().where, "law_answer.value");
    auto nobody = answer("exemplary", "yes");
    nobody.person.value = 4711;
    EXPECT_EQ(set_law_answer(store_, nobody).error().kind, ErrorKind::kNotFound);
    EXPECT_TRUE(book().answers.empty());
}

TEST_F(Dossiers, ManyAnswersAreOneAct) {
    must(set_law_answer(store_, answer("awards_listed", "no")));
    const auto before = book();
    must(set_law_answers(store_, {answer("initiatives_listed", "yes"), answer("awards_listed", "yes")}));
    ASSERT_EQ(book().answers.size(), 2u);
    expect_undo_gives(before);
    auto nobody = answer("awards_listed", "yes");
    nobody.person.value = 4711;
    EXPECT_FALSE(set_law_answers(store_, {answer("initiatives_listed", "yes"), nobody}));
    EXPECT_FALSE(set_law_answers(store_, {discipline({2024, 3, 1}, std::nullopt)}));
    EXPECT_EQ(book(), before);
}

TEST_F(Dossiers, AnInitiativeIsUsedAndNotUsed) {
    office::Initiative initiative;
    initiative.person = person_;
    initiative.year = 2024;
    initiative.name = "Sổ theo dõi";
    initiative.id = must(add_initiative(store_, initiative));
    const auto before = book();
    must(set_initiative_use(store_, initiative.id, "CSTDCS", 2024, true));
    const auto count = acts();
    must(set_initiative_use(store_, initiative.id, "CSTDCS", 2024, true));
    EXPECT_EQ(acts(), count);
    must(set_initiative_use(store_, initiative.id, "BKT", 2024, true));
    EXPECT_EQ(book().initiative_uses.size(), 2u);
    must(set_initiative_use(store_, initiative.id, "BKT", 2024, false));
    must(set_initiative_use(store_, initiative.id, "CSTDCS", 2024, false));
    EXPECT_EQ(book(), before);
    EXPECT_EQ(set_initiative_use(store_, initiative.id, "TTLDTT", 2024, true).error().where, "initiative_use.title");
    must(set_initiative_use(store_, initiative.id, "CSTDCS", 2024, true));
    const auto used = book();
    must(remove_initiative(store_, initiative.id));
    EXPECT_TRUE(book().initiative_uses.empty());
    expect_undo_gives(used);
}

TEST_F(Dossiers, AnAwardHasOneGround) {
    office::Award award;
    award.person = person_;
    award.year = 2023;
    award.title = "GK";
    award.id = must(add_award(store_, award));
    office::AwardBasis basis;
    basis.award = award.id;
    basis.ground = office::AwardBasis::Ground::kSudden;
    must(set_award_basis(store_, basis));
    basis.merit = "Cứu người";
    must(set_award_basis(store_, basis));
    ASSERT_EQ(book().award_bases.size(), 1u);
    EXPECT_EQ(book().award_bases[0].merit, "Cứu người");
    const auto before = book();
    must(remove_award(store_, award.id));
    EXPECT_TRUE(book().award_bases.empty());
    expect_undo_gives(before);
    basis.award.value = 4711;
    EXPECT_EQ(set_award_basis(store_, basis).error().kind, ErrorKind::kNotFound);
}

TEST_F(Dossiers, OverlaysDecisionsAndDocuments) {
    const auto before = book();
    office::RuleOverlay overlay;
    overlay.name = "Quy chế tỉnh";
    EXPECT_EQ(add_overlay(store_, overlay).error().where, "overlay.text");
    overlay.text = "{}";
    overlay.id = must(add_overlay(store_, overlay));
    overlay.active = false;
    must(edit_overlay(store_, overlay));
    EXPECT_EQ(book().overlays[0], overlay);
    must(remove_overlay(store_, overlay.id));

    office::Decision decision;
    decision.person = person_;
    decision.title = "TTLDTT";
    decision.year = 2024;
    EXPECT_EQ(add_decision(store_, decision).error().where, "decision.title");
    decision.title = "LDTT";
    decision.facts = "{}";
    decision.id = must(add_decision(store_, decision));
    decision.note = "Họp Hội đồng ngày 20/12";
    must(edit_decision(store_, decision));
    EXPECT_EQ(book().decisions[0], decision);
    must(remove_decision(store_, decision.id));

    office::IssuedDocument document;
    document.kind = "submission";
    document.plan = plan_;
    document.content = "Kính gửi";
    document.id = must(add_document(store_, document));
    document.number = "15/TTr-PTP";
    must(edit_document(store_, document));
    EXPECT_EQ(book().documents[0], document);
    must(remove_document(store_, document.id));
    EXPECT_EQ(book(), before);
    document.plan.value = 4711;
    EXPECT_EQ(add_document(store_, document).error().kind, ErrorKind::kNotFound);
}

TEST_F(Dossiers, TemplatesAndSettingsAreOneAName) {
    const auto before = book();
    must(set_template(store_, "submission", "", "Căn cứ Luật"));
    must(set_template(store_, "submission", "khối", "Căn cứ Quy chế"));
    must(set_template(store_, "submission", "", "Căn cứ Nghị định"));
    ASSERT_EQ(book().templates.size(), 2u);
    EXPECT_EQ(book().templates[0].text, "Căn cứ Nghị định");
    must(set_setting(store_, "people.columns", "0,2,1"));
    must(set_setting(store_, "people.columns", "0,1,2"));
    ASSERT_EQ(book().settings.size(), 1u);
    EXPECT_EQ(book().settings[0].value, "0,1,2");
    const auto count = acts();
    must(set_setting(store_, "people.columns", "0,1,2"));
    must(set_setting(store_, "nothing", ""));
    EXPECT_EQ(acts(), count);
    must(set_setting(store_, "people.columns", ""));
    must(set_template(store_, "submission", "", ""));
    must(set_template(store_, "submission", "khối", ""));
    EXPECT_EQ(book(), before);
    EXPECT_EQ(set_setting(store_, "", "x").error().where, "setting.name");
}

TEST_F(Dossiers, APersonTakesAnswersAlongAndLeavesDocuments) {
    must(set_law_answer(store_, answer("exemplary", "yes")));
    office::Initiative initiative;
    initiative.person = person_;
    initiative.year = 2024;
    initiative.name = "Sổ theo dõi";
    initiative.id = must(add_initiative(store_, initiative));
    must(set_initiative_use(store_, initiative.id, "CSTDCS", 2024, true));
    office::Decision decision;
    decision.person = person_;
    decision.title = "LDTT";
    decision.year = 2024;
    must(add_decision(store_, decision));
    office::IssuedDocument document;
    document.kind = "certificate";
    document.person = person_;
    document.plan = plan_;
    document.content = "Tặng danh hiệu";
    must(add_document(store_, document));
    const auto before = book();
    must(remove_person(store_, person_));
    must(remove_plan(store_, plan_));
    const auto after = book();
    EXPECT_TRUE(after.answers.empty() && after.initiative_uses.empty() && after.decisions.empty());
    ASSERT_EQ(after.documents.size(), 1u);
    EXPECT_FALSE(after.documents[0].person || after.documents[0].plan);
    must(store_.undo());
    expect_undo_gives(before);
}

TEST_F(Dossiers, AListWithRatingsIsOneAct) {
    const auto before = book();
    ListedPerson binh{person_called("Lê Thị Bình"), {}};
    for (const int year : {2023, 2024}) {
        office::YearRecord& record = binh.records.emplace_back();
        record.year = year;
        record.rating = office::Rating::kGood;
    }
    const auto ids = must(add_listed_people(store_, {binh, {person_called("Trần Văn Cường"), {}}}));
    ASSERT_EQ(ids.size(), 2u);
    ASSERT_EQ(book().records.size(), 2u);
    EXPECT_EQ(book().records[0].person, ids[0]);
    EXPECT_EQ(store_.undo_words(), "Thêm danh sách 2 người");
    expect_undo_gives(before);

    binh.records[1].year = 2023;
    const auto twice = add_listed_people(store_, {{person_called("Trần Văn Cường"), {}}, binh});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().vi.rfind("Dòng 2: ", 0), 0u) << twice.error().vi;
    EXPECT_EQ(book(), before);
}

TEST_F(Dossiers, AWordingIsAdoptedInOneActWithItsDraft) {
    const auto before = book();
    const std::string draft(office::kTemplateDraft);
    must(set_template(store_, "proposal", "", "một", "Tờ trình"));
    EXPECT_EQ(store_.undo_words(), "Sửa mẫu: Tờ trình");
    must(set_template(store_, "proposal", draft, "hai"));
    must(set_template(store_, "minutes", "", "khác"));
    const auto count = acts();
    must(adopt_template(store_, "proposal", "hai", "Tờ trình"));
    EXPECT_EQ(acts(), count + 1);
    EXPECT_EQ(store_.undo_words(), "Dùng lời văn riêng: Tờ trình");
    ASSERT_EQ(book().templates.size(), 2u);
    must(adopt_template(store_, "proposal", "hai", "Tờ trình"));
    EXPECT_EQ(acts(), count + 1) << "nothing to change";
    must(store_.undo());
    ASSERT_EQ(book().templates.size(), 3u) << "the draft is back too";
    must(adopt_template(store_, "proposal", "", "Tờ trình"));
    EXPECT_EQ(store_.undo_words(), "Dùng lại lời văn chuẩn: Tờ trình");
    ASSERT_EQ(book().templates.size(), 1u);
    EXPECT_EQ(book().templates[0].kind, "minutes");
    must(set_template(store_, "minutes", "", ""));
    EXPECT_EQ(book(), before);
}

}  // namespace
}  // namespace thidua::store
