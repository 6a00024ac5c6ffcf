#pragma once
// What a screen draws with: theme, words, fonts, commands, the host, the shape of the viewport. One
// object per shell, handed to every widget and screen.

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/host.h"
#include "ui/commands.h"
#include "ui/fonts.h"
#include "ui/glyph_renderer.h"
#include "ui/semantics.h"
#include "ui/text_input.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace thidua::app {
struct Finding;
struct Route;
}  // namespace thidua::app

namespace thidua::ui {

class DistanceAtlas;

/// A short message at the bottom edge, gone after some seconds; may offer one act ("Hoàn tác").
struct Toast {
    std::string text;
    std::string action;            ///< label of its button; empty: none
    std::function<void()> act;
    double until = 0;
    std::uint32_t number = 0;
};

class Ui {
public:
    Ui(app::Host& host, FontFiles files, GlyphRenderer& glyphs);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    app::Host& host;
    GlyphRenderer& glyphs;
    Fonts fonts;
    Semantics semantics;
    TextInput text_input;
    Commands commands;

    // --- the viewport of this frame --------------------------------------------------------------
    float width = 0, height = 0;      ///< CSS pixels
    float scale = 1;                  ///< device pixels per CSS pixel
    double now = 0;                   ///< seconds
    bool coarse = false;              ///< the pointer is a finger
    bool reduced_motion = false;
    app::Rect zoom_area{};            ///< what Ctrl and the wheel, or two fingers, zoom: set by the page drawn in it
    float spread = 1;                 ///< by how much they wish to, since the last frame
    float spread_x = 0, spread_y = 0; ///< around what point
    bool phone() const { return width < kPhoneWidth; }
    bool wide() const { return width >= kWideWidth; }
    float control_height() const { return coarse ? kTouchHeight : kControlHeight; }
    float row_height() const { return coarse ? kTouchHeight : kRowHeight; }

    // --- words and look --------------------------------------------------------------------------
    Language language = Language::kVietnamese;
    void set_language(Language to);   ///< kept in the host's settings
    const Theme& theme() const { return *theme_; }
    void set_dark(bool dark);         ///< kept in the host's settings
    void follow_system();             ///< as before anybody chose; likewise
    bool follows_system() const { return follows_system_; }
    bool dark() const { return theme_->dark; }
    std::string_view say(Word word) const { return word_text(word, language); }
    std::string say(Word word, std::initializer_list<std::string_view> values) const {
        return fill_in(word_text(word, language), values);
    }
    ImFont* font(TextStyle style) const { return fonts.font(style); }

    // --- typing Vietnamese -----------------------------------------------------------------------
    TypingMode typing() const { return text_input.typing.mode(); }
    void set_typing(TypingMode mode);  ///< kept in the host's settings
    void switch_typing();              ///< off, or the method used last

    // --- time ------------------------------------------------------------------------------------
    /// Draw again at `when` on the clock of `now`; the earliest wish wins. For timers and animations.
    void frame_at(double when) { if (when < next_frame_) next_frame_ = when; }
    void frame_soon() { frame_at(now); }
    double next_frame() const { return next_frame_; }
    /// A value that glides to 1 while `on` and back to 0, eased, over kMotion; asks for the frames it needs.
    float glide(std::uint32_t id, bool on);

    // --- messages --------------------------------------------------------------------------------
    /// Shows a toast for six seconds and announces it to screen readers.
    void toast(std::string text, std::string action = {}, std::function<void()> act = {});
    std::vector<Toast>& toasts() { return toasts_; }
    /// Said to screen readers politely.
    void announce(std::string text) { announcement_ = std::move(text); }
    const std::string& announcement() const { return announcement_; }

    // --- the palette -----------------------------------------------------------------------------
    bool palette_open = false;
    /// What the office has written down, for the palette below its commands; set by the root, empty: commands only.
    std::function<std::vector<app::Finding>(std::string_view query)> find;
    std::function<void(const app::Route&)> follow;  ///< goes where a finding leads

    DistanceAtlas& page_glyphs() { return *page_glyphs_; }
    /// The serif faces of document pages, once they have arrived; the others of `files` are not looked at.
    void set_page_faces(FontFiles files);

    void begin_frame(float w, float h, float device_scale, double time);
    void end_frame();

private:
    const Theme* theme_;
    bool follows_system_ = true;  ///< until a person chooses light or dark
    double next_frame_ = std::numeric_limits<double>::infinity();
    struct Glide {
        float value = 0;
        double at = 0;
        bool used = true;
    };
    std::unordered_map<std::uint32_t, Glide> glides_;
    std::vector<Toast> toasts_;
    std::uint32_t toast_count_ = 0;
    std::string announcement_;
    FontFiles page_faces_;  ///< those that came after the start; the atlas reads them
    std::unique_ptr<DistanceAtlas> page_glyphs_;
};

}  // namespace thidua::ui
