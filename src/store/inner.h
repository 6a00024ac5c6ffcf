#pragma once
// What a Store is inside; only for the files of this module and its tests.

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "store/page_vfs.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace thidua::store {

/// An act on the undo or redo stack.
struct Undoable {
    std::int64_t seq = 0;  ///< of the act in the journal
    std::string words;
};

struct Store::Inner {
    std::unique_ptr<PageFileName> image;  ///< the browser and memory; must outlive `db`
    Database db;
    std::string path;
    bool read_only = false;
    bool wal = false;  ///< switched back on closing, so that the file at rest is one file
    std::uint64_t revision = 1;
    std::vector<base::Error> warnings;
    std::string who;
    std::function<std::int64_t()> clock;
    std::mt19937_64 ids;

    // The journal's end, kept in step with the file.
    std::int64_t last_seq = 0;
    std::string last_hash;
    std::vector<Undoable> done;
    std::vector<Undoable> undone;
    std::string merge_key;           ///< of the last act; "" when nothing may be merged into it
    std::int64_t merge_until = 0;    ///< UTC milliseconds

    Inner();
    ~Inner();
    Inner(const Inner&) = delete;
    Inner& operator=(const Inner&) = delete;
};

/// Opens through the VFS called `vfs` (nullptr: SQLite's own); Store::open with a way in for fault injection.
base::Result<Store> open_file(const std::string& path, Access access, const char* vfs);

/// The plain questions before SQLite is asked: is it there, a file, readable, not empty, of SQLite's kind.
base::Status can_be_opened(const std::string& path);

/// Writes a whole file beside `path`, syncs it, lets `verify` look at it, then puts it in place. Desktop only.
base::Status write_file(const std::string& path, std::string_view bytes, bool overwrite,
                        const std::function<base::Status(const std::string& written)>& verify);

}  // namespace thidua::store
