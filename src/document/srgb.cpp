#include "document/srgb.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace thidua::document {
namespace {

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8 & 0xFF);
    out += static_cast<char>(value & 0xFF);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value >> 16);
    put16(out, value & 0xFFFF);
}

/// Three numbers with 16 binary places.
std::string xyz(std::array<std::uint32_t, 3> values) {
    std::string out = "XYZ ";
    put32(out, 0);
    for (const std::uint32_t value : values) put32(out, value);
    return out;
}

std::string description(std::string_view text) {
    std::string out = "desc";
    put32(out, 0);
    put32(out, static_cast<std::uint32_t>(text.size() + 1));
    out += text;
    out.append(1 + 4 + 4 + 2 + 1 + 67, '\0');  // end of the text; no Unicode and no Macintosh name
    return out;
}

std::string plain(std::string_view text) {
    std::string out = "text";
    put32(out, 0);
    out += text;
    out += '\0';
    return out;
}

std::string gamma() {
    std::string out = "curv";
    put32(out, 0);
    put32(out, 1);
    put16(out, 0x0233);  // 2.2
    return out;
}

}  // namespace

std::string srgb_profile() {
    // Primaries and white of sRGB, adapted to D50 as ICC profiles hold them.
    const std::vector<std::pair<std::string_view, std::string>> tags{
        {"desc", description("sRGB")},
        {"cprt", plain("No copyright")},
        {"wtpt", xyz({0xF6D6, 0x10000, 0xD32D})},
        {"rXYZ", xyz({0x6FA2, 0x38F5, 0x0390})},
        {"gXYZ", xyz({0x6299, 0xB785, 0x18DA})},
        {"bXYZ", xyz({0x24A0, 0x0F84, 0xB6CF})},
        {"rTRC", gamma()},
        {"gTRC", gamma()},
        {"bTRC", gamma()},
    };
    std::string table;
    std::string data;
    put32(table, static_cast<std::uint32_t>(tags.size()));
    const std::size_t start = 128 + 4 + 12 * tags.size();
    for (const auto& [name, body] : tags) {
        table += name;
        put32(table, static_cast<std::uint32_t>(start + data.size()));
        put32(table, static_cast<std::uint32_t>(body.size()));
        data += body;
        data.append((4 - data.size() % 4) % 4, '\0');
    }
    std::string head;
    put32(head, static_cast<std::uint32_t>(start + data.size()));
    put32(head, 0);
    put32(head, 0x02100000);
    head += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2024U, 1U, 1U, 0U, 0U, 0U}) put16(head, part);
    head += "acsp";
    head.append(68 - head.size(), '\0');
    for (const std::uint32_t part : {0xF6D6U, 0x10000U, 0xD32DU}) put32(head, part);  // the light it is seen under
    head.append(128 - head.size(), '\0');
    return head + table + data;
}

}  // namespace thidua::document
