// Old encodings by phrases of real files, and by bytes that encoders of their own make (glibc's iconv for VISCII, TCVN
// and windows-1258; the tables of this test for VNI and VPS).

#include "text/encodings.h"

#include <gtest/gtest.h>
#include <iconv.h>

#include <map>
#include <optional>
#include <random>
#include <string>

#include "base/utf8.h"
#include "text/letters.h"

using namespace thidua::text;

TEST(Encodings, Tcvn3AsItComesOutOfOldFiles) {
    const std::string text = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc";
    EXPECT_EQ(detect_legacy(text), LegacyEncoding::kTcvn3);
    EXPECT_EQ(from_legacy(text, LegacyEncoding::kTcvn3),
              "Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc");
}

TEST(Encodings, VniAsItComesOutOfOldFiles) {
    const std::string text = "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM, Ñoäc laäp - Töï do - Haïnh phuùc, chaát lượng";
    EXPECT_EQ(from_legacy("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", LegacyEncoding::kVni),
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    EXPECT_EQ(from_legacy("Ñoäc laäp - Töï do - Haïnh phuùc, ñöôïc naêm 2004, vì, chi phí", LegacyEncoding::kVni),
              "Độc lập - Tự do - Hạnh phúc, được năm 2004, vì, chi phí");
    EXPECT_EQ(detect_legacy(text), LegacyEncoding::kVni);
}

TEST(Encodings, RawBytesOfVisciiAndVps) {
    const std::string viscii =
        "\xD0\xB5"
        "c l\xA7p - T\xF1 do - H\xD5nh ph\xFA"
        "c, k\xAA ho\xD5"
        "ch";
    EXPECT_EQ(from_legacy("l\xA7p k\xAA ho\xD5"
                          "ch",
                          LegacyEncoding::kViscii),
              "lập kế hoạch");
    EXPECT_EQ(detect_legacy(viscii), LegacyEncoding::kViscii);
    const std::string vps =
        "k\x89 ho\xE5"
        "ch ph\xE1t \xC7\xB6ng phong tr\xE0o thi \xC7ua";
    EXPECT_EQ(from_legacy(vps, LegacyEncoding::kVps), "kế hoạch phát động phong trào thi đua");
    EXPECT_EQ(detect_legacy(vps), LegacyEncoding::kVps);
    const std::string capitals =
        "HO\x02"
        "CH PH\xC1T \xF1\x12NG, TH\x15"
        "C HI\x06N";
    EXPECT_EQ(from_legacy(capitals, LegacyEncoding::kVps), "HOẠCH PHÁT ĐỘNG, THỰC HIỆN");
    EXPECT_EQ(from_legacy("\xF0 \x8D \x8E \x8F", LegacyEncoding::kVps), "Ẵ Ắ Ằ Ẳ");
}

TEST(Encodings, OtherTextIsLeftAlone) {
    EXPECT_EQ(detect_legacy("Ủy ban nhân dân thành phố Tây Ninh về phát động phong trào thi đua"),
              LegacyEncoding::kNone);
    EXPECT_EQ(detect_legacy("Thyc hién Ké hoach 53/KH-UBND ngay 14 thang 3 nidm 2024 ciia Uy ban, quéc phong"),
              LegacyEncoding::kNone);
    EXPECT_EQ(detect_legacy("Plain English text, nothing else."), LegacyEncoding::kNone);
    EXPECT_EQ(detect_legacy(""), LegacyEncoding::kNone);
    EXPECT_EQ(from_legacy("Ke\u0301 hoa\u0323ch", LegacyEncoding::kNone), "Ké hoạch");
}

namespace {

const std::string kPage =
    "ỦY BAN NHÂN DÂN THÀNH PHỐ TÂY NINH\nPHÒNG TƯ PHÁP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
    "phúc\n"
    "KẾ HOẠCH\nPhát động phong trào thi đua yêu nước năm 2004\n"
    "Thực hiện Chỉ thị số 35-CT/TW ngày 03/6/1998 của Bộ Chính trị về đổi mới công tác thi đua, khen thưởng trong giai "
    "đoạn mới; "
    "Ủy ban nhân dân quận Hoa Sữa ban hành Kế hoạch như sau: mỗi cán bộ, công chức kịp thời giải quyết thủ tục, phấn "
    "đấu vượt chỉ tiêu, "
    "khuyến khích sáng kiến, giữ vững kỷ cương, nghĩa tình, hưởng ứng đợt thi đua lập thành tích chào mừng các ngày lễ "
    "lớn.\n";

/// iconv's own encoder; nullopt where the C library lacks it.
std::optional<std::string> encoded(const std::string& text, const char* charset) {
    const iconv_t converter = iconv_open(charset, "UTF-8");
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string source = text;
    std::string out(4 * text.size() + 16, '\0');
    char* in = source.data();
    std::size_t left = source.size();
    char* to = out.data();
    std::size_t room = out.size();
    const std::size_t result = iconv(converter, &in, &left, &to, &room);
    if (result != static_cast<std::size_t>(-1)) iconv(converter, nullptr, nullptr, &to, &room);
    iconv_close(converter);
    if (result == static_cast<std::size_t>(-1)) return std::nullopt;
    out.resize(out.size() - room);
    return out;
}

/// VNI-Windows from what its manual says: marks are characters behind their letter.
std::string in_vni(const std::string& text) {
    const std::map<Tone, unsigned char> plain{
        {Tone::kAcute, 0xF9}, {Tone::kGrave, 0xF8}, {Tone::kHook, 0xFB}, {Tone::kTilde, 0xF5}, {Tone::kDot, 0xEF}};
    const std::map<Tone, unsigned char> hat{{Tone::kLevel, 0xE2}, {Tone::kAcute, 0xE1}, {Tone::kGrave, 0xE0},
                                            {Tone::kHook, 0xE5},  {Tone::kTilde, 0xE3}, {Tone::kDot, 0xE4}};
    const std::map<Tone, unsigned char> bowl{{Tone::kLevel, 0xEA}, {Tone::kAcute, 0xE9}, {Tone::kGrave, 0xE8},
                                             {Tone::kHook, 0xFA},  {Tone::kTilde, 0xFC}, {Tone::kDot, 0xEB}};
    const std::map<char32_t, unsigned char> own{{U'ỉ', 0xE6}, {U'ĩ', 0xF3}, {U'ị', 0xF2}, {U'í', 0xED},
                                                {U'ì', 0xEC}, {U'ỵ', 0xEE}, {U'đ', 0xF1}};
    std::string out;
    for (const char32_t c : thidua::base::to_utf32(text)) {
        const Letter letter = decompose(c);
        const unsigned char capital = letter.upper ? 0x20 : 0;
        const auto put = [&](unsigned char byte) { out.push_back(static_cast<char>(byte - capital)); };
        if (own.contains(lower(c))) {
            put(own.at(lower(c)));
            continue;
        }
        if (letter.shape == Shape::kHorn) put(letter.base == 'o' ? 0xF4 : 0xF6);
        else put(static_cast<unsigned char>(letter.base));
        if (letter.shape == Shape::kCircumflex) put(hat.at(letter.tone));
        else if (letter.shape == Shape::kBreve) put(bowl.at(letter.tone));
        else if (letter.tone != Tone::kLevel) put(plain.at(letter.tone));
    }
    return out;
}

void expect_round_trip(const std::optional<std::string>& bytes, LegacyEncoding encoding, const std::string& expected) {
    if (!bytes) GTEST_SKIP() << "this C library has no encoder for " << name_of(encoding);
    EXPECT_EQ(detect_legacy(*bytes), encoding);
    EXPECT_EQ(from_legacy(*bytes, encoding), expected);
    const Unicode raw = to_unicode(*bytes);
    EXPECT_EQ(raw.from, encoding);
    EXPECT_EQ(raw.text, expected);
    if (encoding == LegacyEncoding::kViscii) return;  // its control codes do not survive a clipboard
    // As it is pasted: each byte taken for a character of Windows-1252.
    std::string pasted;
    for (const char byte : *bytes) thidua::base::append_utf8(pasted, static_cast<unsigned char>(byte));
    EXPECT_EQ(to_unicode(pasted).text, expected);
}

}  // namespace

TEST(Encodings, BytesOfIconvInViscii) { expect_round_trip(encoded(kPage, "VISCII"), LegacyEncoding::kViscii, kPage); }
TEST(Encodings, BytesOfIconvInWindows1258) {
    expect_round_trip(encoded(kPage, "CP1258"), LegacyEncoding::kWindows1258, kPage);
}
TEST(Encodings, BytesInVni) { expect_round_trip(in_vni(kPage), LegacyEncoding::kVni, kPage); }

TEST(Encodings, BytesOfIconvInTcvn3) {
    // ABC fonts have no capitals with a tone: writers set the small letter in them.
    std::string written;
    for (const char32_t c : thidua::base::to_utf32(kPage)) {
        thidua::base::append_utf8(written, decompose(c).tone == Tone::kLevel ? c : lower(c));
    }
    std::string expected = kPage;
    expected.replace(expected.find("; Ủy ban"), std::string("; Ủ").size(), "; ủ");  // a single capital cannot be told
    expect_round_trip(encoded(written, "TCVN-5712"), LegacyEncoding::kTcvn3, expected);
}

TEST(Encodings, CapitalsOfTcvn3FollowTheirNeighbours) {
    const auto read = [](std::string_view text) { return from_legacy(text, LegacyEncoding::kTcvn3); };
    EXPECT_EQ(read("Hµ Néi, TØnh Hµ Nam"), "Hà Nội, Tỉnh Hà Nam");
    EXPECT_EQ(read("UBND TP Hµ NéI"), "UBND TP HÀ NỘI");
    EXPECT_EQ(read("K\xC3\x95 HO\xC2\xB9"
                   "CH"),
              "KẾ HOẠCH");
    EXPECT_EQ(read("y\xC2\xAAu cÇu: ý thøc"), "yêu cầu: ý thức");
}

TEST(Encodings, AScanMixedWithOldTextKeepsItsOtherLines) {
    const Unicode mixed = to_unicode(
        "Thực hiện Nghị quyết của Đảng bộ thành phố\nKÕ ho¹ch thi ®ua, khen th­ëng cña ®¬n vÞ n¨m 2003\nNgày 02 tháng "
        "3 tại trụ sở");
    EXPECT_EQ(mixed.from, LegacyEncoding::kTcvn3);
    EXPECT_EQ(mixed.text,
              "Thực hiện Nghị quyết của Đảng bộ thành phố\nKế hoạch thi đua, khen thưởng của đơn vị năm 2003\nNgày 02 "
              "tháng 3 tại trụ sở");
}

TEST(Encodings, ScansAndOtherLanguagesStayAsTheyAre) {
    for (const std::string text :
         {"Thyc hién Ké hoach sé 53/KH-UBND ngay 14 thang 3 nidm 2024 ciia Uy ban vé nhiém vu phat trién kinh té - x§ "
          "hdi",
          "Les événements de l'été, déjà vus à la fête: où êtes-vous né?", "Größe, Straße, für schöne Bäume"}) {
        EXPECT_EQ(to_unicode(text).from, LegacyEncoding::kNone) << text;
        EXPECT_EQ(to_unicode(text).text, text);
    }
}

TEST(Encodings, HostileBytesGiveValidUnicode) {
    std::mt19937 random(5712);
    for (int round = 0; round < 3000; ++round) {
        std::string bytes;
        for (std::size_t i = 0, n = random() % 80; i < n; ++i) {
            bytes.push_back(
                static_cast<char>(random() % 3 == 0 ? random() % 256 : "aoeu\n gi\xE9\xF9\xC3\x82"[random() % 12]));
        }
        EXPECT_TRUE(thidua::base::is_valid_utf8(to_unicode(bytes).text));
        EXPECT_TRUE(thidua::base::is_valid_utf8(from_windows_1252(bytes)));
    }
    const Unicode lone = to_unicode(std::string(3, '\xFF'));
    EXPECT_EQ(lone.from, LegacyEncoding::kNone);
    // Longer than what is looked at, one line, cut inside a letter.
    std::string large(256 * 1024 - 1, 'a');
    large += "ệ Céng hoµ x· héi chñ nghÜa";
    EXPECT_EQ(to_unicode(large).text, large);
}
