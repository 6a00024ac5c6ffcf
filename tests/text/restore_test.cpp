#include "text/restore.h"

#include <gtest/gtest.h>

#include <ctime>

#include <algorithm>
#include <filesystem>

#include "compare.h"
#include "restoring.h"
#include "text/channel.h"
#include "text/codes.h"
#include "text/encodings.h"
#include "text/letters.h"
#include "text/model.h"
#include "text/pieces.h"

using namespace thidua::text;
using restoring::finish;
using restoring::model;
using restoring::read;
using restoring::token;

namespace {

const std::string kSamples = THIDUA_SOURCE_DIR "/../shared/samples/";

score::Score score_folder(const std::string& folder, bool held_out, bool stripped = false) {
    // The split is fixed: of the documents in order of name every second one is held out, for reports only.
    score::Score all;
    std::vector<std::string> stems;
    for (const auto& entry : std::filesystem::directory_iterator(kSamples + folder)) {
        const std::string path = entry.path().string();
        if (path.ends_with(".ocr.txt")) stems.push_back(path.substr(0, path.size() - 8));
    }
    std::sort(stems.begin(), stems.end());
    for (std::size_t i = 0; i < stems.size(); ++i) {
        if ((i % 2 == 1) != held_out) continue;
        const std::string gold = read(stems[i] + ".gold.txt");
        const std::string source = stripped ? strip_marks(gold) : read(stems[i] + ".ocr.txt");
        all.add(score::compare(gold, restore(model(), source)));
    }
    return all;
}

}  // namespace

TEST(Restore, ReadsALineOfAScan) {
    const Restoration restored =
        restore(model(), "Phat huy vai tro cua tung ca nhan trong viéc t6 chue, trién khai, thyc hién");
    EXPECT_EQ(restored.text, "Phát huy vai trò của từng cá nhân trong việc tổ chức, triển khai, thực hiện");
    EXPECT_FALSE(restored.already_vietnamese);
}

TEST(Restore, CarriesNumbersDatesAndCodesByPattern) {
    const Restoration restored =
        restore(model(), "Nghi quyét s6 21/NQ- -HDND ngay 19/12/2023 cta Hoi dong nhan dan, Nghi dinh 98/2023/ND-CP");
    EXPECT_EQ(restored.text, "Nghị quyết số 21/NQ-HĐND ngày 19/12/2023 của Hội đồng nhân dân, Nghị định 98/2023/NĐ-CP");
    EXPECT_TRUE(token(restored, "21/NQ-HĐND").fixed);
    EXPECT_TRUE(token(restored, "19/12/2023").fixed);
    EXPECT_FALSE(token(restored, "nhân").fixed);
}

TEST(Restore, ReadsRomanNumeralsOfHeadings) {
    EXPECT_EQ(restore(model(), "I1. DOI TUONG, NOI DUNG THI DUA").text, "II. ĐỐI TƯỢNG, NỘI DUNG THI ĐUA");
    EXPECT_EQ(restore(model(), "1. Muc dich").text, "1. Mục đích");
}

TEST(Restore, KeepsLinesAndBlankLines) {
    const std::string source = " Phat dong phong trao thi dua\n\n\nnhiém vu phat trién kinh té - xa hoi,\r\n";
    const std::string restored = restore(model(), source).text;
    EXPECT_EQ(std::count(restored.begin(), restored.end(), '\n'), 4);
    EXPECT_EQ(restored, " Phát động phong trào thi đua\n\n\nnhiệm vụ phát triển kinh tế - xã hội,\r\n");
}

TEST(Restore, SplitsWordsThatRanTogether) {
    EXPECT_EQ(restore(model(), "Thyc hiénKé hoach cua Uy ban nhan dan tinh").text,
              "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh");
}

TEST(Restore, GivesBackLostBlanksAndOrdinaryCapitals) {
    EXPECT_EQ(
        restore(model(), "tu tudng, dao dirc, phong cach HO Chi Minh trén dia ban thanh phé.Tao ra phong trao").text,
        "tư tưởng, đạo đức, phong cách Hồ Chí Minh trên địa bàn thành phố. Tạo ra phong trào");
}

TEST(Restore, PutsMarksOnTextTypedWithoutThem) {
    EXPECT_EQ(
        restore(model(), "uy ban nhan dan thanh pho ban hanh ke hoach phat dong phong trao thi dua yeu nuoc").text,
        "ủy ban nhân dân thành phố ban hành kế hoạch phát động phong trào thi đua yêu nước");
}

