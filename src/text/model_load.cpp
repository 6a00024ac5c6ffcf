// Unpacks data/text/restore.lm (layout in model_file.h) in small units.

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <iterator>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "text/model.h"
#include "text/model_file.h"
#include "text/syllable.h"

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

tl::unexpected<base::Error> damaged() {
    return base::fail(
        base::ErrorKind::kBadInput,
        "Tệp mô hình ngôn ngữ bị hỏng hoặc không phải của chương trình này; hãy tải lại trang hoặc cài lại.",
        "The language model file is damaged or not this program's; reload the page or install again.", "restore.lm");
}

// "How many" for each group, then all members as differences to the one before in their group.
class Lists {
public:
    Lists() = default;
    Lists(std::string_view bytes, std::size_t groups, std::size_t members, std::size_t words,
          std::vector<std::uint32_t>& start, std::vector<WordId>& word)
        : in_(bytes), groups_(groups), members_(members), words_(words), start_(&start), word_(&word) {
        start.reserve(groups + 1);
        word.reserve(members);
    }

    enum class State : unsigned char { kMore, kDone, kDamaged };
    State unfold(std::size_t count) {
        for (; count > 0 && start_->size() < groups_; --count) {
            std::uint32_t value = 0;
            if (!in_.varint(value) || value > members_ - total_) return State::kDamaged;
            start_->push_back(total_);
            total_ += value;
        }
        if (start_->size() == groups_) {
            if (total_ != members_) return State::kDamaged;
            start_->push_back(total_);
        }
        for (; count > 0 && word_->size() < members_; --count) {
            while ((*start_)[group_ + 1] == word_->size()) {
                ++group_;
                last_ = 0;
            }
            std::uint32_t difference = 0;
            if (!in_.varint(difference)) return State::kDamaged;
            last_ += difference;
            if (last_ >= words_) return State::kDamaged;
            word_->push_back(static_cast<WordId>(last_));
        }
        if (start_->size() <= groups_ || word_->size() < members_) return State::kMore;
        return in_.at_end() ? State::kDone : State::kDamaged;
    }

private:
    Bytes in_{std::string_view()};
    std::size_t groups_ = 0, members_ = 0, words_ = 0;
    std::vector<std::uint32_t>* start_ = nullptr;
    std::vector<WordId>* word_ = nullptr;
    std::uint32_t total_ = 0;
    std::uint32_t last_ = 0;
    std::size_t group_ = 0;
};

}  // namespace

struct ModelLoader::Job {
    // In the order of the work; kSome things are done in each unit.
    enum class Phase : unsigned char {
        kHeader,
        kWords,
        kBigrams,
        kTrigrams,
        kCosts,
        kBackoffs,
        kChannel,
        kNames,
        kNameCosts,
        kFormulas,
        kSpell,
        kSort,
        kTrie,
        kBest,
        kSlots,
        kFill,
        kDone
    };
    static constexpr std::size_t kSome = 4096;
    static constexpr std::size_t kMany = 65536;
    static constexpr std::size_t kFew = 256;

    explicit Job(std::string file) : bytes(std::move(file)) {}

    void work();
    void read_header();
    void read_words();
    void read_costs();
    void read_backoffs();
    void read_formulas();
    void spell();
    void sort_some();
    void grow_trie();
    void weigh_trie();
    void fill_slots();
    void unfold(Lists& lists, Phase then) {
        const Lists::State state = lists.unfold(kSome);
        if (state == Lists::State::kDamaged) fail(damaged());
        if (state == Lists::State::kDone) go(then);
    }
    void go(Phase then) {
        phase = then;
        at = 0;
    }
    void fail(tl::unexpected<base::Error> why) {
        error = std::move(why.value());
        phase = Phase::kDone;
    }

    struct Entry {
        std::string letters;  ///< codes
        WordId word;
    };
    struct Open {
        std::uint32_t node;
        std::size_t begin, end, depth;
    };

