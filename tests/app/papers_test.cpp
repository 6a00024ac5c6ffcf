// Documents on the desk: drafted, changed by hand, kept, drafted again after the records changed; what leaves the
// program.

#include "app/papers.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/application.h"
#include "app/data_file.h"
#include "app/demo.h"
#include "app/outbox.h"
#include "app/table_desk.h"
#include "document/zip.h"
#include "fake_host.h"
#include "sheet/read.h"
#include "store/commands.h"

using namespace thidua;
using namespace thidua::app;
namespace fs = std::filesystem;

namespace {

/// With the fonts that the build cuts, as the page and the desktop have them.
class FontHost final : public FakeHost {
public:
    void fetch(std::string_view path, std::function<void(float)> progress,
               std::function<void(base::Result<std::string>)> done) override {
        if (!path.starts_with("fonts/")) return FakeHost::fetch(path, std::move(progress), std::move(done));
        done(read_file(std::string(THIDUA_BINARY_DIR) + "/" + std::string(path), 8U << 20));
    }
    void print(std::string_view name, std::string_view bytes, std::function<void(base::Status)> done) override {
        printed_name = name;
        printed = bytes;
        done({});
    }
    std::string printed_name, printed;
};

class PaperTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) /
                  ("thidua-papers-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        app_ = std::make_unique<Application>(host_, machine_library(folder_.string()), base::Date{2024, 11, 22});
        app_->start("");
    }
    void TearDown() override {
        app_.reset();
        fs::remove_all(folder_);
    }
    /// The first paragraph of the body that is at least 60 bytes long.
    static document::Place long_paragraph(const document::Document& document) {
        const auto& blocks = document.sections[0].blocks;
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            const auto* paragraph = std::get_if<document::Paragraph>(&blocks[b]);
            if (paragraph != nullptr && document::text_of(*paragraph).size() > 60) return {0, b, 0, 0, 0};
        }
        return {};
    }
    Paper paper(const PaperContent& content) {
        auto made = make_paper(app_->book(), content, app_->today());
        EXPECT_TRUE(made) << made.error().en;
        return std::move(*made);
    }
    static std::string text_at(const Paper& paper, const document::Place& place) {
        const auto* paragraph = document::find_paragraph(paper.document, place);
        return paragraph != nullptr ? document::text_of(*paragraph) : "";
    }

    FontHost host_;
    fs::path folder_;
    std::unique_ptr<Application> app_;
};

}  // namespace

TEST_F(PaperTest, EveryKindIsDraftedFromTheDemo) {
    for (const document::KindInfo& kind : document::kinds()) {
        const Paper made = paper({usual_request(app_->book(), kind.code), {}});
        EXPECT_FALSE(made.layout.pages.empty()) << kind.vi;
        EXPECT_FALSE(paper_file_name(app_->book(), usual_request(app_->book(), kind.code)).empty());
    }
}

TEST_F(PaperTest, AChangedParagraphIsKeptAndComesBack) {
    PaperContent content{usual_request(app_->book(), "plan"), {}};
    const Paper first = paper(content);
    const document::Place place = long_paragraph(first.document);
    const std::string was = text_at(first, place);
    ASSERT_FALSE(was.empty());
    content.edits.push_back({place, was, was + " Bổ sung bằng tay."});
    content.request.issue.number = "15/KH-PTP";
    content.request.issue.issued_on = base::Date{2024, 3, 20};
    ASSERT_TRUE(keep_paper(*app_, content, {}));
    ASSERT_EQ(app_->book().documents.size(), 1u);
    EXPECT_EQ(app_->book().documents[0].number, "15/KH-PTP");
    EXPECT_FALSE(app_->book().documents[0].subject.empty());

    const PaperContent kept = content_of(app_->book(), usual_request(app_->book(), "plan"));
    EXPECT_EQ(kept.edits, content.edits);
    const Paper again = paper(kept);
    EXPECT_EQ(text_at(again, place), was + " Bổ sung bằng tay.");
    ASSERT_EQ(again.changed.size(), 1u);
    EXPECT_FALSE(again.changed[0].stale);
    EXPECT_EQ(again.changed[0].drafted, was);
    // Kept once more it is the same record; taken back it is gone.
    ASSERT_TRUE(keep_paper(*app_, kept, {}));
    EXPECT_EQ(app_->book().documents.size(), 1u);
    app_->undo();
    EXPECT_TRUE(app_->book().documents.empty());
}

