#pragma once
// The journal: the one way by which the recorded tables change.

#include <functional>

#include "store/inner.h"

namespace thidua::store {

struct Act {
    std::string_view code;   ///< "person.add"
    std::string words;       ///< "Thêm người: Nguyễn Văn An"
    std::string merge_key;   ///< acts with the same key, close in time, become one entry; "" never
};

/// Runs `change` in one transaction and writes the entry. When `change` fails, or changes nothing, the file
/// stays as it was and there is no entry.
base::Status perform(Store::Inner& inner, const Act& act, const std::function<base::Status()>& change);
/// The same for the file's first entry, inside the caller's transaction.
base::Status perform_first(Store::Inner& inner, const std::function<base::Status()>& change);

base::Status undo_last(Store::Inner& inner);
base::Status redo_last(Store::Inner& inner);

/// Reads the whole journal: the undo and redo stacks, the end of the chain, and a warning when it is broken.
base::Status load_journal(Store::Inner& inner);
base::Result<std::vector<JournalEntry>> read_journal(const Store::Inner& inner, int limit);

}  // namespace thidua::store
