#include "document/edit.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "document/json.h"
#include "document/text.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;

namespace {

/// The place of the paragraph whose text begins like this.
Place place_of(const Document& document, const std::string& start) {
    for (std::size_t s = 0; s < document.sections.size(); ++s) {
        const auto& blocks = document.sections[s].blocks;
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            const auto* p = std::get_if<Paragraph>(&blocks[b]);
            if (p && text_of(*p).rfind(start, 0) == 0) return {s, b, 0, 0, 0};
        }
    }
    return {};
}

}  // namespace

TEST(DocumentJson, EveryKindGoesThereAndBack) {
    for (const auto& [name, document] : test::sample_documents()) {
        const std::string json = to_json(document);
        const auto back = document_from_json(json);
        ASSERT_TRUE(back) << name << back.error().en;
        EXPECT_EQ(*back, document) << name;
        EXPECT_EQ(to_json(*back), json) << name;
    }
}

TEST(DocumentJson, WhatIsNoDocumentIsRefused) {
    const std::string good = to_json(test::sample_document("report"));
    for (const char* bad :
         {"", "null", "[]", "{}", "{\"version\":1}", "{\"version\":1,\"sections\":[]}",
          "{\"version\":1,\"sections\":[7]}",
          "{\"version\":1,\"sections\":[{\"blocks\":[{\"runs\":[],\"style\":\"Nix\"}]}]}",
          "{\"version\":1,\"sections\":[{\"page\":{\"width\":1e9},\"blocks\":[]}]}",
          "{\"version\":1,\"sections\":[{\"page\":{\"left\":200},\"blocks\":[]}]}",
          "{\"version\":1,\"sections\":[{\"blocks\":[{\"rows\":[],\"columns\":[0.1]}]}]}",
          "{\"version\":1,\"sections\":[{\"blocks\":[{\"rows\":[{\"cells\":[]}],\"columns\":[20]}]}]}",
          "{\"version\":1,\"sections\":[{\"blocks\":[{\"runs\":[{\"t\":5}],\"style\":\"NoiDung\"}]}]}"}) {
        const auto read = document_from_json(bad);
        ASSERT_FALSE(read) << bad;
        EXPECT_EQ(read.error().kind, base::ErrorKind::kBadInput);
    }
    EXPECT_EQ(document_from_json("{\"version\":2}").error().kind, base::ErrorKind::kUnsupported);
    EXPECT_FALSE(document_from_json(std::string(100'000, '[')));
    for (std::size_t size = 0; size < good.size(); size += 97)
        EXPECT_FALSE(document_from_json(std::string_view(good).substr(0, size)));
    unsigned state = 3;
    for (int round = 0; round < 200; ++round) {  // damaged, yet perhaps still taken: then it can be written again
        std::string bad = good;
        for (int i = 0; i < 3; ++i) {
            state = state * 1103515245U + 12345U;
            bad[(state >> 8) % bad.size()] = static_cast<char>('0' + (state >> 4) % 10);
        }
        const auto read = document_from_json(bad);
        EXPECT_TRUE(!read || !to_json(*read).empty());
    }
}

TEST(Edit, LettersThatStayKeepTheirLook) {
    Document document = test::sample_document("decision");
    const Place place = place_of(document, "Điều 2.");
    ASSERT_TRUE(set_text(document, place, "Điều 2. Quyết định này có hiệu lực từ ngày 15/12/2024."));
    const Paragraph* p = find_paragraph(std::as_const(document), place);
    ASSERT_EQ(p->runs.size(), 2U);
    EXPECT_EQ(p->runs[0].text, "Điều 2.");
    EXPECT_EQ(p->runs[0].bold, true);
    EXPECT_EQ(p->runs[1].text, " Quyết định này có hiệu lực từ ngày 15/12/2024.");
    EXPECT_FALSE(p->runs[1].bold.has_value());
    ASSERT_TRUE(set_text(document, place, ""));
    EXPECT_TRUE(p->runs.empty());
    ASSERT_TRUE(set_text(document, place, "Điều 2. Bỏ."));
    EXPECT_EQ(text_of(*p), "Điều 2. Bỏ.");
}

TEST(Edit, ABlankIsFilledAndCanComeBack) {
    Document document = test::sample_document("achievement-person");
    const Place place = place_of(document, "- Quê quán");
    const std::size_t missing = missing_in(document).size();
    ASSERT_TRUE(set_text(document, place, "- Quê quán: xã Trà Linh"));
    EXPECT_EQ(missing_in(document).size() + 1, missing);
    ASSERT_TRUE(set_text(document, place, "- Quê quán: ……, tỉnh ……"));
    EXPECT_EQ(missing_in(document).size(), missing + 1);
    EXPECT_EQ(text_of(*find_paragraph(std::as_const(document), place)), "- Quê quán: ……, tỉnh ……");
}

TEST(Edit, AnyTextBecomesExactlyThatText) {
    Document document = test::sample_document("decision");
    const Place place = place_of(document, "Điều 1.");
    unsigned state = 11;
    const std::vector<std::string> pieces{"Điều 1.", " ", "ạ", "……", "Tặng", "\n", "đ", "…", "x"};
    for (int round = 0; round < 500; ++round) {
        std::string text;
        for (int i = 0; i < 6; ++i) {
            state = state * 1103515245U + 12345U;
            text += pieces[(state >> 8) % pieces.size()];
        }
        ASSERT_TRUE(set_text(document, place, text));
        const Paragraph* p = find_paragraph(std::as_const(document), place);
        ASSERT_EQ(text_of(*p), text);
        for (const document::Run& run : p->runs) EXPECT_EQ(run.blank, run.text == "……") << run.text;
    }
}

TEST(Edit, BadEditsAreRefused) {
    Document document = test::sample_document("plan");
    EXPECT_EQ(set_text(document, {}, "x").error().kind, base::ErrorKind::kNotFound);
    const Place place = place_of(document, "2. Yêu cầu");
    EXPECT_EQ(set_text(document, place, "\xFF").error().kind, base::ErrorKind::kBadInput);
    EXPECT_EQ(set_text(document, place, std::string(30000, 'x')).error().kind, base::ErrorKind::kBadInput);
    EXPECT_FALSE(insert_after(document, {0, 0, 0, 0, 0}, "x")) << "the letter head is a table";
    EXPECT_FALSE(remove_paragraph(document, {9, 9, 0, 0, 0}));
}

TEST(Edit, OnlyWhatWasChangedDiffers) {
    const Document drafted = test::sample_document("report");
    Document edited = drafted;
    EXPECT_TRUE(differences(edited, drafted).empty());
    const Place first = place_of(edited, "Thực hiện");
    ASSERT_TRUE(set_text(edited, first, "Năm 2024, đơn vị báo cáo như sau:"));
    const auto added = insert_after(edited, first, "Đoạn thêm tay.");
    ASSERT_TRUE(added);
    const Place gone = place_of(edited, "Đơn vị chủ trì");
    const bool removed = gone.block != Place::kNowhere;
    if (removed) {
        ASSERT_TRUE(remove_paragraph(edited, gone));
    }
    const auto list = differences(edited, drafted);
    ASSERT_EQ(list.size(), removed ? 3U : 2U);
    EXPECT_EQ(list[0].kind, Difference::Kind::kChanged);
    EXPECT_EQ(list[0].edited, first);
    EXPECT_NE(list[0].drafted.find("Thực hiện"), std::string::npos);
    EXPECT_EQ(list[1].kind, Difference::Kind::kAdded);
    EXPECT_EQ(list[1].now, "Đoạn thêm tay.");
    EXPECT_EQ(list[1].edited, *added);
}

TEST(Edit, WhatTheRecordsSayNowIsShownBesideTheEditedText) {
    office::YearBook book = test::sample_year();
    const Request request = test::sample_request("achievement-person");
    const auto kept = document_from_json(to_json(test::built(book, request).document));
    ASSERT_TRUE(kept);
    book.people[1].position = "Phó Chánh Văn phòng";
    const auto list = differences(*kept, test::built(book, request).document);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].now, "- Chức vụ: Trưởng phòng.");
    EXPECT_EQ(list[0].drafted, "- Chức vụ: Phó Chánh Văn phòng.");
}
