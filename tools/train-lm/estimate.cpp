#include "estimate.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace train {
namespace {

// Discounts of counts 1, 2 and 3 or more (Chen and Goodman 1998), per corpus.
using Discounts = std::array<std::array<double, 4>, kMostCorpora>;

Discounts discounts_of(const std::vector<Count>& counts) {
    Discounts discounts{};
    for (std::size_t corpus = 0; corpus < kMostCorpora; ++corpus) {
        std::array<double, 5> having{};
        for (const Count& count : counts) {
            const std::uint32_t n = count.by_corpus[corpus];
            if (n >= 1 && n <= 4) having[n] += 1;
        }
        if (having[1] == 0 || having[2] == 0 || having[3] == 0) continue;
        const double y = having[1] / (having[1] + 2 * having[2]);
        discounts[corpus] = {0, 1 - 2 * y * having[2] / having[1], 2 - 3 * y * having[3] / having[2],
                             3 - 4 * y * having[4] / having[3]};
    }
    return discounts;
}

class Estimator {
public:
    Estimator(const Counts& counts, std::size_t words, const Settings& settings)
        : bigrams_(counts.bigrams), trigrams_(counts.trigrams), words_(words), settings_(settings) {
        index();
        weigh();
    }

    Model run() {
        lower_orders({});  // raw: the yardstick for choosing trigrams
        choose_trigrams();
        lower_orders(keep3_);
        choose_bigrams();
        unigrams(keep2_);
        return assemble();
    }

private:
    double pooled(const Count& count) const {
        double sum = 0;
        for (std::size_t i = 0; i < settings_.weights.size(); ++i) sum += settings_.weights[i] * count.by_corpus[i];
        return sum;
    }

    double discount(const Count& count, const Discounts& discounts) const {
        double sum = 0;
        for (std::size_t i = 0; i < settings_.weights.size(); ++i) {
            sum += settings_.weights[i] * discounts[i][std::min<std::uint32_t>(count.by_corpus[i], 3)];
        }
        return sum;
    }

    void index() {
        bigram_start_.assign(words_ + 1, 0);
        for (const Count& count : bigrams_) ++bigram_start_[history(count.gram) + 1];
        for (std::size_t w = 0; w < words_; ++w) bigram_start_[w + 1] += bigram_start_[w];
        head_.resize(trigrams_.size());
        tail_.resize(trigrams_.size());
        std::size_t parent = 0;
        for (std::size_t i = 0; i < trigrams_.size(); ++i) {
            while (bigrams_[parent].gram != history(trigrams_[i].gram)) ++parent;
            head_[i] = static_cast<std::uint32_t>(parent);
            tail_[i] = static_cast<std::uint32_t>(find_bigram(tail(trigrams_[i].gram)));
        }
    }

    std::size_t find_bigram(Gram wanted) const {
        const Word first = static_cast<Word>(history(wanted));
        const auto begin = bigrams_.begin() + static_cast<std::ptrdiff_t>(bigram_start_[first]);
        const auto end = bigrams_.begin() + static_cast<std::ptrdiff_t>(bigram_start_[first + 1]);
        const auto at = std::lower_bound(begin, end, wanted, [](const Count& c, Gram g) { return c.gram < g; });
        return static_cast<std::size_t>(at - bigrams_.begin());
    }

    void weigh() {
        const Discounts third = discounts_of(trigrams_);
        const Discounts second = discounts_of(bigrams_);
        full3_.resize(trigrams_.size());
        away3_.resize(trigrams_.size());
        total3_.assign(bigrams_.size(), 0);
        left3_.assign(bigrams_.size(), 0);
        for (std::size_t i = 0; i < trigrams_.size(); ++i) {
            full3_[i] = pooled(trigrams_[i]);
            away3_[i] = std::min(full3_[i], discount(trigrams_[i], third));
            total3_[head_[i]] += full3_[i];
            left3_[head_[i]] += away3_[i];
        }
        away2_.resize(bigrams_.size());
        for (std::size_t i = 0; i < bigrams_.size(); ++i) away2_[i] = discount(bigrams_[i], second);
    }

    // Counts of bigrams, less those that kept trigrams account for; then bigram and unigram probabilities from them.
    void lower_orders(const std::vector<bool>& kept) {
        count2_.assign(bigrams_.size(), 0);
        for (std::size_t i = 0; i < bigrams_.size(); ++i) {
            if (static_cast<Word>(history(bigrams_[i].gram)) == kBoundary) count2_[i] = pooled(bigrams_[i]);
        }
        for (std::size_t i = 0; i < trigrams_.size(); ++i) {
            count2_[tail_[i]] += !kept.empty() && kept[i] ? away3_[i] : full3_[i];
        }
        unigrams({});
        bigram_probabilities();
    }

    void unigrams(const std::vector<bool>& kept) {
        std::vector<double> count(words_, 0.0);
        double total = 0;
        for (std::size_t i = 0; i < bigrams_.size(); ++i) {
            const double share = !kept.empty() && kept[i] ? std::min(away2_[i], count2_[i]) : count2_[i];
            count[last_word(bigrams_[i].gram)] += share;
            total += share;
        }
        p1_.resize(words_);
        constexpr double kUniform = 0.5;  // pseudo-count a word
        for (std::size_t w = 0; w < words_; ++w) {
            p1_[w] = (count[w] + kUniform) / (total + kUniform * static_cast<double>(words_));
        }
        if (!kept.empty()) bigram_probabilities();
    }

