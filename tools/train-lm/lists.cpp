#include "lists.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <unordered_map>
#include <utility>

#include "text/formulas.h"
#include "text/letters.h"

namespace train {
namespace {

using namespace thidua;

constexpr double kEnd = 4.0;  // weight of what stands behind a word of a name and is in no list

std::vector<std::string> split(const std::string& line, char at) {
    std::vector<std::string> out(1);
    for (const char c : line) {
        if (c == at) {
            out.emplace_back();
        } else {
            out.back().push_back(c);
        }
    }
    return out;
}

std::vector<std::vector<std::string>> rows(const std::string& path) {
    std::ifstream in(path);
    std::vector<std::vector<std::string>> out;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line[0] != '#') out.push_back(split(line, '\t'));
    }
    if (out.empty()) {
        std::cerr << "train_lm: " << path << " cannot be read or is empty\n";
        std::exit(1);
    }
    return out;
}

class Reader {
public:
    explicit Reader(const std::vector<std::string>& words) {
        for (Word word = 0; word < words.size(); ++word) numbers_[words[word]] = word;
    }

    Word word(const std::string& name) const {
        const auto at = numbers_.find(text::lower(name));
        return at == numbers_.end() ? kUnknown : at->second;
    }
    void add(Word first, Word second, double weight) {
        if (second != kUnknown) weights_[first][second] += weight;
    }

    void places(const std::string& path) {
        for (const auto& row : rows(path)) {
            if (row.size() < 3) continue;
            const std::vector<std::string> level = split(row[0], ' ');
            const bool province = row[0] == "tỉnh" || row[0] == "thành phố";
            const double count = std::strtod(row[2].c_str(), nullptr);
            const double weight = (province ? 4.0 : 1.0) * (1.0 + std::log(count));
            Word before = kUnknown;
            for (const std::string& name : split(row[1], ' ')) {
                if (name == "-") continue;
                const Word here = word(name);
                if (before == kUnknown) {
                    add(kBoundary, here, weight);
                    add(word(level.back()), here, weight);
                } else {
                    add(before, here, weight);
                    add(kUnknown, here, weight);
                }
                before = here;
                if (before == kUnknown) break;
            }
        }
    }

    void persons(const std::string& path) {
        for (const auto& row : rows(path)) {
            if (row.size() < 3) continue;
            const double weight = std::strtod(row[2].c_str(), nullptr);
            const std::vector<std::string> name = split(row[1], ' ');
            if (row[0] == "family") {
                add(kBoundary, word(name[0]), weight);
                for (const char* cue : {"ông", "bà", "chí"}) add(word(cue), word(name[0]), weight);
            } else if (row[0] == "given") {  // "Lưu: VT, Dũng."
                add(kBoundary, word(name[0]), 0.5 * weight);
                add(kUnknown, word(name[0]), weight);
            } else if (row[0] == "middle") {
                add(kUnknown, word(name[0]), weight);
            } else if (row[0] == "pair" && name.size() == 2) {
                if (word(name[0]) != kUnknown) add(word(name[0]), word(name[1]), weight);
            }
        }
    }

    std::vector<NamePair> pairs() const {
        std::vector<NamePair> out;
        for (const auto& [first, seconds] : weights_) {
            double all = kEnd;
            for (const auto& [second, weight] : seconds) all += weight;
            for (const auto& [second, weight] : seconds) out.push_back({first, second, weight / all});
        }
        return out;
    }

private:
    std::unordered_map<std::string, Word> numbers_;
    std::map<Word, std::map<Word, double>> weights_;
};

}  // namespace

Lists read_lists(const std::string& folder, const std::vector<std::string>& words) {
    Reader reader(words);
    reader.places(folder + "/places.tsv");
    reader.persons(folder + "/names.tsv");
    Lists lists;
    lists.names = reader.pairs();
    for (const auto& row : rows(folder + "/formulas.tsv")) {
        std::vector<Word> formula;
        for (const std::string& name : split(row[0], ' ')) formula.push_back(reader.word(name));
        if (formula.size() <= text::Formulas::kLongest) lists.formulas.push_back(std::move(formula));
    }
    return lists;
}

}  // namespace train
