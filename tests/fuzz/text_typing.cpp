// Any keys in any method: no crash, valid UTF-8 out of valid UTF-8, and blanks stay.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "base/utf8.h"
#include "text/search.h"
#include "text/typing.h"

using namespace thidua;
using namespace thidua::text;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string keys(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 2000));
    for (const TypingMethod method : {TypingMethod::kTelex, TypingMethod::kVni, TypingMethod::kViqr}) {
        for (const bool guard : {false, true}) {
            const std::string text = typed(keys, {method, ToneStyle::kNew, guard});
            if (!base::is_valid_utf8(text)) std::abort();
            if (std::count(keys.begin(), keys.end(), ' ') != std::count(text.begin(), text.end(), ' ')) std::abort();
        }
    }
    const std::size_t half = keys.size() / 2;
    if (const auto hit = Searcher(keys.substr(0, half)).find(keys.substr(half))) {
        for (const auto& [begin, end] : hit->spans) {
            if (begin > end || end > keys.size() - half) std::abort();
        }
    }
    return 0;
}
