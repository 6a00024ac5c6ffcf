#include "text/number_words.h"

#include <gtest/gtest.h>

using namespace thidua::text;

TEST(NumberWords, AreSpokenAsInDecisions) {
    EXPECT_EQ(number_in_words(0), "không");
    EXPECT_EQ(number_in_words(10), "mười");
    EXPECT_EQ(number_in_words(15), "mười lăm");
    EXPECT_EQ(number_in_words(21), "hai mươi mốt");
    EXPECT_EQ(number_in_words(105), "một trăm linh năm");
    EXPECT_EQ(number_in_words(120), "một trăm hai mươi");
    EXPECT_EQ(number_in_words(1005), "một nghìn không trăm linh năm");
    EXPECT_EQ(number_in_words(2024), "hai nghìn không trăm hai mươi bốn");
    EXPECT_EQ(number_in_words(2340000), "hai triệu ba trăm bốn mươi nghìn");
    EXPECT_EQ(number_in_words(1000000000), "một tỷ");
    EXPECT_EQ(date_in_words(14, 3, 2024), "ngày mười bốn tháng ba năm hai nghìn không trăm hai mươi bốn");
    EXPECT_EQ(date_in_words(2, 4, 2025), "ngày mùng hai tháng tư năm hai nghìn không trăm hai mươi lăm");
}

TEST(NumberWords, AreReadBack) {
    for (std::uint64_t number = 0; number < 30000; ++number) {
        ASSERT_EQ(number_from_words(number_in_words(number)), number) << number_in_words(number);
    }
    for (std::uint64_t number = 1; number < 1000000000000; number = number * 7 + 13) {
        ASSERT_EQ(number_from_words(number_in_words(number)), number) << number_in_words(number);
    }
}

TEST(NumberWords, OtherWaysOfSayingItAreUnderstood) {
    EXPECT_EQ(number_from_words("Một ngàn lẻ năm"), 1005u);
    EXPECT_EQ(number_from_words("hai lăm"), 25u);
    EXPECT_EQ(number_from_words("ba mươi tư"), 34u);
    EXPECT_EQ(number_from_words("mười hai"), 12u);
    EXPECT_EQ(number_from_words("năm"), 5u);
    for (const char* none : {"", "năm học", "mươi", "trăm", "nghìn", "hai mươi mươi", "một hai ba", "không năm"}) {
        EXPECT_FALSE(number_from_words(none)) << none;
    }
}
