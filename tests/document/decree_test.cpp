// The page of NĐ 30/2020 Phụ lục I measured from our PDF by poppler: margins, sizes, page numbers, what stays together.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "document/layout.h"
#include "document/pdf.h"
#include "document/wording.h"
#include "pdf_words.h"
#include "programs.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;
using test::mm;
using test::Word;
namespace fs = std::filesystem;

namespace {

class Decree : public ::testing::Test {
protected:
    void SetUp() override {
        auto loaded = test::fonts();
        if (!loaded) GTEST_SKIP() << "neither Tinos nor Liberation Serif is installed";
        if (!test::installed("pdftotext") || !test::installed("pdftohtml")) GTEST_SKIP() << "poppler is not installed";
        fonts_ = std::move(*loaded);
        std::string pattern = (fs::temp_directory_path() / "thidua-decree-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    void TearDown() override {
        std::error_code ignored;
        if (!folder_.empty()) fs::remove_all(folder_, ignored);
    }
    std::string written(const Document& document) const {
        const std::string path = (folder_ / "page.pdf").string();
        std::ofstream(path, std::ios::binary) << write_pdf(document, fonts_);
        return "'" + path + "'";
    }
    std::vector<Word> words(const Document& document) const {
        return test::words_of(test::output_of("pdftotext -bbox " + written(document) + " - 2>&1"));
    }
    FontSet fonts_;
    fs::path folder_;
};

/// Words that stand in the top margin.
std::vector<Word> in_top_margin(const std::vector<Word>& words) {
    std::vector<Word> found;
    for (const Word& word : words) {
        if (mm(word.bottom) <= 20) found.push_back(word);
    }
    return found;
}

Paragraph filler(const std::string& word, int count) {
    std::string text = word;
    for (int i = 1; i < count; ++i) text += " " + word;
    return paragraph(StyleId::kBody, std::move(text));
}

/// `count` paragraphs before the signature of a letter.
Document letter_with(const std::vector<Paragraph>& paragraphs) {
    Document document = test::sample_document("letter");
    auto& blocks = document.sections.front().blocks;
    const auto at = static_cast<std::ptrdiff_t>(blocks.size()) - 2;  // before the closing sentence
    blocks.insert(blocks.begin() + at, paragraphs.begin(), paragraphs.end());
    return document;
}

const Word* find(const std::vector<Word>& words, const std::string& text) {
    for (const Word& word : words) {
        if (word.text == text) return &word;
    }
    return nullptr;
}

}  // namespace

TEST_F(Decree, MarginsOfEveryKind) {
    for (const auto& [name, document] : test::sample_documents()) {
        const Page& page = document.sections.front().page;
        const double width = page.width_mm;
        const double height = page.height_mm;
        EXPECT_TRUE((width == 210 && height == 297) || (width == 297 && height == 210)) << name << ": A4";
        double left = width;
        double right = 0;
        double bottom = 0;
        for (const Word& word : words(document)) {
            left = std::min(left, mm(word.left));
            right = std::max(right, mm(word.right));
            bottom = std::max(bottom, mm(word.bottom));
        }
        EXPECT_GE(left, 30 - 0.2) << name << ": left margin 30-35 mm";
        EXPECT_LE(left, 35.2) << name;
        EXPECT_GE(width - right, 15 - 0.2) << name << ": right margin 15-20 mm";
        EXPECT_GE(height - bottom, 20 - 0.2) << name << ": bottom margin 20-25 mm";
    }
}

TEST_F(Decree, SizesAndWeightsOfTheElements) {
    const std::string xml =
        test::output_of("pdftohtml -xml -zoom 1 -i -stdout " + written(test::sample_document("proposal")) + " 2>&1");
    std::map<std::string, double> sizes;  // of the font numbers
    for (std::size_t at = 0; (at = xml.find("<fontspec ", at)) != std::string::npos; ++at) {
        char id[16] = {};
        double size = 0;
        if (std::sscanf(xml.c_str() + at, "<fontspec id=\"%15[0-9]\" size=\"%lf\"", id, &size) == 2) sizes[id] = size;
    }
    /// Size and markup of the line that begins so.
    const auto look = [&](const std::string& start) {
        for (std::size_t at = 0; (at = xml.find("<text ", at)) != std::string::npos; ++at) {
            const std::size_t begin = xml.find('>', at) + 1;
            const std::string inside = xml.substr(begin, xml.find("</text>", begin) - begin);
            std::string plain;
            bool tag = false;
            for (const char c : inside) {
                if (c == '<') tag = true;
                if (!tag) plain += c;
                if (c == '>') tag = false;
            }
            if (plain.rfind(start, 0) != 0) continue;
            const std::size_t font = xml.find("font=\"", at) + 6;
            const std::string marks = std::string(inside.find("<b>") != std::string::npos ? "b" : "") +
                                      (inside.find("<i>") != std::string::npos ? "i" : "");
            return std::pair{sizes[xml.substr(font, xml.find('"', font) - font)], marks};
        }
        return std::pair{0.0, std::string("not found")};
    };
    const auto expect = [&](const char* start, double least, double most, const char* marks) {
        const auto [size, is] = look(start);
        EXPECT_GE(size, least) << start;
        EXPECT_LE(size, most) << start;
        EXPECT_EQ(is, marks) << start;
    };
    expect("CỘNG HÒA", 12, 13, "b");
    expect("Độc lập", 13, 14, "b");
    expect("UBND HUYỆN", 12, 13, "");
    expect("PHÒNG TƯ PHÁP", 12, 13, "b");
    expect("Số: 09/TTr-PTP", 13, 13, "");
    expect("Sông Trà, ngày", 13, 14, "i");
    expect("TỜ TRÌNH", 13, 14, "b");
    expect("Về việc", 13, 14, "b");
    expect("Kính gửi", 13, 14, "");
    expect("Căn cứ kết quả", 13, 14, "");
    expect("TRƯỞNG PHÒNG", 13, 14, "b");
    expect("Đặng Thị Mỹ Hạnh", 11, 14, "");  // the table's; the signer's stands further down
    expect("Nơi nhận:", 12, 12, "bi");
    expect("- Như trên", 11, 11, "");
}

/// The decree's own table (NĐ 30/2020 Phụ lục I), typed from it and not read from our styles.
struct Wanted {
    StyleId style;
    double least, most;
    const char* look;  ///< "b", "i", "bi", "": as the PDF's font says
    bool capitals;
};
constexpr Wanted kTable[] = {
    {StyleId::kNationalName, 12, 13, "b", true},
    {StyleId::kMotto, 13, 14, "b", false},
    {StyleId::kSuperior, 12, 13, "", true},
    {StyleId::kIssuer, 12, 13, "b", true},
    {StyleId::kNumber, 13, 13, "", false},
    {StyleId::kLetterSubject, 12, 13, "", false},
    {StyleId::kPlaceDate, 13, 14, "i", false},
    {StyleId::kKind, 13, 14, "b", true},
    {StyleId::kSubject, 13, 14, "b", false},
    {StyleId::kAuthority, 13, 14, "b", true},
    {StyleId::kAddressee, 13, 14, "", false},
    {StyleId::kAddresseeItem, 13, 14, "", false},
    {StyleId::kBasis, 13, 14, "i", false},
    {StyleId::kSection, 13, 14, "b", true},
    {StyleId::kHeading, 13, 14, "b", false},
    {StyleId::kPoint, 13, 14, "", false},
    {StyleId::kSignerTitle, 13, 14, "b", true},
    {StyleId::kSignerName, 13, 14, "b", false},
    {StyleId::kRecipientsTitle, 12, 12, "bi", false},
    {StyleId::kRecipient, 11, 11, "", false},
    {StyleId::kAnnexName, 14, 14, "b", false},
    {StyleId::kAnnexTitle, 13, 14, "b", true},
    {StyleId::kAnnexReference, 13, 14, "i", false},
};

/// What the PDF sets where: points from the lower left corner, with font and size.
struct Setting {
    double x = 0, y = 0;
    double size = 0;
    std::string font;
};

TEST_F(Decree, EveryElementOfEveryKindHasTheSizeAndTheFaceOfTheDecree) {
    if (!test::installed("qpdf")) GTEST_SKIP() << "qpdf is not installed";
    std::set<StyleId> measured;
    for (const auto& [name, document] : test::sample_documents()) {
        const std::string qdf =
            test::output_of("qpdf --qdf --object-streams=disable " + written(document) + " - 2>/dev/null");
        std::map<std::string, std::string> fonts;  // "/F1" to "LiberationSerif-Bold"
        for (std::size_t at = 0; (at = qdf.find("/BaseFont /THIDU", at)) != std::string::npos; ++at) {
            const std::size_t plus = qdf.find('+', at);
            fonts["/F" + std::string(1, static_cast<char>('0' + qdf[plus - 1] - 'A'))] =
                qdf.substr(plus + 1, qdf.find('\n', plus) - plus - 1);
        }
        std::vector<std::vector<Setting>> pages;
        for (std::size_t at = 0; (at = qdf.find("%% Contents for page ", at)) != std::string::npos; ++at) {
            pages.emplace_back();
            std::istringstream lines(qdf.substr(at, qdf.find("endstream", at) - at));
            for (std::string line; std::getline(lines, line);) {
                char font[8] = {};
                double size = 0, x = 0, y = 0;
                if (std::sscanf(line.c_str(), "%7s %lf Tf 1 0 0 1 %lf %lf Tm", font, &size, &x, &y) != 4) continue;
                pages.back().push_back({x, y, size, fonts[font]});
            }
        }
        const Layout layout = lay_out(document, fonts_);
        ASSERT_EQ(layout.pages.size(), pages.size());
        for (std::size_t p = 0; p < pages.size(); ++p) {
            for (const PlacedText& text : layout.pages[p].texts) {
                const double up = layout.pages[p].height - text.baseline;
                const auto found = std::find_if(pages[p].begin(), pages[p].end(), [&](const Setting& one) {
                    return std::abs(one.x - text.x) < 0.01 && std::abs(one.y - up) < 0.01;
                });
                ASSERT_NE(found, pages[p].end()) << name << ": " << text.text;
                const Paragraph* paragraph = find_paragraph(document, text.place);
                if (paragraph == nullptr) {
                    EXPECT_TRUE(found->size == 13 || found->size == 14) << name << ": page number";
                    continue;
                }
                for (const Wanted& wanted : kTable) {
                    if (wanted.style != paragraph->style) continue;
                    measured.insert(wanted.style);
                    const bool bold = found->font.find("Bold") != std::string::npos;
                    const bool italic = found->font.find("Italic") != std::string::npos;
                    EXPECT_GE(found->size, wanted.least) << name << ": " << text.text;
                    EXPECT_LE(found->size, wanted.most) << name << ": " << text.text;
                    EXPECT_EQ(std::string(bold ? "b" : "") + (italic ? "i" : ""), wanted.look)
                        << name << ": " << text.text;
                    const std::string in_capitals = capitals(text.text);
                    EXPECT_TRUE(!wanted.capitals || in_capitals == text.text) << name << ": " << text.text;
                }
            }
        }
    }
    EXPECT_GE(measured.size(), std::size(kTable) - 1) << "all elements are met in some kind";
}

TEST_F(Decree, NumberAndDateStandOnOneLineUnderTheirColumns) {
    const auto all = words(test::sample_document("proposal"));
    const Word* number = find(all, "Số:");
    const Word* day = find(all, "ngày");
    ASSERT_TRUE(number && day);
    EXPECT_NEAR(mm(number->bottom), mm(day->bottom), 0.3);
    EXPECT_LT(number->right, day->left);
    const Word* recipients = find(all, "Nơi");
    const Word* signer = find(all, "TRƯỞNG");
    ASSERT_TRUE(recipients && signer);
    EXPECT_NEAR(mm(recipients->left), 30, 0.3) << "at the left margin";
    EXPECT_NEAR(mm(recipients->top), mm(signer->top), 1.5) << "level with the signer's office";
    EXPECT_GT(mm(signer->left), 105) << "in the right half";
}

TEST_F(Decree, PageNumbersBeginOnPageTwoAndAgainInTheAnnex) {
    const Document document = test::long_annex();
    const auto all = words(document);
    const auto numbers = in_top_margin(all);
    const int pages = all.back().page;
    ASSERT_GE(pages, 4);
    ASSERT_EQ(numbers.size(), static_cast<std::size_t>(pages - 2)) << "none on page 1, none on the annex's first page";
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        EXPECT_EQ(numbers[i].page, static_cast<int>(i) + 3);
        EXPECT_EQ(numbers[i].text, std::to_string(i + 2));
        EXPECT_NEAR(mm(numbers[i].left + numbers[i].right) / 2, 30 + 82.5, 0.3) << "centred in the text's width";
    }
    // The head of the table stands on every page of it.
    std::set<int> heads;
    for (const Word& word : all) {
        if (word.text == "TT" && word.page >= 2) heads.insert(word.page);
    }
    EXPECT_EQ(heads.size(), static_cast<std::size_t>(pages - 1));
}

