#include "law/ledger.h"

#include <algorithm>

#include "law/evaluation.h"
#include "office/title.h"

namespace thidua::law {
namespace {

bool is_form(std::string_view code) {
    const auto* title = office::find_title(code);
    return title != nullptr && title->commendation;
}

Frame frame_for(const Pack& pack, const Facts& facts) { return {pack, facts, facts.year, {facts.year, 12, 31}, {}, false}; }

bool revoked(const Facts& facts, std::string_view title, int year) {
    return std::any_of(facts.awards.begin(), facts.awards.end(), [&](const Award& award) {
        return award.title == title && award.year == year && award.status == Award::Status::kRevoked;
    });
}

void check_initiatives(const Facts& facts, std::vector<LedgerFinding>& out) {
    for (const auto& initiative : facts.initiatives) {
        bool for_title = false;
        bool for_form = false;
        for (const auto& use : initiative.uses) (is_form(use.title) ? for_form : for_title) = true;
        const std::string& name = initiative.name;
        if (for_title && for_form) {
            out.push_back({LedgerFinding::Kind::kInitiativeBothSides, true, initiative.id, initiative.year,
                           "Công văn 5007/BNV-TĐKT mục III.5c",
                           "Sáng kiến \"" + name + "\" đã dùng cả cho danh hiệu thi đua và cho hình thức khen thưởng.",
                           "The initiative \"" + name + "\" was used both for a title and for a form."});
        } else if (initiative.uses.size() > 1) {
            out.push_back({LedgerFinding::Kind::kInitiativeUsedAgain, false, initiative.id, initiative.year,
                           "Công văn 5007/BNV-TĐKT mục III.5c",
                           "Sáng kiến \"" + name + "\" đã dùng " + std::to_string(initiative.uses.size()) +
                               " lần cùng một loại: quy định không cấm rõ, nên kiểm tra.",
                           "The initiative \"" + name + "\" was used " + std::to_string(initiative.uses.size()) +
                               " times on one side: not expressly barred, worth a check."});
        }
    }
}

void check_merits(const Facts& facts, std::vector<LedgerFinding>& out) {
    for (std::size_t i = 0; i < facts.awards.size(); ++i) {
        const Award& award = facts.awards[i];
        if (award.merit.empty() || award.status == Award::Status::kRevoked || !is_form(award.title)) continue;
        for (std::size_t j = 0; j < i; ++j) {
            const Award& other = facts.awards[j];
            if (other.merit != award.merit || other.status == Award::Status::kRevoked || !is_form(other.title)) continue;
            out.push_back({LedgerFinding::Kind::kOneMeritTwoForms, true, award.merit, award.year,
                           "Luật 06/2022/QH15 Điều 5 khoản 2",
                           "Thành tích \"" + award.merit + "\" đã được khen hai lần: " + title_vi(other.title) + " và " +
                               title_vi(award.title) + ".",
                           "The merit \"" + award.merit + "\" was rewarded twice: " + title_en(other.title) + " and " +
                               title_en(award.title) + "."});
        }
    }
}

/// Every run of years that the criteria of a title ask for.
void collect_chains(const Criterion& criterion, std::vector<const Criterion*>& out) {
    if (criterion.kind == Criterion::Kind::kConsecutive && criterion.over == Criterion::Over::kAwards) out.push_back(&criterion);
    for (const auto& part : criterion.parts) collect_chains(part, out);
}

void check_chains(const Pack& pack, const Facts& facts, std::vector<LedgerFinding>& out) {
    for (const auto& award : facts.awards) {
        if (award.status == Award::Status::kRevoked || is_form(award.title)) continue;
        const TitleRule* rule = pack.find_title(award.title, facts.subject);
        if (rule == nullptr) continue;
        std::vector<const Criterion*> chains;
        collect_chains(rule->criteria, chains);
        if (chains.empty()) continue;
        // The chain may end in the year itself or in the one before: it is broken only when both ways are.
        bool whole = false;
        const Criterion* through_revoked = nullptr;
        int revoked_year = 0;
        for (const auto* chain : chains) {
            const int last = award.year + chain->year;
            bool good = true;
            for (int year = last - chain->years + 1; year <= last; ++year) {
                if (revoked(facts, chain->title, year)) {
                    good = false;
                    through_revoked = chain;
                    revoked_year = year;
                    continue;
                }
                Frame frame = frame_for(pack, facts);
                const auto recorded = recorded_title(chain->title, year, frame);
                if (recorded && !*recorded) good = false;
            }
            whole = whole || good;
        }
        if (whole) continue;
        const std::string what_vi = title_vi(award.title) + " năm " + std::to_string(award.year);
        const std::string what_en = title_en(award.title) + ", " + std::to_string(award.year);
        if (through_revoked != nullptr) {
            out.push_back({LedgerFinding::Kind::kStandsOnRevoked, true, award.title, award.year, "Luật 06/2022/QH15 Điều 93",
                           what_vi + " đã tính cả " + title_vi(through_revoked->title) + " năm " + std::to_string(revoked_year) +
                               ", quyết định đã bị hủy: cần xem lại.",
                           what_en + " counted " + title_en(through_revoked->title) + " of " + std::to_string(revoked_year) +
                               ", which was revoked: to be re-examined."});
        } else {
            out.push_back({LedgerFinding::Kind::kBrokenChain, false, award.title, award.year, rule->clause,
                           what_vi + " cần các năm liên tục mà hồ sơ không có đủ.",
                           what_en + " needs consecutive years that the record does not show."});
        }
    }
}

}  // namespace

std::vector<LedgerFinding> check_ledgers(const Pack& pack, const Facts& facts) {
    std::vector<LedgerFinding> out;
    check_initiatives(facts, out);
    check_merits(facts, out);
    check_chains(pack, facts, out);
    return out;
}

int years_in_a_row(const Pack& pack, const Facts& facts, std::string_view title, int until) {
    const Frame frame = frame_for(pack, facts);
    int count = 0;
    while (count < 100 && recorded_title(title, until - count, frame).value_or(false)) ++count;
    return count;
}

std::vector<StripYear> history_strip(const Pack& pack, const Facts& facts, std::string_view title, int from, int to) {
    const Frame frame = frame_for(pack, facts);
    std::vector<StripYear> out;
    for (int year = from; year <= to; ++year) {
        const auto recorded = recorded_title(title, year, frame);
        YearState state = YearState::kUnknown;
        if (recorded) state = *recorded ? YearState::kHeld : YearState::kNotHeld;
        if (state != YearState::kHeld && revoked(facts, title, year)) state = YearState::kRevoked;
        out.push_back({year, state});
    }
    return out;
}

}  // namespace thidua::law
