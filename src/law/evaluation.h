#pragma once
// Walking a criterion with facts: the one evaluator behind evaluate(), judge(), the smallest change and the previews.

#include <optional>
#include <string>
#include <string_view>

#include "law/criterion.h"
#include "law/outcome.h"
#include "law/pack.h"
#include "law/verdict.h"

namespace thidua::law {

/// What a criterion is judged against.
struct Frame {
    const Pack& pack;
    const Facts& facts;
    int year;                ///< of the merit
    base::Date on;
    std::string_view title;  ///< being judged (for registrations and the single use of initiatives)
    bool form;               ///< it is a commendation form, not an emulation title
};

/// The outcome; the trace too when `trace` is given.
Outcome walk(const Criterion& criterion, const Frame& frame, TraceNode* trace);

/// Whether a title is held for a year: by an award that stands, or, for the merit year only, computed from its criteria.
Outcome holds_title(std::string_view code, int year, const Frame& frame, TraceNode* trace);
/// The award on record; nullopt: not known. false: the year's awards are fully listed and it is not among them, or it was revoked.
std::optional<bool> recorded_title(std::string_view code, int year, const Frame& frame);

/// Everything of `year` is listed: said so for the year, or covered by history_from.
bool is_listed(const Facts& facts, YearAnswer listed, int year, int merit_year);

/// Initiatives in the window that a count accepts, those whose level is not known, and those already used up.
struct InitiativeTally {
    int sure = 0;
    int unsure = 0;
    int used_up = 0;   ///< stood as a criterion on the other side (title ↔ form): not counted
    int used_again = 0;  ///< stood for another title (or form) of the same side: counted, with a warning
    int unlisted_year = 0;  ///< first year of the window whose initiatives are not fully listed; 0: none
    std::string names;
};
InitiativeTally tally(const Criterion& criterion, const Frame& frame, bool with_names);

/// Members needed for a share of all members: ceil(percent × all / 100).
int members_needed(int percent, int all);

std::optional<bool> judgement(const Facts& facts, std::string_view question, int year);
bool compares(Criterion::Compare compare, int found, int value);
Outcome opposite(Outcome outcome);
/// Key under which a person confirms that a rule was compared with the official text.
std::string verification_key(const Criterion& criterion);
/// "%Y" replaced by the year.
std::string with_year(std::string_view text, int year);
/// "Lao động tiên tiến"; the code itself when unknown.
std::string title_vi(std::string_view code);
std::string title_en(std::string_view code);

}  // namespace thidua::law