TEST(Restore, LeavesGoodVietnameseAlone) {
    const std::string good = "Ủy ban nhân dân tỉnh ban hành Kế hoạch số 50/KH-UBND về phong trào thi đua, logistics.";
    const Restoration restored = restore(model(), good);
    EXPECT_TRUE(restored.already_vietnamese);
    EXPECT_EQ(restored.text, good);
}

TEST(Restore, LeavesEnglishAlone) {
    const std::string english =
        "The quick review of this document shows that the program works with windows and other systems.\n"
        "Please contact the support team for further information about the service.\n";
    EXPECT_EQ(restore(model(), english).text, english);
    const Restoration mixed =
        restore(model(),
                "Day manh chuyén déi sé, phat trién logistics, thuong mai dién tir va dich vu Internet theo ISO 9001.");
    EXPECT_NE(mixed.text.find("logistics"), std::string::npos) << mixed.text;
    EXPECT_NE(mixed.text.find("Internet theo ISO 9001"), std::string::npos) << mixed.text;
}

TEST(Restore, LeavesGoodVietnameseWithATranslationAlone) {
    const std::string both =
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch về phong trào thi đua yêu nước năm 2025.\n"
        "The provincial government's Decree No. 29/2025/ND-CP was issued in Hanoi, with funding sources that have been "
        "arranged for the organizational structures of two-tier local governments.\n"
        "Giám đốc các Sở, Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm thi hành Quyết định này.\n";
    const Restoration restored = restore(model(), both);
    EXPECT_TRUE(restored.already_vietnamese);
    EXPECT_EQ(restored.text, both);
    const std::string goods =
        "Thiết bị định vị GPS L1 của hãng Samsung được cấu tạo từ mạch điện tử, pin CR2032 và antenna F4, dùng để gắn "
        "vào hành lý, chìa khóa.";
    EXPECT_EQ(restore(model(), goods).text, goods);
    // Beside a bad scan the translation does not make the scan a good text.
    const Restoration scanned = restore(model(),
                                        "Uy ban nhan dan tinh ban hanh Ké hoach vé phong trào thi dua yéu nuoc.\n"
                                        "The government issued this decree with funding sources that have been "
                                        "arranged for other structures.\n");
    EXPECT_FALSE(scanned.already_vietnamese);
    EXPECT_NE(scanned.text.find("Kế hoạch về phong trào thi đua yêu nước"), std::string::npos) << scanned.text;
}

TEST(Restore, LeavesConvertedTextAlone) {
    const std::string converted = to_unicode("Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc").text;
    const Restoration restored = restore(model(), converted);
    EXPECT_TRUE(restored.already_vietnamese);
    EXPECT_EQ(restored.text, converted);
}

TEST(Restore, ReadsOnesOfDatesThatWereTakenForBrackets) {
    const Restoration restored =
        restore(model(), "Ké hoach sé 12/KH-UBND ngay 1l thang 1] nam 2025 cua Uy ban nhan dan tinh");
    EXPECT_NE(restored.text.find("ngày 11 tháng 11 năm 2025"), std::string::npos) << restored.text;
    EXPECT_TRUE(token(restored, "11").fixed);
}

TEST(Restore, MarksWhatNothingExplains) {
    const Restoration restored =
        restore(model(), "Can cu Netquveb cua Quéc hoi vé viéc thyc hién PIAO2z2028 trong nam");
    EXPECT_TRUE(token(restored, "PIAO2z2028").doubtful) << restored.text;
}

TEST(Restore, SpansPointIntoTheSourceAndTheResult) {
    const std::string source = "Ké hoach phat trién kinh té - xa h6i";
    const Restoration restored = restore(model(), source);
    const RestoredToken word = token(restored, "triển");
    EXPECT_EQ(source.substr(word.source_begin, word.source_end - word.source_begin), "trién");
    EXPECT_EQ(restored.text.substr(word.begin, word.end - word.begin), "triển");
    for (const RestoredToken& t : restored.tokens) {
        EXPECT_EQ(restored.text.substr(t.begin, t.end - t.begin), t.text);
        EXPECT_LE(t.source_end, source.size());
        EXPECT_GE(t.confidence, 0.0F);
        EXPECT_LE(t.confidence, 1.0F);
    }
}

TEST(Restore, SpansOfDecomposedTextPointIntoTheTextAsGiven) {
    const std::string source = "Ke\u0301 hoach phat trie\u0301n kinh te\u0301";
    const Restoration restored = restore(model(), source);
    ASSERT_GE(restored.tokens.size(), 4u);
    const RestoredToken& word = restored.tokens[3];
    EXPECT_EQ(source.substr(word.source_begin, word.source_end - word.source_begin), "trie\u0301n ");
}

