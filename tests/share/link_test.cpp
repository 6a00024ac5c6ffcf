#include "share/link.h"

#include <gtest/gtest.h>

#include <zlib.h>
#include <fstream>
#include <set>
#include <sstream>

#include "base/sha256.h"
#include "share/base64url.h"
#include "share/dictionary.h"

using namespace thidua;
using namespace thidua::share;
using base::ErrorKind;

namespace {

constexpr std::int64_t kBig = 4503599627370496;  // ids of a file are random numbers below 2^53

office::Office sample_office() {
    return {"Phòng Tư pháp huyện Sông Trà",
            "UBND huyện Sông Trà",
            "Sông Trà",
            "PTP",
            "Trưởng phòng",
            "Đặng Thị Mỹ Hạnh",
            2024};
}

office::PlanBundle sample_bundle() {
    office::PlanBundle bundle;
    bundle.plan.id.value = kBig;
    bundle.plan.number = "05/KH-PTP";
    bundle.plan.issued_on = base::Date{2024, 2, 6};
    bundle.plan.subject = "Tổ chức phong trào thi đua năm 2024";
    bundle.plan.year = 2024;
    bundle.plan.signer_title = "TRƯỞNG PHÒNG";
    bundle.plan.signer_name = "Đặng Thị Mỹ Hạnh";
    bundle.plan.recipients = {"UBND huyện (Phòng Nội vụ)", "Lưu: VT, PTP"};
    bundle.plan.source_text = "Phat dong phong trao thi dua\xFF";
    bundle.plan.restored_text = "Phát động phong trào thi đua";
    for (int i = 0; i < 3; ++i) {
        office::PlanItem item;
        item.id.value = kBig + 10 + i;
        item.plan = bundle.plan.id;
        if (i > 0) item.parent.value = kBig + 10;
        item.position = i;
        item.kind = i == 0 ? office::PlanItem::Kind::kSection : office::PlanItem::Kind::kParagraph;
        item.label = i == 0 ? "I" : std::to_string(i);
        item.text = i == 0
                        ? "NỘI DUNG"
                        : "Giải quyết hồ sơ hộ tịch đúng hạn, \"không\" để dân chờ\n(đợt " + std::to_string(i) + ").";
        item.source = {1 + i, 2 + i, 10 * i, 10 * i + 5};
        bundle.items.push_back(item);
    }
    office::Task task;
    task.id.value = kBig + 100;
    task.plan = bundle.plan.id;
    task.item.value = kBig + 12;
    task.title = "Giải quyết hồ sơ hộ tịch đúng hạn";
    task.due = base::Date{2024, 11, 30};
    task.state = office::Task::State::kDone;
    bundle.tasks.push_back(task);
    office::BasisDocument basis;
    basis.id.value = kBig + 200;
    basis.plan = bundle.plan.id;
    basis.kind = "Kế hoạch";
    basis.number = "31/KH-UBND";
    basis.mentions = {{1, 1, 0, 5}};
    bundle.basis.push_back(basis);
    office::Evidence evidence;
    evidence.id.value = kBig + 300;
    evidence.task = task.id;
    evidence.text = "Biên bản có tên Trần Quốc Khánh";
    bundle.evidence.push_back(evidence);
    office::Question question;
    question.id.value = kBig + 400;
    question.plan = bundle.plan.id;
    question.text = "Số của kế hoạch?";
    bundle.questions.push_back(question);
    return bundle;
}

std::string link() { return *encode_link(sample_bundle(), sample_office()); }

/// A payload around any JSON, as a forger would make it.
std::string forged(const std::string& json, std::uint32_t claimed_size, const std::string& version = "1") {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
    deflateSetDictionary(&stream, reinterpret_cast<const Bytef*>(dictionary_v1().data()),
                         static_cast<uInt>(dictionary_v1().size()));
    std::string packed(json.size() + 1000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(json.data()));
    stream.avail_in = static_cast<uInt>(json.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(packed.size() - stream.avail_out);
    deflateEnd(&stream);
    const auto digest = base::sha256(json);
    std::string head(digest.begin(), digest.begin() + 4);
    for (int shift = 24; shift >= 0; shift -= 8) head += static_cast<char>(claimed_size >> shift & 0xFF);
    return "k=" + version + "." + to_base64url(head + packed);
}

std::string forged(const std::string& json) { return forged(json, static_cast<std::uint32_t>(json.size())); }

}  // namespace

TEST(Link, BringsThePlanToTheOtherSide) {
    const auto shared = decode_link(link());
    ASSERT_TRUE(shared) << shared.error().en;
    EXPECT_EQ(shared->office.name, sample_office().name);
    EXPECT_EQ(shared->bundle.plan.number, "05/KH-PTP");
    EXPECT_EQ(shared->bundle.plan.recipients, sample_bundle().plan.recipients);
    ASSERT_EQ(shared->bundle.items.size(), 3U);
    EXPECT_EQ(shared->bundle.items[2].text, sample_bundle().items[2].text);
    EXPECT_EQ(shared->bundle.items[2].parent, shared->bundle.items[0].id);
    ASSERT_EQ(shared->bundle.tasks.size(), 1U);
    EXPECT_EQ(shared->bundle.tasks[0].item, shared->bundle.items[2].id) << "references hold under the new numbers";
    EXPECT_EQ(shared->bundle.tasks[0].due, (base::Date{2024, 11, 30}));
    EXPECT_EQ(shared->bundle.basis[0].number, "31/KH-UBND");
}

TEST(Link, SharingWhatCameFromALinkGivesTheSameLink) {
    const auto shared = decode_link(link());
    ASSERT_TRUE(shared);
    EXPECT_EQ(*encode_link(shared->bundle, shared->office), link());
}

TEST(Link, LeavesOutTheScanTheEvidenceAndThePeople) {
    const auto shared = decode_link(link());
    ASSERT_TRUE(shared);
    EXPECT_TRUE(shared->bundle.plan.source_text.empty());
    EXPECT_TRUE(shared->bundle.plan.restored_text.empty());
    EXPECT_TRUE(shared->bundle.evidence.empty());
    EXPECT_TRUE(shared->bundle.questions.empty());
    EXPECT_TRUE(shared->office.head_name.empty());
    EXPECT_EQ(shared->bundle.items[1].source, office::SourceSpan{});
}

TEST(Link, UsesOnlyCharactersThatAddressesKeep) {
    EXPECT_EQ(link().find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=."),
              std::string::npos);
    EXPECT_EQ(link().substr(0, 4), "k=1.");
}

TEST(Link, IsFoundInTheAddressAroundIt) {
    const std::string bare = link();
    for (const std::string& address :
         {"#" + bare, "https://example.vn/thi-dua/#" + bare, "https://example.vn/#p&" + bare, bare + "&fbclid=IwAR0",
          "https://example.vn/#" + bare + " xem giúp em", bare + ".", "https://example.vn/#" + bare + "\n",
          "("
          "https://example.vn/?k=2#" +
              bare + ")"}) {
        EXPECT_TRUE(decode_link(address)) << address;
    }
}

TEST(Link, WhatIsNoLinkIsCalledSo) {
    for (const char* text :
         {"", "#", "k", "k=", "k=x.abc", "https://example.vn/", "book=1.abc", "k=.abc", "xin chào", "k=-1.abc"}) {
        const auto shared = decode_link(text);
        ASSERT_FALSE(shared) << text;
        EXPECT_EQ(shared.error().kind, ErrorKind::kBadInput) << text;
        EXPECT_NE(shared.error().vi.find("không chứa kế hoạch"), std::string::npos) << text;
    }
}

TEST(Link, EveryTruncationIsSaidToBeOne) {
    const std::string whole = link();
    for (std::size_t size = 5; size < whole.size(); ++size) {
        const auto shared = decode_link(std::string_view(whole).substr(0, size));
        ASSERT_FALSE(shared) << size;
        EXPECT_NE(shared.error().vi.find("bị cắt bớt"), std::string::npos) << size << shared.error().vi;
    }
}

TEST(Link, NoChangedCharacterPasses) {
    const std::string whole = link();
    for (std::size_t at = 4; at < whole.size(); ++at) {
        for (const char c : {'A', 'z', '*'}) {
            if (whole[at] == c) continue;
            std::string changed = whole;
            changed[at] = c;
            const auto shared = decode_link(changed);
            ASSERT_FALSE(shared) << at << c;
            EXPECT_EQ(shared.error().kind, ErrorKind::kBadInput);
            EXPECT_FALSE(shared.error().vi.empty());
        }
    }
}

TEST(Link, OneOfANewerVersionAsksForAnUpdate) {
    for (const char* text : {"k=2.AAAA", "k=17.xyz", "k=99999999999999999999.x"}) {
        const auto shared = decode_link(text);
        ASSERT_FALSE(shared);
        EXPECT_EQ(shared.error().kind, ErrorKind::kUnsupported) << text;
    }
}

TEST(Link, ABombDoesNotUnfold) {
    const std::string zeros(16U << 20, ' ');
    const std::string honest = forged(zeros);
    EXPECT_LT(honest.size(), 30000U);
    const auto refused = decode_link(honest);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().vi.find("quá lớn"), std::string::npos);
    EXPECT_FALSE(decode_link(forged(zeros, 100))) << "claims less than it holds";
    EXPECT_FALSE(decode_link(forged("{}", 1000))) << "claims more than it holds";
    EXPECT_FALSE(decode_link("k=1." + std::string(kMostPayload + 1, 'A')));
}

