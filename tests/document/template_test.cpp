#include "document/template.h"

#include <gtest/gtest.h>

#include <string>

#include "document/kinds.h"
#include "document/text.h"
#include "document/wording_names.h"

using namespace thidua;
using namespace thidua::document;

namespace {

Scope scope() {
    Scope made;
    made.set("tên", "Nguyễn Văn An", {{RecordKind::kPerson, 7}});
    made.set("tuổi", "");
    made.set("cỡ", "lớn");
    Scope shape;
    shape.set("việc", "");
    ScopeList& list = made.lists["công việc"];
    list.shape.push_back(shape);
    for (const char* work : {"Quét sân", "Tưới cây"}) {
        Scope item;
        item.set("việc", work);
        list.items.push_back(item);
    }
    made.lists["rỗng"].shape.push_back(shape);
    return made;
}

/// The text of the body between subject and signature.
std::string filled(const std::string& body) {
    const auto wording =
        parse_template("@loại Thử\n@trích yếu Thử\n@không ký\n@không số\n@không ngày\n@không kết\n" + body, "thử.txt");
    EXPECT_TRUE(wording) << wording.error().en;
    if (!wording) return {};
    const auto checked = check_template(*wording, scope());
    EXPECT_TRUE(checked) << checked.error().en;
    office::Office office;
    office.name = "Phòng A";
    const std::string text = plain_text(fill_template(*wording, scope(), office, {}));
    const std::string before = "THỬ\nThử\n";
    return text.substr(text.find(before) + before.size());
}

/// "file:line" of where it stands.
std::string line_of(const std::string& where) { return where.substr(0, where.rfind(':')); }

std::string mistake(const std::string& body) {
    const auto wording = parse_template(body, "thử.txt");
    if (!wording) {
        EXPECT_FALSE(wording.error().vi.empty());
        EXPECT_FALSE(wording.error().en.empty());
        EXPECT_NE(wording.error().vi.find("dòng"), std::string::npos);
        return line_of(wording.error().where);
    }
    const auto checked = check_template(*wording, scope());
    return checked ? "" : line_of(checked.error().where);
}

constexpr const char* kHead = "@loại Thử\n";

}  // namespace

TEST(Template, FieldsAreFilledAndWhatIsNotKnownIsABlank) {
    EXPECT_EQ(filled("Ông {tên}, {tuổi} tuổi"), "Ông Nguyễn Văn An, …… tuổi\n");
    EXPECT_EQ(filled("Ông {tên}{tuổi?}"), "Ông Nguyễn Văn An\n");
    EXPECT_EQ(filled("{tên|hoa}, {cỡ|đầu câu}, {{x}, {… quê}"), "NGUYỄN VĂN AN, Lớn, {x}, ……\n");
    EXPECT_EQ(filled("\\@ không phải lệnh\n# ghi chú\n\n"), "@ không phải lệnh\n");
}

TEST(Template, ConditionsChoose) {
    EXPECT_EQ(filled("{nếu tên}có{không thì}không{hết} {nếu tuổi}có{không thì}không{hết}"), "có không\n");
    EXPECT_EQ(filled("{nếu cỡ = lớn}to{hết}{nếu cỡ = nhỏ}bé{hết}{nếu không tuổi}!{hết}"), "to!\n");
    EXPECT_EQ(filled("@nếu rỗng\nA\n@không thì\nB\n@hết\n@nếu công việc\nC\n@hết"), "B\nC\n");
}

TEST(Template, ListsRepeatInLinesInsideLinesAndInTables) {
    EXPECT_EQ(filled("@mỗi công việc\n{stt}. {việc}{nếu cuối}.{không thì};{hết}\n@hết"),
              "1. Quét sân;\n2. Tưới cây.\n");
    EXPECT_EQ(filled("Có {số công việc} việc: {mỗi công việc|, }{việc|thường}{hết}; {số rỗng}"),
              "Có 02 việc: quét sân, tưới cây; 00\n");
    EXPECT_EQ(filled("@bảng 11g 60\n@đầu TT | Việc\n@mỗi công việc\n@dòng {stt} | {việc}\n@hết\n@tổng <2>Hết\n@hết"),
              "TT\nViệc\n1\nQuét sân\n2\nTưới cây\nHết\n");
}

