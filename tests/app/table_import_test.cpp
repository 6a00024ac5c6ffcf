// Lists in and out: what is exported comes back as it was, every refused row says why, all is one act.

#include "app/table_import.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/demo.h"
#include "app/office_law.h"
#include "app/office_tables.h"
#include "app/table_values.h"
#include "app/verdict_table.h"
#include "sheet/csv.h"
#include "sheet/xlsx_write.h"
#include "store/commands.h"

using namespace thidua;
using namespace thidua::app;
using office::Gender;
using office::Rating;

namespace {

office::YearBook empty_book() {
    office::YearBook book;
    book.office.name = "Phòng Tư pháp";
    book.office.year = 2024;
    return book;
}

TableImport read(std::string_view text, const office::YearBook& book, std::string_view remembered = {}) {
    auto import = TableImport::begin("a.csv", text, book, remembered);
    EXPECT_TRUE(import) << import.error().en;
    return std::move(*import);
}

/// The book after the table was kept.
office::YearBook after(const office::YearBook& book, const TableImport& import) {
    auto store = store::Store::in_memory(book);
    EXPECT_TRUE(store) << store.error().en;
    const auto kept = store::import_batch(*store, import.act_words(), import.batch());
    EXPECT_TRUE(kept) << kept.error().en;
    return *store::snapshot(*store);
}

/// What a table says, without its numbering.
std::multiset<std::string> rows_of(const sheet::Table& table) {
    std::multiset<std::string> rows;
    for (const auto& cells : table.rows) {
        std::string row;
        for (std::size_t at = 1; at < cells.size(); ++at) row += sheet::to_text(cells[at]) + "|";
        rows.insert(row);
    }
    return rows;
}

}  // namespace

TEST(TableImport, PeopleAsExcelCopiesThem) {
    const auto book = empty_book();
    const auto import = read(
        "DANH SÁCH CÔNG CHỨC\n"
        "STT\tHọ và tên\tGiới tính\tNgày sinh\tChức vụ\tĐơn vị\tXếp loại năm 2023\n"
        "1\tNguyễn Thị Hồng Vân\tNữ\t05/9/1985\tTrưởng phòng\tPhòng Tư pháp\tHTXSNV\n"
        "2\tTrần Văn An\tNam\t1990-12-31\tChuyên viên\tPhòng Tư pháp\tHoàn thành tốt nhiệm vụ\n"
        "\t\t\t\t\t\t\n"
        "3\tLÊ MINH TUẤN\tNam\t1988\tChuyên viên\t\t\n",
        book);
    EXPECT_EQ(import.kind(), ImportKind::kPeople);
    ASSERT_EQ(import.rows().size(), 3u);
    EXPECT_TRUE(import.refused().empty());
    EXPECT_EQ(import.rows()[0].number, 3);
    EXPECT_EQ(import.rows()[2].number, 6);
    const auto kept = after(book, import);
    ASSERT_EQ(kept.people.size(), 3u);
    ASSERT_EQ(kept.records.size(), 2u);
    EXPECT_EQ(kept.records[0].year, 2023);
    for (const auto& person : kept.people) {
        if (person.full_name != "Nguyễn Thị Hồng Vân") continue;
        EXPECT_EQ(person.gender, Gender::kFemale);
        EXPECT_EQ(person.born_on, (base::Date{1985, 9, 5}));
        EXPECT_EQ(person.position, "Trưởng phòng");
    }
    EXPECT_EQ(kept.people[1].full_name, "Lê Minh Tuấn");  // sorted by given name
    EXPECT_FALSE(kept.people[1].born_on);                 // a year alone is no date
}

TEST(TableImport, ColumnsWithoutHeadingsAndNamesAlone) {
    const auto book = empty_book();
    const auto import =
        read("1\tNguyễn Văn Bình\tTrưởng phòng\tNam\t01/02/1980\n2\tTrần Thị Cúc\tChuyên viên\tNữ\t03/04/1991\n", book);
    EXPECT_EQ(import.columns(),
              (std::vector<Field>{Field::kOrder, Field::kName, Field::kPosition, Field::kGender, Field::kBorn}));
    EXPECT_EQ(import.rows().size(), 2u);
    const auto names = read("Nguyễn Văn Bình\n2. Trần Thị Cúc\n\nĐỖ HÙNG\n", book);
    ASSERT_EQ(names.rows().size(), 3u);
    EXPECT_EQ(names.rows()[1].subject, "Trần Thị Cúc");
    EXPECT_EQ(names.rows()[2].subject, "Đỗ Hùng");
    EXPECT_EQ(names.rows()[2].number, 4);
    const auto split = read("STT\tHọ và tên\t\tChức vụ\n1\tNguyễn Thị\tHoa\tKế toán\n2\tLê Văn\tSơn\tVăn thư\n", book);
    EXPECT_EQ(split.rows().at(0).subject, "Nguyễn Thị Hoa");
}

