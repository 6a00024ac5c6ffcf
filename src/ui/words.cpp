#include "ui/words.h"

namespace thidua::ui {
namespace {

struct Entry {
    std::string_view key, vi, en;
};

constexpr Entry kEntries[] = {
#define WORD(key, vi, en) {#key, vi, en},
#include "ui/words/all.inc"
#undef WORD
};

}  // namespace

std::string_view word_text(Word word, Language language) {
    const Entry& entry = kEntries[static_cast<std::size_t>(word)];
    return language == Language::kVietnamese ? entry.vi : entry.en;
}

std::string_view word_key(Word word) { return kEntries[static_cast<std::size_t>(word)].key; }

std::string fill_in(std::string_view pattern, std::initializer_list<std::string_view> values) {
    std::string out;
    out.reserve(pattern.size() + 16);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                           pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        const std::size_t index = place ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
        if (place && index < values.size()) {
            out += values.begin()[index];
            i += 2;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

}  // namespace thidua::ui
