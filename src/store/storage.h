#pragma once
// Files kept by the browser (IndexedDB), for platform/web.cpp and the app. Every answer comes later, through
// a callback, on the same thread. Only the web build has these functions; the state is also what the screen
// shows beside a desktop file, which is always kSaved.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace thidua::store {

class PageImage;

enum class StorageState {
    kSaved,   ///< "Đã lưu": all commits are in the browser's storage
    kSaving,  ///< "Đang lưu…": a transaction is on its way
    kFailed,  ///< "Không lưu được": see StorageStatus::error; nothing is lost while the page stays open
};

struct StorageStatus {
    StorageState state = StorageState::kSaved;
    base::Error error;                 ///< only when kFailed: quota, private mode, closed by the browser …
    std::uint64_t saved_commit = 0;    ///< the newest commit that is kept
    std::uint64_t newest_commit = 0;   ///< the newest commit there is

    bool operator==(const StorageStatus&) const = default;
};

/// A file that the browser keeps.
struct StoredFile {
    std::string name;
    std::uint64_t bytes = 0;
    std::uint64_t commit = 0;
    std::int64_t changed_at = 0;  ///< UTC milliseconds since 1970
};

/// An open file. Give `image` to Store::open_pages, or to Store::create_pages when it is empty. Destroying
/// this gives the lock back; destroy the Store first.
class WebFile {
public:
    virtual ~WebFile() = default;
    virtual const std::string& name() const = 0;
    virtual std::shared_ptr<PageImage> image() = 0;
    /// Another tab has it: open it with Access::kReadOnly, nothing will be written.
    virtual bool read_only() const = 0;
    virtual StorageStatus status() const = 0;
    /// Called at each change of status().
    virtual void on_status(std::function<void(const StorageStatus&)> changed) = 0;
    /// Sends again what could not be saved (a button beside "Không lưu được").
    virtual void retry() = 0;
};

#ifdef __EMSCRIPTEN__
/// Loads the file into memory (an empty image when there is none of that name) and takes its Web Lock.
/// `progress` is 0..1. Also asks for navigator.storage.persist(), once a page.
void web_storage_open(const std::string& name, std::function<void(float)> progress,
                      std::function<void(base::Result<std::unique_ptr<WebFile>>)> done);
/// Newest change first.
void web_storage_list(std::function<void(base::Result<std::vector<StoredFile>>)> done);
/// kConflict when the file is open, here or in another tab.
void web_storage_remove(const std::string& name, std::function<void(base::Status)> done);
void web_storage_rename(const std::string& from, const std::string& to, std::function<void(base::Status)> done);
#endif

}  // namespace thidua::store
