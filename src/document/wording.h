#pragma once
// Phrases that every kind of document words the same way: names, numbers, dates, citations (NĐ 30/2020 Phụ lục I, mục
// II).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "office/office.h"
#include "office/people.h"
#include "office/plan.h"
#include "office/year_book.h"

namespace thidua::document {

/// What a person still has to write, on paper or in Word.
inline constexpr std::string_view kBlank = "……";

std::string capitals(std::string_view text);
/// First letter in capitals, the rest untouched.
std::string sentence_start(std::string_view text);
/// First letter small, unless the first word is a name or an abbreviation ("Tây Ninh …", "UBND …").
std::string inside_sentence(std::string_view text);
/// Without trailing spaces and the marks . ; , : and "./." at the end.
std::string without_end_mark(std::string_view text);
/// With one full stop, unless it ends with an ellipsis.
std::string sentence_end(std::string_view text);
/// "05", "12": counts below 10 get a zero, as offices write them.
std::string counted(std::size_t number);

/// "Phòng Tư pháp thành phố Tây Ninh" under "UBND thành phố Tây Ninh" is printed as "Phòng Tư pháp": the place is said
/// above.
std::string issuer_below(std::string_view issuer, std::string_view superior);
/// Number as printed: below 10 padded with a zero ("5/KH-PTP" is "05/KH-PTP").
std::string padded_number(std::string_view number);

/// "Kế hoạch số 53/KH-UBND ngày 14/3/2024 của UBND thành phố Tây Ninh về phát động …"; a law without number and issuer.
std::string citation(const office::BasisDocument& basis);
/// "Kế hoạch số 12/KH-PTP ngày 18/3/2024 về phát động …"; says "chưa ghi số" rather than nothing.
std::string citation(const office::Plan& plan);

std::string_view wording(office::Task::State state);
std::string_view wording(office::Rating rating);
std::string_view wording(office::Initiative::Level level);
/// The law's words for a title code; the code itself when it is not in the table.
std::string title_name(std::string_view code);
/// Full name of a person of the book; "Tập thể …" for none; a person who is not in the book is said to be missing.
std::string subject_name(const office::YearBook& book, base::Id<office::Person> person);

}  // namespace thidua::document
