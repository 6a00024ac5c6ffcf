#pragma once
// Finding without marks: "thi dua" finds "thi đua", "nguyen van" finds "Nguyễn Vân", "thidua" and small slips too.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thidua::text {

struct SearchHit {
    int score = 0;                                           ///< higher is better; only for comparing hits of one query
    std::vector<std::pair<std::size_t, std::size_t>> spans;  ///< bytes of the text to highlight, in order, apart
};

/// A text, prepared once for many queries: its words with and without marks. About ten bytes a letter.
class SearchText {
public:
    explicit SearchText(std::string_view text);

private:
    friend class Searcher;
    struct Word {
        std::uint32_t begin;  ///< letters [begin, end)
        std::uint32_t end;
    };
    std::u32string exact_;                ///< letters of all words, lower case, composed
    std::u32string folded_;               ///< the same without marks
    std::vector<std::uint32_t> offsets_;  ///< where each letter begins in the text, in bytes
    std::vector<std::uint32_t> ends_;     ///< and where it ends, combining marks included
    std::vector<Word> words_;
};

/// A query, prepared once for many texts.
class Searcher {
public:
    explicit Searcher(std::string_view query);

    /// Every word of the query must be found: whole, as the beginning of a word, inside one, or with one slip (words of
    /// four letters or more). Marks typed in the query count for more where they agree. An empty query finds
    /// everything.
    std::optional<SearchHit> find(const SearchText& text) const;
    std::optional<SearchHit> find(std::string_view text) const { return find(SearchText(text)); }
    bool empty() const { return words_.empty(); }

private:
    struct Word {
        std::u32string exact;   ///< lower case
        std::u32string folded;  ///< without marks
    };
    std::vector<Word> words_;
};

/// Places of the best texts, best first; equal ones keep their order.
std::vector<std::size_t> search(std::string_view query, const std::vector<std::string>& texts);

}  // namespace thidua::text
