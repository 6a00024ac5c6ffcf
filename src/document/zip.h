#pragma once
// ZIP containers in memory (DOCX, XLSX, dossiers), by zlib's minizip.

#include <cstddef>
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
