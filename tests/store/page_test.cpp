// The database in memory and its way into the browser's storage, without a browser.
#include "store/page_image.h"

#include "office_fixture.h"
#include "store/page_queue.h"

namespace thidua::store {
namespace {

/// Keeps every batch.
class Recorder : public PageSink {
public:
    void commit(PageBatch batch) override { batches.push_back(std::move(batch)); }
    std::vector<PageBatch> batches;
};

/// What storage holds after the first `count` batches.
std::shared_ptr<PageImage> after(const std::vector<PageBatch>& batches, std::size_t count) {
    std::map<std::uint32_t, Block> blocks;
    std::uint64_t size = 0;
    std::uint64_t commit = 0;
    for (std::size_t at = 0; at < count; ++at) {
        for (const auto& [number, block] : batches[at].blocks) blocks[number] = block;
        size = batches[at].file_size;
        commit = batches[at].commit;
        blocks.erase(blocks.lower_bound(static_cast<std::uint32_t>((size + kBlockSize - 1) / kBlockSize)), blocks.end());
    }
    auto image = std::make_shared<PageImage>();
    for (const auto& [number, block] : blocks) image->load_block(number, block.data(), block.size());
    must(image->finish_loading(size, commit));
    return image;
}

TEST(Pages, ACrashAfterAnyCommitLeavesThatCommit) {
    auto sink = std::make_shared<Recorder>();
    auto image = std::make_shared<PageImage>();
    image->set_sink(sink);
    office::YearBook book;
    book.office = some_office();
    Store store = must(Store::create_pages(image, book));
    std::vector<office::YearBook> states{must(snapshot(store))};
    const auto acted = [&](const base::Status& status) {
        must(status);
        states.push_back(must(snapshot(store)));
    };
    const auto plan = must(accept_plan(store, some_plan()));
    states.push_back(must(snapshot(store)));
    acted(store.undo());
    acted(store.redo());
    auto big = some_plan();
    big.plan.restored_text = std::string(300000, 'a');
    const auto big_id = must(accept_plan(store, big));
    states.push_back(must(snapshot(store)));
    acted(remove_plan(store, big_id));
    acted(remove_plan(store, plan));

    ASSERT_EQ(sink->batches.size(), states.size()) << "one batch a commit";
    for (std::size_t count = 1; count <= states.size(); ++count) {
        Store again = must(Store::open_pages(after(sink->batches, count), Access::kReadWrite));
        EXPECT_EQ(must(snapshot(again)), states[count - 1]) << "after batch " << count;
        EXPECT_TRUE(again.warnings().empty());
        if (again.can_undo()) must(again.undo());
    }
}

TEST(Pages, CommitNumbersGoOnThroughReopening) {
    auto sink = std::make_shared<Recorder>();
    auto image = std::make_shared<PageImage>();
    image->set_sink(sink);
    office::YearBook book;
    book.office = some_office();
    { Store store = must(Store::create_pages(image, book)); }
    auto loaded = after(sink->batches, 1);
    loaded->set_sink(sink);
    Store store = must(Store::open_pages(loaded, Access::kReadWrite));
    EXPECT_EQ(sink->batches.size(), 1u) << "opening writes nothing";
    must(add_person(store, person_called("An")));
    ASSERT_EQ(sink->batches.size(), 2u);
    EXPECT_EQ(sink->batches[1].commit, 2u);
    EXPECT_EQ(must(snapshot(must(Store::open_pages(after(sink->batches, 2), Access::kReadOnly)))).people.size(), 1u);
}

TEST(Pages, WhatFailsOrChangesNothingIsNotSent) {
    auto sink = std::make_shared<Recorder>();
    auto image = std::make_shared<PageImage>();
    image->set_sink(sink);
    office::YearBook book;
    book.office = some_office();
    Store store = must(Store::create_pages(image, book));
    EXPECT_FALSE(add_people(store, {person_called("An"), person_called("")}));
    office::Award award;
    award.year = 2024;
    award.title = "GK";
    award.person.value = 12345;  // there is no such person
    EXPECT_FALSE(add_award(store, award));
    must(set_office(store, some_office()));
    must(store.journal());
    EXPECT_EQ(sink->batches.size(), 1u);
}

TEST(Pages, ACommitCostsWhatItChangesNotWhatTheFileHolds) {
    auto sink = std::make_shared<Recorder>();
    auto image = std::make_shared<PageImage>();
    image->set_sink(sink);
    office::YearBook book;
    book.office = some_office();
    Store store = must(Store::create_pages(image, book));
    std::size_t early = 0;
    std::size_t late = 0;
    constexpr int kActs = 3000;
    for (int at = 0; at < kActs; ++at) {
        auto person = person_called("Nguyễn Văn " + std::to_string(at));
        person.unit = std::string(300, 'x');
        must(add_person(store, person));
        const std::size_t blocks = sink->batches.back().blocks.size();
        if (at < 100) early = std::max(early, blocks);
        if (at >= kActs - 100) late = std::max(late, blocks);
        sink->batches.clear();
    }
    EXPECT_GT(image->size(), 3u << 20);
    EXPECT_LE(early, 16u);
    EXPECT_LE(late, early + 8) << "a balanced tree grows by levels, not by pages";
    RecordProperty("blocks_early", static_cast<int>(early));
    RecordProperty("blocks_late", static_cast<int>(late));
    RecordProperty("file_bytes", std::to_string(image->size()));
}

TEST(Pages, ABadFileNeverReachesStorage) {
    auto sink = std::make_shared<Recorder>();
    auto image = std::make_shared<PageImage>();
    image->set_sink(sink);
    EXPECT_FALSE(Store::create_pages(image, std::string_view("PK\x03\x04 a zip")));
    EXPECT_TRUE(sink->batches.empty());
    const std::string good = must(must(Store::in_memory(some_office())).serialize());
    must(Store::create_pages(image, std::string_view(good)));
    ASSERT_EQ(sink->batches.size(), 1u);
    must(Store::open_pages(after(sink->batches, 1), Access::kReadOnly));
    EXPECT_FALSE(Store::create_pages(image, std::string_view(good))) << "not onto a file that is there";
}

TEST(Pages, ALostBlockIsNoticed) {
    const std::string bytes = must(must(Store::in_memory(some_office())).serialize());
    PageImage image;
    for (std::size_t at = 0; at < bytes.size(); at += kBlockSize) {
        if (at == 2 * kBlockSize) continue;
        image.load_block(static_cast<std::uint32_t>(at / kBlockSize), reinterpret_cast<const std::uint8_t*>(bytes.data()) + at, kBlockSize);
    }
    const auto loaded = image.finish_loading(bytes.size(), 1);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, base::ErrorKind::kStorage);
}

TEST(Pages, SomebodyElsesFileIsForReading) {
    auto sink = std::make_shared<Recorder>();
    auto image = std::make_shared<PageImage>();
    image->set_sink(sink);
    office::YearBook book;
    book.office = some_office();
    must(Store::create_pages(image, book));
    auto shared = after(sink->batches, 1);
    shared->set_read_only();
    Store store = must(Store::open_pages(shared, Access::kReadWrite));
    EXPECT_TRUE(store.read_only());
    EXPECT_FALSE(add_person(store, person_called("An")));
    auto empty = std::make_shared<PageImage>();
    empty->set_read_only();
    EXPECT_EQ(Store::create_pages(empty, book).error().kind, base::ErrorKind::kConflict);
}

TEST(PageBatch, LaterBlocksWinAndCutOnesGo) {
    PageBatch first;
    first.blocks[0].fill(1);
    first.blocks[5].fill(1);
    first.file_size = 6 * kBlockSize;
    first.commit = 1;
    PageBatch later;
    later.blocks[0].fill(2);
    later.file_size = 2 * kBlockSize;
    later.commit = 2;
    first.merge(later);
    EXPECT_EQ(first.blocks.size(), 1u);
    EXPECT_EQ(first.blocks[0][0], 2);
    EXPECT_EQ(first.commit, 2u);
}

// --- the queue -----------------------------------------------------------------------------------------------------

/// Storage that answers when it is told to, and keeps the rule about `after`.
class SlowStorage {
public:
    struct Write {
        PageBatch batch;
        std::optional<std::uint64_t> after;
        std::function<void(base::Status)> done;
    };
    std::deque<Write> begun;
    std::map<std::uint32_t, Block> blocks;
    std::uint64_t commit = 0;

