// The journal: undo, redo, merging, the hash chain.
#include <sqlite3.h>

#include <random>

#include "office_fixture.h"

namespace thidua::store {
namespace {

using Kind = JournalEntry::Kind;

TEST(Journal, AnActIsUndoneAndRedone) {
    Store store = must(Store::in_memory(some_office()));
    EXPECT_FALSE(store.can_undo());
    const auto empty = must(snapshot(store));
    must(accept_plan(store, some_plan()));
    const auto full = must(snapshot(store));
    EXPECT_EQ(store.undo_words(), "Chấp nhận kế hoạch: Phát động phong trào thi đua năm 2024");
    must(store.undo());
    EXPECT_EQ(must(snapshot(store)), empty);
    EXPECT_FALSE(store.can_undo());
    EXPECT_EQ(store.redo_words(), "Chấp nhận kế hoạch: Phát động phong trào thi đua năm 2024");
    must(store.redo());
    EXPECT_EQ(must(snapshot(store)), full);
    EXPECT_FALSE(store.can_redo());
}

TEST(Journal, ANewActEndsRedo) {
    Store store = must(Store::in_memory(some_office()));
    must(add_person(store, person_called("An")));
    must(store.undo());
    must(add_person(store, person_called("Bình")));
    EXPECT_FALSE(store.can_redo());
    EXPECT_EQ(store.redo().error().kind, base::ErrorKind::kNotFound);
}

TEST(Journal, UndoSurvivesReopening) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    {
        Store store = must(Store::create(path, some_office()));
        must(add_person(store, person_called("An")));
        must(add_person(store, person_called("Bình")));
        must(store.undo());
    }
    Store store = must(Store::open(path));
    EXPECT_EQ(store.undo_words(), "Thêm người: An");
    EXPECT_EQ(store.redo_words(), "Thêm người: Bình");
    must(store.redo());
    must(store.undo());
    must(store.undo());
    EXPECT_TRUE(must(snapshot(store)).people.empty());
}

TEST(Journal, SaysWhoDidWhatAndWhen) {
    Store store = must(Store::in_memory(some_office()));
    store.set_who("Lê Thị Bình");
    store.set_clock([] { return std::int64_t{1710404130123}; });
    must(add_person(store, person_called("An")));
    must(store.undo());
    const auto entries = must(store.journal());
    ASSERT_EQ(entries.size(), 3u);
    EXPECT_EQ(entries[0].kind, Kind::kUndo);
    EXPECT_EQ(entries[0].target, 2);
    EXPECT_EQ(entries[1].kind, Kind::kAct);
    EXPECT_EQ(entries[1].act, "person.add");
    EXPECT_EQ(entries[1].words, "Thêm người: An");
    EXPECT_EQ(entries[1].who, "Lê Thị Bình");
    EXPECT_EQ(entries[1].at, "2024-03-14T08:15:30.123Z");
    EXPECT_EQ(entries[2].kind, Kind::kCreate);
    EXPECT_EQ(must(store.journal(1)).size(), 1u);
}

TEST(Journal, WhatChangesNothingLeavesNoEntry) {
    Store store = must(Store::in_memory(some_office()));
    const auto id = must(add_person(store, person_called("An")));
    const auto revision = store.revision();
    auto person = person_called("An");
    person.id = id;
    must(edit_person(store, person));
    EXPECT_EQ(store.revision(), revision);
    EXPECT_EQ(must(store.journal()).size(), 2u);
}

TEST(Journal, AFailedActLeavesNoTrace) {
    Store store = must(Store::in_memory(some_office()));
    const auto before = must(snapshot(store));
    const auto added = add_people(store, {person_called("An"), person_called("")});
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().where, "person.full_name");
    EXPECT_EQ(added.error().vi, "Dòng 2: Họ và tên không được để trống.");
    EXPECT_EQ(must(snapshot(store)), before);
    EXPECT_EQ(must(store.journal()).size(), 1u);
    EXPECT_FALSE(store.can_undo());
}

// --- merging ---------------------------------------------------------------------------------------------------

