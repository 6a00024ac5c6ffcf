// Documents and tables from the command line: files in a folder of their own, exit codes, sentences.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "app/demo.h"
#include "app/office_tables.h"
#include "cli/command.h"
#include "document/docx_read.h"
#include "document/kinds.h"
#include "document/zip.h"
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
    ASSERT_EQ(run({"document", "--list"}), 0);
    EXPECT_NE(out_.str().find("Tờ trình đề nghị"), std::string::npos);
    ASSERT_EQ(run({"document", year_, "--list"}), 0);
    EXPECT_NE(out_.str().find("Chưa lập văn bản nào"), std::string::npos);
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

TEST_F(DocumentCommands, ADossierHoldsWhatTheLawAsksFor) {
    const office::Person somebody = book().people[1];
    const std::string id = std::to_string(somebody.id.value);
    ASSERT_EQ(run({"dossier", year_, "--for", id, "--title", "CSTDCS", "--date", "2024-12-20", "-o", file("a.zip")}), 0)
        << err_.str();
    // No ballot is on file: the minutes are missing, and said to be.
    EXPECT_NE(out_.str().find("! " + somebody.full_name + ": Biên bản bình xét"), std::string::npos) << out_.str();
    EXPECT_EQ(run({"dossier", year_, "--for", id, "--title", "CSTDCS", "-o", file("a.zip")}), 5);
    EXPECT_EQ(run({"dossier", year_, "--for", "Không Có Ai", "-o", file("b.zip")}), 3);
    EXPECT_EQ(run({"dossier", year_, "--title", "XYZ", "-o", file("b.zip")}), 3);
    EXPECT_EQ(run({"dossier", year_, "--title", "GK", "-o", file("b.zip")}), 1) << "nobody registers for it";
    EXPECT_FALSE(fs::exists(file("b.zip")));

    if (std::system("command -v unzip >/dev/null 2>&1") != 0) GTEST_SKIP() << "no unzip here";
    const std::string into = file("a");
    ASSERT_EQ(std::system(("unzip -q '" + file("a.zip") + "' -d '" + into + "'").c_str()), 0);
    EXPECT_TRUE(fs::exists(into + "/00_muc_luc.docx"));
    std::size_t documents = 0;
    for (const auto& entry : fs::recursive_directory_iterator(into)) {
        if (!entry.is_regular_file()) continue;
        ++documents;
        EXPECT_TRUE(document::read_docx(read(entry.path().string()))) << entry.path();
        if (!entry.path().filename().string().starts_with("to_trinh")) continue;
        EXPECT_EQ(run({"layout-check", entry.path().string()}), 0) << out_.str();
    }
    EXPECT_EQ(documents, 3u) << "index, proposal, report";
    const auto index = document::read_docx(read(into + "/00_muc_luc.docx"));
    ASSERT_TRUE(index);
    const std::string text = document::text_of(*index);
    EXPECT_NE(text.find("THIẾU"), std::string::npos) << text;
    EXPECT_NE(text.find("Chưa có kết quả bỏ phiếu"), std::string::npos) << text;
}

TEST_F(DocumentCommands, TheDossiersOfEverybodyRegistered) {
    ASSERT_EQ(run({"dossier", year_, "--date", "2024-12-20", "-o", file("all.zip")}), 0) << err_.str();
    const auto entries = document::read_zip(read(file("all.zip")));
    ASSERT_TRUE(entries);
    std::size_t reports = 0, indexes = 0, proposals = 0;
    for (const document::ZipEntry& entry : *entries) {
        reports += entry.name.find("bao_cao_thanh_tich") != std::string::npos;
        indexes += entry.name.ends_with("/00_muc_luc.docx");
        proposals += entry.name.starts_with("chung/to_trinh");
    }
    std::size_t registered = 0;
    for (const office::Registration& entry : book().registrations) registered += entry.year == book().office.year;
    EXPECT_EQ(indexes, registered);
    EXPECT_EQ(reports, registered);
    EXPECT_EQ(proposals, 1u) << "one proposal for all";
    EXPECT_EQ(entries->front().name, "00_danh_sach.docx");
}

TEST_F(DocumentCommands, TheRuleBookIsPrintedLikeADocument) {
    ASSERT_EQ(run({"law", "--book", "R1", "-o", file("r1.docx")}), 0) << err_.str();
    EXPECT_TRUE(document::read_docx(read(file("r1.docx"))));
    if (!fs::exists(fs::path(THIDUA_BINARY_DIR) / "fonts" / "serif-bolditalic.ttf"))
        GTEST_SKIP() << "no fonts were built";
    setenv("THIDUA_FONTS_DIR", (fs::path(THIDUA_BINARY_DIR) / "fonts").c_str(), 1);
    ASSERT_EQ(run({"law", "--book", "R1", "-o", file("r1.pdf")}), 0) << err_.str();
    EXPECT_TRUE(read(file("r1.pdf")).starts_with("%PDF-"));
    unsetenv("THIDUA_FONTS_DIR");
    EXPECT_EQ(run({"law", "--book", "R1", "-o", file("r1.odt")}), 4);
}

