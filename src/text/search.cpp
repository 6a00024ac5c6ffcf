#include "text/search.h"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

bool of_word(char32_t c) { return is_letter(c) || is_digit(c) || (c >= 0x300 && c < 0x370); }

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

SearchText::SearchText(std::string_view text) {
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto here = static_cast<std::uint32_t>(at);
        const char32_t c = base::next_code_point(text, at);
        if (!of_word(c)) {
            inside = false;
            continue;
        }
        const auto behind = static_cast<std::uint32_t>(at);
        if (inside && c >= 0x300 && c < 0x370) {  // a combining mark belongs to its letter
            std::string together;
            base::append_utf8(together, exact_.back());
            base::append_utf8(together, c);
            exact_.back() = base::to_utf32(nfc(together))[0];
            ends_.back() = behind;
            continue;
        }
        if (!inside) words_.push_back({static_cast<std::uint32_t>(exact_.size()), 0});
        inside = true;
        exact_.push_back(lower(c));
        folded_.push_back(fold(c));
        offsets_.push_back(here);
        ends_.push_back(behind);
        words_.back().end = static_cast<std::uint32_t>(exact_.size());
    }
}

Searcher::Searcher(std::string_view query) {
    const SearchText text(query);
    for (const SearchText::Word& word : text.words_) {
        const std::size_t length = word.end - word.begin;
        words_.push_back({text.exact_.substr(word.begin, length), text.folded_.substr(word.begin, length)});
    }
}

std::optional<SearchHit> Searcher::find(const SearchText& text) const {
    SearchHit hit;
    const std::u32string_view all_folded = text.folded_;
    const std::u32string_view all_exact = text.exact_;
    const auto& places = text.words_;
    std::size_t expected = 0;  // where the next word of the query would stand in a phrase
    for (const Word& word : words_) {
        int best = 0;
        std::size_t best_place = 0;
        std::pair<std::size_t, std::size_t> span;
        const auto bytes = [&](std::size_t begin, std::size_t end) -> std::pair<std::size_t, std::size_t> {
            return {text.offsets_[begin], text.ends_[end - 1]};
        };
        const auto offer = [&](int score, std::size_t place, std::size_t begin, std::size_t end) {
            if (place == expected && expected > 0) score += 30;  // right behind the word before
            if (place == 0) score += 5;
            if (score <= best) return;
            best = score;
            best_place = place;
            span = bytes(begin, end);
        };
        for (std::size_t i = 0; i < places.size(); ++i) {
            const std::size_t begin = places[i].begin;
            const std::size_t length = places[i].end - begin;
            const std::u32string_view folded = all_folded.substr(begin, length);
            const std::size_t at = folded.find(word.folded);
            if (at != folded.npos) {
                const bool marks_agree = all_exact.substr(begin + at, word.exact.size()) == word.exact;
                const int kind = at == 0 && length == word.folded.size() ? 80 : at == 0 ? 60 : 30;
                if (at == 0 || word.folded.size() >= 2) {
                    offer(kind + (marks_agree ? 15 : 0), i, begin + at, begin + at + word.folded.size());
                }
            } else if (word.folded.size() >= 4 && one_slip(word.folded, folded)) {
                offer(20, i, begin, begin + length);
            }
            // "thidua": two words written as one.
            if (i + 1 < places.size() && best < 50 &&
                word.folded.size() == places[i + 1].end - places[i + 1].begin + length &&
                word.folded.compare(0, length, folded) == 0 &&
                std::u32string_view(word.folded).substr(length) ==
                    all_folded.substr(places[i + 1].begin, places[i + 1].end - places[i + 1].begin)) {
                best = 50;
                best_place = i + 1;
                span = bytes(begin, places[i + 1].end);
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
