// The browser has no files by path: documents live in IndexedDB (store/storage.h) and leave by download.

#include "store/inner.h"

namespace thidua::store {
namespace {

base::Status no_files(const std::string& path) {
    return base::fail(base::ErrorKind::kUnsupported, "Trình duyệt không mở tệp theo đường dẫn: hãy tải lên hoặc tải xuống.",
                      "A browser does not open files by path: use upload or download.", path);
}

}  // namespace

base::Status can_be_opened(const std::string& path) { return no_files(path); }

base::Status write_file(const std::string& path, std::string_view, bool,
                        const std::function<base::Status(const std::string& written)>&) {
    return no_files(path);
}

}  // namespace thidua::store
