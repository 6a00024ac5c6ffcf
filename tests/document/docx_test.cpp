#include "document/docx.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <pugixml.hpp>

#include "document/html.h"
#include "document/zip.h"
#include "golden.h"
#include "sample_year.h"
#include "written.h"

using namespace thidua;
using namespace thidua::document;

namespace {

std::string part(const std::string& docx, const std::string& name) {
    const auto entries = read_zip(docx);
    if (!entries) return {};
    for (const ZipEntry& entry : *entries) {
        if (entry.name == name) return entry.bytes;
    }
    return {};
}

Document sample_plan() {
    const office::YearBook book = test::sample_year();
    return test::plan_document(book.plans[0], book.office);
}

/// Breaks before every tag, so that a golden diff shows the line that changed.
std::string readable(std::string xml) {
    for (std::size_t at = xml.find("<w:p>"); at != std::string::npos; at = xml.find("<w:p>", at + 2))
        xml.insert(at, 1, '\n');
    return xml + "\n";
}

}  // namespace

TEST(Docx, EveryPartIsWellFormed) {
    for (const Document& document : {sample_plan(), test::report_document(test::sample_year())}) {
        const auto entries = read_zip(*write_docx(document));
        ASSERT_TRUE(entries);
        EXPECT_EQ(entries->front().name, "[Content_Types].xml");
        for (const ZipEntry& entry : *entries) {
            pugi::xml_document xml;
            const auto parsed = xml.load_buffer(entry.bytes.data(), entry.bytes.size());
            EXPECT_TRUE(parsed) << entry.name << ": " << parsed.description();
        }
    }
}

TEST(Docx, EveryPartIsDeclaredAndEveryRelationLeadsToAPart) {
    const auto entries = read_zip(*write_docx(sample_plan()));
    pugi::xml_document types;
    types.load_buffer(entries->front().bytes.data(), entries->front().bytes.size());
    const auto has = [&](const std::string& name) {
        return std::any_of(entries->begin(), entries->end(), [&](const ZipEntry& e) { return e.name == name; });
    };
    for (const auto& type : types.child("Types").children("Override")) {
        EXPECT_TRUE(has(std::string(type.attribute("PartName").value()).substr(1)))
            << type.attribute("PartName").value();
    }
    pugi::xml_document relations;
    const std::string bytes = part(*write_docx(sample_plan()), "word/_rels/document.xml.rels");
    relations.load_buffer(bytes.data(), bytes.size());
    for (const auto& relation : relations.child("Relationships").children()) {
        EXPECT_TRUE(has("word/" + std::string(relation.attribute("Target").value())));
    }
}

TEST(Docx, StylesInUseAreDefined) {
    const std::string docx = *write_docx(test::report_document(test::sample_year()));
    pugi::xml_document styles_xml;
    pugi::xml_document body;
    const std::string styles_bytes = part(docx, "word/styles.xml");
    const std::string body_bytes = part(docx, "word/document.xml");
    styles_xml.load_buffer(styles_bytes.data(), styles_bytes.size());
    body.load_buffer(body_bytes.data(), body_bytes.size());
    std::size_t used = 0;
    for (const auto& found : body.select_nodes("//w:pStyle | //w:tblStyle")) {
        const std::string id = found.node().attribute("w:val").value();
        EXPECT_TRUE(styles_xml.select_node(("//w:style[@w:styleId='" + id + "']").c_str())) << id;
        ++used;
    }
    EXPECT_GT(used, 50U);
}

TEST(Docx, TheSameDocumentGivesTheSameBytes) { EXPECT_EQ(*write_docx(sample_plan()), *write_docx(sample_plan())); }

TEST(Docx, BodyIsAsReviewed) {
    test::expect_golden("plan.document.xml", readable(part(*write_docx(sample_plan()), "word/document.xml")));
}

TEST(Docx, ControlCharactersAndMarkupInTheTextDoNotBreakTheFile) {
    Document document = sample_plan();
    document.sections[0].blocks.emplace_back(
        paragraph(StyleId::kBody, std::string("a\x01<w:p>&\"\xFF\xEF\xBF\xBE\0b\tc\nd", 19)));
    document.title = "Kế hoạch <A&B>\x02";
    const std::string docx = *write_docx(document);
    for (const char* name : {"word/document.xml", "docProps/core.xml"}) {
        pugi::xml_document xml;
        const std::string bytes = part(docx, name);
        EXPECT_TRUE(xml.load_buffer(bytes.data(), bytes.size())) << name;
    }
    EXPECT_NE(part(docx, "word/document.xml")
                  .find("a&lt;w:p&gt;&amp;&quot;\xEF\xBF\xBD"
                        "b</w:t><w:tab/>"),
              std::string::npos);
    pugi::xml_document html;
    EXPECT_NE(write_html(document).find("a&lt;w:p&gt;&amp;&quot;"), std::string::npos);
}

TEST(Docx, AnnexesAreSectionsNumberedFromOne) {
    Document document = sample_plan();
    Section annex;
    annex.page.width_mm = 297;
    annex.page.height_mm = 210;
    annex.blocks.emplace_back(paragraph(StyleId::kAnnexName, "Phụ lục I"));
    document.sections.push_back(annex);
    const std::string body = part(*write_docx(document), "word/document.xml");
    pugi::xml_document xml;
    ASSERT_TRUE(xml.load_buffer(body.data(), body.size()));
    EXPECT_EQ(xml.select_nodes("//w:sectPr").size(), 2U);
    EXPECT_EQ(xml.select_nodes("//w:sectPr/w:titlePg").size(), 2U);
    EXPECT_EQ(xml.select_nodes("//w:pgNumType[@w:start='1']").size(), 1U);
    EXPECT_EQ(xml.select_nodes("//w:pgSz[@w:orient='landscape']").size(), 1U);
}
