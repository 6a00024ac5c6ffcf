// Files that mean harm: refused with a sentence, never a crash, never more memory than the file is worth.
#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <fstream>
#include <string>

#include "document/docx.h"
#include "document/docx_read.h"
#include "document/layout_check.h"
#include "document/zip.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;

// AddressSanitizer keeps freed memory for a while: what it takes says nothing of ours.
#if defined(__SANITIZE_ADDRESS__)
#define THIDUA_UNDER_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define THIDUA_UNDER_SANITIZER 1
#endif
#endif

namespace {

#ifdef THIDUA_UNDER_SANITIZER
constexpr bool kMeasuresMemory = false;
#else
constexpr bool kMeasuresMemory = true;
#endif

std::string docx_of(const std::string& body) {
    const std::string open =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    return *write_zip({{"word/document.xml", open + body + "</w:body></w:document>"}});
}

std::string repeated(const std::string& text, std::size_t count) {
    std::string out;
    out.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

/// Highest memory of this process so far, in MB; 0 where the system does not say.
std::size_t peak_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0) return static_cast<std::size_t>(std::stoul(line.substr(6))) / 1024;
    }
    return 0;
}

void expect_refused(const std::string& bytes, const char* what) {
    const auto read = read_docx(bytes);
    ASSERT_FALSE(read) << what;
    EXPECT_EQ(read.error().kind, base::ErrorKind::kBadInput) << what;
    EXPECT_FALSE(read.error().vi.empty()) << what;
    EXPECT_FALSE(read.error().en.empty()) << what;
}

}  // namespace

TEST(Hostile, BombsOfTagsAndAttributesAreRefusedInBoundedMemory) {
    const std::size_t before = peak_memory();
    expect_refused(docx_of(repeated("<a/>", 12'000'000)), "tags");
    expect_refused(docx_of("<a " + repeated("b='' ", 9'000'000) + "/>"), "attributes");
    expect_refused(docx_of(repeated("<w:p/>", 1'500'000)), "more paragraphs than a document has");
    expect_refused(docx_of(std::string(80U << 20, ' ')), "unfolds beyond the limit");
    EXPECT_TRUE(!kMeasuresMemory || peak_memory() - before < 700U) << peak_memory() - before << " MB";
}

TEST(Hostile, ClaimsOfHugeTablesAndNumbersTakeNoRoom) {
    const std::string claims =
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"99999999999\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan "
        "w:val=\"10000000\"/></w:tcPr><w:p><w:pPr><w:ind w:firstLine=\"-2147483648\"/><w:spacing "
        "w:line=\"1e999\"/></w:pPr><w:r><w:rPr><w:sz "
        "w:val=\"NaN\"/></w:rPr><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:sectPr><w:pgSz w:w=\"-5\" w:h=\"1e308\"/></w:sectPr>";
    const auto read = read_docx(docx_of(claims));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->paragraphs.size(), 1U);
    for (const Finding& finding : check_layout(*read)) EXPECT_LT(finding.vi.size(), 1000U);
}

TEST(Hostile, EveryTruncationAndAnyDamageEndsWell) {
    const std::string good = *write_docx(test::sample_document("decision"));
    for (std::size_t size = 0; size + 22 < good.size(); size += 11) expect_refused(good.substr(0, size), "cut short");
    unsigned state = 5;
    const auto next = [&] { return state = state * 1103515245U + 12345U; };
    for (int round = 0; round < 300; ++round) {
        std::string bad = good;
        for (int i = 0; i < 8; ++i) bad[(next() >> 8) % bad.size()] = static_cast<char>(next() >> 16);
        if (const auto read = read_docx(bad)) check_layout(*read);
    }
    for (int round = 0; round < 100; ++round) {
        std::string noise = "PK\x03\x04";
        for (int i = 0; i < 300; ++i) noise += static_cast<char>(next() >> 16);
        expect_refused(noise, "noise");
    }
}

TEST(Hostile, XmlThatIsDamagedInAnyPlaceIsReadOrRefused) {
    const auto entries = *read_zip(*write_docx(test::sample_document("ballot")));
    std::string xml;
    for (const ZipEntry& entry : entries) {
        if (entry.name == "word/document.xml") xml = entry.bytes;
    }
    unsigned state = 9;
    for (int round = 0; round < 400; ++round) {
        std::string bad = xml;
        for (int i = 0; i < 3; ++i) {
            state = state * 1103515245U + 12345U;
            const std::size_t at = (state >> 8) % bad.size();
            if (state & 1) bad.erase(at, (state >> 4) % 40);
            else bad.insert(at, std::string("<>&\"/w:tbl").substr((state >> 5) % 9));
        }
        const auto read = read_docx(*write_zip({{"word/document.xml", bad}}));
        if (read) check_layout(*read);
        else EXPECT_FALSE(read.error().vi.empty());
    }
}

TEST(Hostile, EntitiesAreNeitherExpandedNorFetched) {
    const std::string head = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"" +
                             std::string(1000, 'y') + "\"><!ENTITY z \"" + repeated("&y;", 1000) + "\">]>";
    const std::string xml = head +
                            "<w:document xmlns:w=\"u\"><w:body><w:p><w:r><w:t>A&x;B&z;C</w:t></w:r></w:p></w:body>"
                            "</w:document>";
    const auto read = read_docx(*write_zip({{"word/document.xml", xml}}));
    if (!read) return;
    EXPECT_EQ(text_of(*read).find("root:"), std::string::npos);
    EXPECT_LT(text_of(*read).size(), 100U);
}
