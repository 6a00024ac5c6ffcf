// Files of every released version stay readable. fixtures/version-N.thidua was written by the program when N was
// its newest version, and is never written again.
#include "office_fixture.h"
#include "store/schema.h"

namespace thidua::store {
namespace {

std::string fixture(int version) {
    return contents(std::string(THIDUA_SOURCE_DIR) + "/tests/store/fixtures/version-" + std::to_string(version) + ".thidua");
}

TEST(Format, EveryOlderVersionIsBroughtUpToDate) {
    for (int version = 1; version <= kFormatVersion; ++version) {
        Store store = must(Store::open_bytes(fixture(version)));
        EXPECT_TRUE(store.warnings().empty());
        const auto book = must(snapshot(store));
        ASSERT_EQ(book.plans.size(), 1u);
        EXPECT_EQ(book.plans[0].basis[0].number, "53/KH-UBND");
        EXPECT_EQ(book.plans[0].items[1].parent, book.plans[0].items[0].id);
        ASSERT_EQ(book.people.size(), 1u);
        EXPECT_EQ(book.people[0].full_name, "Nguyễn Thị Hồng Vân");
        EXPECT_EQ(book.records[0].rating, office::Rating::kGood);
        EXPECT_EQ(book.initiatives[0].recognised, office::Initiative::Level::kGrassroots);
        // The history goes on where it stopped.
        EXPECT_EQ(store.redo_words(), "Thêm người: Trần Văn An");
        must(store.redo());
        EXPECT_EQ(must(snapshot(store)).people.size(), 2u);
        while (store.can_undo()) must(store.undo());
        EXPECT_TRUE(must(snapshot(store)).plans.empty());
        must(Store::open_bytes(must(store.serialize())));
    }
}

TEST(Format, StepsLeadToTheNewestVersion) {
    int version = 0;
    for (const Migration& step : migrations()) EXPECT_EQ(step.to, ++version);
    EXPECT_EQ(version, kFormatVersion);
}

TEST(Format, AFileSaysWhatItIs) {
    const std::string bytes = must(must(Store::in_memory(some_office())).serialize());
    EXPECT_EQ(bytes.substr(68, 4), "ThDu");  // application_id, big endian: `file` and others can tell
}

}  // namespace
}  // namespace thidua::store
