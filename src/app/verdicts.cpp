#include "app/verdicts.h"

#include "app/home_view.h"
#include "office/title.h"

namespace thidua::app {

base::Date judging_date(const office::YearBook& book, const base::Date& today) {
    const int year = book.office.year;
    return year == 0 || today.year == year ? today : base::Date{year, 12, 20};
}

base::Result<law::Verdict> verdict_of(const office::YearBook& book, const office::Person& person,
                                      std::string_view title, const base::Date& on, const law::PackSet& packs) {
    return law::evaluate(packs, facts_of(book, person), title, on);
}

VerdictMatrix verdict_matrix(const office::YearBook& book, const base::Date& on, const law::PackSet& packs) {
    VerdictMatrix matrix;
    matrix.on = on;
    law::Facts year_only;
    year_only.year = book.office.year;
    if (const law::Pack* pack = law::criteria_pack(packs, year_only, on)) {
        matrix.law_vi = pack->name_vi;
        matrix.law_en = pack->name_en;
        matrix.locked = pack->locked;
    }
    for (const office::EmulationTitle& title : office::titles()) {
        if (!title.collective && !title.commendation) matrix.titles.emplace_back(title.code);
    }
    const std::vector<law::Facts> members = facts_of_members(book);
    std::size_t next = 0;
    for (const office::Person& person : book.people) {
        if (!is_member_in(person, book.office.year)) continue;
        VerdictRow row;
        row.person = person.id;
        row.name = person.full_name;
        const law::Facts& facts = members[next++];
        for (const std::string& title : matrix.titles) {
            VerdictCell cell;
            cell.title = title;
            cell.registered = is_registered(book, person.id, book.office.year, title);
            if (auto verdict = law::evaluate(packs, facts, title, on)) {
                cell.verdict = std::move(*verdict);
            }
            row.cells.push_back(std::move(cell));
        }
        matrix.rows.push_back(std::move(row));
    }
    return matrix;
}

}  // namespace thidua::app
