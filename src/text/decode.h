#pragma once
// The most likely words of a row of slots, and how likely each candidate is: a beam over trigram states, forward and
// backward. Internal.

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "text/candidates.h"
#include "text/model.h"

namespace thidua::text {

struct Slot {
    const std::vector<Candidate>* candidates = nullptr;  ///< at least one
    bool boundary = false;                               ///< a sentence ends before this slot
    float name = 0;                                      ///< how likely a word set as a name is one
};

struct Choice {
    std::size_t best = 0;              ///< into the slot's candidates
    std::vector<float> probabilities;  ///< of each candidate
};

struct History {
    WordId before = kUnknownWord;
    WordId last = kBoundaryWord;
};

/// The words and pairs of words one document has used so far: what it said once, it is likely to say again.
class Memory {
public:
    /// `times` below 0 takes back.
    void add(WordId before, WordId word, float times) {
        if (words_.size() <= std::max(before, word)) words_.resize(std::max(before, word) + 1u);
        words_[word] += times;
        total_ += times;
        if (before != kUnknownWord) pairs_[key(before, word)] += times;
    }
    bool knows(WordId word) const { return word < words_.size() && words_[word] > 0; }
    /// Likelihood of `word` behind `before`; only for words it knows.
    float likelihood(WordId before, WordId word) const {
        const auto pair = pairs_.find(key(before, word));
        const float followed = before < words_.size() ? words_[before] : 0;
        const float together = pair == pairs_.end() ? 0 : pair->second;
        return kOwn * words_[word] / (total_ + 100.0F) +
               (1 - kOwn) * std::max(0.0F, together - 0.5F) / (followed + 1.0F);
    }

private:
    static constexpr float kOwn = 0.2F;
    static std::uint32_t key(WordId before, WordId word) { return std::uint32_t{before} << 16 | word; }
    std::vector<float> words_;
    std::unordered_map<std::uint32_t, float> pairs_;
    float total_ = 0;
};

class Decoder {
public:
    explicit Decoder(const LanguageModel::Tables& tables) : tables_(tables) {}
    /// From now on mixes in what the document said; must outlive the decoder.
    void remember(const Memory* memory) { memory_ = memory; }
    /// How far behind the best path others are followed: a first look needs less.
    void look(bool closely) { width_ = closely ? kWidth : kQuickWidth; }
    /// Whether more paths are followed from now on: in lines of which the OCR made little.
    void look_widely(bool wide) { wide_ = wide; }

    // A row of slots in small steps: begin, take each slot, turn, then back for each slot from the last to the first.
    void begin(const History& before);
    void take(const Slot& slot);
    /// What the best path leaves behind the last slot.
    History turn();
    void back(Choice& choice);

private:
    struct State {
        WordId before, last;
        std::uint32_t bigram;
        float best;          ///< cost of the best path
        float sum;           ///< -ln of the sum of all paths
        std::uint32_t from;  ///< state of the slot before
        std::uint32_t candidate;
    };
    struct Arc {
        std::uint32_t from, to;
        std::uint32_t candidate;
        float cost;
    };
    struct Step {
        std::vector<State> states;
        std::vector<Arc> arcs;
        std::size_t candidates = 0;
    };

    void advance(const std::vector<State>& from, const Slot& slot, Step& to);
    float word_cost(std::uint32_t bigram, WordId last, WordId word) const;
    void look_up_names(const std::vector<Candidate>& candidates);
    float name_likelihood(WordId last, WordId word, std::size_t candidate) const;
    void prune(Step& step);

    const LanguageModel::Tables& tables_;
    const Memory* memory_ = nullptr;
    static constexpr float kWidth = 10.0F;  // nats
    static constexpr float kQuickWidth = 8.0F;
    float width_ = kWidth;
    bool wide_ = false;
    std::vector<Step> steps_;
    std::size_t taken_ = 0;      ///< slots, while going forward; those not yet gone back over afterwards
    std::uint32_t path_ = 0;     ///< state of the best path at `taken_`
    float total_ = 0;            ///< -ln of the sum of all paths
    std::vector<float> behind_;  ///< -ln of what all paths from each state weigh
    // Room that is used again and again.
    std::vector<bool> grouped_;
    std::vector<std::uint32_t> group_, order_, place_;
    std::vector<State> kept_;
    std::vector<float> before_;
    struct Name {
        float begins, goes_on;
    };
    std::vector<Name> names_;  ///< by candidate of a slot that may be one
};

}  // namespace thidua::text
