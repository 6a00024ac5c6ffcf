#include "document/pdf.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "document/layout.h"
#include "document/text.h"
#include "golden.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;
namespace fs = std::filesystem;

namespace {

std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) return text;
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), got);
    pclose(pipe);
    return text;
}

bool installed(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

std::string font_bytes(const std::string& style) {
    for (const char* family : {"Tinos", "Liberation Serif"}) {
        const std::string found = output_of("fc-match -f '%{family}\\n%{file}' '" + std::string(family) +
                                            ":style=" + style + "' 2>/dev/null");
        const std::size_t line = found.find('\n');
        if (line != std::string::npos && found.rfind(family, 0) == 0) return test::read_file(found.substr(line + 1));
    }
    return {};
}

std::string without_spaces(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\f' && c != '\r') out += c;
    }
    return out;
}

/// What the pages show, in the order in which it is drawn: with page numbers and repeated table headers.
std::string shown_text(const Layout& layout) {
    std::string out;
    for (const PlacedPage& page : layout.pages) {
        for (const PlacedText& text : page.texts) out += text.text;
    }
    return without_spaces(out);
}

class Pdf : public ::testing::Test {
protected:
    void SetUp() override {
        const std::string regular = font_bytes("Regular");
        if (regular.empty()) GTEST_SKIP() << "neither Tinos nor Liberation Serif is installed";
        auto loaded = FontSet::load(regular, font_bytes("Bold"), font_bytes("Italic"), font_bytes("Bold Italic"));
        ASSERT_TRUE(loaded) << loaded.error().en;
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
        std::ofstream(path, std::ios::binary) << *write_pdf(document, fonts_);
        return "'" + path + "'";
    }
    FontSet fonts_;
    fs::path folder_;
};

}  // namespace

TEST_F(Pdf, TextOfEveryKindCanBeCopied) {
    if (!installed("pdftotext")) GTEST_SKIP() << "pdftotext is not installed";
    for (const auto& [name, document] : test::sample_documents()) {
        const std::string raw = output_of("pdftotext -raw " + written(name, document) + " - 2>&1");
        EXPECT_EQ(without_spaces(raw), shown_text(lay_out(document, fonts_))) << name;
    }
}

TEST_F(Pdf, AllTextOfTheDocumentIsShown) {
    const Document document = test::sample_documents()[1].second;  // its tables fit on a page: nothing is repeated
    std::string shown;
    for (const PlacedPage& page : lay_out(document, fonts_).pages) {
        for (const PlacedText& text : page.texts) {
            if (text.place.block != Place::kNowhere) shown += text.text;
        }
    }
    EXPECT_EQ(without_spaces(shown), without_spaces(plain_text(document)));
}

TEST_F(Pdf, FontsAreEmbeddedAsSubsetsWithLetters) {
    if (!installed("pdffonts")) GTEST_SKIP() << "pdffonts is not installed";
    std::istringstream lines(output_of("pdffonts " + written("plan", test::sample_documents()[0].second)));
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
    const std::string info = output_of("pdfinfo " + written("plan", test::sample_documents()[0].second) + " 2>&1");
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

TEST_F(Pdf, TheSameDocumentGivesTheSameBytes) {
    const Document document = test::sample_documents()[1].second;
    EXPECT_EQ(*write_pdf(document, fonts_), *write_pdf(document, fonts_));
}

TEST_F(Pdf, CanBeStoppedBetweenPages) {
    const Document document = test::sample_documents()[1].second;
    std::size_t seen = 0;
    const auto stopped = write_pdf(document, fonts_, [&](std::size_t done, std::size_t all) {
        EXPECT_EQ(all, 3U);
        seen = done;
        return done < 1;
    });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, base::ErrorKind::kConflict);
    EXPECT_EQ(seen, 1U);
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
