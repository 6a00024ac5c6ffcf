#include "document/certificate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "programs.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;
namespace fs = std::filesystem;

namespace {

using Slot = CertificateSlot;

Issue decision() {
    Issue issue;
    issue.number = "8/QĐ-PTP";
    issue.issued_on = base::Date{2024, 12, 20};
    return issue;
}

const CertificateText* find(const CertificatePage& page, Slot slot) {
    for (const CertificateText& text : page.texts) {
        if (text.slot == slot) return &text;
    }
    return nullptr;
}

}  // namespace

TEST(Certificate, SaysWhatTheRecordsSayAndNoMore) {
    const auto made = certificate_of(test::sample_year(), {{2}, "CSTDCS", ""}, decision());
    ASSERT_TRUE(made);
    EXPECT_EQ(made->at(Slot::kGives), "TẶNG DANH HIỆU");
    EXPECT_EQ(made->at(Slot::kTitle), "CHIẾN SĨ THI ĐUA CƠ SỞ");
    EXPECT_EQ(made->at(Slot::kAuthority), "TRƯỞNG PHÒNG TƯ PHÁP HUYỆN SÔNG TRÀ");
    EXPECT_EQ(made->at(Slot::kRecipient), "Đặng Thị Mỹ Hạnh");
    EXPECT_EQ(made->at(Slot::kAddress), "Trưởng phòng, Phòng Tư pháp huyện Sông Trà");
    EXPECT_EQ(made->at(Slot::kMerit), "Năm 2024");
    EXPECT_EQ(made->at(Slot::kDecision), "Quyết định số: 08/QĐ-PTP, ngày 20/12/2024");
    EXPECT_EQ(made->at(Slot::kGoldenBook), "Số sổ vàng: ……") << "only the office knows it";
    EXPECT_EQ(made->origins, (std::vector<Origin>{{RecordKind::kPerson, 2}}));
    const auto merit = certificate_of(test::sample_year(), {{}, "GK", "Có thành tích xuất sắc."}, {});
    ASSERT_TRUE(merit);
    EXPECT_EQ(merit->at(Slot::kGives), "TẶNG");
    EXPECT_EQ(merit->at(Slot::kTitle), "GIẤY KHEN");
    EXPECT_EQ(merit->at(Slot::kRecipient), "Tập thể Phòng Tư pháp huyện Sông Trà");
    EXPECT_EQ(merit->at(Slot::kMerit), "Có thành tích xuất sắc");
    EXPECT_NE(merit->at(Slot::kDecision).find("……"), std::string::npos);
    EXPECT_FALSE(certificate_of(test::sample_year(), {{2}, "LDTT", ""}, decision()));
}

TEST(Certificate, StandsAsTheDecreeSays) {
    const auto made = certificate_of(test::sample_year(), {{2}, "CSTDCS", ""}, decision());
    const CertificatePage page = compose_certificate(*made, decree_layout(), {}, times_metrics());
    EXPECT_NEAR(page.width / kPointsPerMm, 297, 1e-9);
    EXPECT_NEAR(page.height / kPointsPerMm, 210, 1e-9);
    double above = 0;
    for (const Slot slot : {Slot::kNation, Slot::kMotto, Slot::kAuthority, Slot::kGives, Slot::kTitle, Slot::kRecipient,
                            Slot::kAddress, Slot::kMerit}) {
        const CertificateText* text = find(page, slot);
        ASSERT_TRUE(text);
        EXPECT_GT(text->text.baseline, above) << text->text.text;
        above = text->text.baseline;
        EXPECT_NEAR(text->text.x + text->text.width / 2, page.width / 2, 0.1) << "centred: " << text->text.text;
        EXPECT_EQ(text->red, slot == Slot::kAuthority || slot == Slot::kTitle) << text->text.text;
    }
    for (const Slot slot : {Slot::kDecision, Slot::kGoldenBook}) {
        EXPECT_EQ(find(page, slot)->text.face, Face::kBoldItalic);
        EXPECT_LT(find(page, slot)->text.x, page.width / 2);
    }
    EXPECT_GT(find(page, Slot::kSignerName)->text.x, page.width / 2);
}

TEST(Certificate, TheBorderStaysOnThePaperAndOutsideTheText) {
    const auto made = certificate_of(test::sample_year(), {{2}, "GK", ""}, decision());
    const CertificateLayout layout = decree_layout();
    const CertificatePage page = compose_certificate(*made, layout, {}, times_metrics());
    const double inner = (layout.border_mm + layout.band_mm + 1) * kPointsPerMm;
    std::size_t points = 0;
    for (const CertificateLine& line : page.lines) {
        for (const GuillochePoint& p : line.points) {
            ++points;
            ASSERT_TRUE(p.x > 0 && p.y > 0 && p.x < page.width && p.y < page.height);
            ASSERT_FALSE(p.x > inner && p.x < page.width - inner && p.y > inner && p.y < page.height - inner)
                << "inside the page";
        }
    }
    EXPECT_GT(points, 5000U) << "drawn, not hinted at";
    for (const CertificateText& text : page.texts) {
        EXPECT_GT(text.text.x, inner);
        EXPECT_LT(text.text.x + text.text.width, page.width - inner);
        EXPECT_LT(text.text.baseline, page.height - inner);
    }
}

