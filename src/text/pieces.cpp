#include "text/pieces.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/codes.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

bool is_blank(char32_t c) { return c <= 0x20 || c == 0xA0; }

bool ends_sentence(char32_t c) { return c == '.' || c == ';' || c == ':' || c == '(' || c == ')'; }

// Signs that OCR prints for letters, or inside them.
bool may_be_letter(char32_t c) {
    switch (c) {
        case U'¢':
        case U'€':
        case U'£':
        case U'¥':
        case U'§':
        case U'®':
        case U'©':
        case U'°':
        case '&':
        case '@':
        case '$':
        case '|':
        case '\\':
        case '!':
        case '?':
        case '\'':
        case U'’':
        case U'‘':
        case '[':
        case ']':
        case '{':
        case '}':
        case '#':
        case '_': return true;
        default:
            return is_letter(c) || is_digit(c) ||
                   (c >= 0x80 && c != U'–' && c != U'—' && c != U'“' && c != U'”' && c != U'…' && c != U'•' &&
                    c != U'«' && c != U'»' && c != U'·');
    }
}

// Signs that open or close a word and are only letters in its midst.
bool is_edge(char32_t c, bool front) {
    if (is_letter(c) || is_digit(c)) return false;
    if (front) return c != U'¢' && c != U'€' && c != '&' && c != '@' && c != '|' && c != '[' && c != '$' && c != U'§';
    return c != U'¢' && c != U'€' && c != '&' && c != '@' && c != '|' && c != '?' && c != '\'' && c != U'’' &&
           c != '$' && c != U'§';
}

class Line {
public:
    Line(std::string_view bytes, std::size_t offset, int number, bool head, std::vector<Piece>& pieces)
        : number_(number), pieces_(pieces), first_piece_(pieces.size()), nothing_yet_(head) {
        for (std::size_t at = 0; at < bytes.size();) {
            offsets_.push_back(offset + at);
            line_.push_back(base::next_code_point(bytes, at));
        }
        offsets_.push_back(offset + bytes.size());
        capitals_ = set_in_capitals();
    }

    void cut(bool& boundary) {
        boundary_ = boundary;
        bool first = nothing_yet_;
        for (std::size_t at = 0; at < line_.size();) {
            if (is_blank(line_[at])) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < line_.size() && !is_blank(line_[end])) ++end;
            at = token(at, end, first);
            first = false;
        }
        boundary = boundary_;
        find_edges();
    }

    std::size_t dirt() const {
        std::size_t signs = 0;
        bool first = true;
        for (std::size_t at = 0; at < line_.size();) {
            std::size_t end = at;
            while (end < line_.size() && !is_blank(line_[end])) ++end;
            if (end == at) {
                ++at;
                continue;
            }
            const std::u32string_view token = std::u32string_view(line_).substr(at, end - at);
            at = end;
            const bool odd = std::all_of(token.begin(), token.end(), [](char32_t c) {
                return c == ':' || c == '.' || c == ',' || c == ';' || c == '|' || c == '_' || c == '=' || c == '~' ||
                       c == U'»' || c == U'«' || c == '-' || c == U'–' || c == U'—' || c == '>' || c == '<' || c == '*';
            });
            const bool dash =
                token.size() == 1 && (token[0] == '-' || token[0] == U'–' || token[0] == U'—' || token[0] == '*');
            const bool dots = token.size() >= 3;  // "......", "___": a place to fill in
            signs += odd && !dots && !(dash && (first || at < line_.size()));
            first = false;
        }
        return signs;
    }

