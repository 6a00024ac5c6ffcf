#include "ui/gallery.h"

#include <gtest/gtest.h>

#include "ui/headless.h"

namespace thidua::testing {
namespace {

std::string shot(const char* name) { return std::string(THIDUA_BINARY_DIR) + "/shots/" + name + ".png"; }

struct Look {
    const char* name;
    float width, height, scale;
    bool dark, coarse;
};

class GalleryLooks : public ::testing::TestWithParam<Look> {};

/// Pictures for people; what they must show is asked of the semantic tree.
TEST_P(GalleryLooks, DrawsEverything) {
    const Look look = GetParam();
    Gallery gallery;
    Headless app([&](ui::Ui& ui) { gallery.draw(ui); }, look.width, look.height, look.scale);
    app.host.coarse = look.coarse;
    app.ui().set_dark(look.dark);
    app.settle();
    EXPECT_TRUE(app.save_png(shot(look.name)));
    for (const app::SemanticNode& node : app.tree()) {
        if (node.role == Role::kRow || node.role == Role::kRegion) continue;
        EXPECT_FALSE(node.name.empty()) << app::role_name(node.role) << " without a name\n" << app.outline();
    }
    EXPECT_TRUE(app.has(Role::kTable, "Đăng ký thi đua"));
    ImGui::GetIO().AddMousePosEvent(look.width / 2, look.height / 2);
    app.settle();
    app.scroll(200);
    EXPECT_TRUE(app.save_png(shot((std::string(look.name) + "-end").c_str())));
}

INSTANTIATE_TEST_SUITE_P(All, GalleryLooks,
                         ::testing::Values(Look{"light", 1280, 800, 1, false, false}, Look{"dark", 1280, 800, 1, true, false},
                                           Look{"light-2x", 1280, 800, 2, false, false},
                                           Look{"phone", 390, 844, 3, false, true}, Look{"phone-dark", 390, 844, 2, true, true}),
                         [](const auto& info) {
                             std::string name = info.param.name;
                             for (char& c : name) c = c == '-' ? '_' : c;
                             return name;
                         });

}  // namespace
}  // namespace thidua::testing