class Typing : public ::testing::Test {
protected:
    Typing() : store_(must(Store::in_memory(some_office()))) {
        store_.set_clock([this] { return time_; });
        person_ = person_called("A");
        person_.id = must(add_person(store_, person_));
        time_ += 60000;
    }
    void type(const std::string& position, std::int64_t pause) {
        time_ += pause;
        person_.position = position;
        must(edit_person(store_, person_));
    }
    std::size_t entries() const { return must(store_.journal()).size(); }

    std::int64_t time_ = 1710404130000;
    Store store_;
    office::Person person_;
};

TEST_F(Typing, LettersOfOneFieldBecomeOneEntry) {
    type("C", 0);
    type("Ch", 300);
    type("Chuyên viên", 900);
    EXPECT_EQ(entries(), 3u);
    must(store_.undo());
    EXPECT_EQ(must(snapshot(store_)).people[0].position, "");
    must(store_.redo());
    EXPECT_EQ(must(snapshot(store_)).people[0].position, "Chuyên viên");
}

TEST_F(Typing, APauseBeginsANewEntry) {
    type("C", 0);
    type("Ch", kMergeMilliseconds + 1);
    EXPECT_EQ(entries(), 4u);
}

TEST_F(Typing, AnotherFieldBeginsANewEntry) {
    type("C", 0);
    person_.unit = "Phòng";
    must(edit_person(store_, person_));
    EXPECT_EQ(entries(), 4u);
}

TEST_F(Typing, TypedAndTakenBackIsNoEntryAtAll) {
    type("C", 0);
    type("", 100);
    EXPECT_EQ(entries(), 2u);
    EXPECT_EQ(store_.undo_words(), "Thêm người: A");
    must(store_.undo());
    EXPECT_TRUE(must(snapshot(store_)).people.empty());
}

TEST_F(Typing, NothingMergesIntoWhatWasUndone) {
    type("C", 0);
    must(store_.undo());
    type("Ch", 100);
    EXPECT_EQ(entries(), 5u);
    must(store_.undo());
    EXPECT_EQ(must(snapshot(store_)).people[0].position, "");
}

TEST_F(Typing, TheChainHoldsAfterMerging) {
    type("C", 0);
    type("Ch", 100);
    type("Chu", 100);
    const Store again = must(Store::open_bytes(must(store_.serialize())));
    EXPECT_TRUE(again.warnings().empty());
}

// --- the chain ---------------------------------------------------------------------------------------------------

void run(const std::string& path, const char* sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
    char* error = nullptr;
    EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, &error), SQLITE_OK) << error;
    sqlite3_close(db);
}

class Tampered : public ::testing::TestWithParam<const char*> {};

TEST_P(Tampered, APersonIsTold) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    {
        Store store = must(Store::create(path, some_office()));
        must(add_person(store, person_called("An")));
        must(add_person(store, person_called("Bình")));
        must(store.undo());
        must(add_person(store, person_called("Cường")));
    }
    run(path, GetParam());
    const Store store = must(Store::open(path));
    ASSERT_EQ(store.warnings().size(), 1u);
    EXPECT_NE(store.warnings()[0].vi.find("Nhật ký của tệp đã bị thay đổi"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Journal, Tampered,
    ::testing::Values("UPDATE journal SET who = 'ai đó' WHERE seq = 2",
                      "UPDATE journal SET words = 'khác' WHERE seq = 3",
                      "UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 5",
                      "UPDATE journal SET changeset = CAST(x'00' || substr(changeset, 2) AS BLOB) WHERE seq = 2",
                      "DELETE FROM journal WHERE seq = 3", "DELETE FROM journal WHERE seq = 1",
                      "UPDATE journal SET target = 1 WHERE seq = 4", "UPDATE journal SET kind = 'act' WHERE seq = 4",
                      "UPDATE journal SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 5"));

TEST(Journal, EachBitOfAChangesetCounts) {
    Store store = must(Store::in_memory(some_office()));
    must(add_person(store, person_called("Nguyễn Văn An")));
    const std::string bytes = must(store.serialize());
    const std::string name = "Nguyễn Văn An";
    // The name stands in the person's row, in the words, and in the changeset: the last two are the journal's.
    std::size_t found = 0;
    std::size_t warned = 0;
    for (std::size_t at = bytes.find(name); at != std::string::npos; at = bytes.find(name, at + 1)) {
        ++found;
        std::string wrong = bytes;
        wrong[at] = static_cast<char>(wrong[at] ^ 1);
        const auto opened = Store::open_bytes(wrong);
        if (opened && opened->warnings().size() == 1) ++warned;
    }
    EXPECT_GE(found, 3u);
    EXPECT_EQ(warned, found - 1);
}

TEST(Journal, AChangedEntryCannotBeUndone) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    {
        Store store = must(Store::create(path, some_office()));
        must(add_person(store, person_called("An")));
    }
    run(path, "UPDATE journal SET words = 'khác' WHERE seq = 2");
    Store store = must(Store::open(path));
    EXPECT_EQ(store.undo().error().kind, base::ErrorKind::kBadInput);
    EXPECT_EQ(must(snapshot(store)).people.size(), 1u);
}

