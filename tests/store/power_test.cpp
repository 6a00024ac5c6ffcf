// The promise of saving: after any power cut and any failing write the file holds the state before the act or
// after it, never anything else; and an act that was answered with success stays.
#include "memory_disk.h"
#include "office_fixture.h"
#include "store/inner.h"

namespace thidua::store {
namespace {

constexpr const char* kPath = "year.thidua";

/// The acts of the tests: of different sizes, with undo and redo.
std::vector<std::function<base::Status(Store&)>> acts() {
    const auto ok = [](auto result) { return result ? base::Status{} : base::Status(tl::unexpected(result.error())); };
    return {
        [ok](Store& store) { return ok(add_person(store, person_called("An"))); },
        [ok](Store& store) { return ok(accept_plan(store, some_plan())); },
        [](Store& store) { return store.undo(); },
        [](Store& store) { return store.redo(); },
        [ok](Store& store) {
            auto plan = some_plan();
            plan.plan.restored_text = std::string(30000, 'a');  // many pages at once
            return ok(accept_plan(store, plan));
        },
        [](Store& store) { return remove_plan(store, must(snapshot(store)).plans.back().plan.id); },
    };
}

/// A disk that holds a new file.
MemoryDisk new_disk() {
    MemoryDisk::install();
    MemoryDisk disk;
    disk.put(kPath, must(must(Store::in_memory(some_office())).serialize()));
    return disk;
}

office::YearBook content_of(MemoryDisk disk) {
    MemoryDisk* const before = MemoryDisk::current();
    MemoryDisk::current() = &disk;
    office::YearBook book;
    {
        const auto store = open_file(kPath, Access::kReadWrite, MemoryDisk::kVfsName);
        if (store) {
            EXPECT_TRUE(store->warnings().empty());
            book = must(snapshot(*store));
        } else {
            ADD_FAILURE() << store.error().en << " [" << store.error().where << "]";
        }
    }
    MemoryDisk::current() = before;
    return book;
}

TEST(PowerCut, AtAnyWriteLeavesTheStateBeforeOrAfter) {
    MemoryDisk disk = new_disk();
    MemoryDisk::current() = &disk;
    std::vector<office::YearBook> states;
    std::size_t done = 0;     // acts that were answered
    bool watching = false;
    int cuts = 0;

    // States first, on a disk of its own with the same ids.
    {
        Store model = must(open_file(kPath, Access::kReadWrite, MemoryDisk::kVfsName));
        model.seed_ids(7);
        states.push_back(must(snapshot(model)));
        for (const auto& act : acts()) {
            must(act(model));
            states.push_back(must(snapshot(model)));
        }
    }
    disk = new_disk();
    disk.before_step = [&] {
        if (!watching) return;
        watching = false;  // looking makes steps of its own
        for (std::uint32_t seed = 0; seed < 4; ++seed) {
            const auto found = content_of(disk.power_cut(seed));
            const bool before = found == states[done];
            const bool after = done + 1 < states.size() && found == states[done + 1];
            EXPECT_TRUE(before || after) << "step " << disk.steps << ", act " << done << ", seed " << seed;
            ++cuts;
        }
        watching = true;
    };
    watching = true;
    {
        Store store = must(open_file(kPath, Access::kReadWrite, MemoryDisk::kVfsName));
        store.seed_ids(7);
        for (const auto& act : acts()) {
            must(act(store));
            ++done;
            for (std::uint32_t seed = 0; seed < 4; ++seed) {
                watching = false;
                EXPECT_EQ(content_of(disk.power_cut(seed)), states[done]) << "an answered act was lost, act " << done;
                watching = true;
            }
        }
    }  // closing writes, too
    watching = false;
    EXPECT_EQ(content_of(disk.power_cut(0)), states.back());
    EXPECT_GT(cuts, 100);
    MemoryDisk::current() = nullptr;
}

/// One step fails, or all from there on; the act says so, nothing is half done, and work goes on afterwards.
void fail_each_step(int code, int how_many) {
    int failures = 0;
    for (int at = 0;; ++at) {
        MemoryDisk disk = new_disk();
        MemoryDisk::current() = &disk;
        bool reached = false;
        office::YearBook last;
        {
            Store store = must(open_file(kPath, Access::kReadWrite, MemoryDisk::kVfsName));
            store.seed_ids(7);
            disk.steps = 0;
            disk.fail_from = at;
            disk.fail_count = how_many;
            disk.fail_code = code;
            for (const auto& act : acts()) {
                const auto before = must(snapshot(store));
                const auto revision = store.revision();
                const auto result = act(store);
                if (!result) {
                    ++failures;
                    EXPECT_EQ(result.error().kind, base::ErrorKind::kStorage) << result.error().en << result.error().where;
                    EXPECT_EQ(must(snapshot(store)), before);
                    EXPECT_EQ(store.revision(), revision);
                    disk.fail_from = -1;  // the disk is repaired, or space was made
                    must(act(store));
                }
            }
            reached = disk.steps > at;
            disk.fail_from = -1;
            last = must(snapshot(store));
        }
        EXPECT_EQ(content_of(disk.power_cut(0)), last) << "step " << at;
        MemoryDisk::current() = nullptr;
        if (!reached) break;
        ASSERT_LT(at, 2000);
    }
    EXPECT_GT(failures, 10);
}

TEST(FailingDisk, OneWriteErrorIsToldAndHarmless) { fail_each_step(SQLITE_IOERR_WRITE, 1); }
TEST(FailingDisk, AFullDiskIsToldAndHarmless) { fail_each_step(SQLITE_FULL, 1000000); }

TEST(FailingDisk, AFullDiskIsCalledSo) {
    MemoryDisk disk = new_disk();
    MemoryDisk::current() = &disk;
    {
        Store store = must(open_file(kPath, Access::kReadWrite, MemoryDisk::kVfsName));
        disk.fail_from = disk.steps;
        disk.fail_count = 1000000;
        disk.fail_code = SQLITE_FULL;
        const auto added = add_person(store, person_called("An"));
        ASSERT_FALSE(added);
        EXPECT_NE(added.error().vi.find("Hết dung lượng"), std::string::npos);
        disk.fail_from = -1;
    }
    MemoryDisk::current() = nullptr;
}

}  // namespace
}  // namespace thidua::store
