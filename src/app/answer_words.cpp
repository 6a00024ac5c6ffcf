#include "app/answer_words.h"

#include "app/answering.h"
#include "law/fact_catalogue.h"
#include "law/pack.h"
#include "office/dossier.h"

namespace thidua::app {
namespace {

const law::Criterion* find_question(const law::Criterion& criterion, std::string_view key) {
    if (criterion.question == key && !criterion.ask_vi.empty()) return &criterion;
    for (const law::Criterion& part : criterion.parts) {
        if (const law::Criterion* found = find_question(part, key)) return found;
    }
    return nullptr;
}

}  // namespace

std::string asked_words(std::string_view key) {
    if (key == office::kDisciplineKey) return "Kỷ luật";
    if (key == office::kHoldKey) return "Đang bị xem xét, thanh tra, tố cáo";
    if (key == office::kLeaveKey) return "Nghỉ, vắng";
    if (key == "history_from") return "Đã ghi đủ khen thưởng từ năm";
    if (key == "transferred_from") return "Chuyển đến từ";
    if (key == kMembersListedKey) return "Danh sách người của đơn vị đã đủ";
    if (const law::FactEntry* fact = law::find_fact(key)) return std::string(fact->vi);
    for (const law::Pack& pack : law::builtin_packs().packs) {
        for (const law::TitleRule& rule : pack.titles) {
            if (const law::Criterion* found = find_question(rule.criteria, key)) return found->ask_vi;
        }
    }
    return std::string(key);
}

std::string answered_words(std::string_view key, std::string_view value) {
    if (value == "yes") return "Có";
    if (value == "no") return "Không";
    if (value == "unknown") return "Chưa rõ";
    if (const law::FactEntry* fact = law::find_fact(key)) {
        if (const auto number = law::parse_value(fact->scale, value)) return law::value_vi(fact->scale, *number);
    }
    return std::string(value);
}

}  // namespace thidua::app
