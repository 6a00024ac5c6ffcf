#pragma once
// A `.thidua` file: an SQLite database that is the application's whole state. Every act of a person is
// one command (store/commands.h), one transaction and one entry of the journal, and can be undone.
//
// The journal is a chain: every entry carries the SHA-256 of itself and of the entry before it, so that a
// later change of history shows. It records who did what, when, and the changeset (SQLite's session
// extension) that did it; undo applies the inverse changeset and is itself an entry.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "office/year_book.h"

namespace thidua::store {

class PageImage;

/// First bytes of the file after SQLite's own header: "ThDu". Registered nowhere; checked on opening.
inline constexpr std::int32_t kApplicationId = 0x54684475;
/// What this program writes. Older files are migrated on opening, newer ones are refused.
inline constexpr int kFormatVersion = 2;

enum class Access { kReadWrite, kReadOnly };

/// Who wrote an entry of the journal, and what it was.
struct JournalEntry {
    enum class Kind {
        kCreate,  ///< the first entry: the file came to be, with what it held then; never undone
        kAct,
        kUndo,
        kRedo,
    };
    std::int64_t seq = 0;  ///< 1, 2, 3 … without gaps
    Kind kind = Kind::kAct;
    std::int64_t target = 0;  ///< the act that an undo or redo is about; 0 otherwise
    std::string act;          ///< stable code: "person.add"
    std::string words;        ///< in Vietnamese: "Thêm người: Nguyễn Văn An"
    std::string who;
    std::string at;           ///< UTC, ISO 8601 with milliseconds: "2024-03-14T08:15:30.123Z"
    std::size_t changes = 0;  ///< bytes of the changeset
    std::string hash;         ///< 64 hexadecimal digits

    bool operator==(const JournalEntry&) const = default;
};

class Store {
public:
    /// A new file holding `book`. Fails with kConflict when something of that name exists: a file is never
    /// overwritten. The file appears complete or not at all. Desktop only; see create_pages for the browser.
    static base::Result<Store> create(const std::string& path, const office::YearBook& book);
    static base::Result<Store> create(const std::string& path, const office::Office& office);
    /// Fails with a sentence for: no such file, empty, no SQLite file, another program's, newer, damaged, not
    /// readable, open in another program (kConflict). Older versions are migrated (kReadWrite) in one
    /// transaction; kReadOnly refuses them. Damage of the journal's chain does not fail: see warnings().
    static base::Result<Store> open(const std::string& path, Access access = Access::kReadWrite);

    /// Nothing on disk: tests, the demo office, a link that was opened.
    static base::Result<Store> in_memory(const office::YearBook& book);
    static base::Result<Store> in_memory(const office::Office& office);
    /// A copy in memory of a file's bytes (a file that was picked or dropped); the same checks as open().
    static base::Result<Store> open_bytes(std::string_view bytes);

    /// The browser: the database lives in `image` (store/page_image.h), which sends each commit to its sink.
    /// create_pages needs an empty image, open_pages one that was loaded completely.
    static base::Result<Store> create_pages(std::shared_ptr<PageImage> image, const office::YearBook& book);
    static base::Result<Store> create_pages(std::shared_ptr<PageImage> image, std::string_view file_bytes);
    static base::Result<Store> open_pages(std::shared_ptr<PageImage> image, Access access);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();  ///< closes; everything is already saved, there is nothing to flush

    /// The whole file as bytes (download, hand-over); complete at the last act.
    base::Result<std::string> serialize() const;
    /// Desktop: writes a copy beside `path`, syncs it, opens it again and compares it with this one, and
    /// only then puts it in place of `path` (replaced if `overwrite`). A failure leaves `path` as it was.
    base::Status save_copy_as(const std::string& path, bool overwrite = true) const;

    bool read_only() const;
    const std::string& path() const;  ///< "" when in memory
    /// Changes with every committed act, undo and redo, and only then. View models compare it.
    std::uint64_t revision() const;
    /// What a person must be told about this file, e.g. that its journal was changed by somebody.
    const std::vector<base::Error>& warnings() const;

    bool can_undo() const;
    bool can_redo() const;
    std::string undo_words() const;  ///< "Thêm người: Nguyễn Văn An"; "" when there is nothing to undo
    std::string redo_words() const;
    base::Status undo();
    base::Status redo();  ///< possible until the next act
    /// Newest first; at most `limit` entries, all when 0.
    base::Result<std::vector<JournalEntry>> journal(int limit = 0) const;

    /// Goes into the journal from now on; "" until it is set.
    void set_who(std::string who);

    // For tests: what would otherwise come from the machine.
    void set_clock(std::function<std::int64_t()> utc_milliseconds);
    void seed_ids(std::uint64_t seed);

    // For the files of this module (store/inner.h).
    struct Inner;
    explicit Store(std::unique_ptr<Inner> inner);
    Inner& inner() const { return *inner_; }

private:
    std::unique_ptr<Inner> inner_;
};

/// Everything the file holds now, as plain values in the order of office/year_book.h.
base::Result<office::YearBook> snapshot(const Store& store);

}  // namespace thidua::store
