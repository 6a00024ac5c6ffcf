#pragma once
// What a record must be before it may be stored. An error names the field in `where` ("person.full_name")
// and says in both languages what is wrong. Only what is certainly wrong is refused; what is merely
// missing is a question for the person and stays possible.

#include "base/result.h"
#include "office/year_book.h"

namespace thidua::office {

/// Longest text of one field, in bytes (a whole scanned plan must fit).
inline constexpr std::size_t kLongestText = 4u << 20;
/// Longest one-line field (name, number, issuer), in bytes.
inline constexpr std::size_t kLongestLine = 2000;
/// Years that a file may speak of.
inline constexpr int kFirstYear = 1945;
inline constexpr int kLastYear = 2100;

base::Status check(const Office& office);
base::Status check(const Plan& plan);
base::Status check(const PlanItem& item);
base::Status check(const BasisDocument& document);
base::Status check(const Task& task);
base::Status check(const Evidence& evidence);
base::Status check(const Occasion& occasion);
base::Status check(const Question& question);
base::Status check(const Person& person);
base::Status check(const YearRecord& record);
base::Status check(const Registration& registration);
base::Status check(const Initiative& initiative);
base::Status check(const Award& award);
base::Status check(const LawAnswer& answer);
base::Status check(const InitiativeUse& use);
base::Status check(const AwardBasis& basis);
base::Status check(const RuleOverlay& overlay);
base::Status check(const Decision& decision);
base::Status check(const IssuedDocument& document);
base::Status check(const TextTemplate& words);
base::Status check(const Setting& setting);
/// Every record, and that ids are unique and references lead to something of the same bundle.
base::Status check(const PlanBundle& bundle);
base::Status check(const YearBook& book);

}  // namespace thidua::office
