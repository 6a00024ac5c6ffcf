#pragma once
// The file format of PDF (ISO 32000-1, kept to PDF/A-2b of ISO 19005-2): objects, embedded subset fonts with their
// letters, pages, bookmarks, metadata. What stands on the pages is given as content streams.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "document/layout.h"
#include "document/truetype.h"

namespace thidua::document {

/// At most three decimals, never an exponent, never a comma.
std::string pdf_number(double value);

struct PdfMeta {
    std::string title;
    std::string author;
    std::string subject;
    std::optional<base::Date> date;
};

class PdfFile {
public:
    /// `fonts` must outlive the file.
    explicit PdfFile(const FontSet& fonts);

    /// Drawing commands of a text on a page of that height; remembers the glyphs for the fonts.
    std::string text_commands(const PlacedText& text, double page_height);
    /// A page of that size in points.
    void add_page(double width, double height, const std::string& content);
    std::size_t pages() const { return contents_.size(); }
    /// Writes one of the four faces; faces without glyphs cost nothing.
    void write_font(std::size_t face);
    /// The bytes. Faces that were not written yet are written now. The file cannot be used afterwards.
    std::string finish(const PdfMeta& meta, const std::vector<Bookmark>& bookmarks);

private:
    std::size_t reserve();
    void set(std::size_t object, std::string body) { bodies_[object - 1] = std::move(body); }
    std::size_t add(std::string body);
    std::size_t add_stream(const std::string& entries, const std::string& content);
    std::size_t add_plain_stream(const std::string& entries, const std::string& content);
    std::size_t write_bookmarks(const std::vector<Bookmark>& bookmarks);
    std::string joined(std::size_t catalog, std::size_t info) const;

    struct PageSize {
        double width = 0;
        double height = 0;
    };
    const FontSet& fonts_;
    std::vector<std::string> bodies_;                           ///< numbered objects, from 1
    std::array<std::map<std::uint16_t, std::string>, 4> used_;  ///< glyph to the letter it stands for
    std::array<std::size_t, 4> font_objects_{};
    std::vector<std::size_t> contents_;
    std::vector<PageSize> sizes_;
    std::vector<std::size_t> page_objects_;
    std::size_t pages_object_ = 0;
};

}  // namespace thidua::document
