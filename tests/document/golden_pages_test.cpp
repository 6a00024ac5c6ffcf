// Golden pages: every page of every kind from our PDF and from our DOCX as LibreOffice prints it, side by side in
// golden-pages/<kind>-<page>.png of the build folder (ours on the left), with every word in the same place.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "picture.h"
#include "printed.h"
#include "programs.h"

using namespace thidua;
using namespace thidua::document;
using test::mm;
using test::PrintedDocument;
using test::Word;

namespace {

constexpr double kMostOff = 2;  // mm

class GoldenPages : public ::testing::Test {
protected:
    void SetUp() override {
        if (!test::printed().missing.empty()) GTEST_SKIP() << test::printed().missing << " is not installed";
        ASSERT_EQ(test::printed().trouble, "");
    }
};

int last_page(const std::vector<Word>& words) { return words.empty() ? 0 : words.back().page; }

}  // namespace

TEST_F(GoldenPages, EveryWordOfEveryPageStandsInTheSamePlaceInPdfAndDocx) {
    std::size_t compared = 0;
    double farthest = 0;
    for (const PrintedDocument& one : test::printed().documents) {
        ASSERT_EQ(last_page(one.ours), last_page(one.theirs)) << one.name;
        ASSERT_EQ(one.ours.size(), one.theirs.size()) << one.name << ": no word more, none less";
        std::vector<bool> taken(one.theirs.size());
        for (const Word& word : one.ours) {
            double nearest = 1e9;
            std::size_t match = 0;
            for (std::size_t i = 0; i < one.theirs.size(); ++i) {
                const Word& other = one.theirs[i];
                if (taken[i] || other.page != word.page || other.text != word.text) continue;
                const double off = std::max(std::abs(other.left - word.left), std::abs(other.top - word.top));
                if (off < nearest) {
                    nearest = off;
                    match = i;
                }
            }
            ASSERT_LT(mm(nearest), kMostOff) << one.name << " page " << word.page << ": " << word.text;
            taken[match] = true;
            farthest = std::max(farthest, mm(nearest));
            ++compared;
        }
    }
    EXPECT_GT(compared, 4000U);
    RecordProperty("words", static_cast<int>(compared));
    RecordProperty("farthest_mm", std::to_string(farthest));
    std::printf("%zu words, the farthest %.2f mm off\n", compared, farthest);
}

TEST_F(GoldenPages, StandSideBySideAsPictures) {
    const auto& all = test::printed();
    std::size_t made = 0;
    for (const PrintedDocument& one : all.documents) {
        ASSERT_EQ(test::run_in(all.folder, "pdftoppm -r 72 " + one.name + ".pdf ours && pdftoppm -r 72 word/" +
                                               one.name + ".pdf theirs"),
                  0)
            << one.name;
        for (int page = 1; page <= last_page(one.ours); ++page) {
            const auto picture = [&](const std::string& side) {
                const auto file = all.folder / (side + "-" + std::to_string(page) + ".ppm");
                test::Picture read = test::picture_of(test::read_file(file.string()));
                std::filesystem::remove(file);
                return read;
            };
            const test::Picture ours = picture("ours");
            const test::Picture theirs = picture("theirs");
            ASSERT_GT(ours.width, 500U) << one.name << " page " << page;
            ASSERT_EQ(ours.width, theirs.width) << one.name << " page " << page;
            EXPECT_NEAR(test::ink(ours), test::ink(theirs), 0.15 * test::ink(theirs)) << one.name << " page " << page;
            std::ofstream(all.folder / (one.name + "-" + std::to_string(page) + ".png"), std::ios::binary)
                << test::png_of(test::beside(ours, theirs));
            ++made;
        }
    }
    EXPECT_GE(made, 30U);
}

TEST_F(GoldenPages, NumbersAreOnEveryPageButTheFirstOfASection) {
    for (const char* name : {"decision-long", "letter-long", "report"}) {
        const PrintedDocument& one = test::printed().find(name);
        for (const auto* words : {&one.ours, &one.theirs}) {
            std::map<int, std::string> numbers;
            for (const Word& word : *words) {
                if (mm(word.bottom) <= 20) numbers[word.page] += word.text;
            }
            const int annex = std::string(name) == "decision-long" ? 2 : 1;  // on which page its own numbers begin
            for (int page = 1; page <= last_page(*words); ++page) {
                const int number = page < annex ? page : page - annex + 1;
                EXPECT_EQ(numbers[page], number == 1 ? "" : std::to_string(number)) << name << " page " << page;
            }
            EXPECT_GE(last_page(*words), 3) << name;
        }
    }
}

TEST_F(GoldenPages, ALongTableRepeatsItsHeadInBoth) {
    const PrintedDocument& one = test::printed().find("decision-long");
    for (const auto* words : {&one.ours, &one.theirs}) {
        std::set<int> heads;
        for (const Word& word : *words) {
            if (word.text == "TT") heads.insert(word.page);
        }
        EXPECT_EQ(static_cast<int>(heads.size()), last_page(*words) - 1) << "all pages of the annex";
    }
}
