#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "ui/commands.h"
#include "ui/edit_buffer.h"
#include "ui/headless.h"
#include "ui/icon.h"
#include "ui/shaders.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"
#include "ui/words.h"

namespace thidua::testing {
namespace {

TEST(Theme, TextHasContrastEverywhere) {
    EXPECT_NEAR(ui::contrast(ui::rgb(0x000000), ui::rgb(0xFFFFFF)), 21, 0.01);
    for (const ui::Theme* theme : {&ui::light_theme(), &ui::dark_theme()}) {
        ui::TextPair pairs[ui::kMaxTextPairs];
        for (const ui::TextPair& pair : ui::text_pairs(*theme, pairs)) {
            EXPECT_GE(ui::contrast(pair.text, pair.ground), 4.5) << (theme->dark ? "dark: " : "light: ") << pair.what;
        }
        EXPECT_GE(ui::contrast(theme->control_line, theme->surface), 3.0) << "edges of controls (WCAG 1.4.11)";
        EXPECT_GE(ui::contrast(theme->focus, theme->surface), 3.0);
        EXPECT_GE(ui::contrast(theme->focus, theme->ground), 3.0);
    }
}

TEST(Type, LinesAreHighEnough) {
    for (int i = 0; i < ui::kTextStyles; ++i) {
        const ui::TypeSize size = ui::type_size(static_cast<ui::TextStyle>(i));
        EXPECT_GE(size.line, size.em * 1.4F);
    }
}

class FontScale : public ::testing::TestWithParam<float> {};

TEST_P(FontScale, VietnameseLettersStayInsideTheLineAndAreSharp) {
    Headless app([](ui::Ui& ui) { ui::text(ui, "Ễ Ộ ẵ"); }, 400, 300, GetParam());
    const ImGuiIO& io = ImGui::GetIO();
    EXPECT_FLOAT_EQ(io.FontGlobalScale * GetParam(), 1);
    for (int i = 0; i < ui::kTextStyles; ++i) {
        const auto style = static_cast<ui::TextStyle>(i);
        const ImFont* font = app.ui().font(style);
        EXPECT_FLOAT_EQ(font->FontSize, ui::type_size(style).line * GetParam());
        for (const ImWchar c : std::u16string(u"ẾỀỂỄỆỐỒỔỖỘẤẦẨẪẬẮẰẲẴẶỨỪỬỮỰĐđẵộỹgjpqy,|Ỹ")) {
            const ImFontGlyph* glyph = font->FindGlyphNoFallback(c);
            ASSERT_NE(glyph, nullptr) << "U+" << std::hex << c;
            EXPECT_GE(glyph->Y0, -0.5F) << "style " << i << " U+" << std::hex << c;
            EXPECT_LE(glyph->Y1, font->FontSize + 0.5F) << "style " << i << " U+" << std::hex << c;
            EXPECT_NEAR((glyph->Y1 - glyph->Y0), (glyph->V1 - glyph->V0) * static_cast<float>(io.Fonts->TexHeight), 0.01)
                << "one texel is one device pixel";
        }
    }
}
TEST_P(FontScale, TextStandsOnDevicePixels) {
    Headless app([](ui::Ui& ui) {
        for (int i = 0; i < 7; ++i) {
            ui::gap(13);
            ui::text(ui, "Ễ Ộ ẵ", static_cast<ui::TextStyle>(i));
        }
    }, 400, 400, GetParam());
    const ImDrawData& data = *ImGui::GetDrawData();
    const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    int letters = 0;
    for (int n = 0; n < data.CmdListsCount; ++n) {
        for (const ImDrawVert& vertex : data.CmdLists[n]->VtxBuffer) {
            if (vertex.uv.x == white.x && vertex.uv.y == white.y) continue;
            const float y = vertex.pos.y * GetParam();
            EXPECT_NEAR(y, std::round(y), 0.02) << "blurs";
            ++letters;
        }
    }
    EXPECT_GE(letters, 7 * 3 * 4);
}

INSTANTIATE_TEST_SUITE_P(Scales, FontScale, ::testing::Values(1.0F, 1.5F, 2.0F, 3.0F));

TEST(Fonts, HoldAllVietnameseLetters) {
    Headless app([](ui::Ui& ui) { ui::text(ui, "a"); });
    for (int code = 0x1EA0; code <= 0x1EF9; ++code) {
        EXPECT_NE(app.ui().font(ui::TextStyle::kBody)->FindGlyphNoFallback(static_cast<ImWchar>(code)), nullptr) << code;
        EXPECT_NE(app.ui().font(ui::TextStyle::kBodyStrong)->FindGlyphNoFallback(static_cast<ImWchar>(code)), nullptr) << code;
    }
}

TEST(Fonts, AreRebuiltOnlyWhenTheScaleChanges) {
    Headless app([](ui::Ui& ui) { ui::text(ui, "a"); });
    EXPECT_FALSE(app.shell().prepare(1));
    EXPECT_TRUE(app.shell().prepare(2));
    EXPECT_FALSE(app.shell().prepare(2));
    app.resize(400, 300, 2);
}

TEST(Icons, NamesAreUniqueAndDrawn) {
    std::set<std::string_view> names;
    for (const ui::Icon& icon : ui::icons()) {
        EXPECT_TRUE(names.insert(icon.name).second) << icon.name;
        EXPECT_EQ(icon.glyph.size(), 3U) << icon.name;
    }
    EXPECT_TRUE(ui::is_icon("question"));
    EXPECT_GT(names.size(), 100U);
}

TEST(Shaders, AreCompiledIn) {
    EXPECT_NE(ui::kPageTextVertexShader.find("ProjMtx"), std::string_view::npos);
    EXPECT_NE(ui::kPageTextFragmentShader.find("fwidth"), std::string_view::npos);
    EXPECT_EQ(ui::kPageTextVertexShader.find("\n#version"), std::string_view::npos) << "the platform's line";
}

TEST(Words, NoneIsMissingInEitherLanguage) {
    std::set<std::string_view> keys;
    for (int i = 0; i < static_cast<int>(ui::Word::kCount); ++i) {
        const auto word = static_cast<ui::Word>(i);
        const std::string_view vi = ui::word_text(word, ui::Language::kVietnamese);
        const std::string_view en = ui::word_text(word, ui::Language::kEnglish);
        EXPECT_FALSE(vi.empty()) << ui::word_key(word);
        EXPECT_FALSE(en.empty()) << ui::word_key(word);
        EXPECT_TRUE(keys.insert(ui::word_key(word)).second) << ui::word_key(word);
        for (char n = '0'; n <= '9'; ++n) {
            const std::string place = std::string("{") + n + "}";
            EXPECT_EQ(vi.find(place) != std::string_view::npos, en.find(place) != std::string_view::npos)
                << ui::word_key(word) << " " << place;
        }
    }
    EXPECT_EQ(ui::fill_in("{0} của {1}, {0} {2}", {"a", "b"}), "a của b, a {2}");
}

TEST(Commands, OneCallGivesPaletteShortcutAndButton) {
    int ran = 0;
    bool possible = true;
    Headless app([&](ui::Ui& ui) {
        if (ui.commands.find("plan:new") == nullptr) {
            ui.commands.add({.id = "plan:new", .vi = "Kế hoạch mới", .en = "New plan", .icon = "add",
                             .shortcut = ImGuiMod_Alt | ImGuiKey_N, .enabled = [&] { return possible; }, .act = [&] { ++ran; },
                             .keywords = "scan", .in_palette = true});
        }
        ui::command_button(ui, "plan:new");
    });
    app.click(Role::kButton, "Kế hoạch mới");
    EXPECT_EQ(ran, 1);
    EXPECT_TRUE(app.shell().takes_shortcut(ImGuiMod_Alt | ImGuiKey_N));
    app.key(ImGuiMod_Alt | ImGuiKey_N);
    EXPECT_EQ(ran, 2);

    app.key(ImGuiMod_Ctrl | ImGuiKey_K);
    ASSERT_TRUE(app.has(Role::kDialog, "Bảng lệnh")) << app.outline();
    ASSERT_TRUE(app.shell().text_input_active()) << "one can type at once";
    app.shell().text_edit(0, "moi ke hoach");
    app.settle();
    ASSERT_TRUE(app.has(Role::kOption, "Kế hoạch mới")) << app.outline();
    app.key(ImGuiKey_Enter);
    EXPECT_EQ(ran, 3);
    EXPECT_FALSE(app.has(Role::kDialog));

    possible = false;
    EXPECT_FALSE(app.shell().takes_shortcut(ImGuiMod_Alt | ImGuiKey_N));
    app.key(ImGuiMod_Alt | ImGuiKey_N);
    EXPECT_EQ(ran, 3);
    EXPECT_TRUE(app.find(Role::kButton, "Kế hoạch mới")->disabled);
}

TEST(Commands, PaletteClosesOnEscapeAndTellsWhenNothingFits) {
    Headless app([](ui::Ui& ui) { ui::text(ui, "Trang"); });
    app.key(ImGuiMod_Ctrl | ImGuiKey_K);
    app.shell().text_edit(0, "xyzzy");
    app.settle();
    EXPECT_TRUE(app.sees("Không tìm thấy “xyzzy”"));
    app.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/palette-empty.png");
    app.key(ImGuiKey_Escape);
    EXPECT_FALSE(app.has(Role::kDialog)) << app.outline();
    app.key(ImGuiMod_Ctrl | ImGuiKey_K);
    app.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/palette.png");
    EXPECT_FALSE(app.sees("xyzzy")) << "opens empty again";
}

TEST(Commands, SearchIgnoresAccentsAndOrdersByFit) {
    ui::Commands commands;
    for (const char* words : {"Nhập danh sách người", "Danh hiệu", "Mở danh mục"}) {
        commands.add({.id = words, .vi = words, .en = "x", .icon = {}, .shortcut = 0, .enabled = {}, .act = {}, .keywords = {}});
    }
    const auto found = commands.search("danh", ui::Language::kVietnamese);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0]->vi, "Danh hiệu");
    EXPECT_EQ(commands.search("nguoi nhap", ui::Language::kVietnamese).size(), 1U);
    EXPECT_TRUE(commands.search("zz", ui::Language::kVietnamese).empty());
}

