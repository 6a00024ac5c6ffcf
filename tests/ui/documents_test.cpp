// Văn bản: every kind opened as pages, paragraphs traced and changed, issued, exported; lists taken in; pictures kept
// to be looked at (build/…/shots).

#include <gtest/gtest.h>

#include <filesystem>

#include "app/data_file.h"
#include "app/outbox.h"
#include "document/kinds.h"
#include "document/zip.h"
#include "office_fixture.h"
#include "sheet/read.h"

using namespace thidua;
using thidua::testing::Headless;
using thidua::testing::Role;
namespace fs = std::filesystem;

namespace {

class Documents : public thidua::testing::OfficeTest {
protected:
    void open(const std::string& kind, std::int64_t id = 0) { go({app::Place::kDocuments, id, kind}); }
    /// The first paragraph of the page whose words are that long.
    std::string long_paragraph(std::size_t least) {
        for (const app::SemanticNode& node : screen_->all(Role::kButton)) {
            if (node.name.size() >= least) return node.name;
        }
        return "";
    }
    void finish_jobs() {
        for (int i = 0; i < 200 && app().outbox().progress() != nullptr; ++i) screen_->step();
        screen_->settle();
    }
};

}  // namespace

TEST_F(Documents, EveryKindIsListedAndOpensAsPages) {
    screen_->click(Role::kLink, "Văn bản");
    shot("1280-van-ban-danh-sach");
    for (const document::KindInfo& kind : document::kinds()) {
        EXPECT_TRUE(screen_->has(Role::kLink, kind.vi)) << kind.vi;
    }
    screen_->click(Role::kLink, "Tờ trình đề nghị");
    EXPECT_EQ(app().route().part, "proposal");
    EXPECT_TRUE(screen_->sees("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) << screen_->outline();
    for (const document::KindInfo& kind : document::kinds()) {
        open(std::string(kind.code));
        EXPECT_TRUE(screen_->has(Role::kRegion, kind.vi)) << kind.vi;
        EXPECT_GT(screen_->glyphs.uploads, 0);
    }
    open("report");
    shot("1280-van-ban-bao-cao");
}

TEST_F(Documents, AParagraphSaysWhereItCameFromAndIsChangedByHand) {
    open("plan");
    const std::string words = long_paragraph(150);
    ASSERT_FALSE(words.empty()) << screen_->outline();
    screen_->click(Role::kButton, words);
    EXPECT_TRUE(screen_->has(Role::kTextbox, "Nội dung đoạn")) << screen_->outline();
    EXPECT_TRUE(screen_->sees("Lấy từ"));
    shot("1280-van-ban-doan-da-chon");
    screen_->set_value(Role::kTextbox, "Nội dung đoạn", "Câu do người soạn viết lại, dài đủ để thấy trên trang giấy.");
    ASSERT_EQ(app().book().documents.size(), 1u) << screen_->outline();
    EXPECT_TRUE(screen_->sees("Câu do người soạn viết lại"));
    EXPECT_TRUE(screen_->sees("Đã sửa tay, khác dữ liệu")) << screen_->outline();
    shot("1280-van-ban-sua-tay");
    screen_->click(Role::kButton, "Lấy lại theo dữ liệu");
    EXPECT_FALSE(screen_->has(Role::kButton, "Lấy lại theo dữ liệu"));
    EXPECT_FALSE(screen_->has(Role::kButton, "Câu do người soạn viết lại, dài đủ để thấy trên trang giấy."));
}

TEST_F(Documents, NumberAndDateAreKeptAndPrinted) {
    open("proposal");
    screen_->set_value(Role::kTextbox, "Số, ký hiệu", "12/TTr-PTP");
    screen_->set_value(Role::kTextbox, "Ngày ban hành", "20/11/2024");
    ASSERT_EQ(app().book().documents.size(), 1u);
    EXPECT_EQ(app().book().documents[0].number, "12/TTr-PTP");
    EXPECT_EQ(app().book().documents[0].date, (base::Date{2024, 11, 20}));
    EXPECT_TRUE(screen_->sees("12/TTr-PTP"));
    EXPECT_TRUE(screen_->sees("ngày 20 tháng 11 năm 2024"));
    app().go({app::Place::kDocuments, 0, ""});
    screen_->settle();
    EXPECT_TRUE(screen_->sees("Đã lập (1)")) << screen_->outline();
    EXPECT_TRUE(screen_->sees("12/TTr-PTP · 20/11/2024"));
}

TEST_F(Documents, BlanksAreNamedAndLeadToTheirPlace) {
    open("decision");
    EXPECT_TRUE(screen_->sees("Còn để trống"));
    const document::Request request = app::usual_request(app().book(), "decision");
    const auto paper = app::make_paper(app().book(), {request, {}}, app().today());
    ASSERT_TRUE(paper);
    ASSERT_FALSE(paper->missing.empty());
    screen_->click(Role::kButton, paper->missing.front().vi);
    EXPECT_TRUE(screen_->has(Role::kTextbox, "Nội dung đoạn")) << screen_->outline();
    shot("1280-van-ban-cho-trong");
}

TEST_F(Documents, AReportOfAPersonAsksWhoAndForWhat) {
    open("achievement-person");
    EXPECT_TRUE(screen_->has(Role::kCombobox, "Của ai")) << screen_->outline();
    EXPECT_TRUE(screen_->has(Role::kCombobox, "Danh hiệu, hình thức"));
    shot("1280-van-ban-thanh-tich");
}

TEST_F(Documents, GoesOutAsWordAndHtmlAndToThePrinter) {
    open("report");
    screen_->click(Role::kButton, "Xuất văn bản");
    shot("1280-van-ban-xuat");
    screen_->click(Role::kMenuItem, "Word (.docx)");
    EXPECT_EQ(host_.saved_name, "bao-cao-ket-qua-phong-trao-2024.docx");
    EXPECT_TRUE(host_.saved_bytes.starts_with("PK"));
    screen_->click(Role::kButton, "In");
    EXPECT_TRUE(host_.printed.find("<html") != std::string::npos);
}

TEST_F(Documents, ZoomAndPagesAreAtHand) {
    open("report");
    screen_->click(Role::kButton, "Phóng to");
    screen_->click(Role::kButton, "Phóng to");
    shot("1280-van-ban-phong-to");
    screen_->click(Role::kButton, "Trang sau");
    EXPECT_TRUE(screen_->sees("Trang 2/")) << screen_->outline();
}

TEST_F(Documents, SeveralAtOnceWithAListOfBlanks) {
    app().go({app::Place::kDocuments, 0, ""});
    screen_->settle();
    screen_->click(Role::kButton, "Lập nhiều văn bản");
    screen_->click(Role::kCheckbox, "Kế hoạch");
    screen_->click(Role::kCheckbox, "Báo cáo thành tích cá nhân: mỗi người một bản");
    shot("1280-van-ban-nhieu");
    screen_->click(Role::kButton, "Lập 7 văn bản");
    finish_jobs();
    const auto entries = document::read_zip(host_.saved_bytes);
    ASSERT_TRUE(entries) << host_.saved_name;
    EXPECT_EQ(entries->size(), 8u);
}

TEST_F(Documents, DossiersAreMadeAndSayBeforeWhatTheyLack) {
    app().go({app::Place::kDocuments, 0, ""});
    screen_->settle();
    screen_->click(Role::kButton, "Lập hồ sơ đề nghị");
    EXPECT_TRUE(screen_->has(Role::kDialog, "Lập hồ sơ đề nghị")) << screen_->outline();
    EXPECT_TRUE(screen_->sees("hồ sơ còn thiếu thành phần:")) << screen_->outline();
    EXPECT_TRUE(screen_->sees("Chưa có kết quả bỏ phiếu"));
    shot("1280-ho-so-nhieu");
    const auto wishes = app::registered_dossiers(app().book(), "");
    screen_->click(Role::kButton, "Lập " + std::to_string(wishes.size()) + " hồ sơ");
    finish_jobs();
    EXPECT_EQ(host_.saved_name, "ho-so-2024.zip");
    const auto entries = document::read_zip(host_.saved_bytes);
    ASSERT_TRUE(entries);
    EXPECT_EQ(entries->front().name, "00_danh_sach.docx");
}

TEST_F(Documents, ADossierOfOnePersonFromTheCouncilsScreen) {
    app().go({app::Place::kCouncil, 0, "ho-so"});
    screen_->settle();
    screen_->click(Role::kButton, "Lập hồ sơ này");
    EXPECT_TRUE(screen_->has(Role::kDialog, "Lập hồ sơ đề nghị")) << screen_->outline();
    shot("1280-ho-so-mot");
    screen_->resize(390, 844);
    screen_->settle();
    shot("390-ho-so-mot");
    screen_->click(Role::kButton, "Lập 1 hồ sơ");
    finish_jobs();
    EXPECT_TRUE(host_.saved_name.starts_with("ho-so-")) << host_.saved_name;
    EXPECT_TRUE(document::read_zip(host_.saved_bytes));
}

TEST_F(Documents, SeveralGoToThePrinterInOneGo) {
    app().go({app::Place::kDocuments, 0, ""});
    screen_->settle();
    screen_->click(Role::kButton, "Lập nhiều văn bản");
    screen_->click(Role::kCheckbox, "Kế hoạch");
    screen_->click(Role::kCheckbox, "Báo cáo thành tích cá nhân: mỗi người một bản");
    screen_->click(Role::kRadio, "In ngay");
    shot("1280-in-nhieu");
    screen_->activate(Role::kButton, "In 7 văn bản");
    finish_jobs();
    EXPECT_EQ(host_.printed_name, "van-ban-2024.html");
    for (const office::Person& person : app().book().people)
        EXPECT_NE(host_.printed.find("Họ và tên: " + person.full_name), std::string::npos) << person.full_name;
}

TEST_F(Documents, CertificatesGoToThePrinterFromTheirScreen) {
    open("certificate");
    screen_->click(Role::kButton, "In");
    shot("1280-giay-khen-in");
    const auto items = screen_->all(Role::kMenuItem);
    ASSERT_EQ(items.size(), 2u) << screen_->outline();
    screen_->click(Role::kMenuItem, items[1].name);
    EXPECT_EQ(host_.printed_name, "giay-khen.html");
    std::size_t sheets = 0;
    for (std::size_t at = 0; (at = host_.printed.find("<svg", at)) != std::string::npos; ++at) ++sheets;
    EXPECT_GT(sheets, 1u);
    EXPECT_NE(host_.printed.find("@page{size:297.00mm 210.00mm"), std::string::npos);
}

TEST_F(Documents, TheGroupsScoresFillTheirSheet) {
    go({app::Place::kCouncil, 0, "cham-diem"});
    screen_->set_value(Role::kTextbox, "Tên khối thi đua", "Khối thi đua số 3");
    screen_->set_value(Role::kTextbox, "Đơn vị trong khối, mỗi dòng một đơn vị",
                       app().book().office.name + "\nPhòng B");
    screen_->set_value(Role::kTextbox, "Tiêu chí, mỗi dòng một tiêu chí", "I | Chuyên môn\n1 | Hồ sơ đúng hạn | 40");
    screen_->set_value(Role::kTextbox, "Điểm tự chấm: Hồ sơ đúng hạn", "39,5");
    screen_->set_value(Role::kTextbox, "Điểm thẩm định: Hồ sơ đúng hạn", "nhiều");
    EXPECT_TRUE(screen_->sees("Ghi một số, ví dụ 57,5")) << screen_->outline();
    screen_->set_value(Role::kTextbox, "Điểm thẩm định: Hồ sơ đúng hạn", "41");
    EXPECT_TRUE(screen_->sees("cao hơn điểm chuẩn")) << screen_->outline();
    EXPECT_TRUE(screen_->sees("tự chấm 39,5, thẩm định 41")) << screen_->outline();
    shots("cham-diem-khoi");
    screen_->click(Role::kButton, "Mở bảng chấm điểm");
    EXPECT_TRUE(screen_->sees("39,5")) << screen_->outline();
    EXPECT_TRUE(screen_->sees("Tổng hợp các đơn vị trong khối"));
    shot("1280-bang-cham-diem");
}

TEST_F(Documents, ATableGoesOutFromItsMenu) {
    app().go({app::Place::kDocuments, 0, ""});
    screen_->settle();
    screen_->activate(Role::kButton, "Xuất bảng Danh sách người");
    screen_->click(Role::kMenuItem, "Ra Excel (.xlsx)");
    finish_jobs();
    EXPECT_EQ(host_.saved_name, "danh-sach-nguoi-2024.xlsx");
    EXPECT_TRUE(sheet::read_tables("x", host_.saved_bytes));
}

TEST_F(Documents, AListIsLookedAtBeforeItIsKept) {
    const std::size_t before = app().book().people.size();
    app().receive({"danh-sach.csv",
                   "STT;Họ và tên;Chức vụ;Việc được giao;Xếp loại năm 2024\n1;Nguyễn Văn Mới;Lái xe;Hộ "
                   "tịch;HTTNV\n2;Bình;Văn thư;;\n"
                   "3;Lê Thị Thêm;Kế toán;Kế toán;Giỏi\n4;" +
                       app().book().people[0].full_name + ";;Tổng hợp;\n"});
    screen_->shell().wake();
    screen_->settle();
    EXPECT_TRUE(screen_->has(Role::kDialog, "Nhập bảng")) << screen_->outline();
    EXPECT_TRUE(screen_->sees("1 dòng mới, 0 dòng sửa, 1 dòng không đổi, 2 dòng bị từ chối")) << screen_->outline();
    shot("1280-nhap-bang");
    screen_->click(Role::kButton, "Nhận 1 dòng");
    EXPECT_EQ(app().book().people.size(), before + 1);
    screen_->click(Role::kButton, "Hoàn tác");
    EXPECT_EQ(app().book().people.size(), before);
}

TEST_F(Documents, OnAPhoneInTheDarkInEnglish) {
    screen_->resize(390, 844, 2);
    app().go({app::Place::kDocuments, 0, ""});
    screen_->settle();
    shot("390-van-ban-danh-sach");
    open("proposal");
    shot("390-van-ban-to-trinh");
    screen_->click(Role::kButton, "Hiện chi tiết");
    shot("390-van-ban-chi-tiet");
    screen_->resize(1280, 800);
    screen_->ui().set_dark(true);
    open("report");
    shot("dark-van-ban-bao-cao");
    screen_->ui().set_dark(false);
    screen_->ui().set_language(ui::Language::kEnglish);
    open("notice");
    shot("en-van-ban-thong-bao");
    screen_->resize(1280, 800, 2);
    open("decision");
    shot("2x-van-ban-quyet-dinh");
}

TEST_F(Documents, CertificatesAreMovedAndPrinted) {
    app().go({app::Place::kDocuments, 0, "certificate"});
    screen_->settle();
    shot("1280-giay-khen");
    EXPECT_TRUE(screen_->has(Role::kTextbox, "Cách mép trái (mm)")) << screen_->outline();
    screen_->set_value(Role::kTextbox, "Cách mép trái (mm)", "60,5");
    ASSERT_EQ(app().book().settings.size(), 1u);
    EXPECT_NE(app().book().settings[0].value.find("60.5"), std::string::npos) << app().book().settings[0].value;
    screen_->set_value(Role::kTextbox, "Cách mép trái (mm)", "mười");
    EXPECT_NE(app().book().settings[0].value.find("60.5"), std::string::npos);
    if (!fs::exists(fs::path(THIDUA_BINARY_DIR) / "fonts" / "serif-bolditalic.ttf"))
        GTEST_SKIP() << "no fonts were built";
    screen_->click(Role::kButton, "Xuất văn bản");
    screen_->click(Role::kMenuItem, "PDF của người đang xem");
    EXPECT_TRUE(host_.saved_bytes.starts_with("%PDF-")) << host_.saved_name;
}

TEST_F(Documents, IdleDrawsNothing) {
    open("report");
    EXPECT_EQ(screen_->idle(3.0), 0);
}
