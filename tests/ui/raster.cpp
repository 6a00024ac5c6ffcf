#include "ui/raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "imgui.h"
#include "ui/headless.h"

namespace thidua::testing {
namespace {

struct Texture {
    const std::uint8_t* pixels = nullptr;
    int width = 0, height = 0;
    bool field = false;  ///< signed distances instead of coverage

    float at(int x, int y) const {
        x = std::clamp(x, 0, width - 1);
        y = std::clamp(y, 0, height - 1);
        return static_cast<float>(pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                                         static_cast<std::size_t>(x)]) / 255.0F;
    }
    float sample(float u, float v) const {
        const float x = u * static_cast<float>(width) - 0.5F;
        const float y = v * static_cast<float>(height) - 0.5F;
        const int x0 = static_cast<int>(std::floor(x));
        const int y0 = static_cast<int>(std::floor(y));
        const float fx = x - static_cast<float>(x0);
        const float fy = y - static_cast<float>(y0);
        const float top = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
        const float bottom = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
        return top * (1 - fy) + bottom * fy;
    }
};

float edge(ImVec2 a, ImVec2 b, float x, float y) { return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x); }

void triangle(Image& image, const std::array<ImDrawVert, 3>& in, float scale, const ImVec4& clip, const Texture& texture) {
    std::array<ImDrawVert, 3> v = in;
    for (ImDrawVert& vertex : v) vertex.pos = {vertex.pos.x * scale, vertex.pos.y * scale};
    float area = edge(v[0].pos, v[1].pos, v[2].pos.x, v[2].pos.y);
    if (area == 0) return;
    if (area < 0) {
        std::swap(v[1], v[2]);
        area = -area;
    }
    const auto low = [](float a, float b, float c) { return std::min({a, b, c}); };
    const auto high = [](float a, float b, float c) { return std::max({a, b, c}); };
    const int x0 = std::max({0, static_cast<int>(std::floor(low(v[0].pos.x, v[1].pos.x, v[2].pos.x))),
                             static_cast<int>(clip.x * scale)});
    const int y0 = std::max({0, static_cast<int>(std::floor(low(v[0].pos.y, v[1].pos.y, v[2].pos.y))),
                             static_cast<int>(clip.y * scale)});
    const int x1 = std::min({image.width, static_cast<int>(std::ceil(high(v[0].pos.x, v[1].pos.x, v[2].pos.x))),
                             static_cast<int>(std::ceil(clip.z * scale))});
    const int y1 = std::min({image.height, static_cast<int>(std::ceil(high(v[0].pos.y, v[1].pos.y, v[2].pos.y))),
                             static_cast<int>(std::ceil(clip.w * scale))});
    // Pixels on a shared edge belong to one triangle only (top-left rule).
    const auto owns = [](ImVec2 a, ImVec2 b) { return (a.y == b.y && b.x > a.x) || b.y < a.y; };
    const bool own0 = owns(v[1].pos, v[2].pos);
    const bool own1 = owns(v[2].pos, v[0].pos);
    const bool own2 = owns(v[0].pos, v[1].pos);
    float step = 0;  // field change per pixel
    if (texture.field) {
        const float du = std::abs(v[0].uv.x - v[1].uv.x) + std::abs(v[1].uv.x - v[2].uv.x);
        const float dx = std::abs(v[0].pos.x - v[1].pos.x) + std::abs(v[1].pos.x - v[2].pos.x);
        const float texels = dx > 0 ? du * static_cast<float>(texture.width) / dx : 1;
        step = texels * (128.0F / 6 / 255.0F) * 0.7F;
    }
    for (int y = y0; y < y1; ++y) {
        for (int x = x0; x < x1; ++x) {
            const float px = static_cast<float>(x) + 0.5F;
            const float py = static_cast<float>(y) + 0.5F;
            const float w0 = edge(v[1].pos, v[2].pos, px, py);
            const float w1 = edge(v[2].pos, v[0].pos, px, py);
            const float w2 = edge(v[0].pos, v[1].pos, px, py);
            if (w0 < 0 || w1 < 0 || w2 < 0) continue;
            if ((w0 == 0 && !own0) || (w1 == 0 && !own1) || (w2 == 0 && !own2)) continue;
            const float a = w0 / area;
            const float b = w1 / area;
            const float c = w2 / area;
            float cover = texture.sample(a * v[0].uv.x + b * v[1].uv.x + c * v[2].uv.x,
                                         a * v[0].uv.y + b * v[1].uv.y + c * v[2].uv.y);
            if (texture.field) {
                const float at = std::clamp((cover - (0.5F - step)) / (2 * step), 0.0F, 1.0F);
                cover = at * at * (3 - 2 * at);
            }
            const auto channel = [&](int shift) {
                const auto part = [&](int i) { return static_cast<float>(v[static_cast<std::size_t>(i)].col >> shift & 0xFFU); };
                return a * part(0) + b * part(1) + c * part(2);
            };
            const float alpha = channel(24) / 255.0F * cover;
            if (alpha <= 0) continue;
            std::uint8_t* pixel = &image.rgb[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                              static_cast<std::size_t>(x)) * 3];
            for (int k = 0; k < 3; ++k) {
                pixel[k] = static_cast<std::uint8_t>(static_cast<float>(pixel[k]) * (1 - alpha) + channel(k * 8) * alpha + 0.5F);
            }
        }
    }
}

