// What the records say of a subject, as the law asks it.

#include <unordered_map>
#include <utility>

#include "app/home_view.h"
#include "app/verdicts.h"
#include "law/fact_catalogue.h"
#include "law/fact_words.h"
#include "office/codes.h"

namespace thidua::app {
namespace {

law::Answer answer_of(office::Answer answer) {
    switch (answer) {
        case office::Answer::kYes: return law::Answer::kYes;
        case office::Answer::kNo: return law::Answer::kNo;
        case office::Answer::kUnknown: break;
    }
    return law::Answer::kUnknown;
}

law::Answer answer_of(std::string_view word) {
    if (word == "yes") return law::Answer::kYes;
    return word == "no" ? law::Answer::kNo : law::Answer::kUnknown;
}

law::Rating rating_of(office::Rating rating) {
    switch (rating) {
        case office::Rating::kNotCompleted: return law::Rating::kNotCompleted;
        case office::Rating::kCompleted: return law::Rating::kCompleted;
        case office::Rating::kGood: return law::Rating::kGood;
        case office::Rating::kExcellent: return law::Rating::kExcellent;
        case office::Rating::kUnknown: break;
    }
    return law::Rating::kUnknown;
}

law::Initiative::Level level_of(office::Initiative::Level level) {
    switch (level) {
        case office::Initiative::Level::kNone: return law::Initiative::Level::kNone;
        case office::Initiative::Level::kGrassroots: return law::Initiative::Level::kGrassroots;
        case office::Initiative::Level::kProvince: return law::Initiative::Level::kProvince;
        case office::Initiative::Level::kNation: return law::Initiative::Level::kNation;
    }
    return law::Initiative::Level::kUnknown;
}

law::Award::Ground ground_of(office::AwardBasis::Ground ground) {
    switch (ground) {
        case office::AwardBasis::Ground::kMerit: return law::Award::Ground::kMerit;
        case office::AwardBasis::Ground::kSudden: return law::Award::Ground::kSudden;
        case office::AwardBasis::Ground::kThematic: return law::Award::Ground::kThematic;
        case office::AwardBasis::Ground::kOther: return law::Award::Ground::kOther;
        case office::AwardBasis::Ground::kUnknown: break;
    }
    return law::Award::Ground::kUnknown;
}

/// "2015"; nothing when it is no year that a file may speak of.
std::optional<int> year_of(std::string_view text) {
    if (text.size() != 4) return std::nullopt;
    int year = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        year = year * 10 + (c - '0');
    }
    return year;
}

/// The whole book in one pass, so that a thousand people cost a thousand times one person.
class Records {
public:
    explicit Records(const office::YearBook& book) : book_(book) {
        collect(book.records, years_);
        collect(book.initiatives, initiatives_);
        collect(book.awards, awards_);
        collect(book.registrations, registrations_);
        collect(book.answers, answers_);
        for (const office::InitiativeUse& use : book.initiative_uses) uses_[use.initiative.value].push_back(&use);
        for (const office::AwardBasis& basis : book.award_bases) bases_[basis.award.value] = &basis;
    }

    void add_to(law::Facts& facts, base::Id<office::Person> person) const {
        for (const office::YearRecord* record : of(years_, person)) add(*record, facts);
        for (const office::Initiative* initiative : of(initiatives_, person)) add(*initiative, facts);
        for (const office::Award* award : of(awards_, person)) add(*award, facts);
        for (const office::Registration* one : of(registrations_, person))
            facts.registrations.push_back({one->title, one->year});
        for (const office::LawAnswer* answer : of(answers_, person)) add(*answer, facts);
    }

    law::Facts facts(const office::Person& person) const {
        law::Facts facts;
        facts.id = std::to_string(person.id.value);
        facts.name = person.full_name;
        facts.year = book_.office.year;
        facts.joined_on = person.joined_on;
        add_to(facts, person.id);
        return facts;
    }

private:
    template <class Record>
    using ByPerson = std::unordered_map<std::int64_t, std::vector<const Record*>>;

    template <class Record>
    static void collect(const std::vector<Record>& records, ByPerson<Record>& out) {
        for (const Record& record : records) out[record.person.value].push_back(&record);
    }
    template <class Record>
    static const std::vector<const Record*>& of(const ByPerson<Record>& records, base::Id<office::Person> person) {
        static const std::vector<const Record*> kNone;
        const auto found = records.find(person.value);
        return found == records.end() ? kNone : found->second;
    }

    static void add(const office::YearRecord& record, law::Facts& facts) {
        law::YearFacts& year = facts.year_facts(record.year);
        year.rating = rating_of(record.rating);
        year.rating_document = record.rating_document;
        year.set(law::YearAnswer::kMovements, answer_of(record.movements));
        year.set(law::YearAnswer::kDisciplined, answer_of(record.disciplined));
        year.set(law::YearAnswer::kUnderReview, answer_of(record.under_review));
    }

