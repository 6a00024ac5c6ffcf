#pragma once
// Which syllables of a gold text stand inside names of persons and places.

#include <string>
#include <vector>

namespace score {

/// One flag a syllable (a run of letters or digits). By how the text is set, not by any list: two or more capitalised
/// syllables in a row with nothing but blanks between them, or a single one behind a word for a place ("tỉnh", "xã") or
/// a person ("ông"). A row that a word of an office, a rank or a document begins ("Sở Giáo", "Ban Thường") is no name;
/// neither is anything in a line of capitals.
std::vector<bool> inside_names(const std::string& gold);

}  // namespace score