void put32(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFFU);
}

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i) crc = crc >> 1 ^ (0xEDB88320U & (0U - (crc & 1U)));
    }
    return ~crc;
}

void chunk(std::string& out, const std::string& tag, const std::string& bytes) {
    put32(out, static_cast<std::uint32_t>(bytes.size()));
    out += tag + bytes;
    put32(out, crc32(tag + bytes));
}

}  // namespace

Image rasterise(const ImDrawData& data, float scale, const StubGlyphs& glyphs) {
    Image image;
    image.width = static_cast<int>(data.DisplaySize.x * scale);
    image.height = static_cast<int>(data.DisplaySize.y * scale);
    image.rgb.assign(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 3, 255);
    unsigned char* alpha = nullptr;
    Texture fonts;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&alpha, &fonts.width, &fonts.height);
    fonts.pixels = alpha;
    const Texture field{glyphs.pixels.data(), glyphs.width, glyphs.height, true};
    for (int n = 0; n < data.CmdListsCount; ++n) {
        const ImDrawList& list = *data.CmdLists[n];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.UserCallback != nullptr) {
                if (command.UserCallback != ImDrawCallback_ResetRenderState) command.UserCallback(&list, &command);
                continue;
            }
            const bool page = command.GetTexID() != nullptr && command.GetTexID() == glyphs.texture();
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
                std::array<ImDrawVert, 3> v;
                for (unsigned k = 0; k < 3; ++k) {
                    const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)];
                    v[k] = list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
                }
                triangle(image, v, scale, command.ClipRect, page ? field : fonts);
            }
        }
    }
    return image;
}

bool write_png(const std::string& path, const Image& image) {
    std::error_code ignored;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
    std::string raw;
    raw.reserve(image.rgb.size() + static_cast<std::size_t>(image.height));
    const auto row = static_cast<std::size_t>(image.width) * 3;
    for (int y = 0; y < image.height; ++y) {
        raw += '\0';
        raw.append(reinterpret_cast<const char*>(image.rgb.data()) + static_cast<std::size_t>(y) * row, row);
    }
    std::string zlib = "\x78\x01";
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (std::size_t at = 0; at < raw.size(); at += 65535) {
        const std::size_t size = std::min<std::size_t>(65535, raw.size() - at);
        zlib += static_cast<char>(at + size >= raw.size() ? 1 : 0);
        const auto n = static_cast<std::uint16_t>(size);
        for (const auto value : {n, static_cast<std::uint16_t>(~n)}) {
            zlib += static_cast<char>(value & 0xFF);
            zlib += static_cast<char>(value >> 8);
        }
        zlib.append(raw, at, size);
    }
    for (const char c : raw) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    put32(zlib, b << 16 | a);
    std::string out = "\x89PNG\r\n\x1a\n";
    std::string header;
    put32(header, static_cast<std::uint32_t>(image.width));
    put32(header, static_cast<std::uint32_t>(image.height));
    header += std::string("\x08\x02\x00\x00\x00", 5);
    chunk(out, "IHDR", header);
    chunk(out, "IDAT", zlib);
    chunk(out, "IEND", "");
    std::ofstream file(path, std::ios::binary);
    file << out;
    return static_cast<bool>(file);
}

}  // namespace thidua::testing
