// Reading a plan, from 3 to 300 pages: the time must grow as the text does. `intake_bench` prints the fitted order and
// how far the figures are from a straight line (RMS); both as lines and as one line without an end.
#include <benchmark/benchmark.h>

#include <string>

#include "intake/import_file.h"
#include "intake/plan_reader.h"

namespace {

using namespace thidua;

/// About a page of 2,600 bytes, with citations, list marks, deadlines, targets and an anniversary.
std::string page(int number, bool lines) {
    const std::string n = std::to_string(number);
    std::string out;
    const auto add = [&](const std::string& text) { out += text + (lines ? "\n" : " "); };
    add(n + ". Thực hiện Kế hoạch số " + n +
        "/KH-UBND ngày 14/3/2024 của UBND thành phố về phát động phong trào thi đua, khen thưởng năm 2024; "
        "Chỉ thị số " +
        n + "-CT/TW ngày 21/5/2014 của Bộ Chính trị về “Tiếp tục đổi mới công tác thi đua, khen thưởng”.");
    for (int i = 0; i < 6; ++i) {
        add("- Bộ phận hộ tịch chủ trì, phối hợp với Công chức phụ trách báo cáo định kỳ hằng quý, xong trước ngày "
            "30/6/2024, giải quyết đúng hạn ít "
            "nhất 98% hồ sơ; lập thành tích chào mừng kỷ niệm 70 năm chiến thắng Điện Biên Phủ, thực hiện Luật Thi "
            "đua, khen thưởng năm 2022.");
    }
    return out;
}

std::string plan(int pages, bool lines) {
    std::string out = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2024\n\nI. NHIỆM VỤ\n";
    for (int i = 1; i <= pages; ++i) out += page(i, lines);
    return out + "\nNơi nhận:\n- Lưu: VT.\n";
}

void read_plan(benchmark::State& state, bool lines) {
    const std::string text = plan(static_cast<int>(state.range(0)), lines);
    for (auto _ : state) benchmark::DoNotOptimize(intake::read_plan(text));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
    state.SetComplexityN(state.range(0));
}
BENCHMARK_CAPTURE(read_plan, of_lines, true)
    ->RangeMultiplier(10)
    ->Range(3, 300)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();
BENCHMARK_CAPTURE(read_plan, of_one_line, false)
    ->RangeMultiplier(10)
    ->Range(3, 300)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

void take_in(benchmark::State& state) {
    const std::string text = plan(static_cast<int>(state.range(0)), true);
    for (auto _ : state) benchmark::DoNotOptimize(intake::read_incoming("kế hoạch.txt", text));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(take_in)->RangeMultiplier(10)->Range(3, 300)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace

BENCHMARK_MAIN();
