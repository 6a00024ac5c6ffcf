#include <algorithm>

#include "base/utf8.h"
#include "text/job.h"
#include "text/letters.h"
#include "text/syllable.h"

namespace thidua::text {
namespace {

constexpr float kSure = 0.985F;        // below: worth a look
constexpr float kSureOfMarks = 0.95F;  // likewise, in a text typed without marks
constexpr std::size_t kMostAlternatives = 8;
constexpr float kLeastAlternative = 0.001F;
constexpr std::size_t kFew = 8;  // pieces written between two looks at the clock

// A print that no word explains and that looks like no abbreviation either: small letters, signs, figures and letters
// mixed. Foreign words and strange names are among these.
bool is_soup(std::u32string_view print, const Candidate& chosen) {
    if (chosen.first >= kFirstRealWord || chosen.taught != 0 || chosen.figure) return false;
    std::size_t small = 0;
    std::size_t capitals = 0;
    std::size_t digits = 0;
    for (const char32_t c : print) {
        small += is_lower(c);
        capitals += is_upper(c);
        digits += is_digit(c);
    }
    if (small + capitals + digits < print.size()) return true;
    if (digits == 0) return small > 0;
    const bool clause = small == 1 && capitals == 0 && is_lower(print.back());  // "1a"
    return !clause && (small > 0 || capitals > 1);
}

}  // namespace

std::string Restorer::Job::written(std::size_t i, const Candidate& candidate) const {
    const Piece& piece = pieces[i];
    if (piece.kind != Piece::Kind::kWord) return piece.carried;
    if (candidate.taught != 0) {
        const std::string& text = typed[candidate.taught - 1u];
        const Casing casing = casing_of(i, candidate);
        return casing == Casing::kLower ? text : apply_casing(text, casing);
    }
    if (candidate.speck) return {};
    if (candidate.first < kFirstRealWord) return base::to_utf8(piece.print);
    const std::string& word = tables->words[candidate.first];
    std::string out;
    const std::u32string letters = base::to_utf32(word);
    bool same_letters = letters.size() + candidate.tail == piece.print.size() && !is_syllable(letters);
    for (std::size_t k = 0; same_letters && k < letters.size(); ++k) {
        same_letters = fold(letters[k]) == fold(piece.print[k]);
    }
    if (same_letters) {  // "TTg" keeps its setting
        for (std::size_t k = 0; k < letters.size(); ++k) {
            base::append_utf8(out, is_upper(piece.print[k]) ? upper(letters[k]) : letters[k]);
        }
    } else {
        out = apply_casing(word, casing_of(i, candidate));
    }
    if (candidate.second != 0) {
        const bool title = candidate.second_casing == Casing::kTitle;
        out += ' ' + apply_casing(tables->words[candidate.second], title ? Casing::kTitle : candidate.second_casing);
    }
    return out + base::to_utf8(std::u32string_view(piece.print).substr(piece.print.size() - candidate.tail));
}

// Capitals alone do not make a word a capital one: "HO Chi Minh" is Hồ Chí Minh, where its line and neighbours are not.
Casing Restorer::Job::casing_of(std::size_t i, const Candidate& candidate) const {
    const Piece& piece = pieces[i];
    if (candidate.casing != Casing::kUpper || piece.capitals_line || piece.print.size() > 3) return candidate.casing;
    if (candidate.first < kFirstRealWord || !is_syllable(tables->words[candidate.first])) return candidate.casing;
    const auto in_capitals = [&](std::size_t other) {
        if (other >= pieces.size() || pieces[other].line != piece.line || pieces[other].print.size() < 2) return false;
        return std::all_of(pieces[other].print.begin(), pieces[other].print.end(),
                           [](char32_t c) { return !is_lower(c); });
    };
    return in_capitals(i + 1) || (i > 0 && in_capitals(i - 1)) ? Casing::kUpper : Casing::kTitle;
}

// What stands between a word and the one before, with the blank that the OCR lost: "phố.Tạo", "của“Đẩy".
std::string Restorer::Job::between(std::size_t i, std::size_t from) const {
    std::string gap = origin.composed().substr(from, pieces[i].begin - from);
    if (untouched || i == 0 || pieces[i].kind != Piece::Kind::kWord || pieces[i - 1].line != pieces[i].line) return gap;
    if (pieces[i].joined && gap.empty()) return " ";
    if (gap == "“") return " " + gap;
    const Piece& left = pieces[i - 1];
    const bool sentence = left.kind == Piece::Kind::kWord && left.print.size() >= 2 && is_lower(left.print[0]) &&
                          pieces[i].print.size() >= 2 && is_upper(pieces[i].print[0]);
    return sentence && (gap == "." || gap == ";" || gap == ",") ? gap + " " : gap;
}

void Restorer::Job::weigh_readings(std::size_t i, RestoredToken& token) const {
    const auto& options = *candidates[i];
    const Choice& choice = choices[i];
    token.text = written(i, options[choice.best]);
    token.fixed = pieces[i].kind != Piece::Kind::kWord || options[choice.best].first == kNumberWord;
    if (pieces[i].kind != Piece::Kind::kWord) return;
    token.confidence = 0;
    auto& others = token.alternatives;
    for (std::size_t c = 0; c < options.size(); ++c) {
        const float probability = std::min(choice.probabilities[c], 1.0F);
        if (probability < kLeastAlternative && c != choice.best) continue;
        std::string text = written(i, options[c]);
        if (text == token.text) {
            token.confidence += probability;
        } else {
            others.push_back({std::move(text), probability});
        }
    }
    token.confidence = std::min(token.confidence, 1.0F);
    std::sort(others.begin(), others.end(), [](const Alternative& a, const Alternative& b) {
        return a.probability != b.probability ? a.probability > b.probability : a.text < b.text;
    });
    if (others.size() > kMostAlternatives) others.resize(kMostAlternatives);
    if (options[choice.best].speck) {  // nobody shall lose a word for good
        std::string print = base::to_utf8(pieces[i].print);
        const bool there = std::any_of(others.begin(), others.end(), [&](const auto& o) { return o.text == print; });
        if (!there && others.size() == kMostAlternatives) others.pop_back();
        if (!there) others.push_back({std::move(print), 0.0F});
        token.doubtful = true;
        return;
    }
    token.doubtful =
        token.confidence < (marks_only ? kSureOfMarks : kSure) || is_soup(pieces[i].print, options[choice.best]);
}

RestoredToken Restorer::Job::token_of(std::size_t i) const {
    RestoredToken token;
    const Piece& piece = pieces[i];
    token.line = piece.line;
    token.source_begin = piece.begin;
    token.source_end = piece.end;
    origin.map(token.source_begin, token.source_end);
    if (const auto lesson = lessons.find(i); lesson != lessons.end()) {
        token.text = lesson->second.text;
        token.fixed = piece.kind != Piece::Kind::kWord;
        token.chosen = true;
        token.alternatives = lesson->second.others;
    } else if (untouched) {
        token.text = origin.composed().substr(piece.begin, piece.end - piece.begin);
        token.fixed = piece.kind != Piece::Kind::kWord;
    } else {
        weigh_readings(i, token);
    }
    return token;
}

// What stands behind the last token; where nothing was left of that, one of its two blanks goes too.
void Restorer::Job::close_gap(std::string_view gap) {
    std::string& out = fresh.text;
    if (!fresh.tokens.empty() && fresh.tokens.back().text.empty() && fresh.tokens.back().end == out.size()) {
        const bool line_ends = gap.empty() || gap[0] == '\n' || gap[0] == '\r';
        if (line_ends) {
            // Blanks at the end of what a person typed for an earlier word are that word's.
            const auto last = std::find_if(fresh.tokens.rbegin(), fresh.tokens.rend(),
                                           [](const RestoredToken& token) { return !token.text.empty(); });
            const std::size_t keep = last != fresh.tokens.rend() ? last->end : 0;
            while (out.size() > keep && out.back() == ' ') out.pop_back();
            for (auto token = fresh.tokens.rbegin(); token != fresh.tokens.rend() && token->end > out.size(); ++token) {
                token->begin = token->end = out.size();
            }
        } else if (gap[0] == ' ' && (out.empty() || out.back() == ' ' || out.back() == '\n')) {
            gap.remove_prefix(1);
        }
    }
    out += gap;
}

void Restorer::Job::write_some() {
    if (at == 0) {
        fresh = {};
        fresh.tokens.reserve(pieces.size());
        fresh.text.reserve(origin.composed().size() + origin.composed().size() / 2);
        fresh.already_vietnamese = untouched && !pieces.empty();
        copied = 0;
        next = 0;
        changed.clear();
    }
    std::string& out = fresh.text;
    for (std::size_t few = 0; few < kFew && at < pieces.size(); ++few, ++at) {
        close_gap(between(at, copied));
        copied = pieces[at].end;
        while (next < segments.size() && segments[next].end <= at) ++next;
        const bool kept = ready && next < segments.size() && !segments[next].stale;
        fresh.tokens.push_back(kept ? result.tokens[at] : token_of(at));
        RestoredToken& token = fresh.tokens.back();
        if (ready && (token.text != result.tokens[at].text || token.doubtful != result.tokens[at].doubtful ||
                      std::find(touched.begin(), touched.end(), at) != touched.end())) {
            changed.push_back(at);
        }
        token.begin = out.size();
        out += token.text;
        token.end = out.size();
    }
    if (at < pieces.size()) return;
    close_gap(origin.composed().substr(std::min(copied, origin.composed().size())));
    finish_writing();
}

void Restorer::Job::finish_writing() {
    result = std::move(fresh);
    for (Segment& segment : segments) segment.stale = false;
    touched.clear();
    ready = true;
    phase = Phase::kDone;
}

}  // namespace thidua::text
