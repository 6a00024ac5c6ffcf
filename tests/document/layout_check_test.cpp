#include "document/layout_check.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "document/docx.h"
#include "document/text.h"
#include "document/zip.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;

namespace {

ReadDocument read_back(const Document& document) {
    const auto read = read_docx(*write_docx(document));
    EXPECT_TRUE(read) << (read ? "" : read.error().en);
    return read.value_or(ReadDocument{});
}

std::string list(const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& f : findings) text += f.rule + ": " + f.vi + " [" + f.excerpt + "]\n";
    return text;
}

std::string without_blank_lines(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != '\n' || (!out.empty() && out.back() != '\n')) out += c;
    }
    return out;
}

/// The document with one text of one of its parts replaced, as a person with an XML editor would.
std::string tampered(const std::string& docx, const std::string& part, const std::string& from, const std::string& to) {
    auto entries = *read_zip(docx);
    for (ZipEntry& entry : entries) {
        if (entry.name != part) continue;
        const std::size_t at = entry.bytes.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        if (at != std::string::npos) entry.bytes.replace(at, from.size(), to);
    }
    return *write_zip(entries);
}

}  // namespace

TEST(ReadDocx, GivesBackTheTextOfEveryKind) {
    for (const auto& [name, document] : test::sample_documents()) {
        EXPECT_EQ(without_blank_lines(text_of(read_back(document))), plain_text(document)) << name;
    }
}

TEST(ReadDocx, ResolvesStyles) {
    const ReadDocument read = read_back(test::sample_document("plan"));
    const auto found = std::find_if(read.paragraphs.begin(), read.paragraphs.end(),
                                    [](const ReadParagraph& p) { return p.text == "PHÒNG TƯ PHÁP"; });
    ASSERT_NE(found, read.paragraphs.end());
    EXPECT_EQ(found->font, "Times New Roman");
    EXPECT_EQ(found->size_pt, 12);
    EXPECT_TRUE(found->bold);
    EXPECT_EQ(found->alignment, Alignment::kCenter);
    EXPECT_EQ(found->table, 0);
    ASSERT_EQ(read.pages.size(), 1U);
    EXPECT_NEAR(read.pages[0].left_mm, 30, 0.05);
    EXPECT_TRUE(read.pages[0].header_has_number);
    EXPECT_FALSE(read.pages[0].first_header_has_number);
}

TEST(ReadDocx, BadFilesAreRefused) {
    const std::string good = *write_docx(test::sample_document("plan"));
    EXPECT_FALSE(read_docx(""));
    EXPECT_FALSE(read_docx("PK\x03\x04 not a zip"));
    EXPECT_FALSE(read_docx(*write_zip({{"a.txt", "x"}}))) << "a ZIP, but no document";
    EXPECT_FALSE(read_docx(tampered(good, "word/document.xml", "<w:body>", "<w:bad>"))) << "broken XML";
    for (std::size_t size = 0; size + 30 < good.size(); size += 37)
        EXPECT_FALSE(read_docx(std::string_view(good).substr(0, size)));
}

TEST(ReadDocx, EntitiesAndDeepNestingAreHarmless) {
    const std::string good = *write_docx(test::sample_document("plan"));
    const std::string lol =
        tampered(good, "word/document.xml", "<w:document",
                 "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><w:document");
    const auto read = read_docx(lol);  // declarations are not expanded, whether the file is taken or refused
    if (read) {
        EXPECT_EQ(text_of(*read).find("aaaaaaaaaa"), std::string::npos);
    }
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "<w:tbl><w:tr><w:tc>";
    for (int i = 0; i < 5000; ++i) deep += "</w:tc></w:tr></w:tbl>";
    EXPECT_FALSE(read_docx(tampered(good, "word/document.xml", "<w:body>", "<w:body>" + deep)));
    const std::string circle =
        tampered(good, "word/styles.xml", "<w:basedOn w:val=\"Normal\"/>", "<w:basedOn w:val=\"NoiDung\"/>");
    EXPECT_TRUE(read_docx(circle)) << "a style based on itself ends";
}

