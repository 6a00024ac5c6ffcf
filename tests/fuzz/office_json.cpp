// Any text: an error or a value that comes back the same.
#include <cstdint>
#include <cstdlib>

#include "office/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace thidua::office;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto book = year_book_from_json(text)) {
        const auto again = year_book_from_json(to_json(*book, JsonLayout::kCompact));
        if (!again || !(*again == *book)) std::abort();
    }
    if (const auto bundle = plan_bundle_from_json(text)) {
        const auto again = plan_bundle_from_json(to_json(*bundle));
        if (!again || !(*again == *bundle)) std::abort();
    }
    return 0;
}
