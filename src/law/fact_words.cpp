#include "law/fact_words.h"

#include <array>
#include <cstddef>

namespace thidua::law {
namespace {

// In the order of the enumerations; index 0 of those that begin with kUnknown is "unknown".
constexpr std::array<std::string_view, 3> kSubjects{"person", "collective", "household"};
constexpr std::array<std::string_view, 4> kWorks{"unknown", "public", "worker", "armed"};
constexpr std::array<std::string_view, 5> kRatings{"unknown", "not_completed", "completed", "good", "excellent"};
constexpr std::array<std::string_view, 7> kForms{"unknown",  "reprimand", "warning",  "salary_cut",
                                                 "demotion", "removal",   "dismissal"};
constexpr std::array<std::string_view, 5> kLeaves{"maternity", "study", "sick", "unpaid", "other"};
constexpr std::array<std::string_view, 2> kInitiatives{"initiative", "research"};
constexpr std::array<std::string_view, 5> kLevels{"unknown", "none", "grassroots", "province", "nation"};
constexpr std::array<std::string_view, 5> kGrounds{"unknown", "merit", "sudden", "thematic", "other"};

template <std::size_t N, class Value>
bool look_up(const std::array<std::string_view, N>& words, std::string_view word, Value& out) {
    for (std::size_t i = 0; i < N; ++i) {
        if (words[i] != word) continue;
        out = static_cast<Value>(i);
        return true;
    }
    return false;
}

template <std::size_t N, class Value>
std::string spell(const std::array<std::string_view, N>& words, Value value) {
    return std::string(words[static_cast<std::size_t>(value)]);
}

}  // namespace

std::string word_of(Subject value) { return spell(kSubjects, value); }
std::string word_of(DisciplineForm value) { return spell(kForms, value); }
std::string word_of(Leave::Kind value) { return spell(kLeaves, value); }
std::string word_of(Initiative::Kind value) { return spell(kInitiatives, value); }
std::string word_of(Initiative::Level value) { return spell(kLevels, value); }
std::string word_of(Award::Ground value) { return spell(kGrounds, value); }

bool from_word(std::string_view word, Subject& out) { return look_up(kSubjects, word, out); }
bool from_word(std::string_view word, Work& out) { return look_up(kWorks, word, out); }
bool from_word(std::string_view word, Rating& out) { return look_up(kRatings, word, out); }
bool from_word(std::string_view word, DisciplineForm& out) { return look_up(kForms, word, out); }
bool from_word(std::string_view word, Leave::Kind& out) { return look_up(kLeaves, word, out); }
bool from_word(std::string_view word, Initiative::Kind& out) { return look_up(kInitiatives, word, out); }
bool from_word(std::string_view word, Initiative::Level& out) { return look_up(kLevels, word, out); }
bool from_word(std::string_view word, Award::Ground& out) { return look_up(kGrounds, word, out); }

}  // namespace thidua::law
