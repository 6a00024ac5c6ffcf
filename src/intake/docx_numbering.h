#pragma once
// The numbers that Word prints in front of paragraphs but does not store in their text (ECMA-376 part 1, 17.9): "I.",
// "1.", "a)".

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace thidua::intake {

class DocxNumbering {
public:
    /// Reads word/numbering.xml; anything that is not understood gives no numbers.
    static DocxNumbering read(std::string_view xml);

    /// The mark of the next paragraph of list `num` at `level` (from 0): "II.", "1.2.", "-" for bullets; empty when
    /// unknown.
    std::string next(int num, int level);

private:
    static constexpr int kLevels = 9;
    struct Level {
        std::string format;  ///< "decimal", "upperRoman", "bullet" …
        std::string text;    ///< "%1.%2."
        int start = 1;
    };
    struct List {
        std::array<Level, kLevels> levels;
        std::array<int, kLevels> counters{};
        std::array<bool, kLevels> started{};
    };
    std::map<int, List> lists_;    ///< abstract lists
    std::map<int, int> abstract_;  ///< number of a list to its abstract list
};

/// Value of attribute `name` ("val" for w:val="…") in the tag's text; empty when absent.
std::string_view xml_attribute(std::string_view tag, std::string_view name);
/// Small whole number, or `otherwise` when the text is none.
int xml_number(std::string_view text, int otherwise);

}  // namespace thidua::intake
