#include "ui/ui.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ui/distance_atlas.h"

namespace thidua::ui {
namespace {

/// As the settings spell them, in the order of TypingMode.
constexpr std::array<std::string_view, 4> kTypingNames{"off", "telex", "vni", "viqr"};

TypingMode typing_named(std::string_view name) {
    const auto* found = std::find(kTypingNames.begin(), kTypingNames.end(), name);
    return found == kTypingNames.end() ? TypingMode::kOff : static_cast<TypingMode>(found - kTypingNames.begin());
}

}  // namespace

Ui::Ui(app::Host& host_in, FontFiles files, GlyphRenderer& glyphs_in)
    : host(host_in), glyphs(glyphs_in), fonts(std::move(files)), theme_(&light_theme()) {
    language = host.setting("language") == "en" ? Language::kEnglish : Language::kVietnamese;
    const std::string look = host.setting("theme");
    follows_system_ = look.empty();
    const bool dark = follows_system_ ? host.prefers_dark() : look == "dark";
    theme_ = dark ? &dark_theme() : &light_theme();
    // Off until it is asked for: most machines and every phone write Vietnamese by themselves.
    text_input.typing.set_mode(typing_named(host.setting("typing")));
    page_glyphs_ = std::make_unique<DistanceAtlas>(fonts.files());
}

Ui::~Ui() = default;

void Ui::set_page_faces(FontFiles files) {
    page_faces_ = std::move(files);
    page_glyphs_ = std::make_unique<DistanceAtlas>(page_faces_);
    frame_soon();
}

void Ui::set_language(Language to) {
    language = to;
    host.set_setting("language", to == Language::kVietnamese ? "vi" : "en");
    frame_soon();
}

void Ui::set_dark(bool dark) {
    theme_ = dark ? &dark_theme() : &light_theme();
    follows_system_ = false;
    host.set_setting("theme", dark ? "dark" : "light");
    frame_soon();
}

void Ui::follow_system() {
    theme_ = host.prefers_dark() ? &dark_theme() : &light_theme();
    follows_system_ = true;
    host.set_setting("theme", "");
    frame_soon();
}

void Ui::set_typing(TypingMode mode) {
    text_input.typing.set_mode(mode);
    const std::string_view name = kTypingNames[static_cast<std::size_t>(mode)];
    host.set_setting("typing", name);
    if (mode != TypingMode::kOff) host.set_setting("typing-method", name);
    frame_soon();
}

void Ui::switch_typing() {
    if (typing() != TypingMode::kOff) return set_typing(TypingMode::kOff);
    const TypingMode last = typing_named(host.setting("typing-method"));
    set_typing(last == TypingMode::kOff ? TypingMode::kTelex : last);
}

float Ui::glide(std::uint32_t id, bool on) {
    const float target = on ? 1.0F : 0.0F;
    const auto [found, fresh] = glides_.try_emplace(id);
    Glide& glide = found->second;
    glide.used = true;
    if (fresh || reduced_motion) {
        glide.value = target;
    } else if (glide.value != target) {
        const auto step = static_cast<float>(std::clamp((now - glide.at) / kMotion, 0.0, 1.0));
        glide.value = target > glide.value ? std::min(glide.value + step, 1.0F) : std::max(glide.value - step, 0.0F);
        if (glide.value != target) frame_soon();
    }
    glide.at = now;
    const float rest = 1.0F - glide.value;
    return 1.0F - rest * rest;  // ease-out
}

void Ui::toast(std::string text, std::string action, std::function<void()> act) {
    announcement_ = text;
    toasts_.push_back({std::move(text), std::move(action), std::move(act), now + 6.0, ++toast_count_});
    if (toasts_.size() > 3) toasts_.erase(toasts_.begin());
    frame_soon();
}

void Ui::begin_frame(float w, float h, float device_scale, double time) {
    width = w;
    height = h;
    scale = device_scale;
    now = time;
    if (follows_system_) theme_ = host.prefers_dark() ? &dark_theme() : &light_theme();
    coarse = host.coarse_pointer();
    reduced_motion = host.prefers_reduced_motion();
    next_frame_ = std::numeric_limits<double>::infinity();
    zoom_area = {};
    for (auto& [id, glide] : glides_) glide.used = false;
    semantics.begin_frame();
    text_input.begin_frame();
}

void Ui::end_frame() {
    std::erase_if(glides_, [](const auto& entry) { return !entry.second.used; });
    semantics.end_frame();
    text_input.end_frame();
    spread = 1;
    page_glyphs_->flush(glyphs);
}

}  // namespace thidua::ui