TEST(Template, StylesAndBoldReachTheRunsWithTheirOrigins) {
    const auto wording = parse_template("@loại Thử\n[Dieu] **Điều 1.** Tặng {tên}", "thử");
    ASSERT_TRUE(wording);
    const Document document = fill_template(*wording, scope(), {}, {});
    for (const Block& block : document.sections.front().blocks) {
        const auto* p = std::get_if<Paragraph>(&block);
        if (!p || p->style != StyleId::kArticle) continue;
        ASSERT_EQ(p->runs.size(), 2U);
        EXPECT_EQ(p->runs[0].bold, true);
        EXPECT_EQ(p->runs[0].text, "Điều 1.");
        EXPECT_EQ(p->origins, (std::vector<Origin>{{RecordKind::kPerson, 7}}));
        return;
    }
    FAIL() << "no article";
}

TEST(Template, EveryMistakeNamesItsLine) {
    const std::string head = kHead;
    EXPECT_EQ(mistake(""), "thử.txt:1") << "no kind";
    EXPECT_EQ(mistake("@loại Thử"), "thử.txt:1") << "no content";
    EXPECT_EQ(mistake("@loại\nA"), "thử.txt:1") << "a setting without its text";
    EXPECT_EQ(mistake(head + "A {tên"), "thử.txt:2") << "an open brace";
    EXPECT_EQ(mistake(head + "A\n\nB {}"), "thử.txt:4") << "no name";
    EXPECT_EQ(mistake(head + "A {ten}"), "thử.txt:2") << "an unknown field";
    EXPECT_EQ(mistake(head + "{tên|to}"), "thử.txt:2") << "an unknown way of writing";
    EXPECT_EQ(mistake(head + "A {hết}"), "thử.txt:2") << "an end without a beginning";
    EXPECT_EQ(mistake(head + "{nếu tên}A"), "thử.txt:2") << "a condition without an end";
    EXPECT_EQ(mistake(head + "{nếu}A{hết}"), "thử.txt:2") << "no condition";
    EXPECT_EQ(mistake(head + "{mỗi}A{hết}"), "thử.txt:2") << "no list";
    EXPECT_EQ(mistake(head + "{mỗi tên}A{hết}"), "thử.txt:2") << "a field is no list";
    EXPECT_EQ(mistake(head + "**A"), "thử.txt:2") << "bold that does not end";
    EXPECT_EQ(mistake(head + "[Dep] A"), "thử.txt:2") << "an unknown style";
    EXPECT_EQ(mistake(head + "[NoiDung A"), "thử.txt:2") << "a style without its bracket";
    EXPECT_EQ(mistake(head + "A\n@lặp công việc"), "thử.txt:3") << "an unknown command";
    EXPECT_EQ(mistake(head + "A\n@hết"), "thử.txt:3") << "closes nothing";
    EXPECT_EQ(mistake(head + "A\n@nếu tên\nB"), "thử.txt:3") << "is never closed: the line that opened it";
    EXPECT_EQ(mistake(head + "A\n@nếu\nB\n@hết"), "thử.txt:3") << "no condition";
    EXPECT_EQ(mistake(head + "A\n@không thì\n@hết"), "thử.txt:3") << "an else without its condition";
    EXPECT_EQ(mistake(head + "@nếu tên\nA\n@không thì\nB\n@không thì\nC\n@hết"), "thử.txt:6") << "a second else";
    EXPECT_EQ(mistake(head + "@mỗi việc gì\nA\n@hết"), "thử.txt:2") << "an unknown list";
    EXPECT_EQ(mistake(head + "A\n@mỗi\n@hết"), "thử.txt:3") << "no list";
    EXPECT_EQ(mistake(head + "@mỗi công việc\nA\n@hết\n{việc}"), "thử.txt:5") << "an item's field outside";
    EXPECT_EQ(mistake(head + "@bảng\n@hết"), "thử.txt:2") << "no widths";
    EXPECT_EQ(mistake(head + "@bảng 20 x\n@hết"), "thử.txt:2") << "a width that is none";
    EXPECT_EQ(mistake(head + "@bảng 100 90\n@hết"), "thử.txt:2") << "wider than the page";
    EXPECT_EQ(mistake(head + "@bảng 20 20\n@dòng a | b | c\n@hết"), "thử.txt:3") << "too many cells";
    EXPECT_EQ(mistake(head + "@bảng 20 20\n@đầu a\n@hết"), "thử.txt:3") << "too few";
    EXPECT_EQ(mistake(head + "@bảng 20 20\nA\n@hết"), "thử.txt:3") << "text in a table";
    EXPECT_EQ(mistake(head + "@bảng 20\n@bảng 20\n@hết\n@hết"), "thử.txt:3") << "a table in a table";
    EXPECT_EQ(mistake(head + "@dòng a"), "thử.txt:2") << "a row without a table";
    EXPECT_EQ(mistake(head + "A\n@hai chữ ký A"), "thử.txt:3") << "one signer";
    EXPECT_EQ(mistake(head + "@nếu tên\n@phụ lục B\n@hết"), "thử.txt:3") << "an annex inside a block";
    EXPECT_EQ(mistake(head + "A\n@nơi nhận {ai}"), "thử.txt:3") << "settings are checked too";
    EXPECT_EQ(mistake(head + "A\n@trích yếu {gì}"), "thử.txt:3");
    std::string deep = head;
    for (int i = 0; i < 40; ++i) deep += "@nếu tên\n";
    EXPECT_EQ(mistake(deep), "thử.txt:14") << "blocks in blocks";
    std::string nested;
    for (int i = 0; i < 100000 / 10; ++i) nested += "{nếu tên}";
    EXPECT_EQ(mistake(head + nested), "thử.txt:2") << "conditions in conditions do not eat the stack";
    EXPECT_EQ(mistake(head + std::string(300000, 'a')), "thử.txt:1") << "too long";
    EXPECT_EQ(mistake(head + std::string(6000, '\n') + "A"), "thử.txt:5001") << "too many lines";
}

