// The screens of verdicts over the demo office and over a large one: found by role and name, operated as a person
// would.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "office/title.h"
#include "office_fixture.h"

using namespace thidua;
using thidua::testing::Headless;
using thidua::testing::Role;

namespace {

class LawScreens : public thidua::testing::OfficeTest {
protected:
    Headless& screen() { return *screen_; }
    const office::Person& person(std::string_view name) {
        for (const office::Person& one : app().book().people) {
            if (one.full_name == name) return one;
        }
        ADD_FAILURE() << "nobody is called " << name;
        return app().book().people.front();
    }
    /// An office of which nobody has said yet what its lists hold: the demo without its answers.
    void forget_answers() {
        while (!app().book().answers.empty()) {
            const auto first = app().book().answers.front().id;
            ASSERT_TRUE(app().act([&](store::Store& store) { return store::remove_law_answer(store, first); }));
        }
    }
    law::Outcome outcome(std::string_view name, std::string_view title) {
        const app::VerdictGrid& grid = app().grid();
        for (const app::GridRow& row : grid.rows) {
            if (row.name != name) continue;
            for (std::size_t i = 0; i < grid.columns.size(); ++i) {
                if (grid.columns[i].title == title) return row.cells[i].outcome;
            }
        }
        ADD_FAILURE() << name << " " << title;
        return law::Outcome::kNotKnown;
    }
};

/// Name of the first button of a cell that begins with `start`.
std::string cell_button(Headless& screen, std::string_view start) {
    for (const app::SemanticNode& node : screen.all(Role::kButton)) {
        if (std::string_view(node.name).starts_with(start)) return node.name;
    }
    return {};
}

std::size_t rows_drawn(Headless& screen) {
    std::size_t cells = 0;
    for (const app::SemanticNode& node : screen.all(Role::kButton))
        cells += node.name.find(", LĐTT: ") != std::string::npos;
    return cells;
}

}  // namespace

TEST_F(LawScreens, TheTableShowsEverybodyByEveryTitleWithAWord) {
    go({app::Place::kTitles, 0, ""});
    shot("ban-1280");
    const app::VerdictGrid& grid = app().grid();
    ASSERT_EQ(grid.rows.size(), 6u);
    EXPECT_EQ(rows_drawn(screen()), 6u) << screen().outline();
    for (const app::GridRow& row : grid.rows) {
        const std::string name = cell_button(screen(), row.name + ", CSTĐCS: ");
        ASSERT_FALSE(name.empty()) << row.name << screen().outline();
        const bool has_word = name.find("Đạt") != std::string::npos || name.find("Chưa đạt") != std::string::npos ||
                              name.find("Thiếu dữ kiện") != std::string::npos ||
                              name.find("Cần xem xét") != std::string::npos;
        EXPECT_TRUE(has_word) << name;
    }
    // The law and the day stand above, and the counts of a column are in its header's description.
    EXPECT_TRUE(screen().has(Role::kTextbox, "Ngày xét"));
    EXPECT_TRUE(screen().sees("Danh hiệu")) << screen().outline();
    const app::SemanticNode* header = screen().find(Role::kColumnHeader, "LĐTT");
    ASSERT_NE(header, nullptr);
    EXPECT_NE(header->description.find("Đạt 3"), std::string::npos) << header->description;
    EXPECT_NE(header->description.find("Chưa đạt 1"), std::string::npos) << header->description;
}

TEST_F(LawScreens, AFilterKeepsOnlyWhoFits) {
    go({app::Place::kTitles, 0, ""});
    screen().type("Tìm tên, chức vụ (không cần dấu)", "ngo minh khoi");
    EXPECT_EQ(rows_drawn(screen()), 1u) << screen().outline();
    EXPECT_TRUE(screen().sees("1 trong 6 người"));
    screen().type("Tìm tên, chức vụ (không cần dấu)", "khong co ai nhu the");
    EXPECT_TRUE(screen().sees("Không có ai khớp với bộ lọc."));
    shot("ban-khong-ai");
    screen().click(Role::kButton, "Bỏ lọc");
    EXPECT_EQ(rows_drawn(screen()), 6u);
}

