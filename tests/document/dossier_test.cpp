#include "document/dossier.h"

#include <gtest/gtest.h>

#include "document/docx.h"
#include "document/docx_read.h"
#include "document/text.h"
#include "document/zip.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;

namespace {

Dossier sample() {
    Dossier dossier;
    dossier.title = "Đề nghị tặng danh hiệu Chiến sĩ thi đua cơ sở năm 2024";
    dossier.subject = "Đặng Thị Mỹ Hạnh";
    dossier.date = base::Date{2024, 12, 6};
    dossier.parts = {
        {"Tờ trình",
         "NĐ 98/2023 Điều 34.2a",
         true,
         {{"to-trinh.docx", *write_docx(test::sample_document("proposal"))}},
         ""},
        {"Báo cáo thành tích", "NĐ 98/2023 Điều 34.2b", true, {{"Báo cáo.docx", "một"}, {"báo cáo.docx", "hai"}}, ""},
        {"Biên bản bình xét", "NĐ 98/2023 Điều 34.2c", true, {}, "Chưa họp Hội đồng"},
        {"Giấy chứng nhận sáng kiến", "NĐ 98/2023 Điều 34.2d", false, {}, ""}};
    return dossier;
}

}  // namespace

TEST(Dossier, HoldsEveryPartAndAnIndexThatNamesWhatIsMissing) {
    const office::Office office = test::sample_year().office;
    const auto zip = write_dossier(office, sample());
    ASSERT_TRUE(zip);
    const auto entries = read_zip(*zip);
    ASSERT_TRUE(entries) << entries.error().en;
    ASSERT_EQ(entries->size(), 4U);
    EXPECT_EQ((*entries)[0].name, "00_muc_luc.docx");
    EXPECT_EQ((*entries)[1].name, "01_to_trinh/to_trinh.docx");
    EXPECT_EQ((*entries)[2].name, "02_bao_cao_thanh_tich/bao_cao.docx");
    EXPECT_EQ((*entries)[3].name, "02_bao_cao_thanh_tich/02_bao_cao.docx") << "two of one name";
    EXPECT_EQ((*entries)[3].bytes, "hai");
    const auto index = read_docx((*entries)[0].bytes);
    ASSERT_TRUE(index);
    const std::string text = text_of(*index);
    EXPECT_NE(text.find("Hồ sơ có 02/04 thành phần; còn thiếu: Biên bản bình xét./."), std::string::npos) << text;
    EXPECT_NE(text.find("THIẾU"), std::string::npos);
    EXPECT_NE(text.find("Chưa họp Hội đồng"), std::string::npos);
    EXPECT_EQ(missing_parts(sample()), std::vector<std::string>{"Biên bản bình xét"});
    EXPECT_EQ(*write_dossier(office, sample()), *zip) << "the same dossier, the same bytes";
}

TEST(Dossier, NoNameLeavesTheContainer) {
    Dossier dossier;
    dossier.parts = {{"../..", "", true, {{"../../etc/passwd", "x"}, {"..", "y"}, {"", "z"}}, ""}};
    const auto zip = write_dossier({}, dossier);
    ASSERT_TRUE(zip);
    const auto entries = read_zip(*zip);
    ASSERT_TRUE(entries) << "read_zip refuses names that leave it";
    EXPECT_EQ(entries->size(), 4U);
}

TEST(Dossier, WithoutAChecklistThereIsNone) { EXPECT_FALSE(write_dossier({}, {})); }
