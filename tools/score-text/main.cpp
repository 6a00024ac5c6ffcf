// Scores restoration: share of syllables right (case ignored, tone styles made equal), character error rate, document
// numbers kept, and what the confidence is worth. See README.md.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>

#include "compare.h"
#include "review.h"
#include "text/letters.h"
#include "text/restore.h"

namespace {

using namespace thidua;

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        std::cerr << "score_text: cannot read " << path << "\n";
        std::exit(2);
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

constexpr const char* kUsage =
    "score_text --model FILE [--stripped | --review] [--errors] STEM...\n"
    "  STEM        STEM.ocr.txt is restored and held against STEM.gold.txt\n"
    "  --stripped  restore the gold text without its marks instead\n"
    "  --review    play a person who corrects each doubtful word that is wrong, from the top\n"
    "  --errors    list what went wrong\n";

}  // namespace

int main(int argc, char** argv) {
    std::string model_path;
    bool stripped = false;
    bool errors = false;
    bool played = false;
    score::Review reviews;
    std::vector<std::string> stems;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--model" && i + 1 < argc) {
            model_path = argv[++i];
        } else if (argument == "--stripped") {
            stripped = true;
        } else if (argument == "--review") {
            played = true;
        } else if (argument == "--errors") {
            errors = true;
        } else {
            stems.push_back(argument);
        }
    }
    if (model_path.empty() || stems.empty()) {
        std::cerr << kUsage;
        return 2;
    }
    const auto model = text::LanguageModel::load(read(model_path));
    if (!model) {
        std::cerr << model.error().en << "\n";
        return 1;
    }
    score::Score all;
    double seconds = 0;
    std::printf("%-44s %8s %8s %8s %8s\n", "document", "syll %", "CER %", "doubt %", "caught %");
    for (const std::string& stem : stems) {
        const std::string gold = read(stem + ".gold.txt");
        const std::string source = stripped ? text::strip_marks(gold) : read(stem + ".ocr.txt");
        const std::clock_t start = std::clock();  // of the processor: other programs may be at work
        const text::Restoration restored = text::restore(*model, source);
        seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        const score::Score score = score::compare(gold, restored, errors ? &std::cout : nullptr);
        if (played) {
            const score::Review review = score::review(*model, source, gold);
            reviews.wrong_before += review.wrong_before;
            reviews.corrected += review.corrected;
            reviews.followed += review.followed;
            reviews.spoilt += review.spoilt;
            reviews.decoded_at_most = std::max(reviews.decoded_at_most, review.decoded_at_most);
            reviews.after.add(review.after);
        }
        all.add(score);
        score.print(stem.substr(stem.rfind('/') + 1));
    }
    all.print("all");
    std::printf("figures kept: %zu of %zu; syllables in lines that OCR lost: %zu; %.0f syllables a second\n",
                all.numbers_kept, all.numbers, all.lost, static_cast<double>(all.syllables) / std::max(seconds, 1e-9));
    std::printf("document numbers kept: %zu of %zu; dates kept: %zu of %zu\n", all.codes_kept, all.codes,
                all.dates_kept, all.dates);
    std::printf("names: %zu of %zu syllables inside names of persons and places right\n", all.names_right, all.names);
    if (played) {
        std::printf(
            "review: %zu doubtful words wrong; %zu corrected by hand, %zu followed, %zu spoilt; one lesson changed "
            "%zu words at most; %.2f %% right afterwards\n",
            reviews.wrong_before, reviews.corrected, reviews.followed, reviews.spoilt, reviews.decoded_at_most,
            100 * reviews.after.right());
    }
    return 0;
}
