#include "pack.h"

#include <algorithm>
#include <cmath>

#include "text/model_file.h"

namespace train {
namespace {

using namespace thidua::text;

void put_u32(std::string& out, std::size_t value) {
    for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>((value >> shift) & 0xFF));
}

void put_varint(std::string& out, std::size_t value) {
    for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>((value & 0x7F) | 0x80));
    out.push_back(static_cast<char>(value));
}

char cost(double probability) {
    const double steps = -std::log(std::max(probability, 1e-30)) / static_cast<double>(kCostStep);
    return static_cast<char>(static_cast<unsigned char>(std::clamp(std::lround(steps), 0L, 255L)));
}

char backoff(double weight) {
    const double steps = std::log(weight) / static_cast<double>(kCostStep);
    return static_cast<char>(static_cast<unsigned char>(std::clamp(std::lround(steps) + kBackoffBias, 0L, 255L)));
}

}  // namespace

std::string pack(const Model& model, const std::vector<std::string>& words, const std::string& channel,
                 const Lists& lists) {
    std::string names, costs1, backoffs1, counts2, seconds, costs2, backoffs2, counts3, thirds, costs3;
    for (const std::string& word : words) names += word + '\n';
    for (const Unigram& unigram : model.unigrams) {
        costs1 += cost(unigram.probability);
        backoffs1 += backoff(unigram.backoff);
    }
    std::size_t at = 0;
    std::size_t parents = 0;
    for (Word first = 0; first < words.size(); ++first) {
        const std::size_t begin = at;
        while (at < model.bigrams.size() && model.bigrams[at].first == first) ++at;
        put_varint(counts2, at - begin);
        Word before = 0;
        for (std::size_t i = begin; i < at; ++i) {
            const Bigram& bigram = model.bigrams[i];
            put_varint(seconds, bigram.second - before);
            before = bigram.second;
            costs2 += cost(bigram.probability);
            put_varint(counts3, bigram.trigrams);
            if (bigram.trigrams == 0) continue;
            ++parents;
            backoffs2 += backoff(bigram.backoff);
            Word last = 0;
            for (std::size_t t = bigram.first_trigram; t < bigram.first_trigram + bigram.trigrams; ++t) {
                put_varint(thirds, model.trigrams[t].third - last);
                last = model.trigrams[t].third;
                costs3 += cost(model.trigrams[t].probability);
            }
        }
    }
    std::string name_counts, names_after, name_costs, formulas;
    std::size_t pair = 0;
    for (Word first = 0; first < words.size(); ++first) {
        const std::size_t begin = pair;
        while (pair < lists.names.size() && lists.names[pair].first == first) ++pair;
        put_varint(name_counts, pair - begin);
        Word before = 0;
        for (std::size_t i = begin; i < pair; ++i) {
            put_varint(names_after, lists.names[i].second - before);
            before = lists.names[i].second;
            name_costs += cost(lists.names[i].share);
        }
    }
    for (const std::vector<Word>& formula : lists.formulas) {
        put_varint(formulas, formula.size());
        for (const Word word : formula) put_varint(formulas, word);
    }
    std::string out(kModelMagic, sizeof kModelMagic);
    put_u32(out, kModelVersion);
    for (const std::size_t value :
         {words.size(), model.bigrams.size(), model.trigrams.size(), names.size(), counts2.size() + seconds.size(),
          counts3.size() + thirds.size(), parents, channel.size(), lists.names.size(),
          name_counts.size() + names_after.size(), lists.formulas.size(), formulas.size()}) {
        put_u32(out, value);
    }
    return out + names + costs1 + backoffs1 + counts2 + seconds + costs2 + backoffs2 + counts3 + thirds + costs3 +
           channel + name_counts + names_after + name_costs + formulas;
}

}  // namespace train
