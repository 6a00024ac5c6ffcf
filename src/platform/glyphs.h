#pragma once
// ui::GlyphRenderer on OpenGL ES 3 / WebGL 2, with the programs of shaders/.

#include <cstdint>
#include <string_view>
#include <vector>

#include "ui/glyph_renderer.h"

namespace thidua::platform {

class Glyphs final : public ui::GlyphRenderer {
public:
    ~Glyphs() override;

    void upload(int width, int height, const std::uint8_t* pixels, int first_row, int rows) override;
    void* texture() const override;
    void begin() override;
    bool weaves() override;
    void set_weave(const ui::Weave& weave) override { weave_ = weave; }
    void begin_weave() override;

    /// The GL context was lost, and its objects with it; here is another one. Made anew from the kept pixels.
    void context_restored();

private:
    void make_texture();
    struct Program {
        unsigned id = 0;
        bool failed = false;
        int projection = -1;

        void make(const char* name, std::string_view fragment);
        void use() const;
    };

    unsigned texture_ = 0;
    Program text_;
    Program border_;
    ui::Weave weave_;
    int width_ = 0;
    int height_ = 0;
    std::vector<std::uint8_t> pixels_;  ///< copy of the atlas: a lost context must be filled again
};

}  // namespace thidua::platform
