#include "app/verdicts.h"

#include <algorithm>
#include <array>

#include "app/home_view.h"
#include "office/title.h"

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

law::Award award_of(const office::Award& award) {
    law::Award out;
    out.title = award.title;
    out.year = award.year;
    out.status = award.revoked ? law::Award::Status::kRevoked : law::Award::Status::kConferred;
    out.decision = award.decision_number;
    out.decided_on = award.decision_date;
    out.issuer = award.issuer;
    return out;
}

void add_records(const office::YearBook& book, base::Id<office::Person> person, law::Facts& facts) {
    for (const office::YearRecord& record : book.records) {
        if (record.person != person) continue;
        law::YearFacts& year = facts.year_facts(record.year);
        year.rating = rating_of(record.rating);
        year.rating_document = record.rating_document;
        year.set(law::YearAnswer::kMovements, answer_of(record.movements));
        year.set(law::YearAnswer::kDisciplined, answer_of(record.disciplined));
        year.set(law::YearAnswer::kUnderReview, answer_of(record.under_review));
    }
    for (const office::Initiative& initiative : book.initiatives) {
        if (initiative.person != person) continue;
        law::Initiative out;
        out.id = std::to_string(initiative.id.value);
        out.name = initiative.name;
        out.kind = initiative.kind == office::Initiative::Kind::kResearch
                       ? law::Initiative::Kind::kResearch
                       : law::Initiative::Kind::kInitiative;
        out.year = initiative.year;
        out.level = level_of(initiative.recognised);
        out.decision = initiative.decision_number;
        facts.initiatives.push_back(std::move(out));
    }
    for (const office::Award& award : book.awards) {
        if (award.person == person) facts.awards.push_back(award_of(award));
    }
    for (const office::Registration& registration : book.registrations) {
        if (registration.person == person) {
            facts.registrations.push_back({registration.title, registration.year});
        }
    }
}

}  // namespace

law::Facts facts_of(const office::YearBook& book, const office::Person& person) {
    law::Facts facts;
    facts.id = std::to_string(person.id.value);
    facts.name = person.full_name;
    facts.year = book.office.year;
    facts.joined_on = person.joined_on;
    add_records(book, person.id, facts);
    return facts;
}

law::Facts facts_of_office(const office::YearBook& book) {
    law::Facts facts;
    facts.name = book.office.name;
    facts.subject = law::Subject::kCollective;
    facts.year = book.office.year;
    add_records(book, {}, facts);
    for (const office::Person& person : book.people) {
        if (is_member_in(person, book.office.year)) facts.members.push_back(facts_of(book, person));
    }
    return facts;
}

base::Date judging_date(const office::YearBook& book, const base::Date& today) {
    const int year = book.office.year;
    return year == 0 || today.year == year ? today : base::Date{year, 12, 20};
}

base::Result<law::Verdict> verdict_of(const office::YearBook& book, const office::Person& person,
                                      std::string_view title, const base::Date& on) {
    return law::evaluate(law::builtin_packs(), facts_of(book, person), title, on);
}

VerdictMatrix verdict_matrix(const office::YearBook& book, const base::Date& on) {
    VerdictMatrix matrix;
    matrix.on = on;
    law::Facts year_only;
    year_only.year = book.office.year;
    const law::PackSet& packs = law::builtin_packs();
    if (const law::Pack* pack = law::criteria_pack(packs, year_only, on)) {
        matrix.law_vi = pack->name_vi;
        matrix.law_en = pack->name_en;
        matrix.locked = pack->locked;
    }
    for (const office::EmulationTitle& title : office::titles()) {
        if (!title.collective && !title.commendation) matrix.titles.emplace_back(title.code);
    }
    for (const office::Person& person : book.people) {
        if (!is_member_in(person, book.office.year)) continue;
        VerdictRow row;
        row.person = person.id;
        row.name = person.full_name;
        const law::Facts facts = facts_of(book, person);
        for (const std::string& title : matrix.titles) {
            VerdictCell cell;
            cell.title = title;
            cell.registered = is_registered(book, person.id, book.office.year, title);
            if (auto verdict = law::evaluate(packs, facts, title, on)) {
                cell.verdict = std::move(*verdict);
            }
            row.cells.push_back(std::move(cell));
        }
        matrix.rows.push_back(std::move(row));
    }
    return matrix;
}

}  // namespace thidua::app