TEST_F(LawScreens, AColumnIsSortedByItsHeader) {
    go({app::Place::kTitles, 0, ""});
    screen().click(Role::kColumnHeader, "LĐTT");
    std::vector<std::string> words;
    for (const app::SemanticNode& node : screen().all(Role::kButton)) {
        const std::size_t at = node.name.find(", LĐTT: ");
        if (at != std::string::npos) words.push_back(node.name.substr(at + std::string(", LĐTT: ").size(), 4));
    }
    ASSERT_EQ(words.size(), 6u);
    EXPECT_EQ(words.front(), std::string("Đạt").substr(0, 4)) << screen().outline();
    EXPECT_NE(words.back(), words.front());
    screen().click(Role::kColumnHeader, "LĐTT");
    EXPECT_EQ(cell_button(screen(), "Ngô Minh Khôi, LĐTT: ").empty(), false);
}

TEST_F(LawScreens, ACellLeadsToItsReasonsAndAnAnswerTurnsIt) {
    go({app::Place::kTitles, 0, ""});
    ASSERT_EQ(outcome("Lý Thị Ngọc Ánh", "LDTT"), law::Outcome::kNotKnown);
    screen().click(Role::kButton, cell_button(screen(), "Lý Thị Ngọc Ánh, LĐTT: "));
    EXPECT_EQ(app().route().part, "LDTT");
    shot("vi-sao-1280");
    EXPECT_TRUE(screen().sees("Còn thiếu dữ kiện")) << screen().outline();
    EXPECT_TRUE(screen().sees("Điều 24")) << screen().outline();
    screen().click(Role::kButton, "Có");
    EXPECT_EQ(outcome("Lý Thị Ngọc Ánh", "LDTT"), law::Outcome::kMet) << screen().outline();
    shot("vi-sao-da-tra-loi");
    screen().click(Role::kButton, "Hoàn tác");
    EXPECT_EQ(outcome("Lý Thị Ngọc Ánh", "LDTT"), law::Outcome::kNotKnown);
}

TEST_F(LawScreens, ALockedLawIsSaidClearly) {
    // The year decides the law: an office of 2027 stands under the pack that is not verified.
    office::Office office = app().book().office;
    office.year = 2027;
    ASSERT_TRUE(app().act([&](store::Store& store) { return store::set_office(store, office); }));
    go({app::Place::kTitles, 0, ""});
    screen().type("Ngày xét", "20/12/2027");
    screen().key(ImGuiKey_Enter);
    ASSERT_TRUE(app().grid().locked) << app().grid().law_vi;
    shot("ban-khoa");
    EXPECT_TRUE(screen().sees("đang khóa")) << screen().outline();
    for (const app::SemanticNode& node : screen().all(Role::kButton)) {
        EXPECT_EQ(node.name.find(": Đạt"), std::string::npos) << node.name;
    }
}

TEST_F(LawScreens, TheOfficeHasItsOwnTitles) {
    go({app::Place::kTitles, 0, ""});
    screen().click(Role::kTab, "Tập thể");
    shot("ban-tap-the");
    EXPECT_TRUE(screen().sees("Tập thể lao động tiên tiến")) << screen().outline();
    go({app::Place::kTitles, 0, "don-vi.TTLDXS"});
    shot("vi-sao-tap-the");
    EXPECT_TRUE(screen().sees("Điều 27")) << screen().outline();
}

