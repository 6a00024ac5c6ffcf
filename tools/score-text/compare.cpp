#include "compare.h"

#include <algorithm>
#include <cstdio>
#include <ostream>

#include "base/utf8.h"
#include "names.h"
#include "text/codes.h"
#include "text/letters.h"

namespace score {
namespace {

using namespace thidua;

struct Syllable {
    std::u32string letters;
    std::size_t line = 0;
    std::size_t token = 0;
    bool doubtful = false;
};

// Runs of letters or digits, lower case, old tone style; `token_of` gives the doubt of a byte.
std::vector<Syllable> syllables(const std::string& source, const std::vector<text::RestoredToken>& tokens) {
    std::vector<Syllable> out;
    std::size_t token = 0;
    bool inside = false;
    std::size_t line = 0;
    for (std::size_t at = 0; at < source.size();) {
        const std::size_t here = at;
        const char32_t c = base::next_code_point(source, at);
        if (!text::is_letter(c) && !text::is_digit(c)) {
            inside = false;
            line += c == '\n';
            continue;
        }
        while (token < tokens.size() && tokens[token].end <= here) ++token;
        if (!inside) {
            out.emplace_back();
            out.back().line = line;
            out.back().token = token;
        }
        inside = true;
        if (token < tokens.size() && tokens[token].begin <= here) out.back().doubtful |= tokens[token].doubtful;
        out.back().letters.push_back(text::lower(c));
    }
    for (Syllable& syllable : out) {
        syllable.letters =
            base::to_utf32(text::with_tone_style(base::to_utf8(syllable.letters), text::ToneStyle::kOld));
    }
    return out;
}

std::vector<std::string> lines(const std::string& source) {
    std::vector<std::string> out(1);
    for (const char c : source) {
        if (c == '\n') {
            out.emplace_back();
        } else {
            out.back().push_back(c);
        }
    }
    return out;
}

std::vector<std::size_t> line_starts(const std::vector<Syllable>& list) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < list.size(); ++i) {
        while (out.size() <= list[i].line) out.push_back(i);
    }
    out.push_back(list.size());
    return out;
}

