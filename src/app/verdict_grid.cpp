#include "app/verdict_grid.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "app/home_view.h"
#include "app/verdicts.h"
#include "office/title.h"
#include "text/collate.h"
#include "text/search.h"

namespace thidua::app {
namespace {

/// An alternative that only a person's answer can open: it decides nothing by itself.
bool asks_person(const law::Criterion& criterion) {
    if (criterion.kind == law::Criterion::Kind::kHuman) return true;
    return criterion.kind == law::Criterion::Kind::kAll &&
           std::any_of(criterion.parts.begin(), criterion.parts.end(), asks_person);
}

law::Confidence weakest(const law::Criterion& criterion) {
    // What only warns takes no part in the outcome.
    if (criterion.warning_only) return law::Confidence::kSeen;
    law::Confidence least = criterion.parts.empty() ? criterion.confidence : law::Confidence::kSeen;
    for (const law::Criterion& part : criterion.parts) {
        if (criterion.kind == law::Criterion::Kind::kAny && asks_person(part)) continue;
        least = law::weaker(least, weakest(part));
    }
    return least;
}

bool given_to(const law::Pack* pack, const office::EmulationTitle& title, law::Subject subject) {
    if (title.commendation) {
        // Forms come once for each kind of subject; one that is not encoded at all is left to people for everybody.
        if (pack == nullptr || pack->locked || pack->find_title(title.code, subject) != nullptr) return true;
        return std::none_of(pack->titles.begin(), pack->titles.end(),
                            [&](const law::TitleRule& rule) { return rule.code == title.code; });
    }
    if (subject == law::Subject::kPerson) return !title.collective;
    // Communes, quarters and families: not an office's own titles.
    return title.collective && title.code != "XTB" && title.code != "TVH" && title.code != "GDVH";
}

std::vector<GridColumn> columns_for(const law::Pack* pack, law::Subject subject) {
    std::vector<GridColumn> out;
    for (const office::EmulationTitle& title : office::titles()) {
        if (!given_to(pack, title, subject)) continue;
        GridColumn column;
        column.title = title.code;
        column.form = title.commendation;
        const law::TitleRule* rule = pack == nullptr || pack->locked ? nullptr : pack->find_title(title.code, subject);
        column.encoded = rule != nullptr;
        column.confidence = rule == nullptr ? law::Confidence::kUnverified : weakest(rule->criteria);
        out.push_back(std::move(column));
    }
    return out;
}

/// "12 CSTDCS": what a subject registered or holds for the year of the book.
std::string key_of(base::Id<office::Person> person, std::string_view title) {
    return std::to_string(person.value) + " " + std::string(title);
}

struct Marks {
    std::unordered_set<std::string> registered;
    std::unordered_set<std::string> held;

    explicit Marks(const office::YearBook& book) {
        for (const office::Registration& one : book.registrations) {
            if (one.year == book.office.year) registered.insert(key_of(one.person, one.title));
        }
        for (const office::Award& one : book.awards) {
            if (one.year == book.office.year && !one.revoked) held.insert(key_of(one.person, one.title));
        }
    }
};

/// `known`: the row of the same facts; none: it is judged.
void judge_row(const law::PackSet& packs, const law::Facts& facts, const base::Date& on, const Marks& marks,
               const std::vector<GridColumn>& columns, GridRow& row, const GridRow* known) {
    row.cells.reserve(columns.size());
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const std::string& title = columns[at].title;
        const std::string key = key_of(row.person, title);
        row.cells.push_back({known != nullptr ? known->cells[at].outcome : law::judge(packs, facts, title, on),
                             marks.registered.contains(key), marks.held.contains(key)});
    }
}

/// Met first, then what is close to it.
int rank(law::Outcome outcome) { return -static_cast<int>(outcome); }

bool passes(const GridRow& row, const GridFilter& filter) {
    if (!filter.unit.empty() && row.unit != filter.unit) return false;
    if (filter.outcome < 0 && !filter.registered_only) return true;
    const auto fits = [&](int column) {
        const GridCell& cell = row.cells[static_cast<std::size_t>(column)];
        return (filter.outcome < 0 || static_cast<int>(cell.outcome) == filter.outcome) &&
               (!filter.registered_only || cell.registered);
    };
    if (filter.column >= 0) return fits(filter.column);
    return std::any_of(filter.shown.begin(), filter.shown.end(), fits);
}

/// The office's facts when there is no such person.
law::Facts facts_for(const office::YearBook& book, base::Id<office::Person> subject) {
    const office::Person* person = find_person(book, subject);
    return person == nullptr ? facts_of_office(book) : facts_of(book, *person);
}

}  // namespace

