#include "intake/calendar.h"

#include <nlohmann/json.hpp>

#include "intake/calendar_data.h"
#include "intake/words.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

/// Words that differ from plan to plan and say nothing about which day it is.
std::string bare(std::string_view event) {
    std::string out;
    for (const Word& word : split_words(event)) {
        if (word.kind == Word::Kind::kSign || word.folded == "ngay") continue;
        if (!out.empty()) out += ' ';
        out += word.folded;
    }
    return out;
}

/// Does `phrase` stand in `text` as whole words?
bool has_words(std::string_view text, std::string_view phrase) {
    if (phrase.empty()) return false;
    for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const bool begins = at == 0 || text[at - 1] == ' ';
        const std::size_t end = at + phrase.size();
        if (begins && (end == text.size() || text[end] == ' ')) return true;
    }
    return false;
}

}  // namespace

base::Result<std::vector<Anniversary>> read_calendar(std::string_view json) {
    using Json = nlohmann::json;
    const auto wrong = [](std::string vi, std::string en, std::string where = {}) {
        return base::fail(base::ErrorKind::kBadInput, std::move(vi), std::move(en), std::move(where));
    };
    const Json root = Json::parse(json, nullptr, false);
    if (root.is_discarded() || !root.is_object() || !root.contains("anniversaries") ||
        !root["anniversaries"].is_array()) {
        return wrong("Tệp ngày kỷ niệm không đọc được: cần JSON có danh sách \"anniversaries\".",
                     "The calendar of anniversaries cannot be read: it must be JSON with a list \"anniversaries\".");
    }
    const auto text_of = [](const Json& entry, const char* key) {
        const auto found = entry.find(key);
        const std::string* value = found == entry.end() ? nullptr : found->get_ptr<const std::string*>();
        return value ? *value : std::string();
    };
    std::vector<Anniversary> calendar;
    int index = 0;
    for (const Json& entry : root["anniversaries"]) {
        const std::string where = "anniversaries[" + std::to_string(index++) + "]";
        if (!entry.is_object())
            return wrong("Mục ngày kỷ niệm phải là một đối tượng JSON.", "An anniversary must be a JSON object.",
                         where);
        Anniversary anniversary;
        anniversary.name = text_of(entry, "name");
        const auto first = base::parse_iso(text_of(entry, "first"));
        if (anniversary.name.empty() || !first) {
            return wrong("Mục ngày kỷ niệm thiếu tên (name) hoặc ngày đầu tiên (first, dạng 1954-05-07).",
                         "An anniversary lacks its name or its first day (first, as 1954-05-07).", where);
        }
        anniversary.first = *first;
        anniversary.verified = text_of(entry, "confidence") == "seen";
        if (const auto aliases = entry.find("aliases"); aliases != entry.end() && aliases->is_array()) {
            for (const Json& alias : *aliases) {
                if (const auto* value = alias.get_ptr<const std::string*>()) anniversary.aliases.push_back(*value);
            }
        }
        calendar.push_back(std::move(anniversary));
    }
    return calendar;
}

const std::vector<Anniversary>& built_in_calendar() {
    static const std::vector<Anniversary> calendar = read_calendar(kCalendarJson).value_or(std::vector<Anniversary>());
    return calendar;
}

const Anniversary* find_anniversary(std::span<const Anniversary> calendar, std::string_view event) {
    const std::string wanted = bare(event);
    const Anniversary* best = nullptr;
    std::size_t best_length = 0;
    const auto consider = [&](const Anniversary& anniversary, std::string_view wording) {
        const std::string phrase = bare(wording);
        if (phrase.size() > best_length && has_words(wanted, phrase)) {
            best = &anniversary;
            best_length = phrase.size();
        }
    };
    for (const Anniversary& anniversary : calendar) {
        consider(anniversary, anniversary.name);
        for (const std::string& alias : anniversary.aliases) consider(anniversary, alias);
    }
    return best;
}

}  // namespace thidua::intake
