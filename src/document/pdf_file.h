#pragma once
// The file format of PDF (ISO 32000-1, kept to PDF/A-2a of ISO 19005-2): objects, embedded subset fonts with their
// letters, pages, bookmarks, structure, metadata. What stands on the pages is given as content streams.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "document/deflate.h"
#include "document/layout.h"
#include "document/pdf_tags.h"
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

    /// Drawing commands of a text on a page of that height; remembers the glyphs for the fonts. `spaced`: the line ends
    /// between two words, which the file says with a space that nobody sees.
    std::string text_commands(const PlacedText& text, double page_height, bool spaced = false);
    /// A page of that size in points; its marks are those since tags().begin_page().
    void add_page(double width, double height, const std::string& content);
    /// A drawing that several pages show; the command that shows it.
    std::string add_form(double width, double height, const std::string& content);
    std::size_t pages() const { return pages_.size(); }
    std::size_t page_object(std::size_t page) const { return pages_[page].object; }
    PdfTags& tags() { return tags_; }

    /// All pages are there; what is left is done by advance().
    void close(PdfMeta meta, std::vector<Bookmark> bookmarks);
    /// A millisecond or two of work; false when the file is complete.
    bool advance();
    /// 0..1 of what advance() has to do.
    double progress() const;
    /// The bytes, once advance() gave false; empty before.
    std::string take();

    // For the structure of the file.
    std::size_t reserve();
    void set(std::size_t object, std::string body) { objects_[object - 1].body = std::move(body); }
    std::size_t add(std::string body);

private:
    enum class Stage { kFonts, kTags, kObjects, kPack, kJoin, kTable, kDone };
    struct Object {
        std::string body;
        bool stream = false;       ///< stands by itself; others are packed together
        std::uint32_t inside = 0;  ///< the packed stream that holds it
        std::uint32_t at = 0;      ///< its number in there, or its offset in the file
    };
    struct PageObject {
        std::size_t object = 0;
        std::size_t content = 0;
        double width = 0;
        double height = 0;
    };
    std::size_t add_stream(const std::string& entries, std::string_view packed, bool deflate = true);
    bool write_font_some();
    void write_font(std::size_t face, std::size_t length, const std::string& packed);
    void write_objects();
    std::size_t write_bookmarks();
    bool pack_some();
    bool join_some();
    void write_table(const std::string& packed);
    std::string table_rows() const;

    const FontSet& fonts_;
    PdfTags tags_;
    std::vector<Object> objects_;                               ///< numbered from 1
    std::array<std::map<std::uint16_t, std::string>, 4> used_;  ///< glyph to the letter it stands for
    std::array<std::size_t, 4> font_objects_{};
    std::vector<PageObject> pages_;
    std::vector<std::size_t> forms_;
    std::size_t pages_object_ = 0;
    std::size_t info_object_ = 0;
    PdfMeta meta_;
    std::vector<Bookmark> bookmarks_;

    Stage stage_ = Stage::kFonts;
    std::size_t face_ = 0;
    std::size_t program_size_ = 0;
    std::unique_ptr<DeflateJob> packing_;
    std::size_t next_ = 0;       ///< object at hand, while packing and joining
    std::size_t plain_end_ = 0;  ///< objects before it may be packed
    std::string seed_;           ///< hashes of the parts, for the identifier
    std::string out_;
};

}  // namespace thidua::document
