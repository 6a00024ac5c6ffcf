#pragma once
// What the cells of a list mean: dates, ratings, answers, names, as offices write them.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "office/people.h"

namespace thidua::app {

/// Letters and digits of the folded text, one blank between words.
std::string cell_key(std::string_view cell);

std::optional<office::Rating> rating_of_cell(std::string_view cell);
/// "x", "Có", "1" … ; "Không", "0" …
std::optional<office::Answer> answer_of_cell(std::string_view cell);
std::optional<office::Gender> gender_of_cell(std::string_view cell);
std::optional<office::Initiative::Level> level_of_cell(std::string_view cell);
std::optional<office::Initiative::Kind> initiative_kind_of_cell(std::string_view cell);
/// Code of office::EmulationTitle; "" when it is none. The law's words, the short form or the code.
std::string title_of_cell(std::string_view cell);
std::optional<base::Date> date_of_cell(std::string_view cell);
/// "1985" alone: no date, but not wrong either.
bool only_year(std::string_view cell);

/// "NGUYỄN VĂN AN" to "Nguyễn Văn An"; "1. Nguyễn Văn An" loses its number.
std::string name_of_cell(std::string_view cell);
bool looks_like_name(std::string_view cell);
bool looks_like_position(std::string_view cell);

}  // namespace thidua::app
