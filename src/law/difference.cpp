#include "law/difference.h"

#include "law/ballot.h"
#include "law/evaluation.h"
#include "law/money.h"
#include "office/title.h"

namespace thidua::law {
namespace {

struct Side {
    std::string vi;
    std::string en;
    std::string clause;
};

void note(std::vector<Difference>& out, std::string_view title, const char* aspect, const Side& before, const Side& after) {
    if (before.vi == after.vi && before.clause == after.clause) return;
    out.push_back({std::string(title), aspect, before.vi, after.vi, before.en, after.en, before.clause, after.clause});
}

/// The clauses of the common principles: they change with the decree though their substance stays.
std::string common_clause(const PackSet& packs, const Verdict& verdict) {
    const Pack* pack = packs.find(verdict.pack);
    return pack == nullptr || !pack->common ? std::string() : pack->common->clause;
}

Side outcome_side(const PackSet& packs, const Verdict& verdict) {
    const std::string lock_vi = verdict.locked ? " (bộ luật đang khóa, chưa kiểm chứng)" : "";
    const std::string lock_en = verdict.locked ? " (pack locked, not verified)" : "";
    std::string clause = verdict.clause;
    const std::string common = common_clause(packs, verdict);
    if (!common.empty()) clause += "; " + common;
    return {std::string(words_vi(verdict.outcome)) + lock_vi, std::string(words_en(verdict.outcome)) + lock_en, clause};
}

Side decides_side(const PackSet& packs, std::string_view title, UnitKind unit, base::Date on) {
    const auto rule = who_decides(packs, title, unit, on);
    if (!rule) return {rule.error().kind == base::ErrorKind::kUnsupported ? "chưa kiểm chứng" : "chưa biết",
                       rule.error().kind == base::ErrorKind::kUnsupported ? "not verified" : "not known", {}};
    Side side{rule->decides.vi, rule->decides.en, rule->authority.clause};
    if (rule->authority.confidence != Confidence::kSeen) {
        side.vi += " (" + std::string(doubt_vi(rule->authority.confidence)) + ")";
        side.en += " (" + std::string(doubt_en(rule->authority.confidence)) + ")";
    }
    return side;
}

Side ballot_side(const PackSet& packs, std::string_view title, base::Date on) {
    const Pack* pack = pack_for(packs, on);
    if (pack == nullptr || pack->locked) return {"chưa kiểm chứng", "not verified", {}};
    const BallotRule* rule = ballot_rule(*pack, title);
    if (rule == nullptr) return {"không quy định tỷ lệ phiếu", "no share of votes set", {}};
    const std::string share = std::to_string(rule->percent) + "%";
    const bool sure = rule->authority.confidence == Confidence::kSeen;
    return {share + (sure ? "" : " (" + std::string(doubt_vi(rule->authority.confidence)) + ")"),
            share + (sure ? "" : " (" + std::string(doubt_en(rule->authority.confidence)) + ")"), rule->authority.clause};
}

Side money_side(const PackSet& packs, std::string_view title, Subject subject, UnitKind unit, base::Date on) {
    const auto money = award_money(packs, title, subject, on, unit == UnitKind::kCommune ? "commune" : "");
    if (!money) return {money.error().kind == base::ErrorKind::kUnsupported ? "chưa kiểm chứng" : "chưa biết",
                        money.error().kind == base::ErrorKind::kUnsupported ? "not verified" : "not known", {}};
    return {money->arithmetic_vi, money->arithmetic_en, money->clause};
}

}  // namespace

std::vector<Difference> differences(const PackSet& packs, const Facts& facts, UnitKind unit, base::Date before, base::Date after) {
    std::vector<Difference> out;
    for (const auto& title : office::titles()) {
        const auto first = evaluate(packs, facts, title.code, before);
        const auto second = evaluate(packs, facts, title.code, after);
        if (!first || !second) continue;
        note(out, title.code, "outcome", outcome_side(packs, *first), outcome_side(packs, *second));
        note(out, title.code, "decides", decides_side(packs, title.code, unit, before), decides_side(packs, title.code, unit, after));
        note(out, title.code, "ballot", ballot_side(packs, title.code, before), ballot_side(packs, title.code, after));
        note(out, title.code, "money", money_side(packs, title.code, facts.subject, unit, before),
             money_side(packs, title.code, facts.subject, unit, after));
    }
    return out;
}

std::vector<std::string> what_differs_vi(const Verdict& stored, const Verdict& again) {
    std::vector<std::string> out;
    if (stored.pack != again.pack) {
        out.push_back("Bộ luật: trước là " + stored.pack + ", nay là " + again.pack + ".");
    } else if (stored.pack_hash != again.pack_hash) {
        out.push_back("Nội dung bộ luật " + again.pack + " đã được sửa (bản " + stored.pack_version + " → " + again.pack_version + ").");
    }
    if (stored.facts_hash != again.facts_hash) out.push_back("Dữ kiện đã thay đổi kể từ lần xét trước.");
    if (stored.outcome != again.outcome) {
        out.push_back("Kết luận: trước là \"" + std::string(words_vi(stored.outcome)) + "\", nay là \"" +
                      std::string(words_vi(again.outcome)) + "\".");
    }
    return out;
}

}  // namespace thidua::law
