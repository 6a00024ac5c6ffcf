// What may be stored and what may not.
#include "office/check.h"

#include <gtest/gtest.h>

namespace thidua::office {
namespace {

template <class Record>
std::string wrong_field(const Record& record) {
    const auto good = check(record);
    return good ? std::string("fine") : good.error().where;
}

Person a_person() {
    Person person;
    person.full_name = "Nguyễn Văn An";
    return person;
}

TEST(Check, APersonNeedsANameOnOneLine) {
    Person person = a_person();
    EXPECT_EQ(wrong_field(person), "fine");
    person.full_name = "  ";
    EXPECT_EQ(wrong_field(person), "person.full_name");
    person.full_name = "Nguyễn\nAn";
    EXPECT_EQ(wrong_field(person), "person.full_name");
    person.full_name = std::string("Nguy\xe1\xbb");
    EXPECT_EQ(wrong_field(person), "person.full_name");
    person.full_name = std::string("A\0B", 3);
    EXPECT_EQ(wrong_field(person), "person.full_name");
    person.full_name = std::string(kLongestLine + 1, 'a');
    EXPECT_EQ(wrong_field(person), "person.full_name");
}

TEST(Check, DatesOfAPersonFollowEachOther) {
    Person person = a_person();
    person.born_on = base::Date{1990, 2, 29};
    EXPECT_EQ(wrong_field(person), "person.born_on");
    person.born_on = base::Date{1990, 2, 28};
    person.joined_on = base::Date{1990, 2, 28};
    EXPECT_EQ(wrong_field(person), "person.joined_on");
    person.joined_on = base::Date{2015, 1, 1};
    person.left_on = base::Date{2014, 12, 31};
    EXPECT_EQ(wrong_field(person), "person.left_on");
    person.left_on = base::Date{2015, 1, 1};
    EXPECT_EQ(wrong_field(person), "fine");
}

TEST(Check, NumbersOfRealDocumentsPass) {
    BasisDocument document;
    document.kind = "Văn bản";
    for (const char* number : {"", "53/KH-UBND", "34-CT/TW", "06/2022/QH15", "98/2023/NĐ-CP", "5007/BNV-TĐKT", "Số 15", "115/VBHN-VPQH"}) {
        document.number = number;
        EXPECT_EQ(wrong_field(document), "fine") << number;
    }
    document.number = "KH-UBND";
    EXPECT_EQ(wrong_field(document), "basis_document.number");
    document.number = "53/KH-\nUBND";
    EXPECT_EQ(wrong_field(document), "basis_document.number");
}

TEST(Check, ADraftMayWaitForItsNumberAnIssuedPlanMayNot) {
    Plan plan;
    plan.number = "/KH-PTP";
    EXPECT_EQ(wrong_field(plan), "fine");
    plan.status = PlanStatus::kIssued;
    EXPECT_EQ(wrong_field(plan), "plan.number");
}

TEST(Check, TitlesFitWhoGetsThem) {
    Registration registration;
    registration.year = 2024;
    registration.title = "LDTT";
    EXPECT_EQ(wrong_field(registration), "registration.title");  // the office cannot be an advanced worker
    registration.person.value = 1;
    EXPECT_EQ(wrong_field(registration), "fine");
    registration.title = "TTLDTT";
    EXPECT_EQ(wrong_field(registration), "registration.title");
    registration.title = "GK";
    EXPECT_EQ(wrong_field(registration), "registration.title");  // a commendation is not registered for
    registration.title = "none";
    EXPECT_EQ(wrong_field(registration), "registration.title");
    Award award;
    award.year = 2024;
    award.title = "GK";
    EXPECT_EQ(wrong_field(award), "fine");
    award.person.value = 1;
    EXPECT_EQ(wrong_field(award), "fine");
}

TEST(Check, YearsAreThoseOfThisState) {
    YearRecord record;
    record.person.value = 1;
    record.year = 1944;
    EXPECT_EQ(wrong_field(record), "year_record.year");
    record.year = 2024;
    EXPECT_EQ(wrong_field(record), "fine");
    record.person.value = 0;
    EXPECT_EQ(wrong_field(record), "year_record.person");
}

TEST(Check, EvidenceSaysSomething) {
    Evidence evidence;
    evidence.task.value = 1;
    EXPECT_EQ(wrong_field(evidence), "evidence.text");
    evidence.document_number = "15/BC-PTP";
    EXPECT_EQ(wrong_field(evidence), "fine");
}

TEST(Check, ABundleHoldsTogether) {
    PlanBundle bundle;
    bundle.plan.id.value = 1;
    PlanItem item;
    item.id.value = 1;
    item.plan.value = 1;
    item.text = "a";
    item.parent.value = 1;  // itself
    bundle.items = {item};
    EXPECT_EQ(wrong_field(bundle), "plan_item.parent");
    bundle.items[0].parent.value = 0;
    EXPECT_EQ(wrong_field(bundle), "fine");
    bundle.items[0].plan.value = 2;
    EXPECT_EQ(wrong_field(bundle), "plan_item.plan");
    bundle.items[0].plan.value = 1;
    bundle.items.push_back(bundle.items[0]);
    EXPECT_EQ(wrong_field(bundle), "plan_item.id");
    bundle.items.pop_back();
    Evidence evidence;
    evidence.id.value = 1;
    evidence.task.value = 4;
    evidence.text = "a";
    bundle.evidence = {evidence};
    EXPECT_EQ(wrong_field(bundle), "evidence.task");
}

TEST(Check, ASentenceInBothLanguages) {
    const auto error = check(Person{}).error();
    EXPECT_EQ(error.vi, "Họ và tên không được để trống.");
    EXPECT_EQ(error.en, "The full name must not be empty.");
    EXPECT_EQ(error.kind, base::ErrorKind::kBadInput);
}

}  // namespace
}  // namespace thidua::office