TEST(Restore, WorksInSlicesWithProgress) {
    std::string source;
    for (int i = 0; i < 50; ++i)
        source += "Thyc hién Ké hoach sé 184-KH/TU ngay 27/12/2023 ctia Ban Thuong vu Tinh uy.\n";
    Restorer job(model(), source);
    float last = 0;
    int steps = 0;
    for (bool done = false; !done; ++steps) {
        done = job.step(0.0);
        EXPECT_GE(job.progress(), last);
        last = job.progress();
    }
    EXPECT_GT(steps, 1000);  // a word at a time
    EXPECT_FLOAT_EQ(last, 1.0F);
    EXPECT_EQ(job.take().text, restore(model(), source).text);
}

// Counted in processor time of this thread against the whole: no unit of work is more than a small part of it, not the
// learning, not the last one, not the unpacking of the model. bench/text_bench.cpp gives the milliseconds.
TEST(Restore, NoUnitOfWorkIsLong) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
    };
    const auto longest_share = [&](auto& job) {
        double whole = 0;
        double longest = 0;
        for (bool done = false; !done;) {
            const double start = now();
            done = job.step(0.0);
            const double spent = now() - start;
            whole += spent;
            longest = std::max(longest, spent);
        }
        return longest / whole;
    };
    ModelLoader loader(read(THIDUA_SOURCE_DIR "/data/text/restore.lm"));
    EXPECT_LT(longest_share(loader), 0.4);
    std::string source;
    for (int i = 0; i < 600; ++i) {
        source += "Thyc hién Ké hoach sé 184-KH/TU cua Ban Thuong vu Tinh uy vé phat trién kinh té " +
                  std::to_string(i) + " va bao ddm an sinh xa h6i tai xa Xrx" +
                  std::string(1, static_cast<char>('a' + i % 26)) + static_cast<char>('a' + i / 26) + "ng.\n";
    }
    Restorer job(model(), source);
    EXPECT_LT(longest_share(job), 0.1);
    job.teach(5, "số");
    EXPECT_LT(longest_share(job), 0.5);
}

TEST(Restore, TakesAnyBytes) {
    EXPECT_EQ(restore(model(), "").text, "");
    const std::string bytes("\xff\xfe\x00 \x80x\xc3 \n\x01", 9);
    const Restoration restored = restore(model(), bytes);
    EXPECT_EQ(std::count(restored.text.begin(), restored.text.end(), '\n'), 1);
    restore(model(), std::string(5000, 'm') + " " + std::string(3000, '1'));
}

TEST(Restore, RefusesModelsThatAreNone) {
    EXPECT_FALSE(LanguageModel::load(""));
    EXPECT_FALSE(LanguageModel::load("TDLM and nothing else"));
    std::string bytes = read(THIDUA_SOURCE_DIR "/data/text/restore.lm");
    ASSERT_GT(bytes.size(), 1000u);
    EXPECT_FALSE(LanguageModel::load(std::string_view(bytes).substr(0, bytes.size() / 2)));
    std::string broken = bytes;  // the lists at its end
    broken.back() = '\xff';
    EXPECT_FALSE(LanguageModel::load(broken));
    bytes[4] = 99;
    const auto newer = LanguageModel::load(bytes);
    ASSERT_FALSE(newer);
    EXPECT_EQ(newer.error().kind, thidua::base::ErrorKind::kUnsupported);
}

namespace {

const std::string kDirtyPage =
    "| UY BAN NHAN DAN TINH : -\n"
    "thang 11 nam 2025 e : .\n"
    "ss din x4y dung du toan ngan sach nha nuéc nam 2026, ké hoach tai chinh - ngan _\n"
    "quan trong viéc trién khai thi hanh Luat. ce ee os : ees\n";

}  // namespace

TEST(Restore, SpecksOfADirtyPageAreNoWords) {
    const Restoration restored = restore(model(), kDirtyPage);
    EXPECT_NE(restored.text.find("tháng 11 năm 2025 : ."), std::string::npos) << restored.text;
    EXPECT_NE(restored.text.find("quan trong việc triển khai thi hành Luật. :"), std::string::npos) << restored.text;
    EXPECT_EQ(std::count(restored.text.begin(), restored.text.end(), '\n'), 4);
    EXPECT_EQ(restored.text.find(" \n"), std::string::npos) << restored.text;  // nor the blanks before them
    std::size_t specks = 0;
    for (const RestoredToken& t : restored.tokens) {
        EXPECT_EQ(restored.text.substr(t.begin, t.end - t.begin), t.text);
        if (!t.text.empty()) continue;
        ++specks;
        EXPECT_TRUE(t.doubtful);  // and nothing is lost: what was printed is a reading
        const std::string print = kDirtyPage.substr(t.source_begin, t.source_end - t.source_begin);
        EXPECT_TRUE(std::any_of(t.alternatives.begin(), t.alternatives.end(), [&](const Alternative& other) {
            return other.text == print;
        })) << print;
    }
    EXPECT_GE(specks, 4u);
}

