#include "intake/structure_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace thidua::intake {
namespace {

const std::string kText =
    "Căn cứ Kế hoạch số 53/KH-UBND ngày 14/3/2024 của UBND thành phố về thi đua năm 2024;\n"
    "Phòng Tư pháp xây dựng kế hoạch thi đua năm 2024 như sau:\n"
    "I. NỘI DUNG\n"
    "1. Bộ phận hộ tịch báo cáo trước ngày 30/6/2024, giải quyết ít nhất 98% hồ sơ.\n"
    "2. Chào mừng kỷ niệm 70 năm chiến thắng Điện Biên Phủ.\n"
    "Trên đây là Kế hoạch thi đua./.\n"
    "Nơi nhận: TRƯỞNG PHÒNG\n- Lưu: VT.\nNguyễn Văn An\n";

std::string covered(const nlohmann::json& span) {
    const auto begin = span["bytes"][0].get<std::size_t>();
    return kText.substr(begin, span["bytes"][1].get<std::size_t>() - begin);
}

// The same in the smallest slices as in one piece, whatever the text is.
TEST(StructureJson, ReadInSlices) {
    std::string decision =
        "QUYẾT ĐỊNH\nBan hành Kế hoạch\nĐiều 1. Ban hành.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn An\n";
    for (int i = 0; i < 6; ++i) decision += decision.substr(0, 160);
    for (const std::string& text : {kText, decision, std::string(), std::string("\n\n"), std::string("KẾ HOẠCH"),
                                    kText + "PHỤ LỤC\nI. MỤC TIÊU\n- Đạt 80%.\n" + kText}) {
        const DoubtfulRange doubt{0, 40};
        ReadOptions options;
        options.doubtful = {&doubt, 1};
        const std::string whole = to_structure_json(read_plan_with_spans(text, options));
        PlanReader reader(text, options);
        options.doubtful = {};  // it keeps its own
        int slices = 1;
        while (!reader.step(0)) ASSERT_LT(++slices, 100000);
        EXPECT_EQ(to_structure_json(reader.result()), whole) << text;
        EXPECT_TRUE(reader.step(0));
        EXPECT_GT(slices, text == kText ? 30 : 0);
    }
}

TEST(StructureJson, FieldsCarryTheirPlace) {
    const auto root = nlohmann::json::parse(to_structure_json(read_plan_with_spans(kText)), nullptr, false);
    ASSERT_FALSE(root.is_discarded());
    EXPECT_EQ(root["format"], kStructureFormat);
    EXPECT_EQ(root["document"]["issuer"]["value"], "Phòng Tư pháp");
    EXPECT_EQ(covered(root["document"]["issuer"]["span"]), "Phòng Tư pháp");
    EXPECT_EQ(covered(root["document"]["signer_name"]["span"]), "Nguyễn Văn An");
    EXPECT_EQ(root["document"]["year"], 2024);
    EXPECT_FALSE(root["document"].contains("number"));
    ASSERT_EQ(root["basis"].size(), 1u);
    const auto& basis = root["basis"][0];
    EXPECT_EQ(basis["role"], "basis");
    EXPECT_EQ(basis["date"], "2024-03-14");
    EXPECT_EQ(covered(basis["spans"]["number"]), "53/KH-UBND");
    EXPECT_EQ(covered(basis["spans"]["date"]), "ngày 14/3/2024");
    EXPECT_EQ(covered(basis["spans"]["subject"]), "thi đua năm 2024");
    EXPECT_EQ(covered(basis["mentions"][0]),
              "Kế hoạch số 53/KH-UBND ngày 14/3/2024 của UBND thành phố về thi đua năm 2024");
    ASSERT_EQ(root["tasks"].size(), 2u);
    EXPECT_EQ(root["tasks"][0]["due"], "2024-06-30");
    EXPECT_EQ(covered(root["tasks"][0]["spans"]["due"]), "trước ngày 30/6/2024");
    EXPECT_EQ(covered(root["tasks"][0]["spans"]["assignee"]), "Bộ phận hộ tịch");
    EXPECT_EQ(root["tasks"][0]["target_unit"], "%");
    EXPECT_EQ(root["occasions"][0]["date"], "2024-05-07");
    EXPECT_EQ(covered(root["occasions"][0]["span"]), "70 năm chiến thắng Điện Biên Phủ");
    EXPECT_EQ(root["items"][2]["label"], "I");
    EXPECT_EQ(root["items"][3]["parent"], root["items"][2]["id"]);
    EXPECT_EQ(root["questions"][0]["field"], "plan.number");
}

TEST(StructureJson, BrokenBytesStillGiveJson) {
    const std::string text =
        "I. N\xFFI DUNG\n1. L\xC3m vi\xE1\xBB"
        "c \x80 tr\xC6\n";
    EXPECT_FALSE(nlohmann::json::parse(to_structure_json(read_plan_with_spans(text)), nullptr, false).is_discarded());
}

}  // namespace
}  // namespace thidua::intake