TEST_F(DocumentCommands, SpoiltWordFilesAreRefusedWithASentence) {
    ASSERT_EQ(run({"document", "decision", year_, "-o", file("good.docx")}), 0) << err_.str();
    const std::string good = read(file("good.docx"));
    // Cut anywhere, or with a changed byte: a sentence and exit code 1, or (a byte that does not matter) the findings.
    for (std::size_t cut = 0; cut < good.size(); cut += good.size() / 9 + 1) {
        EXPECT_EQ(run({"layout-check", write("cut.docx", good.substr(0, cut))}), 1) << cut;
        EXPECT_FALSE(err_.str().empty()) << cut;
    }
    for (std::size_t at = 0; at < good.size(); at += good.size() / 40 + 1) {
        std::string spoilt = good;
        spoilt[at] = static_cast<char>(spoilt[at] ^ 0x5A);
        const int code = run({"layout-check", write("spoilt.docx", spoilt)});
        EXPECT_TRUE(code == 0 || (code == 1 && !err_.str().empty())) << at << ": " << code;
    }
    // A page that breaks the decree: margins of half a centimetre.
    auto entries = document::read_zip(good);
    ASSERT_TRUE(entries);
    for (document::ZipEntry& entry : *entries) {
        if (entry.name != "word/document.xml") continue;
        const std::size_t at = entry.bytes.find("w:left=\"", entry.bytes.find("<w:pgMar"));
        ASSERT_NE(at, std::string::npos);
        const std::size_t end = entry.bytes.find('"', at + 8);
        entry.bytes.replace(at + 8, end - at - 8, "283");
    }
    EXPECT_EQ(run({"layout-check", write("narrow.docx", *document::write_zip(*entries))}), 1);
    EXPECT_NE(out_.str().find("Lề trái là 5 mm"), std::string::npos) << out_.str();
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

/// Every table and every part of a dossier, opened by LibreOffice: one call, since it takes seconds to start.
TEST_F(DocumentCommands, LibreOfficeOpensEveryTableAndEveryPart) {
    for (const char* program : {"soffice", "pdftotext", "unzip"}) {
        if (std::system(("command -v " + std::string(program) + " >/dev/null 2>&1").c_str()) != 0)
            GTEST_SKIP() << program << " is not here";
    }
    fs::create_directories(file("in"));
    std::vector<std::string> names;
    for (const app::OfficeTableInfo& table : app::office_tables()) {
        const std::string name = "table-" + std::string(table.code);
        ASSERT_EQ(run({"export", std::string(table.code), year_, "-o", file("in/" + name + ".xlsx")}), 0) << err_.str();
        names.push_back(name);
    }
    const office::Person somebody = book().people[1];
    ASSERT_EQ(run({"dossier", year_, "--for", std::to_string(somebody.id.value), "--title", "CSTDCS", "--date",
                   "2024-12-20", "-o", file("a.zip")}),
              0)
        << err_.str();
    ASSERT_EQ(std::system(("unzip -q -j '" + file("a.zip") + "' -d '" + file("in") + "'").c_str()), 0);
    for (const auto& entry : fs::directory_iterator(file("in"))) {
        if (entry.path().extension() == ".docx") names.push_back(entry.path().stem().string());
    }
    ASSERT_EQ(names.size(), app::office_tables().size() + 3);
    const std::string command = "cd '" + file("in") + "' && soffice -env:UserInstallation=file://" + file("profile") +
                                " --headless --convert-to pdf --outdir '" + file("out") + "' * >/dev/null 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0);
    for (const std::string& name : names) {
        const std::string pdf = file("out/" + name + ".pdf");
        ASSERT_TRUE(fs::exists(pdf)) << name << " was not opened";
        ASSERT_EQ(std::system(("pdftotext '" + pdf + "' '" + file("out/t.txt") + "'").c_str()), 0) << name;
        std::istringstream words(read(file("out/t.txt")));
        std::string text;
        for (std::string word; words >> word;) text += word + " ";  // names run over the lines of a cell
        // Every table carries the office's name above it, every part whom it is about or who sends it.
        EXPECT_FALSE(text.empty()) << name;
        if (name.starts_with("table-")) EXPECT_NE(text.find("2024"), std::string::npos) << name << "\n" << text;
        else EXPECT_NE(text.find(somebody.full_name), std::string::npos) << name << "\n" << text;
    }
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
    // The tasks of the plans go out and come in by the same words.
    ASSERT_EQ(run({"export", "tasks", year_, "-o", file("tasks.csv")}), 0) << err_.str();
    ASSERT_EQ(run({"import-people", file("tasks.csv"), year_, "--dry-run"}), 0) << err_.str();
    EXPECT_NE(out_.str().find("Nhiệm vụ của kế hoạch: 0 dòng nhận"), std::string::npos) << out_.str();
    ASSERT_EQ(
        run({"import-people", write("new.csv", "Kế hoạch;Nhiệm vụ;Phụ trách\nKế hoạch quý IV;Kiểm tra chéo;Tổ 1\n"),
             year_, "--as", "tasks"}),
        0)
        << err_.str();
    EXPECT_NE(out_.str().find("1 dòng nhận"), std::string::npos) << out_.str();
    EXPECT_EQ(run({"import-people", write("bad.csv", "Họ và tên,Chức vụ\nBình,x\n"), year_}), 1);
    EXPECT_EQ(run({"import-people", write("bad.xlsx", "PK\x03\x04"), year_}), 1);
    EXPECT_EQ(run({"import-people", list, year_, "--as", "cars"}), 1);
}

TEST_F(DocumentCommands, TheOfficesOwnWordingGoesOutAndIn) {
    ASSERT_EQ(run({"template", "proposal"}), 0) << err_.str();
    EXPECT_EQ(out_.str(), document::builtin_template("proposal"));
    const std::string path = file("to-trinh.txt");
    ASSERT_EQ(run({"template", "proposal", year_, "-o", path}), 0) << err_.str();
    EXPECT_EQ(run({"template", "proposal", year_, "-o", path}), 5) << "nothing is overwritten";
    std::string text = read(path);
    const std::string sentence = "Kính trình {nơi trình} xem xét, quyết định";
    ASSERT_NE(text.find(sentence), std::string::npos);
    text.replace(text.find(sentence), sentence.size(), "Rất mong {nơi trình} quan tâm");
    write("to-trinh.txt", text);
    ASSERT_EQ(run({"template", "proposal", year_, "--set", path}), 0) << err_.str();
    ASSERT_EQ(run({"template", "--list", year_}), 0);
    EXPECT_NE(out_.str().find("Tờ trình đề nghị · lời văn riêng"), std::string::npos) << out_.str();
    ASSERT_EQ(run({"template", "proposal", year_}), 0);
    EXPECT_EQ(out_.str(), text);
    ASSERT_EQ(run({"document", "proposal", year_, "-o", file("a.html")}), 0) << err_.str();
    EXPECT_NE(read(file("a.html")).find("Rất mong"), std::string::npos);
    auto store = store::Store::open(year_);
    ASSERT_TRUE(store);
    EXPECT_EQ(store->undo_words(), "Dùng lời văn riêng: Tờ trình đề nghị");
    ASSERT_TRUE(store->undo());
    EXPECT_TRUE(store::snapshot(*store)->templates.empty());
    ASSERT_TRUE(store->redo());
    store = base::fail(base::ErrorKind::kInternal, "", "");
    ASSERT_EQ(run({"template", "proposal", year_, "--standard"}), 0) << err_.str();
    EXPECT_TRUE(book().templates.empty());
}

TEST_F(DocumentCommands, ABrokenWordingNamesItsPlaceAndChangesNothing) {
    const std::string path = write("mau.txt", "@loại Giấy mời\r\nKính mời {tên cuộc hop} dự họp.\r\n");
    const auto before = book();
    EXPECT_EQ(run({"template", "invitation", "--check", path}), 1);
    EXPECT_TRUE(err_.str().starts_with(path + ":2:10: ")) << err_.str();
    EXPECT_NE(err_.str().find("Có phải: “tên cuộc họp”?"), std::string::npos) << err_.str();
    EXPECT_EQ(run({"template", "invitation", year_, "--set", path}), 1);
    EXPECT_EQ(book(), before);
    EXPECT_EQ(run({"template", "invitation", "--set", path}), 1) << "no file of the year";
    EXPECT_EQ(run({"template", "invitation", year_, "--set", file("none.txt")}), 3);
    EXPECT_EQ(run({"template", "khong-co"}), 3);
    write("mau.txt", "\xEF\xBB\xBF@loại Giấy mời\r\nKính mời {tên cuộc họp}.\r\n");
    EXPECT_EQ(run({"template", "invitation", "--check", path}), 0) << err_.str();
    ASSERT_EQ(run({"template", "invitation", "--names"}), 0);
    EXPECT_NE(out_.str().find("{tên cuộc họp}"), std::string::npos);
    EXPECT_NE(out_.str().find("@mỗi người dự"), std::string::npos);
}
