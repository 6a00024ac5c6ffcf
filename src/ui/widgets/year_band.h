#pragma once
// A year as a band of twelve months: anniversaries above, campaigns as bars, deadlines as marks, today as
// a line.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "ui/ui.h"

namespace thidua::ui {

struct YearMark {
    enum class Kind { kAnniversary, kDeadline, kCampaign };
    Kind kind = Kind::kDeadline;
    base::Date from;
    base::Date to;        ///< campaigns only
    std::string name;
    bool done = false;
    bool late = false;
};

/// Index of the mark that was pressed, -1 for none.
int year_band(Ui& ui, std::string_view name, int year, std::span<const YearMark> marks,
              std::optional<base::Date> today = {});

}  // namespace thidua::ui
