#include <algorithm>
#include <map>

#include "store/inner.h"
#include "store/records.h"
#include "text/collate.h"

namespace thidua::store {
namespace {

using base::Result;
using base::Status;

template <class Record>
Status read_all(sqlite3* db, const std::string& rest, std::vector<Record>& out) {
    auto records = select_records<Record>(db, rest);
    if (!records) return tl::unexpected(records.error());
    out = std::move(*records);
    return {};
}

/// Gives each record to the bundle of its plan.
template <class Record>
Status share_out(sqlite3* db, const std::string& rest, std::map<std::int64_t, std::size_t>& place,
                 std::vector<office::PlanBundle>& plans, std::vector<Record> office::PlanBundle::*list) {
    auto records = select_records<Record>(db, rest);
    if (!records) return tl::unexpected(records.error());
    for (Record& record : *records) {
        const auto found = place.find(record.plan.value);
        if (found != place.end()) (plans[found->second].*list).push_back(std::move(record));
    }
    return {};
}

Status read_plans(sqlite3* db, std::vector<office::PlanBundle>& plans) {
    auto found = select_records<office::Plan>(db, "ORDER BY listed DESC, id");
    if (!found) return tl::unexpected(found.error());
    std::map<std::int64_t, std::size_t> place;
    for (office::Plan& plan : *found) {
        place[plan.id.value] = plans.size();
        plans.emplace_back().plan = std::move(plan);
    }
    using Bundle = office::PlanBundle;
    Status good = share_out(db, "ORDER BY position, listed, id", place, plans, &Bundle::items);
    if (good) good = share_out(db, "ORDER BY listed, id", place, plans, &Bundle::basis);
    if (good) good = share_out(db, "ORDER BY position, listed, id", place, plans, &Bundle::tasks);
    if (good) good = share_out(db, "ORDER BY listed, id", place, plans, &Bundle::occasions);
    if (good) good = share_out(db, "ORDER BY listed, id", place, plans, &Bundle::questions);
    if (!good) return good;

    std::map<std::int64_t, std::size_t> plan_of_task;
    for (std::size_t at = 0; at < plans.size(); ++at) {
        for (const office::Task& task : plans[at].tasks) plan_of_task[task.id.value] = at;
    }
    auto evidence = select_records<office::Evidence>(db, "ORDER BY listed, id");
    if (!evidence) return tl::unexpected(evidence.error());
    for (office::Evidence& proof : *evidence) {
        const auto plan = plan_of_task.find(proof.task.value);
        if (plan != plan_of_task.end()) plans[plan->second].evidence.push_back(std::move(proof));
    }
    return {};
}

/// Keys are made once a person: building one costs more than comparing two.
void sort_by_given_name(std::vector<office::Person>& people) {
    std::vector<std::pair<std::string, std::size_t>> order;
    for (std::size_t at = 0; at < people.size(); ++at)
        order.emplace_back(text::name_sort_key(people[at].full_name), at);
    std::sort(order.begin(), order.end());
    std::vector<office::Person> sorted;
    for (const auto& [key, at] : order) sorted.push_back(std::move(people[at]));
    people = std::move(sorted);
}

}  // namespace

Result<office::Office> read_office(sqlite3* db) {
    office::Office office;
    Statement statement(db, "SELECT " + column_list<office::Office>() + " FROM office WHERE id = 1");
    if (!statement.row()) {
        if (auto good = statement.status(); !good) return tl::unexpected(good.error());
        return tl::unexpected(damaged("office"));
    }
    int column = 0;
    office::for_each_field(office, [&](std::string_view, auto& member) { read_member(statement, column++, member); });
    return office;
}

Result<office::YearBook> snapshot(const Store& store) {
    sqlite3* const db = store.inner().db.get();
    office::YearBook book;
    auto office = read_office(db);
    if (!office) return tl::unexpected(office.error());
    book.office = std::move(*office);
    Status good = read_plans(db, book.plans);
    if (good) good = read_all(db, "ORDER BY listed, id", book.people);
    if (good) good = read_all(db, "ORDER BY year, listed, id", book.records);
    if (good) good = read_all(db, "ORDER BY year, listed, id", book.registrations);
    if (good) good = read_all(db, "ORDER BY year, listed, id", book.initiatives);
    if (good) good = read_all(db, "ORDER BY year, listed, id", book.awards);
    if (good) good = read_all(db, "ORDER BY year, listed, id", book.answers);
    if (good) good = read_all(db, "ORDER BY year, listed, id", book.initiative_uses);
    if (good) good = read_all(db, "ORDER BY listed, id", book.award_bases);
    if (good) good = read_all(db, "ORDER BY listed, id", book.overlays);
    if (good) good = read_all(db, "ORDER BY listed, id", book.decisions);
    if (good) good = read_all(db, "ORDER BY listed, id", book.documents);
    if (good) good = read_all(db, "ORDER BY listed, id", book.templates);
    if (good) good = read_all(db, "ORDER BY listed, id", book.settings);
    if (!good) return tl::unexpected(good.error());
    sort_by_given_name(book.people);
    return book;
}

}  // namespace thidua::store
