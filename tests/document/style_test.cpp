#include "document/style.h"

#include <gtest/gtest.h>

#include <set>

using namespace thidua::document;

TEST(Style, TableStandsInTheOrderOfItsIds) {
    for (std::size_t i = 0; i < styles().size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(styles()[i].id), i) << styles()[i].key;
        EXPECT_EQ(&style(styles()[i].id), &styles()[i]);
    }
    EXPECT_EQ(styles().back().id, StyleId::kPageNumber) << "the last id of the enumeration has a row";
}

TEST(Style, KeysAreDistinctAndAscii) {
    std::set<std::string_view> keys;
    for (const Style& s : styles()) {
        EXPECT_TRUE(keys.insert(s.key).second) << s.key;
        for (const char c : s.key) EXPECT_TRUE((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) << s.key;
        EXPECT_EQ(find_style(s.key), &s);
    }
    EXPECT_EQ(find_style("KhongCo"), nullptr);
}

TEST(Style, SizesAndGapsAreInsideTheDecree) {
    // NĐ 30/2020 Phụ lục I.
    for (const Style& s : styles()) {
        EXPECT_GE(s.size_pt, s.least_pt) << s.key;
        EXPECT_LE(s.size_pt, s.most_pt) << s.key;
        EXPECT_GE(s.line, 1.0) << s.key;
        EXPECT_LE(s.line, 1.5) << s.key;
    }
    const Style& body = style(StyleId::kBody);
    EXPECT_GE(body.before_pt + body.after_pt, 6);
    EXPECT_TRUE(body.first_line_mm == 10 || body.first_line_mm == 12.7);
    EXPECT_EQ(body.alignment, Alignment::kJustified);
    EXPECT_EQ(style(StyleId::kRecipient).size_pt, 11);
    EXPECT_TRUE(style(StyleId::kRecipientsTitle).bold && style(StyleId::kRecipientsTitle).italic);
    EXPECT_FALSE(style(StyleId::kSuperior).bold);
    EXPECT_TRUE(style(StyleId::kIssuer).bold);
}
