// Any bytes as a file: an error, or a store that can be read, undone and written without a crash.
#include <cstdint>

#include "store/store.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace thidua::store;
    auto store = Store::open_bytes(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!store) return 0;
    (void)snapshot(*store);
    (void)store->journal();
    while (store->can_undo() && store->undo()) {
    }
    (void)snapshot(*store);
    (void)store->serialize();
    return 0;
}
