#pragma once
// How the enumerations of facts.h are spelled in JSON.

#include <string>
#include <string_view>

#include "law/facts.h"

namespace thidua::law {

std::string word_of(Subject value);
std::string word_of(DisciplineForm value);
std::string word_of(Leave::Kind value);
std::string word_of(Initiative::Kind value);
std::string word_of(Initiative::Level value);
std::string word_of(Award::Ground value);

/// False (and `out` untouched) when there is no such word.
bool from_word(std::string_view word, Subject& out);
bool from_word(std::string_view word, Work& out);
bool from_word(std::string_view word, Rating& out);
bool from_word(std::string_view word, DisciplineForm& out);
bool from_word(std::string_view word, Leave::Kind& out);
bool from_word(std::string_view word, Initiative::Kind& out);
bool from_word(std::string_view word, Initiative::Level& out);
bool from_word(std::string_view word, Award::Ground& out);

}  // namespace thidua::law
