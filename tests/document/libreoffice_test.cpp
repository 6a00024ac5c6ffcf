// What LibreOffice makes of our DOCX: the PDF that it prints is measured against the decree's page, and its lines
// against our layout. Skipped where soffice or poppler's tools are not installed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

#include "document/layout.h"
#include "document/metrics.h"
#include "printed.h"
#include "programs.h"

using namespace thidua;
using namespace thidua::document;

using test::mm;
using test::PrintedDocument;
using test::Word;

namespace {

class LibreOffice : public ::testing::Test {
protected:
    void SetUp() override {
        if (!test::printed().missing.empty()) GTEST_SKIP() << test::printed().missing << " is not installed";
        ASSERT_EQ(test::printed().trouble, "");
    }
    static std::string fonts_of(const std::string& name) {
        return test::output_of("pdffonts '" + (test::printed().folder / "word" / (name + ".pdf")).string() + "'");
    }
};

}  // namespace

TEST_F(LibreOffice, PrintsThePageOfTheDecree) {
    const PrintedDocument& plan = test::printed().find("plan");
    const std::string bbox =
        test::output_of("pdftotext -bbox '" + (test::printed().folder / "word/plan.pdf").string() + "' -");
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
    for (const Word& word : plan.theirs) {
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
    const auto& words = test::printed().find("report").theirs;
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
    const auto& words = test::printed().find("plan").theirs;
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
    if (fonts_of("plan").find("LiberationSerif") == std::string::npos)
        GTEST_SKIP() << "another font stands in for Times New Roman";
    for (const auto& [name, document, ours, words] : test::printed().documents) {
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
    std::istringstream fonts(fonts_of("report"));
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
