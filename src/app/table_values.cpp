#include "app/table_values.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "intake/words.h"
#include "office/title.h"
#include "text/letters.h"

namespace thidua::app {

std::string cell_key(std::string_view cell) {
    std::string key;
    const std::string folded = text::fold(text::nfc(cell));
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t c = base::next_code_point(folded, at);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            key += static_cast<char>(c);
        } else if (!key.empty() && key.back() != ' ') {
            key += ' ';
        }
    }
    while (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

std::optional<office::Rating> rating_of_cell(std::string_view cell) {
    const std::string key = cell_key(cell);
    struct Wording {
        std::string_view key;
        office::Rating rating;
    };
    // NĐ 90/2020 Điều 8-15 (four levels) and the short forms offices use.
    // clang-format off
    constexpr auto kWordings = std::to_array<Wording>({
        {"htxsnv", office::Rating::kExcellent}, {"htxs", office::Rating::kExcellent}, {"hoan thanh xuat sac nhiem vu", office::Rating::kExcellent},
        {"hoan thanh xuat sac", office::Rating::kExcellent}, {"xuat sac", office::Rating::kExcellent}, {"htxsnvu", office::Rating::kExcellent},
        {"httnv", office::Rating::kGood}, {"htt", office::Rating::kGood}, {"hoan thanh tot nhiem vu", office::Rating::kGood},
        {"hoan thanh tot", office::Rating::kGood}, {"tot", office::Rating::kGood},
        {"htnv", office::Rating::kCompleted}, {"ht", office::Rating::kCompleted}, {"hoan thanh nhiem vu", office::Rating::kCompleted},
        {"hoan thanh", office::Rating::kCompleted},
        {"khtnv", office::Rating::kNotCompleted}, {"kht", office::Rating::kNotCompleted}, {"khong htnv", office::Rating::kNotCompleted},
        {"khong hoan thanh nhiem vu", office::Rating::kNotCompleted}, {"khong hoan thanh", office::Rating::kNotCompleted},
    });
    // clang-format on
    for (const Wording& wording : kWordings) {
        if (key == wording.key) return wording.rating;
    }
    return std::nullopt;
}

std::optional<office::Answer> answer_of_cell(std::string_view cell) {
    const std::string key = cell_key(cell);
    for (const std::string_view yes : {"co", "x", "1", "yes", "dat", "true", "co tham gia"}) {
        if (key == yes) return office::Answer::kYes;
    }
    for (const std::string_view no : {"khong", "0", "no", "false", "khong bi", "khong co"}) {
        if (key == no) return office::Answer::kNo;
    }
    if (key == "chua ro" || key == "chua biet") return office::Answer::kUnknown;
    return std::nullopt;
}

std::optional<office::Gender> gender_of_cell(std::string_view cell) {
    const std::string lower = text::lower(text::nfc(cell));
    for (const std::string_view male : {"nam", "male", "m", "ông"}) {
        if (lower == male) return office::Gender::kMale;
    }
    for (const std::string_view female : {"nữ", "nu", "female", "f", "bà", "x"}) {  // "x" under "Nữ" is common
        if (lower == female) return office::Gender::kFemale;
    }
    return std::nullopt;
}

std::optional<office::Initiative::Level> level_of_cell(std::string_view cell) {
    using Level = office::Initiative::Level;
    const std::string key = cell_key(cell);
    const auto has = [&](std::string_view word) {
        return (" " + key + " ").find(" " + std::string(word) + " ") != std::string::npos;
    };
    if (has("chua") || has("khong") || key == "none") return Level::kNone;
    if (has("toan quoc") || has("nha nuoc") || has("quoc gia")) return Level::kNation;
    if (has("tinh") || has("bo") || has("nganh") || has("thanh pho")) return Level::kProvince;
    if (has("co so") || has("don vi") || has("huyen") || has("xa")) return Level::kGrassroots;
    return std::nullopt;
}

std::optional<office::Initiative::Kind> initiative_kind_of_cell(std::string_view cell) {
    const std::string key = cell_key(cell);
    if (key.find("sang kien") != std::string::npos || key == "giai phap") return office::Initiative::Kind::kInitiative;
    for (const std::string_view research : {"de tai", "de an", "cong trinh", "nghien cuu"}) {
        if (key.find(research) != std::string::npos) return office::Initiative::Kind::kResearch;
    }
    return std::nullopt;
}

std::string title_of_cell(std::string_view cell) {
    const std::string key = cell_key(cell);
    if (key.empty()) return {};
    for (const office::EmulationTitle& title : office::titles()) {
        if (key == cell_key(title.code) || key == cell_key(title.vi) || key == cell_key(title.short_vi) ||
            key == cell_key(title.en)) {
            return std::string(title.code);
        }
    }
    // "Danh hiệu Lao động tiên tiến", "Giấy khen của Giám đốc Sở": the longest name of the table at either place.
    std::string best;
    std::size_t longest = 0;
    for (const office::EmulationTitle& title : office::titles()) {
        const std::string name = cell_key(title.vi);
        const bool inside = key.starts_with(name + " ") || key == "danh hieu " + name || key.ends_with(" " + name);
        if (inside && name.size() > longest) {
            best = title.code;
            longest = name.size();
        }
    }
    return best;
}

std::optional<base::Date> date_of_cell(std::string_view cell) {
    if (const auto iso = base::parse_iso(cell)) return iso;
    const auto date = base::parse_vietnamese(cell);
    return date && date->year >= 1900 && date->year <= 2100 ? date : std::nullopt;
}

bool only_year(std::string_view cell) {
    return cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20")) &&
           cell.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string name_of_cell(std::string_view cell) {
    // A list's own numbering: "1. ", "2) ", "- ".
    std::size_t at = 0;
    while (at < cell.size() && cell[at] >= '0' && cell[at] <= '9') ++at;
    if (at > 0 && at < 4 && at < cell.size() && (cell[at] == '.' || cell[at] == ')')) {
        cell.remove_prefix(at + 1);
    } else if (cell.starts_with("- ")) {
        cell.remove_prefix(2);
    }
    while (cell.starts_with(' ')) cell.remove_prefix(1);
    const std::string name(cell);
    bool capitals = false;
    bool small = false;
    for (std::size_t i = 0; i < name.size();) {
        const char32_t c = base::next_code_point(name, i);
        capitals = capitals || text::is_upper(c);
        small = small || text::is_lower(c);
    }
    if (small || !capitals) return name;
    std::string out;
    bool start = true;
    for (std::size_t i = 0; i < name.size();) {
        const char32_t c = base::next_code_point(name, i);
        base::append_utf8(out, start ? text::upper(c) : text::lower(c));
        start = !text::is_letter(c);
    }
    return out;
}

bool looks_like_name(std::string_view cell) {
    const std::string name = name_of_cell(cell);
    const intake::Words words = intake::split_words(name);
    if (words.size() < 2 || words.size() > 7) return false;
    return std::all_of(words.begin(), words.end(),
                       [](const intake::Word& word) { return word.kind == intake::Word::Kind::kWord && word.capital; });
}

bool looks_like_position(std::string_view cell) {
    constexpr auto kWords = std::to_array<std::string_view>({"truong", "pho", "chuyen vien", "nhan vien", "can su",
                                                             "ke toan", "van thu", "giam doc", "chu tich", "cong chuc",
                                                             "vien chuc", "tu phap", "lai xe", "bao ve", "to truong"});
    return intake::matches(intake::split_words(cell), 0, kWords);
}

}  // namespace thidua::app
