#include "text/candidates.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

constexpr float kUnigramShare = 0.6F;  // of the unigram's cost when candidates are ranked without context
constexpr float kWithin = 11.0F;       // nats above the best that are still looked at
constexpr std::size_t kBeam = 56;
// Edits that the table does not know.
constexpr float kStrayPrint = 7.5F;   // a printed character that belongs to no letter
constexpr float kTailMark = 1.5F;     // ? ’ ' at the end taken for punctuation
constexpr float kRunTogether = 5.0F;  // two words without a blank
constexpr float kFigureAsWord = 6.0F; // digits alone read as letters
constexpr std::size_t kLongestPrintedWord = 24;

bool is_tail_mark(char32_t c) { return c == '?' || c == '\'' || c == U'’'; }

PrintKey key_of(std::u32string_view print, std::size_t at, std::size_t length) {
    PrintKey key = 0;
    for (std::size_t i = 0; i < length; ++i) key |= PrintKey{print_code(print[at + i])} << (kPrintBits * i);
    return key;
}

}  // namespace

std::string apply_casing(std::string_view lower_case, Casing casing) {
    if (casing == Casing::kUpper) return upper(lower_case);
    if (casing == Casing::kLower) return std::string(lower_case);
    std::u32string letters = base::to_utf32(lower_case);
    if (!letters.empty()) letters[0] = upper(letters[0]);
    return base::to_utf8(letters);
}

float CandidateFinder::rank(const Candidate& candidate) const {
    const float second = candidate.second ? tables_.cost1[candidate.second] : 0;
    return candidate.cost + kUnigramShare * (tables_.cost1[candidate.first] + second);
}

void CandidateFinder::keep_best(std::vector<Candidate>& candidates, std::size_t most, float within) const {
    std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
        const float x = rank(a);
        const float y = rank(b);
        return x != y ? x < y : a.first < b.first;
    });
    std::vector<Candidate> kept;
    for (const Candidate& candidate : candidates) {
        if (kept.size() == most || rank(candidate) > rank(candidates[0]) + within) break;
        const bool again = std::any_of(kept.begin(), kept.end(), [&](const Candidate& k) {
            return k.first == candidate.first && k.second == candidate.second && k.first != kUnknownWord;
        });
        if (!again) kept.push_back(candidate);
    }
    candidates = std::move(kept);
}

void CandidateFinder::search(std::u32string_view print, Casing casing, std::vector<Candidate>& out) {
    const std::size_t length = print.size();
    if (length == 0 || length > kLongestPrintedWord) return;
    if (stamp_.size() != tables_.trie.size()) stamp_.assign(tables_.trie.size(), 0);
    if (items_.size() < length + 1) items_.resize(length + 1);
    for (std::size_t i = 0; i <= length; ++i) items_[i].clear();
    items_[0].push_back({0, 0.0F});

    std::size_t tail_begin = length;
    while (tail_begin > 1 && is_tail_mark(print[tail_begin - 1])) --tail_begin;

    std::vector<Match> matches;
    for (std::size_t at = 0; at <= length; ++at) {
        auto& items = items_[at];
        const auto order = [&](const Item& a, const Item& b) {
            const float x = a.cost + 0.5F * tables_.trie[a.node].best;
            const float y = b.cost + 0.5F * tables_.trie[b.node].best;
            return x != y ? x < y : a.node < b.node;
        };
        const Channel::Case letter_case = casing == Casing::kUpper || (casing == Casing::kTitle && at == 0)
                                              ? Channel::Case::kUpper
                                              : Channel::Case::kLower;
        // Letters that printed nothing lengthen the path without moving on.
        if (at > 0) {
            std::sort(items.begin(), items.end(), order);
            if (items.size() > kBeam) items.resize(kBeam);
            const std::size_t count = items.size();
            for (std::size_t i = 0; i < count; ++i) {
                const Item item = items[i];
                for (const Channel::Reading& reading : channel_.vanished(letter_case)) {
                    if (item.cost + reading.cost > items[0].cost + kWithin) break;
                    const std::uint32_t child = tables_.child(item.node, reading.letter);
                    if (child != 0) items.push_back({child, item.cost + reading.cost});
                }
            }
        }
        std::sort(items.begin(), items.end(), order);
        ++now_;
        std::size_t kept = 0;
        for (const Item& item : items) {
            if (kept == kBeam) break;
            if (stamp_[item.node] == now_) continue;
            stamp_[item.node] = now_;
            items[kept++] = item;
        }
        items.resize(kept);
        if (items.empty()) continue;

        if (at == length || at >= tail_begin) {
            const float tail = static_cast<float>(length - at) * kTailMark;
            for (const Item& item : items) {
                const WordId word = tables_.trie[item.node].word;
                if (word == 0) continue;
                out.push_back({word, 0, casing, casing, static_cast<unsigned char>(length - at), item.cost + tail});
            }
        }
        if (at == length) break;

        matches.clear();
        for (std::size_t take = 1; take <= kLongestPrint && at + take <= length; ++take) {
            for (const Channel::Reading& reading : channel_.readings(letter_case, key_of(print, at, take))) {
                matches.push_back({reading.letter, static_cast<unsigned char>(take), reading.cost});
            }
        }
        const float best = items[0].cost;
        for (const Item& item : items) {
            for (const Match& match : matches) {
                if (item.cost + match.cost > best + 2 * kWithin) continue;
                const std::uint32_t child = tables_.child(item.node, match.letter);
                if (child != 0) items_[at + match.length].push_back({child, item.cost + match.cost});
            }
            items_[at + 1].push_back({item.node, item.cost + kStrayPrint});
        }
    }
}

