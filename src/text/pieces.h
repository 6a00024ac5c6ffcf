#pragma once
// A noisy text cut into words to be decided and things carried as they are: numbers, dates, document codes, list marks.
// Internal.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::text {

struct Piece {
    enum class Kind : unsigned char {
        kWord,    ///< to be decided by channel and model
        kNumber,  ///< carried; a number to the model
        kMark,    ///< carried; unknown to the model (Roman numerals of headings, addresses)
    };
    Kind kind = Kind::kWord;
    int line = 0;
    std::size_t begin = 0;  ///< bytes in the source
    std::size_t end = 0;
    std::u32string print;        ///< the characters of a word
    std::string carried;         ///< what is written for the other kinds
    std::uint16_t read = 0;      ///< the word that a first look made of it, 0: none (Restorer)
    std::uint16_t second = 0;    ///< likewise, when two ran together
    bool sure = false;           ///< ... beyond doubt
    bool boundary = false;       ///< a sentence ends somewhere between the piece before and this one
    bool capitals_line = false;  ///< the line is set in capitals
    bool line_start = false;     ///< nothing stands before it in its line
    bool roman = false;          ///< a Roman numeral that heads a section
    bool letter = false;         ///< a letter that marks a point: "d)"
    bool joined = false;         ///< no blank was printed before it
    bool alone = false;          ///< blanks or line ends on both sides, or punctuation and then these
    bool edge = false;           ///< short and alone, as is all between it and an end of its line
};

/// Cuts one line (without its newline), or a part of one, that begins at byte `offset` of the source, and appends to
/// `pieces`. `head`: the part is the line's first; only there list marks are looked for.
/// `boundary` says whether a sentence ended before the line, and afterwards whether one ended at its end.
/// Returns how many signs stand alone where no writer puts them (": :", "|", "= _"): dirt on the page.
std::size_t cut_line(std::string_view line, std::size_t offset, int number, bool head, bool& boundary,
                     std::vector<Piece>& pieces);

}  // namespace thidua::text
