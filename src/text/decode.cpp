#include "text/decode.h"

#include <algorithm>
#include <cmath>

namespace thidua::text {
namespace {

constexpr float kModelWeight = 0.95F;  // of the language model against the channel
constexpr std::size_t kBeam = 20;
constexpr std::size_t kWideBeam = 40;
constexpr float kMemoryShare = 0.08F;  // of what the document itself said before
// Behind a word that names go on from: shares of a name's beginning and of any other word of names.
constexpr float kNameBegins = 0.1F;
constexpr float kNameGoesOn = 0.2F;
constexpr std::uint32_t kGone = ~0U;

// -ln(e^-a + e^-b)
float add_costs(float a, float b) {
    const float low = std::min(a, b);
    const float gap = std::max(a, b) - low;
    return gap > 15.0F ? low : low - std::log1p(std::exp(-gap));
}

}  // namespace

float Decoder::word_cost(std::uint32_t bigram, WordId last, WordId word) const {
    const std::uint32_t shorter = tables_.find_bigram(last, word);
    return tables_.cost_of_trigram(bigram, word, tables_.cost_of_bigram(shorter, last, word));
}

void Decoder::look_up_names(const std::vector<Candidate>& candidates) {
    names_.clear();
    for (const Candidate& candidate : candidates) {
        names_.push_back({tables_.name_likelihood(kBoundaryWord, candidate.first),
                          tables_.name_likelihood(kUnknownWord, candidate.first)});
    }
}

// In a name of a person or a place: begun here, or gone on with.
float Decoder::name_likelihood(WordId last, WordId word, std::size_t candidate) const {
    const Name& name = names_[candidate];
    if (last < kFirstRealWord || !tables_.may_go_on(last)) return name.begins;
    if (name.begins == 0 && name.goes_on == 0) return 0;  // in no list at all
    return kNameBegins * name.begins + kNameGoesOn * name.goes_on +
           (1 - kNameBegins - kNameGoesOn) * tables_.name_likelihood(last, word);
}

void Decoder::advance(const std::vector<State>& from, const Slot& slot, Step& to) {
    to.states.clear();
    to.arcs.clear();
    const auto& candidates = *slot.candidates;
    if (slot.name > 0) look_up_names(candidates);
    const float no_name = slot.name > 0 ? -std::log1p(-slot.name) : 0.0F;
    float best = Channel::kNever;
    // States that share their last word lead to the same state by the same candidate, whatever stood before.
    grouped_.assign(from.size(), false);
    for (std::uint32_t leader = 0; leader < from.size(); ++leader) {
        if (grouped_[leader]) continue;
        group_.clear();
        for (std::uint32_t s = leader; s < from.size(); ++s) {
            if (from[s].last != from[leader].last) continue;
            group_.push_back(s);
            grouped_[s] = true;
        }
        const WordId last = from[leader].last;
        for (std::uint32_t c = 0; c < candidates.size(); ++c) {
            const Candidate& candidate = candidates[c];
            if (from[leader].best + candidate.cost > best + width_) continue;
            if (candidate.speck ||
                (candidate.figure && last == kNumberWord)) {  // it is no word; figures in a row count once
                for (const std::uint32_t s : group_) {
                    to.arcs.push_back({s, static_cast<std::uint32_t>(to.states.size()), c, candidate.cost});
                    to.states.push_back(from[s]);
                    State& state = to.states.back();
                    state.best += candidate.cost;
                    state.sum += candidate.cost;
                    state.from = s;
                    state.candidate = c;
                    best = std::min(best, state.best);
                }
                continue;
            }
            const std::uint32_t bigram = tables_.find_bigram(last, candidate.first);
            const float shorter = tables_.cost_of_bigram(bigram, last, candidate.first);
            State next{last, candidate.first, bigram, Channel::kNever, Channel::kNever, 0, c};
            float second = 0;
            if (candidate.second != 0) {
                second = word_cost(bigram, candidate.first, candidate.second);
                next.before = candidate.first;
                next.last = candidate.second;
                next.bigram = tables_.find_bigram(candidate.first, candidate.second);
            }
            float remembered = 0;
            if (memory_ && candidate.first >= kFirstRealWord && memory_->knows(candidate.first)) {
                remembered = kMemoryShare * memory_->likelihood(last, candidate.first);
            }
            const bool may_be_name = slot.name > 0 && candidate.first >= kFirstRealWord;
            const float listed = may_be_name ? slot.name * name_likelihood(last, candidate.first, c) : 0.0F;
            const auto place = static_cast<std::uint32_t>(to.states.size());
            for (const std::uint32_t s : group_) {
                float model = tables_.cost_of_trigram(from[s].bigram, candidate.first, shorter);
                if (remembered > 0) model = -std::log((1 - kMemoryShare) * std::exp(-model) + remembered);
                if (may_be_name) model += no_name;
                if (listed > 0) model = -std::log(std::exp(-model) + listed);
                model += second;
                const float cost = candidate.cost + kModelWeight * model;
                if (from[s].best + cost > best + width_) continue;
                next.sum = add_costs(next.sum, from[s].sum + cost);
                if (from[s].best + cost < next.best) {
                    next.best = from[s].best + cost;
                    next.from = s;
                }
                to.arcs.push_back({s, place, c, cost});
            }
            if (next.best == Channel::kNever) continue;
            best = std::min(best, next.best);
            to.states.push_back(next);
        }
    }
}

void Decoder::prune(Step& step) {
    auto& states = step.states;
    order_.clear();
    float best = Channel::kNever;
    for (const State& state : states) best = std::min(best, state.best);
    for (std::uint32_t i = 0; i < states.size(); ++i) {
        if (states[i].best <= best + width_) order_.push_back(i);
    }
    const auto better = [&](std::uint32_t a, std::uint32_t b) {
        return states[a].best != states[b].best ? states[a].best < states[b].best : a < b;
    };
    const std::size_t most = wide_ ? kWideBeam : kBeam;
    if (order_.size() > most) {
        std::nth_element(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(most), order_.end(), better);
        order_.resize(most);
    }
    std::sort(order_.begin(), order_.end(), better);
    place_.assign(states.size(), kGone);
    kept_.clear();
    for (const std::uint32_t i : order_) {
        place_[i] = static_cast<std::uint32_t>(kept_.size());
        kept_.push_back(states[i]);
    }
    states.swap(kept_);
    std::erase_if(step.arcs, [&](const Arc& arc) { return place_[arc.to] == kGone; });
    for (Arc& arc : step.arcs) arc.to = place_[arc.to];
}

void Decoder::begin(const History& before) {
    if (steps_.empty()) steps_.resize(1);
    State start{};
    start.before = before.before;
    start.last = before.last;
    start.bigram = tables_.find_bigram(start.before, start.last);
    steps_[0].states.assign(1, start);
    taken_ = 0;
}

void Decoder::take(const Slot& slot) {
    if (steps_.size() < taken_ + 2) steps_.resize(taken_ + 2);
    Step& from = steps_[taken_];
    Step& to = steps_[++taken_];
    if (slot.boundary) {
        for (State& state : from.states) {
            const float end = kModelWeight * word_cost(state.bigram, state.last, kBoundaryWord);
            state.best += end;
            state.sum += end;
            state.before = kUnknownWord;
            state.last = kBoundaryWord;
            state.bigram = LanguageModel::Tables::kNoBigram;
        }
    }
    advance(from.states, slot, to);
    prune(to);
    to.candidates = slot.candidates->size();
}

History Decoder::turn() {
    const auto& last = steps_[taken_].states;  // sorted: the best stands first
    path_ = 0;
    behind_.assign(last.size(), 0.0F);
    total_ = last[0].sum;
    for (std::size_t s = 1; s < last.size(); ++s) total_ = add_costs(total_, last[s].sum);
    return {last[0].before, last[0].last};
}

void Decoder::back(Choice& choice) {
    const Step& step = steps_[taken_];
    const auto& from = steps_[--taken_].states;
    choice.best = step.states[path_].candidate;
    path_ = step.states[path_].from;
    // What all paths through a candidate weigh.
    before_.assign(from.size(), Channel::kNever);
    choice.probabilities.assign(step.candidates, 0.0F);
    for (const Arc& arc : step.arcs) {
        const float rest = arc.cost + behind_[arc.to];
        before_[arc.from] = add_costs(before_[arc.from], rest);
        choice.probabilities[arc.candidate] += std::exp(total_ - from[arc.from].sum - rest);
    }
    behind_.swap(before_);
}

}  // namespace thidua::text
