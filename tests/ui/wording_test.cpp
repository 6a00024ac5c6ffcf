// Lời văn mẫu: an office's own words for its documents, written, checked, tried, used, given back; with the mouse, the
// keyboard and on the phone.

#include <gtest/gtest.h>

#include "app/wordings.h"
#include "document/kinds.h"
#include "imgui.h"
#include "office_fixture.h"
#include "ui/screens/wording_page.h"

using namespace thidua;
using thidua::testing::Role;

namespace {

class Wordings : public thidua::testing::OfficeTest {
protected:
    static constexpr const char* kField = "Lời văn";
    void open(const std::string& kind) { go(ui::WordingPage::route_to(kind)); }
    static std::string standard(const std::string& kind) { return std::string(document::builtin_template(kind)); }
    static std::string changed(const std::string& kind, const std::string& words, const std::string& into) {
        std::string text = standard(kind);
        const std::size_t at = text.find(words);
        EXPECT_NE(at, std::string::npos) << words;
        return at == std::string::npos ? text : text.replace(at, words.size(), into);
    }
    void write(const std::string& text) { screen_->set_value(Role::kTextbox, kField, text); }
    std::string written() const {
        const app::SemanticNode* field = screen_->find(Role::kTextbox, kField);
        return field != nullptr ? field->value : "";
    }
    std::string in_force(const std::string& kind) { return app::wording_in_force(app().book(), kind); }
};

}  // namespace

TEST_F(Wordings, AKindIsWordedSeenAndPutIntoForce) {
    screen_->click(Role::kLink, "Văn bản");
    screen_->click(Role::kButton, "Lời văn mẫu");
    EXPECT_EQ(app().route().part, "loi-van");
    for (const document::KindInfo& kind : document::kinds()) EXPECT_TRUE(screen_->has(Role::kLink, kind.vi)) << kind.vi;
    shots("loi-van-danh-sach");
    screen_->click(Role::kLink, "Tờ trình đề nghị");
    EXPECT_EQ(written(), standard("proposal"));
    shots("loi-van");

    const std::string own = changed("proposal", "Căn cứ kết quả thực hiện", "Xét kết quả thực hiện");
    write(own);
    EXPECT_TRUE(screen_->sees("Bản đang soạn chưa dùng"));
    EXPECT_EQ(in_force("proposal"), standard("proposal")) << "a draft is not in force";
    ASSERT_NE(app::wording_draft(app().book(), "proposal"), nullptr);
    screen_->click(Role::kTab, "Xem trang");
    EXPECT_TRUE(screen_->sees("Xét kết quả thực hiện")) << screen_->outline();
    shots("loi-van-trang");
    screen_->click(Role::kTab, "Khác bản chuẩn");
    EXPECT_TRUE(screen_->sees("+ Xét kết quả thực hiện"));
    EXPECT_TRUE(screen_->sees("− Căn cứ kết quả thực hiện"));
    shots("loi-van-khac");
    screen_->click(Role::kButton, "Dùng lời văn này");
    EXPECT_EQ(in_force("proposal"), own);
    EXPECT_EQ(app::wording_draft(app().book(), "proposal"), nullptr);
    EXPECT_EQ(app().undo_words(), "Dùng lời văn riêng: Tờ trình đề nghị");

    go({app::Place::kDocuments, 0, "proposal"});
    EXPECT_TRUE(screen_->sees("Xét kết quả thực hiện")) << "documents follow it";
    open("");
    EXPECT_TRUE(screen_->sees("Lời văn riêng"));
    open("proposal");
    screen_->click(Role::kButton, "Về lời văn chuẩn");
    EXPECT_EQ(in_force("proposal"), standard("proposal"));
    app().undo();
    screen_->settle();
    EXPECT_EQ(written(), own) << "undone like any act";
}

