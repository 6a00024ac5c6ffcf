#pragma once
// The way of commits into the browser's storage: one transaction at a time, later commits wait and are
// merged, a failure loses nothing and is told. Knows no browser: tests drive it with a writer of their own.

#include <deque>
#include <functional>
#include <memory>
#include <optional>

#include "store/page_image.h"
#include "store/storage.h"

namespace thidua::store {

/// Keeps batches for good. Writes that were begun end in the order in which they were begun.
class BatchWriter {
public:
    virtual ~BatchWriter() = default;
    /// Must keep the batch whole or not at all. Fails when the newest commit that is kept is not `after`. No `after`:
    /// the page may be gone at once, so nothing can be waited for, and the batch fits whatever of ours is kept.
    virtual void write(const PageBatch& batch, std::optional<std::uint64_t> after, std::function<void(base::Status)> done) = 0;
};

class PageQueue : public PageSink, public std::enable_shared_from_this<PageQueue> {
public:
    /// `saved` is the number of the commit that was loaded, 0 for a new file.
    PageQueue(std::unique_ptr<BatchWriter> writer, std::uint64_t saved);

    void commit(PageBatch batch) override;
    /// Writes all that is not known to be kept, also what is on its way, without waiting: the page may be gone soon.
    void flush();
    /// Tries again after a failure.
    void retry();

    const StorageStatus& status() const { return status_; }
    void on_status(std::function<void(const StorageStatus&)> changed) { changed_ = std::move(changed); }

private:
    void begin_write(std::optional<std::uint64_t> after);
    void ended(const base::Status& result);
    void tell();

    std::unique_ptr<BatchWriter> writer_;
    std::optional<PageBatch> waiting_;
    std::deque<PageBatch> flying_;     ///< one, or one and what flush() began
    std::optional<PageBatch> failed_;  ///< older than what waits
    StorageStatus status_;
    std::function<void(const StorageStatus&)> changed_;
};

}  // namespace thidua::store
