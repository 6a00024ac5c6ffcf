#pragma once
// What the tests of restoration share: files, the model that is shipped, a whole restoration.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "text/restore.h"

namespace restoring {

inline std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline const thidua::text::LanguageModel& model() {
    static const thidua::text::LanguageModel loaded = [] {
        auto result = thidua::text::LanguageModel::load(read(THIDUA_SOURCE_DIR "/data/text/restore.lm"));
        if (!result) ADD_FAILURE() << result.error().en;
        return *result;
    }();
    return loaded;
}

inline void finish(thidua::text::Restorer& job) {
    while (!job.step(1000.0)) {
    }
}

/// The token that reads `text`; a failure and an empty token when there is none.
inline const thidua::text::RestoredToken& token(const thidua::text::Restoration& restoration, const std::string& text) {
    const auto at = std::find_if(restoration.tokens.begin(), restoration.tokens.end(),
                                 [&](const auto& t) { return t.text == text; });
    EXPECT_NE(at, restoration.tokens.end()) << text << " in " << restoration.text;
    static const thidua::text::RestoredToken none;
    return at == restoration.tokens.end() ? none : *at;
}

}  // namespace restoring