TEST(Restore, ShortWordsOfACleanPageStay) {
    std::string clean = kDirtyPage;  // without its lonely signs it is no dirty page
    for (const std::string sign : {"| ", " : -", " : .", " _", " : ees"}) clean.erase(clean.find(sign), sign.size());
    for (const RestoredToken& t : restore(model(), clean).tokens) EXPECT_NE(t.text, "");
}

TEST(Restore, ASpeckMayBeTaughtToBeAWordAndBack) {
    Restorer job(model(), kDirtyPage);
    finish(job);
    std::size_t speck = 0;
    while (speck < job.result().tokens.size() && !job.result().tokens[speck].text.empty()) ++speck;
    ASSERT_LT(speck, job.result().tokens.size());
    const std::string before = job.result().text;
    job.teach(speck, "ở");
    finish(job);
    EXPECT_NE(job.result().text.find(" ở"), std::string::npos) << job.result().text;
    job.teach(speck, "");
    finish(job);
    EXPECT_EQ(job.result().tokens[speck].text, "");
    job.forget(speck);
    finish(job);
    EXPECT_EQ(job.result().text, before);
}

TEST(Restore, TakesRowsOfWordsApart) {
    const std::string source =
        "TINHCAMAU\nCONGHOAXAHOI\nthé ché, hoan thién ha tang cong nghé thong tin vachuyénd6is6.\n";
    const Restoration restored = restore(model(), source);
    EXPECT_EQ(restored.text,
              "TỈNH CÀ MAU\nCỘNG HÒA XÃ HỘI\nthể chế, hoàn thiện hạ tầng công nghệ thông tin và chuyển đổi số.\n");
    const RestoredToken word = token(restored, "chuyển");
    EXPECT_EQ(source.substr(word.source_begin, word.source_end - word.source_begin), "chuyén");
}

TEST(Restore, PutsABlankBetweenACodeAndTheWordThatRanIntoIt) {
    EXPECT_EQ(restore(model(), "Can ct Nghi quyét s6 90/NQ-CPngay 16/6/2023 cia Chinh phu").text,
              "Căn cứ Nghị quyết số 90/NQ-CP ngày 16/6/2023 của Chính phủ");
}

TEST(Restore, ReadsMarksOfPointsAndArticles) {
    EXPECT_EQ(restore(model(), "4) B6 tri quy dat\nb) Cung cap dich vu\n¢) Ap dung m6 hinh").text,
              "a) Bố trí quỹ đất\nb) Cung cấp dịch vụ\nc) Áp dụng mô hình");
    EXPECT_EQ(restore(model(), "Diéu l. Ban hanh kém theo Quyét dinh nay").text,
              "Điều 1. Ban hành kèm theo Quyết định này");
}

TEST(Channel, LearnsWhatItsTableDoesNotKnow) {
    const Channel& table = model().tables().channel;
    const LetterCode l = letter_code('l');
    const PrintKey z = print_code('z');
    ASSERT_EQ(table.cost(Channel::Case::kLower, l, z), Channel::kNever);
    Channel::Evidence evidence;
    evidence.add(Channel::Case::kLower, l, z, 1.0F);
    EXPECT_EQ(table.with(evidence, 30).cost(Channel::Case::kLower, l, z), Channel::kNever);  // once is chance
    evidence.add(Channel::Case::kLower, l, z, 5.0F);
    EXPECT_LT(table.with(evidence, 30).cost(Channel::Case::kLower, l, z), 3.0F);
}

TEST(Pieces, AStopThatStandsAloneEndsNoSentence) {
    const auto boundaries = [](std::string_view line) {
        std::vector<Piece> pieces;
        bool boundary = false;
        cut_line(line, 0, 0, true, boundary, pieces);
        return std::count_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.boundary; });
    };
    EXPECT_EQ(boundaries("trien khai : thi hanh"), 0);
    EXPECT_EQ(boundaries("trien khai: thi hanh"), 1);
}

