#include "app/find.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/date.h"
#include "office/title.h"

namespace thidua::app {
namespace {

constexpr std::size_t kKinds = 8;
/// Of a paragraph about this many bytes are shown, the first match among them.
constexpr std::size_t kExcerpt = 140;
constexpr std::string_view kBetween = " · ";

std::string joined(std::initializer_list<std::string_view> parts, std::string_view between = kBetween) {
    std::string out;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

bool inside_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Cuts `text` to the words around the first highlight and moves the highlights along.
void shorten(std::string& text, Highlights& highlights) {
    if (text.size() <= kExcerpt) return;
    std::size_t begin = 0;
    if (!highlights.empty() && highlights.front().second > kExcerpt - 20) {
        begin = highlights.front().first - std::min<std::size_t>(highlights.front().first, 40);
        while (begin > 0 && text[begin - 1] != ' ') --begin;
    }
    std::size_t end = std::min(text.size(), begin + kExcerpt);
    while (end < text.size() && end > begin && inside_letter(text[end])) --end;
    const std::size_t blank = end < text.size() ? text.rfind(' ', end) : end;
    if (blank != std::string::npos && blank > begin) end = blank;
    const std::string_view lead = begin > 0 ? "… " : "";
    Highlights kept;
    for (const auto& [from, to] : highlights) {
        if (from < begin || from >= end) continue;
        kept.emplace_back(from - begin + lead.size(), std::min(to, end) - begin + lead.size());
    }
    text = std::string(lead) + text.substr(begin, end - begin) + (end < text.size() ? " …" : "");
    highlights = std::move(kept);
}

std::string title_name(std::string_view code) {
    const office::EmulationTitle* title = office::find_title(code);
    return std::string(title ? title->vi : code);
}

std::string year_text(int year) { return year == 0 ? std::string() : "năm " + std::to_string(year); }

}  // namespace

void FindIndex::add(FindKind kind, Route route, std::string text, std::string detail, std::string_view hidden) {
    if (text.empty()) return;
    text::SearchText words(text + "\n" + detail + "\n" + std::string(hidden));
    entries_.push_back({kind, std::move(route), std::move(text), std::move(detail), std::move(words)});
}

void FindIndex::add_plan(const office::PlanBundle& bundle) {
    const office::Plan& plan = bundle.plan;
    const std::int64_t id = plan.id.value;
    const std::string name = joined({plan.number, plan.subject});
    add(FindKind::kPlan, {Place::kPlan, id, ""}, name,
        joined({plan.issuer, plan.issued_on ? base::to_numeric(*plan.issued_on) : year_text(plan.year)}));
    for (const office::PlanItem& item : bundle.items) {
        add(FindKind::kItem, {Place::kPlan, id, ""}, joined({item.label, item.text}, " "), name);
    }
    for (const office::BasisDocument& basis : bundle.basis) {
        add(FindKind::kBasis, {Place::kPlan, id, "can-cu"},
            joined({joined({basis.kind, basis.number}, " "), basis.subject}),
            joined({basis.issuer, basis.date ? base::to_numeric(*basis.date) : std::string()}));
    }
    for (const office::Task& task : bundle.tasks) {
        add(FindKind::kTask, {Place::kTasks, task.id.value, ""}, task.title,
            joined({task.assignee, task.due ? base::to_numeric(*task.due) : task.recurrence}));
    }
}

FindIndex::FindIndex(const office::YearBook& book) {
    for (const office::PlanBundle& bundle : book.plans) add_plan(bundle);
    std::vector<std::pair<std::int64_t, std::string_view>> names;
    for (const office::Person& person : book.people) {
        names.emplace_back(person.id.value, person.full_name);
        add(FindKind::kPerson, {Place::kPerson, person.id.value, ""}, person.full_name,
            joined({person.position, person.unit}));
    }
    std::sort(names.begin(), names.end());
    const auto name_of = [&](base::Id<office::Person> id) -> std::string_view {
        const auto found = std::lower_bound(names.begin(), names.end(), std::pair(id.value, std::string_view()));
        return found != names.end() && found->first == id.value ? found->second : std::string_view(book.office.name);
    };
    const auto place_of = [](base::Id<office::Person> id) {
        return id.value != 0 ? Route{Place::kPerson, id.value, ""} : Route{Place::kTitles, 0, ""};
    };
    for (const office::Initiative& initiative : book.initiatives) {
        add(FindKind::kInitiative, place_of(initiative.person), initiative.name,
            joined({name_of(initiative.person), year_text(initiative.year), initiative.decision_number}));
    }
    for (const office::Award& award : book.awards) {
        add(FindKind::kAward, place_of(award.person), title_name(award.title),
            joined({name_of(award.person), year_text(award.year), award.decision_number}));
    }
    for (const office::EmulationTitle& title : office::titles()) {
        add(FindKind::kTitle, {Place::kTitles, 0, ""}, std::string(title.vi),
            std::string(title.short_vi == title.vi ? "" : title.short_vi), title.en);
    }
}

std::vector<Finding> FindIndex::find(std::string_view query, std::size_t most) const {
    const text::Searcher searcher(query);
    if (searcher.empty() || most == 0) return {};
    struct Hit {
        const Entry* entry;
        text::SearchHit hit;
    };
    std::array<std::vector<Hit>, kKinds> kinds;
    const auto better = [](const Hit& a, const Hit& b) {
        return a.hit.score != b.hit.score ? a.hit.score > b.hit.score : a.entry < b.entry;
    };
    for (const Entry& entry : entries_) {
        auto hit = searcher.find(entry.words);
        if (!hit) continue;
        // What is said of a thing counts less than its name.
        if (!hit->spans.empty() && hit->spans.back().first >= entry.text.size()) hit->score -= 160;
        auto& kind = kinds[static_cast<std::size_t>(entry.kind)];
        Hit found{&entry, std::move(*hit)};
        if (kind.size() == most && !better(found, kind.back())) continue;
        kind.insert(std::upper_bound(kind.begin(), kind.end(), found, better), std::move(found));
        if (kind.size() > most) kind.pop_back();
    }
    std::array<std::size_t, kKinds> order{};
    for (std::size_t i = 0; i < kKinds; ++i) order[i] = i;
    // Whom and what one goes to by name stands before the running text of plans, where both match alike.
    constexpr std::array<int, kKinds> kLean{320, 240, 160, 160, 80, 80, 160, -480};
    const auto best = [&](std::size_t kind) {
        return kinds[kind].empty() ? -1'000'000 : kinds[kind].front().hit.score + kLean[kind];
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return best(a) > best(b); });

    std::vector<Finding> out;
    for (const std::size_t kind : order) {
        for (const Hit& hit : kinds[kind]) {
            Finding finding{hit.entry->kind, hit.entry->route, hit.entry->text, {}, hit.entry->detail, {},
                            hit.hit.score};
            const std::size_t border = hit.entry->text.size();
            for (const auto& [from, to] : hit.hit.spans) {
                if (to <= border) finding.highlights.emplace_back(from, to);
                else if (from > border && to <= border + 1 + finding.detail.size())
                    finding.detail_highlights.emplace_back(from - border - 1, to - border - 1);
            }
            shorten(finding.text, finding.highlights);
            shorten(finding.detail, finding.detail_highlights);
            out.push_back(std::move(finding));
        }
    }
    return out;
}

std::vector<Finding> find(const office::YearBook& book, std::string_view query, std::size_t most) {
    return FindIndex(book).find(query, most);
}

}  // namespace thidua::app
