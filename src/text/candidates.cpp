#include "text/candidates.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

constexpr float kUnigramShare = 0.6F;  // of the unigram's cost when candidates are ranked without context
constexpr float kWithin = 11.0F;       // nats above the best that are still looked at
constexpr float kLookAhead = 0.7F;     // of the cheapest unigram below, while the search is under way
constexpr float kSearchWidth = 11.0F;  // nats, likewise
constexpr std::size_t kBeam = 100;
// Edits that the table does not know.
constexpr float kStrayPrint = 7.5F;   // a printed character that belongs to no letter
constexpr float kOtherLetter = 7.5F;  // a letter printed as something the table has never seen
constexpr float kLostLetter = 8.5F;   // a letter that printed nothing, likewise
constexpr float kPoor = 8.0F;         // a best candidate dearer than this calls for these edits
constexpr float kTailMark = 1.5F;     // ? ’ ' at the end taken for punctuation
constexpr float kRunTogether = 5.0F;  // two words without a blank
constexpr float kPairs = 6.0F;        // a best candidate dearer than this calls for them
constexpr float kFigure = 4.0F;       // of each digit, given that a figure stands there
constexpr float kMarkAsWord = 9.0F;   // digits read as letters at the head of a line
constexpr float kAbbreviation = 3.0F;
constexpr float kForeign = 2.0F;    // a foreign word or abbreviation that is not printed quite like that
constexpr float kQuiteLike = 1.5F;  // ... the channel's cost of what is
// Lines of which the OCR made little: what the channel does not know is likelier, and everything is.
constexpr float kRoughLost = 6.5F;
constexpr float kRoughOther = 5.5F;
constexpr float kRoughStray = 5.5F;
constexpr float kRoughPoor = 2.0F;
constexpr float kRoughTogether = 4.0F;
constexpr float kRoughPairs = 5.0F;
constexpr float kRoughScale = 0.9F;  // of the channel's cost
// Dirt: cost of a speck beside what the dirt of the page says (Setting::speck).
constexpr float kSpeckLetter = 4.0F;  // of each character
constexpr float kSpeckAtEdge = 2.0F;  // less
constexpr float kSpeckInRough = 1.0F;
constexpr std::size_t kLongestSpeck = 4;
// Rows of words without a blank.
constexpr std::size_t kShortestRow = 7;
constexpr std::size_t kLongestRow = 16;  // one unit of work: 2 ms natively
constexpr std::size_t kLongestInRow = 7;
constexpr std::size_t kRowWays = 6;
constexpr float kRowJoint = 1.5F;
constexpr float kRowMost = 3.0F;  // nats a character, above that it is no row
constexpr std::size_t kMost = 32;
constexpr std::size_t kMostInRough = 64;
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

