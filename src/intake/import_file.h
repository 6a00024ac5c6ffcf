#pragma once
// The door for files: says what a file is, and either gives clean UTF-8 text or one sentence on why not and what to do.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace thidua::intake {

inline constexpr std::size_t kMostTextBytes = std::size_t{4} * 1024 * 1024;   ///< text of a plan: 4 MB is some 1,500 pages
inline constexpr std::size_t kMostFileBytes = std::size_t{50} * 1024 * 1024;  ///< anything else that is opened at all

struct Imported {
    enum class Kind {
        kText,    ///< `text` holds it
        kOffice,  ///< a .thidua file (SQLite): to be opened by the store, `text` is empty
    };
    enum class Source { kUtf8, kUtf16, kLegacy, kDocx };
    /// What was done to the text on its way in, for the clerk to know: one sentence in each language.
    struct Remark {
        std::string vi;
        std::string en;
        bool operator==(const Remark&) const = default;
    };
    Kind kind = Kind::kText;
    Source source = Source::kUtf8;
    std::string text;  ///< UTF-8, NFC, lines ended by \n, no byte order mark, no control characters but tab
    std::string name;  ///< as given, without folders
    std::vector<Remark> remarks;

    bool operator==(const Imported&) const = default;
};

/// `name` only helps to word the sentence; what the file is, its bytes tell. Old Vietnamese encodings
/// (text/encodings.h), UTF-16 with or without a byte order mark and decomposed Unicode are converted, in files, pasted
/// text and DOCX alike.
base::Result<Imported> read_incoming(std::string_view name, std::string_view bytes);

}  // namespace thidua::intake
