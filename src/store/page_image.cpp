#include "store/page_image.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace thidua::store {
namespace {

std::uint32_t blocks_for(std::uint64_t size) { return static_cast<std::uint32_t>((size + kBlockSize - 1) / kBlockSize); }

}  // namespace

void PageBatch::merge(const PageBatch& later) {
    for (const auto& [number, block] : later.blocks) blocks[number] = block;
    blocks.erase(blocks.lower_bound(blocks_for(later.file_size)), blocks.end());
    file_size = later.file_size;
    commit = later.commit;
}

Block* PageImage::block(std::uint32_t number) {
    if (number >= blocks_.size()) blocks_.resize(number + 1);
    if (!blocks_[number]) blocks_[number].reset(new (std::nothrow) Block{});
    return blocks_[number].get();
}

void PageImage::load_block(std::uint32_t number, const std::uint8_t* bytes, std::size_t count) {
    if (Block* const target = block(number)) std::memcpy(target->data(), bytes, std::min(count, kBlockSize));
}

base::Status PageImage::finish_loading(std::uint64_t file_size, std::uint64_t commit) {
    const std::uint32_t count = blocks_for(file_size);
    bool complete = blocks_.size() >= count;
    for (std::uint32_t number = 0; complete && number < count; ++number) complete = blocks_[number] != nullptr;
    if (!complete) {
        return base::fail(base::ErrorKind::kStorage, "Bộ nhớ của trình duyệt đã mất một phần tệp này: hãy mở bản sao lưu gần nhất.",
                          "The browser's storage has lost a part of this file: please open your latest backup.");
    }
    blocks_.resize(count);
    size_ = file_size;
    commit_ = commit;
    changed_.clear();
    return {};
}

void PageImage::read(std::uint64_t at, std::uint8_t* out, std::size_t count) const {
    while (count > 0) {
        const std::size_t number = static_cast<std::size_t>(at / kBlockSize);
        const std::size_t offset = static_cast<std::size_t>(at % kBlockSize);
        const std::size_t part = std::min(count, kBlockSize - offset);
        if (number < blocks_.size() && blocks_[number]) {
            std::memcpy(out, blocks_[number]->data() + offset, part);
        } else {
            std::memset(out, 0, part);
        }
        at += part;
        out += part;
        count -= part;
    }
}

bool PageImage::write(std::uint64_t at, const std::uint8_t* bytes, std::size_t count) {
    const std::uint64_t end = at + count;
    // A write beyond the end leaves a hole; its blocks must exist and reach the sink, too.
    for (std::uint32_t number = blocks_for(size_); number < static_cast<std::uint32_t>(at / kBlockSize); ++number) {
        if (!block(number)) return false;
        changed_.insert(number);
    }
    while (count > 0) {
        const auto number = static_cast<std::uint32_t>(at / kBlockSize);
        const std::size_t offset = static_cast<std::size_t>(at % kBlockSize);
        const std::size_t part = std::min(count, kBlockSize - offset);
        Block* const target = block(number);
        if (!target) return false;
        std::memcpy(target->data() + offset, bytes, part);
        changed_.insert(number);
        at += part;
        bytes += part;
        count -= part;
    }
    size_ = std::max(size_, end);
    return true;
}

void PageImage::truncate(std::uint64_t size) {
    if (size >= size_) return;
    const std::uint32_t count = blocks_for(size);
    blocks_.resize(count);
    changed_.erase(changed_.lower_bound(count), changed_.end());
    const std::size_t tail = static_cast<std::size_t>(size % kBlockSize);
    if (tail != 0 && blocks_.back()) {  // what is padded must be zeros when the file grows again
        std::memset(blocks_.back()->data() + tail, 0, kBlockSize - tail);
        changed_.insert(count - 1);
    }
    size_ = size;
    resized_ = true;
}

void PageImage::commit() {
    if (changed_.empty() && !resized_) return;
    ++commit_;
    if (sink_) {
        PageBatch batch;
        for (const std::uint32_t number : changed_) batch.blocks.emplace(number, *blocks_[number]);
        batch.file_size = size_;
        batch.commit = commit_;
        sink_->commit(std::move(batch));
    }
    changed_.clear();
    resized_ = false;
}

std::string PageImage::bytes() const {
    std::string out(static_cast<std::size_t>(size_), '\0');
    read(0, reinterpret_cast<std::uint8_t*>(out.data()), out.size());
    return out;
}

}  // namespace thidua::store