TEST(Restore, BadScans) {
    if (!std::filesystem::exists(kSamples)) GTEST_SKIP() << "no ../shared/samples";
    score::Score all = score_folder("ocr-harsh", false);
    all.add(score_folder("ocr-harsh", true));
    all.print("ocr-harsh");
    EXPECT_GE(all.right(), 0.95);
}

TEST(Restore, TheSamplePlan) {
    if (!std::filesystem::exists(kSamples)) GTEST_SKIP() << "no ../shared/samples";
    const Restoration restored = restore(model(), read(kSamples + "plan-2024.ocr.txt"));
    const score::Score score = score::compare(read(kSamples + "plan-2024.gold.txt"), restored);
    score.print("plan-2024");
    EXPECT_GE(score.right(), 0.996);
    EXPECT_EQ(score.numbers_kept, score.numbers);
    EXPECT_EQ(score.codes_kept, score.codes);
    EXPECT_EQ(score.dates_kept, score.dates);
    EXPECT_GE(score.codes, 8u);
}

TEST(Restore, DocumentsHeldOut) {
    if (!std::filesystem::exists(kSamples)) GTEST_SKIP() << "no ../shared/samples";
    const score::Score scans = score_folder("ocr", true);
    scans.print("ocr, held out");
    EXPECT_GE(scans.right(), 0.9895);
    EXPECT_LE(scans.character_error_rate(), 0.005);
    EXPECT_LE(scans.doubtful * 20, scans.restored);                 // at most 5 % marked
    EXPECT_GE(scans.wrong_doubtful * 5, scans.wrong_restored * 4);  // four in five of the wrong ones among them
    EXPECT_GE(scans.codes_kept + 1, scans.codes);                   // 85 of 86
    EXPECT_EQ(scans.dates_kept, scans.dates);
    const score::Score harsh = score_folder("ocr-harsh", true);
    harsh.print("ocr-harsh, held out");
    EXPECT_GE(harsh.right(), 0.925);
    const score::Score bare = score_folder("ocr", true, true);
    bare.print("marks stripped, held out");
    EXPECT_GE(bare.right(), 0.989);
}

TEST(Restore, TheGoldTextsAreGoodAlready) {
    if (!std::filesystem::exists(kSamples)) GTEST_SKIP() << "no ../shared/samples";
    int documents = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kSamples + "ocr")) {
        const std::string path = entry.path().string();
        const Restoration restored = restore(model(), read(path));
        EXPECT_EQ(restored.already_vietnamese, path.ends_with(".gold.txt")) << path;
        if (path.ends_with(".gold.txt")) {
            EXPECT_EQ(restored.text, read(path));
        }
        ++documents;
    }
    EXPECT_GE(documents, 38);
}

TEST(Codes, ComeOutClean) {
    const auto clean = [](std::u32string_view line) {
        std::string out;
        match_code(line, 0, out);
        return out;
    };
    EXPECT_EQ(clean(U"53/KH-UBND ngay"), "53/KH-UBND");
    EXPECT_EQ(clean(U"34-CT/TW"), "34-CT/TW");
    EXPECT_EQ(clean(U"21/NQ- -HDND"), "21/NQ-HĐND");
    EXPECT_EQ(clean(U"98/2023/ND-CP"), "98/2023/NĐ-CP");
    EXPECT_EQ(clean(U"1234/QD-TTg"), "1234/QĐ-TTg");
    EXPECT_EQ(clean(U"O5-NQ/TU"), "05-NQ/TU");
    EXPECT_EQ(clean(U"81/2023/QHI5 ngay"), "81/2023/QH15");
    EXPECT_EQ(clean(U"65/2013/QH13,"), "65/2013/QH13");
    EXPECT_EQ(clean(U"$7-NQ/TW ngay"), "57-NQ/TW");
    EXPECT_EQ(clean(U"90/NO-CP"), "90/NQ-CP");
    EXPECT_EQ(clean(U"1216/OD-TTg"), "1216/QĐ-TTg");
    EXPECT_EQ(clean(U"4385/QD-BVHTTDI."), "4385/QĐ-BVHTTDL");
    EXPECT_EQ(clean(U"12/KH-BCDQG"), "12/KH-BCĐQG");
    EXPECT_EQ(clean(U"90/NQ-CPneas 6"), "90/NQ-CP");
    EXPECT_EQ(clean(U"2021 - 2025"), "");
    EXPECT_EQ(clean(U"5 - An ninh"), "");
    EXPECT_EQ(clean(U"14/3/2024"), "");
}