TEST_F(Decree, NoPageBeginsOrEndsWithOneLineOfAParagraph) {
    std::vector<Paragraph> paragraphs;
    for (int i = 0; i < 60; ++i) paragraphs.push_back(filler("đoạn" + std::to_string(i), 20 + i * 7 % 50));
    std::map<std::string, std::map<int, std::set<long>>> lines;  // paragraph, page, baselines
    for (const Word& word : words(letter_with(paragraphs))) {
        if (word.text.rfind("đoạn", 0) == 0) lines[word.text][word.page].insert(std::lround(word.top));
    }
    ASSERT_EQ(lines.size(), 60U);
    int divided = 0;
    for (const auto& [name, pages] : lines) {
        if (pages.size() < 2) continue;
        ++divided;
        for (const auto& [page, tops] : pages) EXPECT_GE(tops.size(), 2U) << name << " on page " << page;
    }
    EXPECT_GE(divided, 2) << "some paragraphs are divided, or this shows nothing";
}

TEST_F(Decree, TheSignatureStandsBesideItsRecipientsAndNeverAlone) {
    std::set<int> last_pages;
    for (int count = 8; count < 32; count += 2) {
        std::vector<Paragraph> paragraphs;
        for (int i = 0; i < count; ++i) paragraphs.push_back(filler("dòng", 14));
        const auto all = words(letter_with(paragraphs));
        const Word* recipients = find(all, "Nơi");
        const Word* signer = find(all, "TRƯỞNG");
        const Word* name = nullptr;
        for (const Word& word : all) {
            if (word.text == "Hạnh") name = &word;  // the last one: not that of the motto
        }
        ASSERT_TRUE(recipients && signer && name);
        EXPECT_EQ(recipients->page, signer->page) << count;
        EXPECT_EQ(signer->page, name->page) << count;
        const Word* closing = find(all, "quan./.");
        ASSERT_TRUE(closing);
        EXPECT_EQ(closing->page, signer->page) << "the last sentence is with it: " << count;
        last_pages.insert(signer->page);
    }
    EXPECT_GE(last_pages.size(), 2U) << "the block was moved over a page border";
}