void CandidateFinder::search_marks(std::u32string_view print, Casing casing, std::vector<Candidate>& out) {
    // Every word whose letters without marks are these.
    std::vector<std::uint32_t> nodes{0};
    std::vector<std::uint32_t> next;
    for (const char32_t c : print) {
        next.clear();
        const LetterCode given = letter_code(c);
        if (given == kNoLetter) return;
        for (const std::uint32_t node : nodes) {
            for (LetterCode letter = 0; letter < kLetters; ++letter) {
                // A mark that is there is right.
                if (letter != given && (bare_letter(letter) != given)) continue;
                const std::uint32_t child = tables_.child(node, letter);
                if (child != 0) next.push_back(child);
            }
        }
        nodes.swap(next);
    }
    for (const std::uint32_t node : nodes) {
        if (tables_.trie[node].word != 0) out.push_back({tables_.trie[node].word, 0, casing, casing, 0, 0.0F});
    }
}

void CandidateFinder::search_pairs(std::u32string_view print, Casing casing, std::vector<Candidate>& out) {
    std::vector<Candidate> firsts;
    std::vector<Candidate> seconds;
    for (std::size_t cut = 2; cut + 2 <= print.size(); ++cut) {
        firsts.clear();
        seconds.clear();
        search(print.substr(0, cut), casing, firsts);
        keep_best(firsts, 3, 5.0F);
        if (firsts.empty() || firsts[0].cost > 6.0F) continue;
        const bool capital = is_upper(print[cut]);
        search(print.substr(cut), casing == Casing::kUpper ? casing : capital ? Casing::kTitle : Casing::kLower, seconds);
        keep_best(seconds, 3, 5.0F);
        for (const Candidate& first : firsts) {
            if (first.tail != 0) continue;
            for (const Candidate& second : seconds) {
                Candidate pair = first;
                pair.second = second.first;
                pair.second_casing = second.casing;
                pair.tail = second.tail;
                pair.cost = first.cost + second.cost + (capital && casing != Casing::kUpper ? 1.0F : kRunTogether);
                out.push_back(pair);
            }
        }
    }
}

