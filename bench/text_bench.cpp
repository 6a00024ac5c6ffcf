// Restoration: syllables a second, and how long single slices take. Reads data/text/restore.lm and ../shared/samples.
//
//     cmake --preset native && ninja -C build/native text_bench && build/native/bin/text_bench
//     cmake --preset web && ninja -C build/web text_bench && node --no-experimental-fetch build/web/bin/text_bench.js
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "text/restore.h"

using namespace thidua::text;

namespace {

constexpr int kRounds = 5;

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string samples(const std::string& folder) {
    std::vector<std::string> paths;
    std::error_code none;
    for (const auto& entry :
         std::filesystem::directory_iterator(THIDUA_SOURCE_DIR "/../shared/samples/" + folder, none)) {
        if (entry.path().string().ends_with(".ocr.txt")) paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    std::string all;
    for (const std::string& path : paths) all += read(path);
    return all;
}

double milliseconds() {
#ifdef __EMSCRIPTEN__
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
#else
    timespec now{};  // of the processor: other programs may be at work
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
#endif
}

/// What one unit of work took: the least of some rounds, which do the same (other programs may be at work meanwhile).
struct Unit {
    double spent = 1e9;
    float where = 0;
};
using Units = std::vector<Unit>;

template <typename Job>
void run(Job& job, Units& units, std::size_t& at) {
    for (bool done = false; !done; ++at) {
        const float where = job.progress();
        const double start = milliseconds();
        done = job.step(0.0);
        const double spent = milliseconds() - start;
        if (units.size() <= at) units.emplace_back();
        units[at].where = where;
        units[at].spent = std::min(units[at].spent, spent);
    }
}

double report(const char* name, Units units) {
    double total = 0;
    for (const Unit& unit : units) total += unit.spent;
    std::sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) { return a.spent > b.spent; });
    std::printf("%-34s %8zu units %9.1f ms; the longest", name, units.size(), total);
    for (std::size_t i = 0; i < std::min<std::size_t>(units.size(), 4); ++i) {
        std::printf("%s %.2f ms (at %.0f %%)", i > 0 ? "," : "", units[i].spent,
                    100 * static_cast<double>(units[i].where));
    }
    std::puts("");
    return total;
}

void restore(const LanguageModel& model, const char* name, const std::string& source) {
    if (source.empty()) return;
    Units restoring, lessons;
    std::size_t tokens = 0;
    double whole = 1e9;
    for (int round = 0; round < kRounds; ++round) {
        std::size_t at = 0;
        Restorer job(model, source);
        run(job, restoring, at);
        tokens = job.result().tokens.size();
        at = 0;
        std::size_t taught = 0;
        for (std::size_t i = 0; i < tokens && taught < 20; i += tokens / 20) {
            if (job.result().tokens[i].fixed) continue;
            const double begin = milliseconds();
            job.teach(i, "Hoằng");
            const double spent = milliseconds() - begin;
            if (lessons.size() <= at) lessons.emplace_back();
            lessons[at].spent = std::min(lessons[at].spent, spent);
            ++at;
            run(job, lessons, at);
            ++taught;
        }
        const double start = milliseconds();
        thidua::text::restore(model, source);
        whole = std::min(whole, milliseconds() - start);
    }
    report(name, restoring);
    std::printf("%-34s %8zu words at %.0f a second\n", "", tokens, 1e3 * static_cast<double>(tokens) / whole);
    report("  20 lessons", lessons);
}

}  // namespace

int main() {
    const std::string bytes = read(THIDUA_SOURCE_DIR "/data/text/restore.lm");
    Units loading;
    for (int round = 0; round < kRounds; ++round) {
        ModelLoader loader(bytes);
        std::size_t at = 0;
        run(loader, loading, at);
    }
    report("loading the model", loading);
    const auto model = LanguageModel::load(bytes);
    if (!model) {
        std::puts(model.error().en.c_str());
        return 1;
    }
    restore(*model, "19 scans, 57 pages", samples("ocr"));
    restore(*model, "19 bad scans, 57 pages", samples("ocr-harsh"));
}
