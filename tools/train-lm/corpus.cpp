#include "corpus.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "text/letters.h"
#include "text/syllable.h"

namespace train {
namespace {

using namespace thidua;

// Calls `use` for every line; an .xz file is unpacked by xz in a pipe.
void for_each_line(const std::string& path, const std::function<void(std::string_view)>& use) {
    const bool packed = path.size() > 3 && path.compare(path.size() - 3, 3, ".xz") == 0;
    std::FILE* file = packed ? popen(("xz -dc '" + path + "'").c_str(), "r") : std::fopen(path.c_str(), "r");
    char* line = nullptr;
    std::size_t room = 0;
    std::size_t lines = 0;
    if (file) {
        for (ssize_t length = getline(&line, &room, file); length > 0; length = getline(&line, &room, file)) {
            use(std::string_view(line, static_cast<std::size_t>(length)));
            ++lines;
        }
        std::free(line);
        packed ? pclose(file) : std::fclose(file);
    }
    if (lines == 0) {
        std::fprintf(stderr, "train_lm: %s cannot be read or is empty\n", path.c_str());
        std::exit(1);
    }
}

class Reader {
public:
    Reader() {
        for (const char* name : {"<unk>", "<s>", "<n>"}) number(name);
    }

    void read(const std::string& path) {
        std::vector<Word> stream{kBoundary};
        for_each_line(path, [&](std::string_view line) {
            std::u32string token;
            const std::u32string characters = base::to_utf32(text::nfc(line));
            for (const char32_t c : characters) {
                if (c <= 0x20 || c == 0xA0) {
                    add_token(token, stream);
                    token.clear();
                } else {
                    token.push_back(text::lower(c));
                }
            }
            add_token(token, stream);
            boundary(stream);
        });
        streams.push_back(std::move(stream));
    }

    std::vector<std::string> names;
    std::vector<std::vector<Word>> streams;

private:
    Word number(const std::string& name) {
        const auto [at, added] = numbers_.try_emplace(name, static_cast<Word>(names.size()));
        if (added) names.push_back(name);
        return at->second;
    }

    static void boundary(std::vector<Word>& stream) {
        if (stream.back() != kBoundary) stream.push_back(kBoundary);
    }

    static bool ends_sentence(char32_t c) { return c == '.' || c == ';' || c == ':' || c == '(' || c == ')'; }

    void add_token(const std::u32string& token, std::vector<Word>& stream) {
        if (token.empty()) return;
        bool digit = false;
        bool address = false;
        for (const char32_t c : token) {
            digit = digit || text::is_digit(c);
            address = address || c == '_' || c == '@' || c == '=';
        }
        address = address || token.find(U"http") != token.npos || token.find(U"www") != token.npos;
        if (address) {
            stream.push_back(kUnknown);
            return;
        }
        if (digit) {
            if (stream.back() != kNumber) stream.push_back(kNumber);
            if (ends_sentence(token.back())) boundary(stream);
            return;
        }
        std::u32string word;
        const auto flush = [&] {
            if (word.empty()) return;
            stream.push_back(number(text::with_tone_style(base::to_utf8(word), text::ToneStyle::kOld)));
            word.clear();
        };
        for (const char32_t c : token) {
            if (text::is_letter(c)) {
                word.push_back(c);
                continue;
            }
            flush();
            if (ends_sentence(c)) boundary(stream);
        }
        flush();
    }

    std::unordered_map<std::string, Word> numbers_;
};

// Words of the runtime's alphabet only: a-z, đ and the marked vowels.
bool spellable(const std::u32string& word) {
    return std::all_of(word.begin(), word.end(), [](char32_t c) {
        const text::Letter letter = text::decompose(c);
        return letter.base >= 'a' && letter.base <= 'z';
    });
}

}  // namespace

Corpora read_corpora(const std::vector<std::string>& paths, const std::vector<double>& weights,
                     const VocabularyRule& rule) {
    Reader reader;
    for (const std::string& path : paths) reader.read(path);

    std::vector<std::uint64_t> counts(reader.names.size());
    std::vector<double> ranks(reader.names.size());
    for (std::size_t i = 0; i < reader.streams.size(); ++i) {
        for (const Word word : reader.streams[i]) {
            ++counts[word];
            ranks[word] += weights[i];
        }
    }
    // "chuc", "nghiep": Vietnamese typed without marks (in addresses, in broken texts) is no word of the language.
    std::unordered_set<std::string> bare_syllables;
    std::vector<bool> syllable(reader.names.size());
    for (Word word = kSpecialWords; word < reader.names.size(); ++word) {
        syllable[word] = text::is_syllable(reader.names[word]);
        if (syllable[word] && counts[word] >= 20) bare_syllables.insert(text::fold(reader.names[word]));
    }
    std::vector<Word> kept;
    for (Word word = kSpecialWords; word < reader.names.size(); ++word) {
        const std::u32string letters = base::to_utf32(reader.names[word]);
        if (!spellable(letters) || letters.size() > 12) continue;
        const bool admitted = syllable[word] ? counts[word] >= rule.least_syllable
                                             : counts[word] >= rule.least_other &&
                                                   !bare_syllables.contains(text::fold(reader.names[word]));
        if (admitted) kept.push_back(word);
    }
    std::stable_sort(kept.begin(), kept.end(), [&](Word a, Word b) {
        return ranks[a] != ranks[b] ? ranks[a] > ranks[b] : reader.names[a] < reader.names[b];
    });

    Corpora corpora;
    corpora.words = {"<unk>", "<s>", "<n>"};
    std::vector<Word> renumbered(reader.names.size(), kUnknown);
    for (Word special = 0; special < kSpecialWords; ++special) renumbered[special] = special;
    for (const Word word : kept) {
        renumbered[word] = static_cast<Word>(corpora.words.size());
        corpora.words.push_back(reader.names[word]);
    }
    corpora.streams = std::move(reader.streams);
    for (auto& stream : corpora.streams) {
        for (Word& word : stream) word = renumbered[word];
    }
    return corpora;
}

}  // namespace train
