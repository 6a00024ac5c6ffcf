#pragma once
// A disk that can fail and lose power, as an SQLite VFS. What was written but not synced may be there after
// a power cut, or not, sector by sector, in any combination; what was synced is there.

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace thidua::store {

class MemoryDisk {
public:
    static constexpr const char* kVfsName = "memory-disk";
    static constexpr std::size_t kSector = 512;

    struct Change {
        std::size_t at;         ///< byte
        std::string bytes;      ///< one sector at most
        bool truncates;         ///< cut at `at` instead
    };
    struct File {
        std::string now;        ///< as the program sees it
        std::string synced;
        std::vector<Change> since;  ///< what a power cut may lose

        void apply(std::string& content, const Change& change) const {
            if (change.truncates) {
                content.resize(std::min(content.size(), change.at));
                return;
            }
            if (content.size() < change.at + change.bytes.size()) content.resize(change.at + change.bytes.size(), '\0');
            content.replace(change.at, change.bytes.size(), change.bytes);
        }
    };

    std::map<std::string, File> files;
    int steps = 0;                         ///< writes, truncations, syncs and removals so far
    int fail_from = -1;                    ///< the first step that fails; -1 never
    int fail_count = 1;                    ///< how many fail in a row
    int fail_code = SQLITE_IOERR_WRITE;
    std::function<void()> before_step;     ///< sees the disk as it is before each step

    /// The disk after the power was cut now.
    MemoryDisk power_cut(std::uint32_t seed) const {
        std::mt19937 random(seed);
        MemoryDisk after;
        for (const auto& [name, file] : files) {
            std::string content = file.synced;
            // Seed 0 loses all that was not synced, seed 1 nothing, others some of it.
            for (const Change& change : file.since) {
                const bool kept = seed == 0 ? false : seed == 1 ? true : random() % 2 == 0;
                if (kept) file.apply(content, change);
            }
            after.files[name].now = after.files[name].synced = content;
        }
        return after;
    }

    void put(const std::string& name, const std::string& bytes) { files[name].now = files[name].synced = bytes; }

    /// The disk that the VFS works on.
    static MemoryDisk*& current() {
        static MemoryDisk* disk = nullptr;
        return disk;
    }
    static void install();

    int step() {
        if (before_step) before_step();
        const int number = steps++;
        return fail_from >= 0 && number >= fail_from && number < fail_from + fail_count ? fail_code : SQLITE_OK;
    }
};

}  // namespace thidua::store
