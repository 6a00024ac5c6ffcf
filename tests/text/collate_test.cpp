#include "text/collate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <random>
#include <vector>

#include "base/utf8.h"
#include "text/letters.h"
#ifdef THIDUA_HAVE_ICU
#include <unicode/coll.h>
#include <unicode/locid.h>
#endif

using namespace thidua;
using namespace thidua::text;

TEST(Collate, FollowsTheVietnameseAlphabetAndToneOrder) {
    std::vector<std::string> words = {"bé", "ba", "bạ", "bá", "bã", "bả", "bà", "bă", "bâ", "đa", "da", "e", "Ba"};
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return compare(a, b) < 0; });
    EXPECT_EQ(words,
              (std::vector<std::string>{"ba", "Ba", "bà", "bả", "bã", "bá", "bạ", "bă", "bâ", "bé", "da", "đa", "e"}));
    EXPECT_EQ(compare("hòa", "hòa"), 0);
}

TEST(Collate, PersonsStandByGivenNameThenFamilyThenMiddle) {
    std::vector<std::string> names = {"Trần Văn Bình", "Nguyễn Thị An", "Lê An", "Nguyễn Hồng An", "Đỗ Ánh", "Lý Y"};
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return compare_names(a, b) < 0; });
    EXPECT_EQ(names, (std::vector<std::string>{"Lê An", "Nguyễn Hồng An", "Nguyễn Thị An", "Đỗ Ánh", "Trần Văn Bình",
                                               "Lý Y"}));
    const PersonName name = split_name("  Nguyễn  Thị Hồng Vân ");
    EXPECT_EQ(name.family, "Nguyễn");
    EXPECT_EQ(name.middle, "Thị Hồng");
    EXPECT_EQ(name.given, "Vân");
    EXPECT_EQ(split_name("Hà").given, "Hà");
    EXPECT_EQ(split_name("").given, "");
}

#ifdef THIDUA_HAVE_ICU
namespace {

std::unique_ptr<icu::Collator> vietnamese() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale("vi"), status));
    EXPECT_TRUE(U_SUCCESS(status));
    return collator;
}

}  // namespace

TEST(Collate, AgreesWithIcuOnRandomStrings) {
    const auto icu = vietnamese();
    constexpr std::u32string_view kAlphabet = U"aàảãáạăằâấậAÁẬbcdđĐeêễiỉoôơợOƠyỵYuưứUƯxz 0159-.,()/";
    std::mt19937 random(77);
    const auto make = [&] {
        std::u32string text;
        for (std::size_t i = 0, n = 1 + random() % 5; i < n; ++i)
            text.push_back(kAlphabet[random() % kAlphabet.size()]);
        return base::to_utf8(text);
    };
    for (int round = 0; round < 60000; ++round) {
        std::string a = make();
        std::string b = round % 2 ? make() : a;
        if (round % 2 == 0) {  // near twins: one character changed
            std::u32string twin = base::to_utf32(a);
            twin[random() % twin.size()] = kAlphabet[random() % kAlphabet.size()];
            b = base::to_utf8(twin);
        }
        UErrorCode status = U_ZERO_ERROR;
        const int expected = icu->compare(icu::UnicodeString::fromUTF8(a), icu::UnicodeString::fromUTF8(b), status);
        ASSERT_EQ(compare(a, b), expected) << a << " | " << b;
    }
}

TEST(Collate, AgreesWithIcuOverTheSyllables) {
    std::ifstream in(THIDUA_SOURCE_DIR "/../shared/text/syllables.txt");
    if (!in) GTEST_SKIP() << "no ../shared/text";
    std::vector<std::string> words;
    for (std::string line; std::getline(in, line);) words.push_back(line);
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return sort_key(a) < sort_key(b); });
    const auto icu = vietnamese();
    for (std::size_t i = 1; i < words.size(); ++i) {
        UErrorCode status = U_ZERO_ERROR;
        ASSERT_LE(
            icu->compare(icu::UnicodeString::fromUTF8(words[i - 1]), icu::UnicodeString::fromUTF8(words[i]), status), 0)
            << words[i - 1] << " | " << words[i];
    }
}

TEST(Collate, AgreesWithIcuOnRandomPairsOfSyllablesAndNames) {
    std::ifstream in(THIDUA_SOURCE_DIR "/../shared/text/syllables.txt");
    if (!in) GTEST_SKIP() << "no ../shared/text";
    std::vector<std::string> words;
    for (std::string line; std::getline(in, line);) words.push_back(line);
    const auto icu = vietnamese();
    std::mt19937 random(33);
    const auto name = [&] {
        std::string out;
        for (std::size_t i = 0, n = 1 + random() % 3; i < n; ++i) {
            const std::string& word = words[random() % words.size()];
            out += (i > 0 ? " " : "") + (random() % 2 ? word : upper(word));
        }
        return out;
    };
    for (int round = 0; round < 30000; ++round) {
        const std::string a = name();
        const std::string b = random() % 4 ? name() : upper(a);
        UErrorCode status = U_ZERO_ERROR;
        const int expected = icu->compare(icu::UnicodeString::fromUTF8(a), icu::UnicodeString::fromUTF8(b), status);
        ASSERT_EQ(compare(a, b), expected) << a << " | " << b;
    }
}
#endif
