#pragma once
// Vietnamese order: as CLDR's "vi" (a ă â b c d đ e ê … o ô ơ … u ư; tones level, huyền, hỏi, ngã, sắc, nặng; lower case
// before upper), and the order of lists of persons: by given name, then family and middle names.

#include <string>
#include <string_view>

namespace thidua::text {

/// A string that compares bytewise as CLDR vi does (tertiary strength, spaces and punctuation before digits).
/// For SQLite columns and std::sort.
std::string sort_key(std::string_view text);
/// < 0, 0, > 0
int compare(std::string_view a, std::string_view b);

struct PersonName {
    std::string family;  ///< "Nguyễn"
    std::string middle;  ///< "Thị Hồng"; may be empty
    std::string given;   ///< "Vân"; the last word
};
PersonName split_name(std::string_view full_name);

/// Key for lists of persons: "Trần Văn An" stands before "Lê Thị Bình".
std::string name_sort_key(std::string_view full_name);
int compare_names(std::string_view a, std::string_view b);

}  // namespace thidua::text
