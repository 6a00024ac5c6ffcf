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
base::Result<std::vector<base::Id<office::Person>>> add_people(Store& store, const std::vector<office::Person>& people);
/// A person of a pasted list with what its years say of them; `records` need no id and no person.
struct ListedPerson {
    office::Person person;
    std::vector<office::YearRecord> records;  ///< at most one a year
};
/// A pasted list with its ratings, in one act: all or none. Error::vi begins with the row.
base::Result<std::vector<base::Id<office::Person>>> add_listed_people(Store& store,
                                                                      const std::vector<ListedPerson>& people);
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

// --- what the law asks, what was decided, the office's own wording (office/dossier.h) -------------------------------

/// A period (office::is_period) is added; any other answer replaces the one of that person, year and key. An answer
/// that is there already is left alone when only `answered_on` differs.
base::Result<base::Id<office::LawAnswer>> set_law_answer(Store& store, const office::LawAnswer& answer);
/// Several answers in one act ("all initiatives of everybody are listed"): all or none. No periods.
base::Status set_law_answers(Store& store, const std::vector<office::LawAnswer>& answers);
base::Status edit_law_answer(Store& store, const office::LawAnswer& answer);
base::Status remove_law_answer(Store& store, base::Id<office::LawAnswer> answer);

/// Notes that an initiative stood in a dossier (`on`) or takes that back. Doing it twice changes nothing.
base::Status set_initiative_use(Store& store, base::Id<office::Initiative> initiative, const std::string& title,
                                int year, bool on);
/// The ground and the merit of an award; replaces what was said before.
base::Status set_award_basis(Store& store, const office::AwardBasis& basis);

/// The text is kept as it is; whether it can be used says app/law_desk.h.
base::Result<base::Id<office::RuleOverlay>> add_overlay(Store& store, const office::RuleOverlay& overlay);
base::Status edit_overlay(Store& store, const office::RuleOverlay& overlay);
base::Status remove_overlay(Store& store, base::Id<office::RuleOverlay> overlay);

base::Result<base::Id<office::Decision>> add_decision(Store& store, const office::Decision& decision);
base::Status edit_decision(Store& store, const office::Decision& decision);
base::Status remove_decision(Store& store, base::Id<office::Decision> decision);

base::Result<base::Id<office::IssuedDocument>> add_document(Store& store, const office::IssuedDocument& document);
base::Status edit_document(Store& store, const office::IssuedDocument& document);
base::Status remove_document(Store& store, base::Id<office::IssuedDocument> document);

/// Makes or replaces the template of that kind and name; an empty text removes it. `subject`: what it is about, for the
/// journal's words; empty: the name, else the kind.
base::Status set_template(Store& store, const std::string& kind, const std::string& name, const std::string& text,
                          const std::string& subject = {});
/// Puts the office's own wording of a kind into force in place of any other, and lets its draft go: one act. An empty
/// text goes back to the program's wording.
base::Status adopt_template(Store& store, const std::string& kind, const std::string& text, const std::string& subject);
/// Makes or replaces the value of that name; an empty value removes it.
base::Status set_setting(Store& store, const std::string& name, const std::string& value);

}  // namespace thidua::store
