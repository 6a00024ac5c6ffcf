#pragma once
// Where words stand in a PDF, as poppler's pdftotext measures it.

#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

#include "document/metrics.h"

namespace thidua::document::test {

struct Word {
    int page;
    double left, top, right, bottom;  // points from the upper left corner
    std::string text;
};

/// Word boxes of `pdftotext -bbox`: one <word xMin= yMin= xMax= yMax=>text</word> a line.
inline std::vector<Word> words_of(const std::string& bbox) {
    std::vector<Word> words;
    std::istringstream in(bbox);
    int page = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.find("<page ") != std::string::npos) ++page;
        Word word{page, 0, 0, 0, 0, {}};
        const std::size_t at = line.find("<word ");
        if (at == std::string::npos) continue;
        if (std::sscanf(line.c_str() + at, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &word.left,
                        &word.top, &word.right, &word.bottom) != 4) {
            continue;
        }
        const std::size_t begin = line.find('>', at) + 1;
        word.text = line.substr(begin, line.find("</word>") - begin);
        words.push_back(word);
    }
    return words;
}

constexpr double mm(double points) { return points / kPointsPerMm; }

}  // namespace thidua::document::test
