#pragma once
// Finding anything the office has written down: plans, their items, the documents they stand on, tasks, people,
// initiatives, awards and titles; without marks, with a slip, in any order of words (text/search.h). Each finding leads
// to its place.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/route.h"
#include "office/year_book.h"
#include "text/search.h"

namespace thidua::app {

/// Kinds stand on screen in this order where they match alike.
enum class FindKind : std::uint8_t { kPerson, kPlan, kTask, kBasis, kInitiative, kAward, kTitle, kItem };

/// Bytes of a text to highlight, in order, apart.
using Highlights = std::vector<std::pair<std::size_t, std::size_t>>;

struct Finding {
    FindKind kind = FindKind::kPlan;
    Route route;
    std::string text;       ///< "Nguyễn Thị Hồng Vân"; of a long paragraph the part around the first match
    Highlights highlights;  ///< in `text`
    std::string detail;     ///< "Phó Trưởng phòng · Bộ phận hộ tịch"; may be empty
    Highlights detail_highlights;
    int score = 0;  ///< only for comparing findings of one query
};

/// All texts of a book, prepared for many queries. Copies what it needs: the book may change or go.
class FindIndex {
public:
    explicit FindIndex(const office::YearBook& book);

    /// Best first inside a kind, kinds together, the kind with the best finding first (the text of
    /// plans last, where all match alike); at most `most` of a kind. An
    /// empty query (or one without letters and figures) finds nothing.
    std::vector<Finding> find(std::string_view query, std::size_t most = 5) const;
    std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        FindKind kind;
        Route route;
        std::string text;
        std::string detail;
        text::SearchText words;  ///< of text, detail and what is hidden together
    };
    /// `hidden` is found too, but not shown.
    void add(FindKind kind, Route route, std::string text, std::string detail, std::string_view hidden = {});
    void add_plan(const office::PlanBundle& bundle);

    std::vector<Entry> entries_;
};

/// The same for one query.
std::vector<Finding> find(const office::YearBook& book, std::string_view query, std::size_t most = 5);

}  // namespace thidua::app