TEST(TableImport, CsvWithQuotesAndATitleAboveTheHeadings) {
    for (const char separator : {';', ','}) {
        std::string text =
            "DANH SÁCH CÔNG CHỨC\nTT;Họ tên;Chức danh\n1;\"Phạm Thị \"\"Hoa\"\" Mai\";\"Phó Trưởng phòng; phụ "
            "trách\nhộ tịch\"\n2;Vũ Đức Thắng;Chuyên viên\n";
        if (separator == ',') std::replace(text.begin(), text.end(), ';', ',');
        const auto book = empty_book();
        const auto import = read(text, book);
        ASSERT_EQ(import.rows().size(), 2u) << separator;
        EXPECT_EQ(import.rows()[1].number, 5);
        const auto& people = import.batch().people;
        EXPECT_EQ(people[0].full_name, "Phạm Thị \"Hoa\" Mai");
        EXPECT_EQ(people[0].position, std::string("Phó Trưởng phòng") + separator + " phụ trách hộ tịch");
        EXPECT_EQ(people[1].full_name, "Vũ Đức Thắng");
    }
}

TEST(TableImport, FamilyAndGivenNamesInTwoColumns) {
    const auto book = empty_book();
    const auto import = read("STT\tHọ và tên\t\tChức vụ\n1\tNguyễn Thị\tHoa\tKế toán\n2\tLê Văn\tSơn\tVăn thư\n", book);
    ASSERT_EQ(import.batch().people.size(), 2u);
    EXPECT_EQ(import.batch().people[0].full_name, "Nguyễn Thị Hoa");
    EXPECT_EQ(import.batch().people[1].position, "Văn thư");
    const auto other = read("Họ đệm;Tên\nTrần Quốc;Toản\n", book);
    ASSERT_EQ(other.batch().people.size(), 1u);
    EXPECT_EQ(other.batch().people[0].full_name, "Trần Quốc Toản");
}

TEST(TableImport, AnOpenQuoteRefusesItsRow) {
    const auto import = read("Họ và tên\tChức vụ\nTrần An\tVăn thư\nLê Bình\t\"Kế toán\n", empty_book());
    EXPECT_EQ(import.rows().size(), 1u);
    ASSERT_EQ(import.refused().size(), 1u);
    EXPECT_EQ(import.refused()[0].number, 3);
}

TEST(TableImport, RatingsAsOfficesWriteThem) {
    EXPECT_EQ(rating_of_cell("Hoàn thành xuất sắc nhiệm vụ"), Rating::kExcellent);
    EXPECT_EQ(rating_of_cell("httnv"), Rating::kGood);
    EXPECT_EQ(rating_of_cell(" HTNV. "), Rating::kCompleted);
    EXPECT_EQ(rating_of_cell("Không hoàn thành nhiệm vụ"), Rating::kNotCompleted);
    EXPECT_FALSE(rating_of_cell("Khá"));
}

TEST(TableImport, EveryRefusedRowSaysWhyAndNothingIsHalfRead) {
    const auto book = empty_book();
    const auto import = read(
        "Họ và tên\tGiới tính\tNgày sinh\tXếp loại\n"
        "Nguyễn Văn An\tNam\t31/02/1990\tHTTNV\n"
        "Bình\tNam\t01/01/1990\tHTTNV\n"
        "\tNữ\t01/01/1990\tHTTNV\n"
        "Lê Thị Cam\tkhác gì đó\t01/01/1990\t\n"
        "Phạm Văn Dũng\tNam\t\tLoại giỏi\n"
        "Trần 2 Văn\tNam\t\t\n"
        "Tổng cộng\t5\t\t\n"
        "Vũ Thị Em\tNữ\t02/03/1995\tHTNV\n"
        "VŨ THỊ EM\tNữ\t02/03/1995\tHTNV\n"
        "Vũ Thị Em\tNữ\t05/06/1998\tHTTNV\n",
        book);
    ASSERT_EQ(import.rows().size(), 2u);
    ASSERT_EQ(import.refused().size(), 8u);
    const std::vector<int> numbers{2, 3, 4, 5, 6, 7, 8, 10};
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        EXPECT_EQ(import.refused()[at].number, numbers[at]);
        EXPECT_FALSE(import.refused()[at].vi.empty());
        EXPECT_FALSE(import.refused()[at].en.empty());
        EXPECT_FALSE(import.refused()[at].text.empty());
    }
    EXPECT_NE(import.refused()[0].vi.find("31/02/1990"), std::string::npos);
    EXPECT_NE(import.refused()[7].vi.find("dòng 9"), std::string::npos);
    EXPECT_EQ(after(book, import).people.size(), 2u);
}

