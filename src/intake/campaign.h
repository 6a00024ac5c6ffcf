#pragma once
// Campaigns and themes that a text names: "phong trào thi đua “Vì người nghèo - Không để ai bị bỏ lại phía sau”", "cuộc
// vận động “…”", "chủ đề “…”", "Đợt thi đua lập thành tích chào mừng Đại hội …".

#include <string>
#include <vector>

#include "intake/citation.h"
#include "intake/words.h"

namespace thidua::intake {

struct CampaignMention {
    std::string kind;  ///< "phong trào", "cuộc vận động", "đợt thi đua", "chủ đề", "phương châm", "khẩu hiệu"
    std::string name;  ///< without quotes
    WordRange whole;
    WordRange name_words;
};

/// In the order of the text. Only what has a name counts: "phong trào thi đua" alone is none.
std::vector<CampaignMention> find_campaigns(const std::string& text, const Words& words);

}  // namespace thidua::intake
