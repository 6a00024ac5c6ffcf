#include "app/verdict_table.h"

#include <utility>

#include "app/home_view.h"
#include "app/office_tables.h"
#include "app/verdicts.h"
#include "app/year_index.h"
#include "office/title.h"

namespace thidua::app {
namespace {

/// A title that a person can register.
bool personal(const office::EmulationTitle& title) { return !title.collective && !title.commendation; }

}  // namespace

VerdictTable::VerdictTable(const office::YearBook& book, const base::Date& on,
                           std::shared_ptr<const law::PackSet> packs)
    : packs_(std::move(packs)),
      on_(on),
      members_(facts_of_members(book)),
      table_(office_table(OfficeTable::kVerdicts, book)) {
    if (const law::Pack* pack = law_in_force(*packs_, book, on)) law_ = pack->name_vi;
    const YearIndex index(book);
    for (const office::Person& person : book.people) {
        if (!is_member_in(person, book.office.year)) continue;
        std::vector<bool>& row = registered_.emplace_back();
        for (const office::EmulationTitle& title : office::titles()) {
            if (personal(title)) row.push_back(index.registered(person.id, book.office.year, title.code));
        }
    }
}

bool VerdictTable::step() {
    if (next_ == members_.size()) return false;
    const law::Facts& facts = members_[next_];
    std::size_t column = 0;
    for (const office::EmulationTitle& title : office::titles()) {
        if (!personal(title)) continue;
        const bool registered = registered_[next_][column++];
        const auto judged = law::evaluate(*packs_, facts, title.code, on_);
        const law::Verdict verdict = judged ? *judged : law::Verdict{};
        std::string missing;
        for (const law::MissingFact& fact : verdict.missing) missing += (missing.empty() ? "" : "; ") + fact.vi;
        const auto text = [](std::string_view words) {
            return words.empty() ? sheet::Value() : sheet::Value(std::string(words));
        };
        table_.rows.push_back({static_cast<double>(table_.rows.size() + 1), text(facts.name), text(title.vi),
                               text(registered ? "Có" : ""), text(law::words_vi(verdict.outcome)),
                               text(verdict.summary_vi), text(verdict.clause), text(missing), sheet::Value(on_),
                               text(law_)});
    }
    return ++next_ < members_.size();
}

}  // namespace thidua::app
