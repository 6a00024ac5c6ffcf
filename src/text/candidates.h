#pragma once
// The words that a printed string may stand for: a search over the vocabulary's trie through the channel. Internal.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/channel.h"
#include "text/model.h"

namespace thidua::text {

/// How the letters of a word are set. Decides the side of the channel and the case of what is written.
enum class Casing : unsigned char { kLower, kTitle, kUpper };

std::string apply_casing(std::string_view lower_case, Casing casing);

struct Candidate {
    WordId first = 0;   ///< kUnknownWord: the print as it stands
    WordId second = 0;  ///< second word when the print holds two run together, else 0
    Casing casing = Casing::kLower;
    Casing second_casing = Casing::kLower;
    unsigned char tail = 0;  ///< characters at the end that are punctuation, not part of the word
    bool figure = false;     ///< digits and nothing else
    float cost = 0;          ///< of the channel alone
};

/// Finds candidates and remembers them by print: documents repeat themselves.
class CandidateFinder {
  public:
    CandidateFinder(const LanguageModel::Tables& tables, const Channel& channel)
        : tables_(tables), channel_(channel) {}

    /// Where a print stands, and what is known of the text.
    struct Setting {
        bool capitals_line = false;  ///< the whole line is set in capitals
        bool line_start = false;     ///< a figure here is a list mark
        bool marks_only = false;     ///< letters are right, only marks are missing
    };
    /// Cheapest first (with the unigram); the print as it stands is always the last.
    const std::vector<Candidate>& find(std::u32string_view print, const Setting& setting);

    /// Adds to `evidence` how each letter of the chosen word came to be printed (the cheapest alignment).
    void align(std::u32string_view print, const Candidate& chosen, Channel::Evidence& evidence) const;

  private:
    struct Item {
        std::uint32_t node;
        float cost;
        float key;  ///< cost and what the cheapest word below will add
    };

    /// `loose` also tries edits that the channel does not know.
    void search(std::u32string_view print, Casing casing, bool loose, std::vector<Candidate>& out);
    void search_marks(std::u32string_view print, Casing casing, std::vector<Candidate>& out);
    void search_pairs(std::u32string_view print, Casing casing, std::vector<Candidate>& out);
    float rank(const Candidate& candidate) const;
    void keep_best(std::vector<Candidate>& candidates, std::size_t most, float within) const;

    const LanguageModel::Tables& tables_;
    const Channel& channel_;
    std::unordered_map<std::u32string, std::vector<Candidate>> known_;
    void keep_open(std::vector<Item>& items, float limit);

    std::vector<std::vector<Item>> items_;
    std::vector<float> best_;
    struct Mark {
        std::uint32_t when = 0, place = 0;
    };
    std::vector<Mark> marks_;  ///< by node: where its item stands in the list being tidied
    std::uint32_t now_ = 0;
};

}  // namespace thidua::text
