#include "text/model.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "text/letters.h"
#include "text/model_file.h"

namespace thidua::text {
namespace {

class Bytes {
  public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

    bool take(std::size_t count, std::string_view& out) {
        if (count > bytes_.size()) return false;
        out = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return true;
    }
    bool u32(std::uint32_t& out) {
        std::string_view four;
        if (!take(4, four)) return false;
        out = 0;
        for (int i = 3; i >= 0; --i) out = (out << 8) | static_cast<unsigned char>(four[static_cast<std::size_t>(i)]);
        return true;
    }
    bool varint(std::uint32_t& out) {
        out = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            if (bytes_.empty()) return false;
            const auto byte = static_cast<unsigned char>(bytes_[0]);
            bytes_.remove_prefix(1);
            out |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return true;
        }
        return false;
    }
    bool at_end() const { return bytes_.empty(); }

  private:
    std::string_view bytes_;
};

float cost_of(char byte) { return static_cast<float>(static_cast<unsigned char>(byte)) * kCostStep; }
float backoff_of(std::uint8_t byte) { return static_cast<float>(kBackoffBias - int{byte}) * kCostStep; }

bool read_varints(std::string_view bytes, std::vector<std::uint32_t>& out) {
    for (Bytes in(bytes); !in.at_end();) {
        if (!in.varint(out.emplace_back())) return false;
    }
    return true;
}

// Unfolds "how many, then differences" into starts and sorted words. False when it does not fit the header.
bool unfold(const std::vector<std::uint32_t>& values, std::size_t groups, std::size_t members, std::size_t words,
            std::vector<std::uint32_t>& start, std::vector<WordId>& word) {
    if (values.size() != groups + members) return false;
    start.resize(groups + 1);
    word.resize(members);
    std::size_t at = 0;
    for (std::size_t group = 0; group < groups; ++group) {
        start[group] = static_cast<std::uint32_t>(at);
        std::uint32_t last = 0;
        for (std::uint32_t i = 0; i < values[group]; ++i, ++at) {
            if (at >= members) return false;
            last += values[groups + at];
            if (last >= words) return false;
            word[at] = static_cast<WordId>(last);
        }
    }
    start[groups] = static_cast<std::uint32_t>(at);
    return at == members;
}

void build_trie(LanguageModel::Tables& tables) {
    struct Entry {
        std::vector<LetterCode> letters;
        WordId word;
    };
    std::vector<Entry> entries;
    for (std::size_t id = kFirstRealWord; id < tables.words.size(); ++id) {
        Entry entry{{}, static_cast<WordId>(id)};
        for (const char32_t c : base::to_utf32(tables.words[id])) entry.letters.push_back(letter_code(c));
        const bool spelt = std::find(entry.letters.begin(), entry.letters.end(), kNoLetter) == entry.letters.end();
        if (spelt && !entry.letters.empty()) entries.push_back(std::move(entry));
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.letters < b.letters; });

    struct Open {
        std::uint32_t node;
        std::size_t begin, end, depth;
    };
    tables.trie.assign(1, {});
    std::vector<Open> open{{0, 0, entries.size(), 0}};
    for (std::size_t next = 0; next < open.size(); ++next) {
        auto [node, begin, end, depth] = open[next];
        if (begin < end && entries[begin].letters.size() == depth) {
            tables.trie[node].word = entries[begin].word;
            ++begin;
        }
        tables.trie[node].first = static_cast<std::uint32_t>(tables.trie.size());
        while (begin < end) {
            const LetterCode letter = entries[begin].letters[depth];
            std::size_t stop = begin;
            while (stop < end && entries[stop].letters[depth] == letter) ++stop;
            if (letter < 64) {
                tables.trie[node].low |= std::uint64_t{1} << letter;
            } else {
                tables.trie[node].high |= std::uint64_t{1} << (letter - 64);
            }
            open.push_back({static_cast<std::uint32_t>(tables.trie.size()), begin, stop, depth + 1});
            tables.trie.emplace_back();
            begin = stop;
        }
    }
    for (std::size_t node = tables.trie.size(); node-- > 0;) { // children stand behind their parents
        TrieNode& here = tables.trie[node];
        here.best = here.word != 0 ? tables.cost1[here.word] : Channel::kNever;
        here.low_count = static_cast<std::uint8_t>(count_bits(here.low));
        const std::uint32_t children = here.low_count + count_bits(here.high);
        for (std::uint32_t i = 0; i < children; ++i) here.best = std::min(here.best, tables.trie[here.first + i].best);
    }
}

void build_slots(LanguageModel::Tables& tables) {
    std::uint32_t size = 16;
    while (size < 2 * tables.word2.size() + 1) size *= 2;
    tables.slot_mask = size - 1;
    tables.slots.assign(size, {0, LanguageModel::Tables::kNoBigram});
    for (std::size_t first = 0; first < tables.words.size(); ++first) {
        for (std::uint32_t bigram = tables.start2[first]; bigram < tables.start2[first + 1]; ++bigram) {
            const std::uint32_t key = static_cast<std::uint32_t>(first) << 16 | tables.word2[bigram];
            std::uint32_t at = tables.slot_of(key);
            while (tables.slots[at].bigram != LanguageModel::Tables::kNoBigram) at = (at + 1) & tables.slot_mask;
            tables.slots[at] = {key, bigram};
        }
    }
}

