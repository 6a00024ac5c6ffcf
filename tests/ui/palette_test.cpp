// What the palette finds below its commands: grouped, marked, gone to by Enter or a press; on a wide screen and a
// phone.

#include <gtest/gtest.h>

#include <filesystem>

#include "app/demo.h"
#include "app/find.h"
#include "headless.h"
#include "text/letters.h"
#include "ui/widgets/text.h"

using namespace thidua;
using thidua::testing::Headless;
using thidua::testing::Role;

namespace {

struct Page {
    app::FindIndex index{app::demo_office()};
    app::Route gone{app::Place::kHome, 0, ""};
    int commands_run = 0;

    void operator()(ui::Ui& ui) {
        ui.find = [this](std::string_view query) { return index.find(query, 4); };
        ui.follow = [this](const app::Route& route) { gone = route; };
        if (!ui.commands.find("go:people")) {
            ui.commands.add({.id = "go:people",
                             .vi = "Đến Con người",
                             .en = "Go to People",
                             .icon = "group",
                             .shortcut = 0,
                             .enabled = {},
                             .act = [this] { ++commands_run; },
                             .keywords = {}});
        }
        ui::heading(ui, "Tổng quan");
    }
};

void type(Headless& app, const char* query) {
    app.key(ImGuiMod_Ctrl | ImGuiKey_K);
    app.shell().text_edit(0, query);
    app.settle();
}

void shot(Headless& app, const std::string& name) {
    const auto folder = std::filesystem::path(THIDUA_BINARY_DIR) / "shots";
    std::filesystem::create_directories(folder);
    EXPECT_TRUE(app.save_png((folder / (name + ".png")).string()));
}

}  // namespace

TEST(Palette, FindsPeopleWithoutMarksAndEnterGoesThere) {
    Page page;
    const office::YearBook book = app::demo_office();
    ASSERT_FALSE(book.people.empty());
    const office::Person& person = book.people.front();
    Headless app([&](ui::Ui& ui) { page(ui); });
    type(app, text::fold(person.full_name).c_str());
    ASSERT_TRUE(app.has(Role::kOption, person.full_name)) << app.outline();
    EXPECT_TRUE(app.has(Role::kHeading, "Con người"));
    shot(app, "palette-person");
    app.key(ImGuiKey_Enter);
    EXPECT_EQ(page.gone, (app::Route{app::Place::kPerson, person.id.value, ""}));
    EXPECT_FALSE(app.has(Role::kDialog));
}

TEST(Palette, CommandsStandAboveWhatIsFoundAndArrowsGoThroughBoth) {
    Page page;
    Headless app([&](ui::Ui& ui) { page(ui); });
    type(app, "con nguoi");
    ASSERT_TRUE(app.has(Role::kOption, "Đến Con người")) << app.outline();
    app.key(ImGuiKey_Enter);
    EXPECT_EQ(page.commands_run, 1);
    type(app, "thi dua");
    shot(app, "palette-thi-dua");
    std::vector<std::string> options;
    for (const app::SemanticNode& node : app.all(Role::kOption)) options.push_back(std::string(node.name));
    ASSERT_GE(options.size(), 3U) << app.outline();
    app.key(ImGuiKey_DownArrow);
    app.key(ImGuiKey_DownArrow);
    const auto all = app.all(Role::kOption);
    EXPECT_TRUE(all[2].selected);
    app.key(ImGuiKey_Enter);
    EXPECT_NE(page.gone.place, app::Place::kHome);
}

TEST(Palette, OnAPhoneOnlyWhatFitsIsShown) {
    Page page;
    Headless app([&](ui::Ui& ui) { page(ui); }, 390, 844, 2);
    app.host.coarse = true;
    type(app, "thi dua");
    const auto options = app.all(Role::kOption);
    ASSERT_GE(options.size(), 4U);
    for (const app::SemanticNode& node : options) EXPECT_LE(node.rect.y + node.rect.height, 844) << node.name;
    shot(app, "palette-phone");
    const auto first = options.front();
    app.click(Role::kOption, std::string(first.name));
    EXPECT_FALSE(app.has(Role::kDialog));
    EXPECT_NE(page.gone.place, app::Place::kHome);
}

TEST(Palette, ClosesByEscapeAndOpensEmpty) {
    Page page;
    Headless app([&](ui::Ui& ui) { page(ui); });
    type(app, "xyzzy");
    EXPECT_TRUE(app.sees("Không tìm thấy “xyzzy”"));
    app.key(ImGuiKey_Escape);
    EXPECT_FALSE(app.has(Role::kDialog));
    app.key(ImGuiMod_Ctrl | ImGuiKey_K);
    EXPECT_FALSE(app.sees("xyzzy"));
    EXPECT_TRUE(app.has(Role::kOption, "Đến Con người")) << "commands only";
    for (const app::SemanticNode& node : app.all(Role::kOption)) EXPECT_TRUE(node.description.empty()) << node.name;
}