// Cheapest alignment of a[a_begin, a_end) with b[b_begin, b_end); -1 stands for nothing on that side.
void align(const std::vector<Syllable>& a, std::size_t a_begin, std::size_t a_end, const std::vector<Syllable>& b,
           std::size_t b_begin, std::size_t b_end, std::vector<std::pair<int, int>>& out) {
    const std::size_t n = a_end - a_begin, m = b_end - b_begin;
    const auto same = [&](std::size_t i, std::size_t j) {
        return a[a_begin + i - 1].letters == b[b_begin + j - 1].letters ? 0 : 1;
    };
    std::vector<int> cost((n + 1) * (m + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> int& { return cost[i * (m + 1) + j]; };
    for (std::size_t i = 0; i <= n; ++i) {
        for (std::size_t j = 0; j <= m; ++j) {
            at(i, j) = i == 0 || j == 0 ? static_cast<int>(i + j)
                                        : std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same(i, j)});
        }
    }
    const std::size_t first = out.size();
    for (std::size_t i = n, j = m; i > 0 || j > 0;) {
        if (i > 0 && j > 0 && at(i, j) == at(i - 1, j - 1) + same(i, j)) {
            out.emplace_back(static_cast<int>(a_begin + --i), static_cast<int>(b_begin + --j));
        } else if (i > 0 && at(i, j) == at(i - 1, j) + 1) {
            out.emplace_back(static_cast<int>(a_begin + --i), -1);
        } else {
            out.emplace_back(-1, static_cast<int>(b_begin + --j));
        }
    }
    std::reverse(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
}

std::size_t edits(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::map<std::size_t, std::string> corrections_of(const std::vector<Syllable>& a, const std::vector<Syllable>& b,
                                                  const std::vector<std::pair<int, int>>& pairs,
                                                  const std::vector<text::RestoredToken>& tokens) {
    std::map<std::size_t, std::string> wanted;
    std::map<std::size_t, bool> wrong;
    for (const auto& [g, r] : pairs) {
        if (r < 0) continue;
        const Syllable& given = b[static_cast<std::size_t>(r)];
        if (given.token >= tokens.size() || tokens[given.token].fixed) continue;
        wrong[given.token] |= g < 0 || a[static_cast<std::size_t>(g)].letters != given.letters;
        if (g < 0) continue;
        std::string& text = wanted[given.token];
        text += (text.empty() ? "" : " ") + base::to_utf8(a[static_cast<std::size_t>(g)].letters);
    }
    std::erase_if(wanted, [&](const auto& entry) { return !wrong[entry.first]; });
    return wanted;
}

// Document numbers and dates of one line, exactly as written.
struct Figures {
    std::vector<std::string> codes, dates;
};

Figures figures_of(const std::string& line) {
    Figures figures;
    const std::u32string text = base::to_utf32(text::lower(line));
    const std::u32string as_set = base::to_utf32(line);
    const auto digits = [&](std::size_t at) {
        std::size_t end = at;
        while (end < text.size() && text::is_digit(text[end])) ++end;
        return end - at;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins =
            at == 0 || !(text::is_digit(text[at - 1]) || text::is_letter(text[at - 1]) || text[at - 1] == '/');
        if (!begins) continue;
        std::string clean;
        if (const std::size_t length = text::match_code(as_set, at, clean)) {
            figures.codes.push_back(clean);
            at += length - 1;
            continue;
        }
        std::size_t end = at;  // 19/12/2023
        int parts = 0;
        for (; parts < 3 && digits(end) > 0; ++parts) {
            end += digits(end);
            if (parts < 2 && (end >= text.size() || text[end] != '/' || digits(end + 1) == 0)) break;
            end += parts < 2;
        }
        if (parts == 3) {
            figures.dates.push_back(base::to_utf8(std::u32string_view(text).substr(at, end - at)));
            at = end - 1;
            continue;
        }
        if (text.compare(at, 5, U"ngày ") != 0) continue;  // ngày 19 tháng 12 năm 2023
        end = at + 5 + digits(at + 5);
        if (end == at + 5 || text.compare(end, 7, U" tháng ") != 0) continue;
        const std::size_t month = digits(end + 7);
        if (month == 0) continue;
        end += 7 + month;
        if (text.compare(end, 5, U" năm ") == 0 && digits(end + 5) > 0) end += 5 + digits(end + 5);
        figures.dates.push_back(base::to_utf8(std::u32string_view(text).substr(at, end - at)));
        at = end - 1;
    }
    return figures;
}

// Counts the figures of the gold lines, and those that stand in the restored line or in one beside it.
void count_figures(const std::vector<std::string>& gold, const std::vector<std::string>& restored,
                   const std::vector<bool>& arrived, Score& score, std::ostream* errors) {
    for (std::size_t line = 0; line < gold.size(); ++line) {
        if (!arrived[line]) continue;
        std::string around;
        // Where lines were lost, the others have moved.
        const std::size_t reach = 1 + (gold.size() > restored.size() ? gold.size() - restored.size() : 0);
        for (std::size_t other = line > reach ? line - reach : 0; other <= line + reach && other < restored.size();
             ++other) {
            around += restored[other] + "\n";
        }
        const std::string small = text::lower(around);
        const Figures figures = figures_of(gold[line]);
        for (const std::string& code : figures.codes) {
            ++score.codes;
            const bool kept = around.find(code) != around.npos;
            score.codes_kept += kept;
            if (!kept && errors)
                *errors << line + 1 << ": number " << code << " lost   | "
                        << restored[std::min(line, restored.size() - 1)] << "\n";
        }
        for (const std::string& date : figures.dates) {
            ++score.dates;
            const bool kept = small.find(date) != small.npos;
            score.dates_kept += kept;
            if (!kept && errors)
                *errors << line + 1 << ": date " << date << " lost   | "
                        << restored[std::min(line, restored.size() - 1)] << "\n";
        }
    }
}

}  // namespace

Score compare(const std::string& gold, const text::Restoration& restored, std::ostream* errors,
              std::map<std::size_t, std::string>* corrections) {
    Score score;
    const std::vector<Syllable> a = syllables(gold, {});
    const std::vector<Syllable> b = syllables(restored.text, restored.tokens);
    std::vector<std::pair<int, int>> pairs;
    std::vector<std::size_t> starts_a = line_starts(a);
    std::vector<std::size_t> starts_b = line_starts(b);
    if (lines(gold).size() == lines(restored.text).size()) {
        // Lines correspond: aligning them one by one is exact and cheap.
        starts_a.resize(lines(gold).size() + 1, a.size());
        starts_b.resize(starts_a.size(), b.size());
        for (std::size_t i = 0; i + 1 < starts_a.size(); ++i) {
            align(a, starts_a[i], starts_a[i + 1], b, starts_b[i], starts_b[i + 1], pairs);
        }
    } else {
        align(a, 0, a.size(), b, 0, b.size(), pairs);
    }
    // A line of which nothing at all arrived was lost by the scanner or the OCR: reported, not scored.
    std::vector<bool> arrived(lines(gold).size(), false);
    for (const auto& [g, r] : pairs) {
        if (g >= 0 && r >= 0) arrived[a[static_cast<std::size_t>(g)].line] = true;
    }
    const std::vector<std::string> gold_lines = lines(gold);
    count_figures(gold_lines, lines(restored.text), arrived, score, errors);
    if (corrections) *corrections = corrections_of(a, b, pairs, restored.tokens);
    for (const Syllable& syllable : b) {
        ++score.restored;
        score.doubtful += syllable.doubtful;
    }
    const std::vector<bool> named = inside_names(gold);
    for (const auto& [g, r] : pairs) {
        const Syllable* wanted = g >= 0 ? &a[static_cast<std::size_t>(g)] : nullptr;
        const Syllable* given = r >= 0 ? &b[static_cast<std::size_t>(r)] : nullptr;
        if (wanted && !arrived[wanted->line]) {
            ++score.lost;
            continue;
        }
        const bool right = wanted && given && wanted->letters == given->letters;
        score.syllables += wanted != nullptr;
        if (wanted && named[static_cast<std::size_t>(g)]) {
            ++score.names;
            score.names_right += right;
        }
        if (wanted && text::is_digit(wanted->letters[0])) {
            ++score.numbers;
            score.numbers_kept += right;
        }
        const std::u32string nothing;
        score.characters += wanted ? wanted->letters.size() + 1 : 0;
        score.character_edits += edits(wanted ? wanted->letters : nothing, given ? given->letters : nothing);
        if (right) continue;
        ++score.wrong;
        score.wrong_restored += given != nullptr;
        score.wrong_doubtful += given && given->doubtful;
        if (!errors) continue;
        const std::size_t line = wanted ? wanted->line : given->line;
        *errors << line + 1 << ": " << (wanted ? base::to_utf8(wanted->letters) : "-") << " read "
                << (given ? base::to_utf8(given->letters) : "-") << (given && given->doubtful ? " ?" : "")
                << (wanted && named[static_cast<std::size_t>(g)] ? " [name]" : "");
        if (given && given->token < restored.tokens.size()) {
            const text::RestoredToken& token = restored.tokens[given->token];
            *errors << "  {" << token.text << ":" << token.confidence;
            for (const auto& other : token.alternatives) *errors << " " << other.text << ":" << other.probability;
            *errors << "}";
        }
        if (wanted) *errors << "   | " << gold_lines[line];
        *errors << "\n";
    }
    return score;
}

void Score::add(const Score& other) {
    syllables += other.syllables;
    wrong += other.wrong;
    characters += other.characters;
    character_edits += other.character_edits;
    restored += other.restored;
    doubtful += other.doubtful;
    wrong_restored += other.wrong_restored;
    wrong_doubtful += other.wrong_doubtful;
    numbers += other.numbers;
    numbers_kept += other.numbers_kept;
    codes += other.codes;
    codes_kept += other.codes_kept;
    dates += other.dates;
    dates_kept += other.dates_kept;
    names += other.names;
    names_right += other.names_right;
    lost += other.lost;
}

double Score::right() const {
    return syllables == 0 ? 1.0 : 1.0 - static_cast<double>(wrong) / static_cast<double>(syllables);
}

double Score::character_error_rate() const {
    return characters == 0 ? 0.0 : static_cast<double>(character_edits) / static_cast<double>(characters);
}

void Score::print(const std::string& name) const {
    const auto percent = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 100.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    };
    std::printf("%-44s %8.2f %8.2f %8.2f %8.2f\n", name.c_str(), 100 * right(), 100 * character_error_rate(),
                percent(doubtful, restored), percent(wrong_doubtful, wrong_restored));
}

}  // namespace score
