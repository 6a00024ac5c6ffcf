// What other programs make of our DOCX: LibreOffice opens it, its text is ours, and the PDF it prints is measured
// against the decree's page. Skipped where soffice or poppler's tools are not installed.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "document/docx.h"
#include "document/layout.h"
#include "document/metrics.h"
#include "document/text.h"
#include "golden.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;
namespace fs = std::filesystem;

namespace {

bool installed(const char* program) {
    return std::system(("command -v " + std::string(program) + " >/dev/null 2>&1").c_str()) == 0;
}

struct Word {
    int page;
    double left, top, right, bottom;  // points from the upper left corner
    std::string text;
};

/// Word boxes of `pdftotext -bbox`: one <word xMin= yMin= xMax= yMax=>text</word> a line.
std::vector<Word> words_of(const std::string& bbox) {
    std::vector<Word> words;
    std::istringstream in(bbox);
    int page = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.find("<page ") != std::string::npos) ++page;
        Word word{page, 0, 0, 0, 0, {}};
        const std::size_t at = line.find("<word ");
        if (at == std::string::npos) continue;
        if (std::sscanf(line.c_str() + at, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &word.left,
                        &word.top, &word.right, &word.bottom) != 4) {
            continue;
        }
        const std::size_t begin = line.find('>', at) + 1;
        word.text = line.substr(begin, line.find("</word>") - begin);
        words.push_back(word);
    }
    return words;
}

std::string without_blank_lines(const std::string& text) {
    std::istringstream in(text);
    std::string out;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("\xEF\xBB\xBF", 0) == 0) line.erase(0, 3);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.pop_back();
        if (!line.empty()) out += line + "\n";
    }
    return out;
}

/// All words with one space between: line breaks and table columns do not matter.
std::string flowing(const std::string& text) {
    std::istringstream in(text);
    std::string out;
    for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
    return out;
}

class LibreOffice : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        for (const char* program : {"soffice", "pdftotext", "pdffonts"}) {
            if (!installed(program)) missing_ = program;
        }
        if (!missing_.empty()) return;
        std::string pattern = (fs::temp_directory_path() / "thidua-document-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
        documents_ = test::sample_documents();
        for (const auto& [name, document] : documents_) {
            std::ofstream(folder_ / (name + ".docx"), std::ios::binary) << *write_docx(document);
        }
        const std::string start = "cd '" + folder_.string() + "' && soffice '-env:UserInstallation=file://" +
                                  folder_.string() + "/profile' --headless --convert-to ";
        converted_ = std::system((start + "'txt:Text (encoded):UTF8' *.docx >convert.log 2>&1").c_str()) == 0 &&
                     std::system((start + "pdf *.docx >>convert.log 2>&1").c_str()) == 0;
        for (const auto& [name, document] : documents_) {
            run("pdftotext -bbox " + name + ".pdf " + name + ".bbox");
            run("pdftotext -layout " + name + ".pdf " + name + ".layout");
            run("pdffonts " + name + ".pdf > " + name + ".fonts");
        }
    }
    static void TearDownTestSuite() {
        std::error_code ignored;
        if (!folder_.empty()) fs::remove_all(folder_, ignored);
    }
    void SetUp() override {
        if (!missing_.empty()) GTEST_SKIP() << missing_ << " is not installed";
        ASSERT_TRUE(converted_) << file("convert.log");
    }
    static int run(const std::string& command) {
        return std::system(("cd '" + folder_.string() + "' && " + command).c_str());
    }
    static std::string file(const std::string& name) { return test::read_file((folder_ / name).string()); }

    static std::string missing_;
    static fs::path folder_;
    static bool converted_;
    static std::vector<std::pair<std::string, Document>> documents_;
};

std::string LibreOffice::missing_;
fs::path LibreOffice::folder_;
bool LibreOffice::converted_ = false;
std::vector<std::pair<std::string, Document>> LibreOffice::documents_;

constexpr double mm(double points) { return points / kPointsPerMm; }

}  // namespace

TEST_F(LibreOffice, ReadsTheTextThatWeWrote) {
    for (const auto& [name, document] : documents_)
        EXPECT_EQ(without_blank_lines(file(name + ".txt")), plain_text(document)) << name;
}

TEST_F(LibreOffice, PrintsThePageOfTheDecree) {
    const std::string bbox = file("plan.bbox");
    double width = 0;
    double height = 0;
    ASSERT_EQ(std::sscanf(bbox.c_str() + bbox.find("<page "), "<page width=\"%lf\" height=\"%lf\"", &width, &height),
              2);
    EXPECT_NEAR(mm(width), 210, 0.5);
    EXPECT_NEAR(mm(height), 297, 0.5);
    double left = width;
    double right = 0;
    double top = height;
    double bottom = 0;
    for (const Word& word : words_of(bbox)) {
        left = std::min(left, word.left);
        right = std::max(right, word.right);
        bottom = std::max(bottom, word.bottom);
        if (word.page == 1) top = std::min(top, word.top);
    }
    EXPECT_NEAR(mm(left), 30, 0.5) << "left margin 30-35 mm";
    EXPECT_NEAR(mm(width - right), 15, 0.5) << "right margin 15-20 mm";
    EXPECT_GE(mm(top), 20 - 0.2) << "top margin 20-25 mm, nothing above it on page 1";
    EXPECT_LE(mm(top), 25);
    EXPECT_GE(mm(height - bottom), 20 - 0.2);
}

