#pragma once
// A database in memory as blocks of 4096 bytes, for the browser. SQLite reads and writes it through a VFS
// of ours; at the end of each transaction the blocks that changed go to a sink as one batch. The cost of a
// commit is that of the blocks it touched, not of the file.
//
// The sink must keep a batch whole or not at all; batches arrive in order. After a crash the file is then
// the last batch that was kept, a complete commit.

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace thidua::store {

inline constexpr std::size_t kBlockSize = 4096;
using Block = std::array<std::uint8_t, kBlockSize>;

/// What one or more commits changed. Blocks at or beyond the end of the file are to be forgotten.
struct PageBatch {
    std::map<std::uint32_t, Block> blocks;  ///< by number, from 0; the last one padded with zeros
    std::uint64_t file_size = 0;            ///< bytes
    std::uint64_t commit = 0;               ///< 1, 2, 3 … counts through the life of the file

    /// Adds a later batch: its blocks win.
    void merge(const PageBatch& later);
};

class PageSink {
public:
    virtual ~PageSink() = default;
    /// Called inside the commit; must not call back into the database.
    virtual void commit(PageBatch batch) = 0;
};

class PageImage {
public:
    PageImage() = default;
    PageImage(const PageImage&) = delete;
    PageImage& operator=(const PageImage&) = delete;

    // Loading: blocks in any order, then the size. Nothing of it goes to the sink.
    void load_block(std::uint32_t number, const std::uint8_t* bytes, std::size_t count);
    /// Fails (kStorage) when a block below `file_size` was never loaded.
    base::Status finish_loading(std::uint64_t file_size, std::uint64_t commit);

    void set_sink(std::shared_ptr<PageSink> sink) { sink_ = std::move(sink); }
    /// Somebody else has the file: a Store on this image refuses every act.
    void set_read_only() { read_only_ = true; }
    bool read_only() const { return read_only_; }

    std::uint64_t size() const { return size_; }
    std::uint64_t commit_number() const { return commit_; }

    // For the VFS (store/page_vfs.cpp).
    void read(std::uint64_t at, std::uint8_t* out, std::size_t count) const;  ///< zeros beyond the end
    bool write(std::uint64_t at, const std::uint8_t* bytes, std::size_t count);  ///< false: out of memory
    void truncate(std::uint64_t size);
    void commit();  ///< hands the changed blocks to the sink

    std::string bytes() const;  ///< the whole file

private:
    Block* block(std::uint32_t number);  ///< made when it is not there; nullptr: out of memory

    std::vector<std::unique_ptr<Block>> blocks_;
    std::set<std::uint32_t> changed_;
    bool resized_ = false;
    bool read_only_ = false;
    std::uint64_t size_ = 0;
    std::uint64_t commit_ = 0;
    std::shared_ptr<PageSink> sink_;
};

}  // namespace thidua::store
