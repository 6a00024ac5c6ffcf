#pragma once
// Fixed formulas of administrative language ("chịu trách nhiệm thi hành quyết định này"): long sequences of words that
// many documents share, and where a text seems to hold one. Internal.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace thidua::text {

using WordId = std::uint16_t;
inline constexpr WordId kUnknownWord = 0;
inline constexpr WordId kBoundaryWord = 1;
inline constexpr WordId kNumberWord = 2;
inline constexpr WordId kFirstRealWord = 3;

class Formulas {
public:
    static constexpr std::size_t kLongest = 32;  ///< words

    /// `words` by number: kNumberWord is any figure; `vocabulary` says how long they are.
    void add(const std::vector<WordId>& words, const std::vector<std::string>& vocabulary);
    void finish(std::size_t vocabulary);  ///< after the last add(), before the first look
    std::size_t size() const { return starts_.size(); }

    /// What was read where, as far as it was read (kUnknownWord).
    struct Said {
        WordId word = kUnknownWord;
        WordId second = kUnknownWord;  ///< when two words ran together
        std::size_t length = 0;        ///< printed characters
    };
    /// What the formula has where something was printed; two words where they seem to have run together.
    struct Part {
        std::size_t place;  ///< in the text
        WordId word, second;
        bool agreed;
    };
    struct Match {
        std::vector<Part> parts;
        std::size_t agreed = 0;  ///< words that the text has, figures not counted
    };
    /// Adds the formulas of which what was said at `at` and behind it is a part, and most of the rest agrees too.
    void find(const std::vector<Said>& text, std::size_t at, std::vector<Match>& matches) const;

private:
    struct Place {
        std::uint32_t word = 0;  ///< into words_
        std::uint32_t formula = 0;
    };
    bool follow(const std::vector<Said>& text, std::size_t at, const Place& place, Match& match) const;
    std::size_t end_of(std::size_t formula) const {
        return formula + 1 < starts_.size() ? starts_[formula + 1] : words_.size();
    }

    std::vector<WordId> words_;
    std::vector<std::uint8_t> lengths_;  ///< letters of each
    std::vector<std::uint32_t> starts_;
    std::vector<Place> places_;           ///< all words but the last ones, by word
    std::vector<std::uint32_t> by_word_;  ///< into places_
};

}  // namespace thidua::text
