#pragma once
// What the interface needs from the GPU beyond ImGui's own drawing: text of document pages by signed
// distance field, and the woven border of a certificate. The platform implements it with GL (shaders/page_text.*), headless tests
// with a stub.
//
// How a page is drawn: the page view adds a callback to the ImDrawList that calls begin(), then plain
// textured quads (texture: the distance atlas), then a callback that calls end() followed by
// ImDrawCallback_ResetRenderState. The vertices are ImDrawVert, their layout is the backend's.

#include <cstdint>

struct ImDrawData;

namespace thidua::ui {

/// Uniforms of shaders/guilloche.frag.
struct Weave {
    float border[4] = {};  ///< left, top, width, height; points
    float weave[4] = {};   ///< band, waves along the width, along the height, half a strand's thickness
    float first[3] = {};   ///< colours, 0..1
    float second[3] = {};
};

class GlyphRenderer {
public:
    virtual ~GlyphRenderer() = default;

    /// Puts rows [first_row, first_row + rows) of the one-channel atlas (width × height bytes at
    /// `pixels`, 128 = the outline, more = inside) into the texture. The first call, and a call with
    /// another size, makes the texture (linear filter, clamped) and uploads all of it. Called between
    /// NewFrame and Render.
    virtual void upload(int width, int height, const std::uint8_t* pixels, int first_row, int rows) = 0;
    /// The atlas texture as the ImGui backend knows it (ImTextureID); 0 before the first upload.
    virtual void* texture() const = 0;
    /// Called while the backend renders: bind the page-text program, set its projection from
    /// ImGui::GetDrawData() (uniform ProjMtx) and texture unit 0 (uniform Texture).
    virtual void begin() = 0;
    virtual void end() {}

    /// Whether the border's program runs here; where it does not, the border is drawn as lines.
    virtual bool weaves() { return false; }
    /// The border that quads between begin_weave() and the next ResetRenderState show; their UV is the place on the page
    /// in points. One a frame, set before Render.
    virtual void set_weave(const Weave&) {}
    virtual void begin_weave() {}
};

}  // namespace thidua::ui
