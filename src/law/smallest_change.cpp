#include "law/smallest_change.h"

#include <algorithm>
#include <utility>

namespace thidua::law {
namespace {

using Kind = Criterion::Kind;
using Way = std::vector<Change>;
using Ways = std::vector<Way>;

/// Bounds the search; the answer is re-evaluated anyway.
constexpr std::size_t kMostWays = 8;

/// Facts still to be found out cost less than facts that would have to be otherwise.
std::pair<std::size_t, std::size_t> cost(const Way& way) {
    const auto otherwise = std::count_if(way.begin(), way.end(), [](const Change& c) { return c.kind == Change::Kind::kAchieve; });
    return {way.size(), static_cast<std::size_t>(otherwise)};
}

void shorten(Ways& ways) {
    std::stable_sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return cost(a) < cost(b); });
    if (ways.size() > kMostWays) ways.resize(kMostWays);
}

Way joined(Way a, const Way& b) {
    for (const auto& change : b) {
        if (std::find(a.begin(), a.end(), change) == a.end()) a.push_back(change);
    }
    return a;
}

Ways every(const std::vector<Ways>& parts) {
    Ways result{{}};
    for (const auto& part : parts) {
        if (part.empty()) return {};
        Ways next;
        for (const auto& left : result) {
            for (const auto& right : part) next.push_back(joined(left, right));
        }
        shorten(next);
        result = std::move(next);
    }
    return result;
}

Ways some(const std::vector<Ways>& parts) {
    Ways result;
    for (const auto& part : parts) result.insert(result.end(), part.begin(), part.end());
    shorten(result);
    return result;
}

Change judge_change(const std::string& key, int year, bool yes, const std::string& vi, const std::string& en) {
    return {Change::Kind::kJudge, "judgement", year,        (yes ? "" : "-") + key, 0, {},
            "Người có trách nhiệm trả lời " + std::string(yes ? "\"có\": " : "\"không\": ") + vi,
            "A person answers " + std::string(yes ? "\"yes\": " : "\"no\": ") + en};
}

Ways ways_of_fact(const Criterion& criterion, const Frame& frame, bool met) {
    const FactEntry& fact = entry(criterion.fact);
    if (!fact.can_change || fact.scale == FactEntry::Scale::kNumber) return {};
    int value = criterion.value;
    if (!met) {
        if (fact.scale == FactEntry::Scale::kYesNo) {
            value = 1 - value;
        } else if (criterion.compare == Criterion::Compare::kAtMost) {
            value = value + 1;
        } else {
            value = value - 1;
        }
        if (spell_value(fact.scale, value).empty()) return {};
    }
    const int year = frame.year + criterion.year;
    const bool known = read_fact(frame.facts, criterion.fact, year, frame.on, frame.title).has_value();
    const std::string when = std::to_string(year);
    Way way{{known ? Change::Kind::kAchieve : Change::Kind::kSupply, std::string(fact.name), year,
             spell_value(fact.scale, value), 0, {},
             std::string(fact.vi) + ", năm " + when + ": " + value_vi(fact.scale, value),
             std::string(fact.en) + ", " + when + ": " + value_en(fact.scale, value)}};
    Ways ways;
    if (criterion.fails_to_person) {
        const Change answer = judge_change(criterion.question, frame.year, met, criterion.ask_vi, criterion.ask_en);
        if (met) {
            ways.push_back({answer});
        } else {
            way.push_back(answer);
        }
    }
    ways.push_back(std::move(way));
    shorten(ways);
    return ways;
}

Change award_change(std::string_view code, int year, bool held, bool known) {
    const std::string when = std::to_string(year);
    return {known ? Change::Kind::kAchieve : Change::Kind::kSupply, "award", year, (held ? "" : "-") + std::string(code), 0, {},
            title_vi(code) + " năm " + when + ": " + (held ? "được tặng" : "không có, hoặc bị hủy bỏ"),
            title_en(code) + ", " + when + ": " + (held ? "conferred" : "not held, or revoked")};
}

