#pragma once
// The files that are kept here: in the browser's storage, or in a folder of the desktop. Answers come
// later on the same thread (at once on the desktop).

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "office/year_book.h"
#include "store/storage.h"
#include "store/store.h"

namespace thidua::app {

/// An open file. The store is closed before what keeps it.
struct OpenFile {
    std::unique_ptr<store::WebFile> kept;  ///< nullptr on the desktop
    std::unique_ptr<store::Store> store;
    std::string name;                      ///< without ".thidua"

    OpenFile() = default;
    OpenFile(OpenFile&&) noexcept = default;
    OpenFile& operator=(OpenFile&& other) noexcept;
    ~OpenFile();
};

class Library {
public:
    virtual ~Library() = default;

    using Opened = std::function<void(base::Result<OpenFile>)>;

    /// Opens the file of that name, made from `first_content` when there is none. When another tab or
    /// program has it, it opens read-only.
    virtual void open(const std::string& name, const office::YearBook& first_content,
                      std::function<void(float)> progress, Opened done) = 0;
    /// Takes over the bytes of a .thidua file under `name`, or name-2, name-3 … when it is taken.
    virtual void take_over(const std::string& name, std::string bytes, Opened done) = 0;
    virtual void list(std::function<void(base::Result<std::vector<store::StoredFile>>)> done) = 0;
};

/// The library of this machine. `folder`: desktop only; "" is the user's data folder (XDG).
std::unique_ptr<Library> machine_library(const std::string& folder = {});

/// A name for a file: letters, digits and '-' of `wish` without marks, at most 40; "nam" when nothing is left.
std::string file_name_of(std::string_view wish);

}  // namespace thidua::app