const std::vector<Candidate>& CandidateFinder::find(std::u32string_view print, bool capitals_line, bool marks_only) {
    std::u32string key(print);
    key.push_back(capitals_line ? 1 : 2);
    const auto [at, added] = known_.try_emplace(std::move(key));
    std::vector<Candidate>& found = at->second;
    if (!added) return found;

    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (const char32_t c : print) {
        letters += is_letter(c);
        capitals += is_upper(c);
    }
    std::vector<Casing> casings;
    if (capitals_line && capitals > 0) {
        casings = {Casing::kUpper};
    } else if (is_upper(print[0]) && capitals == letters && letters >= 2) {
        casings = {Casing::kUpper};
        if (letters <= 3) casings = {Casing::kTitle, Casing::kUpper};
    } else if (is_upper(print[0])) {
        casings = {Casing::kTitle};
    } else if (capitals * 2 > letters && capitals >= 2) {
        casings = {Casing::kUpper};
    } else {
        casings = {Casing::kLower};
    }
    for (const Casing casing : casings) {
        marks_only ? search_marks(print, casing, found) : search(print, casing, found);
    }
    keep_best(found, kMost, kWithin);

    const float best = found.empty() ? Channel::kNever : found[0].cost;
    bool capital_inside = false;
    for (std::size_t i = 2; i + 1 < print.size(); ++i) {
        capital_inside = capital_inside || (is_upper(print[i]) && is_lower(print[i - 1]));
    }
    if (!marks_only && print.size() >= 4 && print.size() <= 16 && (best > 9.0F || (capital_inside && best > 4.0F))) {
        search_pairs(print, casings[0], found);
        keep_best(found, kMost, kWithin);
    }
    // The print as it stands: a name, a foreign word, an abbreviation.
    Candidate as_it_is;
    as_it_is.casing = casings[0];
    std::size_t digits = 0;
    for (const char32_t c : print) digits += is_digit(c);
    const float size = static_cast<float>(print.size());
    if (digits > 0 && is_digit(print[0])) {
        as_it_is.first = kNumberWord;
        const bool clause = digits + 1 == print.size() && is_letter(print.back()); // "khoản 1a"
        as_it_is.cost = digits == print.size() ? 0.0F : clause ? 5.0F + 1.5F * size : 7.0F + 2.6F * size;
    } else {
        as_it_is.cost = capitals == print.size() && !capitals_line ? 5.0F + 1.5F * size : 7.0F + 2.6F * size;
    }
    if (digits == print.size()) { // a figure is a figure, unless the sentence says otherwise very clearly
        for (Candidate& candidate : found) candidate.cost += kFigureAsWord;
    }
    found.push_back(as_it_is);
    return found;
}

void CandidateFinder::align(std::u32string_view print, const Candidate& chosen, Channel::Evidence& evidence) const {
    const std::u32string letters = base::to_utf32(tables_.words[chosen.first]);
    const std::size_t length = print.size() - chosen.tail;
    const auto letter_case = [&](std::size_t i) {
        return chosen.casing == Casing::kUpper || (chosen.casing == Casing::kTitle && i == 0) ? Channel::Case::kUpper
                                                                                            : Channel::Case::kLower;
    };
    struct Cell {
        float cost = Channel::kNever;
        unsigned char taken = 0;
        bool stray = false;
    };
    std::vector<Cell> cells((letters.size() + 1) * (length + 1));
    const auto cell = [&](std::size_t i, std::size_t j) -> Cell& { return cells[i * (length + 1) + j]; };
    cell(0, 0).cost = 0;
    for (std::size_t i = 0; i <= letters.size(); ++i) {
        for (std::size_t j = 0; j <= length; ++j) {
            Cell& here = cell(i, j);
            if (j > 0 && cell(i, j - 1).cost + kStrayPrint < here.cost) here = {cell(i, j - 1).cost + kStrayPrint, 1, true};
            for (std::size_t take = 0; i > 0 && take <= kLongestPrint && take <= j; ++take) {
                const float cost = cell(i - 1, j - take).cost +
                                   channel_.cost(letter_case(i - 1), letter_code(letters[i - 1]), key_of(print, j - take, take));
                if (cost < here.cost) here = {cost, static_cast<unsigned char>(take), false};
            }
        }
    }
    if (cell(letters.size(), length).cost > 20.0F) return;
    for (std::size_t i = letters.size(), j = length; i > 0;) {
        const Cell& here = cell(i, j);
        j -= here.taken;
        if (here.stray) continue;
        --i;
        evidence.add(letter_case(i), letter_code(letters[i]), key_of(print, j, here.taken), 1.0F);
    }
}

}  // namespace thidua::text
