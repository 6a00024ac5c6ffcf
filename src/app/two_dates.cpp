#include "app/two_dates.h"

#include <algorithm>

#include "app/home_view.h"
#include "app/verdicts.h"
#include "office/title.h"

namespace thidua::app {
namespace {

bool local_title(std::string_view code) { return code == "XTB" || code == "TVH" || code == "GDVH"; }

void add_moves(const law::PackSet& packs, const law::Facts& facts, base::Id<office::Person> person,
               const std::string& name, const base::Date& before, const base::Date& after,
               std::vector<OutcomeMove>& out) {
    for (const office::EmulationTitle& title : office::titles()) {
        if (local_title(title.code)) continue;
        if (!title.commendation && title.collective == static_cast<bool>(person)) continue;
        const law::Outcome first = law::judge(packs, facts, title.code, before);
        const law::Outcome second = law::judge(packs, facts, title.code, after);
        if (first != second) out.push_back({person, name, std::string(title.code), first, second});
    }
}

}  // namespace

std::vector<OutcomeMove> moves_between(const law::PackSet& packs, const office::YearBook& book,
                                       const base::Date& before, const base::Date& after) {
    std::vector<OutcomeMove> out;
    const law::Facts office = facts_of_office(book);
    add_moves(packs, office, {}, book.office.name, before, after, out);
    std::size_t next = 0;
    for (const office::Person& person : book.people) {
        if (!is_member_in(person, book.office.year) || next >= office.members.size()) continue;
        add_moves(packs, office.members[next++], person.id, person.full_name, before, after, out);
    }
    return out;
}

std::vector<law::Difference> differences_between(const law::PackSet& packs, const office::YearBook& book,
                                                 base::Id<office::Person> subject, law::UnitKind unit,
                                                 const base::Date& before, const base::Date& after) {
    std::vector<law::Difference> all = law::differences(packs, facts_of_subject(book, subject), unit, before, after);
    std::erase_if(all, [&](const law::Difference& one) {
        const office::EmulationTitle* title = office::find_title(one.title);
        if (title == nullptr || local_title(one.title)) return true;
        return !title->commendation && title->collective == static_cast<bool>(subject);
    });
    return all;
}

}  // namespace thidua::app
