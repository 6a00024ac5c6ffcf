#pragma once
// Files that ship with the program ("data/text/restore.lm"), natively: beside the program, in the package's
// share folder, or in the source tree it was built from. The web fetches them instead (Host::fetch).

#include <string>
#include <string_view>

#include "base/result.h"

namespace thidua::app {

/// Syllable trigrams and OCR channel (text/restore.h); fetched when a scan first comes in.
inline constexpr std::string_view kLanguageModelFile = "data/text/restore.lm";

/// `name` as in Host::fetch. kNotFound names every folder that was tried. THIDUA_DATA_DIR comes first.
base::Result<std::string> read_data_file(std::string_view name);

/// The whole of a file; kNotFound or kStorage with the system's reason. At most `most_bytes`.
base::Result<std::string> read_file(const std::string& path, std::size_t most_bytes);

}  // namespace thidua::app
