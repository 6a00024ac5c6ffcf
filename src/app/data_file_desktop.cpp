#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <vector>

#include "app/data_file.h"

namespace thidua::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostDataBytes = std::size_t{64} << 20;

std::vector<fs::path> data_folders() {
    std::vector<fs::path> folders;
    if (const char* named = std::getenv("THIDUA_DATA_DIR"); named != nullptr && *named != '\0') {
        folders.emplace_back(named);
    }
    std::error_code code;
    if (const fs::path program = fs::read_symlink("/proc/self/exe", code); !code) {
        folders.push_back(program.parent_path() / "data");
        folders.push_back(program.parent_path().parent_path() / "data");
        folders.push_back(program.parent_path().parent_path() / "share" / "thidua");
    }
#ifdef THIDUA_BUILT_DATA_DIR
    folders.emplace_back(THIDUA_BUILT_DATA_DIR);
#endif
    return folders;
}

}  // namespace

base::Result<std::string> read_file(const std::string& path, std::size_t most_bytes) {
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (!fs::exists(status)) {
        return base::fail(base::ErrorKind::kNotFound,
                          "Không có tệp " + path + ". Hãy kiểm tra lại tên và thư mục.",
                          "There is no file " + path + ". Check its name and folder.", path);
    }
    if (fs::is_directory(status)) {
        return base::fail(base::ErrorKind::kBadInput, path + " là thư mục, không phải tệp.",
                          path + " is a folder, not a file.", path);
    }
    if (fs::is_regular_file(status) && fs::file_size(path, code) > most_bytes) {
        const std::string limit = std::to_string(most_bytes >> 20) + " MB";
        return base::fail(base::ErrorKind::kBadInput,
                          "Tệp " + path + " lớn hơn " + limit + " nên không được mở.",
                          path + " is larger than " + limit + " and was not opened.", path);
    }
    std::ifstream in(path, std::ios::binary);
    std::string bytes;
    std::vector<char> buffer(std::size_t{1} << 16);
    while (in && bytes.size() <= most_bytes) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (!in.eof() || bytes.size() > most_bytes) {
        return base::fail(base::ErrorKind::kStorage,
                          "Không đọc được tệp " + path + ". Hãy kiểm tra quyền đọc.",
                          path + " cannot be read. Check its permissions.", path);
    }
    return bytes;
}

base::Result<std::string> read_data_file(std::string_view name) {
    if (name.starts_with("data/")) name.remove_prefix(5);
    std::string tried;
    for (const fs::path& folder : data_folders()) {
        const fs::path path = folder / name;
        std::error_code code;
        if (fs::is_regular_file(path, code)) return read_file(path.string(), kMostDataBytes);
        tried += (tried.empty() ? "" : ", ") + folder.string();
    }
    return base::fail(base::ErrorKind::kNotFound,
                      "Thiếu tệp dữ liệu " + std::string(name) + " của chương trình (đã tìm: " +
                          tried + "). Hãy đặt biến THIDUA_DATA_DIR tới thư mục dữ liệu.",
                      "The program's data file " + std::string(name) + " is missing (looked in: " +
                          tried + "). Set THIDUA_DATA_DIR to the data folder.",
                      std::string(name));
}

}  // namespace thidua::app