TEST(LayoutCheck, OurOwnDocumentsKeepTheDecree) {
    for (const auto& [name, document] : test::sample_documents()) {
        auto findings = check_layout(read_back(document));
        std::erase_if(findings, [](const Finding& f) { return f.severity == Severity::kAdvice; });
        // Lists, forms and tables have no number of their own and are no kind of the decree.
        const KindInfo* kind = find_kind(name);
        if (kind && kind->symbol.empty() && name != "letter") {
            std::erase_if(findings, [](const Finding& f) { return f.severity == Severity::kMissing; });
        }
        EXPECT_TRUE(findings.empty()) << name << "\n" << list(findings);
    }
}

TEST(LayoutCheck, OpenBlanksAreNamed) {
    const auto findings = check_layout(read_back(test::sample_document("report")));
    EXPECT_EQ(std::count_if(findings.begin(), findings.end(),
                            [](const Finding& f) { return f.severity == Severity::kAdvice; }),
              3)
        << list(findings);
}

TEST(LayoutCheck, FindsWhatSomebodyChanged) {
    const std::string good = *write_docx(test::sample_document("plan"));
    const auto expect = [&](const std::string& part, const std::string& from, const std::string& to,
                            const std::string& says) {
        const auto read = read_docx(tampered(good, part, from, to));
        ASSERT_TRUE(read) << from;
        const auto findings = check_layout(*read);
        EXPECT_NE(list(findings).find(says), std::string::npos) << from << " -> " << to << "\n" << list(findings);
    };
    expect("word/document.xml", "w:left=\"1701\"", "w:left=\"1134\"", "Lề trái là 20 mm, phải từ 30 đến 35 mm.");
    expect("word/document.xml", "w:h=\"16838\"", "w:h=\"15840\"", "phải là A4");
    expect("word/document.xml", "<w:titlePg/>", "", "Số trang hiện cả ở trang thứ nhất");
    expect("word/document.xml", "Số: 05/KH-PTP", "Số: 5/KH-PTP", "Số nhỏ hơn 10 phải ghi số 0 phía trước.");
    expect("word/document.xml", "Số: 05/KH-PTP", "Số: 05 / KH - PTP", "không có cách chữ quanh dấu");
    expect("word/document.xml", "PHÒNG TƯ PHÁP",
           "PHÒNG TƯ PHÁP</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>X", "phải là chữ đậm");
    expect("word/document.xml", "KẾ HOẠCH</w:t>", "Kế hoạch</w:t>", "Không tìm thấy thành phần: Tên loại.");
    expect("word/document.xml", "- Lưu: VT, PTP.", "- Công đoàn cơ sở.", "Dòng cuối của Nơi nhận");
    expect("word/document.xml", "Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc",
           "có gạch nối (-), có cách chữ");
    expect("word/styles.xml", "w:ascii=\"Times New Roman\"", "w:ascii=\"Arial\"",
           "Phông chữ Arial, phải là Times New Roman.");
    expect("word/styles.xml", "<w:jc w:val=\"both\"/>", "<w:jc w:val=\"left\"/>", "Nội dung phải canh đều hai lề.");
    expect("word/styles.xml", "w:firstLine=\"720\"", "w:firstLine=\"284\"", "phải là 1 cm hoặc 1,27 cm");
    expect("word/styles.xml", "w:after=\"120\" w:line=\"276\"", "w:after=\"40\" w:line=\"480\"", "tối thiểu 6 pt");
    expect("word/styles.xml", "w:after=\"120\" w:line=\"276\"", "w:after=\"120\" w:line=\"480\"",
           "phải từ dòng đơn đến 1,5 dòng");
}

TEST(LayoutCheck, AnEmptyFileMissesEverything) {
    const auto findings = check_layout(ReadDocument{});
    EXPECT_GT(findings.size(), 5U);
    for (const Finding& f : findings) EXPECT_EQ(f.severity, Severity::kMissing) << f.vi;
}