TEST(Link, RightBytesAroundWrongContentAreRefused) {
    for (const std::string& json :
         {std::string("{}"), std::string("[]"), std::string("not json"), std::string("{\"format\":1,\"plans\":[]}"),
          std::string(100000, '['), std::string("{\"format\":99}"), std::string("\xFF\xFE")}) {
        EXPECT_FALSE(decode_link(forged(json))) << json.substr(0, 40);
    }
}

TEST(Link, APlanBeyondTheLimitIsRefusedWhenItIsMade) {
    office::PlanBundle bundle = sample_bundle();
    bundle.items[1].text.assign(kMostJson, 'x');
    const auto made = encode_link(bundle, sample_office());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::kBadInput);
}

TEST(Link, DictionaryIsPartOfTheFormat) {
    // A changed dictionary makes every link that was ever sent unreadable: it needs version 2 and both kept.
    EXPECT_EQ(base::sha256_hex(dictionary_v1()), "90a07e013676400fd173fc81177a6228e7839b609158f00ae799f1d7af34abba");
    EXPECT_LT(dictionary_v1().size(), 32768U - 262) << "deflate looks no further back";
}

TEST(Base64url, GoesThereAndBack) {
    std::string bytes;
    for (int i = 0; i < 300; ++i) {
        EXPECT_EQ(from_base64url(to_base64url(bytes)), bytes);
        bytes += static_cast<char>(i * 37);
    }
    EXPECT_EQ(to_base64url("\xFB\xFF"), "-_8");
    EXPECT_FALSE(from_base64url("-_9")) << "unused bits are set";
    EXPECT_FALSE(from_base64url("A"));
    EXPECT_FALSE(from_base64url("AA=="));
}

