// Builds data/text/channel.tsv; see README.md.

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "learn.h"
#include "pairs.h"

namespace {

constexpr const char* kUsage =
    "train_channel --out FILE [--prior FILE=WEIGHT] STEM[=WEIGHT]...\n"
    "  STEM     STEM.gold.txt is what a page says, STEM.ocr.txt what OCR made of it; WEIGHT (default 1) multiplies its "
    "counts\n"
    "  --prior  counts of an earlier table, joined in\n";
constexpr int kRounds = 6;
constexpr double kLeastCount = 2.5;
constexpr double kLeastShare = 0.0002;

[[noreturn]] void stop(const std::string& why) {
    std::cerr << "train_channel: " << why << "\n" << kUsage;
    std::exit(2);
}

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) stop("cannot read " + path);
    return {std::istreambuf_iterator<char>(in), {}};
}

double take_weight(std::string& argument) {
    const std::size_t equals = argument.rfind('=');
    if (equals == std::string::npos) return 1;
    const double weight = std::strtod(argument.c_str() + equals + 1, nullptr);
    argument.resize(equals);
    return weight;
}

void join_prior(std::string argument, train::Table& table) {
    const double weight = take_weight(argument);
    std::ifstream in(argument);
    if (!in) stop("cannot read " + argument);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        if (second == std::string::npos) stop(argument + " is no channel table");
        const std::u32string letter = thidua::base::to_utf32(line.substr(0, first));
        if (letter.size() != 1) continue;
        table[letter[0]][thidua::base::to_utf32(line.substr(first + 1, second - first - 1))] +=
            weight * std::strtod(line.c_str() + second + 1, nullptr);
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::string out_path;
    std::string prior;
    std::vector<train::Pair> pairs;
    for (int i = 1; i < argc; ++i) {
        std::string argument = argv[i];
        if (argument == "--out" && i + 1 < argc) {
            out_path = argv[++i];
        } else if (argument == "--prior" && i + 1 < argc) {
            prior = argv[++i];
        } else if (argument.starts_with("--")) {
            stop("unknown option " + argument);
        } else {
            const double weight = take_weight(argument);
            const auto more = train::pair_words(read(argument + ".gold.txt"), read(argument + ".ocr.txt"), weight);
            std::fprintf(stderr, "%s: %zu words\n", argument.c_str(), more.size());
            pairs.insert(pairs.end(), more.begin(), more.end());
        }
    }
    if (out_path.empty() || pairs.empty()) stop("--out and pages are needed");
    train::Table table = train::learn(pairs, kRounds);
    if (!prior.empty()) join_prior(prior, table);
    std::ofstream out(out_path, std::ios::binary);
    out << "# letter, what OCR made of it, count, count of the letter; Tesseract (English) on rendered Vietnamese "
           "pages "
           "(tools/train-channel)\n";
    std::size_t entries = 0;
    for (const auto& [letter, prints] : table) {
        double total = 0;
        for (const auto& [print, count] : prints) total += count;
        for (const auto& [print, count] : prints) {
            if (count < kLeastCount || count < kLeastShare * total) continue;
            ++entries;
            out << thidua::base::to_utf8(std::u32string(1, letter)) << '\t' << thidua::base::to_utf8(print) << '\t'
                << std::lround(count) << '\t' << std::lround(total) << '\n';
        }
    }
    if (!out.flush()) stop("cannot write " + out_path);
    std::fprintf(stderr, "%zu pairs of words, %zu entries\n", pairs.size(), entries);
}
