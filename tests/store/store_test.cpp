// Files: made, opened, copied, refused.
#include "store/store.h"

#include <sqlite3.h>

#include "office_fixture.h"

namespace thidua::store {
namespace {

using base::ErrorKind;

TEST(Store, WhatIsPutInIsThereAfterReopening) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    office::YearBook before;
    {
        Store store = must(Store::create(path, some_office()));
        must(accept_plan(store, some_plan()));
        must(add_person(store, person_called("Nguyễn Thị Hồng Vân")));
        before = must(snapshot(store));
        EXPECT_EQ(before.people.size(), 1u);
    }
    const Store store = must(Store::open(path));
    EXPECT_EQ(must(snapshot(store)), before);
    EXPECT_TRUE(store.warnings().empty());
}

TEST(Store, AtRestItIsOneFile) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    {
        Store store = must(Store::create(path, some_office()));
        must(add_person(store, person_called("An")));
    }
    EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
    EXPECT_EQ(contents(path)[18], 1);  // not of WAL kind: any SQLite opens it, from read-only media too
    const Store again = must(Store::open(path, Access::kReadOnly));
    EXPECT_EQ(must(snapshot(again)).people.size(), 1u);
}

TEST(Store, AWholeBookIsKeptAsItIs) {
    office::YearBook book;
    book.office = some_office();
    book.plans = {some_plan()};
    office::Person an = person_called("Trần Văn An");
    an.id.value = 7;
    an.gender = office::Gender::kMale;
    an.born_on = base::Date{1985, 2, 28};
    office::Person binh = person_called("Lê Thị Bình");
    binh.id.value = 3;
    book.people = {an, binh};
    office::YearRecord record;
    record.id.value = 1;
    record.person.value = 7;
    record.year = 2024;
    record.rating = office::Rating::kExcellent;
    record.movements = office::Answer::kYes;
    book.records = {record};
    office::Registration registration;
    registration.id.value = 2;
    registration.year = 2024;
    registration.title = "TTLDTT";
    book.registrations = {registration};
    office::Initiative initiative;
    initiative.id.value = 4;
    initiative.person.value = 3;
    initiative.year = 2023;
    initiative.name = "Sổ theo dõi hộ tịch";
    initiative.recognised = office::Initiative::Level::kGrassroots;
    book.initiatives = {initiative};
    office::Award award;
    award.id.value = 5;
    award.person.value = 7;
    award.year = 2023;
    award.title = "LDTT";
    award.revoked = true;
    book.awards = {award};
    add_dossiers(book);
    const Store store = must(Store::in_memory(book));
    EXPECT_EQ(must(snapshot(store)), book);
}

TEST(Store, PeopleAreSortedByGivenName) {
    Store store = must(Store::in_memory(some_office()));
    must(add_people(store,
                    {person_called("Nguyễn Văn Đức"), person_called("Lê Thị Bình"), person_called("Trần Văn An")}));
    const auto people = must(snapshot(store)).people;
    ASSERT_EQ(people.size(), 3u);
    EXPECT_EQ(people[0].full_name, "Trần Văn An");
    EXPECT_EQ(people[1].full_name, "Lê Thị Bình");
    EXPECT_EQ(people[2].full_name, "Nguyễn Văn Đức");
}

TEST(Store, NewestPlanFirst) {
    Store store = must(Store::in_memory(some_office()));
    auto first = some_plan();
    auto second = some_plan();
    second.plan.subject = "Kế hoạch sau";
    must(accept_plan(store, first));
    must(accept_plan(store, second));
    EXPECT_EQ(must(snapshot(store)).plans.front().plan.subject, "Kế hoạch sau");
}

// --- creating and copying ------------------------------------------------------------------------------------

TEST(Store, NeverCreatesOverSomething) {
    const Folder folder;
    const std::string path = folder.file("letter.txt");
    put(path, "precious");
    const auto made = Store::create(path, some_office());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::kConflict);
    EXPECT_EQ(contents(path), "precious");
}

TEST(Store, CreatingInNoFolderIsNotFound) {
    const Folder folder;
    const auto made = Store::create(folder.file("none/year.thidua"), some_office());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::kNotFound);
}

