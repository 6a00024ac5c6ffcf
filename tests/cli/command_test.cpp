// The command line as a person calls it: files in a folder of their own, exit codes, sentences.

#include "cli/command.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "share/link.h"

using namespace thidua;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class CommandLine : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) /
                  ("thidua-cli-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string file(const std::string& name) const { return (folder_ / name).string(); }
    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(file(name), std::ios::binary) << bytes;
        return file(name);
    }
    int run(std::vector<std::string> words) {
        out_.str("");
        err_.str("");
        cli::Output output{out_, err_};
        return cli::run(words, output);
    }
    std::string out() const { return out_.str(); }
    std::string err() const { return err_.str(); }

    fs::path folder_;
    std::ostringstream out_;
    std::ostringstream err_;
};

const std::string kPlan =
    "Phát động phong trào thi đua năm 2024\n\n"
    "Thực hiện Kế hoạch số 53/KH-UBND ngày 14/3/2024 của UBND huyện về phát động phong trào thi đua,\n"
    "Phòng Tư pháp xây dựng kế hoạch như sau:\n\n"
    "I. MỤC ĐÍCH, YÊU CẦU\n\nPhát huy vai trò của từng cá nhân trong thực hiện nhiệm vụ.\n\n"
    "II. TỔ CHỨC THỰC HIỆN\n\n"
    "1. Giao Công chức phụ trách tham mưu báo cáo định kỳ hằng quý.\n\n"
    "Nơi nhận:\n- UBND huyện;\n- Lưu: VT.\n";

}  // namespace

TEST_F(CommandLine, EveryCommandHasHelpInBothLanguages) {
    for (const cli::Command& command : cli::commands()) {
        EXPECT_EQ(run({std::string(command.name), "--help"}), 0);
        EXPECT_NE(out().find(std::string(command.usage)), std::string::npos);
        EXPECT_NE(out().find(std::string(command.vi)), std::string::npos);
        EXPECT_EQ(run({std::string(command.name), "--help", "--english"}), 0);
        EXPECT_NE(out().find(std::string(command.en)), std::string::npos);
        EXPECT_NE(out().find("Exit codes"), std::string::npos);
    }
    EXPECT_EQ(run({"--help"}), 0);
    for (const cli::Command& command : cli::commands()) {
        EXPECT_NE(out().find("thidua " + std::string(command.name)), std::string::npos);
    }
}

TEST_F(CommandLine, AWrongCallSaysWhatIsWrong) {
    EXPECT_EQ(run({}), 2);
    EXPECT_EQ(run({"nhap"}), 2);
    EXPECT_NE(err().find("nhap"), std::string::npos);
    EXPECT_EQ(run({"show"}), 2);
    EXPECT_EQ(run({"show", "a", "b"}), 2);
    EXPECT_EQ(run({"show", "--jsn", "a"}), 2);
    EXPECT_NE(err().find("--jsn"), std::string::npos);
    EXPECT_EQ(run({"import", "a", "-o"}), 2);
}

TEST_F(CommandLine, ATextBecomesAFileAndTellsWhatItHolds) {
    const std::string year = file("year.thidua");
    ASSERT_EQ(run({"import", write("plan.txt", kPlan), "-o", year}), 0) << err();
    ASSERT_EQ(run({"show", year}), 0) << err();
    EXPECT_NE(out().find("53/KH-UBND · 14/03/2024"), std::string::npos) << out();

    ASSERT_EQ(run({"show", year, "--json"}), 0) << err();
    const auto json = nlohmann::json::parse(out(), nullptr, false);
    ASSERT_TRUE(json.is_object());
    EXPECT_EQ(json["plans"][0]["basis"][0]["number"], "53/KH-UBND");
    EXPECT_EQ(json["plans"][0]["basis"][0]["date"], "2024-03-14");

    ASSERT_EQ(run({"report", year, "-o", file("report.docx")}), 0) << err();
    EXPECT_EQ(read(file("report.docx")).substr(0, 4), "PK\x03\x04");
    ASSERT_EQ(run({"report", year, "--plan", "-o", file("plan.docx")}), 0) << err();

    ASSERT_EQ(run({"link", year, "--page", "https://x.test/"}), 0) << err();
    const auto shared = share::decode_link(out().substr(out().find('#'), out().find('\n') - out().find('#')));
    ASSERT_TRUE(shared);
    EXPECT_EQ(shared->bundle.basis.at(0).number, "53/KH-UBND");

    ASSERT_EQ(run({"check", year, "--date", "2024-12-20"}), 0) << err();
    EXPECT_NE(out().find("06/2022"), std::string::npos) << out();
}