    void answer(bool fails = false) {
        Write write = std::move(begun.front());
        begun.pop_front();
        if (fails || (write.after && *write.after != commit)) {
            write.done(base::fail(base::ErrorKind::kStorage, "hết chỗ", "no space"));
            return;
        }
        for (const auto& [number, block] : write.batch.blocks) blocks[number] = block;
        commit = write.batch.commit;
        write.done({});
    }
};

class SlowWriter : public BatchWriter {
public:
    explicit SlowWriter(SlowStorage& storage) : storage_(storage) {}
    void write(const PageBatch& batch, std::optional<std::uint64_t> after, std::function<void(base::Status)> done) override {
        storage_.begun.push_back({batch, after, std::move(done)});
    }

private:
    SlowStorage& storage_;
};

class Queue : public ::testing::Test {
protected:
    Queue() : queue_(std::make_shared<PageQueue>(std::make_unique<SlowWriter>(storage_), 0)) {
        queue_->on_status([this](const StorageStatus& status) { told_.push_back(status.state); });
    }
    void commit(std::uint32_t block) {
        PageBatch batch;
        batch.blocks[block].fill(static_cast<std::uint8_t>(++number_));
        batch.file_size = 100 * kBlockSize;
        batch.commit = number_;
        queue_->commit(std::move(batch));
    }

