#include "ui/distance_atlas.h"

#include <algorithm>
#include <cmath>
#include <cstring>

// A copy of its own, in this file only: ImGui's is static to imgui_draw.cpp.
#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wconversion"
#include "imstb_truetype.h"
#pragma GCC diagnostic pop

namespace thidua::ui {
namespace {

// 40 px per em keeps the accents of ễ apart at 400 % zoom; 6 px around hold the falling edge.
constexpr float kPixelsPerEm = 40;
constexpr int kPadding = 6;
constexpr unsigned char kOutline = 128;
constexpr float kDistanceScale = 128.0F / kPadding;

}  // namespace

struct DistanceAtlas::Faces {
    struct One {
        stbtt_fontinfo info{};
        bool good = false;
        float to_em = 0;
    };
    One face[3];

    const One* of(Face which) const {
        const One& wanted = face[static_cast<int>(which)];
        if (wanted.good) return &wanted;
        return face[0].good ? &face[0] : nullptr;
    }
};

DistanceAtlas::DistanceAtlas(const FontFiles& files) : faces_(std::make_unique<Faces>()) {
    const std::string* bytes[] = {&files.serif, &files.serif_bold, &files.serif_italic};
    for (std::size_t i = 0; i < 3; ++i) {
        if (bytes[i]->size() < 12) continue;
        const auto* data = reinterpret_cast<const unsigned char*>(bytes[i]->data());
        Faces::One& one = faces_->face[i];
        one.good = stbtt_InitFont(&one.info, data, stbtt_GetFontOffsetForIndex(data, 0)) != 0;
        if (one.good) one.to_em = stbtt_ScaleForMappingEmToPixels(&one.info, 1.0F);
    }
    for (auto& face : index_) face.assign(kCommon, -1);
    pixels_.assign(static_cast<std::size_t>(kSide) * kSide, 0);
}

DistanceAtlas::~DistanceAtlas() = default;

bool DistanceAtlas::ready() const { return faces_->face[0].good; }

const DistanceGlyph& DistanceAtlas::glyph(Face face, char32_t character) {
    std::int32_t* index = nullptr;
    if (character < kCommon) {
        index = &index_[static_cast<std::size_t>(face)][character];
    } else {
        const std::uint32_t key = static_cast<std::uint32_t>(face) << 24 | static_cast<std::uint32_t>(character);
        index = &rare_.try_emplace(key, -1).first->second;
    }
    if (*index < 0) {
        *index = static_cast<std::int32_t>(glyphs_.size());
        glyphs_.push_back(make(face, character));
    }
    return glyphs_[static_cast<std::size_t>(*index)];
}

float DistanceAtlas::kerning(Face face, char32_t left, char32_t right) const {
    const Faces::One* one = faces_->of(face);
    if (one == nullptr) return 0;
    return static_cast<float>(stbtt_GetCodepointKernAdvance(&one->info, static_cast<int>(left),
                                                            static_cast<int>(right))) * one->to_em;
}

DistanceGlyph DistanceAtlas::make(Face face, char32_t character) {
    DistanceGlyph out;
    const Faces::One* one = faces_->of(face);
    if (one == nullptr) {
        out.advance = 0.5F;
        return out;
    }
    const int code = static_cast<int>(character);
    int advance = 0;
    int bearing = 0;
    stbtt_GetCodepointHMetrics(&one->info, code, &advance, &bearing);
    out.advance = static_cast<float>(advance) * one->to_em;

    int width = 0;
    int height = 0;
    int left = 0;
    int top = 0;
    unsigned char* field = stbtt_GetCodepointSDF(&one->info, one->to_em * kPixelsPerEm, code, kPadding, kOutline,
                                                 kDistanceScale, &width, &height, &left, &top);
    if (field == nullptr) return out;
    if (pen_x_ + width + 1 > kSide) {
        pen_x_ = 1;
        pen_y_ += shelf_ + 1;
        shelf_ = 0;
    }
    // When the atlas is full, further letters are only spaced: a page never holds that many.
    if (pen_y_ + height + 1 <= kSide) {
        for (int row = 0; row < height; ++row) {
            std::memcpy(pixels_.data() + static_cast<std::size_t>(pen_y_ + row) * kSide + pen_x_,
                        field + static_cast<std::size_t>(row) * static_cast<std::size_t>(width),
                        static_cast<std::size_t>(width));
        }
        const auto side = static_cast<float>(kSide);
        out.u0 = static_cast<float>(pen_x_) / side;
        out.v0 = static_cast<float>(pen_y_) / side;
        out.u1 = static_cast<float>(pen_x_ + width) / side;
        out.v1 = static_cast<float>(pen_y_ + height) / side;
        out.x0 = static_cast<float>(left) / kPixelsPerEm;
        out.y0 = static_cast<float>(top) / kPixelsPerEm;
        out.x1 = static_cast<float>(left + width) / kPixelsPerEm;
        out.y1 = static_cast<float>(top + height) / kPixelsPerEm;
        dirty_from_ = std::min(dirty_from_, pen_y_);
        dirty_to_ = std::max(dirty_to_, pen_y_ + height);
        pen_x_ += width + 1;
        shelf_ = std::max(shelf_, height);
    }
    stbtt_FreeSDF(field, nullptr);
    return out;
}

void DistanceAtlas::flush(GlyphRenderer& renderer) {
    if (dirty_from_ >= dirty_to_) return;
    if (!uploaded_) {
        renderer.upload(kSide, kSide, pixels_.data(), 0, kSide);
        uploaded_ = true;
    } else {
        renderer.upload(kSide, kSide, pixels_.data(), dirty_from_, dirty_to_ - dirty_from_);
    }
    dirty_from_ = kSide;
    dirty_to_ = 0;
}

}  // namespace thidua::ui
