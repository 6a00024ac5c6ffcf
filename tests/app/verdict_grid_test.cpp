// The table of verdicts made from an earlier one, and verdicts as a table in steps.

#include "app/verdict_grid.h"

#include <gtest/gtest.h>

#include "app/demo.h"
#include "app/office_law.h"
#include "app/office_tables.h"
#include "app/verdict_table.h"
#include "app/year_index.h"

namespace {

using namespace thidua;
using namespace thidua::app;

constexpr base::Date kOn{2024, 12, 20};

void expect_same(const GridRow& a, const GridRow& b) {
    EXPECT_EQ(a.person, b.person);
    EXPECT_EQ(a.name, b.name);
    ASSERT_EQ(a.cells.size(), b.cells.size());
    for (std::size_t at = 0; at < a.cells.size(); ++at) {
        EXPECT_EQ(a.cells[at].outcome, b.cells[at].outcome) << a.name << at;
        EXPECT_EQ(a.cells[at].registered, b.cells[at].registered) << a.name << at;
        EXPECT_EQ(a.cells[at].held, b.cells[at].held) << a.name << at;
    }
}

void expect_same(const VerdictGrid& a, const VerdictGrid& b) {
    expect_same(a.office, b.office);
    ASSERT_EQ(a.rows.size(), b.rows.size());
    for (std::size_t at = 0; at < a.rows.size(); ++at) expect_same(a.rows[at], b.rows[at]);
}

TEST(VerdictGrid, FromAnEarlierOneIsWhatItWouldBeAnew) {
    const office::YearBook& demo = demo_office();
    const auto packs = law_of(demo.overlays).packs;
    const VerdictGrid before = verdict_grid(*packs, demo, kOn);
    expect_same(verdict_grid(*packs, demo, kOn, &before), before);

    // One person's rating, one who left, one who came, a registration taken back, the office's own award.
    office::YearBook book = demo;
    for (office::YearRecord& record : book.records) {
        if (record.person == book.people[1].id) record.rating = office::Rating::kNotCompleted;
    }
    book.people.erase(book.people.begin());
    office::Person person;
    person.id.value = 77;
    person.full_name = "Người Mới Đến";
    book.people.insert(book.people.begin() + 1, person);
    book.registrations.clear();
    office::Award award;
    award.id.value = 78;
    award.year = demo.office.year - 1;
    award.title = "TTLDTT";
    book.awards.push_back(award);
    const VerdictGrid anew = verdict_grid(*packs, book, kOn);
    expect_same(verdict_grid(*packs, book, kOn, &before), anew);
    // Another day, another year: nothing of the earlier one is believed.
    expect_same(verdict_grid(*packs, demo, {2026, 11, 1}, &before), verdict_grid(*packs, demo, {2026, 11, 1}));
    book.office.year += 1;
    expect_same(verdict_grid(*packs, book, kOn, &before), verdict_grid(*packs, book, kOn));
}

TEST(VerdictGrid, AnUnchangedPersonIsNotJudgedAgain) {
    const office::YearBook& demo = demo_office();
    const auto packs = law_of(demo.overlays).packs;
    VerdictGrid before = verdict_grid(*packs, demo, kOn);
    // A mark that judging would wipe out.
    ASSERT_NE(before.rows[0].cells[0].outcome, law::Outcome::kForPerson);
    before.rows[0].cells[0].outcome = law::Outcome::kForPerson;
    EXPECT_EQ(verdict_grid(*packs, demo, kOn, &before).rows[0].cells[0].outcome, law::Outcome::kForPerson);
}

TEST(VerdictTable, TellsEachPersonInAStep) {
    const office::YearBook& demo = demo_office();
    const auto packs = law_of(demo.overlays).packs;
    VerdictTable verdicts(demo, kOn, packs);
    const VerdictGrid grid = verdict_grid(*packs, demo, kOn);
    ASSERT_EQ(verdicts.all(), grid.rows.size());
    std::size_t steps = 1;
    while (verdicts.step()) EXPECT_EQ(verdicts.done(), steps++);
    EXPECT_EQ(verdicts.done(), verdicts.all());
    const sheet::Table table = verdicts.take();
    EXPECT_EQ(table.rows.size() % grid.rows.size(), 0u);
    EXPECT_EQ(sheet::to_text(table.rows[0][1]), grid.rows[0].name);
    EXPECT_EQ(sheet::to_text(table.rows[0][4]), law::words_vi(grid.rows[0].cells[0].outcome));
}

TEST(YearIndex, FindsWhatTheListsHold) {
    const office::YearBook& demo = demo_office();
    const YearIndex index(demo);
    for (const office::Person& person : demo.people) EXPECT_EQ(index.person(person.id), &person);
    for (const office::YearRecord& record : demo.records) EXPECT_EQ(index.record(record.person, record.year), &record);
    for (const office::Registration& one : demo.registrations) {
        EXPECT_TRUE(index.registered(one.person, one.year, one.title));
        EXPECT_TRUE(index.registered(one.person, one.year));
        EXPECT_FALSE(index.registered(one.person, one.year, "no title"));
        EXPECT_FALSE(index.registered(one.person, 1950));
    }
    EXPECT_EQ(index.person({12345}), nullptr);
    EXPECT_EQ(index.record({12345}, 2024), nullptr);
}

}  // namespace