TEST_F(LawScreens, OnAPhoneEverybodyIsACard) {
    screen().resize(390, 844, 2);
    go({app::Place::kTitles, 0, ""});
    shot("ban-390");
    EXPECT_FALSE(cell_button(screen(), "Lý Thị Ngọc Ánh, CSTĐTQ: ").empty()) << screen().outline();
    screen().click(Role::kButton, cell_button(screen(), "Lý Thị Ngọc Ánh, LĐTT: "));
    shot("vi-sao-390");
    EXPECT_TRUE(screen().sees("Còn thiếu dữ kiện")) << screen().outline();
}

TEST_F(LawScreens, InTheDarkToo) {
    screen().ui().set_dark(true);
    go({app::Place::kTitles, person("Lý Thị Ngọc Ánh").id.value, "CSTDCS"});
    shot("vi-sao-toi");
    EXPECT_TRUE(screen().ui().dark());
}

TEST_F(LawScreens, ATrialShowsBeforeAndAfterAndLeavesNoTrace) {
    const std::int64_t id = person("Ngô Minh Khôi").id.value;
    go({app::Place::kTitles, id, "LDTT"});
    const law::Outcome before = outcome("Ngô Minh Khôi", "LDTT");
    ASSERT_EQ(before, law::Outcome::kNotMet);
    const int revision = app().revision();
    screen().click(Role::kButton, "Thử thay đổi này");
    ASSERT_EQ(app().route().part, "thu") << screen().outline();
    shot("thu-1280");
    bool turned = false;
    for (const app::SemanticNode& node : screen().all(Role::kRow)) {
        turned |=
            node.name.starts_with("Lao động tiên tiến") && node.name.find("Chưa đạt, Đạt, đổi") != std::string::npos;
    }
    EXPECT_TRUE(turned) << screen().outline();
    screen().click(Role::kButton, "Bỏ mọi thay đổi");
    EXPECT_TRUE(screen().sees("Không kết luận nào đổi.")) << screen().outline();
    screen().click(Role::kButton, "Về bảng kết luận");
    EXPECT_EQ(app().revision(), revision);
    EXPECT_EQ(outcome("Ngô Minh Khôi", "LDTT"), before);
    EXPECT_FALSE(app().can_undo());
}

TEST_F(LawScreens, ATrialIsWrittenDownOnlyWhereNoDecisionIsNeeded) {
    const office::Person who = person("Lý Thị Ngọc Ánh");
    go({app::Place::kTitles, who.id.value, "thu"});
    // An excellent rating (an answer) and an initiative (which has a name and a decision).
    screen().set_value(Role::kCombobox, "Nếu là", "hoàn thành xuất sắc nhiệm vụ");
    screen().click(Role::kButton, "Thêm thay đổi");
    screen().set_value(Role::kCombobox, "Dữ kiện", "Sáng kiến được công nhận");
    screen().set_value(Role::kCombobox, "Nếu là", "Cơ sở");
    screen().click(Role::kButton, "Thêm thay đổi");
    shot("thu-hai-thay-doi");
    EXPECT_TRUE(screen().sees("cần số quyết định hoặc ngày tháng")) << screen().outline();
    const std::size_t initiatives = app().book().initiatives.size();
    screen().click(Role::kButton, "Ghi vào hồ sơ");
    const office::YearRecord* record = app::find_record(app().book(), who.id, 2024);
    ASSERT_NE(record, nullptr);
    EXPECT_EQ(record->rating, office::Rating::kExcellent);
    EXPECT_EQ(app().book().initiatives.size(), initiatives);
    // What could not be written down is still being tried.
    EXPECT_TRUE(screen().sees("Thêm sáng kiến năm 2024")) << screen().outline();
}

