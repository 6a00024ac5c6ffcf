#include "document/metrics.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>

#include "base/utf8.h"
#include "golden.h"

using namespace thidua::document;

namespace {

/// Just enough of TrueType (head, hhea, hmtx, cmap format 4) to compare our table with a real font.
class FontFile {
public:
    explicit FontFile(std::string bytes) : bytes_(std::move(bytes)) {
        if (bytes_.size() < 12) return;
        for (std::size_t i = 0; i < u16(4); ++i) tables_[bytes_.substr(12 + 16 * i, 4)] = u32(12 + 16 * i + 8);
        for (std::size_t i = 0; i < u16(tables_["cmap"] + 2); ++i) {
            const std::size_t record = tables_["cmap"] + 4 + 8 * i;
            const std::size_t at = tables_["cmap"] + u32(record + 4);
            if (u16(record) == 3 && u16(at) == 4) cmap_ = at;
        }
    }
    bool good() const { return cmap_ != 0; }
    double em(std::size_t units) const {
        return static_cast<double>(units) / static_cast<double>(u16(tables_.at("head") + 18));
    }
    double ascent() const { return em(u16(tables_.at("hhea") + 4)); }
    double descent() const { return em(65536 - u16(tables_.at("hhea") + 6)); }
    double line_gap() const { return em(u16(tables_.at("hhea") + 8)); }
    double advance(char32_t c) const {
        const std::size_t segments = u16(cmap_ + 6) / 2;
        for (std::size_t i = 0; i < segments; ++i) {
            const std::size_t end = cmap_ + 14 + 2 * i;
            const std::size_t start = end + 2 * segments + 2;
            if (c > u16(end) || c < u16(start)) continue;
            const std::size_t delta = u16(start + 2 * segments);
            const std::size_t offset_at = start + 4 * segments;
            std::size_t glyph = (c + delta) & 0xFFFF;
            if (u16(offset_at) != 0) {
                glyph = u16(offset_at + u16(offset_at) + 2 * (c - u16(start)));
                if (glyph) glyph = (glyph + delta) & 0xFFFF;
            }
            if (glyph == 0) return -1;
            const std::size_t metrics = u16(tables_.at("hhea") + 34);
            return em(u16(tables_.at("hmtx") + 4 * std::min(glyph, metrics - 1)));
        }
        return -1;
    }

private:
    std::size_t u8(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }
    std::size_t u16(std::size_t at) const { return u8(at) << 8 | u8(at + 1); }
    std::size_t u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }

    std::string bytes_;
    std::map<std::string, std::size_t> tables_;
    std::size_t cmap_ = 0;
};

std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) return text;
    std::array<char, 512> buffer{};
    while (std::fgets(buffer.data(), buffer.size(), pipe)) text += buffer.data();
    pclose(pipe);
    return text;
}

}  // namespace

TEST(Metrics, AreThoseOfTheFont) {
    constexpr std::array<const char*, 4> kFaces{"Regular", "Bold", "Italic", "Bold Italic"};
    const std::string letters =
        "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
        "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ"
        "fjwzFJWZ0123456789 .,;:!?()[]{}+-*/=<>%&@#$^_~'\"`|\\–—‘’“”…•§«»°±×₫≥≤";
    for (std::size_t face = 0; face < kFaces.size(); ++face) {
        std::string path = output_of(
            "fc-match -f '%{family}\\n%{file}' 'Liberation Serif:style=" + std::string(kFaces[face]) + "' 2>/dev/null");
        const std::size_t line = path.find('\n');
        if (line == std::string::npos || path.find("Liberation Serif") != 0)
            GTEST_SKIP() << "Liberation Serif is not installed";
        const FontFile font(test::read_file(path.substr(line + 1)));
        ASSERT_TRUE(font.good()) << path;
        EXPECT_DOUBLE_EQ(font.ascent(), times_metrics().ascent());
        EXPECT_DOUBLE_EQ(font.descent(), times_metrics().descent());
        EXPECT_DOUBLE_EQ(font.line_gap(), times_metrics().line_gap());
        for (std::size_t at = 0; at < letters.size();) {
            const std::size_t begin = at;
            const char32_t c = thidua::base::next_code_point(letters, at);
            EXPECT_DOUBLE_EQ(font.advance(c), times_metrics().advance(c, static_cast<Face>(face)))
                << letters.substr(begin, at - begin) << " " << kFaces[face];
        }
    }
}

TEST(Metrics, AWordIsAsWideAsItsLetters) {
    // 5 digits of half an em at 14 pt
    EXPECT_DOUBLE_EQ(times_metrics().width("12345", Face::kRegular, 14), 35);
    EXPECT_DOUBLE_EQ(times_metrics().width("", Face::kBold, 14), 0);
}
