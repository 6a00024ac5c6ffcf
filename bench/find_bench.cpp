// Search as one types, over 5,000 people with 10,000 awards: `find_bench`. Once the file has changed the index is made
// anew.
#include <benchmark/benchmark.h>

#include <string>

#include "app/find.h"

namespace {

using namespace thidua;

office::YearBook large_book(int people) {
    constexpr const char* kFamily[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ"};
    constexpr const char* kMiddle[] = {"Thị Hồng", "Văn", "Minh", "Thanh", "Quốc", "Ngọc Bảo"};
    constexpr const char* kGiven[] = {"Vân", "Hòa",   "Hoa", "An",    "Bình", "Châu", "Dũng",
                                      "Đạt", "Giang", "Hà",  "Khánh", "Lan",  "Mai"};
    office::YearBook book;
    for (int i = 0; i < people; ++i) {
        office::Person person;
        person.id = {i + 1};
        person.full_name = std::string(kFamily[i % 10]) + " " + kMiddle[i / 10 % 6] + " " + kGiven[i / 60 % 13];
        person.position = i % 7 == 0 ? "Phó Trưởng phòng" : "Công chức hộ tịch";
        person.unit = "Phòng số " + std::to_string(i % 40);
        book.people.push_back(std::move(person));
        for (int year = 2023; year <= 2024; ++year) {
            office::Award award;
            award.person = {i + 1};
            award.year = year;
            award.title = "LDTT";
            book.awards.push_back(award);
        }
    }
    return book;
}

void make_index(benchmark::State& state) {
    const office::YearBook book = large_book(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(app::FindIndex(book).size());
}
BENCHMARK(make_index)->Arg(50)->Arg(5000)->Unit(benchmark::kMillisecond);

void find_as_one_types(benchmark::State& state) {
    const app::FindIndex index(large_book(static_cast<int>(state.range(0))));
    constexpr const char* kQueries[] = {
        "h", "ho", "hong van", "nguyễn thị", "lao dong tien tien", "khanh pho truong phong", "xyzzy"};
    for (auto _ : state) {
        for (const char* query : kQueries) benchmark::DoNotOptimize(index.find(query, 4));
    }
    state.SetItemsProcessed(state.iterations() * 7);
}
BENCHMARK(find_as_one_types)->Arg(50)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
