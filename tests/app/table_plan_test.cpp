// Plans and their tasks as tables: in, out, and out again the same.

#include <gtest/gtest.h>

#include <algorithm>

#include "app/demo.h"
#include "app/office_tables.h"
#include "app/table_import.h"
#include "sheet/csv.h"
#include "sheet/xlsx_write.h"
#include "store/commands.h"
#include "store/import_commands.h"

namespace {

using namespace thidua;
using namespace thidua::app;

office::YearBook without_plans() {
    office::YearBook book = demo_office();
    book.plans.clear();
    book.documents.clear();
    book.decisions.clear();
    return book;
}

/// What the file holds after the table came in.
office::YearBook taken(const office::YearBook& before, const TableImport& import) {
    auto store = store::Store::in_memory(before);
    EXPECT_TRUE(store);
    const auto kept = store::import_batch(*store, import.act_words(), import.batch());
    EXPECT_TRUE(kept) << (kept ? "" : kept.error().vi);
    auto book = store::snapshot(*store);
    EXPECT_TRUE(book);
    // One act: one undo takes all of it back.
    EXPECT_TRUE(store->undo());
    EXPECT_EQ(*store::snapshot(*store), before);
    return *book;
}

std::string as_file(const sheet::Table& table, bool xlsx) {
    if (!xlsx) return sheet::write_csv(table);
    const auto bytes = sheet::write_xlsx({table});
    EXPECT_TRUE(bytes);
    return *bytes;
}

/// Rows of a table as text, without the columns that only the export has.
std::vector<std::string> lines(const sheet::Table& table, std::size_t columns) {
    std::vector<std::string> out;
    for (const auto& row : table.rows) {
        std::string line;
        for (std::size_t at = 1; at < columns; ++at) line += sheet::to_text(row[at]) + "|";
        out.push_back(line);
    }
    std::sort(out.begin(), out.end());
    return out;
}

class PlanTables : public testing::TestWithParam<bool> {
protected:
    std::string name() const { return GetParam() ? "bang.xlsx" : "bang.csv"; }
};

TEST_P(PlanTables, TasksComeBackAsTheyWentOut) {
    const office::YearBook& demo = demo_office();
    const sheet::Table out = office_table(OfficeTable::kTasks, demo);
    ASSERT_FALSE(out.rows.empty());
    const std::string file = as_file(out, GetParam());

    // Into the same office: nothing changes.
    auto same = TableImport::begin(name(), file, demo);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->kind(), ImportKind::kTasks);
    EXPECT_EQ(same->trouble(), nullptr);
    EXPECT_TRUE(same->refused().empty()) << same->refused()[0].vi;
    EXPECT_EQ(same->rows().size(), out.rows.size());
    EXPECT_EQ(same->changes(), 0u);
    EXPECT_TRUE(same->batch().empty());

    // Into an office without plans: the plans are made, and the table is the same again.
    const office::YearBook empty = without_plans();
    auto fresh = TableImport::begin(name(), file, empty);
    ASSERT_TRUE(fresh);
    EXPECT_TRUE(fresh->refused().empty()) << fresh->refused()[0].vi;
    const office::YearBook book = taken(empty, *fresh);
    EXPECT_EQ(book.plans.size(), demo.plans.size());
    const std::size_t columns = fields_of(ImportKind::kTasks).size();
    EXPECT_EQ(lines(office_table(OfficeTable::kTasks, book), columns), lines(out, columns));
}

TEST_P(PlanTables, PlansComeBackAsTheyWentOut) {
    const office::YearBook& demo = demo_office();
    const sheet::Table out = office_table(OfficeTable::kPlans, demo);
    const std::string file = as_file(out, GetParam());
    auto same = TableImport::begin(name(), file, demo);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->kind(), ImportKind::kPlans);
    EXPECT_TRUE(same->refused().empty()) << same->refused()[0].vi;
    EXPECT_EQ(same->rows().size(), out.rows.size());
    EXPECT_EQ(same->changes(), 0u);

    const office::YearBook empty = without_plans();
    auto fresh = TableImport::begin(name(), file, empty);
    ASSERT_TRUE(fresh);
    const office::YearBook book = taken(empty, *fresh);
    const std::size_t columns = fields_of(ImportKind::kPlans).size();
    EXPECT_EQ(lines(office_table(OfficeTable::kPlans, book), columns), lines(out, columns));
}

INSTANTIATE_TEST_SUITE_P(XlsxAndCsv, PlanTables, testing::Bool());