TEST(Template, AnAnnexIsTurnedWhereItsTableNeedsIt) {
    const auto wide = [](const std::string& annex) {
        const auto wording = parse_template("@loại Quyết định\n@trích yếu x\nA\n@phụ lục Một\n" + annex, "thử.txt");
        EXPECT_TRUE(wording) << wording.error().en;
        if (!wording) return std::string("?");
        std::string out;
        for (const Section& section : fill_template(*wording, scope(), {}, {}).sections)
            out += section.page.width_mm > section.page.height_mm ? "ngang " : "dọc ";
        return out;
    };
    EXPECT_EQ(wide("B\n"), "dọc dọc ");
    EXPECT_EQ(wide("@bảng 100 65\n@dòng a | b\n@hết\n"), "dọc dọc ");
    EXPECT_EQ(wide("@bảng 100 100 52\n@dòng a | b | c\n@hết\n"), "dọc ngang ");
    EXPECT_EQ(wide("@khổ ngang\nB\n@phụ lục Hai\nC\n"), "dọc ngang dọc ") << "this annex only";
    EXPECT_EQ(mistake(std::string(kHead) + "A\n@phụ lục B\n@bảng 200 60\n@hết"), "thử.txt:4") << "wider than that";
}

/// "line:column what is marked".
std::string marked(const std::string& text) {
    TemplateFault fault;
    const auto wording = parse_template(text, "thử.txt", &fault);
    if (wording && check_template(*wording, scope(), &fault)) return "";
    return std::to_string(fault.line) + ":" + std::to_string(fault.column) + " " +
           text.substr(fault.at.begin, fault.at.end - fault.at.begin);
}

TEST(Template, AMistakeIsMarkedToTheLetter) {
    const std::string head = kHead;
    EXPECT_EQ(marked(head + "Kính gửi {tên hàng}"), "2:10 {tên hàng}") << "letters are counted, not bytes";
    EXPECT_EQ(marked(head + "  Thửa {tên} và {nếu tuổi}{tuoi}{hết}."), "2:27 {tuoi}");
    EXPECT_EQ(marked(head + "Ở đây {tên"), "2:7 {tên");
    EXPECT_EQ(marked(head + "A **đậm"), "2:3 **");
    EXPECT_EQ(marked(head + "{nếu tên}A"), "2:1 {nếu tên}");
    EXPECT_EQ(marked(head + "{mỗi công việc|; }{viec}{hết}"), "2:19 {viec}");
    EXPECT_EQ(marked(head + "@bảng 20 20\r\n@dòng {tên} | {tuoi}\r\n@hết"), "3:15 {tuoi}");
    EXPECT_EQ(marked(head + "A\n@nếu tên\nB"), "3:1 @nếu tên");
    EXPECT_EQ(marked("\xEF\xBB\xBF@loại {tuoi}\nA"), "1:7 {tuoi}") << "the mark of UTF-8 is no letter";
    EXPECT_EQ(marked(head + "A\n@nơi nhận Như {ai}"), "3:15 {ai}");
    EXPECT_EQ(marked("A"), "1:1 A") << "no kind";
    EXPECT_EQ(marked(""), "1:1 ");
}

