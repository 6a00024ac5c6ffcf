#pragma once
// Gold against restored text, syllable by syllable along the cheapest alignment.

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "text/restore.h"

namespace score {

struct Score {
    std::size_t syllables = 0;  ///< in the gold text: runs of letters or digits
    std::size_t wrong = 0;      ///< substituted, missing or surplus
    std::size_t characters = 0;
    std::size_t character_edits = 0;
    std::size_t restored = 0;        ///< syllables of the restored text
    std::size_t doubtful = 0;        ///< of these, marked
    std::size_t wrong_restored = 0;  ///< restored syllables that are not the gold ones
    std::size_t wrong_doubtful = 0;  ///< of these, marked
    std::size_t numbers = 0;         ///< figures in the gold text
    std::size_t numbers_kept = 0;
    std::size_t codes = 0;  ///< document numbers in the gold text ("21/NQ-HĐND")
    std::size_t codes_kept = 0;
    std::size_t dates = 0;  ///< "19/12/2023", "ngày 19 tháng 12 năm 2023"
    std::size_t dates_kept = 0;
    std::size_t names = 0;  ///< gold syllables inside names of persons and places (names.h)
    std::size_t names_right = 0;
    std::size_t lost = 0;  ///< syllables of gold lines of which nothing arrived; in no other figure

    void add(const Score& other);
    void print(const std::string& name) const;
    double right() const;  ///< 0..1
    double character_error_rate() const;
};

/// `corrections`: for each token that is not right and for which the gold text has words, these in lower case.
Score compare(const std::string& gold, const thidua::text::Restoration& restored, std::ostream* errors = nullptr,
              std::map<std::size_t, std::string>* corrections = nullptr);

}  // namespace score