    void add(const office::Initiative& initiative, law::Facts& facts) const {
        law::Initiative out;
        out.id = std::to_string(initiative.id.value);
        out.name = initiative.name;
        out.kind = initiative.kind == office::Initiative::Kind::kResearch ? law::Initiative::Kind::kResearch
                                                                          : law::Initiative::Kind::kInitiative;
        out.year = initiative.year;
        out.level = level_of(initiative.recognised);
        out.decision = initiative.decision_number;
        if (const auto found = uses_.find(initiative.id.value); found != uses_.end()) {
            for (const office::InitiativeUse* use : found->second) out.uses.push_back({use->title, use->year});
        }
        facts.initiatives.push_back(std::move(out));
    }

    void add(const office::Award& award, law::Facts& facts) const {
        law::Award out;
        out.title = award.title;
        out.year = award.year;
        out.status = award.revoked ? law::Award::Status::kRevoked : law::Award::Status::kConferred;
        out.decision = award.decision_number;
        out.decided_on = award.decision_date;
        out.issuer = award.issuer;
        if (const auto found = bases_.find(award.id.value); found != bases_.end()) {
            out.ground = ground_of(found->second->ground);
            out.merit = found->second->merit;
        }
        facts.awards.push_back(std::move(out));
    }

    static void add_period(const office::LawAnswer& answer, law::Facts& facts) {
        if (!answer.begins_on) return;
        if (answer.key == office::kDisciplineKey) {
            law::Discipline discipline{law::DisciplineForm::kUnknown, *answer.begins_on, answer.ends_on};
            law::from_word(answer.value, discipline.form);
            facts.disciplines.push_back(discipline);
        } else if (answer.key == office::kHoldKey) {
            facts.holds.push_back({*answer.begins_on, answer.ends_on, answer.note});
        } else {
            law::Leave leave{law::Leave::Kind::kOther, *answer.begins_on, answer.ends_on};
            law::from_word(answer.value, leave.kind);
            facts.leaves.push_back(leave);
        }
    }

    static void add(const office::LawAnswer& answer, law::Facts& facts) {
        if (office::is_period(answer.key)) return add_period(answer, facts);
        if (answer.key == "history_from") {
            facts.history_from = year_of(answer.value);
        } else if (answer.key == "work") {
            law::from_word(answer.value, facts.work);
        } else if (answer.key == "transferred_from") {
            facts.transferred_from = answer.value;
        } else if (answer.key == "dossier_received") {
            facts.dossier_received = base::parse_iso(answer.value);
        } else if (answer.key == "members_listed") {
            if (answer.year == facts.year) facts.members_listed = answer_of(answer.value);
        } else if (answer.key == "rating") {
            law::YearFacts& year = facts.year_facts(answer.year);
            if (const auto rating = office::from_code<office::Rating>(answer.value)) year.rating = rating_of(*rating);
            if (!answer.document.empty()) year.rating_document = answer.document;
        } else if (const law::FactEntry* fact = law::find_fact(answer.key);
                   fact != nullptr && static_cast<std::size_t>(fact->key) < law::kYearAnswerCount) {
            const law::Answer said = answer_of(answer.value);
            if (said != law::Answer::kUnknown) {
                facts.year_facts(answer.year).set(static_cast<law::YearAnswer>(fact->key), said);
            }
        } else {
            facts.judgements.push_back({answer.key, answer.year, answer_of(answer.value), answer.note});
        }
    }

    const office::YearBook& book_;
    ByPerson<office::YearRecord> years_;
    ByPerson<office::Initiative> initiatives_;
    ByPerson<office::Award> awards_;
    ByPerson<office::Registration> registrations_;
    ByPerson<office::LawAnswer> answers_;
    std::unordered_map<std::int64_t, std::vector<const office::InitiativeUse*>> uses_;
    std::unordered_map<std::int64_t, const office::AwardBasis*> bases_;
};

}  // namespace

law::Facts facts_of(const office::YearBook& book, const office::Person& person) { return Records(book).facts(person); }

std::vector<law::Facts> facts_of_members(const office::YearBook& book) {
    const Records records(book);
    std::vector<law::Facts> out;
    for (const office::Person& person : book.people) {
        if (is_member_in(person, book.office.year)) out.push_back(records.facts(person));
    }
    return out;
}

law::Facts facts_of_office(const office::YearBook& book) {
    law::Facts facts;
    facts.name = book.office.name;
    facts.subject = law::Subject::kCollective;
    facts.year = book.office.year;
    Records(book).add_to(facts, {});
    facts.members = facts_of_members(book);
    return facts;
}

law::Facts facts_of_subject(const office::YearBook& book, base::Id<office::Person> subject) {
    const office::Person* person = subject ? find_person(book, subject) : nullptr;
    return person == nullptr ? facts_of_office(book) : facts_of(book, *person);
}

}  // namespace thidua::app
