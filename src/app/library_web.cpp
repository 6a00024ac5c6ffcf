// The browser's library: files as pages in IndexedDB (store/storage.h).

#include <algorithm>
#include <utility>

#include "app/library.h"
#include "store/page_image.h"

namespace thidua::app {
namespace {

using store::Store;
using store::WebFile;

base::Result<OpenFile> finish(base::Result<Store> store, std::unique_ptr<WebFile> kept) {
    if (!store) return tl::unexpected<base::Error>(store.error());
    OpenFile file;
    file.name = kept->name();
    file.kept = std::move(kept);
    file.store = std::make_unique<Store>(std::move(*store));
    return file;
}

class BrowserLibrary final : public Library {
public:
    void open(const std::string& name, const office::YearBook& first_content,
              std::function<void(float)> progress, Opened done) override {
        store::web_storage_open(
            name, std::move(progress),
            [first_content, done](base::Result<std::unique_ptr<WebFile>> kept) {
                if (!kept) return done(tl::unexpected<base::Error>(kept.error()));
                const bool fresh = (*kept)->image()->size() == 0;
                const auto access =
                    (*kept)->read_only() ? store::Access::kReadOnly : store::Access::kReadWrite;
                auto store = fresh ? Store::create_pages((*kept)->image(), first_content)
                                   : Store::open_pages((*kept)->image(), access);
                done(finish(std::move(store), std::move(*kept)));
            });
    }

    void take_over(const std::string& name, std::string bytes, Opened done) override {
        auto incoming = Store::open_bytes(bytes);  // all checks before anything is written
        if (!incoming) return done(tl::unexpected<base::Error>(incoming.error()));
        auto whole = incoming->serialize();
        if (!whole) return done(tl::unexpected<base::Error>(whole.error()));
        store::web_storage_list([name, done, content = std::move(*whole)](
                                    base::Result<std::vector<store::StoredFile>> files) {
            if (!files) return done(tl::unexpected<base::Error>(files.error()));
            const auto taken = [&](const std::string& candidate) {
                return std::any_of(files->begin(), files->end(), [&](const store::StoredFile& file) { return file.name == candidate; });
            };
            std::string free_name = name;
            for (int n = 2; taken(free_name); ++n) free_name = name + "-" + std::to_string(n);
            store::web_storage_open(
                free_name, [](float) {},
                [content, done](base::Result<std::unique_ptr<WebFile>> kept) {
                    if (!kept) return done(tl::unexpected<base::Error>(kept.error()));
                    auto store = Store::create_pages((*kept)->image(), std::string_view(content));
                    done(finish(std::move(store), std::move(*kept)));
                });
        });
    }

    void list(std::function<void(base::Result<std::vector<store::StoredFile>>)> done) override {
        store::web_storage_list(std::move(done));
    }
};

}  // namespace

std::unique_ptr<Library> machine_library(const std::string&) {
    return std::make_unique<BrowserLibrary>();
}

}  // namespace thidua::app
