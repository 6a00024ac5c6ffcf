#include "ui/fonts.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/icon.h"

namespace thidua::ui {
namespace {

constexpr ImWchar kRanges[] = {
    0x0020, 0x007E, 0x00A0, 0x00FF,  // Latin
    0x0102, 0x0103, 0x0110, 0x0111, 0x0128, 0x0129, 0x0168, 0x0169,  // Ă Đ Ĩ Ũ
    0x01A0, 0x01A1, 0x01AF, 0x01B0,  // Ơ Ư
    0x0300, 0x0303, 0x0309, 0x0309, 0x0323, 0x0323,  // tone marks, should decomposed text slip in
    0x1EA0, 0x1EF9,  // Vietnamese
    0x2010, 0x2027, 0x2030, 0x203A,  // dashes, quotes, bullet, ellipsis, ‰ ‹ ›
    0x20AB, 0x20AC, 0x2122, 0x2122, 0x2190, 0x2194,  // arrows: "702.000 → 710.000"
    0x2212, 0x2212, 0x2264, 0x2265, 0xFFFD, 0xFFFD,
    0,
};

/// Ascent and descent (negative) over units per em, from the head and hhea tables.
struct FaceMetrics {
    float ascent = 1;
    float descent = 0;
};

unsigned read16(const std::string& bytes, std::size_t at) {
    if (at + 2 > bytes.size()) return 0;
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) << 8 |
           static_cast<unsigned char>(bytes[at + 1]);
}

std::size_t table_offset(const std::string& bytes, const char* tag) {
    const unsigned count = read16(bytes, 4);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = 12 + 16 * i;
        if (at + 16 > bytes.size()) break;
        if (std::memcmp(bytes.data() + at, tag, 4) == 0) {
            return static_cast<std::size_t>(read16(bytes, at + 8)) << 16 | read16(bytes, at + 10);
        }
    }
    return 0;
}

FaceMetrics face_metrics(const std::string& bytes) {
    const std::size_t head = table_offset(bytes, "head");
    const std::size_t hhea = table_offset(bytes, "hhea");
    const float units = static_cast<float>(read16(bytes, head + 18));
    if (head == 0 || hhea == 0 || units < 1) return {};
    return {static_cast<float>(static_cast<short>(read16(bytes, hhea + 4))) / units,
            static_cast<float>(static_cast<short>(read16(bytes, hhea + 6))) / units};
}

/// Adds `face` at `em` CSS pixels, to be set in a line box of `line` pixels; both times `scale`.
ImFont* add_face(const std::string& face, float em, float line, float scale, const ImWchar* ranges) {
    const FaceMetrics metrics = face_metrics(face);
    const float height = metrics.ascent - metrics.descent;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = scale < 1.5F ? 3 : 1;  // unhinted outlines need sub-pixel places at 1×
    config.OversampleV = 1;
    config.GlyphRanges = ranges;
    config.EllipsisChar = 0x2026;
    config.RasterizerMultiply = scale < 1.5F ? 1.15F : 1.0F;  // thin stems look pale at 1×
    // ImGui's size is ascent − descent, ours is the em.
    const float pixels = em * height * scale;
    // The middle of the line box holds the middle of the tallest Vietnamese letter and the descender.
    config.GlyphOffset.y = std::round((line * scale - pixels) / 2);
    ImFont* font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(
        const_cast<char*>(face.data()), static_cast<int>(face.size()), pixels, &config);
    return font;
}

}  // namespace

const unsigned short* glyph_ranges() { return kRanges; }

bool Fonts::build(float scale) {
    scale = std::clamp(scale, 0.5F, 4.0F);
    if (std::abs(scale - scale_) < 0.001F) return false;
    scale_ = scale;
    ImGuiIO& io = ImGui::GetIO();
    ImFontAtlas& atlas = *io.Fonts;
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors;
    atlas.TexGlyphPadding = 1;

    const std::string& semibold = files_.semibold.empty() ? files_.regular : files_.semibold;
    for (std::size_t i = 0; i < styles_.size(); ++i) {
        const TypeSize size = type_size(static_cast<TextStyle>(i));
        styles_[i] = add_face(size.semibold ? semibold : files_.regular, size.em, size.line, scale, kRanges);
    }
    // Filled once: the icon font holds only these.
    static const ImWchar kIconRange[] = {0xE000, 0xF8FF, 0};
    icons_ = files_.icons.empty() ? nullptr : add_face(files_.icons, kIconSize, kIconSize, scale, kIconRange);
    large_icons_ =
        files_.icons.empty() ? nullptr : add_face(files_.icons, kLargeIconSize, kLargeIconSize, scale, kIconRange);
    atlas.Build();
    for (std::size_t i = 0; i < styles_.size(); ++i) {
        const TypeSize size = type_size(static_cast<TextStyle>(i));
        styles_[i]->FontSize = size.line * scale;
    }
    io.FontDefault = font(TextStyle::kBody);
    io.FontGlobalScale = 1.0F / scale;
    return true;
}

}  // namespace thidua::ui
