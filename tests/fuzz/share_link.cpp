// Anything may stand behind '#' in an address.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "share/link.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view fragment(reinterpret_cast<const char*>(data), size);
    const auto shared = thidua::share::decode_link(fragment);
    if (!shared) {
        if (shared.error().vi.empty() || shared.error().en.empty()) std::abort();
        return 0;
    }
    const auto again = thidua::share::encode_link(shared->bundle, shared->office);
    if (!again || !thidua::share::decode_link(*again)) std::abort();  // what was read can be shared on
    return 0;
}