void CandidateFinder::search(std::u32string_view print, Casing casing, const Manner& manner, bool loose,
                             std::vector<Candidate>& out) {
    const std::size_t length = print.size();
    if (length == 0 || length > kLongestPrintedWord) return;
    if (marks_.size() != tables_.trie.size()) marks_.assign(tables_.trie.size(), {});
    if (items_.size() < length + 1) items_.resize(length + 1);
    for (std::size_t i = 0; i <= length; ++i) items_[i].clear();
    items_[0].push_back({0, 0.0F, 0.0F});

    std::size_t tail_begin = length;
    while (tail_begin > 1 && is_tail_mark(print[tail_begin - 1])) --tail_begin;

    best_.assign(length + 1, Channel::kNever);
    best_[0] = 0;
    const auto push = [&](std::size_t at, std::uint32_t node, float cost) {
        const float key = cost + kLookAhead * tables_.trie[node].best;
        if (key > best_[at] + kSearchWidth) return;
        best_[at] = std::min(best_[at], key);
        items_[at].push_back({node, cost, key});
    };
    for (std::size_t at = 0; at <= length; ++at) {
        auto& items = items_[at];
        const Channel::Case letter_case = casing == Casing::kUpper || (casing == Casing::kTitle && at == 0)
                                              ? Channel::Case::kUpper
                                              : Channel::Case::kLower;
        if (at > 0) {
            // Letters that printed nothing lengthen the path without moving on.
            keep_open(items, best_[at] + kSearchWidth);
            const std::size_t count = items.size();
            for (std::size_t i = 0; i < count; ++i) {
                const Item item = items[i];
                for (const Channel::Reading& reading : manner.channel.vanished(letter_case)) {
                    if (item.key + reading.cost > best_[at] + kSearchWidth) break;
                    const std::uint32_t child = tables_.child(item.node, reading.letter);
                    if (child != 0) push(at, child, item.cost + reading.cost);
                }
            }
            if (items.size() > count) keep_open(items, best_[at] + kSearchWidth);
        }
        if (items.empty()) continue;
        if (loose) {
            const std::size_t count = items.size();
            for (std::size_t i = 0; i < count; ++i) {
                const Item item = items[i];
                const TrieNode& node = tables_.trie[item.node];
                const auto children = node.low_count + count_bits(node.high);
                for (std::uint32_t child = node.first; child < node.first + children; ++child) {
                    push(at, child, item.cost + (manner.rough ? kRoughLost : kLostLetter));
                    if (at < length) push(at + 1, child, item.cost + (manner.rough ? kRoughOther : kOtherLetter));
                }
            }
        }

        if (at == length || at >= tail_begin) {
            const float tail = static_cast<float>(length - at) * kTailMark;
            for (const Item& item : items) {
                const WordId word = tables_.trie[item.node].word;
                if (word == 0) continue;
                out.push_back({word, 0, casing, casing, static_cast<unsigned char>(length - at), false, false, 0,
                               item.cost + tail});
            }
        }
        if (at == length) break;

        for (std::size_t take = 1; take <= kLongestPrint && at + take <= length; ++take) {
            const std::vector<Channel::Reading>& readings =
                manner.channel.readings(letter_case, key_of(print, at, take));
            if (readings.empty()) continue;
            const float width = best_[at + take] + kSearchWidth;
            for (const Item& item : items) {
                for (const Channel::Reading& reading : readings) {
                    if (item.key + reading.cost > width) break;  // they are sorted, and the key never falls
                    const std::uint32_t child = tables_.child(item.node, reading.letter);
                    if (child != 0) push(at + take, child, item.cost + reading.cost);
                }
            }
        }
        for (const Item& item : items) push(at + 1, item.node, item.cost + (manner.rough ? kRoughStray : kStrayPrint));
    }
}

// Cheapest item of each node, at most kBeam of them, none above `limit`; in no order.
void CandidateFinder::keep_open(std::vector<Item>& items, float limit) {
    ++now_;
    std::size_t kept = 0;
    for (const Item& item : items) {
        if (item.key > limit) continue;
        Mark& mark = marks_[item.node];
        if (mark.when != now_) {
            mark = {now_, static_cast<std::uint32_t>(kept)};
            items[kept++] = item;
        } else if (item.cost < items[mark.place].cost) {
            items[mark.place] = item;
        }
    }
    items.resize(kept);
    if (kept <= kBeam) return;
    std::nth_element(items.begin(), items.begin() + kBeam, items.end(),
                     [](const Item& a, const Item& b) { return a.key != b.key ? a.key < b.key : a.node < b.node; });
    items.resize(kBeam);
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
        if (tables_.trie[node].word != 0)
            out.push_back({tables_.trie[node].word, 0, casing, casing, 0, false, false, 0, 0.0F});
    }
}

void CandidateFinder::search_pairs(std::u32string_view print, Casing casing, const Manner& manner,
                                   std::vector<Candidate>& out) {
    std::vector<Candidate> firsts;
    std::vector<Candidate> seconds;
    for (std::size_t cut = 2; cut + 2 <= print.size(); ++cut) {
        firsts.clear();
        seconds.clear();
        search(print.substr(0, cut), casing, manner, false, firsts);
        keep_best(firsts, 3, 5.0F);
        if (firsts.empty() || firsts[0].cost > 6.0F) continue;
        const bool capital = is_upper(print[cut]);
        search(print.substr(cut),
               casing == Casing::kUpper ? casing
               : capital                ? Casing::kTitle
                                        : Casing::kLower,
               manner, false, seconds);
        keep_best(seconds, 3, 5.0F);
        for (const Candidate& first : firsts) {
            if (first.tail != 0) continue;
            for (const Candidate& second : seconds) {
                Candidate pair = first;
                pair.second = second.first;
                pair.second_casing = second.casing;
                pair.tail = second.tail;
                pair.cost = first.cost + second.cost +
                            (capital && casing != Casing::kUpper ? 1.0F
                             : manner.rough                      ? kRoughTogether
                                                                 : kRunTogether);
                out.push_back(pair);
            }
        }
    }
}

std::u32string CandidateFinder::key_of_entry(std::u32string_view print, const Setting& setting) {
    std::u32string key(print);
    key.push_back(1u + (setting.capitals_line ? 1u : 0u) + (setting.line_start ? 2u : 0u) + (setting.start ? 4u : 0u) +
                  (setting.rough ? 8u : 0u) + (setting.edge ? 16u : 0u) + 32u * setting.speck);
    return key;
}