// A plan as long as the acceptance sample: its paragraphs as items, the longer ones as tasks, too.
TEST(Link, ThePlanOfTheSampleFitsIntoAMessage) {
    std::ifstream in(std::string(THIDUA_SOURCE_DIR) + "/../shared/samples/plan-2024.gold.txt");
    if (!in) GTEST_SKIP() << "the samples are not here";
    office::PlanBundle bundle;
    bundle.plan.id.value = kBig;
    std::string text;
    const auto add = [&] {
        if (text.empty()) return;
        office::PlanItem item;
        item.id.value = kBig + static_cast<std::int64_t>(bundle.items.size()) * 7919;
        item.plan = bundle.plan.id;
        item.position = static_cast<int>(bundle.items.size());
        item.text = text;
        bundle.items.push_back(item);
        if (text.size() > 150) {
            office::Task task;
            task.id.value = item.id.value + 1;
            task.plan = bundle.plan.id;
            task.item = item.id;
            task.position = static_cast<int>(bundle.tasks.size());
            task.title = text.substr(0, text.find_first_of(",;."));
            task.detail = text;
            bundle.tasks.push_back(task);
        }
        text.clear();
    };
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) {
            add();
        } else {
            text += (text.empty() ? "" : " ") + line;
        }
    }
    add();
    ASSERT_GT(bundle.items.size(), 20U);
    const auto made = encode_link(bundle, sample_office());
    ASSERT_TRUE(made);
    RecordProperty("link_characters", static_cast<int>(made->size()));
    EXPECT_LT(made->size(), 4000U);
    EXPECT_TRUE(decode_link(*made));
}
