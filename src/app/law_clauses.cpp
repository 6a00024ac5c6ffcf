#include "app/law_clauses.h"

#include <algorithm>
#include <cstdint>

#include "law/money.h"
#include "office/title.h"
#include "text/letters.h"

namespace thidua::app {
namespace {

struct PartWords {
    std::string_view where;
    const char* vi;
    const char* en;
};
constexpr PartWords kParts[] = {
    {"common", "Nguyên tắc chung", "Common principles"},
    {"ballots", "Bỏ phiếu", "Ballots"},
    {"authorities", "Thẩm quyền", "Authority"},
    {"dossiers", "Hồ sơ", "Dossiers"},
    {"procedure", "Thời hạn giải quyết", "Time limits"},
    {"deadlines", "Hạn gửi hồ sơ", "Deadlines"},
    {"money", "Tiền thưởng", "Award money"},
    {"base_salary", "Lương cơ sở", "Base salary"},
};

bool is_below(std::string_view key, std::string_view above) {
    return key.size() > above.size() && key.substr(0, above.size()) == above && key[above.size()] == '-';
}

/// "Điều 5" stands before "Điều 17": runs of digits compare as numbers.
bool before_in_law(std::string_view a, std::string_view b) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (digit(a[i]) && digit(b[j])) {
            std::size_t end_a = i;
            std::size_t end_b = j;
            while (end_a < a.size() && digit(a[end_a])) ++end_a;
            while (end_b < b.size() && digit(b[end_b])) ++end_b;
            const std::string_view number_a = a.substr(i, end_a - i);
            const std::string_view number_b = b.substr(j, end_b - j);
            if (number_a.size() != number_b.size()) return number_a.size() < number_b.size();
            if (number_a != number_b) return number_a < number_b;
            i = end_a;
            j = end_b;
            continue;
        }
        if (a[i] != b[j]) return a[i] < b[j];
        ++i;
        ++j;
    }
    return a.size() - i < b.size() - j;
}

}  // namespace

std::string clause_key(std::string_view clause) {
    std::string key;
    for (const char letter : text::fold(clause)) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
            key += letter;
        } else if (!key.empty() && key.back() != '-') {
            key += '-';
        }
    }
    while (!key.empty() && key.back() == '-') key.pop_back();
    return key;
}

Route clause_route(std::string_view pack, std::string_view clause) {
    return {Place::kLaw, 0, std::string(pack) + "." + clause_key(clause)};
}

ClauseAddress clause_address(std::string_view part) {
    const std::size_t dot = part.find('.');
    if (dot == std::string_view::npos) return {};
    return {std::string(part.substr(0, dot)), std::string(part.substr(dot + 1))};
}

ClauseList clause_list(const law::Pack& pack) {
    ClauseList list;
    list.lines = law::coverage(pack);
    std::stable_sort(list.lines.begin(), list.lines.end(), [](const law::CoverageLine& a, const law::CoverageLine& b) {
        return before_in_law(a.clause, b.clause);
    });
    for (const law::CoverageLine& line : list.lines) {
        list.keys.push_back(clause_key(line.clause));
        list.searched.push_back(line.clause + " " + line.vi + " " + line.en + " " + place_words(pack, line, false));
        ++list.by_confidence[static_cast<std::size_t>(line.confidence)];
        if (line.how == law::CoverageLine::How::kLeftToPeople) ++list.left_to_people;
    }
    return list;
}

std::vector<std::size_t> lines_of(const ClauseList& list, std::string_view key) {
    std::vector<std::size_t> out;
    if (key.empty()) return out;
    std::size_t nearest = list.keys.size();
    for (std::size_t i = 0; i < list.keys.size(); ++i) {
        if (list.keys[i] == key || is_below(list.keys[i], key)) out.push_back(i);
        if (is_below(key, list.keys[i]) &&
            (nearest == list.keys.size() || list.keys[i].size() > list.keys[nearest].size())) {
            nearest = i;
        }
    }
    if (out.empty() && nearest < list.keys.size()) {
        for (std::size_t i = 0; i < list.keys.size(); ++i) {
            if (list.keys[i] == list.keys[nearest]) out.push_back(i);
        }
    }
    return out;
}

std::string place_words(const law::Pack& pack, const law::CoverageLine& line, bool english) {
    if (line.how == law::CoverageLine::How::kLeftToPeople) return english ? "Left to people" : "Để người xem xét";
    for (const PartWords& part : kParts) {
        if (part.where == line.where) return english ? part.en : part.vi;
    }
    if (const office::EmulationTitle* title = office::find_title(line.where)) {
        return std::string(english ? title->en : title->vi);
    }
    if (pack.find_parameter(line.where) != nullptr) return english ? "Parameter" : "Tham số";
    return line.where;
}

}  // namespace thidua::app
