#include "law/facts.h"

namespace thidua::law {

const YearFacts* Facts::find_year(int which) const {
    for (const auto& facts : years) {
        if (facts.year == which) return &facts;
    }
    return nullptr;
}

YearFacts& Facts::year_facts(int which) {
    for (auto& facts : years) {
        if (facts.year == which) return facts;
    }
    years.push_back(YearFacts{});
    years.back().year = which;
    return years.back();
}

}  // namespace thidua::law
