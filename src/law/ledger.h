#pragma once
// What a history must not contain: one initiative used on both sides, one merit rewarded by two forms, awards that stand on a
// revoked one. And the strip of years of a title.

#include <string>
#include <string_view>
#include <vector>

#include "law/facts.h"
#include "law/pack.h"

namespace thidua::law {

struct LedgerFinding {
    enum class Kind {
        kInitiativeBothSides,   ///< used for a title and for a form: an error (CV 5007/BNV-TĐKT III.5c)
        kInitiativeUsedAgain,   ///< used for two titles: not expressly barred, a warning
        kOneMeritTwoForms,      ///< an error (Luật Điều 5.2)
        kStandsOnRevoked,       ///< the award counted a year whose award was revoked: to be re-examined (Luật Điều 93)
        kBrokenChain,           ///< the award needed consecutive years that the record does not show: a warning
    };
    Kind kind = Kind::kInitiativeUsedAgain;
    bool error = false;
    std::string subject;  ///< id of the initiative, name of the merit, code of the award
    int year = 0;
    std::string clause;
    std::string vi;
    std::string en;
};

std::vector<LedgerFinding> check_ledgers(const Pack& pack, const Facts& facts);

/// Years in a row ending in `until` for which the title stands; a year of unknown record ends the count.
/// A transfer between units does not matter: the facts follow the person.
int years_in_a_row(const Pack& pack, const Facts& facts, std::string_view title, int until);

enum class YearState { kHeld, kNotHeld, kRevoked, kUnknown };
struct StripYear {
    int year = 0;
    YearState state = YearState::kUnknown;
};
std::vector<StripYear> history_strip(const Pack& pack, const Facts& facts, std::string_view title, int from, int to);

}  // namespace thidua::law
