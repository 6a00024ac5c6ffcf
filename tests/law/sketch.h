#pragma once
// Facts in a few words, so that a table of cases reads like the law's own examples. Years count from the merit year:
// "r0=good" is its rating, "r-1=excellent" that of the year before.
//
// A person begins clean: ten years good, in the movements, exemplary, no discipline, nothing under review, all awards and
// initiatives of 25 years listed up to the year before; initiatives of the merit year listed too. Tokens change that:
//   r0=good|?         rating            mov0 dis0 review0 prod0 exem0 mr0 mm0 pm0 pmr0 con0 ilist0 alist0 = yes|no|?
//   a:CSTDCS@-1       award             ra:… revoked, ta:… thematic
//   i:province@0      initiative        re:… research; "/GK@-1" already used there; i:?@0 level unknown
//   disc:warning@Y0-03-01..Y1-03-01     hold@Y0-11-01..Y0-12-01      leave:maternity@Y0-02-01..Y0-08-01
//   joined=Y0-09-01   from=Sở           work=worker                  j:CSTDT.outstanding=yes   hist=?   reg:LDTT@0
// A collective: n members, ld of them good (cs of these excellent), the rest completed:
//   n=10 ld=7 cs=1 nc=1 (not completed) unk=1 (rating unknown) warned=1 listed=?   gm0 unity0 dem0 lead0 clead0 best0 tgt0 int0

#include <string>

#include "law/verdict.h"

namespace thidua::law::testing {

Facts sketch(const std::string& tokens, int merit_year, Subject subject = Subject::kPerson);

/// The clauses that an answer names: of the title, of what is missing or asked, of what failed, and the summaries.
std::string named_clauses(const Verdict& verdict);

/// "met", "not-met", "not-known", "for-person"
Outcome outcome_of(const std::string& word);

struct Occasion {
    int year;
    base::Date on;
};
inline constexpr Occasion kUnderR1{2024, {2024, 12, 20}};
inline constexpr Occasion kUnderR2{2025, {2025, 12, 20}};

}  // namespace thidua::law::testing
