#include <gtest/gtest.h>

#include "platform/browser_keys.h"
#include "platform/mirror_json.h"

using namespace thidua;
using platform::browser_key;
using platform::json_string;
using platform::mirror_json;

TEST(BrowserKeys, LetterOfTheLayoutCounts) {
    EXPECT_EQ(browser_key("k", "KeyK"), ImGuiKey_K);
    EXPECT_EQ(browser_key("K", "KeyK"), ImGuiKey_K);
    EXPECT_EQ(browser_key("a", "KeyQ"), ImGuiKey_A) << "a French keyboard";
    EXPECT_EQ(browser_key("7", "Digit7"), ImGuiKey_7);
}

TEST(BrowserKeys, PlaceCountsWhereTheLayoutGivesNoAsciiLetter) {
    EXPECT_EQ(browser_key("л", "KeyK"), ImGuiKey_K);
    EXPECT_EQ(browser_key("Dead", "KeyE"), ImGuiKey_E);
    EXPECT_EQ(browser_key("ă", "Digit1"), ImGuiKey_1) << "the Vietnamese layout writes ă there";
}

TEST(BrowserKeys, NamedAndFunctionKeys) {
    EXPECT_EQ(browser_key("ArrowLeft", "ArrowLeft"), ImGuiKey_LeftArrow);
    EXPECT_EQ(browser_key("Enter", "NumpadEnter"), ImGuiKey_Enter);
    EXPECT_EQ(browser_key("F1", "F1"), ImGuiKey_F1);
    EXPECT_EQ(browser_key("F12", "F12"), ImGuiKey_F12);
    EXPECT_EQ(browser_key("F13", "F13"), ImGuiKey_None);
    EXPECT_EQ(browser_key("AudioVolumeUp", ""), ImGuiKey_None);
    EXPECT_EQ(browser_key("", ""), ImGuiKey_None);
}

TEST(MirrorJson, EscapesWhatJsonForbids) {
    EXPECT_EQ(json_string("a\"b\\c\n\t"), "\"a\\\"b\\\\c\\u000a\\u0009\"");
    EXPECT_EQ(json_string("Thi đua"), "\"Thi đua\"");
}

TEST(MirrorJson, BrokenTextStaysValid) { EXPECT_EQ(json_string("a\xff"), "\"a\uFFFD\""); }

TEST(MirrorJson, LeavesOutWhatIsUsual) {
    app::SemanticNode button;
    button.id = 7;
    button.role = app::Role::kButton;
    button.name = "Lưu";
    button.rect = {10.4F, 20.6F, 80, 32};
    EXPECT_EQ(mirror_json({button}), R"([{"id":7,"role":"button","rect":[10,21,80,32],"name":"Lưu"}])");
}

TEST(MirrorJson, CarriesStatesThatExist) {
    app::SemanticNode box;
    box.id = 4294967295U;
    box.parent = 3;
    box.role = app::Role::kCheckbox;
    box.checkable = true;
    box.expandable = box.expanded = true;
    box.disabled = true;
    EXPECT_EQ(mirror_json({box}),
              R"([{"id":4294967295,"parent":3,"role":"checkbox","rect":[0,0,0,0],"disabled":true,"checked":false,"expanded":true}])");
}

TEST(Mirror, TellsTheNumberOfRowsAndWhichOneARowIs) {
    app::SemanticNode table;
    table.id = 1;
    table.role = app::Role::kTable;
    table.count = 5001;
    app::SemanticNode row;
    row.id = 2;
    row.parent = 1;
    row.role = app::Role::kRow;
    row.count = 40;
    EXPECT_EQ(mirror_json({table, row}), R"([{"id":1,"role":"table","rect":[0,0,0,0],"count":5001},)"
                                         R"({"id":2,"parent":1,"role":"row","rect":[0,0,0,0],"count":40}])");
}

TEST(MirrorJson, EmptyTree) { EXPECT_EQ(mirror_json({}), "[]"); }
