#pragma once
// Working days (ngày làm việc): Monday to Friday without public holidays, which are data (data/law/holidays.json).

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "law/confidence.h"

namespace thidua::law {

class Holidays {
public:
    /// Errors name file:line.
    static base::Result<Holidays> read(std::string_view text, std::string_view file);

    bool knows(int year) const;
    bool is_working_day(const base::Date& date) const;  ///< of a year it does not know: weekends only
    Confidence confidence() const { return confidence_; }

private:
    std::vector<int> years_;
    std::vector<base::Date> off_;     ///< weekdays off, sorted
    std::vector<base::Date> worked_;  ///< weekend days worked in exchange, sorted
    Confidence confidence_ = Confidence::kUnverified;
};

const Holidays& builtin_holidays();
/// The text compiled in, from data/law/holidays.json.
std::string_view builtin_holidays_text();

struct WorkingDeadline {
    base::Date last_day;
    int skipped_holidays = 0;  ///< weekdays that were holidays
    /// False when some day of the count lies in a year whose holidays are not known: the real last day may be later.
    bool holidays_known = true;
    Confidence confidence = Confidence::kUnverified;  ///< of the list of holidays
};
/// The `days`-th working day after `received` (the day of receipt does not count). `days` 0..1000.
WorkingDeadline after_working_days(const Holidays& holidays, const base::Date& received, int days);

}  // namespace thidua::law
