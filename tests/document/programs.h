#pragma once
// Programs and fonts of the system that the tests hold our files against; each test skips when one is absent.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/result.h"
#include "document/truetype.h"
#include "golden.h"

namespace thidua::document::test {

inline std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) return text;
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), got);
    pclose(pipe);
    return text;
}

inline bool installed(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

inline std::string font_bytes(const std::string& style) {
    for (const char* family : {"Tinos", "Liberation Serif"}) {
        const std::string found = output_of("fc-match -f '%{family}\\n%{file}' '" + std::string(family) +
                                            ":style=" + style + "' 2>/dev/null");
        const std::size_t line = found.find('\n');
        if (line != std::string::npos && found.rfind(family, 0) == 0) return read_file(found.substr(line + 1));
    }
    return {};
}

inline base::Result<FontSet> fonts() {
    return FontSet::load(font_bytes("Regular"), font_bytes("Bold"), font_bytes("Italic"), font_bytes("Bold Italic"));
}

/// What a reader of the page hears: no tags, no style sheet, entities as letters.
inline std::string text_of_html(const std::string& html) {
    std::string out;
    std::size_t at = html.find("<main");
    while (at < html.size()) {
        if (html[at] == '<') {
            at = html.find('>', at);
            if (at == std::string::npos) break;
            ++at;
            out += ' ';
            continue;
        }
        out += html[at++];
    }
    for (const auto& [entity, letter] :
         {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&quot;", "\""}, std::pair{"&amp;", "&"}}) {
        for (std::size_t i = 0; (i = out.find(entity, i)) != std::string::npos; ++i)
            out.replace(i, std::string(entity).size(), letter);
    }
    return out;
}

}  // namespace thidua::document::test
