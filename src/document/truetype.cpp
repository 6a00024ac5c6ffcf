#include "document/truetype.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace thidua::document {
namespace {

tl::unexpected<base::Error> no_font() {
    return base::fail(base::ErrorKind::kBadInput,
                      "Tệp phông chữ không dùng được: cần phông TrueType có bảng mã Unicode.",
                      "The font file cannot be used: a TrueType font with a Unicode character map is needed.");
}

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8 & 0xFF);
    out += static_cast<char>(value & 0xFF);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value >> 16);
    put16(out, value & 0xFFFF);
}

std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 4) {
        std::uint32_t word = 0;
        for (std::size_t k = 0; k < 4; ++k)
            word = word << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        sum += word;
    }
    return sum;
}

}  // namespace

const TrueTypeFont::Table* TrueTypeFont::table(std::string_view tag) const {
    const auto found = tables_.find(tag);
    return found == tables_.end() ? nullptr : &found->second;
}

base::Result<TrueTypeFont> TrueTypeFont::load(std::string_view bytes) {
    TrueTypeFont font;
    font.bytes_ = std::string(bytes);
    if (!font.read_tables()) return no_font();
    font.read_name();
    return font;
}

bool TrueTypeFont::read_tables() {
    const std::uint32_t kind = u32(0);
    if (kind != 0x00010000 && kind != 0x74727565) return false;  // "true"; CFF outlines ("OTTO") are another format
    for (std::size_t i = 0; i < u16(4); ++i) {
        const std::size_t at = 12 + 16 * i;
        if (at + 16 > bytes_.size()) return false;
        const Table entry{u32(at + 8), u32(at + 12)};
        if (entry.offset > bytes_.size() || entry.length > bytes_.size() - entry.offset) return false;
        tables_[bytes_.substr(at, 4)] = entry;
    }
    for (const char* tag : {"head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap"}) {
        if (!table(tag)) return false;
    }
    const Table& head = *table("head");
    const Table& hhea = *table("hhea");
    if (head.length < 54 || hhea.length < 36 || table("maxp")->length < 6) return false;
    units_ = u16(head.offset + 18);
    if (units_ < 16) return false;
    long_offsets_ = u16(head.offset + 50) != 0;
    for (std::size_t i = 0; i < 4; ++i) box_[i] = s16(head.offset + 36 + 2 * i) / units_;
    ascent_ = s16(hhea.offset + 4) / units_;
    descent_ = -s16(hhea.offset + 6) / units_;
    line_gap_ = s16(hhea.offset + 8) / units_;
    glyph_count_ = u16(table("maxp")->offset + 4);
    metric_count_ = u16(hhea.offset + 34);
    if (glyph_count_ == 0 || metric_count_ == 0 || table("hmtx")->length < 4 * metric_count_) return false;
    if (table("loca")->length < (glyph_count_ + 1) * (long_offsets_ ? 4 : 2)) return false;
    if (const Table* post = table("post"); post && post->length >= 8) italic_angle_ = s16(post->offset + 4);

    const Table& cmap = *table("cmap");
    for (std::size_t i = 0; i < u16(cmap.offset + 2) && 4 + 8 * i + 8 <= cmap.length; ++i) {
        const std::size_t record = cmap.offset + 4 + 8 * i;
        const std::uint32_t offset = u32(record + 4);
        if (u16(record) == 3 && u16(record + 2) == 1 && offset < cmap.length && u16(cmap.offset + offset) == 4) {
            cmap_ = cmap.offset + offset;
        }
    }
    return cmap_ != 0;
}

/// Name 6, the PostScript name, in any encoding; only characters that a PDF name takes as they are.
void TrueTypeFont::read_name() {
    name_ = "Font";
    const Table* names = table("name");
    if (!names || names->length < 6) return;
    for (std::size_t i = 0; i < u16(names->offset + 2); ++i) {
        const std::size_t record = names->offset + 6 + 12 * i;
        if (u16(record + 6) != 6) continue;
        const std::size_t begin = names->offset + u16(names->offset + 4) + u16(record + 10);
        std::string text;
        for (std::size_t k = 0; k < u16(record + 8) && k < 126; ++k) {
            const auto c = static_cast<char>(u8(begin + k));
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-') text += c;
        }
        if (!text.empty()) {
            name_ = text;
            return;
        }
    }
}

std::uint16_t TrueTypeFont::glyph(char32_t character) const {
    if (character > 0xFFFF) return 0;
    const std::size_t segments = u16(cmap_ + 6) / 2;
    std::size_t low = 0;
    std::size_t high = segments;
    while (low < high) {  // first segment that ends at or behind the character
        const std::size_t middle = (low + high) / 2;
        if (u16(cmap_ + 14 + 2 * middle) < character) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low >= segments) return 0;
    const std::size_t start = cmap_ + 16 + 2 * segments + 2 * low;
    if (character < u16(start)) return 0;
    const std::uint32_t delta = u16(start + 2 * segments);
    const std::size_t range_at = start + 4 * segments;
    std::uint32_t found = 0;
    if (u16(range_at) == 0) {
        found = (static_cast<std::uint32_t>(character) + delta) & 0xFFFF;
    } else {
        found = u16(range_at + u16(range_at) + 2 * (character - u16(start)));
        if (found != 0) found = (found + delta) & 0xFFFF;
    }
    return found < glyph_count_ ? static_cast<std::uint16_t>(found) : 0;
}

