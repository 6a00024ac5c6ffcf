#include <gtest/gtest.h>

#include "base/sha256.h"
#include "base/utf8.h"

using namespace thidua::base;

TEST(Utf8, GoesThereAndBack) {
    const std::string text = "Lễ Ộ ẵ đ 💮";
    EXPECT_EQ(to_utf8(to_utf32(text)), text);
    EXPECT_TRUE(is_valid_utf8(text));
    EXPECT_EQ(code_point_count("Lễ"), 2u);
}

TEST(Utf8, BrokenBytesBecomeReplacementAndNeverRunOver) {
    EXPECT_FALSE(is_valid_utf8("a\xE1\xBB"));
    EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));          // overlong
    EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));      // surrogate
    EXPECT_EQ(to_utf32("a\xE1\xBB").size(), 3u);
}

TEST(Sha256, AgreesWithThePublishedVectors) {
    // FIPS 180-4 examples
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}