TEST_F(LawScreens, AVerdictIsKeptAndSaysLaterWhatDiffers) {
    const office::Person who = person("Ngô Minh Khôi");
    go({app::Place::kTitles, who.id.value, "LDTT"});
    screen().click(Role::kButton, "Lưu kết luận này");
    ASSERT_EQ(app().book().decisions.size(), 1u);
    EXPECT_EQ(app().book().decisions[0].pack, app().grid().pack);
    go({app::Place::kTitles, 0, "da-luu"});
    EXPECT_TRUE(screen().sees("không đổi")) << screen().outline();
    office::YearRecord record = *app::find_record(app().book(), who.id, 2024);
    record.rating = office::Rating::kExcellent;
    ASSERT_TRUE(app().act([&](store::Store& store) { return ui::without_id(store::set_year_record(store, record)); }));
    screen().shell().wake();
    screen().settle();
    for (const app::SemanticNode& node : screen().all(Role::kRow)) {
        if (node.name.find("Ngô Minh Khôi") != std::string::npos) {
            screen().click(Role::kRow, node.name);
            break;
        }
    }
    shot("da-luu-1280");
    EXPECT_TRUE(screen().sees("Mức xếp loại, năm 2024: trước là")) << screen().outline();
    EXPECT_TRUE(screen().sees("hoàn thành xuất sắc nhiệm vụ")) << screen().outline();
}

TEST_F(LawScreens, TwoDatesSayWhatChangesByWhichClause) {
    go({app::Place::kTitles, 0, "so-ngay"});
    shot("so-ngay-1280");
    EXPECT_TRUE(screen().sees("Ai quyết định")) << screen().outline();
    EXPECT_TRUE(screen().sees("Điều 80") || screen().sees("129/2025")) << screen().outline();
    // The same day twice: nothing differs.
    screen().type("Ngày thứ hai", base::to_numeric(app().law_date()));
    screen().key(ImGuiKey_Enter);
    EXPECT_TRUE(screen().sees("Không có quy định nào khác nhau giữa hai ngày.")) << screen().outline();
    EXPECT_TRUE(screen().sees("Không kết luận nào đổi giữa hai ngày."));
}

TEST_F(LawScreens, TheViewsFitAPhone) {
    screen().resize(390, 844, 2);
    const std::int64_t id = person("Ngô Minh Khôi").id.value;
    go({app::Place::kTitles, id, "thu"});
    shot("thu-390");
    go({app::Place::kTitles, 0, "so-ngay"});
    shot("so-ngay-390");
    go({app::Place::kTitles, 0, "da-luu"});
    shot("da-luu-390");
    EXPECT_TRUE(screen().sees("Chưa lưu kết luận nào.")) << screen().outline();
}

TEST_F(LawScreens, FiveThousandPeopleAreDrawnOnlyWhereTheyAreSeen) {
    std::vector<store::ListedPerson> people;
    for (int i = 0; i < 5000; ++i) {
        store::ListedPerson one;
        one.person.full_name = "Nguyễn Văn Số " + std::to_string(i);
        one.person.unit = i % 2 == 0 ? "Phòng Một" : "Phòng Hai";
        office::YearRecord record;
        record.year = 2024;
        record.rating = i % 3 == 0 ? office::Rating::kExcellent : office::Rating::kGood;
        record.movements = office::Answer::kYes;
        record.disciplined = record.under_review = office::Answer::kNo;
        one.records.push_back(record);
        people.push_back(std::move(one));
    }
    ASSERT_TRUE(
        app().act([&](store::Store& store) { return ui::without_id(store::add_listed_people(store, people)); }));
    go({app::Place::kTitles, 0, ""});
    EXPECT_TRUE(screen().sees("5006 trong 5006 người")) << screen().outline();
    EXPECT_LT(rows_drawn(screen()), 60u);
    screen().set_value(Role::kCombobox, "Đơn vị", "Phòng Một");
    EXPECT_TRUE(screen().sees("2500 trong 5006 người")) << screen().outline();
    shot("ban-5000");
    // Drawing what is seen does not ask the rules again.
    const auto asked = std::chrono::steady_clock::now();
    const app::VerdictGrid grid = app::verdict_grid(app().packs(), app().book(), app().law_date());
    const auto start = std::chrono::steady_clock::now();
    std::printf("verdicts of %d people, every title: %d ms\n", static_cast<int>(grid.rows.size()),
                static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(start - asked).count()));
    screen().shell().wake();
    screen().step(20);
    const auto spent =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
    RecordProperty("milliseconds_of_20_frames", static_cast<int>(spent));
    std::printf("20 frames with 5006 people: %d ms\n", static_cast<int>(spent));
    screen().scroll(-400);
    EXPECT_LT(rows_drawn(screen()), 60u);
}

