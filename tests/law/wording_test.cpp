// The screens' own words state no law that was not read: articles that they name are seen ones, and figures come from
// the packs.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "law/rule_book.h"

using namespace thidua::law;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> sources() {
    std::vector<fs::path> out;
    for (const char* folder : {"src/ui/words", "src/ui/screens", "src/app"}) {
        for (const auto& entry : fs::directory_iterator(fs::path(THIDUA_SOURCE_DIR) / folder)) {
            const auto kind = entry.path().extension();
            if (kind == ".inc" || kind == ".cpp") out.push_back(entry.path());
        }
    }
    return out;
}

/// What stands between quotes in a line; comments and code are nobody's screen.
std::vector<std::string> literals(const std::string& line) {
    std::vector<std::string> out;
    for (std::size_t at = line.find('"'); at != std::string::npos; at = line.find('"', at + 1)) {
        std::size_t end = at + 1;
        while (end < line.size() && line[end] != '"') end += line[end] == '\\' ? 2 : 1;
        if (end >= line.size()) break;
        out.push_back(line.substr(at + 1, end - at - 1));
        at = end;
    }
    return out;
}

/// Numbers that stand right behind `word`.
std::vector<int> numbers_behind(const std::string& text, const std::string& word) {
    std::vector<int> out;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        std::size_t end = at + word.size();
        int number = 0;
        while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0)
            number = number * 10 + (text[end++] - '0');
        if (number != 0) out.push_back(number);
    }
    return out;
}

std::vector<int> percentages(const std::string& text) {
    std::vector<int> out;
    for (std::size_t at = text.find('%'); at != std::string::npos; at = text.find('%', at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && std::isdigit(static_cast<unsigned char>(text[begin - 1])) != 0) --begin;
        if (begin < at) out.push_back(std::stoi(text.substr(begin, at - begin)));
    }
    return out;
}

/// The best that any open pack says of an article of the Law or of the decrees.
std::map<int, Confidence> articles() {
    std::map<int, Confidence> best;
    for (const Pack& pack : builtin_packs().packs) {
        for (const CoverageLine& line : coverage(pack)) {
            for (const int article : numbers_behind(line.clause, "Điều ")) {
                const auto found = best.emplace(article, line.confidence).first;
                found->second = std::min(found->second, line.confidence);
            }
        }
    }
    return best;
}

TEST(Wording, ArticlesNamedByScreensAreSeenOnes) {
    const auto best = articles();
    int named = 0;
    for (const fs::path& path : sources()) {
        std::ifstream in(path);
        std::string line;
        for (int number = 1; std::getline(in, line); ++number) {
            for (const std::string& text : literals(line)) {
                if (text.find("chưa kiểm chứng") != std::string::npos) continue;
                for (const int article : numbers_behind(text, "Điều ")) {
                    const auto found = best.find(article);
                    const bool placeholder =
                        line.find("placeholder") != std::string::npos;  // an example of how to write it
                    EXPECT_TRUE(placeholder || (found != best.end() && found->second == Confidence::kSeen))
                        << path.filename() << ":" << number << ": " << text;
                    ++named;
                }
            }
        }
    }
    EXPECT_GT(named, 0);
    // The test would notice: these were only recalled or reported.
    for (const int article : {26, 28, 29, 42, 73, 74, 77, 78, 79})
        EXPECT_NE(best.at(article), Confidence::kSeen) << article;
}

TEST(Wording, SharesStandInThePacksAndNotOnScreens) {
    for (const fs::path& path : sources()) {
        std::ifstream in(path);
        std::string line;
        for (int number = 1; std::getline(in, line); ++number) {
            for (const std::string& text : literals(line)) {
                for (const int share : percentages(text)) {
                    // law.md §2.3, seen: the old cap of 15 % is gone; 0 and 100 are progress.
                    EXPECT_TRUE(share == 0 || share == 100 || share == 15)
                        << path.filename() << ":" << number << ": " << text;
                }
            }
        }
    }
}

}  // namespace

TEST(Wording, UnitsOfParametersAreSaidInEnglishToo) {
    for (const Pack& pack : builtin_packs().packs) {
        for (const Parameter& parameter : pack.parameters) {
            if (parameter.unit == "%" || parameter.unit == "đồng") continue;
            EXPECT_NE(unit_en(parameter.unit, 2), parameter.unit) << pack.id << " " << parameter.id;
        }
    }
    EXPECT_EQ(unit_en("người", 1), "person");
    EXPECT_EQ(unit_en("người", 2), "people");
    EXPECT_EQ(unit_en("%", 70), "%");
}

TEST(Wording, NumbersAreWrittenAsTheLanguageWritesThem) {
    EXPECT_EQ(number_words(70), "70");
    EXPECT_EQ(number_words(1.5), "1,5");
    EXPECT_EQ(number_words(0.05), "0,05");
    EXPECT_EQ(number_words(2340000), "2.340.000");
    EXPECT_EQ(number_words(10000.25, true), "10,000.25");
    EXPECT_EQ(number_words(66.999), "67");  // no ":" behind 66,99
    EXPECT_EQ(number_words(-1.5), "-1,5");
}
