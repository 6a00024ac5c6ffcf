#pragma once
// What a change of the local rules does, before it is kept: whose outcome it turns.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/office_law.h"
#include "base/date.h"
#include "law/outcome.h"
#include "office/year_book.h"

namespace thidua::app {

struct OutcomeChange {
    base::Id<office::Person> person;  ///< none: the office itself
    std::string name;
    std::string title;
    law::Outcome before = law::Outcome::kNotKnown;
    law::Outcome after = law::Outcome::kNotKnown;
};
/// Outcomes that differ under the two sets of rules, the office last.
std::vector<OutcomeChange> outcomes_changed(const law::PackSet& before, const law::PackSet& after,
                                            const office::YearBook& book, const base::Date& on);

/// The overlays with `changed` added (its id is none) or in place of the one with its id.
std::vector<office::RuleOverlay> with_overlay(std::vector<office::RuleOverlay> overlays, office::RuleOverlay changed);

/// A number as typed: "70", "1,5", "1.5", "10.000". Empty when it is none.
std::optional<double> typed_value(std::string_view text);

}  // namespace thidua::app