    void bigram_probabilities() {
        std::vector<double> total(words_, 0.0);
        std::vector<double> left(words_, 0.0);
        for (std::size_t i = 0; i < bigrams_.size(); ++i) {
            const std::size_t v = history(bigrams_[i].gram);
            total[v] += count2_[i];
            left[v] += std::min(away2_[i], count2_[i]);
        }
        p2_.resize(bigrams_.size());
        gamma2_.assign(words_, 1.0);
        for (std::size_t v = 0; v < words_; ++v) {
            if (total[v] > 0) gamma2_[v] = left[v] / total[v];
        }
        for (std::size_t i = 0; i < bigrams_.size(); ++i) {
            const std::size_t v = history(bigrams_[i].gram);
            const double own = total[v] > 0 ? std::max(0.0, count2_[i] - away2_[i]) / total[v] : 0;
            p2_[i] = own + gamma2_[v] * p1_[last_word(bigrams_[i].gram)];
        }
    }

    double p3(std::size_t i) const {
        const std::size_t h = head_[i];
        return (full3_[i] - away3_[i] + left3_[h] * p2_[tail_[i]]) / total3_[h];
    }

    // Keeps the best `most`; ties by place, so that the result does not depend on the library.
    static std::vector<bool> best(const std::vector<float>& scores, std::size_t most) {
        std::vector<bool> kept(scores.size(), false);
        std::vector<std::uint32_t> order;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            if (scores[i] > 0) order.push_back(static_cast<std::uint32_t>(i));
        }
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
        });
        if (order.size() > most) order.resize(most);
        for (const std::uint32_t i : order) kept[i] = true;
        return kept;
    }

    void choose_trigrams() {
        std::vector<float> scores(trigrams_.size(), 0.0F);
        for (std::size_t i = 0; i < trigrams_.size(); ++i) {
            const Word third = last_word(trigrams_[i].gram);
            if (third == kUnknown || history(trigrams_[i].gram) == gram(kUnknown, kUnknown)) continue;
            const double gain = full3_[i] * std::log(p3(i) / p2_[tail_[i]]);
            scores[i] = static_cast<float>(gain);
        }
        keep3_ = best(scores, settings_.most_trigrams);
    }

    void choose_bigrams() {
        std::vector<float> scores(bigrams_.size(), 0.0F);
        for (std::size_t i = 0; i < bigrams_.size(); ++i) {
            const double ratio = p2_[i] / p1_[last_word(bigrams_[i].gram)];
            scores[i] = static_cast<float>(count2_[i] * std::log(ratio));
        }
        keep2_ = best(scores, settings_.most_bigrams);
        for (std::size_t i = 0; i < trigrams_.size(); ++i) {
            if (keep3_[i]) keep2_[head_[i]] = true;
        }
    }

    Model assemble() const {
        Model model;
        model.unigrams.resize(words_);
        std::vector<double> over(words_, 0.0);
        std::vector<double> under(words_, 0.0);
        for (std::size_t i = 0; i < bigrams_.size(); ++i) {
            if (!keep2_[i]) continue;
            const std::size_t v = history(bigrams_[i].gram);
            over[v] += p2_[i];
            under[v] += p1_[last_word(bigrams_[i].gram)];
        }
        for (std::size_t w = 0; w < words_; ++w) model.unigrams[w] = {p1_[w], backoff(over[w], under[w])};
        std::size_t third = 0;
        for (std::size_t i = 0; i < bigrams_.size(); ++i) {
            while (third < trigrams_.size() && head_[third] < i) ++third;
            if (!keep2_[i]) continue;
            Bigram bigram;
            bigram.first = static_cast<Word>(history(bigrams_[i].gram));
            bigram.second = last_word(bigrams_[i].gram);
            bigram.probability = p2_[i];
            bigram.first_trigram = static_cast<std::uint32_t>(model.trigrams.size());
            double over3 = 0;
            double under3 = 0;
            for (; third < trigrams_.size() && head_[third] == i; ++third) {
                if (!keep3_[third]) continue;
                const std::size_t t = tail_[third];
                const Word w = last_word(trigrams_[third].gram);
                model.trigrams.push_back({w, p3(third)});
                over3 += p3(third);
                under3 += keep2_[t] ? p2_[t] : model.unigrams[bigram.second].backoff * p1_[w];
            }
            bigram.trigrams = static_cast<std::uint32_t>(model.trigrams.size()) - bigram.first_trigram;
            if (bigram.trigrams > 0) bigram.backoff = backoff(over3, under3);
            model.bigrams.push_back(bigram);
        }
        return model;
    }

    static double backoff(double over, double under) {
        return std::clamp((1 - over) / std::max(1 - under, 1e-6), 1e-4, 20.0);
    }

    const std::vector<Count>& bigrams_;
    const std::vector<Count>& trigrams_;
    std::size_t words_;
    const Settings& settings_;
    std::vector<std::size_t> bigram_start_;
    std::vector<std::uint32_t> head_;  ///< bigram (u, v) of each trigram
    std::vector<std::uint32_t> tail_;  ///< bigram (v, w)
    std::vector<double> full3_, away3_, total3_, left3_;
    std::vector<double> count2_, away2_, p1_, p2_, gamma2_;
    std::vector<bool> keep3_, keep2_;
};

}  // namespace

Model estimate(const Counts& counts, const std::vector<std::string>& words, const Settings& settings) {
    return Estimator(counts, words.size(), settings).run();
}

}  // namespace train
