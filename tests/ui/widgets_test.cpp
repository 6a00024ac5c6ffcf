#include <gtest/gtest.h>

#include <array>
#include <string>

#include "ui/gallery.h"
#include "ui/headless.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/table.h"
#include "ui/widgets/text.h"

namespace thidua::testing {
namespace {

TEST(Button, IsPressedByPointerKeyboardAndScreenReader) {
    int pressed = 0;
    Headless app([&](ui::Ui& ui) { pressed += ui::button(ui, "Lưu") ? 1 : 0; });
    app.click(Role::kButton, "Lưu");
    EXPECT_EQ(pressed, 1);
    app.activate(Role::kButton, "Lưu");
    EXPECT_EQ(pressed, 2);
    app.key(ImGuiKey_Tab);
    EXPECT_TRUE(app.find(Role::kButton, "Lưu")->focused);
    app.key(ImGuiKey_Space);
    EXPECT_EQ(pressed, 3);
    app.key(ImGuiKey_Enter);
    EXPECT_EQ(pressed, 4);
}

TEST(Line, WordsAndChipsStandInTheMiddleOfALineOfButtons) {
    Headless app([](ui::Ui& ui) {
        ui::button(ui, "Chấp nhận");
        ui::same_line();
        ui::chip(ui, "34 chữ");
        ui::same_line();
        ui::inline_text(ui, "còn ngờ");
    });
    const auto middle = [&](Role role, const char* name) {
        const app::Rect r = app.find(role, name)->rect;
        return r.y + r.height / 2;
    };
    EXPECT_NEAR(middle(Role::kText, "34 chữ"), middle(Role::kButton, "Chấp nhận"), 1);
    EXPECT_NEAR(middle(Role::kText, "còn ngờ"), middle(Role::kButton, "Chấp nhận"), 1);
}

TEST(Button, DisabledDoesNothing) {
    int pressed = 0;
    Headless app([&](ui::Ui& ui) { pressed += ui::button(ui, "Gửi", {.enabled = false}) ? 1 : 0; });
    EXPECT_TRUE(app.find(Role::kButton, "Gửi")->disabled);
    app.click(Role::kButton, "Gửi");
    app.activate(Role::kButton, "Gửi");
    EXPECT_EQ(pressed, 0);
}

TEST(Button, WhatItStandsInIsScrolledByPixels) {
    Headless app([&](ui::Ui& ui) {
        ImGui::BeginChild("column", {400, 300});
        for (int i = 0; i < 40; ++i) ui::button(ui, "Nút " + std::to_string(i));
        ImGui::EndChild();
    });
    const app::SemanticNode before = *app.find(Role::kButton, "Nút 3");
    app.shell().scroll(before.id, 0, 137);
    app.settle();
    EXPECT_FLOAT_EQ(app.find(Role::kButton, "Nút 3")->rect.y, before.rect.y - 137);
    app.shell().scroll(before.id, 0, -37);
    app.settle();
    EXPECT_FLOAT_EQ(app.find(Role::kButton, "Nút 3")->rect.y, before.rect.y - 100);
    app.shell().scroll(before.id, 0, -1000);  // no further than there is
    app.settle();
    EXPECT_FLOAT_EQ(app.find(Role::kButton, "Nút 3")->rect.y, before.rect.y);
}

TEST(Button, ScrolledOutOfViewIsStillOperated) {
    int pressed = 0;
    Headless app([&](ui::Ui& ui) {
        ImGui::BeginChild("list", {400, 300});
        for (int i = 0; i < 100; ++i) ui::text(ui, "Dòng " + std::to_string(i));
        pressed += ui::button(ui, "Cuối trang") ? 1 : 0;
        ImGui::EndChild();
    });
    ASSERT_GT(app.find(Role::kButton, "Cuối trang")->rect.y, 300);
    app.activate(Role::kButton, "Cuối trang");
    EXPECT_EQ(pressed, 1);
    app.settle();
    EXPECT_LT(app.find(Role::kButton, "Cuối trang")->rect.y, 300) << "scrolled into view";
}

TEST(Button, TargetsGrowForFingers) {
    Headless app([](ui::Ui& ui) { ui::button(ui, "Lưu"); });
    EXPECT_FLOAT_EQ(app.find(Role::kButton, "Lưu")->rect.height, 32);
    app.host.coarse = true;
    app.shell().wake();
    app.settle();
    EXPECT_FLOAT_EQ(app.find(Role::kButton, "Lưu")->rect.height, 44);
}

TEST(Keyboard, TabGoesThroughControlsInReadingOrder) {
    std::string a;
    std::string b;
    bool c = false;
    Headless app([&](ui::Ui& ui) {
        ui::text_field(ui, "Họ và tên", a);
        ui::button(ui, "Xem");
        ui::checkbox(ui, "Đồng ý", c);
        ui::text_area(ui, "Ghi chú", b);
    });
    std::vector<std::string> order;
    for (int i = 0; i < 4; ++i) {
        app.key(ImGuiKey_Tab);
        for (const app::SemanticNode& node : app.tree()) {
            if (node.focused) order.push_back(node.name);
        }
    }
    EXPECT_EQ(order, (std::vector<std::string>{"Họ và tên", "Xem", "Đồng ý", "Ghi chú"}));
    app.shell().text_edit(0, "gõ được");
    app.settle();
    EXPECT_EQ(b, "gõ được") << "a field reached by Tab takes text";
}

TEST(Keyboard, OfTwoWishesForTheFocusTheLaterHolds) {
    Headless app([](ui::Ui& ui) {
        ui::button(ui, "Trên");
        ui::button(ui, "Dưới");
    });
    const auto focus = [&](std::string_view name) { app.shell().focus(app.find(Role::kButton, name)->id); };
    focus("Dưới");
    focus("Trên");  // before any frame came between
    app.settle();
    EXPECT_TRUE(app.find(Role::kButton, "Trên")->focused) << app.outline();
    focus("Trên");
    app.step();
    focus("Dưới");
    app.settle();
    EXPECT_TRUE(app.find(Role::kButton, "Dưới")->focused) << app.outline();
}

TEST(Keyboard, AKeyGoesToWhatWasFocusedBeforeItWasPressed) {
    std::string pressed;
    Headless app([&](ui::Ui& ui) {
        if (ui::button(ui, "Cũ")) pressed += "cũ ";
        if (ui::button(ui, "Mới")) pressed += "mới ";
    });
    app.shell().focus(app.find(Role::kButton, "Cũ")->id);
    app.settle();
    app.shell().focus(app.find(Role::kButton, "Mới")->id);
    app.key(ImGuiKey_Enter);  // no frame came between
    EXPECT_EQ(pressed, "mới ");
}

TEST(TextField, TakesEditsOfTheTextAgent) {
    std::string value;
    Headless app([&](ui::Ui& ui) { ui::text_field(ui, "Tên", value); });
    EXPECT_FALSE(app.shell().text_input_active());
    app.click(Role::kTextbox, "Tên");
    ASSERT_TRUE(app.shell().text_input_active());
    EXPECT_FALSE(app.shell().text_input_multiline());
    // A composition as ibus-unikey commits it: each step replaces what the last one put there.
    const std::pair<int, const char*> steps[] = {{0, "t"}, {0, "i"}, {0, "e"}, {1, "ê"}, {0, "n"}, {0, "g"}, {3, "ếng"}};
    for (const auto& [remove, insert] : steps) {
        app.shell().text_edit(remove, insert);
        app.step();
    }
    EXPECT_EQ(value, "tiếng");
    app.shell().text_edit(0, "\u0300e\u0302\u0301");  // decomposed
    app.step();
    EXPECT_EQ(value, "tiếng\u0300ế");
}

TEST(TextField, EditIsThereAfterOneFrame) {
    std::string value = "Kế";
    Headless app([&](ui::Ui& ui) { ui::text_field(ui, "Tên", value); });
    app.click(Role::kTextbox, "Tên");
    app.key(ImGuiKey_End);
    app.shell().text_edit(0, " hoạch");
    EXPECT_TRUE(app.shell().wants_frame(app.host.time));
    app.step(1);
    EXPECT_EQ(value, "Kế hoạch");
    EXPECT_EQ(app.find(Role::kTextbox, "Tên")->value, "Kế hoạch");
}

TEST(TextField, KeysAndEditsKeepTheirOrder) {
    std::string value = "ac";
    Headless app([&](ui::Ui& ui) { ui::text_field(ui, "Tên", value); });
    app.click(Role::kTextbox, "Tên");
    app.key(ImGuiKey_End);
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiKey_LeftArrow, true);   // all within one frame, as a fast typist or a test does
    io.AddKeyEvent(ImGuiKey_LeftArrow, false);
    app.shell().text_edit(0, "b");
    io.AddKeyEvent(ImGuiKey_End, true);
    io.AddKeyEvent(ImGuiKey_End, false);
    app.settle();
    app.shell().text_edit(0, "d");
    app.settle();
    EXPECT_EQ(value, "abcd");
}

TEST(TextField, UndoTakesEditsBack) {
    std::string value = "một";
    Headless app([&](ui::Ui& ui) { ui::text_field(ui, "Tên", value); });
    app.click(Role::kTextbox, "Tên");
    app.key(ImGuiKey_End);
    app.shell().text_edit(0, " hai");
    app.settle();
    app.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(value, "một");
}

TEST(TextField, ClipboardAnswersAtOnce) {
    std::string value = "Phòng Tư pháp";
    Headless app([&](ui::Ui& ui) { ui::text_field(ui, "Tên", value); });
    EXPECT_EQ(app.shell().copy(), "");
    app.click(Role::kTextbox, "Tên");
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, true);  // Ctrl+A and Ctrl+C reach us before any frame is drawn
    io.AddKeyEvent(ImGuiKey_A, true);
    io.AddKeyEvent(ImGuiKey_A, false);
    EXPECT_EQ(app.shell().copy(), "Phòng Tư pháp");
    EXPECT_EQ(app.shell().cut(), "Phòng Tư pháp");
    io.AddKeyEvent(ImGuiMod_Ctrl, false);
    app.settle();
    EXPECT_EQ(value, "");
    app.shell().paste("dán\ntiếng Việt");
    app.settle();
    EXPECT_EQ(value, "dán tiếng Việt") << "one line stays one line";
}

