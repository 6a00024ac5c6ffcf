#include "text/job.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

constexpr float kSure = 0.95F;             // words likelier than this teach
constexpr float kBeyondDoubt = 0.95F;      // above, no list has a say
constexpr std::size_t kLongestCut = 4000;  // bytes of a line cut together
// Pieces handled between two looks at the clock, where one takes microseconds.
constexpr std::size_t kFew = 8;

}  // namespace

void Restorer::Job::work() {
    switch (phase) {
        case Phase::kCompose:
            if (!origin.compose()) phase = Phase::kCut;
            break;
        case Phase::kCut: cut(); break;
        case Phase::kModel:
            if (tables != nullptr) begin_decoding();
            break;
        case Phase::kFirstPass:
            if (!decode_some()) break;
            phase = Phase::kLearn;
            at = 0;
            before = kUnknownWord;
            break;
        case Phase::kTakeApart: take_apart(); break;
        case Phase::kFormulas: find_formulas(); break;
        case Phase::kSecondPass:
        case Phase::kLessonPass:
            if (!decode_some()) break;
            phase = Phase::kWrite;
            at = 0;
            break;
        case Phase::kLearn: learn(); break;
        case Phase::kAffected: find_affected(); break;
        case Phase::kRenew: renew_some(); break;
        case Phase::kMark: mark_stale(); break;
        case Phase::kWrite: write_some(); break;
        case Phase::kDone: break;
    }
}

float Restorer::Job::progress() const {
    // The way back over a sentence does not show.
    const std::size_t decoded = next == todo.size() ? pieces.size() : going_back ? segments[todo[next]].end : at;
    const auto part = [](std::size_t done, std::size_t whole) {
        return whole == 0 ? 1.0F : static_cast<float>(std::min(done, whole)) / static_cast<float>(whole);
    };
    switch (phase) {
        case Phase::kCompose: return 0.02F * part(origin.composed().size(), origin.size());
        case Phase::kCut: return 0.02F + 0.03F * part(at, origin.composed().size());
        case Phase::kModel: return 0.05F;
        case Phase::kFirstPass: return 0.05F + 0.45F * part(decoded, pieces.size());
        case Phase::kLearn: return 0.5F + 0.02F * part(at, pieces.size());
        case Phase::kTakeApart:
        case Phase::kFormulas: return 0.52F;
        case Phase::kSecondPass: return 0.52F + 0.45F * part(decoded, pieces.size());
        case Phase::kAffected: return 0.05F * part(at, pieces.size());
        case Phase::kRenew: return 0.05F + 0.1F * part(at, renewed.size());
        case Phase::kMark: return 0.15F;
        case Phase::kLessonPass: return 0.15F + 0.8F * part(next, todo.size());
        case Phase::kWrite: return 0.97F + 0.03F * part(at, pieces.size());
        case Phase::kDone: return 1.0F;
    }
    return 1.0F;
}

void Restorer::Job::cut() {
    const std::string& source = origin.composed();
    if (at >= source.size()) {
        look_at_words();
        return;
    }
    const std::string_view rest = std::string_view(source).substr(at, kLongestCut);
    std::size_t length = rest.find('\n');
    const bool whole = length != std::string_view::npos || at + rest.size() == source.size();
    if (length == std::string_view::npos) length = rest.size();
    if (!whole) {  // a very long line: the rest of it another time
        const std::size_t blank = rest.rfind(' ');
        if (blank != std::string_view::npos && blank > 0) length = blank;
        while (length > 1 && (static_cast<unsigned char>(source[at + length]) & 0xC0) == 0x80) --length;
    }
    const std::size_t first = pieces.size();
    lines.resize(static_cast<std::size_t>(line) + 1);
    lines.back().signs += cut_line(rest.substr(0, length), at, line, line_head, boundary, pieces);
    lines.back().words += pieces.size() - first;
    if (first < pieces.size() && line_head) repair_mark(pieces[first]);
    for (std::size_t i = first; i < pieces.size(); ++i) {
        if (pieces[i].kind == Piece::Kind::kWord) survey.look(pieces[i].print);
    }
    at += length + (whole ? 1 : 0);
    line += whole;
    line_head = whole;
}

void Restorer::Job::look_at_words() {
    survey.end();
    untouched = survey.good() || survey.foreign() || pieces.empty();
    phase = untouched ? Phase::kWrite : Phase::kModel;
    at = 0;
}

void Restorer::Job::begin_decoding() {
    candidates.resize(pieces.size());
    choices.resize(pieces.size());
    marks_only = survey.stripped();
    carried.assign(2, std::vector<Candidate>(1));
    carried[0][0].first = kNumberWord;
    carried[0][0].figure = true;
    carried[1][0].first = kUnknownWord;
    find_segments();
    decoder = std::make_unique<Decoder>(*tables);
    channel = std::make_unique<Channel>(tables->channel);
    decoder->look(marks_only);
    begin_pass(marks_only ? Phase::kSecondPass : Phase::kFirstPass);
}