Ways ways_to_hold(std::string_view code, int year, const Frame& frame, bool met) {
    const auto recorded = recorded_title(code, year, frame);
    if (recorded && *recorded == met) return {{}};
    Ways ways;
    const TitleRule* rule = frame.pack.find_title(code, frame.facts.subject);
    if (!recorded && year == frame.year && rule != nullptr) {
        const Frame inner{frame.pack, frame.facts, frame.year, frame.on, code, frame.form};
        const Outcome wanted = met ? Outcome::kMet : Outcome::kNotMet;
        std::vector<Ways> parts{ways_to(rule->criteria, inner, wanted)};
        if (frame.pack.common) parts.push_back(ways_to(*frame.pack.common, inner, wanted));
        ways = met ? every(parts) : some(parts);
        if (!ways.empty() && ways.front().empty()) return ways;
    }
    if (!met && recorded) {
        // Whoever holds a higher title that includes this one would lose that one too: name the award that stands.
        for (const auto& award : frame.facts.awards) {
            if (award.year != year || award.status == Award::Status::kRevoked) continue;
            const TitleRule* holder = frame.pack.find_title(award.title, frame.facts.subject);
            const bool includes = holder != nullptr &&
                                  std::find(holder->includes.begin(), holder->includes.end(), code) != holder->includes.end();
            if (award.title == code || includes) ways.push_back({award_change(award.title, year, false, true)});
        }
        std::vector<Ways> parts;
        for (auto& way : ways) parts.push_back({std::move(way)});
        return every(parts);
    }
    ways.push_back({award_change(code, year, met, recorded.has_value())});
    shorten(ways);
    return ways;
}

Ways ways_of_consecutive(const Criterion& criterion, const Frame& frame, bool met) {
    std::vector<Ways> parts;
    const int last = frame.year + criterion.year;
    for (int year = last - criterion.years + 1; year <= last; ++year) {
        if (criterion.over == Criterion::Over::kAwards) {
            parts.push_back(ways_to_hold(criterion.title, year, frame, met));
            continue;
        }
        Criterion one = criterion;
        one.kind = Kind::kFact;
        one.fact = FactKey::kRating;
        one.year = year - frame.year;
        const auto rating = read_fact(frame.facts, FactKey::kRating, year, frame.on, frame.title);
        const bool fits = rating && compares(one.compare, *rating, one.value);
        parts.push_back(rating && fits == met ? Ways{{}} : ways_of_fact(one, frame, met));
    }
    return met ? every(parts) : some(parts);
}

Ways ways_of_count(const Criterion& criterion, const Frame& frame, bool met) {
    const bool more = (criterion.compare == Criterion::Compare::kAtLeast) == met;
    if (!more) return {};
    const int wanted = criterion.compare == Criterion::Compare::kAtLeast ? criterion.value : criterion.value + 1;
    const int last = frame.year + criterion.year;
    const std::string when = std::to_string(last);
    if (criterion.over == Criterion::Over::kInitiatives) {
        const InitiativeTally counted = tally(criterion, frame, false);
        const std::string level = criterion.level == Initiative::Level::kGrassroots ? "grassroots"
                                  : criterion.level == Initiative::Level::kProvince ? "province"
                                                                                    : "nation";
        const std::string level_vi = criterion.level == Initiative::Level::kGrassroots ? "cơ sở"
                                     : criterion.level == Initiative::Level::kProvince ? "bộ, ngành, tỉnh"
                                                                                       : "toàn quốc";
        Way way;
        for (int i = 0; i < wanted - counted.sure; ++i) {
            way.push_back({counted.unlisted_year != 0 ? Change::Kind::kSupply : Change::Kind::kAchieve, "initiative", last,
                           (criterion.research ? "research:" : "") + level, i, {},
                           "Năm " + when + " có thêm " +
                               (criterion.research ? "đề tài, đề án, công trình được nghiệm thu, cấp "
                                                   : "sáng kiến được công nhận, cấp ") +
                               level_vi,
                           std::string(criterion.research ? "One more accepted research work" : "One more recognised initiative") +
                               " in " + when + ", level: " + level});
        }
        return {way};
    }
    // Awards: fill the latest years of the window first.
    Way way;
    int have = 0;
    for (int year = last; year > last - criterion.years; --year) {
        if (recorded_title(criterion.title, year, frame).value_or(false)) ++have;
    }
    for (int year = last; year > last - criterion.years && have < wanted; --year) {
        const auto recorded = recorded_title(criterion.title, year, frame);
        if (recorded.value_or(false)) continue;
        way.push_back(award_change(criterion.title, year, true, recorded.has_value()));
        ++have;
    }
    if (have < wanted) return {};
    return {way};
}

