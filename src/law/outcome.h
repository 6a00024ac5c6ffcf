#pragma once
// The four answers of the law engine, in rising order: `all` takes the least of its parts, `any` the greatest.

#include <string_view>

namespace thidua::law {

enum class Outcome {
    kNotMet,     ///< không đủ
    kNotKnown,   ///< chưa biết: a fact is missing
    kForPerson,  ///< cần người xem xét: the facts are there, the law leaves the judgement to people
    kMet,        ///< đủ
};

/// "not-met", "not-known", "for-person", "met": as JSON spells it.
std::string_view spelling(Outcome outcome);
/// Words for a person: "Chưa đủ tiêu chuẩn" …
std::string_view words_vi(Outcome outcome);
std::string_view words_en(Outcome outcome);

}  // namespace thidua::law
