#pragma once
// Layout of data/text/restore.lm, shared by the tool that writes it and the program that reads it.
//
// All numbers are little endian. Behind the header stand the streams, one after another, each of one kind of value, so
// that brotli or gzip find their regularities; load() unfolds them into arrays that are searched in place.
//   header     magic, version, then the counts and stream lengths as 32-bit numbers in the order of FileHeader
//   words      UTF-8, one a line, by number; the first three are <unk> <s> <n>
//   unigrams   costs, one byte each; back-offs, one byte each
//   bigrams    per first word: how many (varint); then the second words, as differences (varint); costs; back-offs of
//              those that have trigrams
//   trigrams   per bigram: how many (varint); the third words, as differences (varint); costs
//   channel    the text of data/text/channel.tsv
//   names      what follows what in names of places and persons: per first word how many (varint); then the second
//              words, as differences (varint); costs. Behind <s>: how names begin
//   formulas   per formula: how many words (varint), then these (varint); <n> is a figure
// A cost is -ln p in steps of kCostStep. A back-off is ln(weight) in the same steps, above kBackoffBias.

#include <cstdint>

namespace thidua::text {

inline constexpr char kModelMagic[4] = {'T', 'D', 'L', 'M'};
inline constexpr std::uint32_t kModelVersion = 2;
inline constexpr float kCostStep = 0.25F;
inline constexpr int kBackoffBias = 64;

struct FileHeader {
    std::uint32_t words;
    std::uint32_t bigrams;
    std::uint32_t trigrams;
    std::uint32_t word_bytes;
    std::uint32_t bigram_bytes;   ///< of the two varint streams together
    std::uint32_t trigram_bytes;  ///< likewise
    std::uint32_t parents;        ///< bigrams with trigrams
    std::uint32_t channel_bytes;
    std::uint32_t name_pairs;
    std::uint32_t name_bytes;  ///< of the varint streams
    std::uint32_t formulas;
    std::uint32_t formula_bytes;
};

}  // namespace thidua::text
