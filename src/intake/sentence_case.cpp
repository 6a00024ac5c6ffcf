// Titles and bodies are printed in capitals; lists and sentences want them in small letters. The document's own body
// knows how its names are written; what it does not have follows the decree's rules (NĐ 30/2020 Phụ lục II).

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "intake/letterhead.h"
#include "intake/words.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

std::string capitalised(std::string_view lower) {
    std::size_t at = 0;
    std::string out;
    if (lower.empty()) return out;
    base::append_utf8(out, text::upper(base::next_code_point(lower, at)));
    return out + std::string(lower.substr(at));
}

bool has_vowel(std::string_view lower) {
    for (std::size_t at = 0; at < lower.size();) {
        if (text::is_vowel(base::next_code_point(lower, at))) return true;
    }
    return false;
}

/// Words behind which a name of a place begins (Phụ lục II, mục II), and words behind which one capital stands (mục
/// III).
constexpr auto kPlaceUnits = std::to_array<std::string_view>(
    {"tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"});
constexpr auto kOneCapital = std::to_array<std::string_view>(
    {"bộ", "sở", "phòng", "ban", "cục", "vụ", "viện", "trường", "văn phòng", "chi cục", "trung tâm", "hội", "đoàn"});
constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"ubnd", "hđnd", "mttq", "ubmttq", "hcm", "qh", "thpt", "thcs", "atgt", "ocop", "vt", "xvi", "xiii", "xiv", "ptp"});

bool is_roman(const Word& word) {
    return std::all_of(word.folded.begin(), word.folded.end(), [](char c) { return c == 'i' || c == 'v' || c == 'x'; });
}

}  // namespace

BodyWords::BodyWords(std::string_view body) {
    constexpr std::size_t kMostBody = 20'000;  // some six pages know the names, and are read within a frame
    sample = body.substr(0, std::min(body.size(), kMostBody));
    words = split_words(sample);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].kind == Word::Kind::kWord && !words[i].caps) places[words[i].lower].push_back(i);
    }
}

std::string sentence_case(std::string_view capitals, const BodyWords& body) {
    const Words words = split_words(capitals);
    std::size_t upper = 0;
    std::size_t letters = 0;
    for (const Word& word : words) {
        if (word.kind != Word::Kind::kWord) continue;
        ++letters;
        if (word.caps || (word.capital && word.lower.size() <= 3)) ++upper;
    }
    if (letters == 0 || upper * 10 < letters * 8) return std::string(capitals);

    const Words& text_words = body.words;
    std::vector<std::string> spelled(words.size());
    std::size_t i = 0;
    while (i < words.size()) {
        const Word& word = words[i];
        if (word.kind != Word::Kind::kWord) {
            spelled[i] = word.kind == Word::Kind::kCode
                             ? word.folded
                             : std::string(capitals.substr(word.begin, word.end - word.begin));
            ++i;
            continue;
        }
        // Bodies whose spelling the decree fixes; running text also writes "Nhân dân" with a capital.
        if (match(words, i, "uy ban nhan dan") > 0 || match(words, i, "hoi dong nhan dan") > 0) {
            spelled[i] = capitalised(word.lower);
            for (std::size_t k = 1; k < 4; ++k) spelled[i + k] = words[i + k].lower;
            i += 4;
            continue;
        }
        // The longest run of the body with the same words gives their spelling.
        std::size_t best = 0;
        std::size_t best_at = 0;
        if (const auto found = body.places.find(word.lower); found != body.places.end()) {
            std::size_t tried = 0;
            for (const std::size_t at : found->second) {
                if (++tried > 400) break;
                std::size_t length = 0;
                while (i + length < words.size() && at + length < text_words.size() &&
                       words[i + length].lower == text_words[at + length].lower &&
                       (!text_words[at + length].caps || text_words[at + length].kind != Word::Kind::kWord ||
                        !has_vowel(words[i + length].lower))) {
                    ++length;
                }
                if (length > best) {
                    best = length;
                    best_at = at;
                }
            }
        }
        if (best >= 2) {
            for (std::size_t k = 0; k < best; ++k) {
                const Word& seen = text_words[best_at + k];
                spelled[i + k] = seen.kind == Word::Kind::kCode
                                     ? seen.folded
                                     : std::string(body.sample.substr(seen.begin, seen.end - seen.begin));
            }
            // A run that began a sentence there is no name here.
            const bool sentence_start = best_at == 0 || text_words[best_at - 1].kind == Word::Kind::kSign;
            if (sentence_start && text_words[best_at].capital && !text_words[best_at + 1].capital)
                spelled[i] = word.lower;
            i += best;
            continue;
        }
        const bool abbreviation =
            std::find(kAbbreviations.begin(), kAbbreviations.end(), word.lower) != kAbbreviations.end() ||
            !has_vowel(word.lower) || (is_roman(word) && i > 0);
        spelled[i] = abbreviation ? std::string(capitals.substr(word.begin, word.end - word.begin)) : word.lower;
        if (!abbreviation && i > 0) {
            const std::string before = i >= 2 ? words[i - 2].lower + " " + words[i - 1].lower : words[i - 1].lower;
            const auto ends_with_unit = [&](std::string_view unit) {
                return before == unit || words[i - 1].lower == unit;
            };
            if (std::any_of(kPlaceUnits.begin(), kPlaceUnits.end(), ends_with_unit)) {
                // The whole rest of the name up to a sign or a body's word.
                std::size_t k = i;
                while (k < words.size() && k < i + 4 && words[k].kind == Word::Kind::kWord) {
                    spelled[k] = capitalised(words[k].lower);
                    ++k;
                }
                i = k;
                continue;
            }
            if (std::any_of(kOneCapital.begin(), kOneCapital.end(), ends_with_unit))
                spelled[i] = capitalised(word.lower);
        }
        ++i;
    }
    std::string out;
    for (std::size_t k = 0; k < words.size(); ++k) {
        if (words[k].blank_before && !out.empty()) out += ' ';
        out += spelled[k];
    }
    return capitalised(out);
}

}  // namespace thidua::intake
