// Restoration of arbitrary bytes: no crash, lines kept, spans inside.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

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
    if (std::count(source.begin(), source.end(), '\n') !=
        std::count(restored.text.begin(), restored.text.end(), '\n')) {
        std::abort();
    }
    for (const RestoredToken& token : restored.tokens) {
        if (token.source_begin > token.source_end || token.source_end > source.size()) std::abort();
        if (restored.text.compare(token.begin, token.end - token.begin, token.text) != 0) std::abort();
        if (!(token.confidence >= 0 && token.confidence <= 1)) std::abort();
    }
    // Lessons of any text on any word, given and taken back before their consequences are drawn.
    Restorer job(model, source.substr(0, 600));
    while (!job.step(1000.0)) {
    }
    for (std::size_t i = 0; i + 2 < size && i < 12; i += 3) {
        const std::size_t token = data[i] % (job.result().tokens.size() + 1);
        if (data[i + 1] % 4 == 0) {
            job.forget(token);
        } else {
            job.teach(token, std::string_view(source).substr(std::min<std::size_t>(data[i + 1], source.size()),
                                                             data[i + 2] % 16));
        }
        for (int few = data[i + 2] % 32; few > 0; --few) job.step(0.0);
    }
    while (!job.step(1000.0)) {
    }
    for (const RestoredToken& token : job.result().tokens) {
        if (job.result().text.compare(token.begin, token.end - token.begin, token.text) != 0) std::abort();
    }
    // A damaged model is refused, not read.
    if (LanguageModel::load(source)) std::abort();
    return 0;
}
