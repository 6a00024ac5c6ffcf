#include "app/trial.h"

#include <algorithm>

#include "app/answering.h"
#include "app/home_view.h"
#include "app/verdicts.h"
#include "law/evaluation.h"
#include "office/title.h"

namespace thidua::app {
namespace {

std::string level_vi(law::Initiative::Level level) {
    if (level == law::Initiative::Level::kNation) return "toàn quốc";
    return level == law::Initiative::Level::kProvince ? "cấp bộ, ngành, tỉnh" : "cấp cơ sở";
}

std::string level_en(law::Initiative::Level level) {
    if (level == law::Initiative::Level::kNation) return "nationwide";
    return level == law::Initiative::Level::kProvince ? "ministry or province" : "grassroots";
}

std::string level_code(law::Initiative::Level level) {
    if (level == law::Initiative::Level::kNation) return "nation";
    return level == law::Initiative::Level::kProvince ? "province" : "grassroots";
}

}  // namespace

std::vector<TrialLine> try_changes(const law::PackSet& packs, const office::YearBook& book,
                                   base::Id<office::Person> subject, const std::vector<law::Change>& changes,
                                   const base::Date& on) {
    const law::Facts real = facts_of_subject(book, subject);
    const law::Facts tried = law::apply_changes(real, changes);
    std::vector<TrialLine> out;
    for (const office::EmulationTitle& title : office::titles()) {
        auto after = law::evaluate(packs, tried, title.code, on);
        if (!after) continue;  // not for this kind of subject
        if (!subject && (title.code == "XTB" || title.code == "TVH" || title.code == "GDVH")) continue;
        if (subject && title.collective) continue;
        TrialLine line;
        line.title = title.code;
        line.form = title.commendation;
        line.before = law::judge(packs, real, title.code, on);
        line.after = after->outcome;
        line.clause = after->clause;
        line.confidence = after->confidence;
        if (line.changed()) {
            line.why_vi = std::move(after->summary_vi);
            line.why_en = std::move(after->summary_en);
        }
        out.push_back(std::move(line));
    }
    return out;
}

law::Change fact_change(law::FactKey fact, int year, int value) {
    const law::FactEntry& entry = law::entry(fact);
    law::Change change;
    change.kind = law::Change::Kind::kAchieve;
    change.fact = entry.name;
    change.year = year;
    change.value = law::spell_value(entry.scale, value);
    change.vi = std::string(entry.vi) + ", năm " + std::to_string(year) + ": " + law::value_vi(entry.scale, value);
    change.en = std::string(entry.en) + ", " + std::to_string(year) + ": " + law::value_en(entry.scale, value);
    return change;
}

law::Change initiative_change(law::Initiative::Level level, bool research, int year, int index) {
    law::Change change;
    change.kind = law::Change::Kind::kAchieve;
    change.fact = "initiative";
    change.year = year;
    change.value = (research ? "research:" : "") + level_code(level);
    change.index = index;
    const std::string when = std::to_string(year);
    change.vi =
        "Thêm " + std::string(research ? "đề tài, đề án" : "sáng kiến") + " năm " + when + ", " + level_vi(level);
    change.en =
        std::string(research ? "Another research topic, " : "Another initiative, ") + when + ", " + level_en(level);
    return change;
}

law::Change award_change(std::string_view title, int year, bool held) {
    law::Change change;
    change.kind = law::Change::Kind::kAchieve;
    change.fact = "award";
    change.year = year;
    change.value = (held ? "" : "-") + std::string(title);
    const std::string when = std::to_string(year);
    change.vi = law::title_vi(title) + " năm " + when + ": " + (held ? "được tặng" : "không có, hoặc bị hủy bỏ");
    change.en = law::title_en(title) + ", " + when + ": " + (held ? "conferred" : "not held, or revoked");
    return change;
}

TakeOver take_over_of(const law::Change& change) {
    if (change.fact == "initiative" || change.fact == "award") return TakeOver::kNeedsDocument;
    if (change.fact == "judgement") return TakeOver::kHere;
    const law::FactEntry* entry = law::find_fact(change.fact);
    if (entry == nullptr) return TakeOver::kNeedsDocument;
    const bool discipline = entry->key == law::FactKey::kDisciplined || entry->key == law::FactKey::kDisciplineNow ||
                            entry->key == law::FactKey::kDisciplineWarning;
    // A discipline has a form and days; "none" needs nothing.
    if (discipline) return change.value == "no" ? TakeOver::kHere : TakeOver::kNeedsDocument;
    return entry->can_change ? TakeOver::kHere : TakeOver::kNeedsDocument;
}

base::Status take_over(store::Store& store, const office::YearBook& book, base::Id<office::Person> subject,
                       const std::vector<law::Change>& changes, base::Date today) {
    // One record a year, so that two facts of a year do not overwrite each other; the answers in one act.
    std::vector<office::YearRecord> records;
    std::vector<office::LawAnswer> answers;
    for (const law::Change& change : changes) {
        if (take_over_of(change) != TakeOver::kHere) continue;
        office::LawAnswer answer;
        answer.person = subject;
        answer.year = change.year;
        answer.answered_on = today;
        if (change.fact == "judgement") {
            const bool no = change.value.starts_with("-");
            answer.key = no ? change.value.substr(1) : change.value;
            answer.value = no ? "no" : "yes";
            answers.push_back(std::move(answer));
            continue;
        }
        law::MissingFact missing;
        missing.fact = change.fact;
        missing.year = change.year;
        missing.subject = change.subject;
        const Ask ask = ask_of(missing, subject);
        if (ask.person) {
            auto found = std::find_if(records.begin(), records.end(), [&](const office::YearRecord& record) {
                return record.person == ask.person && record.year == ask.year;
            });
            office::YearRecord record = found != records.end() ? *found : record_of(book, ask.person, ask.year);
            if (set_field(record, ask.key, change.value)) {
                if (found != records.end()) {
                    *found = std::move(record);
                } else {
                    records.push_back(std::move(record));
                }
                continue;
            }
        }
        answer.person = ask.person;
        answer.key = ask.key;
        answer.value = change.value;
        answers.push_back(std::move(answer));
    }
    for (const office::YearRecord& record : records) {
        if (const auto kept = store::set_year_record(store, record); !kept)
            return tl::unexpected<base::Error>(kept.error());
    }
    return answers.empty() ? base::Status() : store::set_law_answers(store, answers);
}

}  // namespace thidua::app
