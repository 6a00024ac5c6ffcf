#pragma once
// The VFS through which SQLite works on a PageImage. It knows only databases that were named here, one
// connection each; no journal file, no shared memory: the connection must use journal_mode = MEMORY
// and temp_store = MEMORY, which store.cpp sets.

#include <memory>
#include <string>

namespace thidua::store {

class PageImage;

/// The VFS's name, registered at the first call.
const char* page_vfs_name();

/// Gives `image` a file name for as long as this lives.
class PageFileName {
public:
    explicit PageFileName(std::shared_ptr<PageImage> image);
    ~PageFileName();
    PageFileName(const PageFileName&) = delete;
    PageFileName& operator=(const PageFileName&) = delete;
    const std::string& name() const { return name_; }

private:
    std::string name_;
};

}  // namespace thidua::store