const std::vector<Candidate>& CandidateFinder::find(std::u32string_view print, const Setting& setting) {
    const auto [at, added] = known_.try_emplace(key_of_entry(print, setting));
    if (added) fill(print, setting, at->second);
    return at->second;
}

std::vector<Candidate>& CandidateFinder::renew(std::u32string_view print, const Setting& setting) {
    std::vector<Candidate>& found = known_[key_of_entry(print, setting)];
    found.clear();
    fill(print, setting, found);
    return found;
}

void CandidateFinder::fill(std::u32string_view print, const Setting& setting, std::vector<Candidate>& found) {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    std::size_t digits = 0;
    bool capital_inside = false;
    for (std::size_t i = 0; i < print.size(); ++i) {
        letters += is_letter(print[i]);
        capitals += is_upper(print[i]);
        digits += is_digit(print[i]);
        capital_inside =
            capital_inside || (i >= 2 && i + 1 < print.size() && is_upper(print[i]) && is_lower(print[i - 1]));
    }
    std::vector<Casing> casings;
    if (setting.capitals_line && capitals > 0) {
        casings = {Casing::kUpper};
    } else if (is_upper(print[0]) && capitals == letters && letters >= 2) {
        casings = {Casing::kUpper};
        if (letters <= 3) casings = {Casing::kTitle, Casing::kUpper};
    } else if (print[0] == 'I' && capitals == 1) {
        casings = {Casing::kLower, Casing::kTitle};  // "Igi": lợi
    } else if (is_upper(print[0])) {
        casings = {Casing::kTitle};
    } else if (capitals * 2 > letters && capitals >= 2) {
        casings = {Casing::kUpper};
    } else if (setting.start && print[0] == 'b' && print.size() >= 2) {
        casings = {Casing::kLower, Casing::kTitle};  // "bang ky": Đăng ký
    } else {
        casings = {Casing::kLower};
    }
    const bool rough = setting.rough && closely_;
    const Manner how = manner(rough);
    const std::size_t most = rough ? kMostInRough : kMost;
    if (setting.marks_only) {
        search_marks(print, casings[0], found);
    } else {
        for (const Casing casing : casings) search(print, casing, how, false, found);
        keep_best(found, most, kWithin);
        if (closely_ && print.size() >= 2 && digits < print.size() &&
            (found.empty() || found[0].cost > (rough ? kRoughPoor : kPoor))) {
            for (const Casing casing : casings) search(print, casing, how, true, found);
            keep_best(found, most, kWithin);
        }
        const float best = found.empty() ? Channel::kNever : found[0].cost;
        if (closely_ && print.size() >= 4 && print.size() <= 16 &&
            (best > (rough ? kRoughPairs : kPairs) || (capital_inside && best > 4.0F))) {
            search_pairs(print, casings[0], how, found);
        }
    }
    keep_best(found, most, kWithin);
    if (!setting.marks_only) {
        for (Candidate& candidate : found) {
            if (!tables_.syllable[candidate.first] && candidate.cost > kQuiteLike) candidate.cost += kForeign;
        }
    }

    // The print as it stands: a name, a foreign word, an abbreviation, a figure.
    Candidate as_it_is;
    as_it_is.casing = casings[0];
    const float size = static_cast<float>(print.size());
    const bool abbreviation = capitals >= 2 && capitals + digits == print.size() && !setting.capitals_line;
    if (digits > 0 && is_digit(print[0])) {
        as_it_is.first = kNumberWord;
        const bool clause = digits + 1 == print.size() && is_letter(print.back());  // "khoản 1a"
        as_it_is.figure = digits == print.size();
        as_it_is.cost = as_it_is.figure ? kFigure * size : clause ? 5.0F + 1.5F * size : 7.0F + 2.6F * size;
        if (abbreviation) as_it_is.cost = kAbbreviation + size;  // "5G"
    } else {
        as_it_is.cost = abbreviation ? kAbbreviation + size : 6.0F + 2.3F * size;
        if (capital_inside && letters == print.size() && capitals * 2 >= letters)
            as_it_is.cost = 6.0F + 1.5F * size;  // "IoT"
    }
    if (as_it_is.figure && setting.line_start) {  // "1. Mục đích"
        for (Candidate& candidate : found) candidate.cost += kMarkAsWord;
    }
    if (rough) {
        for (Candidate& candidate : found) candidate.cost *= kRoughScale;
    }
    found.push_back(as_it_is);
    const bool may_be_dirt = closely_ && !setting.marks_only && setting.speck > 0;
    if (may_be_dirt && print.size() <= kLongestSpeck && digits == 0 && !setting.capitals_line) {
        Candidate speck;
        speck.speck = true;
        speck.cost = kSpeckStep * static_cast<float>(setting.speck) + kSpeckLetter * size;
        if (setting.edge) speck.cost -= kSpeckAtEdge;
        if (rough) speck.cost -= kSpeckInRough;
        found.insert(found.end() - 1, speck);
    }
}

