// Files of the desktop program: what POSIX promises about fsync and rename is what saving rests on.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string>

#include "store/inner.h"

namespace thidua::store {
namespace {

using base::ErrorKind;
using base::Status;

class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return value_; }
    bool close() {
        const int value = value_;
        value_ = -1;
        return value < 0 || ::close(value) == 0;
    }

private:
    int value_;
};

Status machine_error(int code, const std::string& path) {
    switch (code) {
        case ENOENT:
        case ENOTDIR:
            return base::fail(ErrorKind::kNotFound, "Không tìm thấy tệp hoặc thư mục: hãy kiểm tra lại đường dẫn.",
                              "There is no such file or folder: check the path.", path);
        case EEXIST:
            return base::fail(ErrorKind::kConflict, "Đã có tệp cùng tên: hãy chọn tên khác.", "There is already a file of that name: choose another.", path);
        case ENOSPC:
        case EDQUOT:
            return tl::unexpected(sqlite_error(nullptr, SQLITE_FULL, path));
        case EACCES:
        case EPERM:
        case EROFS:
            return base::fail(ErrorKind::kStorage, "Không có quyền đọc hoặc ghi ở đây: hãy chọn nơi khác.",
                              "You may not read or write here: choose another place.", path);
        default:
            return tl::unexpected(sqlite_error(nullptr, SQLITE_IOERR, path));
    }
}

Status write_all(int file, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return machine_error(count < 0 ? errno : EIO, path);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::fsync(file) != 0) return machine_error(errno, path);
    return {};
}

/// Renames; without `overwrite` never onto something that exists, even if it appeared just now.
Status put_in_place(const std::string& from, const std::string& to, bool overwrite) {
    if (overwrite) return ::rename(from.c_str(), to.c_str()) == 0 ? Status{} : machine_error(errno, to);
    if (::link(from.c_str(), to.c_str()) == 0) {
        ::unlink(from.c_str());
        return {};
    }
    if (errno == EEXIST) return machine_error(EEXIST, to);
    // No hard links here (FAT): look, then rename.
    if (::access(to.c_str(), F_OK) == 0) return machine_error(EEXIST, to);
    return ::rename(from.c_str(), to.c_str()) == 0 ? Status{} : machine_error(errno, to);
}

bool exists(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0;
}

/// A journal beside the target belongs to a file that is open, or was not closed: its frames would be
/// replayed into the new file.
Status may_be_replaced(const std::string& path) {
    if (exists(path + "-wal") || exists(path + "-journal")) return tl::unexpected(sqlite_error(nullptr, SQLITE_BUSY, path));
    if (!exists(path)) return {};
    const auto target = Store::open(path, Access::kReadOnly);
    if (!target && target.error().kind == ErrorKind::kConflict) return tl::unexpected(target.error());
    return {};
}

}  // namespace

Status can_be_opened(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return machine_error(errno, path);
    if (!S_ISREG(info.st_mode)) {
        return base::fail(ErrorKind::kBadInput, "Đây không phải là một tệp: hãy chọn tệp .thidua.", "This is not a file: choose a .thidua file.", path);
    }
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return machine_error(errno, path);
    if (info.st_size == 0) {
        return base::fail(ErrorKind::kBadInput, "Tệp trống, không có dữ liệu.", "The file is empty.", path);
    }
    std::array<char, 16> head{};
    const ssize_t count = ::read(file.get(), head.data(), head.size());
    if (count < 0) return machine_error(errno, path);
    const std::string_view magic("SQLite format 3\0", head.size());
    if (std::string_view(head.data(), static_cast<std::size_t>(count)) != magic) {
        return tl::unexpected(sqlite_error(nullptr, SQLITE_NOTADB, path));
    }
    return {};
}

Status write_file(const std::string& path, std::string_view bytes, bool overwrite,
                  const std::function<Status(const std::string& written)>& verify) {
    if (!overwrite && exists(path)) return machine_error(EEXIST, path);
    if (auto good = may_be_replaced(path); !good) return good;

    const std::string part = path + ".part-" + std::to_string(::getpid());
    ::unlink(part.c_str());
    Descriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file.get() < 0) return machine_error(errno, path);
    Status good = write_all(file.get(), bytes, path);
    if (!file.close() && good) good = machine_error(errno, path);
    if (good) good = verify(part);
    if (good) good = put_in_place(part, path, overwrite);
    if (!good) {
        ::unlink(part.c_str());
        return good;
    }
    // The name itself becomes durable with its folder.
    std::string folder = std::filesystem::path(path).parent_path().string();
    const Descriptor holder(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (holder.get() >= 0) ::fsync(holder.get());
    return {};
}

}  // namespace thidua::store