    SlowStorage storage_;
    std::shared_ptr<PageQueue> queue_;
    std::vector<StorageState> told_;
    std::uint64_t number_ = 0;
};

TEST_F(Queue, SavingThenSaved) {
    EXPECT_EQ(queue_->status().state, StorageState::kSaved);
    commit(1);
    EXPECT_EQ(queue_->status().state, StorageState::kSaving);
    EXPECT_EQ(queue_->status().saved_commit, 0u);
    storage_.answer();
    EXPECT_EQ(queue_->status().state, StorageState::kSaved);
    EXPECT_EQ(queue_->status().saved_commit, 1u);
    EXPECT_EQ(told_, (std::vector{StorageState::kSaving, StorageState::kSaved}));
}

TEST_F(Queue, CommitsMadeMeanwhileBecomeOneWrite) {
    commit(1);
    commit(2);
    commit(3);
    EXPECT_EQ(storage_.begun.size(), 1u);
    storage_.answer();
    ASSERT_EQ(storage_.begun.size(), 1u);
    EXPECT_EQ(storage_.begun[0].batch.blocks.size(), 2u);
    EXPECT_EQ(storage_.begun[0].batch.commit, 3u);
    EXPECT_EQ(storage_.begun[0].after, 1u);
    EXPECT_EQ(queue_->status().state, StorageState::kSaving);
    storage_.answer();
    EXPECT_EQ(queue_->status().state, StorageState::kSaved);
    EXPECT_EQ(storage_.commit, 3u);
}

TEST_F(Queue, AFailureKeepsEverythingForTheNextTry) {
    commit(1);
    commit(2);
    storage_.answer(true);
    EXPECT_EQ(queue_->status().state, StorageState::kFailed);
    EXPECT_EQ(queue_->status().error.en, "no space");
    EXPECT_TRUE(storage_.begun.empty()) << "no endless trying";
    queue_->retry();
    ASSERT_EQ(storage_.begun.size(), 1u);
    EXPECT_EQ(storage_.begun[0].batch.blocks.size(), 2u);
    EXPECT_EQ(storage_.begun[0].after, 0u);
    storage_.answer();
    EXPECT_EQ(queue_->status().state, StorageState::kSaved);
    EXPECT_EQ(queue_->status().error, base::Error{});
    EXPECT_EQ(storage_.blocks.size(), 2u);
}

TEST_F(Queue, TheNextCommitTriesAgain) {
    commit(1);
    storage_.answer(true);
    commit(1);
    ASSERT_EQ(storage_.begun.size(), 1u);
    storage_.answer();
    EXPECT_EQ(storage_.blocks[1][0], 2);
    EXPECT_EQ(storage_.commit, 2u);
}

TEST_F(Queue, BeforeThePageGoesNothingWaits) {
    commit(1);
    commit(2);
    queue_->flush();
    ASSERT_EQ(storage_.begun.size(), 2u);
    EXPECT_FALSE(storage_.begun[1].after) << "nothing can be waited for";
    EXPECT_EQ(storage_.begun[1].batch.blocks.size(), 2u) << "whole by itself: the first write may die with the page";
    queue_->flush();
    EXPECT_EQ(storage_.begun.size(), 2u) << "once is enough";
    storage_.answer();
    EXPECT_EQ(queue_->status().state, StorageState::kSaving);
    storage_.answer();
    EXPECT_EQ(queue_->status().state, StorageState::kSaved);
    EXPECT_EQ(storage_.commit, 2u);
    queue_->flush();
    EXPECT_TRUE(storage_.begun.empty()) << "all is saved";
}

TEST_F(Queue, WhatFlushBeganMakesUpForAFailureBeforeIt) {
    commit(1);
    commit(2);
    queue_->flush();
    commit(3);
    storage_.answer(true);
    EXPECT_EQ(queue_->status().state, StorageState::kSaving);
    storage_.answer();
    ASSERT_EQ(storage_.begun.size(), 1u);
    EXPECT_EQ(storage_.begun[0].after, 2u);
    storage_.answer();
    EXPECT_EQ(storage_.commit, 3u);
    EXPECT_EQ(storage_.blocks.size(), 3u);
    EXPECT_EQ(queue_->status().state, StorageState::kSaved);
}

TEST_F(Queue, NothingIsLostWhenFlushFailsToo) {
    commit(1);
    commit(2);
    queue_->flush();
    commit(3);
    storage_.answer();
    storage_.answer(true);
    EXPECT_EQ(queue_->status().state, StorageState::kFailed);
    EXPECT_EQ(queue_->status().saved_commit, 1u);
    queue_->flush();  // the last chance of a page that could not save before
    ASSERT_EQ(storage_.begun.size(), 1u);
    storage_.answer();
    EXPECT_EQ(storage_.commit, 3u);
    EXPECT_EQ(storage_.blocks.size(), 3u);
}

TEST_F(Queue, AnAnswerAfterTheFileWasClosedIsNobodys) {
    commit(1);
    queue_.reset();
    storage_.answer();
    EXPECT_EQ(storage_.commit, 1u);
}

}  // namespace
}  // namespace thidua::store