TEST_F(PaperTest, AChangeWhoseRecordsChangedIsSaidToDiffer) {
    PaperContent content{usual_request(app_->book(), "plan"), {}};
    const Paper first = paper(content);
    const document::Place place = long_paragraph(first.document);
    content.edits.push_back({place, "câu mà dữ liệu không còn nói", "câu của tôi"});
    content.edits.push_back({{0, 99999, 0, 0, 0}, "đoạn không còn", "mất chỗ"});
    const Paper made = paper(content);
    EXPECT_EQ(text_at(made, place), "câu của tôi");
    ASSERT_EQ(made.changed.size(), 1u);
    EXPECT_TRUE(made.changed[0].stale);
    EXPECT_EQ(made.changed[0].drafted, text_at(first, place));
    ASSERT_EQ(made.lost.size(), 1u);
    EXPECT_EQ(made.lost[0].text, "mất chỗ");
}

TEST_F(PaperTest, AMovedParagraphKeepsItsChange) {
    PaperContent content{usual_request(app_->book(), "plan"), {}};
    const Paper first = paper(content);
    const document::Place place = long_paragraph(first.document);
    document::Place elsewhere = place;
    elsewhere.block += 1;
    content.edits.push_back({elsewhere, text_at(first, place), "câu của tôi"});
    const Paper made = paper(content);
    EXPECT_EQ(text_at(made, place), "câu của tôi");
    EXPECT_EQ(text_at(made, elsewhere), text_at(first, elsewhere));
}

TEST(PaperJson, WhatWasDecidedComesBackAndNonsenseIsLeftOut) {
    PaperContent content;
    content.request.issue.addressees = {"UBND thành phố"};
    content.request.issue.signer_name = "Lê Văn A";
    content.request.letter_paragraphs = {"Đoạn một.", "Đoạn hai."};
    content.request.from = base::Date{2024, 12, 1};
    content.request.meeting.name = "Họp bình xét";
    content.request.meeting.date = base::Date{2024, 12, 5};
    content.request.meeting.members = 6;
    content.edits = {{{0, 3, 1, 2, 0}, "cũ", "mới\n“x”"}};
    const PaperContent back = paper_content_from(to_json(content));
    EXPECT_EQ(back.request.issue.addressees, content.request.issue.addressees);
    EXPECT_EQ(back.request.issue.signer_name, "Lê Văn A");
    EXPECT_EQ(back.request.letter_paragraphs, content.request.letter_paragraphs);
    EXPECT_EQ(back.request.from, content.request.from);
    EXPECT_EQ(back.request.meeting.date, content.request.meeting.date);
    EXPECT_EQ(back.request.meeting.members, 6);
    EXPECT_EQ(back.edits, content.edits);
    for (const char* bytes :
         {"", "[]", "{", "{\"edits\":[1,{\"at\":[1,2]},{\"at\":[-1,0,0,0,0]}],\"meeting\":7,\"from\":\"x\"}",
          "không phải JSON"}) {
        EXPECT_TRUE(paper_content_from(bytes).edits.empty()) << bytes;
    }
}

TEST_F(PaperTest, OriginsLeadToTheirRecords) {
    const Paper made = paper({usual_request(app_->book(), "report"), {}});
    int routed = 0;
    for (const document::Block& block : made.document.sections[0].blocks) {
        const auto* paragraph = std::get_if<document::Paragraph>(&block);
        if (paragraph == nullptr) continue;
        for (const document::Origin& origin : paragraph->origins) {
            const OriginWords words = origin_words(app_->book(), origin);
            EXPECT_FALSE(words.vi.empty());
            EXPECT_FALSE(words.en.empty());
            EXPECT_EQ(words.vi.find("đã bị xóa"), std::string::npos);
            if (words.route) ++routed;
        }
    }
    EXPECT_GT(routed, 3);
}

