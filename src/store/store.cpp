#include "store/store.h"

#include <algorithm>

#include "office/check.h"
#include "store/inner.h"
#include "store/journal.h"
#include "store/page_image.h"
#include "store/records.h"
#include "store/schema.h"

namespace thidua::store {
namespace {

using base::ErrorKind;
using base::Result;
using base::Status;

/// Bytes 18 and 19 of an SQLite file: 2 for WAL, 1 for a rollback journal.
constexpr std::size_t kJournalModeBytes = 18;
constexpr std::size_t kHeaderSize = 100;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};

Status connect(Store::Inner& inner, const std::string& name, int flags, const char* vfs) {
    sqlite3* raw = nullptr;
    const int rc = sqlite3_open_v2(name.c_str(), &raw, flags, vfs);
    inner.db.reset(raw);
    if (rc != SQLITE_OK) return sqlite_status(raw, rc, inner.path);
    sqlite3_extended_result_codes(raw, 1);
    // A file may come from anybody: nothing in it runs, and its structure cannot be written to.
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    return execute(raw, "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;");
}

/// Pages reach the image only when a transaction commits: no journal, nothing spilled before the end.
Status set_up_pages(sqlite3* db) {
    return execute(db, "PRAGMA journal_mode = MEMORY; PRAGMA cache_spill = OFF; PRAGMA locking_mode = NORMAL;");
}

Status connect_image(Store::Inner& inner, std::shared_ptr<PageImage> image) {
    const char* const vfs = page_vfs_name();
    if (!vfs) return sqlite_status(nullptr, SQLITE_NOMEM);
    inner.image = std::make_unique<PageFileName>(std::move(image));
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (auto good = connect(inner, inner.image->name(), flags, vfs); !good) return good;
    return set_up_pages(inner.db.get());
}

/// What every file is asked before anything is believed or changed. Leaves its version in `version`.
Status look_at(sqlite3* db, int& version) {
    const auto application = query_integer(db, "PRAGMA application_id");
    if (!application) return tl::unexpected(application.error());
    if (*application != kApplicationId) {
        return base::fail(ErrorKind::kBadInput,
                          "Đây là tệp SQLite của chương trình khác, không phải tệp Thi Đua (.thidua).",
                          "This is another program's SQLite file, not a Thi Đua file (.thidua).");
    }
    const auto found = query_integer(db, "PRAGMA user_version");
    if (!found) return tl::unexpected(found.error());
    if (*found > kFormatVersion) {
        const std::string theirs = std::to_string(*found);
        const std::string ours = std::to_string(kFormatVersion);
        return base::fail(ErrorKind::kUnsupported,
                          "Tệp có phiên bản " + theirs + ", chương trình này chỉ đọc đến phiên bản " + ours +
                              ": hãy cập nhật chương trình.",
                          "The file has version " + theirs + ", this program reads up to version " + ours +
                              ": please update the program.");
    }
    if (*found < 1) return tl::unexpected(damaged("user_version"));
    version = static_cast<int>(*found);
    if (auto good = check_schema(db, version); !good) return good;
    const auto sound = query_text(db, "PRAGMA quick_check(1)");
    if (!sound) return tl::unexpected(sound.error());
    if (*sound != "ok") return tl::unexpected(damaged(*sound));
    Statement dangling(db, "PRAGMA foreign_key_check");
    if (dangling.row()) return tl::unexpected(damaged("foreign key: " + dangling.bytes(0)));
    return dangling.status();
}

Status migrate_to_newest(Store::Inner& inner, int version) {
    if (version == kFormatVersion) return {};
    if (inner.read_only) {
        return base::fail(ErrorKind::kUnsupported,
                          "Tệp có phiên bản cũ " + std::to_string(version) +
                              ": hãy mở để sửa một lần để nâng cấp, rồi mới mở chỉ đọc.",
                          "The file has the older version " + std::to_string(version) +
                              ": open it for writing once, which brings it up to date.");
    }
    Transaction transaction(inner.db.get());
    if (auto good = transaction.begin(); !good) return good;
    if (auto good = migrate(inner.db.get(), version, kFormatVersion); !good) return good;
    return transaction.commit();
}

Status insert_office(sqlite3* db, const office::Office& office) {
    Statement statement(db,
                        "INSERT INTO office (id, name, superior, place, symbol, head_title, head_name, year) "
                        "VALUES (1, ?, ?, ?, ?, ?, ?, ?)");
    office::for_each_field(office,
                           [&](std::string_view name, const auto& member) { bind_member(statement, name, member); });
    return statement.run();
}

Status insert_book(sqlite3* db, const office::YearBook& book) {
    Status good = insert_office(db, book.office);
    for (auto bundle = book.plans.rbegin(); good && bundle != book.plans.rend();
         ++bundle) {  // newest first in the book
        good = insert_record(db, bundle->plan);
        if (good) good = insert_records(db, bundle->items);
        if (good) good = insert_records(db, bundle->basis);
        if (good) good = insert_records(db, bundle->tasks);
        if (good) good = insert_records(db, bundle->evidence);
        if (good) good = insert_records(db, bundle->occasions);
        if (good) good = insert_records(db, bundle->questions);
    }
    if (good) good = insert_records(db, book.people);
    if (good) good = insert_records(db, book.records);
    if (good) good = insert_records(db, book.registrations);
    if (good) good = insert_records(db, book.initiatives);
    if (good) good = insert_records(db, book.awards);
    if (good) good = insert_records(db, book.answers);
    if (good) good = insert_records(db, book.initiative_uses);
    if (good) good = insert_records(db, book.award_bases);
    if (good) good = insert_records(db, book.overlays);
    if (good) good = insert_records(db, book.decisions);
    if (good) good = insert_records(db, book.documents);
    if (good) good = insert_records(db, book.templates);
    if (good) good = insert_records(db, book.settings);
    return good;
}

/// Tables and first entry in one transaction, on an empty database.
Status fill(Store::Inner& inner, const office::YearBook& book) {
    if (auto good = office::check(book); !good) return good;
    sqlite3* const db = inner.db.get();
    Transaction transaction(db);
    if (auto good = transaction.begin(); !good) return good;
    if (auto good = execute(db, "PRAGMA application_id = " + std::to_string(kApplicationId)); !good) return good;
    if (auto good = migrate(db, 0, kFormatVersion); !good) return good;
    if (auto good = perform_first(inner, [&] { return insert_book(db, book); }); !good) return good;
    return transaction.commit();
}

/// A file of WAL kind cannot be opened without shared memory; its bytes alone are complete, so it need not be one.
std::string as_single_file(std::string_view bytes) {
    std::string file(bytes);
    if (file.size() >= kHeaderSize && file[kJournalModeBytes] == 2) {
        file[kJournalModeBytes] = 1;
        file[kJournalModeBytes + 1] = 1;
    }
    return file;
}

Status looks_like_sqlite(std::string_view bytes) {
    if (bytes.empty()) {
        return base::fail(ErrorKind::kBadInput, "Tệp trống, không có dữ liệu.", "The file is empty.");
    }
    if (bytes.size() >= kMagic.size() && bytes.substr(0, kMagic.size()) == kMagic) return {};
    return tl::unexpected(sqlite_error(nullptr, SQLITE_NOTADB));
}

/// A new file needs an image that is empty and ours.
Status may_be_filled(const PageImage& image) {
    if (image.size() == 0 && !image.read_only()) return {};
    return base::fail(
        ErrorKind::kConflict,
        "Đã có tệp cùng tên, hoặc một thẻ khác đang tạo tệp này: hãy chọn tên khác hoặc tải lại trang.",
        "There is already a file of that name, or another tab is making it: choose another name, or reload the page.");
}

Result<office::YearBook> only_office(const office::Office& office) {
    office::YearBook book;
    book.office = office;
    return book;
}

}  // namespace