std::vector<std::size_t> CandidateFinder::cuts(std::u32string_view print, bool capitals_line) {
    const std::size_t length = print.size();
    if (length < kShortestRow || length > kLongestRow) return {};
    std::size_t capitals = 0;
    for (const char32_t c : print) capitals += is_upper(c);
    const Casing casing = capitals_line || capitals * 2 > length ? Casing::kUpper : Casing::kLower;
    struct Way {
        WordId last;
        float cost;
        std::size_t from, way;  // where the last word begins, and the way that led there
    };
    std::vector<std::vector<Way>> ways(length + 1);
    ways[0].push_back({kUnknownWord, 0.0F, 0, 0});
    const Manner how = manner(true);
    std::vector<Candidate> words;
    for (std::size_t at = 0; at < length; ++at) {
        auto& here = ways[at];
        if (here.empty()) continue;
        std::sort(here.begin(), here.end(), [](const Way& a, const Way& b) { return a.cost < b.cost; });
        if (here.size() > kRowWays) here.resize(kRowWays);
        for (std::size_t size = 2; size <= kLongestInRow && at + size <= length; ++size) {
            if (at + size + 1 == length) continue;
            words.clear();
            Casing as = casing;
            if (as == Casing::kLower && is_upper(print[at])) as = Casing::kTitle;
            search(print.substr(at, size), as, how, false, words);
            keep_best(words, 3, 5.0F);
            for (const Candidate& word : words) {
                if (word.tail != 0 || !tables_.syllable[word.first]) continue;
                for (std::size_t w = 0; w < here.size(); ++w) {
                    const std::uint32_t pair = tables_.find_bigram(here[w].last, word.first);
                    const float model = at == 0 ? tables_.cost1[word.first]
                                                : tables_.cost_of_bigram(pair, here[w].last, word.first) + kRowJoint;
                    ways[at + size].push_back({word.first, here[w].cost + word.cost + model, at, w});
                }
            }
        }
    }
    std::vector<std::size_t> out;
    if (ways[length].empty()) return out;
    const Way* best = &ways[length][0];
    for (const Way& way : ways[length]) {
        if (way.cost < best->cost) best = &way;
    }
    if (best->cost > kRowMost * static_cast<float>(length)) return out;
    for (std::size_t at = best->from; at > 0; at = best->from) {
        out.push_back(at);
        best = &ways[at][best->way];
    }
    if (out.size() < 2) out.clear();
    std::reverse(out.begin(), out.end());
    return out;
}

const std::vector<CandidateFinder::Aligned>& CandidateFinder::align(std::u32string_view print,
                                                                    std::u32string_view letters, Casing casing,
                                                                    bool anything) {
    aligned_.clear();
    const std::size_t length = print.size();
    const auto letter_case = [&](std::size_t i) {
        return casing == Casing::kUpper || (casing == Casing::kTitle && i == 0) ? Channel::Case::kUpper
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
            if (j > 0 && cell(i, j - 1).cost + kStrayPrint < here.cost)
                here = {cell(i, j - 1).cost + kStrayPrint, 1, true};
            for (std::size_t take = 0; i > 0 && take <= kLongestPrint && take <= j; ++take) {
                float reading =
                    channel_->cost(letter_case(i - 1), letter_code(letters[i - 1]), key_of(print, j - take, take));
                if (anything && take < 2) reading = std::min(reading, take == 0 ? kLostLetter : kOtherLetter);
                const float cost = cell(i - 1, j - take).cost + reading;
                if (cost < here.cost) here = {cost, static_cast<unsigned char>(take), false};
            }
        }
    }
    alignment_cost_ = cell(letters.size(), length).cost;
    if (alignment_cost_ > 20.0F) {
        alignment_cost_ = Channel::kNever;
        return aligned_;
    }
    for (std::size_t i = letters.size(), j = length; i > 0;) {
        const Cell& here = cell(i, j);
        j -= here.taken;
        if (here.stray) continue;
        --i;
        aligned_.push_back({letter_case(i), letter_code(letters[i]), key_of(print, j, here.taken), j, here.taken});
    }
    return aligned_;
}

}  // namespace thidua::text