TEST_F(PaperTest, TablesAndDocumentsGoOut) {
    app_->outbox().table(OfficeTable::kPeople, TableFormat::kXlsx);
    while (app_->work(5)) {
    }
    EXPECT_TRUE(sheet::read_tables("x", host_.saved["danh-sach-nguoi-2024.xlsx"]));
    app_->outbox().table(OfficeTable::kHistory, TableFormat::kCsv);
    EXPECT_FALSE(host_.saved["nhat-ky-2024.csv"].empty());

    std::vector<PaperContent> contents;
    for (const char* kind : {"plan", "registration", "roster"})
        contents.push_back({usual_request(app_->book(), kind), {}});
    app_->outbox().documents(contents, PaperFormat::kDocx);
    ASSERT_NE(app_->outbox().progress(), nullptr);
    EXPECT_EQ(app_->outbox().progress()->all, 3u);
    while (app_->work(5)) {
    }
    const auto entries = document::read_zip(host_.saved["van-ban-2024.zip"]);
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 4u);
    EXPECT_EQ(entries->at(0).name, "01-ke-hoach-2024.docx");
    EXPECT_NE(entries->at(3).bytes.find("03-danh-sach-trich-ngang-2024.docx"), std::string::npos);

    host_.saved.clear();
    if (fs::exists(fs::path(THIDUA_BINARY_DIR) / "fonts" / "serif-bolditalic.ttf")) {
        app_->outbox().documents(contents, PaperFormat::kPdf);
        while (app_->work(5)) {
        }
        const auto pages = document::read_zip(host_.saved["van-ban-2024.zip"]);
        ASSERT_TRUE(pages);
        ASSERT_EQ(pages->size(), 4u);
        for (std::size_t i = 0; i < 3; ++i) EXPECT_TRUE(pages->at(i).bytes.starts_with("%PDF-"));
        host_.saved.clear();
    }
    app_->outbox().documents(contents, PaperFormat::kHtml);
    app_->outbox().cancel();
    EXPECT_FALSE(app_->work(5));
    EXPECT_EQ(app_->outbox().progress(), nullptr);
    EXPECT_TRUE(host_.saved.empty());
}

TEST_F(PaperTest, ADroppedListIsLookedAtAndKept) {
    app_->receive({"ds.csv", "Họ và tên,Chức vụ\nNguyễn Văn Mới,Lái xe\nBình,Văn thư\n"});
    ASSERT_NE(app_->tables().current(), nullptr);
    EXPECT_TRUE(app_->tables().current()->reading());
    app_->tables().accept();  // too early: nothing is kept by halves
    EXPECT_NE(app_->tables().current(), nullptr);
    while (app_->work(5)) {
    }
    EXPECT_EQ(app_->tables().current()->changes(), 1u);
    EXPECT_EQ(app_->tables().current()->refused().size(), 1u);
    const std::size_t before = app_->book().people.size();
    app_->tables().accept();
    EXPECT_EQ(app_->tables().current(), nullptr);
    EXPECT_EQ(app_->book().people.size(), before + 1);
    app_->undo();
    EXPECT_EQ(app_->book().people.size(), before);
    app_->receive({"hong.xlsx", "PK\x03\x04"});
    EXPECT_EQ(app_->tables().current(), nullptr);
    EXPECT_TRUE(app_->notices().back().bad);
}

TEST_F(PaperTest, PdfIsMadeWithTheFontsAndPrintedOnTheDesktop) {
    if (!fs::exists(fs::path(THIDUA_BINARY_DIR) / "fonts" / "serif-bolditalic.ttf"))
        GTEST_SKIP() << "no fonts were built";
    const PaperContent content{usual_request(app_->book(), "report"), {}};
    app_->outbox().document(content, PaperFormat::kPdf);
    ASSERT_NE(app_->outbox().progress(), nullptr);
    std::size_t slices = 0;
    std::size_t done = 0;
    while (app_->work(0.01)) {
        ++slices;
        const Outbox::Progress* progress = app_->outbox().progress();
        ASSERT_NE(progress, nullptr);
        EXPECT_GE(progress->done, done);
        done = progress->done;
        EXPECT_LE(done, progress->all);
    }
    EXPECT_GT(slices, 20u) << "made between frames";
    EXPECT_TRUE(host_.saved["bao-cao-ket-qua-phong-trao-2024.pdf"].starts_with("%PDF-"));

    host_.saved.clear();
    app_->outbox().document(content, PaperFormat::kPdf);
    EXPECT_TRUE(app_->work(0.01));
    app_->outbox().cancel();
    EXPECT_FALSE(app_->work(5));
    EXPECT_TRUE(host_.saved.empty()) << "stopped: no half a file";

    app_->outbox().print(content);
    while (app_->work(5)) {
    }
    EXPECT_EQ(host_.printed_name, "bao-cao-ket-qua-phong-trao-2024.pdf");
    EXPECT_TRUE(host_.printed.starts_with("%PDF-"));
}
