#pragma once
// Anniversaries in running text: "kỷ niệm 70 năm chiến thắng Điện Biên Phủ, 80 năm Ngày thành lập …".

#include <optional>
#include <string>
#include <vector>

#include "intake/citation.h"
#include "intake/words.h"

namespace thidua::intake {

struct OccasionMention {
    std::string name;  ///< "chiến thắng Điện Biên Phủ"
    int years = 0;     ///< 0: not said
    std::string day;   ///< "07/5" or "07/5/1954" as the text adds it in brackets; empty if not
    WordRange whole;
};

std::vector<OccasionMention> find_occasions(const std::string& text, const Words& words);

}  // namespace thidua::intake