TEST(Store, ACopyHoldsTheSameAndItsHistory) {
    const Folder folder;
    const std::string copy_path = folder.file("copy.thidua");
    Store store = must(Store::create(folder.file("year.thidua"), some_office()));
    must(add_person(store, person_called("An")));
    must(store.save_copy_as(copy_path));
    must(add_person(store, person_called("Bình")));
    Store copy = must(Store::open(copy_path));
    EXPECT_EQ(must(snapshot(copy)).people.size(), 1u);
    must(copy.undo());
    EXPECT_EQ(must(snapshot(copy)).people.size(), 0u);
}

TEST(Store, ACopyMayReplaceAnotherFileButLeavesNothingBeside) {
    const Folder folder;
    const std::string copy_path = folder.file("copy.thidua");
    put(copy_path, "old");
    const Store store = must(Store::in_memory(some_office()));
    EXPECT_FALSE(store.save_copy_as(copy_path, false));
    EXPECT_EQ(contents(copy_path), "old");
    must(store.save_copy_as(copy_path, true));
    must(Store::open(copy_path));
    int files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.file(""))) ++files;
    EXPECT_EQ(files, 1);
}

TEST(Store, ACopyNeverGoesOverAFileThatIsOpen) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    Store store = must(Store::create(path, some_office()));
    must(add_person(store, person_called("An")));
    const auto saved = store.save_copy_as(path);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().kind, ErrorKind::kConflict);
    must(add_person(store, person_called("Bình")));
}

TEST(Store, BytesTravel) {
    const Folder folder;
    std::string bytes;
    office::YearBook book;
    {
        Store store = must(Store::create(folder.file("year.thidua"), some_office()));
        must(accept_plan(store, some_plan()));
        book = must(snapshot(store));
        bytes = must(store.serialize());
    }
    Store copy = must(Store::open_bytes(bytes));
    EXPECT_EQ(must(snapshot(copy)), book);
    must(copy.undo());
    put(folder.file("again.thidua"), must(copy.serialize()));
    EXPECT_TRUE(must(snapshot(must(Store::open(folder.file("again.thidua"))))).plans.empty());
}

// --- refused -------------------------------------------------------------------------------------------------

TEST(Store, NotThere) {
    const Folder folder;
    const auto opened = Store::open(folder.file("none.thidua"));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::kNotFound);
    EXPECT_EQ(opened.error().where, folder.file("none.thidua"));
}

TEST(Store, AFolder) {
    const Folder folder;
    EXPECT_EQ(Store::open(folder.file("")).error().kind, ErrorKind::kBadInput);
}

TEST(Store, Empty) {
    const Folder folder;
    put(folder.file("empty.thidua"), "");
    EXPECT_EQ(Store::open(folder.file("empty.thidua")).error().en, "The file is empty.");
    EXPECT_EQ(Store::open_bytes("").error().en, "The file is empty.");
}

TEST(Store, NoSqlite) {
    const Folder folder;
    const std::string text(100000, 'x');
    put(folder.file("x.thidua"), text);
    EXPECT_EQ(Store::open(folder.file("x.thidua")).error().en, "This is not a Thi Đua file (.thidua).");
    EXPECT_EQ(Store::open_bytes(text).error().en, "This is not a Thi Đua file (.thidua).");
    EXPECT_EQ(Store::open_bytes("SQLite").error().en, "This is not a Thi Đua file (.thidua).");
    EXPECT_EQ(contents(folder.file("x.thidua")), text);
}

/// Runs SQL on the file, as another program would.
void tamper(const std::string& path, const char* sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
    char* error = nullptr;
    EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, &error), SQLITE_OK) << error;
    sqlite3_free(error);
    sqlite3_close(db);
}

TEST(Store, AnotherProgramsFileIsNotTouched) {
    const Folder folder;
    const std::string path = folder.file("other.db");
    tamper(path, "CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('Tiến quân ca')");
    const std::string before = contents(path);
    const auto opened = Store::open(path);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::kBadInput);
    EXPECT_NE(opened.error().en.find("another program's"), std::string::npos);
    EXPECT_EQ(contents(path), before);
    EXPECT_FALSE(Store::open_bytes(before));
}

TEST(Store, ANewerFileNamesBothVersions) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    { must(Store::create(path, some_office())); }
    tamper(path, "PRAGMA user_version = 42");
    const auto opened = Store::open(path);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::kUnsupported);
    EXPECT_NE(opened.error().vi.find("phiên bản 42"), std::string::npos);
    EXPECT_NE(opened.error().vi.find("phiên bản " + std::to_string(kFormatVersion)), std::string::npos);
}

