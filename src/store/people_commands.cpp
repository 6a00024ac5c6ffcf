// Acts on the office, its people and what each year says of them.

#include "store/acts.h"

namespace thidua::store {
namespace {

using base::Id;
using base::Result;
using base::Status;
using office::Award;
using office::Initiative;
using office::Person;
using office::Registration;
using office::YearRecord;

std::string name_of(Store& store, const Award& award) {
    return title_name(award.title) + ", " + person_name(store, award.person);
}

/// Gives lasting ids and checks; nothing is written yet.
Status prepare(Store::Inner& inner, ListedPerson& row) {
    const auto id = new_id(inner, "person");
    if (!id) return tl::unexpected(id.error());
    row.person.id.value = *id;
    if (auto good = office::check(row.person); !good) return good;
    for (std::size_t at = 0; at < row.records.size(); ++at) {
        YearRecord& record = row.records[at];
        const auto record_id = new_id(inner, "year_record");
        if (!record_id) return tl::unexpected(record_id.error());
        record.id.value = *record_id;
        record.person = row.person.id;
        if (auto good = office::check(record); !good) return good;
        for (std::size_t before = 0; before < at; ++before) {
            if (row.records[before].year != record.year) continue;
            const std::string year = std::to_string(record.year);
            return base::fail(base::ErrorKind::kBadInput, "Năm " + year + " được xếp loại hai lần: hãy bỏ một.",
                              "The year " + year + " is rated twice: leave one out.", "year_record.year");
        }
    }
    return {};
}

}  // namespace

// --- the office --------------------------------------------------------------------------------------------

Status set_office(Store& store, const office::Office& office) {
    if (auto good = office::check(office); !good) return good;
    const auto before = read_office(store.inner().db.get());
    if (!before) return tl::unexpected(before.error());
    sqlite3* const db = store.inner().db.get();
    return perform(
        store.inner(), {"office.set", act_words("Sửa thông tin cơ quan", office.name), merge_key(*before, office)},
        [&] {
            Statement statement(
                db,
                "UPDATE office SET name = ?, superior = ?, place = ?, symbol = ?, head_title = ?, head_name = ?, "
                "year = ? WHERE id = 1");
            office::for_each_field(
                office, [&](std::string_view name, const auto& member) { bind_member(statement, name, member); });
            return statement.run();
        });
}

// --- people ------------------------------------------------------------------------------------------------

Result<Id<Person>> add_person(Store& store, const Person& person) {
    return add_record(store, "person.add", act_words("Thêm người", person.full_name), person);
}

Result<std::vector<Id<Person>>> add_people(Store& store, const std::vector<Person>& given) {
    std::vector<ListedPerson> people;
    for (const Person& person : given) people.push_back({person, {}});
    return add_listed_people(store, people);
}

Result<std::vector<Id<Person>>> add_listed_people(Store& store, const std::vector<ListedPerson>& given) {
    Store::Inner& inner = store.inner();
    std::vector<ListedPerson> people = given;
    std::vector<Id<Person>> ids;
    for (std::size_t at = 0; at < people.size(); ++at) {
        const auto good = prepare(inner, people[at]);
        if (good) {
            ids.push_back(people[at].person.id);
            continue;
        }
        base::Error error = good.error();
        const std::string row = std::to_string(at + 1);
        error.vi = "Dòng " + row + ": " + error.vi;
        error.en = "Row " + row + ": " + error.en;
        return tl::unexpected(std::move(error));
    }
    const std::string words = people.size() == 1 ? act_words("Thêm người", people.front().person.full_name)
                                                 : "Thêm danh sách " + std::to_string(people.size()) + " người";
    auto good = perform(inner, {"people.add", words, {}}, [&]() -> Status {
        Inserter<Person> persons(inner.db.get());
        Inserter<YearRecord> years(inner.db.get());
        for (const ListedPerson& row : people) {
            if (auto added = persons.add(row.person); !added) return added;
            for (const YearRecord& record : row.records) {
                if (auto added = years.add(record); !added) return added;
            }
        }
        return {};
    });
    if (!good) return tl::unexpected(good.error());
    return ids;
}

Status edit_person(Store& store, const Person& person) {
    return edit_record(store, "person.edit", act_words("Sửa thông tin", person.full_name), person);
}

Status remove_person(Store& store, Id<Person> person) {
    return remove_record(
        store, "person.remove", "Xóa người", person, [](const Person& p) { return p.full_name; },
        [&](sqlite3* db) {
            // A document that was edited stays: it was issued.
            Status good = update_rows(db, "issued_document", "person = NULL", "person = ?", person.value);
            if (good)
                good = remove_rows(db, "initiative_use", "initiative IN (SELECT id FROM initiative WHERE person = ?)",
                                   person.value);
            if (good)
                good = remove_rows(db, "award_basis", "award IN (SELECT id FROM award WHERE person = ?)", person.value);
            for (const char* table : {"year_record", "registration", "initiative", "award", "law_answer", "decision"}) {
                if (good) good = remove_rows(db, table, "person = ?", person.value);
            }
            return good;
        });
}

// --- a year ------------------------------------------------------------------------------------------------

Result<Id<YearRecord>> set_year_record(Store& store, const YearRecord& given) {
    if (auto good = office::check(given); !good) return tl::unexpected(good.error());
    if (auto good = must_exist(store, given.person); !good) return tl::unexpected(good.error());
    const auto found = select_records<YearRecord>(store.inner().db.get(), "WHERE person = ? AND year = ?",
                                                  {given.person.value, given.year});
    if (!found) return tl::unexpected(found.error());
    const std::string words =
        act_words("Ghi kết quả năm " + std::to_string(given.year), person_name(store, given.person));
    if (found->empty()) return add_record(store, "year.set", words, given);
    YearRecord record = given;
    record.id = found->front().id;
    if (auto good = edit_record(store, "year.set", words, record); !good) return tl::unexpected(good.error());
    return record.id;
}

Status set_registration(Store& store, Id<Person> person, int year, const std::string& title, bool on,
                        std::optional<base::Date> registered_on) {
    Registration registration;
    registration.person = person;
    registration.year = year;
    registration.title = title;
    registration.registered_on = registered_on;
    if (auto good = office::check(registration); !good) return good;
    if (auto good = person_must_exist(store, person); !good) return good;

    auto found = select_records<Registration>(store.inner().db.get(), "WHERE coalesce(person, 0) = ? AND year = ?",
                                              {person.value, year});
    if (!found) return tl::unexpected(found.error());
    std::erase_if(*found, [&](const Registration& r) { return r.title != title; });
    const std::string subject = title_name(title) + ", " + person_name(store, person);
    if (!on) {
        if (found->empty()) return {};
        return remove_record(store, "registration.remove", "Bỏ đăng ký", found->front().id,
                             [&](const Registration&) { return subject; });
    }
    if (!found->empty()) {
        if (!registered_on) return {};
        registration.id = found->front().id;
        return edit_record(store, "registration.add", act_words("Đăng ký", subject), registration);
    }
    const auto added = add_record(store, "registration.add", act_words("Đăng ký", subject), registration);
    if (!added) return tl::unexpected(added.error());
    return {};
}

// --- initiatives -------------------------------------------------------------------------------------------

Result<Id<Initiative>> add_initiative(Store& store, const Initiative& initiative) {
    if (auto good = office::check(initiative); !good) return tl::unexpected(good.error());
    if (auto good = must_exist(store, initiative.person); !good) return tl::unexpected(good.error());
    return add_record(store, "initiative.add", act_words("Thêm sáng kiến", initiative.name), initiative);
}
Status edit_initiative(Store& store, const Initiative& initiative) {
    if (auto good = office::check(initiative); !good) return good;
    if (auto good = must_exist(store, initiative.person); !good) return good;
    return edit_record(store, "initiative.edit", act_words("Sửa sáng kiến", initiative.name), initiative);
}
Status remove_initiative(Store& store, Id<Initiative> initiative) {
    return remove_record(
        store, "initiative.remove", "Xóa sáng kiến", initiative, [](const Initiative& i) { return i.name; },
        [&](sqlite3* db) { return remove_rows(db, "initiative_use", "initiative = ?", initiative.value); });
}

// --- awards ------------------------------------------------------------------------------------------------

Result<Id<Award>> add_award(Store& store, const Award& award) {
    if (auto good = person_must_exist(store, award.person); !good) return tl::unexpected(good.error());
    return add_record(store, "award.add", act_words("Thêm khen thưởng", name_of(store, award)), award);
}
Status edit_award(Store& store, const Award& award) {
    if (auto good = person_must_exist(store, award.person); !good) return good;
    return edit_record(store, "award.edit", act_words("Sửa khen thưởng", name_of(store, award)), award);
}
Status remove_award(Store& store, Id<Award> award) {
    return remove_record(
        store, "award.remove", "Xóa khen thưởng", award, [&](const Award& a) { return name_of(store, a); },
        [&](sqlite3* db) { return remove_rows(db, "award_basis", "award = ?", award.value); });
}

}  // namespace thidua::store
