#pragma once
// What the first screen answers: what is due, what is missing, who is in reach of what.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/route.h"
#include "base/date.h"
#include "office/year_book.h"

namespace thidua::app {

/// A date of the year that matters: a task's deadline or an anniversary.
struct DueItem {
    enum class Kind { kTask, kOccasion };
    Kind kind = Kind::kTask;
    base::Date date;
    std::string text;
    long days_left = 0;        ///< negative: overdue
    bool done = false;
    Route route;
};

/// Something that only a person can supply.
struct MissingItem {
    std::string vi;
    std::string en;
    Route route;
};

struct TaskCounts {
    int total = 0;
    int done = 0;
    int doing = 0;
    int without_evidence = 0;  ///< marked doing or done, with nothing to show for it
    int overdue = 0;
};

struct HomeView {
    std::vector<DueItem> due;          ///< open ones first by date, at most a year ahead
    std::vector<MissingItem> missing;
    TaskCounts tasks;
    int people = 0;
    int rated = 0;                     ///< people with a rating for the year
    int registered = 0;                ///< people with at least one registration
};

HomeView home_view(const office::YearBook& book, const base::Date& today);

/// The record of `person` in `year`; nullptr when there is none.
const office::YearRecord* find_record(const office::YearBook& book, base::Id<office::Person> person,
                                      int year);
const office::Person* find_person(const office::YearBook& book, base::Id<office::Person> person);
const office::PlanBundle* find_plan(const office::YearBook& book, base::Id<office::Plan> plan);
bool is_registered(const office::YearBook& book, base::Id<office::Person> person, int year,
                   std::string_view title);
bool has_evidence(const office::PlanBundle& bundle, base::Id<office::Task> task);
/// Past its day and not done.
bool is_overdue(const office::Task& task, const base::Date& today);
/// Questions of the plan that nobody has answered.
std::size_t open_questions(const office::PlanBundle& bundle);
/// People who belong to the office in `year`.
bool is_member_in(const office::Person& person, int year);

}  // namespace thidua::app
