#include "text/formulas.h"

#include <algorithm>

namespace thidua::text {
namespace {

// Of a formula's words so many agree: three, and three in five.
constexpr std::size_t kLeastAgreed = 3;
constexpr std::size_t kAgreedPart = 3;
constexpr std::size_t kAgreedWhole = 5;

std::size_t letters_of(const std::string& word) {
    return static_cast<std::size_t>(
        std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

void Formulas::add(const std::vector<WordId>& words, const std::vector<std::string>& vocabulary) {
    starts_.push_back(static_cast<std::uint32_t>(words_.size()));
    for (const WordId word : words) {
        words_.push_back(word);
        lengths_.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(letters_of(vocabulary[word]), 99)));
    }
}

void Formulas::finish(std::size_t vocabulary) {
    // Counted, not sorted: loading must not hold up a frame.
    by_word_.assign(vocabulary + 1, 0);
    for (const WordId word : words_) ++by_word_[word];
    std::uint32_t before = 0;
    for (std::uint32_t& count : by_word_) {
        before += count;
        count = before;
    }
    places_.resize(words_.size());
    for (std::size_t f = starts_.size(); f-- > 0;) {
        for (std::size_t i = end_of(f); i-- > starts_[f];) {
            places_[--by_word_[words_[i]]] = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(f)};
        }
    }
}

void Formulas::find(const std::vector<Said>& text, std::size_t at, std::vector<Match>& matches) const {
    if (at + 1 >= text.size() || text[at].second != kUnknownWord) return;
    const WordId first = text[at].word;
    const WordId second = text[at + 1].word;
    if (first == kUnknownWord || second == kUnknownWord || first + 1u >= by_word_.size()) return;
    for (std::uint32_t p = by_word_[first]; p < by_word_[first + 1u]; ++p) {
        const Place& place = places_[p];
        if (place.word + 1 >= end_of(place.formula) || words_[place.word + 1] != second) continue;
        Match match;
        if (follow(text, at, place, match)) matches.push_back(std::move(match));
    }
}

// Word by word from the pair, first back, then on.
bool Formulas::follow(const std::vector<Said>& text, std::size_t at, const Place& place, Match& match) const {
    const std::size_t begin = starts_[place.formula];
    const std::size_t end = end_of(place.formula);
    std::size_t size = 0;
    for (std::size_t i = begin; i < end; ++i) size += words_[i] != kNumberWord;
    const auto note = [&](std::size_t where, std::size_t first, bool two) {
        const Said& said = text[where];
        Part part{where, words_[first], two ? words_[first + 1] : kUnknownWord, false};
        part.agreed = said.word == part.word && said.second == part.second;
        if (part.agreed && part.word != kNumberWord) match.agreed += two ? 2 : 1;
        match.parts.push_back(part);
        return part.agreed;
    };
    // Two words without a blank: read so, or too long for one.
    const auto holds_two = [&](const Said& said, std::size_t first) {
        if (words_[first] == kNumberWord || words_[first + 1] == kNumberWord) return false;
        if (said.word == words_[first] && said.second == words_[first + 1]) return true;
        const std::size_t one = std::max(lengths_[first], lengths_[first + 1]);
        const std::size_t two = std::size_t{lengths_[first]} + lengths_[first + 1];
        return said.second == kUnknownWord && said.length + 1 >= two && said.length > one + 1;
    };
    std::size_t word = place.word;
    for (std::size_t where = at; word > begin;) {
        if (where == 0) return false;
        --where;
        const bool same = text[where].word == words_[word - 1] && text[where].second == kUnknownWord;
        const bool two = !same && word - begin >= 2 && holds_two(text[where], word - 2);
        word -= two ? 2 : 1;
        // An earlier pair that agrees has found this formula already.
        if (note(where, word, two) && !two && match.parts.size() > 1 && match.parts[match.parts.size() - 2].agreed &&
            match.parts[match.parts.size() - 2].second == kUnknownWord) {
            return false;
        }
        if (same && where + 1 == at) return false;
    }
    word = place.word;
    for (std::size_t where = at; word < end; ++where) {
        if (where == text.size()) return false;
        const bool same = text[where].word == words_[word] && text[where].second == kUnknownWord;
        const bool two = !same && word + 1 < end && holds_two(text[where], word);
        note(where, word, two);
        word += two ? 2 : 1;
    }
    return match.agreed >= kLeastAgreed && match.agreed * kAgreedWhole >= size * kAgreedPart;
}

}  // namespace thidua::text
