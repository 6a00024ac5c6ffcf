#include "store/page_queue.h"

namespace thidua::store {

PageQueue::PageQueue(std::unique_ptr<BatchWriter> writer, std::uint64_t saved) : writer_(std::move(writer)), begun_(saved) {
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
    if (flying_.empty()) begin_write();
    tell();
}

void PageQueue::flush() {
    if (waiting_ && status_.state != StorageState::kFailed) begin_write();
}

void PageQueue::retry() {
    if (!waiting_ || !flying_.empty()) return;
    begin_write();
    tell();
}

void PageQueue::begin_write() {
    const std::uint64_t after = begun_;
    flying_.push_back(std::move(*waiting_));
    waiting_.reset();
    begun_ = flying_.back().commit;
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
    if (result && !failed_) {
        status_.saved_commit = batch.commit;
    } else if (failed_) {
        failed_->merge(batch);  // begun before the failure was known, and refused because of it
    } else {
        failed_ = std::move(batch);
        status_.error = result.error();
    }
    if (!flying_.empty()) return;

    if (failed_) {
        if (waiting_) failed_->merge(*waiting_);
        waiting_ = std::move(failed_);
        failed_.reset();
        begun_ = status_.saved_commit;
        status_.state = StorageState::kFailed;
    } else if (waiting_) {
        begin_write();
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
