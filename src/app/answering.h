#pragma once
// A fact that a verdict lacks, answered on the spot: what kind of answer it takes, and where that answer is kept.

#include <string>
#include <string_view>
#include <vector>

#include "law/verdict.h"
#include "office/year_book.h"
#include "store/commands.h"

namespace thidua::app {

/// How a question of the law is answered.
struct Ask {
    enum class Form {
        kYesNo,
        kRating,
        kWork,
        kDiscipline,  ///< "none this year" here; with its days among the person's periods
        kJoined,      ///< the day of joining
        kDocument,    ///< number of the rating document
        kListed,      ///< more to write down among the person's years, or "that is all of the year"
        kMembers,     ///< "everybody is listed"
        kElsewhere,   ///< on the person's page
    };
    Form form = Form::kElsewhere;
    base::Id<office::Person> person;  ///< whose record; none: the office's
    int year = 0;
    std::string key;  ///< of office::LawAnswer, or of a field of the year's record
};

/// `subject`: whom the verdict is about (none: the office).
Ask ask_of(const law::MissingFact& missing, base::Id<office::Person> subject);

/// Key of "everybody is listed" for the office and a year.
inline constexpr std::string_view kMembersListedKey = "members_listed";

/// Keeps one answer. `value`: "yes", "no", "unknown", a code of Rating or Work, a number of a document, an ISO date for
/// "joined_on", a year for "history_from".
base::Status store_answer(store::Store& store, const office::YearBook& book, const Ask& ask, const std::string& value,
                          base::Date today);

/// The same answer for many people in one act (a key of office::LawAnswer, not a field of the year's record). `year` 0:
/// of all years.
base::Status store_answer_for_all(store::Store& store, const std::vector<base::Id<office::Person>>& people, int year,
                                  const std::vector<std::string>& keys, const std::string& value, base::Date today);

/// A judgement that the law leaves to a person.
base::Status store_judgement(store::Store& store, base::Id<office::Person> subject, const law::HumanQuestion& question,
                             bool yes, base::Date today);

/// The record of that year, or a new one.
office::YearRecord record_of(const office::YearBook& book, base::Id<office::Person> person, int year);
/// The year's record has fields of its own for what every office asks; false: the key is not one of them.
bool set_field(office::YearRecord& record, std::string_view key, const std::string& value);

/// What is kept under a key; "" when nothing is.
std::string_view kept_answer(const office::YearBook& book, base::Id<office::Person> person, int year,
                             std::string_view key);

}  // namespace thidua::app