TEST(TextField, PasteOutsideOfFieldsIsHandedToTheScreen) {
    Headless app([](ui::Ui& ui) { ui::text(ui, "Kế hoạch mới"); });
    app.shell().paste("UBND HUYỆN");
    app.settle();
    ASSERT_EQ(app.dropped.size(), 1U);
    EXPECT_EQ(app.dropped[0].bytes, "UBND HUYỆN");
    EXPECT_EQ(app.dropped[0].name, "");
}

TEST(TextField, CommitsWhenLeftOrEntered) {
    std::string value;
    int committed = 0;
    int entered = 0;
    Headless app([&](ui::Ui& ui) {
        const ui::FieldEvent event = ui::text_field(ui, "Tên", value);
        committed += event.committed ? 1 : 0;
        entered += event.entered ? 1 : 0;
        ui::button(ui, "Khác");
    });
    app.type("Tên", "Ánh");
    EXPECT_EQ(committed, 0);
    app.key(ImGuiKey_Tab);
    EXPECT_EQ(committed, 1);
    app.type("Tên", "Ánh Hồng");
    app.key(ImGuiKey_Enter);
    EXPECT_EQ(entered, 1);
    EXPECT_EQ(committed, 2);
    app.set_value(Role::kTextbox, "Tên", "Bảo");
    EXPECT_EQ(value, "Bảo");
    EXPECT_EQ(committed, 3);
}