TEST_F(CommandLine, FactsAreJudgedWithoutAFileOfTheYear) {
    ASSERT_EQ(run({"verdict", "--schema"}), 0);
    EXPECT_TRUE(nlohmann::json::parse(out(), nullptr, false).is_object());
    const std::string facts = write("facts.json",
                                    R"({"subject": "person", "year": 2024, "years": [{"year": 2024, "rating": "good"}]})");
    ASSERT_EQ(run({"verdict", "--facts", facts, "--title", "LDTT", "--date", "2024-12-20", "--json"}), 0) << err();
    const auto verdicts = nlohmann::json::parse(out(), nullptr, false);
    ASSERT_TRUE(verdicts.is_array());
    EXPECT_EQ(verdicts[0].value("outcome", ""), "not-known") << out();  // nobody said anything of movements
    EXPECT_EQ(run({"verdict", "--facts", write("bad.json", "{\"year\": }")}), 1);
    EXPECT_EQ(run({"verdict"}), 1);
    ASSERT_EQ(run({"law", "--book", "R1", "-o", file("rules.html")}), 0) << err();
    EXPECT_NE(read(file("rules.html")).find("06/2022"), std::string::npos);
    EXPECT_EQ(run({"law", "--book", "R9"}), 3);
}

TEST_F(CommandLine, TheSampleScanHoldsAllThatThePlanSays) {
    const std::string sample = std::string(THIDUA_SOURCE_DIR) + "/../shared/samples/plan-2024.ocr.txt";
    if (!fs::exists(sample)) GTEST_SKIP() << "../shared is not here";
    const std::string year = file("year.thidua");
    ASSERT_EQ(run({"import", sample, "-o", year}), 0) << err();
    ASSERT_EQ(run({"show", year, "--json"}), 0) << err();
    const auto book = nlohmann::json::parse(out(), nullptr, false);
    ASSERT_TRUE(book.is_object());
    const auto& plan = book["plans"][0];

    const auto expected = nlohmann::json::parse(
        read(std::string(THIDUA_SOURCE_DIR) + "/../shared/samples/plan-2024.entities.json"), nullptr, false);
    for (const auto& wanted : expected["references"]) {
        bool found = false;
        for (const auto& basis : plan["basis"]) {
            found |= basis.value("number", "") == wanted.value("number", "?") &&
                     basis.value("date", "") == wanted.value("date", "?") &&
                     basis.value("issuer", "") == wanted.value("issuer", "?");
        }
        EXPECT_TRUE(found) << wanted.dump();
    }
    std::size_t unnumbered = 0;
    for (const auto& basis : plan["basis"]) unnumbered += basis.value("number", "").empty();
    EXPECT_GE(unnumbered, 4u);
    std::vector<std::string> sections;
    for (const auto& item : plan["items"]) {
        if (item.value("kind", "") == "section") sections.push_back(item.value("label", ""));
    }
    EXPECT_EQ(sections, (std::vector<std::string>{"I", "II", "III"}));
    EXPECT_GE(plan["tasks"].size(), 12u);
    const nlohmann::json recipients = {"UBND.TP (Phòng Nội vụ)", "Lưu: VT, PTP"};
    EXPECT_EQ(plan.value("recipients", nlohmann::json()), recipients);
    EXPECT_EQ(plan.value("signer_title", ""), "TRƯỞNG PHÒNG");
    EXPECT_EQ(plan.value("signer_name", "").substr(0, 4), "Lưu");
}

TEST_F(CommandLine, BadInputGetsASentenceAndLeavesNothing) {
    const std::string target = file("year.thidua");
    const auto refused = [&](const std::string& source, int code) {
        EXPECT_EQ(run({"import", source, "-o", target}), code) << source << "\n" << err();
        EXPECT_GT(err().size(), 20u) << source;
        EXPECT_FALSE(fs::exists(target)) << source;
    };
    refused(file("khong-co.txt"), 3);
    refused(write("trong.txt", ""), 1);
    refused(write("trang.txt", " \n\t \n"), 1);
    refused(write("that-ra-docx.txt", std::string("PK\x03\x04", 4) + std::string(400, 'x')), 1);
    refused(folder_.string(), 1);
    fs::resize_file(write("to.bin", "x"), std::uintmax_t{51} << 20);
    refused(file("to.bin"), 1);
}

TEST_F(CommandLine, AnExistingFileIsNeverOverwrittenUnasked) {
    const std::string kept = write("year.thidua", "mine");
    EXPECT_EQ(run({"import", write("plan.txt", kPlan), "-o", kept}), 5);
    EXPECT_EQ(read(kept), "mine");
    EXPECT_EQ(run({"import", file("plan.txt"), "-o", kept, "--force"}), 0) << err();
    EXPECT_EQ(run({"show", kept}), 0);
}

TEST_F(CommandLine, ForeignAndBrokenFilesAreNamedAsSuch) {
    EXPECT_EQ(run({"show", write("a.thidua", "no database")}), 1);
    EXPECT_GT(err().size(), 20u);
    EXPECT_EQ(run({"show", file("none.thidua")}), 3);
    const std::string year = file("year.thidua");
    ASSERT_EQ(run({"import", write("plan.txt", kPlan), "-o", year}), 0) << err();
    std::string bytes = read(year);
    bytes[60 + 3] = 99;  // user_version, big-endian at offset 60 of SQLite's header: a newer program wrote it
    EXPECT_EQ(run({"show", write("newer.thidua", bytes)}), 4) << err();
    bytes = read(year);
    bytes[68] = 0;  // application_id at offset 68: another program's database
    EXPECT_NE(run({"show", write("foreign.thidua", bytes)}), 0);
    EXPECT_NE(run({"import", year, "-o", file("x.thidua")}), 0);  // a file of the year is no text
    EXPECT_NE(err().find("thidua show"), std::string::npos) << err();
}
