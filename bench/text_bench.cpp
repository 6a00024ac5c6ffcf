// Restoration: syllables a second, and how long single slices take. Reads data/text/restore.lm and ../shared/samples.
//
//     cmake --preset native && ninja -C build/native text_bench && build/native/bin/text_bench
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

double thread_milliseconds() {  // of the processor: other programs may be at work
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

struct Units {
    std::size_t count = 0;
    double total = 0;
    double longest = 0;
    float where = 0;
};

template <typename Job>
Units run(Job& job) {
    Units units;
    for (bool done = false; !done;) {
        const float where = job.progress();
        const double start = thread_milliseconds();
        done = job.step(0.0);
        const double spent = thread_milliseconds() - start;
        ++units.count;
        units.total += spent;
        if (spent > units.longest) {
            units.longest = spent;
            units.where = where;
        }
    }
    return units;
}

void report(const char* name, const Units& units) {
    std::printf("%-34s %8zu units %9.1f ms; the longest %.3f ms (at %.0f %%)\n", name, units.count, units.total,
                units.longest, 100 * static_cast<double>(units.where));
}

void restore(const LanguageModel& model, const char* name, const std::string& source) {
    if (source.empty()) return;
    Restorer job(model, source);
    report(name, run(job));
    const double start = thread_milliseconds();
    const std::size_t tokens = thidua::text::restore(model, source).tokens.size();
    const double spent = thread_milliseconds() - start;
    std::printf("%-34s %8zu words at %.0f a second\n", "", tokens, 1e3 * static_cast<double>(tokens) / spent);
    std::size_t taught = 0;
    Units lessons;
    for (std::size_t i = 0; i < job.result().tokens.size() && taught < 20; i += job.result().tokens.size() / 20) {
        if (job.result().tokens[i].fixed) continue;
        const double begin = thread_milliseconds();
        job.teach(i, "Hoằng");
        lessons.longest = std::max(lessons.longest, thread_milliseconds() - begin);
        const Units units = run(job);
        lessons.count += units.count;
        lessons.total += units.total;
        if (units.longest > lessons.longest) lessons.where = units.where;
        lessons.longest = std::max(lessons.longest, units.longest);
        ++taught;
    }
    report("  20 lessons", lessons);
}

}  // namespace

int main() {
    const std::string bytes = read(THIDUA_SOURCE_DIR "/data/text/restore.lm");
    ModelLoader loader(bytes);
    report("loading the model", run(loader));
    const auto model = loader.take();
    if (!model) {
        std::puts(model.error().en.c_str());
        return 1;
    }
    restore(*model, "19 scans, 57 pages", samples("ocr"));
    restore(*model, "19 bad scans, 57 pages", samples("ocr-harsh"));
}