TEST(TextField, ErrorIsTold) {
    std::string value;
    Headless app([&](ui::Ui& ui) { ui::text_field(ui, "Ngày", value, {.help = "dd/mm/yyyy", .error = "Ngày không có thật."}); });
    EXPECT_EQ(app.find(Role::kTextbox, "Ngày")->description, "Ngày không có thật.");
}

TEST(TextArea, WrapsAtWordsAndGrows) {
    std::string value;
    Headless app([&](ui::Ui& ui) { ui::text_area(ui, "Ghi chú", value, 2, {.width = 300}); });
    const float before = app.find(Role::kTextbox, "Ghi chú")->rect.height;
    app.type("Ghi chú", "Thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân huyện về phát động phong trào thi đua năm 2024 trên địa bàn huyện.");
    EXPECT_GT(app.find(Role::kTextbox, "Ghi chú")->rect.height, before);
    EXPECT_TRUE(app.shell().text_input_multiline());
    EXPECT_EQ(value.find('\n'), std::string::npos) << "wrapping puts no breaks into the text";
}

TEST(TextArea, EditsInTheMiddleAndUndoes) {
    std::string value = "dòng một\ndòng ba";
    Headless app([&](ui::Ui& ui) { ui::text_area(ui, "Ghi chú", value, 4); });
    app.click(Role::kTextbox, "Ghi chú");
    app.key(ImGuiMod_Ctrl | ImGuiKey_Home);
    app.key(ImGuiKey_End);
    app.key(ImGuiKey_Enter);
    app.shell().text_edit(0, "dòng hai");
    app.settle();
    EXPECT_EQ(value, "dòng một\ndòng hai\ndòng ba");
    app.shell().text_edit(3, "2");
    app.settle();
    EXPECT_EQ(value, "dòng một\ndòng 2\ndòng ba");
    app.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_NE(value, "dòng một\ndòng 2\ndòng ba");
    app.key(ImGuiMod_Ctrl | ImGuiKey_Y);
    EXPECT_EQ(value, "dòng một\ndòng 2\ndòng ba");
    app.key(ImGuiMod_Ctrl | ImGuiKey_A);
    EXPECT_EQ(app.shell().copy(), value);
    EXPECT_EQ(app.shell().cut(), "dòng một\ndòng 2\ndòng ba");
    app.settle();
    EXPECT_EQ(value, "");
    app.shell().paste("một\nhai");
    app.settle();
    EXPECT_EQ(value, "một\nhai");
}

