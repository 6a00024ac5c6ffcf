#include "intake/import_file.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>
#include <vector>

namespace thidua::intake {
namespace {

std::string little(std::uint32_t value, int size) {
    std::string out;
    for (int i = 0; i < size; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
    return out;
}

struct ZipFile {
    std::string name;
    std::string content;
    bool deflate = true;
};

/// A small ZIP writer: enough for what Word writes.
std::string make_zip(const std::vector<ZipFile>& files) {
    std::string out;
    std::string directory;
    for (const ZipFile& file : files) {
        std::string packed = file.content;
        if (file.deflate) {
            z_stream stream{};
            EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
            std::string buffer(deflateBound(&stream, static_cast<uLong>(file.content.size())), '\0');
            std::string input = file.content;
            stream.next_in = reinterpret_cast<Bytef*>(input.data());
            stream.avail_in = static_cast<uInt>(input.size());
            stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
            stream.avail_out = static_cast<uInt>(buffer.size());
            EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
            buffer.resize(stream.total_out);
            deflateEnd(&stream);
            packed = buffer;
        }
        const std::string shared = little(20, 2) + little(0, 2) + little(file.deflate ? 8 : 0, 2) + little(0, 4) +
                                   little(0, 4) + little(static_cast<std::uint32_t>(packed.size()), 4) +
                                   little(static_cast<std::uint32_t>(file.content.size()), 4) +
                                   little(static_cast<std::uint32_t>(file.name.size()), 2) + little(0, 2);
        directory += "PK\x01\x02" + little(20, 2) + shared + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) +
                     little(static_cast<std::uint32_t>(out.size()), 4) + file.name;
        out += "PK\x03\x04" + shared + file.name + packed;
    }
    const std::string count = little(static_cast<std::uint32_t>(files.size()), 2);
    const std::uint32_t at = static_cast<std::uint32_t>(out.size());
    out += directory;
    out += std::string("PK\x05\x06", 4) + little(0, 2) + little(0, 2) + count + count +
           little(static_cast<std::uint32_t>(directory.size()), 4) + little(at, 4) + little(0, 2);
    return out;
}

std::string document(const std::string& body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document "
           "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
           body + "</w:body></w:document>";
}

/// A refusal must be readable in both languages, name the file and say what to do.
void expect_refused(const base::Result<Imported>& result, base::ErrorKind kind, std::string_view vietnamese_word) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, kind);
    EXPECT_NE(result.error().vi.find(vietnamese_word), std::string::npos) << result.error().vi;
    EXPECT_GT(result.error().en.size(), 20u);
    EXPECT_EQ(result.error().vi.find("…"), std::string::npos) << result.error().vi;
    EXPECT_EQ(result.error().en.find("…"), std::string::npos) << result.error().en;
    EXPECT_EQ(result.error().vi.back(), '.');
    EXPECT_EQ(result.error().en.back(), '.');
}

TEST(ImportFile, TextComesInAsComposedUtf8WithPlainLineEnds) {
    const auto result =
        read_incoming("thư mục/kế hoạch.txt", "\xEF\xBB\xBFKe\xCC\x82\xCC\x81 hoạch\r\nnăm 2024\rA\fB\x01\tC");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, "Kế hoạch\nnăm 2024\nA\nB\tC");
    EXPECT_EQ(result->name, "kế hoạch.txt");
    EXPECT_EQ(result->kind, Imported::Kind::kText);
}

TEST(ImportFile, EmptyAndBlankFilesAreSaidToBeSo) {
    expect_refused(read_incoming("a.txt", ""), base::ErrorKind::kBadInput, "0 byte");
    expect_refused(read_incoming("a.txt", " \n\t\r\n \xC2\xA0"), base::ErrorKind::kBadInput, "khoảng trắng");
    expect_refused(read_incoming("", "   "), base::ErrorKind::kBadInput, "Nội dung dán vào");
}

