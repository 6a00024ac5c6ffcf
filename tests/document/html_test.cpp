#include "document/html.h"

#include <gtest/gtest.h>

#include <array>

#include "document/text.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;

namespace {

/// What a reader of the page sees: no head, no tags, entities resolved; paragraphs end lines.
std::string visible(std::string html) {
    html.erase(0, html.find("<body>"));
    std::string text;
    bool in_tag = false;
    for (std::size_t i = 0; i < html.size(); ++i) {
        if (html[i] == '<') in_tag = true;
        if (!in_tag && html[i] != '\n') text += html[i];
        if (html[i] == '>') {
            in_tag = false;
            for (const char* end : {"</p>", "</h1>", "</h2>", "</h3>"}) {
                const std::string tag = end;
                if (i + 1 >= tag.size() && html.compare(i + 1 - tag.size(), tag.size(), tag) == 0 && !text.empty() &&
                    text.back() != '\n')
                    text += '\n';
            }
        }
    }
    constexpr std::array<std::pair<const char*, const char*>, 4> kEntities{
        {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}};
    for (const auto& [entity, character] : kEntities) {
        for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
            text.replace(at, std::string(entity).size(), character);
    }
    return text;
}

}  // namespace

TEST(Html, ShowsTheTextOfEveryKind) {
    for (const auto& [name, document] : test::sample_documents())
        EXPECT_EQ(visible(write_html(document)), plain_text(document)) << name;
}

TEST(Html, ParagraphsNameTheirRecords) {
    const std::string html = write_html(test::sample_document("report"));
    EXPECT_NE(html.find("data-origin=\"task:2 evidence:3 evidence:2\""), std::string::npos);
    EXPECT_NE(html.find("<th><p class=\"DauBang\" data-origin=\"office:0\">TT</p>"), std::string::npos)
        << "headers are headers to a screen reader";
    EXPECT_NE(html.find("<h2 class=\"DeMucLon\""), std::string::npos);
    EXPECT_NE(html.find("<html lang=\"vi\">"), std::string::npos);
}

TEST(Html, PortraitAndLandscapeAreNamedPages) {
    Document together = test::sample_document("decision");
    const Document table = test::sample_document("table-0601");
    together.sections.push_back(table.sections[0]);
    together.sections.push_back(test::sample_document("letter").sections[0]);
    const std::string html = write_html(together);
    EXPECT_NE(html.find("@page kho1{size:210.00mm 297.00mm;margin:20.00mm 15.00mm 20.00mm 30.00mm}"),
              std::string::npos);
    EXPECT_NE(html.find("@page kho2{size:297.00mm 210.00mm;"), std::string::npos);
    EXPECT_EQ(html.find("@page kho3"), std::string::npos) << "one for each setup";
    std::string order;
    for (std::size_t at = html.find("<main class=\"kho"); at != std::string::npos;
         at = html.find("<main class=\"kho", at + 1))
        order += html[at + std::string("<main class=\"kho").size()];
    EXPECT_EQ(order, std::string(test::sample_document("decision").sections.size(), '1') + "21");
}

TEST(Html, ADocumentsNumberStaysWholeAndPlain) {
    Document document;
    document.sections.push_back(
        {Page{}, {paragraph(StyleId::kBody, "Theo 88/QĐ-UBND; và/hoặc A-B, 07/2022/QĐ-UBND.")}});
    const std::string html = write_html(document);
    EXPECT_NE(
        html.find("Theo <span class=\"so\">88/QĐ-UBND;</span> và/hoặc A-B, <span class=\"so\">07/2022/QĐ-UBND.</span>"),
        std::string::npos)
        << html.substr(html.find("<body>"));
    EXPECT_EQ(html.find("\xE2\x80\x91"), std::string::npos) << "no U+2011";
}

TEST(Html, LoadsNothingFromElsewhere) {
    for (const auto& [name, document] : test::sample_documents()) {
        const std::string html = write_html(document);
        for (const char* word : {"http:", "https:", "<script", "url(", "src="})
            EXPECT_EQ(html.find(word), std::string::npos) << name << word;
    }
}
