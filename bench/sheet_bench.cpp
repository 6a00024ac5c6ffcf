// A list of 5,000 people as XLSX, out and in again: `sheet_bench` (issue 5). CPU time is what counts on a busy machine.
#include <benchmark/benchmark.h>

#include "sheet/read.h"
#include "sheet/xlsx_write.h"

namespace {

using namespace thidua::sheet;

Table people(std::size_t rows) {
    Table table;
    table.name = "Danh sách người";
    table.title = "DANH SÁCH NGƯỜI";
    table.columns = {{"STT", 6, Column::Type::kNumber},
                     {"Họ và tên", 28},
                     {"Ngày sinh", 13, Column::Type::kDate},
                     {"Giới tính", 10},
                     {"Chức vụ", 24},
                     {"Đơn vị", 26},
                     {"Mã", 8},
                     {"Xếp loại năm 2024", 30}};
    for (std::size_t i = 0; i < rows; ++i) {
        const int n = static_cast<int>(i);
        table.rows.push_back({static_cast<double>(i + 1), "Nguyễn Thị Hồng Vân " + std::to_string(i),
                              thidua::base::Date{1970 + n % 30, 1 + n % 12, 1 + n % 28}, i % 2 == 0 ? "Nam" : "Nữ",
                              "Chuyên viên chính", "Phòng Tư pháp", std::to_string(10000 + n),
                              "Hoàn thành tốt nhiệm vụ"});
    }
    return table;
}

void write(benchmark::State& state) {
    std::size_t bytes = 0;
    std::size_t calls = 0;
    for (auto _ : state) {
        const auto file = write_xlsx({people(5000)}, [&](std::size_t, std::size_t) { return ++calls > 0; });
        bytes = file ? file->size() : 0;
    }
    state.counters["bytes"] = static_cast<double>(bytes);
    state.counters["progress"] = static_cast<double>(calls) / static_cast<double>(state.iterations());
}

void read(benchmark::State& state) {
    const auto file = write_xlsx({people(5000)});
    std::size_t rows = 0;
    for (auto _ : state) {
        const auto grids = read_tables("x.xlsx", *file);
        rows = grids ? grids->front().rows.size() : 0;
    }
    state.counters["rows"] = static_cast<double>(rows);
}

}  // namespace

BENCHMARK(write)->Unit(benchmark::kMillisecond);
BENCHMARK(read)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
