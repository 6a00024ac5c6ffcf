#include "text/search.h"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

struct Place {
    std::u32string exact;
    std::u32string folded;
    std::vector<std::size_t> offsets;  ///< byte of each character, and of the end
};

bool of_word(char32_t c) { return is_letter(c) || is_digit(c) || (c >= 0x300 && c < 0x370); }

// Words with the bytes of their characters; combining marks are folded into their letter.
std::vector<Place> words_of(std::string_view text) {
    std::vector<Place> out;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t c = base::next_code_point(text, at);
        if (!of_word(c)) {
            inside = false;
            continue;
        }
        if (!inside) out.emplace_back();
        inside = true;
        Place& word = out.back();
        if (c >= 0x300 && c < 0x370 && !word.exact.empty()) {
            std::string together;
            base::append_utf8(together, word.exact.back());
            base::append_utf8(together, c);
            word.exact.back() = base::to_utf32(nfc(together))[0];
            word.offsets.back() = at;
            continue;
        }
        if (word.offsets.empty()) word.offsets.push_back(here);
        word.exact.push_back(lower(c));
        word.folded.push_back(fold(c));
        word.offsets.push_back(at);
    }
    return out;
}

// One letter more, less, other, or two exchanged.
bool one_slip(std::u32string_view a, std::u32string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t front = 0;
    while (front < a.size() && a[front] == b[front]) ++front;
    std::size_t back = 0;
    while (back < a.size() - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
    const std::size_t left_a = a.size() - front - back;
    const std::size_t left_b = b.size() - front - back;
    if (left_a <= 1 && left_b <= 1) return true;
    return left_a == 2 && left_b == 2 && a[front] == b[front + 1] && a[front + 1] == b[front];
}

}  // namespace

Searcher::Searcher(std::string_view query) {
    for (Place& place : words_of(query)) words_.push_back({std::move(place.exact), std::move(place.folded)});
}

std::optional<SearchHit> Searcher::find(std::string_view text) const {
    SearchHit hit;
    const std::vector<Place> places = words_of(text);
    std::size_t expected = 0; // where the next word of the query would stand in a phrase
    for (const Word& word : words_) {
        int best = 0;
        std::size_t best_place = 0;
        std::pair<std::size_t, std::size_t> span;
        const auto offer = [&](int score, std::size_t place, std::size_t begin, std::size_t end) {
            if (place == expected && expected > 0) score += 30; // right behind the word before
            if (place == 0) score += 5;
            if (score <= best) return;
            best = score;
            best_place = place;
            span = {places[place].offsets[begin], places[place].offsets[end]};
        };
        for (std::size_t i = 0; i < places.size(); ++i) {
            const Place& place = places[i];
            const std::size_t at = place.folded.find(word.folded);
            if (at != place.folded.npos) {
                const bool marks_agree = place.exact.compare(at, word.exact.size(), word.exact) == 0;
                const int kind = at == 0 && place.folded.size() == word.folded.size() ? 80 : at == 0 ? 60 : 30;
                if (at == 0 || word.folded.size() >= 2) {
                    offer(kind + (marks_agree ? 15 : 0), i, at, at + word.folded.size());
                }
            } else if (word.folded.size() >= 4 && one_slip(word.folded, place.folded)) {
                offer(20, i, 0, place.exact.size());
            }
            // "thidua": two words written as one.
            if (i + 1 < places.size() && word.folded.size() == place.folded.size() + places[i + 1].folded.size() &&
                word.folded == place.folded + places[i + 1].folded && best < 50) {
                best = 50;
                best_place = i + 1;
                span = {place.offsets.front(), places[i + 1].offsets.back()};
            }
        }
        if (best == 0) return std::nullopt;
        hit.score += best;
        hit.spans.push_back(span);
        expected = best_place + 1;
    }
    std::sort(hit.spans.begin(), hit.spans.end());
    std::vector<std::pair<std::size_t, std::size_t>> apart;
    for (const auto& span : hit.spans) {
        if (!apart.empty() && span.first <= apart.back().second) {
            apart.back().second = std::max(apart.back().second, span.second);
        } else {
            apart.push_back(span);
        }
    }
    hit.spans = std::move(apart);
    // Of two texts that match alike the shorter one is meant.
    hit.score = hit.score * 16 - static_cast<int>(std::min<std::size_t>(places.size(), 15));
    return hit;
}

std::vector<std::size_t> search(std::string_view query, const std::vector<std::string>& texts) {
    const Searcher searcher(query);
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (const auto hit = searcher.find(texts[i])) found.emplace_back(-hit->score, i);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::size_t> out;
    for (const auto& [score, place] : found) out.push_back(place);
    return out;
}

}  // namespace thidua::text
