#pragma once
// Days that offices celebrate, with the year they began: "70 năm chiến thắng Điện Biên Phủ" is counted from 07/5/1954.
// The data is data/calendar/anniversaries.json; a copy of it is compiled in.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace thidua::intake {

struct Anniversary {
    std::string name;                  ///< "chiến thắng Điện Biên Phủ"
    std::vector<std::string> aliases;  ///< other wordings, without the number of years
    base::Date first;                  ///< the day that is counted from
    bool verified = false;             ///< false: known from memory only, shown as "chưa kiểm chứng"

    bool operator==(const Anniversary&) const = default;
};

/// Reads the file's JSON. Fails with the entry that is wrong: not JSON, no name, a date that does not exist.
base::Result<std::vector<Anniversary>> read_calendar(std::string_view json);

/// data/calendar/anniversaries.json as it was when the program was built.
const std::vector<Anniversary>& built_in_calendar();

/// The entry that `event` names ("Ngày thành lập Quân đội nhân dân Việt Nam"), marks and case ignored; the longest
/// wording that is found whole wins. nullptr when none is.
const Anniversary* find_anniversary(std::span<const Anniversary> calendar, std::string_view event);

}  // namespace thidua::intake
