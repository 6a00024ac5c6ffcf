#include "document/markup.h"

#include <array>
#include <cstdio>

#include "base/utf8.h"

namespace thidua::document {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        switch (c) {
            case U'&': out += "&amp;"; continue;
            case U'<': out += "&lt;"; continue;
            case U'>': out += "&gt;"; continue;
            case U'"': out += "&quot;"; continue;
            default: break;
        }
        const bool forbidden =
            (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF || (c >= 0xD800 && c <= 0xDFFF);
        if (!forbidden) base::append_utf8(out, c);
    }
    return out;
}

std::string number(double value) {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.2f", value);
    return buffer.data();
}

}  // namespace thidua::document
