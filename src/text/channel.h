#pragma once
// How letters come out of OCR: the cost of reading a letter as a string of 0..3 printed characters. Learned from
// rendered pages (data/text/channel.tsv), then learned once more from the document at hand.

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/alphabet.h"

namespace thidua::text {

/// Up to three printed characters in one number; the first in the lowest bits, 0 for none.
using PrintKey = std::uint32_t;
inline constexpr int kPrintBits = 10;
inline constexpr int kLongestPrint = 3;

class Channel {
public:
    struct Reading {
        LetterCode letter;
        float cost;  ///< -ln P(print | letter)
    };
    enum class Case : unsigned char { kLower, kUpper };

    /// Lines "letter TAB print TAB count TAB total"; lines that are not are skipped.
    explicit Channel(std::string_view table);

    /// Letters that may have printed this, cheapest first.
    const std::vector<Reading>& readings(Case letter_case, PrintKey print) const;
    /// Letters that may have printed nothing.
    const std::vector<Reading>& vanished(Case letter_case) const { return readings(letter_case, 0); }
    /// Cost of one reading; kNever when the table has no such entry.
    float cost(Case letter_case, LetterCode letter, PrintKey print) const;
    static constexpr float kNever = 1e9F;

    /// Counts seen in one document; `with` gives the table that believes both.
    class Evidence {
    public:
        void add(Case letter_case, LetterCode letter, PrintKey print, float times);
        void add(const Evidence& other, float times);

    private:
        friend class Channel;
        std::array<std::unordered_map<std::uint64_t, float>, 2> counts_;
        std::array<std::array<float, kLetters>, 2> totals_{};
    };
    /// `belief`: the table weighs as much as that many letters of the document. What was seen twice and is not in the
    /// table becomes an entry.
    Channel with(const Evidence& evidence, float belief) const;

private:
    Channel() = default;
    void set(Case letter_case, LetterCode letter, PrintKey print, float probability);
    void finish();
    static std::uint64_t entry_key(LetterCode letter, PrintKey print) { return (std::uint64_t{letter} << 32) | print; }

    struct Side {
        std::unordered_map<std::uint64_t, float> probability;  ///< by letter and print
        std::array<std::vector<Reading>, kPrints> single;      ///< by print code; [0] is "nothing"
        std::unordered_map<PrintKey, std::vector<Reading>> longer;
    };
    std::array<Side, 2> sides_;
};

}  // namespace thidua::text
