// One text in all forms: DOCX (by our own reader; by LibreOffice: golden_pages_test.cpp), PDF (by poppler, composed
// letters) and HTML, for every kind.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "document/docx.h"
#include "document/docx_read.h"
#include "document/html.h"
#include "document/layout.h"
#include "document/pdf.h"
#include "document/text.h"
#include "programs.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;
namespace fs = std::filesystem;

namespace {

std::string without_spaces(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\f' && c != '\r' && c != '\t') out += c;
    }
    return out;
}

/// What the pages show, in the order in which it is drawn: with page numbers and repeated table heads.
std::string shown_text(const Layout& layout) {
    std::string out;
    for (const PlacedPage& page : layout.pages) {
        for (const PlacedText& text : page.texts) out += text.text;
    }
    return without_spaces(out);
}

/// The same without what no paragraph holds and what an earlier page showed already.
std::string once(const Document& document, const Layout& layout) {
    std::string shown;
    std::set<Place> heads;
    for (const PlacedPage& page : layout.pages) {
        std::set<Place> here;
        for (const PlacedText& text : page.texts) {
            if (text.place.block == Place::kNowhere || heads.count(text.place)) continue;
            shown += text.text;
            const auto* table = std::get_if<Table>(&document.sections[text.place.section].blocks[text.place.block]);
            if (table && table->rows[text.place.row].header) here.insert(text.place);
        }
        heads.insert(here.begin(), here.end());
    }
    return without_spaces(shown);
}

/// Combining marks (U+0300–U+036F) as bytes: a composed Vietnamese text has none.
bool has_combining_marks(const std::string& text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto a = static_cast<unsigned char>(text[i]);
        const auto b = static_cast<unsigned char>(text[i + 1]);
        if (a == 0xCC || (a == 0xCD && b < 0xB0)) return true;
    }
    return false;
}

}  // namespace

TEST(TextEquality, DocxByOurReaderAndHtmlSayWhatTheDocumentSays) {
    for (const auto& [name, document] : test::sample_documents()) {
        const std::string words = without_spaces(plain_text(document));
        const auto read = read_docx(*write_docx(document));
        ASSERT_TRUE(read) << name;
        EXPECT_EQ(without_spaces(text_of(*read)), words) << name << ": DOCX";
        EXPECT_EQ(without_spaces(test::text_of_html(write_html(document))), words) << name << ": HTML";
        EXPECT_EQ(once(document, lay_out(document, times_metrics())), words) << name << ": pages";
    }
}

TEST(TextEquality, PdfGivesTheSameTextInOrderAndComposed) {
    const auto fonts = test::fonts();
    if (!fonts || !test::installed("pdftotext")) GTEST_SKIP() << "no fonts, or no pdftotext";
    std::string pattern = (fs::temp_directory_path() / "thidua-text-XXXXXX").string();
    const fs::path folder = mkdtemp(pattern.data());
    for (const auto& [name, document] : test::sample_documents()) {
        const fs::path file = folder / "page.pdf";
        std::ofstream(file, std::ios::binary) << write_pdf(document, *fonts);
        const std::string raw = test::output_of("pdftotext -raw '" + file.string() + "' - 2>&1");
        EXPECT_EQ(without_spaces(raw), shown_text(lay_out(document, *fonts))) << name;
        EXPECT_FALSE(has_combining_marks(raw)) << name;
        EXPECT_EQ(raw.find("\xEF\xBF\xBD"), std::string::npos) << name << ": a letter without meaning";
    }
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}
