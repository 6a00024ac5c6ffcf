#include "text/encodings.h"

#include <gtest/gtest.h>

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
    const std::string viscii = "\xD0\xB5" "c l\xA7p - T\xF1 do - H\xD5nh ph\xFA"
                               "c, k\xAA ho\xD5"
                               "ch";
    EXPECT_EQ(from_legacy("l\xA7p k\xAA ho\xD5"
                          "ch",
                          LegacyEncoding::kViscii),
              "lập kế hoạch");
    EXPECT_EQ(detect_legacy(viscii), LegacyEncoding::kViscii);
    const std::string vps = "k\x89 ho\xE5"
                            "ch ph\xE1t \xC7\xB6ng phong tr\xE0o thi \xC7ua";
    EXPECT_EQ(from_legacy(vps, LegacyEncoding::kVps), "kế hoạch phát động phong trào thi đua");
    EXPECT_EQ(detect_legacy(vps), LegacyEncoding::kVps);
}

TEST(Encodings, OtherTextIsLeftAlone) {
    EXPECT_EQ(detect_legacy("Ủy ban nhân dân thành phố Tây Ninh về phát động phong trào thi đua"), LegacyEncoding::kNone);
    EXPECT_EQ(detect_legacy("Thyc hién Ké hoach 53/KH-UBND ngay 14 thang 3 nidm 2024 ciia Uy ban, quéc phong"),
              LegacyEncoding::kNone);
    EXPECT_EQ(detect_legacy("Plain English text, nothing else."), LegacyEncoding::kNone);
    EXPECT_EQ(detect_legacy(""), LegacyEncoding::kNone);
    EXPECT_EQ(from_legacy("Ke\u0301 hoa\u0323ch", LegacyEncoding::kNone), "Ké hoạch");
}
