#pragma once
// The names that templates may use, filled from a year's records and from what a person chose (docs/documents.md lists
// them). The same names for every kind, so that wording can be moved from one to another.

#include <vector>

#include "document/kinds.h"
#include "document/template.h"
#include "office/year_book.h"

namespace thidua::document {

Scope kind_scope(const office::YearBook& book, const Request& request);

/// One item for each value, and the shape from an empty one. `item` makes a Scope of a `Value`.
template <class Value, class Item>
ScopeList list_of(const std::vector<Value>& values, Item item) {
    ScopeList list;
    list.shape.push_back(item(Value{}));
    for (const Value& value : values) list.items.push_back(item(value));
    return list;
}

/// Parts of it, by what they are about.
void add_people(Scope& scope, const office::YearBook& book);
void add_subject(Scope& scope, const office::YearBook& book, const Request& request);
void add_proposals(Scope& scope, const office::YearBook& book, const Request& request);
void add_meeting(Scope& scope, const office::YearBook& book, const Request& request);
void add_tasks(Scope& scope, const office::YearBook& book, const Request& request);
void add_statistics(Scope& scope, const office::YearBook& book, const Request& request);
void add_plan(Scope& scope, const office::YearBook& book, const Request& request);
void add_report(Scope& scope, const office::YearBook& book, const Request& request);
void add_scores(Scope& scope, const office::YearBook& book, const Request& request);

/// What the request proposes; when it proposes nothing, what is registered for the year.
std::vector<Proposal> proposals_of(const office::YearBook& book, const Request& request);
/// "danh hiệu thi đua", "hình thức khen thưởng", or both.
std::string what_is_given(const std::vector<Proposal>& proposals);
/// The plan asked for; none asked: the office's own of the book's year, else the first. nullptr when there is none.
const office::PlanBundle* chosen_plan(const office::YearBook& book, base::Id<office::Plan> wanted);
std::vector<const office::Task*> tasks_in_order(const office::PlanBundle& bundle);
/// Due before the day that the figures stand on, and not done.
bool is_late(const office::Task& task, const Request& request);
/// In the office in that year; 0: always.
bool is_in_year(const office::Person& person, int year);
/// "…, 120 người dự (văn bản số 12/BC-PTP ngày 28/3/2024)"
std::string evidence_words(const office::Evidence& evidence);
/// nullptr when the book has no such person.
const office::Person* find_person(const office::YearBook& book, base::Id<office::Person> id);

}  // namespace thidua::document
