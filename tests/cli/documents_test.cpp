// Documents and tables from the command line: files in a folder of their own, exit codes, sentences.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "app/demo.h"
#include "cli/command.h"
#include "document/kinds.h"
#include "sheet/read.h"
#include "store/store.h"

using namespace thidua;
namespace fs = std::filesystem;

namespace {

class DocumentCommands : public testing::Test {
protected:
    void SetUp() override {
        folder_ =
            fs::path(testing::TempDir()) /
            ("thidua-cli-documents-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        year_ = file("year.thidua");
        ASSERT_TRUE(store::Store::create(year_, app::demo_office()));
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string file(const std::string& name) const { return (folder_ / name).string(); }
    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(file(name), std::ios::binary) << bytes;
        return file(name);
    }
    static std::string read(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    int run(const std::vector<std::string>& words) {
        out_.str("");
        err_.str("");
        cli::Output output{out_, err_};
        return cli::run(words, output);
    }
    office::YearBook book() const { return *store::snapshot(*store::Store::open(year_, store::Access::kReadOnly)); }

    fs::path folder_;
    std::string year_;
    std::ostringstream out_;
    std::ostringstream err_;
};

}  // namespace

TEST_F(DocumentCommands, EveryKindIsListedAndWritten) {
    ASSERT_EQ(run({"document", "--kinds"}), 0);
    for (const document::KindInfo& kind : document::kinds()) {
        EXPECT_NE(out_.str().find(kind.vi), std::string::npos) << kind.vi;
    }
    for (const document::KindInfo& kind : document::kinds()) {
        const std::string path = file(std::string(kind.code) + ".html");
        ASSERT_EQ(run({"document", std::string(kind.code), year_, "-o", path}), 0) << err_.str();
        EXPECT_NE(read(path).find("</html>"), std::string::npos) << kind.vi;
    }
    ASSERT_EQ(run({"document", "roster", year_, "-o", file("a.docx")}), 0) << err_.str();
    EXPECT_EQ(run({"document", "roster", year_, "-o", file("a.docx")}), 5);
    EXPECT_EQ(run({"document", "roster", year_, "-o", file("a.odt")}), 4);
    EXPECT_EQ(run({"document", "no-such-kind", year_, "-o", file("b.docx")}), 3);
    EXPECT_EQ(run({"document", "roster"}), 1);
}

TEST_F(DocumentCommands, AReportOfOnePerson) {
    const std::string name = app::demo_office().people[1].full_name;
    ASSERT_EQ(run({"document", "achievement-person", year_, "--for", name, "--title", "CSTDCS", "-o", file("a.html")}),
              0)
        << err_.str();
    EXPECT_NE(read(file("a.html")).find(name), std::string::npos);
    EXPECT_NE(out_.str().find("chỗ còn để trống"), std::string::npos);
    EXPECT_EQ(run({"document", "achievement-person", year_, "--for", "Không Có Ai", "-o", file("b.html")}), 3);
    EXPECT_EQ(run({"document", "achievement-person", year_, "--title", "XYZ", "-o", file("b.html")}), 3);
    EXPECT_FALSE(fs::exists(file("b.html")));
}

TEST_F(DocumentCommands, PdfWithTheFontsOfTheBuild) {
    if (!fs::exists(fs::path(THIDUA_BINARY_DIR) / "fonts" / "serif-bolditalic.ttf"))
        GTEST_SKIP() << "no fonts were built";
    setenv("THIDUA_FONTS_DIR", (fs::path(THIDUA_BINARY_DIR) / "fonts").c_str(), 1);
    ASSERT_EQ(run({"document", "plan", year_, "-o", file("a.pdf")}), 0) << err_.str();
    EXPECT_TRUE(read(file("a.pdf")).starts_with("%PDF-"));
    unsetenv("THIDUA_FONTS_DIR");
}

TEST_F(DocumentCommands, TheLayoutOfOurOwnFilesHolds) {
    ASSERT_EQ(run({"document", "proposal", year_, "-o", file("a.docx")}), 0) << err_.str();
    EXPECT_EQ(run({"layout-check", file("a.docx")}), 0) << out_.str();
    EXPECT_EQ(run({"layout-check", write("b.docx", "no Word file")}), 1);
    EXPECT_EQ(run({"layout-check", file("none.docx")}), 3);
}

TEST_F(DocumentCommands, EveryTableGoesOut) {
    ASSERT_EQ(run({"export", "--tables"}), 0);
    EXPECT_NE(out_.str().find("people"), std::string::npos);
    for (const char* table : {"people", "verdicts", "tasks", "history"}) {
        const std::string path = file(std::string(table) + ".xlsx");
        ASSERT_EQ(run({"export", table, year_, "-o", path}), 0) << err_.str();
        EXPECT_TRUE(sheet::read_tables(path, read(path))) << table;
    }
    ASSERT_EQ(run({"export", "people", year_, "-o", file("a.csv")}), 0);
    EXPECT_NE(read(file("a.csv")).find(app::demo_office().people[0].full_name), std::string::npos);
    EXPECT_EQ(run({"export", "nothing", year_, "-o", file("b.csv")}), 3);
    EXPECT_EQ(run({"export", "people", year_, "-o", file("b.pdf")}), 4);
}

TEST_F(DocumentCommands, AListComesIn) {
    const std::string list =
        write("ds.csv", "Họ và tên,Chức vụ,Xếp loại\nNguyễn Văn Mới,Lái xe,HTTNV\nBình,Văn thư,\n");
    const std::size_t before = book().people.size();
    ASSERT_EQ(run({"import-people", list, year_, "--dry-run"}), 0) << err_.str();
    EXPECT_EQ(book().people.size(), before);
    ASSERT_EQ(run({"import-people", list, year_}), 0) << err_.str();
    EXPECT_NE(out_.str().find("Dòng 3"), std::string::npos) << out_.str();
    EXPECT_EQ(book().people.size(), before + 1);
    ASSERT_EQ(run({"import-people", list, year_}), 0);
    EXPECT_EQ(book().people.size(), before + 1);  // the same list once more changes nothing
    // What went out as Excel comes in again.
    ASSERT_EQ(run({"export", "people", year_, "-o", file("out.xlsx")}), 0);
    ASSERT_EQ(run({"import-people", file("out.xlsx"), year_}), 0) << err_.str();
    EXPECT_NE(out_.str().find("0 bị từ chối"), std::string::npos) << out_.str();
    EXPECT_EQ(run({"import-people", write("bad.csv", "Họ và tên,Chức vụ\nBình,x\n"), year_}), 1);
    EXPECT_EQ(run({"import-people", write("bad.xlsx", "PK\x03\x04"), year_}), 1);
    EXPECT_EQ(run({"import-people", list, year_, "--as", "cars"}), 1);
}
