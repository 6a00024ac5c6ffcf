#include "text/channel.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

std::size_t side_of(Channel::Case letter_case) { return letter_case == Channel::Case::kUpper ? 1 : 0; }

std::string_view field(std::string_view& line) {
    const std::size_t tab = line.find('\t');
    const std::string_view out = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    return out;
}

float number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return static_cast<float>(value);
}

// What every engine and every typist may do, whatever the table says.
constexpr float kMarkedAsItIs = 0.6F;  // an engine that knows Vietnamese, or a good source
constexpr float kUnmarked = 0.02F;     // the bare letter
constexpr float kOtherMark = 0.004F;   // the same letter with another mark
constexpr float kStrokeAsB = 0.002F;   // đ as b
constexpr float kOtherCase = 0.01F;    // a capital for a small letter, a small one for a capital

constexpr float kNewEntry = 2.0F;  // times seen that make a new entry
constexpr float kNewEntryLess = 0.7F;

}  // namespace

Channel::Channel(std::string_view table) {
    while (!table.empty()) {
        const std::size_t end = table.find('\n');
        std::string_view line = table.substr(0, end);
        table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
        if (line.empty() || line[0] == '#') continue;
        const std::u32string letter = base::to_utf32(field(line));
        const std::u32string print = base::to_utf32(field(line));
        const float count = number(field(line));
        const float total = number(field(line));
        if (letter.size() != 1 || print.size() > kLongestPrint || count <= 0 || total <= 0) continue;
        const LetterCode code = letter_code(letter[0]);
        if (code == kNoLetter) continue;
        PrintKey key = 0;
        for (std::size_t i = 0; i < print.size(); ++i) key |= PrintKey{print_code(print[i])} << (kPrintBits * i);
        // Few capitals were seen of the rare letters: a little is left for the general rules below.
        set(is_upper(letter[0]) ? Case::kUpper : Case::kLower, code, key, count / (total + 2));
    }
    for (LetterCode letter = 0; letter < kLetters; ++letter) {
        const char32_t small = letter_of(letter);
        const LetterCode bare = bare_letter(letter);
        for (const Case letter_case : {Case::kLower, Case::kUpper}) {
            const bool capital = letter_case == Case::kUpper;
            const auto at_least = [&](char32_t print, float probability) {
                const PrintKey key = print_code(print);
                float& now = sides_[side_of(letter_case)].probability[entry_key(letter, key)];
                now = std::max(now, probability);
            };
            const char32_t own = capital ? upper(small) : small;
            const char32_t other = capital ? small : upper(small);
            at_least(own, letter == bare ? 0.9F : kMarkedAsItIs);
            at_least(other, kOtherCase);
            at_least(fold(own), kUnmarked);
            at_least(capital ? upper(fold(own)) : fold(own), capital ? 0.5F : kUnmarked);
            if (small == U'đ') {
                at_least('b', kStrokeAsB);
                at_least('B', kStrokeAsB);
            }
            for (LetterCode twin = 0; twin < kLetters; ++twin) {
                if (twin == letter || twin == bare || bare_letter(twin) != bare || letter == bare) continue;
                at_least(capital ? upper(letter_of(twin)) : letter_of(twin), kOtherMark);
            }
        }
    }
    finish();
}

void Channel::set(Case letter_case, LetterCode letter, PrintKey print, float probability) {
    sides_[side_of(letter_case)].probability[entry_key(letter, print)] = probability;
}

void Channel::finish() {
    for (Side& side : sides_) {
        for (auto& list : side.single) list.clear();
        side.longer.clear();
        for (const auto& [key, probability] : side.probability) {
            const PrintKey print = static_cast<PrintKey>(key);
            const Reading reading{static_cast<LetterCode>(key >> 32), -std::log(probability)};
            (print < kPrints ? side.single[print] : side.longer[print]).push_back(reading);
        }
        const auto sort = [](std::vector<Reading>& list) {
            std::sort(list.begin(), list.end(), [](const Reading& a, const Reading& b) {
                return a.cost != b.cost ? a.cost < b.cost : a.letter < b.letter;
            });
        };
        for (auto& list : side.single) sort(list);
        for (auto& [print, list] : side.longer) sort(list);
    }
}

const std::vector<Channel::Reading>& Channel::readings(Case letter_case, PrintKey print) const {
    static const std::vector<Reading> none;
    const Side& side = sides_[side_of(letter_case)];
    if (print < kPrints) return side.single[print];
    const auto at = side.longer.find(print);
    return at == side.longer.end() ? none : at->second;
}

float Channel::cost(Case letter_case, LetterCode letter, PrintKey print) const {
    const auto& table = sides_[side_of(letter_case)].probability;
    const auto at = table.find(entry_key(letter, print));
    return at == table.end() ? kNever : -std::log(at->second);
}

void Channel::Evidence::add(const Evidence& other, float times) {
    for (std::size_t s = 0; s < counts_.size(); ++s) {
        for (const auto& [key, count] : other.counts_[s]) counts_[s][key] += times * count;
        for (std::size_t l = 0; l < totals_[s].size(); ++l) totals_[s][l] += times * other.totals_[s][l];
    }
}

void Channel::Evidence::add(Case letter_case, LetterCode letter, PrintKey print, float times) {
    counts_[side_of(letter_case)][entry_key(letter, print)] += times;
    totals_[side_of(letter_case)][letter] += times;
}

Channel Channel::with(const Evidence& evidence, float belief) const {
    Channel out;
    for (std::size_t s = 0; s < sides_.size(); ++s) {
        auto& table = out.sides_[s].probability;
        table = sides_[s].probability;
        for (auto& [key, probability] : table) {
            const float total = evidence.totals_[s][key >> 32];
            const auto seen = evidence.counts_[s].find(key);
            const float count = seen == evidence.counts_[s].end() ? 0 : seen->second;
            probability = (probability * belief + count) / (belief + total);
        }
        for (const auto& [key, count] : evidence.counts_[s]) {
            if (count < kNewEntry || table.contains(key)) continue;
            table[key] = (count - kNewEntryLess) / (belief + evidence.totals_[s][key >> 32]);
        }
    }
    out.finish();
    return out;
}

}  // namespace thidua::text
