#include "app/score_table.h"

#include <algorithm>
#include <utility>

#include "text/letters.h"

namespace thidua::app {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

/// Up to the next of `marks`; takes it off. The last piece leaves nothing.
std::string_view take(std::string_view& text, std::string_view marks) {
    const std::size_t end = std::min(text.find_first_of(marks), text.size());
    const std::string_view piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return piece;
}

std::string on_one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\t', ' ');
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string said(const std::optional<Points>& points) { return points ? to_words(*points) : std::string(); }

void fit_marks(ScoreTable& table) {
    for (ScoreCriterion& criterion : table.criteria) criterion.marks.resize(table.units.size());
}

std::size_t index_in(std::string_view text, std::size_t size) {
    std::size_t value = 0;
    if (text.empty() || text.size() > 6) return size;
    for (const char c : text) {
        if (c < '0' || c > '9') return size;
        value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return value;
}

}  // namespace

std::optional<Points> points_from(std::string_view text) {
    text = trimmed(text);
    const bool minus = !text.empty() && text.front() == '-';
    if (minus) text.remove_prefix(1);
    Points value = 0;
    int decimals = -1;
    for (const char c : text) {
        if (c == ',' || c == '.') {
            if (decimals >= 0) return std::nullopt;
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || decimals >= 2) return std::nullopt;
        value = value * 10 + (c - '0');
        if (decimals >= 0) ++decimals;
        if (value > kMostPoints) return std::nullopt;
    }
    if (text.empty() || text == "," || text == ".") return std::nullopt;
    for (int at = std::max(0, decimals); at < 2; ++at) value *= 10;
    if (value > kMostPoints) return std::nullopt;
    return minus ? -value : value;
}

std::string to_words(Points points) {
    const Points size = points < 0 ? -points : points;
    std::string out = (points < 0 ? "-" : "") + std::to_string(size / 100);
    const Points rest = size % 100;
    if (rest == 0) return out;
    out += ',';
    out += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
    return out;
}

std::string score_key(int year) { return "scores." + std::to_string(year); }

std::string to_text(const ScoreTable& table) {
    std::string out = "group\t" + on_one_line(table.group) + "\n";
    for (const std::string& unit : table.units) out += "unit\t" + on_one_line(unit) + "\n";
    for (std::size_t c = 0; c < table.criteria.size(); ++c) {
        const ScoreCriterion& criterion = table.criteria[c];
        out += "line\t" + on_one_line(criterion.label) + "\t" + on_one_line(criterion.name) + "\t" +
               said(criterion.most) + "\n";
        for (std::size_t u = 0; u < criterion.marks.size(); ++u) {
            const ScoreMark& mark = criterion.marks[u];
            if (mark == ScoreMark{}) continue;
            out += "mark\t" + std::to_string(c) + "\t" + std::to_string(u) + "\t" + said(mark.own) + "\t" +
                   said(mark.verified) + "\t" + on_one_line(mark.evidence) + "\n";
        }
    }
    return out;
}

ScoreTable score_table_from(std::string_view text) {
    ScoreTable table;
    while (!text.empty()) {
        std::string_view line = take(text, "\n");
        const std::string_view word = take(line, "\t");
        if (word == "group") table.group = std::string(take(line, "\t"));
        if (word == "unit") table.units.emplace_back(take(line, "\t"));
        if (word == "line") {
            ScoreCriterion criterion;
            criterion.label = std::string(take(line, "\t"));
            criterion.name = std::string(take(line, "\t"));
            criterion.most = points_from(take(line, "\t"));
            criterion.marks.resize(table.units.size());
            table.criteria.push_back(std::move(criterion));
        }
        if (word != "mark") continue;
        const std::size_t c = index_in(take(line, "\t"), table.criteria.size());
        const std::size_t u = index_in(take(line, "\t"), table.units.size());
        if (c >= table.criteria.size() || u >= table.criteria[c].marks.size()) continue;
        ScoreMark& mark = table.criteria[c].marks[u];
        mark.own = points_from(take(line, "\t"));
        mark.verified = points_from(take(line, "\t"));
        mark.evidence = std::string(take(line, "\t"));
    }
    fit_marks(table);
    return table;
}

ScoreTable kept_scores(const office::YearBook& book) {
    const std::string key = score_key(book.office.year);
    for (const office::Setting& setting : book.settings) {
        if (setting.name == key) return score_table_from(setting.value);
    }
    ScoreTable table;
    table.units.push_back(book.office.name);
    return table;
}

void set_criteria(ScoreTable& table, std::string_view lines) {
    std::vector<ScoreCriterion> made;
    while (!lines.empty()) {
        std::string_view line = trimmed(take(lines, "\n"));
        if (line.empty()) continue;
        std::vector<std::string_view> pieces;
        while (!line.empty()) pieces.push_back(trimmed(take(line, "|\t;")));
        ScoreCriterion criterion;
        if (pieces.size() > 1) {
            if ((criterion.most = points_from(pieces.back()))) pieces.pop_back();
            else if (pieces.back().empty()) pieces.pop_back();
        }
        if (pieces.size() > 1) {
            criterion.label = std::string(pieces.front());
            pieces.erase(pieces.begin());
        }
        for (const std::string_view piece : pieces)
            criterion.name += (criterion.name.empty() ? "" : "; ") + std::string(piece);
        for (const ScoreCriterion& old : table.criteria) {
            if (old.name == criterion.name && old.label == criterion.label) criterion.marks = old.marks;
        }
        made.push_back(std::move(criterion));
    }
    table.criteria = std::move(made);
    fit_marks(table);
}

std::string criteria_lines(const ScoreTable& table) {
    std::string out;
    for (const ScoreCriterion& criterion : table.criteria) {
        out += criterion.label + " | " + criterion.name;
        if (criterion.most) out += " | " + to_words(*criterion.most);
        out += "\n";
    }
    return out;
}

void set_units(ScoreTable& table, std::string_view lines) {
    std::vector<std::string> units;
    while (!lines.empty()) {
        std::string unit(trimmed(take(lines, "\n")));
        if (!unit.empty() && std::find(units.begin(), units.end(), unit) == units.end())
            units.push_back(std::move(unit));
    }
    for (ScoreCriterion& criterion : table.criteria) {
        std::vector<ScoreMark> marks(units.size());
        for (std::size_t u = 0; u < units.size(); ++u) {
            const auto old = std::find(table.units.begin(), table.units.end(), units[u]);
            const auto at = static_cast<std::size_t>(old - table.units.begin());
            if (at < criterion.marks.size()) marks[u] = criterion.marks[at];
        }
        criterion.marks = std::move(marks);
    }
    table.units = std::move(units);
}

std::vector<UnitScore> totals(const ScoreTable& table) {
    std::vector<UnitScore> scores(table.units.size());
    bool any = false;
    for (UnitScore& score : scores) score.own_complete = score.verified_complete = true;
    for (const ScoreCriterion& criterion : table.criteria) {
        if (!criterion.most) continue;
        any = true;
        for (std::size_t u = 0; u < scores.size(); ++u) {
            const ScoreMark& mark = criterion.marks[u];
            scores[u].own += mark.own.value_or(0);
            scores[u].verified += mark.verified.value_or(0);
            scores[u].own_complete = scores[u].own_complete && mark.own;
            scores[u].verified_complete = scores[u].verified_complete && mark.verified;
        }
    }
    for (UnitScore& score : scores) {
        score.own_complete = score.own_complete && any;
        score.verified_complete = score.verified_complete && any;
    }
    const bool all = std::all_of(scores.begin(), scores.end(), [](const UnitScore& s) { return s.verified_complete; });
    if (!all || scores.size() < 2) return scores;  // one unit alone has no rank
    for (UnitScore& score : scores) {
        score.rank = 1 + static_cast<int>(std::count_if(scores.begin(), scores.end(), [&](const UnitScore& other) {
                         return other.verified > score.verified;
                     }));
    }
    return scores;
}

std::vector<std::string> above_full(const ScoreTable& table, std::size_t unit) {
    std::vector<std::string> names;
    for (const ScoreCriterion& criterion : table.criteria) {
        if (!criterion.most || unit >= criterion.marks.size()) continue;
        const ScoreMark& mark = criterion.marks[unit];
        if (mark.own.value_or(0) > *criterion.most || mark.verified.value_or(0) > *criterion.most)
            names.push_back(criterion.name);
    }
    return names;
}

void fill_from_scores(const office::YearBook& book, document::Request& request) {
    const document::KindInfo* kind = document::find_kind(request.kind);
    if (kind == nullptr || !kind->has(document::Need::kScores) || !request.scores.items.empty()) return;
    const ScoreTable table = kept_scores(book);
    if (table.criteria.empty() || table.units.empty()) return;
    document::ScoreSheet& sheet = request.scores;
    std::string wanted = sheet.unit.empty() ? book.office.name : sheet.unit;
    auto found = std::find_if(table.units.begin(), table.units.end(),
                              [&](const std::string& unit) { return text::fold(unit) == text::fold(wanted); });
    if (found == table.units.end()) found = table.units.begin();
    const auto unit = static_cast<std::size_t>(found - table.units.begin());
    const std::vector<UnitScore> scores = totals(table);
    sheet.group = table.group;
    sheet.unit = table.units[unit];
    Points most = 0;
    for (std::size_t c = 0; c < table.criteria.size(); ++c) {
        const ScoreCriterion& criterion = table.criteria[c];
        const ScoreMark& mark = criterion.marks[unit];
        document::ScoreItem item{criterion.label,     criterion.name, said(criterion.most), said(mark.own),
                                 said(mark.verified), mark.evidence,  !criterion.most};
        if (criterion.most) {
            most += *criterion.most;
        } else {
            // A heading carries the sums of what stands below it, up to the next one.
            Points full = 0, own = 0, verified = 0;
            bool own_known = true, verified_known = true;
            for (std::size_t i = c + 1; i < table.criteria.size() && table.criteria[i].most; ++i) {
                const ScoreMark& below = table.criteria[i].marks[unit];
                full += *table.criteria[i].most;
                own += below.own.value_or(0);
                verified += below.verified.value_or(0);
                own_known = own_known && below.own;
                verified_known = verified_known && below.verified;
            }
            item.most = to_words(full);
            if (own_known) item.own = to_words(own);
            if (verified_known) item.verified = to_words(verified);
        }
        sheet.items.push_back(std::move(item));
    }
    sheet.most_total = to_words(most);
    if (scores[unit].own_complete) sheet.own_total = to_words(scores[unit].own);
    if (scores[unit].verified_complete) sheet.verified_total = to_words(scores[unit].verified);
    if (scores[unit].rank > 0)
        sheet.rank = std::to_string(scores[unit].rank) + "/" + std::to_string(table.units.size());
    for (std::size_t u = 0; u < table.units.size() && table.units.size() > 1; ++u) {
        sheet.units.push_back({table.units[u], scores[u].own_complete ? to_words(scores[u].own) : "",
                               scores[u].verified_complete ? to_words(scores[u].verified) : "",
                               scores[u].rank > 0 ? std::to_string(scores[u].rank) : ""});
    }
}

}  // namespace thidua::app
