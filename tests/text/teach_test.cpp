// What a person corrects teaches the rest of the document.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "restoring.h"
#include "review.h"
#include "text/restore.h"

using namespace thidua::text;
using restoring::finish;
using restoring::model;
using restoring::read;

namespace {

std::vector<std::size_t> tokens_reading(const Restoration& restoration, const std::string& text) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < restoration.tokens.size(); ++i) {
        if (restoration.tokens[i].text == text) found.push_back(i);
    }
    return found;
}

void expect_consistent(const Restoration& restoration, std::size_t lines) {
    std::size_t end = 0;
    for (const RestoredToken& token : restoration.tokens) {
        ASSERT_LE(end, token.begin);
        ASSERT_EQ(restoration.text.substr(token.begin, token.end - token.begin), token.text);
        end = token.end;
    }
    EXPECT_EQ(static_cast<std::size_t>(std::count(restoration.text.begin(), restoration.text.end(), '\n')), lines);
}

const std::string kNamed =
    "Giao ong Tran Van Hodng, Chanh Van phong UBND tinh, thyc hién Ké hoach nay.\n"
    "Cac don vi phéi hop véi ong Tran Van Hodng trong viéc trién khai phong trao thi dua.\n"
    "Phong trao thi dua yéu nuéc do dong chi Hodng lam Truéng ban.\n";

}  // namespace

TEST(Teach, ANameTypedOnceIsReadEverywhere) {
    Restorer job(model(), kNamed);
    finish(job);
    const std::size_t count = job.result().tokens.size();
    std::vector<std::size_t> names;
    for (std::size_t i = 0; i < count; ++i) {
        const RestoredToken& token = job.result().tokens[i];
        if (kNamed.substr(token.source_begin, token.source_end - token.source_begin) == "Hodng") names.push_back(i);
    }
    ASSERT_EQ(names.size(), 3u);
    ASSERT_NE(job.result().tokens[names[0]].text, "Hoằng");
    job.teach(names[0], "Hoằng");
    EXPECT_EQ(job.result().tokens[names[0]].text, "Hoằng");  // at once
    EXPECT_NE(job.result().text.find("Văn Hoằng, Chánh"), std::string::npos);
    EXPECT_FALSE(job.step(0.0));
    finish(job);
    ASSERT_EQ(job.result().tokens.size(), count);
    for (const std::size_t name : names) {
        EXPECT_EQ(job.result().tokens[name].text, "Hoằng");
        EXPECT_EQ(job.result().tokens[name].chosen, name == names[0]);
        EXPECT_TRUE(std::binary_search(job.changed().begin(), job.changed().end(), name));
    }
    EXPECT_EQ(job.result().tokens[names[0]].confidence, 1.0F);
    EXPECT_FALSE(job.result().tokens[names[0]].doubtful);
    expect_consistent(job.result(), 3);
}

TEST(Teach, AWordThatNoModelKnowsIsLearntToo) {
    std::string source;
    for (int i = 0; i < 4; ++i) source += "Phong trao thi dua tai xa Xrxng nam nay thyc hién tét.\n";
    Restorer job(model(), source);
    finish(job);
    const std::size_t count = job.result().tokens.size();
    ASSERT_EQ(count % 4, 0u);
    job.teach(6, "Krông");
    finish(job);
    EXPECT_EQ(tokens_reading(job.result(), "Krông").size(), 4u) << job.result().text;
    expect_consistent(job.result(), 4);
}

TEST(Teach, ForgettingLeavesNothingBehind) {
    Restorer job(model(), kNamed);
    finish(job);
    const Restoration before = job.result();
    job.teach(4, "Hoằng");
    finish(job);
    EXPECT_NE(job.result().text, before.text);
    job.forget(4);
    EXPECT_EQ(job.result().tokens[4].text, before.tokens[4].text);  // at once
    EXPECT_EQ(job.result().tokens[4].doubtful, before.tokens[4].doubtful);
    finish(job);
    EXPECT_EQ(job.result().text, before.text);
    ASSERT_EQ(job.result().tokens.size(), before.tokens.size());
    for (std::size_t i = 0; i < before.tokens.size(); ++i) {
        EXPECT_EQ(job.result().tokens[i].doubtful, before.tokens[i].doubtful) << before.tokens[i].text;
        EXPECT_FALSE(job.result().tokens[i].chosen);
    }
}

TEST(Teach, WhatAPersonChoseStays) {
    Restorer job(model(), kNamed);
    finish(job);
    job.teach(4, "Hoằng");
    finish(job);
    const std::size_t second = tokens_reading(job.result(), "Hoằng").at(1);
    job.teach(second, "Hoàng");  // another lesson on the same print
    job.teach(0, "Trao");
    finish(job);
    EXPECT_EQ(job.result().tokens[4].text, "Hoằng");
    EXPECT_EQ(job.result().tokens[second].text, "Hoàng");
    EXPECT_EQ(job.result().tokens[0].text, "Trao");
    expect_consistent(job.result(), 3);
}

