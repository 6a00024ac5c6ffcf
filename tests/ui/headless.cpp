#include "ui/headless.h"

#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <iterator>

#include "ui/raster.h"

namespace thidua::testing {
namespace {

std::string read_bytes(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string first_of(std::initializer_list<std::string> paths) {
    for (const std::string& path : paths) {
        std::string bytes = read_bytes(path);
        if (!bytes.empty()) return bytes;
    }
    return {};
}

}  // namespace

void StubGlyphs::upload(int w, int h, const std::uint8_t* data, int first_row, int rows) {
    ++uploads;
    width = w;
    height = h;
    pixels.resize(static_cast<std::size_t>(w) * static_cast<std::size_t>(h));
    const std::size_t from = static_cast<std::size_t>(first_row) * static_cast<std::size_t>(w);
    std::memcpy(pixels.data() + from, data + from, static_cast<std::size_t>(rows) * static_cast<std::size_t>(w));
}

ui::FontFiles test_fonts() {
    static const ui::FontFiles files = [] {
        const std::string made = std::string(THIDUA_BINARY_DIR) + "/fonts/";
        const std::string noto = "/usr/share/fonts/truetype/noto/NotoSans-";
        const std::string serif = "/usr/share/fonts/truetype/liberation2/LiberationSerif-";
        ui::FontFiles f;
        f.regular = first_of({made + "ui-regular.ttf", noto + "Regular.ttf"});
        f.semibold = first_of({made + "ui-semibold.ttf", noto + "Bold.ttf"});
        f.icons = first_of({made + "icons.ttf"});
        f.serif = first_of({made + "serif-regular.ttf", serif + "Regular.ttf"});
        f.serif_bold = first_of({made + "serif-bold.ttf", serif + "Bold.ttf"});
        f.serif_italic = first_of({made + "serif-italic.ttf", serif + "Italic.ttf"});
        return f;
    }();
    return files;
}

Headless::Headless(Draw draw, float width, float height, float scale)
    : draw_(std::move(draw)), width_(width), height_(height), scale_(scale) {
    shell_ = std::make_unique<ui::Shell>(host, *this, test_fonts(), glyphs);
    settle();
}

Headless::Headless(ui::Root& root, float width, float height, float scale)
    : width_(width), height_(height), scale_(scale) {
    shell_ = std::make_unique<ui::Shell>(host, root, test_fonts(), glyphs);
    settle();
}

void Headless::resize(float width, float height, float scale) {
    width_ = width;
    height_ = height;
    scale_ = scale;
    shell_->wake();
    settle();
}

void Headless::frame() {
    shell_->prepare(scale_);
    shell_->frame(width_, height_, scale_, host.time);
}

void Headless::step(int count) {
    for (int i = 0; i < count; ++i) {
        host.time += 1.0 / 60;
        frame();
    }
}

int Headless::settle(int most) {
    int drawn = 0;
    do {
        step();
        ++drawn;
        // A caret that blinks is no reason to go on.
    } while (drawn < most && shell_->wants_frame(host.time));
    return drawn;
}

int Headless::idle(double seconds) {
    const double end = host.time + seconds;
    int drawn = 0;
    while (host.time < end) {
        host.time += 1.0 / 60;
        if (shell_->wants_frame(host.time)) {
            frame();
            ++drawn;
        }
    }
    return drawn;
}

const app::SemanticNode* Headless::find(Role role, std::string_view name) const {
    for (const app::SemanticNode& node : tree()) {
        if (node.role == role && (name.empty() || node.name == name)) return &node;
    }
    return nullptr;
}

std::vector<app::SemanticNode> Headless::all(Role role) const {
    std::vector<app::SemanticNode> out;
    for (const app::SemanticNode& node : tree()) {
        if (node.role == role) out.push_back(node);
    }
    return out;
}

bool Headless::sees(std::string_view text) const {
    for (const app::SemanticNode& node : tree()) {
        if (node.name.find(text) != std::string::npos || node.value.find(text) != std::string::npos ||
            node.description.find(text) != std::string::npos) {
            return true;
        }
    }
    return false;
}

std::string Headless::outline() const {
    std::map<std::uint32_t, int> depth;
    std::string out;
    for (const app::SemanticNode& node : tree()) {
        const int level = node.parent != 0 && depth.contains(node.parent) ? depth[node.parent] + 1 : 0;
        depth[node.id] = level;
        out += std::string(static_cast<std::size_t>(level) * 2, ' ') + app::role_name(node.role) + " \"" + node.name + "\"";
        if (!node.value.empty()) out += " = " + node.value;
        if (node.checkable) out += node.checked ? " [x]" : " [ ]";
        if (node.selected) out += " selected";
        if (node.disabled) out += " disabled";
        out += "\n";
    }
    return out;
}

void Headless::click_at(float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(host.coarse ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(x, y);
    step();
    io.AddMouseButtonEvent(0, true);
    step();
    io.AddMouseButtonEvent(0, false);
    settle();
}

void Headless::click(Role role, std::string_view name) {
    const app::SemanticNode* node = find(role, name);
    ASSERT_NE(node, nullptr) << "no " << app::role_name(role) << " \"" << name << "\" in\n" << outline();
    const bool in_view = node->rect.y + node->rect.height / 2 > 0 && node->rect.y + node->rect.height / 2 < height_;
    if (!in_view) {
        shell_->focus(node->id);
        settle();
        node = find(role, name);
        ASSERT_NE(node, nullptr) << "lost while scrolling to it: " << name;
    }
    click_at(node->rect.x + node->rect.width / 2, node->rect.y + node->rect.height / 2);
}

void Headless::type(std::string_view field, std::string_view text) {
    click(Role::kTextbox, field);
    ASSERT_TRUE(shell_->text_input_active()) << field << " did not take the keyboard\n" << outline();
    key(ImGuiMod_Ctrl | ImGuiKey_A);
    shell_->text_edit(0, text);
    settle();
}

void Headless::key(int chord) {
    ImGuiIO& io = ImGui::GetIO();
    const auto mods = {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt};
    for (const ImGuiKey mod : mods) {
        if ((chord & mod) != 0) io.AddKeyEvent(mod, true);
    }
    const auto plain = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    io.AddKeyEvent(plain, true);
    step(2);
    io.AddKeyEvent(plain, false);
    for (const ImGuiKey mod : mods) {
        if ((chord & mod) != 0) io.AddKeyEvent(mod, false);
    }
    settle();
}

void Headless::set_value(Role role, std::string_view name, std::string_view value) {
    const app::SemanticNode* node = find(role, name);
    ASSERT_NE(node, nullptr) << "no " << app::role_name(role) << " \"" << name << "\" in\n" << outline();
    shell_->set_value(node->id, value);
    settle();
}

void Headless::activate(Role role, std::string_view name) {
    const app::SemanticNode* node = find(role, name);
    ASSERT_NE(node, nullptr) << "no " << app::role_name(role) << " \"" << name << "\" in\n" << outline();
    shell_->activate(node->id);
    settle();
}

void Headless::scroll(float wheel_lines) {
    ImGui::GetIO().AddMouseWheelEvent(0, -wheel_lines);
    settle();
}

bool Headless::save_png(const std::string& path) {
    return write_png(path, rasterise(*ImGui::GetDrawData(), scale_, glyphs));
}

}  // namespace thidua::testing
