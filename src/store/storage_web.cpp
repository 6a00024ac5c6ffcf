// Files in the browser's IndexedDB. The JavaScript half is web/store.js; this half turns its events into calls.

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "store/page_queue.h"
#include "store/storage.h"

// web/store.js. Numbers that may exceed 32 bits are doubles, exact below 2^53.
extern "C" {
using ThiduaAnswer = void (*)(int request, int event, double a, double b);
void thidua_pages_lock(int request, const char* name, std::size_t length, ThiduaAnswer answer);
void thidua_pages_unlock(int request);
void thidua_pages_load(int request, const char* name, std::size_t length, ThiduaAnswer answer);
std::uint32_t thidua_pages_take(int request, int index, std::uint8_t* target);
int thidua_pages_text(int request, char* target, int most);
void thidua_pages_write(int request, const char* name, std::size_t length, double after, double commit, double size,
                        const std::uint32_t* numbers, const std::uint8_t* const* blocks, int count, ThiduaAnswer answer);
void thidua_pages_list(int request, ThiduaAnswer answer);
void thidua_pages_move(int request, const char* from, std::size_t from_length, const char* to, std::size_t to_length,
                       ThiduaAnswer answer);
void thidua_pages_watch(ThiduaAnswer answer);
}

namespace thidua::store {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

enum Event { kBlocks = 1, kDone = 2, kFailed = 3, kLeaving = 4 };
enum Reason { kNoSpace = 1, kNoStorage = 2, kSomebodyElse = 3, kClosed = 4, kOther = 5, kNotThere = 6, kNameTaken = 7 };

using Listener = std::function<void(int request, Event event, double a, double b)>;

std::map<int, Listener>& listeners() {
    static std::map<int, Listener> all;
    return all;
}

std::vector<std::weak_ptr<PageQueue>>& open_queues() {
    static std::vector<std::weak_ptr<PageQueue>> all;
    return all;
}

void answer(int request, int event, double a, double b) {
    if (event == kLeaving) {
        for (const auto& weak : open_queues()) {
            if (const auto queue = weak.lock()) queue->flush();
        }
        return;
    }
    const auto found = listeners().find(request);
    if (found == listeners().end()) return;
    const Listener listener = found->second;  // it may begin another request, which moves the map
    if (event != kBlocks) listeners().erase(found);
    listener(request, static_cast<Event>(event), a, b);
}

int listen(Listener listener) {
    static int last = 0;
    listeners()[++last] = std::move(listener);
    return last;
}

Error failure(int request, double reason) {
    std::array<char, 300> buffer{};
    const int count = thidua_pages_text(request, buffer.data(), static_cast<int>(buffer.size()));
    std::string detail(buffer.data(), static_cast<std::size_t>(count));
    switch (static_cast<int>(reason)) {
        case kNoSpace:
            return {ErrorKind::kStorage, "Trình duyệt hết chỗ lưu: hãy tải tệp xuống máy ngay, rồi giải phóng bớt dung lượng.",
                    "The browser has no space left: download the file now, then free some space.", detail};
        case kNoStorage:
            return {ErrorKind::kStorage,
                    "Trình duyệt không cho lưu ở trang này (có thể đang ở chế độ ẩn danh): hãy tải tệp xuống máy trước khi đóng trang.",
                    "The browser does not allow storage on this page (a private window?): download the file before you close the page.", detail};
        case kSomebodyElse:
            return {ErrorKind::kConflict, "Tệp đang mở hoặc vừa được sửa ở một thẻ khác: hãy tải bản này xuống máy rồi mở lại trang.",
                    "The file is open, or was just changed, in another tab: download this copy, then reload the page.", detail};
        case kClosed:
            return {ErrorKind::kStorage, "Trình duyệt đã ngắt việc lưu: hãy bấm lưu lại, hoặc tải tệp xuống máy.",
                    "The browser broke off saving: try again, or download the file.", detail};
        case kNotThere:
            return {ErrorKind::kNotFound, "Không còn tệp này trong trình duyệt.", "This file is no longer in the browser.", detail};
        case kNameTaken:
            return {ErrorKind::kConflict, "Đã có tệp cùng tên: hãy chọn tên khác.", "There is already a file of that name: choose another.", detail};
        default:
            return {ErrorKind::kStorage, "Không lưu được vào trình duyệt: hãy tải tệp xuống máy.",
                    "Saving in the browser failed: download the file.", detail};
    }
}

class IndexedDbWriter : public BatchWriter {
public:
    explicit IndexedDbWriter(std::string name) : name_(std::move(name)) {}

