#include "base/date.h"

#include <array>
#include <cstdio>

namespace thidua::base {
namespace {

std::string two_digits(int value) {
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%02d", value);
    return buffer.data();
}

/// NĐ 30/2020 Phụ lục I, II.4: days below 10 and months 1, 2 get a leading zero.
std::string decree_day(int day) { return day < 10 ? two_digits(day) : std::to_string(day); }
std::string decree_month(int month) { return month < 3 ? two_digits(month) : std::to_string(month); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads up to `most` digits at `at`, moving it; nullopt when there is none.
std::optional<int> read_number(std::string_view text, std::size_t& at, int most) {
    int value = 0;
    int read = 0;
    while (at < text.size() && read < most && is_digit(text[at])) {
        value = value * 10 + (text[at] - '0');
        ++at;
        ++read;
    }
    if (read == 0) return std::nullopt;
    return value;
}

}  // namespace

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    if (month == 2 && is_leap_year(year)) return 29;
    return kDays[static_cast<std::size_t>(month - 1)];
}

bool is_valid(const Date& date) {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

// Both conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
long to_days(const Date& date) {
    const long y = date.month <= 2 ? date.year - 1 : date.year;
    const long era = (y >= 0 ? y : y - 399) / 400;
    const long year_of_era = y - era * 400;
    const long shifted_month = date.month > 2 ? date.month - 3 : date.month + 9;
    const long day_of_year = (153 * shifted_month + 2) / 5 + date.day - 1;
    const long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

Date from_days(long days) {
    days += 719468;
    const long era = (days >= 0 ? days : days - 146096) / 146097;
    const long day_of_era = days - era * 146097;
    const long year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long shifted_month = (5 * day_of_year + 2) / 153;
    const int day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
    const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
    const int year = static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
    return Date{year, month, day};
}

Date add_days(const Date& date, long days) { return from_days(to_days(date) + days); }

int weekday(const Date& date) {
    const long shifted = (to_days(date) + 3) % 7;  // 1970-01-01 was a Thursday
    return static_cast<int>(shifted < 0 ? shifted + 7 : shifted) + 1;
}

std::optional<Date> parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    std::size_t at = 0;
    Date date;
    const auto year = read_number(text, at, 4);
    if (!year || at != 4) return std::nullopt;
    at = 5;
    const auto month = read_number(text, at, 2);
    if (!month || at != 7) return std::nullopt;
    at = 8;
    const auto day = read_number(text, at, 2);
    if (!day || at != 10) return std::nullopt;
    date = Date{*year, *month, *day};
    if (!is_valid(date)) return std::nullopt;
    return date;
}

std::optional<Date> parse_vietnamese(std::string_view text) {
    std::size_t at = 0;
    const auto separator = [&]() {
        if (at >= text.size()) return false;
        const char c = text[at];
        if (c != '/' && c != '-' && c != '.') return false;
        ++at;
        return true;
    };
    const auto day = read_number(text, at, 2);
    if (!day || !separator()) return std::nullopt;
    const auto month = read_number(text, at, 2);
    if (!month || !separator()) return std::nullopt;
    const std::size_t year_at = at;
    const auto year = read_number(text, at, 4);
    if (!year || at - year_at != 4 || at != text.size()) return std::nullopt;
    const Date date{*year, *month, *day};
    if (!is_valid(date)) return std::nullopt;
    return date;
}

std::string to_iso(const Date& date) {
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return buffer.data();
}

std::string to_vietnamese(const Date& date) {
    return decree_day(date.day) + "/" + decree_month(date.month) + "/" + std::to_string(date.year);
}

std::string to_numeric(const Date& date) {
    return two_digits(date.day) + "/" + two_digits(date.month) + "/" + std::to_string(date.year);
}

std::string to_long_vietnamese(const Date& date) {
    return "ngày " + decree_day(date.day) + " tháng " + decree_month(date.month) + " năm " +
           std::to_string(date.year);
}

std::string moment_in_vietnam(std::string_view utc) {
    constexpr int kHoursAhead = 7;
    const auto day = parse_iso(utc.substr(0, 10));
    const auto digit = [&](std::size_t at) { return utc[at] >= '0' && utc[at] <= '9' ? utc[at] - '0' : 10; };
    if (!day || utc.size() < 16 || utc[10] != 'T' || utc[13] != ':') return std::string(utc);
    const int hour = digit(11) * 10 + digit(12);
    if (hour > 23 || digit(14) > 5 || digit(15) > 9) return std::string(utc);
    const int there = (hour + kHoursAhead) % 24;
    return to_numeric(hour + kHoursAhead < 24 ? *day : add_days(*day, 1)) + (there < 10 ? " 0" : " ") +
           std::to_string(there) + std::string(utc.substr(13, 3));
}

}  // namespace thidua::base