TEST(Certificate, StrandsMeetAtBothEndsAndStayInTheBand) {
    for (int strand = 0; strand < kGuillocheStrands; ++strand) {
        EXPECT_NEAR(guilloche_strand(0, strand), guilloche_strand(7, strand), 1e-9);
        for (double turn = 0; turn < 1; turn += 0.01) EXPECT_LE(std::abs(guilloche_strand(turn, strand)), 1.0);
    }
}

TEST(Certificate, OnPrintedStockOnlyTheFieldsArePrinted) {
    const auto made = certificate_of(test::sample_year(), {{2}, "GK", ""}, decision());
    CertificateLayout layout = decree_layout();
    const CertificatePage page = compose_certificate(*made, layout, {true, false}, times_metrics());
    EXPECT_TRUE(page.lines.empty()) << "no border";
    EXPECT_FALSE(find(page, Slot::kNation));
    EXPECT_FALSE(find(page, Slot::kTitle));
    ASSERT_TRUE(find(page, Slot::kRecipient));
    const double x = find(page, Slot::kRecipient)->text.x;
    layout.shift_x_mm = 3;
    const CertificatePage moved = compose_certificate(*made, layout, {true, false}, times_metrics());
    EXPECT_NEAR((find(moved, Slot::kRecipient)->text.x - x) / kPointsPerMm, 3, 1e-9);
    EXPECT_FALSE(compose_certificate(*made, layout, {true, true}, times_metrics()).lines.empty())
        << "a grid to measure";
}

TEST(Certificate, TheLayoutIsKeptAsText) {
    CertificateLayout layout = decree_layout();
    layout.fields[5].x_mm = 41.5;
    layout.shift_y_mm = -2.25;
    const auto back = certificate_layout_from_json(to_json(layout));
    ASSERT_TRUE(back) << back.error().en;
    EXPECT_EQ(*back, layout);
    EXPECT_EQ(to_json(*back), to_json(layout));
    EXPECT_FALSE(certificate_layout_from_json(""));
    EXPECT_FALSE(certificate_layout_from_json("{}"));
    EXPECT_FALSE(certificate_layout_from_json("{\"fields\":[{\"slot\":\"hat\"}]}"));
    EXPECT_EQ(certificate_layout_from_json("{\"fields\":[{\"slot\":\"title\",\"x\":900}]}").error().where, "x");
    EXPECT_EQ(certificate_layout_from_json("{\"width\":1,\"fields\":[]}").error().where, "width");
    const std::string good = to_json(layout);
    for (std::size_t size = 0; size < good.size(); size += 13)
        EXPECT_FALSE(certificate_layout_from_json(std::string_view(good).substr(0, size)));
}

TEST(Certificate, ThePdfHoldsTheWordsAndABorderOfLines) {
    const auto fonts = test::fonts();
    if (!fonts || !test::installed("pdftotext")) GTEST_SKIP() << "no fonts, or no pdftotext";
    const auto one = certificate_of(test::sample_year(), {{2}, "CSTDCS", ""}, decision());
    const auto two = certificate_of(test::sample_year(), {{1}, "GK", "Hoàn thành tốt nhiệm vụ"}, decision());
    const auto pdf = write_certificates_pdf({*one, *two}, decree_layout(), {}, *fonts);
    ASSERT_TRUE(pdf);
    const fs::path folder = fs::path(THIDUA_BINARY_DIR) / "golden-pages";
    fs::create_directories(folder);
    const std::string path = (folder / "certificate.pdf").string();
    std::ofstream(path, std::ios::binary) << *pdf;
    const std::string text = test::output_of("pdftotext -layout '" + path + "' - 2>&1");
    for (const char* words :
         {"CHIẾN SĨ THI ĐUA CƠ SỞ", "Đặng Thị Mỹ Hạnh", "GIẤY KHEN", "Lê Thị Ngọc Ánh", "Số sổ vàng"})
        EXPECT_NE(text.find(words), std::string::npos) << words;
    EXPECT_EQ(test::output_of("pdfimages -list '" + path + "' 2>&1 | tail -n +3"), "") << "no pictures";
    if (test::installed("qpdf")) {
        EXPECT_EQ(std::system(("qpdf --check '" + path + "' >/dev/null 2>&1").c_str()), 0);
    }
    EXPECT_FALSE(write_certificates_pdf({}, decree_layout(), {}, *fonts));
}