    void write(const PageBatch& batch, std::optional<std::uint64_t> after, std::function<void(Status)> done) override {
        std::vector<std::uint32_t> numbers;
        std::vector<const std::uint8_t*> blocks;
        for (const auto& [number, block] : batch.blocks) {
            numbers.push_back(number);
            blocks.push_back(block.data());
        }
        const int request = listen([done = std::move(done)](int at, Event event, double reason, double) {
            done(event == kDone ? Status{} : Status(tl::unexpected(failure(at, reason))));
        });
        // Copies the blocks before it returns.
        thidua_pages_write(request, name_.data(), name_.size(), after ? static_cast<double>(*after) : -1.0, static_cast<double>(batch.commit),
                           static_cast<double>(batch.file_size), numbers.data(), blocks.data(), static_cast<int>(numbers.size()), answer);
    }

private:
    std::string name_;
};

class IndexedDbFile : public WebFile {
public:
    IndexedDbFile(std::string name, std::shared_ptr<PageImage> image, int lock)
        : name_(std::move(name)), image_(std::move(image)), lock_(lock) {
        if (read_only()) {
            image_->set_read_only();
            return;
        }
        queue_ = std::make_shared<PageQueue>(std::make_unique<IndexedDbWriter>(name_), image_->commit_number());
        image_->set_sink(queue_);
        std::erase_if(open_queues(), [](const auto& weak) { return weak.expired(); });
        open_queues().push_back(queue_);
    }
    ~IndexedDbFile() override {
        if (queue_) queue_->flush();  // IndexedDB ends transactions in order: the next to open sees them
        if (lock_ != 0) thidua_pages_unlock(lock_);
    }

    const std::string& name() const override { return name_; }
    std::shared_ptr<PageImage> image() override { return image_; }
    bool read_only() const override { return lock_ == 0; }
    StorageStatus status() const override { return queue_ ? queue_->status() : StorageStatus{}; }
    void on_status(std::function<void(const StorageStatus&)> changed) override {
        if (queue_) queue_->on_status(std::move(changed));
    }
    void retry() override {
        if (queue_) queue_->retry();
    }

private:
    std::string name_;
    std::shared_ptr<PageImage> image_;
    std::shared_ptr<PageQueue> queue_;
    int lock_;  ///< the request that got it; 0: another tab has it
};

/// What web_storage_open carries from step to step.
struct Opening {
    std::string name;
    std::shared_ptr<PageImage> image = std::make_shared<PageImage>();
    int lock = 0;
    std::function<void(float)> progress;
    std::function<void(Result<std::unique_ptr<WebFile>>)> done;

    void fail(Error error) const {
        if (lock != 0) thidua_pages_unlock(lock);
        done(tl::unexpected(std::move(error)));
    }
};

void load(const std::shared_ptr<Opening>& opening) {
    const int request = listen([opening](int at, Event event, double a, double b) {
        if (event == kBlocks) {
            Block block{};
            for (int index = 0; index < static_cast<int>(a); ++index) {
                const std::uint32_t number = thidua_pages_take(at, index, block.data());
                opening->image->load_block(number, block.data(), block.size());
            }
            if (opening->progress) opening->progress(static_cast<float>(b));
            return;
        }
        if (event != kDone) return opening->fail(failure(at, a));
        const auto loaded = opening->image->finish_loading(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
        if (!loaded) return opening->fail(loaded.error());
        opening->done(std::make_unique<IndexedDbFile>(opening->name, opening->image, opening->lock));
    });
    thidua_pages_load(request, opening->name.data(), opening->name.size(), answer);
}

/// Tabs and line ends would break the listing.
std::string plain_name(std::string name) {
    std::replace_if(name.begin(), name.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return name;
}

std::vector<StoredFile> read_listing(std::string_view lines) {
    std::vector<StoredFile> files;
    while (!lines.empty()) {
        std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        const auto number = [&line] {
            std::uint64_t value = 0;
            const std::size_t tab = std::min(line.find('\t'), line.size());
            std::from_chars(line.data(), line.data() + tab, value);
            line.remove_prefix(std::min(tab + 1, line.size()));
            return value;
        };
        StoredFile file;
        file.bytes = number();
        file.commit = number();
        file.changed_at = static_cast<std::int64_t>(number());
        file.name = line;
        files.push_back(std::move(file));
    }
    std::sort(files.begin(), files.end(), [](const StoredFile& a, const StoredFile& b) { return a.changed_at > b.changed_at; });
    return files;
}

void move(const std::string& from, const std::string& to, std::function<void(Status)> done) {
    const int request = listen([done = std::move(done)](int at, Event event, double reason, double) {
        done(event == kDone ? Status{} : Status(tl::unexpected(failure(at, reason))));
    });
    thidua_pages_move(request, from.data(), from.size(), to.data(), to.size(), answer);
}

}  // namespace

void web_storage_open(const std::string& name, std::function<void(float)> progress,
                      std::function<void(Result<std::unique_ptr<WebFile>>)> done) {
    thidua_pages_watch(answer);
    auto opening = std::make_shared<Opening>();
    opening->name = plain_name(name);
    opening->progress = std::move(progress);
    opening->done = std::move(done);
    const int request = listen([opening](int at, Event, double got, double) {
        if (got > 0) opening->lock = at;
        load(opening);
    });
    thidua_pages_lock(request, opening->name.data(), opening->name.size(), answer);
}

void web_storage_list(std::function<void(Result<std::vector<StoredFile>>)> done) {
    const int request = listen([done = std::move(done)](int at, Event event, double a, double) {
        if (event != kDone) return done(tl::unexpected(failure(at, a)));
        std::string lines(static_cast<std::size_t>(a), '\0');
        thidua_pages_text(at, lines.data(), static_cast<int>(lines.size()));
        done(read_listing(lines));
    });
    thidua_pages_list(request, answer);
}

void web_storage_remove(const std::string& name, std::function<void(Status)> done) { move(name, "", std::move(done)); }

void web_storage_rename(const std::string& from, const std::string& to, std::function<void(Status)> done) {
    move(from, plain_name(to), std::move(done));
}

}  // namespace thidua::store
