#include "document/pdf.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "golden.h"
#include "programs.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;
namespace fs = std::filesystem;

using test::font_bytes;
using test::installed;
using test::output_of;

namespace {

class Pdf : public ::testing::Test {
protected:
    void SetUp() override {
        auto loaded = test::fonts();
        if (!loaded) GTEST_SKIP() << "neither Tinos nor Liberation Serif is installed";
        fonts_ = std::move(*loaded);
        std::string pattern = (fs::temp_directory_path() / "thidua-pdf-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    void TearDown() override {
        std::error_code ignored;
        if (!folder_.empty()) fs::remove_all(folder_, ignored);
    }
    std::string written(const std::string& name, const Document& document) const {
        const std::string path = (folder_ / (name + ".pdf")).string();
        std::ofstream(path, std::ios::binary) << write_pdf(document, fonts_);
        return "'" + path + "'";
    }
    FontSet fonts_;
    fs::path folder_;
};

}  // namespace

TEST_F(Pdf, FontsAreEmbeddedAsSubsetsWithLetters) {
    if (!installed("pdffonts")) GTEST_SKIP() << "pdffonts is not installed";
    std::istringstream lines(output_of("pdffonts " + written("plan", test::sample_document("plan"))));
    int count = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("name", 0) == 0 || line.rfind("---", 0) == 0) continue;
        ++count;
        EXPECT_NE(line.find("CID TrueType"), std::string::npos) << line;
        EXPECT_NE(line.find("yes yes yes"), std::string::npos) << "embedded, subset, Unicode: " << line;
    }
    EXPECT_EQ(count, 4);
}

TEST_F(Pdf, MetadataNamesTheDocument) {
    if (!installed("pdfinfo")) GTEST_SKIP() << "pdfinfo is not installed";
    const std::string info = output_of("pdfinfo " + written("plan", test::sample_document("plan")) + " 2>&1");
    EXPECT_NE(info.find("Kế hoạch tổ chức phong trào thi đua"), std::string::npos) << info;
    EXPECT_NE(info.find("Phòng Tư pháp huyện Sông Trà"), std::string::npos);
    EXPECT_NE(info.find("Pages:           2"), std::string::npos);
    EXPECT_NE(info.find("A4"), std::string::npos);
    EXPECT_EQ(info.find("Error"), std::string::npos) << info;
}

TEST_F(Pdf, PassesTheCheckOfQpdf) {
    if (!installed("qpdf")) GTEST_SKIP() << "qpdf is not installed";
    for (const auto& [name, document] : test::sample_documents()) {
        EXPECT_EQ(std::system(("qpdf --check " + written(name, document) + " >/dev/null 2>&1").c_str()), 0) << name;
    }
}

TEST_F(Pdf, BookmarksLeadToTheHeadings) {
    if (!installed("qpdf")) GTEST_SKIP() << "qpdf is not installed";
    const Document document = test::sample_document("report");
    const Layout layout = lay_out(document, fonts_);
    const std::string qdf = output_of("qpdf --qdf --object-streams=disable " + written("report", document) + " - 2>&1");
    std::size_t marks = 0;
    for (std::size_t at = 0; (at = qdf.find("/Dest [", at)) != std::string::npos; ++at) ++marks;
    EXPECT_EQ(marks, layout.bookmarks.size());
    EXPECT_GE(marks, 8U);
    EXPECT_NE(qdf.find("/PageMode /UseOutlines"), std::string::npos);
}

TEST_F(Pdf, TheSameDocumentGivesTheSameBytes) {
    const Document document = test::sample_document("report");
    EXPECT_EQ(write_pdf(document, fonts_), write_pdf(document, fonts_));
}

TEST_F(Pdf, TheFontsWidthsAreThoseTheLayoutIsBuiltWith) {
    for (const char32_t c : std::u32string(U"aơưđẠỘữ05 –“”…")) {
        for (const Face face : {Face::kRegular, Face::kBold, Face::kItalic, Face::kBoldItalic}) {
            EXPECT_NEAR(fonts_.advance(c, face), times_metrics().advance(c, face), 1e-9) << static_cast<unsigned>(c);
        }
    }
}

TEST_F(Pdf, ASubsetIsAFontAgain) {
    std::set<std::uint16_t> glyphs;
    for (const char32_t c : std::u32string(U"Thi đua ngữ ộ")) glyphs.insert(fonts_.faces[0].glyph(c));
    const std::string small = fonts_.faces[0].subset(glyphs);
    EXPECT_LT(small.size(), font_bytes("Regular").size() / 2);
    for (const char* tag : {"glyf", "loca", "head", "hhea", "hmtx", "maxp"})
        EXPECT_NE(small.substr(0, 300).find(tag), std::string::npos);
}

TEST_F(Pdf, BrokenFontsAreRefusedAndNeverReadPastTheirEnd) {
    const std::string good = font_bytes("Regular");
    EXPECT_FALSE(TrueTypeFont::load(""));
    EXPECT_FALSE(TrueTypeFont::load("OTTO and more that is no TrueType at all"));
    for (std::size_t size = 0; size < 4000; size += 7)
        EXPECT_FALSE(TrueTypeFont::load(std::string_view(good).substr(0, size)));
    unsigned state = 1;
    for (int round = 0; round < 200; ++round) {  // damaged, yet perhaps still taken: using it must stay inside
        std::string bytes = good;
        for (int i = 0; i < 20; ++i) {
            state = state * 1103515245U + 12345U;
            bytes[(state >> 8) % 2000] = static_cast<char>(state >> 3);
        }
        const auto font = TrueTypeFont::load(bytes);
        if (!font) continue;
        std::set<std::uint16_t> glyphs;
        for (char32_t c = 32; c < 0x2000; c += 13) glyphs.insert(font->glyph(c));
        for (const std::uint16_t glyph : glyphs) EXPECT_GE(font->advance(glyph), 0);
        EXPECT_FALSE(font->subset(glyphs).empty());
    }
}

TEST_F(Pdf, ALongDocumentIsWrittenInSlices) {
    Document document = test::sample_document("roster");
    auto& blocks = document.sections.front().blocks;
    for (Block& block : blocks) {
        auto* table = std::get_if<Table>(&block);
        if (!table || table->role != Table::Role::kData) continue;
        const TableRow row = table->rows.back();
        for (int i = 0; i < 400; ++i) table->rows.push_back(row);
    }
    const std::string whole = write_pdf(document, fonts_);
    PdfJob job(document, fonts_);
    EXPECT_EQ(job.take(), "") << "nothing before it is done";
    double last = 0;
    int steps = 0;
    while (job.step(0)) {
        EXPECT_GE(job.progress(), last);
        last = job.progress();
        ++steps;
    }
    EXPECT_GT(steps, 400) << "every row is a place to stop";
    EXPECT_EQ(job.progress(), 1);
    EXPECT_EQ(job.take(), whole);
    PdfJob stopped(document, fonts_);
    stopped.step(0);  // and destroyed: nothing is left behind
}