Store::Inner::Inner() : ids(std::random_device{}()) {
    std::random_device random;  // 32 bits a call; an id has 53
    std::seed_seq seed{random(), random(), random(), random()};
    ids.seed(seed);
}

Store::Inner::~Inner() {
    if (wal && db) sqlite3_exec(db.get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
}

Store::Store(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

// --- memory and the browser -----------------------------------------------------------------------------

Result<Store> Store::create_pages(std::shared_ptr<PageImage> image, const office::YearBook& book) {
    if (auto good = may_be_filled(*image); !good) return tl::unexpected(good.error());
    auto inner = std::make_unique<Inner>();
    if (auto good = connect_image(*inner, std::move(image)); !good) return tl::unexpected(good.error());
    if (auto good = fill(*inner, book); !good) return tl::unexpected(good.error());
    if (auto good = load_journal(*inner); !good) return tl::unexpected(good.error());
    return Store(std::move(inner));
}

Result<Store> Store::create_pages(std::shared_ptr<PageImage> image, std::string_view file_bytes) {
    if (auto good = may_be_filled(*image); !good) return tl::unexpected(good.error());
    // Looked at before the sink hears of it: a bad file must not reach the browser's storage.
    auto copy = open_bytes(file_bytes);
    if (!copy) return tl::unexpected(copy.error());
    const auto bytes = copy->serialize();
    if (!bytes) return tl::unexpected(bytes.error());
    if (!image->write(0, reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size())) {
        return tl::unexpected(sqlite_error(nullptr, SQLITE_NOMEM));
    }
    image->commit();
    return open_pages(std::move(image), Access::kReadWrite);
}

Result<Store> Store::open_pages(std::shared_ptr<PageImage> image, Access access) {
    std::string head(std::min<std::size_t>(kHeaderSize, static_cast<std::size_t>(image->size())), '\0');
    image->read(0, reinterpret_cast<std::uint8_t*>(head.data()), head.size());
    if (auto good = looks_like_sqlite(head); !good) return tl::unexpected(good.error());

    auto inner = std::make_unique<Inner>();
    inner->read_only = access == Access::kReadOnly || image->read_only();
    if (auto good = connect_image(*inner, std::move(image)); !good) return tl::unexpected(good.error());
    int version = 0;
    if (auto good = look_at(inner->db.get(), version); !good) return tl::unexpected(good.error());
    if (auto good = migrate_to_newest(*inner, version); !good) return tl::unexpected(good.error());
    if (auto good = load_journal(*inner); !good) return tl::unexpected(good.error());
    return Store(std::move(inner));
}

Result<Store> Store::in_memory(const office::YearBook& book) {
    return create_pages(std::make_shared<PageImage>(), book);
}
Result<Store> Store::in_memory(const office::Office& office) { return in_memory(*only_office(office)); }

Result<Store> Store::open_bytes(std::string_view bytes) {
    if (auto good = looks_like_sqlite(bytes); !good) return tl::unexpected(good.error());
    const std::string file = as_single_file(bytes);
    auto image = std::make_shared<PageImage>();
    for (std::size_t at = 0; at < file.size(); at += kBlockSize) {
        image->load_block(static_cast<std::uint32_t>(at / kBlockSize),
                          reinterpret_cast<const std::uint8_t*>(file.data()) + at,
                          std::min(kBlockSize, file.size() - at));
    }
    if (auto good = image->finish_loading(file.size(), 0); !good) return tl::unexpected(good.error());
    return open_pages(std::move(image), Access::kReadWrite);
}

// --- files on disk --------------------------------------------------------------------------------------

Result<Store> Store::create(const std::string& path, const office::Office& office) {
    return create(path, *only_office(office));
}

Result<Store> Store::create(const std::string& path, const office::YearBook& book) {
    const auto made = in_memory(book);
    if (!made) return tl::unexpected(made.error());
    if (auto good = made->save_copy_as(path, false); !good) return tl::unexpected(good.error());
    return open(path);
}

Result<Store> Store::open(const std::string& path, Access access) { return open_file(path, access, nullptr); }

Result<Store> open_file(const std::string& path, Access access, const char* vfs) {
    const auto at_path = [&](base::Error error) {
        if (error.where.empty()) error.where = path;
        return tl::unexpected(std::move(error));
    };
    if (!vfs) {  // another VFS has files of its own
        if (auto good = can_be_opened(path); !good) return at_path(good.error());
    }

    auto inner = std::make_unique<Store::Inner>();
    inner->path = path;
    inner->read_only = access == Access::kReadOnly;
    const int flags = inner->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (auto good = connect(*inner, path, flags, vfs); !good) return at_path(good.error());
    sqlite3* const db = inner->db.get();
    if (!inner->read_only && sqlite3_db_readonly(db, "main") == 1)
        return at_path(sqlite_error(nullptr, SQLITE_READONLY));
    // Exclusive: a second instance gets SQLITE_BUSY at once, and WAL needs no shared memory.
    if (!inner->read_only) {
        if (auto good = execute(db, "PRAGMA locking_mode = EXCLUSIVE"); !good) return at_path(good.error());
    }
    int version = 0;
    if (auto good = look_at(db, version); !good) return at_path(good.error());
    if (!inner->read_only) {
        const auto mode = query_text(db, "PRAGMA journal_mode = WAL");
        if (!mode) return at_path(mode.error());
        inner->wal = *mode == "wal";  // otherwise the disk cannot: a rollback journal is as safe
        if (auto good = execute(db, "PRAGMA synchronous = FULL"); !good) return at_path(good.error());
        if (auto good = migrate_to_newest(*inner, version); !good) return at_path(good.error());
    } else if (auto good = migrate_to_newest(*inner, version); !good) {
        return at_path(good.error());
    }
    if (auto good = load_journal(*inner); !good) return at_path(good.error());
    return Store(std::move(inner));
}

Result<std::string> Store::serialize() const {
    sqlite3_int64 size = 0;
    unsigned char* const data = sqlite3_serialize(inner_->db.get(), "main", &size, 0);
    if (!data) return tl::unexpected(sqlite_error(nullptr, SQLITE_NOMEM));
    const std::string file =
        as_single_file(std::string_view(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)));
    sqlite3_free(data);
    return file;
}

Status Store::save_copy_as(const std::string& path, bool overwrite) const {
    const auto bytes = serialize();
    if (!bytes) return tl::unexpected(bytes.error());
    return write_file(path, *bytes, overwrite, [&](const std::string& written) -> Status {
        const auto copy = open(written, Access::kReadOnly);
        if (!copy) return tl::unexpected(copy.error());
        const auto ours = snapshot(*this);
        const auto theirs = snapshot(*copy);
        if (ours && theirs && *ours == *theirs && copy->inner_->last_hash == inner_->last_hash) return {};
        return base::fail(ErrorKind::kStorage,
                          "Bản sao đọc lại không giống bản gốc nên không được giữ: hãy lưu vào nơi khác.",
                          "The copy, read back, differs from the original and was not kept: save to another place.");
    });
}

// --- the rest -------------------------------------------------------------------------------------------

bool Store::read_only() const { return inner_->read_only; }
const std::string& Store::path() const { return inner_->path; }
std::uint64_t Store::revision() const { return inner_->revision; }
const std::vector<base::Error>& Store::warnings() const { return inner_->warnings; }

bool Store::can_undo() const { return !inner_->read_only && !inner_->done.empty(); }
bool Store::can_redo() const { return !inner_->read_only && !inner_->undone.empty(); }
std::string Store::undo_words() const { return can_undo() ? inner_->done.back().words : std::string(); }
std::string Store::redo_words() const { return can_redo() ? inner_->undone.back().words : std::string(); }
Status Store::undo() { return undo_last(*inner_); }
Status Store::redo() { return redo_last(*inner_); }
Result<std::vector<JournalEntry>> Store::journal(int limit) const { return read_journal(*inner_, limit); }

void Store::set_who(std::string who) { inner_->who = std::move(who); }
void Store::set_clock(std::function<std::int64_t()> utc_milliseconds) { inner_->clock = std::move(utc_milliseconds); }
void Store::seed_ids(std::uint64_t seed) { inner_->ids.seed(seed); }

}  // namespace thidua::store
