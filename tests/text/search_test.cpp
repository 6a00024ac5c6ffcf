#include "text/search.h"

#include <gtest/gtest.h>

using namespace thidua::text;

namespace {

std::vector<std::string> found(std::string_view query, const std::vector<std::string>& texts) {
    std::vector<std::string> out;
    for (const std::size_t place : search(query, texts)) out.push_back(texts[place]);
    return out;
}

}  // namespace

TEST(Search, FindsWithoutMarks) {
    EXPECT_TRUE(Searcher("thi dua").find("Phong trào thi đua yêu nước"));
    EXPECT_TRUE(Searcher("khen thuong").find("KHEN THƯỞNG"));
    EXPECT_TRUE(Searcher("thi đua").find("thi d\u0111ua, thi đua"));
    EXPECT_FALSE(Searcher("sáng kiến").find("Phong trào thi đua"));
    EXPECT_TRUE(Searcher("").find("anything"));
}

TEST(Search, RanksExactOverFoldedOverBeginningsOverSlips) {
    const std::vector<std::string> people = {"Trần Văn Hoạt", "Lê Thị Hoa", "Phạm Hòa", "Nguyễn Văn Hóa"};
    EXPECT_EQ(found("hoa", people), (std::vector<std::string>{"Lê Thị Hoa", "Phạm Hòa", "Nguyễn Văn Hóa", "Trần Văn Hoạt"}));
    EXPECT_EQ(found("hòa", people).front(), "Phạm Hòa");
    EXPECT_EQ(found("nguyne", people), (std::vector<std::string>{"Nguyễn Văn Hóa"}));
}

TEST(Search, PhrasesStandBeforeScatteredWords) {
    EXPECT_EQ(found("thi dua", {"đua xe, dự thi", "kế hoạch thi đua"}),
              (std::vector<std::string>{"kế hoạch thi đua", "đua xe, dự thi"}));
}

TEST(Search, WordsWrittenTogether) { EXPECT_TRUE(Searcher("thidua").find("phong trào thi đua")); }

TEST(Search, SpansAreBytesOfTheText) {
    const std::string text = "Luật Thi đua, khen thưởng";
    const auto hit = Searcher("dua thuong").find(text);
    ASSERT_TRUE(hit);
    ASSERT_EQ(hit->spans.size(), 2u);
    EXPECT_EQ(text.substr(hit->spans[0].first, hit->spans[0].second - hit->spans[0].first), "đua");
    EXPECT_EQ(text.substr(hit->spans[1].first, hit->spans[1].second - hit->spans[1].first), "thưởng");
}

TEST(Search, DecomposedTextIsFoundAndSpanned) {
    const std::string text = "Ke\u0302\u0301 hoa\u0323ch";
    const auto hit = Searcher("ke hoach").find(text);
    ASSERT_TRUE(hit);
    EXPECT_EQ(hit->spans.front().first, 0u);
    EXPECT_EQ(hit->spans.back().second, text.size());
}
