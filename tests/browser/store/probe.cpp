// A page with nothing but the store, for check.mjs: open, act, look.
#include <emscripten.h>

#include "store/commands.h"
#include "store/page_image.h"
#include "store/storage.h"

using namespace thidua;

namespace {

std::unique_ptr<store::WebFile> file;
std::unique_ptr<store::Store> opened;
std::string said;

void say(const base::Error& error) { said = error.en + " [" + error.where + "]"; }

office::YearBook empty_book() {
    office::YearBook book;
    book.office.name = "Phòng Tư pháp huyện An Khê Đông";
    book.office.year = 2024;
    return book;
}

}  // namespace

extern "C" {

/// said: "" until it is open, then "ok", or the error.
EMSCRIPTEN_KEEPALIVE void probe_open(const char* name) {
    said.clear();
    opened.reset();
    file.reset();
    store::web_storage_open(name, nullptr, [](base::Result<std::unique_ptr<store::WebFile>> kept) {
        if (!kept) return say(kept.error());
        file = std::move(*kept);
        const auto access = file->read_only() ? store::Access::kReadOnly : store::Access::kReadWrite;
        auto result = file->image()->size() == 0 ? store::Store::create_pages(file->image(), empty_book())
                                                 : store::Store::open_pages(file->image(), access);
        if (!result) return say(result.error());
        opened = std::make_unique<store::Store>(std::move(*result));
        said = opened->warnings().empty() ? "ok" : "warnings";
    });
}

EMSCRIPTEN_KEEPALIVE void probe_close() {
    opened.reset();
    file.reset();
}

EMSCRIPTEN_KEEPALIVE const char* probe_said() { return said.c_str(); }
EMSCRIPTEN_KEEPALIVE int probe_read_only() { return opened && opened->read_only(); }

/// 0: saved, 1: saving, 2: failed.
EMSCRIPTEN_KEEPALIVE int probe_state() { return static_cast<int>(file->status().state); }
EMSCRIPTEN_KEEPALIVE double probe_saved_commit() { return static_cast<double>(file->status().saved_commit); }
EMSCRIPTEN_KEEPALIVE double probe_newest_commit() { return static_cast<double>(file->status().newest_commit); }
EMSCRIPTEN_KEEPALIVE void probe_retry() { file->retry(); }
EMSCRIPTEN_KEEPALIVE const char* probe_storage_error() {
    static std::string text;
    text = file->status().error.en;
    return text.c_str();
}

/// `count` acts of one person each; returns how many succeeded.
EMSCRIPTEN_KEEPALIVE int probe_add_people(int first, int count) {
    int done = 0;
    for (int number = first; number < first + count; ++number) {
        office::Person person;
        person.full_name = "Nguyễn Văn " + std::to_string(number);
        const auto added = store::add_person(*opened, person);
        if (added) {
            ++done;
        } else {
            say(added.error());
        }
    }
    return done;
}

EMSCRIPTEN_KEEPALIVE int probe_undo() { return opened->undo().has_value(); }

/// People there are; -1 on an error. They must be numbers 0 … n-1 without a gap, else -2.
EMSCRIPTEN_KEEPALIVE int probe_people() {
    const auto book = store::snapshot(*opened);
    if (!book) return -1;
    std::vector<bool> seen(book->people.size());
    for (const auto& person : book->people) {
        const auto number = static_cast<std::size_t>(std::atoi(person.full_name.c_str() + person.full_name.rfind(' ') + 1));
        if (number >= seen.size() || seen[number]) return -2;
        seen[number] = true;
    }
    return static_cast<int>(book->people.size());
}

/// said: names and sizes, a line each; "" until they are there.
EMSCRIPTEN_KEEPALIVE void probe_list() {
    said.clear();
    store::web_storage_list([](base::Result<std::vector<store::StoredFile>> files) {
        if (!files) return say(files.error());
        said = "files:";
        for (const auto& stored : *files) said += "\n" + stored.name + " " + std::to_string(stored.bytes);
    });
}

EMSCRIPTEN_KEEPALIVE void probe_rename(const char* from, const char* to) {
    said.clear();
    store::web_storage_rename(from, to, [](base::Status done) { done ? void(said = "ok") : say(done.error()); });
}

EMSCRIPTEN_KEEPALIVE void probe_remove(const char* name) {
    said.clear();
    store::web_storage_remove(name, [](base::Status done) { done ? void(said = "ok") : say(done.error()); });
}

}  // extern "C"

int main() { return 0; }
