#pragma once
// What kind of text it is, from its words alone. Internal.

#include <cstddef>
#include <string_view>

#include "text/letters.h"
#include "text/syllable.h"

namespace thidua::text {

struct Survey {
    std::size_t words = 0;
    std::size_t syllables = 0;  ///< well-formed as they stand
    std::size_t marked = 0;     ///< with a mark
    std::size_t bare = 0;       ///< ASCII letters only

    void look(std::u32string_view print) {
        bool letters_only = true;
        bool marked_word = false;
        for (const char32_t c : print) {
            letters_only = letters_only && is_letter(c);
            marked_word = marked_word || (is_letter(c) && (c >= 0x80));
        }
        if (print.size() < 2) return;
        ++words;
        if (!letters_only) return;
        marked += marked_word;
        bare += !marked_word;
        syllables += is_syllable(print);
    }
    bool good() const { return words > 0 && syllables * 100 >= words * 85 && marked * 100 >= words * 40; }
    /// Nothing but bare syllables: typed without marks, not scanned.
    bool stripped() const { return words > 0 && marked * 200 <= words && bare * 100 >= words * 97 && !foreign(); }
    /// Another language: plain words of which few could be Vietnamese ones without their marks ("the", "plan").
    bool foreign() const {
        return words >= 4 && marked * 200 <= words && bare * 100 >= words * 90 && syllables * 100 <= words * 55;
    }
};

}  // namespace thidua::text