// Marks count upwards: a second "d)" is đ), an "I." behind I. is II.
void Restorer::Job::repair_mark(Piece& piece) {
    if (piece.letter) {
        if (piece.carried == "d" && last_letter == "d") piece.carried = "đ";
        if (piece.carried == "4" && last_figure != "3") piece.carried = "a";
        if (piece.carried == "6" && last_letter == "a") piece.carried = "b";
        if (is_digit(static_cast<unsigned char>(piece.carried[0]))) {  // "4)": a figure after all
            piece.letter = false;
            last_figure = piece.carried;
            return;
        }
        last_letter = piece.carried;
    } else if (piece.roman) {
        const bool lost_stroke = piece.carried == last_roman || (piece.carried == "I" && last_roman == "II");
        if (lost_stroke && (last_roman == "I" || last_roman == "II")) piece.carried = last_roman + "I";
        last_roman = piece.carried;
        last_letter.clear();
    } else if (piece.kind == Piece::Kind::kNumber || (piece.line_start && is_digit(piece.print[0]))) {
        last_letter.clear();
        last_figure = base::to_utf8(piece.print);
    }
}

void Restorer::Job::begin_pass(Phase pass) {
    phase = pass;
    finder = std::make_unique<CandidateFinder>(*tables, *channel);
    if (rough_channel) finder->use(*channel, *rough_channel);
    finder->look(pass == Phase::kSecondPass);
    todo.resize(segments.size());
    for (std::size_t i = 0; i < segments.size(); ++i) todo[i] = i;
    next = 0;
    at = 0;
    segments[0].before = {};
}

// One word forward or a few back; true when the pass is over.
bool Restorer::Job::decode_some() {
    if (next == todo.size()) return true;
    Segment& segment = segments[todo[next]];
    if (!going_back) {
        if (at == segment.begin) decoder->begin(segment.before);
        const Piece& piece = pieces[at];
        const auto lesson = lessons.find(at);
        if (lesson != lessons.end()) {
            candidates[at] = &lesson->second.only;
        } else {
            switch (piece.kind) {
                case Piece::Kind::kWord: candidates[at] = &candidates_of(at); break;
                case Piece::Kind::kNumber: candidates[at] = &carried[0]; break;
                case Piece::Kind::kMark: candidates[at] = &carried[1]; break;
            }
        }
        decoder->look_widely(phase != Phase::kFirstPass && line_of(piece).rough);
        decoder->take({candidates[at], piece.boundary, name_share(at)});
        if (++at < segment.end) return false;
        const History behind = decoder->turn();
        if (todo[next] + 1 < segments.size()) segments[todo[next] + 1].before = behind;
        going_back = true;
        return false;
    }
    for (std::size_t few = 0; few < kFew && at > segment.begin; ++few) decoder->back(choices[--at]);
    if (at > segment.begin) return false;
    going_back = false;
    at = ++next < todo.size() ? segments[todo[next]].begin : 0;
    return false;
}

void Restorer::Job::learn() {
    if (at == pieces.size()) {
        weigh_lines();
        renew_channel();
        ++at;  // the rest another time
        return;
    }
    if (at > pieces.size()) {
        renew_rough_channel();
        decoder->remember(&memory);
        decoder->look(true);
        at = 0;
        phase = Phase::kTakeApart;
        return;
    }
    for (std::size_t few = 0; few < kFew && at < pieces.size(); ++few, ++at) {
        Piece& piece = pieces[at];
        const Candidate& best = (*candidates[at])[choices[at].best];
        const bool sure = piece.kind == Piece::Kind::kWord && best.first >= kFirstRealWord && best.second == 0 &&
                          choices[at].probabilities[choices[at].best] >= kSure;
        if (!best.speck) piece.read = best.first;
        piece.second = best.second;
        piece.sure = piece.read >= kNumberWord && choices[at].probabilities[choices[at].best] >= kBeyondDoubt;
        if (piece.boundary) before = kBoundaryWord;
        LineState& here = line_of(piece);
        if (piece.kind == Piece::Kind::kWord && !best.figure) {
            here.cost += best.cost;
            here.size += piece.print.size();
        }
        if (sure) {
            const std::u32string_view print =
                std::u32string_view(piece.print).substr(0, piece.print.size() - best.tail);
            for (const auto& letter : finder->align(print, letters_of(best), best.casing, true)) {
                evidence.add(letter.letter_case, letter.letter, letter.print, 1.0F);
                if (here.looks_rough()) rough_evidence.add(letter.letter_case, letter.letter, letter.print, 1.0F);
            }
            memory.add(before, best.first, 1.0F);
        }
        if (!best.speck) before = sure ? best.first : kUnknownWord;
    }
}

}  // namespace thidua::text
