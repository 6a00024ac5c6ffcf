// Any bytes: detection and conversion end in valid UTF-8, and NFC is stable.
#include <cstdint>
#include <cstdlib>

#include "base/utf8.h"
#include "text/collate.h"
#include "text/encodings.h"
#include "text/letters.h"
#include "text/number_words.h"

using namespace thidua;
using namespace thidua::text;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const Unicode unicode = to_unicode(bytes);
        !base::is_valid_utf8(unicode.text) || nfc(unicode.text) != unicode.text)
        std::abort();
    if (!base::is_valid_utf8(from_windows_1252(bytes))) std::abort();
    for (const LegacyEncoding encoding :
         {LegacyEncoding::kNone, LegacyEncoding::kTcvn3, LegacyEncoding::kVni, LegacyEncoding::kViscii,
          LegacyEncoding::kVps, LegacyEncoding::kWindows1258}) {
        const std::string text = from_legacy(bytes, encoding);
        if (!base::is_valid_utf8(text)) std::abort();
        if (nfc(text) != text) std::abort();
    }
    if (compare(bytes, bytes) != 0) std::abort();
    number_from_words(bytes);
    with_tone_style(bytes, ToneStyle::kNew);
    return 0;
}