TEST(Store, AStrangersTriggerIsRefused) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    { must(Store::create(path, some_office())); }
    tamper(path, "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM award; END");
    EXPECT_FALSE(Store::open(path));
}

TEST(Store, ADanglingReferenceIsDamage) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    {
        Store store = must(Store::create(path, some_office()));
        must(accept_plan(store, some_plan()));
    }
    tamper(path, "PRAGMA foreign_keys = OFF; DELETE FROM task");
    EXPECT_EQ(Store::open(path).error().kind, ErrorKind::kBadInput);
}

TEST(Store, EveryCutOfAFileEndsInASentenceOrTheWholeFile) {
    const Folder folder;
    Store store = must(Store::in_memory(some_office()));
    must(accept_plan(store, some_plan()));
    const std::string bytes = must(store.serialize());
    const auto whole = must(snapshot(store));
    std::size_t refused = 0;
    for (std::size_t size = 0; size < bytes.size(); size += 997) {
        const auto opened = Store::open_bytes(bytes.substr(0, size));
        if (opened) {  // only the unused end of the last page is missing
            EXPECT_EQ(must(snapshot(*opened)), whole) << size << " of " << bytes.size();
            EXPECT_GT(size + 4096, bytes.size());
            continue;
        }
        ++refused;
        EXPECT_FALSE(opened.error().vi.empty());
    }
    EXPECT_GE(refused, bytes.size() / 997 - 4);
}

TEST(Store, NoSingleWrongByteCrashes) {
    Store store = must(Store::in_memory(some_office()));
    must(accept_plan(store, some_plan()));
    must(add_person(store, person_called("Nguyễn Văn An")));
    const std::string bytes = must(store.serialize());
    int refused = 0;
    int accepted = 0;
    for (std::size_t at = 0; at < bytes.size(); at += 61) {
        std::string wrong = bytes;
        wrong[at] = static_cast<char>(wrong[at] ^ 0x55);
        const auto opened = Store::open_bytes(wrong);
        if (!opened) {
            ++refused;
            continue;
        }
        ++accepted;
        (void)snapshot(*opened);  // may fail, must not crash
    }
    EXPECT_GT(refused, 20);
    EXPECT_GT(accepted, 20);  // free space and texts: seen by the journal's chain or not at all
}

TEST(Store, ASecondInstanceIsTold) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    Store first = must(Store::create(path, some_office()));
    const auto second = Store::open(path);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::kConflict);
    EXPECT_NE(second.error().vi.find("đang được mở"), std::string::npos);
    must(add_person(first, person_called("An")));
}

TEST(Store, ReadOnlyRefusesActsAndSaysWhatToDo) {
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    {
        Store store = must(Store::create(path, some_office()));
        must(add_person(store, person_called("An")));
    }
    const std::string before = contents(path);
    Store store = must(Store::open(path, Access::kReadOnly));
    EXPECT_TRUE(store.read_only());
    EXPECT_FALSE(store.can_undo());
    EXPECT_EQ(add_person(store, person_called("Bình")).error().kind, ErrorKind::kStorage);
    EXPECT_EQ(store.undo().error().kind, ErrorKind::kStorage);
    EXPECT_EQ(contents(path), before);
}

TEST(Store, WhatAKilledProgramLeavesIsOpenedEvenForReading) {
    const Folder folder;
    Store store = must(Store::create(folder.file("year.thidua"), some_office()));
    must(add_person(store, person_called("An")));
    // The file as it is on disk while the program runs: the act is in the log beside it.
    for (const char* end : {"", "-wal"})
        put(folder.file("left.thidua") + end, contents(folder.file("year.thidua") + end));
    ASSERT_FALSE(contents(folder.file("left.thidua-wal")).empty());
    EXPECT_EQ(must(snapshot(must(Store::open(folder.file("left.thidua"), Access::kReadOnly)))).people.size(), 1u);
    EXPECT_EQ(must(snapshot(must(Store::open(folder.file("left.thidua"))))).people.size(), 1u);
    EXPECT_FALSE(std::filesystem::exists(folder.file("left.thidua-wal")));
}

TEST(Store, AFileWithoutWritePermissionOpensForReading) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may write everything";
    const Folder folder;
    const std::string path = folder.file("year.thidua");
    { must(Store::create(path, some_office())); }
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    EXPECT_EQ(Store::open(path).error().kind, ErrorKind::kStorage);
    must(Store::open(path, Access::kReadOnly));
}

}  // namespace
}  // namespace thidua::store
