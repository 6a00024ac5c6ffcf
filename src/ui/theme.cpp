#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace thidua::ui {
namespace {

constexpr Theme make_light() {
    Theme t;
    t.dark = false;
    t.ground = rgb(0xF7F6F3);
    t.surface = rgb(0xFFFFFF);
    t.raised = rgb(0xFFFFFF);
    t.hover = rgb(0xF1EFEA);
    t.pressed = rgb(0xE8E5DD);
    t.selected = rgb(0xF8ECEA);
    t.line = rgb(0xE3E0D8);
    t.control_line = rgb(0x8B8F94);
    t.focus = rgb(0x2F5FD0);
    t.text = rgb(0x1F2328);
    t.quiet = rgb(0x5B6168);
    t.disabled = rgb(0x9A9EA3);
    t.link = rgb(0x8F1216);
    t.accent = rgb(0xA4161A);
    t.accent_hover = rgb(0x8C1216);
    t.on_accent = rgb(0xFFFFFF);
    t.gold = rgb(0xB8860B);
    t.neutral = {rgb(0x4A5057), rgb(0xEFEDE8)};
    t.met = {rgb(0x1B7F4B), rgb(0xEDF7F1)};
    t.not_met = {rgb(0xB3261E), rgb(0xFCEEEC)};
    t.not_known = {rgb(0x7A5E00), rgb(0xFFF6D6)};
    t.for_person = {rgb(0x3B5BA9), rgb(0xEEF2FB)};
    t.honour = {rgb(0x805B00), rgb(0xFBF3DD)};
    t.shadow = rgb(0x1F2328, 34);
    t.dim = rgb(0x1F2328, 84);
    t.paper = rgb(0xFFFFFF);
    t.ink = rgb(0x16181B);
    t.text_selection = rgb(0xA4161A, 48);
    return t;
}

constexpr Theme make_dark() {
    Theme t;
    t.dark = true;
    t.ground = rgb(0x15171A);
    t.surface = rgb(0x1D2024);
    t.raised = rgb(0x24282D);
    t.hover = rgb(0x282C32);
    t.pressed = rgb(0x31363D);
    t.selected = rgb(0x3A2628);
    t.line = rgb(0x30343A);
    t.control_line = rgb(0x737A83);
    t.focus = rgb(0x7FA5FF);
    t.text = rgb(0xE8E6E1);
    t.quiet = rgb(0xA3A8AE);
    t.disabled = rgb(0x696F76);
    t.link = rgb(0xF49A94);
    t.accent = rgb(0xC8393B);
    t.accent_hover = rgb(0xB93033);
    t.on_accent = rgb(0xFFFFFF);
    t.gold = rgb(0xD9AE45);
    t.neutral = {rgb(0xC3C7CC), rgb(0x30343A)};
    t.met = {rgb(0x6FCF9A), rgb(0x1B3226)};
    t.not_met = {rgb(0xF59A92), rgb(0x3D2221)};
    t.not_known = {rgb(0xE9C75A), rgb(0x383014)};
    t.for_person = {rgb(0xA3BBF5), rgb(0x232C42)};
    t.honour = {rgb(0xE3BF66), rgb(0x352C16)};
    t.shadow = rgb(0x000000, 110);
    t.dim = rgb(0x000000, 140);
    t.paper = rgb(0xEDEBE6);
    t.ink = rgb(0x16181B);
    t.text_selection = rgb(0xF49A94, 64);
    return t;
}

constexpr Theme kLight = make_light();
constexpr Theme kDark = make_dark();

float channel(Color color, int shift) { return static_cast<float>(color >> shift & 0xFFU) / 255.0F; }

/// Relative luminance (WCAG 2.1, section "relative luminance").
float luminance(Color color) {
    const auto linear = [](float c) { return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F); };
    return 0.2126F * linear(channel(color, 0)) + 0.7152F * linear(channel(color, 8)) +
           0.0722F * linear(channel(color, 16));
}

}  // namespace

Color mix(Color from, Color to, float at) {
    at = std::clamp(at, 0.0F, 1.0F);
    Color out = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const float a = static_cast<float>(from >> shift & 0xFFU);
        const float b = static_cast<float>(to >> shift & 0xFFU);
        out |= static_cast<Color>(a + (b - a) * at + 0.5F) << shift;
    }
    return out;
}

float contrast(Color text, Color ground) {
    const float a = luminance(text);
    const float b = luminance(ground);
    return (std::max(a, b) + 0.05F) / (std::min(a, b) + 0.05F);
}

const Theme& light_theme() { return kLight; }
const Theme& dark_theme() { return kDark; }

std::span<const TextPair> text_pairs(const Theme& t, std::span<TextPair> into) {
    const TextPair pairs[] = {
        {"text on ground", t.text, t.ground},
        {"text on surface", t.text, t.surface},
        {"text on raised", t.text, t.raised},
        {"text on hover", t.text, t.hover},
        {"text on pressed", t.text, t.pressed},
        {"text on selected", t.text, t.selected},
        {"quiet on ground", t.quiet, t.ground},
        {"quiet on surface", t.quiet, t.surface},
        {"quiet on raised", t.quiet, t.raised},
        {"quiet on hover", t.quiet, t.hover},
        {"quiet on selected", t.quiet, t.selected},
        {"link on ground", t.link, t.ground},
        {"link on surface", t.link, t.surface},
        {"link on raised", t.link, t.raised},
        {"link on hover", t.link, t.hover},
        {"link on selected", t.link, t.selected},
        {"primary button", t.on_accent, t.accent},
        {"primary button under the pointer", t.on_accent, t.accent_hover},
        {"neutral chip", t.neutral.text, t.neutral.ground},
        {"met chip", t.met.text, t.met.ground},
        {"not met chip", t.not_met.text, t.not_met.ground},
        {"not known chip", t.not_known.text, t.not_known.ground},
        {"for a person chip", t.for_person.text, t.for_person.ground},
        {"honour chip", t.honour.text, t.honour.ground},
        {"error below a field, on ground", t.not_met.text, t.ground},
        {"error below a field, on surface", t.not_met.text, t.surface},
        {"error in a dialog", t.not_met.text, t.raised},
        {"danger button under the pointer", t.not_met.text, t.not_met.ground},
        {"met on surface", t.met.text, t.surface},
        {"met on ground", t.met.text, t.ground},
        {"not known on surface", t.not_known.text, t.surface},
        {"text on a not known banner", t.text, t.not_known.ground},
        {"text on a not met banner", t.text, t.not_met.ground},
        {"text on a met banner", t.text, t.met.ground},
        {"text on an information banner", t.text, t.for_person.ground},
        {"ink on paper", t.ink, t.paper},
    };
    static_assert(std::size(pairs) <= kMaxTextPairs);
    std::size_t count = 0;
    for (const TextPair& pair : pairs) {
        if (count < into.size()) into[count++] = pair;
    }
    return into.first(count);
}

}  // namespace thidua::ui
