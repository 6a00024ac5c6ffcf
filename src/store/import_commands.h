#pragma once
// What came in as a table, in one act: all of it or nothing, undone as one.

#include <string>
#include <vector>

#include "store/store.h"

namespace thidua::store {

/// Records of several kinds. A positive id: that record is replaced; 0: it is new. People that are new get ids below 0
/// here, by which the other lists refer to them (no person: the office itself, for awards); new plans likewise.
struct ImportBatch {
    std::vector<office::Person> people;
    std::vector<office::YearRecord> records;
    std::vector<office::Award> awards;
    std::vector<office::Initiative> initiatives;
    std::vector<office::Plan> plans;
    std::vector<office::Task> tasks;

    bool empty() const {
        return people.empty() && records.empty() && awards.empty() && initiatives.empty() && plans.empty() &&
               tasks.empty();
    }
};

/// `words` stand in the journal: "Nhập bảng khen thuong.xlsx: 12 dòng". An error names no row: check them before.
base::Status import_batch(Store& store, const std::string& words, ImportBatch batch);

}  // namespace thidua::store