TEST_F(LawScreens, NothingThatIsNotVerifiedLooksCertain) {
    // Every title of every subject, by the law of two periods: where a rule of the verdict was not read in the law
    // itself, the panel says so in words beside its clause.
    const std::vector<std::string> doubts{"theo bài dẫn", "theo trí nhớ", "chưa kiểm chứng"};
    const std::int64_t id = person("Đặng Quốc Thịnh").id.value;
    for (const base::Date& on : {base::Date{2024, 12, 20}, base::Date{2026, 12, 20}}) {
        app().set_law_date(on);
        for (const app::GridColumn& column : app().grid().columns) {
            const auto verdict = app::verdict_for(app().packs(), app().book(), {id}, column.title, on);
            ASSERT_TRUE(verdict) << column.title;
            go({app::Place::kTitles, id, column.title});
            if (verdict->confidence == law::Confidence::kSeen && !verdict->locked) continue;
            bool said = false;
            for (const std::string& doubt : doubts) said |= screen().sees(doubt);
            EXPECT_TRUE(said) << column.title << " on " << base::to_numeric(on) << "\n" << screen().outline();
            // The header of its column carries the doubt, too.
            for (const app::SemanticNode& node : screen().all(Role::kColumnHeader)) {
                const office::EmulationTitle* title = office::find_title(column.title);
                if (title == nullptr || node.name != title->short_vi || app().grid().locked) continue;
                bool marked = false;
                for (const std::string& doubt : doubts) marked |= node.description.find(doubt) != std::string::npos;
                marked |= node.description.find("máy không xét") != std::string::npos;
                EXPECT_TRUE(marked) << node.name << ": " << node.description;
            }
        }
    }
}

TEST_F(LawScreens, ATrialMarksTitlesWhoseRulesAreInDoubt) {
    go({app::Place::kTitles, person("Đặng Quốc Thịnh").id.value, "thu"});
    int doubtful = 0;
    for (const app::GridColumn& column : app().grid().columns) {
        if (column.confidence == law::Confidence::kSeen) continue;
        ++doubtful;
        const std::string name(office::find_title(column.title)->vi);
        EXPECT_TRUE(screen().sees(name + " (")) << name << "\n" << screen().outline();
    }
    EXPECT_GT(doubtful, 0);
}

TEST_F(LawScreens, ALinkedPlanShowsNoActs) {
    // A shared plan has no people: the screens show their empty state and nothing that writes.
    const auto link = app().link(app().book().plans.front().plan.id);
    ASSERT_TRUE(link);
    app().fragment_changed(link->substr(link->find('#') + 1));
    ASSERT_TRUE(app().read_only());
    app().go({app::Place::kTitles, 0, ""});
    screen().shell().wake();
    screen().settle();
    EXPECT_FALSE(screen().has(Role::kButton, "Đăng ký")) << screen().outline();
    EXPECT_FALSE(screen().has(Role::kButton, "Thêm người")) << screen().outline();
}

TEST_F(LawScreens, ThePersonsYearsShowWhatWasHeldAndWhereItStands) {
    const office::Person who = person("Vũ Thị Thanh Hà");
    go({app::Place::kPerson, who.id.value, ""});
    shot("ca-nhan-1280");
    const app::PersonYears years = app::person_years(app().packs(), app().book(), who.id, app().law_date());
    ASSERT_GE(years.years.size(), 5u);
    // Every award of the book stands in the strip with its decision.
    for (const office::Award& award : app().book().awards) {
        if (award.person != who.id || award.year < years.from || award.revoked) continue;
        EXPECT_TRUE(screen().sees(award.decision_number)) << award.decision_number << "\n" << screen().outline();
    }
    screen().resize(390, 844, 2);
    shot("ca-nhan-390");
    screen().resize(1280, 800);
    screen().ui().set_dark(true);
    go({app::Place::kPerson, who.id.value, "nam-2023"});
    shot("ca-nhan-toi");
}