TEST(TextArea, CaretIsKnownForTheTextAgent) {
    std::string value = "một hai";
    Headless app([&](ui::Ui& ui) { ui::text_area(ui, "Ghi chú", value, 4); });
    app.click(Role::kTextbox, "Ghi chú");
    app.key(ImGuiMod_Ctrl | ImGuiKey_End);
    const app::Rect end = app.shell().caret();
    app.key(ImGuiKey_LeftArrow);
    EXPECT_LT(app.shell().caret().x, end.x);
    EXPECT_GT(end.height, 10);
    EXPECT_EQ(app.shell().active_field(), app.find(Role::kTextbox, "Ghi chú")->id);
}

TEST(SelectableText, CanBeCopiedNotChanged) {
    Headless app([](ui::Ui& ui) { ui::selectable_text(ui, "clause", "Điều 23. Danh hiệu “Chiến sĩ thi đua cơ sở”"); });
    app.click_at(60, 10);
    app.key(ImGuiMod_Ctrl | ImGuiKey_A);
    EXPECT_EQ(app.shell().copy(), "Điều 23. Danh hiệu “Chiến sĩ thi đua cơ sở”");
    EXPECT_FALSE(app.shell().text_input_active());
    app.shell().paste("x");
    app.settle();
    EXPECT_TRUE(app.sees("Điều 23. Danh hiệu “Chiến sĩ thi đua cơ sở”"));
}

TEST(Checkbox, TogglesAndTells) {
    bool value = false;
    Headless app([&](ui::Ui& ui) { ui::checkbox(ui, "Đã có sáng kiến", value); });
    EXPECT_TRUE(app.find(Role::kCheckbox, "Đã có sáng kiến")->checkable);
    app.click(Role::kCheckbox, "Đã có sáng kiến");
    EXPECT_TRUE(value);
    EXPECT_TRUE(app.find(Role::kCheckbox, "Đã có sáng kiến")->checked);
}