TEST(PlanTable, ReadsTheTableOfAPlanAsOfficesWriteIt) {
    office::YearBook book = demo_office();
    book.plans.resize(1);
    book.plans[0].plan.year = book.office.year;
    const std::size_t before = book.plans[0].tasks.size();
    auto import = TableImport::begin("phan-cong.csv",
                                     "PHỤ LỤC PHÂN CÔNG NHIỆM VỤ;;;;;\n"
                                     "STT;Nội dung;Đơn vị chủ trì;Đơn vị phối hợp;Thời gian hoàn thành;Chỉ tiêu\n"
                                     "1;Số hóa sổ hộ tịch;Bộ phận hộ tịch;Văn phòng;30/6/2024;100\n"
                                     "2;Trực giải quyết hồ sơ ngày thứ Bảy;Bộ phận một cửa;;Hằng tuần;\n"
                                     "3;Tuyên truyền pháp luật;Cả phòng;;cuối quý;\n"
                                     "4;;Cả phòng;;;\n"
                                     "5;Số hóa  sổ hộ tịch;Bộ phận hộ tịch;;;\n"
                                     ";Tổng cộng;;;;\n",
                                     book);
    ASSERT_TRUE(import);
    ASSERT_EQ(import->kind(), ImportKind::kTasks);
    ASSERT_EQ(import->rows().size(), 2u);
    EXPECT_EQ(import->rows()[0].subject, "Số hóa sổ hộ tịch");
    // Every refused row by its number in the file, and the column where it is one.
    ASSERT_EQ(import->refused().size(), 4u);
    EXPECT_EQ(import->refused()[0].number, 5);
    EXPECT_NE(import->refused()[0].vi.find("Thời hạn “cuối quý”"), std::string::npos) << import->refused()[0].vi;
    EXPECT_EQ(import->refused()[1].number, 6);
    EXPECT_EQ(import->refused()[2].number, 7);
    EXPECT_NE(import->refused()[2].vi.find("dòng 3"), std::string::npos) << import->refused()[2].vi;
    EXPECT_EQ(import->refused()[3].number, 8);

    const office::YearBook after = taken(book, *import);
    const auto& tasks = after.plans[0].tasks;
    ASSERT_EQ(tasks.size(), before + 2);
    const office::Task& first = tasks[before];
    EXPECT_EQ(first.assignee, "Bộ phận hộ tịch");
    EXPECT_EQ(first.due, (base::Date{2024, 6, 30}));
    EXPECT_EQ(first.target, "100");
    EXPECT_EQ(tasks[before + 1].recurrence, "Hằng tuần");
    EXPECT_EQ(tasks[before + 1].kind, office::Task::Kind::kDuty);
}

TEST(PlanTable, ATaskOfTwoPlansAsksWhichOne) {
    office::YearBook book = demo_office();
    book.plans.resize(1);
    book.plans[0].plan.year = book.office.year;
    office::PlanBundle other;
    other.plan = book.plans[0].plan;
    other.plan.id.value += 1;
    other.plan.subject = "phát động đợt thi đua cao điểm";
    other.plan.number = "99/KH-X";
    book.plans.push_back(other);
    auto import = TableImport::begin("x.csv", "Nhiệm vụ;Phụ trách\nViệc mới;An\n", book);
    ASSERT_TRUE(import);
    ASSERT_EQ(import->refused().size(), 1u);
    EXPECT_TRUE(import->batch().empty());
    // By its number, and by its subject in other letters.
    for (const char* plan : {"99/KH-X", "PHÁT ĐỘNG ĐỢT THI ĐUA CAO ĐIỂM"}) {
        auto named = TableImport::begin("x.csv", std::string("Kế hoạch;Nhiệm vụ\n") + plan + ";Việc mới\n", book);
        ASSERT_TRUE(named);
        ASSERT_EQ(named->batch().tasks.size(), 1u) << plan;
        EXPECT_TRUE(named->batch().plans.empty());
        EXPECT_EQ(named->batch().tasks[0].plan, other.plan.id);
    }
}

TEST(PlanTable, ARefusedTaskMakesNoPlan) {
    const office::YearBook empty = without_plans();
    auto import = TableImport::begin(
        "x.csv", "Kế hoạch;Nhiệm vụ;Thời hạn\nKế hoạch lạ;Việc một;32/13/2024\nKế hoạch khác;Việc hai;5/5/2024\n",
        empty);
    ASSERT_TRUE(import);
    EXPECT_EQ(import->refused().size(), 1u);
    ASSERT_EQ(import->batch().plans.size(), 1u);
    EXPECT_EQ(import->batch().plans[0].subject, "Kế hoạch khác");
}

TEST(PlanTable, ABatchThatCannotBeKeptChangesNothing) {
    const office::YearBook& demo = demo_office();
    auto store = store::Store::in_memory(demo);
    ASSERT_TRUE(store);
    store::ImportBatch batch;
    office::Plan plan;
    plan.id.value = -1;
    plan.subject = "kế hoạch mới";
    batch.plans.push_back(plan);
    office::Task task;
    task.plan.value = -1;  // no title: refused
    batch.tasks.push_back(task);
    EXPECT_FALSE(store::import_batch(*store, "x", batch));
    EXPECT_EQ(*store::snapshot(*store), demo);
    EXPECT_FALSE(store->can_undo());
}

TEST(TableImport, ReadsInStepsWhatItReadsAtOnce) {
    const office::YearBook& demo = demo_office();
    const std::string file = sheet::write_csv(office_table(OfficeTable::kYears, demo));
    auto at_once = TableImport::begin("x.csv", file, demo);
    auto in_steps = TableImport::begin("x.csv", file, demo, {}, TableImport::Pace::kInSteps);
    ASSERT_TRUE(at_once);
    ASSERT_TRUE(in_steps);
    EXPECT_FALSE(at_once->reading());
    EXPECT_TRUE(in_steps->reading());
    EXPECT_TRUE(in_steps->rows().empty());
    std::size_t steps = 1;
    while (in_steps->step(3)) ++steps;
    EXPECT_EQ(steps, (in_steps->all_rows() + 2) / 3);
    EXPECT_FALSE(in_steps->reading());
    EXPECT_EQ(in_steps->rows().size(), at_once->rows().size());
    EXPECT_EQ(in_steps->refused().size(), at_once->refused().size());
    // A choice begins anew.
    in_steps->choose_kind(ImportKind::kPeople, demo);
    EXPECT_TRUE(in_steps->reading());
    EXPECT_EQ(in_steps->read_rows(), 0u);
}

}  // namespace