TEST(Journal, DataChangedBehindTheJournalStopsUndoWhole) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    {
        Store store = must(Store::create(path, some_office()));
        must(add_people(store, {person_called("An"), person_called("Bình")}));
    }
    run(path, "DELETE FROM person WHERE full_name = 'An'");
    Store store = must(Store::open(path));
    EXPECT_EQ(store.undo().error().kind, base::ErrorKind::kConflict);
    EXPECT_EQ(must(snapshot(store)).people.size(), 1u);
    EXPECT_TRUE(store.can_undo());
}

// --- any acts in any order -----------------------------------------------------------------------------------------

/// One random act; false when it was refused, which is fine as long as nothing changed.
bool random_act(Store& store, std::mt19937& random) {
    const auto book = must(snapshot(store));
    const auto pick = [&](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    const auto some_person = [&] {
        return book.people.empty() ? base::Id<office::Person>{} : book.people[pick(book.people.size())].id;
    };
    const auto some_bundle = [&] { return book.plans[pick(book.plans.size())]; };
    const std::string word = "từ " + std::to_string(random() % 1000);
    switch (random() % 27) {
        case 20: {
            office::LawAnswer answer;
            answer.person = some_person();
            answer.year = random() % 2 ? 2024 : 0;
            answer.key = random() % 3 ? "unity" : "discipline";
            answer.value = random() % 2 ? "yes" : "no";
            if (answer.key == "discipline") answer.begins_on = base::Date{2024, 1 + int(pick(12)), 1};
            return bool(set_law_answer(store, answer));
        }
        case 21:
            return !book.initiatives.empty() &&
                   set_initiative_use(store, book.initiatives[pick(book.initiatives.size())].id, "CSTDCS", 2024,
                                      random() % 3 != 0);
        case 22: {
            if (book.awards.empty()) return false;
            office::AwardBasis basis;
            basis.award = book.awards[pick(book.awards.size())].id;
            basis.ground = static_cast<office::AwardBasis::Ground>(pick(5));
            return bool(set_award_basis(store, basis));
        }
        case 23: {
            office::Decision decision;
            decision.person = some_person();
            decision.title = decision.person ? "LDTT" : "TTLDTT";
            decision.year = 2024;
            return bool(add_decision(store, decision));
        }
        case 24: {
            office::IssuedDocument document;
            document.kind = "report";
            document.person = some_person();
            if (!book.plans.empty()) document.plan = some_bundle().plan.id;
            document.content = word;
            return bool(add_document(store, document));
        }
        case 25: return bool(set_template(store, "report", "", random() % 3 ? word : ""));
        case 26: return bool(set_setting(store, "place", random() % 3 ? word : ""));
        case 0: return bool(accept_plan(store, some_plan()));
        case 1: return bool(add_person(store, person_called(word)));
        case 2: return bool(add_people(store, {person_called(word), person_called(word + " b")}));
        case 3:
            if (book.people.empty()) return false;
            {
                auto person = book.people[pick(book.people.size())];
                person.full_name = word;
                person.born_on = base::Date{1980, 1 + int(pick(12)), 1};
                return bool(edit_person(store, person));
            }
        case 4: return bool(remove_person(store, some_person()));
        case 5: {
            office::YearRecord record;
            record.person = some_person();
            record.year = 2020 + int(pick(5));
            record.rating = static_cast<office::Rating>(pick(5));
            return bool(set_year_record(store, record));
        }
        case 6:
            return bool(
                set_registration(store, some_person(), 2024, random() % 2 ? "LDTT" : "CSTDCS", random() % 3 != 0));
        case 7: {
            office::Initiative initiative;
            initiative.person = some_person();
            initiative.year = 2024;
            initiative.name = word;
            return bool(add_initiative(store, initiative));
        }
        case 8: {
            office::Award award;
            award.person = some_person();
            award.year = 2023;
            award.title = "GK";
            return bool(add_award(store, award));
        }
        case 9: return !book.awards.empty() && remove_award(store, book.awards[pick(book.awards.size())].id);
        case 10: return !book.initiatives.empty() && remove_initiative(store, book.initiatives[0].id);
        case 11: {
            auto office = book.office;
            office.head_name = word;
            return bool(set_office(store, office));
        }
        default: break;
    }
    if (book.plans.empty()) return false;
    const auto bundle = some_bundle();
    switch (random() % 8) {
        case 0: return random() % 4 == 0 && remove_plan(store, bundle.plan.id);
        case 1: {
            auto plan = bundle.plan;
            plan.subject = word;
            plan.recipients.push_back(word);
            return bool(edit_plan(store, plan));
        }
        case 2: return bool(set_plan_item_text(store, bundle.items[pick(2)].id, word));
        case 3: {
            office::Task task;
            task.plan = bundle.plan.id;
            task.item = bundle.items[1].id;
            task.position = int(bundle.tasks.size());
            task.title = word;
            return bool(add_task(store, task));
        }
        case 4:
            return !bundle.tasks.empty() && set_task_state(store, bundle.tasks[pick(bundle.tasks.size())].id,
                                                           static_cast<office::Task::State>(pick(3)));
        case 5: return !bundle.tasks.empty() && remove_task(store, bundle.tasks[pick(bundle.tasks.size())].id);
        case 6: {
            if (bundle.tasks.empty()) return false;
            office::Evidence evidence;
            evidence.task = bundle.tasks[0].id;
            evidence.text = word;
            return bool(add_evidence(store, evidence));
        }
        default:
            return bool(answer_question(store, bundle.questions[0].id, std::to_string(random() % 90 + 1) + "/KH-PTP"));
    }
}

class AnyActs : public ::testing::TestWithParam<unsigned> {};

TEST_P(AnyActs, UndoAllIsTheBeginningAndRedoAllTheEnd) {
    std::mt19937 random(GetParam());
    Store store = must(Store::in_memory(some_office()));
    store.seed_ids(GetParam());
    std::vector<office::YearBook> states{must(snapshot(store))};
    while (states.size() < 60) {
        const auto revision = store.revision();
        const bool done = random_act(store, random);
        auto now = must(snapshot(store));
        if (!done) {
            EXPECT_EQ(now, states.back());
        }
        if (store.revision() == revision) continue;
        // Merged acts change the last state instead of adding one.
        const auto acts = must(store.journal(1))[0].seq;
        if (acts == static_cast<std::int64_t>(states.size())) {
            states.back() = std::move(now);
        } else {
            states.push_back(std::move(now));
        }
    }
    for (std::size_t at = states.size() - 1; at > 0; --at) {
        must(store.undo());
        ASSERT_EQ(must(snapshot(store)), states[at - 1]) << "undo to state " << at - 1;
    }
    EXPECT_FALSE(store.can_undo());
    for (std::size_t at = 1; at < states.size(); ++at) {
        must(store.redo());
        ASSERT_EQ(must(snapshot(store)), states[at]) << "redo to state " << at;
    }
    EXPECT_FALSE(store.can_redo());

    const Store again = must(Store::open_bytes(must(store.serialize())));
    EXPECT_TRUE(again.warnings().empty());
    EXPECT_EQ(must(snapshot(again)), states.back());
    EXPECT_TRUE(again.can_undo());
}

INSTANTIATE_TEST_SUITE_P(Journal, AnyActs, ::testing::Range(1u, 21u));

}  // namespace
}  // namespace thidua::store
