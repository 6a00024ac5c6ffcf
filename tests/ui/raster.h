#pragma once
// ImGui's draw data as an image, in software: so that a person can look at what a headless test drew,
// without a GPU or a window. Same blending as the GL backend, distance-field text included.

#include <cstdint>
#include <string>
#include <vector>

struct ImDrawData;

namespace thidua::testing {

class StubGlyphs;

struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};

Image rasterise(const ImDrawData& data, float scale, const StubGlyphs& glyphs);
/// Stored, not compressed. Makes the folder. False when it cannot be written.
bool write_png(const std::string& path, const Image& image);

}  // namespace thidua::testing
