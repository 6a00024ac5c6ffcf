#pragma once
// The most likely words of a row of slots, and how likely each candidate is: a beam over trigram states, forward and
// backward. Internal.

#include <vector>

#include "text/candidates.h"
#include "text/model.h"

namespace thidua::text {

struct Slot {
    const std::vector<Candidate>* candidates = nullptr;  ///< at least one
    bool boundary = false;                               ///< a sentence ends before this slot
};

struct Choice {
    std::size_t best = 0;              ///< into the slot's candidates
    std::vector<float> probabilities;  ///< of each candidate
};

struct History {
    WordId before = kUnknownWord;
    WordId last = kBoundaryWord;
};

class Decoder {
  public:
    explicit Decoder(const LanguageModel::Tables& tables) : tables_(tables) {}

    /// `history` is what came before the first slot; afterwards what the last slots leave behind.
    std::vector<Choice> decode(const std::vector<Slot>& slots, History& history);

  private:
    struct State {
        WordId before, last;
        std::uint32_t bigram;
        float best;           ///< cost of the best path
        float sum;            ///< -ln of the sum of all paths
        std::uint32_t from;   ///< state of the slot before
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
    };

    void advance(const std::vector<State>& from, const Slot& slot, Step& to);
    float word_cost(std::uint32_t bigram, WordId last, WordId word) const;
    void prune(Step& step);

    const LanguageModel::Tables& tables_;
    std::vector<Step> steps_;
    // Room that is used again and again.
    std::vector<bool> grouped_;
    std::vector<std::uint32_t> group_, order_, place_;
    std::vector<State> kept_;
};

}  // namespace thidua::text
