#pragma once
// A verdict: whether a subject meets what the law in force on a date asks for a title or a form, why, and what is missing.
//
//   const auto verdict = law::evaluate(law::builtin_packs(), facts, "CSTDCS", {2024, 12, 20});
//
// It never says "awarded": it says that the conditions are met; the ballot and the decision are people's.

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "law/change.h"
#include "law/confidence.h"
#include "law/facts.h"
#include "law/outcome.h"
#include "law/pack.h"

namespace thidua::law {

/// A fact that nobody has given yet and that keeps the verdict open.
struct MissingFact {
    std::string fact;     ///< key of the catalogue, "award", "initiative"; what to fill in
    int year = 0;
    std::string subject;  ///< id of the member it belongs to; empty: the subject itself
    std::string vi;       ///< the question in words
    std::string en;
    std::string clause;   ///< why it is asked

    bool operator==(const MissingFact&) const = default;
};

/// A question that the law leaves to a person, or a rule that must be compared with the official text.
struct HumanQuestion {
    std::string key;
    int year = 0;
    std::string vi;
    std::string en;
    std::string clause;

    bool operator==(const HumanQuestion&) const = default;
};

/// One node of the criteria as it was evaluated.
struct TraceNode {
    Outcome outcome = Outcome::kNotKnown;
    std::string id;         ///< of the criterion inside its pack
    std::string kind;       ///< word of the vocabulary: "all", "fact", "ratio" …
    std::string clause;     ///< "Luật 06/2022/QH15 Điều 24 khoản 1 điểm a"
    Confidence confidence = Confidence::kSeen;
    std::string source;     ///< where the wording was seen
    std::string vi;         ///< what is asked, in our own short words
    std::string en;
    std::string found_vi;   ///< what the facts say: "Năm 2024: hoàn thành tốt nhiệm vụ"; empty for all/any/not
    std::string found_en;
    bool warning_only = false;  ///< does not take part in the outcome
    std::vector<MissingFact> missing;      ///< what this node itself lacks
    std::vector<HumanQuestion> questions;  ///< what this node itself asks a person
    std::vector<TraceNode> children;

    bool operator==(const TraceNode&) const = default;
};

struct Warning {
    std::string vi;
    std::string en;
    std::string clause;

    bool operator==(const Warning&) const = default;
};

struct Verdict {
    std::string title;          ///< code of office::EmulationTitle
    std::string subject;        ///< id of the subject
    int year = 0;               ///< of the merit
    base::Date on;              ///< the date asked about
    std::string pack;           ///< id of the rule pack that decided; empty when no pack covers the date
    std::string pack_version;
    std::string pack_hash;      ///< SHA-256 of the pack and its overlays
    std::string facts_hash;     ///< SHA-256 of the facts (canonical JSON), to see later what differs
    bool locked = false;        ///< the pack of that date is not verified: outcome is kForPerson, and says so
    Outcome outcome = Outcome::kNotKnown;
    Confidence confidence = Confidence::kSeen;  ///< weakest of the rules that took part
    std::string clause;         ///< the article of the title
    std::string summary_vi;     ///< one or two sentences with the clause
    std::string summary_en;
    TraceNode trace;
    std::vector<MissingFact> missing;
    std::vector<HumanQuestion> questions;
    std::vector<Warning> warnings;
    /// Smallest set of facts that would flip the outcome (to met; from met to not met). Empty when none exists
    /// or the outcome is locked. Re-evaluated: applying all of them does flip it, any fewer do not.
    std::vector<Change> smallest_change;

    bool operator==(const Verdict&) const = default;
};

/// `on` is the day of the review or decision: of a year that is over, a day at its end, not today (today may fall under a
/// locked pack).
/// Errors: unknown title code (kNotFound), an impossible date (kBadInput), a title given to another kind of subject (kBadInput).
base::Result<Verdict> evaluate(const PackSet& packs, const Facts& facts, std::string_view title_code, base::Date on);

/// The outcome alone, without words: for matrices of thousands. The same answer as evaluate().
/// kForPerson for a locked date; kNotMet for a title that the subject cannot receive.
Outcome judge(const PackSet& packs, const Facts& facts, std::string_view title_code, base::Date on);

}  // namespace thidua::law
