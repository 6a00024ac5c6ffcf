#include <algorithm>

#include "base/sha256.h"
#include "law/evaluation.h"
#include "law/explain.h"
#include "law/facts_json.h"
#include "law/smallest_change.h"
#include "law/verdict.h"
#include "office/title.h"

namespace thidua::law {
namespace {

Outcome judge_rule(const Pack& pack, const TitleRule& rule, const Facts& facts, int year, base::Date on) {
    const auto* title = office::find_title(rule.code);
    const Frame frame{pack, facts, year, on, rule.code, title != nullptr && title->commendation};
    const Outcome common = pack.common ? walk(*pack.common, frame, nullptr) : Outcome::kMet;
    if (common == Outcome::kNotMet) return common;
    return std::min(common, walk(rule.criteria, frame, nullptr));
}

/// What keeps the outcome open: only the parts that could still change it.
void collect_open(const TraceNode& node, Verdict& verdict) {
    if (node.warning_only || node.outcome == Outcome::kMet || node.outcome == Outcome::kNotMet) return;
    const auto add = [](auto& list, const auto& item) {
        if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
    };
    if (node.outcome == Outcome::kNotKnown || node.kind == "any") {
        // One question is asked once, though several criteria wait for it: the first clause that asks stands beside it.
        for (const auto& missing : node.missing) {
            const bool asked =
                std::any_of(verdict.missing.begin(), verdict.missing.end(), [&](const MissingFact& earlier) {
                    return earlier.fact == missing.fact && earlier.year == missing.year &&
                           earlier.subject == missing.subject && earlier.vi == missing.vi;
                });
            if (!asked) verdict.missing.push_back(missing);
        }
    }
    for (const auto& question : node.questions) add(verdict.questions, question);
    for (const auto& child : node.children) collect_open(child, verdict);
}

void collect_warnings(const TraceNode& node, Verdict& verdict) {
    if (node.warning_only) {
        const bool failed = node.outcome == Outcome::kNotMet || node.outcome == Outcome::kForPerson;
        const bool evidence = node.kind == "evidence" && node.outcome == Outcome::kNotKnown;
        if (failed || evidence) {
            const std::string mark_vi = node.confidence == Confidence::kSeen ? "" : " (" + std::string(doubt_vi(node.confidence)) + ")";
            const std::string mark_en = node.confidence == Confidence::kSeen ? "" : " (" + std::string(doubt_en(node.confidence)) + ")";
            verdict.warnings.push_back({node.vi + ". " + node.found_vi + mark_vi + ".", node.en + ". " + node.found_en + mark_en + ".",
                                        node.clause});
        }
        return;
    }
    if (node.kind == "title") return;  // warnings of another title belong to that title
    for (const auto& child : node.children) collect_warnings(child, verdict);
}

/// The weakest rule that the outcome stands on.
Confidence standing_on(const TraceNode& node) {
    if (node.children.empty()) return node.confidence;
    const bool any_met = node.kind == "any" && node.outcome == Outcome::kMet;
    const bool all_failed = node.kind == "all" && node.outcome == Outcome::kNotMet;
    if (any_met || all_failed) {
        // One part suffices: the best verified one of them.
        Confidence best = Confidence::kUnverified;
        for (const auto& child : node.children) {
            if (!child.warning_only && child.outcome == node.outcome) best = std::min(best, standing_on(child));
        }
        return best;
    }
    Confidence weakest = node.confidence;
    for (const auto& child : node.children) {
        if (!child.warning_only) weakest = weaker(weakest, standing_on(child));
    }
    return weakest;
}

std::vector<Change> find_smallest(const Pack& pack, const TitleRule& rule, const Facts& facts, int year, base::Date on,
                                  Outcome now) {
    const Outcome wanted = now == Outcome::kMet ? Outcome::kNotMet : Outcome::kMet;
    const auto flips = [&](const std::vector<Change>& changes) {
        return judge_rule(pack, rule, apply_changes(facts, changes), year, on) == wanted;
    };
    const auto* title = office::find_title(rule.code);
    const Frame frame{pack, facts, year, on, rule.code, title != nullptr && title->commendation};
    Criterion whole;
    whole.kind = Criterion::Kind::kAll;
    whole.confidence = Confidence::kSeen;
    whole.parts.push_back(rule.criteria);  // first: of equal changes, one of its own facts is the telling one
    if (pack.common) whole.parts.push_back(*pack.common);
    for (auto changes : ways_to(whole, frame, wanted)) {
        if (changes.empty() || !flips(changes)) continue;
        // A fact that serves two parts may make another one unnecessary.
        for (std::size_t i = changes.size(); i-- > 0 && changes.size() > 1;) {
            auto fewer = changes;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (flips(fewer)) changes = std::move(fewer);
        }
        return changes;
    }
    return {};
}

Verdict locked_verdict(const Pack* pack, const Facts& facts, std::string_view code, int year, base::Date on) {
    Verdict verdict;
    verdict.title = std::string(code);
    verdict.subject = facts.id;
    verdict.year = year;
    verdict.on = on;
    verdict.locked = true;
    verdict.outcome = Outcome::kForPerson;
    verdict.confidence = Confidence::kUnverified;
    if (pack != nullptr) {
        verdict.pack = pack->id;
        verdict.pack_version = pack->version;
        verdict.pack_hash = pack->hash;
        verdict.clause = pack->instruments.front().cite;
    }
    explain_locked(pack, verdict);
    verdict.trace.outcome = verdict.outcome;
    verdict.trace.id = "locked";
    verdict.trace.kind = "human";
    verdict.trace.clause = verdict.clause;
    verdict.trace.confidence = Confidence::kUnverified;
    verdict.trace.vi = verdict.summary_vi;
    verdict.trace.en = verdict.summary_en;
    verdict.questions.push_back({"locked", year, verdict.summary_vi, verdict.summary_en, verdict.clause});
    return verdict;
}

bool has_code(const Pack& pack, std::string_view code) {
    return std::any_of(pack.titles.begin(), pack.titles.end(), [&](const TitleRule& rule) { return rule.code == code; });
}

}  // namespace

base::Result<Verdict> evaluate(const PackSet& packs, const Facts& facts, std::string_view title_code, base::Date on) {
    if (!base::is_valid(on)) {
        return base::fail(base::ErrorKind::kBadInput, "Ngày xét không phải là ngày có thật.",
                          "The date asked about is not a real day.");
    }
    const auto* title = office::find_title(title_code);
    if (title == nullptr) {
        return base::fail(base::ErrorKind::kNotFound,
                          "Không có danh hiệu, hình thức khen thưởng nào mã \"" + std::string(title_code) + "\".",
                          "There is no title or form with the code \"" + std::string(title_code) + "\".");
    }
    const int year = merit_year(facts, on);
    const Pack* pack = criteria_pack(packs, facts, on);
    if (pack == nullptr || pack->locked) {
        Verdict verdict = locked_verdict(pack, facts, title_code, year, on);
        verdict.facts_hash = base::sha256_hex(to_json(facts));
        return verdict;
    }
    const TitleRule* rule = pack->find_title(title_code, facts.subject);
    if (rule == nullptr) {
        if (has_code(*pack, title_code)) {
            return base::fail(base::ErrorKind::kBadInput,
                              title_vi(title_code) + " không tặng cho đối tượng này (cá nhân, tập thể hay hộ gia đình).",
                              title_en(title_code) + " is not given to this kind of subject.");
        }
        Verdict verdict = locked_verdict(nullptr, facts, title_code, year, on);
        verdict.pack = pack->id;
        verdict.pack_version = pack->version;
        verdict.pack_hash = pack->hash;
        explain_not_encoded(*pack, verdict);
        verdict.facts_hash = base::sha256_hex(to_json(facts));
        return verdict;
    }

    Verdict verdict;
    verdict.title = rule->code;
    verdict.subject = facts.id;
    verdict.year = year;
    verdict.on = on;
    verdict.pack = pack->id;
    verdict.pack_version = pack->version;
    verdict.pack_hash = pack->hash;
    verdict.facts_hash = base::sha256_hex(to_json(facts));
    verdict.clause = rule->clause;

    const Frame frame{*pack, facts, year, on, rule->code, title->commendation};
    TraceNode& root = verdict.trace;
    root.id = rule->code;
    root.kind = "all";
    root.clause = rule->clause;
    root.confidence = Confidence::kSeen;
    root.source = rule->source;
    root.vi = std::string(title->vi) + " năm " + std::to_string(year);
    root.en = std::string(title->en) + ", " + std::to_string(year);
    verdict.outcome = Outcome::kMet;
    if (pack->common) verdict.outcome = walk(*pack->common, frame, &root.children.emplace_back());
    verdict.outcome = std::min(verdict.outcome, walk(rule->criteria, frame, &root.children.emplace_back()));
    root.outcome = verdict.outcome;

    verdict.confidence = standing_on(root);
    collect_open(root, verdict);
    collect_warnings(root, verdict);
    verdict.smallest_change = find_smallest(*pack, *rule, facts, year, on, verdict.outcome);
    explain(*pack, packs, facts, verdict);
    return verdict;
}

Outcome judge(const PackSet& packs, const Facts& facts, std::string_view title_code, base::Date on) {
    const Pack* pack = criteria_pack(packs, facts, on);
    if (pack == nullptr || pack->locked) return Outcome::kForPerson;
    const TitleRule* rule = pack->find_title(title_code, facts.subject);
    if (rule == nullptr) return has_code(*pack, title_code) ? Outcome::kNotMet : Outcome::kForPerson;
    return judge_rule(*pack, *rule, facts, merit_year(facts, on), on);
}

}  // namespace thidua::law
