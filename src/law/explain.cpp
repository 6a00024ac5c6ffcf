#include "law/explain.h"

#include <vector>

#include "law/evaluation.h"

namespace thidua::law {
namespace {

/// How far an alternative is met, as a share of its parts.
double progress(const TraceNode& node) {
    int all = 0;
    int met = 0;
    for (const auto& child : node.children) {
        if (child.warning_only) continue;
        ++all;
        if (child.outcome == Outcome::kMet) ++met;
    }
    return all == 0 ? 0 : static_cast<double>(met) / all;
}

/// Of failed alternatives the one that is more than half met: the only one worth naming part by part.
const TraceNode* nearest(const TraceNode& any) {
    const TraceNode* best = nullptr;
    double best_progress = 0.5;
    for (const auto& child : any.children) {
        if (child.kind != "all" || progress(child) <= best_progress) continue;
        best = &child;
        best_progress = progress(child);
    }
    return best;
}

/// What decided: the failing parts of a failing `all`; of a failing `any` its nearest alternative, or the `any` itself.
void deciding(const TraceNode& node, Outcome outcome, std::vector<const TraceNode*>& out) {
    if (node.warning_only || node.outcome != outcome) return;
    if (node.kind == "any" && outcome == Outcome::kNotMet) {
        if (const TraceNode* near = nearest(node)) {
            deciding(*near, outcome, out);
        } else {
            out.push_back(&node);
        }
        return;
    }
    const bool composite = node.kind == "all" || (node.kind == "title" && !node.children.empty());
    if (!composite) {
        out.push_back(&node);
        return;
    }
    for (const auto& child : node.children) deciding(child, outcome, out);
}

/// What the facts say about a node; of an `any` what they say about its first alternatives.
std::string found_of(const TraceNode& node, bool vietnamese) {
    const std::string& own = vietnamese ? node.found_vi : node.found_en;
    if (!own.empty() || node.kind != "any") return own;
    std::string text;
    int shown = 0;
    for (const auto& child : node.children) {
        const std::string& one = vietnamese ? child.found_vi : child.found_en;
        if (one.empty() || shown == 2) continue;
        ++shown;
        text += (text.empty() ? "" : ", ") + one;
    }
    return text;
}

std::string reasons(const TraceNode& root, Outcome outcome, bool vietnamese) {
    std::vector<const TraceNode*> nodes;
    deciding(root, outcome, nodes);
    std::string text;
    std::size_t shown = 0;
    std::vector<std::string> said;
    for (const auto* node : nodes) {
        std::string one = vietnamese ? node->vi + " (" + node->clause + ")" : node->en + " (" + node->clause + ")";
        const std::string seen = found_of(*node, vietnamese);
        if (!seen.empty()) one += (vietnamese ? "; hồ sơ: " : "; on file: ") + seen;
        bool repeated = false;
        for (const auto& earlier : said) repeated = repeated || earlier == one;
        if (repeated) continue;
        said.push_back(one);
        if (++shown > 4) return text + "; …";
        if (!text.empty()) text += "; ";
        text += one;
    }
    return text;
}

std::string asked(const Verdict& verdict, bool vietnamese) {
    std::string text;
    std::size_t shown = 0;
    for (const auto& missing : verdict.missing) {
        if (++shown > 4) return text + " …";
        if (!text.empty()) text += " ";
        text += vietnamese ? missing.vi : missing.en;
    }
    return text;
}

std::string questions(const Verdict& verdict, bool vietnamese) {
    std::string text;
    std::size_t shown = 0;
    for (const auto& question : verdict.questions) {
        if (++shown > 3) return text + " …";
        if (!text.empty()) text += " ";
        text += vietnamese ? question.vi : question.en;
    }
    return text;
}

}  // namespace

void explain(const Pack& pack, const PackSet& packs, const Facts& facts, Verdict& verdict) {
    const std::string year = std::to_string(verdict.year);
    const std::string who_vi = title_vi(verdict.title) + " năm " + year;
    const std::string who_en = title_en(verdict.title) + ", " + year;
    switch (verdict.outcome) {
        case Outcome::kMet:
            verdict.summary_vi = "Đủ tiêu chuẩn xét " + who_vi + " theo " + verdict.clause +
                                 ". Việc tặng còn do bình xét và quyết định của người có thẩm quyền.";
            verdict.summary_en = "Meets the criteria of " + who_en + " under " + verdict.clause +
                                 ". Whether it is conferred is for the review and the decision.";
            break;
        case Outcome::kNotMet:
            verdict.summary_vi = "Chưa đủ tiêu chuẩn " + who_vi + ": " + reasons(verdict.trace, verdict.outcome, true) + ".";
            verdict.summary_en = "Does not meet the criteria of " + who_en + ": " + reasons(verdict.trace, verdict.outcome, false) + ".";
            break;
        case Outcome::kNotKnown:
            verdict.summary_vi = "Chưa kết luận được " + who_vi + " (" + verdict.clause + "). Còn thiếu: " + asked(verdict, true);
            verdict.summary_en = who_en + " cannot be concluded (" + verdict.clause + "). Missing: " + asked(verdict, false);
            break;
        case Outcome::kForPerson:
            verdict.summary_vi = who_vi + " (" + verdict.clause + ") cần người có thẩm quyền xem xét: " + questions(verdict, true);
            verdict.summary_en = who_en + " (" + verdict.clause + ") is for a person to judge: " + questions(verdict, false);
            break;
    }
    if (verdict.confidence != Confidence::kSeen) {
        verdict.summary_vi += " Lưu ý: có quy định " + std::string(doubt_vi(verdict.confidence)) + ".";
        verdict.summary_en += " Note: part of the rule is " + std::string(doubt_en(verdict.confidence)) + ".";
    }
    const Pack* now = pack_for(packs, verdict.on);
    if (now != nullptr && now != &pack && now->locked && facts.dossier_received) {
        const std::string day = base::to_numeric(*facts.dossier_received);
        verdict.warnings.push_back(
            {"Hồ sơ nhận ngày " + day + ", trước khi luật mới có hiệu lực, nên xét theo " + pack.name_vi +
                 "; nếu luật mới có lợi hơn thì áp dụng luật mới, nhưng nội dung luật mới chưa được kiểm chứng (" +
                 std::string(doubt_vi(Confidence::kSeenSecond)) + ").",
             "The dossier was received on " + day + ", before the new law took effect, so " + pack.name_en +
                 " applies; the new law would apply if more favourable, but its substance is not verified (" +
                 std::string(doubt_en(Confidence::kSeenSecond)) + ").",
             now->instruments.front().cite + " Điều 4.4"});
    }
}

void explain_locked(const Pack* pack, Verdict& verdict) {
    const std::string day = base::to_numeric(verdict.on);
    if (pack == nullptr) {
        verdict.summary_vi = "Ngày " + day + " nằm ngoài các bộ luật đã nạp: chương trình không kết luận; hãy đối chiếu văn bản gốc.";
        verdict.summary_en = day + " is outside the rule packs that are loaded: no conclusion; compare with the official text.";
        return;
    }
    verdict.summary_vi = "Ngày " + day + " thuộc bộ " + pack->name_vi + ", đang khóa vì chưa kiểm chứng: " + pack->reason_vi;
    verdict.summary_en = day + " falls under " + pack->name_en + ", which is locked because it is not verified: " + pack->reason_en;
}

void explain_not_encoded(const Pack& pack, Verdict& verdict) {
    verdict.summary_vi = title_vi(verdict.title) + ": tiêu chuẩn chưa được đưa vào bộ " + pack.name_vi +
                         " (chưa kiểm chứng); cần người có thẩm quyền xem xét theo văn bản gốc.";
    verdict.summary_en = title_en(verdict.title) + ": its criteria are not encoded in " + pack.name_en +
                         " (not verified); a person must judge by the official text.";
    verdict.trace.vi = verdict.summary_vi;
    verdict.trace.en = verdict.summary_en;
    verdict.questions = {{"not-encoded", verdict.year, verdict.summary_vi, verdict.summary_en, verdict.clause}};
}

}  // namespace thidua::law
