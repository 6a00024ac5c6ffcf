#include "document/metrics.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

// Advance widths in 1/2048 em, U+0020..U+007E. Times New Roman, Liberation Serif and Tinos share them by design, and an
// accented Vietnamese letter is as wide as its base letter; only ơ and ư are letters of their own. metrics_test.cpp
// compares the whole table with the font installed on the machine.
// clang-format off
constexpr std::array<std::array<std::uint16_t, 95>, 4> kAscii{{
    // Regular
    {512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024,
     1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479,
     1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479,
     1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569,
     569, 1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410,
     983, 1108},
    // Bold
    {512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024,
     1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479,
     1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479,
     2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569,
     682, 1139, 569, 1706, 1139, 1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451,
     807, 1065},
    // Italic
    {512, 682, 860, 1024, 1024, 1706, 1593, 438, 682, 682, 1024, 1382, 512, 682, 512, 569, 1024, 1024, 1024,
     1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1382, 1382, 1382, 1024, 1884, 1251, 1251, 1366, 1479,
     1251, 1251, 1479, 1479, 682, 909, 1366, 1139, 1706, 1366, 1479, 1251, 1479, 1251, 1024, 1139, 1479, 1251,
     1706, 1251, 1139, 1139, 797, 569, 797, 864, 1024, 682, 1024, 1024, 909, 1024, 909, 569, 1024, 1024, 569,
     569, 909, 569, 1479, 1024, 1024, 1024, 1024, 797, 797, 569, 1024, 909, 1366, 909, 909, 797, 819, 563, 819,
     1108},
    // BoldItalic
    {512, 797, 1137, 1024, 1024, 1706, 1593, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024,
     1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1704, 1366, 1366, 1366, 1479,
     1366, 1366, 1479, 1593, 797, 1024, 1366, 1251, 1821, 1479, 1479, 1251, 1479, 1366, 1139, 1251, 1479, 1366,
     1821, 1366, 1251, 1251, 682, 569, 682, 1167, 1024, 682, 1024, 1024, 909, 1024, 909, 682, 1024, 1139, 569,
     569, 1024, 569, 1593, 1139, 1024, 1024, 1024, 797, 797, 569, 1139, 909, 1366, 1024, 909, 797, 713, 451,
     713, 1167},
}};

struct Extra {
    char32_t character;
    std::array<std::uint16_t, 4> widths;
};
constexpr std::array<Extra, 29> kExtra{{
    {0x00A7, {1024, 1024, 1024, 1024}},
    {0x00AB, {1024, 1024, 1024, 1024}},
    {0x00B0, {819, 819, 819, 819}},
    {0x00B1, {1124, 1124, 1124, 1124}},
    {0x00B7, {682, 683, 512, 512}},
    {0x00BB, {1024, 1024, 1024, 1024}},
    {0x00BD, {1536, 1536, 1536, 1536}},
    {0x00D7, {1155, 1167, 1382, 1167}},
    {0x00F7, {1124, 1124, 1124, 1124}},
    {0x0110, {1479, 1479, 1479, 1479}},
    {0x0111, {1024, 1139, 1024, 1024}},
    {0x01A0, {1479, 1593, 1479, 1479}},
    {0x01A1, {1083, 1134, 1093, 1099}},
    {0x01AF, {1589, 1630, 1544, 1587}},
    {0x01B0, {1110, 1229, 1117, 1227}},
    {0x2010, {682, 682, 682, 682}},
    {0x2013, {1024, 1024, 1024, 1024}},
    {0x2014, {2048, 2048, 1821, 2048}},
    {0x2018, {682, 682, 682, 682}},
    {0x2019, {682, 682, 682, 682}},
    {0x201C, {909, 1024, 1139, 1024}},
    {0x201D, {909, 1024, 1139, 1024}},
    {0x2022, {717, 717, 717, 717}},
    {0x2026, {2048, 2048, 1821, 2048}},
    {0x20AB, {1050, 1050, 1050, 1050}},
    {0x2212, {1155, 1167, 1382, 1241}},
    {0x2264, {1124, 1124, 1124, 1124}},
    {0x2265, {1124, 1124, 1124, 1124}},
    {0x25A1, {1237, 1237, 1237, 1237}},
}};
// clang-format on

class TimesMetrics final : public FontMetrics {
public:
    double advance(char32_t character, Face face) const override {
        return static_cast<double>(units(character, static_cast<std::size_t>(face))) / 2048.0;
    }
    double ascent() const override { return 1825.0 / 2048.0; }
    double descent() const override { return 443.0 / 2048.0; }
    double line_gap() const override { return 87.0 / 2048.0; }

private:
    static int units(char32_t character, std::size_t face) {
        if (character == 0xA0) character = ' ';
        if (character >= 0x20 && character < 0x7F) return kAscii[face][character - 0x20];
        text::Letter letter = text::decompose(character);
        letter.tone = text::Tone::kLevel;
        const bool own_width = letter.shape == text::Shape::kHorn || letter.shape == text::Shape::kStroke;
        const char32_t bare = own_width ? text::compose(letter) : character;
        const auto extra = std::lower_bound(kExtra.begin(), kExtra.end(), bare,
                                            [](const Extra& e, char32_t c) { return e.character < c; });
        if (extra != kExtra.end() && extra->character == bare) return extra->widths[face];
        if (letter.base >= 'a' && letter.base <= 'z') {
            const char32_t base = letter.upper ? letter.base - 'a' + 'A' : letter.base;
            return kAscii[face][base - 0x20];
        }
        if (character < 0x20) return 0;
        return character >= 0x2E80 ? 2048 : 1024;  // not in the font: as wide as a fallback glyph would be
    }
};

}  // namespace

const FontMetrics& times_metrics() {
    static const TimesMetrics metrics;
    return metrics;
}

double FontMetrics::width(std::string_view text, Face face, double size_pt) const {
    double sum = 0;
    for (std::size_t at = 0; at < text.size();) sum += advance(base::next_code_point(text, at), face);
    return sum * size_pt;
}

}  // namespace thidua::document