tl::unexpected<base::Error> damaged() {
    return base::fail(base::ErrorKind::kBadInput,
                      "Tệp mô hình ngôn ngữ bị hỏng hoặc không phải của chương trình này; hãy tải lại trang hoặc cài lại.",
                      "The language model file is damaged or not this program's; reload the page or install again.",
                      "restore.lm");
}

}  // namespace

base::Result<LanguageModel> LanguageModel::load(std::string_view bytes) {
    Bytes in(bytes);
    std::string_view magic;
    std::uint32_t version = 0;
    if (!in.take(sizeof kModelMagic, magic) || std::memcmp(magic.data(), kModelMagic, sizeof kModelMagic) != 0 ||
        !in.u32(version)) {
        return damaged();
    }
    if (version != kModelVersion) {
        return base::fail(base::ErrorKind::kUnsupported,
                          "Mô hình ngôn ngữ thuộc phiên bản khác của chương trình; hãy tải lại trang.",
                          "The language model belongs to another version of the program; reload the page.",
                          "restore.lm");
    }
    FileHeader header{};
    for (std::uint32_t* value : {&header.words, &header.bigrams, &header.trigrams, &header.word_bytes,
                                 &header.bigram_bytes, &header.trigram_bytes, &header.parents,
                                 &header.channel_bytes}) {
        if (!in.u32(*value)) return damaged();
    }
    std::string_view names, costs1, backoffs1, lists2, costs2, backoffs2, lists3, costs3, channel;
    const bool complete = in.take(header.word_bytes, names) && in.take(header.words, costs1) &&
                          in.take(header.words, backoffs1) && in.take(header.bigram_bytes, lists2) &&
                          in.take(header.bigrams, costs2) && in.take(header.parents, backoffs2) &&
                          in.take(header.trigram_bytes, lists3) && in.take(header.trigrams, costs3) &&
                          in.take(header.channel_bytes, channel) && in.at_end();
    if (!complete || header.words < kFirstRealWord || header.words > 0xFFFF) return damaged();

    auto tables = std::make_shared<Tables>();
    while (!names.empty()) {
        const std::size_t end = names.find('\n');
        if (end == std::string_view::npos) return damaged();
        tables->words.emplace_back(names.substr(0, end));
        names.remove_prefix(end + 1);
    }
    if (tables->words.size() != header.words) return damaged();
    for (const char byte : costs1) tables->cost1.push_back(cost_of(byte));
    for (const char byte : backoffs1) tables->backoff1.push_back(backoff_of(static_cast<std::uint8_t>(byte)));

    std::vector<std::uint32_t> values;
    if (!read_varints(lists2, values) ||
        !unfold(values, header.words, header.bigrams, header.words, tables->start2, tables->word2)) {
        return damaged();
    }
    values.clear();
    if (!read_varints(lists3, values) ||
        !unfold(values, header.bigrams, header.trigrams, header.words, tables->start3, tables->word3)) {
        return damaged();
    }
    tables->cost2.assign(costs2.begin(), costs2.end());
    tables->cost3.assign(costs3.begin(), costs3.end());
    tables->backoff2.assign(header.bigrams, static_cast<std::uint8_t>(kBackoffBias));
    std::size_t parent = 0;
    for (std::size_t i = 0; i < header.bigrams; ++i) {
        if (tables->start3[i] == tables->start3[i + 1]) continue;
        if (parent == backoffs2.size()) return damaged();
        tables->backoff2[i] = static_cast<std::uint8_t>(backoffs2[parent++]);
    }
    if (parent != backoffs2.size()) return damaged();
    tables->channel = Channel(channel);
    build_trie(*tables);
    build_slots(*tables);
    LanguageModel model;
    model.tables_ = std::move(tables);
    return model;
}

float LanguageModel::Tables::cost_of_bigram(std::uint32_t bigram, WordId first, WordId second) const {
    return bigram != kNoBigram ? static_cast<float>(cost2[bigram]) * kCostStep : backoff1[first] + cost1[second];
}

float LanguageModel::Tables::cost_of_trigram(std::uint32_t bigram, WordId third, float shorter) const {
    if (bigram == kNoBigram) return shorter;
    const auto begin = word3.begin() + start3[bigram];
    const auto end = word3.begin() + start3[bigram + 1];
    if (begin == end) return shorter;
    const auto at = std::lower_bound(begin, end, third);
    if (at != end && *at == third) return static_cast<float>(cost3[static_cast<std::size_t>(at - word3.begin())]) * kCostStep;
    return backoff_of(backoff2[bigram]) + shorter;
}

WordId LanguageModel::Tables::find_word(std::u32string_view lower_case) const {
    std::uint32_t node = 0;
    for (const char32_t c : lower_case) {
        const LetterCode letter = letter_code(c);
        node = letter == kNoLetter ? 0 : child(node, letter);
        if (node == 0) return 0;
    }
    return trie[node].word;
}

}  // namespace thidua::text
