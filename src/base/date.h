#pragma once
// Calendar dates (proleptic Gregorian), without time of day or zone: the law counts days.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace thidua::base {

struct Date {
    int year = 0;   ///< 1..9999
    int month = 0;  ///< 1..12
    int day = 0;    ///< 1..31

    auto operator<=>(const Date&) const = default;
};

bool is_valid(const Date& date);
bool is_leap_year(int year);
int days_in_month(int year, int month);

/// Days since 1970-01-01 (negative before); the inverse is from_days.
long to_days(const Date& date);
Date from_days(long days);
Date add_days(const Date& date, long days);
/// ISO 8601 weekday: 1 = Monday .. 7 = Sunday.
int weekday(const Date& date);

/// "2024-03-14". Empty when `text` is not exactly that form or not a real date.
std::optional<Date> parse_iso(std::string_view text);
/// d/m/yyyy with one or two digits and any of / - . as separator ("14/3/2024").
std::optional<Date> parse_vietnamese(std::string_view text);

std::string to_iso(const Date& date);
/// "14/3/2024": as citations write it: no zero before a month above 2, zero before days < 10 and
/// months 1 and 2 (NĐ 30/2020 Phụ lục I, II.4).
std::string to_vietnamese(const Date& date);
/// "dd/mm/yyyy", for tables and fields.
std::string to_numeric(const Date& date);
/// "ngày 14 tháng 3 năm 2024" (NĐ 30/2020 Phụ lục I, II.4: zero before days < 10 and months 1, 2).
std::string to_long_vietnamese(const Date& date);

/// A moment of a record as an office's clock shows it: "2024-03-14T20:15:30.123Z" → "15/03/2024 03:15". Vietnam keeps
/// UTC+7 the year round (Quyết định 121-CP of 1967). What is not such a moment is given back as it is.
std::string moment_in_vietnam(std::string_view utc);

}  // namespace thidua::base
