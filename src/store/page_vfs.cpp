#include "store/page_vfs.h"

#include <sqlite3.h>

#include <cstring>
#include <map>

#include "store/page_image.h"

namespace thidua::store {
namespace {

std::map<std::string, std::shared_ptr<PageImage>, std::less<>>& images() {
    static std::map<std::string, std::shared_ptr<PageImage>, std::less<>> all;
    return all;
}

struct PageFile {
    sqlite3_file base;  // first: SQLite sees this as an sqlite3_file
    PageImage* image;
};

PageImage& image_of(sqlite3_file* file) { return *reinterpret_cast<PageFile*>(file)->image; }

int close_file(sqlite3_file*) { return SQLITE_OK; }

int read_file(sqlite3_file* file, void* out, int count, sqlite3_int64 at) {
    const PageImage& image = image_of(file);
    image.read(static_cast<std::uint64_t>(at), static_cast<std::uint8_t*>(out), static_cast<std::size_t>(count));
    const bool whole = static_cast<std::uint64_t>(at) + static_cast<std::uint64_t>(count) <= image.size();
    return whole ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;  // the rest is zeros, as SQLite asks for
}

int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    const bool good = image_of(file).write(static_cast<std::uint64_t>(at), static_cast<const std::uint8_t*>(bytes),
                                           static_cast<std::size_t>(count));
    return good ? SQLITE_OK : SQLITE_IOERR_NOMEM;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    image_of(file).truncate(static_cast<std::uint64_t>(size));
    return SQLITE_OK;
}

int sync_file(sqlite3_file*, int) { return SQLITE_OK; }

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(image_of(file).size());
    return SQLITE_OK;
}

int lock_file(sqlite3_file*, int) { return SQLITE_OK; }

int check_lock(sqlite3_file*, int* locked) {
    *locked = 0;
    return SQLITE_OK;
}

int control_file(sqlite3_file* file, int what, void*) {
    if (what != SQLITE_FCNTL_COMMIT_PHASETWO) return SQLITE_NOTFOUND;
    image_of(file).commit();  // all pages of the transaction are written now, and none of the next
    return SQLITE_OK;
}

int sector_size(sqlite3_file*) { return static_cast<int>(kBlockSize); }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

const sqlite3_io_methods kMethods = {
    1,         close_file, read_file,  write_file,   truncate_file, sync_file, file_size,
    lock_file, lock_file,  check_lock, control_file, sector_size,   characteristics,
    nullptr,   nullptr,    nullptr,    nullptr,      nullptr,       nullptr,
};

int open_file(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
    file->pMethods = nullptr;
    if (!name || (flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;
    const auto found = images().find(std::string_view(name));
    if (found == images().end()) return SQLITE_CANTOPEN;
    reinterpret_cast<PageFile*>(file)->image = found->second.get();
    file->pMethods = &kMethods;
    if (out_flags) *out_flags = flags;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char*, int) { return SQLITE_OK; }

int access_file(sqlite3_vfs*, const char* name, int, int* result) {
    *result = images().count(std::string_view(name)) != 0;
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    const std::size_t count = std::strlen(name) + 1;
    if (count > static_cast<std::size_t>(size)) return SQLITE_CANTOPEN;
    std::memcpy(out, name, count);
    return SQLITE_OK;
}

// Randomness and the clock are those of the VFS that SQLite comes with.
sqlite3_vfs* host() { return sqlite3_vfs_find(nullptr); }
int randomness(sqlite3_vfs*, int count, char* out) { return host()->xRandomness(host(), count, out); }
int wait_some(sqlite3_vfs*, int microseconds) { return host()->xSleep(host(), microseconds); }
int current_time(sqlite3_vfs*, double* out) { return host()->xCurrentTime(host(), out); }
int last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

const char* page_vfs_name() {
    static sqlite3_vfs vfs = {
        1,       static_cast<int>(sizeof(PageFile)),
        512,     nullptr,
        "thidua-pages", nullptr,
        open_file,      delete_file,
        access_file,    full_path,
        nullptr,        nullptr,
        nullptr,        nullptr,
        randomness,     wait_some,
        current_time,   last_error,
        nullptr,        nullptr,
        nullptr,        nullptr,
    };
    static const bool registered = sqlite3_initialize() == SQLITE_OK && sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    return registered ? vfs.zName : nullptr;
}

PageFileName::PageFileName(std::shared_ptr<PageImage> image) {
    static std::uint64_t count = 0;
    name_ = "image-" + std::to_string(++count);
    images().emplace(name_, std::move(image));
}

PageFileName::~PageFileName() { images().erase(name_); }

}  // namespace thidua::store
