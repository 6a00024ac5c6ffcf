#pragma once
// Báo cáo kết quả thực hiện kế hoạch, phong trào thi đua: every sentence is counted from the records it names in its
// origins; what the records do not say is said to be missing, or left as a visible blank for a person.

#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "document/document.h"
#include "office/year_book.h"

namespace thidua::document {

struct ReportOptions {
    base::Id<office::Plan> plan;          ///< none: the office's own plan of the year, else the first plan
    std::optional<base::Date> as_of;      ///< the day the figures stand on; decides what is overdue. None: nothing is
    std::optional<base::Date> issued_on;  ///< none: a blank to fill in
    std::string number;                   ///< "15/BC-PTP"; empty: a blank to fill in
    std::string addressee;                ///< after "Kính gửi:"; empty: the superior office
};

/// Never fails; a year without a plan, people or evidence gives a report that says so.
Document report_document(const office::YearBook& book, const ReportOptions& options = {});

}  // namespace thidua::document