TEST(Commands, NeverTakeWhatBelongsToTheBrowser) {
    for (const int chord : {int{ImGuiKey_F5}, ImGuiMod_Ctrl | ImGuiKey_R, ImGuiMod_Ctrl | ImGuiKey_T, ImGuiMod_Ctrl | ImGuiKey_W,
                            ImGuiMod_Ctrl | ImGuiKey_L, ImGuiMod_Ctrl | ImGuiKey_F, ImGuiMod_Ctrl | ImGuiKey_P,
                            ImGuiMod_Ctrl | ImGuiKey_0, ImGuiMod_Ctrl | ImGuiKey_Minus, ImGuiMod_Ctrl | ImGuiKey_Equal,
                            ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_I, ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_C,
                            ImGuiMod_Ctrl | ImGuiKey_C, ImGuiMod_Ctrl | ImGuiKey_V, ImGuiMod_Ctrl | ImGuiKey_X,
                            ImGuiMod_Alt | ImGuiKey_LeftArrow}) {
        ui::Commands commands;
        commands.add({.id = "a:b", .vi = "a", .en = "a", .icon = {}, .shortcut = chord, .enabled = {}, .act = [] {}, .keywords = {}});
        EXPECT_EQ(commands.find("a:b")->shortcut, 0) << ui::chord_text(chord);
        EXPECT_EQ(commands.refused().size(), 1U);
    }
    EXPECT_FALSE(ui::belongs_to_browser(ImGuiMod_Ctrl | ImGuiKey_K));
    EXPECT_FALSE(ui::belongs_to_browser(ImGuiMod_Ctrl | ImGuiKey_S));
    EXPECT_EQ(ui::chord_text(ImGuiMod_Ctrl | ImGuiKey_K), "Ctrl+K");
}

