#include "store/import_commands.h"

#include <map>

#include "store/acts.h"

namespace thidua::store {
namespace {

using base::Status;

/// New records under new ids, known ones replaced.
template <class Record>
class Writer {
public:
    explicit Writer(Store::Inner& inner) : inner_(inner), rows_(inner.db.get()) {}

    Status put(Record& record) {
        const bool known = record.id.value > 0;
        if (!known) {
            const auto id = new_id(inner_, office::kRecordName<Record>);
            if (!id) return tl::unexpected(id.error());
            record.id.value = *id;
        }
        if (auto good = office::check(record); !good) return good;
        return known ? update_record(inner_.db.get(), record) : rows_.add(record);
    }

private:
    Store::Inner& inner_;
    Inserter<Record> rows_;
};

}  // namespace

Status import_batch(Store& store, const std::string& words, ImportBatch batch) {
    Store::Inner& inner = store.inner();
    return perform(inner, {"table.import", shortened(words), {}}, [&]() -> Status {
        std::map<std::int64_t, std::int64_t> made;  // ids below 0 to lasting ones
        const auto put_all = [&]<class Record>(std::vector<Record>& records, auto follow) -> Status {
            Writer<Record> rows(inner);
            for (Record& record : records) {
                follow(record);
                const std::int64_t given = record.id.value;
                if (auto good = rows.put(record); !good) return good;
                if (given < 0) made[given] = record.id.value;
            }
            return {};
        };
        const auto lasting = [&](auto& id) {
            if (id.value < 0) id.value = made[id.value];
        };
        const auto of_person = [&](auto& record) { lasting(record.person); };
        Status good = put_all(batch.people, [](office::Person&) {});
        if (good) good = put_all(batch.records, of_person);
        if (good) good = put_all(batch.awards, of_person);
        if (good) good = put_all(batch.initiatives, of_person);
        if (good) good = put_all(batch.plans, [](office::Plan&) {});
        if (good) good = put_all(batch.tasks, [&](office::Task& task) { lasting(task.plan); });
        return good;
    });
}

}  // namespace thidua::store
