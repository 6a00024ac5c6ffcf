#include "store/page_queue.h"

namespace thidua::store {

PageQueue::PageQueue(std::unique_ptr<BatchWriter> writer, std::uint64_t saved) : writer_(std::move(writer)) {
    status_.saved_commit = saved;
    status_.newest_commit = saved;
}

void PageQueue::commit(PageBatch batch) {
    status_.newest_commit = batch.commit;
    if (waiting_) {
        waiting_->merge(batch);
    } else {
        waiting_ = std::move(batch);
    }
    if (flying_.empty()) begin_write(status_.saved_commit);
    tell();
}

void PageQueue::flush() {
    if (flying_.size() > 1 && !waiting_) return;  // done already
    std::optional<PageBatch> all = std::move(failed_);
    failed_.reset();
    const auto add = [&all](const PageBatch& batch) {
        if (all) {
            all->merge(batch);
        } else {
            all = batch;
        }
    };
    for (const PageBatch& batch : flying_) add(batch);
    if (waiting_) add(*waiting_);
    if (!all) return;
    waiting_ = std::move(all);
    begin_write(std::nullopt);
}

void PageQueue::retry() {
    if (!waiting_ || !flying_.empty()) return;
    begin_write(status_.saved_commit);
    tell();
}

void PageQueue::begin_write(std::optional<std::uint64_t> after) {
    flying_.push_back(std::move(*waiting_));
    waiting_.reset();
    status_.state = StorageState::kSaving;
    // A copy: the writer may answer at once, which takes the batch out of the queue.
    const PageBatch batch = flying_.back();
    writer_->write(batch, after, [weak = weak_from_this()](const base::Status& result) {
        if (const auto self = weak.lock()) self->ended(result);
    });
}

void PageQueue::ended(const base::Status& result) {
    PageBatch batch = std::move(flying_.front());
    flying_.pop_front();
    if (result) {
        status_.saved_commit = batch.commit;
        failed_.reset();  // what flush() began holds the failed batch, too
    } else {
        status_.error = result.error();
        if (failed_) {
            failed_->merge(batch);
        } else {
            failed_ = std::move(batch);
        }
    }
    if (!flying_.empty()) return;

    if (failed_) {
        if (waiting_) failed_->merge(*waiting_);
        waiting_ = std::move(failed_);
        failed_.reset();
        status_.state = StorageState::kFailed;
    } else if (waiting_) {
        begin_write(status_.saved_commit);
    } else {
        status_.state = StorageState::kSaved;
        status_.error = {};
    }
    tell();
}

void PageQueue::tell() {
    if (changed_) changed_(status_);
}

}  // namespace thidua::store
