#pragma once
// A list of people as it is copied from Excel (tabs) or saved as CSV (; or ,), with or without a header row. Nothing is
// imported by halves: every row is either understood or refused with its reason.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "office/people.h"

namespace thidua::intake {

struct PersonRow {
    int line = 0;                                      ///< of the pasted text, from 1
    office::Person person;                             ///< id 0
    office::Rating rating = office::Rating::kUnknown;  ///< of the year the list is about, when a column says so
    bool duplicate = false;  ///< same name (and birth date, where both have one) as an earlier row
    bool operator==(const PersonRow&) const = default;
};

struct RefusedRow {
    int line = 0;
    std::string text;  ///< the row as pasted, shortened to 200 characters
    std::string vi;
    std::string en;
    bool operator==(const RefusedRow&) const = default;
};

struct PeopleTable {
    enum class Column {
        kIgnored,
        kOrder,
        kName,
        kFamilyName,
        kGivenName,
        kPosition,
        kUnit,
        kGender,
        kBorn,
        kJoined,
        kRating
    };
    std::vector<Column> columns;  ///< what each column was taken for
    bool has_header = false;
    std::vector<PersonRow> rows;
    std::vector<RefusedRow> refused;

    bool operator==(const PeopleTable&) const = default;
};

/// Fails only when nothing can be a list: empty text, no column of names, more than kMostPeople rows.
inline constexpr std::size_t kMostPeople = 10'000;
base::Result<PeopleTable> read_people(std::string_view pasted);

/// "HTXSNV", "Hoàn thành tốt nhiệm vụ", "xuất sắc" … ; kUnknown when it is none of them.
office::Rating rating_from_words(std::string_view text);

}  // namespace thidua::intake
