// Restoration of arbitrary bytes: no crash, lines kept, spans inside.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "text/restore.h"

using namespace thidua::text;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const LanguageModel model = [] {
        std::ifstream in(THIDUA_SOURCE_DIR "/data/text/restore.lm", std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        auto loaded = LanguageModel::load(bytes);
        if (!loaded) std::abort();
        return *loaded;
    }();
    const std::string source(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 4000));
    const Restoration restored = restore(model, source);
    if (std::count(source.begin(), source.end(), '\n') != std::count(restored.text.begin(), restored.text.end(), '\n')) {
        std::abort();
    }
    for (const RestoredToken& token : restored.tokens) {
        if (token.source_begin > token.source_end || token.source_end > source.size()) std::abort();
        if (restored.text.compare(token.begin, token.end - token.begin, token.text) != 0) std::abort();
        if (!(token.confidence >= 0 && token.confidence <= 1)) std::abort();
    }
    // A damaged model is refused, not read.
    if (LanguageModel::load(source)) std::abort();
    return 0;
}