Ways ways_of_members(const Criterion& criterion, const Frame& frame, bool met) {
    const auto& members = frame.facts.members;
    const int all = static_cast<int>(members.size());
    if (frame.facts.members_listed != Answer::kYes || all == 0) return {};
    const int limit = criterion.kind == Kind::kRatio ? members_needed(criterion.value, all) : criterion.value;
    const bool least = criterion.compare == Criterion::Compare::kAtLeast;
    // How many members must be brought to which outcome.
    const bool towards_met = least == met;
    const int wanted = towards_met ? (least ? limit : limit + 1) : all - (least ? limit - 1 : limit);
    if (wanted > all || wanted < 0) return {};
    const Outcome outcome = towards_met ? Outcome::kMet : Outcome::kNotMet;
    Ways cheapest;
    for (const auto& member : members) {
        const Frame inner{frame.pack, member, frame.year, frame.on, frame.title, frame.form};
        Ways ways = ways_to(criterion.parts.front(), inner, outcome);
        if (ways.empty()) continue;
        if (!ways.front().empty() && member.id.empty()) continue;  // a change must be able to name its member
        for (auto& change : ways.front()) {
            change.subject = member.id;
            change.vi = member.name + ": " + change.vi;
            change.en = member.name + ": " + change.en;
        }
        cheapest.push_back(std::move(ways.front()));
    }
    if (static_cast<int>(cheapest.size()) < wanted) return {};
    std::stable_sort(cheapest.begin(), cheapest.end(), [](const Way& a, const Way& b) { return cost(a) < cost(b); });
    Way way;
    for (int i = 0; i < wanted; ++i) way = joined(std::move(way), cheapest[static_cast<std::size_t>(i)]);
    return {way};
}

Ways propose(const Criterion& criterion, const Frame& frame, bool met) {
    switch (criterion.kind) {
        case Kind::kAll:
        case Kind::kAny: {
            std::vector<Ways> parts;
            for (const auto& part : criterion.parts) {
                if (!part.warning_only) parts.push_back(ways_to(part, frame, met ? Outcome::kMet : Outcome::kNotMet));
            }
            return (criterion.kind == Kind::kAll) == met ? every(parts) : some(parts);
        }
        case Kind::kNot: return ways_to(criterion.parts.front(), frame, met ? Outcome::kNotMet : Outcome::kMet);
        case Kind::kFact: return ways_of_fact(criterion, frame, met);
        case Kind::kHuman:
            return {{judge_change(criterion.question, frame.year, met, criterion.ask_vi, criterion.ask_en)}};
        case Kind::kConsecutive: return ways_of_consecutive(criterion, frame, met);
        case Kind::kCount:
            return criterion.over == Criterion::Over::kMembers ? ways_of_members(criterion, frame, met)
                                                               : ways_of_count(criterion, frame, met);
        case Kind::kRatio: return ways_of_members(criterion, frame, met);
        case Kind::kTitle: {
            if (criterion.held) return ways_to_hold(criterion.title, frame.year + criterion.year, frame, met);
            const TitleRule* rule = frame.pack.find_title(criterion.title, frame.facts.subject);
            if (rule == nullptr) return {};
            return ways_to(rule->criteria, frame, met ? Outcome::kMet : Outcome::kNotMet);
        }
        case Kind::kEvidence: return {};
    }
    return {};
}

bool composite(const Criterion& criterion) {
    return criterion.kind == Kind::kAll || criterion.kind == Kind::kAny || criterion.kind == Kind::kNot;
}

}  // namespace

std::vector<std::vector<Change>> ways_to(const Criterion& criterion, const Frame& frame, Outcome wanted) {
    if (walk(criterion, frame, nullptr) == wanted) return {{}};
    const bool met = wanted == Outcome::kMet;
    Ways ways = propose(criterion, frame, met);
    if (may_decide(criterion.confidence) || composite(criterion)) return ways;
    // The rule itself is in doubt: somebody must also confirm it.
    const std::string key = verification_key(criterion);
    if (judgement(frame.facts, key, frame.year).value_or(false)) return ways;
    const Facts confirmed = apply_changes(frame.facts, {judge_change(key, frame.year, true, {}, {})});
    const Frame after{frame.pack, confirmed, frame.year, frame.on, frame.title, frame.form};
    if (walk(criterion, after, nullptr) == wanted) ways = {{}};
    const Change confirm = judge_change(key, frame.year, true, "đã đối chiếu văn bản gốc: " + criterion.vi,
                                        "compared with the official text: " + criterion.en);
    if (ways.empty()) ways.push_back({});
    for (auto& way : ways) way.push_back(confirm);
    return ways;
}

}  // namespace thidua::law