TEST(ImportFile, TooLargeIsRefusedWithBothSizes) {
    const std::string binary(kMostFileBytes + 1, '\x7F');
    expect_refused(read_incoming("lớn.bin", binary), base::ErrorKind::kBadInput, "50,0 MB");
    const std::string text(kMostTextBytes + 1, 'a');
    expect_refused(read_incoming("dài.txt", text), base::ErrorKind::kBadInput, "4,0 MB");
    std::string wide = "\xFF\xFE";
    wide += std::string(2 * kMostTextBytes + 2, 'a');
    expect_refused(read_incoming("dài16.txt", wide), base::ErrorKind::kBadInput, "4,0 MB");
    EXPECT_TRUE(read_incoming("vừa.txt", std::string(kMostTextBytes, 'a')));
}

TEST(ImportFile, OtherKindsOfFilesAreNamedByTheirBytesNotTheirName) {
    expect_refused(read_incoming("kh.txt", "%PDF-1.7\n..."), base::ErrorKind::kUnsupported, "PDF");
    expect_refused(read_incoming("kh.txt", "\x89PNG\r\n\x1A\n"), base::ErrorKind::kUnsupported, "OCR");
    expect_refused(read_incoming("kh.txt", "\xFF\xD8\xFF\xE0"), base::ErrorKind::kUnsupported, "JPEG");
    expect_refused(read_incoming("kh.txt", std::string("MM\0*", 4)), base::ErrorKind::kUnsupported, "TIFF");
    expect_refused(read_incoming("kh.txt", "\xD0\xCF\x11\xE0\xA1\xB1"), base::ErrorKind::kUnsupported, ".docx");
    expect_refused(read_incoming("kh.txt", "{\\rtf1 abc}"), base::ErrorKind::kUnsupported, "RTF");
    expect_refused(read_incoming("kh.txt", std::string("ab\0cd", 5)), base::ErrorKind::kBadInput, "nhị phân");
    expect_refused(read_incoming("kh.txt", make_zip({{"xl/workbook.xml", "<x/>"}})), base::ErrorKind::kUnsupported,
                   "Excel");
    expect_refused(read_incoming("kh.txt", make_zip({{"mimetype", "application/vnd.oasis"}, {"content.xml", "<x/>"}})),
                   base::ErrorKind::kUnsupported, "OpenDocument");
    expect_refused(read_incoming("kh.txt", make_zip({{"readme.txt", "x"}})), base::ErrorKind::kUnsupported, "ZIP");
    EXPECT_TRUE(read_incoming("kh.txt", "MM là viết tắt"));
}

TEST(ImportFile, OldEncodingsAreConvertedAndTheClerkIsTold) {
    const auto result = read_incoming("cũ.txt",
                                      "C\xE9"
                                      "ng ho\xB5 x\xB7 h\xE9"
                                      "i ch\xF1 ngh\xDC"
                                      "a Vi\xD6t Nam\r\nK\xD5 HO\xB9"
                                      "CH");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, "Cộng hoà xã hội chủ nghĩa Việt Nam\nKẾ HOẠCH");
    EXPECT_EQ(result->source, Imported::Source::kLegacy);
    ASSERT_EQ(result->remarks.size(), 1u);
    EXPECT_NE(result->remarks[0].vi.find("TCVN3"), std::string::npos);
    EXPECT_NE(result->remarks[0].en.find("TCVN3"), std::string::npos);
    // The same as it is pasted: the bytes stand as Windows-1252 characters.
    const auto pasted = read_incoming("", "Céng hoµ x· héi chñ nghÜa ViÖt Nam");
    ASSERT_TRUE(pasted);
    EXPECT_EQ(pasted->text, "Cộng hoà xã hội chủ nghĩa Việt Nam");
    EXPECT_EQ(pasted->remarks.size(), 1u);
}

