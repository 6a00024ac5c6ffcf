#pragma once
// Quotas: a share of a number, its rounding shown; and choosing by votes when there are more candidates than places.

#include <string>
#include <vector>

namespace thidua::law {

enum class QuotaRounding {
    kDown,             ///< whole places only
    kDownAtLeastOne,   ///< "nhỏ hơn 01 thì được 01" (an example of a sector: law.md §2.3)
    kNearest,          ///< from a half upwards
};

struct Quota {
    int places = 0;
    double achieved_percent = 0;  ///< places / number × 100
    std::string arithmetic_vi;    ///< "20% × 7 = 1,4 → 1 (14,3%)"
    std::string arithmetic_en;
};

/// `percent` 0..100, `number` >= 0.
Quota quota(int percent, int number, QuotaRounding rounding);

struct Candidate {
    std::string name;
    int votes = 0;
    bool preferred = false;  ///< a woman, or a collective with at least 70 % women (Điều 4.6 of both decrees), when equal
};

struct Selection {
    std::vector<std::string> chosen;
    std::vector<std::string> tied;  ///< equal at the last place also after the preference: people decide (a new vote, the Chair)
    int open_places = 0;            ///< places that the tied ones compete for
};
Selection choose_by_votes(std::vector<Candidate> candidates, int places);

}  // namespace thidua::law
