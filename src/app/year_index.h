#pragma once
// Records found by person without going through the lists each time: for what asks about everybody. One question alone
// is cheaper through find_person() and find_record() (home_view.h).

#include <cstdint>
#include <string_view>
#include <vector>

#include "office/year_book.h"

namespace thidua::app {

/// The book must outlive it.
class YearIndex {
public:
    explicit YearIndex(const office::YearBook& book);

    const office::Person* person(base::Id<office::Person> id) const;
    /// nullptr when nothing is recorded.
    const office::YearRecord* record(base::Id<office::Person> person, int year) const;
    /// Registered for that title of that year; `title` empty: for any.
    bool registered(base::Id<office::Person> person, int year, std::string_view title = {}) const;

private:
    std::vector<const office::Person*> people_;
    std::vector<const office::YearRecord*> records_;
    std::vector<const office::Registration*> registrations_;
};

}  // namespace thidua::app
