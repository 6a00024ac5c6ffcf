#pragma once
// ui::GlyphRenderer on OpenGL ES 3 / WebGL 2, with the program of shaders/page_text.*.

#include <cstdint>
#include <vector>

#include "ui/glyph_renderer.h"

namespace thidua::platform {

class Glyphs final : public ui::GlyphRenderer {
public:
    ~Glyphs() override;

    void upload(int width, int height, const std::uint8_t* pixels, int first_row, int rows) override;
    void* texture() const override;
    void begin() override;

    /// The GL context was lost, and its objects with it; here is another one. Made anew from the kept pixels.
    void context_restored();

private:
    void make_texture();
    void make_program();

    unsigned texture_ = 0;
    unsigned program_ = 0;
    int projection_ = -1;
    int sampler_ = -1;
    int width_ = 0;
    int height_ = 0;
    std::vector<std::uint8_t> pixels_;  ///< copy of the atlas: a lost context must be filled again
};

}  // namespace thidua::platform
