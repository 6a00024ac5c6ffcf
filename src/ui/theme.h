#pragma once
// The look as one table: colours for light and dark, type scale, spaces. Widgets take every colour and
// every size from here (design: calm office software; contrast of text is at least 4.5 : 1, tested).

#include <cstdint>
#include <span>

namespace thidua::ui {

/// 0xAABBGGRR, as ImGui packs it.
using Color = std::uint32_t;

/// From 0xRRGGBB and an opacity 0..255.
constexpr Color rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
    return alpha << 24 | (hex & 0xFFU) << 16 | (hex & 0xFF00U) | (hex >> 16 & 0xFFU);
}
constexpr Color with_alpha(Color color, float opacity) {
    return (color & 0x00FFFFFFU) | static_cast<std::uint32_t>(opacity * 255.0F + 0.5F) << 24;
}
/// Between `from` (at 0) and `to` (at 1), channel by channel.
Color mix(Color from, Color to, float at);
/// WCAG 2 contrast ratio of two opaque colours, 1..21.
float contrast(Color text, Color ground);

/// A state shown by colour: the word or icon, its soft ground and nothing else.
struct Tone {
    Color text = 0;
    Color ground = 0;
};

struct Theme {
    bool dark = false;
    // Grounds, from far to near.
    Color ground = 0;      ///< behind everything
    Color surface = 0;     ///< cards, tables, fields, bars
    Color raised = 0;      ///< popups and dialogs
    Color hover = 0;       ///< a row or quiet control under the pointer
    Color pressed = 0;
    Color selected = 0;    ///< chosen row, chosen tab
    // Lines.
    Color line = 0;        ///< hairlines between things
    Color control_line = 0;  ///< edge of a field or checkbox: 3 : 1 against surface
    Color focus = 0;       ///< keyboard focus ring
    // Text.
    Color text = 0;
    Color quiet = 0;       ///< help, captions, units
    Color disabled = 0;    ///< exempt from contrast (WCAG 1.4.3: inactive controls)
    Color link = 0;
    Color accent = 0;      ///< the one accent: primary acts, the current place
    Color accent_hover = 0;
    Color on_accent = 0;
    Color gold = 0;        ///< honours only
    Tone neutral, met, not_met, not_known, for_person, honour;
    Color shadow = 0;
    Color dim = 0;         ///< over the page behind a dialog
    Color paper = 0;       ///< a document page, also in the dark (a shade less bright)
    Color ink = 0;
    Color text_selection = 0;
};

const Theme& light_theme();
const Theme& dark_theme();

/// Every pair of text and ground that the widgets use, for the contrast test.
struct TextPair {
    const char* what;
    Color text;
    Color ground;
};
std::span<const TextPair> text_pairs(const Theme& theme, std::span<TextPair> into);
inline constexpr int kMaxTextPairs = 48;

/// Type scale in CSS pixels of em, with the line box each is set in (≥ 1.4 em, so that Ễ and ẵ never clip).
enum class TextStyle : std::uint8_t {
    kSmall, kSmallStrong, kBody, kBodyStrong, kLead, kLeadStrong, kTitle, kDisplay,
};
inline constexpr int kTextStyles = 8;
struct TypeSize {
    float em;
    float line;
    bool semibold;
};
constexpr TypeSize type_size(TextStyle style) {
    constexpr TypeSize kSizes[kTextStyles] = {
        {12, 18, false}, {12, 18, true}, {13, 20, false}, {13, 20, true},
        {15, 22, false}, {15, 22, true}, {18, 26, true},  {24, 34, true},
    };
    return kSizes[static_cast<int>(style)];
}

// Spaces and sizes, CSS pixels.
inline constexpr float kSpace1 = 4, kSpace2 = 8, kSpace3 = 12, kSpace4 = 16, kSpace5 = 24, kSpace6 = 32;
inline constexpr float kRadius = 6;
inline constexpr float kControlHeight = 32, kTouchHeight = 44;
inline constexpr float kRowHeight = 30;
inline constexpr float kRailWidth = 56, kTopBarHeight = 48, kStatusBarHeight = 28;
inline constexpr float kContentWidth = 1200, kDetailWidth = 360;
inline constexpr float kPhoneWidth = 640;   ///< narrower: one column, bottom bar, cards
inline constexpr float kWideWidth = 1000;   ///< narrower: the detail panel becomes a sheet
inline constexpr float kIconSize = 18, kLargeIconSize = 24;
inline constexpr double kMotion = 0.12;     ///< seconds, ease-out

}  // namespace thidua::ui
