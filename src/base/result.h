#pragma once
// Results without exceptions: every fallible function below `ui/` returns base::Result<T>.

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace thidua::base {

/// What kind of failure it is; decides the exit code of the command line and the icon on screen.
enum class ErrorKind {
    kBadInput,     ///< the user's text, file or link cannot be used
    kNotFound,     ///< a file, record or page that was named does not exist
    kUnsupported,  ///< valid, but newer or of another kind than this program handles
    kConflict,     ///< would contradict what is stored (duplicate, locked by another tab or program)
    kStorage,      ///< the disk, the browser's storage or SQLite refused
    kInternal,     ///< our own fault; always worth a report
};

/// An error as a person reads it: one sentence in each language saying what is wrong and what to do.
struct Error {
    ErrorKind kind = ErrorKind::kInternal;
    std::string vi;     ///< the sentence in Vietnamese
    std::string en;     ///< the same in English
    std::string where;  ///< place: "file.json:12", "line 3", a table; may be empty

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

inline tl::unexpected<Error> fail(ErrorKind kind, std::string vi, std::string en,
                                  std::string where = {}) {
    return tl::unexpected<Error>(
        Error{kind, std::move(vi), std::move(en), std::move(where)});
}

}  // namespace thidua::base