    std::string bytes;
    std::optional<base::Error> error = damaged().value();
    Phase phase = Phase::kHeader;
    std::size_t at = 0;
    std::size_t parent = 0;
    FileHeader header{};
    std::string_view names, costs1, backoffs1, costs2, backoffs2, costs3, channel;
    std::string_view name_costs;
    Bytes formulas{std::string_view()};
    Lists bigrams, trigrams, names_after;
    std::shared_ptr<LanguageModel::Tables> tables = std::make_shared<LanguageModel::Tables>();
    std::array<std::vector<Entry>, kLetters> by_letter;
    std::vector<Entry> entries;
    std::vector<Open> open;
};

void ModelLoader::Job::work() {
    switch (phase) {
        case Phase::kHeader: read_header(); break;
        case Phase::kWords: read_words(); break;
        case Phase::kBigrams: unfold(bigrams, Phase::kTrigrams); break;
        case Phase::kTrigrams: unfold(trigrams, Phase::kCosts); break;
        case Phase::kCosts: read_costs(); break;
        case Phase::kBackoffs: read_backoffs(); break;
        case Phase::kChannel:
            tables->channel = Channel(channel);
            go(Phase::kNames);
            break;
        case Phase::kNames: unfold(names_after, Phase::kNameCosts); break;
        case Phase::kNameCosts:
            for (const char cost : name_costs) {
                tables->name_share.push_back(
                    std::exp(-static_cast<float>(static_cast<unsigned char>(cost)) * kCostStep));
            }
            go(Phase::kFormulas);
            break;
        case Phase::kFormulas: read_formulas(); break;
        case Phase::kSpell: spell(); break;
        case Phase::kSort: sort_some(); break;
        case Phase::kTrie: grow_trie(); break;
        case Phase::kBest: weigh_trie(); break;
        case Phase::kSlots: {
            std::uint32_t size = 16;
            while (size < 2 * tables->word2.size() + 1) size *= 2;
            tables->slot_mask = size - 1;
            tables->slots.reserve(size);
            tables->slots.resize(std::min(tables->slots.size() + kMany, std::size_t{size}),
                                 {0, LanguageModel::Tables::kNoBigram});
            if (tables->slots.size() == size) go(Phase::kFill);
            break;
        }
        case Phase::kFill: fill_slots(); break;
        case Phase::kDone: break;
    }
}

void ModelLoader::Job::read_header() {
    Bytes in(bytes);
    std::string_view magic;
    std::uint32_t version = 0;
    if (!in.take(sizeof kModelMagic, magic) || std::memcmp(magic.data(), kModelMagic, sizeof kModelMagic) != 0 ||
        !in.u32(version)) {
        return fail(damaged());
    }
    if (version != kModelVersion) {
        return fail(base::fail(
            base::ErrorKind::kUnsupported, "Mô hình ngôn ngữ thuộc phiên bản khác của chương trình; hãy tải lại trang.",
            "The language model belongs to another version of the program; reload the page.", "restore.lm"));
    }
    for (std::uint32_t* value : {&header.words, &header.bigrams, &header.trigrams, &header.word_bytes,
                                 &header.bigram_bytes, &header.trigram_bytes, &header.parents, &header.channel_bytes,
                                 &header.name_pairs, &header.name_bytes, &header.formulas, &header.formula_bytes}) {
        if (!in.u32(*value)) return fail(damaged());
    }
    std::string_view lists2, lists3, name_lists, formula_list;
    const bool complete =
        in.take(header.word_bytes, names) && in.take(header.words, costs1) && in.take(header.words, backoffs1) &&
        in.take(header.bigram_bytes, lists2) && in.take(header.bigrams, costs2) && in.take(header.parents, backoffs2) &&
        in.take(header.trigram_bytes, lists3) && in.take(header.trigrams, costs3) &&
        in.take(header.channel_bytes, channel) && in.take(header.name_bytes, name_lists) &&
        in.take(header.name_pairs, name_costs) && in.take(header.formula_bytes, formula_list) && in.at_end();
    if (!complete || header.words < kFirstRealWord || header.words > 0xFFFF) return fail(damaged());
    bigrams = Lists(lists2, header.words, header.bigrams, header.words, tables->start2, tables->word2);
    trigrams = Lists(lists3, header.bigrams, header.trigrams, header.words, tables->start3, tables->word3);
    formulas = Bytes(formula_list);
    names_after =
        Lists(name_lists, header.words, header.name_pairs, header.words, tables->name_start, tables->name_word);
    go(Phase::kWords);
}