TEST_F(LibreOffice, NumbersPagesFromTheSecondOneInTheTopMargin) {
    const auto words = words_of(file("report.bbox"));
    int last_page = 0;
    for (const Word& word : words) last_page = std::max(last_page, word.page);
    ASSERT_GE(last_page, 2);
    std::vector<int> numbers;
    for (const Word& word : words) {
        if (mm(word.bottom) > 20) continue;
        numbers.push_back(word.page);
        EXPECT_EQ(word.text, std::to_string(word.page));
        EXPECT_NEAR(mm(word.left + word.right) / 2, 30 + 165.0 / 2, 0.5) << "centred in the text's width";
    }
    std::vector<int> expected;
    for (int page = 2; page <= last_page; ++page) expected.push_back(page);
    EXPECT_EQ(numbers, expected) << "page 1 shows none";
}

TEST_F(LibreOffice, SetsTheHeadInTwoColumns) {
    const auto words = words_of(file("plan.bbox"));
    const auto find = [&](const std::string& text) {
        for (const Word& word : words) {
            if (word.text == text) return word;
        }
        return Word{};
    };
    const Word office = find("UBND");
    const Word nation = find("CỘNG");
    ASSERT_FALSE(office.text.empty());
    ASSERT_FALSE(nation.text.empty());
    EXPECT_NEAR(office.top, nation.top, 1) << "both begin on one line";
    EXPECT_LT(office.right, nation.left);
    EXPECT_NEAR(find("Số:").bottom, find("ngày").bottom, 1) << "number and date stand on one line";
    EXPECT_NEAR(find("Nơi").top, find("TRƯỞNG").top, 5) << "recipients beside the signer's office";
}

TEST_F(LibreOffice, PutsEveryLineWhereOurLayoutPutsIt) {
    // pdftotext measures boxes by the font's own box: above the baseline they reach 0.944 em (Liberation Serif,
    // measured).
    constexpr double kBoxAbove = 0.944;
    std::size_t compared = 0;
    for (const auto& [name, document] : documents_) {
        const std::string fonts = file(name + ".fonts");
        if (fonts.find("LiberationSerif") == std::string::npos)
            GTEST_SKIP() << "another font stands in for Times New Roman";
        const auto words = words_of(file(name + ".bbox"));
        const Layout layout = lay_out(document, times_metrics());
        EXPECT_EQ(words.back().page, static_cast<int>(layout.pages.size())) << name;
        for (std::size_t p = 0; p < layout.pages.size(); ++p) {
            for (const PlacedText& text : layout.pages[p].texts) {
                const std::string first = text.text.substr(0, text.text.find(' '));
                if (first.empty() || text.run > 0 || text.blank || first == "Số:" ||
                    text.text.find(' ') == std::string::npos)
                    continue;
                double nearest = 1e9;
                for (const Word& word : words) {
                    if (word.page != static_cast<int>(p) + 1 || word.text != first) continue;
                    const double off = std::max(std::abs(word.left - text.x),
                                                std::abs(word.top + kBoxAbove * text.size_pt - text.baseline));
                    nearest = std::min(nearest, off);
                }
                EXPECT_LT(mm(nearest), 0.5) << name << " page " << p + 1 << ": " << text.text;
                ++compared;
            }
        }
    }
    EXPECT_GT(compared, 100U);
}

TEST_F(LibreOffice, FindsTheFontOfTheDecree) {
    std::istringstream fonts(file("report.fonts"));
    int count = 0;
    for (std::string line; std::getline(fonts, line);) {
        if (line.rfind("name", 0) == 0 || line.rfind("---", 0) == 0) continue;
        ++count;
        // Liberation Serif and Tinos stand in for Times New Roman where it is not installed.
        EXPECT_TRUE(line.find("Times") != std::string::npos || line.find("LiberationSerif") != std::string::npos ||
                    line.find("Tinos") != std::string::npos)
            << line;
    }
    EXPECT_GE(count, 3) << "regular, bold, italic";
}

TEST_F(LibreOffice, ThePrintedWordsAreAllThere) {
    const std::string printed = flowing(file("plan.layout"));
    for (const char* words :
         {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 05/KH-PTP", "Sông Trà, ngày 06 tháng 02 năm 2024",
          "I. MỤC ĐÍCH, YÊU CẦU", "tỷ lệ trễ hạn < 1%", "Đặng Thị Mỹ Hạnh"}) {
        EXPECT_NE(printed.find(words), std::string::npos) << words;
    }
}
