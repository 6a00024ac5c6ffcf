#pragma once
// The words that a printed string may stand for: a search over the vocabulary's trie through the channel. Internal.

#include <cstddef>
#include <cstdint>
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
    unsigned char tail = 0;    ///< characters at the end that are punctuation, not part of the word
    bool figure = false;       ///< digits and nothing else
    bool speck = false;        ///< dirt that the OCR took for letters: no word at all
    std::uint16_t taught = 0;  ///< number of a text that a person typed, from 1; 0: the words above
    float cost = 0;            ///< of the channel alone
};

inline constexpr float kSpeckStep = 0.5F;  ///< nats

/// Finds candidates and remembers them by print: documents repeat themselves.
class CandidateFinder {
public:
    CandidateFinder(const LanguageModel::Tables& tables, const Channel& channel)
        : tables_(tables), channel_(&channel), rough_channel_(&channel) {}
    /// A first look leaves out edits that the channel does not know and words run together.
    void look(bool closely) { closely_ = closely; }
    /// Another channel from now on; what is known stays until it is renewed.
    void use(const Channel& channel, const Channel& rough) {
        channel_ = &channel;
        rough_channel_ = &rough;
    }

    /// Where a print stands, and what is known of the text.
    struct Setting {
        bool capitals_line = false;  ///< the whole line is set in capitals
        bool line_start = false;     ///< a figure here is a list mark
        bool marks_only = false;     ///< letters are right, only marks are missing
        bool start = false;          ///< a sentence or a line begins here
        bool edge = false;           ///< short, and so is all towards an end of its line
        unsigned char speck = 0;     ///< how unlikely dirt is here, in steps of kSpeckStep; 0: a clean page
        bool rough = false;          ///< a line of which the OCR made little
    };
    /// Cheapest first (with the unigram); the print as it stands is always the last.
    const std::vector<Candidate>& find(std::u32string_view print, const Setting& setting);

    /// Finds a print's candidates anew, in the place where find() gave them.
    std::vector<Candidate>& renew(std::u32string_view print, const Setting& setting);

    /// Where a print of three words or more without blanks comes apart, ascending; empty when it does not.
    std::vector<std::size_t> cuts(std::u32string_view print, bool capitals_line);

    /// How one letter came to be printed.
    struct Aligned {
        Channel::Case letter_case = Channel::Case::kLower;
        LetterCode letter = 0;
        PrintKey print = 0;
        std::size_t begin = 0;  ///< first printed character
        std::size_t size = 0;   ///< printed characters, 0..kLongestPrint
    };
    /// The cheapest alignment of a word's letters with a print (without its tail), last letter first; empty when they
    /// have too little to do with each other. The result is valid until the next call.
    /// `anything` also lets a letter be printed as what the channel has never seen.
    const std::vector<Aligned>& align(std::u32string_view print, std::u32string_view letters, Casing casing,
                                      bool anything = false);
    /// What the last alignment costs; kNever when there was none.
    float alignment_cost() const { return alignment_cost_; }

private:
    struct Item {
        std::uint32_t node;
        float cost;
        float key;  ///< cost and what the cheapest word below will add
    };

    /// What the line of a word is like, and the channel for it.
    struct Manner {
        const Channel& channel;
        bool rough;
    };
    Manner manner(bool rough) const { return {rough ? *rough_channel_ : *channel_, rough}; }

    /// `loose` also tries edits that the channel does not know.
    void search(std::u32string_view print, Casing casing, const Manner& manner, bool loose,
                std::vector<Candidate>& out);
    void search_marks(std::u32string_view print, Casing casing, std::vector<Candidate>& out);
    void search_pairs(std::u32string_view print, Casing casing, const Manner& manner, std::vector<Candidate>& out);
    float rank(const Candidate& candidate) const;
    void keep_best(std::vector<Candidate>& candidates, std::size_t most, float within) const;

    const LanguageModel::Tables& tables_;
    const Channel* channel_;
    const Channel* rough_channel_;  ///< in lines of which the OCR made little
    bool closely_ = true;
    static std::u32string key_of_entry(std::u32string_view print, const Setting& setting);
    void fill(std::u32string_view print, const Setting& setting, std::vector<Candidate>& found);
    std::unordered_map<std::u32string, std::vector<Candidate>> known_;
    void keep_open(std::vector<Item>& items, float limit);

    std::vector<std::vector<Item>> items_;
    std::vector<float> best_;
    struct Mark {
        std::uint32_t when = 0, place = 0;
    };
    std::vector<Mark> marks_;  ///< by node: where its item stands in the list being tidied
    std::uint32_t now_ = 0;
    std::vector<Aligned> aligned_;
    float alignment_cost_ = Channel::kNever;
};

}  // namespace thidua::text