double TrueTypeFont::advance(std::uint16_t glyph) const {
    const std::size_t row = std::min<std::size_t>(glyph, metric_count_ - 1);
    return u16(table("hmtx")->offset + 4 * row) / units_;
}

std::string_view TrueTypeFont::outline(std::uint16_t glyph) const {
    if (glyph >= glyph_count_) return {};
    const std::size_t loca = table("loca")->offset;
    const Table& glyf = *table("glyf");
    const std::size_t begin = long_offsets_ ? u32(loca + 4U * glyph) : 2U * u16(loca + 2U * glyph);
    const std::size_t end = long_offsets_ ? u32(loca + 4U * glyph + 4) : 2U * u16(loca + 2U * glyph + 2);
    if (begin > end || end > glyf.length) return {};
    return std::string_view(bytes_).substr(glyf.offset + begin, end - begin);
}

std::string TrueTypeFont::subset(std::set<std::uint16_t> glyphs) const {
    glyphs.insert(0);
    // Accented letters are composed of other glyphs (OpenType glyf, composite description).
    std::vector<std::uint16_t> open(glyphs.begin(), glyphs.end());
    while (!open.empty()) {
        const std::string_view shape = outline(open.back());
        open.pop_back();
        const auto at16 = [&](std::size_t at) {
            return at + 2 <= shape.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(shape[at]) << 8 |
                                                                       static_cast<unsigned char>(shape[at + 1]))
                                          : 0U;
        };
        if (shape.size() < 10 || static_cast<std::int16_t>(at16(0)) >= 0) continue;
        bool more = true;
        for (std::size_t at = 10; more && at + 4 <= shape.size();) {
            const std::uint32_t flags = at16(at);
            const auto part = static_cast<std::uint16_t>(at16(at + 2));
            if (glyphs.insert(part).second) open.push_back(part);
            at += 4 + ((flags & 1) != 0 ? 4U : 2U);  // offsets as words or bytes
            at += (flags & 8) != 0 ? 2U : (flags & 0x40) != 0 ? 4U : (flags & 0x80) != 0 ? 8U : 0U;  // scales
            more = (flags & 0x20) != 0;
        }
    }

    std::string glyf;
    std::string loca;
    for (std::size_t i = 0; i < glyph_count_; ++i) {
        put32(loca, static_cast<std::uint32_t>(glyf.size()));
        if (glyphs.count(static_cast<std::uint16_t>(i)) == 0) continue;
        glyf += outline(static_cast<std::uint16_t>(i));
        glyf.resize((glyf.size() + 3) / 4 * 4, '\0');
    }
    put32(loca, static_cast<std::uint32_t>(glyf.size()));

    std::map<std::string, std::string> parts;
    for (const char* tag : {"cvt ", "fpgm", "head", "hhea", "hmtx", "maxp", "prep"}) {
        if (const Table* t = table(tag)) parts[tag] = bytes_.substr(t->offset, t->length);
    }
    parts["glyf"] = std::move(glyf);
    parts["loca"] = std::move(loca);
    parts["head"].replace(8, 4, 4, '\0');                  // the whole file's checksum: not used inside a PDF
    parts["head"].replace(50, 2, std::string("\0\1", 2));  // long offsets

    std::string directory;
    std::string body;
    std::uint32_t power = 1;
    std::uint32_t selector = 0;
    while (power * 2 <= parts.size()) {
        power *= 2;
        ++selector;
    }
    put32(directory, 0x00010000);
    put16(directory, static_cast<std::uint32_t>(parts.size()));
    put16(directory, power * 16);
    put16(directory, selector);
    put16(directory, static_cast<std::uint32_t>(parts.size()) * 16 - power * 16);
    const std::size_t start = 12 + 16 * parts.size();
    for (const auto& [tag, bytes] : parts) {
        directory += tag;
        put32(directory, checksum(bytes));
        put32(directory, static_cast<std::uint32_t>(start + body.size()));
        put32(directory, static_cast<std::uint32_t>(bytes.size()));
        body += bytes;
        body.resize((body.size() + 3) / 4 * 4, '\0');
    }
    return directory + body;
}

base::Result<FontSet> FontSet::load(std::string_view regular, std::string_view bold, std::string_view italic,
                                    std::string_view bold_italic) {
    FontSet set;
    std::size_t i = 0;
    for (const std::string_view bytes : {regular, bold, italic, bold_italic}) {
        auto font = TrueTypeFont::load(bytes);
        if (!font) return tl::unexpected(font.error());
        set.faces[i++] = std::move(*font);
    }
    return set;
}

}  // namespace thidua::document
