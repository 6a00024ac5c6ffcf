// Telex, VNI and VIQR in the fields: what single keys come to, what Backspace takes back, who steps back for whom.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "headless.h"
#include "ui/key_typing.h"
#include "ui/widgets/field.h"

namespace thidua::testing {
namespace {

using ui::KeyTyping;
using ui::TypingMode;

/// A text with the caret at its end.
struct Line {
    KeyTyping typing;
    std::string text;

    explicit Line(TypingMode mode) { typing.set_mode(mode); }
    void change(const KeyTyping::Replacement& change) {
        for (int i = 0; i < change.erase; ++i) {
            while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
            if (!text.empty()) text.pop_back();
        }
        text += change.insert;
    }
    Line& keys(std::string_view keys) {
        for (const char key : keys) change(typing.press(text, {&key, 1}));
        return *this;
    }
    Line& backspace() {
        change(typing.take_back(text).value_or(KeyTyping::Replacement{1, {}}));
        return *this;
    }
};

TEST(KeyTyping, WritesByEachMethod) {
    EXPECT_EQ(Line(TypingMode::kTelex).keys("Vieetj Nam thi ddua yeeu nuwowcs").text, "Việt Nam thi đua yêu nước");
    EXPECT_EQ(Line(TypingMode::kVni).keys("Vie65t Nam d9o65ng 2024").text, "Việt Nam động 2024");
    EXPECT_EQ(Line(TypingMode::kViqr).keys("Vie^.t Nam").text, "Việt Nam");
    EXPECT_EQ(Line(TypingMode::kTelex).keys("windows").text, "windows");
    EXPECT_EQ(Line(TypingMode::kOff).keys("Vieetj").text, "Vieetj");
}

TEST(KeyTyping, ManyKeysAtOnceAreAsGoodAsOneByOne) {
    KeyTyping typing;
    typing.set_mode(TypingMode::kTelex);
    const KeyTyping::Replacement change = typing.press("Chào ", "Vieetj Nam");
    EXPECT_EQ(change.erase, 0);
    EXPECT_EQ(change.insert, "Việt Nam");
}

TEST(KeyTyping, BackspaceBehindAMarkTakesTheMarkBack) {
    Line line(TypingMode::kTelex);
    EXPECT_EQ(line.keys("Vieetj").text, "Việt");
    EXPECT_EQ(line.backspace().text, "Viêt");
    EXPECT_EQ(line.backspace().text, "Viê");  // then letters go one by one
    EXPECT_EQ(line.backspace().text, "Vi");
    EXPECT_EQ(line.keys("eejt").text, "Việt");
    EXPECT_EQ(line.backspace().text, "Việ");
}

TEST(KeyTyping, MarksAWordThatWasThereAlready) {
    Line line(TypingMode::kTelex);
    line.text = "thi đua yêu nuoc";
    EXPECT_EQ(line.keys("wws").text, "thi đua yêu nuocws");  // w twice undoes itself
    line.text = "thi đua yêu nươc";
    EXPECT_EQ(line.keys("s").text, "thi đua yêu nước");
    line.text = "Zoom";  // keys would never have come out as that: left alone
    EXPECT_EQ(line.keys("s").text, "Zooms");
}

TEST(KeyTyping, StepsBackForTheSystemsOwnMethod) {
    Line line(TypingMode::kTelex);
    line.keys("vie");
    line.backspace();
    line.change(line.typing.press(line.text, "ê"));  // as UniKey writes
    EXPECT_EQ(line.text, "viê");
    EXPECT_EQ(line.typing.mode(), TypingMode::kOff);
    EXPECT_TRUE(line.typing.take_yielded());
    EXPECT_FALSE(line.typing.take_yielded());
    EXPECT_EQ(line.keys("tj").text, "viêtj");

    KeyTyping other;
    other.set_mode(TypingMode::kVni);
    other.composed("ok");
    EXPECT_EQ(other.mode(), TypingMode::kVni);
    other.composed("việt");
    EXPECT_EQ(other.mode(), TypingMode::kOff);
}

TEST(TypingInFields, OneLineAndSeveral) {
    std::string line, area;
    Headless app([&](ui::Ui& ui) {
        ui::text_field(ui, "Họ và tên", line);
        ui::text_area(ui, "Minh chứng", area, 3);
    });
    app.ui().set_typing(TypingMode::kTelex);
    const auto type = [&](std::string_view keys) {
        for (const char key : keys) {
            app.shell().type({&key, 1});
            app.settle();
        }
    };
    app.click(Role::kTextbox, "Họ và tên");
    type("Nguyeenx Thij Hoongf AAnh");
    EXPECT_EQ(line, "Nguyễn Thị Hồng Ânh");
    app.key(ImGuiKey_Home);
    type("DDo");
    EXPECT_EQ(line, "ĐoNguyễn Thị Hồng Ânh");
    app.click(Role::kTextbox, "Minh chứng");
    type("Ddax phoor bieens");
    EXPECT_EQ(area, "Đã phổ biến");
    EXPECT_TRUE(app.shell().type_backspace());
    app.settle();
    EXPECT_EQ(area, "Đã phổ biên");
    app.key(ImGuiMod_Ctrl | ImGuiKey_A);
    EXPECT_TRUE(app.shell().type_backspace());
    app.settle();
    EXPECT_EQ(area, "");
}

TEST(TypingInFields, IsASwitchThatIsRememberedAndOffAtFirst) {
    std::string line;
    Headless app([&](ui::Ui& ui) { ui::text_field(ui, "Tên", line); });
    EXPECT_EQ(app.ui().typing(), TypingMode::kOff);
    app.key(ImGuiMod_Alt | ImGuiKey_Z);
    EXPECT_EQ(app.ui().typing(), TypingMode::kTelex);
    app.ui().set_typing(TypingMode::kVni);
    EXPECT_EQ(app.host.settings["typing"], "vni");
    app.key(ImGuiMod_Alt | ImGuiKey_Z);
    EXPECT_EQ(app.host.settings["typing"], "off");
    app.click(Role::kTextbox, "Tên");
    EXPECT_FALSE(app.shell().type_backspace());  // off: the key goes its ordinary way
    app.key(ImGuiMod_Alt | ImGuiKey_Z);          // also while a field has the keyboard; the method used last
    EXPECT_EQ(app.ui().typing(), TypingMode::kVni);
    // What a system's input method writes turns it off, in words.
    app.shell().type("ế");
    app.settle();
    EXPECT_EQ(line, "ế");
    EXPECT_EQ(app.host.settings["typing"], "off");
    EXPECT_TRUE(app.sees("bộ gõ tiếng Việt riêng")) << app.outline();
}

}  // namespace
}  // namespace thidua::testing
