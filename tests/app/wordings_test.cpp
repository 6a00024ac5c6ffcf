// The office's own wording of its documents: in force, drafts, what differs, everywhere that documents are made.

#include "app/wordings.h"

#include <gtest/gtest.h>

#include "app/demo.h"
#include "app/dossier_maker.h"
#include "app/papers.h"
#include "document/kinds.h"
#include "document/text.h"
#include "law/pack.h"
#include "store/store.h"

using namespace thidua;
using app::LineChange;

namespace {

class Wordings : public testing::Test {
protected:
    store::Store store_ = std::move(*store::Store::in_memory(app::demo_office()));
    office::YearBook book() const { return *store::snapshot(store_); }
    std::string page(const std::string& kind) const {
        const office::YearBook now = book();
        const auto paper = app::make_paper(now, {app::usual_request(now, kind), {}}, {2024, 11, 22}, false);
        return paper ? document::plain_text(paper->document) : paper.error().vi;
    }
    static std::string changed(const std::string& kind, const std::string& words, const std::string& into) {
        std::string text(document::builtin_template(kind));
        const std::size_t at = text.find(words);
        return at == std::string::npos ? "" : text.replace(at, words.size(), into);
    }
};

}  // namespace

TEST_F(Wordings, AdoptedWordsAreInEveryDocument) {
    const std::string own = changed("proposal", "chịu trách nhiệm về tính chính xác", "cam đoan đúng sự thật");
    ASSERT_FALSE(own.empty());
    ASSERT_TRUE(app::adopt_wording(store_, "proposal", own));
    EXPECT_EQ(app::wording_in_force(book(), "proposal"), own);
    EXPECT_NE(page("proposal").find("cam đoan đúng sự thật"), std::string::npos);

    // The dossier's proposal is made of the same words.
    const office::YearBook now = book();
    auto maker = app::DossierMaker::begin(law::builtin_packs(), now, app::registered_dossiers(now, ""), {2024, 12, 20},
                                          {2024, 12, 20}, ".txt");
    ASSERT_TRUE(maker) << maker.error().vi;
    bool found = false;
    for (std::size_t at = 0; at < maker->all(); ++at) {
        const auto paper = maker->next();
        ASSERT_TRUE(paper) << paper.error().vi;
        found = found || document::plain_text(paper->document).find("cam đoan đúng sự thật") != std::string::npos;
        maker->made("x");
    }
    EXPECT_TRUE(found);

    ASSERT_TRUE(store_.undo());
    EXPECT_EQ(page("proposal").find("cam đoan đúng sự thật"), std::string::npos);
}

TEST_F(Wordings, ABrokenOneIsRefusedAndItsDraftStays) {
    const std::string own = changed("proposal", "{cơ quan} chịu", "Chúng tôi chịu");
    ASSERT_TRUE(app::adopt_wording(store_, "proposal", own));
    const std::string broken = own + "{nơi trinh}\n";
    ASSERT_TRUE(app::keep_wording_draft(store_, "proposal", broken));
    const auto refused = app::adopt_wording(store_, "proposal", broken);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().vi.find("nơi trình"), std::string::npos) << refused.error().vi;
    EXPECT_EQ(app::wording_in_force(book(), "proposal"), own) << "a draft is not in force";
    EXPECT_NE(page("proposal").find("Chúng tôi chịu"), std::string::npos);
    ASSERT_NE(app::wording_draft(book(), "proposal"), nullptr);
    EXPECT_EQ(app::wording_draft(book(), "proposal")->text, broken);
    EXPECT_EQ(store_.undo_words(), "Sửa mẫu: nháp Tờ trình đề nghị");
    // The standard words make no wording of their own.
    ASSERT_TRUE(app::adopt_wording(store_, "proposal", std::string(document::builtin_template("proposal"))));
    EXPECT_TRUE(book().templates.empty());
    ASSERT_TRUE(app::keep_wording_draft(store_, "proposal", std::string(document::builtin_template("proposal"))));
    EXPECT_EQ(app::wording_draft(book(), "proposal"), nullptr) << "the same as in force";
}

TEST_F(Wordings, AWordingIsTriedWithoutBeingKept) {
    const office::YearBook now = book();
    const std::string words = "@loại Thử\nLời thử của {cơ quan}\n";
    const auto paper = app::make_paper(now, {app::usual_request(now, "proposal"), {}}, {2024, 11, 22}, true, &words);
    ASSERT_TRUE(paper) << paper.error().vi;
    EXPECT_NE(document::plain_text(paper->document).find("Lời thử của " + now.office.name), std::string::npos);
    EXPECT_EQ(page("proposal").find("Lời thử"), std::string::npos);
}

TEST(LineChanges, SayWhatWasLostAndWhatIsNew) {
    using Kind = LineChange::Kind;
    const auto words = [](std::string_view before, std::string_view after) {
        std::string out;
        for (const LineChange& one : app::line_changes(before, after)) {
            out += (one.kind == Kind::kSame ? "=" : one.kind == Kind::kLost ? "-" : "+") + one.text + " ";
        }
        return out;
    };
    EXPECT_EQ(words("a\nb\nc\n", "a\nb\nc\n"), "=a =b =c ");
    EXPECT_EQ(words("a\nb\nc\n", "a\nx\nc\n"), "=a -b +x =c ");
    EXPECT_EQ(words("a\nb\nc\nd\n", "b\nc\nd\ne\n"), "-a =b =c =d +e ");
    EXPECT_EQ(words("", "a\n"), "+a ");
    EXPECT_EQ(words("a\na\na\n", "a\n"), "=a -a -a ");
    std::string many;
    std::string others;
    for (int i = 0; i < 5000; ++i) {
        many += std::to_string(i) + "\n";
        others += "x" + std::to_string(i) + "\n";
    }
    EXPECT_EQ(app::line_changes(many, others).size(), 10000u) << "too many to compare: all lost, all new";
}

TEST(TidyWording, EditorsMayDiffer) {
    EXPECT_EQ(app::tidy_wording("\xEF\xBB\xBF@loại A\r\nB  \r\n\r\n"), "@loại A\nB\n");
    EXPECT_EQ(app::tidy_wording("te\xCC\x82n"), "tên\n");
    EXPECT_EQ(app::tidy_wording("  \n"), "");
}
