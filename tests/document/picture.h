#pragma once
// Pages as pictures: read from pdftoppm, put side by side, written as PNG.

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

#include <zlib.h>

namespace thidua::document::test {

struct Picture {
    std::size_t width = 0;
    std::size_t height = 0;
    std::string rgb;
};

/// "P6 width height 255" and the bytes, as pdftoppm writes it.
inline Picture picture_of(const std::string& ppm) {
    Picture made;
    int read = 0;
    if (std::sscanf(ppm.c_str(), "P6 %zu %zu 255%n", &made.width, &made.height, &read) != 2 || read == 0) return {};
    made.rgb = ppm.substr(static_cast<std::size_t>(read) + 1);
    made.rgb.resize(made.width * made.height * 3);
    return made;
}

inline std::string png_of(const Picture& picture) {
    std::string rows;
    for (std::size_t y = 0; y < picture.height; ++y)
        rows += '\0' + picture.rgb.substr(y * picture.width * 3, picture.width * 3);
    uLongf size = compressBound(static_cast<uLong>(rows.size()));
    std::string packed(size, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()),
              static_cast<uLong>(rows.size()), 6);
    packed.resize(size);
    const auto big = [](std::size_t value) {
        std::string out;
        for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
        return out;
    };
    const auto chunk = [&](const std::string& name, const std::string& data) {
        const std::string body = name + data;
        const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
        return big(data.size()) + body + big(sum);
    };
    return "\x89PNG\r\n\x1A\n" +
           chunk("IHDR", big(picture.width) + big(picture.height) + std::string("\x08\x02\0\0\0", 5)) +
           chunk("IDAT", packed) + chunk("IEND", "");
}

inline Picture beside(const Picture& left, const Picture& right) {
    constexpr std::size_t kGap = 8;
    Picture made;
    made.width = left.width + kGap + right.width;
    made.height = std::max(left.height, right.height);
    made.rgb.assign(made.width * made.height * 3, '\x90');
    for (const auto& [from, x] : {std::pair{&left, std::size_t{0}}, std::pair{&right, left.width + kGap}}) {
        for (std::size_t y = 0; y < from->height; ++y)
            made.rgb.replace((y * made.width + x) * 3, from->width * 3, from->rgb, y * from->width * 3,
                             from->width * 3);
    }
    return made;
}

/// How many pixels are dark.
inline double ink(const Picture& picture) {
    std::size_t dark = 0;
    for (std::size_t i = 0; i < picture.rgb.size(); i += 3) {
        if (static_cast<unsigned char>(picture.rgb[i]) < 128) ++dark;
    }
    return static_cast<double>(dark);
}

}  // namespace thidua::document::test
