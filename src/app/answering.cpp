#include "app/answering.h"

#include <cstdint>

#include "app/home_view.h"
#include "law/fact_catalogue.h"
#include "office/codes.h"

namespace thidua::app {
namespace {

using Form = Ask::Form;

Form form_of(std::string_view fact) {
    if (fact == "initiative" || fact == "award") return Form::kListed;
    if (fact == "members") return Form::kMembers;
    if (fact == "rating_document") return Form::kDocument;
    const law::FactEntry* entry = law::find_fact(fact);
    if (entry == nullptr) return Form::kElsewhere;
    switch (entry->key) {
        case law::FactKey::kRating: return Form::kRating;
        case law::FactKey::kWork: return Form::kWork;
        case law::FactKey::kDisciplined:
        case law::FactKey::kDisciplineNow:
        case law::FactKey::kDisciplineWarning: return Form::kDiscipline;
        case law::FactKey::kMonthsWorked: return Form::kJoined;
        case law::FactKey::kTransferred:
        case law::FactKey::kRegistered: return Form::kElsewhere;
        default: return Form::kYesNo;
    }
}

std::string key_of(Form form, std::string_view fact) {
    switch (form) {
        case Form::kListed: return fact == "award" ? "awards_listed" : "initiatives_listed";
        case Form::kDiscipline: return "disciplined";
        case Form::kJoined: return "joined_on";
        case Form::kMembers: return std::string(kMembersListedKey);
        default: return std::string(fact);
    }
}

std::int64_t id_of(std::string_view text) {
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || value > (std::int64_t{1} << 49)) return 0;
        value = value * 10 + (c - '0');
    }
    return value;
}

template <class Id>
base::Status without_value(const base::Result<Id>& result) {
    if (!result) return tl::unexpected<base::Error>(result.error());
    return {};
}

}  // namespace

office::YearRecord record_of(const office::YearBook& book, base::Id<office::Person> person, int year) {
    const office::YearRecord* stored = find_record(book, person, year);
    if (stored != nullptr) return *stored;
    office::YearRecord record;
    record.person = person;
    record.year = year;
    return record;
}

bool set_field(office::YearRecord& record, std::string_view key, const std::string& value) {
    if (key == "rating") {
        record.rating = office::from_code<office::Rating>(value).value_or(office::Rating::kUnknown);
        return true;
    }
    if (key == "rating_document") {
        record.rating_document = value;
        return true;
    }
    office::Answer* field = key == "movements"      ? &record.movements
                            : key == "disciplined"  ? &record.disciplined
                            : key == "under_review" ? &record.under_review
                                                    : nullptr;
    if (field == nullptr) return false;
    *field = value == "yes" ? office::Answer::kYes : value == "no" ? office::Answer::kNo : office::Answer::kUnknown;
    return true;
}

Ask ask_of(const law::MissingFact& missing, base::Id<office::Person> subject) {
    Ask ask;
    ask.form = form_of(missing.fact);
    ask.person = missing.subject.empty() ? subject : base::Id<office::Person>{id_of(missing.subject)};
    ask.year = missing.year;
    ask.key = key_of(ask.form, missing.fact);
    return ask;
}

base::Status store_answer(store::Store& store, const office::YearBook& book, const Ask& ask, const std::string& value,
                          base::Date today) {
    if (ask.person.value != 0) {
        if (ask.key == "joined_on") {
            const office::Person* person = find_person(book, ask.person);
            if (person == nullptr) return {};
            office::Person changed = *person;
            changed.joined_on.reset();
            if (const auto date = base::parse_iso(value)) changed.joined_on = *date;
            return store::edit_person(store, changed);
        }
        office::YearRecord record = record_of(book, ask.person, ask.year);
        if (set_field(record, ask.key, value)) return without_value(store::set_year_record(store, record));
    }
    office::LawAnswer answer;
    answer.person = ask.person;
    const bool lasting = ask.key == "history_from" || ask.key == "work" || ask.key == "transferred_from";
    answer.year = lasting ? 0 : ask.year;
    answer.key = ask.key;
    answer.value = value;
    answer.answered_on = today;
    if (ask.key == "rating_document") {
        // The office's rating and its document are one answer.
        answer.key = "rating";
        answer.value = kept_answer(book, ask.person, ask.year, "rating");
        answer.document = value;
    }
    return without_value(store::set_law_answer(store, answer));
}

base::Status store_answer_for_all(store::Store& store, const std::vector<base::Id<office::Person>>& people, int year,
                                  const std::vector<std::string>& keys, const std::string& value, base::Date today) {
    std::vector<office::LawAnswer> answers;
    answers.reserve(people.size() * keys.size());
    for (const base::Id<office::Person> person : people) {
        for (const std::string& key : keys) {
            office::LawAnswer& answer = answers.emplace_back();
            answer.person = person;
            answer.year = year;
            answer.key = key;
            answer.value = value;
            answer.answered_on = today;
        }
    }
    return store::set_law_answers(store, answers);
}

base::Status store_judgement(store::Store& store, base::Id<office::Person> subject, const law::HumanQuestion& question,
                             bool yes, base::Date today) {
    office::LawAnswer answer;
    answer.person = subject;
    answer.year = question.year;
    answer.key = question.key;
    answer.value = yes ? "yes" : "no";
    answer.answered_on = today;
    return without_value(store::set_law_answer(store, answer));
}

std::string_view kept_answer(const office::YearBook& book, base::Id<office::Person> person, int year,
                             std::string_view key) {
    for (const office::LawAnswer& answer : book.answers) {
        if (answer.person == person && answer.year == year && answer.key == key) return answer.value;
    }
    return {};
}

}  // namespace thidua::app