TEST(Choice, RadioSegmentedTabsAndSelect) {
    constexpr std::array<std::string_view, 3> kOptions{"Một", "Hai", "Ba"};
    int radio = 0;
    int tab = 0;
    int chosen = -1;
    Headless app([&](ui::Ui& ui) {
        ui::radio_group(ui, "Nhóm", kOptions, radio);
        ui::tabs(ui, "Phần", kOptions, tab);
        ui::select(ui, "Danh hiệu", kOptions, chosen);
    });
    app.click(Role::kRadio, "Ba");
    EXPECT_EQ(radio, 2);
    app.click(Role::kTab, "Hai");
    EXPECT_EQ(tab, 1);
    EXPECT_TRUE(app.find(Role::kTab, "Hai")->selected);
    app.click(Role::kCombobox, "Danh hiệu");
    EXPECT_TRUE(app.find(Role::kCombobox, "Danh hiệu")->expanded);
    app.click(Role::kOption, "Hai");
    EXPECT_EQ(chosen, 1);
    EXPECT_EQ(app.find(Role::kCombobox, "Danh hiệu")->value, "Hai");
    EXPECT_FALSE(app.has(Role::kOption, "Hai")) << "closed after the choice";
    app.set_value(Role::kCombobox, "Danh hiệu", "Ba");
    EXPECT_EQ(chosen, 2);
}

TEST(Dialog, HoldsTheFocusAndHidesWhatIsBehind) {
    bool open = false;
    bool deleted = false;
    Headless app([&](ui::Ui& ui) {
        if (ui::button(ui, "Xóa người")) open = true;
        if (ui::begin_dialog(ui, "Xóa người này?", open)) {
            ui::text(ui, "Có thể hoàn tác.");
            if (ui::dialog_buttons(ui, "Xóa", open)) {
                deleted = true;
                open = false;
            }
            ui::end_dialog(ui);
        }
    });
    app.click(Role::kButton, "Xóa người");
    ASSERT_TRUE(app.has(Role::kDialog, "Xóa người này?")) << app.outline();
    EXPECT_FALSE(app.has(Role::kButton, "Xóa người"));
    app.click(Role::kButton, "Hủy");
    EXPECT_FALSE(app.has(Role::kDialog));
    EXPECT_FALSE(deleted);
    app.click(Role::kButton, "Xóa người");
    app.key(ImGuiKey_Escape);
    EXPECT_FALSE(app.has(Role::kDialog));
    app.click(Role::kButton, "Xóa người");
    app.click(Role::kButton, "Xóa");
    EXPECT_TRUE(deleted);
    EXPECT_FALSE(app.has(Role::kDialog));
}

TEST(Toast, OffersUndoAndGoesAway) {
    int undone = 0;
    Headless app([&](ui::Ui& ui) {
        if (ui::button(ui, "Xóa")) ui.toast("Đã xóa 1 người.", "Hoàn tác", [&] { ++undone; });
    });
    app.click(Role::kButton, "Xóa");
    ASSERT_TRUE(app.has(Role::kStatus, "Đã xóa 1 người.")) << app.outline();
    EXPECT_EQ(app.shell().announcement(), "Đã xóa 1 người.");
    app.click(Role::kButton, "Hoàn tác");
    EXPECT_EQ(undone, 1);
    EXPECT_FALSE(app.has(Role::kStatus, "Đã xóa 1 người."));
    app.click(Role::kButton, "Xóa");
    ImGui::GetIO().AddMousePosEvent(5, 500);
    app.idle(7);
    EXPECT_FALSE(app.has(Role::kStatus, "Đã xóa 1 người."));
}

struct TableScreen {
    ui::TableState state;
    ui::TableEvent last;
    int rows = 100000;
    std::vector<ui::Column> columns{{.title = "Họ và tên", .sortable = true}, {.title = "Chức vụ", .width = 150, .importance = 3},
                                    {.title = "Điểm", .width = 90, .number = true, .sortable = true}};
    int asked = 0;
    void draw(ui::Ui& ui) {
        ImGui::BeginChild("scroll", {ui.width, ui.height});
        const ui::TableEvent event = ui::table(ui, "Danh sách", columns, rows, [&](int row, int column) -> ui::Cell {
            ++asked;
            return {.text = (column == 0 ? "Người " : column == 1 ? "Vụ " : "") + std::to_string(row)};
        }, state, {.empty_title = "Chưa có ai", .empty_action = "Thêm người"});
        if (event.pressed_row >= 0 || event.sort_changed || event.selection_changed || event.empty_action) last = event;
        ImGui::EndChild();
    }
};

