#pragma once
// What every command does alike: check, give an id, write, name the act.

#include <utility>

#include "office/check.h"
#include "store/commands.h"
#include "store/journal.h"
#include "store/records.h"

namespace thidua::store {

/// A new id below 2^53 that no row of `table` has.
base::Result<std::int64_t> new_id(Store::Inner& inner, std::string_view table);

/// At most about 60 letters of one line, for the journal's words.
std::string shortened(std::string_view text);

/// "Thêm người: Nguyễn Văn An"
std::string act_words(std::string_view act, std::string_view subject);

/// "plan.38.subject" when exactly that field differs, else "": typing in one field merges, other edits do not.
template <class Record>
std::string merge_key(const Record& before, const Record& after) {
    std::string changed;
    int count = 0;
    std::vector<std::string> texts;
    office::for_each_field(before, [&](std::string_view, const auto& member) {
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, std::string>) texts.push_back(member);
    });
    std::size_t text = 0;
    office::for_each_field(after, [&](std::string_view name, const auto& member) {
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, std::string>) {
            if (texts[text++] == member) return;
            changed = name;
            ++count;
        }
    });
    if (count != 1) return {};
    // Nothing but that text may differ: put it back and compare.
    Record same = after;
    text = 0;
    office::for_each_field(same, [&](std::string_view, auto& member) {
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, std::string>) member = texts[text++];
    });
    if (!(same == before)) return {};
    return std::string(office::kRecordName<Record>) + "." + changed;
}

/// Adds one record under a new id.
template <class Record>
base::Result<base::Id<Record>> add_record(Store& store, std::string_view code, std::string words, Record record) {
    Store::Inner& inner = store.inner();
    const auto id = new_id(inner, office::kRecordName<Record>);
    if (!id) return tl::unexpected(id.error());
    record.id.value = *id;
    if (auto good = office::check(record); !good) return tl::unexpected(good.error());
    auto good = perform(inner, {code, std::move(words), {}}, [&] { return insert_record(inner.db.get(), record); });
    if (!good) return tl::unexpected(good.error());
    return record.id;
}

/// Replaces the record that has this id.
template <class Record>
base::Status edit_record(Store& store, std::string_view code, std::string words, const Record& record) {
    Store::Inner& inner = store.inner();
    if (auto good = office::check(record); !good) return good;
    const auto before = find_record(inner.db.get(), record.id);
    if (!before) return tl::unexpected(before.error());
    std::string key = merge_key(*before, record);
    if (!key.empty()) key += "." + std::to_string(record.id.value);
    return perform(inner, {code, std::move(words), std::move(key)},
                   [&] { return update_record(inner.db.get(), record); });
}

/// Removes one record; `name` gives the words from what is removed.
template <class Record, class Name>
base::Status remove_record(Store& store, std::string_view code, std::string_view words, base::Id<Record> id,
                           Name&& name, const std::function<base::Status(sqlite3*)>& and_its_own = nullptr) {
    Store::Inner& inner = store.inner();
    sqlite3* const db = inner.db.get();
    const auto before = find_record(db, id);
    if (!before) return tl::unexpected(before.error());
    return perform(inner, {code, act_words(words, name(*before)), {}}, [&]() -> base::Status {
        if (and_its_own) {
            if (auto good = and_its_own(db); !good) return good;
        }
        return remove_rows(db, std::string(office::kRecordName<Record>), "id = ?", id.value);
    });
}

/// Fails with kNotFound unless a row of that id exists.
template <class Record>
base::Status must_exist(Store& store, base::Id<Record> id) {
    const auto found = find_record(store.inner().db.get(), id);
    if (!found) return tl::unexpected(found.error());
    return {};
}

/// For the journal's words: "tập thể" for the office itself; "" when there is no such person.
std::string person_name(Store& store, base::Id<office::Person> id);
/// "Lao động tiên tiến"; the code itself when it is none.
std::string title_name(const std::string& code);
/// The office itself (no person) is fine.
base::Status person_must_exist(Store& store, base::Id<office::Person> person);

}  // namespace thidua::store