void ModelLoader::Job::read_words() {
    for (std::size_t some = 0; some < kFew && !names.empty(); ++some) {
        const std::size_t end = names.find('\n');
        if (end == std::string_view::npos || at == header.words) return fail(damaged());
        tables->words.emplace_back(names.substr(0, end));
        tables->syllable.push_back(is_syllable(tables->words.back()));
        names.remove_prefix(end + 1);
        tables->cost1.push_back(static_cast<float>(static_cast<unsigned char>(costs1[at])) * kCostStep);
        tables->backoff1.push_back(static_cast<float>(kBackoffBias - int{static_cast<unsigned char>(backoffs1[at])}) *
                                   kCostStep);
        ++at;
    }
    if (!names.empty()) return;
    if (at != header.words) return fail(damaged());
    go(Phase::kBigrams);
}

void ModelLoader::Job::read_costs() {
    // Memory that is touched for the first time is dear: the arrays grow bit by bit within what is reserved.
    const auto some_of = [&](std::string_view from, std::vector<std::uint8_t>& to) {
        if (to.size() == from.size()) return false;
        to.reserve(from.size());
        from = from.substr(to.size(), kMany);
        to.insert(to.end(), from.begin(), from.end());
        return true;
    };
    if (some_of(costs2, tables->cost2) || some_of(costs3, tables->cost3)) return;
    std::vector<std::uint8_t>& backoffs = tables->backoff2;
    backoffs.reserve(header.bigrams);
    backoffs.resize(std::min<std::size_t>(backoffs.size() + kMany, header.bigrams),
                    static_cast<std::uint8_t>(kBackoffBias));
    if (backoffs.size() == header.bigrams) go(Phase::kBackoffs);
}

void ModelLoader::Job::read_backoffs() {
    for (std::size_t some = 0; some < kSome && at < header.bigrams; ++some, ++at) {
        if (tables->start3[at] == tables->start3[at + 1]) continue;
        if (parent == backoffs2.size()) return fail(damaged());
        tables->backoff2[at] = static_cast<std::uint8_t>(backoffs2[parent++]);
    }
    if (at < header.bigrams) return;
    if (parent != backoffs2.size()) return fail(damaged());
    go(Phase::kChannel);
}

void ModelLoader::Job::read_formulas() {
    std::vector<WordId> formula;
    for (std::size_t some = 0; some < kFew && at < header.formulas; ++some, ++at) {
        std::uint32_t size = 0;
        if (!formulas.varint(size) || size > Formulas::kLongest) return fail(damaged());
        formula.clear();
        for (std::uint32_t k = 0; k < size; ++k) {
            std::uint32_t word = 0;
            if (!formulas.varint(word) || word >= header.words) return fail(damaged());
            formula.push_back(static_cast<WordId>(word));
        }
        tables->formulas.add(formula, tables->words);
    }
    if (at < header.formulas) return;
    if (!formulas.at_end()) return fail(damaged());
    tables->formulas.finish(tables->words.size());
    go(Phase::kSpell);
    at = kFirstRealWord;
}

void ModelLoader::Job::spell() {
    for (std::size_t some = 0; some < kFew && at < tables->words.size(); ++some, ++at) {
        Entry entry{{}, static_cast<WordId>(at)};
        for (const char32_t c : base::to_utf32(tables->words[at]))
            entry.letters.push_back(static_cast<char>(letter_code(c)));
        const bool spelt = entry.letters.find(static_cast<char>(kNoLetter)) == std::string::npos;
        if (!spelt || entry.letters.empty()) continue;
        by_letter[static_cast<unsigned char>(entry.letters[0])].push_back(std::move(entry));
    }
    if (at < tables->words.size()) return;
    entries.reserve(at);
    go(Phase::kSort);
}

