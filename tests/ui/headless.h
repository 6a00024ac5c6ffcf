#pragma once
// Screens under test without a window: a shell with nothing behind it, stepped frame by frame, its
// controls found by role and name and operated through ImGui's input queue, as a person would.
//
//     Headless app([](ui::Ui& ui) { if (ui::button(ui, "Lưu")) … });
//     app.click(Role::kButton, "Lưu");
//     EXPECT_TRUE(app.has(Role::kStatus, "Đã lưu"));

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "ui/shell.h"
#include "ui/ui.h"

namespace thidua::testing {

using app::Role;

/// The machine, as plain variables.
class FakeHost : public app::Host {
public:
    double time = 0;
    bool dark = false;
    bool coarse = false;
    bool reduced_motion = false;
    std::map<std::string, std::string, std::less<>> settings;
    std::string copied, fragment, opened;
    std::string saved_name, saved_bytes;
    app::IncomingFile to_pick;

    void request_frame(double) override {}
    double now() const override { return time; }
    void copy_text(std::string_view text) override { copied = text; }
    void pick_file(std::string_view, std::function<void(app::IncomingFile)> done) override { done(to_pick); }
    void save_file(std::string_view name, std::string_view, std::string_view bytes,
                   std::function<void(base::Status)> done) override {
        saved_name = name;
        saved_bytes = bytes;
        done({});
    }
    std::string page_address() const override { return "https://thidua.example/"; }
    void set_fragment(std::string_view text, bool) override { fragment = text; }
    void open_address(std::string_view url) override { opened = url; }
    void fetch(std::string_view, std::function<void(float)>,
               std::function<void(base::Result<std::string>)> done) override {
        done(base::fail(base::ErrorKind::kNotFound, "Không có tệp.", "No such file."));
    }
    std::string setting(std::string_view key) const override {
        const auto found = settings.find(key);
        return found != settings.end() ? found->second : "";
    }
    void set_setting(std::string_view key, std::string_view value) override {
        settings[std::string(key)] = std::string(value);
    }
    bool prefers_dark() const override { return dark; }
    bool prefers_reduced_motion() const override { return reduced_motion; }
    bool coarse_pointer() const override { return coarse; }
};

/// Keeps the atlas and counts: what a GPU would have been asked.
class StubGlyphs : public ui::GlyphRenderer {
public:
    int uploads = 0, binds = 0;
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;

    void upload(int w, int h, const std::uint8_t* data, int first_row, int rows) override;
    void* texture() const override { return uploads > 0 ? const_cast<StubGlyphs*>(this) : nullptr; }
    void begin() override { ++binds; }
};

/// The build's own subset fonts, or Debian's whole ones where there was no font step.
ui::FontFiles test_fonts();

class Headless : public ui::Root {
public:
    using Draw = std::function<void(ui::Ui&)>;
    /// Draws `draw` each frame; three frames are stepped at once.
    explicit Headless(Draw draw, float width = 1280, float height = 800, float scale = 1);
    /// Shows another root (the whole app).
    explicit Headless(ui::Root& root, float width = 1280, float height = 800, float scale = 1);

    FakeHost host;
    StubGlyphs glyphs;
    std::vector<app::IncomingFile> dropped;
    std::string fragment;

    ui::Shell& shell() { return *shell_; }
    ui::Ui& ui() { return shell_->ui(); }
    void resize(float width, float height, float scale = 1);

    /// `count` frames, each a sixtieth of a second.
    void step(int count = 1);
    /// Frames until the shell wants none, at most `most`; returns how many were drawn.
    int settle(int most = 240);
    /// Lets time pass with the platform's loop: frames are drawn only when wanted. Returns how many were.
    int idle(double seconds);

    // --- finding --------------------------------------------------------------------------------
    const app::SemanticTree& tree() const { return shell_->semantics(); }
    /// The first node of that role and name ("" is any name); nullptr when there is none.
    const app::SemanticNode* find(Role role, std::string_view name = {}) const;
    std::vector<app::SemanticNode> all(Role role) const;
    bool has(Role role, std::string_view name = {}) const { return find(role, name) != nullptr; }
    /// Any node, of whatever role, whose name holds `text`.
    bool sees(std::string_view text) const;
    /// Role and name of every node, one a line, indented by depth: for failure messages and golden files.
    std::string outline() const;

    // --- acting; each fails the test when the control is not there, and settles afterwards --------
    void click(Role role, std::string_view name);
    void click_at(float x, float y);
    /// Focuses the field, replaces its text by typing `text` as the web page's text agent would.
    void type(std::string_view field, std::string_view text);
    void key(int chord);
    void set_value(Role role, std::string_view name, std::string_view value);
    void activate(Role role, std::string_view name);
    void scroll(float wheel_lines);

    /// Draws the last frame into a PNG (software rasteriser): for looking at.
    bool save_png(const std::string& path);

    // --- ui::Root --------------------------------------------------------------------------------
    void draw(ui::Ui& ui) override { draw_(ui); }
    void drop_file(app::IncomingFile file) override { dropped.push_back(std::move(file)); }
    void fragment_changed(std::string_view text) override { fragment = text; }

private:
    void frame();

    Draw draw_;
    std::unique_ptr<ui::Shell> shell_;
    float width_, height_, scale_;
};

}  // namespace thidua::testing
