#pragma once
// How wide the letters of the document's font are. An interface, so that the page layout runs with the numbers built in
// (tests, DOCX rules), with the atlas on the screen, or with the font file that a PDF embeds.

#include <string_view>

namespace thidua::document {

enum class Face { kRegular, kBold, kItalic, kBoldItalic };

constexpr Face face_of(bool bold, bool italic) {
    return bold ? (italic ? Face::kBoldItalic : Face::kBold) : (italic ? Face::kItalic : Face::kRegular);
}

/// All lengths are in em: multiply by the size.
class FontMetrics {
public:
    virtual ~FontMetrics() = default;
    virtual double advance(char32_t character, Face face) const = 0;
    virtual double ascent() const = 0;    ///< above the baseline, positive
    virtual double descent() const = 0;   ///< below the baseline, positive
    virtual double line_gap() const = 0;  ///< single spacing is ascent + descent + line_gap

    /// Of one line of UTF-8, in points, without kerning (neither Word nor LibreOffice kern here).
    double width(std::string_view text, Face face, double size_pt) const;
};

/// Times New Roman and the fonts made to its measure (Liberation Serif, Tinos).
const FontMetrics& times_metrics();

inline constexpr double kPointsPerMm = 72.0 / 25.4;

}  // namespace thidua::document
