#pragma once
// JSON that remembers the line of every value, so that a mistake in a pack or a facts file is reported where it stands.
// (nlohmann-json reports a place for broken syntax only.)

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace thidua::law {

struct Located {
    enum class Kind { kNull, kBoolean, kNumber, kString, kArray, kObject };
    Kind kind = Kind::kNull;
    int line = 0;  ///< from 1; of a value its end, of an object or array its opening bracket
    bool boolean = false;
    double number = 0;
    std::string string;
    std::vector<Located> items;
    struct Member;
    std::vector<Member> members;  ///< in the order of the text

    /// nullptr when there is no such member.
    const Located* find(std::string_view key) const;
};

/// Not a std::pair: that one wants to know all of Located while Located is still being declared (clang with libstdc++).
struct Located::Member {
    std::string key;
    Located value;
};

/// Errors: broken syntax, a key that occurs twice in one object, nesting deeper than 64, a file over 16 MB.
base::Result<Located> parse_located(std::string_view text, std::string_view file);

/// "file:line"
std::string place(std::string_view file, int line);

}  // namespace thidua::law
