// Everybody's award money.

#include <algorithm>

#include "app/council.h"
#include "app/home_view.h"

namespace thidua::app {
namespace {

/// Awards of one subject that are decided on one day.
struct Bundle {
    base::Id<office::Person> person;
    base::Date decided_on;
    std::vector<std::string> titles;
};

void put(std::vector<Bundle>& bundles, base::Id<office::Person> person, const base::Date& on,
         const std::string& title) {
    for (Bundle& bundle : bundles) {
        if (bundle.person != person || bundle.decided_on != on) continue;
        if (std::find(bundle.titles.begin(), bundle.titles.end(), title) == bundle.titles.end())
            bundle.titles.push_back(title);
        return;
    }
    bundles.push_back({person, on, {title}});
}

}  // namespace

MoneyTable money_table(const law::PackSet& packs, const office::YearBook& book, MoneyFor what, const base::Date& on) {
    std::vector<Bundle> bundles;
    const int year = book.office.year;
    if (what == MoneyFor::kRegistered) {
        for (const office::Registration& entry : book.registrations) {
            if (entry.year == year) put(bundles, entry.person, on, entry.title);
        }
    } else {
        for (const office::Award& award : book.awards) {
            if (award.year == year && !award.revoked)
                put(bundles, award.person, award.decision_date.value_or(on), award.title);
        }
    }
    MoneyTable table;
    for (const Bundle& bundle : bundles) {
        const office::Person* person = find_person(book, bundle.person);
        const law::Subject subject = person == nullptr ? law::Subject::kCollective : law::Subject::kPerson;
        std::vector<law::MoneyItem> items;
        for (const std::string& title : bundle.titles) {
            MoneyRow row;
            row.name = person == nullptr ? book.office.name : person->full_name;
            row.title = title;
            row.decided_on = bundle.decided_on;
            const auto money = law::award_money(packs, title, subject, bundle.decided_on);
            if (money) {
                // Forms of one bundle are taken as different merits: the records do not say otherwise.
                items.push_back({title, subject, std::to_string(year), ""});
                continue;
            }
            row.vi = money.error().vi;
            row.en = money.error().en;
            ++table.unknown;
            table.rows.push_back(std::move(row));
        }
        const auto lines = law::combine_money(packs, items, bundle.decided_on);
        if (!lines) continue;
        for (const law::MoneyLine& line : *lines) {
            MoneyRow row;
            row.name = person == nullptr ? book.office.name : person->full_name;
            row.title = line.item.title;
            row.decided_on = bundle.decided_on;
            row.known = true;
            row.money = line.money;
            row.paid = line.paid;
            row.vi = line.reason_vi;
            row.en = line.reason_en;
            if (line.paid) {
                table.total += line.money.rounded;
                table.raw_total += line.money.raw;
                table.certain = table.certain && line.money.confidence == law::Confidence::kSeen;
            }
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

}  // namespace thidua::app
