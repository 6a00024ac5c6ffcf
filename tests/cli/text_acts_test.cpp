// `thidua restore` and `thidua parse`: what they print holds against the schema they print, spans lead to the words
// they name, old encodings are told, wrong calls end in a sentence and a code.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/command.h"

using namespace thidua;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const std::string kScan =
    "Thyc hién Ké hoach s6 53/KH-UBND ngay 14/3/2024 cla UBND thanh phd vé phat dong phong trao thi dua;\n"
    "I. MUC DiCH\n1. B6 phan ho tich béo cao trudc ngay 30/6/2024.\n";
const std::string kClean =
    "Thực hiện Kế hoạch số 53/KH-UBND ngày 14/3/2024 của UBND thành phố về phong trào thi đua “Vì người nghèo”;\n"
    "Phòng Tư pháp xây dựng kế hoạch thi đua năm 2024 chào mừng kỷ niệm 70 năm chiến thắng Điện Biên Phủ như sau:\n"
    "I. NỘI DUNG\n1. Bộ phận hộ tịch báo cáo trước ngày 30/6/2024, giải quyết ít nhất 98% hồ sơ.\n";

class TextActs : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) /
                  ("thidua-text-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return (folder_ / name).string();
    }
    int run(std::vector<std::string> words) {
        out_.str("");
        err_.str("");
        cli::Output output{out_, err_};
        return cli::run(words, output);
    }
    Json json() const { return Json::parse(out_.str(), nullptr, false); }

    fs::path folder_;
    std::ostringstream out_;
    std::ostringstream err_;
};

/// The part of JSON Schema that the schemas use.
void expect_valid(const Json& value, const Json& schema, const Json& root, const std::string& where) {
    if (schema.contains("$ref")) {
        const std::string name = schema["$ref"].get<std::string>().substr(std::string("#/$defs/").size());
        return expect_valid(value, root["$defs"][name], root, where);
    }
    if (schema.contains("const")) {
        EXPECT_EQ(value, schema["const"]) << where;
    }
    if (schema.contains("enum")) {
        EXPECT_NE(std::find(schema["enum"].begin(), schema["enum"].end(), value), schema["enum"].end())
            << where << value;
    }
    const std::string type = schema.value("type", "");
    if (type == "string") {
        EXPECT_TRUE(value.is_string()) << where;
    }
    if (type == "integer") {
        EXPECT_TRUE(value.is_number_integer()) << where;
    }
    if (type == "number") {
        EXPECT_TRUE(value.is_number()) << where;
    }
    if (type == "boolean") {
        EXPECT_TRUE(value.is_boolean()) << where;
    }
    if (type == "array") {
        ASSERT_TRUE(value.is_array()) << where;
        if (schema.contains("minItems")) {
            EXPECT_EQ(value.size(), schema["minItems"].get<std::size_t>()) << where;
        }
        for (const Json& item : value) expect_valid(item, schema["items"], root, where + "[]");
    }
    if (type == "object") {
        ASSERT_TRUE(value.is_object()) << where;
        for (const auto& [key, member] : value.items()) {
            ASSERT_TRUE(schema["properties"].contains(key)) << where << "." << key << " is not in the schema";
            expect_valid(member, schema["properties"][key], root, where + "." + key);
        }
        if (schema.contains("required")) {
            for (const Json& name : schema["required"])
                EXPECT_TRUE(value.contains(name.get<std::string>())) << where << name;
        }
    }
}

}  // namespace

TEST_F(TextActs, ParseHoldsAgainstItsSchema) {
    ASSERT_EQ(run({"parse", "--schema"}), 0);
    const Json schema = json();
    ASSERT_TRUE(schema.is_object());
    ASSERT_EQ(run({"parse", write("sach.txt", kClean), "--json"}), 0) << err_.str();
    const Json parsed = json();
    expect_valid(parsed, schema, schema, "");
    EXPECT_EQ(parsed["basis"][0]["number"], "53/KH-UBND");
    EXPECT_EQ(parsed["campaigns"][0]["name"], "Vì người nghèo");
    EXPECT_EQ(parsed["occasions"][0]["first"], "1954-05-07");
    EXPECT_EQ(parsed["tasks"][0]["target"], "98");
    const auto covered = [&](const Json& span) {
        const auto begin = span["bytes"][0].get<std::size_t>();
        return kClean.substr(begin, span["bytes"][1].get<std::size_t>() - begin);
    };
    EXPECT_EQ(covered(parsed["campaigns"][0]["span"]), "phong trào thi đua “Vì người nghèo”");
    EXPECT_EQ(covered(parsed["tasks"][0]["spans"]["due"]), "trước ngày 30/6/2024");
}

TEST_F(TextActs, RestoreHoldsAgainstItsSchemaAndKeepsLines) {
    ASSERT_EQ(run({"restore", "--schema"}), 0);
    const Json schema = json();
    const std::string file = write("quet.txt", kScan);
    ASSERT_EQ(run({"restore", file, "--json"}), 0) << err_.str();
    const Json restored = json();
    expect_valid(restored, schema, schema, "");
    const std::string text = restored["text"];
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
    EXPECT_NE(text.find("Kế hoạch số 53/KH-UBND"), std::string::npos) << text;
    std::size_t with_others = 0;
    for (const Json& token : restored["tokens"]) {
        const auto at = [&](const char* key, int side) { return token[key][side].get<std::size_t>(); };
        EXPECT_EQ(text.substr(at("span", 0), at("span", 1) - at("span", 0)), token["text"].get<std::string>());
        EXPECT_EQ(kScan.substr(at("source_span", 0), at("source_span", 1) - at("source_span", 0)),
                  token["source"].get<std::string>());
        with_others += token["alternatives"].empty() ? 0 : 1;
    }
    EXPECT_GE(with_others, 1U);
    ASSERT_EQ(run({"restore", file}), 0);
    EXPECT_EQ(out_.str(), text);
}

TEST_F(TextActs, AnOldEncodingIsConvertedAndTold) {
    const std::string file = write("cu.txt",
                                   "C\xE9"
                                   "ng ho\xB5 x\xB7 h\xE9"
                                   "i ch\xF1 ngh\xDC"
                                   "a Vi\xD6t Nam\n");
    ASSERT_EQ(run({"restore", file}), 0) << err_.str();
    EXPECT_EQ(out_.str(), "Cộng hoà xã hội chủ nghĩa Việt Nam\n");
    EXPECT_NE(err_.str().find("TCVN3"), std::string::npos);
}

TEST_F(TextActs, ErrorsAreSentencesWithTheirCodes) {
    EXPECT_EQ(run({"parse"}), 2);
    EXPECT_NE(err_.str().find("tên tệp"), std::string::npos);
    EXPECT_EQ(run({"restore", (folder_ / "khong-co.txt").string()}), 3);
    EXPECT_EQ(run({"parse", write("anh.png", "\x89PNG\r\n\x1A\n...")}), 4);
    EXPECT_NE(err_.str().find("OCR"), std::string::npos);
    EXPECT_EQ(run({"restore", write("rong.txt", "")}), 1);
    EXPECT_EQ(run({"parse", "a", "b"}), 2);
}
