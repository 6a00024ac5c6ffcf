#include "document/pdf_meta.h"

#include <array>
#include <cstdint>
#include <cstdio>

#include "base/utf8.h"
#include "document/markup.h"

namespace thidua::document {
namespace {

std::string hex16(std::uint32_t value) {
    std::array<char, 8> digits{};
    std::snprintf(digits.data(), digits.size(), "%04X", static_cast<unsigned>(value & 0xFFFF));
    return digits.data();
}

/// "20241205" and "2024-12-05": the two forms in which a file says its day; empty when it has none.
std::string day_of(const PdfMeta& meta, bool dashes) {
    if (!meta.date || !base::is_valid(*meta.date)) return {};
    std::string day = base::to_iso(*meta.date);
    if (!dashes) {
        day.erase(7, 1);
        day.erase(4, 1);
    }
    return day;
}

}  // namespace

std::string utf16_hex(std::string_view text) {
    std::string hex;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c < 0x10000) {
            hex += hex16(static_cast<std::uint32_t>(c));
        } else {
            const auto rest = static_cast<std::uint32_t>(c - 0x10000);
            hex += hex16(0xD800 + (rest >> 10)) + hex16(0xDC00 + (rest & 0x3FF));
        }
    }
    return hex;
}

std::string pdf_text_string(std::string_view text) { return "<FEFF" + utf16_hex(text) + ">"; }

std::string pdf_info(const PdfMeta& meta) {
    std::string text = "<</Title " + pdf_text_string(meta.title) + "/Author " + pdf_text_string(meta.author) +
                       "/Subject " + pdf_text_string(meta.subject) + "/Producer " + pdf_text_string("Thi Đua");
    const std::string day = day_of(meta, false);
    if (!day.empty()) text += "/CreationDate(D:" + day + "000000Z)";
    return text + ">>";
}

/// Says the same as the Info dictionary (ISO 19005-2, 6.6.2.3), and which part of PDF/A the file keeps to.
std::string pdf_xmp(const PdfMeta& meta) {
    const auto alternative = [](const char* name, const std::string& text) {
        return "<dc:" + std::string(name) + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
               "</rdf:li></rdf:Alt></dc:" + name + ">";
    };
    const std::string day = day_of(meta, true);
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta "
           "xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
           "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">" +
           alternative("title", meta.title) + "<dc:creator><rdf:Seq><rdf:li>" + escaped(meta.author) +
           "</rdf:li></rdf:Seq></dc:creator>" + alternative("description", meta.subject) +
           "<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language><pdf:Producer>Thi Đua</pdf:Producer>" +
           (day.empty() ? "" : "<xmp:CreateDate>" + day + "T00:00:00Z</xmp:CreateDate>") +
           "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
           "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

}  // namespace thidua::document
