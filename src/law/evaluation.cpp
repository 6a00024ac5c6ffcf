#include "law/evaluation.h"

#include <algorithm>
#include <array>

#include "office/title.h"

namespace thidua::law {
namespace {

using Kind = Criterion::Kind;

std::string_view kind_word(Kind kind) {
    constexpr std::array<std::string_view, 10> kWords{"all",         "any",      "not",   "fact", "count", "ratio",
                                                      "consecutive", "evidence", "human", "title"};
    return kWords[static_cast<std::size_t>(kind)];
}

void found(TraceNode* trace, std::string vi, std::string en) {
    if (trace == nullptr) return;
    trace->found_vi = std::move(vi);
    trace->found_en = std::move(en);
}

void describe(const Criterion& criterion, TraceNode& trace) {
    trace.id = criterion.id;
    trace.kind = kind_word(criterion.kind);
    trace.clause = criterion.clause;
    trace.confidence = criterion.confidence;
    trace.source = criterion.source;
    trace.vi = criterion.vi;
    trace.en = criterion.en;
    trace.warning_only = criterion.warning_only;
}

Outcome walk_parts(const Criterion& criterion, const Frame& frame, TraceNode* trace) {
    const bool all = criterion.kind == Kind::kAll;
    Outcome outcome = all ? Outcome::kMet : Outcome::kNotMet;
    for (const auto& part : criterion.parts) {
        if (trace == nullptr) {
            if (part.warning_only) continue;
            const Outcome one = walk(part, frame, nullptr);
            outcome = all ? std::min(outcome, one) : std::max(outcome, one);
            if (outcome == (all ? Outcome::kNotMet : Outcome::kMet)) return outcome;
            continue;
        }
        trace->children.emplace_back();
        const Outcome one = walk(part, frame, &trace->children.back());
        if (part.warning_only) continue;
        outcome = all ? std::min(outcome, one) : std::max(outcome, one);
    }
    return outcome;
}

Outcome walk_fact(const Criterion& criterion, const Frame& frame, TraceNode* trace) {
    const FactEntry& fact = entry(criterion.fact);
    const int year = frame.year + criterion.year;
    const auto value = read_fact(frame.facts, criterion.fact, year, frame.on, frame.title);
    if (trace != nullptr) {
        const std::string when = std::to_string(year);
        if (value) {
            found(trace, std::string(fact.vi) + ", năm " + when + ": " + value_vi(fact.scale, *value),
                  std::string(fact.en) + ", " + when + ": " + value_en(fact.scale, *value));
        } else {
            found(trace, std::string(fact.vi) + ", năm " + when + ": chưa rõ",
                  std::string(fact.en) + ", " + when + ": not known");
            trace->missing.push_back({std::string(fact.name), year, {}, with_year(fact.question_vi, year),
                                      with_year(fact.question_en, year), criterion.clause});
        }
    }
    if (!value) return Outcome::kNotKnown;
    return compares(criterion.compare, *value, criterion.value) ? Outcome::kMet : Outcome::kNotMet;
}

MissingFact missing_award(std::string_view code, int year, const std::string& clause) {
    const std::string when = std::to_string(year);
    return {"award", year, {}, "Năm " + when + " có được tặng " + title_vi(code) + " không (số quyết định)?",
            "Was " + title_en(code) + " conferred for " + when + " (decision number)?", clause};
}

Outcome count_initiatives(const Criterion& criterion, const Frame& frame, TraceNode* trace) {
    const InitiativeTally counted = tally(criterion, frame, trace != nullptr);
    const int year = frame.year + criterion.year;
    if (trace != nullptr) {
        const std::string what_vi = criterion.research ? "đề tài, đề án, công trình" : "sáng kiến";
        const std::string what_en = criterion.research ? "research works" : "initiatives";
        std::string vi = "Có " + std::to_string(counted.sure) + " " + what_vi + " dùng được";
        std::string en = std::to_string(counted.sure) + " usable " + what_en;
        if (!counted.names.empty()) {
            vi += " (" + counted.names + ")";
            en += " (" + counted.names + ")";
        }
        if (counted.unsure > 0) {
            vi += "; " + std::to_string(counted.unsure) + " chưa rõ cấp công nhận";
            en += "; " + std::to_string(counted.unsure) + " of unknown level";
        }
        if (counted.used_up > 0) {
            vi += "; " + std::to_string(counted.used_up) +
                  " đã dùng ở phía kia (danh hiệu ↔ hình thức), không tính (Công văn 5007/BNV-TĐKT mục III.5c)";
            en += "; " + std::to_string(counted.used_up) +
                  " already used on the other side (title ↔ form), not counted (CV 5007/BNV-TĐKT III.5c)";
        }
        if (counted.used_again > 0) {
            vi += "; " + std::to_string(counted.used_again) + " đã dùng cho lần xét khác";
            en += "; " + std::to_string(counted.used_again) + " already used in another dossier";
        }
        found(trace, std::move(vi), std::move(en));
        if (counted.sure < criterion.value && (counted.unsure > 0 || counted.unlisted_year != 0)) {
            const int which = counted.unlisted_year != 0 ? counted.unlisted_year : year;
            const std::string when = std::to_string(which);
            trace->missing.push_back({"initiative", which, {},
                                      "Năm " + when + " có " + what_vi + " được công nhận không (cấp, số quyết định)?",
                                      "Any recognised " + what_en + " in " + when + " (level, decision number)?",
                                      criterion.clause});
        }
    }
    const bool open = counted.unlisted_year != 0;
    if (criterion.compare == Criterion::Compare::kAtMost) {
        if (counted.sure > criterion.value) return Outcome::kNotMet;
        return open || counted.sure + counted.unsure > criterion.value ? Outcome::kNotKnown : Outcome::kMet;
    }
    if (counted.sure >= criterion.value) return Outcome::kMet;
    return open || counted.sure + counted.unsure >= criterion.value ? Outcome::kNotKnown : Outcome::kNotMet;
}

Outcome count_awards(const Criterion& criterion, const Frame& frame, TraceNode* trace) {
    int sure = 0;
    int open = 0;
    const int last = frame.year + criterion.year;
    for (int year = last - criterion.years + 1; year <= last; ++year) {
        const auto recorded = recorded_title(criterion.title, year, frame);
        if (!recorded) {
            ++open;
        } else if (*recorded) {
            ++sure;
        }
    }
    const std::string span = std::to_string(last - criterion.years + 1) + "–" + std::to_string(last);
    if (open > 0 && sure < criterion.value && trace != nullptr) {
        // One question for the whole window, not one a year.
        trace->missing.push_back({"award", last, {}, "Trong " + span + " có được tặng " + title_vi(criterion.title) + " không (năm, số quyết định)?",
                                  "Was " + title_en(criterion.title) + " conferred within " + span + " (year, decision number)?",
                                  criterion.clause});
    }
    found(trace, title_vi(criterion.title) + ", " + span + ": " + std::to_string(sure) + " lần",
          title_en(criterion.title) + ", " + span + ": " + std::to_string(sure) + " times");
    if (criterion.compare == Criterion::Compare::kAtMost) {
        if (sure > criterion.value) return Outcome::kNotMet;
        return sure + open > criterion.value ? Outcome::kNotKnown : Outcome::kMet;
    }
    if (sure >= criterion.value) return Outcome::kMet;
    return sure + open >= criterion.value ? Outcome::kNotKnown : Outcome::kNotMet;
}

Outcome over_members(const Criterion& criterion, const Frame& frame, TraceNode* trace) {
    const auto& members = frame.facts.members;
    std::array<int, 4> by_outcome{};
    for (const auto& member : members) {
        const Frame inner{frame.pack, member, frame.year, frame.on, frame.title, frame.form};
        TraceNode* child = nullptr;
        if (trace != nullptr) {
            trace->children.emplace_back();
            child = &trace->children.back();
        }
        const Outcome one = walk(criterion.parts.front(), inner, child);
        ++by_outcome[static_cast<std::size_t>(one)];
        if (child != nullptr) {
            child->vi = member.name + ": " + child->vi;
            child->en = member.name + ": " + child->en;
            const auto own = [&](auto& self, TraceNode& node) -> void {
                for (auto& missing : node.missing) missing.subject = member.id;
                for (auto& inner_node : node.children) self(self, inner_node);
            };
            own(own, *child);
        }
    }
    const int all = static_cast<int>(members.size());
    const auto of = [&](Outcome outcome) { return by_outcome[static_cast<std::size_t>(outcome)]; };
    const bool ratio = criterion.kind == Kind::kRatio;
    const int limit = ratio ? members_needed(criterion.value, all) : criterion.value;
    if (trace != nullptr) {
        std::string vi = std::to_string(of(Outcome::kMet)) + "/" + std::to_string(all) + " người";
        std::string en = std::to_string(of(Outcome::kMet)) + "/" + std::to_string(all) + " members";
        if (ratio) {
            vi += ", cần " + std::to_string(limit) + " (" + std::to_string(criterion.value) + "% × " + std::to_string(all) +
                  ", làm tròn lên)";
            en += ", " + std::to_string(limit) + " needed (" + std::to_string(criterion.value) + "% × " +
                  std::to_string(all) + ", rounded up)";
        }
        if (const int open = of(Outcome::kNotKnown) + of(Outcome::kForPerson); open > 0) {
            vi += "; " + std::to_string(open) + " người chưa kết luận được";
            en += "; " + std::to_string(open) + " open";
        }
        found(trace, std::move(vi), std::move(en));
    }
    const bool listed = frame.facts.members_listed == Answer::kYes && all > 0;
    if (!listed && trace != nullptr) {
        trace->missing.push_back({"members", frame.year, {}, "Danh sách cá nhân trong tập thể đã đủ chưa?",
                                  "Is the list of members complete?", criterion.clause});
    }
    // "At least k" is the k-th greatest of the members' outcomes; "at most k" the opposite of "at least k + 1".
    const auto at_least = [&](int wanted) {
        int have = 0;
        for (const auto outcome : {Outcome::kMet, Outcome::kForPerson, Outcome::kNotKnown}) {
            have += of(outcome);
            if (have >= wanted) return outcome;
        }
        return Outcome::kNotMet;
    };
    if (criterion.compare == Criterion::Compare::kAtMost) {
        const Outcome outcome = opposite(at_least(limit + 1));
        return !listed && outcome != Outcome::kNotMet ? Outcome::kNotKnown : outcome;
    }
    const Outcome outcome = at_least(limit);
    if (listed) return outcome;
    // More members may join the list: a count may still grow, a share may go either way.
    return !ratio && outcome == Outcome::kMet ? outcome : Outcome::kNotKnown;
}

Outcome walk_consecutive(const Criterion& criterion, const Frame& frame, TraceNode* trace) {
    Outcome outcome = Outcome::kMet;
    const int last = frame.year + criterion.year;
    std::string strip_vi;
    std::string strip_en;
    for (int year = last - criterion.years + 1; year <= last; ++year) {
        Outcome one = Outcome::kNotKnown;
        TraceNode* child = nullptr;
        if (trace != nullptr) {
            trace->children.emplace_back();
            child = &trace->children.back();
            child->clause = criterion.clause;
            child->confidence = criterion.confidence;
            child->source = criterion.source;
            child->id = criterion.id + "." + std::to_string(year);
        }
        if (criterion.over == Criterion::Over::kRating) {
            const auto rating = read_fact(frame.facts, FactKey::kRating, year, frame.on, frame.title);
            if (rating) one = compares(criterion.compare, *rating, criterion.value) ? Outcome::kMet : Outcome::kNotMet;
            if (child != nullptr) {
                const std::string when = std::to_string(year);
                child->kind = "fact";
                child->vi = "Xếp loại năm " + when;
                child->en = "Rating of " + when;
                child->found_vi = rating ? value_vi(FactEntry::Scale::kRating, *rating) : "chưa rõ";
                child->found_en = rating ? value_en(FactEntry::Scale::kRating, *rating) : "not known";
                if (!rating) {
                    const FactEntry& fact = entry(FactKey::kRating);
                    child->missing.push_back({std::string(fact.name), year, {}, with_year(fact.question_vi, year),
                                              with_year(fact.question_en, year), criterion.clause});
                }
            }
        } else {
            one = holds_title(criterion.title, year, frame, child);
            if (child != nullptr) {
                child->kind = "title";
                for (auto& missing : child->missing) missing.clause = criterion.clause;
            }
        }
        if (child != nullptr) {
            child->outcome = one;
            const char* vi = one == Outcome::kMet ? "đủ" : one == Outcome::kNotMet ? "không" : "chưa rõ";
            const char* en = one == Outcome::kMet ? "yes" : one == Outcome::kNotMet ? "no" : "open";
            strip_vi += (strip_vi.empty() ? "" : ", ") + std::to_string(year) + " " + vi;
            strip_en += (strip_en.empty() ? "" : ", ") + std::to_string(year) + " " + en;
        }
        if (trace == nullptr && one == Outcome::kNotMet) return one;
        outcome = std::min(outcome, one);
    }
    found(trace, std::move(strip_vi), std::move(strip_en));
    return outcome;
}

Outcome walk_evidence(const Criterion& criterion, const Frame& frame, TraceNode* trace) {
    const int year = frame.year + criterion.year;
    const std::string when = std::to_string(year);
    if (criterion.question == "rating_document") {
        const YearFacts* facts = frame.facts.find_year(year);
        if (facts != nullptr && !facts->rating_document.empty()) {
            found(trace, "Văn bản: " + facts->rating_document, "Document: " + facts->rating_document);
            return Outcome::kMet;
        }
        found(trace, "Chưa ghi số văn bản xếp loại năm " + when, "No number of the rating document of " + when);
        if (trace != nullptr) {
            trace->missing.push_back({"rating_document", year, {}, "Số, ngày văn bản xếp loại năm " + when + " là gì?",
                                      "Number and date of the rating document of " + when + "?", criterion.clause});
        }
        return Outcome::kNotKnown;
    }
    for (const auto& initiative : frame.facts.initiatives) {
        if (initiative.year != year || !initiative.decision.empty()) continue;
        found(trace, "Sáng kiến \"" + initiative.name + "\" chưa có số quyết định công nhận",
              "The initiative \"" + initiative.name + "\" has no recognising decision");
        if (trace != nullptr) {
            trace->missing.push_back({"initiative_decision", year, {},
                                      "Số quyết định công nhận sáng kiến \"" + initiative.name + "\"?",
                                      "Number of the decision recognising \"" + initiative.name + "\"?", criterion.clause});
        }
        return Outcome::kNotKnown;
    }
    return Outcome::kMet;
}

Outcome walk_human(const Criterion& criterion, const Frame& frame, TraceNode* trace) {
    const auto answer = judgement(frame.facts, criterion.question, frame.year);
    if (answer) {
        found(trace, *answer ? "Người có trách nhiệm đã trả lời: có" : "Người có trách nhiệm đã trả lời: không",
              *answer ? "A person answered: yes" : "A person answered: no");
        return *answer ? Outcome::kMet : Outcome::kNotMet;
    }
    if (trace != nullptr) {
        found(trace, "Chưa có người trả lời", "Nobody has answered yet");
        trace->questions.push_back(
            {criterion.question, frame.year, criterion.ask_vi, criterion.ask_en, criterion.clause});
    }
    return Outcome::kForPerson;
}

Outcome walk_title(const Criterion& criterion, const Frame& frame, TraceNode* trace) {
    if (criterion.held) return holds_title(criterion.title, frame.year + criterion.year, frame, trace);
    const TitleRule* rule = frame.pack.find_title(criterion.title, frame.facts.subject);
    if (rule == nullptr) return Outcome::kNotMet;
    if (trace == nullptr) return walk(rule->criteria, frame, nullptr);
    trace->children.emplace_back();
    const Outcome outcome = walk(rule->criteria, frame, &trace->children.back());
    found(trace, title_vi(criterion.title) + ": " + std::string(words_vi(outcome)),
          title_en(criterion.title) + ": " + std::string(words_en(outcome)));
    return outcome;
}

Outcome walk_predicate(const Criterion& criterion, const Frame& frame, TraceNode* trace) {
    switch (criterion.kind) {
        case Kind::kAll:
        case Kind::kAny: return walk_parts(criterion, frame, trace);
        case Kind::kNot: {
            if (trace == nullptr) return opposite(walk(criterion.parts.front(), frame, nullptr));
            trace->children.emplace_back();
            return opposite(walk(criterion.parts.front(), frame, &trace->children.back()));
        }
        case Kind::kFact: return walk_fact(criterion, frame, trace);
        case Kind::kCount:
            if (criterion.over == Criterion::Over::kInitiatives) return count_initiatives(criterion, frame, trace);
            if (criterion.over == Criterion::Over::kAwards) return count_awards(criterion, frame, trace);
            return over_members(criterion, frame, trace);
        case Kind::kRatio: return over_members(criterion, frame, trace);
        case Kind::kConsecutive: return walk_consecutive(criterion, frame, trace);
        case Kind::kEvidence: return walk_evidence(criterion, frame, trace);
        case Kind::kHuman: return walk_human(criterion, frame, trace);
        case Kind::kTitle: return walk_title(criterion, frame, trace);
    }
    return Outcome::kNotKnown;
}

/// "otherwise": "person": a failing fact becomes a question.
Outcome soften(const Criterion& criterion, const Frame& frame, Outcome outcome, TraceNode* trace) {
    if (!criterion.fails_to_person || outcome != Outcome::kNotMet) return outcome;
    if (const auto answer = judgement(frame.facts, criterion.question, frame.year)) {
        return *answer ? Outcome::kMet : Outcome::kNotMet;
    }
    if (trace != nullptr) {
        trace->questions.push_back(
            {criterion.question, frame.year, criterion.ask_vi, criterion.ask_en, criterion.clause});
    }
    return Outcome::kForPerson;
}

/// A rule that is not verified decides nothing, until a person has compared it with the text.
Outcome cap(const Criterion& criterion, const Frame& frame, Outcome outcome, TraceNode* trace) {
    if (may_decide(criterion.confidence)) return outcome;
    if (outcome != Outcome::kMet && outcome != Outcome::kNotMet) return outcome;
    const bool composite = criterion.kind == Kind::kAll || criterion.kind == Kind::kAny || criterion.kind == Kind::kNot;
    if (composite) return outcome;  // its parts are as doubtful as it is and were capped already
    const std::string key = verification_key(criterion);
    if (judgement(frame.facts, key, frame.year).value_or(false)) return outcome;
    if (trace != nullptr) {
        trace->questions.push_back(
            {key, frame.year,
             "Đối chiếu văn bản gốc: \"" + criterion.vi + "\" (" + criterion.clause + ") " +
                 std::string(doubt_vi(criterion.confidence)) + ".",
             "Compare with the official text: \"" + criterion.en + "\" (" + criterion.clause + "), " +
                 std::string(doubt_en(criterion.confidence)) + ".",
             criterion.clause});
    }
    return Outcome::kForPerson;
}

}  // namespace

Outcome walk(const Criterion& criterion, const Frame& frame, TraceNode* trace) {
    if (trace != nullptr) describe(criterion, *trace);
    Outcome outcome = walk_predicate(criterion, frame, trace);
    outcome = soften(criterion, frame, outcome, trace);
    outcome = cap(criterion, frame, outcome, trace);
    if (trace != nullptr) trace->outcome = outcome;
    return outcome;
}

std::optional<bool> recorded_title(std::string_view code, int year, const Frame& frame) {
    bool doubtful = false;
    for (const auto& award : frame.facts.awards) {
        if (award.year != year || award.status == Award::Status::kRevoked) continue;
        bool counts = award.title == code;
        if (!counts) {
            const TitleRule* rule = frame.pack.find_title(award.title, frame.facts.subject);
            counts = rule != nullptr && std::find(rule->includes.begin(), rule->includes.end(), code) != rule->includes.end();
        }
        if (!counts) continue;
        // Đột xuất and chuyên đề commendations are no basis for công trạng (Điều 4.3 of both decrees).
        if (award.ground == Award::Ground::kMerit) return true;
        const auto* known = office::find_title(award.title);
        const bool form = known != nullptr && known->commendation;
        if (award.ground == Award::Ground::kUnknown && !form) return true;
        if (award.ground == Award::Ground::kUnknown) doubtful = true;
    }
    if (doubtful) return std::nullopt;
    if (is_listed(frame.facts, YearAnswer::kAwardsListed, year, frame.year)) return false;
    // A revoked award is a known "no" for its year (Luật Điều 93).
    for (const auto& award : frame.facts.awards) {
        if (award.year == year && award.title == code && award.status == Award::Status::kRevoked) return false;
    }
    return std::nullopt;
}

Outcome holds_title(std::string_view code, int year, const Frame& frame, TraceNode* trace) {
    const std::string when = std::to_string(year);
    if (trace != nullptr && trace->vi.empty()) {
        trace->vi = title_vi(code) + " năm " + when;
        trace->en = title_en(code) + ", " + when;
    }
    const auto recorded = recorded_title(code, year, frame);
    if (recorded) {
        const bool revoked = std::any_of(frame.facts.awards.begin(), frame.facts.awards.end(), [&](const Award& award) {
            return award.year == year && award.title == code && award.status == Award::Status::kRevoked;
        });
        found(trace,
              title_vi(code) + " năm " + when + ": " +
                  (*recorded ? "đã được tặng" : revoked ? "đã bị hủy bỏ quyết định" : "không có"),
              title_en(code) + ", " + when + ": " + (*recorded ? "conferred" : revoked ? "revoked" : "not held"));
        return *recorded ? Outcome::kMet : Outcome::kNotMet;
    }
    const TitleRule* rule = frame.pack.find_title(code, frame.facts.subject);
    if (year == frame.year && rule != nullptr) {
        const Frame inner{frame.pack, frame.facts, frame.year, frame.on, code, frame.form};
        Outcome outcome = Outcome::kMet;
        if (frame.pack.common) {
            TraceNode* child = nullptr;
            if (trace != nullptr) child = &trace->children.emplace_back();
            outcome = std::min(outcome, walk(*frame.pack.common, inner, child));
        }
        TraceNode* child = nullptr;
        if (trace != nullptr) child = &trace->children.emplace_back();
        outcome = std::min(outcome, walk(rule->criteria, inner, child));
        found(trace, title_vi(code) + " năm " + when + ", tính từ tiêu chuẩn: " + std::string(words_vi(outcome)),
              title_en(code) + ", " + when + ", computed from the criteria: " + std::string(words_en(outcome)));
        return outcome;
    }
    if (trace != nullptr) {
        found(trace, title_vi(code) + " năm " + when + ": chưa rõ", title_en(code) + ", " + when + ": not known");
        trace->missing.push_back(missing_award(code, year, rule == nullptr ? trace->clause : rule->clause));
    }
    return Outcome::kNotKnown;
}

bool is_listed(const Facts& facts, YearAnswer listed, int year, int merit_year) {
    if (facts.history_from && year >= *facts.history_from && year < merit_year) return true;
    const YearFacts* found_year = facts.find_year(year);
    return found_year != nullptr && found_year->get(listed) == Answer::kYes;
}

InitiativeTally tally(const Criterion& criterion, const Frame& frame, bool with_names) {
    InitiativeTally out;
    const int last = frame.year + criterion.year;
    const int first = last - criterion.years + 1;
    const auto kind = criterion.research ? Initiative::Kind::kResearch : Initiative::Kind::kInitiative;
    for (const auto& initiative : frame.facts.initiatives) {
        if (initiative.kind != kind || initiative.year < first || initiative.year > last) continue;
        if (initiative.level != Initiative::Level::kUnknown && initiative.level < criterion.level) continue;
        bool other_side = false;
        bool same_side = false;
        for (const auto& use : initiative.uses) {
            const auto* title = office::find_title(use.title);
            if (title != nullptr && title->commendation != frame.form) {
                other_side = true;
            } else if (use.title != frame.title || use.year != frame.year) {
                same_side = true;
            }
        }
        if (other_side) {
            ++out.used_up;
            continue;
        }
        if (initiative.level == Initiative::Level::kUnknown) {
            ++out.unsure;
            continue;
        }
        ++out.sure;
        if (same_side) ++out.used_again;
        if (with_names) {
            if (!out.names.empty()) out.names += "; ";
            out.names += initiative.name;
        }
    }
    for (int year = first; year <= last && out.unlisted_year == 0; ++year) {
        if (!is_listed(frame.facts, YearAnswer::kInitiativesListed, year, frame.year)) out.unlisted_year = year;
    }
    return out;
}

int members_needed(int percent, int all) { return (percent * all + 99) / 100; }

std::optional<bool> judgement(const Facts& facts, std::string_view question, int year) {
    for (const auto& answer : facts.judgements) {
        if (answer.year == year && answer.question == question && answer.answer != Answer::kUnknown) {
            return answer.answer == Answer::kYes;
        }
    }
    return std::nullopt;
}

bool compares(Criterion::Compare compare, int found_value, int value) {
    switch (compare) {
        case Criterion::Compare::kIs: return found_value == value;
        case Criterion::Compare::kAtLeast: return found_value >= value;
        case Criterion::Compare::kAtMost: break;
    }
    return found_value <= value;
}

Outcome opposite(Outcome outcome) {
    if (outcome == Outcome::kMet) return Outcome::kNotMet;
    if (outcome == Outcome::kNotMet) return Outcome::kMet;
    return outcome;
}

std::string verification_key(const Criterion& criterion) { return "verify:" + criterion.id; }

std::string with_year(std::string_view text, int year) {
    std::string out(text);
    const std::string when = std::to_string(year);
    for (std::size_t at = out.find("%Y"); at != std::string::npos; at = out.find("%Y", at + when.size())) {
        out.replace(at, 2, when);
    }
    return out;
}

std::string title_vi(std::string_view code) {
    const auto* title = office::find_title(code);
    return std::string(title == nullptr ? code : title->vi);
}

std::string title_en(std::string_view code) {
    const auto* title = office::find_title(code);
    return std::string(title == nullptr ? code : title->en);
}

}  // namespace thidua::law
