// Arbitrary bytes as a file that is dropped on the page.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "intake/import_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto imported = thidua::intake::read_incoming("tệp.txt", {reinterpret_cast<const char*>(data), size});
    if (imported && !thidua::base::is_valid_utf8(imported->text)) std::abort();
    if (!imported && (imported.error().vi.empty() || imported.error().en.empty())) std::abort();
    return 0;
}