TEST(TableImport, AnUnknownHeadingIsChosenOnceAndRemembered) {
    const auto book = empty_book();
    constexpr std::string_view kList = "Danh tánh,Việc đang làm\nNguyễn Văn An,Kế toán\nLê Thị Bình,Văn thư\n";
    auto import = read(kList, book);
    // Names are recognised by their look, and so is a position; now say otherwise and back.
    import.choose_column(0, Field::kIgnored, book);
    ASSERT_NE(import.trouble(), nullptr);
    EXPECT_TRUE(import.batch().empty());
    auto headed = read("Họ và tên,Việc đang làm\nNguyễn Văn An,Kế toán\n", book);
    EXPECT_EQ(headed.columns()[1], Field::kIgnored);
    headed.choose_column(1, Field::kPosition, book);
    ASSERT_EQ(headed.batch().people.size(), 1u);
    EXPECT_EQ(headed.batch().people[0].position, "Kế toán");
    const auto again = read("Họ và tên,Việc đang làm\nTrần Văn Cường,Lái xe\n", book, headed.remembered());
    EXPECT_EQ(again.columns()[1], Field::kPosition);
    EXPECT_EQ(again.batch().people.at(0).position, "Lái xe");
}

TEST(TableImport, AwardsAndInitiativesFindTheirPeople) {
    auto book = empty_book();
    office::Person person;
    for (int i = 1; i <= 3; ++i) {
        person.id.value = i;
        person.full_name = i < 3 ? "Nguyễn Văn An" : "Lê Thị Bình";
        person.born_on = base::Date{1980 + i, 1, 1};
        book.people.push_back(person);
    }
    const auto awards = read(
        "Họ và tên,Ngày sinh,Năm,Danh hiệu,Số quyết định,Ngày ký\n"
        "Lê Thị Bình,,2023,CSTĐCS,12/QĐ-UBND,5/1/2024\n"
        "Nguyễn Văn An,,2023,Lao động tiên tiến,,\n"
        "Nguyễn Văn An,01/01/1982,2023,Danh hiệu Lao động tiên tiến,,\n"
        "Trần Văn Lạ,,2023,LĐTT,,\n"
        "Tập thể,,2023,Tập thể lao động xuất sắc,,\n"
        "Lê Thị Bình,,2023,Cờ thi đua của Chính phủ,,\n"
        "Lê Thị Bình,,hai ba,LĐTT,,\n",
        book);
    EXPECT_EQ(awards.kind(), ImportKind::kAwards);
    ASSERT_EQ(awards.batch().awards.size(), 3u);
    EXPECT_EQ(awards.batch().awards[0].person.value, 3);
    EXPECT_EQ(awards.batch().awards[0].title, "CSTDCS");
    EXPECT_EQ(awards.batch().awards[1].person.value, 2);
    EXPECT_FALSE(awards.batch().awards[2].person);
    ASSERT_EQ(awards.refused().size(), 4u);
    EXPECT_NE(awards.refused()[0].vi.find("Ngày sinh"), std::string::npos);
    EXPECT_NE(awards.refused()[1].vi.find("Không có ai"), std::string::npos);

    const auto ideas =
        read("Tên tác giả;Tên sáng kiến;Năm;Phạm vi ảnh hưởng\nLê Thị Bình;Số hóa hộ tịch;2024;Cấp cơ sở\n", book);
    EXPECT_EQ(ideas.kind(), ImportKind::kInitiatives);
    ASSERT_EQ(ideas.batch().initiatives.size(), 1u);
    EXPECT_EQ(ideas.batch().initiatives[0].recognised, office::Initiative::Level::kGrassroots);
}

TEST(TableImport, WhatIsExportedComesBackAsItWas) {
    const office::YearBook& demo = demo_office();
    office::YearBook fresh;
    fresh.office = demo.office;
    for (const bool csv : {false, true}) {
        office::YearBook book = fresh;
        for (const OfficeTable table :
             {OfficeTable::kPeople, OfficeTable::kYears, OfficeTable::kAwards, OfficeTable::kInitiatives}) {
            const sheet::Table out = office_table(table, demo);
            const std::string bytes = csv ? sheet::write_csv(out) : *sheet::write_xlsx({out});
            auto import = TableImport::begin("bang", bytes, book);
            ASSERT_TRUE(import) << import.error().en;
            for (const RefusedTableRow& row : import->refused())
                ADD_FAILURE() << info(table).vi << " " << row.number << ": " << row.vi;
            EXPECT_EQ(import->rows().size(), out.rows.size());
            book = after(book, *import);
            // Taken in once more, nothing changes.
            auto again = TableImport::begin("bang", bytes, book);
            ASSERT_TRUE(again);
            EXPECT_EQ(again->changes(), 0u) << info(table).vi;
            EXPECT_TRUE(again->batch().empty());
        }
        ASSERT_EQ(book.people.size(), demo.people.size());
        for (std::size_t at = 0; at < book.people.size(); ++at) {
            office::Person person = book.people[at];
            person.id = demo.people[at].id;
            EXPECT_EQ(person, demo.people[at]);
        }
        // Records refer to people by new ids: compare what they say, by name.
        for (const OfficeTable table : {OfficeTable::kYears, OfficeTable::kAwards, OfficeTable::kInitiatives}) {
            EXPECT_EQ(rows_of(office_table(table, book)), rows_of(office_table(table, demo)));
        }
    }
}

