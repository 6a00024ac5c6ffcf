// The law from the command line: a file of the year, local rules, two days, the rule book.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/office_law.h"
#include "cli/command.h"
#include "store/commands.h"

using namespace thidua;
namespace fs = std::filesystem;

namespace {

class LawActs : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) /
                  ("thidua-law-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string file(const std::string& name) const { return (folder_ / name).string(); }
    int run(std::vector<std::string> words) {
        out_.str("");
        err_.str("");
        cli::Output output{out_, err_};
        return cli::run(words, output);
    }
    std::string out() const { return out_.str(); }
    std::string err() const { return err_.str(); }
    nlohmann::json json() const { return nlohmann::json::parse(out(), nullptr, false); }

    /// One person of a good year, one that nobody rated; the lists of 2024 are complete.
    std::string year(int merit_year, const std::vector<office::RuleOverlay>& overlays = {}) const {
        office::YearBook book;
        book.office.name = "Phòng Tư pháp thành phố";
        book.office.year = merit_year;
        office::Person an;
        an.id.value = 7;
        an.full_name = "Trần Văn An";
        office::Person binh;
        binh.id.value = 8;
        binh.full_name = "Lê Thị \"Bình\"";
        book.people = {an, binh};
        office::YearRecord record;
        record.id.value = 1;
        record.person.value = 7;
        record.year = merit_year;
        record.rating = office::Rating::kExcellent;
        record.movements = office::Answer::kYes;
        record.disciplined = office::Answer::kNo;
        record.under_review = office::Answer::kNo;
        book.records = {record};
        book.overlays = overlays;
        const auto store = store::Store::create(file("year.thidua"), book);
        EXPECT_TRUE(store) << store.error().en;
        return file("year.thidua");
    }

    fs::path folder_;
    std::ostringstream out_;
    std::ostringstream err_;
};

const nlohmann::json* verdict_on(const nlohmann::json& subject, const std::string& title) {
    for (const auto& verdict : subject["verdicts"]) {
        if (verdict.value("title", "") == title) return &verdict;
    }
    return nullptr;
}

TEST_F(LawActs, CheckPrintsVerdictsOfTheSchema) {
    const std::string path = year(2024);
    ASSERT_EQ(run({"check", path, "--date", "2024-12-20", "--json"}), 0) << err();
    const auto all = json();
    ASSERT_TRUE(all.is_object()) << out();
    EXPECT_EQ(all["pack"], "R1");
    ASSERT_EQ(all["subjects"].size(), 3u);  // two people and the office
    const auto& an = all["subjects"][0]["name"] == "Trần Văn An" ? all["subjects"][0] : all["subjects"][1];
    const auto& binh = all["subjects"][0]["name"] == "Trần Văn An" ? all["subjects"][1] : all["subjects"][0];
    EXPECT_EQ(binh["name"], "Lê Thị \"Bình\"");
    ASSERT_NE(verdict_on(an, "LDTT"), nullptr);
    EXPECT_EQ((*verdict_on(an, "LDTT"))["outcome"], "met");
    EXPECT_EQ((*verdict_on(an, "CSTDCS"))["outcome"], "met");
    EXPECT_NE(verdict_on(an, "GK"), nullptr);
    EXPECT_EQ(verdict_on(an, "TTLDTT"), nullptr);
    EXPECT_EQ((*verdict_on(binh, "LDTT"))["outcome"], "not-known");
    EXPECT_FALSE((*verdict_on(binh, "LDTT"))["missing"].empty());
    const auto& office = all["subjects"][2];
    EXPECT_EQ(office["subject"], "collective");
    EXPECT_EQ((*verdict_on(office, "TTLDTT"))["outcome"], "not-known");

    // The keys of a verdict are those that the schema names.
    ASSERT_EQ(run({"verdict", "--schema"}), 0);
    const std::string schema = out();
    for (const auto& [key, value] : verdict_on(an, "LDTT")->items()) {
        EXPECT_NE(schema.find("\"" + key + "\""), std::string::npos) << key;
    }
}

TEST_F(LawActs, CheckOnePersonOneTitle) {
    const std::string path = year(2024);
    ASSERT_EQ(run({"check", path, "--date", "2024-12-20", "--person", "tran van an", "--title", "CSTDCS"}), 0) << err();
    EXPECT_NE(out().find("Chiến sĩ thi đua cơ sở: Đủ"), std::string::npos) << out();
    EXPECT_EQ(out().find("Lao động tiên tiến:"), std::string::npos) << out();
    EXPECT_EQ(run({"check", path, "--person", "Ai Đó"}), 3);
    ASSERT_EQ(run({"check", path, "--date", "2024-12-20", "--person", "Trần Văn An", "--forms", "--english"}), 0);
    EXPECT_NE(out().find("Certificate of merit"), std::string::npos) << out();
}

TEST_F(LawActs, LocalRulesJudgeAndTheirConflictsAreSaid) {
    app::ParameterEdit edit;
    edit.pack = "R1";
    edit.parameter = "ttldxs.ldtt";
    edit.value = 80;
    edit.owner = law::Owner::kProvince;
    edit.document = "Quyết định 07/2022/QĐ-UBND";
    office::RuleOverlay overlay = *app::with_parameter({}, edit);
    overlay.id.value = 1;
    overlay.text.replace(overlay.text.find("80"), 2, "60");
    const std::string path = year(2024, {overlay});
    ASSERT_EQ(run({"check", path, "--date", "2024-12-20"}), 0);
    EXPECT_NE(err().find("tối thiểu"), std::string::npos) << err();
}

TEST_F(LawActs, TwoDaysAreCompared) {
    const std::string path = year(2024);
    ASSERT_EQ(run({"law", "--compare", "2024-12-20", "2025-07-01", path}), 0) << err();
    EXPECT_NE(out().find("129/2025"), std::string::npos) << out();  // the district level is gone
    ASSERT_EQ(run({"law", "--compare", "2024-12-20", "2026-10-01", path}), 0) << err();
    EXPECT_NE(out().find("Trần Văn An · Lao động tiên tiến: Đủ"), std::string::npos) << out();  // the new law is locked
    EXPECT_EQ(run({"law", "--compare", "2024-12-20", path}), 1);
    EXPECT_EQ(run({"law", "--compare", "2024-12-20", "2025-02-30", path}), 1);
    EXPECT_EQ(run({"law", "--compare", "2024-12-20", "2025-07-01", file("nothing.thidua")}), 3);
}

TEST_F(LawActs, TheRuleBookAsDocxAndHtml) {
    ASSERT_EQ(run({"law", "--book", "R1", "-o", file("rules.docx")}), 0) << err();
    std::ifstream docx(file("rules.docx"), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(docx), {}};
    EXPECT_EQ(bytes.substr(0, 4), "PK\x03\x04");
    ASSERT_EQ(run({"law", "--book", "R2", "-o", file("rules.html")}), 0) << err();
    EXPECT_TRUE(fs::exists(file("rules.html")));
    EXPECT_EQ(run({"law", "--book", "R1", "-o", file("rules.odt")}), 4);
    EXPECT_FALSE(fs::exists(file("rules.odt")));
}

}  // namespace
