#include "store/import_commands.h"

#include <map>

#include "store/acts.h"

namespace thidua::store {
namespace {

using base::Status;

/// New records under new ids, known ones replaced.
template <class Record>
Status put(Store::Inner& inner, Record record) {
    if (record.id.value > 0) {
        if (auto good = office::check(record); !good) return good;
        return update_record(inner.db.get(), record);
    }
    const auto id = new_id(inner, office::kRecordName<Record>);
    if (!id) return tl::unexpected(id.error());
    record.id.value = *id;
    if (auto good = office::check(record); !good) return good;
    return insert_record(inner.db.get(), record);
}

}  // namespace

Status import_batch(Store& store, const std::string& words, ImportBatch batch) {
    Store::Inner& inner = store.inner();
    return perform(inner, {"table.import", shortened(words), {}}, [&]() -> Status {
        std::map<std::int64_t, base::Id<office::Person>> made;
        for (office::Person& person : batch.people) {
            if (person.id.value < 0) {
                const auto id = new_id(inner, "person");
                if (!id) return tl::unexpected(id.error());
                made[person.id.value] = {*id};
                person.id.value = *id;
                if (auto good = office::check(person); !good) return good;
                if (auto good = insert_record(inner.db.get(), person); !good) return good;
            } else if (auto good = put(inner, person); !good) {
                return good;
            }
        }
        const auto put_all = [&](auto& records) -> Status {
            for (auto& record : records) {
                if (record.person.value < 0) record.person = made[record.person.value];
                if (auto good = put(inner, record); !good) return good;
            }
            return {};
        };
        if (auto good = put_all(batch.records); !good) return good;
        if (auto good = put_all(batch.awards); !good) return good;
        return put_all(batch.initiatives);
    });
}

}  // namespace thidua::store
