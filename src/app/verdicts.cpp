#include "app/verdicts.h"

namespace thidua::app {

base::Date judging_date(const office::YearBook& book, const base::Date& today) {
    const int year = book.office.year;
    return year == 0 || today.year == year ? today : base::Date{year, 12, 20};
}

base::Result<law::Verdict> verdict_of(const office::YearBook& book, const office::Person& person,
                                      std::string_view title, const base::Date& on, const law::PackSet& packs) {
    return law::evaluate(packs, facts_of(book, person), title, on);
}

const law::Pack* law_in_force(const law::PackSet& packs, const office::YearBook& book, const base::Date& on) {
    law::Facts year_only;
    year_only.year = book.office.year;
    return law::criteria_pack(packs, year_only, on);
}

}  // namespace thidua::app
