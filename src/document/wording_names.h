#pragma once
// What an office's own wording may be written with: the names with what they mean, and the forms around them.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::document {

struct WordingName {
    std::string name;
    std::string list;  ///< the repeat that it belongs to; empty: known everywhere
    bool is_list = false;
    bool usual = false;  ///< the built-in wording of the kind uses it
    std::string_view vi;
    std::string_view en;
};
/// Every name that templates of this kind may use: first those of the built-in wording in the order of their use, then
/// the others; the names of a list behind it.
std::vector<WordingName> wording_names(std::string_view code);

struct WordingForm {
    std::string_view text;
    std::string_view vi;
    std::string_view en;
};
std::span<const WordingForm> wording_forms();

/// What the name of a field is called in English, for the list of what is missing; the name itself when it is not
/// known.
std::string_view english_name(std::string_view field);

}  // namespace thidua::document