TEST_F(LawScreens, APastAwardIsWrittenDownAndItsChainGrows) {
    const office::Person who = person("Ngô Minh Khôi");
    const auto run = [&] {
        const app::PersonYears years = app::person_years(app().packs(), app().book(), who.id, app().law_date());
        for (const app::TitleRow& row : years.titles) {
            if (row.title == "CSTDCS") return row;
        }
        return app::TitleRow{};
    };
    const int before = run().in_a_row;
    for (const char* part : {"nam-2021", "nam-2022"}) {
        go({app::Place::kPerson, who.id.value, part});
        screen().set_value(Role::kCombobox, "Danh hiệu, hình thức", "Chiến sĩ thi đua cơ sở");
        screen().type("Số quyết định tặng", "88/QĐ-UBND");
        screen().activate(Role::kButton, "Thêm danh hiệu");
    }
    const app::TitleRow after = run();
    EXPECT_EQ(after.until, 2022) << before << screen().outline();
    EXPECT_EQ(after.in_a_row, 2);
    EXPECT_EQ(after.needed, 3);
    EXPECT_NE(after.broken_vi.find("2020"), std::string::npos) << after.broken_vi;
    EXPECT_TRUE(screen().sees("CSTĐCS: 2 năm liên tục đến 2022")) << screen().outline();
    EXPECT_TRUE(screen().sees("88/QĐ-UBND"));
    shot("ca-nhan-danh-hieu");
    // Revoked: the run is gone, and the cell says so.
    std::uint32_t last_edit = 0;
    for (const app::SemanticNode& node : screen().all(Role::kButton)) {
        if (node.name == "Sửa") last_edit = node.id;
    }
    screen().shell().activate(last_edit);
    screen().settle();
    screen().activate(Role::kCheckbox, "Quyết định đã bị hủy bỏ");
    screen().activate(Role::kButton, "Lưu sửa đổi");
    EXPECT_EQ(run().until, 2021) << screen().outline();
    EXPECT_TRUE(screen().sees("đã hủy bỏ"));
}

TEST_F(LawScreens, AnInitiativeUsedOnBothSidesIsWarnedOfWithTheClause) {
    const office::Person who = person("Ngô Minh Khôi");
    go({app::Place::kPerson, who.id.value, "nam-2023"});
    screen().type("Tên sáng kiến", "Tra cứu hộ tịch bằng mã QR");
    screen().set_value(Role::kCombobox, "Cấp công nhận", "Cơ sở");
    screen().activate(Role::kButton, "Thêm sáng kiến");
    ASSERT_TRUE(screen().has(Role::kText, "Tra cứu hộ tịch bằng mã QR")) << screen().outline();
    for (const char* title : {"Chiến sĩ thi đua cơ sở", "Giấy khen"}) {
        screen().activate(Role::kButton, "Ghi nhận đã dùng");
        screen().set_value(Role::kCombobox, "Đã dùng để xét", title);
    }
    EXPECT_TRUE(screen().sees("đã dùng cả cho danh hiệu thi đua và cho hình thức khen thưởng")) << screen().outline();
    EXPECT_TRUE(screen().sees("Công văn 5007/BNV-TĐKT"));
    shot("ca-nhan-sang-kien");
}

