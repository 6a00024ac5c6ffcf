#pragma once
// ZIP containers in memory (DOCX, XLSX, dossiers), by zlib's minizip.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace thidua::document {

struct ZipEntry {
    std::string name;  ///< path inside, with '/'
    std::string bytes;

    bool operator==(const ZipEntry&) const = default;
};

/// A container that grows: what is written is deflated at once, so that a large part costs a little at a time.
class ZipWriter {
public:
    ZipWriter();
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    /// Begins an entry, which ends the one before it.
    void open(const std::string& name);
    /// Adds to the entry.
    void write(std::string_view bytes);
    /// The bytes of the container; kInternal when memory did not suffice somewhere. Nothing may follow.
    base::Result<std::string> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Deflated entries in the given order. Every entry is dated 1980-01-01, so the same entries give the same bytes.
base::Result<std::string> write_zip(const std::vector<ZipEntry>& entries);

/// Limits for a container that somebody else made.
struct ZipLimits {
    std::size_t most_entries = 2000;
    std::size_t most_bytes = 64U << 20;  ///< of all entries together, unfolded
};

/// kBadInput: no ZIP, damaged, encrypted, a name that leaves the container ("../x"), or beyond the limits; nothing is
/// unfolded past them, whatever the directory claims.
base::Result<std::vector<ZipEntry>> read_zip(std::string_view bytes, const ZipLimits& limits = {});

}  // namespace thidua::document
