// The desktop's library: ordinary files in a folder of the user's.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "app/library.h"

namespace thidua::app {
namespace {

namespace fs = std::filesystem;

base::Error folder_error(const fs::path& folder, const std::error_code& code) {
    return {base::ErrorKind::kStorage,
            "Không dùng được thư mục " + folder.string() + ": " + code.message() +
                ". Hãy kiểm tra quyền ghi hoặc chọn thư mục khác.",
            "The folder " + folder.string() + " cannot be used: " + code.message() +
                ". Check its permissions or choose another.",
            folder.string()};
}

fs::path data_folder() {
    if (const char* xdg = std::getenv("XDG_DATA_HOME"); xdg != nullptr && *xdg != '\0') {
        return fs::path(xdg) / "thidua";
    }
    const char* home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : ".") / ".local" / "share" / "thidua";
}

OpenFile opened(store::Store store, std::string name) {
    OpenFile file;
    file.store = std::make_unique<store::Store>(std::move(store));
    file.name = std::move(name);
    return file;
}

/// A file that another program has open is opened for reading.
base::Result<store::Store> open_or_create(const std::string& path,
                                          const office::YearBook& first_content) {
    if (!fs::exists(path)) return store::Store::create(path, first_content);
    auto store = store::Store::open(path);
    if (store || store.error().kind != base::ErrorKind::kConflict) return store;
    return store::Store::open(path, store::Access::kReadOnly);
}

class FolderLibrary final : public Library {
public:
    explicit FolderLibrary(fs::path folder) : folder_(std::move(folder)) {}

    void open(const std::string& name, const office::YearBook& first_content,
              std::function<void(float)> progress, Opened done) override {
        if (auto ready = make_folder(); !ready) return done(tl::unexpected(ready.error()));
        auto store = open_or_create(path_of(name), first_content);
        progress(1);
        if (!store) return done(tl::unexpected(store.error()));
        done(opened(std::move(*store), name));
    }

    void take_over(const std::string& name, std::string bytes, Opened done) override {
        if (auto ready = make_folder(); !ready) return done(tl::unexpected(ready.error()));
        auto incoming = store::Store::open_bytes(bytes);  // all checks before anything is written
        if (!incoming) return done(tl::unexpected(incoming.error()));
        std::string free_name = name;
        for (int n = 2; fs::exists(path_of(free_name)); ++n) {
            free_name = name + "-" + std::to_string(n);
        }
        if (auto saved = incoming->save_copy_as(path_of(free_name), false); !saved) {
            return done(tl::unexpected(saved.error()));
        }
        auto store = store::Store::open(path_of(free_name));
        if (!store) return done(tl::unexpected(store.error()));
        done(opened(std::move(*store), free_name));
    }

    void list(std::function<void(base::Result<std::vector<store::StoredFile>>)> done) override {
        std::vector<store::StoredFile> files;
        std::error_code code;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder_, code)) {
            if (entry.path().extension() != ".thidua") continue;
            store::StoredFile file;
            file.name = entry.path().stem().string();
            std::error_code unreadable;
            file.bytes = entry.file_size(unreadable);
            files.push_back(std::move(file));
        }
        std::ranges::sort(files, {}, &store::StoredFile::name);
        done(std::move(files));
    }

private:
    std::string path_of(const std::string& name) const {
        return (folder_ / (name + ".thidua")).string();
    }

    base::Status make_folder() const {
        std::error_code code;
        fs::create_directories(folder_, code);
        if (code) return tl::unexpected(folder_error(folder_, code));
        return {};
    }

    fs::path folder_;
};

}  // namespace

std::unique_ptr<Library> machine_library(const std::string& folder) {
    return std::make_unique<FolderLibrary>(folder.empty() ? data_folder() : fs::path(folder));
}

}  // namespace thidua::app