TEST_F(LawScreens, ADisciplineWithItsDaysHoldsTheVerdict) {
    const office::Person who = person("Vũ Thị Thanh Hà");
    ASSERT_EQ(outcome(who.full_name, "LDTT"), law::Outcome::kMet);
    const std::size_t said = app().book().answers.size();
    go({app::Place::kPerson, who.id.value, "ky-luat"});
    screen().type("Từ ngày", "01/10/2024");
    screen().type("Đến ngày", "01/10/2023");
    EXPECT_TRUE(screen().sees("Ngày kết thúc phải sau ngày bắt đầu.")) << screen().outline();
    screen().type("Đến ngày", "01/10/2025");
    screen().activate(Role::kButton, "Thêm khoảng thời gian");
    ASSERT_EQ(app().book().answers.size(), said + 1) << screen().outline();
    EXPECT_TRUE(std::any_of(app().book().answers.begin(), app().book().answers.end(), [&](const auto& answer) {
        return answer.person == who.id && answer.key == "discipline" && answer.value == "reprimand";
    }));
    EXPECT_NE(outcome(who.full_name, "LDTT"), law::Outcome::kMet);
    shot("ca-nhan-ky-luat");
    screen().click(Role::kButton, "Hoàn tác");
    EXPECT_EQ(outcome(who.full_name, "LDTT"), law::Outcome::kMet);
}

TEST_F(LawScreens, OneAnswerSaysThatEverythingIsListedSinceAYear) {
    forget_answers();
    const office::Person who = person("Vũ Thị Thanh Hà");
    go({app::Place::kTitles, who.id.value, "CSTDT"});
    ASSERT_EQ(outcome(who.full_name, "CSTDT"), law::Outcome::kNotKnown);
    screen().type("Danh hiệu và sáng kiến đã ghi đủ từ năm", "2010");
    screen().key(ImGuiKey_Enter);
    ASSERT_FALSE(app().book().answers.empty()) << screen().outline();
    EXPECT_EQ(app().book().answers[0].key, "history_from");
    EXPECT_NE(outcome(who.full_name, "CSTDT"), law::Outcome::kNotKnown) << screen().outline();
}

TEST_F(LawScreens, OneAnswerStandsForEverybodyShown) {
    forget_answers();
    go({app::Place::kTitles, 0, ""});
    ASSERT_EQ(outcome("Vũ Thị Thanh Hà", "CSTDT"), law::Outcome::kNotKnown);
    screen().set_value(Role::kTextbox, "Danh hiệu và sáng kiến đã ghi đủ từ năm", "2010");
    screen().settle();
    ASSERT_EQ(app().book().answers.size(), 6u) << screen().outline();
    EXPECT_EQ(outcome("Vũ Thị Thanh Hà", "CSTDT"), law::Outcome::kNotMet);
    screen().activate(Role::kButton, "Đã ghi đủ năm 2024");
    EXPECT_EQ(app().book().answers.size(), 18u);
    EXPECT_EQ(outcome("Phạm Hoàng Nam", "CSTDCS"), law::Outcome::kNotMet) << screen().outline();
    shot("ban-khai-chung");
    screen().activate(Role::kButton, "Hoàn tác");
    EXPECT_EQ(app().book().answers.size(), 6u);
}

TEST_F(LawScreens, EnglishWordsEverywhere) {
    screen().ui().set_language(ui::Language::kEnglish);
    const std::int64_t id = person("Vũ Thị Thanh Hà").id.value;
    for (const app::Route& route :
         {app::Route{app::Place::kTitles, 0, ""}, app::Route{app::Place::kTitles, id, "thu"},
          app::Route{app::Place::kTitles, 0, "so-ngay"}, app::Route{app::Place::kTitles, 0, "da-luu"},
          app::Route{app::Place::kPerson, id, ""}}) {
        go(route);
        for (const char* vietnamese : {"Thiếu dữ kiện", "Ngày xét", "Thử thay đổi", "Xếp loại", "Chưa lưu"}) {
            EXPECT_FALSE(screen().sees(vietnamese)) << route.part << "\n" << screen().outline();
        }
    }
    shot("ca-nhan-en");
}