TEST(ImportFile, ADocumentOfOldAndNewPartsComesOutWhole) {
    const auto result = read_incoming("",
                                      "Ủy ban nhân dân xã Đức Hòa ban hành Kế hoạch phát động thi đua\n"
                                      "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc\nSố: 12/KH-UBND "
                                      "ngày 05/02/2003 của Hội đồng\n");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text,
              "Ủy ban nhân dân xã Đức Hòa ban hành Kế hoạch phát động thi đua\n"
              "Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND ngày 05/02/2003 của Hội "
              "đồng\n");
}

TEST(ImportFile, DocxInAnOldEncodingIsConvertedToo) {
    const auto result = read_incoming(
        "cu.docx", make_zip({{"[Content_Types].xml", "<x/>"},
                             {"word/document.xml",
                              document("<w:p><w:r><w:t>Céng hoµ x· héi chñ nghÜa ViÖt Nam</w:t></w:r></w:p>")}}));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, "Cộng hoà xã hội chủ nghĩa Việt Nam\n");
    EXPECT_EQ(result->source, Imported::Source::kDocx);
    EXPECT_EQ(result->remarks.size(), 1u);
}

TEST(ImportFile, DecomposedLettersAreComposedAndSaid) {
    const auto result = read_incoming("a.txt",
                                      "Ke\xCC\x82\xCC\x81 hoa\xCC\xA3"
                                      "ch");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, "Kế hoạch");
    ASSERT_EQ(result->remarks.size(), 1u);
    EXPECT_NE(result->remarks[0].vi.find("tổ hợp"), std::string::npos);
    EXPECT_TRUE(read_incoming("a.txt", "Kế hoạch")->remarks.empty());
}

TEST(ImportFile, AScanOfAnEnglishEngineSavedWithoutUnicodeIsKept) {
    const auto result = read_incoming(
        "quet.txt",
        "Thuc hi\xE9n K\xE9 hoach 53/KH-UBND ng\xE0y 14 nhi\xE9m vu ph\xE1t tri\xE9n kinh t\xE9 - x\xE3 hdi \x96 2024");
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->text.starts_with("Thuc hién Ké hoach 53/KH-UBND ngày 14")) << result->text;
    EXPECT_NE(result->text.find("–"), std::string::npos);
    ASSERT_EQ(result->remarks.size(), 1u);
    EXPECT_NE(result->remarks[0].vi.find("Windows-1252"), std::string::npos);
}

TEST(ImportFile, AFewBrokenBytesAreMarkedNotRefused) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "Ủy ban nhân dân xã. ";
    const auto result = read_incoming("cắt.txt", text + "\xE1\xBB");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, text + "\xEF\xBF\xBD\xEF\xBF\xBD");
    ASSERT_EQ(result->remarks.size(), 1u);
    EXPECT_NE(result->remarks[0].vi.find("2 byte"), std::string::npos);
}

TEST(ImportFile, BytesThatAreNoTextAreRefused) {
    std::string noise;
    for (int i = 0; i < 4000; ++i) noise += static_cast<char>(1 + (i * 7919 + i / 3) % 255);
    expect_refused(read_incoming("ảnh.txt", noise), base::ErrorKind::kBadInput, "TCVN3");
}

TEST(ImportFile, Utf16WithoutItsMarkIsUnderstood) {
    const std::string little(
        "K\0\xBF\x1E \0h\0o\0\xA1\x1E"
        "c\0h\0",
        16);
    const auto result = read_incoming("a.txt", little);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, "Kế hoạch");
    EXPECT_EQ(result->source, Imported::Source::kUtf16);
}

TEST(ImportFile, Utf16IsConvertedInBothOrders) {
    const std::string little_end("\xFF\xFEK\0\xBF\x1E\n\0=\xD8\x00\xDE",
                                 12);  // "Kế\n" and a character outside the first plane
    auto result = read_incoming("a.txt", little_end);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, "Kế\n\xF0\x9F\x98\x80");
    EXPECT_EQ(result->source, Imported::Source::kUtf16);
    result = read_incoming("a.txt", std::string("\xFE\xFF\0K\x1E\xBF", 6));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, "Kế");
    expect_refused(read_incoming("a.txt", std::string("\xFF\xFEK\0\xBF", 5)), base::ErrorKind::kBadInput, "UTF-16");
}

