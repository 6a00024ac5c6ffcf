#include "app/year_index.h"

#include <algorithm>

namespace thidua::app {
namespace {

template <class Record>
std::vector<const Record*> sorted(const std::vector<Record>& records, bool (*before)(const Record*, const Record*)) {
    std::vector<const Record*> out;
    out.reserve(records.size());
    for (const Record& record : records) out.push_back(&record);
    std::stable_sort(out.begin(), out.end(), before);
    return out;
}

template <class Record>
bool earlier(const Record* a, const Record* b) {
    return a->person.value != b->person.value ? a->person.value < b->person.value : a->year < b->year;
}

/// Where the records of that person and year begin.
template <class Record>
auto from(const std::vector<const Record*>& records, base::Id<office::Person> person, int year) {
    Record wanted{};
    wanted.person = person;
    wanted.year = year;
    return std::lower_bound(records.begin(), records.end(), &wanted, earlier<Record>);
}

}  // namespace

YearIndex::YearIndex(const office::YearBook& book)
    : people_(sorted<office::Person>(
          book.people, [](const office::Person* a, const office::Person* b) { return a->id.value < b->id.value; })),
      records_(sorted<office::YearRecord>(book.records, earlier<office::YearRecord>)),
      registrations_(sorted<office::Registration>(book.registrations, earlier<office::Registration>)) {}

const office::Person* YearIndex::person(base::Id<office::Person> id) const {
    const auto found = std::lower_bound(people_.begin(), people_.end(), id.value,
                                        [](const office::Person* a, std::int64_t b) { return a->id.value < b; });
    return found != people_.end() && (*found)->id == id ? *found : nullptr;
}

const office::YearRecord* YearIndex::record(base::Id<office::Person> person, int year) const {
    const auto found = from(records_, person, year);
    return found != records_.end() && (*found)->person == person && (*found)->year == year ? *found : nullptr;
}

bool YearIndex::registered(base::Id<office::Person> person, int year, std::string_view title) const {
    for (auto at = from(registrations_, person, year);
         at != registrations_.end() && (*at)->person == person && (*at)->year == year; ++at) {
        if (title.empty() || (*at)->title == title) return true;
    }
    return false;
}

}  // namespace thidua::app