TEST(Frames, NoneAreWantedWhenNothingHappens) {
    std::string value;
    Headless app([&](ui::Ui& ui) {
        ui::heading(ui, "Kế hoạch");
        ui::text_field(ui, "Tên", value);
        ui::button(ui, "Lưu");
    });
    EXPECT_EQ(app.idle(3), 0);
    ImGui::GetIO().AddMousePosEvent(20, 20);
    const int drawn = app.idle(3);
    EXPECT_GE(drawn, 3) << "three settling frames";
    EXPECT_LE(drawn, 16) << "and the glide of a hover";
    EXPECT_EQ(app.idle(3), 0);
}

TEST(Frames, ACaretBlinksAndNothingElse) {
    std::string value;
    Headless app([&](ui::Ui& ui) {
        ui::text_field(ui, "Tên", value);
        ui::text_area(ui, "Ghi chú", value);
    });
    app.click(Role::kTextbox, "Tên");
    app.idle(1);
    int drawn = app.idle(12);
    EXPECT_GE(drawn, 15);
    EXPECT_LE(drawn, 24) << "two frames every 1.2 seconds";
    app.click(Role::kTextbox, "Ghi chú");
    app.idle(1);
    drawn = app.idle(12);
    EXPECT_GE(drawn, 15);
    EXPECT_LE(drawn, 24);
}

TEST(Frames, WakeAndTimersAskForFrames) {
    double due = -1;
    Headless app([&](ui::Ui& ui) {
        ui::text(ui, "a");
        if (due > ui.now) ui.frame_at(due);
    });
    app.shell().wake();
    EXPECT_TRUE(app.shell().wants_frame(app.host.time));
    EXPECT_EQ(app.idle(1), 3);
    due = app.host.time + 2;
    app.step();
    EXPECT_NEAR(app.shell().next_frame_at(), due, 0.001);
    EXPECT_GE(app.idle(3), 1);
    EXPECT_EQ(app.idle(3), 0);
}

TEST(Semantics, RevisionGrowsOnlyWithChanges) {
    std::string word = "Một";
    Headless app([&](ui::Ui& ui) { ui::text(ui, word); });
    const std::uint64_t before = app.shell().semantics_revision();
    app.step(5);
    EXPECT_EQ(app.shell().semantics_revision(), before);
    word = "Hai";
    app.step();
    EXPECT_EQ(app.shell().semantics_revision(), before + 1);
}

