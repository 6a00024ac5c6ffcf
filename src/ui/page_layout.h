#pragma once
// Text on A4 paper: lines broken and placed in points, page by page. No drawing.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "ui/distance_atlas.h"

namespace thidua::ui {

// NĐ 30/2020 Phụ lục I, I.1: A4, margins 20–25 mm top and bottom, 30–35 left, 15–20 right; in points.
inline constexpr float kPaperWidth = 595.3F, kPaperHeight = 841.9F;
inline constexpr float kMarginTop = 56.7F, kMarginBottom = 56.7F, kMarginLeft = 85.0F, kMarginRight = 42.5F;

/// What text is set on, in points: a sheet, or on a phone one long narrow strip.
struct PageShape {
    float width = kPaperWidth, height = kPaperHeight;
    float top = kMarginTop, bottom = kMarginBottom, left = kMarginLeft, right = kMarginRight;
    float line_height = 1.3F;  ///< of the size
    bool operator==(const PageShape&) const = default;
};

enum class PageAlign : unsigned char { kLeft, kCentre, kRight, kJustify };

/// How one line of the source (up to '\n') is set. Lines without an entry are plain.
struct PageLineStyle {
    PageAlign align = PageAlign::kLeft;
    Face face = Face::kRegular;
    float size = 14;         ///< points
    float indent = 0;        ///< of the first line, points
    float space_before = 0;  ///< points
};

/// A stretch of the text to point at: a doubtful word, a found number.
struct PageMark {
    std::size_t begin = 0, end = 0;   ///< bytes, within one line of the source, in rising order
    float degree = 0;                 ///< 0 sure … 1 a guess; ≤ 0 is not shown until hovered or selected
    bool settled = false;             ///< a person read it, or it follows from what a person read
};

/// Doubt in three degrees, each with a line of its own form: dots, dashes, a wave.
enum class Doubt : unsigned char { kNone, kSlight, kClear, kStrong };
constexpr Doubt doubt_of(float degree) {
    return degree <= 0 ? Doubt::kNone : degree <= 0.33F ? Doubt::kSlight : degree <= 0.66F ? Doubt::kClear : Doubt::kStrong;
}

struct PageText {
    std::string text;
    std::vector<PageLineStyle> styles;  ///< by source line; may be shorter
    std::vector<PageMark> marks;
};

/// A line as it stands on paper. Positions in points from the top left of the first page; pages follow
/// each other without gap (page = y / kPaperHeight).
struct PlacedLine {
    std::size_t begin = 0, end = 0;  ///< bytes
    int source_line = 0;
    float x = 0;
    float baseline = 0;
    float top = 0, height = 0;
    float size = 14;
    float stretch = 0;               ///< added to each blank when justified
    Face face = Face::kRegular;
};

struct PageLayout {
    std::vector<PlacedLine> lines;
    int pages = 1;
    PageShape shape;
    float height() const { return static_cast<float>(pages) * shape.height; }
};

/// How the lines of one text were broken last: lines that did not change since are only placed anew, which is all that
/// a correction of one word asks for. A long text is broken in several layouts, from its head on: what is not broken yet
/// is guessed by its length.
struct BrokenLines {
    struct Entry {
        std::uint64_t key = 0;  ///< of the line's text, its style and the column; 0: guessed
        std::vector<PlacedLine> lines;
    };
    std::vector<Entry> entries;  ///< by source line
    std::size_t broken = 0;      ///< lines that the last layout had to break
    /// How many bytes of text one layout may break.
    std::size_t most_bytes = std::numeric_limits<std::size_t>::max();
    bool guessed = false;        ///< the last layout left lines for the next one
};

/// `known`: of the same text as it was before, or empty.
PageLayout lay_out(DistanceAtlas& atlas, const PageText& text, const PageShape& shape, BrokenLines& known);
PageLayout lay_out(DistanceAtlas& atlas, const PageText& text, const PageShape& shape = {});
/// Two texts of the same lines: line n of both stands at the same height, however often either wraps.
void lay_out_pair(DistanceAtlas& atlas, const PageText& left, const PageText& right, PageLayout& left_out,
                  PageLayout& right_out, BrokenLines& left_known, BrokenLines& right_known);
/// Where byte `position` stands in the line, points from the left paper edge.
float position_x(DistanceAtlas& atlas, std::string_view text, const PlacedLine& line, std::size_t position);

}  // namespace thidua::ui
