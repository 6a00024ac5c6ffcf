#pragma once
// Award money: multiplier × base salary in force on the decision date, rounded up (NĐ 152/2025 Điều 49, 50).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "law/pack.h"

namespace thidua::law {

struct AwardMoney {
    int hundredths = 0;  ///< of the base salary: 30 for 0,3
    std::int64_t base = 0;     ///< đồng (64 bits: the web's long has 32, and 12 × 2.530.000 in hundredths does not fit)
    std::int64_t raw = 0;      ///< the product, đồng
    std::int64_t rounded = 0;  ///< up to the next 10.000 đồng
    bool at_most = false;///< the giving body decides the amount up to this
    Confidence confidence = Confidence::kSeen;  ///< weakest of multiplier, base salary and rounding
    std::string clause;
    std::string arithmetic_vi;  ///< "0,3 × 2.340.000 = 702.000 → 710.000 đồng"
    std::string arithmetic_en;
};

/// `issuer`: "commune" when the commune's chair gives it. A household gets the household parameter times a person's amount.
/// Errors: the date's pack is locked or missing (kUnsupported), no multiplier or base salary is known (kNotFound).
base::Result<AwardMoney> award_money(const PackSet& packs, std::string_view title, Subject subject, base::Date decided_on,
                                     std::string_view issuer = {});

/// Several awards decided at one moment.
struct MoneyItem {
    std::string title;
    Subject subject = Subject::kPerson;
    std::string period;  ///< counting period ("2024", "2020-2024")
    std::string merit;   ///< names the merit of a form
};
struct MoneyLine {
    MoneyItem item;
    AwardMoney money;
    bool paid = true;
    std::string reason_vi;  ///< why it is paid or not, with the clause
    std::string reason_en;
};
/// Điều 49.5–7: several titles of the same period: only the highest; forms of different merits: each; title and form: both.
base::Result<std::vector<MoneyLine>> combine_money(const PackSet& packs, const std::vector<MoneyItem>& items,
                                                   base::Date decided_on);

/// "2.340.000"
std::string dotted(std::int64_t amount);

}  // namespace thidua::law
