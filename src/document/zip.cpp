#include "document/zip.h"

#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace thidua::document {
namespace {

/// A buffer that minizip takes for a file: `out` grows when writing, `in` is only read.
struct Memory {
    std::string out;
    std::string_view in;
    std::size_t at = 0;
    bool writing = false;

    std::size_t size() const { return writing ? out.size() : in.size(); }
};

voidpf open_memory(voidpf opaque, const void*, int) { return opaque; }

uLong read_memory(voidpf, voidpf stream, void* buffer, uLong size) {
    auto& memory = *static_cast<Memory*>(stream);
    const std::string_view all = memory.writing ? std::string_view(memory.out) : memory.in;
    if (memory.at >= all.size()) return 0;
    const std::size_t count = std::min<std::size_t>(size, all.size() - memory.at);
    std::memcpy(buffer, all.data() + memory.at, count);
    memory.at += count;
    return static_cast<uLong>(count);
}

uLong write_memory(voidpf, voidpf stream, const void* buffer, uLong size) {
    auto& memory = *static_cast<Memory*>(stream);
    if (!memory.writing) return 0;
    if (memory.out.size() < memory.at + size) memory.out.resize(memory.at + size);
    std::memcpy(memory.out.data() + memory.at, buffer, size);
    memory.at += size;
    return size;
}

ZPOS64_T tell_memory(voidpf, voidpf stream) { return static_cast<Memory*>(stream)->at; }

long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    auto& memory = *static_cast<Memory*>(stream);
    ZPOS64_T base = 0;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR) base = memory.at;
    if (origin == ZLIB_FILEFUNC_SEEK_END) base = memory.size();
    if (offset > memory.size() || base + offset > memory.size()) return -1;
    memory.at = static_cast<std::size_t>(base + offset);
    return 0;
}

int close_memory(voidpf, voidpf) { return 0; }
int error_memory(voidpf, voidpf) { return 0; }

zlib_filefunc64_def functions(Memory& memory) {
    zlib_filefunc64_def calls{};
    calls.zopen64_file = open_memory;
    calls.zread_file = read_memory;
    calls.zwrite_file = write_memory;
    calls.ztell64_file = tell_memory;
    calls.zseek64_file = seek_memory;
    calls.zclose_file = close_memory;
    calls.zerror_file = error_memory;
    calls.opaque = &memory;
    return calls;
}

tl::unexpected<base::Error> damaged() {
    return base::fail(base::ErrorKind::kBadInput, "Tệp bị hỏng hoặc không phải tệp nén ZIP (DOCX, XLSX).",
                      "The file is damaged, or is not a ZIP container (DOCX, XLSX).");
}

tl::unexpected<base::Error> too_large() {
    return base::fail(base::ErrorKind::kBadInput, "Tệp nén bung ra quá lớn nên không được mở.",
                      "The container unfolds to too much data and was not opened.");
}

bool safe_name(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
        name.find('\0') != std::string_view::npos) {
        return false;
    }
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        if (name.substr(at, end - at) == "..") return false;
        at = end + 1;
    }
    return true;
}

/// Closes minizip's handle on every way out.
struct Reader {
    unzFile handle = nullptr;
    explicit Reader(unzFile opened) : handle(opened) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() {
        if (handle) unzClose(handle);
    }
};

base::Result<ZipEntry> read_entry(unzFile zip, std::size_t most_bytes) {
    unz_file_info64 info{};
    std::array<char, 512> name{};
    if (unzGetCurrentFileInfo64(zip, &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) != UNZ_OK)
        return damaged();
    const bool encrypted = (info.flag & 1U) != 0;
    if (encrypted || info.size_filename >= name.size()) return damaged();
    ZipEntry entry{std::string(name.data(), static_cast<std::size_t>(info.size_filename)), {}};
    if (!safe_name(entry.name)) return damaged();
    if (unzOpenCurrentFile(zip) != UNZ_OK) return damaged();
    // The claimed size is not believed: what really comes out is counted.
    std::array<char, 16384> chunk{};
    for (;;) {
        const int got = unzReadCurrentFile(zip, chunk.data(), static_cast<unsigned>(chunk.size()));
        if (got < 0) return damaged();
        if (got == 0) break;
        if (entry.bytes.size() + static_cast<std::size_t>(got) > most_bytes) return too_large();
        entry.bytes.append(chunk.data(), static_cast<std::size_t>(got));
    }
    // Closing compares the CRC, but only when all that was claimed has come out: a stream cut short would pass.
    if (unzCloseCurrentFile(zip) != UNZ_OK || entry.bytes.size() != info.uncompressed_size) return damaged();
    return entry;
}

}  // namespace

struct ZipWriter::State {
    Memory memory;
    zipFile zip = nullptr;
    bool inside = false;  ///< an entry is open
    bool good = false;

    void close_entry() {
        if (std::exchange(inside, false)) good = zipCloseFileInZip(zip) == ZIP_OK && good;
    }
    void close() {
        if (zip == nullptr) return;
        close_entry();
        good = zipClose(std::exchange(zip, nullptr), nullptr) == ZIP_OK && good;
    }
};

ZipWriter::ZipWriter() : state_(std::make_unique<State>()) {
    state_->memory.writing = true;
    zlib_filefunc64_def calls = functions(state_->memory);
    state_->zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &calls);
    state_->good = state_->zip != nullptr;
}

ZipWriter::~ZipWriter() { state_->close(); }

void ZipWriter::open(const std::string& name) {
    State& s = *state_;
    if (s.zip == nullptr) return;
    s.close_entry();
    zip_fileinfo info{};
    info.tmz_date.tm_year = 1980;
    info.tmz_date.tm_mday = 1;
    s.inside = s.good && zipOpenNewFileInZip64(s.zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                                               9, 0) == ZIP_OK;
    s.good = s.inside;
}

void ZipWriter::write(std::string_view bytes) {
    State& s = *state_;
    if (!s.good || bytes.empty()) return;
    s.good = zipWriteInFileInZip(s.zip, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK;
}

base::Result<std::string> ZipWriter::finish() {
    state_->close();
    if (!state_->good) {
        return base::fail(base::ErrorKind::kInternal, "Không đủ bộ nhớ để ghi tệp nén.",
                          "There is not enough memory to write the container.");
    }
    return std::move(state_->memory.out);
}

base::Result<std::string> write_zip(const std::vector<ZipEntry>& entries) {
    ZipWriter zip;
    for (const ZipEntry& entry : entries) {
        zip.open(entry.name);
        zip.write(entry.bytes);
    }
    return zip.finish();
}

base::Result<std::vector<ZipEntry>> read_zip(std::string_view bytes, const ZipLimits& limits) {
    Memory memory;
    memory.in = bytes;
    zlib_filefunc64_def calls = functions(memory);
    const Reader reader(unzOpen2_64("", &calls));
    if (!reader.handle) return damaged();
    std::vector<ZipEntry> entries;
    std::size_t left = limits.most_bytes;
    int state = unzGoToFirstFile(reader.handle);
    while (state == UNZ_OK) {
        if (entries.size() >= limits.most_entries) return too_large();
        auto entry = read_entry(reader.handle, left);
        if (!entry) return tl::unexpected(entry.error());
        left -= entry->bytes.size();
        entries.push_back(std::move(*entry));
        state = unzGoToNextFile(reader.handle);
    }
    if (state != UNZ_END_OF_LIST_OF_FILE) return damaged();
    return entries;
}

}  // namespace thidua::document