TEST_F(Wordings, AMistakeIsMarkedAndCannotReplaceWorkingWords) {
    open("minutes");
    const std::string broken = changed("minutes", "{chủ trì}.", "{chủ tri}.");
    write(broken);
    const app::SemanticNode* use = screen_->find(Role::kButton, "Dùng lời văn này");
    ASSERT_NE(use, nullptr);
    EXPECT_TRUE(use->disabled);
    EXPECT_TRUE(screen_->sees("Dòng 22, cột 10: không có trường “chủ tri”. Có phải: “chủ trì”?")) << screen_->outline();
    screen_->click(Role::kButton, "Đến chỗ sai");
    shots("loi-van-sai");
    screen_->click(Role::kTab, "Xem trang");
    EXPECT_TRUE(screen_->sees("Sửa hết chỗ sai"));
    EXPECT_EQ(in_force("minutes"), standard("minutes"));

    // Away and back, and after the program was closed: the draft is in the file.
    open("");
    EXPECT_TRUE(screen_->sees("Lời văn chuẩn · có bản nháp")) << screen_->outline();
    open("minutes");
    EXPECT_EQ(written(), broken);
    screen_->click(Role::kButton, "Bỏ bản đang soạn");
    EXPECT_EQ(written(), standard("minutes"));
    EXPECT_EQ(app::wording_draft(app().book(), "minutes"), nullptr);
}

TEST_F(Wordings, NamesGoInWhereTheCaretIs) {
    open("invitation");
    write("@loại Giấy mời\nKính mời dự\n");
    screen_->activate(Role::kTextbox, kField);
    screen_->key(ImGuiKey_UpArrow);
    screen_->key(ImGuiKey_End);
    screen_->click(Role::kButton, "{tên cuộc họp}");
    EXPECT_EQ(written(), "@loại Giấy mời\nKính mời dự{tên cuộc họp}\n") << screen_->outline();
    screen_->set_value(Role::kTextbox, "Tìm trường", "nguoi du");
    EXPECT_FALSE(screen_->has(Role::kButton, "{tên cuộc họp}"));
    screen_->click(Role::kButton, "@mỗi người dự");
    EXPECT_EQ(written(), "@loại Giấy mời\nKính mời dự{tên cuộc họp}\n@mỗi người dự\n\n@hết\n") << "on lines of its own";
    screen_->key(ImGuiMod_Ctrl | ImGuiKey_Z);
    EXPECT_EQ(written(), "@loại Giấy mời\nKính mời dự{tên cuộc họp}\n") << "one step of the field's undo";
}

TEST_F(Wordings, ByKeyboardAlone) {
    open("letter");
    screen_->activate(Role::kTextbox, kField);
    screen_->key(ImGuiMod_Ctrl | ImGuiKey_End);
    screen_->type(kField, "@công văn {trích yếu công văn}\n@ký hiệu\nTrân trọng.\n");
    EXPECT_EQ(in_force("letter"), standard("letter"));
    screen_->key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    EXPECT_EQ(in_force("letter"), "@công văn {trích yếu công văn}\n@ký hiệu\nTrân trọng.\n");
    ASSERT_TRUE(screen_->ui().commands.run("go:wordings"));
    EXPECT_EQ(app().route().part, "loi-van");
}

TEST_F(Wordings, OnThePhoneTheNamesRiseAndMakeRoom) {
    screen_->resize(390, 844, 2);
    open("invitation");
    shot("390-loi-van-soan");
    if (!screen_->has(Role::kTextbox, "Tìm trường")) screen_->click(Role::kButton, "Trường và cách viết");
    ASSERT_TRUE(screen_->has(Role::kTextbox, "Tìm trường")) << screen_->outline();
    shot("390-loi-van-truong");
    screen_->click(Role::kButton, "{địa điểm}");
    EXPECT_FALSE(screen_->has(Role::kTextbox, "Tìm trường")) << "the sheet went away";
    EXPECT_NE(written().find("{địa điểm}"), std::string::npos);
    EXPECT_EQ(written().size(), standard("invitation").size() + std::string("{địa điểm}").size());
}

TEST_F(Wordings, ABrokenOneInAFileIsSaidWithAWayOut) {
    // Another program may have written it: the document's page leads to the place where it is mended.
    ASSERT_TRUE(app().act(
        [](store::Store& store) { return store::set_template(store, "roster", "", "@loại Danh sách\n{họ tn}\n"); }));
    go({app::Place::kDocuments, 0, "roster"});
    EXPECT_TRUE(screen_->sees("không có trường “họ tn”")) << screen_->outline();
    screen_->click(Role::kButton, "Sửa lời văn mẫu của loại này");
    EXPECT_EQ(app().route().part, "loi-van-roster");
    EXPECT_TRUE(screen_->sees("Dòng 2, cột 1"));
    screen_->click(Role::kButton, "Về lời văn chuẩn");
    go({app::Place::kDocuments, 0, "roster"});
    EXPECT_TRUE(screen_->sees("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
}
