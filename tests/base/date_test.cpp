#include "base/date.h"

#include <gtest/gtest.h>

using namespace thidua::base;

TEST(Date, ReadsBothWrittenForms) {
    EXPECT_EQ(parse_iso("2024-03-14"), (Date{2024, 3, 14}));
    EXPECT_EQ(parse_vietnamese("07/4/2014"), (Date{2014, 4, 7}));
    EXPECT_EQ(parse_vietnamese("30-3-2021"), (Date{2021, 3, 30}));
}

TEST(Date, RefusesWhatIsNotADay) {
    EXPECT_FALSE(parse_iso("2023-02-29"));
    EXPECT_FALSE(parse_vietnamese("31/4/2024"));
    EXPECT_FALSE(parse_vietnamese("1/1/24"));
    EXPECT_FALSE(parse_vietnamese("1/1/2024x"));
    EXPECT_FALSE(parse_iso(""));
}

TEST(Date, PadsAsTheDecreePads) {
    // NĐ 30/2020 Phụ lục I, II.4
    EXPECT_EQ(to_long_vietnamese({2024, 3, 14}), "ngày 14 tháng 3 năm 2024");
    EXPECT_EQ(to_long_vietnamese({2024, 2, 5}), "ngày 05 tháng 02 năm 2024");
    EXPECT_EQ(to_vietnamese({2014, 4, 7}), "07/4/2014");
    EXPECT_EQ(to_numeric({2014, 4, 7}), "07/04/2014");
}

TEST(Date, DayNumbersGoThereAndBack) {
    EXPECT_EQ(to_days({1970, 1, 1}), 0);
    for (long day = -200000; day < 200000; day += 37) {
        const Date date = from_days(day);
        ASSERT_TRUE(is_valid(date));
        ASSERT_EQ(to_days(date), day);
    }
    EXPECT_EQ(weekday({2024, 12, 20}), 5);  // a Friday
}

TEST(Moment, IsShownByTheClockOfVietnam) {
    EXPECT_EQ(moment_in_vietnam("2024-03-14T08:15:30.123Z"), "14/03/2024 15:15");
    EXPECT_EQ(moment_in_vietnam("2024-12-31T16:59:00Z"), "31/12/2024 23:59");
    EXPECT_EQ(moment_in_vietnam("2024-12-31T17:00:00Z"), "01/01/2025 00:00");
    EXPECT_EQ(moment_in_vietnam("2024-02-28T20:05:00Z"), "29/02/2024 03:05");
    EXPECT_EQ(moment_in_vietnam("hôm qua"), "hôm qua");
    EXPECT_EQ(moment_in_vietnam("2024-02-30T20:05:00Z"), "2024-02-30T20:05:00Z");
    EXPECT_EQ(moment_in_vietnam("2024-03-14T25:05:00Z"), "2024-03-14T25:05:00Z");
    EXPECT_EQ(moment_in_vietnam(""), "");
}
