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

#include <zlib.h>

#include "document/docx.h"
#include "document/layout.h"
#include "document/metrics.h"
#include "document/pdf.h"
#include "document/text.h"
#include "golden.h"
#include "pdf_words.h"
#include "programs.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;
namespace fs = std::filesystem;

using test::installed;
using test::mm;
using test::Word;
using test::words_of;

namespace {

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
        // Kept after the run: the pages side by side are what a person looks at.
        folder_ = fs::path(THIDUA_BINARY_DIR) / "golden-pages";
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
        fs::create_directories(folder_);
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
        if (!folder_.empty()) fs::remove_all(folder_ / "profile", ignored);
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

struct Picture {
    std::size_t width = 0;
    std::size_t height = 0;
    std::string rgb;
};

/// "P6 width height 255" and the bytes, as pdftoppm writes it.
Picture picture_of(const std::string& ppm) {
    Picture made;
    int read = 0;
    if (std::sscanf(ppm.c_str(), "P6 %zu %zu 255%n", &made.width, &made.height, &read) != 2 || read == 0) return {};
    made.rgb = ppm.substr(static_cast<std::size_t>(read) + 1);
    made.rgb.resize(made.width * made.height * 3);
    return made;
}

std::string png_of(const Picture& picture) {
    std::string rows;
    for (std::size_t y = 0; y < picture.height; ++y)
        rows += '\0' + picture.rgb.substr(y * picture.width * 3, picture.width * 3);
    uLongf size = compressBound(static_cast<uLong>(rows.size()));
    std::string packed(size, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()),
              static_cast<uLong>(rows.size()), 6);
    packed.resize(size);
    const auto big = [](std::size_t value) {
        std::string out;
        for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
        return out;
    };
    const auto chunk = [&](const std::string& name, const std::string& data) {
        const std::string body = name + data;
        const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
        return big(data.size()) + body + big(sum);
    };
    return "\x89PNG\r\n\x1A\n" +
           chunk("IHDR", big(picture.width) + big(picture.height) + std::string("\x08\x02\0\0\0", 5)) +
           chunk("IDAT", packed) + chunk("IEND", "");
}

Picture beside(const Picture& left, const Picture& right) {
    constexpr std::size_t kGap = 8;
    Picture made;
    made.width = left.width + kGap + right.width;
    made.height = std::max(left.height, right.height);
    made.rgb.assign(made.width * made.height * 3, '\x90');
    for (const auto& [from, x] : {std::pair{&left, std::size_t{0}}, std::pair{&right, left.width + kGap}}) {
        for (std::size_t y = 0; y < from->height; ++y)
            made.rgb.replace((y * made.width + x) * 3, from->width * 3, from->rgb, y * from->width * 3,
                             from->width * 3);
    }
    return made;
}

}  // namespace

/// Our PDF and LibreOffice's print of our DOCX: every word of the first page stands in both within 2 mm. The pictures
/// are left in golden-pages/<kind>.png, ours on the left.
TEST_F(LibreOffice, TheFirstPageOfEveryKindIsTheSameInPdfAndDocx) {
    const auto fonts = test::fonts();
    if (!fonts || !installed("pdftoppm")) GTEST_SKIP() << "no fonts, or no pdftoppm";
    for (const auto& [name, document] : documents_) {
        std::ofstream(folder_ / (name + ".ours.pdf"), std::ios::binary) << *write_pdf(document, *fonts);
        run("pdftotext -l 1 -bbox " + name + ".ours.pdf " + name + ".ours.bbox");
        run("pdftoppm -l 1 -r 72 " + name + ".ours.pdf > ours.ppm; pdftoppm -l 1 -r 72 " + name + ".pdf > theirs.ppm");
        const Picture pair = beside(picture_of(file("ours.ppm")), picture_of(file("theirs.ppm")));
        std::ofstream(folder_ / (name + ".png"), std::ios::binary) << png_of(pair);
        const auto ours = words_of(file(name + ".ours.bbox"));
        auto theirs = words_of(file(name + ".bbox"));
        std::erase_if(theirs, [](const Word& word) { return word.page != 1; });
        EXPECT_EQ(ours.size(), theirs.size()) << name;
        for (const Word& word : ours) {
            double nearest = 1e9;
            for (const Word& other : theirs) {
                if (other.text != word.text) continue;
                nearest = std::min(nearest, std::max(std::abs(other.left - word.left), std::abs(other.top - word.top)));
            }
            EXPECT_LT(mm(nearest), 2) << name << ": " << word.text;
        }
    }
    std::error_code ignored;
    fs::remove(folder_ / "ours.ppm", ignored);
    fs::remove(folder_ / "theirs.ppm", ignored);
}

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
