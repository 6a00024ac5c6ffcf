// What the lists of names, places and formulas say of a page.

#include <algorithm>

#include "base/utf8.h"
#include "text/job.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

constexpr std::size_t kFew = 32;  // pieces between two looks at the clock
constexpr float kHint = 0.5F;     // nats for each other word of the formula that agrees
constexpr float kMostHint = 2.5F;
// A reading that the channel did not lead to is dearer than the cheapest one by at least this.
constexpr float kOtherWord = 3.0F;          // from a formula
constexpr float kOtherName = 2.0F;          // from the names
constexpr std::size_t kNameBeginnings = 8;  // readings of the word before that are looked at
// How likely a word is part of a name of a person or a place, by how it is set.
constexpr float kCapital = 0.1F;        // inside a sentence, beside another capital
constexpr float kCapitalAlone = 0.02F;  // none beside it
constexpr float kCapitalFirst = 0.05F;  // where every first word has a capital
constexpr float kCapitalsLine = 0.05F;

}  // namespace

float Restorer::Job::name_share(std::size_t i) const {
    const Piece& piece = pieces[i];
    if (piece.kind != Piece::Kind::kWord || piece.print.empty()) return 0;
    if (piece.capitals_line) return kCapitalsLine;
    if (!is_upper(piece.print[0])) return 0;
    const auto capital = [&](std::size_t other) {
        return other < pieces.size() && pieces[other].line == piece.line && !pieces[other].print.empty() &&
               pieces[other].kind == Piece::Kind::kWord && is_upper(pieces[other].print[0]);
    };
    if (!capital(i + 1) && (i == 0 || !capital(i - 1))) return kCapitalAlone;
    return piece.boundary || piece.line_start ? kCapitalFirst : kCapital;
}

// Where most words of a formula were read, it speaks for the others.
void Restorer::Job::find_formulas() {
    if (at == 0) {
        said.clear();
        for (const Piece& piece : pieces) {
            const bool figure = piece.kind == Piece::Kind::kNumber;
            said.push_back({figure ? kNumberWord : static_cast<WordId>(piece.read), piece.second, piece.print.size()});
        }
    }
    std::vector<Formulas::Match> matches;
    for (std::size_t few = 0; few < kFew && at < pieces.size(); ++few, ++at) {
        if (said[at].word != kUnknownWord) tables->formulas.find(said, at, matches);
    }
    for (const Formulas::Match& match : matches) {
        for (const Formulas::Part& part : match.parts) {
            const Piece& piece = pieces[part.place];
            if (part.word < kFirstRealWord || piece.kind != Piece::Kind::kWord || piece.sure) continue;
            if (piece.print.find_first_not_of(U"0123456789") == piece.print.npos) continue;  // figures stay
            const std::size_t others = match.agreed - (part.agreed ? 1 : 0);
            const float worth = std::min(kHint * static_cast<float>(others), kMostHint);
            Hint& hint = hints[part.place];
            if (hint.worth < worth) hint = {part.word, part.second, worth, {}};
        }
    }
    if (at < pieces.size()) return;
    said.clear();
    begin_pass(Phase::kSecondPass);
}

// A word that the channel alone does not lead to, `dearer` than the cheapest reading at least.
void Restorer::Job::add_reading(const Piece& piece, WordId word, WordId second, float dearer,
                                std::vector<Candidate>& options) {
    Candidate added;
    added.first = word;
    added.second = second;
    added.casing = options[0].casing;
    added.second_casing = added.casing == Casing::kTitle ? Casing::kLower : added.casing;
    finder->align(piece.print, letters_of(added), added.casing, true);
    added.cost = finder->alignment_cost();
    if (added.cost == Channel::kNever) return;
    const auto least = std::min_element(options.begin(), options.end(),
                                        [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    added.cost = std::max(added.cost, least->cost + dearer);
    options.insert(options.begin(), added);
}

// How names go on that may begin with the word before: "Mau" behind "Cà", whatever the scanner made of it.
void Restorer::Job::add_names(std::size_t i, std::vector<Candidate>& options) {
    if (i == 0 || pieces[i].line != pieces[i - 1].line || candidates[i - 1] == nullptr) return;
    const auto& left = *candidates[i - 1];
    const std::u32string& print = pieces[i].print;
    std::size_t looked = 0;
    for (const Candidate& first : left) {
        if (++looked > kNameBeginnings) break;
        if (first.first < kFirstRealWord || first.second != 0 || first.casing == Casing::kLower) continue;
        for (std::uint32_t n = tables->name_start[first.first]; n < tables->name_start[first.first + 1u]; ++n) {
            const WordId word = tables->name_word[n];
            const std::u32string letters = base::to_utf32(tables->words[word]);
            if (letters.size() > print.size() + 1 || letters.size() + 1 < print.size()) continue;
            std::size_t alike = 0;
            for (std::size_t k = 0; k < std::min(letters.size(), print.size()); ++k) {
                alike += fold(letters[k]) == fold(lower(print[k]));
            }
            if (alike * 2 < letters.size()) continue;
            const bool known = std::any_of(options.begin(), options.end(),
                                           [&](const Candidate& c) { return c.first == word && c.second == 0; });
            if (!known) add_reading(pieces[i], word, kUnknownWord, kOtherName, options);
        }
    }
}

const std::vector<Candidate>& Restorer::Job::candidates_of(std::size_t i) {
    const Piece& piece = pieces[i];
    const std::vector<Candidate>& found = finder->find(piece.print, setting_of(piece));
    if (phase == Phase::kFirstPass || marks_only || piece.sure) return found;
    const bool capital = piece.capitals_line || is_upper(piece.print[0]);
    auto at = hints.find(i);
    if (at == hints.end()) {
        if (!capital || piece.print.size() < 2) return found;
        at = hints.try_emplace(i).first;
    }
    Hint& hint = at->second;
    hint.options = found;
    if (hint.word != kUnknownWord) {
        const auto same = [&](const Candidate& c) {
            return c.first == hint.word && c.second == hint.second && c.taught == 0;
        };
        if (std::none_of(found.begin(), found.end(), same))
            add_reading(piece, hint.word, hint.second, kOtherWord, hint.options);
        const auto hinted = std::find_if(hint.options.begin(), hint.options.end(), same);
        if (hinted != hint.options.end()) hinted->cost -= hint.worth;
    }
    if (capital) add_names(i, hint.options);
    return hint.options;
}

}  // namespace thidua::text