private:
    // Specks of dirt gather at the ends of lines.
    void find_edges() {
        for (std::size_t i = first_piece_; i < pieces_.size() && short_one(pieces_[i]); ++i) pieces_[i].edge = true;
        for (std::size_t i = pieces_.size(); i > first_piece_ && short_one(pieces_[i - 1]); --i)
            pieces_[i - 1].edge = true;
    }
    static bool short_one(const Piece& piece) {
        return piece.alone && piece.kind == Piece::Kind::kWord && piece.print.size() <= 4;
    }
    bool stands_alone(std::size_t begin, std::size_t end) const {
        while (begin > 0 && !is_blank(line_[begin - 1])) {
            const char32_t c = line_[--begin];
            if (is_letter(c) || is_digit(c) || c == '/' || c == '-') return false;
        }
        for (; end < line_.size() && !is_blank(line_[end]); ++end) {
            if (is_letter(line_[end]) || is_digit(line_[end]) || line_[end] == '/' || line_[end] == '-') return false;
        }
        return true;
    }

    // By words, without codes and figures: "Số: 153/KH-UBND" and "- Lưu: VT, KHTC" are ordinary lines.
    bool set_in_capitals() const {
        std::size_t in_capitals = 0;
        std::size_t others = 0;
        for (std::size_t at = 0; at < line_.size();) {
            std::size_t letters = 0;
            std::size_t capitals = 0;
            bool code = false;
            std::size_t end = at;
            for (; end < line_.size() && !is_blank(line_[end]); ++end) {
                letters += is_letter(line_[end]);
                capitals += is_upper(line_[end]);
                code = code || line_[end] == '/';
            }
            at = end + 1;
            if (code || letters < 2) continue;
            if (capitals * 3 >= letters * 2) {
                ++in_capitals;
            } else {
                ++others;
            }
        }
        return in_capitals >= 1 && in_capitals >= 4 * others;
    }

    void add(Piece::Kind kind, std::size_t begin, std::size_t end, std::string carried) {
        Piece piece;
        piece.kind = kind;
        piece.line = number_;
        piece.begin = offsets_[begin];
        piece.end = offsets_[end];
        piece.carried = std::move(carried);
        if (kind == Piece::Kind::kWord) piece.print = line_.substr(begin, end - begin);
        piece.boundary = boundary_;
        piece.capitals_line = capitals_;
        piece.line_start = nothing_yet_;
        piece.alone = kind == Piece::Kind::kWord && stands_alone(begin, end);
        nothing_yet_ = false;
        pieces_.push_back(std::move(piece));
        boundary_ = false;
    }

    void add_number(std::size_t begin, std::size_t end) {
        add(Piece::Kind::kNumber, begin, end, base::to_utf8(std::u32string_view(line_).substr(begin, end - begin)));
    }

    void pass_over(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) boundary_ = boundary_ || (ends_sentence(line_[i]) && !stray(i));
    }

    // A stop that stands alone is dirt: no sentence ends there.
    bool stray(std::size_t at) const {
        const char32_t c = line_[at];
        if (c != '.' && c != ':' && c != ';') return false;
        const bool blank_before = at > 0 && is_blank(line_[at - 1]);
        const bool blank_behind = at + 1 < line_.size() && is_blank(line_[at + 1]);
        return blank_before && (blank_behind || at + 1 == line_.size());
    }

    // One run between blanks; returns where the next one may begin (codes may reach over blanks).
    std::size_t token(std::size_t begin, std::size_t end, bool first) {
        const std::u32string_view all(line_);
        std::size_t stop = end;
        if (first) {  // "I1." heads a section
            std::size_t core = end;
            while (core > begin && (line_[core - 1] == '.' || line_[core - 1] == ')' || line_[core - 1] == ',')) --core;
            const std::string roman = core < end ? roman_mark(all.substr(begin, core - begin)) : std::string();
            if (!roman.empty()) {
                add(Piece::Kind::kMark, begin, core, roman);
                pieces_.back().roman = true;
                pass_over(core, end);
                return end;
            }
        }
        if (const char32_t letter = first ? point_letter(begin, end) : 0; letter != 0) {  // "d) Đối với …"
            add(Piece::Kind::kMark, begin, begin + 1, base::to_utf8(std::u32string(1, letter)));
            pieces_.back().letter = true;
            pass_over(begin + 1, end);
            return end;
        }
        if (all.substr(begin, end - begin).find(U"http") != std::u32string_view::npos ||
            all.substr(begin, end - begin).find(U"www.") != std::u32string_view::npos) {
            add(Piece::Kind::kMark, begin, end, base::to_utf8(all.substr(begin, end - begin)));
            return end;
        }
        std::size_t at = begin;
        while (at < stop) {
            std::string clean;
            if (const std::size_t length = match_code(line_, at, clean)) {
                add(Piece::Kind::kNumber, at, at + length, std::move(clean));
                at += length;
                stop = std::max(stop, at);
                while (stop < line_.size() && !is_blank(line_[stop])) ++stop;
                continue;
            }
            if (const std::size_t length = day_or_month(at, stop, clean)) {
                add(Piece::Kind::kNumber, at, at + length, std::move(clean));
                at += length;
                continue;
            }
            if (is_digit(line_[at])) {
                const std::size_t length = match_number(line_, at);
                const std::size_t behind = at + length;
                const bool alone = behind == stop || !may_be_letter(line_[behind]) || is_edge(line_[behind], false);
                if (alone && length > 2) {
                    add_number(at, behind);
                    at = behind;
                    continue;
                }
            }
            if (!may_be_letter(line_[at]) || is_edge(line_[at], true)) {
                pass_over(at, at + 1);
                ++at;
                continue;
            }
            std::size_t core = at;
            while (core < stop && (may_be_letter(line_[core]) || inside_word(core, stop))) ++core;
            std::size_t tail = core;
            while (tail > at && is_edge(line_[tail - 1], false)) --tail;
            if (tail == at) tail = core;
            const bool behind_code = at > begin && is_letter(line_[at]) && is_letter(line_[at - 1]);
            add(Piece::Kind::kWord, at, tail, {});
            pieces_.back().joined = behind_code;
            pass_over(tail, core);
            at = core;
        }
        return stop;
    }

    // The letter of "d)", of "¢)" and "d)}"; "4)" is given as it is. 0: no mark of a point.
    char32_t point_letter(std::size_t begin, std::size_t end) const {
        if (end - begin < 2 || end - begin > 3 || line_[begin + 1] != ')') return 0;
        if (end - begin == 3 && (is_letter(line_[begin + 2]) || is_digit(line_[begin + 2]))) return 0;
        const char32_t c = line_[begin];
        if (is_letter(c)) return c;
        if (c == U'¢') return 'c';
        return c == '4' || c == '6' ? c : 0;
    }

    // "tháng 1] năm": a one that was read as a bracket or a letter. Length, 0 when there is none.
    std::size_t day_or_month(std::size_t at, std::size_t stop, std::string& clean) const {
        if (pieces_.empty() || pieces_.back().line != number_ || pieces_.back().kind != Piece::Kind::kWord) return 0;
        std::u32string before = pieces_.back().print;
        for (char32_t& c : before) c = fold(c);
        const auto like_one = [](char32_t c) { return c == ']' || c == '|' || c == 'l' || c == 'I' || c == '!'; };
        if (before == U"dieu" && like_one(line_[at]) && at + 1 < stop && line_[at + 1] == '.') {  // "Điều l."
            clean.assign(1, '1');
            return 1;
        }
        if (before != U"ngay" && before != U"thang") return 0;
        if (at + 2 > stop || (at + 2 < stop && is_letter(line_[at + 2])) || (at + 2 < stop && is_digit(line_[at + 2])))
            return 0;
        std::size_t digits = 0;
        clean.clear();
        for (std::size_t i = at; i < at + 2; ++i) {
            const char32_t c = line_[i];
            const bool one = c == ']' || c == '|' || c == 'l' || c == 'I' || c == '!';
            if (!is_digit(c) && !one) return 0;
            digits += is_digit(c);
            clean.push_back(one ? '1' : static_cast<char>(c));
        }
        return digits == 1 ? 2 : 0;
    }

    // "ngw%i": a sign between small letters is a letter badly read.
    bool inside_word(std::size_t at, std::size_t stop) const {
        const char32_t c = line_[at];
        return (c == '%' || c == U'”' || c == '*' || c == '"' || c == '=') && at > 0 && at + 1 < stop &&
               is_lower(line_[at - 1]) && is_lower(line_[at + 1]);
    }

    int number_;
    std::vector<Piece>& pieces_;
    std::size_t first_piece_;
    std::u32string line_;
    std::vector<std::size_t> offsets_;
    bool capitals_ = false;
    bool boundary_ = false;
    bool nothing_yet_;
};

}  // namespace

std::size_t cut_line(std::string_view line, std::size_t offset, int number, bool head, bool& boundary,
                     std::vector<Piece>& pieces) {
    Line cutter(line, offset, number, head, pieces);
    cutter.cut(boundary);
    return cutter.dirt();
}

}  // namespace thidua::text
