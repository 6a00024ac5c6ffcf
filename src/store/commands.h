#pragma once
// One function for each act of a person. Each checks its values (office/check.h), writes in one
// transaction, adds one entry to the journal (undoable), and returns the id of what it made. On an error
// nothing has changed; Error::where names the field ("person.full_name").
//
// add_* ignore the id given and return the lasting one. edit_* replace the record of that id; an edit that
// changes nothing succeeds and leaves no entry. Edits of the same single field of the same record within
// kMergeMilliseconds become one entry, so that undo takes back a sentence and not a letter.
// remove_* take along what belongs to the record (evidence of a task, years of a person).

#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace thidua::store {

inline constexpr int kMergeMilliseconds = 1000;

base::Status set_office(Store& store, const office::Office& office);

/// Takes a bundle with ids of its own, gives every record a lasting id and keeps their references.
base::Result<base::Id<office::Plan>> accept_plan(Store& store, const office::PlanBundle& bundle);
base::Status edit_plan(Store& store, const office::Plan& plan);
base::Status remove_plan(Store& store, base::Id<office::Plan> plan);
base::Status set_plan_item_text(Store& store, base::Id<office::PlanItem> item, const std::string& text);
/// The answer also goes into the field that the question is about, when that is a field of the plan.
base::Status answer_question(Store& store, base::Id<office::Question> question, const std::string& answer);

base::Result<base::Id<office::BasisDocument>> add_basis(Store& store, const office::BasisDocument& document);
base::Status edit_basis(Store& store, const office::BasisDocument& document);
base::Status remove_basis(Store& store, base::Id<office::BasisDocument> document);

base::Result<base::Id<office::Task>> add_task(Store& store, const office::Task& task);
base::Status edit_task(Store& store, const office::Task& task);
base::Status remove_task(Store& store, base::Id<office::Task> task);
base::Status set_task_state(Store& store, base::Id<office::Task> task, office::Task::State state);

base::Result<base::Id<office::Evidence>> add_evidence(Store& store, const office::Evidence& evidence);
base::Status edit_evidence(Store& store, const office::Evidence& evidence);
base::Status remove_evidence(Store& store, base::Id<office::Evidence> evidence);

base::Result<base::Id<office::Occasion>> add_occasion(Store& store, const office::Occasion& occasion);
base::Status edit_occasion(Store& store, const office::Occasion& occasion);
base::Status remove_occasion(Store& store, base::Id<office::Occasion> occasion);

base::Result<base::Id<office::Person>> add_person(Store& store, const office::Person& person);
/// One act for a pasted list: all or none.
base::Result<std::vector<base::Id<office::Person>>> add_people(Store& store,
                                                               const std::vector<office::Person>& people);
base::Status edit_person(Store& store, const office::Person& person);
base::Status remove_person(Store& store, base::Id<office::Person> person);

/// Makes or replaces the record of that person and year.
base::Result<base::Id<office::YearRecord>> set_year_record(Store& store, const office::YearRecord& record);
/// Registers (`on`) or takes back. No person: the office itself. Doing it twice changes nothing.
base::Status set_registration(Store& store, base::Id<office::Person> person, int year, const std::string& title,
                              bool on, std::optional<base::Date> registered_on = std::nullopt);

base::Result<base::Id<office::Initiative>> add_initiative(Store& store, const office::Initiative& initiative);
base::Status edit_initiative(Store& store, const office::Initiative& initiative);
base::Status remove_initiative(Store& store, base::Id<office::Initiative> initiative);

base::Result<base::Id<office::Award>> add_award(Store& store, const office::Award& award);
base::Status edit_award(Store& store, const office::Award& award);
base::Status remove_award(Store& store, base::Id<office::Award> award);

}  // namespace thidua::store
