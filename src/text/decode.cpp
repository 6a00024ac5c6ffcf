#include "text/decode.h"

#include <algorithm>
#include <cmath>

namespace thidua::text {
namespace {

constexpr float kModelWeight = 0.8F;  // of the language model against the channel
constexpr std::size_t kBeam = 40;
constexpr float kBeamWidth = 12.0F;  // nats

// -ln(e^-a + e^-b)
float add_costs(float a, float b) {
    const float low = std::min(a, b);
    const float gap = std::max(a, b) - low;
    return gap > 15.0F ? low : low - std::log1p(std::exp(-gap));
}

}  // namespace

float Decoder::word_cost(const State& state, WordId word) const {
    const std::uint32_t shorter = tables_.find_bigram(state.last, word);
    return tables_.cost_of_trigram(state.bigram, word, tables_.cost_of_bigram(shorter, state.last, word));
}

void Decoder::advance(const std::vector<State>& from, const Slot& slot, Step& to) {
    to.states.clear();
    to.arcs.clear();
    const auto& candidates = *slot.candidates;
    // States that share their last word share the next state, whatever stood before.
    struct Target {
        WordId last;
        std::uint32_t candidate;
        std::uint32_t state;
    };
    std::vector<Target> targets;
    for (std::uint32_t s = 0; s < from.size(); ++s) {
        for (std::uint32_t c = 0; c < candidates.size(); ++c) {
            const Candidate& candidate = candidates[c];
            float model = 0;
            WordId before = from[s].last;
            WordId last = candidate.first;
            const bool same_number = candidate.first == kNumberWord && from[s].last == kNumberWord;
            if (same_number) {
                before = from[s].before;
            } else {
                model = word_cost(from[s], candidate.first);
            }
            if (candidate.second != 0) {
                State middle{};
                middle.before = before;
                middle.last = last;
                middle.bigram = before == kUnknownWord ? LanguageModel::Tables::kNoBigram
                                                       : tables_.find_bigram(before, last);
                model += word_cost(middle, candidate.second);
                before = last;
                last = candidate.second;
            }
            const float cost = candidate.cost + kModelWeight * model;
            const auto target = std::find_if(targets.begin(), targets.end(), [&](const Target& t) {
                return t.last == from[s].last && t.candidate == c &&
                       (!same_number || to.states[t.state].before == before);
            });
            std::uint32_t state = 0;
            if (target == targets.end()) {
                state = static_cast<std::uint32_t>(to.states.size());
                targets.push_back({from[s].last, c, state});
                to.states.push_back({before, last, 0, from[s].best + cost, from[s].sum + cost, s, c});
            } else {
                state = target->state;
                State& now = to.states[state];
                now.sum = add_costs(now.sum, from[s].sum + cost);
                if (from[s].best + cost < now.best) {
                    now.best = from[s].best + cost;
                    now.from = s;
                }
            }
            to.arcs.push_back({s, state, c, cost});
        }
    }
}

void Decoder::prune(Step& step) const {
    auto& states = step.states;
    std::vector<std::uint32_t> order(states.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return states[a].best != states[b].best ? states[a].best < states[b].best : a < b;
    });
    std::vector<std::uint32_t> place(states.size(), ~0U);
    std::vector<State> kept;
    for (const std::uint32_t i : order) {
        if (kept.size() == kBeam || states[i].best > states[order[0]].best + kBeamWidth) break;
        place[i] = static_cast<std::uint32_t>(kept.size());
        kept.push_back(states[i]);
    }
    states = std::move(kept);
    std::erase_if(step.arcs, [&](const Arc& arc) { return place[arc.to] == ~0U; });
    for (Arc& arc : step.arcs) arc.to = place[arc.to];
    for (State& state : states) state.bigram = tables_.find_bigram(state.before, state.last);
}

std::vector<Choice> Decoder::decode(const std::vector<Slot>& slots, History& history) {
    std::vector<Choice> choices(slots.size());
    if (slots.empty()) return choices;
    if (steps_.size() < slots.size() + 1) steps_.resize(slots.size() + 1);
    State start{};
    start.before = history.before;
    start.last = history.last;
    start.bigram = tables_.find_bigram(start.before, start.last);
    steps_[0].states.assign(1, start);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (slots[i].boundary) {
            for (State& state : steps_[i].states) {
                const float end = kModelWeight * word_cost(state, kBoundaryWord);
                state.best += end;
                state.sum += end;
                state.before = kUnknownWord;
                state.last = kBoundaryWord;
                state.bigram = LanguageModel::Tables::kNoBigram;
            }
        }
        advance(steps_[i].states, slots[i], steps_[i + 1]);
        prune(steps_[i + 1]);
    }

    // Best path.
    const auto& last = steps_[slots.size()].states; // sorted: the best stands first
    std::uint32_t at = 0;
    history = {last[0].before, last[0].last};
    for (std::size_t i = slots.size(); i > 0; --i) {
        const State& state = steps_[i].states[at];
        choices[i - 1].best = state.candidate;
        at = state.from;
    }
    // Backward: what all paths through a candidate weigh.
    std::vector<float> behind(last.size(), 0.0F);
    float total = last[0].sum;
    for (std::size_t s = 1; s < last.size(); ++s) total = add_costs(total, last[s].sum);
    for (std::size_t i = slots.size(); i > 0; --i) {
        const auto& from = steps_[i - 1].states;
        std::vector<float> before(from.size(), Channel::kNever);
        auto& probabilities = choices[i - 1].probabilities;
        probabilities.assign(slots[i - 1].candidates->size(), 0.0F);
        for (const Arc& arc : steps_[i].arcs) {
            const float rest = arc.cost + behind[arc.to];
            before[arc.from] = add_costs(before[arc.from], rest);
            probabilities[arc.candidate] += std::exp(total - from[arc.from].sum - rest);
        }
        behind.swap(before);
    }
    return choices;
}

}  // namespace thidua::text
