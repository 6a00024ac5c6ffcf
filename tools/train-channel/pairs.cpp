#include "pairs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "base/utf8.h"
#include "text/letters.h"

namespace train {
namespace {

using namespace thidua;

constexpr std::size_t kBand = 400;  // words that the texts may be apart
constexpr float kGap = 0.7F;        // of a word that one side has not
constexpr float kTooFar = 0.67F;    // edits a letter that make a pair none
constexpr std::size_t kLongest = 14;

struct Word {
    std::u32string text;
    std::u32string folded;
};

bool is_punctuation(char32_t c) {
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '"' || c == U'“' || c == U'”' ||
           c == '/' || c == '-' || c == U'–' || c == U'—' || c == '~' || c == '*';
}

std::vector<Word> words_of(const std::string& text) {
    std::vector<Word> words;
    std::u32string word;
    const auto flush = [&] {
        while (!word.empty() && is_punctuation(word.back())) word.pop_back();
        std::size_t begin = 0;
        while (begin < word.size() && is_punctuation(word[begin])) ++begin;
        word.erase(0, begin);
        if (word.empty()) return;
        Word made{word, word};
        for (char32_t& c : made.folded) c = text::fold(c);
        words.push_back(std::move(made));
        word.clear();
    };
    for (const char32_t c : base::to_utf32(text::nfc(text))) {
        if (c <= 0x20 || c == 0xA0) {
            flush();
        } else {
            word.push_back(c);
        }
    }
    flush();
    return words;
}

// Edits a letter between two words without their marks; 1 where they have nothing to do with each other.
float distance(const std::u32string& a, const std::u32string& b) {
    if (a == b) return 0;
    if (a.size() > 2 * b.size() + 2 || b.size() > 2 * a.size() + 2) return 1;
    std::size_t row[32];
    if (b.size() >= 31) return 1;
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return std::min(1.0F, static_cast<float>(row[b.size()]) / static_cast<float>(std::max(a.size(), b.size())));
}

}  // namespace

std::vector<Pair> pair_words(const std::string& gold, const std::string& ocr, double weight) {
    const std::vector<Word> a = words_of(gold);
    const std::vector<Word> b = words_of(ocr);
    std::vector<Pair> pairs;
    if (a.empty() || b.empty()) return pairs;
    // A band around the diagonal; cell (i, j) stands at i * width + j - first(i).
    const std::size_t width = 2 * kBand + 1;
    const auto first = [&](std::size_t i) {
        const std::size_t middle = i * b.size() / a.size();
        return middle > kBand ? middle - kBand : 0;
    };
    constexpr float kFar = 1e9F;
    std::vector<float> cost((a.size() + 1) * width, kFar);
    std::vector<std::uint8_t> step(cost.size(), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t {
        return j >= first(i) && j - first(i) < width ? i * width + j - first(i) : cost.size();
    };
    const auto cost_at = [&](std::size_t i, std::size_t j) {
        const std::size_t cell = at(i, j);
        return cell == cost.size() ? kFar : cost[cell];
    };
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = first(i); j <= b.size() && j - first(i) < width; ++j) {
            const std::size_t cell = at(i, j);
            if (i == 0 && j == 0) {
                cost[cell] = 0;
                continue;
            }
            const auto offer = [&](float value, std::uint8_t how) {
                if (value >= cost[cell]) return;
                cost[cell] = value;
                step[cell] = how;
            };
            if (i > 0) offer(cost_at(i - 1, j) + kGap, 1);
            if (j > 0) offer(cost_at(i, j - 1) + kGap, 2);
            if (i > 0 && j > 0) offer(cost_at(i - 1, j - 1) + 1.5F * distance(a[i - 1].folded, b[j - 1].folded), 3);
        }
    }
    for (std::size_t i = a.size(), j = b.size(); i > 0 || j > 0;) {
        const std::size_t cell = at(i, j);
        if (cell == cost.size() || step[cell] == 0) break;
        if (step[cell] == 3) {
            const Word& word = a[i - 1];
            const Word& print = b[j - 1];
            const bool letters = std::all_of(word.text.begin(), word.text.end(), [](char32_t c) {
                const text::Letter letter = text::decompose(c);
                return letter.base >= 'a' && letter.base <= 'z';
            });
            if (letters && word.text.size() <= kLongest && print.text.size() <= 2 * kLongest &&
                distance(word.folded, print.folded) < kTooFar) {
                pairs.push_back({word.text, print.text, weight});
            }
        }
        i -= step[cell] == 1 || step[cell] == 3 ? 1 : 0;
        j -= step[cell] == 2 || step[cell] == 3 ? 1 : 0;
    }
    return pairs;
}

}  // namespace train