// The words of one first letter at a time.
void ModelLoader::Job::sort_some() {
    std::vector<Entry>& some = by_letter[at];
    std::sort(some.begin(), some.end(), [](const Entry& a, const Entry& b) { return a.letters < b.letters; });
    std::move(some.begin(), some.end(), std::back_inserter(entries));
    some = {};
    if (++at < by_letter.size()) return;
    tables->trie.assign(1, {});
    open.assign(1, {0, 0, entries.size(), 0});
    go(Phase::kTrie);
}

void ModelLoader::Job::grow_trie() {
    std::vector<TrieNode>& trie = tables->trie;
    for (std::size_t some = 0; some < kFew && at < open.size(); ++some, ++at) {
        auto [node, begin, end, depth] = open[at];
        if (begin < end && entries[begin].letters.size() == depth) {
            trie[node].word = entries[begin].word;
            ++begin;
        }
        trie[node].first = static_cast<std::uint32_t>(trie.size());
        while (begin < end) {
            const char code = entries[begin].letters[depth];
            std::size_t stop = begin;
            while (stop < end && entries[stop].letters[depth] == code) ++stop;
            if (code < 64) {
                trie[node].low |= std::uint64_t{1} << code;
            } else {
                trie[node].high |= std::uint64_t{1} << (code - 64);
            }
            open.push_back({static_cast<std::uint32_t>(trie.size()), begin, stop, depth + 1});
            trie.emplace_back();
            begin = stop;
        }
    }
    if (at == open.size()) go(Phase::kBest);
}

void ModelLoader::Job::weigh_trie() {
    std::vector<TrieNode>& trie = tables->trie;
    for (std::size_t some = 0; some < kSome && at < trie.size(); ++some, ++at) {  // children stand behind their parents
        TrieNode& here = trie[trie.size() - 1 - at];
        here.best = here.word != 0 ? tables->cost1[here.word] : Channel::kNever;
        here.low_count = static_cast<std::uint8_t>(count_bits(here.low));
        const std::uint32_t children = here.low_count + count_bits(here.high);
        for (std::uint32_t i = 0; i < children; ++i) here.best = std::min(here.best, trie[here.first + i].best);
    }
    if (at == trie.size()) go(Phase::kSlots);
}

void ModelLoader::Job::fill_slots() {
    LanguageModel::Tables& t = *tables;
    for (std::size_t some = 0; some < kSome && at < t.words.size();) {
        for (std::uint32_t bigram = t.start2[at]; bigram < t.start2[at + 1]; ++bigram, ++some) {
            const std::uint32_t key = static_cast<std::uint32_t>(at) << 16 | t.word2[bigram];
            std::uint32_t slot = t.slot_of(key);
            while (t.slots[slot].bigram != LanguageModel::Tables::kNoBigram) slot = (slot + 1) & t.slot_mask;
            t.slots[slot] = {key, bigram};
        }
        ++at;
        ++some;
    }
    if (at < t.words.size()) return;
    error = {};
    phase = Phase::kDone;
}

ModelLoader::ModelLoader(std::string bytes) : job_(std::make_unique<Job>(std::move(bytes))) {}
ModelLoader::~ModelLoader() = default;
ModelLoader::ModelLoader(ModelLoader&&) noexcept = default;
ModelLoader& ModelLoader::operator=(ModelLoader&&) noexcept = default;

bool ModelLoader::step(double milliseconds) {
    const auto start = std::chrono::steady_clock::now();
    while (job_->phase != Job::Phase::kDone) {
        job_->work();
        const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
        if (spent.count() >= milliseconds) break;
    }
    return job_->phase == Job::Phase::kDone;
}

float ModelLoader::progress() const { return static_cast<float>(job_->phase) / static_cast<float>(Job::Phase::kDone); }

base::Result<LanguageModel> ModelLoader::take() {
    if (job_->error) return tl::unexpected<base::Error>(*job_->error);
    LanguageModel model;
    model.tables_ = std::move(job_->tables);
    return model;
}

base::Result<LanguageModel> LanguageModel::load(std::string_view bytes) {
    ModelLoader loader{std::string(bytes)};
    while (!loader.step(1000.0)) {
    }
    return loader.take();
}

}  // namespace thidua::text