TEST(Teach, NumbersAndGoodTextTakeCorrectionsToo) {
    Restorer scan(model(), "Nghi quyét sé 21/NQ-HDND ngay 19/12/2023 cta Hoi dong nhan dan tinh\n");
    finish(scan);
    const std::size_t code = tokens_reading(scan.result(), "21/NQ-HĐND").at(0);
    scan.teach(code, "27/NQ-HĐND");
    finish(scan);
    EXPECT_EQ(scan.result().tokens[code].text, "27/NQ-HĐND");
    EXPECT_TRUE(scan.result().tokens[code].fixed);
    expect_consistent(scan.result(), 1);

    Restorer good(model(), "Ủy ban nhân dân tỉnh ban hành Kế hoạch về phong trào thi đua.\n");
    finish(good);
    ASSERT_TRUE(good.result().already_vietnamese);
    good.teach(4, "thành\nphố");
    finish(good);
    EXPECT_EQ(good.result().text, "Ủy ban nhân dân thành phố ban hành Kế hoạch về phong trào thi đua.\n");
    EXPECT_EQ(good.changed(), std::vector<std::size_t>{4});
}

TEST(Teach, LessonsMayFollowEachOtherBeforeTheFirstIsDone) {
    std::string source;
    for (int i = 0; i < 20; ++i) source += kNamed;
    Restorer job(model(), source);
    job.teach(4, "ignored: nothing is there yet");
    finish(job);
    EXPECT_NE(job.result().tokens[4].text, "ignored: nothing is there yet");
    job.teach(4, "Hoằng");
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(job.step(0.0));
    job.teach(8, "tỉnh");
    job.teach(1000000, "nowhere");
    for (int i = 0; i < 40; ++i) job.step(0.0);
    job.teach(0, "Giao");
    finish(job);
    EXPECT_EQ(tokens_reading(job.result(), "Hoằng").size(), 60u);
    EXPECT_TRUE(std::binary_search(job.changed().begin(), job.changed().end(), std::size_t{8}));
    expect_consistent(job.result(), 60);
}

// A lesson looks at its own words and at doubts: the rest of a long document is not decoded again.
TEST(Teach, ALessonIsMuchLessWorkThanTheDocument) {
    std::string source;
    for (int i = 0; i < 60; ++i) source += "Cac don vi phéi hop trong viéc trién khai phong trao thi dua yéu nuéc.\n";
    source += kNamed;
    Restorer job(model(), source);
    int whole = 0;
    while (!job.step(0.0)) ++whole;
    const std::size_t name = job.result().tokens.size() - 3;
    job.teach(name, "Hoằng");
    int lesson = 0;
    while (!job.step(0.0)) ++lesson;
    EXPECT_LT(lesson * 5, whole);
}

TEST(Teach, SavesWorkOnDocumentsHeldOut) {
    const std::string samples = THIDUA_SOURCE_DIR "/../shared/samples/ocr/";
    if (!std::filesystem::exists(samples)) GTEST_SKIP() << "no ../shared/samples";
    std::vector<std::string> stems;
    for (const auto& entry : std::filesystem::directory_iterator(samples)) {
        const std::string path = entry.path().string();
        if (path.ends_with(".ocr.txt")) stems.push_back(path.substr(0, path.size() - 8));
    }
    std::sort(stems.begin(), stems.end());
    std::size_t corrected = 0;
    std::size_t wrong = 0;
    std::size_t followed = 0;
    std::size_t spoilt = 0;
    for (std::size_t i = 1; i < stems.size(); i += 6) {  // some of the held-out ones: it takes time
        const score::Review review = score::review(model(), read(stems[i] + ".ocr.txt"), read(stems[i] + ".gold.txt"));
        corrected += review.corrected;
        wrong += review.wrong_before;
        followed += review.followed;
        spoilt += review.spoilt;
    }
    EXPECT_LT(corrected, wrong);
    EXPECT_GT(followed, spoilt);
}

TEST(Teach, BlanksThatAPersonTypedBeforeAWordThatIsNoneStay) {
    Restorer job(model(), "Cac don vi phéi hop véi ong Hodng\nPhong trao thi dua yéu nuéc\n");
    finish(job);
    const auto& tokens = job.result().tokens;
    std::size_t last = 0;
    while (last + 1 < tokens.size() && tokens[last + 1].line == 0) ++last;
    ASSERT_GT(last, 1U);
    job.teach(last, "");
    finish(job);
    job.teach(last - 1, "này ");
    finish(job);
    expect_consistent(job.result(), 2);
    EXPECT_EQ(job.result().tokens[last - 1].text, "này ");
    EXPECT_EQ(job.result().tokens[last].text, "");
}
