#include "memory_disk.h"

#include <algorithm>
#include <cstring>

namespace thidua::store {
namespace {

struct Handle {
    sqlite3_file base;
    std::string* name;
};

MemoryDisk& disk() { return *MemoryDisk::current(); }
MemoryDisk::File& file_of(sqlite3_file* file) { return disk().files[*reinterpret_cast<Handle*>(file)->name]; }

int close_file(sqlite3_file* file) {
    delete reinterpret_cast<Handle*>(file)->name;
    return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* out, int count, sqlite3_int64 at) {
    const std::string& now = file_of(file).now;
    const auto begin = static_cast<std::size_t>(at);
    const auto wanted = static_cast<std::size_t>(count);
    const std::size_t there = begin < now.size() ? std::min(wanted, now.size() - begin) : 0;
    if (there > 0) std::memcpy(out, now.data() + begin, there);
    std::memset(static_cast<char*>(out) + there, 0, wanted - there);
    return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    if (const int rc = disk().step()) return rc;
    MemoryDisk::File& target = file_of(file);
    const auto* const data = static_cast<const char*>(bytes);
    const auto end = static_cast<std::size_t>(at) + static_cast<std::size_t>(count);
    for (auto from = static_cast<std::size_t>(at); from < end;) {
        const std::size_t to = std::min(end, (from / MemoryDisk::kSector + 1) * MemoryDisk::kSector);
        target.since.push_back({from, std::string(data + (from - static_cast<std::size_t>(at)), to - from), false});
        target.apply(target.now, target.since.back());
        from = to;
    }
    return SQLITE_OK;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (const int rc = disk().step()) return rc;
    MemoryDisk::File& target = file_of(file);
    target.since.push_back({static_cast<std::size_t>(size), {}, true});
    target.apply(target.now, target.since.back());
    return SQLITE_OK;
}

int sync_file(sqlite3_file* file, int) {
    if (const int rc = disk().step()) return rc == SQLITE_IOERR_WRITE ? SQLITE_IOERR_FSYNC : rc;
    MemoryDisk::File& target = file_of(file);
    target.synced = target.now;
    target.since.clear();
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(file_of(file).now.size());
    return SQLITE_OK;
}

int lock_file(sqlite3_file*, int) { return SQLITE_OK; }
int check_lock(sqlite3_file*, int* locked) {
    *locked = 0;
    return SQLITE_OK;
}
int control_file(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return static_cast<int>(MemoryDisk::kSector); }
int characteristics(sqlite3_file*) { return 0; }  // promises nothing

const sqlite3_io_methods kMethods = {
    1,         close_file, read_file,  write_file,   truncate_file, sync_file, file_size,
    lock_file, lock_file,  check_lock, control_file, sector_size,   characteristics,
    nullptr,   nullptr,    nullptr,    nullptr,      nullptr,       nullptr,
};

int open_file(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
    file->pMethods = nullptr;
    if (!name) return SQLITE_CANTOPEN;
    if ((flags & SQLITE_OPEN_CREATE) == 0 && disk().files.count(name) == 0) return SQLITE_CANTOPEN;
    reinterpret_cast<Handle*>(file)->name = new std::string(name);
    disk().files[name];
    file->pMethods = &kMethods;
    if (out_flags) *out_flags = flags;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char* name, int) {
    if (const int rc = disk().step()) return rc == SQLITE_IOERR_WRITE ? SQLITE_IOERR_DELETE : rc;
    return disk().files.erase(name) != 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int access_file(sqlite3_vfs*, const char* name, int, int* result) {
    // As SQLite's own: a file of no bytes does not exist to those who ask for it.
    const auto found = disk().files.find(name);
    *result = found != disk().files.end() && !found->second.now.empty();
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int count, char* out) {
    sqlite3_vfs* const host = sqlite3_vfs_find("unix");
    return host->xRandomness(host, count, out);
}
int wait_some(sqlite3_vfs*, int) { return 0; }
int current_time(sqlite3_vfs*, double* out) {
    *out = 2460000.5;
    return SQLITE_OK;
}
int last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

void MemoryDisk::install() {
    static sqlite3_vfs vfs = {1,           static_cast<int>(sizeof(Handle)), 512,         nullptr,   kVfsName,   nullptr, open_file, delete_file,
                              access_file, full_path,                        nullptr,     nullptr,   nullptr,    nullptr, randomness, wait_some,
                              current_time, last_error,                      nullptr,     nullptr,   nullptr,    nullptr};
    sqlite3_vfs_register(&vfs, 0);
}

}  // namespace thidua::store