VerdictGrid verdict_grid(const law::PackSet& packs, const office::YearBook& book, const base::Date& on,
                         const VerdictGrid* before) {
    if (before != nullptr && (before->on != on || before->facts.year != book.office.year)) before = nullptr;
    VerdictGrid grid;
    grid.on = on;
    grid.facts = facts_of_office(book);
    grid.year = law::merit_year(grid.facts, on);
    const law::Pack* pack = law_in_force(packs, book, on);
    if (pack != nullptr) {
        grid.pack = pack->id;
        grid.law_vi = pack->name_vi;
        grid.law_en = pack->name_en;
        grid.locked = pack->locked;
        grid.reason_vi = pack->reason_vi;
        grid.reason_en = pack->reason_en;
    }
    grid.columns = columns_for(pack, law::Subject::kPerson);
    grid.office_columns = columns_for(pack, law::Subject::kCollective);
    const Marks marks(book);
    grid.office.name = book.office.name;
    judge_row(packs, grid.facts, on, marks, grid.office_columns, grid.office,
              before != nullptr && before->facts == grid.facts ? &before->office : nullptr);
    std::unordered_map<std::string_view, const law::Facts*> members;
    for (const law::Facts& member : grid.facts.members) members.emplace(member.id, &member);
    std::unordered_map<std::int64_t, std::size_t> earlier;  // the members of an earlier grid are in its rows' order
    for (std::size_t at = 0; before != nullptr && at < before->rows.size(); ++at)
        earlier.emplace(before->rows[at].person.value, at);
    for (const office::Person& person : book.people) {
        const auto found = members.find(std::to_string(person.id.value));
        if (found == members.end()) continue;
        const auto known = earlier.find(person.id.value);
        const bool same = known != earlier.end() && before->facts.members[known->second] == *found->second;
        GridRow row;
        row.person = person.id;
        row.name = person.full_name;
        row.position = person.position;
        row.unit = person.unit;
        judge_row(packs, *found->second, on, marks, grid.columns, row, same ? &before->rows[known->second] : nullptr);
        if (!row.unit.empty()) grid.units.push_back(row.unit);
        grid.rows.push_back(std::move(row));
    }
    std::sort(grid.units.begin(), grid.units.end());
    grid.units.erase(std::unique(grid.units.begin(), grid.units.end()), grid.units.end());
    std::sort(grid.units.begin(), grid.units.end(),
              [](const std::string& a, const std::string& b) { return text::compare(a, b) < 0; });
    return grid;
}

base::Result<law::Verdict> verdict_for(const law::PackSet& packs, const office::YearBook& book,
                                       base::Id<office::Person> subject, std::string_view title, const base::Date& on) {
    if (subject && find_person(book, subject) == nullptr) {
        return base::fail(base::ErrorKind::kNotFound, "Không tìm thấy người này.", "There is no such person.");
    }
    return law::evaluate(packs, facts_for(book, subject), title, on);
}

std::vector<law::InReach> next_year_for(const law::PackSet& packs, const office::YearBook& book,
                                        base::Id<office::Person> subject, const base::Date& on) {
    return law::in_reach_next_year(packs, facts_for(book, subject), on);
}

std::vector<int> filtered_rows(const VerdictGrid& grid, const GridFilter& filter) {
    std::vector<int> out;
    const text::Searcher searcher(filter.text);
    for (std::size_t i = 0; i < grid.rows.size(); ++i) {
        const GridRow& row = grid.rows[i];
        if (!passes(row, filter)) continue;
        if (!filter.text.empty() && !searcher.find(row.name + " " + row.position)) continue;
        out.push_back(static_cast<int>(i));
    }
    if (filter.sort_column >= 0) {
        const auto column = static_cast<std::size_t>(filter.sort_column);
        const auto key = [&](int row) { return rank(grid.rows[static_cast<std::size_t>(row)].cells[column].outcome); };
        std::stable_sort(out.begin(), out.end(),
                         [&](int a, int b) { return filter.ascending ? key(a) < key(b) : key(b) < key(a); });
    } else if (!filter.ascending) {
        std::reverse(out.begin(), out.end());
    }
    return out;
}

OutcomeCounts count_outcomes(const VerdictGrid& grid, int column, const std::vector<int>& rows) {
    OutcomeCounts counts{};
    for (const int row : rows) {
        const GridCell& cell = grid.rows[static_cast<std::size_t>(row)].cells[static_cast<std::size_t>(column)];
        ++counts[static_cast<std::size_t>(cell.outcome)];
    }
    return counts;
}

}  // namespace thidua::app