TEST(Template, AWrongNameIsAnsweredWithTheNearOnes) {
    const auto answer = [](const std::string& text) {
        const auto wording = parse_template(kHead + text, "thử.txt");
        return wording ? check_template(*wording, scope()).error().vi : std::string();
    };
    EXPECT_NE(answer("{ten}").find("Có phải: “tên”?"), std::string::npos) << answer("{ten}");
    EXPECT_NE(answer("@mỗi cong viec\nA\n@hết").find("Có phải: “công việc”?"), std::string::npos);
    EXPECT_NE(answer("{hoàn toàn khác}").find("Có: “cỡ”, “tuổi”, “tên”."), std::string::npos)
        << answer("{hoàn toàn khác}");
}

TEST(Template, EveryNameIsExplainedAndOffered) {
    for (const KindInfo& kind : kinds()) {
        std::size_t usual = 0;
        std::string before;
        for (const WordingName& name : wording_names(kind.code)) {
            EXPECT_FALSE(name.vi.empty()) << kind.code << ": " << name.name;
            EXPECT_FALSE(name.en.empty()) << kind.code << ": " << name.name;
            if (name.is_list) before = name.name;
            EXPECT_TRUE(name.list.empty() || name.list == before) << name.name << " stands behind its list";
            if (name.usual) ++usual;
            const std::string use = name.is_list        ? "{mỗi " + name.name + "}A{hết}"
                                    : name.list.empty() ? "{" + name.name + "}"
                                                        : "{mỗi " + name.list + "}{" + name.name + "}{hết}";
            EXPECT_TRUE(check_wording(kind.code, "@loại Thử\n" + use + "\n")) << use;
        }
        EXPECT_GT(usual, 0u) << kind.code;
    }
    EXPECT_TRUE(wording_names("proposal").front().usual);
    for (const WordingForm& form : wording_forms()) EXPECT_FALSE(form.vi.empty() || form.en.empty()) << form.text;
}

TEST(Template, AnySpoiltBuiltInWordingIsTakenOrRefusedNeverMore) {
    unsigned state = 7;
    for (const KindInfo& kind : kinds()) {
        const std::string good(builtin_template(kind.code));
        if (good.empty()) continue;
        EXPECT_TRUE(check_wording(kind.code, good)) << kind.code;
        for (int round = 0; round < 60; ++round) {
            std::string bad = good;
            for (int i = 0; i < 4; ++i) {
                state = state * 1103515245U + 12345U;
                bad.erase((state >> 8) % bad.size(), (state >> 3) % 20);
                if (bad.empty()) bad = "@";
            }
            const auto status = check_wording(kind.code, bad);
            EXPECT_TRUE(status || status.error().where.find(':') != std::string::npos);
        }
    }
}

TEST(Template, SeveralAnnexesAreNumberedAndEmptyOnesAreLeftOut) {
    const std::string text =
        "@loại Quyết định\n@trích yếu x\nNội dung\n@phụ lục Một\n@nếu có một\nA\n@hết\n@phụ lục Hai\nB\n@phụ lục "
        "Ba\nC\n";
    const auto wording = parse_template(text, "thử.txt");
    ASSERT_TRUE(wording) << wording.error().en;
    Scope scope;
    scope.set("có một", "có");
    ASSERT_TRUE(check_template(*wording, scope));
    const auto names = [&] {
        std::vector<std::string> found;
        const Document document = fill_template(*wording, scope, {}, {});
        for (std::size_t s = 1; s < document.sections.size(); ++s)
            found.push_back(text_of(std::get<Paragraph>(document.sections[s].blocks.front())));
        return found;
    };
    EXPECT_EQ(names(), (std::vector<std::string>{"Phụ lục I", "Phụ lục II", "Phụ lục III"}));
    scope.set("có một", "");
    EXPECT_EQ(names(), (std::vector<std::string>{"Phụ lục I", "Phụ lục II"}));
    const auto wrong = parse_template(text + "@phụ lục Bốn {không có gì}\n", "thử.txt");
    ASSERT_TRUE(wrong);
    const auto checked = check_template(*wrong, scope);
    ASSERT_FALSE(checked);
    EXPECT_EQ(line_of(checked.error().where), "thử.txt:12") << "each annex knows its line";
}
