#include "document/zip.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace thidua;
using namespace thidua::document;

namespace {

std::string sample() { return *write_zip({{"a.txt", "một"}, {"thư mục/b.txt", std::string(100000, 'x')}, {"c", ""}}); }

}  // namespace

TEST(Zip, GoesThereAndBack) {
    const auto entries = read_zip(sample());
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 3U);
    EXPECT_EQ((*entries)[0], (ZipEntry{"a.txt", "một"}));
    EXPECT_EQ((*entries)[1].name, "thư mục/b.txt");
    EXPECT_EQ((*entries)[1].bytes.size(), 100000U);
    EXPECT_EQ((*entries)[2].bytes, "");
}

TEST(Zip, SameEntriesSameBytes) { EXPECT_EQ(sample(), sample()); }

TEST(Zip, EveryTruncationIsRefused) {
    const std::string bytes = sample();
    const std::size_t comment_length = 2;  // the last field, 0; minizip does without it
    for (std::size_t size = 0; size < bytes.size() - comment_length; ++size) {
        EXPECT_FALSE(read_zip(std::string_view(bytes).substr(0, size))) << size;
    }
    EXPECT_EQ(read_zip(bytes)->size(), 3U);
}

TEST(Zip, NoFlippedByteGoesUnnoticedInTheContent) {
    const std::string good = sample();
    const auto original = read_zip(good);
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
        const auto entries = read_zip(bytes);  // may fail, may differ in names or dates; content is guarded by its CRC
        if (!entries) continue;
        for (const ZipEntry& entry : *entries) {
            const bool known = std::any_of(original->begin(), original->end(),
                                           [&](const ZipEntry& e) { return e.bytes == entry.bytes; });
            EXPECT_TRUE(known) << at;
        }
    }
}

TEST(Zip, ABombIsRefusedBeforeItUnfolds) {
    const std::string bomb = *write_zip({{"zeros", std::string(8U << 20, '\0')}});
    EXPECT_LT(bomb.size(), 20000U);
    const auto entries = read_zip(bomb, {10, 1U << 20});
    ASSERT_FALSE(entries);
    EXPECT_EQ(entries.error().kind, base::ErrorKind::kBadInput);
    EXPECT_FALSE(read_zip(sample(), {2, 1U << 20})) << "more entries than allowed";
}

TEST(Zip, NamesThatLeaveTheContainerAreRefused) {
    for (const char* name : {"../x", "a/../../x", "/etc/x", "a\\b", ""}) {
        EXPECT_FALSE(read_zip(*write_zip({{name, "x"}}))) << name;
    }
    EXPECT_TRUE(read_zip(*write_zip({{"a..b/c", "x"}})));
}
