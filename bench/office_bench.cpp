// What an act costs in an office of 5,000 people (or as many as the argument says): a list taken in, the values read
// anew, the table of verdicts, a search, a table out. Milliseconds of the processor, least of three. `office_bench`
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <optional>
#include <string>

#include "app/demo.h"
#include "app/find.h"
#include "app/home_view.h"
#include "app/office_law.h"
#include "app/office_tables.h"
#include "app/table_import.h"
#include "app/verdict_grid.h"
#include "app/verdict_table.h"
#include "sheet/xlsx_write.h"
#include "store/commands.h"
#include "store/import_commands.h"

namespace {

using namespace thidua;

std::string people_csv(int people) {
    constexpr const char* kFamily[] = {"Nguyễn Văn", "Trần Thị", "Lê Quang", "Phạm Thị Hồng", "Hoàng Minh"};
    constexpr const char* kGiven[] = {"An", "Bình", "Cúc", "Dũng", "Hà", "Khánh", "Lan"};
    constexpr const char* kRatings[] = {"HTXSNV", "HTTNV", "HTNV"};
    std::string out = "Họ và tên;Ngày sinh;Chức vụ;Đơn vị;Xếp loại\r\n";
    for (int i = 0; i < people; ++i) {
        char date[16];
        std::snprintf(date, sizeof date, "%02d/%02d/%04d", 1 + i % 28, 1 + i / 28 % 12, 1960 + i / 336 % 40);
        out += std::string(kFamily[i % 5]) + " " + kGiven[i % 7] + ";" + date + ";Chuyên viên;Phòng " +
               std::to_string(i % 40) + ";" + kRatings[i % 3] + "\r\n";
    }
    return out;
}

double milliseconds(const std::function<void()>& act) {
    const std::clock_t began = std::clock();
    act();
    return static_cast<double>(std::clock() - began) * 1000.0 / CLOCKS_PER_SEC;
}

void tell(const char* what, const std::function<void()>& act, int rounds = 3) {
    double least = milliseconds(act);
    for (int round = 1; round < rounds; ++round) least = std::min(least, milliseconds(act));
    std::printf("%-44s %9.1f ms\n", what, least);
}

}  // namespace

int main(int count, char** arguments) {
    const int people = count > 1 ? std::atoi(arguments[1]) : 5000;
    auto store = store::Store::in_memory(app::demo_office());
    if (!store) return 1;
    auto book = store::snapshot(*store);
    if (!book) return 1;
    const std::string csv = people_csv(people);
    std::optional<app::TableImport> import;
    const auto read = [&] {
        if (auto begun = app::TableImport::begin("nguoi.csv", csv, *book)) import.emplace(std::move(*begun));
    };
    tell("CSV read and held against the office", read);
    if (!import || import->changes() == 0) return 1;
    tell(
        "list kept in one act", [&] { (void)store::import_batch(*store, import->act_words(), import->batch()); }, 1);
    tell("values read anew", [&] { book = store::snapshot(*store); });
    tell("the same list again: nothing changes", read);
    const app::OfficeLaw law = app::law_of(book->overlays);
    const base::Date on{2024, 11, 1};
    tell("home", [&] { (void)app::home_view(*book, on); });
    app::VerdictGrid grid;
    tell("outcomes of everybody by every title", [&] { grid = app::verdict_grid(*law.packs, *book, on); });
    tell("the same once more, where one person changed", [&] {
        book->records.back().note += "x";
        book->records.back().rating = office::Rating::kGood;
        grid = app::verdict_grid(*law.packs, *book, on, &grid);
    });
    app::VerdictTable verdicts(*book, on, law.packs);
    double longest = 0;
    bool more = true;
    tell(
        "verdicts with their reasons (table out)",
        [&] {
            while (more) longest = std::max(longest, milliseconds([&] { more = verdicts.step(); }));
        },
        1);
    std::printf("%-44s %9.1f ms\n", "  the longest step of it", longest);
    app::GridFilter filter;
    filter.text = "cuc";
    tell("rows filtered by a name", [&] { (void)app::filtered_rows(grid, filter); });
    tell("index of the search", [&] { (void)app::FindIndex(*book); });
    sheet::Table table;
    tell("table of people made", [&] { table = app::office_table(app::OfficeTable::kPeople, *book); });
    tell("written as XLSX", [&] { (void)sheet::write_xlsx({table}); });
    tell("one person's rating", [&] {
        office::YearRecord record = book->records.back();
        record.note += "x";
        (void)store::set_year_record(*store, record);
    });
    tell(
        "undo", [&] { (void)store->undo(); }, 1);
    std::printf("%zu people, %zu rows of verdicts\n", book->people.size(), grid.rows.size());
    return 0;
}