TEST(ImportFile, AnOfficeFileIsLeftToTheStore) {
    const auto result = read_incoming("nam.thidua", std::string("SQLite format 3\0 ...", 20));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->kind, Imported::Kind::kOffice);
    EXPECT_TRUE(result->text.empty());
}

TEST(ImportFile, DocxGivesALineAParagraph) {
    const std::string xml = document(
        "<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Số: 1</w:t></w:r><w:r><w:t "
        "xml:space=\"preserve\">/KH</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>Cần Thơ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:t xml:space=\"preserve\">Thi đua &amp; </w:t><w:tab/><w:t>khen &#x201C;thưởng&#8221;</w:t></w:r>"
        "<w:del><w:r><w:delText>bỏ</w:delText><w:t>bỏ</w:t></w:r></w:del></w:p><w:p/>");
    for (const bool deflate : {true, false}) {
        const auto result = read_incoming(
            "kế hoạch.txt", make_zip({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", xml, deflate}}));
        ASSERT_TRUE(result) << result.error().vi;
        EXPECT_EQ(result->source, Imported::Source::kDocx);
        EXPECT_EQ(result->text, "KẾ HOẠCH\nSố: 1/KH\tCần Thơ\nThi đua &  khen “thưởng”\n\n");
    }
}

TEST(ImportFile, NumbersThatWordPrintsAreRead) {
    const auto level = [](int index, const std::string& format, const std::string& text) {
        return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
               "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    };
    const std::string numbering =
        "<w:numbering><w:abstractNum w:abstractNumId=\"4\">" + level(0, "upperRoman", "%1.") +
        level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)") + level(3, "bullet", "\xEF\x82\xB7") +
        level(4, "decimal", "%2.%5.") +
        "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>";
    const auto paragraph = [](int index, const std::string& text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(index) +
               "\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    };
    const std::string body = paragraph(0, "MỤC ĐÍCH") + paragraph(1, "Một") + paragraph(2, "điểm") +
                             paragraph(2, "điểm") + paragraph(3, "gạch") + paragraph(1, "Hai") + paragraph(4, "nhỏ") +
                             "<w:p><w:r><w:t>Không số</w:t></w:r></w:p>" + paragraph(0, "NỘI DUNG") +
                             paragraph(1, "Lại một");
    const auto result =
        read_incoming("kh.docx", make_zip({{"word/numbering.xml", numbering}, {"word/document.xml", document(body)}}));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text,
              "I. MỤC ĐÍCH\n1. Một\na) điểm\nb) điểm\n- gạch\n2. Hai\n2.1. nhỏ\nKhông số\nII. NỘI DUNG\n1. Lại một\n");
}

TEST(ImportFile, DamagedDocxAndZipBombsEndInASentence) {
    const std::string good = make_zip({{"word/document.xml", document("<w:p><w:r><w:t>x</w:t></w:r></w:p>")}});
    for (std::size_t cut = 4; cut < good.size(); cut += 7) {
        const auto result = read_incoming("kh.docx", std::string_view(good).substr(0, cut));
        EXPECT_FALSE(result) << cut;
    }
    for (std::size_t at = 4; at < good.size(); at += 3) {  // a changed byte either does no harm or is refused
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x5A);
        const auto result = read_incoming("kh.docx", bad);
        if (!result) {
            EXPECT_FALSE(result.error().vi.empty());
        }
    }
    const std::string bomb = make_zip({{"word/document.xml", document(std::string(40u * 1024 * 1024, ' '))}});
    EXPECT_LT(bomb.size(), 100'000u);
    expect_refused(read_incoming("bom.docx", bomb), base::ErrorKind::kBadInput, "32 MB");
}

}  // namespace
}  // namespace thidua::intake
