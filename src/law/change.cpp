#include "law/change.h"

#include <algorithm>
#include <optional>

#include "law/fact_catalogue.h"

namespace thidua::law {
namespace {

base::Date last_day(int year) { return {year, 12, 31}; }

Facts* find_subject(Facts& facts, const std::string& id) {
    if (id.empty()) return &facts;
    for (auto& member : facts.members) {
        if (member.id == id) return &member;
    }
    return nullptr;
}

std::optional<Initiative::Level> parse_level(std::string_view word) {
    if (word == "grassroots") return Initiative::Level::kGrassroots;
    if (word == "province") return Initiative::Level::kProvince;
    if (word == "nation") return Initiative::Level::kNation;
    return std::nullopt;
}

void add_initiative(Facts& facts, const Change& change) {
    std::string_view word = change.value;
    Initiative initiative;
    if (word.starts_with("research:")) {
        initiative.kind = Initiative::Kind::kResearch;
        word.remove_prefix(9);
    }
    const auto level = parse_level(word);
    if (!level) return;
    initiative.level = *level;
    initiative.year = change.year;
    initiative.id = "change-" + std::to_string(change.index) + "-" + change.value;
    facts.initiatives.push_back(std::move(initiative));
}

/// "CSTDCS" is conferred; "-CSTDCS" is not held.
void set_award(Facts& facts, const Change& change) {
    std::string_view code = change.value;
    const bool remove = code.starts_with("-");
    if (remove) code.remove_prefix(1);
    for (auto& award : facts.awards) {
        if (award.year != change.year || award.title != code) continue;
        award.status = remove ? Award::Status::kRevoked : Award::Status::kConferred;
        if (!remove) award.ground = Award::Ground::kMerit;
        return;
    }
    Award award;
    award.title = std::string(code);
    award.year = change.year;
    award.ground = Award::Ground::kMerit;
    award.status = remove ? Award::Status::kRevoked : Award::Status::kConferred;
    facts.awards.push_back(std::move(award));
}

void set_judgement(Facts& facts, const Change& change) {
    const bool no = change.value.starts_with("-");
    const std::string key = no ? change.value.substr(1) : change.value;
    for (auto& answer : facts.judgements) {
        if (answer.question == key && answer.year == change.year) {
            answer.answer = no ? Answer::kNo : Answer::kYes;
            return;
        }
    }
    facts.judgements.push_back({key, change.year, no ? Answer::kNo : Answer::kYes, {}});
}

void set_fact(Facts& facts, const Change& change) {
    const FactEntry* fact = find_fact(change.fact);
    if (fact == nullptr) return;
    const auto value = parse_value(fact->scale, change.value);
    if (!value) return;
    const Answer answer = *value == 1 ? Answer::kYes : Answer::kNo;
    switch (fact->key) {
        case FactKey::kRating: facts.year_facts(change.year).rating = static_cast<Rating>(*value); return;
        case FactKey::kDisciplineNow:
        case FactKey::kDisciplined:
        case FactKey::kDisciplineWarning:
            if (answer == Answer::kNo) {
                std::erase_if(facts.disciplines, [&](const Discipline& discipline) {
                    return discipline.from <= last_day(change.year) || fact->key == FactKey::kDisciplineNow;
                });
            } else {
                facts.disciplines.push_back(
                    {DisciplineForm::kWarning, {change.year, 1, 1}, base::Date{change.year + 10, 1, 1}});
            }
            facts.year_facts(change.year).set(YearAnswer::kDisciplined, answer);
            return;
        case FactKey::kUnderReview:
            facts.holds.clear();
            facts.year_facts(change.year).set(YearAnswer::kUnderReview, answer);
            return;
        case FactKey::kWork:
        case FactKey::kMonthsWorked:
        case FactKey::kTransferred:
        case FactKey::kRegistered: return;
        default: facts.year_facts(change.year).set(static_cast<YearAnswer>(fact->key), answer);
    }
}

}  // namespace

Facts apply_changes(Facts facts, const std::vector<Change>& changes) {
    for (const auto& change : changes) {
        Facts* subject = find_subject(facts, change.subject);
        if (subject == nullptr) continue;
        if (change.fact == "award") {
            set_award(*subject, change);
        } else if (change.fact == "initiative") {
            add_initiative(*subject, change);
        } else if (change.fact == "judgement") {
            set_judgement(*subject, change);
        } else {
            set_fact(*subject, change);
        }
    }
    return facts;
}

}  // namespace thidua::law
