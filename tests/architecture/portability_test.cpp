// The code is compiled by the oldest toolchain we promise: Debian 12's Emscripten (clang 14 with libc++ 14, and a half
// of C++20's library). What it lacks is named here, so that the native build says so at once.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path root = THIDUA_SOURCE_DIR;

struct Missing {
    std::regex pattern;
    const char* instead;
};

std::vector<Missing> missing_features() {
    const std::pair<const char*, const char*> table[] = {
        {R"(\bstd::ranges::(?!range|begin|end|size|data|empty|swap|\w+_range|\w+_t\b)\w+)",
         "the algorithm with two iterators: std::find_if(a.begin(), a.end(), ...)"},
        {R"(\bstd::views::|\bstd::ranges::views::)", "a loop"},
        {R"(\bstd::format\b|<format>)", "base/ or string +"},
        {R"(\bstd::source_location\b|<source_location>)", "a parameter"},
        {R"(\bstd::bit_cast\b)", "std::memcpy"},
        {R"(\bstd::jthread\b|<stop_token>)", "none: no threads in the browser"},
        {R"(<coroutine>|<expected>|<generator>|<print>|<mdspan>)", "tl::expected, or plain code"},
        {R"(\bstd::to_underlying\b)", "static_cast"},
        {R"(\bstd::make_unique_for_overwrite\b)", "std::make_unique or std::vector"},
        {R"(\bstd::lexicographical_compare_three_way\b)", "std::lexicographical_compare"},
        {R"(\bstd::move_only_function\b)", "std::function"},
    };
    std::vector<Missing> features;
    for (const auto& [pattern, instead] : table) features.push_back({std::regex(pattern), instead});
    return features;
}

std::string without_comment(const std::string& line) { return line.substr(0, line.find("//")); }

TEST(Portability, OnlyWhatDebian12sEmscriptenHas) {
    const auto features = missing_features();
    if (!fs::exists(root / "src")) GTEST_SKIP() << "no src/ yet";
    for (const auto& entry : fs::recursive_directory_iterator(root / "src")) {
        const auto extension = entry.path().extension();
        const auto name = entry.path().filename().string();
        const bool native_only = name == "desktop.cpp" || name.find("_desktop.cpp") != std::string::npos;
        if (!entry.is_regular_file() || native_only || (extension != ".cpp" && extension != ".h")) continue;
        if (fs::relative(entry.path(), root / "src").begin()->string() == "cli") continue;  // never on the web
        std::ifstream in(entry.path());
        std::string line;
        for (int number = 1; std::getline(in, line); ++number) {
            for (const auto& feature : features) {
                std::smatch found;
                const auto code = without_comment(line);
                EXPECT_FALSE(std::regex_search(code, found, feature.pattern))
                    << fs::relative(entry.path(), root).string() << ":" << number << ": " << found.str()
                    << " is missing in Emscripten 3.1.6; instead: " << feature.instead;
            }
        }
    }
}

}  // namespace
