// Certificates as a page that a browser prints: every text and line at its millimetre, one sheet each.
#include <array>
#include <cmath>
#include <cstdio>

#include "document/certificate.h"
#include "document/markup.h"
#include "document/metrics.h"

namespace thidua::document {
namespace {

std::string colour(const std::array<double, 3>& rgb) {
    std::array<char, 8> buffer{};
    const auto channel = [&](std::size_t i) { return static_cast<int>(std::lround(rgb[i] * 255)) & 255; };
    std::snprintf(buffer.data(), buffer.size(), "#%02x%02x%02x", channel(0), channel(1), channel(2));
    return buffer.data();
}

/// Border and grid are the same on every sheet: they stand in the page once.
std::string drawn_lines(const CertificatePage& page) {
    std::string svg;
    for (const CertificateLine& line : page.lines) {
        svg += "<polyline fill=\"none\" stroke=\"" + colour(line.colour) + "\" stroke-width=\"" +
               number(line.thickness) + "\" points=\"";
        for (const auto& point : line.points) svg += number(point.x) + "," + number(point.y) + " ";
        svg += "\"/>";
    }
    return svg;
}

std::string drawn_text(const CertificateText& one) {
    const PlacedText& text = one.text;
    std::string svg = "<text x=\"" + number(text.x) + "\" y=\"" + number(text.baseline) + "\" font-size=\"" +
                      number(text.size_pt) + "\"";
    if (text.face == Face::kBold || text.face == Face::kBoldItalic) svg += " font-weight=\"bold\"";
    if (text.face == Face::kItalic || text.face == Face::kBoldItalic) svg += " font-style=\"italic\"";
    if (one.red) svg += " fill=\"#c00000\"";
    // Whatever serif the machine has: the text is as wide as it was composed.
    if (text.width > 0) svg += " textLength=\"" + number(text.width) + "\" lengthAdjust=\"spacingAndGlyphs\"";
    return svg + ">" + escaped(text.text) + "</text>";
}

}  // namespace

std::string write_certificates_html(const std::vector<Certificate>& certificates, const CertificateLayout& layout,
                                    const CertificateOptions& options) {
    const std::string size = number(layout.width_mm) + "mm " + number(layout.height_mm) + "mm";
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Giấy khen</title><style>"
        "@page{size:" +
        size + ";margin:0}body{margin:0}svg{display:block;width:" + number(layout.width_mm) +
        "mm;height:" + number(layout.height_mm) +
        "mm;break-after:page}svg:last-child{break-after:auto}"
        "text{font-family:'Times New Roman','Liberation Serif',Tinos,serif;white-space:pre}"
        "</style></head><body>\n";
    CertificateOptions each = options;
    each.border = CertificateOptions::Border::kAll;
    for (const Certificate& certificate : certificates) {
        const CertificatePage page = compose_certificate(certificate, layout, each, times_metrics());
        html += "<svg viewBox=\"0 0 " + number(page.width) + " " + number(page.height) + "\" role=\"document\">";
        const bool first = &certificate == &certificates.front();
        if (first) html += "<g id=\"lines\">" + drawn_lines(page) + "</g>";
        else html += "<use href=\"#lines\"/>";
        each.border = CertificateOptions::Border::kNone;
        for (const CertificateText& text : page.texts) html += drawn_text(text);
        html += "</svg>\n";
    }
    return html + "</body></html>\n";
}

}  // namespace thidua::document
