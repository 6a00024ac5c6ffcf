#include "law/working_days.h"

#include <algorithm>

#include "law/checked_object.h"
#include "law/located_json.h"

namespace thidua::law {
namespace {

void read_days(CheckedObject& year, std::string_view key, int number, std::vector<base::Date>& out) {
    for (const auto& text : year.texts(key)) {
        const auto date = base::parse_iso(text);
        if (!date || date->year != number) {
            year.wrong(key, "\"" + text + "\" không phải ngày của năm " + std::to_string(number) + ".",
                       "\"" + text + "\" is not a day of " + std::to_string(number) + ".");
            return;
        }
        const bool weekend = base::weekday(*date) > 5;
        if (weekend == (key == "off")) {
            year.wrong(key, "\"" + text + "\": ngày nghỉ phải là ngày thường, ngày làm bù phải là cuối tuần.",
                       "\"" + text + "\": a day off must be a weekday, a day worked must be a weekend day.");
            return;
        }
        out.push_back(*date);
    }
}

}  // namespace

base::Result<Holidays> Holidays::read(std::string_view text, std::string_view file) {
    auto root = parse_located(text, file);
    if (!root) return tl::unexpected<base::Error>(root.error());
    Mistake mistake{std::string(file)};
    CheckedObject object(*root, "Ngày nghỉ", mistake);
    Holidays out;
    if (!mistake.any()) {
        object.allow_only({"holidays", "version", "note", "confidence", "years"});
        out.confidence_ = object.confidence_or("confidence", std::nullopt);
        for (const auto& item : object.list("years")) {
            CheckedObject year(item, "years", mistake);
            year.allow_only({"year", "off", "worked"});
            const int number = year.whole("year");
            out.years_.push_back(number);
            read_days(year, "off", number, out.off_);
            read_days(year, "worked", number, out.worked_);
            if (mistake.any()) break;
        }
    }
    if (mistake.any()) return tl::unexpected<base::Error>(mistake.error());
    std::sort(out.off_.begin(), out.off_.end());
    std::sort(out.worked_.begin(), out.worked_.end());
    return out;
}

bool Holidays::knows(int year) const { return std::find(years_.begin(), years_.end(), year) != years_.end(); }

bool Holidays::is_working_day(const base::Date& date) const {
    if (base::weekday(date) > 5) return std::binary_search(worked_.begin(), worked_.end(), date);
    return !std::binary_search(off_.begin(), off_.end(), date);
}

const Holidays& builtin_holidays() {
    static const Holidays kHolidays = [] {
        auto read = Holidays::read(builtin_holidays_text(), "data/law/holidays.json");
        return read ? std::move(*read) : Holidays{};
    }();
    return kHolidays;
}

WorkingDeadline after_working_days(const Holidays& holidays, const base::Date& received, int days) {
    WorkingDeadline out;
    out.confidence = holidays.confidence();
    base::Date day = received;
    for (int left = std::clamp(days, 0, 1000); left > 0;) {
        day = base::add_days(day, 1);
        if (!holidays.knows(day.year)) out.holidays_known = false;
        if (holidays.is_working_day(day)) {
            --left;
        } else if (base::weekday(day) <= 5) {
            ++out.skipped_holidays;
        }
    }
    out.last_day = day;
    return out;
}

}  // namespace thidua::law