TEST(TableImport, OneActUndoneAsOne) {
    const office::YearBook& demo = demo_office();
    auto store = store::Store::in_memory(demo);
    ASSERT_TRUE(store);
    const std::uint64_t before = store->revision();
    const auto import = read("Họ và tên,Chức vụ,Xếp loại năm 2024\n" + demo.people[0].full_name +
                                 ",Trưởng ban,HTNV\nNgười Mới Đến,Lái xe,HTTNV\n",
                             demo);
    EXPECT_EQ(import.changes(), 2u);
    ASSERT_TRUE(store::import_batch(*store, import.act_words(), import.batch()));
    EXPECT_NE(store->revision(), before);
    EXPECT_EQ(store->undo_words(), "Nhập a.csv: 2 dòng");
    EXPECT_EQ(store::snapshot(*store)->people.size(), demo.people.size() + 1);
    ASSERT_TRUE(store->undo());
    EXPECT_EQ(*store::snapshot(*store), demo);
}

TEST(TableImport, ABatchThatCannotBeKeptChangesNothing) {
    const office::YearBook& demo = demo_office();
    auto store = store::Store::in_memory(demo);
    ASSERT_TRUE(store);
    store::ImportBatch batch;
    office::Person person;
    person.id.value = -1;
    person.full_name = "Người Mới Đến";
    batch.people.push_back(person);
    office::Award award;
    award.year = 2024;
    award.title = "no such title";
    batch.awards.push_back(award);
    EXPECT_FALSE(store::import_batch(*store, "x", batch));
    EXPECT_EQ(*store::snapshot(*store), demo);
    EXPECT_FALSE(store->can_undo());
}

TEST(OfficeTables, EveryTableOfTheProgramGoesOut) {
    const office::YearBook& demo = demo_office();
    auto store = store::Store::in_memory(demo);
    ASSERT_TRUE(store);
    const auto journal = store->journal();
    ASSERT_TRUE(journal);
    std::vector<sheet::Table> all;
    for (const OfficeTableInfo& table : office_tables()) {
        all.push_back(office_table(table.table, demo, {&*journal}));
        if (table.table == OfficeTable::kVerdicts) {
            VerdictTable verdicts(demo, {2024, 12, 20}, law_of(demo.overlays).packs);
            while (verdicts.step()) {
            }
            EXPECT_EQ(verdicts.done(), verdicts.all());
            EXPECT_EQ(verdicts.all(), demo.people.size());
            all.back() = verdicts.take();
        }
        EXPECT_EQ(find_office_table(table.code), &table);
        for (const auto& row : all.back().rows) EXPECT_EQ(row.size(), all.back().columns.size()) << table.vi;
        const bool may_be_empty = table.table == OfficeTable::kDocuments || table.table == OfficeTable::kAnswers;
        EXPECT_TRUE(may_be_empty || !all.back().rows.empty()) << table.vi;
    }
    EXPECT_TRUE(sheet::write_xlsx(std::move(all)));
}

TEST(OfficeTables, AnswersToTheLawAreSaidInWords) {
    office::YearBook book = demo_office();
    book.answers.clear();
    office::LawAnswer one;
    one.id = {1};
    one.person = book.people[0].id;
    one.year = 2024;
    one.key = "unity";
    one.value = "yes";
    one.document = "41/BC";
    book.answers.push_back(one);
    one.id = {2};
    one.key = "discipline";
    one.year = 0;
    one.begins_on = base::Date{2023, 5, 4};
    book.answers.push_back(one);
    const sheet::Table table = office_table(OfficeTable::kAnswers, book);
    ASSERT_EQ(table.rows.size(), 2u);
    for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size());
    EXPECT_EQ(std::get<std::string>(table.rows[0][1]), book.people[0].full_name);
    EXPECT_NE(std::get<std::string>(table.rows[0][3]), "unity") << "words, not keys";
    EXPECT_EQ(std::get<std::string>(table.rows[0][4]), "Có");
    EXPECT_EQ(std::get<std::string>(table.rows[1][3]), "Kỷ luật");
    EXPECT_EQ(std::get<base::Date>(table.rows[1][5]), (base::Date{2023, 5, 4}));
}
