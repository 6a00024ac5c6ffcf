#pragma once
// Every text of the interface, in Vietnamese and English, as one table: words/<screen>.inc holds lines
//     WORD(kSave, "Lưu", "Save")
// A text may hold {0}, {1} … for what say() is given. A test sees that no language is missing and that
// both hold the same places.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace thidua::ui {

enum class Language : std::uint8_t { kVietnamese, kEnglish };

enum class Word : std::uint16_t {
#define WORD(key, vi, en) key,
#include "ui/words/all.inc"
#undef WORD
    kCount,
};

/// The text of `word`; views into static storage.
std::string_view word_text(Word word, Language language);
/// "kSave", for tests.
std::string_view word_key(Word word);
/// `pattern` with {0}, {1} … replaced; a place without a value stays as it is.
std::string fill_in(std::string_view pattern, std::initializer_list<std::string_view> values);

}  // namespace thidua::ui