TEST(Table, AsksOnlyForWhatIsInView) {
    TableScreen screen;
    Headless app([&](ui::Ui& ui) { screen.draw(ui); });
    screen.asked = 0;
    app.step();
    EXPECT_LT(screen.asked, 120) << "of 300000 cells";
    EXPECT_TRUE(app.has(Role::kCell, "Người 3"));
    EXPECT_EQ(app.find(Role::kTable, "Danh sách")->description, "100000 dòng");
    ImGui::GetIO().AddMousePosEvent(300, 300);
    app.scroll(100);
    EXPECT_FALSE(app.has(Role::kCell, "Người 3"));
    EXPECT_TRUE(app.has(Role::kColumnHeader, "Họ và tên"));
    EXPECT_NEAR(app.find(Role::kColumnHeader, "Họ và tên")->rect.y, 0, 1) << "the header sticks";
}

TEST(Table, RowsSortAndSelect) {
    TableScreen screen;
    screen.rows = 5;
    screen.state.multiple = true;
    Headless app([&](ui::Ui& ui) { screen.draw(ui); });
    app.click(Role::kColumnHeader, "Điểm");
    EXPECT_EQ(screen.state.sort_column, 2);
    EXPECT_TRUE(screen.state.ascending);
    app.click(Role::kColumnHeader, "Điểm");
    EXPECT_FALSE(screen.state.ascending);
    EXPECT_EQ(app.find(Role::kColumnHeader, "Điểm")->description, "xếp giảm dần");
    app.click(Role::kCell, "Người 2");
    EXPECT_EQ(screen.last.pressed_row, 2);
    EXPECT_EQ(screen.state.current, 2);
    app.click(Role::kCheckbox, "Người 1");
    EXPECT_TRUE(screen.state.selected.contains(1));
    EXPECT_EQ(screen.state.current, 2) << "ticking a row does not open it";
    app.click(Role::kCheckbox, "Chọn tất cả");
    EXPECT_EQ(screen.state.selected.size(), 5U);
}

TEST(Table, BecomesCardsOnAPhoneAndDropsColumnsWhenNarrow) {
    TableScreen screen;
    screen.rows = 5;
    Headless app([&](ui::Ui& ui) { screen.draw(ui); }, 390, 844);
    EXPECT_FALSE(app.has(Role::kColumnHeader));
    app.click(Role::kRow, "Người 1, 1");
    EXPECT_EQ(screen.last.pressed_row, 1);
    app.resize(1000, 800);
    EXPECT_TRUE(app.has(Role::kColumnHeader, "Chức vụ"));
}

TEST(Table, EmptyOffersTheOneThingToDo) {
    TableScreen screen;
    screen.rows = 0;
    Headless app([&](ui::Ui& ui) { screen.draw(ui); });
    EXPECT_TRUE(app.has(Role::kHeading, "Chưa có ai"));
    app.click(Role::kButton, "Thêm người");
    EXPECT_TRUE(screen.last.empty_action);
}

TEST(Gallery, EveryControlIsOperable) {
    Gallery gallery;
    Headless app([&](ui::Ui& ui) { gallery.draw(ui); }, 1280, 1600);
    app.click(Role::kButton, "Lưu");
    EXPECT_EQ(gallery.pressed, 1);
    app.click(Role::kButton, "Thêm lệnh");
    EXPECT_TRUE(app.has(Role::kMenuItem, "Sao chép"));
    app.key(ImGuiKey_Escape);
    EXPECT_FALSE(app.has(Role::kMenuItem, "Sao chép"));
    app.click(Role::kButton, "Hỏi");
    EXPECT_TRUE(app.has(Role::kDialog, "Xóa đăng ký?"));
    app.save_png(std::string(THIDUA_BINARY_DIR) + "/shots/dialog.png");
}

}  // namespace
}  // namespace thidua::testing
