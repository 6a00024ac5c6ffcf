// Builds data/text/restore.lm; see README.md.

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

#include "corpus.h"
#include "counts.h"
#include "estimate.h"
#include "lists.h"
#include "pack.h"

namespace {

constexpr const char* kUsage =
    "train_lm --channel FILE --lists FOLDER --out FILE [options] TEXT[=WEIGHT] [TEXT[=WEIGHT]]\n"
    "  TEXT         plain text or .xz, one paragraph a line; WEIGHT multiplies its counts (default 1)\n"
    "  --bigrams N  bigrams kept by their own worth (default 300000)\n"
    "  --trigrams N trigrams kept (default 800000)\n";

[[noreturn]] void stop(const std::string& why) {
    std::cerr << "train_lm: " << why << "\n" << kUsage;
    std::exit(2);
}

}  // namespace

int main(int argc, char** argv) {
    train::Settings settings;
    std::vector<std::string> texts;
    std::string channel_path;
    std::string lists_path;
    std::string out_path;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const auto value = [&]() -> std::string {
            if (i + 1 >= argc) stop(argument + " needs a value");
            return argv[++i];
        };
        if (argument == "--channel") {
            channel_path = value();
        } else if (argument == "--lists") {
            lists_path = value();
        } else if (argument == "--out") {
            out_path = value();
        } else if (argument == "--bigrams") {
            settings.most_bigrams = std::strtoul(value().c_str(), nullptr, 10);
        } else if (argument == "--trigrams") {
            settings.most_trigrams = std::strtoul(value().c_str(), nullptr, 10);
        } else if (argument.starts_with("--")) {
            stop("unknown option " + argument);
        } else {
            const std::size_t equals = argument.rfind('=');
            texts.push_back(argument.substr(0, equals));
            settings.weights.push_back(
                equals == std::string::npos ? 1.0 : std::strtod(argument.c_str() + equals + 1, nullptr));
        }
    }
    if (texts.empty() || texts.size() > train::kMostCorpora) stop("one or two texts are needed");
    if (channel_path.empty() || lists_path.empty() || out_path.empty()) stop("--channel, --lists and --out are needed");
    std::ifstream channel_file(channel_path, std::ios::binary);
    if (!channel_file) stop("cannot read " + channel_path);
    const std::string channel{std::istreambuf_iterator<char>(channel_file), {}};

    const train::Corpora corpora = train::read_corpora(texts, settings.weights, {});
    std::cerr << corpora.words.size() << " words\n";
    for (const auto& stream : corpora.streams) std::cerr << stream.size() << " tokens\n";
    const train::Lists lists = train::read_lists(lists_path, corpora.words);
    std::cerr << lists.names.size() << " pairs of names, " << lists.formulas.size() << " formulas\n";
    const train::Counts counts = train::count_grams(corpora.streams);
    std::cerr << counts.bigrams.size() << " bigrams, " << counts.trigrams.size() << " trigrams seen\n";
    const train::Model model = train::estimate(counts, corpora.words, settings);
    std::cerr << model.bigrams.size() << " bigrams, " << model.trigrams.size() << " trigrams kept\n";
    const std::string bytes = train::pack(model, corpora.words, channel, lists);
    std::ofstream out(out_path, std::ios::binary);
    out << bytes;
    if (!out.flush()) stop("cannot write " + out_path);
    std::cerr << bytes.size() << " bytes\n";
}