TEST(Semantics, PlainImGuiItemsAreCaughtByTheHooks) {
    bool on = false;
    int pressed = 0;
    Headless app([&](ui::Ui& ui) {
        ui::heading(ui, "Tiêu đề", 2);
        pressed += ImGui::Button("Lưu###save") ? 1 : 0;
        ImGui::Checkbox("Chọn##1", &on);
    });
    ASSERT_TRUE(app.has(Role::kButton, "Lưu")) << app.outline();
    EXPECT_EQ(app.find(Role::kHeading, "Tiêu đề")->level, 2);
    app.activate(Role::kButton, "Lưu");
    EXPECT_EQ(pressed, 1);
    app.click(Role::kCheckbox, "Chọn");
    EXPECT_TRUE(on);
    EXPECT_TRUE(app.find(Role::kCheckbox, "Chọn")->checked);
}

TEST(Semantics, IdsAreStableAndUnique) {
    Headless app([](ui::Ui& ui) {
        ui::text(ui, "giống nhau");
        ui::text(ui, "giống nhau");
        ui::button(ui, "Sửa##1");
        ui::button(ui, "Sửa##2");
    });
    std::set<std::uint32_t> ids;
    for (const app::SemanticNode& node : app.tree()) EXPECT_TRUE(ids.insert(node.id).second) << app.outline();
    EXPECT_EQ(ids.size(), 4U);
    app.step(3);
    for (const app::SemanticNode& node : app.tree()) EXPECT_TRUE(ids.contains(node.id));
}

TEST(Shell, LanguageAndThemeAreKept) {
    Headless app([](ui::Ui& ui) { ui::text(ui, ui.say(ui::Word::kSave)); });
    EXPECT_EQ(app.shell().language(), "vi");
    EXPECT_TRUE(app.sees("Lưu"));
    app.ui().commands.run("language:switch");
    app.step(2);
    EXPECT_TRUE(app.sees("Save"));
    EXPECT_EQ(app.host.settings["language"], "en");
    EXPECT_FALSE(app.shell().dark());
    app.ui().commands.run("theme:switch");
    EXPECT_TRUE(app.shell().dark());
}

TEST(Shell, FilesAndAddressesReachTheRootInTheNextFrame) {
    Headless app([](ui::Ui& ui) { ui::text(ui, "a"); });
    app.shell().drop_file({"ke-hoach.txt", "UBND"});
    app.shell().fragment_changed("/ke-hoach/3");
    EXPECT_TRUE(app.shell().wants_frame(app.host.time));
    EXPECT_TRUE(app.dropped.empty());
    app.step();
    ASSERT_EQ(app.dropped.size(), 1U);
    EXPECT_EQ(app.dropped[0].name, "ke-hoach.txt");
    EXPECT_EQ(app.fragment, "/ke-hoach/3");
}

TEST(Initials, AreTheLastTwoWordsOfAName) {
    EXPECT_EQ(ui::initials("Nguyễn Thị Hồng Ánh"), "HÁ");
    EXPECT_EQ(ui::initials("đào"), "Đ");
    EXPECT_EQ(ui::initials(""), "");
}

TEST(EditBuffer, MovesByLettersAndWords) {
    std::string text = "Kế hoạch năm";
    ui::EditBuffer b(text);
    b.move_to(0, false);
    EXPECT_EQ(b.next(0), 1U);
    EXPECT_EQ(b.next(1), 4U) << "ế is three bytes";
    EXPECT_EQ(b.previous(4), 1U);
    EXPECT_EQ(text.substr(b.next_word(0)), "hoạch năm");
    EXPECT_EQ(b.previous_word(text.size()), text.find("năm"));
    b.select_word_at(text.find("ạ"));
    EXPECT_EQ(b.selection(), "hoạch");
}

TEST(EditBuffer, UndoesTypingWithinASecondAtOnce) {
    std::string text;
    ui::EditBuffer b(text);
    b.insert("a", 10);
    b.insert("b", 10.2);
    b.insert("c", 15);
    EXPECT_EQ(text, "abc");
    EXPECT_TRUE(b.undo());
    EXPECT_EQ(text, "ab");
    EXPECT_TRUE(b.undo());
    EXPECT_EQ(text, "");
    EXPECT_FALSE(b.undo());
    EXPECT_TRUE(b.redo());
    EXPECT_TRUE(b.redo());
    EXPECT_EQ(text, "abc");
    std::string other = "ê";
    b.attach(other);
    EXPECT_EQ(b.caret(), other.size()) << "put back inside another text";
}

}  // namespace
}  // namespace thidua::testing
